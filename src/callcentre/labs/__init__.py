"""Every lab, and the one way to ask a lab for a view in JSON."""

import json

from ..model.check import InputError

# In the order of the book. A lab stands in the file of its name and is read when it is first asked for, so
# that a page with one lab does not wait for the others.
NAMES = (
    "classify",
    "sort-the-cases",
    "how-many-agents",
    "day-and-peaks",
    "cost-scenarios",
    "contract",
    "risk",
    "what-matters",
    "watch-a-day",
)


def all():  # noqa: A001 - callcentre.labs.all() is a name others rely on
    """Return every lab, in the order of the book."""
    return [find(name) for name in NAMES]


def find(name):
    """Return the lab of that name.

    Raises
    ------
    InputError
        If there is none; the message lists the names there are.
    """
    if name not in NAMES:
        raise InputError("lab", "one of " + ", ".join(NAMES), name)
    return __import__(__name__ + "." + module_of(name), None, None, ("LAB",)).LAB


def module_of(name):
    """Return the name of the file a lab stands in, without its ending."""
    return name.replace("-", "_")


def answer(request):
    """Answer a request in JSON text, in JSON text: how a page, or its build, asks for a view.

    The request is ``{"lab": name, "values": {control: value}}``, with the ``state`` of an earlier answer
    where a view is to be refined. A number as a reader typed it, in the unit shown, is
    ``{"typed": "80"}``. The answer holds ``values`` (all of them), ``view`` (None where the last one stays)
    ``state`` (None where the view is final) and ``readings``, a Text by name for each number that was typed
    and can mean another one, too; or ``problems``,
    as `refusals.problem_as_data` has them. The lab
    itself is described by `Lab.as_data`.
    """
    request = json.loads(request)
    lab = find(request["lab"])
    values, problems = with_typed_numbers(lab, request["values"])
    problems += lab.problems(values)
    if not problems:
        try:
            values = lab.complete(values)
            state = request.get("state")
            view, state = lab.first_view(values) if state is None else lab.refine(values, state)
            data = view.as_data() if view else None
            said = readings_as_data(lab, request["values"])
            return json.dumps({"values": values, "view": data, "state": state, "readings": said})
        except InputError as problem:
            problems = [problem]
    from .shared.refusals import problem_as_data  # with the labs: a plain import reads none of them

    told = [problem_as_data(problem, lab.controls, values) for problem in problems]
    return json.dumps({"problems": told})


def with_typed_numbers(lab, values):
    """Return values with the numbers that were typed, and an InputError for each that cannot be read."""
    read, problems = dict(values), []
    for control in lab.controls:
        if is_typed(control, values):
            try:
                read[control.name] = control.read(values[control.name]["typed"])
            except InputError as problem:
                problems.append(problem)
                read.pop(control.name)
    return read, problems


def readings_as_data(lab, values):
    """Return how numbers were read that can mean another one, too: the control's ``name`` and a Text each."""
    from .shared.refusals import reading

    typed = [
        (control, values[control.name]["typed"]) for control in lab.controls if is_typed(control, values)
    ]
    said = [(control.name, reading(text, control)) for control, text in typed]
    return [{"name": name, "message": words.as_data()} for name, words in said if words]


def is_typed(control, values):
    """Say whether a number stands as a reader typed it."""
    value = values.get(control.name)
    return isinstance(value, dict) and "typed" in value and hasattr(control, "read")
