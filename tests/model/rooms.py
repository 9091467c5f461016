"""The rooms of the model as they lie on disk, for the tests that look at every file."""

import ast
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "callcentre"
MODEL = PACKAGE / "model"
FEWEST_FILES = 30


def files(folder=MODEL):
    """Return the Python files of a folder and of those below it; fails where there are suspiciously few."""
    found = sorted(folder.rglob("*.py"))
    assert folder != MODEL or len(found) > FEWEST_FILES, f"only {len(found)} files found in {folder}"
    return found


def dotted(path):
    """Return a file's name below the package: ``model.costs.break_even``; a folder's for its __init__."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(path):
    """Return the room a file of the model stands in, or its own name where it stands on the ground."""
    return path.relative_to(MODEL).with_suffix("").parts[0]


def modules():
    """Return the files of the model that hold code of their own: all but the __init__ of rooms."""
    return [path for path in files() if path.name != "__init__.py"]


def imported(path):
    """Return the modules a file of the package imports, by full name."""
    here = ("callcentre", *path.relative_to(PACKAGE).parent.parts)
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            base = here[: len(here) - node.level + 1] if node.level else ()
            module = ".".join([*base, node.module] if node.module else base)
            for alias in node.names:
                names.add(f"{module}.{alias.name}" if is_module(f"{module}.{alias.name}") else module)
    return names


def is_module(name):
    """Tell whether a full name is that of a file or folder of the package."""
    place = PACKAGE.parent.joinpath(*name.split("."))
    return place.is_dir() or place.with_suffix(".py").is_file()


def is_within(name, packages):
    """Tell whether a full name is that of one of these packages, or of something in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)
