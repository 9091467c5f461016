"""An instructor grades what came back with one command."""

import csv

import pytest

from callcentre.teach import grading, notebooks
from callcentre.teach.__main__ import main


@pytest.fixture
def handed_in(small_course):
    """Return the small course after one right answer, and one wrong with a changed check."""
    exercise = small_course / "exercises" / "sums" / "sums.ipynb"
    answers = {"amina": "total = 5", "bruno": "total = 6"}
    for student, answer in answers.items():
        notebook = notebooks.read(exercise)
        notebook.cells[0].source = answer
        if student == "bruno":
            notebook.cells[1].source = "assert True"
        folder = small_course / "grading" / "submitted" / student / "sums"
        folder.mkdir(parents=True)
        notebooks.write(folder / "sums.ipynb", notebook)
    return small_course


def test_hidden_tests_decide_and_a_changed_check_counts_for_nothing(handed_in):
    assert grading.grade(handed_in, "sums") == []
    with (handed_in / "grading" / "points.csv").open(encoding="utf-8") as file:
        points = {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)}
    assert points == {"amina": 2, "bruno": 0}
    feedback = handed_in / "grading" / "feedback" / "bruno" / "sums" / "sums.html"
    assert "2 + 3 is not 6" in feedback.read_text(encoding="utf-8")


def test_where_nothing_was_handed_in_the_folder_to_use_is_named(small_course):
    (problem,) = grading.grade(small_course, "sums")
    assert problem == "nothing to grade: put notebooks into grading/submitted/<student>/sums/"


def test_an_unknown_unit_is_named(small_course, capsys):
    assert main(["--root", str(small_course), "grade", "summs"]) == 1
    assert "solutions/summs holds no notebook; there are: sums" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["run", "clean", "check", "exercises", "grade"])
def test_help_tells_of_every_command(command, capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["--help"])
    assert leaving.value.code == 0
    assert f"    {command} " in capsys.readouterr().out
