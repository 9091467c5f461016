"""``callcentre teach``, also ``python -m callcentre.teach``; its help lists the commands."""

import argparse
import os
import sys
from pathlib import Path

from . import cleaning, course_folder, data_sets, exercises, notebooks, running, trouble
from .assign import command as assign
from .check import command as check
from .export import command as export
from .grade import command as grade
from .slides import command as slides

HELP = """Commands for those who write or assign the course's notebooks and exercises.

Authors edit notebooks/ and solutions/, then:   data, run, exercises
Before a commit, and in the tests:              clean --check, data --check, exercises --check
After a change of your own, whether all fits:   check
Instructors, to choose and hand out:            list, plan, assign, slides
Instructors, with what came back:               grade, similar
Instructors, for a learning platform:           export
"""


def parser():
    """Return the parser of the command line."""
    command_line = argparse.ArgumentParser(
        prog="callcentre teach",
        description=HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command_line.add_argument(
        "--root", type=Path, default=Path(), help="the course's folder (default: the present one)"
    )
    commands = command_line.add_subparsers(dest="command", required=True, metavar="COMMAND")

    run = commands.add_parser("run", help="run notebooks anew and store what they show")
    run.set_defaults(act=lambda options: running.run(chosen(options)))

    clean = commands.add_parser(
        "clean", help="take out of notebooks what changes from run to run; what they show stays"
    )
    clean.add_argument("--check", action="store_true", help="change nothing; fail if one needs cleaning")
    clean.set_defaults(act=lambda options: cleaning.clean(chosen(options), options.check))

    for command in (run, clean):
        command.add_argument(
            "files", nargs="*", type=Path, help="notebooks (default: all of notebooks/ and solutions/)"
        )

    data = commands.add_parser(
        "data", help="write the data sets that tasks give out to book/data/ and beside their notebooks"
    )
    data.add_argument("--check", action="store_true", help="change nothing; fail if one is out of date")
    data.set_defaults(act=lambda options: data_sets.make(options.root.resolve(), options.check))

    make = commands.add_parser("exercises", help="make exercises/ from solutions/ with nbgrader")
    make.add_argument("units", nargs="*", help="folders of solutions/ (default: all)")
    make.add_argument(
        "--check", action="store_true", help="change nothing; fail if exercises/ is out of date"
    )
    make.set_defaults(act=lambda options: exercises.make(options.root, options.units, options.check))

    check.add(commands)
    assign.add(commands)
    slides.add(commands)
    grade.add(commands)
    export.add(commands)
    return command_line


def chosen(options):
    """Return the notebooks named on the command line, or all that have stored outputs."""
    if options.files:
        return options.files
    return course_folder.need(notebooks.with_outputs(options.root), "notebooks", options.root)


def main(arguments=None):
    """Do what the command line asks; return its exit code, which is 1 after saying what is wrong."""
    options = parser().parse_args(arguments)
    find_programs_beside_python()
    problems = done(options)
    if isinstance(problems, int):
        return problems
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


def done(options):
    """Return what a command returns, or in a sentence what stopped it."""
    try:
        return options.act(options)
    except trouble.Trouble as error:
        return [str(error)]
    except OSError as error:
        return [trouble.of_system(error)]


def find_programs_beside_python():
    """Have nbgrader find alembic, which it starts, where no environment is activated."""
    here, path = str(Path(sys.executable).parent), os.environ.get("PATH", "")
    if here not in path.split(os.pathsep):
        os.environ["PATH"] = os.pathsep.join([here, path])


if __name__ == "__main__":
    sys.exit(main())
