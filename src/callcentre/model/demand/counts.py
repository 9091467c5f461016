"""A reader's own counts: calls by interval, from CSV text as a spreadsheet writes it."""

from ..check import InputError
from ..units import MINUTES_IN_DAY
from .demand import INTERVALS, checked_profile

SEPARATORS = (";", "\t", ",")
STARTS = ("interval_start", "start", "interval", "time", "from", "heure", "début")
CALLS = ("calls", "mean_calls", "count", "counts", "offered", "appels")
DAYS = ("day", "date", "weekday", "jour")
WEEKEND = ("sat", "sun", "sam", "dim")
MOST_CHARACTERS = 1_000_000
FORM = "CSV text with one line an interval, such as 09:00,120"


def read_day(text):
    """Return a day's profile from CSV text.

    Parameters
    ----------
    text : str
        One line an interval: its start (``07:00``, ``7h30``) and its calls, separated by comma, semicolon or
        tab. A first line may name the columns (``interval_start``, ``calls``); other columns are then left
        alone. Starts go up by 15, 30 or 60 minutes, without a gap. Numbers may have decimals, with a comma
        where that is not the separator.

    Returns
    -------
    list of tuple
        A profile, (start_minute, minutes, calls) each, from the first interval to the last.

    Raises
    ------
    InputError
        Named ``counts``, for the first line that is wrong: a missing, negative or unreadable number; a start
        that is unreadable, out of order, there twice, or missing.
    """
    days = read_days(text)
    if len(days) > 1:
        raise refused("the counts of one day", days[1][0])
    return days[0][1]


def read_days(text):
    """Return the profiles of several days from CSV text.

    Parameters
    ----------
    text : str
        As for `read_day`, with a first line that names the columns and a column ``day`` or ``date``. The
        lines of a day stand together.

    Returns
    -------
    list of tuple
        (day, profile) each, in the order of the text; the day is "" where there is no such column.

    Raises
    ------
    InputError
        Named ``counts``, for the first line that is wrong.
    """
    days = []
    for line, day, start, calls in rows_of(text):
        if not days or days[-1][0] != day:
            if day in [known for known, _ in days]:
                raise refused(f"each day in one piece (line {line})", day)
            days.append((day, []))
        days[-1][1].append((line, start, calls))
    if not days:
        raise refused(FORM, text)
    return [(day, profile_of(rows)) for day, rows in days]


def mean_day(days, name="days"):
    """Return the average profile of several days that have the same intervals.

    Parameters
    ----------
    days : list of tuple
        (day, profile) each, as from `read_days`, at least one.
    name : str
        What an error calls the days.

    Raises
    ------
    InputError
        If there is no day, or one has other intervals than the first.
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


def is_weekend(day):
    """Say whether a day's name or date (``2025-03-01``) is a Saturday or a Sunday; what is neither is not."""
    name = day.strip().lower()[:3]
    parts = day.strip().split("-")
    if name in WEEKEND or len(parts) != 3 or not all(is_digits(part) for part in parts):
        return name in WEEKEND
    year, month, date = [int(part[:4]) for part in parts]
    if month < 3:
        year, month = year - 1, month + 12
    since_saturday = date + 13 * (month + 1) // 5 + year + year // 4 - year // 100 + year // 400
    return since_saturday % 7 in (0, 1)


def rows_of(text):
    """Return (line number, day, start_minute, calls) for each line of CSV text that is not empty."""
    if not isinstance(text, str) or len(text) > MOST_CHARACTERS:
        raise refused(FORM, text)
    lines = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    filled = [(index + 1, line) for index, line in enumerate(lines) if line.strip(" \t;,")]
    if not filled:
        raise refused(FORM, text)
    separator = separator_of(filled[0][1])
    cells = [
        (index, [cell.strip().strip('"').strip() for cell in line.split(separator)]) for index, line in filled
    ]
    columns = columns_of(cells[0][1])
    if columns is None:
        day_at, start_at, calls_at = None, 0, 1
    else:
        day_at, start_at, calls_at = columns
        cells = cells[1:]
    return [
        (
            index,
            cell(row, day_at, index) if day_at is not None else "",
            minute_of(cell(row, start_at, index), index),
            calls_of(cell(row, calls_at, index), index, separator),
        )
        for index, row in cells
    ]


def separator_of(line):
    """Return the separator of a line: the first of semicolon, tab and comma that stands in it."""
    for separator in SEPARATORS:
        if separator in line:
            return separator
    raise refused(FORM, line)


def columns_of(names):
    """Return where day (or None), start and calls stand, or None where the line names no columns."""
    names = [name.lower() for name in names]
    if is_digits(names[0][:1]):
        return None
    places = [[index for index, name in enumerate(names) if name in known] for known in (DAYS, STARTS, CALLS)]
    for place, wanted in zip(places[1:], ("interval_start", "calls")):
        if not place:
            raise refused(f"headed by a line that names the column {wanted}", ", ".join(names))
    return places[0][0] if places[0] else None, places[1][0], places[2][0]


def cell(row, place, line):
    """Return a row's cell, when there is one and it holds something."""
    if place >= len(row) or not row[place]:
        raise refused(f"a number for every interval (line {line} has none)", ", ".join(row))
    return row[place]


def minute_of(text, line):
    """Return the minute of the day that a start names: ``7:30``, ``07:30:00``, ``7h30``, ``07:30-08:00``."""
    parts = text.split("-")[0].strip().lower().replace("h", ":").split(":")
    if len(parts) == 2 and not parts[1]:
        parts[1] = "00"
    if len(parts) not in (2, 3) or not all(is_digits(part) and len(part) <= 2 for part in parts):
        raise refused(f"intervals that start at a time such as 07:30 (line {line})", text)
    minute = int(parts[0]) * 60 + int(parts[1])
    if minute >= MINUTES_IN_DAY or int(parts[1]) > 59 or (len(parts) == 3 and int(parts[2])):
        raise refused(f"intervals that start at a time from 00:00 to 23:45 (line {line})", text)
    return minute


def calls_of(text, line, separator):
    """Return the number of calls that a cell holds."""
    plain = text.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if separator != ",":
        plain = plain.replace(",", ".")
    digits = plain.replace(".", "", 1)
    if plain[:1] == "-" and is_digits(digits[1:]):
        raise refused(f"numbers of at least 0 (line {line})", text)
    if not is_digits(digits) or len(digits) > 12:
        raise refused(f"numbers of calls (line {line})", text)
    return float(plain)


def profile_of(rows):
    """Return a profile from (line, start_minute, calls), when the starts go up evenly."""
    if len(rows) < 2:
        raise refused("at least two intervals a day", clock(rows[0][1]))
    steps = []
    for (_, before, _), (line, start, _) in zip(rows, rows[1:]):
        if start == before:
            raise refused(f"each interval once (line {line} repeats one)", clock(start))
        if start < before:
            raise refused(f"intervals in the order of the day (line {line} goes back)", clock(start))
        steps.append(start - before)
    minutes = min(steps)
    if minutes not in INTERVALS or rows[0][1] % minutes:
        raise refused("intervals of 15, 30 or 60 minutes that start on them", clock(rows[0][1]))
    for (_, before, _), (line, start, _) in zip(rows, rows[1:]):
        if start != before + minutes:
            missing = clock(before + minutes)
            raise refused(f"intervals without a gap ({missing} is missing before line {line})", clock(start))
    return [(start, minutes, calls) for _, start, calls in rows]


def is_digits(text):
    """Say whether a text is digits 0 to 9 and nothing else; isdigit would take a superscript for one."""
    return text != "" and all("0" <= character <= "9" for character in text)


def clock(minute):
    """Return a minute of the day as it stands in a table: 07:30."""
    hours, minutes = str(minute // 60), str(minute % 60)
    return ("0" + hours)[-2:] + ":" + ("0" + minutes)[-2:]


def refused(allowed, value):
    return InputError("counts", allowed, value)
