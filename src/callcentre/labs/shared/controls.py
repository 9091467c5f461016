"""What a reader moves: a class for each kind of control that renderers know."""

from ...model.check import InputError, number, one_of, some_of, whole_number, yes_or_no
from ...model.numerics.written_number import typed_number
from .units import UNITS, in_unit, without_unit


class Control:
    """What every control has. ``check`` returns a value that may be used, or raises an InputError."""

    kind = ""

    def __init__(self, name, label, default, explanation, unit=""):
        self.name = name
        self.label = label
        self.default = default
        self.explanation = explanation
        self.unit = unit

    def as_data(self):
        return in_unit(
            self.unit,
            kind=self.kind,
            name=self.name,
            label=self.label,
            default=self.default,
            explanation=self.explanation,
        )


class Number(Control):
    """A number typed into a field. Whole numbers only where ``step`` is an int."""

    kind = "number"

    def __init__(self, name, label, default, low, high, step, explanation, unit="", decimals=0):
        super().__init__(name, label, default, explanation, unit)
        self.low = low
        self.high = high
        self.step = step
        self.decimals = decimals

    def check(self, value):
        kind = whole_number if isinstance(self.step, int) else number
        return kind(self.name, value, self.low, self.high)

    def read(self, text):
        """Return the number that a reader typed, in the model's unit; it is still to be checked.

        Raises
        ------
        InputError
            If the text is no number, or, with a ``question``, can mean two that the control may have.
        """
        factor, pattern = UNITS[self.unit]
        plain = without_unit(text, pattern)
        return typed_number(plain, self.low, self.high, self.step, factor, self.name)

    def as_data(self):
        data = super().as_data()
        data.update({"low": self.low, "high": self.high, "step": self.step, "decimals": self.decimals})
        return data


class Slider(Number):
    """A number moved along a track."""

    kind = "slider"


class Player(Slider):
    """A whole number that can be played: it moves on by itself until it is stopped or at its end."""

    kind = "player"


class TextField(Control):
    """Several lines of text, typed, pasted or read from a file of the reader's; never sent anywhere."""

    kind = "text"

    def __init__(self, name, label, default, explanation, longest=20_000):
        super().__init__(name, label, default, explanation)
        self.longest = longest

    def check(self, value):
        if not isinstance(value, str) or len(value) > self.longest:
            raise InputError(self.name, f"text of at most {self.longest} characters", value)
        return value

    def as_data(self):
        data = super().as_data()
        data["longest"] = self.longest
        return data


class Record(TextField):
    """What a lab remembers from one move to the next, such as answers given; not shown to the reader."""

    kind = "record"


class Choice(Control):
    """One of several options. ``options``: (value, label) each."""

    kind = "choice"

    def __init__(self, name, label, default, options, explanation):
        super().__init__(name, label, default, explanation)
        self.options = options

    def check(self, value):
        return one_of(self.name, value, [option for option, _ in self.options])

    def as_data(self):
        data = super().as_data()
        data["options"] = [{"value": value, "label": label} for value, label in self.options]
        return data


class ManyOf(Choice):
    """Any of several options, none included; the value is a list in the options' order."""

    kind = "many-of"

    def check(self, value):
        return some_of(self.name, value, [option for option, _ in self.options])


class Switch(Control):
    """Yes or no."""

    kind = "switch"

    def check(self, value):
        return yes_or_no(self.name, value)
