"""What a reader is told of values that a lab cannot use, or had to choose a reading of.

By the control's label, in the unit it shows.
"""

from ...model.check import InputError, is_plain, shown
from ...model.numerics.written_number import readings
from .controls import Choice, Number, TextField
from .units import UNITS, without_unit
from .view import Quantity, filled

MOST_DECIMALS = 6


class NoControl(InputError):
    """A value was given for something that is no control of the lab."""


def problem_as_data(problem, controls, values):
    """Return an InputError as data: the control's ``name``, a Text as ``message``, and ``error``.

    The last is for who writes Python: it names the control as Python does.

    Parameters
    ----------
    problem : InputError
    controls : list of Control
        The lab's.
    values : dict
        What was given for each; the whole of a text is not repeated.
    """
    message = told(problem, controls, values).as_data()
    return {"name": problem.name, "message": message, "error": str(problem)}


def told(problem, controls, values):
    """Return what is wrong with a value as a Text."""
    control = named(problem.name, controls)
    parts = {
        "label": control.label if control else problem.name,
        "allowed": with_labels(problem.allowed, controls),
        "value": value_told(problem.value, control),
        "question": problem.question,
    }
    if isinstance(control, Number):
        parts["low"], parts["high"] = [in_its_unit(limit, control) for limit in (control.low, control.high)]
    if isinstance(control, Choice):
        parts["options"] = [label for _, label in control.options]
    return filled(template_of(problem, control, values), parts)


def template_of(problem, control, values):
    """Return the sentence that tells a problem."""
    value = problem.value
    if isinstance(problem, NoControl):
        return "There is no control named {label}."
    if problem.question:
        return "{label}: {question}"
    if isinstance(control, Number) and not is_allowed(value, control):
        is_empty = isinstance(value, str) and not value.strip()
        if isinstance(control.step, int):
            if is_empty:
                return "{label} is empty. It must be a whole number from {low} to {high}."
            return "{label} must be a whole number from {low} to {high}; {value} is not."
        if is_empty:
            return "{label} is empty. It must be a number from {low} to {high}."
        return "{label} must be a number from {low} to {high}; {value} is not."
    if isinstance(control, Choice) and not is_allowed(value, control):
        return "{label} must be among these: {options}; {value} is not."
    is_in_sight = isinstance(value, (list, tuple)) or (
        isinstance(control, TextField)
        and isinstance(value, str)
        and (value == values.get(control.name) or not is_plain(value))
    )
    return "{label} must be {allowed}." if is_in_sight else "{label} must be {allowed}; {value} is not."


def named(name, controls):
    """Return the control of that name, or None."""
    for control in controls:
        if control.name == name:
            return control
    return None


def is_allowed(value, control):
    try:
        control.check(value)
    except InputError:
        return False
    return True


def with_labels(allowed, controls):
    """Return what is allowed with the labels of other controls in place of their names."""
    words = []
    for word in allowed.split(" "):
        bare = word.strip(",.;:")
        control = named(bare, controls) if "_" in bare else None
        words.append(word.replace(bare, control.label) if control else word)
    return " ".join(words)


def value_told(value, control):
    """Return a value as a part of a Text: a number in the control's unit, an option by its label."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and value - value == 0
    if isinstance(control, Number) and is_number:
        return in_its_unit(value, control)
    if isinstance(control, Choice):
        for option, label in control.options:
            if option == value:
                return shown(label)
    return shown(value)


def in_its_unit(number, control):
    """Return a number as a Quantity in the control's unit, with no more decimals than it needs."""
    quantity = Quantity(number, control.unit)
    size = round(number * quantity.as_data()["factor"], MOST_DECIMALS)
    while round(size, quantity.decimals) != size:
        quantity.decimals += 1
    return quantity


def reading(text, control):
    """Return as a Text how a number was read that can mean another one, too; None where it cannot."""
    found = set(readings(without_unit(text, UNITS[control.unit][1])).values())
    if len({float(plain) for plain in found}) < 2:
        return None
    parts = {"typed": text.strip(), "value": in_its_unit(control.read(text), control)}
    return filled("{typed} is read as {value}; the other number it can mean is not allowed here.", parts)
