"""Statements to sort: each is of a kind, and a seed gives it another letter."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from .answers import Facts, Word, Words

LETTERS = ("A", "B", "C", "D", "E", "F", "G", "H")


class Cards:
    """Statements, each with its kind. Learners see a letter and the words.

    Parameters
    ----------
    name : str
        Under which their rows stand in the unit's data.
    pairs : sequence of (str, str)
        Words and kind; no two have the same words.
    """

    def __init__(self, name, pairs):
        self.name = name
        self.pairs = pairs
        self.letters = LETTERS[: len(pairs)]

    def rows(self, turn):
        """Return the rows (letter, words), begun at another card for another turn."""
        count = len(self.pairs)
        return [(letter, self.pairs[(place + turn) % count][0]) for place, letter in enumerate(self.letters)]

    def sorted(self, given, **taken_for):
        """Return the kind of each letter; with ``kind="other"`` that of somebody who takes one for another."""
        kinds = dict(self.pairs)
        return OrderedDict(
            [(letter, taken_for.get(kinds[words], kinds[words])) for letter, words in given[self.name]]
        )

    def of(self, given, *kinds):
        """Return the letters of the cards of some kinds."""
        return [letter for letter, kind in self.sorted(given).items() if kind in kinds]

    def all_sorted(self, words):
        """Return the kind of an answer that gives each letter one of some words."""
        return Facts(OrderedDict([(letter, Word(words)) for letter in self.letters]))

    def some(self):
        """Return the kind of an answer that names some letters."""
        return Words(self.letters)
