"""Busier and quieter days: why calls vary far more than chance alone would have them.

If calls came at random at a known rate, the variance of a half hour's count would equal its mean. At the
bank it is 6 to 21 times the mean, and a busy morning points to a busy rest of the day (correlation 0.81). So
the rate itself varies from day to day. The model here has three layers:

- two factors with mean 1 for the day, one for the morning (before noon) and one for the rest, correlated;
- a factor with mean 1 for each half hour, independent of all others;
- calls at random (Poisson) at the rate that the factors leave.

All factors are lognormal. Their spread is fitted to the bank: the standard deviation of each half hour and
of whole days, and the correlation of morning and rest, come out as observed.

Source: bank_day.py; Weinberg, Brown and Stroud (2007) for the idea of a random rate.
"""

import math

from ..check import InputError, number
from ..numerics.randomness import normal_quantile
from .bank_day import DAY_SD, HALF_HOURS, MORNING_WITH_REST
from .demand import OPENS, checked_profile

NOON = 720


def bank_spread() -> dict:
    """Return the spread of the factors, fitted to the bank's counts.

    Returns
    -------
    dict
        ``morning_sd`` and ``rest_sd``: standard deviation of the factors of morning and rest;
        ``correlation`` of the two; ``half_hour_sd``: a list, standard deviation of the factor of each half
        hour in `bank_day.HALF_HOURS`.

    Notes
    -----
    Morning and rest vary in the ratio in which their half hours do; their size is set so that the bank's
    days have their standard deviation (by bisection). What is left of a half hour's variance is its own.
    Where nothing is left, at 18:00, its own factor is 1 and the model varies a little more than the bank.

    Examples
    --------
    At 10:00 the bank counts 1,699.7 calls on average with a deviation of 182.7. Chance explains the mean of
    its variance; both factors explain the rest:

    >>> found = bank_spread()
    >>> own, shared = found["half_hour_sd"][6], found["morning_sd"]
    >>> rate_variance = (1 + own**2) * (1 + shared**2) - 1
    >>> round((1699.7 + rate_variance * 1699.7**2) ** 0.5, 1)
    182.7
    """
    count = (NOON - OPENS) // 30
    morning, rest = HALF_HOURS[:count], HALF_HOURS[count:]
    morning_size, rest_size = mean_spread(morning), mean_spread(rest)
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        one, other = part_variance(morning, middle * morning_size), part_variance(rest, middle * rest_size)
        if one + other + 2 * MORNING_WITH_REST * math.sqrt(one * other) < DAY_SD**2:
            low = middle
        else:
            high = middle
    morning_sd, rest_sd = high * morning_size, high * rest_size
    variances = part_variance(morning, morning_sd) * part_variance(rest, rest_sd)
    covariance = MORNING_WITH_REST * math.sqrt(variances) / (mean_calls(morning) * mean_calls(rest))
    return {
        "morning_sd": morning_sd,
        "rest_sd": rest_sd,
        "correlation": covariance / (morning_sd * rest_sd),
        "half_hour_sd": [
            own_spread(mean, sd, morning_sd if index < count else rest_sd)
            for index, (_, mean, sd) in enumerate(HALF_HOURS)
        ],
    }


def variance_to_mean(calls: float, spread: float) -> float:
    """Return how much more a count varies than random calls would, when its rate varies too.

    Parameters
    ----------
    calls : float
        Mean calls of the interval, from 0 to 1e12.
    spread : float
        Standard deviation of the rate divided by its mean, from 0 to 10.

    Returns
    -------
    float
        Variance / mean: 1 + calls * spread**2. Large intervals vary more, in this sense, than small ones.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Examples
    --------
    >>> round(variance_to_mean(1000, 0.1), 9)
    11.0
    """
    return 1 + number("calls", calls, 0, 1e12) * number("spread", spread, 0, 10) ** 2


def expected_rest(morning_factor: float) -> float:
    """Return what a morning tells you: the expected factor for the rest of the day.

    Parameters
    ----------
    morning_factor : float
        The morning's calls as a multiple of an average morning's, from 0.01 to 100.

    Returns
    -------
    float
        Expected calls from noon on, as a multiple of the average, in the model of `bank_spread`.

    Raises
    ------
    InputError
        If the factor is no number or out of its range.

    Examples
    --------
    A morning a fifth above the usual announces a rest of the day somewhat less above it:

    >>> 1.1 < expected_rest(1.2) < 1.2
    True
    """
    number("morning_factor", morning_factor, 0.01, 100)
    spread = bank_spread()
    morning, rest, both = log_spreads(spread)
    slope = both / (morning * morning)
    normal = math.log(morning_factor) + morning * morning / 2
    return math.exp(slope * normal - slope * both / 2)


def day_of_rank(profile: list[tuple[int, int, float]], rank: float) -> list[tuple[int, int, float]]:
    """Return the profile of a day that is busier than a given share of all days.

    Parameters
    ----------
    profile : list of tuple
        The average day's profile.
    rank : float
        Share of days that are quieter, from 0.001 to 0.999; 0.5 is the middle day.

    Returns
    -------
    list of tuple
        The profile, all intervals times one factor, spread as the bank's days are.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    A lognormal day of mean 1 and deviation s has the middle 1 / sqrt(1 + s * s); the bank's s is 0.09:

    >>> middle = day_of_rank([(600, 30, 1000.0)], 0.5)
    >>> round(middle[0][2]), round(1000 / (1 + 0.09**2) ** 0.5)
    (996, 996)
    """
    checked_profile("profile", profile)
    number("rank", rank, 0.001, 0.999)
    spread = math.sqrt(math.log(1 + (DAY_SD / mean_calls(HALF_HOURS)) ** 2))
    return with_factors(profile, *[math.exp(spread * normal_quantile(rank) - spread * spread / 2)] * 2)


def with_factors(
    profile: list[tuple[int, int, float]], morning_factor: float, rest_factor: float
) -> list[tuple[int, int, float]]:
    """Return a profile with its calls before noon and from noon on multiplied.

    Parameters
    ----------
    profile : list of tuple
        A day's profile.
    morning_factor, rest_factor : float
        From 0 to 100.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    >>> with_factors([(690, 30, 10.0), (720, 30, 10.0)], 1.5, 0.5)
    [(690, 30, 15.0), (720, 30, 5.0)]
    """
    checked_profile("profile", profile)
    number("morning_factor", morning_factor, 0, 100)
    number("rest_factor", rest_factor, 0, 100)
    return [
        (start, minutes, calls * (morning_factor if start < NOON else rest_factor))
        for start, minutes, calls in profile
    ]


def random_day(profile: list[tuple[int, int, float]], draw: callable) -> list[tuple[int, int, float]]:
    """Return a day's profile with its rates drawn at random: busy or quiet, each interval a little its own.

    The calls themselves are then random at these rates.

    Parameters
    ----------
    profile : list of tuple
        The average day's profile.
    draw : callable
        Returns an independent standard normal number each time it is called.

    Returns
    -------
    list of tuple
        A profile.

    Raises
    ------
    ValueError
        If the profile is none, or ``draw`` cannot be called.

    Notes
    -----
    Draws 2 numbers for the day, then 1 for each half hour that starts within the profile; shorter intervals
    share their half hour's factor, longer ones take the factor of their first half hour.

    Examples
    --------
    With numbers from one of the course's own streams, the same everywhere:

    >>> from callcentre.model.numerics.randomness import streams
    >>> stream = streams(seed=1, count=1)[0]
    >>> day = random_day([(600, 30, 100.0), (630, 30, 100.0)], lambda: stream.normals(1)[0])
    >>> [start for start, _, _ in day], day[0][2] != day[1][2]
    ([600, 630], True)
    """
    checked_profile("profile", profile)
    if not callable(draw):
        raise InputError("draw", "a function that returns a normal random number", draw)
    spread = bank_spread()
    morning, rest, both = log_spreads(spread)
    first, second = draw(), draw()
    along = both / morning
    beside = math.sqrt(max(0.0, rest * rest - along * along))
    factors = (
        math.exp(morning * first - morning * morning / 2),
        math.exp(along * first + beside * second - rest * rest / 2),
    )
    drawn, half_hour = [], None
    for start, minutes, calls in profile:
        if start // 30 != half_hour:
            half_hour = start // 30
            own = log_sd(half_hour_spread(spread, start))
            factor = math.exp(own * draw() - own * own / 2)
        drawn.append((start, minutes, calls * factors[0 if start < NOON else 1] * factor))
    return drawn


def half_hour_spread(spread: dict, start: int) -> float:
    """Return the spread of the half hour in which an interval starts; by night that of the nearest by day."""
    spreads = spread["half_hour_sd"]
    return spreads[max(0, min(len(spreads) - 1, (start - OPENS) // 30))]


def log_spreads(spread: dict) -> tuple[float, float, float]:
    """Return standard deviations of the logarithms of both factors, and their covariance."""
    covariance = spread["correlation"] * spread["morning_sd"] * spread["rest_sd"]
    return log_sd(spread["morning_sd"]), log_sd(spread["rest_sd"]), math.log(1 + covariance)


def log_sd(sd: float) -> float:
    """Return the standard deviation of the logarithm of a lognormal factor with mean 1."""
    return math.sqrt(math.log(1 + sd * sd))


def mean_calls(half_hours: tuple) -> float:
    total = 0.0
    for _, mean, _ in half_hours:
        total += mean
    return total


def mean_spread(half_hours: tuple) -> float:
    """Return the spread of the rates of half hours beyond chance, each weighed with its calls."""
    weighted = 0.0
    for _, mean, sd in half_hours:
        weighted += math.sqrt(sd * sd - mean)
    return weighted / mean_calls(half_hours)


def part_variance(half_hours: tuple, sd: float) -> float:
    """Return the variance of the calls of several half hours that share a factor of this spread.

    Each half hour keeps its own variance; the shared factor adds the covariances.
    """
    variances = squares = 0.0
    for _, mean, deviation in half_hours:
        variances += deviation * deviation
        squares += mean * mean
    return variances + sd * sd * (mean_calls(half_hours) ** 2 - squares)


def own_spread(mean: float, sd: float, shared_sd: float) -> float:
    """Return the spread of a half hour's own factor: what chance and the shared factor do not explain."""
    rate_variance = (sd * sd - mean) / (mean * mean)
    return math.sqrt(max(0.0, (1 + rate_variance) / (1 + shared_sd * shared_sd) - 1))
