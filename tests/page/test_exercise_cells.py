"""In the page's Python every solution passes its checks, and what stops a cell is told in plain words."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from callcentre import exercises
from callcentre.exercises.shared.answers import FreeText
from callcentre.page import bundle
from callcentre.page.exercise_cells import Sheet, divided, line_of
from callcentre.page.exercise_page import cells_of
from callcentre.page.node import find_node

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("exercise_cells.mjs")
ABSENT = re.compile("pandas|matplotlib")
UNITS = sorted(path.name for path in (ROOT / "solutions").iterdir() if path.is_dir())


@pytest.fixture
def page_python():
    """A function that has requests answered by the page's Python."""

    def ask(*requests):
        command = [find_node(), SCRIPT, bundle.EXERCISES_BEGIN]
        done = subprocess.run(command, input=json.dumps(requests), capture_output=True, encoding="utf-8")
        assert done.returncode == 0, done.stderr[:3000]
        return json.loads(done.stdout)

    return ask


def solution(unit):
    """Return the cells of a unit's solutions."""
    path = ROOT / "solutions" / unit / f"{unit}.ipynb"
    return cells_of(json.loads(path.read_text(encoding="utf-8")))


def request(cells, check=None, tries=None):
    """Return the request that runs cells and then a check, as the page sends it."""
    above = cells[: cells.index(check)] if check else cells
    run = [{"id": cell["id"], "source": cell["source"]} for cell in above if cell["kind"] != "check"]
    return {
        "ask": "run",
        "unit": check["task"].split("/")[0] if check else None,
        "cells": run,
        "check": check,
        "tries": tries or {},
    }


def cell(source):
    return {"id": "a", "kind": "answer", "source": source}


@pytest.mark.parametrize("unit", UNITS)
def test_in_the_pages_python_every_solution_runs_and_passes_its_checks(page_python, unit):
    cells = solution(unit)
    checks = [one for one in cells if one["kind"] == "check" and not is_for_jupyter(one)]
    answers = page_python(*[request(cells, check) for check in checks])
    assert checks
    in_jupyter = {one["id"] for one in cells if ABSENT.search(one["source"])}
    in_jupyter |= {cells[place - 1]["id"] for place, one in enumerate(cells) if is_for_jupyter(one)}
    stopped = {one["id"]: one["error"] for shown in answers for one in shown if one["error"]}
    assert {name: error for name, error in stopped.items() if name not in in_jupyter} == {}
    states = {
        check["task"]: shown[-1]["verdict"]["state"] for check, shown in zip(checks, answers, strict=True)
    }
    assert states == dict.fromkeys(states, "right")


def is_for_jupyter(cell):
    return bool(cell["task"] and exercises.task(cell["task"]).needs)


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("x = 1\n\ny = 2 +", 3, "cannot be read as Python"),
        ("x = 1\n  y = 2", 2, "begins too far to the right or to the left"),
        ("def f(a):\n    return a / 0\n\n\nf(1)", 2, "divides by zero"),
        ("x = 1\nprint(wages)", 2, "uses wages, which has no value yet"),
        ("{'a': 1}['b']", 1, "which is not among the keys"),
        ("[1][3]", 1, "The first has the number 0."),
        ("x = 1 + 'a'", 1, "puts together what does not fit"),
        ("import statistics", 1, "asks for statistics, which this page's small Python does not have"),
        (
            "import pandas as pd\npd.DataFrame()",
            2,
            "asks for pandas, which this page's small Python does not have",
        ),
        ("from matplotlib import pyplot", 1, "asks for matplotlib"),
        ("def f(n):\n    return f(n + 1)\n\n\nf(1)", 2, "calls itself again and again"),
        ("x = [0] * 10**9", 1, "needs more memory"),
        (
            "from callcentre.model import staffing\nstaffing.agents_needed(-1, 2)",
            2,
            "cannot be used: calls_per_hour",
        ),
        ("input('?')", 1, "nobody can be asked here"),
        ("x = {**{}}", 1, "Jupyter's Python may read it"),
        ("raise SystemExit", 1, "ends the program. A cell ends by itself"),
        ("raise Exception", 1, "stops with an error: Exception."),
        ("raise ValueError", 1, "cannot be used: ValueError."),
        ("int(1e300 * 1e300)", 1, "a number that is too large"),
        (
            "x = 1\ny = “a”",
            2,
            "has the quote “, as printed text has it. Python's quotes are straight: \" or '.",
        ),
        ("x = 5 – 3", 1, "has the dash –. Python's minus"),
        ("x = 3 × 4", 1, "multiplies with *"),
        ("x = 28.93 €", 1, "has the sign €. Python's numbers stand without their unit"),
        ('x = "28.93 €")', 1, "cannot be read as Python"),
        ("x = wages  # 5 – 3", 1, "uses wages, which has no value yet"),
        ("assert 1 == 2, 'no'", 1, "says that something must hold"),
    ],
)
def test_an_error_names_the_line_in_plain_words(page_python, source, line, words):
    (((shown,)),) = page_python(request([cell(source)]))
    assert shown["error"]["line"] == line
    assert f"Line {line} " in shown["error"]["message"]
    assert words in shown["error"]["message"]
    _, _, said = shown["error"]["detail"].partition(": ")
    assert not said or said not in shown["error"]["message"]


def test_an_error_in_a_function_of_a_cell_above_says_so(page_python):
    cells = [{"id": "one", "kind": "answer", "source": "def f():\n    return 1 / 0"}, cell("f()")]
    ((_, shown),) = page_python(request(cells))
    assert shown["error"]["message"] == "Line 2 divides by zero. That line is in a cell above."


def test_a_flood_of_output_is_cut_and_nothing_swallows_that(page_python):
    flood = "while True:\n    try:\n        print('x' * 100)\n    except Exception:\n        pass"
    (((shown,)),) = page_python(request([cell(flood)]))
    assert len(shown["text"]) == 20_000
    assert "more than a page can show" in shown["error"]["message"]


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("x = 2\nx * 3", "6"),
        ("(1,\n 2)", "(1, 2)"),
        ("x = 2", None),
        ("None", None),
        ("'a'\n# said", "'a'"),
        ("x = '''\n1\n'''", None),
        ("def f():\n    return 3\nf()", "3"),
        ("for x in range(3):\n    x", None),
        ("", None),
        ("# only words", None),
        ("x = 1; x + 1", None),
    ],
)
def test_a_cell_shows_its_last_value_in_both_pythons(page_python, source, value):
    assert Sheet({}).run("a", source)["value"] == value
    (((shown,)),) = page_python(request([cell(source)]))
    assert (shown["value"], shown["error"]) == (value, None)


def test_a_source_is_divided_before_its_last_expression():
    assert divided("a = 1\nb(\n    a,\n)\n") == ("a = 1\n", "b(\n    a,\n)")
    assert divided("a = (\n1\n)") == ("a = (\n1\n)", None)


def test_a_check_judges_no_older_answer(page_python):
    cells = solution("cost")
    check = next(one for one in cells if one["task"] == "cost/desk-hour")
    broken = [{**one, "source": "desk_hour = 28.93\n1 / 0"} if one["id"] == "hours" else one for one in cells]
    empty = [{**one, "source": "give_out = []"} if one["id"] == "hours" else one for one in cells]
    stopped, missing = page_python(request(broken, check), request(empty, check))
    assert stopped[-1]["verdict"] == {
        "state": "empty",
        "message": "The cell above stopped with an error, so that desk_hour is not ready. Mend it first.",
    }
    assert missing[-1]["verdict"]["message"] == "desk_hour has no value yet. Give it one in the cell above."


def test_a_box_is_judged_by_the_tasks_check_and_comes_back_as_python(page_python):
    def box(task, **answers):
        return {"ask": "box", "task": task, "answers": answers, "tries": {task: 1}}

    right, wrong, unreadable, empty, word = page_python(
        box("cost/desk-hour", desk_hour="28,93"),
        box("cost/desk-hour", desk_hour="20.25"),
        box("cost/desk-hour", desk_hour="about thirty"),
        box("cost/desk-hour", desk_hour=""),
        box("types/case-sourcing", sourcing="in-house"),
    )
    assert right["verdict"]["message"] == exercises.task("cost/desk-hour").why
    assert right["lines"] == [["desk_hour", "desk_hour = 28.93  # from the box"]]
    assert "what a paid hour costs" in wrong["verdict"]["message"]
    assert wrong["verdict"]["tries"] == 2
    assert (unreadable["lines"], empty["lines"]) == ([], [])
    assert word["lines"] == [["sourcing", 'sourcing = "in-house"  # from the box']]


def test_every_closed_answer_of_a_box_is_read_back_from_its_line():
    for task in [task for unit in exercises.units() for task in unit.tasks]:
        right = task.right(exercises.given(task.name))
        for name, kind in task.asks.items():
            line = line_of(kind, name, right[name])
            if line is None:
                continue
            found = {}
            exec(line, found)
            assert kind.is_same(name, kind.read(name, found[name])[0], kind.read(name, right[name])[0])


def test_the_answer_is_told_in_words(page_python):
    (told,) = page_python({"ask": "answer", "task": "cost/desk-hour"})
    assert told == "desk_hour: 28.93 EUR"


def test_a_notebooks_answer_waits_for_three_tries(page_python):
    cells = [cell('from callcentre import answer\nanswer("cost/desk-hour")')]
    ((early,), (late,)) = page_python(request(cells), request(cells, tries={"cost/desk-hour": 3}))
    assert early["text"] == "The answer can be seen after three tries; 3 to go.\n"
    assert late["text"] == "desk_hour: 28.93 EUR\n"


@pytest.mark.parametrize("unit", UNITS)
def test_a_cell_of_a_notebook_is_given_an_answer_or_a_check(unit):
    for one in solution(unit):
        if one["kind"] == "check":
            assert set(one["names"]) == set(exercises.task(one["task"]).asks)
    assert {one["kind"] for one in solution(unit)} == {"given", "answer", "check"}
    free = [one for one in solution(unit) if one["task"] and is_free(one["task"])]
    assert all(re.match(r"check\(", one["source"]) for one in free)


def is_free(task):
    return any(isinstance(kind, FreeText) for kind in exercises.task(task).asks.values())
