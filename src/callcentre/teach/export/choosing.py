"""What names on the command line stand for: a chapter's questions, or those of a unit of exercises."""

import csv
import re
from functools import cached_property

from ... import exercises, labs
from . import essays, sources
from .sources import ExportError

OBJECTIVE = re.compile(r"^:objective:\s*(.+)$", re.MULTILINE)
TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
LAB = re.compile(r"^(?:`{3,}|:{3,})\{lab\} *([a-z-]+)", re.MULTILINE)


class Quiz:
    """Questions that are taken together.

    Attributes
    ----------
    name, title : str
    questions : list of dict
        As `sources.read` and `essays.read` give them.
    links : list of (title, address)
        Pages of the site to read and do with it; addresses from the site's root.
    """

    def __init__(self, name, title, questions, links):
        self.name = name
        self.title = title
        self.questions = questions
        self.links = links

    @property
    def points(self):
        return sum(points_of(question) for question in self.questions)


def points_of(question):
    """Return what a question counts: an essay what its rubric gives, any other one point."""
    return question.get("points", 1)


class Course:
    """What there is to export in a course's folder.

    Parameters
    ----------
    root : pathlib.Path
    """

    def __init__(self, root):
        self.root = root

    @cached_property
    def chapters(self):
        """The sources of the chapters with questions, by name."""
        texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(self.root.glob("book/*.md"))}
        return {name: text for name, text in texts.items() if sources.FENCE.search(text)}

    @cached_property
    def units(self):
        return [name for name in exercises.NAMES if (self.root / "exercises" / name).is_dir()]

    @cached_property
    def objectives(self):
        """The table of objectives: a dict a row."""
        with (self.root / "book" / "objectives.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def check(self, names):
        """Raise ExportError where the folder is no course, or a name is unknown; it lists what there is."""
        if not self.chapters:
            raise ExportError(
                f"{self.root.resolve()} holds no chapters: name the course's folder with --root"
            )
        unknown = [name for name in names if name not in self.units and name not in self.chapters]
        if unknown:
            raise ExportError(
                f"there is no unit or chapter {', '.join(unknown)}\n"
                f"units: {', '.join(self.units)}\nchapters: {', '.join(self.chapters)}"
            )

    def trained(self, unit):
        """Return the objectives that a unit's tasks train, as "page/number"."""
        return {
            f"{row['page']}/{row['number']}"
            for row in self.objectives
            if any(task.split("/")[0] == unit for task in row["tasks"].split())
        }

    def chapters_on(self, objectives):
        """Return the chapters in which a question asks about one of these objectives."""
        return [
            name
            for name, text in self.chapters.items()
            if any(
                one in objectives or f"{name}/{one}" in objectives
                for question in sources.FENCE.finditer(text)
                for listed in OBJECTIVE.findall(question.group())
                for one in listed.replace(",", " ").split()
            )
        ]


def quizzes(root, names, has_essays=True, has_mathml=False):
    """Return a quiz for each name, and the pictures in their questions.

    A question stands in the first quiz that has it, and nowhere else.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    names : sequence of str
        Chapters (files of book/, without ``.md``), or units (folders of exercises/): a unit's quiz holds the
        questions on the objectives that its tasks train, and its tasks in words.
    has_essays : bool
        Whether tasks in words are wanted.
    has_mathml : bool
        As for `sources.read`.

    Returns
    -------
    list of Quiz, dict
        The quizzes, and pictures' bytes by name.

    Raises
    ------
    ExportError
        If a name is unknown, or a source has a mistake.
    """
    course = Course(root)
    course.check(names)
    trained = {name: course.trained(name) for name in names if name in course.units}
    wanted = {name: course.chapters_on(trained[name]) if name in trained else [name] for name in names}
    chapters = sorted({chapter for found in wanted.values() for chapter in found})
    questions, pictures = sources.read(root, chapters, has_mathml)
    made, taken = [], set()
    for name in dict.fromkeys(names):
        if name in trained:
            quiz = of_unit(course, name, trained[name], questions, has_essays)
        else:
            quiz = of_chapter(course, name, questions)
        quiz.questions = [one for one in quiz.questions if key(one) not in taken]
        taken |= {key(one) for one in quiz.questions}
        if quiz.questions:
            made.append(quiz)
    return made, pictures


def key(question):
    return question["page"], question["name"]


def of_chapter(course, name, questions):
    text = course.chapters[name]
    found = [one for one in questions if one["page"] == name]
    return Quiz(name, title_of(text), found, [page_of(course, name), *labs_of(LAB.findall(text))])


def of_unit(course, name, trained, questions, has_essays):
    found = [one for one in questions if trained.intersection(one["objectives"])]
    unit = exercises.unit(name)
    pages = dict.fromkeys(one["page"] for one in found)
    links = [
        (f"Exercises: {unit.title}", f"exercises/{name}/{name}.html"),
        *[page_of(course, page) for page in pages],
        *labs_of(row["page"] for row in course.objectives if f"{row['page']}/{row['number']}" in trained),
    ]
    return Quiz(name, unit.title, found + (essays.read(course.root, name) if has_essays else []), links)


def page_of(course, name):
    return title_of(course.chapters[name]), f"book/{name}.html"


def labs_of(names):
    """Return links to the labs among names, each once."""
    known = [name for name in dict.fromkeys(names) if name in labs.NAMES]
    return [(f"Lab: {labs.find(name).title}", f"notebooks/{name}.html") for name in known]


def title_of(text):
    return TITLE.search(text)[1]
