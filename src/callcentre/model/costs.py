"""In-house, outsourced and mixed, compared over a horizon of months.

A scenario's values → the work of each side → lines of money by month → totals, present value, break-even.
"""

from . import assumptions, in_house, money, vendor, workload

# (name, how a day's calls are shared) each, in the order a reader meets them
OPTIONS = (
    ("in-house", workload.all_in_house),
    ("outsourced", workload.all_to_vendor),
    ("mixed", workload.by_hours),
)
PAIRS = (("in-house", "outsourced"), ("in-house", "mixed"), ("outsourced", "mixed"))
SEARCH_FROM = 500
SEARCH_TO = 500_000
SEARCH_STEPS = 30


class Line:
    """One line of an option's account: ``amounts`` in cents by month, 0 being the set-up."""

    def __init__(self, name, label, amounts):
        self.name = name
        self.label = label
        self.amounts = amounts

    def as_data(self):
        """Return name, label, and in EUR ``set_up``, ``monthly`` (average), ``total`` and ``by_month``."""
        total = sum(self.amounts)
        months = len(self.amounts) - 1
        return {
            "name": self.name,
            "label": self.label,
            "set_up": self.amounts[0] / 100,
            "monthly": (total - self.amounts[0]) / 100 / months,
            "total": total / 100,
            "by_month": [amount / 100 for amount in self.amounts],
        }


def compare(scenario):
    """Compare the three options of a scenario.

    Parameters
    ----------
    scenario : dict
        Values by name, as in ``assumptions.TABLE``; what is missing has its default.

    Returns
    -------
    dict
        ``scenario`` (every value), ``options`` (a dict by name: "in-house", "outsourced", "mixed"; see
        `option_as_data`), ``cheapest`` (the option with the least present value), ``payback_month``
        (see there) and ``break_even`` (one dict a pair; see `break_evens`). Money is in EUR, costs positive.

    Raises
    ------
    InputError
        For a name that is not in the table or a value that is not allowed.
    """
    values = assumptions.complete(scenario)
    staff = workload.Staffing(values)
    factors = money.discount_factors(values["discount_rate"], values["horizon_months"])
    options = {name: option_as_data(name, values, staff, factors) for name, _ in OPTIONS}
    cheapest = OPTIONS[0][0]
    for name, _ in OPTIONS:
        if options[name]["npv"] < options[cheapest]["npv"]:
            cheapest = name
    return {
        "scenario": values,
        "options": options,
        "cheapest": cheapest,
        "payback_month": payback_month(options["in-house"]["cumulated"], options["outsourced"]["cumulated"]),
        "break_even": break_evens(values, staff, factors),
    }


def account(name, values, staff):
    """Return an option's lines, and the work of its two sides."""
    for option, split in OPTIONS:
        if option == name:
            own, others = workload.share_out(values, split, staff)
    lines = []
    for side, its_lines in ((own, in_house.LINES), (others, vendor.LINES)):
        if side.calls > 0:
            lines.extend([Line(line, label, amounts(values, side)) for line, label, amounts in its_lines])
    return lines, own, others


def option_as_data(name, values, staff, factors):
    """Return what an option costs.

    Returns
    -------
    dict
        ``lines`` (see `Line.as_data`), ``set_up``, ``monthly`` (average), ``total``, ``by_month`` and
        ``cumulated`` (from month 0), ``npv`` (the present value of all costs), ``cost_per_call`` (the total
        over all calls), ``own`` and ``vendor`` (see `side_as_data`).
    """
    lines, own, others = account(name, values, staff)
    by_month = money.by_month([line.amounts for line in lines])
    total = Line(name, name, by_month).as_data()
    return {
        "lines": [line.as_data() for line in lines],
        "set_up": total["set_up"],
        "monthly": total["monthly"],
        "total": total["total"],
        "by_month": total["by_month"],
        "cumulated": [amount / 100 for amount in money.cumulated(by_month)],
        "npv": money.present_value(by_month, factors) / 100,
        "cost_per_call": total["total"] / (own.calls + others.calls),
        "own": side_as_data(own),
        "vendor": side_as_data(others),
    }


def payback_month(invested, alternative):
    """Return the first month from which one cumulated spending stays below another that began below it.

    None where it did not begin above the other, or does not end below it.
    """
    if invested[0] <= alternative[0] or invested[-1] >= alternative[-1]:
        return None
    month = len(invested) - 1
    while invested[month - 1] < alternative[month - 1]:
        month -= 1
    return month


def side_as_data(work):
    """Return one side's work in the first month: calls, handled minutes, posts, seats, agents by interval."""
    load = work.first
    return {
        "calls": load.calls,
        "handled_minutes": load.handled_minutes,
        "posts": load.team.posts,
        "seats": load.team.seats,
        "agents": load.team.agents,
    }


def present_cost(name, values, staff, factors):
    """Return the present value of an option's costs, in cents."""
    lines, _, _ = account(name, values, staff)
    return money.present_value(money.by_month([line.amounts for line in lines]), factors)


def break_evens(values, staff, factors):
    """Return the break-even volumes of each pair of options, searched from 500 to 500,000 calls a month.

    Each is a dict: ``pair``, ``cheaper`` (the cheaper option of each stretch, from the smallest volumes up)
    and ``volumes`` (calls a month at which the next stretch begins: none, one or several). Agents are whole,
    so costs rise in steps; the search looks at 31 volumes in equal ratios and then halves between two that
    differ, down to one call.
    """
    known = {}

    def cost(name, calls):
        if (name, calls) not in known:
            at = dict(values)
            at["calls_per_month"] = calls
            known[(name, calls)] = present_cost(name, at, staff, factors)
        return known[(name, calls)]

    return [break_even(pair, cost) for pair in PAIRS]


def break_even(pair, cost):
    """Return where the cheaper of a pair changes; ``cost(name, calls)`` says what an option costs."""
    first, second = pair

    def cheaper(calls):
        return first if cost(first, calls) <= cost(second, calls) else second

    volumes = []
    stretches = [cheaper(SEARCH_FROM)]
    low = SEARCH_FROM
    for step in range(1, SEARCH_STEPS + 1):
        high = round(SEARCH_FROM * (SEARCH_TO / SEARCH_FROM) ** (step / SEARCH_STEPS))
        if cheaper(high) != stretches[-1]:
            volumes.append(first_change(low, high, cheaper))
            stretches.append(cheaper(high))
        low = high
    return {"pair": list(pair), "cheaper": stretches, "volumes": volumes}


def first_change(low, high, answer):
    """Return a whole number above ``low`` from which the answer is that of ``high``, by bisection."""
    target = answer(high)
    while high - low > 1:
        middle = (low + high) // 2
        if answer(middle) == target:
            high = middle
        else:
            low = middle
    return high
