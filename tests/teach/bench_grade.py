"""How long grading takes, beside plain nbgrader: ``make bench-grade``, of a larger class with ``CLASS=50``.

Both grade the tidy part of the class that the tests make: right work and usual mistakes, nothing broken. Both
run every notebook, give points and write a page of feedback for each student and a table of the class.
What is measured never makes it fail.
"""

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import psutil

from callcentre.teach.grade.command import SOMEBODY_NEEDS_A_LOOK

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("made_class", HERE / "made_class.py")
made_class = importlib.util.module_from_spec(spec)
spec.loader.exec_module(made_class)

ROOT, UNIT = made_class.ROOT, made_class.UNIT
EVERY = 0.1  # seconds between two looks at the memory
HEADS = ("grader", "s a student", "CPU s a student", "peak memory, MB", "in all, s")


def main():
    """Print the table of a class of some students."""
    number = int(sys.argv[1])
    tidy = made_class.tidy()
    students = [tidy[place % len(tidy)] for place in range(number)]
    print(__doc__)
    print(f"{number} students, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before it began\n")
    print("| " + " | ".join(HEADS) + " |\n|" + "---|" * len(HEADS), flush=True)
    with TemporaryDirectory() as folder:
        course = laid_out(Path(folder), students)
        ours = ["callcentre", "teach", "--root", ROOT, "grade", course / "submitted", "--unit", UNIT]
        told("nbgrader", number, by_nbgrader(), course)
        told("ours, one at a time", number, [[*ours, "--out", course / "one", "--jobs", "1"]], course)
        told("ours, on all cores", number, [[*ours, "--out", course / "all"]], course)


def laid_out(folder, students):
    """Return a course of nbgrader's in which these students handed in, and the assignment is known."""
    for place, student in enumerate(students):
        (notebook,) = student.files.values()
        home = folder / "submitted" / f"s{place:03}" / UNIT
        home.mkdir(parents=True)
        (home / f"{UNIT}.ipynb").write_bytes(notebook)
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "solutions" / UNIT, folder / "solutions" / UNIT)
    subprocess.run(["nbgrader", "generate_assignment", UNIT], cwd=folder, check=True, capture_output=True)
    return folder


def by_nbgrader():
    """Return what an instructor does with nbgrader for points, feedback and a table."""
    return [["nbgrader", "autograde", UNIT], ["nbgrader", "generate_feedback", UNIT], ["nbgrader", "export"]]


def told(grader, number, commands, folder):
    """Run commands in a folder, and print the row of what they took."""
    seconds, processor, memory = measured(commands, folder)
    cells = (
        grader,
        f"{seconds / number:.1f}",
        f"{processor / number:.1f}",
        f"{memory:.0f}",
        f"{seconds:.0f}",
    )
    print("| " + " | ".join(cells) + " |", flush=True)


def measured(commands, folder):
    """Return seconds, seconds of processors, and the greatest memory of commands with all they start."""
    began = time.monotonic()
    most, processors = 0, {}
    for command in commands:
        with TemporaryFile("w+") as told_by_it:
            process = subprocess.Popen(
                list(map(str, command)), cwd=folder, stdout=subprocess.DEVNULL, stderr=told_by_it
            )
            while process.poll() is None:
                most = max(most, looked_at(process.pid, processors))
                time.sleep(EVERY)
            if process.returncode not in (0, SOMEBODY_NEEDS_A_LOOK):
                told_by_it.seek(0)
                sys.exit(f"{command[:2]} ends with {process.returncode}: {told_by_it.read()[-2000:]}")
    return time.monotonic() - began, sum(processors.values()), most / 1e6


def looked_at(pid, processors):
    """Return the bytes of a process and all below it, each shared page once; note each one's time so far."""
    total = 0
    with contextlib.suppress(psutil.NoSuchProcess):
        parent = psutil.Process(pid)
        for one in (parent, *parent.children(recursive=True)):
            with contextlib.suppress(psutil.NoSuchProcess, psutil.AccessDenied):
                total += one.memory_full_info().pss
                spent = one.cpu_times()
                processors[one.pid, one.create_time()] = spent.user + spent.system
    return total


if __name__ == "__main__":
    main()
