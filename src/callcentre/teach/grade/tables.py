"""The class in tables: grades.csv, what Moodle and Canvas import, and the mistakes by task."""

import csv
from collections import Counter

from .record import GRADED

RISKY = ("=", "+", "-", "@", "\t", "\r")


def harmless(text):
    """Return a text that no spreadsheet takes for a formula."""
    text = str(text)
    return f"'{text}" if text.lstrip().startswith(RISKY) or text.startswith(RISKY) else text


def write(path, heads, rows, has_mark=False):
    """Write a table; numbers stay numbers, and what is None is an empty cell."""
    with path.open("w", encoding="utf-8-sig" if has_mark else "utf-8", errors="replace", newline="") as file:
        table = csv.writer(file)
        table.writerow(heads)
        for row in rows:
            table.writerow([cell(one) for one in row])


def cell(one):
    if one is None:
        return ""
    return f"{one:g}" if isinstance(one, (int, float)) else harmless(one)


def write_all(folder, exercise, records, has_mark=False):
    """Write every table of a class."""
    write(folder / "grades.csv", grade_heads(exercise), grades(exercise, records), has_mark)
    write(
        folder / "moodle.csv", MOODLE_HEADS + (exercise.title, "Feedback comments"), moodle(exercise, records)
    )
    write(folder / "canvas.csv", CANVAS_HEADS + (exercise.title,), canvas(exercise, records))
    write(folder / "misconceptions.csv", MISTAKE_HEADS, mistakes(exercise, records), has_mark)


def grade_heads(exercise):
    tasks = [asked.short_name for asked in exercise.asked]
    return ["student", "name", "email", "verdict", "points", "of", *tasks, "note"]


def grades(exercise, records):
    for one in records:
        who = one.student
        by_task = [one.points(asked) for asked in exercise.asked]
        total = one.total(exercise)
        yield [
            who.student,
            who.name,
            who.email,
            one.verdict,
            total,
            exercise.points,
            *by_task,
            one.told(exercise),
        ]


def final(record, exercise):
    """Return the points that a platform may show: none while an answer waits for a person's mark."""
    return record.total(exercise) if record.is_final(exercise) else None


MOODLE_HEADS = ("ID number", "Email address", "Full name")


def moodle(exercise, records):
    """Return rows for Moodle's *Import grades* from a CSV file."""
    for one in records:
        if one.total(exercise) is not None:
            who = one.student
            yield [who.student, who.email, who.name, final(one, exercise), comment(one, exercise)]


def comment(record, exercise):
    """Return what a platform says to a student beside the points, or in their place."""
    waits = [] if record.is_final(exercise) else ["Points follow: your teacher is reading what you wrote."]
    asks = [] if record.verdict == GRADED else ["Your teacher has a question about this hand-in."]
    return " ".join(waits + asks)


CANVAS_HEADS = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")


def canvas(exercise, records):
    """Return rows for Canvas's *Import grades*, below the row of possible points."""
    yield ["    Points Possible", None, None, None, None, exercise.points]
    for one in records:
        if one.total(exercise) is not None:
            who, points = one.student, final(one, exercise)
            yield [surname_first(who.name or who.student), one.canvas_id, who.student, who.email, "", points]


def surname_first(name):
    first, _, last = name.rpartition(" ")
    return f"{last}, {first}" if first else name


MISTAKE_HEADS = ("task", "mistake", "students", "of", "hint")


def mistakes(exercise, records):
    """Return a row for each usual mistake that somebody made, the most made first within a task."""
    for asked in exercise.asked:
        found = [one.answered[asked.name] for one in records if asked.name in one.answered]
        counts = Counter(one.misconception for one in found if one.misconception)
        hints = {one.name: one.hint for one in asked.task.misconceptions}
        for name, count in counts.most_common():
            yield [asked.short_name, name, count, len(found), hints.get(name, "")]
