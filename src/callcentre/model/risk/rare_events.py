"""Rare events that cost much, and controls against them that cost a little every year.

Each event has a probability a year and a loss. An option is exposed to it by the calls that its own agents
take and those its vendor takes. A control lowers the probability or the loss, for a cost a year.
"""

from .. import assumptions
from ..check import some_of
from ..costs import account
from ..units import MONTHS_IN_YEAR
from ..workload.scenario import Scenario


def leak_probability(values: dict, own_share: float) -> float:
    """Each side that has access can leak, however few its calls: a second site is a second exposure."""
    own = values["leak_probability_own"] if own_share > 0 else 0.0
    vendor = values["leak_probability_vendor"] if own_share < 1 else 0.0
    return 1 - (1 - own) * (1 - vendor)


def leak_loss(values: dict, own_share: float) -> float:
    return values["leak_loss"]


def vendor_failure_probability(values: dict, own_share: float) -> float:
    """Only who has a vendor can lose it."""
    return values["vendor_failure_probability"] if own_share < 1 else 0.0


def vendor_failure_loss(values: dict, own_share: float) -> float:
    """The calls the vendor takes must be answered at short notice."""
    return (1 - own_share) * values["vendor_failure_loss"]


def technology_probability(values: dict, own_share: float) -> float:
    """Only who has equipment can see it overtaken; a vendor's is the vendor's risk."""
    return values["technology_probability"] if own_share > 0 and values["equipment_from"] == "firm" else 0.0


def technology_loss(values: dict, own_share: float) -> float:
    return values["technology_loss"]


class Event:
    """A rare event and the control against it.

    Attributes
    ----------
    name, label : str
        Its name in results, and in words.
    probability, loss : callable
        Of (values, share of calls that own agents take): probability a year, and mean loss in EUR.
    control_cost, control_effect : str
        Names of assumptions: the control's cost a year, and the part of ``cuts`` that it takes away.
    cuts : str
        "probability" or "loss".
    """

    def __init__(
        self,
        name: str,
        label: str,
        probability: callable,
        loss: callable,
        control_cost: str,
        control_effect: str,
        cuts: str,
    ) -> None:
        self.name = name
        self.label = label
        self.probability = probability
        self.loss = loss
        self.control_cost = control_cost
        self.control_effect = control_effect
        self.cuts = cuts

    def odds(self, values: dict, own_share: float, is_controlled: bool) -> tuple[float, float]:
        """Return the probability a year and the mean loss, under its control or not."""
        probability, loss = self.probability(values, own_share), self.loss(values, own_share)
        if is_controlled and self.cuts == "probability":
            probability *= 1 - values[self.control_effect]
        if is_controlled and self.cuts == "loss":
            loss *= 1 - values[self.control_effect]
        return probability, loss

    def concerns(self, values: dict, own_share: float) -> bool:
        """Return whether it could cost an option something."""
        probability, loss = self.odds(values, own_share, False)
        return probability > 0 and loss > 0


EVENTS = (
    Event(
        "leak",
        "Leak of confidential information",
        leak_probability,
        leak_loss,
        "leak_control_cost",
        "leak_control_effect",
        "probability",
    ),
    Event(
        "vendor-failure",
        "The vendor fails or leaves",
        vendor_failure_probability,
        vendor_failure_loss,
        "standby_cost",
        "standby_effect",
        "loss",
    ),
    Event(
        "technology-change",
        "Technology changes",
        technology_probability,
        technology_loss,
        "renewal_cost",
        "renewal_effect",
        "loss",
    ),
)
NAMES = tuple([event.name for event in EVENTS])


def own_shares(scenario: Scenario) -> dict[str, float]:
    """Return the share of calls that own agents take, by option."""
    shares = {}
    for option in account.NAMES:
        _, own, others = account.account(account.as_option(scenario, option))
        shares[option] = own.customers / (own.customers + others.customers)
    return shares


def years(scenario: Scenario) -> list[tuple[float, float]]:
    """Return (part of a year, what a euro in it is worth at the start) for each year of the horizon.

    An event falls in any month of a year alike.
    """
    horizon, annuities = scenario.values["horizon_months"], scenario.annuities
    parts = []
    for first in range(1, horizon + 1, MONTHS_IN_YEAR):
        months = min(MONTHS_IN_YEAR, horizon + 1 - first)
        parts.append((months / MONTHS_IN_YEAR, (annuities[first + months] - annuities[first]) / months))
    return parts


def present_years(scenario: Scenario) -> float:
    """Return what a euro a year over the horizon is worth at the start."""
    total = 0.0
    for part, value in years(scenario):
        total += part * value
    return total


def expected_losses(scenario: dict, controls: list | tuple = ()) -> dict:
    """Return what each rare event is expected to cost each option over the horizon, and what controls cost.

    Parameters
    ----------
    scenario : dict
        Values by name, as in ``assumptions.TABLE``; what is missing has its default.
    controls : list of str
        The events against which there is a control: any of `NAMES`.

    Returns
    -------
    dict
        By option a dict: by event's name its expected loss, ``controls`` the controls' cost and ``total``;
        all present values in EUR. A control costs nothing where its event cannot happen.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    One year without interest: the loss from leaks is their probability times a loss.

    >>> year = {"horizon_months": 12, "discount_rate": 0.0, "leak_probability_own": 0.02, "leak_loss": 5e4}
    >>> round(expected_losses(year)["in-house"]["leak"], 6)
    1000.0
    """
    complete = Scenario(assumptions.complete(scenario))
    controls = some_of("controls", controls, NAMES)
    return losses_by_option(complete.values, controls, own_shares(complete), present_years(complete))


def losses_by_option(values: dict, controls: list, shares: dict, worth: float) -> dict:
    """Return what `expected_losses` does; ``worth`` is that of a euro a year."""
    table = {}
    for option in account.NAMES:
        row = {"controls": control_cost(values, controls, shares[option]) * worth}
        total = row["controls"]
        for event in EVENTS:
            probability, loss = event.odds(values, shares[option], event.name in controls)
            row[event.name] = probability * loss * worth
            total += row[event.name]
        row["total"] = total
        table[option] = row
    return table


def control_cost(values: dict, controls: list, own_share: float) -> float:
    """Return what controls cost an option a year."""
    cost = 0.0
    for event in EVENTS:
        if event.name in controls and event.concerns(values, own_share):
            cost += values[event.control_cost]
    return cost


def worth_of_controls(scenario: dict) -> dict:
    """Return what each control is worth to each option.

    Parameters
    ----------
    scenario : dict
        As for `expected_losses`.

    Returns
    -------
    dict
        By event's name, by option: None where the event cannot happen, else a dict of ``cost`` (present value
        in EUR), ``loss_avoided`` (expected, present value), ``worth`` (what is avoided less the cost) and
        ``break_even_probability`` (a year, at which the control just pays; None where it never does).

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    A control of 6,000 a year that prevents 60 % of leaks of 600,000 pays from one in 60 years on:

    >>> round(worth_of_controls({})["leak"]["in-house"]["break_even_probability"], 6)
    0.016667
    """
    complete = Scenario(assumptions.complete(scenario))
    shares, worth = own_shares(complete), present_years(complete)
    return {
        event.name: {
            option: worth_of_control(event, complete.values, shares[option], worth)
            for option in account.NAMES
        }
        for event in EVENTS
    }


def worth_of_control(event: Event, values: dict, own_share: float, worth: float) -> dict | None:
    """Return what one control is worth to one option."""
    if not event.concerns(values, own_share):
        return None
    probability, loss = event.odds(values, own_share, False)
    cost, effect = values[event.control_cost], values[event.control_effect]
    avoided = probability * loss * effect
    break_even = cost / (loss * effect) if effect > 0 else None
    return {
        "cost": cost * worth,
        "loss_avoided": avoided * worth,
        "worth": (avoided - cost) * worth,
        "break_even_probability": break_even if break_even is not None and break_even <= 1 else None,
    }
