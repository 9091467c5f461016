"""Which of a student's files is the exercise, known by its content; or why there is none."""

from pathlib import PurePosixPath

from . import notebook_files
from .exercise import grade_id
from .matching import names_set, same, task_checked
from .notebook_files import Unreadable


class Chosen:
    """A student's notebook.

    Attributes
    ----------
    notebook : nbformat.NotebookNode
    notes : list of str
        How it was found and read.
    warnings : list of str
        What an instructor should see.
    """

    def __init__(self, notebook, notes, warnings):
        self.notebook = notebook
        self.notes = notes
        self.warnings = warnings


class NothingHere(Exception):
    """A student handed in nothing for this unit; the message says what was there instead."""


class Candidate:
    """A file that is a notebook of the unit, and how much of it was done."""

    def __init__(self, file, notebook, notes, exercise):
        self.file = file
        self.notebook = notebook
        self.notes = notes
        self.marks = marks_in(notebook, exercise)
        self.done = answered(notebook, exercise)
        self.sources = [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def chosen(files, exercise):
    """Return the student's notebook.

    Raises
    ------
    NothingHere
        If there is no file for this unit.
    Unreadable
        If what there is cannot be read.
    """
    candidates, troubles, others = [], [], []
    for file in files:
        if file.trouble:
            troubles.append(Unreadable(file.trouble, f"Ask for {exercise.unit}.ipynb alone."))
        elif file.is_notebook or looks_like_one(file):
            try:
                notebook, notes = notebook_files.read(file.data)
            except Unreadable as error:
                troubles.append(error)
                continue
            candidate = Candidate(file, notebook, notes, exercise)
            (candidates if candidate.marks else others).append(candidate)
        else:
            others.append(None)
    if candidates:
        return the_best(candidates, exercise)
    if troubles:
        raise troubles[0]
    raise NothingHere(what_is_there(files, others, exercise))


def looks_like_one(file):
    """Say whether a file of another name holds a notebook all the same."""
    return file.path.suffix.lower() in ("", ".txt", ".json") and b'"cells"' in file.data


def the_best(candidates, exercise):
    """Return the notebook in which most was done, the later of two; and say which it was."""
    best = max(candidates, key=lambda one: (one.done, one.file.changed, str(one.file.path)))
    rest = [one for one in candidates if one is not best and one.sources != best.sources]
    notes, warnings = list(best.notes), []
    if best.file.path != PurePosixPath(f"{exercise.unit}.ipynb"):
        notes.append(f"Taken from {best.file.path}.")
    if rest:
        names = ", ".join(str(one.file.source) for one in rest)
        warnings.append(f"A second notebook is there; {best.file.source} was taken, and not {names}.")
    return Chosen(best.notebook, notes, warnings)


def marks_in(notebook, exercise):
    """Return how many cells are this exercise's, by their marks, their checks or the names they set."""
    names = {name for asked in exercise.asked for name in asked.names}
    tasks = {asked.name for asked in exercise.asked}
    checked = sum(task_checked(cell.source) in tasks for cell in notebook.cells)
    own = {grade_id(cell) for cell in exercise.asked_cells()}
    marked = sum(grade_id(cell) in own for cell in notebook.cells)
    if checked or marked > len(own) / 2:
        return checked + marked
    found = {name for cell in notebook.cells if cell.cell_type == "code" for name in names_set(cell.source)}
    return len(found & names) if len(found & names) > len(names) / 2 else 0


def answered(notebook, exercise):
    """Return how many answers differ from what was handed out."""
    handed_out = [cell.source for cell in exercise.cells]
    return sum(
        cell.cell_type == "code"
        and bool(cell.source.strip())
        and not any(same(cell.source, one) for one in handed_out)
        for cell in notebook.cells
    )


def what_is_there(files, others, exercise):
    """Return in words what a student handed in instead."""
    ask = f"Ask for {exercise.unit}.ipynb."
    if not files:
        return f"The folder is empty. {ask}"
    if any(others):
        names = ", ".join(str(one.file.path) for one in others if one)
        return f"No notebook of {exercise.unit} is there; these are others: {names}. {ask}"
    return f"No notebook is there, but {', '.join(str(file.path) for file in files[:5])}. {ask}"
