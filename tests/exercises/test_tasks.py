"""Each mistake gets its own hint, right answers pass in any sensible form, nothing else passes or raises."""

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from callcentre import exercises
from callcentre.exercises.shared.answers import FreeText, Number
from callcentre.exercises.shared.task import Misconception, Task
from callcentre.model.check import InputError
from callcentre.teach.check import tasks as check

sys.path.insert(0, str(Path(__file__).parent))
import trials  # noqa: E402

TASKS = [task.name for task, _ in trials.all_tasks()]
SEEDS = [None, 1, 2, 3, 17, 2027]


def test_tasks_fit_their_data():
    assert check.troubles() == []


@pytest.mark.parametrize("seed", [None, *range(1, 13), 2027])
def test_each_mistake_gets_its_own_hint_whatever_the_numbers(seed):
    found = trials.of_misconceptions(seed)
    assert len(found) > 60
    assert [one for one in found if one[2][:2] != ["wrong", one[1]]] == []


@pytest.mark.parametrize("name", exercises.NAMES)
def test_a_unit_has_numbers_that_a_seed_varies(name):
    assert len({repr(exercises.given(name, seed)) for seed in (None, 1, 2, 3)}) >= 3


@pytest.mark.parametrize("name", exercises.NAMES)
def test_neither_judging_nor_a_learner_changes_what_the_next_answer_is_judged_by(name):
    fresh = repr(exercises.given(name, 5))
    for task in exercises.unit(name).tasks:
        right = task.right(exercises.given(name, 5))
        for answers in (right, dict.fromkeys(right, "7"), dict.fromkeys(right, "")):
            exercises.judge(task.name, answers, 3, 5)
        exercises.facts(task.name, 5)
    exercises.given(name, 5).clear()
    assert repr(exercises.unit(name).known(5)) == fresh


@pytest.mark.parametrize("seed", [True, 5.5, -1, 2**31, float("nan"), "5", [5]])
@pytest.mark.parametrize("name", exercises.NAMES)
def test_a_seed_that_is_none_is_refused_by_name(name, seed):
    exercises.facts(exercises.unit(name).tasks[0].name, 1)
    for asking in (exercises.given, exercises.facts, exercises.judge):
        words = {"answers": {}} if asking is exercises.judge else {}
        with pytest.raises(InputError, match="seed"):
            asking(exercises.unit(name).tasks[0].name, **words, seed=seed)


@pytest.mark.parametrize("seed", SEEDS)
def test_right_answers_pass_in_five_forms(seed):
    found = trials.of_right_answers(seed)
    assert len(found) == 5 * len(TASKS)
    assert [one for one in found if one[2][0] != "right"] == []


def test_no_wrong_answer_passes_and_none_raises():
    found = trials.of_wrong_answers()
    for task, _ in trials.all_tasks():
        if not any(isinstance(kind, FreeText) for kind in task.asks.values()):  # a person marks these
            assert len([one for one in found if one[0] == task.name]) >= 20
    assert [one for one in found if one[2][0] in ("right", "raised")] == []


def test_both_pythons_say_the_same(in_micropython):
    theirs = in_micropython()
    ours = json.loads(json.dumps(trials.everything()))
    assert {name: len(found) for name, found in theirs.items()} == {
        name: len(found) for name, found in ours.items()
    }
    for name, found in ours.items():
        for mine, other in zip(found, theirs[name], strict=True):
            assert mine[:2] == other[:2]
            assert mine[2][:2] == other[2][:2]


@pytest.fixture
def in_micropython():
    """A function that runs the trials under the page's MicroPython."""

    def run():
        script = Path(__file__).with_name("micropython.mjs")
        done = subprocess.run(["node", script], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


@pytest.mark.parametrize("name", TASKS)
def test_a_task_has_a_point_or_more_and_an_answer_that_follows_from_its_data(name):
    task = exercises.task(name)
    assert 1 <= task.points <= 10
    assert len(inspect.signature(task.right).parameters) == 1


def hours(minutes):
    return {"hours": minutes / 60}


def task_of(*mistakes, hints=("What is an hour?",)):
    """Return a task on the hours of some minutes, with mistakes as (name, rule)."""
    known = [Misconception(name, rule, "Not so.") for name, rule in mistakes]
    return Task("sums/hours", 1, "Divide.", {"hours": Number("", 2)}, hours, "It matters.", hints, known)


TIMES_SIXTY = ("times-sixty", lambda minutes: {"hours": minutes * 60.0})
SQUARED = ("squared", lambda minutes: {"hours": minutes**2.0})


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (90, []),
        (60, ["the mistakes times-sixty and squared give the same answer"]),
        (0, ["the mistake times-sixty gives the right answer", "the mistake squared gives the right answer"]),
    ],
)
def test_numbers_with_which_mistakes_meet_are_told(minutes, told):
    task = task_of(TIMES_SIXTY, SQUARED)
    assert list(check.judged(task, minutes)) == told


def test_words_that_are_missing_or_say_too_much_are_told():
    assert check.words(task_of(SQUARED, SQUARED, hints=("Divide",))) == [
        "sums/hours: hint 1 is no sentence: 'Divide'",
        "sums/hours: two mistakes are called squared",
    ]
    assert check.words(task_of()) == ["sums/hours knows 0 usual mistakes; 2 are the least"]
    assert check.given_away(task_of(hints=("Is it 1.50?",)), 90) == ["sums/hours: hint 1 holds the answer, 1.50"]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_a_task_gives_is_shown_from_its_data(seed):
    shown = {task: words for task, _, (_, words) in trials.of_given(seed=seed)}
    load = exercises.given("risk", seed)
    assert f"Loss from a leak                             {load['loss']:,} EUR" in shown["risk/expected"]
    assert shown["watch/report"].count("\n") == len(exercises.given("watch", seed)["report"]) + 1
    assert "names one way in its first paragraph" in shown["capstone/advice"]


def test_what_a_task_gives_is_a_table_in_jupyter_whose_words_are_safe():
    html = exercises.facts("cases/sheet")._repr_html_()
    assert html.startswith("<table><caption>A colleague's sheet</caption><thead>")
    assert html.count('<th scope="row">') == 8
    assert "<p>Brook &amp; Sons" in exercises.facts("cases/decides")._repr_html_()


def test_a_task_that_the_pages_python_cannot_do_says_so_and_few_do():
    for unit in exercises.units():
        needy = [task for task in unit.tasks if task.needs]
        assert {task.needs for task in needy} <= {"pandas", "matplotlib"}
        assert len(needy) <= len(unit.tasks) / 4


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ((28, 93), "28,93 is two numbers in Python: write 28.93, with a point."),
        (True, "desk_hour is True, which says yes or no"),
        ("about thirty", "desk_hour is the text 'about thirty'"),
        (float("nan"), "comes from a division by zero"),
        pytest.param(10**10000, "is too large for a number", id="huge"),
        (len, "call it, with brackets"),
    ],
)
def test_the_wrong_kind_is_named_before_the_wrong_value(written, told):
    verdict = exercises.judge("cost/desk-hour", {"desk_hour": written})
    assert verdict.state == "kind"
    assert told in verdict.message


@pytest.mark.parametrize("answer", [np.arange(3.0), pd.Series([1.0, 2.0]), pd.DataFrame({"a": [1]})])
def test_what_numpy_and_pandas_hold_is_answered_in_words(answer):
    for task, data in trials.all_tasks():
        for name in task.asks:
            assert trials.verdict(task, data, {**task.right(data), name: answer})[0] in ("kind", "empty", "wrong")


def test_a_decimal_comma_in_a_text_is_read_and_told():
    verdict = exercises.judge("cost/desk-hour", {"desk_hour": "28,93"})
    assert verdict.is_right
    assert verdict.notes == ["'28,93' was read as 28.93; in Python write 28.93, without quotes."]


@pytest.mark.parametrize("tries", [0, 1, 2, 9])
def test_later_hints_say_more(tries):
    task = exercises.task("cost/desk-hour")
    verdict = exercises.judge("cost/desk-hour", {"desk_hour": 17}, tries)
    assert verdict.message == task.hints[min(tries, 1)]


@pytest.mark.parametrize("value", [28.925, 28.93, 28.9286, 28.934999])
def test_what_rounds_to_the_right_number_is_right(value):
    assert exercises.judge("cost/desk-hour", {"desk_hour": value}).is_right


@pytest.mark.parametrize("name", ["cost", "cost/none", "none/desk-hour", "", 7, None])
def test_a_task_that_is_none_is_named(name):
    with pytest.raises(InputError):
        exercises.task(name)


def test_answers_that_are_not_asked_for_are_named():
    with pytest.raises(InputError, match="one of desk_hour, got 'hour'"):
        exercises.judge("cost/desk-hour", {"hour": 1, "desk_hour": 2})
    with pytest.raises(InputError, match="all of own_rise, vendor_rise"):
        exercises.judge("cost/wages", {"own_rise": 1})
