"""Arrows run one way: to labs, from labs to what they share and to model, and never from lab to lab.

The linter bans what the page's Python lacks.
"""

import ast
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import rooms

from callcentre import labs

ROOT = Path(__file__).parents[2]
PACKAGE = rooms.PACKAGE
STANDARD = {"math", "heapq", "collections", "json"}
MAY_IMPORT = {
    "model": STANDARD | {"callcentre.model"},
    "labs": STANDARD | {"callcentre.model", "callcentre.labs"},
    "exercises": STANDARD | {"callcentre.model", "callcentre.exercises"},
}
FILES = [path for folder in MAY_IMPORT for path in rooms.files(PACKAGE / folder)]
SHARED = PACKAGE / "labs" / "shared"
# Each file of labs/shared, and the files before it that it may use; labs may use them all.
MAY_USE = {
    "units": (),
    "view": ("units",),
    "charts": ("units",),
    "controls": ("units",),
    "refusals": ("controls", "units", "view"),
    "lab": ("refusals",),
    "needs": (),
    "lesson": ("view",),
    "refining": (),
    "inputs": ("controls",),
    "quantities": ("view",),
    "remembering": (),
    "own_counts": ("remembering", "view"),
    "ways": ("view",),
    "three_axes": (),
}
LACKING = [
    "import typing",
    "from dataclasses import dataclass",
    "import enum",
    "import statistics",
    "from bisect import bisect_left",
    "import contextlib",
    "from functools import lru_cache",
    "from itertools import product",
    "import csv",
    "import random",
    "import decimal",
    "import numpy",
    "import pandas",
    "import math\nprint(math.comb(3, 2))",
    "import math\nprint(math.fsum([1.0]))",
    "from math import prod\nprint(prod([1.0]))",
    "from collections import Counter\nprint(Counter())",
]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_model_labs_and_exercises_import_nothing_from_above_and_nothing_from_outside(path):
    allowed = MAY_IMPORT[path.relative_to(PACKAGE).parts[0]]
    assert [name for name in sorted(rooms.imported(path)) if not rooms.is_within(name, allowed)] == []


@pytest.mark.parametrize("name", labs.NAMES)
def test_no_lab_imports_a_lab(name):
    imported = rooms.imported(PACKAGE / "labs" / f"{labs.module_of(name)}.py")
    of_labs = {each for each in imported if rooms.is_within(each, {"callcentre.labs"})}
    assert [each for each in sorted(of_labs) if not each.startswith("callcentre.labs.shared.")] == []


def test_every_file_of_labs_is_a_lab_or_shared_and_the_table_names_each_shared_one():
    found = {path.stem for path in (PACKAGE / "labs").glob("*.py")}
    assert found == {"__init__", *map(labs.module_of, labs.NAMES)}
    assert {path.stem for path in rooms.files(SHARED)} == {"__init__", *MAY_USE}


@pytest.mark.parametrize("name", MAY_USE)
def test_what_labs_share_uses_what_the_table_says_and_no_lab(name):
    imported = {each for each in rooms.imported(SHARED / f"{name}.py") if "callcentre.labs" in each}
    assert imported == {f"callcentre.labs.shared.{each}" for each in MAY_USE[name]}
    before = list(MAY_USE)[: list(MAY_USE).index(name)]
    assert set(MAY_USE[name]) <= set(before)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_model_and_labs_never_print(path):
    calls = [node.func for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    assert "print" not in [called.id for called in calls if isinstance(called, ast.Name)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_model_and_labs_do_no_work_at_import_beyond_naming_things(path):
    statements = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.ClassDef, ast.Assign)
    body = ast.parse(path.read_text()).body
    others = [node for node in body if not isinstance(node, statements) and not is_docstring(node)]
    assert [ast.unparse(node) for node in others] == []


@pytest.mark.parametrize("path", rooms.files(), ids=rooms.dotted)
def test_the_model_keeps_nothing_that_changes_at_module_level(path):
    changeable = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
    assigned = [node for node in ast.parse(path.read_text()).body if isinstance(node, ast.Assign)]
    assert [ast.unparse(node.targets[0]) for node in assigned if isinstance(node.value, changeable)] == []


def is_docstring(node):
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


def test_the_reader_of_imports_resolves_relative_ones():
    assert rooms.imported(PACKAGE / "labs" / "classify.py") == {
        "callcentre.model.typology",
        "callcentre.labs.shared.charts",
        "callcentre.labs.shared.controls",
        "callcentre.labs.shared.lab",
        "callcentre.labs.shared.lesson",
        "callcentre.labs.shared.three_axes",
        "callcentre.labs.shared.view",
    }


@pytest.mark.parametrize("folder", [*sorted(MAY_IMPORT), "model/costs", "labs/shared"])
def test_the_linter_refuses_what_the_pages_python_lacks(folder):
    unseen = []
    for text in LACKING:
        found = linted(text + "\n", PACKAGE / folder / "written_by_a_test.py")
        if "TID251" not in {problem["code"] for problem in found}:
            unseen.append(text)
    assert unseen == []


def test_the_linter_lets_other_folders_use_them():
    found = linted("import csv\n\nprint(csv)\n", PACKAGE / "notebook" / "written_by_a_test.py")
    assert [problem["code"] for problem in found] == []


def test_the_linter_finds_nothing_banned_in_model_and_labs():
    run = ruff("--select", "TID251", PACKAGE / "model", PACKAGE / "labs")
    assert run.returncode == 0, run.stdout


def ruff(*options, text=None):
    command = [sys.executable, "-m", "ruff", "check", *options]
    return subprocess.run(command, input=text, capture_output=True, text=True, cwd=ROOT)


def linted(text, path):
    """Return what the linter says of a text as if it stood at that path."""
    return json.loads(ruff("--output-format", "json", "--stdin-filename", path, "-", text=text).stdout)


def test_the_ban_list_names_a_reason_for_each():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    bans = settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    assert [name for name, ban in bans.items() if not ban["msg"]] == []
