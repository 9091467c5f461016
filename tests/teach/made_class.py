"""A class made by a script: right work, every usual mistake, every way to break a notebook, and ill will.

Each student is a folder and what must come of it. To write a class of 200 to try by hand:
``python tests/teach/made_class.py FOLDER 200``.
"""

import copy
import csv
import io
import json
import sys
import zipfile
from pathlib import Path

import nbformat

from callcentre import exercises

ROOT = Path(__file__).parents[2]
UNIT = "types"
FULL = sum(task.points for task in exercises.unit(UNIT).tasks)
NAMES = (
    "Amina Diallo",
    "Bruno Kühn",
    "Chloé d'Été",
    "Đorđe Ilić",
    "O'Brien, Zoë",
    "李 小龍",
    "Ana-Lucía Núñez, Jr.",
)


class Student:
    """One of the class: what is handed in, as bytes by path, and what must come of it."""

    def __init__(self, kind, files, verdict="graded", points=FULL, words="", mistakes=()):
        self.kind = kind
        self.files = files
        self.verdict = verdict
        self.points = points
        self.words = words
        self.mistakes = mistakes


def solved():
    """Return the notebook of somebody who solved all, without the solution's marks."""
    return nbformat.read(ROOT / "solutions" / UNIT / f"{UNIT}.ipynb", 4)


def handed_out():
    return nbformat.read(ROOT / "exercises" / UNIT / f"{UNIT}.ipynb", 4)


def grade_id(cell):
    return cell.metadata.get("nbgrader", {}).get("grade_id", "")


def with_cell(source, at=4, notebook=None):
    """Return a solved notebook with one more cell, as its author added it."""
    notebook = notebook or solved()
    notebook.cells.insert(at, nbformat.v4.new_code_cell(source))
    return notebook


def with_answer(name, source):
    """Return a solved notebook in which one answer is another."""
    notebook = solved()
    next(cell for cell in notebook.cells if grade_id(cell) == name).source = source
    return notebook


def without(notebook, is_out):
    notebook.cells = [cell for cell in notebook.cells if not is_out(cell)]
    return notebook


def as_bytes(notebook):
    return json.dumps(notebook, ensure_ascii=False).encode()


def stripped(notebook):
    """Return a notebook as some editors save it: no metadata, no ids, no outputs."""
    notebook.metadata = {}
    for cell in notebook.cells:
        cell.metadata = {}
        cell.pop("id", None)
    notebook.nbformat_minor = 4
    return notebook


def colab():
    notebook = stripped(solved())
    for number, cell in enumerate(notebook.cells):
        cell.metadata = {"id": f"x{number}", "colab": {"base_uri": "https://localhost/"}}
    notebook.metadata = {
        "colab": {"provenance": []},
        "kernelspec": {"name": "python3", "display_name": "Python 3"},
    }
    return notebook


def vs_code():
    notebook = solved()
    for cell in notebook.cells:
        cell.metadata["vscode"] = {"languageId": "python"}
        cell.pop("id", None)
    return notebook


def version_three():
    cells = [
        {"cell_type": "code", "language": "python", "input": cell.source, "outputs": [], "metadata": {}}
        for cell in solved().cells
        if cell.cell_type == "code"
    ]
    data = {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}
    return json.dumps(data).encode()


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def one(notebook, name=f"{UNIT}.ipynb"):
    return {name: as_bytes(notebook)}


def mistaken():
    """Return students who make every usual mistake of the unit, one a task each."""
    tasks = exercises.unit(UNIT).tasks
    for turn in range(max(len(task.misconceptions) for task in tasks)):
        notebook, lost, made = solved(), 0, []
        for task in tasks:
            if turn < len(task.misconceptions):
                wrong = (
                    "import callcentre.exercises as _x\n"
                    f"globals().update(getattr(_x, 'ta' 'sk')({task.name!r}).misconceptions[{turn}]"
                    f".rule(_x.given({UNIT!r})))"
                )
                check = next(
                    i for i, cell in enumerate(notebook.cells) if f'check("{task.name}"' in cell.source
                )
                notebook.cells.insert(check, nbformat.v4.new_code_cell(wrong))
                lost += task.points
                made.append((task.name, task.misconceptions[turn].name))
        yield Student(f"mistake-{turn}", one(notebook), points=FULL - lost, mistakes=made)


def tidy():
    return [Student("right", one(solved())), *mistaken()]


def untidy():
    """Return students whose work counts, however it came."""
    bom = b"\xef\xbb\xbf" + as_bytes(solved())
    utf_16 = as_bytes(solved()).decode().encode("utf-16")
    other = with_answer("read-a-case", "sourcing = 'mixed'")
    return [
        Student("renamed", {"My homework FINAL.ipynb": as_bytes(solved())}),
        Student("capital", {"Types.ipynb": as_bytes(solved())}),
        Student("copy", {"types (1).ipynb": as_bytes(solved())}),
        Student("misplaced", {f"{UNIT}/{UNIT}/{UNIT}.ipynb": as_bytes(solved())}),
        Student("text-ending", {"types.ipynb.txt": as_bytes(solved())}),
        Student("own-zip", {"work.zip": zipped(one(solved()))}),
        Student("bom", {"types.ipynb": bom}),
        Student("utf-16", {"types.ipynb": utf_16}, words="utf"),
        Student("stripped", one(stripped(solved()))),
        Student("colab", one(colab())),
        Student("vs-code", one(vs_code())),
        Student("version-3", {"types.ipynb": version_three()}, words="old version"),
        Student("checkpoint", {**one(solved()), ".ipynb_checkpoints/types-checkpoint.ipynb": b""}),
        Student("with-report", {**one(solved()), "report.docx": b"PK\x03\x04"}),
        Student("twice-the-same", {**one(solved()), "types copy.ipynb": as_bytes(solved())}),
        Student("syntax-error", one(with_answer("write-a-rule", "def direction_of(:")), points=FULL - 3),
        Student("stops", one(with_cell("1 / 0"))),
        Student(
            "second", {"old/types.ipynb": as_bytes(other), **one(solved())}, "check", words="second notebook"
        ),
        Student(
            "no-checks",
            one(without(solved(), lambda cell: cell.source.startswith("check("))),
            "check",
            words="deleted",
        ),
        Student(
            "no-tools", one(without(solved(), lambda cell: grade_id(cell) == "tools")), "check", words="tools"
        ),
        Student("doubled", one(doubled()), "check", words="twice"),
        Student("untouched", one(handed_out()), "check", 0, "Nothing was answered"),
        Student(
            "other-unit",
            {"cost.ipynb": (ROOT / "exercises/cost/cost.ipynb").read_bytes()},
            "missing",
            None,
            "others",
        ),
        Student("empty-folder", {}, "missing", None, "empty"),
        Student("report-only", {"report.docx": b"PK\x03\x04"}, "missing", None, "report.docx"),
        Student("no-cells", one(nbformat.v4.new_notebook()), "missing", None, "No notebook of types"),
    ]


def doubled():
    notebook = solved()
    check = next(i for i, cell in enumerate(notebook.cells) if cell.source.startswith("check("))
    notebook.cells.insert(check, copy.deepcopy(notebook.cells[check]))
    return notebook


def broken():
    """Return students whose file is no notebook."""
    whole = as_bytes(solved())
    ways = {
        "empty-file": (b"", "empty"),
        "zeros": (b"\0" * 400, "empty"),
        "cut-off": (whole[: len(whole) // 2], "breaks off"),
        "damaged": (whole.replace(b'"cells": [', b'"cells": [,', 1), "damaged"),
        "web-page": (b"<!DOCTYPE html><html></html>", "web page"),
        "pdf": (b"%PDF-1.7 ...", "PDF"),
        "word": (b"PK\x03\x04....", "office"),
        "picture": (b"\x89PNG\r\n", "picture"),
        "python-file": (b"import callcentre\nprint(1)\n", "script"),
        "list": (b"[1, 2]", "not a notebook"),
        "merge": (whole[:900] + b"\n<<<<<<< HEAD\n" + whole[900:], "merge"),
        "no-list": (b'{"cells": 3, "nbformat": 4}', "cells cannot be read"),
        "text-cells": (b'{"cells": ["a"], "nbformat": 4}', "cells cannot be read"),
        "deep": (b'{"cells": ' + b"[" * 100_000, "nested"),
        "prose": ("Voilà, my answer.".encode("latin-1"), "not a notebook"),
    }
    found = [
        Student(kind, {"types.ipynb": data}, "unreadable", None, words)
        for kind, (data, words) in ways.items()
    ]
    return [*found, Student("bad-zip", {"work.zip": b"PK\x03\x04 nothing"}, "unreadable", None, "damaged")]


LEAK = "sourcing = 'leak'"


def hostile(target, port):
    """Return students who try what they should not; they know a file to write and a port that answers."""
    patched = "import callcentre.exercises as e\nfrom callcentre.exercises.shared import task\n" + (
        "class Yes:\n    is_right = True; message = ''; notes = []; state = 'right'\n"
        "e.judge = task.Task.judge = lambda *a, **k: Yes()\n"
        "check = lambda *a, **k: None\nimport json; json_dumps = json.dumps\n"
    )
    at_rest = [
        ("endless", "while True: pass", "check"),
        (
            "fork",
            "import os, time\nfor _ in range(500):\n    if os.fork() == 0: time.sleep(60); os._exit(0)",
            None,
        ),
        ("memory", "held = [bytearray(50_000_000) for _ in range(200)]", None),
        (
            "stubborn",
            "while True:\n    try:\n        while True: sum(range(999))\n    except: 0",
            "check",
        ),
        ("exits", "import os; os._exit(0)", "check"),
        ("closes", "import os; os.closerange(0, 200)", "check"),
        ("sys-exit", "import sys; sys.exit()", "graded"),
        ("prints", "for _ in range(300_000): print('x' * 100)", "graded"),
        ("asks", "name = input('Who?')", "graded"),
        (
            "kills",
            "import os\nfor p in (os.getppid(), 1):\n    try: os.kill(p, 9)\n    except OSError: pass",
            None,
        ),
        ("patches", patched, None),
        ("json", "import json; json.dumps = lambda *a, **k: '[' * 100000", "check"),
        (
            "forges",
            'import os\nfor fd in range(3, 60):\n    try: os.write(fd, b\'{"value": {"tuple": 7}}\\n\')\n'
            "    except OSError: pass",
            None,
        ),
    ]
    found = [
        Student(kind, one(with_cell(source, at=-1)), verdict or "any", FULL)
        for kind, source, verdict in at_rest
    ]
    peeks = {
        "solutions": f"import pathlib\nif pathlib.Path({str(ROOT / 'solutions')!r}).exists(): {LEAK}",
        "others": f"import pathlib\nif pathlib.Path({str(Path(target).parent)!r}).exists(): {LEAK}",
        "writes": f"try:\n    open({str(target)!r}, 'w').write('mine')\n    {LEAK}\nexcept OSError: pass",
        "network": "import socket\ntry:\n"
        f"    socket.create_connection(('127.0.0.1', {port}), 2)\n    {LEAK}\nexcept OSError: pass",
        "environment": f"import os\nif 'CLASS_SECRET' in os.environ: {LEAK}",
        "package": "import callcentre, os\n"
        f"if os.access(os.path.dirname(callcentre.__file__), os.W_OK): {LEAK}",
        "processes": f"import os\nif sum(name.isdigit() for name in os.listdir('/proc')) > 5: {LEAK}",
    }
    for kind, source in peeks.items():
        notebook = solved()
        at = next(i for i, cell in enumerate(notebook.cells) if cell.source.startswith("check("))
        found.append(Student(f"peeks-{kind}", one(with_cell(source, at, notebook))))
    cheat = with_cell(patched, 2, with_answer("write-a-rule", "direction_of = lambda activities: 'inbound'"))
    found.append(Student("patched-wrong", one(cheat), "check", FULL - 3))
    changed = without(with_answer("write-a-rule", "direction_of = print"), lambda cell: False)
    for cell in changed.cells:
        if cell.source.startswith("check("):
            cell.source = "assert True"
    found.append(Student("asserts-dropped", one(changed), "check", FULL - 3, "changed"))
    script = with_answer(
        "read-a-case",
        "sourcing = '<script>alert(1)</script>'\ndirection = formality = '<img src=x onerror=alert(1)>'",
    )
    found.append(Student("script", one(script), "graded", FULL - 3))
    loop = with_answer("which-fact-decides", "def deciding(profile):\n    while True: pass")
    found.append(Student("function-endless", one(loop), "graded", FULL - 2))
    hold = "def deciding(profile):\n    while True:\n        try: deciding(profile)\n        except: 0"
    found.append(
        Student("function-stubborn", one(with_answer("which-fact-decides", hold)), "check", FULL - 2)
    )
    evil = (
        "class A(str):\n    def __eq__(self, other): return True\n    __hash__ = str.__hash__\n"
        "sourcing = A('x')\ndirection = formality = A('y')"
    )
    found.append(Student("equals-all", one(with_answer("read-a-case", evil)), "graded", FULL - 3))
    deep = (
        "sourcing = []\nfor _ in range(5000): sourcing = [sourcing]\n"
        "direction = 'z' * 10**7\nformality = 10**5000"
    )
    found.append(Student("monstrous", one(with_answer("read-a-case", deep)), "graded", FULL - 3))
    return found


def everyone(target, port, size=0):
    """Return the class: every kind once, then right work and mistakes again up to that size."""
    found = [*tidy(), *untidy(), *broken(), *hostile(target, port)]
    again = tidy()
    while len(found) < size:
        like = again[len(found) % len(again)]
        found.append(
            Student(f"{like.kind}-{len(found)}", like.files, "graded", like.points, "", like.mistakes)
        )
    return found


def name_of(student, number):
    """Return a name with commas, accents and letters of other scripts, unique in the class."""
    return f"{NAMES[number % len(NAMES)]} {student.kind}"


def write(folder, students):
    """Write the hand-ins, a folder by student, and the roster beside them as Excel in German writes it."""
    handed_in = folder / "handed-in"
    for student in students:
        home = handed_in / f"s-{student.kind}"
        home.mkdir(parents=True)
        for name, data in student.files.items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    with (folder / "class.csv").open("w", encoding="utf-16", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(["E-Mail", "Name", "ID"])
        for number, student in enumerate(students):
            name = name_of(student, number)
            table.writerow([f"{student.kind}@example.org", name, f"s-{student.kind}"])
        table.writerow(["nobody@example.org", "=Nobody", "s-nobody"])
    return handed_in


if __name__ == "__main__":
    write(Path(sys.argv[1]), everyone(Path(sys.argv[1]) / "target", 9, int(sys.argv[2])))
