"""The exercise as it was handed out: its cells and its tasks. Checks are taken from here alone."""

import ast
import functools
import hashlib
from pathlib import Path

from ... import exercises
from .. import notebooks, variants
from ..trouble import Trouble


class NotGradable(Trouble):
    """An exercise that cannot be graded as it stands; the message says what to mend."""


class Asked:
    """One task in an exercise's notebook.

    Attributes
    ----------
    task : callcentre.exercises.shared.task.Task
    names : tuple of str
        The variables that hold its answers.
    seed : int or None
    check_id, answer_id : str
        The grade ids of the cell that checks it and of the cell one answers in.
    """

    def __init__(self, call, check_id, answer_id):
        self.task = exercises.task(ast.literal_eval(call.args[0]))
        self.seed = seed_in(call)
        self.names = tuple(key.arg for key in call.keywords if key.arg != "seed")
        self.check_id = check_id
        self.answer_id = answer_id

    @property
    def name(self):
        return self.task.name

    @property
    def short_name(self):
        return self.name.split("/")[1]

    @property
    def is_by_hand(self):
        return bool(self.task.rubric)

    @property
    def graded_id(self):
        """The grade id of the cell that carries the points."""
        return self.answer_id if self.is_by_hand else self.check_id

    def judge(self, answers):
        """Return the verdict on answers by name, as the notebook's own check gives it."""
        return exercises.judge(self.name, answers, 0, self.seed)


class Exercise:
    """A unit's notebook as students have it.

    Attributes
    ----------
    unit : str
    title : str
    cells : list
        All its cells.
    files : dict
        What was handed out beside it: bytes by name.
    given : set of str
        Those of the files that hold data, and are no one's to change.
    asked : list of Asked
    seeds : dict
        The seed of each student's own numbers, by id; empty where all have the same.
    """

    def __init__(self, unit, notebook, files=None, seeds=None):
        self.unit = unit
        self.files = files or {}
        self.given = {name for name, _ in exercises.files(unit)}
        self.title = exercises.unit(unit).title
        self.notebook = notebook
        self.cells = notebook.cells
        self.by_id = {grade_id(cell): cell for cell in self.cells if grade_id(cell)}
        self.asked = list(self.tasks())
        self.seeds = seeds or {}

    def of(self, student):
        """Return the exercise as one student has it, with the numbers of that student's seed."""
        seed = self.seeds.get(student.student)
        if seed is None:
            return self
        own = {name: text.encode() for name, text in exercises.files(self.unit, seed)}
        return Exercise(self.unit, variants.variant(self.notebook, seed), {**self.files, **own}, self.seeds)

    def tasks(self):
        answer_id = None
        for cell in self.cells:
            if settings(cell).get("solution"):
                answer_id = grade_id(cell)
            call = check_in(cell.source) if cell.cell_type == "code" else None
            if call is not None:
                yield Asked(call, grade_id(cell), answer_id)
            elif settings(cell).get("grade") and not settings(cell).get("solution"):
                raise NotGradable(
                    f"exercises/{self.unit}: the cell {grade_id(cell)} has points, and is no line check(…)."
                )

    @functools.cached_property
    def state(self):
        """What changes when the exercise, or the course's way to judge it, does."""
        content = hashlib.sha256("\0".join(cell.source for cell in self.cells).encode())
        for path in sorted(Path(exercises.__file__).parent.rglob("*.py")):
            content.update(path.read_bytes())
        for name in sorted(self.files):
            content.update(name.encode() + self.files[name])
        return content.hexdigest()

    @property
    def points(self):
        return sum(asked.task.points for asked in self.asked)

    def asked_cells(self):
        """Return the cells that tasks are answered and checked in."""
        return [self.by_id[one] for asked in self.asked for one in (asked.answer_id, asked.check_id)]

    def answer_cells(self):
        return [cell for cell in self.cells if settings(cell).get("solution")]

    def locked_cells(self):
        """Return the cells of code that a student is to leave as they are, without the checks."""
        checks = {asked.check_id for asked in self.asked}
        return [
            cell
            for cell in self.cells
            if cell.cell_type == "code" and settings(cell).get("locked") and grade_id(cell) not in checks
        ]

    def answered_in(self, answer_id):
        return [asked for asked in self.asked if asked.answer_id == answer_id]


def read(root, unit):
    """Return a unit's exercise.

    Raises
    ------
    NotGradable
        If there is none, or its points hang on something other than `check`.
    callcentre.teach.grade.roster.RosterError
        If the key of students' seeds beside it cannot be read.
    """
    path = root / "exercises" / unit / f"{unit}.ipynb"
    if not path.is_file():
        known = sorted(one.parent.name for one in root.glob("exercises/*/*.ipynb"))
        raise NotGradable(
            f"exercises/{unit} holds no notebook; there are: {', '.join(known)}"
            if known
            else f"{root.resolve()} holds no exercises: name the course's folder with --root"
        )
    return Exercise(unit, notebooks.read(path), beside(path.parent), variants.read_key(root))


def beside(folder):
    """Return the files beside a unit's notebook: bytes by name."""
    found = [one for one in folder.iterdir() if one.is_file() and one.suffix != ".ipynb"]
    return {one.name: one.read_bytes() for one in found}


def settings(cell):
    found = cell.metadata.get("nbgrader")
    return found if isinstance(found, dict) else {}


def grade_id(cell):
    return settings(cell).get("grade_id")


def seed_in(call):
    """Return the seed that a call of ``check`` names; None where it names none that is a number."""
    named = [key.value for key in call.keywords if key.arg == "seed"]
    return named[0].value if named and isinstance(named[0], ast.Constant) else None


def check_in(source):
    """Return the call of a cell that is one line ``check("unit/task", …)``; None elsewhere."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError):
        return None
    if len(body) != 1 or not isinstance(body[0], ast.Expr) or not isinstance(body[0].value, ast.Call):
        return None
    call = body[0].value
    is_check = isinstance(call.func, ast.Name) and call.func.id == "check"
    return call if is_check and call.args and isinstance(call.args[0], ast.Constant) else None
