"""A folder or file that a command is to fill, so that nothing there is written over unasked."""

import shutil
from tempfile import TemporaryDirectory


def trouble_with(out, may_overwrite, root):
    """Return in a sentence why a folder cannot be filled; "" where it can.

    Parameters
    ----------
    out : pathlib.Path
    may_overwrite : bool
        Whether it may hold files.
    root : pathlib.Path
        The course's folder, which is never filled itself, nor what holds it.
    """
    if out.exists() and not out.is_dir():
        return f"--out {out} is a file: name a folder"
    if trouble := trouble_above(out):
        return trouble
    if root.resolve().is_relative_to(out.resolve()):
        return f"--out {out} is the course's own folder, or holds it: name a new folder"
    if out.is_dir() and any(out.iterdir()) and not may_overwrite:
        return f"--out {out} holds files: name a new folder, or say --overwrite"
    return ""


def trouble_above(out):
    """Return in a sentence which file stands where a folder would hold it; "" where none does."""
    there = next(above for above in out.absolute().parents if above.exists())
    return "" if there.is_dir() else f"--out {out} would lie in {there}, which is a file: name another place"


def beside(place):
    """Return a context that gives an empty folder beside a place, and removes it in the end."""
    place.parent.mkdir(parents=True, exist_ok=True)
    return TemporaryDirectory(dir=place.parent, prefix=f".{place.name}-")


def put(fresh, place, paths):
    """Move files, named by their paths in a folder, to the same paths in another."""
    for path in paths:
        (place / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.move(fresh / path, place / path)
