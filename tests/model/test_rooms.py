"""The model's floor plan: one folder a subject, and a table of which room may use which."""

import ast
import importlib

import pytest
import rooms

GROUND = ("check", "units", "assumptions")
# Each room, and the rooms below it that it may use; every room may use the ground.
MAY_USE = {
    "numerics": (),
    "demand": ("numerics",),
    "counts": ("numerics", "demand"),
    "erlang": ("numerics",),
    "staffing": ("numerics", "demand", "erlang"),
    "workload": ("numerics", "demand", "erlang", "staffing"),
    "costs": ("numerics", "workload"),
    "risk": ("numerics", "workload", "costs"),
    "typology": ("numerics",),
    "scorecard": (),
    "simulation": ("numerics", "demand"),
}
HEADS = sorted(room for room in MAY_USE if (rooms.MODEL / room / f"{room}.py").exists())


def used(path):
    """Return the rooms and ground files of the model that a file imports, its own room left out."""
    names = [name.split(".") for name in rooms.imported(path) if name.startswith("callcentre.model.")]
    return {name[2] for name in names} - {rooms.room_of(path)}


def test_the_floor_plan_names_every_folder_and_every_file_on_the_ground():
    found = {rooms.room_of(path) for path in rooms.modules()}
    assert found == {*MAY_USE, *GROUND}
    assert all((rooms.MODEL / room / "__init__.py").exists() for room in MAY_USE)


@pytest.mark.parametrize("path", rooms.modules(), ids=rooms.dotted)
def test_a_room_uses_only_rooms_below_it(path):
    room = rooms.room_of(path)
    allowed = {*GROUND, *MAY_USE[room]} if room in MAY_USE else {"check", "units"}
    assert used(path) - allowed == set()


@pytest.mark.parametrize("room", MAY_USE)
def test_the_table_permits_nothing_that_no_file_needs(room):
    needed = set().union(*[used(path) for path in rooms.modules() if rooms.room_of(path) == room])
    assert set(MAY_USE[room]) - needed == set()


def test_no_two_rooms_use_each_other():
    order = list(MAY_USE)
    upward = [
        (room, below) for room in MAY_USE for below in MAY_USE[room] if order.index(below) > order.index(room)
    ]
    assert upward == []


@pytest.mark.parametrize("room", MAY_USE)
def test_a_room_hands_on_its_namesake_and_nothing_else(room):
    package = importlib.import_module(f"callcentre.model.{room}")
    handed_on = {
        alias.name
        for node in ast.parse((rooms.MODEL / room / "__init__.py").read_text()).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    if room not in HEADS:
        assert handed_on == set()
        return
    head = importlib.import_module(f"callcentre.model.{room}.{room}")
    tree = ast.parse((rooms.MODEL / room / f"{room}.py").read_text())
    own = {name for node in tree.body for name in names_of(node)}
    assert handed_on == own
    assert [name for name in sorted(own) if getattr(package, name) is not getattr(head, name)] == []


def names_of(node):
    """Return the names a statement of a module gives to a part."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return []


def test_names_others_rely_on_are_where_they_always_were():
    relied_on = {
        "erlang": ("erlang_a", "erlang_b", "erlang_c"),
        "staffing": ("agents_needed", "performance"),
        "typology": ("classify",),
        "costs": ("compare",),
        "scorecard": ("ahp", "rank"),
        "simulation": ("simulate",),
    }
    for module, names in relied_on.items():
        for name in names:
            assert callable(getattr(importlib.import_module(f"callcentre.model.{module}"), name))
