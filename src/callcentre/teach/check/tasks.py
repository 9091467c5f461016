"""Whether units' tasks still tell right from wrong, and one mistake from another, with today's data."""

import re

from ... import exercises

SEEDS = (1, 2, 3, 17, 2027)  # a few of those that give a learner numbers of their own
SENTENCE = re.compile(r"[.?]$")
FEWEST_MISTAKES = 2


def troubles():
    """Return a sentence for each thing that no longer fits in a task."""
    return [trouble for unit in exercises.units() for trouble in of_unit(unit)]


def of_unit(unit):
    """Return what no longer fits in a unit's tasks; its data are worked out once for all of them."""
    found = [trouble for task in unit.tasks for trouble in words(task)]
    for seed in (None, *SEEDS):
        data = unit.data(seed)
        numbers = "the book's numbers" if seed is None else f"the numbers of seed {seed}"
        for task in unit.tasks:
            found += [f"{task.name}: with {numbers} {trouble}" for trouble in judged(task, data)]
            if seed is None:
                found += given_away(task, data)
    return found


def words(task):
    """Return what is missing in the words of a task."""
    found = []
    for what, text in texts(task):
        if not SENTENCE.search(text):
            found.append(f"{task.name}: {what} is no sentence: {text!r}")
    names = [mistake.name for mistake in task.misconceptions]
    found += [f"{task.name}: two mistakes are called {name}" for name in sorted(repeated(names))]
    if not task.rubric and len(names) < FEWEST_MISTAKES:
        found.append(f"{task.name} knows {len(names)} usual mistakes; {FEWEST_MISTAKES} are the least")
    return found


def texts(task):
    """Yield what a task tells a learner, with what each text is."""
    yield "its objective", task.objective
    yield "why it matters", task.why
    for number, hint in enumerate(task.hints, start=1):
        yield f"hint {number}", hint
    for mistake in task.misconceptions:
        yield f"the hint on {mistake.name}", mistake.hint


def repeated(names):
    return {name for name in names if names.count(name) > 1}


def judged(task, data):
    """Yield what is wrong with the verdicts on a task's own answers."""
    verdict = task.judge(task.right(data), data)
    if not verdict.is_right:
        yield f"its own answer is not right: {verdict.message}"
    for mistake in task.misconceptions:
        verdict = task.judge({**task.right(data), **mistake.rule(data)}, data)
        if verdict.is_right:
            yield f"the mistake {mistake.name} gives the right answer"
        elif not verdict.misconception:
            yield f"the mistake {mistake.name} is not recognised; a learner is told: {verdict.message}"
        elif verdict.misconception != mistake.name:
            yield f"the mistakes {verdict.misconception} and {mistake.name} give the same answer"


def given_away(task, data):
    """Return a sentence for each hint that holds a number of the answer."""
    numbers = {
        number for answer in task.answer(data).values() for number in re.findall(r"\d[\d,]*\.\d+", answer)
    }
    return [
        f"{task.name}: {what} holds the answer, {number}"
        for what, text in texts(task)
        if "hint" in what
        for number in sorted(numbers)
        if number in text
    ]
