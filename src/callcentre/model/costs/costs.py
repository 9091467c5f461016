"""In-house, outsourced and mixed, compared over a horizon of months.

A scenario's values → the work of each side → lines of money by month → totals, present value, break-even.
"""

from .. import assumptions
from ..check import InputError, number
from ..workload.scenario import Scenario
from . import account, break_even


def compare(scenario: dict) -> dict:
    """Compare the three options of a scenario.

    Parameters
    ----------
    scenario : dict
        Values by name, as in ``assumptions.TABLE``; what is missing has its default.

    Returns
    -------
    dict
        ``scenario`` (every value), ``options`` (a dict by name: "in-house", "outsourced", "mixed"; see
        `account.as_data`), ``cheapest`` (the option with the least present value), ``payback`` (months by
        option, against outsourcing; see `payback_month`) and ``break_even`` (see `break_even.volumes`). Money
        is in EUR, costs positive.

    Raises
    ------
    InputError
        For a name that is not in the table or a value that is not allowed.

    Examples
    --------
    A year without interest: what an option is worth at the start is what it costs.

    >>> result = compare({"horizon_months": 12, "discount_rate": 0.0})
    >>> outsourced = result["options"]["outsourced"]
    >>> round(outsourced["npv"] - outsourced["total"], 2)
    0.0
    >>> result["cheapest"] == min(result["options"], key=lambda name: result["options"][name]["npv"])
    True
    """
    complete = Scenario(assumptions.complete(scenario))
    result = accounts(complete)
    result["break_even"] = break_even.volumes(complete)
    return result


def accounts(scenario: Scenario) -> dict:
    """Return what `compare` does, of a `workload.Scenario`, but for the break-even, which takes longest."""
    options = {name: account.as_data(account.as_option(scenario, name)) for name in account.NAMES}
    outsourced = options["outsourced"]["cumulated"]
    return {
        "scenario": scenario.values,
        "options": options,
        "cheapest": least([(options[name]["npv"], name) for name in account.NAMES]),
        "payback": {
            name: payback_month(options[name]["cumulated"], outsourced) for name in ("in-house", "mixed")
        },
    }


def least(costs_and_names: list) -> str:
    """Return the name with the least cost; the first of equals."""
    best, winner = costs_and_names[0]
    for cost, name in costs_and_names[1:]:
        if cost < best:
            best, winner = cost, name
    return winner


def payback_month(invested: list, alternative: list) -> int | None:
    """Return the first month from which one cumulated spending stays below another that began below it.

    None where it did not begin above the other, or does not end below it.
    """
    if invested[0] <= alternative[0] or invested[-1] >= alternative[-1]:
        return None
    month = len(invested) - 1
    while invested[month - 1] < alternative[month - 1]:
        month -= 1
    return month


def present_costs(scenario: dict) -> dict[str, float]:
    """Return the present value of each option's costs in EUR, by name; faster than the whole comparison.

    Parameters
    ----------
    scenario : dict
        As for `compare`.

    Raises
    ------
    InputError
        For a name that is not in the table or a value that is not allowed.

    Examples
    --------
    >>> sorted(present_costs({}))
    ['in-house', 'mixed', 'outsourced']
    >>> present_costs({"hourly_wage": 20.0})["in-house"] > present_costs({})["in-house"]
    True
    """
    complete = Scenario(assumptions.complete(scenario))
    return {name: account.present_cost(account.as_option(complete, name)) / 100 for name in account.NAMES}


def sensitivity(scenario: dict, names: list, change: float = 0.1) -> list[dict]:
    """Change one input at a time, and see what it does to each option.

    Parameters
    ----------
    scenario : dict
        As for `compare`.
    names : list of str
        The inputs to change: numbers of the table.
    change : float
        How much each is lowered and raised, as a share of itself, above 0 and below 1; within its bounds.

    Returns
    -------
    list of dict
        One for each name, the one that moves the most first: ``name``, ``low`` and ``high`` (its values),
        ``npv_low`` and ``npv_high`` (by option), ``swing`` (the most any option's present value moves),
        ``cheapest_low`` and ``cheapest_high``.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    The price of a minute moves more than the transition's cost does:

    >>> [row["name"] for row in sensitivity({}, ["transition_cost", "price_per_minute"])]
    ['price_per_minute', 'transition_cost']
    """
    number("change", change, above=0, below=1)
    a_list("names", names)
    values = assumptions.complete(scenario)
    rows = [one_at_a_time(values, assumptions.numeric("names", name), change) for name in names]
    order = sorted([(-row["swing"], index) for index, row in enumerate(rows)])
    return [rows[index] for _, index in order]


def one_at_a_time(values: dict, known: assumptions.Assumption, change: float) -> dict:
    """Return a row of `sensitivity`."""
    row: dict = {"name": known.name}
    for end, factor in (("low", 1 - change), ("high", 1 + change)):
        row[end] = known.near(values[known.name] * factor)
        at = dict(values)
        at[known.name] = row[end]
        row["npv_" + end] = present_costs(at)
        row["cheapest_" + end] = least([(row["npv_" + end][name], name) for name in account.NAMES])
    row["swing"] = max([abs(row["npv_high"][name] - row["npv_low"][name]) for name in account.NAMES])
    return row


def winners(
    scenario: dict, across: str, across_values: list, down: str, down_values: list
) -> list[list[str]]:
    """Return who is cheapest as two inputs vary.

    Parameters
    ----------
    scenario : dict
        As for `compare`.
    across, down : str
        The names of two different inputs.
    across_values, down_values : list
        The values each takes.

    Returns
    -------
    list of list of str
        The cheapest option, a row for each of ``down_values``, a cell for each of ``across_values``.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    A vendor who works for nothing is cheapest at any volume; a very dear one at none:

    >>> winners({}, "calls_per_month", [5_000, 50_000], "price_per_minute", [0.0, 9.0])
    [['outsourced', 'outsourced'], ['in-house', 'in-house']]
    """
    if across == down:
        raise InputError("down", "another input than " + str(across), down)
    names = (assumptions.known("across", across), assumptions.known("down", down))
    columns = each_allowed("across_values", names[0], across_values)
    rows = each_allowed("down_values", names[1], down_values)
    values = assumptions.complete(scenario)
    return [[cheapest_at(values, {across: one, down: other}) for one in columns] for other in rows]


def cheapest_at(values: dict, replaced: dict) -> str:
    """Return the cheapest option where some values are replaced."""
    at = dict(values)
    at.update(replaced)
    costs = present_costs(at)
    return least([(costs[name], name) for name in account.NAMES])


def a_list(argument: str, value: object) -> list | tuple:
    """Return the value when it is a list or tuple, or refuse it."""
    if not isinstance(value, (list, tuple)):
        raise InputError(argument, "a list", value)
    return value


def each_allowed(argument: str, assumption: assumptions.Assumption, values: object) -> list:
    """Return a list of values that may stand for an assumption, or refuse the argument."""
    try:
        return [assumption.check(value) for value in a_list(argument, values)]
    except InputError as problem:
        raise InputError(argument, problem.allowed, problem.value) from None
