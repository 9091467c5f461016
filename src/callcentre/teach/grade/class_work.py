"""A whole class: each student apart, as many at once as there are cores, and a record of everyone."""

import logging
import os
import queue
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tqdm import tqdm

from . import matching
from .choosing import NothingHere, chosen
from .hand_ins import COPY, HandIn
from .judging import judged
from .notebook_files import Unreadable
from .record import CHECK, GRADED, MISSING, UNKNOWN, UNREADABLE, Record, fingerprint
from .roster import Student

LOG = logging.getLogger("callcentre.teach.grade")
UNTOUCHED = "Nothing was answered: the notebook is as it was handed out. Ask for the right file."
UNLISTED = "The roster has nobody by this name."
LARGEST_COMPANION = 5 * 2**20


class Class:
    """What it takes to grade one student after the other.

    Parameters
    ----------
    exercise : callcentre.teach.grade.exercise.Exercise
    records : callcentre.teach.grade.record.Records
    wall : callcentre.teach.grade.wall.Wall
    limits : callcentre.teach.grade.wall.Limits
    at_once : int
    """

    def __init__(self, exercise, records, wall, limits, at_once=None):
        self.exercise = exercise
        self.records = records
        self.wall = wall
        self.limits = limits
        self.at_once = at_once or os.cpu_count() or 1
        self.slots = queue.SimpleQueue()
        for slot in range(self.at_once):
            self.slots.put(slot)

    def grade(self, students, is_anew=False):
        """Return a record of each pair of student and hand-in, in their order."""
        found = {}
        with (
            ThreadPoolExecutor(self.at_once) as workers,
            tqdm(total=len(students), unit="student", disable=None) as bar,
        ):
            waiting = {
                workers.submit(self.record, student, hand_in, is_anew): place
                for place, (student, hand_in) in enumerate(students)
            }
            try:
                for done in as_completed(waiting):
                    record = found[waiting[done]] = done.result()
                    bar.set_postfix_str(f"{record.student.student}: {record.verdict}"[:40])
                    bar.update()
            except KeyboardInterrupt:
                workers.shutdown(cancel_futures=True)
                raise
        return [found[place] for place in range(len(students))]

    def record(self, student, hand_in, is_anew):
        """Return the record of one student: the kept one, where the same files were graded before."""
        if hand_in is None:
            return Record(student, MISSING, notes=["Nothing was handed in."])
        exercise = self.exercise.of(student)
        mark = fingerprint(hand_in, exercise, student.is_known)
        kept = None if is_anew else self.records.kept(student, mark)
        if kept is not None:
            LOG.info("%s: %s, as before", student.student, kept.verdict)
            return kept
        begun = time.monotonic()
        try:
            record = self.new_record(student, hand_in, exercise)
        except Exception as error:  # whatever one student's files do, the others are graded
            LOG.exception("%s", student.student)
            why = f"Grading it failed ({type(error).__name__}); grade.log says more."
            return Record(student, UNREADABLE, notes=[why], canvas_id=hand_in.canvas_id)
        self.records.keep(record, mark)
        seconds = time.monotonic() - begun
        LOG.info("%s: %s, %.1f s. %s", student.student, record.verdict, seconds, " ".join(record.notes))
        return record

    def new_record(self, student, hand_in, exercise):
        """Read, run and judge what one student handed in, by the exercise as that student has it."""
        try:
            found = chosen(hand_in.files, exercise)
        except NothingHere as error:
            return Record(
                student,
                verdict(student, MISSING),
                notes=[str(error), *unlisted(student)],
                canvas_id=hand_in.canvas_id,
            )
        except Unreadable as error:
            notes = [str(error), *unlisted(student)]
            return Record(student, UNREADABLE, notes=notes, canvas_id=hand_in.canvas_id)
        plan = matching.plan(exercise, found.notebook)
        run = self.run(plan, hand_in, exercise)
        others = matching.numbers_of_others(exercise, found.notebook)
        warnings = [*others, *found.warnings, *plan.warnings, *run.warnings]
        if plan.is_untouched:
            warnings.append(UNTOUCHED)
        record = Record(
            student,
            verdict(student, CHECK if warnings else GRADED),
            run.answered,
            warnings + found.notes + unlisted(student),
            plan.answers,
            hand_in.canvas_id,
        )
        took = (student.student, run.peak_bytes / 2**20, run.cpu_seconds)
        LOG.info("%s: at most %d MB, %.1f s of a core", *took)
        return record

    def run(self, plan, hand_in, exercise):
        """Run a plan in the next free slot, with the files that came beside the notebook."""
        slot = self.slots.get()
        try:
            with tempfile.TemporaryDirectory(prefix="callcentre-") as folder:
                bring(exercise, hand_in, Path(folder))
                return judged(plan, self.wall, slot, Path(folder), self.limits)
        finally:
            self.slots.put(slot)


def unlisted(student):
    return [] if student.is_known else [UNLISTED]


def verdict(student, found):
    return found if student.is_known else UNKNOWN


def bring(exercise, hand_in, folder):
    """Put beside the notebook what was handed out and a student's own files; data are those handed out."""
    folder.chmod(0o755)
    files = dict(exercise.files)
    for file in hand_in.files:
        name = name_of(file, exercise)
        if not (file.is_notebook or file.trouble or name in exercise.given):
            files[name] = file.data[:LARGEST_COMPANION]
    for name, data in files.items():
        try:
            (folder / name).write_bytes(data)
        except OSError:
            LOG.info("%s: %s has a name that cannot be written", hand_in.label, name)


def name_of(file, exercise):
    """Return a file's name: that of what was handed out, where it differs by the mark of a copy alone."""
    plain = COPY.sub("", file.path.stem).strip() + file.path.suffix
    return plain if plain in exercise.files else file.path.name


def by_student(roster, hand_ins):
    """Return pairs of student and hand-in: the roster's in its order, then those it does not know.

    Two hand-ins of one student become one.
    """
    found, unknown = {}, []
    for one in hand_ins:
        student = roster.find(one.label) if roster else None
        if student is None:
            unknown.append((Student(one.label, is_known=not roster), one))
        elif student.student in found:
            found[student.student].files += one.files
        else:
            found[student.student] = together(one)
    return [(student, found.get(student.student)) for student in roster.students] + unknown


def together(hand_in):
    made = HandIn(hand_in.label, hand_in.canvas_id)
    made.files = list(hand_in.files)
    return made
