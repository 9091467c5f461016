"""A reader's own counts: calls by interval, from the text of a report as telephone systems write it.

What the text says plainly is read. What it leaves open is decided by a column as a whole, never cell by cell;
what is then still open is asked, with the line above the table that answers it: ``decimal=comma``. What was
taken for granted stands in the result.
"""

from ..check import InputError
from ..demand import checked_profile
from .csv_text import FORM, Settings, lines_of, table_rows
from .dates import is_day_known
from .day_intervals import DayIntervals
from .refusals import refused
from .report import Report

MOST_CHARACTERS = 1_000_000


def read_counts(
    text: str,
    column: str | None = None,
    queue: str | None = None,
    decimal: str | None = None,
    dates: str | None = None,
    empty: str | None = None,
) -> dict:
    """Return the days that a report counts, and what was read, left out and taken for granted.

    Parameters
    ----------
    text : str
        A table as CSV: a start of interval and a number of calls a line, with or without a line of names,
        dates, queues and other columns. Lines such as ``decimal=comma`` above it say what the parameters
        below say; a parameter goes before such a line.
    column : str, optional
        The column of calls: its name, its place (``2``), or several to add up, ``ACD Calls + Aban Calls``.
    queue : str, optional
        The one queue to read; all are added up otherwise.
    decimal : {"comma", "point"}, optional
        The mark before the decimals.
    dates : {"day-first", "month-first", "year-first"}, optional
        Which number of a date comes first.
    empty : {"zero"}, optional
        Empty cells mean no calls; otherwise they are refused.

    Returns
    -------
    dict
        ``days``: a list of (day, profile), all with the same intervals; a day is ``2025-03-01``, or what the
        report calls it, or "".
        ``column``: the name of the column of calls, or its place.
        ``lines``: how many were read.
        ``left_out``: a list of (line, reason) of the others; the reason is "title", "head", "total", "below"
        (the table), "medium" or "queue".
        ``queues``: a list of those added up.
        ``minutes``, ``minutes_counted``: the interval's length in the profiles, and in the report.
        ``filled``: how many of the report's intervals had no line; they are taken as 0 calls.
        ``emptied``: how many cells had no number; they are taken as 0 calls.
        ``thousands``: the mark that was taken to set thousands apart, or "".
        ``dates``: the order that the column as a whole shows, where some date alone does not, or "".
        ``has_zone``: whether times name their zone, in which they are left.
        ``has_nights``: whether calls after midnight are counted to the day before.
        ``short_days``, ``long_days``: those of 23 and of 25 hours.
        ``are_days_known``: whether it can be told which days are weekends.

    Raises
    ------
    InputError
        Named ``counts``, for the first line and column that cannot be read; with a ``question`` where they
        can be read in several ways. Named after a parameter that cannot be used.

    Examples
    --------
    >>> read = read_counts("date;heure;appels\\n15/03/2025;9h;1 200\\n15/03/2025;9h30;980")
    >>> read["days"]
    [('2025-03-15', [(540, 30, 1200.0), (570, 30, 980.0)])]
    >>> read["column"], read["lines"]
    ('appels', 2)
    """
    if not isinstance(text, str) or len(text) > MOST_CHARACTERS:
        raise refused(FORM, text)
    settings = Settings(
        {"column": column, "queue": queue, "decimal": decimal, "dates": dates, "empty": empty}
    )
    lines = settings.read(lines_of(text))
    report = Report(table_rows(lines, settings.separator), settings)
    made = DayIntervals(report)
    return {
        "days": made.days,
        "column": report.column,
        "lines": len(report.rows),
        "left_out": sorted(report.left_out),
        "queues": sorted(set(report.queues)) if report.queue_at is not None else [],
        "minutes": made.minutes,
        "minutes_counted": made.minutes_counted,
        "filled": made.filled,
        "emptied": report.emptied,
        "thousands": report.thousands,
        "dates": report.order_found,
        "has_zone": report.has_zone,
        "has_nights": made.has_nights,
        "short_days": made.short_days,
        "long_days": made.long_days,
        "are_days_known": all(is_day_known(day) for day, _ in made.days),
    }


def read_day(text: str) -> list:
    """Return the profile of one day from the text of a report.

    Parameters
    ----------
    text : str
        As for `read_counts`.

    Returns
    -------
    list of tuple
        A profile, (start_minute, minutes, calls) each, from the first interval to the last.

    Raises
    ------
    InputError
        As `read_counts`; or if there are several days.

    Examples
    --------
    >>> read_day("09:00,12\\n09:30,20")
    [(540, 30, 12.0), (570, 30, 20.0)]
    """
    days = read_counts(text)["days"]
    if len(days) > 1:
        raise refused("the counts of one day", days[1][0])
    return days[0][1]


def mean_day(days: list, name: str = "days") -> list:
    """Return the average profile of several days that have the same intervals.

    Parameters
    ----------
    days : list of tuple
        (day, profile) each, as from `read_counts`, at least one.
    name : str
        What an error calls the days.

    Returns
    -------
    list of tuple
        A profile.

    Raises
    ------
    InputError
        If there is no day, or one has other intervals than the first.

    Examples
    --------
    >>> mean_day([("Monday", [(540, 30, 12.0)]), ("Tuesday", [(540, 30, 20.0)])])
    [(540, 30, 16.0)]
    """
    if not isinstance(days, (list, tuple)) or not days:
        raise InputError(name, "a list of (day, profile)", days)
    for each in days:
        if not isinstance(each, (list, tuple)) or len(each) != 2:
            raise InputError(name, "a list of (day, profile)", each)
        checked_profile(name, each[1])
    intervals = [(start, minutes) for start, minutes, _ in days[0][1]]
    totals = [0.0] * len(intervals)
    for day, profile in days:
        if [(start, minutes) for start, minutes, _ in profile] != intervals:
            raise InputError(name, "days with the same intervals", day)
        for index, (_, _, calls) in enumerate(profile):
            totals[index] += calls
    return [(start, minutes, total / len(days)) for (start, minutes), total in zip(intervals, totals)]
