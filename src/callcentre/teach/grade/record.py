"""What came of each student, kept in a file each, so that a class is graded once and a late one alone."""

import hashlib
import json
import re

import callcentre

from .judging import BY_HAND, Answered
from .roster import plain

GRADED, CHECK, UNREADABLE, MISSING, UNKNOWN = "graded", "check", "unreadable", "missing", "unknown"


class Record:
    """What came of one student.

    Attributes
    ----------
    student : callcentre.teach.grade.roster.Student
    verdict : {"graded", "check", "unreadable", "missing", "unknown"}
    answered : dict
        `Answered` by the task's name; empty where nothing could be run.
    notes : list of str
        What an instructor should know, the warnings first.
    sources : dict
        The code of each answer, by the answer's grade id.
    marks : dict
        Points that a person has given, by the task's name.
    """

    def __init__(self, student, verdict, answered=None, notes=(), sources=None, canvas_id=""):
        self.student = student
        self.verdict = verdict
        self.answered = answered or {}
        self.notes = list(notes)
        self.sources = sources or {}
        self.canvas_id = canvas_id
        self.marks = {}

    @property
    def slug(self):
        """The student as a name of files: an id of letters as it is, else what is left of it with a mark."""
        name = self.student.student
        if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9.@-]{0,60}", name):
            return name
        words = re.sub(r"[^a-z0-9]+", "-", plain(name))[:40].strip("-")
        return f"{words or 'student'}-{hashlib.sha256(name.encode()).hexdigest()[:6]}"

    def points(self, asked):
        """Return a task's points; None where a person has not given them yet, or nothing was handed in."""
        if asked.name in self.marks:
            return self.marks[asked.name]
        found = self.answered.get(asked.name)
        if found is None or found.state == BY_HAND:
            return None
        return asked.task.points if found.state == "right" else 0

    def waits(self, asked):
        """Say whether a task waits for a person's mark."""
        found = self.answered.get(asked.name)
        return found is not None and found.state == BY_HAND and asked.name not in self.marks

    def total(self, exercise):
        given = [self.points(asked) for asked in exercise.asked]
        return sum(points for points in given if points is not None) if self.answered or self.marks else None

    @property
    def needs_a_look(self):
        return self.verdict != GRADED


class Records:
    """The kept records of a unit, in a folder."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def kept(self, student, fingerprint):
        """Return what is kept of a student whose files have this fingerprint; None where there is nothing."""
        path = self.folder / f"{Record(student, '').slug}.json"
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            if data["fingerprint"] != fingerprint:
                return None
            answered = {name: Answered(*found) for name, found in data["answered"].items()}
            return Record(
                student, data["verdict"], answered, data["notes"], data["sources"], data["canvas_id"]
            )
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, record, fingerprint):
        data = {
            "fingerprint": fingerprint,
            "student": record.student.student,
            "verdict": record.verdict,
            "answered": {
                name: [one.state, one.message, one.misconception, one.answer]
                for name, one in record.answered.items()
            },
            "notes": record.notes,
            "sources": record.sources,
            "canvas_id": record.canvas_id,
        }
        path = self.folder / f"{record.slug}.json"
        unfinished = path.with_suffix(".part")
        unfinished.write_text(
            json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8", errors="replace"
        )
        unfinished.replace(path)


def fingerprint(hand_in, exercise, is_known):
    """Return what changes when a student's files, the exercise or the course do."""
    content = hashlib.sha256(f"{callcentre.__version__} {is_known} {exercise.state}".encode())
    for file in sorted(hand_in.files, key=lambda one: str(one.path)):
        content.update(f"\n{file.path}\n{file.trouble}\n".encode(errors="replace"))
        content.update(hashlib.sha256(file.data).digest())
    return content.hexdigest()
