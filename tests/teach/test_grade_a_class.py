"""A class with all that goes wrong in one: every verdict as it must be, nobody lost, nothing touched."""

import csv
import hashlib
import importlib.util
import json
import socket
from pathlib import Path

import pytest

from callcentre.teach.__main__ import main
from callcentre.teach.grade import wall

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("made_class", HERE / "made_class.py")
made_class = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made_class)

pytestmark = pytest.mark.long


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def state_of(folder):
    """Return what stands in a folder: a digest by path."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """Grade the class once; return all that a test can look at."""
    if not wall.found().holds:
        pytest.skip("nothing walls off here")
    folder = tmp_path_factory.mktemp("class")
    folder.chmod(0o777)
    target = folder / "all-may-write" / "target.txt"
    target.parent.mkdir(mode=0o777)
    target.write_text("as it was")
    target.chmod(0o666)
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("CLASS_SECRET", "a key")
        students = made_class.everyone(target, server.getsockname()[1])
        handed_in = made_class.write(folder, students)
        before = {**state_of(handed_in), **state_of(made_class.ROOT / "solutions")}
        words = [str(handed_in), "--unit", "types", "--out", str(folder / "out")]
        words += ["--roster", str(folder / "class.csv"), "--seconds", "8", "--memory", "512"]
        code = main(["--root", str(made_class.ROOT), "grade", *words])
    after = {**state_of(handed_in), **state_of(made_class.ROOT / "solutions")}
    return {
        "students": students,
        "rows": {row["student"]: row for row in rows(folder / "out" / "grades.csv")},
        "order": [row["student"] for row in rows(folder / "out" / "grades.csv")],
        "out": folder / "out",
        "code": code,
        "untouched": before == after and target.read_text() == "as it was",
        "words": words,
    }


def test_every_verdict_and_every_point_is_as_it_must_be(graded):
    wrong = []
    for student in graded["students"]:
        row = graded["rows"][f"s-{student.kind}"]
        points = None if row["points"] == "" else float(row["points"])
        verdict = (
            row["verdict"] if student.verdict != "any" or row["verdict"] not in ("graded", "check") else "any"
        )
        if (verdict, points) != (student.verdict, student.points) or student.words not in row["note"]:
            wrong.append((student.kind, row["verdict"], row["points"], row["note"]))
    assert wrong == []


def test_nobody_is_lost_and_the_order_is_the_rosters(graded):
    kinds = [f"s-{student.kind}" for student in graded["students"]]
    assert graded["order"] == [*kinds, "s-nobody"]
    assert graded["rows"]["s-nobody"]["verdict"] == "missing"


def test_nothing_outside_is_touched(graded):
    assert graded["untouched"]


def test_the_exit_code_says_that_somebody_needs_a_look(graded):
    assert graded["code"] == 3


def test_every_usual_mistake_is_recognised(graded):
    for student in graded["students"]:
        if student.mistakes:
            kept = json.loads((graded["out"] / "records" / "types" / f"s-{student.kind}.json").read_text())
            found = {name: answered[2] for name, answered in kept["answered"].items() if answered[2]}
            assert found == dict(student.mistakes)


def test_mistakes_are_counted_by_task(graded):
    made = {(row["task"], row["mistake"]) for row in rows(graded["out"] / "misconceptions.csv")}
    wanted = {(task.split("/")[1], name) for one in graded["students"] for task, name in one.mistakes}
    assert wanted <= made
    assert "types" in (graded["out"] / "misconceptions.svg").read_text().lower()


def test_names_stand_as_they_are_and_are_no_formula(graded):
    names = [row["name"] for row in graded["rows"].values()]
    assert any("李 小龍" in name for name in names)
    assert graded["rows"]["s-nobody"]["name"] == "'=Nobody"


def test_a_students_script_stands_in_the_feedback_as_text(graded):
    page = (graded["out"] / "feedback" / "s-script.html").read_text()
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "default-src &#39;none&#39;" in page or "default-src 'none'" in page


def test_graded_again_nobody_is_run_again_and_points_are_the_same(graded, monkeypatch):
    before = (graded["out"] / "grades.csv").read_bytes()
    monkeypatch.setattr("callcentre.teach.grade.class_work.judged", None)
    assert main(["--root", str(made_class.ROOT), "grade", *graded["words"]]) == 3
    assert (graded["out"] / "grades.csv").read_bytes() == before
