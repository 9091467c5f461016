"""How many seconds, minutes, days and months there are in one another."""

SECONDS_IN_HOUR = 3600
MINUTES_IN_DAY = 1440
DAYS_IN_WEEK = 7
DAYS_IN_YEAR = 365.25
MONTHS_IN_YEAR = 12


def clock(minute: int) -> str:
    """Return a minute of the day as it stands in a table.

    Examples
    --------
    >>> clock(450)
    '07:30'
    """
    hours, minutes = str(minute // 60), str(minute % 60)
    return ("0" + hours)[-2:] + ":" + ("0" + minutes)[-2:]
