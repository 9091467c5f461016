"""Dates as reports write them: which of their numbers is the day, and which days are weekends.

A column of dates is read as a whole. ``01/03/2025`` alone can be 1 March or 3 January; beside ``15/03/2025``
or ``02/03/2025`` it can be the first only.
"""

from ..check import InputError
from ..numerics.written_number import is_digits
from .number_column import first_places, in_first_order
from .refusals import question, refused
from .times import moment, tidied

ORDERS = DAY_FIRST, MONTH_FIRST, YEAR_FIRST = "day-first", "month-first", "year-first"
# in English and French; January and Monday first
MONTHS = "jan feb,fev mar apr,avr may,mai jun,juin jul,juil aug,aou sep oct nov dec"
WEEKDAYS = (
    "mon,monday,lun,lundi tue,tues,tuesday,mar,mardi wed,weds,wednesday,mer,mercredi "
    "thu,thur,thurs,thursday,jeu,jeudi fri,friday,ven,vendredi sat,saturday,sam,samedi "
    "sun,sunday,dim,dimanche"
)
SATURDAY, SUNDAY = 5, 6
MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
CLOCK_MONTHS = (3, 4, 9, 10, 11)
LONGEST_PAUSE = 4  # days from one date of a report to the next, over a long weekend


def date_readings(text: str) -> dict:
    """Return what a date can mean, by which of its numbers comes first.

    Parameters
    ----------
    text : str
        ``2025-03-01``, ``01/03/2025``, ``3.1.25``, ``Sat 1 March 2025``.

    Returns
    -------
    dict
        (year, month, day) by "day-first", "month-first", "year-first"; empty where the text is no date. A
        date that its words make plain is the same under all three.

    Examples
    --------
    >>> sorted(date_readings("01/03/2025").items())
    [('day-first', (2025, 3, 1)), ('month-first', (2025, 1, 3))]
    """
    text = tidied(text)
    pieces = pieces_of(text)
    numbers = [piece for piece in pieces if is_digits(piece)]
    words = [piece for piece in pieces if not is_digits(piece)]
    if len(words) > 1 or len(numbers) != 2:  # else it is the month's: mar, for one, is mardi too
        for place, word in enumerate(words):
            if weekday_of(word) is not None:
                found = plain_readings(text, numbers, words[:place] + words[place + 1 :])
                weekday = weekday_of(word)
                return {order: found[order] for order in found if day_number(found[order]) % 7 == weekday}
    return plain_readings(text, numbers, words)


def pieces_of(text: str) -> list:
    """Return the numbers and words of a tidied text."""
    for mark in "/-.,":
        text = text.replace(mark, " ")
    return text.split()


def plain_readings(text: str, numbers: list, words: list) -> dict:
    """Return what a date can mean that names no weekday."""
    if len(words) == 1 and len(numbers) == 2:
        return alike(named_month_date(numbers, words[0]))
    if not words and len(numbers) == 1 and len(numbers[0]) == 8:
        return alike(valid_date(numbers[0][:4], numbers[0][4:6], numbers[0][6:]))
    if words or len(numbers) != 3:
        return {}
    first, second, third = numbers
    if len(first) == 4:
        return alike(valid_date(first, second, third))
    found = {DAY_FIRST: valid_date(third, second, first)}
    if "." not in text:
        found[MONTH_FIRST] = valid_date(third, first, second)
    if len(third) == 2:
        found[YEAR_FIRST] = valid_date(first, second, third)
    return {order: found[order] for order in found if found[order]}


def order_of(all_readings: list) -> str | None:
    """Return which number comes first in a report's dates, as they show together.

    Parameters
    ----------
    all_readings : list of dict
        As from `date_readings`, one a date.

    Returns
    -------
    str or None
        The order under which all are dates; of several, the one under which they follow one another, with
        no more than a long weekend between. "" where there is no such order, None where there are several.

    Examples
    --------
    >>> order_of([date_readings("01/03/2025"), date_readings("02/03/2025")])
    'day-first'
    >>> order_of([date_readings("01/03/2025")]) is None
    True
    """
    orders = [order for order in ORDERS if all(order in readings for readings in all_readings)]
    if not orders:
        return ""
    meant = [[readings[order] for readings in all_readings] for order in orders]
    if all(days == meant[0] for days in meant):
        return orders[0]
    following = [order for order, days in zip(orders, meant) if follow(sorted(set(days)))]
    if len(following) == 1:
        return following[0]
    likely = [order for order in orders if order != YEAR_FIRST]
    return likely[0] if len(likely) == 1 else None


def day_labels(texts: list, where: callable, wanted: str | None) -> tuple:
    """Return the day of each row, the date of each day, and the order of dates that the column shows.

    A day is ``2025-03-01`` where it is a date that can be told, else what the report calls it. The dates are
    {} where days have none. The order is "" where each date shows its own.
    """
    distinct, places = in_first_order(texts), first_places(texts)
    known = {text: date_readings(date_part(text)) for text in distinct}
    if not any(known[text] for text in distinct):
        return texts, {}, ""
    refuse_unlike(distinct, known, wanted, lambda text: where(places[text]))
    order = wanted or order_of([known[text] for text in distinct])
    if order is None:
        ask_where_weekends_differ(distinct, known, lambda text: where(places[text]))
        return texts, {}, ""
    labels = {text: iso(known[text][order]) for text in distinct}
    is_shown = not wanted and any(order_of([known[text]]) is None for text in distinct)
    dated = {labels[text]: known[text][order] for text in distinct}
    return [labels[text] for text in texts], dated, order if is_shown else ""


def date_part(text: str) -> str:
    """Return the date of a cell that holds a time too, as 03/03/2025 00:00:00 does."""
    at = moment(text)
    return at[0] if at else text


def refuse_unlike(distinct: list, known: dict, wanted: str | None, where: callable) -> None:
    """Refuse the first date that is none, or none in the order of those before it."""
    orders = [wanted] if wanted else list(ORDERS)
    for text in distinct:
        orders = [order for order in orders if order in known[text]]
        if not orders:
            words = f"dates that are {wanted}" if wanted else "dates that are all written in the same way"
            raise refused(f"{words} ({where(text)})", text)


def ask_where_weekends_differ(distinct: list, known: dict, where: callable) -> None:
    """Ask which number is the day, where it makes a difference to what is a weekend."""
    for text in distinct:
        first, second = known[text][DAY_FIRST], known[text][MONTH_FIRST]
        if is_saturday_or_sunday(first) != is_saturday_or_sunday(second):
            first, second = iso(first), iso(second)
            raise question(
                f"{text} ({where(text)}) can be {first} or {second}. Put a line above the table: "
                f"dates=day-first for {first}, or dates=month-first for {second}."
            )


def is_weekend(day: str) -> bool:
    """Say whether a day's name or date is a Saturday or a Sunday; what is neither name nor date is not.

    Parameters
    ----------
    day : str
        ``Sat``, ``dimanche``, ``2025-03-01``, ``15/03/2025``. A weekday's name beside the numbers chooses
        between two readings.

    Raises
    ------
    InputError
        If ``day`` is no text; or, with a ``question``, where it depends on which of its numbers is the month.

    Examples
    --------
    >>> is_weekend("samedi"), is_weekend("2025-03-03"), is_weekend("03-03-2025")
    (True, False, False)
    """
    if not isinstance(day, str):
        raise InputError("day", "the name or date of a day", day)
    readings = date_readings(day)
    if not readings:
        return any(place >= SATURDAY for place in weekdays_in(day))
    answers = {is_saturday_or_sunday(readings[order]) for order in ORDERS[:2] if order in readings}
    if len(answers) > 1:
        raise InputError(
            "day",
            "a date that can mean only one day",
            day,
            f"{day.strip()} can be {iso(readings[DAY_FIRST])} or {iso(readings[MONTH_FIRST])}; "
            "write one of these instead.",
        )
    return True in answers


def is_day_known(day: str) -> bool:
    """Say whether it can be told if a day is a weekend: by its date, or by its weekday's name."""
    return bool(date_readings(day) or weekdays_in(day))


def weekdays_in(day: str) -> list:
    """Return the places in the week of the weekdays that a day's name names."""
    places = [weekday_of(word) for word in pieces_of(tidied(day))]
    return [place for place in places if place is not None]


def weekday_of(word: str) -> int | None:
    """Return the place in the week of a day's name in lower case, 0 for Monday; None where it is none."""
    for place, names in enumerate(WEEKDAYS.split()):
        if word in names.split(","):
            return place
    return None


def alike(date: tuple | None) -> dict:
    return dict.fromkeys(ORDERS, date) if date else {}


def named_month_date(numbers: list, word: str) -> tuple | None:
    """Return the date of a day, a year and a month's name, in whichever order; None where it is none."""
    months = [
        place + 1
        for place, names in enumerate(MONTHS.split())
        if any(word.startswith(name) for name in names.split(","))
    ]
    if not months:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else (numbers[1], numbers[0])
    return valid_date(year, str(months[0]), day)


def valid_date(year: str, month: str, day: str) -> tuple | None:
    """Return (year, month, day) as numbers where there is such a day; years of two digits are after 2000."""
    if len(year) not in (2, 4) or len(month) > 2 or len(day) > 2:
        return None
    date = int(year) + (2000 if len(year) == 2 else 0), int(month), int(day)
    if not 1 <= date[1] <= 12 or not date[0]:
        return None
    return date if 1 <= date[2] <= days_in_month(*date[:2]) else None


def days_in_month(year: int, month: int) -> int:
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else MONTH_DAYS[month - 1]


def day_number(date: tuple) -> int:
    """Return the number of a day, one more each day, divisible by 7 on Mondays. Source: Zeller (1882)."""
    year, month, day = date
    if month < 3:
        year, month = year - 1, month + 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * month - 457) // 5 + day - 307


def is_saturday_or_sunday(date: tuple) -> bool:
    return day_number(date) % 7 >= SATURDAY


def follow(dates: list) -> bool:
    """Say whether sorted dates follow one another, with no more than a long weekend between two."""
    numbers = [day_number(date) for date in dates]
    return len(dates) > 1 and all(
        later - earlier <= LONGEST_PAUSE for earlier, later in zip(numbers, numbers[1:])
    )


def may_change_clocks(date: tuple) -> bool:
    """Say whether clocks may change on a day: on Sundays in spring and autumn they do in most countries."""
    return date[1] in CLOCK_MONTHS and day_number(date) % 7 == SUNDAY


def iso(date: tuple) -> str:
    """Return a date as 2025-03-01."""
    year, month, day = [str(number) for number in date]
    return ("000" + year)[-4:] + "-" + ("0" + month)[-2:] + "-" + ("0" + day)[-2:]
