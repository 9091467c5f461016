"""What there is to read and do, and what each rests on: taken from the sentences *Time* and *Builds on*."""

import functools
import posixpath
import re

from ... import exercises
from .. import course_folder, notebooks
from ..trouble import Trouble

TIME = re.compile(r"\*\*Time:\*\* (\S+) (minutes|hours)")
BUILDS_ON = re.compile(r"\*\*Builds on:\*\*(.*?)(?:\n\n|\Z)", re.DOTALL)
LINK = re.compile(r"\]\(([^)#]+\.(?:md|ipynb))(?:#[^)]*)?\)")
OBJECTIVES = re.compile(r"you can(?:\*\*)?\n\n((?:(?:\d\.|-) .*\n?)+)")
NUMBERS = {"two": 2, "three": 3, "four": 4}


class Reading:
    """A chapter, a lab's notebook, or a unit of exercises.

    Attributes
    ----------
    path : str
        From the course's folder, without the end of its name: "book/outsourcing".
    title : str
    minutes : int
    builds_on : list of str
        Paths of what it rests on.
    objectives : list of str
        What one can do after it.
    """

    def __init__(self, path, title, minutes, builds_on, objectives=()):
        self.path = path
        self.title = title
        self.minutes = minutes
        self.builds_on = builds_on
        self.objectives = list(objectives)

    @property
    def name(self):
        return self.path.rsplit("/", 1)[1]

    @property
    def kind(self):
        return {"book": "chapter", "notebooks": "lab", "exercises": "exercises"}[self.path.split("/")[0]]


def course(options):
    """Return the course's folder that a command is told; raise Trouble where it is none."""
    root = options.root.resolve()
    course_folder.need(list(root.glob("book/*.md")), "chapters", root)
    return root


@functools.cache
def read(root, path):
    """Return what stands at a path of the course, such as "book/outsourcing".

    Raises
    ------
    Trouble
        If nothing is there.
    """
    text = head_of(root, path)
    title = re.search(r"^# (.*)$", text, re.MULTILINE)[1]
    if path.startswith("exercises/"):
        unit = exercises.unit(path.rsplit("/", 1)[1])
        title, minutes = unit.title, unit.minutes
    else:
        minutes = minutes_in(text)
    found = BUILDS_ON.search(text)
    links = LINK.findall(found[1]) if found else []
    folder = posixpath.dirname(path)
    rests = [posixpath.splitext(posixpath.normpath(posixpath.join(folder, link)))[0] for link in links]
    listed = OBJECTIVES.search(text)
    objectives = re.findall(r"^(?:\d\.|-) (.*?)[;.]?$", listed[1], re.MULTILINE) if listed else []
    return Reading(path, title, minutes, rests, objectives)


def head_of(root, path):
    """Return the words of a chapter, or of a notebook's first cell."""
    chapter, notebook = root / f"{path}.md", root / f"{path}.ipynb"
    if chapter.is_file():
        return chapter.read_text(encoding="utf-8")
    if notebook.is_file():
        return "\n\n".join(cell.source for cell in notebooks.read(notebook).cells[:3])
    raise Trouble(f"{root.resolve()} has no {path}: name the course's folder with --root")


def minutes_in(text):
    found = TIME.search(text)
    if not found:
        return 0
    number = NUMBERS.get(found[1]) or int(found[1])
    return number * 60 if found[2] == "hours" else number


def of_unit(name):
    return f"exercises/{name}/{name}"


def find(root, name):
    """Return what a name stands for: a unit of exercises, else a chapter, else a lab's notebook.

    Raises
    ------
    Trouble
        If it is none of them, or a unit whose exercise is not made; the message lists the units.
    """
    lost = f"{of_unit(name)}.ipynb"
    if name in exercises.NAMES and not (root / lost).is_file():
        raise Trouble(f"{root.resolve()} has no {lost}: make it with callcentre teach exercises {name}")
    for path in (of_unit(name), f"book/{name}", f"notebooks/{name}"):
        if (root / f"{path}.md").is_file() or (root / f"{path}.ipynb").is_file():
            return read(root, path)
    units = ", ".join(exercises.NAMES)
    raise Trouble(f"{name} is no unit, chapter or lab of {root.resolve()}; units are {units}")


def rests_on(root, path, known=None):
    """Return all that something rests on, and what that rests on in turn: the first to read first."""
    known = {} if known is None else known
    for one in read(root, path).builds_on:
        if one not in known:
            rests_on(root, one, known)
            known[one] = read(root, one)
    return known
