"""Which column of a report holds what: told by its name, and where that is not enough, by its cells."""

from ..numerics.written_number import readings
from .dates import date_readings, weekday_of
from .times import digits_minute, moment, tidied


def word_list(text: str) -> tuple:
    return tuple(text.split())


# Words of names, in English and French. What a name says of calls is ranked: a forecast needs those offered.
OFFERED = word_list("offered offer offers offert offerts offertes presented presente presentes presentees")
RECEIVED = word_list(
    "received recu recus entrant entrants incoming inbound entered queued arrivals arrived arrives volume"
)
CALLS = word_list("calls call count counts appels appel interactions contacts anrufe")
FILLERS = word_list(
    "total number no nb nombre of d de des les mean average avg moyenne acd voice in to by per "
    "interval queue the all"
)
SERVED = word_list("answered answer handled repondus traites decroches accepted acd")
NEVER_OFFERED = word_list(
    "% rate taux time temps avg average moyen moyenne within sla sl level niveau duration duree "
    "delay attente wait id callback callbacks abandoned abandon answered handled transferred "
    "transfers outbound sortants missed not flow out date"
)
TIMES = word_list(
    "start debut interval intervalle tranche horaire time heure heures hour hours periode period "
    "from timestamp datetime creneau stunde zeit"
)
BEGINS = ("start", "debut", "from")
HOURS = word_list("hour hours heure heures stunde h")
NOT_BEGINS = word_list(
    "end fin to avg average talk handle wait speed duration duree attente moyen moyenne hold acw max "
    "min longest"
)
ENDS = word_list("end fin to until")
DATES = word_list("date day jour weekday dow datum tag")
QUEUES = word_list("queue queues skill skills split vdn campaign campagne file files groupe")
NOT_QUEUES = word_list("level niveau time temps id % wait attente rate")
MEDIA = word_list("media channel canal medium")
VOICE = word_list("voice call calls phone telephony telephone voix appel appels voip")
TOTALS = word_list("total totals subtotal totaux sum somme summary average moyenne summe gesamt")
BEFORE_TOTALS = ("grand", "sub", "sous")
TOTAL_INITIALS = ("t", "s", "g", "a", "m")  # most cells are told from totals by their first letter
MARKS = "_-./,;:()[]{}<>'\"’*+&|!?=\\\t\n"
OFFERED_RANK, RECEIVED_RANK, CALLS_RANK, SERVED_RANK = range(4)


def words_of(name: str) -> list:
    """Return the words of a column's name in lower case, without accents.

    Examples
    --------
    >>> words_of("StartInterval"), words_of("Appels présentés"), words_of("Offered_%")
    (['start', 'interval'], ['appels', 'presentes'], ['offered', '%'])
    """
    pieces, before = [], ""
    for letter in name.replace("#", " nb ").replace("%", " % "):
        if "A" <= letter <= "Z" and "a" <= before <= "z":
            pieces.append(" ")
        pieces.append(" " if letter in MARKS else letter)
        before = letter
    return tidied("".join(pieces)).split()


def calls_rank(name: str) -> int | None:
    """Return how well a column's name says that it holds the calls that came; None where it does not.

    Returns
    -------
    int or None
        0 for calls offered, 1 for calls received, 2 for calls, 3 for calls answered, which are fewer.

    Examples
    --------
    >>> [calls_rank(name) for name in ("Offered", "Total Received Calls", "Appels", "Answered", "Offered %")]
    [0, 1, 2, 3, None]
    """
    words = words_of(name)
    if not has_any(words, NEVER_OFFERED):
        if has_any(words, OFFERED):
            return OFFERED_RANK
        if has_any(words, RECEIVED) and all(word in RECEIVED + CALLS + FILLERS for word in words):
            return RECEIVED_RANK
    known = CALLS + FILLERS
    if has_any(words, CALLS) and all(word in known for word in words) and "acd" not in words:
        return CALLS_RANK
    if has_any(words, SERVED) and all(word in known + SERVED for word in words):
        return SERVED_RANK
    return None


def is_head(cells: list) -> bool:
    """Say whether a row names columns: one of calls and one of times or dates.

    Examples
    --------
    >>> is_head(["Interval Start", "Offered"]), is_head(["Calls by interval", ""])
    (True, False)
    """
    has_calls = [calls_rank(cell) is not None and moment(cell) is None for cell in cells]
    if not any(has_calls):
        return False
    return any(
        has_any(words_of(cell), TIMES + DATES) for cell, is_calls in zip(cells, has_calls) if not is_calls
    )


def is_total(cell: str) -> bool:
    """Say whether a cell heads a line of totals.

    Examples
    --------
    >>> is_total("Grand Total"), is_total("Totaux :"), is_total("Total Care")
    (True, True, False)
    """
    if cell[:1].lower() not in TOTAL_INITIALS:
        return False
    words = words_of(cell)
    if words[:1] and words[0] in BEFORE_TOTALS:
        words = words[1:]
    return words[:1] != [] and words[0] in TOTALS and all(is_number(word) for word in words[1:])


def start_column(names: list, rows: list) -> tuple:
    """Return which column holds the starts of the intervals, and how they are written.

    Parameters
    ----------
    names : list of str
        The columns' names; empty where the table has none.
    rows : list of tuple
        (line, cells) each.

    Returns
    -------
    tuple
        The column and "time", "digits" (0730) or "hour" (7); (None, "") where there is none.

    Examples
    --------
    >>> start_column(["Date", "Heure", "Appels"], [(2, ["2025-03-03", "8", "41"])])
    (1, 'hour')
    """
    best: tuple = (9, None, "")
    for column in range(width(names, rows)):
        words = words_of(names[column]) if column < len(names) else []
        rank = start_rank(words) if names else 2
        kind = times_kind(filled_cells(rows, column), words, rank < 2 or (not names and column == 0))
        if kind and rank < best[0]:
            best = (rank, column, kind)
    return best[1], best[2]


def start_rank(words: list) -> int:
    """Return how well the words of a name say where an interval starts: 0 best, 3 not at all."""
    if has_any(words, NOT_BEGINS) and not has_any(words, BEGINS):
        return 3
    if has_any(words, BEGINS):
        return 0
    return 1 if has_any(words, TIMES) else 2


def times_kind(cells: list, words: list, may_be_digits: bool) -> str:
    """Return how a column's cells write times of day; "" where they are none."""
    if not cells:
        return ""
    times = [cell for cell in cells if moment(cell) is not None]
    if len(times) * 2 >= len(cells):
        return "time"
    if not may_be_digits:
        return ""
    longest = max([len(cell) for cell in cells])
    if longest >= 3 and all(digits_minute(cell, False) is not None for cell in cells):
        return "digits"
    is_hour = has_any(words, HOURS) and all(digits_minute(cell, True) is not None for cell in cells)
    return "hour" if is_hour else ""


def end_column(names: list) -> int | None:
    """Return the column of the intervals' ends, told by its name; None where there is none.

    Examples
    --------
    >>> end_column(["StartInterval", "EndInterval"])
    1
    """
    for column, name in enumerate(names):
        words = words_of(name)
        if has_any(words, ENDS) and has_any(words, TIMES) and not has_any(words, BEGINS):
            return column
    return None


def date_column(names: list, rows: list, start_at: int) -> int | None:
    """Return the column of dates or of days' names; None where there is none.

    Examples
    --------
    >>> date_column([], [(1, ["08:00", "2025-03-03", "41"])], 0)
    1
    """
    found = []
    for column in range(width(names, rows)):
        if column == start_at:
            continue
        words = words_of(names[column]) if column < len(names) else []
        cells = filled_cells(rows, column)
        are_days = cells and all(is_day(cell) for cell in cells)
        if has_any(words, DATES) and not has_any(words, ENDS) and cells:
            found.append((0 if are_days and "date" in words else 1 if are_days else 2, column))
        elif not names and are_days:
            found.append((1, column))
    return min(found)[1] if found else None


def is_day(cell: str) -> bool:
    """Say whether a cell is a date or a weekday's name, maybe with a time."""
    at = moment(cell)
    text = at[0] if at else cell
    return bool(date_readings(text)) or weekday_of(tidied(text).strip(".")) is not None


def queue_column(names: list) -> int | None:
    """Return the column of queues, skills or campaigns, that of their names first; None where there is none.

    Examples
    --------
    >>> queue_column(["Queue Id", "Queue Name", "Offered"]), queue_column(["Contacts queued"])
    (1, None)
    """
    found = []
    for column, name in enumerate(names):
        words = words_of(name)
        if has_any(words, QUEUES) and not has_any(words, NOT_QUEUES + CALLS) and calls_rank(name) is None:
            found.append((0 if "name" in words or "nom" in words else 1, column))
    return min(found)[1] if found else None


def medium_column(names: list) -> int | None:
    """Return the column that says whether a line is of calls, chats or mails; None where there is none.

    Examples
    --------
    >>> medium_column(["Media Type", "Offered"])
    0
    """
    for column, name in enumerate(names):
        if has_any(words_of(name), MEDIA):
            return column
    return None


def is_voice(cell: str) -> bool:
    """Say whether a medium is the telephone.

    Examples
    --------
    >>> is_voice("Voice"), is_voice("chat")
    (True, False)
    """
    return has_any(words_of(cell), VOICE)


def holds_numbers(rows: list, column: int) -> bool:
    """Say whether a column holds numbers and nothing else.

    Examples
    --------
    >>> holds_numbers([(1, ["07:00", "14.8"])], 1), holds_numbers([(1, ["07:00", "14.8"])], 0)
    (True, False)
    """
    cells = filled_cells(rows, column)
    return bool(cells) and all(is_number(cell) for cell in cells)


def is_number(text: str) -> bool:
    return bool(readings(text))


def filled_cells(rows: list, column: int) -> list:
    """Return the cells of a column that hold something."""
    return [row[column] for _, row in rows if column < len(row) and row[column]]


def width(names: list, rows: list) -> int:
    return max([len(names)] + [len(row) for _, row in rows])


def has_any(words: list, known: tuple) -> bool:
    return any(word in known for word in words)
