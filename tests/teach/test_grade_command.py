"""The command: what it asks for, what it writes, marks that a person gave, and where nothing walls off."""

import csv
import importlib.util
import re
import time
import warnings
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from callcentre.__main__ import main as callcentre
from callcentre.exercises import NAMES
from callcentre.teach.__main__ import main
from callcentre.teach.grade import box, class_work, command, exercise, hand_ins, record, roster, tables, wall

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("made_class", Path(__file__).parent / "made_class.py")
made_class = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made_class)


@pytest.fixture
def handed_in(tmp_path):
    """Return a folder in which one student solved the unit with words to mark, and one did nothing."""
    for student, source in (("amina", "solutions"), ("bruno", "exercises")):
        folder = tmp_path / "in" / student
        folder.mkdir(parents=True)
        (folder / "agents.ipynb").write_bytes((ROOT / source / "agents" / "agents.ipynb").read_bytes())
    return tmp_path / "in"


def grade(handed_in, *more):
    out = handed_in.parent / "out"
    words = ["grade", str(handed_in), "--unit", "agents", "--out", str(out), "--trust", *more]
    return main(["--root", str(ROOT), *words]), out


def rows(out):
    with (out / "grades.csv").open(encoding="utf-8-sig", newline="") as file:
        return {row["student"]: row for row in csv.DictReader(file)}


def mark(out, student, points):
    """Give a mark as Formgrader does."""
    with (
        warnings.catch_warnings(),
        Gradebook(f"sqlite:///{out}/gradebook/gradebook.db", "callcentre") as book,
    ):
        warnings.simplefilter("ignore")
        grade = book.find_grade("explain", "agents", "agents", student)
        assert grade.needs_manual_grade
        grade.manual_score = points
        grade.needs_manual_grade = False
        book.db.commit()


@pytest.mark.long
def test_a_mark_given_by_hand_is_added_and_stays(handed_in):
    code, out = grade(handed_in)
    assert code == command.SOMEBODY_NEEDS_A_LOOK
    before = rows(out)["amina"]
    assert (before["points"], before["explain"], before["verdict"]) == ("11", "", "graded")
    assert "Waiting for your mark: explain" in before["note"]
    page = (out / "to-mark.html").read_text()
    assert "Calls come at random" in page
    assert "says why the spare agents grow more slowly" in page
    mark(out, "amina", 2)
    for more in ((), ("--anew",)):
        grade(handed_in, *more)
        assert (rows(out)["amina"]["points"], rows(out)["amina"]["explain"]) == ("13", "2")
    anew = made_class.nbformat.read(handed_in / "amina" / "agents.ipynb", 4)
    next(
        cell for cell in anew.cells if made_class.grade_id(cell) == "explain"
    ).source += "\nexplanation += ' More.'"
    (handed_in / "amina" / "agents.ipynb").write_bytes(made_class.as_bytes(anew))
    grade(handed_in)
    assert rows(out)["amina"]["points"] == "11"
    assert "explain: It was 2 for an earlier answer." in rows(out)["amina"]["note"]
    grade(handed_in, "--forget-marks")
    assert rows(out)["amina"]["note"] == "Waiting for your mark: explain."


@pytest.mark.long
@pytest.mark.parametrize("unit", NAMES)
def test_every_units_own_solution_has_all_its_points(unit, tmp_path):
    """Its files come along, one renamed by the platform, and data that were changed count for nothing."""
    if not wall.found().holds:
        pytest.skip("nothing walls off here")
    handed_in = hand_ins.HandIn("amina")
    for path in (ROOT / "solutions" / unit).iterdir():
        if path.is_file():
            is_data = path.suffix == ".csv"
            name = path.name if is_data else f"{path.stem} (1){path.suffix}"
            handed_in.files.append(hand_ins.File(name, b"changed" if is_data else path.read_bytes()))
    records = record.Records(tmp_path / "records")
    asked = exercise.read(ROOT, unit)
    work = class_work.Class(asked, records, wall.found(), wall.Limits(60), 1)
    (found,) = work.grade([(roster.Student("amina"), handed_in)])
    short = [one.name for one in asked.asked if found.points(one) != one.task.points and not one.is_by_hand]
    assert short == []
    assert all(found.waits(one) for one in asked.asked if one.is_by_hand)
    assert [note for note in found.notes if "Taken from" not in note and "package" not in note] == []


@pytest.mark.long
def test_a_late_hand_in_is_graded_alone(handed_in, monkeypatch):
    grade(handed_in)
    late = handed_in / "carla"
    late.mkdir()
    (late / "agents.ipynb").write_bytes((handed_in / "amina" / "agents.ipynb").read_bytes())
    run, judged = [], command.class_work.judged
    monkeypatch.setattr(command.class_work, "judged", lambda *all: run.append(all) or judged(*all))
    _, out = grade(handed_in)
    assert len(run) == 1
    assert rows(out)["carla"]["points"] == "11"


@pytest.mark.long
def test_without_a_wall_points_are_given_outside_all_the_same(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(wall, "found", lambda: wall.Wall("limits"))
    people = [one for one in made_class.hostile(tmp_path / "x" / "target", 9) if one.kind == "patched-wrong"]
    people += made_class.tidy()[:1]
    handed_in = made_class.write(tmp_path, people)
    words = ["--root", str(ROOT), "grade", str(handed_in), "--unit", "types", "--out", str(tmp_path / "out")]
    assert main(words) == 1
    assert "say --trust" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
    assert main([*words, "--trust"]) == command.SOMEBODY_NEEDS_A_LOOK
    assert "with your rights" in capsys.readouterr().err
    found = {name: float(row["points"]) for name, row in rows(tmp_path / "out").items()}
    assert found == {f"s-{one.kind}": one.points for one in people}


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["grade", "nowhere", "--unit", "types", "--out", "o"], "neither a folder nor a zip"),
        (
            ["grade", "nowhere", "--unit", "summs", "--out", "o"],
            "exercises/summs holds no notebook; there are: ",
        ),
        (["grade", ".", "--unit", "types", "--out", "o"], "results would be handed in"),
        (["similar", "nowhere", "--unit", "types", "--out", "o", "--roster", "r"], "roster r cannot be read"),
    ],
)
def test_a_wrong_command_is_answered_in_a_sentence(words, message, capsys):
    assert main(["--root", str(ROOT), *words]) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("name", ["grade", "similar"])
@pytest.mark.parametrize(
    ("out", "message"),
    [("a-file", "is a file: name a folder"), ("a-file/below", "would lie in")],
)
def test_a_file_in_the_place_of_the_results_is_named(name, out, message, handed_in, capsys):
    (handed_in.parent / "a-file").touch()
    out = handed_in.parent / out
    words = [name, str(handed_in), "--unit", "agents", "--out", str(out)]
    assert main(["--root", str(ROOT), *words, *(["--trust"] if name == "grade" else [])]) == 1
    assert f"--out {out} {message}" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "least"), [("--memory", "1", 256), ("--memory", "x", 256), ("--jobs", "0", 1)]
)
def test_a_limit_that_is_too_low_is_answered_with_the_least(option, value, least, capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["grade", "in", "--unit", "types", "--out", "o", option, value])
    assert leaving.value.code == 2
    assert f"{option}: must be a whole number of at least {least}, got {value}" in capsys.readouterr().err


@pytest.mark.long
def test_python_begins_with_the_least_memory_and_imports_what_notebooks_do(tmp_path):
    tmp_path.chmod(0o755)
    limits = wall.Limits(60, command.LEAST_MEMORY)
    with box.Box(wall.found(), 8, tmp_path, limits, time.monotonic() + 120) as one:
        one.run("import callcentre, numpy, pandas, matplotlib.pyplot")


def test_points_that_hang_on_something_else_than_a_check_are_refused(small_course):
    with pytest.raises(exercise.NotGradable, match="check"):
        exercise.Exercise("types", made_class.nbformat.read(small_course / "exercises/sums/sums.ipynb", 4))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", " =1"])
def test_no_cell_of_a_table_is_a_formula(text):
    assert tables.cell(text) == f"'{text}"


def test_numbers_stay_numbers():
    assert [tables.cell(one) for one in (3, 2.5, -1, None, "a")] == ["3", "2.5", "-1", "", "a"]


@pytest.mark.parametrize(
    "name", ["run", "clean", "check", "exercises", "list", "plan", "assign", "slides", "grade", "similar"]
)
def test_help_tells_of_every_command(name, capsys):
    with pytest.raises(SystemExit) as leaving:
        callcentre(["teach", "--help"])
    assert leaving.value.code == 0
    assert f"    {name} " in capsys.readouterr().out


@pytest.mark.parametrize("name", ["grade", "similar"])
def test_help_has_an_example_that_the_command_line_takes(name, capsys):
    with pytest.raises(SystemExit):
        callcentre(["teach", name, "--help"])
    (example,) = re.findall(r"^  callcentre (teach .*)$", capsys.readouterr().out, re.MULTILINE)
    assert (
        main(["--root", str(ROOT), *example.split()[1:]]) == 1
    )  # it is understood, and the file is not there


def test_the_instructors_page_prints_commands_that_the_command_line_takes(capsys):
    page = (ROOT / "book" / "for-instructors.md").read_text(encoding="utf-8")
    printed = re.findall(r"^callcentre (teach (?:grade|similar) .*)$", page, re.MULTILINE)
    assert len(printed) == 2
    for line in printed:
        assert callcentre(line.replace("teach ", f"teach --root {ROOT} ", 1).split()) == 1
        assert "class.csv cannot be read" in capsys.readouterr().err


RULE = (
    "def direction_of(activities):\n    seen = {'in': 0, 'out': 0}\n    for one in activities:\n"
    "        seen['in' if one in typology.INBOUND_ACTIVITIES else 'out'] += 1\n"
    "    if not any(seen.values()):\n        raise ValueError('none')\n"
    "    return 'blended' if all(seen.values()) else 'inbound' if seen['in'] else 'outbound'"
)


def alike(folder, capsys, *people):
    """Return the page of work that is alike, and what was printed."""
    handed_in = made_class.write(folder, people)
    words = ["similar", str(handed_in), "--unit", "types", "--out", str(folder / "out")]
    assert main(["--root", str(ROOT), *words]) == 0
    return (folder / "out" / "similar.html").read_text(), capsys.readouterr().out


def written(kind, more=""):
    """Return a student who answered one task alone."""
    notebook = made_class.handed_out()
    answer = next(cell for cell in notebook.cells if made_class.grade_id(cell) == "write-a-rule")
    answer.source = RULE + more
    return made_class.Student(kind, made_class.one(notebook))


def test_near_identical_work_is_shown_and_what_was_handed_out_is_not(tmp_path, capsys):
    people = [made_class.Student(f"empty-{n}", made_class.one(made_class.handed_out())) for n in range(6)]
    page, told = alike(tmp_path, capsys, *people, written("first"), written("second", "  # mine"))
    assert page.count("<section>") == 1
    assert "s-first and s-second: write-a-rule" in page
    assert "A hint, and no verdict" in page
    assert "empty" not in page
    assert "near-identical: 1; larger groups with one answer: 0" in told


def test_a_larger_group_with_one_answer_is_a_line_with_all_its_names(tmp_path, capsys):
    group = [written(f"copy-{n}", "  # " + "x" * n) for n in range(5)]
    page, told = alike(tmp_path, capsys, *group, written("near", " + ''"))
    names = ", ".join(f"s-copy-{n}" for n in range(5))
    assert f"<li>write-a-rule, 5 students: {names}</li>" in page
    assert page.count("<section>") == 1
    assert f"<h2>{names} and s-near: write-a-rule, " in page
    assert "near-identical: 1; larger groups with one answer: 1" in told
