"""Exercises are made from solutions; a solution passes its checks, an exercise fails them and is told why."""

import ast
import shutil
from pathlib import Path

import nbformat
import pytest

from callcentre import exercises as tasks
from callcentre.exercises.shared.answers import FreeText
from callcentre.exercises.shared.task import Unit
from callcentre.teach import exercises, notebooks, running
from callcentre.teach.__main__ import main

ROOT = Path(__file__).parents[2]
SOLUTIONS = sorted(ROOT.glob("solutions/*/*.ipynb"))
EXERCISES = sorted(ROOT.glob("exercises/*/*.ipynb"))


def settings(cell):
    return cell.metadata.get("nbgrader", {})


def graded(notebook):
    return [cell for cell in notebook.cells if settings(cell).get("grade")]


def checks_of(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.startswith("check(")]


def error_of(cell):
    return next((output for output in cell.outputs if output.output_type == "error"), None)


def test_there_are_exercises_for_every_solution():
    names = [path.relative_to(ROOT / "solutions") for path in SOLUTIONS]
    assert names
    assert [path.relative_to(ROOT / "exercises") for path in EXERCISES] == names


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_a_solution_passes_its_own_checks(path, monkeypatch):
    monkeypatch.chdir(path.parent)  # where its data sets stand
    notebook = notebooks.read(path)
    assert graded(notebook)
    names = {}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            exec(cell.source, names)


@pytest.mark.parametrize("seed", [2, 2027])
@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_a_solution_passes_with_other_numbers(path, seed, monkeypatch, tmp_path):
    """No answer of a solution rests on a typed number: each learner can have a variant of one's own."""
    of_a_seed = Unit.data
    monkeypatch.setattr(Unit, "data", lambda unit, given_seed: of_a_seed(unit, given_seed or seed))
    monkeypatch.setattr(Unit, "known", Unit.data)
    monkeypatch.chdir(tmp_path)
    for name, text in tasks.files(path.stem):
        (tmp_path / name).write_text(text, encoding="utf-8")
    names = {}
    for cell in notebooks.read(path).cells:
        if cell.cell_type == "code":
            exec(cell.source, names)


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_untouched_exercise_runs_but_fails_every_check_and_each_says_why(path):
    notebook = running.executed(notebooks.read(path), path.parent, allow_errors=True)
    checks = checks_of(notebook)
    assert checks
    others = [cell for cell in notebook.cells if cell.cell_type == "code" and cell not in checks]
    assert [cell.id for cell in others if error_of(cell)] == [], "these stop although nothing is graded there"
    assert [cell.id for cell in checks if error_of(cell) is None] == [], "these pass untouched"
    for cell in checks:
        error = error_of(cell)
        assert error.ename == "NotYet", f"{cell.id} stops with {error.ename}: {error.evalue}"
        assert len(error.evalue) > 15, f"{cell.id} does not say what is wrong: {error.evalue!r}"


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_an_exercise_gives_away_no_answer_and_no_hidden_test(path):
    text = path.read_text(encoding="utf-8")
    assert "BEGIN" not in text
    assert "END " not in text


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_a_check_is_one_line_with_its_tasks_points_and_answers(path):
    """It touches no variable of the learner, and what is right stands in the room of exercises only."""
    unit = tasks.unit(path.stem)
    named = []
    notebook = notebooks.read(path)
    for cell in checks_of(notebook):
        (line,) = ast.parse(cell.source).body
        assert line.value.func.id == "check"
        task = tasks.task(line.value.args[0].value)
        named.append(task.name)
        assert [(key.arg, key.value.id) for key in line.value.keywords] == [
            (name, name) for name in task.asks
        ]
        by_a_person = any(isinstance(kind, FreeText) for kind in task.asks.values())
        marked = notebook.cells[notebook.cells.index(cell) - 1] if by_a_person else cell
        assert settings(marked)["grade"]
        assert settings(marked)["points"] == task.points
        # nbgrader leaves a solution that has points to a person.
        assert settings(marked)["solution"] == by_a_person
        assert not by_a_person or not settings(cell)["grade"]
    assert named == [task.name for task in unit.tasks]
    assert len(graded(notebook)) == len(named)


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.stem)
def test_a_unit_has_five_to_eight_tasks_in_some_cells(path):
    notebook = notebooks.read(path)
    assert 4 <= sum(bool(settings(cell).get("solution")) for cell in notebook.cells) <= 9
    assert 5 <= len(tasks.unit(path.stem).tasks) <= (9 if path.stem == "capstone" else 8)
    assert len({settings(cell)["grade_id"] for cell in notebook.cells if settings(cell)}) == len(
        [cell for cell in notebook.cells if settings(cell)]
    )


MISTAKES = [
    ("types", "read-a-case", "sourcing = 'mixed'", "check-read-a-case-sourcing", "Who runs the rented hall"),
    (
        "types",
        "write-facts",
        "toys['agents_employed_by'] = 'both'",
        "check-facts-are-right",
        "look at agents_emp",
    ),
    ("types", "write-facts", "del toys['marks']", "check-facts-are-right", "toys has no marks yet"),
    ("types", "missing-marks", "missing = ['head']", "check-missing-marks", "One more is missing"),
    ("cost", "hours", "desk_hour = 28,93", "check-desk-hour", "28,93 is two numbers in Python: write 28.93"),
    ("cost", "hours", "give_out.append('10:30')", "check-give-out", "and so is something that does not"),
    ("cost", "wages", "own_rise = 0.10", "check-wages", "nothing but agents' wages"),
]


@pytest.mark.parametrize(("unit", "answer", "mistake", "check", "words"), MISTAKES)
def test_a_common_mistake_is_answered_in_its_own_words(unit, answer, mistake, check, words):
    names = {}
    for cell in notebooks.read(ROOT / "solutions" / unit / f"{unit}.ipynb").cells:
        grade_id = settings(cell).get("grade_id")
        if grade_id == check:
            with pytest.raises(AssertionError, match=words):
                exec(cell.source, names)
            return
        if cell.cell_type == "code" and not settings(cell).get("grade"):
            exec(cell.source, names)
        if grade_id == answer:
            exec(mistake, names)
    raise AssertionError(f"{unit} has no check {check}")


def test_fresh_exercises_are_not_called_stale(small_course):
    assert (small_course / "exercises" / "sums" / "sums.ipynb").exists()
    assert exercises.make(small_course, only_check=True) == []


def test_a_changed_solution_makes_its_exercise_stale_and_the_file_is_named(small_course):
    path = small_course / "solutions" / "sums" / "sums.ipynb"
    notebook = notebooks.read(path)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell("Add two numbers.", id="words"))
    notebooks.write(path, notebook)
    before = (small_course / "exercises" / "sums" / "sums.ipynb").read_text()
    problems = exercises.make(small_course, only_check=True)
    assert problems == ["exercises/sums/sums.ipynb is out of date: python -m callcentre.teach exercises"]
    assert (small_course / "exercises" / "sums" / "sums.ipynb").read_text() == before


def test_missing_and_leftover_exercises_are_named(small_course, tmp_path):
    shutil.copytree(small_course / "exercises", tmp_path / "fresh")
    unit = small_course / "exercises" / "sums"
    (unit / "sums.ipynb").rename(unit / "old.ipynb")
    (small_course / "exercises" / "gone").mkdir()
    assert exercises.stale(small_course, tmp_path / "fresh", ["sums"], ["sums"]) == [
        "exercises/sums/old.ipynb has no source in solutions/sums: remove it",
        "exercises/sums/sums.ipynb is missing: python -m callcentre.teach exercises",
        "exercises/gone has no source in solutions/: remove it",
    ]


def test_an_unknown_unit_is_named_with_those_there_are(small_course):
    assert exercises.make(small_course, ["summs"]) == ["solutions/summs holds no notebook; there are: sums"]


def test_what_nbgrader_refuses_is_passed_on(small_course):
    path = small_course / "solutions" / "sums" / "sums.ipynb"
    notebook = notebooks.read(path)
    notebook.cells[0].source = "### BEGIN SOLUTION\ntotal = 5"
    notebooks.write(path, notebook)
    said = "solutions/sums: nbgrader generate_assignment fails: no end solution statement found"
    assert exercises.make(small_course, only_check=True) == [said]
    before = as_it_stands(small_course)
    assert exercises.make(small_course) == [said]
    assert as_it_stands(small_course) == before


@pytest.mark.parametrize("broken", ["sums", "another"])
def test_a_broken_solution_is_named_and_the_exercise_stays(small_course, broken, capsys):
    before = as_it_stands(small_course)
    path = small_course / "solutions" / "sums" / f"{broken}.ipynb"
    path.write_text("{\n", encoding="utf-8")
    assert main(["--root", str(small_course), "exercises", "sums"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{path} is no notebook, since its content is no whole JSON")
    assert as_it_stands(small_course) == before


def test_an_exercise_is_made_anew_and_nothing_stays_beside_it(small_course):
    path = small_course / "solutions" / "sums" / "sums.ipynb"
    notebook = notebooks.read(path)
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell("Add two numbers.", id="words"))
    notebooks.write(path, notebook)
    (small_course / "exercises" / "sums" / "old.ipynb").write_text("{}", encoding="utf-8")
    assert exercises.make(small_course) == []
    assert exercises.make(small_course, only_check=True) == []
    assert not [name for name in as_it_stands(small_course) if "old" in name or name.startswith(".")]


def as_it_stands(course):
    """Return what is in a course's folder beside its sources and what nbgrader keeps: bytes by name."""
    files = {path.relative_to(course).as_posix(): path for path in course.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in files.items()
        if not name.startswith(("solutions", "grading", "__pycache__"))
    }


def test_a_folder_that_is_no_course_is_told(tmp_path, capsys):
    assert main(["--root", str(tmp_path), "exercises", "types"]) == 1
    said = capsys.readouterr().err
    assert said == f"{tmp_path} holds no solutions: name the course's folder with --root\n"


def test_a_command_finds_what_nbgrader_starts_without_an_activated_environment(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["list"]) == 0
    assert shutil.which("alembic") is not None
