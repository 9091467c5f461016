"""Checks of exercises in a notebook: one sentence, why it matters or what to look at, and no traceback."""

import html
import re

from IPython import get_ipython
from IPython.display import display

from .. import exercises
from ..exercises import TRIES_BEFORE_THE_ANSWER

COLOURS = {"right": "#1a7f37", "wrong": "#9a6700"}
HEADS = {"right": "Right.", "wrong": "Not yet."}


class NotYet(AssertionError):
    """An answer that is not right yet. A notebook shows one sentence; nbgrader sees a check that fails."""

    def _render_traceback_(self):
        return [f"{HEADS['wrong']} {self}"]


class Tries:
    """How often each task was answered wrongly in this session, and which cell stopped last."""

    def __init__(self):
        self.wrong = {}
        self.stopped = ""  # the source of the cell that ran last, where it stopped with an error
        self.watched = None

    def count(self, task):
        return self.wrong.get(task, 0)

    def add(self, task):
        self.wrong[task] = self.count(task) + 1

    def watch(self, shell):
        """Learn of each cell that runs from now on; once a session."""
        if shell is not None and self.watched is not shell:
            self.watched = shell
            shell.events.register("post_run_cell", self.cell_ran)

    def cell_ran(self, result):
        is_check = isinstance(result.error_in_exec, NotYet)
        stopped = result.error_before_exec or (result.error_in_exec and not is_check)
        self.stopped = result.info.raw_cell if stopped else ""

    def is_older(self, name):
        """Say whether the cell that ran last speaks of a variable and stopped, so that its value is older."""
        return bool(re.search(rf"\b{re.escape(name)}\b", self.stopped))


TRIES = Tries()
TRIES.watch(get_ipython())


def check(task, *, seed=None, **answers):
    """Check the answers to a task of the exercises.

    What is right says so and why it matters. What is not raises an error of one sentence: what to look at.

    Parameters
    ----------
    task : str
        The unit's name and the task's: "cost/desk-hour".
    seed : int, optional
        Where an instructor has given each learner other numbers.
    **answers
        What the task asks for, by name.

    Raises
    ------
    NotYet
        If an answer is not right yet.
    InputError
        If there is no such task, or it asks for other answers; the message names them.
    """
    TRIES.watch(get_ipython())
    for name in answers:
        if TRIES.is_older(name):
            raise NotYet(
                f"The cell above stopped with an error, so that {name} is an older answer. Mend it first."
            )
    verdict = exercises.judge(task, answers, TRIES.count(task), seed)
    notes = " ".join(verdict.notes)
    if verdict.is_right:
        show("right", f"{verdict.message} {notes}".strip())
        return
    TRIES.add(task)
    message = f"{verdict.message} {notes}".strip()
    if TRIES.count(task) >= TRIES_BEFORE_THE_ANSWER:
        own = "" if seed is None else f", seed={seed}"
        message += f' After so many tries you may see the answer: callcentre.answer("{task}"{own}).'
    raise NotYet(message)


def answer(task, seed=None):
    """Show the answer to a task of the exercises, once it was tried three times."""
    name = exercises.task(task).name
    left = TRIES_BEFORE_THE_ANSWER - TRIES.count(name)
    if left > 0:
        show("wrong", f"The answer can be seen after {TRIES_BEFORE_THE_ANSWER} tries; {left} to go.")
        return
    found = exercises.task(name).answer(exercises.given(name, seed))
    show("right", "; ".join(f"{variable}: {words}" for variable, words in found.items()), head="The answer.")


def show(kind, message, head=None):
    """Show a sentence in a box, and as text where there are no boxes."""
    head = head or HEADS[kind]
    style = f"border-left: 4px solid {COLOURS[kind]}; padding: 0.4em 0.8em; max-width: 44em"
    box = f'<div role="status" style="{style}"><strong>{head}</strong> {html.escape(message)}</div>'
    if get_ipython() is None:
        print(f"{head} {message}")
    else:
        display({"text/html": box, "text/plain": f"{head} {message}"}, raw=True)
