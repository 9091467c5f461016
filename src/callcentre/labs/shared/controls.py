"""What a reader moves: a class for each kind of control that renderers know."""

from ...model.check import InputError, number, one_of, some_of, whole_number, yes_or_no
from ...model.numerics.written_number import typed_number
from .units import UNITS, in_unit, without_unit

# the stops of a logarithmic track between 1 and 10, in tenths
ROUND = (10, 11, 12, 13, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40, 45, 50, 56, 64, 70, 80, 90)


class Control:
    """What every control has. ``check`` returns a value that may be used, or raises an InputError.

    ``needs``: each `Need` that other controls must meet before this one has an effect.
    """

    kind = ""

    def __init__(self, name, label, default, explanation, unit="", needs=()):
        self.name = name
        self.label = label
        self.default = default
        self.explanation = explanation
        self.unit = unit
        self.needs = needs

    def as_data(self):
        return in_unit(
            self.unit,
            kind=self.kind,
            name=self.name,
            label=self.label,
            default=self.default,
            explanation=self.explanation,
            needs=[need.as_data() for need in self.needs],
        )


class Number(Control):
    """A number typed into a field. Whole numbers only where ``step`` is an int."""

    kind = "number"

    def __init__(self, name, label, default, low, high, step, explanation, unit="", decimals=0, needs=()):
        super().__init__(name, label, default, explanation, unit, needs)
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
    """A number moved along a track; ``next_label`` is what a button says that moves it on by a step, if any.

    From the last place the button leads back to the first.
    """

    kind = "slider"

    def __init__(self, *args, next_label=None, **more):
        super().__init__(*args, **more)
        self.next_label = next_label

    def as_data(self):
        data = super().as_data()
        data["next_label"] = self.next_label
        return data


class LogarithmicSlider(Number):
    """A number over several powers of ten: moved along a track of round numbers, or typed beside it."""

    kind = "logarithmic"

    def stops(self):
        """Return the round numbers that the track leads to, from the lowest to the highest allowed."""
        power, found = 1, [self.low]
        while power <= self.high:
            found += [power * tenths / 10 for tenths in ROUND if self.low < power * tenths / 10 < self.high]
            power *= 10
        found.append(self.high)
        whole = isinstance(self.step, int)
        return [int(stop) if whole else stop for stop in found if not whole or stop == int(stop)]

    def as_data(self):
        data = super().as_data()
        data["stops"] = self.stops()
        return data


class Player(Slider):
    """A whole number that can be played: it moves on by itself until it is stopped or at its end."""

    kind = "player"


class TextField(Control):
    """Several lines of text, typed, pasted or read from a file of the reader's; never sent anywhere."""

    kind = "text"

    def __init__(self, name, label, default, explanation, longest=20_000, needs=()):
        super().__init__(name, label, default, explanation, needs=needs)
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

    def __init__(self, name, label, default, options, explanation, needs=()):
        super().__init__(name, label, default, explanation, needs=needs)
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
    """Yes or no; a box to tick, or, where ``is_button``, a button that stays pressed."""

    kind = "switch"

    def __init__(self, name, label, default, explanation, needs=(), is_button=False):
        super().__init__(name, label, default, explanation, needs=needs)
        self.is_button = is_button

    def as_data(self):
        data = super().as_data()
        data["is_button"] = self.is_button
        return data

    def check(self, value):
        return yes_or_no(self.name, value)
