"""A control without effect as a lab stands is off and says why; every other one has some effect somewhere."""

import random

import pytest

from callcentre import labs
from callcentre.labs.shared.needs import reason_off
from callcentre.model.check import InputError

LABS = labs.all()
LONG = ("cost-scenarios", "risk", "what-matters", "watch-a-day", "day-and-peaks")
BY_NAME = pytest.mark.parametrize(
    "lab",
    [pytest.param(lab, marks=[pytest.mark.long] * (lab.name in LONG)) for lab in LABS],
    ids=[lab.name for lab in LABS],
)
DRAWS = 6
FINISHED = 10  # states whose final view is compared; of the others the first, as a long run takes its time


def shortened(lab, values):
    """Return values with a long run's shortest, which takes a fifth of the time."""
    return {**values, "futures": 100} if lab.name == "risk" else values


def states(lab, draw_values):
    """Return (values given, all values) to try.

    They are the defaults, each preset, each way a need can be met or not, and drawn ones.
    """
    found = [{}, *[preset.values for preset in lab.presets]]
    conditions = {
        condition for control in lab.controls for need in control.needs for condition in need.conditions
    }
    controls = {control.name: control for control in lab.controls}
    for name, values, _ in sorted(conditions, key=repr):
        found += [{name: value} for value in (*values, *others(controls[name], values[0]))]
    for control in lab.controls:
        met = meeting(controls, control)
        found += [
            met,
            *[{**met, control.name: value} for value in others(control, control.default)[-1:] if met],
        ]
    drawing = random.Random(3)
    found += [draw_values(lab, drawing) for _ in range(DRAWS)]
    return [
        (given, values) for given in found if (values := complete_if_possible(lab, shortened(lab, given)))
    ]


def meeting(controls, control):
    """Return values that meet all needs of a control."""
    met = {}
    for need in control.needs:
        name, values, is_in = need.conditions[0]
        if controls[name].kind == "many-of":
            met[name] = [*met.get(name, []), *values]
        else:
            met[name] = values[0] if is_in else others(controls[name], values[0])[0]
    return met


def others(control, value):
    """Return values to which a control may be moved from one."""
    if control.kind in ("slider", "number", "player", "logarithmic"):
        middle = control.low + control.step * round((control.high - control.low) / control.step / 3)
        beside = control.step * round((control.high - control.low) / control.step / 10)
        near = [value + beside, value - beside] if isinstance(value, (int, float)) else []
        tried = [*near, middle, control.low, control.high]
        return [each for each in tried if control.low <= each <= control.high and each != value]
    if control.kind in ("choice", "many-of"):
        options = [option for option, _ in control.options]
        if control.kind == "choice":
            return [option for option in options if option != value]
        ticked = value if isinstance(value, list) else [value]
        return [[each for each in options if (each in ticked) != (each == one)] for one in options]
    return (
        [not value]
        if control.kind == "switch"
        else [value.rstrip()[:-1] + "7"]
        if control.kind == "text"
        else []
    )


def complete_if_possible(lab, values):
    try:
        return lab.complete(values)
    except InputError:
        return None


def view(lab, values):
    """Return what is seen at values, None where they do not go together."""
    try:
        return as_seen(lab.view(values).as_data())
    except InputError:
        return None


def first_view(lab, values):
    """Return what is seen at once at values, None where they do not go together."""
    try:
        return as_seen(lab.first_view(lab.complete(values))[0].as_data())
    except InputError:
        return None


def as_seen(data):
    """Return a view's data without the digits that a reader never sees."""
    if isinstance(data, dict):
        return {name: as_seen(value) for name, value in data.items()}
    if isinstance(data, (list, tuple)):
        return [as_seen(value) for value in data]
    return float(f"{data:.9g}") if isinstance(data, float) else data


@BY_NAME
def test_a_control_that_is_off_changes_nothing(lab, draw_values):
    for at, (_, values) in enumerate(states(lab, draw_values)):
        off = [control for control in lab.controls if reason_off(control, values)]
        look = view if at < FINISHED else first_view
        seen = look(lab, values) if off else None
        if seen is None:
            continue
        for number in range(2):
            moved = dict(values)
            for control in off:
                allowed = others(control, values[control.name])
                moved[control.name] = allowed[min(number, len(allowed) - 1)]
            again = look(lab, moved)
            assert again in (seen, None), [control.name for control in off]


@BY_NAME
def test_a_control_that_is_on_changes_something_somewhere(lab, draw_values):
    waiting = {control.name: control for control in lab.controls if control.kind != "record"}
    for given, values in states(lab, draw_values):
        seen = first_view(lab, given)
        for name, control in list(waiting.items()):
            if seen is None or reason_off(control, values):
                continue
            moved = [first_view(lab, {**given, name: value}) for value in others(control, values[name])[:3]]
            if any(one not in (seen, None) for one in moved):
                del waiting[name]
    assert list(waiting) == []


@BY_NAME
def test_a_reason_is_a_sentence_and_its_conditions_are_values_of_the_lab(lab):
    controls = {control.name: control for control in lab.controls}
    for control in lab.controls:
        for need in control.needs:
            assert need.reason.endswith("."), control.name
            for name, values, _ in need.conditions:
                for value in values:
                    controls[name].check([value] if controls[name].kind == "many-of" else value)


@BY_NAME
def test_a_first_group_of_few_controls_is_in_sight_and_the_others_unfold(lab):
    first, *rest = lab.groups
    assert first.is_open
    assert [group.title for group in rest if group.is_open] == []
    assert 3 <= len([control for control in first.controls if control.kind != "record"]) <= 9


@BY_NAME
def test_no_control_is_off_for_good(lab):
    """What is needed never needs, in the end, what needs it; so there is always a control to begin with."""
    needed = {
        control.name: {name for need in control.needs for name, _, _ in need.conditions}
        for control in lab.controls
    }
    while free := [name for name, others in needed.items() if not others]:
        needed = {name: others - set(free) for name, others in needed.items() if name not in free}
    assert needed == {}
