"""Notebooks hold what they show, and nothing that changes by the run or the machine."""

import copy

import nbformat
import pytest

from callcentre.teach import cleaning, notebooks
from callcentre.teach.__main__ import main

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"


@pytest.fixture
def notebook(new_notebook):
    made = new_notebook("6 * 7", "print('six')", "6 * 7")
    made.cells[1].outputs = [
        nbformat.v4.new_output(
            "execute_result",
            data={"text/plain": "42", "text/html": "<b>42</b>", WIDGET_VIEW: {"model_id": "abc"}},
            metadata={"needs_background": "light"},
            execution_count=1,
        )
    ]
    made.cells[2].outputs = [nbformat.v4.new_output("stream", name="stdout", text="six\n")]
    return made


def test_what_a_notebook_shows_stays_and_the_dead_widget_goes(notebook):
    tidy = cleaning.cleaned(notebook)
    assert tidy.cells[1].outputs[0].data == {"text/plain": "42", "text/html": "<b>42</b>"}
    assert tidy.cells[2].outputs[0].text == "six\n"
    assert [cell.execution_count for cell in tidy.cells[1:]] == [1, 2, 3]


def test_what_was_printed_stands_in_one_piece_wherever_its_parts_came(notebook):
    picture = nbformat.v4.new_output("display_data", data={"text/plain": "a picture"})
    rest = nbformat.v4.new_output("stream", name="stdout", text="seven\n")
    notebook.cells[2].outputs += [picture, rest]
    printed, shown = cleaning.cleaned(notebook).cells[2].outputs
    assert printed.text == "six\nseven\n"
    assert shown.data == {"text/plain": "a picture"}


def test_times_versions_and_widget_states_go(notebook):
    text = notebooks.as_text(cleaning.cleaned(notebook))
    for changing in ("2026-01-01", "3.11.7", "widget-state", "abc", "needs_background", "mine"):
        assert changing not in text


def test_ids_come_from_the_cells_words_and_are_unique(notebook):
    notebook.cells[0].metadata["nbgrader"] = {"grade_id": "Read_a case"}
    ids = [cell.id for cell in cleaning.cleaned(notebook).cells]
    assert ids == ["read-a-case", "cell-2", "print-six", "cell-4"]
    notebook.cells[3].source = "print('six')"
    assert [cell.id for cell in cleaning.cleaned(notebook).cells][2:] == ["print-six", "print-six-2"]


def test_two_runs_of_the_same_notebook_are_the_same_file(notebook):
    other = copy.deepcopy(notebook)
    for cell in other.cells:
        cell.id = cell.id[::-1]
        cell.metadata["execution"] = {"iopub.execute_input": "2030-12-31T00:00:00Z"}
    other.cells[1].outputs[0].data[WIDGET_VIEW] = {"model_id": "other"}
    assert notebooks.as_text(cleaning.cleaned(other)) == notebooks.as_text(cleaning.cleaned(notebook))


def test_what_graders_and_the_book_read_stays(notebook):
    kept = {"nbgrader": {"grade_id": "a"}, "tags": ["hide-input"], "mystnb": {"image": {"alt": "words"}}}
    notebook.cells[1].metadata.update(kept, collapsed=True)
    assert cleaning.cleaned(notebook).cells[1].metadata == kept


def test_clean_mends_a_file_and_check_only_names_it(notebook, tmp_path, capsys):
    path = tmp_path / "a.ipynb"
    nbformat.write(notebook, path)
    before = path.read_text()
    assert main(["clean", "--check", str(path)]) == 1
    assert str(path) in capsys.readouterr().err
    assert path.read_text() == before
    assert main(["clean", str(path)]) == 0
    assert path.read_text() != before
    assert main(["clean", "--check", str(path)]) == 0


def test_the_courses_notebooks_are_clean(root):
    assert notebooks.with_outputs(root)
    assert cleaning.clean(notebooks.with_outputs(root), only_check=True) == []
