"""What a vendor costs: a small function for each line, from the values and the vendor's work.

Each returns runs of months, as `money` has them.
"""

from .. import workload
from ..numerics.rounding import ceiling
from ..workload.scenario import Scenario
from .in_house import custom_lost_in, monthly_pay, vendor_level
from .money import cents, monthly, once


def by_minute(values: dict, load: workload.Load) -> float:
    """Return a month's fee for each handled minute."""
    return load.handled_minutes * values["price_per_minute"]


def by_call(values: dict, load: workload.Load) -> float:
    """Return a month's fee for each handled call."""
    return load.calls * values["price_per_call"]


def by_resolved_call(values: dict, load: workload.Load) -> float:
    """Return a month's fee for each call that settles what it was about."""
    return load.calls * values["vendor_resolution"] * values["price_per_resolved_call"]


def by_hour(values: dict, load: workload.Load) -> float:
    """Return a month's fee for each hour an agent is at work, busy or not."""
    return load.team.work_hours * values["price_per_hour"]


def by_seat(values: dict, load: workload.Load) -> float:
    """Return a month's fee for each full-time agent set aside for the firm."""
    return ceiling(load.team.posts) * values["price_per_seat"]


def by_sale(values: dict, load: workload.Load) -> float:
    """Return a month's fee for each sale, a share of the calls; those that come again sell nothing more."""
    return load.side.calls * values["sales_share"] * values["price_per_sale"]


def hybrid(values: dict, load: workload.Load) -> float:
    """Return a month's lower price for each handled minute, beside the fixed fee."""
    return load.handled_minutes * values["hybrid_price_per_minute"]


def fixed_fee(values: dict) -> float:
    """Return the part of a month's fee that does not hang on the work, and that no discount lowers."""
    return values["hybrid_monthly_fee"] if values["tariff"] == "hybrid" else 0.0


class Tariff:
    """What a vendor is paid by.

    Attributes
    ----------
    name, label, short_label : str
        Its name in a scenario, in words, and in a picture.
    paid_by : str
        How it stands after "paid".
    price_name : str
        The value it turns on.
    fee : callable
        From the values and the vendor's work to a month's fee.
    """

    def __init__(
        self, name: str, label: str, short_label: str, paid_by: str, price_name: str, fee: callable
    ) -> None:
        self.name = name
        self.label = label
        self.short_label = short_label
        self.paid_by = paid_by
        self.price_name = price_name
        self.fee = fee


TARIFFS = (
    Tariff("minute", "Minute", "Minute", "by the minute", "price_per_minute", by_minute),
    Tariff("call", "Call", "Call", "by the call", "price_per_call", by_call),
    Tariff(
        "resolved",
        "Resolved call",
        "Resolved",
        "by the resolved call",
        "price_per_resolved_call",
        by_resolved_call,
    ),
    Tariff("hour", "Agent's hour", "Hour", "by the agent's hour", "price_per_hour", by_hour),
    Tariff("seat", "Seat", "Seat", "by the seat", "price_per_seat", by_seat),
    Tariff("sale", "Sale", "Sale", "by the sale", "price_per_sale", by_sale),
    Tariff("hybrid", "Hybrid", "Hybrid", "by the hybrid tariff", "hybrid_price_per_minute", hybrid),
)


def find_tariff(name: str) -> Tariff:
    """Return the tariff of that name."""
    return [tariff for tariff in TARIFFS if tariff.name == name][0]


def price_name(tariff: str) -> str:
    """Return the name of the price a tariff turns on."""
    return find_tariff(tariff).price_name


def band_factor(values: dict, calls: float) -> float:
    """Return the part of the full fee that is left after the discounts of the volume bands.

    Calls of a month beyond the first threshold are billed at the first discount, those beyond the second at
    the second.
    """
    if calls <= 0:
        return 1.0
    first, second = values["band_1_calls"], values["band_2_calls"]
    in_first = max(0.0, min(calls, second) - first)
    in_second = max(0.0, calls - second)
    return 1 - (in_first * values["band_1_discount"] + in_second * values["band_2_discount"]) / calls


def fee(values: dict, load: workload.Load) -> float:
    """Return what the vendor bills for a month's work at first prices, before minimum, bonus or penalty.

    Prices of what the vendor does are for one service; asked for another, it bills in proportion to the hours
    that takes. An hour or a seat costs the same: there are more or fewer of them.
    """
    by_work = find_tariff(values["tariff"]).fee(values, load) * band_factor(values, load.calls)
    whole = fixed_fee(values) + by_work
    return whole if values["tariff"] in ("hour", "seat") else whole * load.side.service_factor


def fees(values: dict, work: workload.Workload) -> list:
    """The tariff, for the work of each month; prices rise by the year."""
    return monthly(work, lambda load: fee(values, load), vendor_level(values))


def up_to_minimum(values: dict, work: workload.Workload) -> list:
    """What is missing to the least the vendor bills in a month."""
    least = cents(values["vendor_minimum"])
    if least == 0:
        return [(first, months, 0) for first, months, _, _ in work.periods]
    return [(first, months, max(0, least - amount)) for first, months, amount in fees(values, work)]


def bills_minimum(scenario: Scenario) -> bool:
    """Tell whether a vendor bills its minimum, rather than its fees, in a month of the first year."""
    work = workload.share_out(scenario)[1]
    values = scenario.values
    return work.customers > 0 and cents(fee(values, work.first)) < cents(values["vendor_minimum"])


def bonus_share(values: dict) -> float:
    """Return the bonus, or the penalty below 0, for the vendor's service level, as a share of its fees."""
    points = -late_share(values) * 100
    rate = values["bonus_per_point"] if points > 0 else values["penalty_per_point"]
    most = values["most_bonus_or_penalty"]
    return max(-most, min(most, points * rate))


def bonus_or_penalty(values: dict, work: workload.Workload) -> list:
    """A share of the fees for each point of service level above or below the promise, up to a limit."""
    share = bonus_share(values)
    return monthly(work, lambda load: fee(values, load) * share, vendor_level(values)) if share else []


def late_share(values: dict) -> float:
    """Return the share of calls that the vendor answers too late beyond the promise; below 0 where fewer."""
    kept = values["service_level"] + values["vendor_service_deviation"]
    return values["service_level"] - min(1.0, max(0.0, kept))


def lost_custom(values: dict, work: workload.Workload) -> list:
    """Customers who leave after a call unsettled or late beyond what is expected; below 0 where fewer do."""
    return custom_lost_in(values, work, values["vendor_resolution"], late_share(values))


def is_there(values: dict) -> bool:
    """Tell whether the vendor has the work at the start: it is not handed over again."""
    return values["starts_from"] == "vendor"


def set_up(values: dict, work: workload.Workload) -> list:
    """The vendor's set-up fee."""
    return [] if is_there(values) else once(0, values["vendor_set_up"])


def transition(values: dict, work: workload.Workload) -> list:
    """The firm's own cost of handing the work over: briefing, documents, tests, double running."""
    return [] if is_there(values) else once(0, values["transition_cost"])


def leaving(values: dict, work: workload.Workload) -> list:
    """What it costs to take the work back, or to another vendor, in the last month."""
    return once(work.months, values["exit_cost"])


def governance(values: dict, work: workload.Workload) -> list:
    """The firm's own staff who oversee the vendor."""
    gross = values["governance_posts"] * values["governance_monthly_pay"]
    return monthly_pay(values, work, lambda load: gross)


# Lines that the vendor bills, with value added tax.
PURCHASES = ("vendor_set_up", "vendor_fees", "vendor_minimum", "bonus_or_penalty")

# (name, label, function) each, in the order a reader meets them
LINES = (
    ("vendor_set_up", "Vendor's set-up fee", set_up),
    ("transition", "Handing the work over", transition),
    ("vendor_fees", "Vendor's fees", fees),
    ("vendor_minimum", "Top-up to the vendor's minimum", up_to_minimum),
    ("bonus_or_penalty", "Vendor's bonus or penalty for service", bonus_or_penalty),
    ("lost_custom", "Customers lost through the vendor's service", lost_custom),
    ("governance", "Own staff who oversee the vendor", governance),
    ("exit", "Leaving the vendor", leaving),
)
