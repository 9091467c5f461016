"""How sure a mean of independent values is."""

from math import atan, cos, pi, sin, sqrt

from ..check import number, whole_number
from .randomness import normal_quantile

MOST_BY_SUM = 200


def confidence_interval(values: list[float], confidence: float) -> dict:
    """Return the mean of independent values, an interval for the true mean, and their deviation.

    Examples
    --------
    Mean 3, deviation sqrt(2.5), and 2.776 for Student's t of four degrees of freedom:

    >>> found = confidence_interval([1, 2, 3, 4, 5], 0.95)
    >>> round(found["mean"], 3), round(found["deviation"], 3), round(found["high"], 3)
    (3.0, 1.581, 4.963)
    >>> round(3 + 2.776 * (2.5 / 5) ** 0.5, 3)
    4.963
    """
    count = len(values)
    if count == 0:
        return {"mean": None, "low": None, "high": None, "deviation": None, "count": 0}
    total = 0.0
    for value in values:
        total += value
    mean = total / count
    if count == 1:
        return {"mean": mean, "low": None, "high": None, "deviation": None, "count": 1}
    squares = 0.0
    for value in values:
        squares += (value - mean) * (value - mean)
    deviation = sqrt(squares / (count - 1))
    half = student_t_quantile((1 + confidence) / 2, count - 1) * deviation / sqrt(count)
    return {"mean": mean, "low": mean - half, "high": mean + half, "deviation": deviation, "count": count}


def student_t_quantile(probability: float, freedom: int) -> float:
    """Return the number below which Student's t falls with this probability.

    Parameters
    ----------
    probability : float
        From 0.5 to below 1.
    freedom : int
        Degrees of freedom, at least 1.

    Returns
    -------
    float
        Found by bisection in the finite sum for the probability up to 200 degrees of freedom (Abramowitz and
        Stegun 1964, 26.7.3 and 26.7.4), relative error below 1e-9; above by the series in the normal
        quantile (26.7.5).

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    The table's 2.262 for nine degrees of freedom:

    >>> round(student_t_quantile(0.975, 9), 3)
    2.262
    """
    number("probability", probability, 0.5, below=1)
    freedom = whole_number("freedom", freedom, 1)
    if probability == 0.5:
        return 0.0
    if freedom > MOST_BY_SUM:
        x = normal_quantile(probability)
        g1 = (x**3 + x) / 4
        g2 = (5 * x**5 + 16 * x**3 + 3 * x) / 96
        g3 = (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / 384
        g4 = (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / 92160
        return x + (g1 + (g2 + (g3 + g4 / freedom) / freedom) / freedom) / freedom
    low, high = 0.0, 1.0
    while student_t_probability(high, freedom) < probability:
        low, high = high, 2 * high
    for _ in range(60):
        middle = (low + high) / 2
        if student_t_probability(middle, freedom) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def student_t_probability(t: float, freedom: int) -> float:
    """Return the probability that Student's t is below ``t``, which is at least 0: a finite sum of powers."""
    angle = atan(t / sqrt(freedom))
    sine, cosine = sin(angle), cos(angle)
    if freedom % 2:
        term = total = cosine if freedom > 1 else 0.0
        for k in range(2, freedom - 2, 2):
            term *= cosine * cosine * k / (k + 1)
            total += term
        return 0.5 + (angle + sine * total) / pi
    term = total = 1.0
    for k in range(1, freedom - 2, 2):
        term *= cosine * cosine * k / (k + 1)
        total += term
    return 0.5 + sine * total / 2


def share_interval(count: int, of: int, confidence: float) -> dict[str, float]:
    """Return a share observed, and an interval for the true one: Wilson's, which stays from 0 to 1.

    Parameters
    ----------
    count, of : int
        How often something was so, of how many independent cases; at least one case.
    confidence : float
        How often such an interval covers the true share, above 0 and below 1.

    Returns
    -------
    dict
        ``share``, ``low`` and ``high``. Source: Wilson (1927), Probable inference, the law of succession, and
        statistical inference, Journal of the American Statistical Association 22(158), 209-212.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    >>> found = share_interval(5, 10, 0.95)
    >>> found["share"], round(found["low"], 3), round(found["high"], 3)
    (0.5, 0.237, 0.763)
    """
    of = whole_number("of", of, 1)
    count = whole_number("count", count, 0, of)
    z = normal_quantile((1 + number("confidence", confidence, above=0, below=1)) / 2)
    share = count / of
    weight = 1 + z * z / of
    middle = (share + z * z / (2 * of)) / weight
    half = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / weight
    low = middle - half if count > 0 else 0.0
    return {"share": share, "low": low, "high": middle + half if count < of else 1.0}
