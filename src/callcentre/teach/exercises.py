"""Exercises are made from solutions by nbgrader, which takes out the answers and the hidden tests."""

import filecmp
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from . import notebooks


def make(root, units=(), only_check=False):
    """Make exercises/ from solutions/; return a sentence for each file that is stale or cannot be made.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder, which holds nbgrader_config.py.
    units : sequence of str
        Folders of solutions/; all where none is named.
    only_check : bool
        Change nothing, and compare exercises/ with what would be made.
    """
    root = root.resolve()
    known = notebooks.units(root)
    unknown = [unit for unit in units if unit not in known]
    if unknown:
        return [f"solutions/{unit} holds no notebook; there are: {', '.join(known)}" for unit in unknown]
    wanted = units or known
    if not only_check:
        return [trouble for unit in wanted for trouble in generated(root, unit, root / "exercises")]
    with TemporaryDirectory() as folder:
        fresh = Path(folder)
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # nothing is written but folders of their own
            made = pool.map(lambda unit: generated(root, unit, fresh, "--no-db"), wanted)
            problems = [trouble for troubles in made for trouble in troubles]
        return problems or stale(root, fresh, wanted, known)


def generated(root, unit, release, *options):
    """Make a unit's exercises below a folder; return nbgrader's words where it fails."""
    print(f"making the exercises of {unit}", flush=True)
    return nbgrader(
        root,
        "generate_assignment",
        unit,
        "--force",
        f"--CourseDirectory.release_directory={release}",
        *options,
    )


def nbgrader(root, *arguments):
    """Run nbgrader in the course's folder; return its words where it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    return [] if done.returncode == 0 else [f"nbgrader {arguments[0]} fails:\n{done.stderr.strip()}"]


def stale(root, fresh, wanted, known):
    """Return a sentence for each file of exercises/ that is not what solutions/ makes today."""
    problems = []
    for unit in wanted:
        made, there = files(fresh / unit), files(root / "exercises" / unit)
        for name in sorted(made.keys() | there.keys()):
            place = f"exercises/{unit}/{name}"
            if name not in there:
                problems.append(f"{place} is missing: python -m callcentre.teach exercises")
            elif name not in made:
                problems.append(f"{place} has no source in solutions/{unit}: remove it")
            elif not filecmp.cmp(made[name], there[name], shallow=False):
                problems.append(f"{place} is out of date: python -m callcentre.teach exercises")
    if set(wanted) == set(known):
        problems += [
            f"exercises/{folder.name} has no source in solutions/: remove it"
            for folder in sorted((root / "exercises").glob("*"))
            if folder.is_dir() and folder.name not in known
        ]
    return problems


def files(folder):
    """Return the files below a folder, by their path in it."""
    return {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_file() and ".ipynb_checkpoints" not in path.parts
    }
