"""Money month by month, in whole cents, so that every total is exactly the sum of what is shown."""

import math


def cents(euros):
    """Return an amount in whole cents; half a cent counts up."""
    return math.floor(euros * 100 + 0.5)


def monthly(work, cost):
    """Return cents by month from 0: nothing at the start, then ``cost(load)`` euros in each month."""
    amounts = [0]
    for months, load in work.periods:
        amounts.extend([cents(cost(load))] * months)
    return amounts


def at_start(work, euros):
    """Return cents by month from 0: this many euros at the start, then nothing."""
    return [cents(euros)] + [0] * sum([months for months, _ in work.periods])


def by_month(lines):
    """Return the sum of several lists of amounts, month by month."""
    return [sum(amounts) for amounts in zip(*lines)]


def cumulated(amounts):
    """Return the running sum of amounts."""
    running = []
    total = 0
    for amount in amounts:
        total += amount
        running.append(total)
    return running


def discount_factors(yearly_rate, months):
    """Return what a euro of month 0, 1, 2 … is worth at month 0: (1 + yearly rate) to the power -month/12."""
    return [(1 + yearly_rate) ** (-month / 12) for month in range(months + 1)]


def present_value(amounts, factors):
    """Return what amounts by month are worth at month 0."""
    value = 0.0
    for amount, factor in zip(amounts, factors):
        value += amount * factor
    return value
