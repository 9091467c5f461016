"""A column of numbers, read as a whole: what its marks mean is never decided for one cell alone."""

from ..numerics.written_number import COMMA, POINT, readings
from .refusals import question, refused

NOTHING = ("", "-", "–", "—")
MOST_DIGITS = 12


class NumberColumn:
    """The numbers of a column.

    Attributes
    ----------
    numbers : list of float
        One a cell.
    mark : str
        "point" or "comma": what stands before the decimals.
    thousands : str
        The mark that was taken to set thousands apart, because so the column makes sense; "" where there was
        nothing to decide.
    emptied : int
        How many cells were empty and are taken as 0.
    """

    def __init__(
        self, texts: list, where: callable, decimal: str | None = None, empty: str | None = None
    ) -> None:
        """Read the cells; ``where`` says what an error calls the one in a place: "line 2, column Calls"."""
        self.where = where
        self.places = first_places(texts)
        self.texts = sorted(self.places, key=lambda text: self.places[text])
        self.readings = {text: readings("0" if text in NOTHING else text) for text in self.texts}
        for text in self.texts:
            self.check(text, empty)
        self.thousands = ""
        self.mark = decimal or self.decimal_mark()
        for text in self.texts:
            if self.mark not in self.readings[text]:
                raise refused(
                    f"numbers that all have a decimal {self.mark} ({self.place(text)} has none)", text
                )
        plain = {text: float(self.readings[text][self.mark]) for text in self.texts}
        self.numbers = [plain[text] for text in texts]
        self.emptied = len([text for text in texts if text in NOTHING])

    def check(self, text: str, empty: str | None) -> None:
        """Refuse a cell that can be no number of calls."""
        found = self.readings[text]
        if text in NOTHING and not empty:
            raise refused(
                f"a number for every interval ({self.place(text)} has none; where that means no call, put a "
                "line empty=zero above the table)",
                text,
            )
        if not found:
            raise refused(f"numbers of calls ({self.place(text)})", text)
        plain = found.get(POINT) or found[COMMA]
        if plain[0] == "-":
            raise refused(f"numbers of at least 0 ({self.place(text)})", text)
        if len(plain.partition(".")[0]) > MOST_DIGITS:
            raise refused(f"numbers of at most {MOST_DIGITS} digits ({self.place(text)})", text)

    def decimal_mark(self) -> str:
        """Return the mark before the decimals, as the numbers show together.

        Three digits after every mark are thousands where other cells, from 100 to 999, have no mark.
        """
        possible = [
            mark for mark in (POINT, COMMA) if all(mark in self.readings[text] for text in self.texts)
        ]
        if not possible:  # the marks differ: the first that can mean one thing only shows which is the other
            return [
                mark for text in self.texts for mark in self.readings[text] if len(self.readings[text]) == 1
            ][0]
        marked = [text for text in self.texts if len(set(self.readings[text].values())) > 1]
        if len(possible) == 1 or not marked:
            return possible[0]
        whole = [float(self.readings[text][POINT]) for text in self.texts if text not in marked]
        marks = [mark for mark in ".," if any(mark in text for text in marked)]
        if len(marks) == 1 and whole and 100 <= max(whole) < 1000:
            self.thousands = marks[0]
            return COMMA if marks[0] == "." else POINT
        comma, point = self.readings[marked[0]][COMMA], self.readings[marked[0]][POINT]
        raise question(
            f"{marked[0]} ({self.place(marked[0])}) can mean {comma} or {point}. Put a line above the table: "
            f"decimal=comma for {comma}, or decimal=point for {point}."
        )

    def place(self, text: str) -> str:
        return self.where(self.places[text])


def first_places(texts: list) -> dict:
    """Return where each distinct text stands first."""
    places = {}
    for place, text in enumerate(texts):
        if text not in places:
            places[text] = place
    return places


def in_first_order(texts: list) -> list:
    """Return the distinct texts in the order in which they stand first."""
    places = first_places(texts)
    return sorted(places, key=lambda text: places[text])
