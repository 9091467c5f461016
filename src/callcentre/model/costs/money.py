"""Money month by month, in whole cents, so that every total is exactly the sum of what is shown.

Amounts are runs: (first month, months, cents in each of them). Month 0 is the start, before the first call.
"""

import math

from .. import workload


def cents(euros: float) -> int:
    """Return an amount in whole cents; half a cent counts up."""
    return math.floor(euros * 100 + 0.5)


def monthly(work: workload.Workload, cost: callable, level: callable = None) -> list:
    """Return runs of ``cost(load)`` euros in each month of a Workload, at the ``level(year)`` of prices."""
    runs = []
    last = None
    for first, months, year, load in work.periods:
        if load is not last:
            euros = cost(load)
        if load is not last or level:
            amount = cents(euros * level(year) if level else euros)
        last = load
        runs.append((first, months, amount))
    return runs


def once(month: int, euros: float) -> list[tuple[int, int, int]]:
    """Return a run of so many euros in one month."""
    return [(month, 1, cents(euros))]


def drifted(rate: float, year: int) -> float:
    """Return what a price of 1 has become after so many years, at a yearly rate."""
    return (1 + rate) ** year


def part_of(share: float, runs: list) -> list:
    """Return a share of runs, month by month in whole cents."""
    return [(first, months, cents(amount * share / 100)) for first, months, amount in runs]


def total(runs: list) -> int:
    """Return the sum of runs in cents."""
    return sum([months * amount for _, months, amount in runs])


def by_month(runs: list, horizon: int) -> list[int]:
    """Return the sum of runs in cents in each month from 0 to the horizon."""
    changes = [0] * (horizon + 2)
    for first, months, amount in runs:
        changes[first] += amount
        changes[first + months] -= amount
    return cumulated(changes)[:-1]


def cumulated(amounts: list) -> list[int]:
    """Return the running sum of amounts."""
    running = []
    so_far = 0
    for amount in amounts:
        so_far += amount
        running.append(so_far)
    return running


def present_value(runs: list, annuities: list[float]) -> float:
    """Return what runs are worth at month 0, in cents; ``annuities`` as a Scenario has them."""
    value = 0.0
    for first, months, amount in runs:
        value += amount * (annuities[first + months] - annuities[first])
    return value
