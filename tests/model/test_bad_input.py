"""Every public function of the model answers every bad input with an InputError that names it.

The table of functions is in bad_input.py.
"""

import importlib
import inspect

import bad_input
import pytest
import rooms

from callcentre.model.check import InputError

TESTED_ELSEWHERE = {"check"}
PROMISED = {
    "erlang.erlang.erlang_b",
    "erlang.erlang.erlang_c",
    "staffing.staffing.performance",
    "staffing.staffing.agents_needed",
    "typology.typology.classify",
    "costs.costs.compare",
}


def public_functions():
    """Return the functions whose docstring says that they refuse wrong input."""
    names = set()
    for path in rooms.modules():
        if path.stem in TESTED_ELSEWHERE:
            continue
        module = importlib.import_module(f"callcentre.{rooms.dotted(path)}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and refuses_wrong_input(function):
                names.add(f"{rooms.dotted(path)}.{name}".removeprefix("model."))
    return names


def refuses_wrong_input(function):
    text = function.__doc__ or ""
    return "InputError" in text or "errors are those of" in text


def test_every_public_function_of_the_model_stands_in_the_table():
    assert public_functions() >= PROMISED
    assert public_functions() - {row.name for row in bad_input.ROWS} == set()


@pytest.mark.parametrize("row", bad_input.ROWS, ids=lambda row: row.name)
def test_the_good_values_are_good(row):
    row.function(**row.good)


@pytest.mark.parametrize("row", bad_input.ROWS, ids=lambda row: row.name)
def test_each_bad_value_is_refused_by_the_name_of_its_input(row):
    wrong = []
    for name, arguments in row.spoilt():
        try:
            row.function(**arguments)
            wrong.append(f"{name}: {arguments} is taken")
        except InputError as problem:
            if problem.name != name or not str(problem).startswith(f"{name} must be "):
                wrong.append(f"{name}: {arguments} gives {str(problem)!r}")
        except Exception as problem:
            wrong.append(f"{name}: {arguments} gives {problem!r}")
    assert wrong == []


@pytest.mark.parametrize("row", bad_input.ROWS, ids=lambda row: row.name)
def test_each_input_is_spoilt_in_several_ways(row):
    ways = [name for name, _ in row.spoilt()]
    for argument in row.good:
        assert ways.count(row.named.get(argument, argument)) >= 5
