"""The kinds of answers a task can ask for: how each is read, compared and shown.

An answer is a Python value that a learner wrote. Each kind accepts what a sensible person may write, names
the wrong kind before the wrong value, and never raises anything but `Trouble`.
"""

import math

from ...model.check import shown
from ...model.numerics.written_number import COMMA, POINT, readings
from .task import nothing_yet
from .verdict import EMPTY, KIND, Trouble

# how far a unit can be off: by which factor, and what it may have been mixed up with
SLIPS = (
    (60, "minutes and hours, or seconds and minutes"),
    (3600, "seconds and hours"),
    (12, "months and years"),
    (100, "per cent and shares of one"),
    (1000, "thousands"),
)
MOST_SHOWN = 3


class Number:
    """A number: in which unit, and to how many decimals.

    Parameters
    ----------
    unit : str
        As it stands behind the number in a sentence: "EUR", "calls a month"; "" for a bare number.
    places : int
        Decimals that are asked for; a number that rounds to the right one is right. Negative: tens, hundreds.
    """

    def __init__(self, unit, places):
        self.unit = unit
        self.places = places

    def asked(self):
        return ("a number in " + self.unit if self.unit else "a number") + ", " + self.precision()

    def precision(self):
        if self.places > 0:
            return "to 1 decimal" if self.places == 1 else f"to {self.places} decimals"
        return "to a whole one" if self.places == 0 else f"to the nearest {10**-self.places:,}"

    def read(self, name, value):
        if value is None or value is Ellipsis:
            raise nothing_yet(name, self.asked())
        if isinstance(value, str):
            return self.read_text(name, value)
        if isinstance(value, bool):
            raise wrong_kind(self, f"{name} is {value}, which says yes or no")
        if isinstance(value, (tuple, list)):
            raise self.several(name, value)
        if isinstance(value, (dict, set)):
            raise wrong_kind(self, f"{name} holds several values")
        if callable(value):
            raise wrong_kind(self, f"{name} is a function: call it, with brackets behind its name")
        try:
            number = float(value)
        except OverflowError:  # MicroPython gives infinity instead
            number = float("inf")
        except (TypeError, ValueError):
            raise wrong_kind(self, f"{name} is {shown(value)}, which is not a number") from None
        if abs(number) == float("inf"):
            raise wrong_kind(self, f"{name} is too large for a number")
        if not math.isfinite(number):
            raise wrong_kind(self, f"{name} is {number}, which comes from a division by zero or the like")
        return number, None

    def read_text(self, name, text):
        """Return the number that a text means, with a word on how Python writes it."""
        if not text.strip():
            raise nothing_yet(name, self.asked())
        sign = "%" if text.strip().endswith("%") else ""
        found = readings(text.strip().rstrip("%").strip())
        plain = found.get(POINT, found.get(COMMA))
        if plain is None:
            raise wrong_kind(self, f"{name} is the text {shown(text)}")
        if len(set(found.values())) > 1 and "," in text:  # a point sets decimals apart in Python
            raise wrong_kind(self, f"{shown(text)} can mean two numbers")
        number = float(plain) / 100 if sign else float(plain)
        as_python = str(number) if sign or "." in plain else plain
        return number, f"{shown(text)} was read as {as_python}; in Python write {as_python}, without quotes."

    def several(self, name, values):
        """Return the trouble of two numbers where one is asked for: often a decimal comma."""
        values = list(values)
        are_whole = all(isinstance(one, int) and not isinstance(one, bool) for one in values)
        if len(values) == 2 and are_whole and values[1] >= 0:
            first, second = values
            return Trouble(
                KIND, f"{first},{second} is two numbers in Python: write {first}.{second}, with a point."
            )
        return wrong_kind(self, f"{name} holds {len(values)} values")

    def is_same(self, name, value, right):
        """Say whether a number is the right one, or rounds to the same at the precision that is asked for."""
        step = 10.0**-self.places
        if abs(value - right) > step:
            return False
        is_near = abs(value - right) <= 0.5 * step * (1 + 1e-9)
        return is_near or math.floor(value / step + 0.5) == math.floor(right / step + 0.5)

    def slip(self, name, value, right):
        """Return a word on a sign or a unit where that alone is wrong; None elsewhere."""
        if not value or not right:
            return None
        if self.is_same(name, -value, right):
            return f"{name} has the right size and the wrong sign: which way does it go?"
        for factor, mixed_up in SLIPS:
            if self.is_near(value / factor, right) or self.is_near(value * factor, right):
                return f"{name} looks like another unit: did {mixed_up} get mixed up? {asked_sentence(self)}"
        return None

    def is_near(self, value, right):
        """Say whether numbers are the same to four digits, since a slip multiplies what was rounded too."""
        return abs(value - right) <= 5e-5 * abs(right)

    def shown(self, right):
        text = f"{right:,.{max(self.places, 0)}f}"
        return f"{text} {self.unit}" if self.unit else text


class Share(Number):
    """A share of one: 0.03 for 3 %."""

    def __init__(self, places):
        Number.__init__(self, "", places)

    def asked(self):
        return f"a share of one, such as 0.03 for 3 %, {self.precision()}"

    def slip(self, name, value, right):
        if right and self.is_near(value / 100, right):
            return f"{name} is in per cent. {asked_sentence(self)}"
        return Number.slip(self, name, value, right)


class Guess(Number):
    """A number that is guessed before one works it out: whatever lies above 0 will do.

    Parameters
    ----------
    what : str
        As in "your guess, a number of agents above 0".
    places : int
    """

    def __init__(self, what, places):
        Number.__init__(self, "", places)
        self.what = what

    def asked(self):
        return f"your guess, {self.what} above 0"

    def is_same(self, name, value, right):
        return value > 0

    def slip(self, name, value, right):
        return f"{name} is a guess: any number above 0 will do."


class NumberOrNone(Number):
    """A number, or None where there is none: what a function returns that may find nothing."""

    def asked(self):
        return Number.asked(self) + ", or None"

    def read(self, name, value):
        return (None, None) if value is None else Number.read(self, name, value)

    def is_same(self, name, value, right):
        if value is None or right is None:
            return value is right
        return Number.is_same(self, name, value, right)

    def slip(self, name, value, right):
        if value is None:
            return f"{name} gives nothing, though there is a number."
        if right is None:
            return f"{name} gives a number, though there is none."
        return Number.slip(self, name, value, right)

    def shown(self, right):
        return "None" if right is None else Number.shown(self, right)


class Rows:
    """Rows of some values each, in order: a list of tuples, or a dict where each row is a pair.

    Parameters
    ----------
    columns : sequence of str
        What stands in a row.
    """

    def __init__(self, columns):
        self.columns = columns

    def asked(self):
        return f"a list of ({', '.join(self.columns)})"

    def read(self, name, value):
        if value is None or value is Ellipsis:
            raise nothing_yet(name, self.asked())
        if isinstance(value, dict):
            value = value.items()
        try:
            rows = [tuple(row) for row in value if not isinstance(row, str)]
        except TypeError:
            raise wrong_kind(self, f"{name} is {shown(value)}") from None
        if any(len(row) != len(self.columns) for row in rows):
            raise wrong_kind(self, f"A row of {name} does not have {len(self.columns)} values")
        return rows, None

    def is_same(self, name, value, right):
        return value == [tuple(row) for row in right]

    def slip(self, name, value, right):
        if len(value) != len(right):
            return f"{name} should give {len(right)} rows, not {len(value)}."
        return None

    def shown(self, right):
        return ", ".join(str(tuple(row)) for row in right[:MOST_SHOWN]) + (
            " …" if len(right) > MOST_SHOWN else ""
        )


class Word:
    """One word of a list."""

    def __init__(self, words):
        self.words = words

    def asked(self):
        return "one of " + ", ".join(self.words)

    def read(self, name, value):
        if isinstance(value, (list, tuple, set)) and len(value) == 1:
            value = list(value)[0]
        if is_empty(value):
            raise nothing_yet(name, self.asked())
        return the_word(name, value, self.words), None

    def is_same(self, name, value, right):
        return value == right

    def slip(self, name, value, right):
        return None

    def shown(self, right):
        return right


class Words:
    """Some words of a list, in any order; each counts once."""

    def __init__(self, words, is_empty_allowed=False):
        self.words = words
        self.is_empty_allowed = is_empty_allowed

    def asked(self):
        listed = [str(word) for word in self.words]
        few = ", ".join(listed) if len(listed) <= 12 else f"{listed[0]}, {listed[1]} … {listed[-1]}"
        return "a list of any of " + few

    def read(self, name, value):
        if isinstance(value, str):
            value = [part.strip() for part in value.split(",") if part.strip()]
        if value is None or value is Ellipsis:
            raise nothing_yet(name, self.asked())
        try:
            found = [the_word(name, one, self.words) for one in value]
        except TypeError:
            raise wrong_kind(self, f"{name} is {shown(value)}") from None
        if not found and not self.is_empty_allowed:
            raise nothing_yet(name, self.asked())
        return frozenset(found), None

    def is_same(self, name, value, right):
        return value == frozenset(right)

    def slip(self, name, value, right):
        right = frozenset(right)
        if value < right:
            return f"Everything in {name} belongs there, but something is still missing."
        if value > right:
            return f"Everything that belongs in {name} is there, and so is something that does not."
        return None

    def shown(self, right):
        return ", ".join(sorted(right)) or "none"


class Facts:
    """A dict of facts, each an answer of its own kind.

    Parameters
    ----------
    kinds : dict
        The kind of each fact, by its name.
    """

    def __init__(self, kinds):
        self.kinds = kinds

    def asked(self):
        return "a dict of " + ", ".join(self.kinds)

    def read(self, name, value):
        if is_empty(value):
            raise nothing_yet(name, self.asked())
        if not isinstance(value, dict):
            raise wrong_kind(self, f"{name} is {shown(value)}")
        unknown = [fact for fact in value if fact not in self.kinds]
        if unknown:
            raise wrong_kind(self, f"{name} has {shown(unknown[0])}")
        missing = [fact for fact in self.kinds if fact not in value]
        if missing:
            raise Trouble(EMPTY, f"{name} has no {missing[0]} yet.")
        return {
            fact: kind.read(f"{name}'s {fact}", value[fact])[0] for fact, kind in self.kinds.items()
        }, None

    def is_same(self, name, value, right):
        return all(self.kinds[fact].is_same(fact, value[fact], right[fact]) for fact in right)

    def slip(self, name, value, right):
        wrong = [fact for fact in self.kinds if not self.kinds[fact].is_same(fact, value[fact], right[fact])]
        return f"{name} is not right in {len(wrong)} of its facts; look at {wrong[0]} first."

    def shown(self, right):
        return "; ".join(f"{fact}: {kind.shown(right[fact])}" for fact, kind in self.kinds.items())


class Function:
    """A function, tried on cases.

    Parameters
    ----------
    cases : sequence of tuple
        The arguments of each call.
    gives : object
        The kind of what it returns.
    refuses : sequence of tuple
        Arguments with which it must raise a ValueError.
    """

    def __init__(self, cases, gives, refuses=()):
        self.cases = cases
        self.gives = gives
        self.refuses = refuses

    def asked(self):
        return "a function"

    def read(self, name, value):
        if value is None or value is Ellipsis:
            raise nothing_yet(name, self.asked())
        if not callable(value):
            raise Trouble(
                KIND, f"{name} is {shown(value)}; a function is asked for: begin with def {name}(…)."
            )
        return value, None

    def is_same(self, name, value, right):
        for case in self.cases:
            found, _ = self.gives.read(call_in_words(name, case), called(name, value, case))
            if not self.gives.is_same(name, found, self.gives.read(name, right(*case))[0]):
                return False
        return all(refused(name, value, case) == refused(name, right, case) for case in self.refuses)

    def slip(self, name, value, right):
        """Return for which call the function does not give what it should."""
        for case in self.cases:
            found, _ = self.gives.read(name, called(name, value, case))
            expected, _ = self.gives.read(name, right(*case))
            if not self.gives.is_same(name, found, expected):
                words = call_in_words(name, case)
                slip = self.gives.slip(words, found, expected)
                return slip or None
        if any(not refused(name, value, case) for case in self.refuses):
            return f"{name} must raise a ValueError where there is no answer."
        return None

    def shown(self, right):
        return "a function; for instance " + "; ".join(
            f"{call_in_words('f', case)} is {shown(right(*case))}" for case in self.cases[:MOST_SHOWN]
        )


class FreeText:
    """Words of one's own, which a person marks by a rubric; the check only says that they are there.

    Parameters
    ----------
    least_words : int
    rubric : sequence of (int, str)
        Points, and what earns them.
    """

    def __init__(self, least_words, rubric):
        self.least_words = least_words
        self.rubric = rubric

    def asked(self):
        return f"a text of at least {self.least_words} words"

    def read(self, name, value):
        if is_empty(value):
            raise nothing_yet(name, self.asked())
        if not isinstance(value, str):
            raise wrong_kind(self, f"{name} is {shown(value)}")
        words = len(value.split())
        if words < self.least_words:
            raise Trouble(EMPTY, f"{name} has {words} words so far; {self.asked()} is asked for.")
        return value, None

    def is_same(self, name, value, right):
        return True

    def slip(self, name, value, right):
        return None

    def shown(self, right):
        return right


def asked_sentence(kind):
    return f"What is asked for is {kind.asked()}."


def wrong_kind(kind, found):
    """Return the trouble of a value of another kind: what was found, and what is asked for."""
    return Trouble(KIND, f"{found}. {asked_sentence(kind)}")


def is_empty(value):
    """Say whether nothing stands in an answer yet."""
    return value is None or value is Ellipsis or (isinstance(value, (str, dict)) and not value)


def the_word(name, value, words):
    """Return the word of a list that somebody means, in whatever case, or with spaces for hyphens."""
    if isinstance(value, str):
        for word in words:
            if isinstance(word, str) and plain_word(word) == plain_word(value):
                return word
        raise Trouble(KIND, f"{name}: {shown(value)} is none of {', '.join(str(word) for word in words)}.")
    raise Trouble(KIND, f"{name} is {shown(value)}; a word in quotes is asked for.")


def plain_word(text):
    return text.strip().lower().replace("_", "-").replace(" ", "-")


def called(name, function, case):
    """Return what a function returns, with copies of lists and dicts that it may change."""
    try:
        return function(*[copied(one) for one in case])
    except Exception as error:  # whatever a learner's function does wrong is told, not raised
        raise stopped(name, case, error) from None


def refused(name, function, case):
    """Say whether a function raises a ValueError; another error is told."""
    try:
        function(*[copied(one) for one in case])
    except ValueError:
        return True
    except Exception as error:
        raise stopped(name, case, error) from None
    return False


def stopped(name, case, error):
    """Return the trouble of a call that ends in an error."""
    words = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return Trouble(KIND, f"{call_in_words(name, case)} stops with {words}.")


def copied(value):
    if isinstance(value, list):
        return [copied(one) for one in value]
    if isinstance(value, dict):
        return {key: copied(one) for key, one in value.items()}
    return value


def call_in_words(name, case):
    text = ", ".join(shown(one) for one in case)
    return f"{name}({text if len(text) <= 60 else '…'})"
