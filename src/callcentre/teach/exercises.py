"""Exercises are made from solutions by nbgrader, which takes out the answers and the hidden tests."""

import filecmp
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from . import course_folder, notebooks

# What a traceback ends with, and what nbgrader says by itself
CAUSE = re.compile(r"^ *[\w.]*(?:Error|Exception|Invalid\w*): (.+)$", re.MULTILINE)
SAID = re.compile(r"^\[\w+ \| (?:ERROR|CRITICAL)\] (.+)$", re.MULTILINE)


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
    known = course_folder.need(notebooks.units(root), "solutions", root)
    unknown = [unit for unit in units if unit not in known]
    if unknown:
        return [f"solutions/{unit} holds no notebook; there are: {', '.join(known)}" for unit in unknown]
    wanted = units or known
    # Made beside what is there, which goes only once the new one is whole
    with TemporaryDirectory(dir=None if only_check else root, prefix=".exercises-") as folder:
        fresh = Path(folder)
        if not only_check:
            return [trouble for unit in wanted for trouble in renewed(root, unit, fresh)]
        with ThreadPoolExecutor(os.cpu_count()) as pool:  # nothing is written but folders of their own
            made = pool.map(lambda unit: generated(root, unit, fresh, "--no-db"), wanted)
            problems = [trouble for troubles in made for trouble in troubles]
        return problems or stale(root, fresh, wanted, known)


def renewed(root, unit, fresh):
    """Make a unit's exercises anew; where that fails they stay as they are, and it is told."""
    problems = generated(root, unit, fresh)
    if not problems:
        place = root / "exercises" / unit
        place.parent.mkdir(exist_ok=True)
        if place.exists():
            place.rename(fresh / f"{unit}-before")
        (fresh / unit).rename(place)
    return problems


def generated(root, unit, release, *options):
    """Make a unit's exercises below a folder; return in a sentence what keeps it from being done."""
    print(f"making the exercises of {unit}", flush=True)
    sources = sorted((root / "solutions" / unit).glob("*.ipynb"))
    broken = notebooks.troubles(sources, lambda path: notebooks.read(path) and [])
    return broken or nbgrader(
        root,
        "generate_assignment",
        unit,
        "--force",
        f"--CourseDirectory.release_directory={release}",
        *options,
    )


def nbgrader(root, command, unit, *options):
    """Run nbgrader on a unit in the course's folder; return in a sentence why it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", command, unit, *options],
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return []
    causes = CAUSE.findall(done.stderr)[-1:] or SAID.findall(done.stderr)[:1] or ["it does not say why"]
    return [f"solutions/{unit}: nbgrader {command} fails: {causes[0]}"]


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
