"""Demand: calls by interval of a day."""

import math

from .bank_day import HALF_HOURS
from .check import InputError, number

INTERVALS = (15, 30, 60)
DAY_MINUTES = 1440
OPENS, CLOSES = 420, 1260


def day_profile(calls_per_day, minutes=30, night_share=0.0):
    """Return a day's calls by interval, in the shape of the bank's average weekday.

    Parameters
    ----------
    calls_per_day : float
        Calls of the whole day, at least 0.
    minutes : {15, 30, 60}
        Length of an interval.
    night_share : float
        Share of the day's calls that arrive before 07:00 or from 21:00 on, from 0 to below 1. The bank's
        figures stop there; by night calls are assumed to ebb to a tenth at 02:00 and to rise again.

    Returns
    -------
    list of tuple
        (start_minute, minutes, calls) from midnight to midnight; the calls add up to ``calls_per_day``.

    Raises
    ------
    InputError
        If an input cannot be used.
    """
    number("calls_per_day", calls_per_day, 0)
    number("night_share", night_share, 0, below=1)
    if isinstance(minutes, bool) or minutes not in INTERVALS:
        raise InputError("minutes", "15, 30 or 60", minutes)
    starts = range(0, DAY_MINUTES, minutes)
    shapes = [(start, bank_calls(start, minutes), night_calls(start, minutes)) for start in starts]
    by_day = by_night = 0.0
    for _, day, night in shapes:
        by_day += day
        by_night += night
    return [
        (start, minutes, calls_per_day * ((1 - night_share) * day / by_day + night_share * night / by_night))
        for start, day, night in shapes
    ]


def bank_calls(start, minutes):
    """Return the bank's mean calls from a minute of the day on, evenly spread within its half hours."""
    calls = 0.0
    for index, (_, mean, _) in enumerate(HALF_HOURS):
        begin = OPENS + 30 * index
        calls += mean / 30 * max(0, min(begin + 30, start + minutes) - max(begin, start))
    return calls


def night_calls(start, minutes):
    """Return the weight of a night interval: 1 at 21:00 and 07:00, a tenth halfway, 0 by day."""
    if OPENS <= start < CLOSES:
        return 0.0
    since = (start + minutes / 2 - CLOSES) % DAY_MINUTES
    return minutes * (1 - 0.9 * math.sin(math.pi * since / (DAY_MINUTES - CLOSES + OPENS)))
