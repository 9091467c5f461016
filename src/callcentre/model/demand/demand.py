"""Demand: calls by interval of a day, by day of a week, by month of a year.

A *profile* is a day's calls as a list of (start_minute, minutes, calls): minutes after midnight, the length
of the interval, and the calls expected in it. Intervals follow one another without a gap.
"""

import math

from ..check import InputError, number, whole_number
from ..units import MINUTES_IN_DAY, MONTHS_IN_YEAR
from .bank_day import HALF_HOURS

INTERVALS = (15, 30, 60)
OPENS, CLOSES = 420, 1260
STEP = 15
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_profile(
    calls_per_day: float, minutes: int = 30, night_share: float = 0.0
) -> list[tuple[int, int, float]]:
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
        A profile from midnight to midnight; the calls add up to ``calls_per_day``.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    The bank's half hour from 10:00 has 1,699.7 of the 32,391.4 calls of its mean day, 5.25 %:

    >>> profile = day_profile(1000)
    >>> len(profile), profile[20][:2], round(profile[20][2], 2)
    (48, (600, 30), 52.47)
    >>> round(1000 * 1699.7 / 32391.4, 2)
    52.47
    """
    return spread(calls_per_day, minutes, night_share, bank_weight)


def peaks_profile(
    calls_per_day: float,
    minutes: int = 30,
    morning_peak: float = 0.8,
    afternoon_peak: float = 0.4,
    morning_hour: float = 10.5,
    afternoon_hour: float = 15.0,
    night_share: float = 0.0,
) -> list[tuple[int, int, float]]:
    """Return a day's calls by interval, from a level with a morning and an afternoon peak.

    Parameters
    ----------
    calls_per_day : float
        Calls of the whole day, at least 0.
    minutes : {15, 30, 60}
        Length of an interval.
    morning_peak, afternoon_peak : float
        How far the peak stands above the day's level, as a multiple of that level: 0 (none) to 20.
    morning_hour, afternoon_hour : float
        Hour of the peak's top, from 7 to 21; 10.5 is half past ten. A peak rises and falls like a bell, two
        thirds of it within an hour and a half of its top.
    night_share : float
        As for `day_profile`.

    Returns
    -------
    list of tuple
        A profile from midnight to midnight; the calls add up to ``calls_per_day``.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    Without peaks the fourteen hours from 07:00 to 21:00 share the calls equally:

    >>> level = peaks_profile(1400, 60, morning_peak=0, afternoon_peak=0)
    >>> [round(calls) for _, _, calls in level[6:9]]
    [0, 100, 100]
    """
    peaks = (
        (number("morning_peak", morning_peak, 0, 20), number("morning_hour", morning_hour, 7, 21)),
        (number("afternoon_peak", afternoon_peak, 0, 20), number("afternoon_hour", afternoon_hour, 7, 21)),
    )

    def weight(middle: float) -> float:
        if not OPENS <= middle < CLOSES:
            return 0.0
        level = 1.0
        for height, hour in peaks:
            level += height * math.exp(-(((middle / 60 - hour) / 1.5) ** 2) / 2)
        return level

    return spread(calls_per_day, minutes, night_share, weight)


def week_profile(
    calls_per_week: float,
    weekend_share: float = 0.0,
    day: list[tuple[int, int, float]] | None = None,
    minutes: int = 30,
    night_share: float = 0.0,
) -> list[list[tuple[int, int, float]]]:
    """Return a week's calls: seven day profiles, Monday first.

    Parameters
    ----------
    calls_per_week : float
        Calls of the whole week, at least 0.
    weekend_share : float
        Share of the week's calls on Saturday and Sunday, half on each, from 0 to 1. The weekdays share the
        rest equally.
    day : list of tuple, optional
        A profile whose shape every day has; the bank's weekday where none is given.
    minutes, night_share
        As for `day_profile`, where no ``day`` is given.

    Returns
    -------
    list of list of tuple
        Seven profiles, in the order of `DAYS`.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    A fifth of the week's calls at the weekend: 160 on each weekday, 100 on each of the two other days.

    >>> week = week_profile(1000, weekend_share=0.2)
    >>> [round(total_calls(day)) for day in week]
    [160, 160, 160, 160, 160, 100, 100]
    """
    number("calls_per_week", calls_per_week, 0)
    number("weekend_share", weekend_share, 0, 1)
    shape = day_profile(1.0, minutes, night_share) if day is None else scaled(day, 1.0, "day")
    weekday, weekend = calls_per_week * (1 - weekend_share) / 5, calls_per_week * weekend_share / 2
    return [
        [(start, length, calls * share) for start, length, calls in shape]
        for share in [weekday] * 5 + [weekend] * 2
    ]


def year_profile(
    calls_per_month: float, peak_months: list[int] | tuple[int, ...] = (), peak_factor: float = 1.0
) -> list[float]:
    """Return a year's calls by month, with seasonal peaks.

    Parameters
    ----------
    calls_per_month : float
        Calls of an average month, at least 0.
    peak_months : list of int
        Months of the season, 1 for January to 12 for December, each once; none for a level year.
    peak_factor : float
        Calls in a month of the season, as a multiple of those in another month, from 0 to 100.

    Returns
    -------
    list of float
        Twelve numbers, January first; they add up to twelve average months.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    Two months of twice the calls weigh like four: 12 x 700 / (10 + 4) = 600.

    >>> year_profile(700, peak_months=[11, 12], peak_factor=2)[9:]
    [600.0, 1200.0, 1200.0]
    """
    number("calls_per_month", calls_per_month, 0)
    number("peak_factor", peak_factor, 0, 100)
    if not isinstance(peak_months, (list, tuple)):
        raise InputError("peak_months", "a list of months from 1 to 12", peak_months)
    season = [whole_number("peak_months", month, 1, MONTHS_IN_YEAR) for month in peak_months]
    if len(set(season)) != len(season):
        raise InputError("peak_months", "a list of months from 1 to 12, each once", peak_months)
    if len(season) == MONTHS_IN_YEAR:
        return [float(calls_per_month)] * MONTHS_IN_YEAR
    others = calls_per_month * MONTHS_IN_YEAR / (MONTHS_IN_YEAR - len(season) + len(season) * peak_factor)
    return [others * peak_factor if month in season else others for month in range(1, MONTHS_IN_YEAR + 1)]


def scaled(
    profile: list[tuple[int, int, float]], calls: float, name: str = "profile"
) -> list[tuple[int, int, float]]:
    """Return a profile of the same shape that adds up to so many calls.

    Parameters
    ----------
    profile : list of tuple
        With at least one call.
    calls : float
        Calls of the day, at least 0.
    name : str
        What an error calls the profile.

    Raises
    ------
    InputError
        If the profile is none or has no calls, or ``calls`` is no number of at least 0.

    Examples
    --------
    >>> scaled([(540, 30, 1.0), (570, 30, 3.0)], 100)
    [(540, 30, 25.0), (570, 30, 75.0)]
    """
    number("calls", calls, 0)
    total = total_calls(checked_profile(name, profile))
    if total <= 0:
        raise InputError(name, "a profile with calls in it", profile)
    return [(start, minutes, expected / total * calls) for start, minutes, expected in profile]


def in_intervals(profile: list[tuple[int, int, float]], minutes: int) -> list[tuple[int, int, float]]:
    """Return a profile in intervals of another length; calls are spread evenly within the old ones.

    Parameters
    ----------
    profile : list of tuple
        A profile in intervals of 15, 30 or 60 minutes.
    minutes : {15, 30, 60}
        Length of the new intervals. They start at full hours, half hours or quarters; where the first or
        last one is covered in part only, it holds the calls of that part.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    >>> in_intervals([(540, 30, 10.0), (570, 30, 20.0)], 60)
    [(540, 60, 30.0)]
    """
    checked_profile("profile", profile)
    checked_minutes(minutes)
    calls_by_start: dict[int, float] = {}
    for start, length, calls in profile:
        pieces = length // STEP
        for piece in range(pieces):
            begin = (start + piece * STEP) // minutes * minutes
            calls_by_start[begin] = calls_by_start.get(begin, 0.0) + calls / pieces
    return [(start, minutes, calls_by_start[start]) for start in sorted(calls_by_start)]


def total_calls(profile: list[tuple[int, int, float]]) -> float:
    """Return the calls of a profile.

    Examples
    --------
    >>> total_calls([(540, 30, 10.0), (570, 30, 20.0)])
    30.0
    """
    total = 0.0
    for _, _, calls in profile:
        total += calls
    return total


def checked_profile(name: str, profile: list[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """Return a profile when it is one: a day's intervals of one length, in order, without gaps."""
    if not isinstance(profile, (list, tuple)) or not profile:
        raise InputError(name, "a list of (start_minute, minutes, calls)", profile)
    for index, interval in enumerate(profile):
        if not isinstance(interval, (list, tuple)) or len(interval) != 3:
            raise InputError(name, "a list of (start_minute, minutes, calls)", interval)
        start, minutes, calls = interval
        whole_number(name, start, 0, MINUTES_IN_DAY)
        checked_minutes(minutes, name)
        number(name, calls, 0)
        follows = index == 0 or start == profile[index - 1][0] + minutes
        if start % minutes or minutes != profile[0][1] or not follows:
            raise InputError(name, "intervals of one length, one after the other", interval)
    if profile[-1][0] + profile[-1][1] > MINUTES_IN_DAY:
        raise InputError(name, "intervals of one day", profile[-1])
    return profile


def checked_minutes(minutes: int, name: str = "minutes") -> int:
    if isinstance(minutes, bool) or not isinstance(minutes, int) or minutes not in INTERVALS:
        raise InputError(name, "15, 30 or 60", minutes)
    return minutes


def spread(
    calls_per_day: float, minutes: int, night_share: float, day_weight: callable
) -> list[tuple[int, int, float]]:
    """Return a profile of a whole day: by day after the weight of each minute, by night after the ebb."""
    number("calls_per_day", calls_per_day, 0)
    number("night_share", night_share, 0, below=1)
    checked_minutes(minutes)
    middles = [start + STEP / 2 for start in range(0, MINUTES_IN_DAY, STEP)]
    by_day = [day_weight(middle) for middle in middles]
    by_night = [night_weight(middle) for middle in middles]
    day_total, night_total = 0.0, 0.0
    for day, night in zip(by_day, by_night):
        day_total += day
        night_total += night
    steps = [
        (1 - night_share) * day / day_total + night_share * night / night_total
        for day, night in zip(by_day, by_night)
    ]
    profile = []
    for start in range(0, MINUTES_IN_DAY, minutes):
        share = 0.0
        for step in steps[start // STEP : (start + minutes) // STEP]:
            share += step
        profile.append((start, minutes, calls_per_day * share))
    return profile


def bank_weight(minute: float) -> float:
    """Return the bank's mean calls in the half hour around a minute of the day, 0 outside its hours."""
    if not OPENS <= minute < CLOSES:
        return 0.0
    return HALF_HOURS[int(minute - OPENS) // 30][1]


def night_weight(minute: float) -> float:
    """Return the weight of a minute of the night: 1 at 21:00 and 07:00, a tenth halfway, 0 by day."""
    if OPENS <= minute < CLOSES:
        return 0.0
    since = (minute - CLOSES) % MINUTES_IN_DAY
    return 1 - 0.9 * math.sin(math.pi * since / (MINUTES_IN_DAY - CLOSES + OPENS))
