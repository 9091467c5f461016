"""Text of a table, as RFC 4180 and spreadsheets write it: rows of cells, with the line each begins on.

Source: Shafranovich, Y. (2005). RFC 4180: Common format and MIME type for comma-separated values files.
"""

from ..check import InputError

SEPARATORS = (";", "\t", ",", "|")
SAMPLE_ROWS = 60
# As typesetters and other scripts set words apart; the two Pythons differ in which of them strip() takes.
UNUSUAL_BLANKS = (
    "\u00a0\u202f\u2007\u2009\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u200a\u2028\u2029\u205f\u3000"
    "\x0b\x0c\x1c\x1d\x1e\x1f\x85"
)
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
            raise InputError("counts", f"a table of at most {MOST_COLUMNS} columns (line {line})", record)
        if any(cells):
            rows.append((line, cells))
    return rows


def records_of(lines):
    """Return (line number, text) of each record: a line, or several where a break stands within quotes."""
    records, begun, pieces = [], 0, []
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
        raise InputError("counts", f"a table whose quotes end (that of line {begun} does not)", pieces[0])
    return records


def separator_of(records):
    """Return the separator that most records have equally often; of several, the one they have most often."""
    best = (0, 0)
    found = ""
    for separator in SEPARATORS:
        counts = [unquoted_count(record, separator) for record in records]
        usual = [count for count in counts if count]
        if usual:
            most = max([(usual.count(count), count) for count in set(usual)])
            if most > best:
                best, found = most, separator
    if not found:
        raise InputError("counts", FORM, records[0] if records else "")
    return found


def unquoted_count(record, separator):
    """Return how often a separator stands outside quotes."""
    if '"' not in record:
        return record.count(separator)
    count = 0
    for place, piece in enumerate(record.split('"')):
        if place % 2 == 0:
            count += piece.count(separator)
    return count


def quoted_cells(record, separator, line):
    """Return the cells of a record in which quotes stand: what lies between them is text, the rest is not."""
    cells, parts, is_quoted = [], [], False
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


def stray(line, cells, record):
    return InputError(
        "counts", f"cells without text beside their quotes (line {line}, column {len(cells) + 1})", record
    )
