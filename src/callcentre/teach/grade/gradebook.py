"""nbgrader's gradebook: points go in, a person's marks come out; Formgrader shows answers in words."""

import copy
import warnings
from pathlib import Path

import nbformat
from nbgrader.api import Gradebook, MissingEntry
from sqlalchemy.exc import SAWarning

from .exercise import grade_id, settings
from .judging import BY_HAND

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
            book.db.commit()

    def exchange_one(self, book, record, forget):
        names = record.student.name.split(" ", 1)
        book.update_or_create_student(
            record.slug, first_name=names[0], last_name=names[-1], email=record.student.email
        )
        submission = book.update_or_create_submission(self.unit, record.slug)
        (notebook,) = submission.notebooks
        grades = {grade.name: grade for grade in notebook.grades}
        is_changed = self.write_notebook(record)
        for asked in self.exercise.asked:
            grade = grades[asked.graded_id]
            found = record.answered.get(asked.name)
            is_by_hand = found is not None and found.state == BY_HAND
            if forget:
                grade.manual_score = None
            grade.auto_score = None if is_by_hand else record.points(asked) or 0
            is_marked = grade.manual_score is not None
            waits_again = is_by_hand and is_marked and (is_changed or grade.needs_manual_grade)
            grade.needs_manual_grade = waits_again or (is_by_hand and not is_marked)
            if waits_again:
                record.notes.append(f"Handed in again after you marked it: {asked.short_name}.")
            if is_marked:
                record.marks[asked.name] = grade.manual_score + (grade.extra_credit or 0)

    def write_notebook(self, record):
        """Write a student's answers as Formgrader shows them; return whether others stood there before."""
        path = self.folder / "autograded" / record.slug / self.unit / f"{self.unit}.ipynb"
        path.parent.mkdir(parents=True, exist_ok=True)
        notebook = copy.deepcopy(self.exercise.of(record.student).notebook)
        for cell in notebook.cells:
            if settings(cell).get("solution") and grade_id(cell) in record.sources:
                cell.source = record.sources[grade_id(cell)]
        for asked in self.exercise.asked:
            self.show(notebook, asked, record)
        text = nbformat.writes(notebook) + "\n"
        before = path.read_text(encoding="utf-8", errors="replace") if path.exists() else text
        path.write_text(text, encoding="utf-8", errors="replace")
        return before != text

    def show(self, notebook, asked, record):
        """Put below a check what it said, and below an answer in words its rubric."""
        found = record.answered.get(asked.name)
        for cell in notebook.cells:
            if found and grade_id(cell) == asked.check_id:
                marked = [f"{points}: {what}" for points, what in asked.task.rubric]
                words = "\n".join([found.message, *marked])
                cell.outputs = [nbformat.v4.new_output("stream", name="stdout", text=words + "\n")]


def of(out, exercise):
    """Return the marks that belong to a folder of grades."""
    return Marks(Path(out) / "gradebook", exercise)
