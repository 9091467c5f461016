"""The table of a report: which lines count calls, which columns hold what, and what each line says."""

from ..check import InputError
from ..numerics.written_number import COMMA, POINT, readings
from ..units import MINUTES_IN_DAY
from . import columns
from .csv_text import Settings
from .dates import day_labels
from .number_column import NumberColumn, in_first_order
from .refusals import listed, question, refused, shortened
from .times import digits_minute, end_of, moment, tidied

MOST_TITLES = 60
SAMPLE_ROWS = 20
ALL = ("all", "tous", "toutes", "*")


class Report:
    """A table of counts, read.

    Attributes
    ----------
    names : list of str
        The names of the columns; empty where the table has none.
    rows : list of tuple
        (line, cells) of the lines that count calls.
    left_out : list of tuple
        (line, reason) of the others: "title", "head", "total", "below", "medium", "queue".
    starts : list of int
        The minute of the day at which each row's interval begins.
    lengths : list
        Its length in minutes, None where the row does not say.
    queues : list of str
        Its queue, "" where the table names none.
    labels, dates : list of str, dict
        Its day, and the date of each day; no dates where they are not known.
    calls : list of float
        Its calls.
    column : str
        What the column of calls is called.
    """

    def __init__(self, rows: list, settings: Settings) -> None:
        self.settings = settings
        self.left_out: list = []
        self.has_zone = False
        self.names, self.rows = self.below_head(rows)
        self.find_columns()
        self.refuse_longer_rows()
        moments, loose = self.timed_rows()
        moments = self.voice_only(moments)
        moments = self.one_queue(moments)
        if not self.rows:
            raise refused("a table with lines of calls", listed(self.names))
        self.starts = [minute for _, minute, _ in moments]
        self.queues = [self.cell(cells, self.queue_at) for _, cells in self.rows]
        self.read_calls()
        self.leave_out_below(loose)
        self.lengths = self.named_lengths(moments)
        day_column = self.start_at if self.day_at is None else self.day_at
        self.labels, self.dates, self.order_found = day_labels(
            self.day_texts(moments), lambda place: self.where(place, day_column), settings.values.get("dates")
        )

    # Lines and columns --------------------------------------------------------------------------------------

    def below_head(self, rows: list) -> tuple:
        """Return the names of the columns and the rows below them; what stands above is titles."""
        head = None
        for place, (_, cells) in enumerate(rows[:MOST_TITLES]):
            if columns.is_head(cells):
                head = place
                break
        begins = first_of_data(rows) if head is None else head + 1
        if head is None and begins and are_names(rows[begins - 1][1]):
            head = begins - 1
        self.left_out += [(line, "title") for line, _ in rows[: begins if head is None else head]]
        names = [] if head is None else [" ".join(cell.split()) for cell in rows[head][1]]
        return names, rows[begins:]

    def find_columns(self) -> None:
        self.sample = sample_of(self.rows)
        self.start_at, self.kind = columns.start_column(self.names, self.sample)
        if self.start_at is None:
            shown = self.names or (self.rows[0][1] if self.rows else [])
            raise refused(
                "a table with a column of times such as 07:30, headed interval_start", listed(shown)
            )
        self.end_at = columns.end_column(self.names)
        self.queue_at = columns.queue_column(self.names)
        self.medium_at = columns.medium_column(self.names)
        self.day_at = columns.date_column(self.names, self.sample, self.start_at)

    def refuse_longer_rows(self) -> None:
        """Refuse a row with more cells than the others: a comma within a number may have cut it in two."""
        width = len(self.names) or columns.width([], self.sample)
        for line, cells in self.rows:
            if len(cells) > width and any(cells[width:]):
                allowed = f"lines of at most {width} cells (line {line} has {len(cells)})"
                raise refused(f"{allowed}, numbers with a comma in quotes", listed(cells))

    def timed_rows(self) -> tuple:
        """Keep the rows that have a time; return when each begins, and rows below the table without one."""
        known, moments, kept, others = {}, [], [], []
        for line, cells in self.rows:
            text = self.cell(cells, self.start_at)
            if text not in known:
                known[text] = self.moment(text)
            if known[text] is None or self.is_total_line(cells):
                others.append((line, cells))
            else:
                kept.append((line, cells))
                moments.append(known[text])
        all_rows, self.rows = self.rows, kept
        last = kept[-1][0] if kept else 0
        loose = []
        for line, cells in others:
            if any(columns.is_total(cell) for cell in cells):
                self.left_out.append((line, "total"))
            elif [" ".join(cell.split()) for cell in cells] == self.names:
                self.left_out.append((line, "head"))
            elif line > last and not self.cell(cells, self.start_at):
                loose.append((line, cells))
            elif (
                line > last
                and len([cell for cell in cells if cell]) == 1
                and len(all_rows[0][1]) > 1
                and are_names(cells + ["x"])
            ):
                self.left_out.append((line, "below"))
            else:
                raise self.no_time(line, cells)
        return moments, loose

    def moment(self, text: str) -> tuple | None:
        """Return (date's text, minute, length or None) of a start; None where it is no time."""
        if self.kind != "time":
            minute = digits_minute(text, self.kind == "hour")
            return None if minute is None else ("", minute, None)
        found = moment(text)
        if found is None:
            return None
        self.has_zone = self.has_zone or found[3]
        return found[:3]

    def no_time(self, line: int, cells: list) -> InputError:
        """Return the error for a line whose start is missing or no time."""
        text, where = self.cell(cells, self.start_at), f"line {line}, column {self.name(self.start_at)}"
        if not text:
            return refused(f"a start for every line ({where} has none)", listed(cells))
        return refused(f"intervals that start at a time from 00:00 to 23:45, such as 07:30 ({where})", text)

    def is_total_line(self, cells: list) -> bool:
        """Say whether a line with a time is a total all the same, by what stands for its day."""
        return columns.is_total(self.cell(cells, self.day_at))

    def leave_out_below(self, loose: list) -> None:
        """Leave out lines below the table without a time: a total where they hold the sum, else a footer."""
        total = 0.0
        for calls in self.calls:
            total += calls
        for line, cells in loose:
            numbers = [number_under(cell, self.mark) for cell in cells if columns.is_number(cell)]
            if any(abs(number - total) < 0.01 for number in numbers):
                self.left_out.append((line, "total"))
            elif not numbers:
                self.left_out.append((line, "below"))
            else:
                raise self.no_time(line, cells)

    # Media and queues ---------------------------------------------------------------------------------------

    def voice_only(self, moments: list) -> list:
        """Leave out lines of chats and mails, where the report counts calls too."""
        media = [self.cell(cells, self.medium_at) for _, cells in self.rows]
        voices = {medium for medium in set(media) if columns.is_voice(medium)}
        if not voices:
            return moments
        return self.keep([medium in voices for medium in media], moments, "medium")

    def one_queue(self, moments: list) -> list:
        """Leave out lines of other queues than the one asked for, and those of all queues together."""
        wanted = self.settings.values.get("queue")
        if self.queue_at is None:
            if wanted is not None:
                raise self.settings.refused("queue", "a queue, which this table does not name")
            return moments
        queues = [self.cell(cells, self.queue_at) for _, cells in self.rows]
        distinct = in_first_order(queues)
        if wanted is None:
            single = {name for name in distinct if not (columns.is_total(name) or tidied(name) in ALL)}
            return self.keep([name in single for name in queues], moments, "total") if single else moments
        chosen = {name for name in distinct if tidied(name) == tidied(wanted)}
        if not chosen:
            raise self.settings.refused("queue", "one of " + listed(distinct))
        return self.keep([name in chosen for name in queues], moments, "queue")

    def keep(self, are_kept: list, moments: list, reason: str) -> list:
        """Keep some of the rows, note why the others are left out, and return when those kept begin."""
        rows, self.rows = self.rows, []
        found = []
        for row, at, is_kept in zip(rows, moments, are_kept):
            if is_kept:
                self.rows.append(row)
                found.append(at)
            else:
                self.left_out.append((row[0], reason))
        return found

    # Calls --------------------------------------------------------------------------------------------------

    def read_calls(self) -> None:
        """Read the calls of each row, added up where several columns are asked for."""
        places = self.calls_columns()
        self.column = " + ".join([self.name(column) for column in places])
        self.calls = [0.0] * len(self.rows)
        self.thousands, self.emptied = "", 0
        for column in places:
            read = NumberColumn(
                [self.cell(cells, column) for _, cells in self.rows],
                lambda place, column=column: self.where(place, column),
                self.settings.values.get("decimal"),
                self.settings.values.get("empty"),
            )
            self.calls = [calls + number for calls, number in zip(self.calls, read.numbers)]
            self.thousands = self.thousands or read.thousands
            self.emptied += read.emptied
            self.mark = read.mark

    def calls_columns(self) -> list:
        """Return the columns whose sum is the calls: those asked for, or the one whose name says it best."""
        wanted = self.settings.values.get("column")
        if wanted is not None:
            return self.named_columns(wanted)
        taken = (self.start_at, self.end_at, self.day_at, self.queue_at, self.medium_at)
        free = [column for column in range(columns.width(self.names, self.sample)) if column not in taken]
        numeric = [column for column in free if columns.holds_numbers(self.sample, column)]
        if not self.names and len(free) == 1:
            return free
        if not self.names and len(numeric) == 1:
            return numeric
        ranked = [
            (columns.calls_rank(self.names[column]), column) for column in free if column < len(self.names)
        ]
        ranked = [
            (rank, column) for rank, column in ranked if rank is not None and rank < columns.SERVED_RANK
        ]
        best = [column for rank, column in ranked if rank == min(ranked)[0]]
        if len(best) == 1:
            return best
        raise self.which_column(best or numeric)

    def which_column(self, candidates: list) -> InputError:
        """Return the question which column holds the calls that came."""
        if not candidates:
            shown = listed(self.names or self.rows[0][1])
            return refused("a table headed by a line that names the column calls", shown)
        names = [self.name(column) for column in candidates]
        if len(set(names)) < len(names):
            names = [str(column + 1) for column in candidates]
        return question(
            f"Which column holds the calls that came: {listed(names)}? Put a line column={names[0]} above "
            "the table, with the column's name, or several names with + between them to add them up."
        )

    def named_columns(self, wanted: str) -> list:
        """Return the columns that a name, a place or a sum of them means."""
        whole = self.named_column(wanted)
        if whole is not None:
            return [whole]
        found = [self.named_column(part) for part in wanted.split("+")]
        if None in found:
            raise self.settings.refused("column", "one of " + listed(self.names or ["1", "2"]))
        return found

    def named_column(self, wanted: str) -> int | None:
        """Return the column of that name, or else in that place; None where there is none."""
        words = columns.words_of(wanted)
        for column, name in enumerate(self.names):
            if words and columns.words_of(name) == words:
                return column
        text = wanted.strip()
        if text in [str(column + 1) for column in range(columns.width(self.names, self.sample))]:
            return int(text) - 1
        return None

    # Times --------------------------------------------------------------------------------------------------

    def day_texts(self, moments: list) -> list:
        """Return what each row says of its day; an empty cell stands for the day above it."""
        texts, before = [], ""
        for place, (_, cells) in enumerate(self.rows):
            text = moments[place][0]
            if not text and self.day_at is not None:
                text = self.cell(cells, self.day_at) or before
                if not text:
                    raise refused(
                        f"a day for every line ({self.where(place, self.day_at)} has none)", listed(cells)
                    )
            before = text
            texts.append(text)
        return texts

    def named_lengths(self, moments: list) -> list:
        """Return how long each row says that its interval is: by a range, or by a column of ends."""
        ends, lengths = {}, []
        for (_, cells), (_, start, length) in zip(self.rows, moments):
            text = self.cell(cells, self.end_at)
            if length is None and text:
                if text not in ends:
                    ends[text] = end_of(text)
                if ends[text] is not None:
                    length = (ends[text] - start) % MINUTES_IN_DAY
            lengths.append(length)
        return lengths

    def cell(self, cells: list, column: int | None) -> str:
        return cells[column] if column is not None and column < len(cells) else ""

    def name(self, column: int) -> str:
        named = self.names[column] if column < len(self.names) else ""
        return shortened(named) if named else str(column + 1)

    def where(self, place: int, column: int) -> str:
        return f"line {self.rows[place][0]}, column {self.name(column)}"


def first_of_data(rows: list) -> int:
    """Return the place of the first row that holds a time, or of the first row where none does."""
    for place, (_, cells) in enumerate(rows[:MOST_TITLES]):
        if any(moment(cell) is not None for cell in cells) and len([cell for cell in cells if cell]) > 1:
            return place
    return 0


def are_names(cells: list) -> bool:
    """Say whether cells may name columns: several words, and neither number nor time."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 1 and not any(columns.is_number(cell) or moment(cell) is not None for cell in filled)


def sample_of(rows: list) -> list:
    """Return the first rows, lines of totals left out."""
    return [
        (line, cells)
        for line, cells in rows[:SAMPLE_ROWS]
        if not any(columns.is_total(cell) for cell in cells)
    ]


def number_under(text: str, mark: str) -> float:
    """Return a number read with this mark before its decimals, where it can be."""
    found = readings(text)
    return float(found.get(mark) or found.get(POINT) or found[COMMA])
