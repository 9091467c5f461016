"""A class graded more than once: a late notebook, a new answer after a mark, a name put right."""

import csv
import importlib.util
import json
import subprocess
import warnings
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from callcentre.teach.__main__ import main
from callcentre.teach.grade import class_work, command, wall
from callcentre.teach.grade.exercise import grade_id
from callcentre.teach.grade.judging import BY_HAND, Answered, Run

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("made_class", Path(__file__).parent / "made_class.py")
made_class = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made_class)

UNIT = "agents"
BY_ITSELF = 11  # points that need no person
ROSTER = "id,name,email\ns1,Ana Lima,a@x.org\ns2,Bo Ek,b@x.org\ns3,Carla Neri,c@x.org\n"


def judged(plan, *_):
    """Judge without running: an answer in words waits for a mark, or is too short; all else is right."""
    answered = {}
    for step in plan.steps:
        if step.asked:
            words = plan.answers.get(step.asked.answer_id, "")
            state = "wrong" if "too short" in words else BY_HAND if step.asked.is_by_hand else "right"
            answered[step.asked.name] = Answered(state, "So it is.", answer=words)
    return Run(answered, [], 0, 0.0)


@pytest.fixture(autouse=True)
def no_notebook_runs(monkeypatch):
    monkeypatch.setattr(class_work, "judged", judged)
    monkeypatch.setattr(wall, "found", lambda: wall.Wall("limits"))


@pytest.fixture
def course(tmp_path):
    """Return a folder with a class list and three students' first work."""
    (tmp_path / "class.csv").write_text(ROSTER)
    return tmp_path


def hand_in(course, folder, student, explanation="explanation = 'At random.'", file=f"{UNIT}.ipynb"):
    """Put a solved notebook into a student's folder, with that answer in words."""
    notebook = made_class.nbformat.read(ROOT / "solutions" / UNIT / f"{UNIT}.ipynb", 4)
    next(cell for cell in notebook.cells if grade_id(cell) == "explain").source = explanation
    path = course / folder / student / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made_class.as_bytes(notebook))


def grade(course, folder, *more, roster="class.csv", unit=UNIT):
    words = ["grade", str(course / folder), "--unit", unit, "--out", str(course / "out"), "--trust", *more]
    words += ["--roster", str(course / roster)] if roster else []
    return main(["--root", str(ROOT), *words])


def rows(course, table="grades.csv", by="student"):
    with (course / "out" / table).open(encoding="utf-8", newline="") as file:
        return {row[by]: row for row in csv.DictReader(file)}


def points(course):
    return {name: (row["verdict"], row["points"]) for name, row in rows(course).items()}


def mark(course, student, score, cell="explain"):
    """Give a mark as Formgrader does."""
    book = Gradebook(f"sqlite:///{course}/out/gradebook/gradebook.db", "callcentre")
    with warnings.catch_warnings(), book:
        warnings.simplefilter("ignore")
        grade = book.find_grade(cell, UNIT, UNIT, student)
        grade.manual_score, grade.needs_manual_grade = score, False
        book.db.commit()


def waits_in_formgrader(course, student, cell="explain"):
    book = Gradebook(f"sqlite:///{course}/out/gradebook/gradebook.db", "callcentre")
    with warnings.catch_warnings(), book:
        warnings.simplefilter("ignore")
        grade = book.find_grade(cell, UNIT, UNIT, student)
        return grade.needs_manual_grade and grade.manual_score is None


@pytest.mark.long
def test_a_late_notebook_graded_alone_leaves_all_others_their_points(course, capsys):
    hand_in(course, "first", "s1")
    hand_in(course, "first", "s2", "explanation = 'too short'")
    assert grade(course, "first") == command.SOMEBODY_NEEDS_A_LOOK
    mark(course, "s1", 2)
    hand_in(course, "late", "s3")
    capsys.readouterr()
    assert grade(course, "late") == 0
    told = capsys.readouterr().out
    assert f"Kept from before, with nothing in {course / 'late'}: s1, s2\n" in told
    assert points(course) == {"s1": ("graded", "13"), "s2": ("graded", "11"), "s3": ("graded", "11")}
    assert "Kept from before" in rows(course)["s1"]["note"]
    assert "Kept from before" not in rows(course)["s3"]["note"]
    assert set(rows(course, "moodle.csv", "ID number")) == {"s1", "s2", "s3"}
    assert {page.stem for page in (course / "out" / "feedback").iterdir()} == {"s1", "s2", "s3"}
    hand_in(course, "later", "s2", "explanation = 'Now long enough.'")
    grade(course, "later")
    assert rows(course)["s2"]["explain"] == ""
    assert "Kept from before" not in rows(course)["s2"]["note"]


@pytest.mark.long
def test_without_a_roster_too_everyone_graded_before_stays(course, capsys):
    hand_in(course, "first", "ana")
    hand_in(course, "late", "bo")
    grade(course, "first", roster=None)
    grade(course, "late", roster=None)
    assert points(course) == {"bo": ("graded", "11"), "ana": ("graded", "11")}
    assert "Kept from before" in capsys.readouterr().out


@pytest.mark.long
def test_what_is_no_notebook_takes_no_points_away(course):
    hand_in(course, "first", "s1")
    grade(course, "first")
    (course / "late" / "s1").mkdir(parents=True)
    (course / "late" / "s2").mkdir()
    (course / "late" / "s1" / "agents.ipynb").write_bytes(b"%PDF-1.7")
    for _ in range(2):
        grade(course, "late")
        assert points(course)["s1"] == ("check", "11")
        assert "What came now was not graded" in rows(course)["s1"]["note"]
        assert "It is a PDF" in rows(course)["s1"]["note"]
        assert points(course)["s2"] == ("missing", "")
    grade(course, "first")
    assert points(course)["s1"] == ("graded", "11")


@pytest.mark.long
def test_who_is_put_right_has_one_row(course, capsys):
    """The name of a folder is put right, or the list."""
    hand_in(course, "first", "ana")
    hand_in(course, "first", "carla")
    grade(course, "first")
    assert points(course) == {
        "s1": ("missing", ""),
        "s2": ("missing", ""),
        "s3": ("missing", ""),
        "ana": ("unknown", "11"),
        "carla": ("unknown", "11"),
    }
    (course / "first" / "ana").rename(course / "first" / "s1")
    (course / "class.csv").write_text(ROSTER.replace("Carla Neri", "Carla"))
    grade(course, "first")
    found = {"s1": ("graded", "11"), "s2": ("missing", ""), "s3": ("graded", "11")}
    assert points(course) == {**found, "ana": ("unknown", "11")}
    path = course / "out" / "records" / UNIT / "ana.json"
    assert f"The same files came now from s1, s3: if this is no other student, delete {path} and" in (
        capsys.readouterr().out
    )
    path.unlink()
    grade(course, "first")
    assert points(course) == found


@pytest.mark.long
def test_who_leaves_the_list_keeps_a_row(course):
    hand_in(course, "first", "s3")
    grade(course, "first")
    hand_in(course, "late", "s1", "explanation = 'Mine.'")
    (course / "class.csv").write_text(ROSTER.partition("s3")[0])
    grade(course, "late")
    assert points(course) == {"s1": ("graded", "11"), "s2": ("missing", ""), "s3": ("unknown", "11")}
    assert rows(course)["s3"]["name"] == "Carla Neri"
    assert "delete" not in rows(course)["s3"]["note"]


@pytest.mark.long
def test_a_name_that_joins_the_list_later_brings_its_points(course):
    hand_in(course, "first", "carla")
    grade(course, "first")
    hand_in(course, "late", "s1")
    (course / "class.csv").write_text(ROSTER.replace("Carla Neri", "Carla"))
    grade(course, "late")
    assert points(course) == {"s1": ("graded", "11"), "s2": ("missing", ""), "s3": ("graded", "11")}


@pytest.mark.long
def test_work_that_may_be_of_two_is_told_of_both_the_next_time_too(course, capsys):
    (course / "class.csv").write_text(ROSTER.replace("Bo Ek", "Ana Lima"))
    hand_in(course, "first", "Ana Lima")
    hand_in(course, "late", "s3")
    for folder in ("first", "late"):
        grade(course, folder)
        assert points(course)["Ana Lima"] == ("unknown", "11")
        assert "The roster has 2 of this name: s1, s2." in rows(course)["Ana Lima"]["note"]
        for student in ("s1", "s2"):
            note = "Nothing was handed in that is surely theirs; several have the name of: Ana Lima."
            assert rows(course)[student]["note"] == note
    (course / "first" / "Ana Lima").rename(course / "first" / "s2")
    grade(course, "first")
    assert points(course) == {"s1": ("missing", ""), "s2": ("graded", "11"), "s3": ("graded", "11")}
    assert "under another name: Ana Lima\n" in capsys.readouterr().out


@pytest.mark.long
def test_points_from_another_state_of_the_exercise_are_told(course):
    hand_in(course, "first", "s1")
    hand_in(course, "late", "s2")
    grade(course, "first")
    path = course / "out" / "records" / UNIT / "s1.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "state": "another"}))
    grade(course, "late")
    assert points(course)["s1"] == ("check", "11")
    assert "has changed since this was graded" in rows(course)["s1"]["note"]


@pytest.mark.long
@pytest.mark.parametrize("now", ["Something else.", "too short"])
def test_a_mark_is_for_one_answer(course, now, capsys):
    hand_in(course, "in", "s1")
    grade(course, "in")
    mark(course, "s1", 2)
    grade(course, "in", "--anew")
    assert (rows(course)["s1"]["points"], rows(course)["s1"]["explain"]) == ("13", "2")
    hand_in(course, "in", "s1", f"explanation = '{now}'")
    capsys.readouterr()
    for _ in range(2):
        grade(course, "in")
        row = rows(course)["s1"]
        assert (row["points"], row["explain"]) == ("11", "")
        assert "explain: It was 2 for an earlier answer. Waiting for your mark: explain." in row["note"]
        assert waits_in_formgrader(course, "s1")
    assert "Answers in words that wait for your mark: 1" in capsys.readouterr().out
    page = (course / "out" / "to-mark.html").read_text()
    assert now in page
    assert "It was 2 for an earlier answer." in page
    shown = (course / "out" / "gradebook" / "autograded" / "s1" / UNIT / f"{UNIT}.ipynb").read_text()
    assert "It was 2 for an earlier answer." in shown
    mark(course, "s1", 2)
    grade(course, "in")
    assert rows(course)["s1"]["points"] == "13"
    assert "earlier" not in rows(course)["s1"]["note"]


@pytest.mark.long
def test_a_mark_counts_again_when_its_answer_comes_again(course):
    for explanation, found in (("one", ""), ("two", ""), ("one", "2")):
        hand_in(course, "in", "s1", f"explanation = '{explanation}'")
        grade(course, "in")
        assert rows(course)["s1"]["explain"] == found
        if not (course / "marked").exists():
            (course / "marked").touch()
            mark(course, "s1", 2)
    grade(course, "in", "--forget-marks")
    grade(course, "in")
    assert rows(course)["s1"]["explain"] == ""
    assert "earlier" not in rows(course)["s1"]["note"]


@pytest.mark.long
def test_a_platform_gets_no_grade_while_an_answer_waits(course, capsys):
    hand_in(course, "in", "s1")
    hand_in(course, "in", "s2")
    grade(course, "in")
    assert "Without a grade in moodle.csv and canvas.csv until then: 2" in capsys.readouterr().out
    mark(course, "s2", 1)
    grade(course, "in")
    moodle = rows(course, "moodle.csv", "ID number")
    canvas = rows(course, "canvas.csv", "SIS User ID")
    assert (moodle["s1"]["How many agents"], moodle["s2"]["How many agents"]) == ("", "12")
    assert (canvas["s1"]["How many agents"], canvas["s2"]["How many agents"]) == ("", "12")
    assert moodle["s1"]["Feedback comments"] == "Points follow: your teacher is reading what you wrote."
    assert moodle["s2"]["Feedback comments"] == ""
    assert rows(course)["s1"]["points"] == "11"


@pytest.mark.long
def test_a_folder_with_another_units_results_is_refused(course, capsys):
    hand_in(course, "in", "s1")
    grade(course, "in")
    before = (course / "out" / "grades.csv").read_bytes()
    assert grade(course, "in", unit="cost") == 1
    told = capsys.readouterr().err
    assert f"--out {course / 'out'} holds the results of agents: name another folder for cost." in told
    words = ["similar", str(course / "in"), "--unit", "cost", "--out", str(course / "out")]
    assert main(["--root", str(ROOT), *words]) == 1
    assert (course / "out" / "grades.csv").read_bytes() == before


@pytest.mark.long
def test_one_whose_process_does_not_begin_is_told_and_keeps_what_was(course, monkeypatch):
    from callcentre.teach.grade import judging

    hand_in(course, "in", "s1")
    grade(course, "in")
    hand_in(course, "in", "s1", "explanation = 'New.'")
    hand_in(course, "in", "s2")

    def dead(*_):
        return subprocess.Popen(
            ["true"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
        )

    monkeypatch.setattr(wall.Wall, "start", dead)
    monkeypatch.setattr(class_work, "judged", judging.judged)
    assert grade(course, "in") == command.SOMEBODY_NEEDS_A_LOOK
    assert points(course)["s1"] == ("check", "11")
    assert points(course)["s2"] == ("unreadable", "")
    assert "NotBegun" in rows(course)["s2"]["note"]
