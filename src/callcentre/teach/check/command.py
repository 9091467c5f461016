"""The command ``check``."""

import argparse
from importlib import import_module
from textwrap import indent

from .. import cleaning, data_sets, exercises, notebooks, running
from . import cases, claims, lessons, tasks

# What is looked after, quick things first, and how.
PARTS = {
    "cases": lambda root: cases.troubles(),
    "tasks": lambda root: tasks.troubles(),
    "data": lambda root: data_sets.make(root, only_check=True),
    "labs": lambda root: lessons.troubles(),
    "objectives": lambda root: of_chapters("objective_map", root),
    "questions": lambda root: of_chapters("questions", root),
    "chapters": claims.troubles,
    "notebooks": lambda root: of_notebooks(notebooks.with_outputs(root)),
    "exercises": lambda root: exercises.make(root, only_check=True),
}
CHECK = """Say what no longer fits after a change of your own, and where.

  cases       the cases to sort: their words, their facts and what the typology says of them
  tasks       right answers, mistakes that now coincide, hints that are missing or tell the answer
  data        files in book/data/ and beside notebooks that are not what their unit or case makes
  labs        what a lab's guess and scenes say of it, which its figures no longer show
  objectives  those without section, lab or figure, task or question, and without a reason
  questions   mistakes in a chapter's questions: an option without a word on it, a number nobody works out
  chapters    numbers in chapters that the model, with today's assumptions and data, no longer gives
  notebooks   those that stop, show something else when run, or were not run from top to bottom
  exercises   those that are not what solutions/ makes today

Without a PART, all of them, which takes a few minutes; the last two take the longest. Nothing is changed.
Exit code 0: all fits; 1: something does not.
"""
EXAMPLE = """examples:
  callcentre teach check
  callcentre teach check tasks chapters
"""


def add(commands):
    """Add the command to a command line."""
    check = commands.add_parser(
        "check",
        help="say what no longer fits after a change of data, cases, assumptions, tasks or chapters",
        description=CHECK,
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    check.add_argument("parts", nargs="*", type=part, metavar="PART", help="of those above (default: all)")
    check.set_defaults(act=act)


def part(name):
    if name not in PARTS:
        raise argparse.ArgumentTypeError(f"must be one of {', '.join(PARTS)}, got {name}")
    return name


def act(options):
    """Print what each part finds; return the exit code."""
    root = options.root.resolve()
    number = 0
    for name in [name for name in PARTS if name in (options.parts or PARTS)]:
        print(name, flush=True)
        troubles = [trouble.replace(f"{root}/", "") for trouble in PARTS[name](root)]
        print(indent("\n".join(troubles) or "all fits", "  "), flush=True)
        number += len(troubles)
    print(f"To look at: {number}." if number else "All fits.")
    return 1 if number else 0


def of_chapters(module, root):
    """Return what a module finds that reads chapters as the book does, which takes the book's packages."""
    return import_module(f".{module}", __package__).troubles(root)


def of_notebooks(paths):
    """Return a sentence for each notebook that is not as it would be when run and cleaned now."""
    not_run = running.check(paths)
    if not not_run:
        return running.stale(paths)
    return list(dict.fromkeys([*not_run, *cleaning.clean(paths, only_check=True)]))
