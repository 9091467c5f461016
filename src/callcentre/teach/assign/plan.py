"""Which units and chapters when: what they rest on and they themselves, spread evenly over weeks."""

from collections import Counter, defaultdict
from datetime import date, timedelta

from ... import exercises
from ...page.chapter_list import CHAPTERS, places
from ..trouble import Trouble
from . import reading

# What a course takes first that has no time for all. The order of a plan itself is that of the book.
FIRST = (
    "types",
    "cost",
    "agents",
    "contract",
    "day",
    "risk",
    "choice",
    "cases",
    "watch",
    "team",
    "market",
    "software",
    "tender",
    "mix",
    "patience",
    "beyond",
    "capstone",
)
MOST_WEEKS = 20


def plan(root, units, weeks, chapters=()):
    """Return for each week a list of what is read and done in it.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    units : sequence of str
        In the order of the book.
    weeks : int
    chapters : sequence of str
        Chapters to read besides those that units rest on, in the order of the book.

    Raises
    ------
    Trouble
        If there are fewer things to do than weeks.
    """
    steps = steps_of(root, units, chapters)
    if weeks > len(steps):
        raise Trouble(
            f"{', '.join(units)} and what they rest on are {len(steps)} pieces of work, "
            f"so --weeks must be at most {len(steps)} for them, got {weeks}"
        )
    return divided(steps, weeks)


def steps_of(root, units, chapters=()):
    """Return units, chapters and what they rest on, each once, the first to do first.

    A chapter comes before the unit that most of its objectives train for; one that trains for none of these,
    before the last.
    """
    steps, trains = {}, unit_trained(root)
    for unit in units:
        before = [
            chapter
            for chapter in chapters
            if unit == trains.get(chapter) or (unit == units[-1] and trains.get(chapter) not in units)
        ]
        for path in [f"book/{chapter}" for chapter in before] + [reading.of_unit(unit)]:
            reading.rests_on(root, path, steps)
            steps.setdefault(path, reading.read(root, path))
    return list(steps.values())


def unit_trained(root):
    """Return for each page whose objectives tasks train the unit that has most of these tasks."""
    tasks = defaultdict(Counter)
    for row in places(root).values():
        tasks[row["page"]].update(task.partition("/")[0] for task in row["tasks"].split())
    return {page: units.most_common(1)[0][0] for page, units in tasks.items() if units}


def chosen(root, weeks, hours):
    """Return the units that fit into weeks of so many hours, in the order of the book.

    Raises
    ------
    Trouble
        If none fits.
    """
    taken = []
    for unit in FIRST:
        more = sorted([*taken, unit], key=exercises.NAMES.index)
        if minutes(steps_of(root, more)) <= weeks * hours * 60:
            taken = more
    if not taken:
        least = min(minutes(steps_of(root, [unit])) for unit in FIRST)
        raise Trouble(
            f"no unit fits into --weeks {weeks} of --hours {hours}: with what it rests on, "
            f"the shortest takes {least} minutes"
        )
    return taken


def chapters_besides(root, units, weeks, hours):
    """Return the chapters that still fit into the weeks once all units have their place; none before."""
    taken = []
    if set(units) == set(exercises.NAMES):
        for chapter in CHAPTERS:
            if minutes(steps_of(root, units, [*taken, chapter])) <= weeks * hours * 60:
                taken.append(chapter)
    return taken


def minutes(steps):
    return sum(step.minutes for step in steps)


def divided(steps, weeks):
    """Divide steps, kept in their order, into weeks of which the longest is as short as can be."""
    best = {0: {0: (0, None)}}  # by weeks and steps: the longest week, and where the last one begins
    for week in range(1, weeks + 1):
        best[week] = {}
        for end in range(week, len(steps) + 1):
            best[week][end] = min(
                (max(best[week - 1][begin][0], minutes(steps[begin:end])), begin)
                for begin in best[week - 1]
                if begin < end
            )
    parts, end = [], len(steps)
    for week in range(weeks, 0, -1):
        begin = best[week][end][1]
        parts.insert(0, steps[begin:end])
        end = begin
    return parts


def rows(parts, start=None):
    """Return a row for each piece of work: week, the day it begins, kind, name, title and minutes."""
    days = first_days(start, len(parts))
    return [
        [number, day, step.kind, step.name, step.title, step.minutes]
        for number, (day, part) in enumerate(zip(days, parts, strict=True), start=1)
        for step in part
    ]


def first_days(start, weeks):
    """Return the days on which the weeks of a plan begin, each "" where nothing says when the first does.

    Raises
    ------
    Trouble
        If the last week would begin after the last day that a date can name.
    """
    if start is None:
        return [""] * weeks
    latest = date.max - timedelta(weeks=weeks - 1)
    if start > latest:
        raise Trouble(f"--start must be at most {latest} for {weeks} weeks, got {start}")
    return [(start + timedelta(weeks=week)).isoformat() for week in range(weeks)]
