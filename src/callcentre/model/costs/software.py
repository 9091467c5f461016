"""What software that answers calls costs the firm, whoever answers the others.

Each function returns runs of months, as `money` has them.
"""

from ..workload.scenario import Scenario, months_alike
from .money import cents, once


def is_used(values: dict) -> bool:
    """Tell whether software takes any call."""
    return values["bot_settles"] > 0 or values["bot_passes_on"] > 0


def set_up(scenario: Scenario) -> list:
    """What it costs to set the software up."""
    return once(0, scenario.values["bot_set_up"]) if is_used(scenario.values) else []


def fees(scenario: Scenario) -> list:
    """A price for each call it takes, settled or passed on, of all the calls that come in."""
    values = scenario.values
    if not is_used(values):
        return []
    taken = values["bot_settles"] + values["bot_passes_on"]
    month = values["calls_per_month"] * taken * values["bot_price_per_call"]
    return [
        (first, months, cents(month * (1 + values["volume_growth"]) ** year))
        for first, months, year, _ in months_alike(values["horizon_months"], 0)
    ]


PURCHASES = ("bot_set_up", "bot_fees")

# (name, label, function) each, in the order a reader meets them
LINES = (
    ("bot_set_up", "Setting up the software that answers", set_up),
    ("bot_fees", "Software that answers, by the call", fees),
)
