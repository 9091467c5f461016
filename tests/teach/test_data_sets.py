"""Data sets are what the tasks' data make, are described, and stand where notebooks look for them."""

import csv
import io
from pathlib import Path

import pytest

from callcentre import exercises
from callcentre.teach import data_sets

ROOT = Path(__file__).parents[2]
FILES = [(unit, name, text) for unit in exercises.NAMES for name, text in exercises.files(unit)]
PAGE = (ROOT / "book" / "data.md").read_text(encoding="utf-8")


def section(unit, name):
    """Return what the page of data sets says of a file."""
    (found,) = [part for part in PAGE.split("\n## ") if part.startswith(f"`{unit}/{name}`")]
    return found


def test_the_courses_data_sets_are_what_its_tasks_make():
    assert FILES
    assert data_sets.make(ROOT, only_check=True) == []


@pytest.mark.parametrize(("unit", "name", "text"), FILES, ids=[f"{unit}/{name}" for unit, name, _ in FILES])
def test_a_data_set_is_described_with_its_columns_and_travels_with_its_exercise(unit, name, text):
    described = section(unit, name)
    assert f"<data/{unit}/{name}>" in described
    assert f"exercises/{unit}/{unit}.ipynb" in described
    assert (ROOT / "exercises" / unit / name).read_text(encoding="utf-8") == text
    if name.endswith(".csv"):
        head, *rows = csv.reader(io.StringIO(text))
        assert [column for column in head if f"\n| `{column}` |" not in described] == []
        assert {len(row) for row in rows} == {len(head)}


def test_other_seeds_give_other_data_sets_of_the_same_shape():
    for unit, name, text in FILES:
        other = dict(exercises.files(unit, seed=7))[name]
        assert other.splitlines()[0] == text.splitlines()[0]
    assert exercises.files("day", seed=7) != exercises.files("day")


def test_files_that_are_stale_missing_or_left_over_are_named_and_mended(tmp_path):
    assert data_sets.make(tmp_path, only_check=True)[0] == (
        "book/data/day/counts.csv is not what src/callcentre/exercises/day.py makes: "
        "python -m callcentre.teach data writes it anew, so a change of yours belongs there"
    )
    assert data_sets.make(tmp_path) == []
    (tmp_path / "book" / "data" / "day" / "old.csv").write_text("a\n")
    (tmp_path / "solutions" / "day" / "counts.csv").write_text("a\n")
    assert data_sets.make(tmp_path, only_check=True) == [
        "book/data/day/old.csv is made by no unit: remove it",
        "solutions/day/counts.csv is not what src/callcentre/exercises/day.py makes: "
        "python -m callcentre.teach data writes it anew, so a change of yours belongs there",
    ]
