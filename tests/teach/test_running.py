"""Notebooks are run from top to bottom, and one that was not is found."""

import nbformat
import pytest

from callcentre.teach import notebooks, running
from callcentre.teach.__main__ import main


def test_the_courses_notebooks_were_run_from_top_to_bottom(root):
    assert running.check(notebooks.with_outputs(root)) == []


def test_every_lab_has_a_notebook_and_every_unit_a_solution(root):
    names = {path.relative_to(root).as_posix() for path in notebooks.with_outputs(root)}
    assert {"notebooks/classify.ipynb", "notebooks/cost-scenarios.ipynb"} <= names
    assert {"solutions/types/types.ipynb", "solutions/cost/cost.ipynb"} <= names


def test_a_notebook_that_was_never_run_is_named(new_notebook, tmp_path):
    path = tmp_path / "new.ipynb"
    nbformat.write(new_notebook("1 + 1", was_run=False), path)
    assert running.check([path]) == [f"{path} was never run: python -m callcentre.teach run"]


@pytest.mark.parametrize("counts", [(2, 1), (1, 3), (1, None), (4, 5)])
def test_cells_run_out_of_order_are_found(new_notebook, counts):
    notebook = new_notebook("a = 1", "a")
    for cell, count in zip(notebook.cells[1:], counts, strict=True):
        cell.execution_count = count
    assert running.troubles(notebook) == ["was not run from top to bottom: python -m callcentre.teach run"]


def test_a_stored_error_is_found(new_notebook):
    notebook = new_notebook("a = 1", "1 / 0")
    notebook.cells[2].outputs = [nbformat.v4.new_output("error", ename="ZeroDivisionError", evalue="no")]
    assert running.troubles(notebook) == ["stores an error in code cell 2"]


def test_a_notebook_of_words_and_empty_cells_needs_no_run(new_notebook):
    assert running.troubles(new_notebook("", was_run=False)) == []


def test_run_stores_what_a_notebook_shows(new_notebook, tmp_path):
    path = tmp_path / "a.ipynb"
    nbformat.write(new_notebook("word = 'six'", "word * 2", was_run=False), path)
    assert main(["run", str(path)]) == 0
    notebook = notebooks.read(path)
    assert notebook.cells[2].outputs[0].data["text/plain"] == "'sixsix'"
    assert running.troubles(notebook) == []
    assert main(["clean", "--check", str(path)]) == 0


def test_a_notebook_that_stops_is_named_and_left_as_it_was(new_notebook, tmp_path, capsys):
    path = tmp_path / "a.ipynb"
    nbformat.write(new_notebook("1 / 0", was_run=False), path)
    before = path.read_text()
    assert main(["run", str(path)]) == 1
    assert f"{path} stops: ZeroDivisionError: division by zero" in capsys.readouterr().err
    assert path.read_text() == before


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import os; os._exit(1)", "Kernel died"),
        ("import time; time.sleep(60)", "A cell timed out while it was being executed, after 2 seconds."),
    ],
)
def test_a_notebook_that_never_comes_to_an_end_is_named(
    source, words, new_notebook, tmp_path, capsys, monkeypatch
):
    monkeypatch.setattr(running, "SECONDS_A_CELL", 2)
    path = tmp_path / "a.ipynb"
    nbformat.write(new_notebook(source, was_run=False), path)
    assert main(["run", str(path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == f"{path} stops: {words}"


def test_a_notebook_runs_in_its_own_folder(new_notebook, tmp_path):
    (tmp_path / "beside.txt").write_text("here")
    path = tmp_path / "a.ipynb"
    nbformat.write(new_notebook("open('beside.txt').read()", was_run=False), path)
    assert running.run([path]) == []
    assert notebooks.read(path).cells[1].outputs[0].data["text/plain"] == "'here'"


def test_a_notebook_that_shows_something_else_by_now_is_named(new_notebook, tmp_path):
    (tmp_path / "beside.txt").write_text("4")
    path = tmp_path / "a.ipynb"
    nbformat.write(new_notebook("a = 2", "int(open('beside.txt').read()) / a"), path)
    assert running.run([path]) == []
    assert running.stale([path]) == []
    (tmp_path / "beside.txt").write_text("5")
    assert running.stale([path]) == [
        f"{path} shows something else in code cell 2: python -m callcentre.teach run"
    ]
    (tmp_path / "beside.txt").write_text("five")
    assert running.stale([path])[0].startswith(f"{path} stops: ValueError: invalid literal")


BROKEN = {
    "{": "is no notebook, since its content is no whole JSON: Expecting property name",
    "id,name": "is no notebook, since its content is no whole JSON: Expecting value",
    "[]": "is no notebook: its content names no nbformat that is known, such as 4",
    '{"nbformat": [4]}': "is no notebook: its content names no nbformat that is known, such as 4",
    '{"nbformat": 4}': "is no valid notebook: The notebook is invalid and is missing an expected key: cells",
    '{"nbformat": 4, "nbformat_minor": "x", "metadata": {}, "cells": []}': "is no valid notebook: ",
    '{"nbformat": 4, "metadata": 3, "cells": [3]}': "is no valid notebook: ",
}


@pytest.mark.parametrize("command", [["run"], ["clean"], ["clean", "--check"]])
def test_what_is_no_notebook_is_told_in_a_line_and_those_after_it_are_seen_to(
    command, new_notebook, tmp_path, capfd
):
    paths = [tmp_path / f"{number}.ipynb" for number in range(len(BROKEN))]
    for path, text in zip(paths, BROKEN, strict=True):
        path.write_text(text, encoding="utf-8")
    (tmp_path / "bytes.ipynb").write_bytes(b"\xff\xfe\x00")
    nbformat.write(new_notebook("1 / 0"), tmp_path / "last.ipynb")
    given = [tmp_path / "nope.ipynb", *paths, tmp_path / "bytes.ipynb", tmp_path / "last.ipynb"]
    main([*command, *map(str, given)])
    said = capfd.readouterr()
    lines = said.err.splitlines()
    assert lines[0] == f"{given[0]} cannot be read or written: No such file or directory"
    for path, words, line in zip(paths, BROKEN.values(), lines[1:], strict=False):
        assert line.startswith(f"{path} {words}")
    assert lines[len(paths) + 1] == f"{tmp_path / 'bytes.ipynb'} is no notebook: its content is no text"
    assert len(lines) <= len(given)
    assert str(tmp_path / "last.ipynb") in said.out + said.err


def test_a_folder_without_notebooks_is_told(tmp_path, capsys):
    assert main(["--root", str(tmp_path), "run"]) == 1
    said = capsys.readouterr().err
    assert said == f"{tmp_path} holds no notebooks: name the course's folder with --root\n"
