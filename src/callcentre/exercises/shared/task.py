"""A task: what is asked for, what is right and why it matters, and the mistakes that are usually made."""

from ...model.check import InputError, whole_number
from ...model.numerics.randomness import MOST_SEED
from .given import Given
from .verdict import EMPTY, RIGHT, WRONG, Trouble, Verdict


class Misconception:
    """A mistake that is usually made.

    Parameters
    ----------
    name : str
        With hyphens, unique in its task: what a report on a class calls it.
    rule : callable
        From the task's data to what somebody answers who makes the mistake: a dict of answers by name, of
        those that it makes wrong. It computes them, so that they follow when the data change.
    hint : str
        A sentence or two that lead away from it, without the answer.
    when : callable, optional
        From the answers as they were read, by name, and the data to whether somebody made the mistake; where
        many answers show it, of which the rule gives one.
    """

    def __init__(self, name, rule, hint, when=None):
        self.name = name
        self.rule = rule
        self.hint = hint
        self.when = when


class Task:
    """One thing to do, with its check.

    Parameters
    ----------
    name : str
        The unit's name and the task's: "cost/desk-hour".
    points : int
    objective : str
        What one can do who can do this.
    asks : dict
        The kind of each answer, by the name of the learner's variable.
    right : callable
        From the task's data to the right answers, by name.
    why : str
        Why the right answer matters: what a learner reads once it is there.
    hints : tuple of str
        What to look at first, and on the second try; neither holds the answer.
    misconceptions : sequence of Misconception
        In the order in which they are looked for.
    accepts : callable, optional
        From the answers as they were read and the data to whether they are right, where many are; ``right``
        gives one.
    shows : sequence of str
        The names of what it gives, in the order in which a table shows them: see `Unit`.
    needs : str
        "pandas" or "matplotlib" where it can be done in Jupyter only; "" where the page's Python is enough.
    """

    def __init__(
        self,
        name,
        points,
        objective,
        asks,
        right,
        why,
        hints,
        misconceptions=(),
        accepts=None,
        shows=(),
        needs="",
    ):
        self.name = name
        self.points = points
        self.objective = objective
        self.asks = asks
        self.right = right
        self.why = why
        self.hints = hints
        self.misconceptions = misconceptions
        self.accepts = accepts
        self.shows = shows
        self.needs = needs

    def judge(self, answers, data, tries=0):
        """Return the verdict on answers by name, after so many tries that were wrong.

        Raises
        ------
        InputError
            If an answer is missing or has a name that the task does not ask for.
        """
        self.check_names(answers)
        right, read, notes = self.right(data), {}, []
        try:
            for name, kind in self.asks.items():
                read[name], note = kind.read(name, answers[name])
                notes += [note] if note else []
            wrong = self.wrong_names(read, right, data)
        except Trouble as trouble:
            return Verdict(trouble.state, trouble.message)
        if not wrong:
            return Verdict(RIGHT, self.why, notes=notes)
        for misconception in self.misconceptions:
            if self.is_made(misconception, data, read, wrong):
                return Verdict(WRONG, misconception.hint, misconception.name, notes)
        return Verdict(WRONG, self.hint(wrong, read, right, tries), notes=notes)

    @property
    def rubric(self):
        """What a person looks for, as pairs of points and words; nothing where a check decides."""
        return [row for kind in self.asks.values() for row in getattr(kind, "rubric", ())]

    def wrong_names(self, read, right, data):
        """Return the names of the answers that are not right."""
        if self.accepts:
            return [] if self.accepts(read, data) else list(self.asks)
        return [name for name, kind in self.asks.items() if not kind.is_same(name, read[name], right[name])]

    def check_names(self, answers):
        allowed = ", ".join(self.asks)
        for name in answers:
            if name not in self.asks:
                raise InputError("answer to " + self.name, "one of " + allowed, name)
        missing = [name for name in self.asks if name not in answers]
        if missing:
            raise InputError("answer to " + self.name, "given with all of " + allowed, ", ".join(answers))

    def is_made(self, misconception, data, read, wrong):
        """Say whether answers are those of a mistake, and that is what is wrong with them."""
        if misconception.when:
            return misconception.when(read, data)
        mistaken = misconception.rule(data)
        if not any(name in mistaken for name in wrong):
            return False
        try:
            return all(self.asks[name].is_same(name, read[name], mistaken[name]) for name in mistaken)
        except Trouble:
            return False

    def hint(self, wrong, read, right, tries):
        """Return what to look at: a slip of unit or sign, else the task's own hints, the later ones later."""
        for name in () if self.accepts else wrong:
            slip = self.asks[name].slip(name, read[name], right[name])
            if slip:
                return slip
        return self.hints[min(tries, len(self.hints) - 1)]

    def answer(self, data):
        """Return the right answers in words, by name, for who asks for them."""
        right = self.right(data)
        return {name: kind.shown(right[name]) for name, kind in self.asks.items()}


class Unit:
    """Tasks that belong together, with their data.

    Parameters
    ----------
    name : str
    title : str
    minutes : int
        How long a learner needs for all.
    data : callable
        From a seed, None for the book's own numbers, to a dict of what the tasks are about.
    tasks : sequence of Task
    quantities : sequence of Quantity or Rows
        How what the tasks show is written.
    files : callable, optional
        From the data to the files that stand beside the notebook: a list of (name, text).
    """

    def __init__(self, name, title, minutes, data, tasks, quantities=(), files=None):
        self.name = name
        self.title = title
        self.minutes = minutes
        self.make_data = data
        self.tasks = tasks
        self.quantities = quantities
        self.files = files or no_files
        self.last_data = ("", {})

    def find(self, name):
        """Return the task of that name, with or without the unit's.

        Raises
        ------
        InputError
            If there is none; the message lists the names there are.
        """
        for task in self.tasks:
            if name in (task.name, task.name.split("/")[1]):
                return task
        raise InputError("task", "one of " + ", ".join(task.name for task in self.tasks), name)

    def data(self, seed):
        """Return what the tasks are about.

        Raises
        ------
        InputError
            If the seed is neither None nor a whole number from 0 to 2,147,483,647.
        """
        return self.make_data(None if seed is None else whole_number("seed", seed, 0, MOST_SEED))

    def known(self, seed):
        """Return the data of a seed for those who change nothing of it; it is worked out once in a row."""
        asked = repr(seed)  # True is no 1
        if self.last_data[0] != asked:
            self.last_data = (asked, self.data(seed))
        return self.last_data[1]

    def given(self, task, data):
        """Return what a task gives, to look at, and how a person marks it."""
        by_name = {each.name: each for each in self.quantities}
        given = Given([by_name[name] for name in task.shows], data)
        for kind in task.asks.values():
            if hasattr(kind, "rubric"):
                rows = [(words, str(points)) for points, words in kind.rubric]
                given.tables.append(("How it is marked", ("A text that", "Points"), rows))
        return given


def no_files(data):
    return []


def nothing_yet(name, asked):
    """Return the trouble of an answer that is not there."""
    return Trouble(EMPTY, f"{name} is still empty: {asked} belongs there.")
