"""What came of each student, kept in a file each, so that a class is graded once and a late one alone."""

import hashlib
import json
import re

import callcentre

from .judging import BY_HAND, Answered
from .roster import Student, plain

GRADED, CHECK, UNREADABLE, MISSING, UNKNOWN = "graded", "check", "unreadable", "missing", "unknown"


class Record:
    """What came of one student.

    Attributes
    ----------
    student : callcentre.teach.grade.roster.Student
    found : {"graded", "check", "unreadable", "missing"}
        What came of the work, whosever it is.
    answered : dict
        `Answered` by the task's name; empty where nothing could be run.
    notes : list of str
        What an instructor should know, the warnings first.
    sources : dict
        The code of each answer, by the answer's grade id.
    files : list of str
        A digest of each file that was handed in.
    state : str
        `Exercise.state` as it was when this was graded.
    marks, old_marks : dict
        Points that a person has given, by the task's name: for the answer that is there, for one before it.
    is_from_before : bool
        Whether nothing of this student's lies in what is graded now.
    """

    def __init__(self, student, found, answered=None, notes=(), sources=None, canvas_id=""):
        self.student = student
        self.found = found
        self.answered = answered or {}
        self.notes = list(notes)
        self.sources = sources or {}
        self.canvas_id = canvas_id
        self.files = []
        self.state = ""
        self.marks = {}
        self.old_marks = {}
        self.is_from_before = False

    @property
    def verdict(self):
        is_work = self.found != UNREADABLE
        return UNKNOWN if is_work and not self.student.is_known else self.found

    def told(self, exercise):
        """Return in words all that an instructor should know."""
        before = ["Kept from before: nothing of theirs came this time."] if self.is_from_before else []
        unlisted = [self.student.unlisted] if self.student.unlisted else []
        return " ".join([*self.notes, *unlisted, *before, *self.marking(exercise)])

    def marking(self, exercise):
        """Return what is to be said of the answers that wait for a mark."""
        for asked in exercise.asked:
            yield from (f"{asked.short_name}: {words}" for words in self.old_mark_in_words(asked))
        waiting = [asked.short_name for asked in exercise.asked if self.waits(asked)]
        if waiting:
            yield f"Waiting for your mark: {', '.join(waiting)}."

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
        if found is None or self.waits(asked):
            return None
        return asked.task.points if found.state == "right" else 0

    def waits(self, asked):
        """Say whether a task waits for a person's mark."""
        found = self.answered.get(asked.name)
        if found is None or asked.name in self.marks:
            return False
        return found.state == BY_HAND or asked.name in self.old_marks

    def old_mark_in_words(self, asked):
        """Return in words, if any, that a task had a mark for another answer."""
        mark = self.old_marks.get(asked.name)
        return [] if mark is None else [f"It was {mark:g} for an earlier answer."]

    def is_final(self, exercise):
        """Say whether all points are given."""
        return not any(self.waits(asked) for asked in exercise.asked)

    def total(self, exercise):
        given = [self.points(asked) for asked in exercise.asked]
        return sum(points for points in given if points is not None) if self.answered or self.marks else None

    @property
    def has_nothing(self):
        """Whether neither now nor before anything came that is this student's."""
        return self.found == MISSING and not self.is_from_before and not self.files

    @property
    def needs_a_look(self):
        return self.verdict != GRADED


class Records:
    """The kept records of a unit, in a folder."""

    def __init__(self, folder):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def earlier(self, student):
        """Return the record that is kept of a student, and its fingerprint; None and "" without one."""
        return self.read(self.folder / f"{Record(student, MISSING).slug}.json", student)

    def read(self, path, student=None):
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            whose = student or Student(data["student"], data["name"], data["email"])
            answered = {name: Answered(*found) for name, found in data["answered"].items()}
            record = Record(whose, data["found"], answered, data["notes"], data["sources"], data["canvas_id"])
            record.files, record.state = data["files"], data["state"]
            return record, data["fingerprint"]
        except (OSError, ValueError, KeyError, TypeError):
            return None, ""

    def all(self):
        """Return every record that is kept, each of its student as the roster then had it."""
        found = [self.read(path)[0] for path in sorted(self.folder.glob("*.json"))]
        return [record for record in found if record is not None]

    def keep(self, record, fingerprint):
        data = {
            "fingerprint": fingerprint,
            "student": record.student.student,
            "name": record.student.name,
            "email": record.student.email,
            "found": record.found,
            "answered": {
                name: [one.state, one.message, one.misconception, one.answer]
                for name, one in record.answered.items()
            },
            "notes": record.notes,
            "sources": record.sources,
            "canvas_id": record.canvas_id,
            "files": record.files,
            "state": record.state,
        }
        path = self.folder / f"{record.slug}.json"
        unfinished = path.with_suffix(".part")
        unfinished.write_text(
            json.dumps(data, ensure_ascii=False, indent=1), encoding="utf-8", errors="replace"
        )
        unfinished.replace(path)


def digests(hand_in):
    """Return a digest of each file of a hand-in that holds anything."""
    return sorted({hashlib.sha256(file.data).hexdigest() for file in hand_in.files if file.data})


def fingerprint(hand_in, exercise):
    """Return what changes when a student's files, the exercise or the course do."""
    content = hashlib.sha256(f"{callcentre.__version__} {exercise.state}".encode())
    for file in sorted(hand_in.files, key=lambda one: str(one.path)):
        content.update(f"\n{file.path}\n{file.trouble}\n".encode(errors="replace"))
        content.update(hashlib.sha256(file.data).digest())
    return content.hexdigest()
