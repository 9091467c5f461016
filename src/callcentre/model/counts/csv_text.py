"""Text of a table, as RFC 4180 and spreadsheets write it: what is set above it, and rows of cells.

Source: Shafranovich, Y. (2005). RFC 4180: Common format and MIME type for comma-separated values files.
"""

from ..check import InputError
from ..numerics.written_number import COMMA, POINT
from .dates import ORDERS
from .refusals import refused

OPTIONS = ("column", "queue", "decimal", "dates", "empty")
ALLOWED = (("decimal", (COMMA, POINT)), ("dates", ORDERS), ("empty", ("zero",)))
LONGEST_SETTING = 200
SEPARATORS = (";", "\t", ",", "|")
SAMPLE_ROWS = 60
UNUSUAL_BLANKS = "\u00a0\u202f\u2007\u2009"  # the two Pythons differ in what strip() takes for a blank
MOST_COLUMNS = 120
FORM = "CSV text with one line an interval, such as 09:00,120"


def lines_of(text: str) -> list:
    """Return (line number, line) for each line of a text, whatever ends its lines, with plain blanks.

    Examples
    --------
    >>> lines_of("a\\r\\nb")
    [(1, 'a'), (2, 'b')]
    """
    text = text.replace("\ufeff", "").replace("\r\n", "\n").replace("\r", "\n")
    for blank in UNUSUAL_BLANKS:
        text = text.replace(blank, " ")
    lines = text.split("\n")
    return list(zip(range(1, len(lines) + 1), lines))


def table_rows(lines: list, separator: str = "") -> list:
    """Return (line number, cells) for each row that holds something.

    A cell in quotes may hold separators, line breaks and doubled quotes. Blanks around cells are left out.

    Parameters
    ----------
    lines : list of tuple
        As from `lines_of`.
    separator : str
        The separator; "" to find it: the one of semicolon, tab, comma and bar that most rows have alike.

    A table without a separator is refused, and a quote that has no end or text beside it.

    Examples
    --------
    >>> table_rows([(1, 'start,calls'), (2, '09:00,"1,204"')])
    [(1, ['start', 'calls']), (2, ['09:00', '1,204'])]
    """
    records = records_of(lines)
    separator = separator or separator_of([record for _, record in records[:SAMPLE_ROWS]])
    rows = []
    for line, record in records:
        cells = quoted_cells(record, separator, line) if '"' in record else record.split(separator)
        cells = [cell.strip() for cell in cells]
        if len(cells) > MOST_COLUMNS:
            raise refused(f"a table of at most {MOST_COLUMNS} columns (line {line})", record)
        if any(cells):
            rows.append((line, cells))
    return rows


def records_of(lines: list) -> list:
    """Return (line number, text) of each record: a line, or several where a break stands within quotes."""
    records: list = []
    pieces: list = []
    begun = 0
    for line, text in lines:
        is_odd = '"' in text and text.count('"') % 2
        if not pieces and not is_odd:
            if text.strip():
                records.append((line, text))
            continue
        pieces.append(text)
        begun = begun or line
        if is_odd and len(pieces) > 1:
            records.append((begun, "\n".join(pieces)))
            begun, pieces = 0, []
    if pieces:
        raise refused(f"a table whose quotes end (that of line {begun} does not)", pieces[0])
    return records


def separator_of(records: list) -> str:
    """Return the separator that most records have equally often; of several, the one they have most often."""
    best = (0, 0)
    for separator in SEPARATORS:
        counts = [unquoted_count(record, separator) for record in records]
        most = max([(counts.count(count), count) for count in set(counts) if count] + [best])
        if most > best:
            best, found = most, separator
    if best == (0, 0):
        raise refused(FORM, records[0] if records else "")
    return found


def unquoted_count(record: str, separator: str) -> int:
    """Return how often a separator stands outside quotes."""
    if '"' not in record:
        return record.count(separator)
    count = 0
    for place, piece in enumerate(record.split('"')):
        if place % 2 == 0:
            count += piece.count(separator)
    return count


def quoted_cells(record: str, separator: str, line: int) -> list:
    """Return the cells of a record in which quotes stand: what lies between them is text, the rest is not."""
    cells: list = []
    parts: list = []
    is_quoted = False
    pieces = record.split('"')
    for place, piece in enumerate(pieces):
        if place % 2:
            if is_quoted:
                parts.append('"')
            elif "".join(parts).strip():
                raise stray(line, cells, record)
            else:
                parts, is_quoted = [], True
            parts.append(piece)
        elif piece or place in (0, len(pieces) - 1):
            split = piece.split(separator)
            if is_quoted and split[0].strip():
                raise stray(line, cells, record)
            if not is_quoted:
                parts.append(split[0])
            for cell in split[1:]:
                cells.append("".join(parts))
                parts, is_quoted = [cell], False
    cells.append("".join(parts))
    return cells


def stray(line: int, cells: list, record: str) -> InputError:
    return refused(f"cells without text beside their quotes (line {line}, column {len(cells) + 1})", record)


class Settings:
    """The options that are set.

    Attributes
    ----------
    separator : str
        That of a line ``sep=;``, as spreadsheets write it; else "".
    """

    def __init__(self, given: dict) -> None:
        self.separator = ""
        self.values: dict = {}
        self.blamed: dict = {}
        for name in sorted(given):
            if given[name] is not None:
                self.keep(name, given[name], name)

    def keep(self, name: str, value: str, blamed: str, where: str = "") -> None:
        """Keep an option's value if it may have it; else an error blames the parameter or the text."""
        self.values[name], self.blamed[name] = value, blamed
        allowed = allowed_for(name)
        if allowed and value not in allowed:
            raise self.refused(name, "one of " + ", ".join(allowed) + where)
        if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST_SETTING:
            raise self.refused(name, "a name that stands in the table" + where)

    def read(self, lines: list) -> list:
        """Take up the settings above a table, and return its lines; a parameter goes before a line."""
        for place, (line, text) in enumerate(lines):
            name, mark, value = text.strip(' "').partition("=")
            name = name.strip("# \t").lower()
            if name == "sep" and mark and len(value) == 1:
                self.separator = value
            elif name in OPTIONS and mark:
                value = value.strip(' \t;,|"')
                if name not in self.values:
                    value = value.lower() if allowed_for(name) else value
                    self.keep(name, value, "counts", f" (line {line})")
            elif text.strip():
                return lines[place:]
        return []

    def refused(self, name: str, allowed: str) -> InputError:
        """Return the error for an option that cannot be used, blaming what set it."""
        blamed = self.blamed[name]
        told = allowed if blamed == name else f"told {name}= with {allowed}"
        return InputError(blamed, told, self.values[name])


def allowed_for(name: str) -> tuple:
    """Return the values an option may have; none for the name of something in the table."""
    for option, values in ALLOWED:
        if option == name:
            return values
    return ()
