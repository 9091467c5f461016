"""Rounding that does not fall for the noise of floats."""

from math import ceil

from ..check import LARGEST, number

NOISE = 1e-9
NOISE_SHARE = 1e-12


def ceiling(value: float) -> int:
    """Return the least whole number that is not below a value, a little noise apart.

    Parameters
    ----------
    value : float
        Any finite number, above or below 0.

    Returns
    -------
    int
        The nearest whole number where the value is within 1e-9 of it, on either side; else the one above.
        Of a value beyond 1000 it is within a part in 1e12, as sums of such values are no more exact.

    Raises
    ------
    InputError
        If the value is no finite number.

    Examples
    --------
    >>> ceiling(12.0000000001), ceiling(12.1), ceiling(-1.5)
    (12, 13, -1)
    """
    if not isinstance(value, float) or not abs(value) <= LARGEST:  # called often
        number("value", value)
    nearest = round(value)
    return nearest if abs(value - nearest) <= max(NOISE, NOISE_SHARE * abs(value)) else ceil(value)
