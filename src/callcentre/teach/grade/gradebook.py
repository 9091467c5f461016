"""nbgrader's gradebook: points go in, a person's marks come out; Formgrader shows answers in words.

A mark is for one answer. Which one it was is kept in the metadata of the notebook that Formgrader showed;
where another answer has come since, the mark waits there, and the answer for a mark.
"""

import copy
import hashlib
import json
import warnings
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.exc import SAWarning

from .exercise import grade_id, settings
from .judging import BY_HAND

KEPT = "callcentre"  # in a notebook's metadata: by task, its answer and an earlier answer's mark
CONFIG = '''"""Open Formgrader in this folder: jupyter lab, then nbgrader, Formgrader, Manual grading."""

from pathlib import Path

c = get_config()  # noqa: F821 (nbgrader gives it)

c.CourseDirectory.root = str(Path(__file__).resolve().parent)
c.CourseDirectory.course_id = "callcentre"
'''


class Marks:
    """The gradebook of a class, in a folder that is a course of nbgrader's.

    Parameters
    ----------
    folder : pathlib.Path
    exercise : callcentre.teach.grade.exercise.Exercise
    """

    def __init__(self, folder, exercise):
        self.folder = folder
        self.exercise = exercise
        self.unit = exercise.unit

    def open(self):
        """Return the gradebook, with this unit's cells in it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
        book = Gradebook(f"sqlite:///{self.folder.resolve() / 'gradebook.db'}", "callcentre")
        try:
            book.find_assignment(self.unit)
        except MissingEntry:
            self.define(book)
        return book

    def define(self, book):
        """Tell the gradebook of the unit's cells, with their points."""
        book.add_assignment(self.unit)
        book.add_notebook(self.unit, self.unit)
        for cell in self.exercise.cells:
            about, name = settings(cell), grade_id(cell)
            if not name:
                continue
            kind = {"cell_type": cell.cell_type}
            if about.get("grade"):
                book.add_grade_cell(name, self.unit, self.unit, max_score=about["points"], **kind)
            if about.get("solution"):
                book.add_solution_cell(name, self.unit, self.unit)
            book.add_source_cell(
                name,
                self.unit,
                self.unit,
                source=cell.source,
                locked=bool(about.get("locked")),
                checksum=about.get("checksum", ""),
                **kind,
            )

    def exchange(self, records, forget=False):
        """Put points in, and give each record the marks of a person, which stay unless asked."""
        with warnings.catch_warnings(), self.open() as book:
            warnings.simplefilter("ignore", SAWarning)  # of nbgrader's own code, which means nothing here
            for record in records:
                if record.answered:
                    self.exchange_one(book, record, forget)
                    book.db.commit()  # with each notebook, which says what its marks are for

    def exchange_one(self, book, record, forget):
        names = record.student.name.split(" ", 1)
        book.update_or_create_student(
            record.slug, first_name=names[0], last_name=names[-1], email=record.student.email
        )
        submission = book.update_or_create_submission(self.unit, record.slug)
        (notebook,) = submission.notebooks
        grades = {grade.name: grade for grade in notebook.grades}
        path = self.folder / "autograded" / record.slug / self.unit / f"{self.unit}.ipynb"
        kept = {} if forget else kept_in(path)
        for asked in self.exercise.asked:
            grade = grades[asked.graded_id]
            if forget:
                grade.manual_score = grade.extra_credit = None
            points = record.points(asked)
            kept[asked.name] = take_mark(record, asked, grade, kept.get(asked.name, {}))
            grade.needs_manual_grade = record.waits(asked)
            found = record.answered.get(asked.name)
            is_by_hand = found is not None and found.state == BY_HAND
            grade.auto_score = None if is_by_hand or record.waits(asked) else points or 0
        self.write_notebook(path, record, kept)

    def write_notebook(self, path, record, kept):
        """Write a student's answers as Formgrader shows them."""
        path.parent.mkdir(parents=True, exist_ok=True)
        notebook = copy.deepcopy(self.exercise.of(record.student).notebook)
        notebook.metadata[KEPT] = kept
        for cell in notebook.cells:
            if settings(cell).get("solution") and grade_id(cell) in record.sources:
                cell.source = record.sources[grade_id(cell)]
        for asked in self.exercise.asked:
            self.show(notebook, asked, record)
        path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8", errors="replace")

    def show(self, notebook, asked, record):
        """Put below a check what it said, and below an answer in words its rubric."""
        found = record.answered.get(asked.name)
        for cell in notebook.cells:
            if found and grade_id(cell) == asked.check_id:
                marked = [f"{points}: {what}" for points, what in asked.task.rubric]
                words = "\n".join([found.message, *record.old_mark_in_words(asked), *marked])
                cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=words + "\n")]


def kept_in(path):
    """Return what an earlier notebook says of its answers, by task."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))["metadata"][KEPT]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def take_mark(record, asked, grade, kept):
    """Give a record the mark in the gradebook if it is for the answer that is there; return what to keep.

    Parameters
    ----------
    kept : dict
        The ``answer`` that the gradebook's mark is for, and perhaps ``old``: a mark and the answer before it.
    """
    now = digest(record, asked)
    if grade.manual_score is None:
        latest = kept.get("old")
    else:
        latest = [grade.manual_score + (grade.extra_credit or 0), kept.get("answer")]
    if latest is None:
        return {"answer": now}
    score, marked = latest
    if marked == now:
        record.marks[asked.name] = score
        if grade.manual_score is None:
            grade.manual_score = score  # the answer of before has come again
        return {"answer": now}
    record.old_marks[asked.name] = score
    grade.manual_score = grade.extra_credit = None
    return {"answer": now, "old": latest}


def digest(record, asked):
    """Return what changes when an answer does: its code, or the value that was read."""
    found = record.answered.get(asked.name)
    words = [record.sources.get(asked.answer_id, ""), found.answer if found else ""]
    return hashlib.sha256("\0".join(words).encode(errors="replace")).hexdigest()


def of(out, exercise):
    """Return the marks that belong to a folder of grades."""
    return Marks(Path(out) / "gradebook", exercise)
