"""Nothing stands in the model to look complete: a lab, notebook, exercise or chapter leads to each part.

Who names a part uses it, and with it all that it names. What is named is read from the source, not run.
"""

import ast
import json
from functools import cache
from pathlib import Path

import pytest
import rooms

from callcentre.teach.check import claim_values, claims

ROOT = Path(__file__).parents[2]
MODEL = "callcentre.model"
FILES = {path.stem: path for path in rooms.modules()}
MODULES = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in FILES.items()}


def imported(tree, package):
    """Return what names of a file stand for: a dict of modules, and one of (module, part of it)."""
    modules, parts = {}, {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom):
            continue
        above = package[: len(package) - node.level + 1] if node.level else []
        where = ".".join([*above, *([node.module] if node.module else [])])
        for alias in node.names:
            name = alias.asname or alias.name
            if not rooms.is_within(where, [MODEL]):
                continue
            if rooms.is_module(f"{where}.{alias.name}"):
                modules[name] = alias.name
            else:
                parts[name] = (where.rpartition(".")[2], alias.name)
    return modules, parts


def package_of(path):
    """Return the names of the package a file stands in."""
    return ["callcentre", *path.relative_to(rooms.PACKAGE).parent.parts]


def named(tree, modules, parts):
    """Return the parts of the model that a piece of code names."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in parts:
            found.add(parts[node.id])
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            found.add((modules[node.value.id], node.attr))
    return found


@cache
def graph():
    """Return what each part of the model, by (module, name), names in turn."""
    arrows = {}
    for module, tree in MODULES.items():
        modules, parts = imported(tree, package_of(FILES[module]))
        own = {name: (module, name) for node in tree.body for name in names_of(node)}
        for node in tree.body:
            for name in names_of(node):
                arrows[module, name] = named(node, modules, own | parts) - {(module, name)}
    return arrows


def names_of(node):
    """Return the names a statement of a module gives to a part."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.Assign):
        return [name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)]
    return []


def reached(begun):
    """Return all parts that those begun with lead to, themselves included."""
    arrows, found, ahead = graph(), set(), list(begun)
    while ahead:
        part = ahead.pop()
        if part in arrows and part not in found:
            found.add(part)
            ahead.extend(arrows[part])
    return found


def of_labs_and_pages():
    for path in [*rooms.files(rooms.PACKAGE / "labs"), *rooms.files(rooms.PACKAGE / "page")]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield from named(tree, *imported(tree, package_of(path)))


def of_notebooks():
    for path in [*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*/*.ipynb")]:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        tree = ast.parse("\n".join(code))
        yield from named(tree, *imported(tree, []))


def of_claims():
    """Yield the parts that claims of the chapters name, by themselves or by a helper of their values."""
    path = Path(claim_values.__file__)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules, parts = imported(tree, package_of(path))
    helpers = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for claim in claims.read(ROOT):
        for node in ast.walk(ast.parse(claim["expression"], mode="eval")):
            meant = claim_values.MODEL.get(node.id) if isinstance(node, ast.Name) else None
            if getattr(meant, "__module__", "").startswith(MODEL + "."):
                yield meant.__module__.rpartition(".")[2], meant.__name__
            if isinstance(node, ast.Name) and node.id in helpers:
                yield from named(helpers[node.id], modules, parts)


@cache
def used():
    return reached([*of_labs_and_pages(), *of_notebooks(), *of_claims()])


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_part_of_the_model_is_used_where_something_is_taught(module):
    unused = [name for place, name in sorted(graph()) if place == module and (place, name) not in used()]
    assert unused == [], "give it a use in a lab, a notebook, an exercise or a claim, or delete it"


def test_a_part_is_used_by_whoever_leads_to_it_and_no_other_is():
    found = reached([("costs", "winners")])
    assert {("costs", "cheapest_at"), ("vendor", "by_sale"), ("erlang", "shares")} <= found
    assert not {("chat", "chat_concurrency"), ("costs", "compare")} & found
    assert reached([("costs", "no such part"), ("no such module", "compare")]) == set()


def test_each_door_to_the_model_is_read():
    for door in (of_labs_and_pages, of_notebooks, of_claims):
        assert len(set(door())) > 8, door.__name__
