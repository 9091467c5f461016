"""The three ways to run a centre, in the order and the words that labs compare them in."""

from .view import Compared


class Way:
    """A way to run a centre.

    Attributes
    ----------
    option : str
        The option of that name in the model.
    name : str
        Its name in figures, columns and controls.
    label : str
        Its name as a heading.
    beginning, within : str
        Its name at the beginning of a sentence, and within one.
    """

    def __init__(self, option, name, label, beginning, within):
        self.option = option
        self.name = name
        self.label = label
        self.beginning = beginning
        self.within = within


WAYS = (
    Way("in-house", "in_house", "In-house", "In-house", "in-house"),
    Way("outsourced", "outsourced", "Outsourced", "Outsourcing", "outsourcing"),
    Way("mixed", "mixed", "Mixed", "A mix", "a mix"),
)


def find(option):
    """Return the way with that option of the model; KeyError if there is none."""
    for way in WAYS:
        if way.option == option:
            return way
    raise KeyError(option)


def compared(caption, rows):
    """Return figures side by side, a column for each way; ``rows``: (label, kind of figure, best) each."""
    ways = [way.label for way in WAYS]
    return Compared(
        caption, ways, [(label, [kind + "_" + way.name for way in WAYS], best) for label, kind, best in rows]
    )


def label_of(option):
    """Return an option's name as a heading; a sentence has it after a colon: no grammar hangs on it."""
    return find(option).label


def beginning(option):
    """Return an option's name as it begins a sentence."""
    return find(option).beginning


def within(option):
    """Return an option's name as it stands within a sentence."""
    return find(option).within
