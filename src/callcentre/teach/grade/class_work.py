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
from .record import CHECK, GRADED, MISSING, UNREADABLE, Record, digests, fingerprint
from .roster import Student

LOG = logging.getLogger("callcentre.teach.grade")
UNTOUCHED = "Nothing was answered: the notebook is as it was handed out. Ask for the right file."
NOTHING = "Nothing was handed in."
PERHAPS = "Nothing was handed in that is surely theirs; several have the name of: {}."
OLD = "The exercise or the course has changed since this was graded."
TWICE = "The same files came now from {}: if this is no other student, delete {} and grade again."
STILL = "What came now was not graded, so that what came before is kept. {}"
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
        earlier, before = self.records.earlier(student)
        if hand_in is None:
            return self.kept(student, earlier)
        exercise = self.exercise.of(student)
        mark = fingerprint(hand_in, exercise)
        if earlier is not None and mark == before and not is_anew:
            LOG.info("%s: %s, as before", student.student, earlier.verdict)
            return earlier
        begun = time.monotonic()
        try:
            record = self.new_record(student, hand_in, exercise)
        except Exception as error:  # whatever one student's files do, the others are graded
            LOG.exception("%s", student.student)
            why = f"Grading it failed ({type(error).__name__}); grade.log says more."
            return or_earlier(Record(student, UNREADABLE, notes=[why], canvas_id=hand_in.canvas_id), earlier)
        seconds = time.monotonic() - begun
        LOG.info("%s: %s, %.1f s. %s", student.student, record.verdict, seconds, " ".join(record.notes))
        chosen_one = or_earlier(record, earlier)
        if chosen_one is record:
            record.files, record.state = digests(hand_in), exercise.state
            self.records.keep(record, mark)
        return chosen_one

    def kept(self, student, earlier):
        """Return the record of a student of whom nothing came now: what is there from before, if anything."""
        nothing = PERHAPS.format(", ".join(student.may_have)) if student.may_have else NOTHING
        if earlier is None:
            return Record(student, MISSING, notes=[nothing])
        earlier.student, earlier.is_from_before = student, True
        if student.may_have:
            earlier.notes.append(nothing)
        if earlier.answered and earlier.state != self.exercise.of(student).state:
            earlier.found = CHECK
            earlier.notes.insert(0, OLD)
        LOG.info("%s: %s, kept from before", student.student, earlier.verdict)
        return earlier

    def with_those_before(self, roster, students, graded):
        """Return records with older ones that neither the roster nor what came now has; and names left out.

        Left out is a name of several on the list, where the same files came now from these.

        Parameters
        ----------
        roster : callcentre.teach.grade.roster.Roster
        students : list of (Student, HandIn or None)
        graded : list of Record
            One for each of them.
        """
        by_id = {record.student.student: record for record in graded}
        came = {student.student: digests(hand_in) for student, hand_in in students if hand_in}
        more, left_out = [], []
        for old in self.records.all():
            label = old.student.student
            if label in by_id:
                continue
            fitting = [one.student for one in roster.named(label)]
            if len(fitting) == 1:
                if by_id[fitting[0]].has_nothing:
                    by_id[fitting[0]] = self.kept(by_id[fitting[0]].student, old)
            elif old.files and set(old.files) <= {file for one in fitting for file in came.get(one, ())}:
                left_out.append(label)
            else:
                more.append(self.stranger(old, roster, came))
                for one in roster.named(label):
                    one.may_have.append(label)
                    if by_id[one.student].has_nothing:
                        by_id[one.student] = self.kept(one, None)
        return [*by_id.values(), *more], left_out

    def stranger(self, old, roster, came):
        """Return the record from before of somebody not on the list, and say where it may be there twice."""
        name = old.student.student
        record = self.kept(Student(name, old.student.name, old.student.email, roster.unlisted(name)), old)
        same = [one for one, files in came.items() if old.files and set(old.files) <= set(files)]
        if same and not record.student.is_known:
            path = self.records.folder / f"{record.slug}.json"
            record.notes.append(TWICE.format(", ".join(same), path))
        return record

    def new_record(self, student, hand_in, exercise):
        """Read, run and judge what one student handed in, by the exercise as that student has it."""
        try:
            found = chosen(hand_in.files, exercise)
        except NothingHere as error:
            return Record(student, MISSING, notes=[str(error)], canvas_id=hand_in.canvas_id)
        except Unreadable as error:
            return Record(student, UNREADABLE, notes=[str(error)], canvas_id=hand_in.canvas_id)
        plan = matching.plan(exercise, found.notebook)
        run = self.run(plan, hand_in, exercise)
        others = matching.numbers_of_others(exercise, found.notebook)
        warnings = [*others, *found.warnings, *plan.warnings, *run.warnings]
        if plan.is_untouched:
            warnings.append(UNTOUCHED)
        record = Record(
            student,
            CHECK if warnings else GRADED,
            run.answered,
            warnings + found.notes,
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


def or_earlier(record, earlier):
    """Return a record; the one from before where nothing could be graded now and something could then."""
    if record.answered or earlier is None or not earlier.answered:
        return record
    earlier.found = CHECK
    earlier.notes.insert(0, STILL.format(" ".join(record.notes)))
    return earlier


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
        fitting = roster.named(one.label)
        if len(fitting) != 1:
            for student in fitting:
                student.may_have.append(one.label)
            unknown.append((Student(one.label, unlisted=roster.unlisted(one.label)), one))
        elif fitting[0].student in found:
            found[fitting[0].student].files += one.files
        else:
            found[fitting[0].student] = together(one)
    return [(student, found.get(student.student)) for student in roster.students] + unknown


def together(hand_in):
    made = HandIn(hand_in.label, hand_in.canvas_id)
    made.files = list(hand_in.files)
    return made
