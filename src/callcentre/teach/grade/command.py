"""The commands ``grade`` and ``similar``."""

import argparse
import logging
import sys
from collections import Counter
from pathlib import Path

from .. import new_folder, variants
from ..trouble import Trouble
from . import class_work, exercise, hand_ins, mistakes, roster, tables, wall, web_pages
from .record import Records

SOMEBODY_NEEDS_A_LOOK = 3
LEAST_MEMORY = 256  # megabytes: twice what Python takes with the libraries that notebooks import
WHOLE = argparse.RawDescriptionHelpFormatter
GRADE = """Grade what a class handed in, and write points and feedback.

HANDED_IN is a folder by student, a flat folder, or the zip that Moodle or Canvas gives. Each notebook runs
apart; a verdict for everyone stands in FOLDER/grades.csv. Work graded before with the same files is not
run again, whoever was graded before and has nothing in HANDED_IN keeps row and points, and marks given by
hand stay while the answer does. One folder holds one unit.
"""
GRADE_EXAMPLE = """example:
  callcentre teach grade moodle.zip --unit cost --roster class.csv --out grading/cost

exit code: 0 all are graded; 3 somebody needs a look; 1 nothing could be graded; 2 the command is wrong
"""
SIMILAR_EXAMPLE = """example:
  callcentre teach similar moodle.zip --unit cost --roster class.csv --out grading/cost
"""


def add(commands):
    """Add both commands to a command line."""
    grade = commands.add_parser(
        "grade",
        help="grade what a class handed in: points, feedback, mistakes",
        description=GRADE,
        epilog=GRADE_EXAMPLE,
        formatter_class=WHOLE,
    )
    what_and_where(grade)
    grade.add_argument("--anew", action="store_true", help="run again work graded before")
    grade.add_argument("--forget-marks", action="store_true", help="throw away marks given by hand")
    grade.add_argument("--trust", action="store_true", help="run notebooks even where nothing walls them off")
    grade.add_argument("--bom", action="store_true", help="begin tables with the mark Excel asks for")
    grade.add_argument("--jobs", type=at_least_one, help="notebooks at once (default: as many as cores)")
    grade.add_argument(
        "--seconds",
        type=at_least_one,
        default=30,
        help="for one cell; a notebook has ten times as long (default: 30)",
    )
    grade.add_argument(
        "--memory",
        type=enough_memory,
        default=1024,
        help=f"megabytes a notebook, at least {LEAST_MEMORY} (default: 1024)",
    )
    grade.set_defaults(act=grade_class)

    similar = commands.add_parser(
        "similar",
        help="show near-identical work side by side: a hint, not a verdict",
        description="Show near-identical work side by side, in FOLDER/similar.html. Nothing is run.",
        epilog=SIMILAR_EXAMPLE,
        formatter_class=WHOLE,
    )
    what_and_where(similar)
    similar.set_defaults(act=show_similar)


def what_and_where(command):
    command.add_argument("handed_in", type=Path, metavar="HANDED_IN", help="a folder or zip")
    command.add_argument("--unit", required=True, help="a folder of exercises/, for instance cost")
    command.add_argument("--out", required=True, type=Path, metavar="FOLDER", help="where the results go")
    command.add_argument(
        "--roster",
        type=Path,
        metavar="CSV",
        help="the class: columns id, name, email (default: key.csv of an assigned course)",
    )


def at_least_one(text):
    return at_least(1, text)


def enough_memory(text):
    return at_least(LEAST_MEMORY, text)


def at_least(least, text):
    if not text.isdecimal() or int(text) < least:
        raise argparse.ArgumentTypeError(f"must be a whole number of at least {least}, got {text}")
    return int(text)


def taken_in(options):
    """Return the exercise, the roster, and pairs of student and hand-in."""
    if options.out.resolve().is_relative_to(options.handed_in.resolve()):
        raise hand_ins.HandInError(
            f"--out {options.out} lies in {options.handed_in}: results would be handed in."
        )
    asked = exercise.read(options.root, options.unit)
    look_at(options.out, asked.unit, options.root)
    key = options.root / variants.KEY
    listed = options.roster or (key if key.is_file() else None)
    students = roster.read(listed) if listed else roster.Roster()
    found = hand_ins.collect(options.handed_in, options.unit, lambda name: bool(students.named(name)))
    return asked, students, class_work.by_student(students, found)


def look_at(out, unit, root):
    """See that a folder can take the results of a unit.

    Raises
    ------
    Trouble
        If it is a file or the course's own folder, or holds another unit's.
    """
    trouble = new_folder.trouble_with(out, may_overwrite=True, root=root)
    if trouble:
        raise Trouble(trouble)
    others = sorted(one.name for one in out.glob("records/*") if one.is_dir() and one.name != unit)
    if others:
        raise Trouble(
            f"--out {out} holds the results of {', '.join(others)}: name another folder for {unit}."
        )


def grade_class(options):
    """Grade a class; return the exit code, or what is wrong."""
    asked, listed, students = taken_in(options)
    kind = wall.found()
    if not kind.holds and not options.trust:
        return [f"{kind.in_words()} Install bubblewrap, or say --trust if you trust them."]
    options.out.mkdir(parents=True, exist_ok=True)
    begin_log(options.out / "grade.log")
    print(kind.in_words(), file=sys.stderr)
    limits = wall.Limits(options.seconds, options.memory)
    work = class_work.Class(asked, Records(options.out / "records" / asked.unit), kind, limits, options.jobs)
    try:
        records = work.grade(students, options.anew)
    except KeyboardInterrupt:
        return ["Stopped. The same command carries on where it left off."]
    records, left_out = work.with_those_before(listed, students, records)
    if left_out:
        print(f"Left out, since the same files came under another name: {', '.join(left_out)}")
    write_results(options, asked, records)
    return tell(options, asked, records)


def begin_log(path):
    log = logging.getLogger("callcentre.teach.grade")
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()
    handler = logging.FileHandler(path, encoding="utf-8", errors="replace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False


def write_results(options, asked, records):
    """Write all that comes out, with the marks a person has given."""
    from . import gradebook

    gradebook.of(options.out, asked).exchange(records, options.forget_marks)
    tables.write_all(options.out, asked, records, options.bom)
    web_pages.feedback(options.out / "feedback", asked, records)
    web_pages.to_mark(options.out / "to-mark.html", asked, records)
    mistakes.draw(options.out / "misconceptions.svg", asked, records)


def tell(options, asked, records):
    """Print how many have which verdict, and who needs a look; return the exit code."""
    out = options.out
    counts = Counter(record.verdict for record in records)
    print(", ".join(f"{verdict} {count}" for verdict, count in sorted(counts.items())))
    for record in records:
        if record.needs_a_look:
            print(f"  {record.student.student}: {record.verdict}. {record.told(asked)}")
    before = [record.student.student for record in records if record.is_from_before]
    if before:
        print(f"Kept from before, with nothing in {options.handed_in}: {', '.join(before)}")
    waiting = [sum(record.waits(one) for one in asked.asked) for record in records]
    if any(waiting):
        print(f"Answers in words that wait for your mark: {sum(waiting)}; read {out / 'to-mark.html'}")
        print(f"Without a grade in moodle.csv and canvas.csv until then: {sum(map(bool, waiting))}")
    print(f"Points are in {out / 'grades.csv'}, feedback in {out / 'feedback'}")
    return SOMEBODY_NEEDS_A_LOOK if any(record.needs_a_look for record in records) else 0


def show_similar(options):
    """Write the page of near-identical work; return the exit code, or what is wrong."""
    from . import similar

    asked, _, students = taken_in(options)
    options.out.mkdir(parents=True, exist_ok=True)
    page = options.out / "similar.html"
    pairs, groups = similar.write(page, asked, students)
    print(f"Pairs that are near-identical: {pairs}; larger groups with one answer: {groups}; see {page}")
    return 0
