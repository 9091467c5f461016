"""A course on call-centre types and sourcing: a model, the labs that move it, and three doors to them."""

from . import labs as labs

__version__ = "0.2.0"


def lab(name, **values):
    """Return a lab ready to show in a notebook.

    Parameters
    ----------
    name : str
        A lab's name, as in ``[lab.name for lab in callcentre.labs.all()]``.
    **values
        Values of the lab's controls, by control name; what is not given keeps its default.

    Raises
    ------
    ValueError
        If there is no such lab or control, or a value is not allowed; the message names it.
    """
    from .notebook import show

    return show(name, values)


def check(task, **answers):
    """Check the answers to a task of the exercises, in a notebook.

    What is right says so and why it matters. What is not raises an error of one sentence: what to look at.

    Parameters
    ----------
    task : str
        The unit's name and the task's: "cost/desk-hour".
    **answers
        What the task asks for, by name; ``seed`` where an instructor has given each learner other numbers.

    Raises
    ------
    AssertionError
        If an answer is not right yet.
    ValueError
        If there is no such task, or it asks for other answers; the message names them.
    """
    from .notebook import checking

    checking.check(task, **answers)


def answer(task, seed=None):
    """Show the answer to a task of the exercises, once it was tried three times."""
    from .notebook import checking

    checking.answer(task, seed)
