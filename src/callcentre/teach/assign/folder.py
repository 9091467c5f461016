"""A course's folder: what students get, and the instructor's half, which is a course of nbgrader's."""

import copy
import csv
import io
import posixpath
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined, select_autoescape

from ... import exercises
from .. import new_folder, notebooks, running, variants
from ..grade import exercise
from ..grade.record import Record
from ..slides import command as slides
from ..trouble import Trouble
from . import links, plan, reading, renewal, site

TEMPLATES = Environment(
    loader=ChoiceLoader(
        [PackageLoader("callcentre.teach.assign", "pages"), PackageLoader("callcentre.teach.grade", "pages")]
    ),
    autoescape=select_autoescape(["html"]),
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
LINK = re.compile(r"\[([^\]]+)\]\(([^)#\s]+\.(?:md|ipynb))(#[^)]*)?\)")
HAND_OUT, STUDENTS = "hand-out", "students"
ZIPPED = (f"{HAND_OUT}/", f"{STUDENTS}/")
JUPYTER = re.compile(r"^jupyterlab==\S+", re.MULTILINE)


class Course:
    """What is assigned, and where it goes.

    Parameters
    ----------
    root, out : pathlib.Path
        The course's folder, and the new one.
    names : sequence of str
        Units of exercises, chapters, labs.
    title : str
    due, start : datetime.date or None
    seed : int or None
        Where numbers are to be others than the book's.
    students : callcentre.teach.grade.roster.Roster
        Each of them has numbers of their own, where there is a seed.
    with_needed, has_site : bool
        Whether what the choice rests on is handed out too, and pages of the built book.
    hub : str or None
        The address of a JupyterHub with nbgitpuller.

    Raises
    ------
    Trouble
        If a name is none of the course's.
    """

    def __init__(
        self,
        root,
        out,
        names,
        title,
        due=None,
        start=None,
        seed=None,
        students=None,
        with_needed=False,
        has_site=True,
        hub=None,
    ):
        self.root, self.title, self.due, self.start, self.hub = root, title, due, start, hub
        self.place, self.out = out.resolve(), None  # what is written goes to `out`, and from there in place
        self.seed = seed
        self.students = students.students if students is not None and seed is not None else []
        self.has_site = has_site
        chosen = {step.path: step for step in (reading.find(root, name) for name in names)}
        needed = {}
        for path in chosen:
            reading.rests_on(root, path, needed)
        direct = {path for step in chosen.values() for path in step.builds_on}
        kept = {
            path: step
            for path, step in needed.items()
            if with_needed or (path in direct and step.kind != "exercises")
        }
        handed_out = {**kept, **chosen}
        order = dict.fromkeys([*needed, *chosen])
        self.steps = [handed_out[path] for path in order if path in handed_out]
        self.supposed = [step for path, step in needed.items() if path not in handed_out]
        self.units = [step.name for step in self.steps if step.kind == "exercises"]
        self.pages = [step.path for step in self.steps if step.kind != "exercises" or seed is None]

    def make(self):
        """Make the folder, or make it anew; nothing is in its place before all is written.

        Returns
        -------
        changed, added : list of str
            Files that stay as they are, since they are the instructor's own.

        Raises
        ------
        Trouble
            If the book is not built, a variant's solution fails, the package cannot be built, or the folder
            holds numbers that were others.
        """
        before = renewal.Before(self.place)
        self.check(before)
        with new_folder.beside(self.place) as folder:
            self.out = Path(folder)
            self.write()
            made = renewal.sums(self.out)
            self.check_key(before, made)
            return before.give_way(self.out, made, self.numbers)

    @property
    def numbers(self):
        """The options that say whose numbers the folder holds, as its note has them."""
        if self.seed is None:
            return "no --variant"
        return f"--variant {self.seed} and {'a' if self.students else 'no'} --roster"

    def check(self, before):
        """Raise Trouble with what would not do, before anything is written."""
        if before.numbers not in (None, self.numbers):
            raise Trouble(
                f"{self.place} was made with {before.numbers}, got {self.numbers}: what is handed out "
                "would be judged by other numbers. Give the same, or name a new folder"
            )
        if self.has_site:
            site.check(self.root, self.pages)
            for step in self.chapters:
                slides.check(self.root, step.name)

    def check_key(self, before, made):
        """Raise Trouble where a key that the instructor changed has not the seeds of those on the list."""
        if variants.KEY not in before.own(made):
            return
        there = variants.read_key(self.place)
        wanted = {one.student: variants.seed_of(one.student, self.seed) for one in self.students}
        lost = [student for student, seed in wanted.items() if there.get(student) != seed]
        if lost:
            raise Trouble(
                f"{self.place / variants.KEY} was changed, and has not the seed of {', '.join(lost)}: "
                "remove it, and it is written anew"
            )

    @property
    def chapters(self):
        return [step for step in self.steps if step.kind == "chapter"]

    def write(self):
        """Write everything."""
        hand_out = self.out / HAND_OUT
        if self.has_site:
            site.make(self.root, self.pages, hand_out / "site")
        for unit in self.units:
            self.write_unit(unit)
        for step in self.steps:
            if step.kind == "lab":
                self.write_notebook(hand_out / f"{step.path}.ipynb", self.read(step.path), step.path)
        self.environment(hand_out)
        self.render("syllabus.html", hand_out / "index.html", **self.syllabus())
        zipped(hand_out, HAND_OUT)
        if self.students:
            self.write_students()
        write(self.out / "answers.csv", self.answers())
        write(self.out / "rubrics.md", self.rubrics())
        write(self.out / "notes.md", self.notes())
        for step in self.chapters if self.has_site else ():
            slides.write(self.root, step.name, self.out / "slides")
        shutil.copy(self.root / "nbgrader_config.py", self.out)
        self.render("README.md", self.out / "README.md", **self.words())

    def read(self, path):
        return notebooks.read(self.root / f"{path}.ipynb")

    def write_unit(self, unit):
        """Write a unit's exercise and solution with the course's seed, and hand it out where all have it."""
        for folder in ("exercises", "solutions"):
            path = f"{folder}/{unit}/{unit}"
            files = self.files(unit, folder, self.seed)
            notebook = self.with_numbers(self.read(path), self.seed)
            for name, data in files.items():
                write(self.out / folder / unit / name, data)
            write(self.out / f"{path}.ipynb", notebooks.as_text(notebook))
            if folder == "solutions" and self.seed is not None:
                write(self.out / f"{path}.ipynb", notebooks.as_text(self.solved(notebook, unit)))
        if not (self.students and self.seed is not None):
            self.hand_out(unit, self.out / HAND_OUT, self.seed)

    def with_numbers(self, notebook, seed):
        return notebook if seed is None else variants.variant(notebook, seed)

    def solved(self, notebook, unit):
        """Return a solution that ran with its numbers, so that it is seen to pass its own checks."""
        try:
            return running.executed(notebook, self.out / "solutions" / unit)
        except running.Stop as stop:
            raise Trouble(f"The solution of {unit} stops with the seed {self.seed}: {stop}") from None

    def hand_out(self, unit, folder, seed):
        """Write a unit's exercise below a folder for students, with its data."""
        path = f"exercises/{unit}/{unit}"
        for name, data in self.files(unit, "exercises", seed).items():
            write(folder / "exercises" / unit / name, data)
        self.write_notebook(folder / f"{path}.ipynb", self.with_numbers(self.read(path), seed), path)

    def files(self, unit, folder, seed):
        """Return what stands beside a unit's notebook, by name: its data are those of the seed."""
        beside = exercise.beside(self.root / folder / unit)
        if seed is not None:
            beside.update({name: text.encode() for name, text in exercises.files(unit, seed)})
        return beside

    def write_notebook(self, place, notebook, path):
        """Write a notebook for students: what its words link to is in the hand-out, or words alone."""
        made = copy.deepcopy(notebook)
        for cell in made.cells:
            if cell.cell_type == "markdown":
                cell.source = LINK.sub(lambda found: self.relinked(found, path), cell.source)
        write(place, notebooks.as_text(made))

    def relinked(self, found, path):
        words, address = found[1], found[2]
        folder = posixpath.dirname(path)
        target = posixpath.normpath(posixpath.join(folder, address))
        name = posixpath.splitext(target)[0]
        if name in {step.path for step in self.steps} and target.endswith(".ipynb"):
            return found[0]
        if self.has_site and name in (*self.pages, *site.ALWAYS):
            return f"[{words}]({posixpath.relpath(f'site/{name}.html', folder)}{found[3] or ''})"
        return words

    def environment(self, hand_out):
        """Write the course's package, and what brings it and JupyterLab into an environment."""
        hand_out.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(hand_out.resolve())],
            cwd=self.root,
            capture_output=True,
            text=True,
            check=False,
        )
        wheels = [path.name for path in hand_out.glob("callcentre-*.whl")]
        if done.returncode or not wheels:
            why = (done.stderr.strip().splitlines() or ["hatchling does not say why"])[-1]
            raise Trouble(f"The course's package cannot be built: {why}")
        jupyter = JUPYTER.search((self.root / "requirements.txt").read_text(encoding="utf-8"))
        write(hand_out / "requirements.txt", f"./{wheels[0]}\n{jupyter[0] if jupyter else 'jupyterlab'}\n")

    def write_students(self):
        """Write each student's folder and zip, and the key."""
        write(self.out / variants.KEY, variants.key_as_text(self.students, self.seed))
        for student in self.students:
            folder = self.out / STUDENTS / Record(student, "").slug
            for unit in self.units:
                self.hand_out(unit, folder, variants.seed_of(student.student, self.seed))
            if folder.is_dir():
                zipped(folder)

    def answers(self):
        """Return a table of what is right: a row for each answer, of each student where numbers differ."""
        text = io.StringIO()
        table = csv.writer(text, lineterminator="\n")
        table.writerow(["student", "seed", "task", "answer", "right"])
        for unit in self.units:
            whose = [("", self.seed)]
            whose += [(one.student, variants.seed_of(one.student, self.seed)) for one in self.students]
            for student, seed in whose:
                data = exercises.given(unit, seed)
                for task in exercises.unit(unit).tasks:
                    for name, words in task.answer(data).items():
                        table.writerow([student, "" if seed is None else seed, task.name, name, words])
        return text.getvalue()

    def rubrics(self):
        """Return how answers in words are marked, as Markdown."""
        parts = ["# How answers in words are marked\n"]
        for unit in self.units:
            asked = exercise.Exercise(unit, self.read(f"exercises/{unit}/{unit}")).asked
            for one in asked:
                if one.is_by_hand:
                    rows = "".join(f"- {points} points: {words}\n" for points, words in one.task.rubric)
                    parts.append(f"## {one.name}\n\n{one.task.objective}\n\n{rows}")
        if len(parts) == 1:
            parts.append("These units ask for nothing that a person marks.\n")
        return "\n".join(parts)

    def notes(self):
        """Return what to discuss of each task: why it matters, and the mistakes that are usually made."""
        parts = ["# Notes for the discussion\n"]
        for unit in map(exercises.unit, self.units):
            parts.append(f"## {unit.title}\n")
            for task in unit.tasks:
                mistakes = "".join(f"- {one.name}: {one.hint}\n" for one in task.misconceptions)
                usual = f"\nUsual mistakes, and what leads away from them:\n\n{mistakes}" if mistakes else ""
                parts.append(f"### {task.name}\n\n*{task.objective}* {task.why}\n{usual}")
        return "\n".join(parts)

    def syllabus(self):
        """Return what the page for students says."""
        weeks = []
        if self.start:
            count = min((self.due - self.start).days // 7 + 1, len(self.steps), plan.MOST_WEEKS)
            weeks = [
                {"begins": day, "steps": part}
                for day, part in zip(
                    plan.first_days(self.start, count), plan.divided(self.steps, count), strict=True
                )
            ]
        return {
            "steps": [self.described(step) for step in self.steps],
            "weeks": weeks,
            "by_student": bool(self.students),
            "supposed": self.supposed,
        }

    def described(self, step):
        """Return a step as the page for students shows it."""
        found, points, objectives = [], 0, step.objectives
        if self.has_site and step.path in self.pages:
            found.append(("Read it", f"site/{step.path}.html"))
        if step.kind == "exercises":
            tasks = exercises.unit(step.name).tasks
            points, objectives = sum(task.points for task in tasks), [task.objective for task in tasks]
        if (self.out / HAND_OUT / f"{step.path}.ipynb").is_file():
            found.append(("Notebook", f"{step.path}.ipynb"))
        return {
            "title": step.title,
            "kind": step.kind,
            "minutes": step.minutes,
            "points": points,
            "objectives": objectives,
            "links": found,
        }

    def words(self):
        """Return what the instructor's page says."""
        public = [] if self.seed is not None else self.units
        return {
            "units": self.units,
            "has_site": self.has_site,
            "by_student": bool(self.students),
            "seed": self.seed,
            "shared": [unit for unit in self.units if self.is_shared(unit)],
            "supposed": self.supposed,
            "links": [
                (unit, *link)
                for unit in public
                for link in links.of_notebook(self.root, f"{reading.of_unit(unit)}.ipynb", self.hub)
            ],
        }

    def is_shared(self, unit):
        """Say whether two students have the same numbers in a unit that has several."""
        seeds = [variants.seed_of(one.student, self.seed) for one in self.students]
        different = {repr(exercises.given(unit, seed)) for seed in seeds}
        return self.seed is not None and len(different) < len(seeds)

    def render(self, template, path, **values):
        text = TEMPLATES.get_template(template).render(course=self.title, due=self.due, **values)
        write(path, re.sub(r"\n{3,}", "\n\n", text) + "\n")


def write(path, content):
    """Write a text or bytes, and the folders they need."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def zipped(folder, top=""):
    """Write a folder's zip beside it, in which all lies below a folder ``top``."""
    with zipfile.ZipFile(folder.with_name(f"{folder.name}.zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, top / path.relative_to(folder))
