"""What money of later months is worth today."""


def annuities(yearly_rate: float, months: int) -> list[float]:
    """Return what a euro in each month before month 0, 1, 2 … is worth at month 0, all together.

    A euro of one month is worth (1 + yearly rate) to the power -month/12. What a euro in each of the months
    from ``first`` on is worth is the difference of two of these sums.

    Parameters
    ----------
    yearly_rate : float
        A share; 0.06 is six per cent a year.
    months : int
        The last month, from 0 on.

    Returns
    -------
    list of float
        One sum more than there are months with month 0: the first is that of no month, 0.

    Examples
    --------
    A year later a euro is worth 1/1.06 at six per cent:

    >>> sums = annuities(0.06, 12)
    >>> round(sums[13] - sums[12], 6) == round(1 / 1.06, 6)
    True
    >>> annuities(0.0, 3)
    [0.0, 1.0, 2.0, 3.0, 4.0]
    """
    sums = [0.0]
    for month in range(months + 1):
        sums.append(sums[-1] + (1 + yearly_rate) ** (-month / 12))
    return sums
