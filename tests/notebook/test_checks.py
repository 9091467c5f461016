"""A check in a notebook: a box that says why, one sentence without a traceback, hints that unfold."""

import nbformat
import pytest
from nbclient import NotebookClient

from callcentre.exercises import task

RIGHT = "desk_hour = 15 * 1.35 / 0.7"
CHECK = 'check("cost/desk-hour", desk_hour=desk_hour)'


@pytest.fixture(scope="module")
def run():
    """A function that runs cells in a fresh kernel, and returns what each shows in words."""

    def run(*sources):
        cells = [
            nbformat.v4.new_code_cell(source) for source in ("from callcentre import answer, check", *sources)
        ]
        notebook = nbformat.v4.new_notebook(cells=cells)
        NotebookClient(notebook, kernel_name="python3", allow_errors=True).execute()
        return [[words_of(output) for output in cell.outputs] for cell in notebook.cells[1:]]

    return run


def words_of(output):
    if output.output_type == "error":
        return "\n".join(output.traceback)
    return output.get("data", output).get("text/plain") or output.get("text")


def test_right_says_why_and_wrong_says_one_sentence(run):
    right, _, wrong = run(f"{RIGHT}\n{CHECK}", "desk_hour = 20.25", CHECK)
    assert right == [f"Right. {task('cost/desk-hour').why}"]
    assert wrong == [
        "Not yet. That is what a paid hour costs. How many of them does an hour at the desk take?"
    ]


def test_hints_unfold_and_the_answer_comes_on_request_after_the_third_try(run):
    ask = 'answer("cost/desk-hour")'
    _, early, *tries, answer = run("desk_hour = 17", ask, CHECK, CHECK, CHECK, ask)
    first, second = task("cost/desk-hour").hints
    assert early == ["Not yet. The answer can be seen after 3 tries; 3 to go."]
    assert tries[0] == [f"Not yet. {first}"]
    assert tries[1] == [f"Not yet. {second}"]
    assert tries[2] == [
        f'Not yet. {second} After so many tries you may see the answer: callcentre.answer("cost/desk-hour").'
    ]
    assert answer == ["The answer. desk_hour: 28.93 EUR"]


def test_after_an_error_an_older_answer_is_not_judged(run):
    _, _, after_syntax, after_error, mended = run(
        RIGHT, "desk_hour = 15 *", CHECK, "desk_hour = 1 / 0", CHECK
    )[:5]
    told = (
        "Not yet. The cell above stopped with an error, so that desk_hour is an older answer. Mend it first."
    )
    assert after_syntax == [told]
    assert mended == [told]
    assert "ZeroDivisionError" in after_error[0]


def test_an_error_elsewhere_does_not_keep_an_answer_from_being_judged(run):
    *_, checked = run(RIGHT, "other = 1 / 0", CHECK)
    assert checked[0].startswith("Right.")
