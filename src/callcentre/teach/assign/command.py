"""The commands ``list``, ``plan`` and ``assign``."""

import argparse
import csv
import sys
from datetime import date
from pathlib import Path

from ... import exercises
from ...page.chapter_list import CHAPTERS
from .. import new_folder, option_types, variants
from ..grade import roster
from . import plan, reading
from .folder import ZIPPED, Course

WHOLE = argparse.RawDescriptionHelpFormatter
LIST_HEADS = ("unit", "title", "tasks", "points", "minutes", "rests on")
PLAN_HEADS = ("week", "begins", "kind", "name", "title", "minutes")
LIST_EXAMPLE = """example:
  callcentre teach list --csv
"""
PLAN_EXAMPLE = """examples:
  callcentre teach plan --weeks 6
  callcentre teach plan types cost --weeks 3 --start 2027-01-11 --csv > plan.csv
"""
ASSIGN = """Make a folder to hand out and, apart from it, the instructor's half.

NAME is a unit of exercises, else a chapter or a lab. With --variant, numbers come from a seed; with a class
list as well, each student has numbers of their own, by which `callcentre teach grade` grades there.
"""
ASSIGN_EXAMPLE = """examples:
  callcentre teach assign types cost --course "MGT 210" --due 2027-02-05 --out mgt-210
  callcentre teach assign cost --course "MGT 210" --variant 7 --roster class.csv --out mgt-210
"""


def add(commands):
    """Add the three commands to a command line."""
    listed = commands.add_parser(
        "list",
        help="list the units: tasks, points, minutes, and what each rests on",
        description="List the units: tasks, points, minutes, what each rests on.",
        epilog=LIST_EXAMPLE,
        formatter_class=WHOLE,
    )
    as_table(listed)
    listed.set_defaults(act=list_units)

    planned = commands.add_parser(
        "plan",
        help="say which units to take when, over a number of weeks",
        description="Spread units, what they rest on, and other chapters where there is time, over weeks.",
        epilog=PLAN_EXAMPLE,
        formatter_class=WHOLE,
    )
    planned.add_argument(
        "units",
        nargs="*",
        type=option_types.name,
        metavar="UNIT",
        help="units (default: those that fit, then chapters)",
    )
    planned.add_argument("--weeks", required=True, type=weeks, help=f"from 1 to {plan.MOST_WEEKS}")
    planned.add_argument(
        "--hours",
        type=hours,
        default=6,
        help="of a student's week; says which units fit, and of units that are named which weeks are longer "
        "(default: 6)",
    )
    planned.add_argument("--start", type=option_types.day, metavar="DATE", help="the first day: 2027-01-11")
    as_table(planned)
    planned.set_defaults(act=plan_weeks)

    assign = commands.add_parser(
        "assign",
        help="make a folder to hand out, and the instructor's half",
        description=ASSIGN,
        epilog=ASSIGN_EXAMPLE,
        formatter_class=WHOLE,
    )
    assign.add_argument(
        "names",
        nargs="+",
        type=option_types.name,
        metavar="NAME",
        help="such as types, cost, outsourcing",
    )
    assign.add_argument(
        "--course", required=True, type=option_types.title, help="the course's name, as students know it"
    )
    assign.add_argument("--out", required=True, type=Path, metavar="DIR", help="a new folder")
    assign.add_argument(
        "--due", type=option_types.day, metavar="DATE", help="when it is handed in: 2027-02-05"
    )
    assign.add_argument(
        "--start", type=option_types.day, metavar="DATE", help="the first day, for a plan by week until --due"
    )
    assign.add_argument(
        "--variant",
        "--seed",
        type=natural,
        metavar="SEED",
        help="other numbers than the book's, from a number",
    )
    assign.add_argument(
        "--roster", type=Path, metavar="CSV", help="the class: with --variant, each has numbers of their own"
    )
    assign.add_argument("--with-needed", action="store_true", help="add what the choice rests on")
    assign.add_argument("--no-site", action="store_true", help="leave the book's pages out")
    assign.add_argument(
        "--hub",
        type=option_types.address,
        metavar="URL",
        help="a JupyterHub with nbgitpuller, for links to it",
    )
    assign.add_argument(
        "--overwrite",
        action="store_true",
        help="make a folder of this command's anew; files that you changed or added stay",
    )
    assign.set_defaults(act=make_folder)


def as_table(command):
    command.add_argument("--csv", action="store_true", help="print a table for a spreadsheet")


def weeks(text):
    return option_types.whole(text, 1, plan.MOST_WEEKS)


def hours(text):
    return option_types.whole(text, 1, 168)


def natural(text):
    return option_types.whole(text, 0, variants.MOST - 1)


def list_units(options):
    """Print a row for each unit, and the sums."""
    root, rows = reading.course(options), []
    for unit in exercises.units():
        rests = reading.rests_on(root, reading.of_unit(unit.name))
        names = [f"{step.kind} {step.name}" for step in rests.values()]
        points = sum(task.points for task in unit.tasks)
        rows.append([unit.name, unit.title, len(unit.tasks), points, unit.minutes, "; ".join(names)])
    if options.csv:
        return printed(LIST_HEADS, rows)
    for name, title, tasks, points, minutes, rests in rows:
        print(f"{name}: {title}. {tasks} tasks, {points} points, {minutes} minutes.")
        print(f"  rests on: {rests}")
    return 0


def plan_weeks(options):
    """Print which units when."""
    known = exercises.NAMES
    unknown = [unit for unit in options.units if unit not in known]
    if unknown:
        return [f"{unknown[0]} is no unit; there are: {', '.join(known)}"]
    root = reading.course(options)
    named = sorted(set(options.units), key=known.index)
    units = named or plan.chosen(root, options.weeks, options.hours)
    besides = [] if named else plan.chapters_besides(root, units, options.weeks, options.hours)
    parts = plan.plan(root, units, options.weeks, besides)
    days = plan.first_days(options.start, options.weeks)
    if named:
        tell_long_weeks(parts, options.hours)
    if options.csv:
        return printed(PLAN_HEADS, plan.rows(parts, options.start))
    for number, (day, part) in enumerate(zip(days, parts, strict=True), start=1):
        print(f"Week {number}{day and f', from {day}'}: {plan.minutes(part)} minutes")
        for step in part:
            print(f"  {step.kind} {step.name}: {step.title} ({step.minutes} minutes)")
    there = {step.name for part in parts for step in part}
    wanted = known if named or len(units) < len(known) else CHAPTERS
    left_out = [name for name in wanted if name not in there]
    if left_out:
        print(f"Left out: {', '.join(left_out)}")
    return 0


def tell_long_weeks(parts, hours):
    """Say which weeks of a plan take more time than a student has; beside it, since it may be a table."""
    minutes = [plan.minutes(part) for part in parts]
    long = [f"{week} ({time} minutes)" for week, time in enumerate(minutes, start=1) if time > hours * 60]
    if long:
        print(f"Longer than --hours {hours}: week {', '.join(long)}", file=sys.stderr)


def printed(heads, rows):
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(heads)
    table.writerows(rows)
    return 0


def make_folder(options):
    """Make the course's folder, and say what comes next."""
    out = options.out
    root = reading.course(options)
    if trouble := new_folder.trouble_with(out, options.overwrite, root):
        return [trouble]
    if options.start and not (options.due and options.start <= options.due):
        return [f"--start {options.start} needs a --due that is not before it"]
    if options.roster and options.variant is None:
        return [
            f"--roster {options.roster} gives each student numbers of their own, and needs --variant SEED"
        ]
    students = roster.read(options.roster) if options.roster else None
    if options.due and options.due < date.today():
        print(f"--due {options.due} is past", file=sys.stderr)
    course = Course(
        root,
        out,
        options.names,
        options.course,
        due=options.due,
        start=options.start,
        seed=options.variant,
        students=students,
        with_needed=options.with_needed,
        has_site=not options.no_site,
        hub=options.hub,
    )
    changed, added = course.make()
    if changed:
        print(f"Kept as you changed them, and not made anew: {', '.join(changed)}")
    if added:
        print(f"Kept, since you added or changed them: {', '.join(added)}")
    in_zips = [path for path in [*changed, *added] if path.startswith(ZIPPED)]
    if in_zips:
        print(f"Of these, not so in the zips, which hold what the command writes: {', '.join(in_zips)}")
    if course.supposed:
        names = ", ".join(step.name for step in course.supposed)
        print(f"What is chosen rests on these, which are not handed out: {names}. --with-needed adds them.")
    print(f"For students: {out / 'hand-out.zip'}; for you: {out / 'README.md'}")
    return 0
