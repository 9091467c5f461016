"""What a vendor earns: a month's work billed under each tariff, as agreed and as it turns out.

For the month as agreed all tariffs bill the same. Then the work changes, the prices stay, and what the vendor
bills and what it is left with part ways.
"""

from .. import assumptions, workload
from ..check import InputError, number
from ..workload.scenario import Scenario
from . import account, vendor
from .money import cents

# (what changes in a month, by how much) each: ways in which a month can differ a little from what was agreed
STEPS = (
    ("handle_change", 0.1),
    ("handle_change", -0.1),
    ("vendor_resolution", 0.05),
    ("vendor_resolution", -0.05),
    ("vendor_service_level", 0.05),
    ("vendor_service_level", -0.05),
    ("volume_change", 0.1),
    ("volume_change", -0.1),
)
LEAST_CHANGE, MOST_CHANGE = -0.9, 2.0
LEAST_SHARE, MOST_LEVEL = 0.01, 0.99


def compare(scenario: dict, month: dict) -> dict:
    """Bill a month's work under each tariff, as agreed and as it turns out.

    Parameters
    ----------
    scenario : dict
        Values by name, as in ``assumptions.TABLE``: the work as agreed, with all calls at the vendor, and the
        terms. ``price_per_minute`` makes the bill as agreed; every other tariff's price is set so that it
        bills the same. ``minimum_commitment`` and ``hybrid_fixed_share`` are shares of that bill, in
        place of ``vendor_minimum`` and ``hybrid_monthly_fee``. As agreed the vendor keeps ``service_level``
        and ``agreed_resolution``.
    month : dict
        How the month turns out; what is missing is as agreed. ``handle_change`` and ``volume_change``:
        shares by which the handle time and the customers' matters grow, from -0.9 to 2.
        ``vendor_resolution``: share of calls that are settled, from 0.01 to 1. ``vendor_service_level``:
        share answered in time, from 0.01 to 0.99; the vendor has the agents for it and no more.

    Returns
    -------
    dict
        - ``scenario``: every value; ``month`` and ``as_agreed``: every value of the month, and as agreed.
        - ``bonus_share``: the bonus, or the penalty below 0, as a share of the fees.
        - ``agreed``, ``turned_out``: the month's work; see `Month.as_data`.
        - ``tariffs``: a list of dicts in the order of `vendor.TARIFFS`: ``tariff``; ``price``, in EUR for
          one of what it bills (for the hybrid, of a handled minute); ``agreed`` and ``turned_out``, each a
          dict of ``bill`` and ``margin`` (the bill less the vendor's own cost) a month, ``per_call``,
          ``per_resolved_call`` and ``is_minimum`` (whether the minimum replaces a smaller fee);
          ``change_of_bill`` and ``change_of_margin``. Money is in EUR.

    Raises
    ------
    InputError
        If a value is not allowed, or nothing is sold; the error names the value.

    Notes
    -----
    A caller whose matter was not settled calls again with probability ``callers_again``, each time anew: a
    matter makes 1 / (1 - (1 - resolution) * callers_again) calls, the sum of a geometric series. A
    sale is made once a matter, however many calls it takes. The vendor pays ``vendor_cost_per_paid_hour``.

    Examples
    --------
    For the month as agreed every tariff bills the same:

    >>> result = compare({}, {})
    >>> bills = [each["agreed"]["bill"] for each in result["tariffs"]]
    >>> max(bills) - min(bills) < 0.02
    True
    """
    values = assumptions.complete(scenario)
    actual = checked(values, month)
    floors: dict = {}
    agreed = Month(values, as_agreed(values), floors)
    turned_out = Month(values, actual, floors)
    return {
        "scenario": values,
        "month": actual,
        "as_agreed": as_agreed(values),
        "bonus_share": vendor.bonus_share(turned_out.values),
        "agreed": agreed.as_data(),
        "turned_out": turned_out.as_data(),
        "tariffs": [billed(Terms(tariff.name, agreed), agreed, turned_out) for tariff in vendor.TARIFFS],
    }


def rewards(scenario: dict) -> list[dict]:
    """Find which behaviour each tariff rewards: the margin's change where one thing is not as agreed.

    Parameters
    ----------
    scenario : dict
        As for `compare`.

    Returns
    -------
    list of dict
        One for each of `vendor.TARIFFS`: ``tariff`` and ``changes``, in EUR a month, one for each of `STEPS`.

    Raises
    ------
    InputError
        As `compare` raises it.

    Examples
    --------
    Paid by the minute, a vendor gains by longer calls; paid by the call, by shorter ones:

    >>> found = {each["tariff"]: each["changes"] for each in rewards({})}
    >>> longer = [name for name, _ in STEPS].index("handle_change")
    >>> found["minute"][longer] > 0 > found["call"][longer]
    True
    """
    values = assumptions.complete(scenario)
    floors: dict = {}
    agreed = Month(values, as_agreed(values), floors)
    steps = [Month(values, step_from(values, name, step), floors) for name, step in STEPS]
    found = []
    for tariff in vendor.TARIFFS:
        terms = Terms(tariff.name, agreed)
        changes = [change_of_margin(terms, agreed, month) for month in steps]
        found.append({"tariff": tariff.name, "changes": changes})
    return found


def as_agreed(values: dict) -> dict:
    """Return a month that turns out as agreed."""
    return {
        "handle_change": 0.0,
        "volume_change": 0.0,
        "vendor_resolution": values["agreed_resolution"],
        "vendor_service_level": values["service_level"],
    }


def checked(values: dict, month: dict) -> dict:
    """Return every value of how a month turns out: the given ones, checked, and the others as agreed."""
    if not isinstance(month, dict):
        raise InputError("month", "a dict of names and values", month)
    complete = as_agreed(values)
    for name in sorted(month, key=str):
        if name not in complete:
            raise InputError(str(name), "one of " + ", ".join(sorted(complete)), month[name])
        complete[name] = number(name, month[name], *bounds_of(name))
    return complete


def bounds_of(name: str) -> tuple:
    """Return the least and the greatest value allowed in a month."""
    if name == "vendor_resolution":
        return LEAST_SHARE, 1.0
    return (LEAST_SHARE, MOST_LEVEL) if name == "vendor_service_level" else (LEAST_CHANGE, MOST_CHANGE)


def step_from(values: dict, name: str, step: float) -> dict:
    """Return a month that differs from what was agreed by one step, within its bounds."""
    month = as_agreed(values)
    low, high = bounds_of(name)
    month[name] = min(high, max(low, month[name] + step))
    return month


class Month:
    """A month's work, and what it costs the vendor.

    Attributes
    ----------
    values : dict
        The scenario's values as the month turns out, ready to be billed.
    load : workload.Load
        The vendor's calls, minutes and hours.
    cost : int
        What the paid hours cost the vendor, in cents.
    """

    def __init__(self, values: dict, month: dict, floors: dict) -> None:
        resolution, level = month["vendor_resolution"], month["vendor_service_level"]
        again = values["callers_again"]
        agreed = workload.calls_per_matter(values["agreed_resolution"], again)
        more = workload.calls_per_matter(resolution, again) / agreed
        matters = values["calls_per_month"] * (1 - values["bot_settles"])
        volume = matters * (1 + month["volume_change"]) * more
        self.values = dict(
            values,
            handle_seconds=values["handle_seconds"] * (1 + month["handle_change"]),
            vendor_resolution=resolution,
            vendor_service_deviation=level - values["service_level"],
            sales_share=values["sales_share"] / more,
        )
        if level not in floors:
            asked = dict(
                values,
                service_level=level,
                quoted_service_level=level,
                quoted_answer_within_seconds=values["answer_within_seconds"],
            )
            floors[level] = account.as_option(Scenario(asked), "outsourced")
        floor = floors[level].varied({"handle_seconds": self.values["handle_seconds"]})
        side = workload.sides_of(floor, volume)[1]
        self.load = workload.Load(side, 1.0, 1.0)
        self.cost = cents(self.load.team.paid_hours * values["vendor_cost_per_paid_hour"])

    @property
    def repeat_share(self) -> float:
        """Share of the calls that were made before, about the same matter."""
        return (1 - self.values["vendor_resolution"]) * self.values["callers_again"]

    @property
    def resolved_calls(self) -> float:
        return self.load.calls * self.values["vendor_resolution"]

    def as_data(self) -> dict:
        """Return the month's work.

        ``calls``, ``repeat_share``, ``resolved_calls``, ``handled_minutes``, ``work_hours``, ``paid_hours``,
        ``posts`` (full-time agents), ``occupancy`` (handled minutes over minutes at work) and ``cost``, EUR.
        """
        team = self.load.team
        return {
            "calls": self.load.calls,
            "repeat_share": self.repeat_share,
            "resolved_calls": self.resolved_calls,
            "handled_minutes": self.load.handled_minutes,
            "work_hours": team.work_hours,
            "paid_hours": team.paid_hours,
            "posts": team.posts,
            "occupancy": self.load.handled_minutes / 60 / team.work_hours,
            "cost": self.cost / 100,
        }


class Terms:
    """A tariff, with the price at which it bills for the month as agreed what the minutes would."""

    def __init__(self, tariff: str, agreed: Month) -> None:
        bill = cents(vendor.fee(dict(agreed.values, tariff="minute"), agreed.load)) / 100
        self.terms = {
            "tariff": tariff,
            "vendor_minimum": agreed.values["minimum_commitment"] * bill,
            "hybrid_monthly_fee": agreed.values["hybrid_fixed_share"] * bill,
        }
        self.price_name = vendor.price_name(tariff)
        fixed = self.fee(agreed, 0.0)
        by_unit = self.fee(agreed, 1.0) - fixed
        if by_unit <= 0:
            raise InputError("sales_share", "above 0, or no price of a sale makes the bill", 0)
        self.price = agreed.values["price_per_minute"] if tariff == "minute" else (bill - fixed) / by_unit

    def fee(self, month: Month, price: float) -> float:
        """Return the fee of a month, before minimum, bonus or penalty."""
        values = dict(month.values, **self.terms)
        values[self.price_name] = price
        return vendor.fee(values, month.load)

    def bill(self, month: Month) -> int:
        """Return what is billed for a month, in cents, as the lines of `vendor` add up."""
        fee = self.fee(month, self.price)
        bonus = cents(fee * vendor.bonus_share(month.values))
        return max(cents(fee), cents(self.terms["vendor_minimum"])) + bonus

    def is_minimum(self, month: Month) -> bool:
        """Whether the least is billed in place of a smaller fee."""
        return cents(self.fee(month, self.price)) < cents(self.terms["vendor_minimum"])


def billed(terms: Terms, agreed: Month, turned_out: Month) -> dict:
    """Return a tariff's bills and margins, as `compare` describes them."""
    return {
        "tariff": terms.terms["tariff"],
        "price": terms.price,
        "agreed": outcome(terms, agreed),
        "turned_out": outcome(terms, turned_out),
        "change_of_bill": (terms.bill(turned_out) - terms.bill(agreed)) / 100,
        "change_of_margin": change_of_margin(terms, agreed, turned_out),
    }


def outcome(terms: Terms, month: Month) -> dict:
    """Return what a tariff bills for a month, and what that makes a call and for the vendor."""
    bill = terms.bill(month)
    return {
        "bill": bill / 100,
        "margin": (bill - month.cost) / 100,
        "per_call": bill / 100 / month.load.calls,
        "per_resolved_call": bill / 100 / month.resolved_calls,
        "is_minimum": terms.is_minimum(month),
    }


def change_of_margin(terms: Terms, agreed: Month, month: Month) -> float:
    """Return by how much a tariff leaves the vendor more for a month than as agreed, in EUR."""
    return (terms.bill(month) - month.cost - terms.bill(agreed) + agreed.cost) / 100
