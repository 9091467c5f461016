"""What docstrings promise a reader holds: examples run, types are plain, the book lists every function."""

import ast
import builtins
import doctest
import importlib
import inspect
import re

import pytest
import rooms

API = rooms.PACKAGE.parents[1] / "book" / "api.md"


def functions():
    """Return what a reader calls, by name: the functions whose docstring lists parameters."""
    found = {}
    for path in rooms.modules():
        module = importlib.import_module(f"callcentre.{rooms.dotted(path)}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and "Parameters\n" in (function.__doc__ or ""):
                found[f"{rooms.dotted(path)}.{name}".removeprefix("model.")] = function
    return found


def imported_from(name):
    """Return the place a reader imports a function from: a room hands on its namesake."""
    *folders, module, function = name.split(".")
    places = folders if folders and folders[-1] == module else [*folders, module]
    return ".".join(["callcentre.model", *places, function])


@pytest.mark.parametrize("path", rooms.modules(), ids=rooms.dotted)
def test_the_examples_give_what_they_show(path):
    module = importlib.import_module(f"callcentre.{rooms.dotted(path)}")
    assert doctest.testmod(module).failed == 0


def test_there_are_examples_to_run():
    assert sum(">>> " in (function.__doc__ or "") for function in functions().values()) > 50


@pytest.mark.parametrize("name", sorted(functions()))
def test_every_function_a_reader_calls_has_an_example(name):
    assert "Examples\n" in functions()[name].__doc__, f"{name} has no section Examples"
    assert ">>> " in functions()[name].__doc__, f"the example of {name} calls nothing"


def names_in(annotation):
    return {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}


@pytest.mark.parametrize("path", rooms.modules(), ids=rooms.dotted)
def test_types_are_builtins_and_the_models_own_classes(path):
    """MicroPython has no typing; and mypy would take a name that is no type for anything at all."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
    own |= {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    types = {name for name, value in vars(builtins).items() if isinstance(value, type)}
    allowed = types | own | {"callable", "iter"}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.arg) and node.annotation:
            found |= names_in(node.annotation)
        if isinstance(node, ast.FunctionDef) and node.returns:
            found |= names_in(node.returns)
        if isinstance(node, ast.AnnAssign):
            found |= names_in(node.annotation)
    assert found - allowed == set()


def test_the_books_page_lists_every_function_a_reader_calls_where_it_is_imported_from():
    listed = re.findall(r"^\.\. autofunction:: (\S+)$", API.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(imported_from(name) for name in functions())
    for name in listed:
        module, _, function = name.rpartition(".")
        assert callable(getattr(importlib.import_module(module), function))


def test_the_books_page_has_a_section_for_each_room_in_the_order_of_the_model():
    text = API.read_text(encoding="utf-8")
    order = [f"callcentre.model.{name}" for name in re.findall(r"^## .*`(\w+)`$", text, re.MULTILINE)]
    found = []
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        own = re.findall(r"^\.\. autofunction:: (callcentre\.model\.\w+)", section, re.MULTILINE)
        assert len(set(own)) == 1, f"a section has functions of several rooms: {set(own)}"
        found.append(own[0])
    assert found == order
    assert set(found) == {".".join(imported_from(name).split(".")[:3]) for name in functions()}
