"""Times of day as reports write them: 07:30, 7h30, 0730, 7:30 AM, alone, with a date, or as a range."""

from ..numerics.written_number import is_digits
from ..units import MINUTES_IN_DAY

DASHES = "–—‒‑−"
ACCENTED = (("éèêëÉÈÊ", "e"), ("àâäÀÂ", "a"), ("ûùüÛ", "u"), ("ôöÔ", "o"), ("îï", "i"), ("çÇ", "c"))
RANGES = (" - ", " to ", " bis ", " a ", "/", "-")
FIRST_WORDS = ("de", "from", "von")
HALVES = ("am", "pm")
NOON = 720
LONGEST = 80


def moment(text: str) -> tuple | None:
    """Return when an interval begins, as a cell names it.

    Parameters
    ----------
    text : str
        ``07:30``, ``7h30``, ``8:00 AM``, ``8:00AM-8:30AM``, ``2020-02-26T08:00:00Z``, ``11/3/25 8:00 AM``.

    Returns
    -------
    tuple or None
        The date's text ("" where there is none), the minute of the day, the length in minutes where an end
        is named (else None), and whether the time names its zone. None where the text is no such time.

    Examples
    --------
    >>> moment("11/3/25 8:00AM - 8:30AM")
    ('11/3/25', 480, 30, False)
    >>> moment("2020-02-26T08:00:00Z")
    ('2020-02-26', 480, None, True)
    """
    if text[2:3] == ":" and len(text) == 5 and is_digits(text[:2] + text[3:]):  # as most are written
        start_minute = int(text[:2]) * 60 + int(text[3:])
        return ("", start_minute, None, False) if start_minute < MINUTES_IN_DAY and text[3] < "6" else None
    if not may_be_time(text):
        return None
    date, time = date_and_time(one_spelling(tidied(text)))
    if not time:
        return None
    start, end, has_zone = time, "", False
    if time[-1] == "z" or "+" in time:
        has_zone, start = True, time.split("z")[0].split("+")[0]
    elif is_offset(time):
        has_zone, start = True, time.split("-")[0]
    for mark in RANGES:
        if mark in time and not (has_zone and "/" not in time):
            start, end = time.split(mark, 1)
            start = start.split("+")[0].rstrip("z")
            break
    minute = minute_of(start.strip())
    end_minute = end_of(end) if end else None
    if minute is None or minute >= MINUTES_IN_DAY or (end and end_minute is None):
        return None
    return date, minute, None if end_minute is None else (end_minute - minute) % MINUTES_IN_DAY, has_zone


def minute_of(text: str) -> int | None:
    """Return the minute of the day that a time names, 24:00 included; None where it names none.

    Examples
    --------
    >>> minute_of("7h30"), minute_of("12:15 am"), minute_of("24:00"), minute_of("0:00:17")
    (450, 15, 1440, None)
    """
    text = one_spelling(text.lower())
    half = text[-2:]
    if half in HALVES:
        text = text[:-2].strip()
    parts = text.split(":") if ":" in text else text.split("h")
    if len(parts) == 1 and half in HALVES:
        parts = [text, "00"]
    if len(parts) == 2 and not parts[1]:
        parts[1] = "00"
    if len(parts) == 3:
        parts[2] = parts[2].replace(".", "")
        if not is_digits(parts[2]) or int(parts[2]):
            return None
    if len(parts) not in (2, 3):
        return None
    hours, minutes = parts[0].strip(), parts[1].strip()
    if not (is_digits(hours) and is_digits(minutes) and len(hours) <= 2 and len(minutes) == 2):
        return None
    hour, past = int(hours), int(minutes)
    if half in HALVES:
        minute = hour % 12 * 60 + past + (NOON if half == "pm" else 0)
        return minute if 1 <= hour <= 12 and past < 60 else None
    minute = hour * 60 + past
    return minute if past < 60 and minute <= MINUTES_IN_DAY else None


def digits_minute(text: str, is_hour: bool) -> int | None:
    """Return the minute of the day that bare digits name: ``0730``, or ``7`` where they are hours.

    Examples
    --------
    >>> digits_minute("0730", False), digits_minute("7", True), digits_minute("0775", False)
    (450, 420, None)
    """
    if not is_digits(text) or len(text) > (2 if is_hour else 4):
        return None
    number = int(text)
    hours, past = (number, 0) if is_hour else (number // 100, number % 100)
    return hours * 60 + past if hours < 24 and past < 60 else None


def one_spelling(text: str) -> str:
    """Return a tidied time with am, pm and h as they are mostly written: 8:00 am, 7h30."""
    text = text.replace("a.m.", "am").replace("p.m.", "pm").replace(" h ", "h")
    return text[:-2] + "h" if text[-2:] == " h" else text


def tidied(text: str) -> str:
    """Return a text in lower case, with one kind of dash, and without accents."""
    text = text.strip().lower()
    if text and max(text) > "~":
        for dash in DASHES:
            text = text.replace(dash, "-")
        text = without_accents(text)
    return " ".join(text.split()) if "  " in text or "\n" in text or "\t" in text else text


def without_accents(text: str) -> str:
    for accented, plain in ACCENTED:
        for letter in accented:
            text = text.replace(letter, plain)
    return text


def may_be_time(text: str) -> bool:
    """Say whether a text has what every time has: a digit, and a colon, an h or an m. Most cells have not."""
    if len(text) > LONGEST:
        return False
    return ":" in text or (
        ("h" in text or "m" in text or "H" in text or "M" in text)
        and any("0" <= letter <= "9" for letter in text)
    )


def date_and_time(text: str) -> tuple:
    """Return the part of a tidied cell that may be a date, and the part from its first time on."""
    if text[4:5] == "-" and text[10:11] == "t":
        return text[:10], text[11:]
    words = text.split(" ")
    for place, word in enumerate(words):
        if is_timelike(word) or (word in HALVES and place > 0):
            first = place - 1 if word in HALVES else place
            date = " ".join(words[:first])
            return ("" if date in FIRST_WORDS else date), " ".join(words[first:])
    return text, ""


def is_timelike(word: str) -> bool:
    """Say whether a word is a time rather than a piece of a date: 8:00, 8h, 8am."""
    return ":" in word or (word[:1].isdigit() and ("h" in word or word[-2:] in HALVES) and "th" not in word)


def is_offset(time: str) -> bool:
    """Say whether a time to the second ends in its distance from universal time: 08:00:00-05:00."""
    start, _, end = time.partition("-")
    return start.count(":") == 2 and end.count(":") <= 1 and is_digits(end.replace(":", "")) and len(end) > 3


def end_of(text: str) -> int | None:
    """Return the minute at which an interval is over, by the end a report names; None where it is no time.

    The last minute may be meant, as in 08:29 or 08:29:59.

    Examples
    --------
    >>> end_of("08:30"), end_of("2020-02-26T08:29:59"), end_of("00:00")
    (510, 510, 0)
    """
    _, time = date_and_time(one_spelling(tidied(text)))
    time = time.split("+")[0].rstrip("z")
    minute = minute_of(time[:5] if time[5:8] == ":59" else time)
    return minute if minute is None or minute % 5 != 4 else minute + 1
