"""Numbers of one's own: an exercise with a seed in it, and the key that says whose seed is which.

A notebook asks ``given``, ``facts`` and ``check`` for a unit's numbers. A variant is the same notebook whose
calls name a seed; the same seed in the instructor's copy judges it.
"""

import ast
import copy
import csv
import hashlib
import io

from nbgrader.utils import compute_checksum

from .. import exercises
from .grade import roster

SEEDED = ("given", "facts", "check", "files")
MOST = 1_000_000
KEY = "key.csv"
KEY_HEADS = ("student", "name", "email", "seed")


def seed_of(student, seed):
    """Return a student's own seed, which follows from the course's and the student's id alone."""
    return int.from_bytes(hashlib.sha256(f"{seed} {student}".encode()).digest()[:6]) % MOST


def variant(notebook, seed):
    """Return a notebook whose calls name a seed, with nbgrader's marks renewed."""
    made = copy.deepcopy(notebook)
    for cell in made.cells:
        if cell.cell_type == "code":
            cell.source = seeded(cell.source, seed)
        marks = cell.metadata.get("nbgrader", {})
        if "checksum" in marks:
            marks["checksum"] = compute_checksum(cell)
    return made


def seeded(source, seed):
    """Return a cell's source whose calls for a unit's numbers name a seed."""
    lines = [line.encode() for line in source.splitlines(keepends=True)]
    calls = [node for node in ast.walk(ast.parse(source)) if asks_for_numbers(node)]
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset), reverse=True):
        named = next((one.value for one in call.keywords if one.arg == "seed"), None)
        place = named or call.args[0]
        line, end = place.end_lineno - 1, place.end_col_offset
        begin, words = (place.col_offset, f"{seed}") if named else (end, f", seed={seed}")
        lines[line] = lines[line][:begin] + words.encode() + lines[line][end:]
    return b"".join(lines).decode()


def asks_for_numbers(node):
    """Say whether a node is a call such as ``given("cost")`` or ``check("cost/desk-hour", …)``."""
    if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in SEEDED and str(node.args[0].value).split("/")[0] in exercises.NAMES


def key_as_text(students, seed):
    """Return the table that says whose seed is which."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(KEY_HEADS)
    for one in students:
        table.writerow([one.student, one.name, one.email, seed_of(one.student, seed)])
    return text.getvalue()


def read_key(root):
    """Return the seeds by student that a course's folder keeps; nothing where all have the same numbers.

    Raises
    ------
    callcentre.teach.grade.roster.RosterError
        If the file is there, and is no such table.
    """
    path = root / KEY
    if not path.is_file():
        return {}
    rows = roster.table(path.read_text(encoding="utf-8-sig"))
    try:
        return {row[0]: int(row[-1]) for row in rows[1:] if row}
    except ValueError:
        heads = ", ".join(KEY_HEADS)
        raise roster.RosterError(
            f"{path} is not a table of {heads}, whose last column holds numbers."
        ) from None
