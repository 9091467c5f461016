"""Every lab, and the one way to ask a lab for a view in JSON."""

import json

from ..model.check import InputError, shown
from .classify import LAB as CLASSIFY
from .contract import LAB as CONTRACT
from .cost_scenarios import LAB as COST_SCENARIOS
from .day_and_peaks import LAB as DAY_AND_PEAKS
from .how_many_agents import LAB as HOW_MANY_AGENTS
from .risk import LAB as RISK
from .sort_the_cases import LAB as SORT_THE_CASES
from .watch_a_day import LAB as WATCH_A_DAY
from .what_matters import LAB as WHAT_MATTERS


def all():
    """Return every lab, in the order of the book."""
    return [
        CLASSIFY,
        SORT_THE_CASES,
        HOW_MANY_AGENTS,
        DAY_AND_PEAKS,
        COST_SCENARIOS,
        CONTRACT,
        RISK,
        WHAT_MATTERS,
        WATCH_A_DAY,
    ]


def find(name):
    """Return the lab of that name.

    Raises
    ------
    InputError
        If there is none; the message lists the names there are.
    """
    for lab in all():
        if lab.name == name:
            return lab
    raise InputError("lab", "one of " + ", ".join([lab.name for lab in all()]), name)


def answer(request):
    """Answer a request in JSON text, in JSON text: how a page, or its build, asks for a view.

    The request is ``{"lab": name, "values": {control: value}}``, with the ``state`` of an earlier answer
    where a view is to be refined. The answer holds ``lab`` (its description), ``values`` (all of them),
    ``view`` and ``state`` (None where the view is final); or ``problems``: ``name`` and ``message`` each.
    """
    request = json.loads(request)
    lab = find(request["lab"])
    problems = lab.problems(request["values"])
    if not problems:
        try:
            values = lab.complete(request["values"])
            state = request.get("state")
            view, state = lab.first_view(values) if state is None else lab.refine(values, state)
            return json.dumps(
                {"lab": lab.as_data(), "values": values, "view": view.as_data(), "state": state}
            )
        except InputError as problem:
            problems = [problem]
    labels = {control.name: control.label for control in lab.controls}
    return json.dumps({"problems": [problem_as_data(problem, labels) for problem in problems]})


def problem_as_data(problem, labels):
    """Return an InputError as a page shows it: the control's name, and a sentence with the control's label.

    A list is not repeated: a reader sees what is ticked.
    """
    message = "{label} must be {allowed}; {value} is not."
    if isinstance(problem.value, (list, tuple)):
        message = "{label} must be {allowed}."
    return {
        "name": problem.name,
        "message": message.format(
            label=labels.get(problem.name, problem.name), allowed=problem.allowed, value=shown(problem.value)
        ),
    }
