"""Run a plan behind the wall, and have each answer judged on this side of it."""

import time

from ...exercises.shared.verdict import EMPTY, RIGHT, WRONG
from ...model.check import InputError
from .box import Box, Stop, Stopped
from .values import shown

TIMES_A_CELL = 10  # how much longer a whole notebook may take than one cell
MOST_BEGUN = 4  # how often a notebook is begun again without a cell that ended it

BY_HAND = "by hand"


class Answered:
    """What came of one task.

    Attributes
    ----------
    state : {"right", "wrong", "kind", "empty", "by hand"}
    message : str
        Why it matters, or what to look at.
    misconception : str or None
    answer : str
        The student's own, in words.
    """

    def __init__(self, state, message, misconception=None, answer=""):
        self.state = state
        self.message = message
        self.misconception = misconception
        self.answer = answer


class Run:
    """What came of a notebook: `Answered` by the task's name, warnings, and what it took of the machine."""

    def __init__(self, answered, warnings, peak_bytes, cpu_seconds):
        self.answered = answered
        self.warnings = warnings
        self.peak_bytes = peak_bytes
        self.cpu_seconds = cpu_seconds


def judged(plan, wall, slot, folder, limits):
    """Run a plan, beginning again without a cell where it ends the process; return the `Run`."""
    until = time.monotonic() + TIMES_A_CELL * limits.seconds
    left_out, warnings, answered, peak, cpu_seconds = set(), [], {}, 0, 0.0
    for _ in range(MOST_BEGUN):
        with Box(wall, slot, folder, limits, until) as box:
            conversation = Conversation(box, plan, left_out)
            try:
                conversation.hold()
                stopped = None
            except Stopped as error:
                stopped = error
        peak = max(peak, box.peak_bytes)
        cpu_seconds += box.cpu_seconds
        for name, found in conversation.answered.items():
            keep_best(answered, name, found)
        if stopped is None:
            warnings += conversation.slow_in_words()
            break
        left_out.add(conversation.now)
        warnings.append(left_out_in_words(conversation.now, stopped))
    return Run(answered, warnings, peak, cpu_seconds)


def left_out_in_words(step, stopped):
    if step.asked:
        return f"Calling the function of {step.asked.short_name} was ended: {stopped}."
    return f"Code cell {step.place} was left out: {stopped}."


class Conversation:
    """One way through the steps of a plan."""

    def __init__(self, box, plan, left_out):
        self.box = box
        self.plan = plan
        self.left_out = left_out
        self.answered = {}
        self.now = None
        self.last_stop = None
        self.slow = []

    def hold(self):
        for step in self.plan.steps:
            self.now = step
            if step.asked:
                keep_best(self.answered, step.asked.name, self.judge(step))
            elif step not in self.left_out:
                self.run(step)

    def run(self, step):
        try:
            self.box.run(step.source)
            self.last_stop = None
        except Stop as stop:
            self.last_stop = stop
            self.slow += [str(step.place)] if stop.is_slow else []

    def slow_in_words(self):
        return [f"Took too long and was ended: code cell {', '.join(self.slow)}."] if self.slow else []

    def judge(self, step):
        """Return what is said of a task's answers as they now stand."""
        asked = step.asked
        if step in self.left_out:
            return Answered(WRONG, "The function did not come to an end, or ended its notebook.")
        answers, missing = {}, []
        for name in asked.names:
            try:
                answers[name] = self.box.value(name)
            except (KeyError, Stop):
                answers[name] = None
                missing.append(name)
        own = own_words(asked, answers, self.plan.answers.get(asked.answer_id, ""))
        if missing and self.last_stop:
            return Answered(
                EMPTY, f"{missing[0]} is not there: its cell stops with {self.last_stop}.", answer=own
            )
        return self.verdict(asked, answers, own)

    def verdict(self, asked, answers, own):
        try:
            found = asked.judge(answers)
        except (InputError, Stop) as error:
            return Answered(WRONG, str(error), answer=own)
        except Exception as error:  # an answer no check was made for: told, and nobody else's fault
            return Answered(WRONG, f"The answer cannot be judged ({type(error).__name__}).", answer=own)
        message = " ".join([found.message, *found.notes])
        if asked.is_by_hand and found.state == RIGHT:
            return Answered(BY_HAND, "A person reads this answer.", answer=own)
        return Answered(found.state, message, found.misconception, own)


def own_words(asked, answers, source):
    """Return a student's answer as the feedback shows it: values, or the code of a function."""
    if any(callable(value) for value in answers.values()):
        return source.strip()
    if len(answers) == 1:
        return "\n".join(shown(value) for value in answers.values() if value is not None)
    return "\n".join(f"{name} = {shown(value)}" for name, value in answers.items() if value is not None)


def keep_best(answered, name, found):
    """Keep what was said last of a task, unless it was right before."""
    before = answered.get(name)
    if (
        before is None
        or (before.state not in (RIGHT, BY_HAND) and found.state != EMPTY)
        or found.state == RIGHT
    ):
        answered[name] = found
