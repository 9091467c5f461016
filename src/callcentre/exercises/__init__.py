"""Every unit of exercises, and the one way to have an answer judged: in a notebook, on a page, for marks."""

from ..model.check import InputError

# In the order of the book. A unit stands in the file of its name and is read when it is first asked for.
NAMES = ("types", "cases", "team", "agents", "day", "patience", "cost", "market", "contract", "tender", "software", "risk", "choice", "mix", "watch", "beyond", "capstone")

TRIES_BEFORE_THE_ANSWER = 3  # wherever an answer is judged


def unit(name):
    """Return the unit of that name.

    Raises
    ------
    InputError
        If there is none; the message lists the names there are.
    """
    if name not in NAMES:
        raise InputError("unit", "one of " + ", ".join(NAMES), name)
    return __import__(__name__ + "." + name, None, None, ("UNIT",)).UNIT


def units():
    """Return every unit, in the order of the book."""
    return [unit(name) for name in NAMES]


def task(name):
    """Return the task of a name such as "cost/desk-hour".

    Raises
    ------
    InputError
        If there is none; the message lists the names there are.
    """
    if not isinstance(name, str) or name.count("/") != 1:
        raise InputError("task", "a unit and a task, such as cost/desk-hour", name)
    return unit(name.split("/")[0]).find(name)


def given(name, seed=None):
    """Return what a unit's tasks are about, by name: its calls, prices, cases.

    Parameters
    ----------
    name : str
        A unit's name, or a task's.
    seed : int, optional
        Numbers of one's own, where an instructor gives each learner others.
    """
    return unit(name.split("/")[0]).data(seed)


def facts(name, seed=None):
    """Return what a task gives, as a small table: what it is, how much, in which unit.

    Parameters
    ----------
    name : str
        Such as "cost/desk-hour".
    seed : int, optional
        As for `given`.
    """
    of_unit = unit(name.split("/")[0])
    return of_unit.given(task(name), of_unit.known(seed))


def files(name, seed=None):
    """Return the files that stand beside a unit's notebook, a list of (name, text); most units have none."""
    return unit(name).files(unit(name).known(seed))


def judge(name, answers, tries=0, seed=None):
    """Return the verdict on answers to a task.

    Parameters
    ----------
    name : str
        Such as "cost/desk-hour".
    answers : dict
        What a learner has, by the name of the variable.
    tries : int
        How often the answer was wrong before: later hints say more.
    seed : int, optional
        As for `given`.

    Raises
    ------
    InputError
        If there is no such task, or it asks for other answers.
    """
    return task(name).judge(answers, unit(name.split("/")[0]).known(seed), tries)
