"""Answers to every task, tried in whichever Python runs this: the page's MicroPython reads this file too."""

from callcentre.exercises import NAMES, unit
from callcentre.exercises.shared.answers import Facts, FreeText, Function, Number, Rows, Word, Words


def verdict(task, data, answers):
    """Return state and misconception of a verdict, or the error in words where judging raises one."""
    try:
        judged = task.judge(answers, data)
    except Exception as error:
        return ["raised", f"{type(error).__name__}: {error}"]
    return [judged.state, judged.misconception, judged.message]


def all_tasks(seed=None, names=NAMES):
    """Yield the tasks of units with their data."""
    for name in names:
        of_unit = unit(name)
        data = of_unit.known(seed)
        for task in of_unit.tasks:
            yield task, data


def all_right_answers(seed=None):
    """Return the right answers of all tasks: (task, answers by name)."""
    return [(task.name, task.right(data)) for task, data in all_tasks(seed)]


def of_misconceptions(seed=None, names=NAMES):
    """Return the verdict on the answer of each mistake: [task, mistake, verdict]."""
    found = []
    for task, data in all_tasks(seed, names):
        for mistake in task.misconceptions:
            answers = dict(task.right(data), **mistake.rule(data))
            found.append([task.name, mistake.name, verdict(task, data, answers)])
    return found


def of_right_answers(seed=None, names=NAMES):
    """Return the verdict on right answers in several forms: [task, form, verdict]."""
    found = []
    for task, data in all_tasks(seed, names):
        right = task.right(data)
        for form in range(5):
            answers = {name: in_form(kind, right[name], form) for name, kind in task.asks.items()}
            found.append([task.name, form, verdict(task, data, answers)])
    return found


def in_form(kind, right, form):
    """Return a right answer in one of five forms that a sensible person may choose."""
    if isinstance(kind, Number):
        if right is None:
            return None
        rounded = round(right, kind.places)
        decimals = max(kind.places, 0)
        text = f"{rounded:.{decimals}f}" + "0" * (decimals == 3)  # three digits could be thousands
        return [right, rounded, right + 0.4 * 10.0**-kind.places, text, text.replace(".", ",")][form]
    if isinstance(kind, Word):
        return [right, right.upper(), f" {right} ", [right], right.replace("-", " ")][form]
    if isinstance(kind, Words):
        right = list(right)
        return [right, tuple(right), set(right), list(reversed(right)) + right[:1], ", ".join(right)][form]
    if isinstance(kind, Facts):
        return {fact: in_form(one, right[fact], form) for fact, one in kind.kinds.items()}
    if isinstance(kind, Function):
        return [
            right,
            lambda *case: right(*case),
            Callable(right),
            right,
            lambda *case: again(kind, right(*case)),
        ][form]
    return right


def again(kind, value):
    """Return what a function gave in another form."""
    if isinstance(kind.gives, Rows):
        return [list(row) for row in value]
    return value


class Callable:
    """A function written as a class."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *case):
        return self.function(*case)


def stops(*case):
    raise KeyError("agents")


def gives_nothing(*case):
    return None


def changes_its_arguments(*case):
    for one in case:
        if isinstance(one, (list, dict)):
            one.clear()
    return 0


ODD = (
    None,
    ...,
    "",
    "abc",
    True,
    False,
    float("nan"),
    float("inf"),
    10**400,
    1e308,
    -1e308,
    5e-324,
    (28, 93),
    [],
    {},
    [None],
    {"a": 1},
    {1, 2},
    object(),
    stops,
    gives_nothing,
    changes_its_arguments,
    int,
    b"12",
    1j,
    -1,
    0,
    7e9,
    "12,5,1",
)


def of_wrong_answers(seed=None, names=NAMES, others=None):
    """Return the verdict on answers that are wrong for certain: [task, which, verdict]."""
    found = []
    others = others or all_right_answers(seed)
    for task, data in all_tasks(seed, names):
        right = task.right(data)
        for name, kind in task.asks.items():
            if isinstance(kind, FreeText):
                continue
            tried = list(ODD) + neighbours(kind, right[name])
            for other, values in others:
                if other != task.name and are_near(other, task.name):
                    tried += [values[key] for key in sorted(values)]
            for place, value in enumerate(tried):
                if not is_the_same(kind, name, value, right[name]):
                    answers = dict(right, **{name: value})
                    found.append([task.name, f"{name} {place}", verdict(task, data, answers)])
    return found


def are_near(one, other):
    """Say whether two tasks are of one unit, or of two that follow each other."""
    places = [NAMES.index(name.split("/")[0]) for name in (one, other)]
    return abs(places[0] - places[1]) <= 1


def neighbours(kind, right):
    """Return numbers next to the right one, of another sign and another size."""
    if not isinstance(kind, Number) or not right:
        return []
    step = 10.0**-kind.places
    near = [right + 1.6 * step, right - 1.6 * step]
    return near + [-right] + [right * factor for factor in (60, 1 / 60, 3600, 12, 100, 0.01, 1000, 2, 0.5)]


def is_the_same(kind, name, value, right):
    """Say whether an answer of a list of wrong ones happens to be right here."""
    try:
        return kind.is_same(name, kind.read(name, value)[0], right)
    except Exception:
        return False


def of_given(names=NAMES, seed=None):
    """Return what each task shows of what it gives: [task, "given", ["shown", text]]."""
    found = []
    for task, data in all_tasks(seed, names):
        shown = unit(task.name.split("/")[0]).given(task, data)
        found.append([task.name, "given", ["shown", repr(shown)]])
    return found


def everything(names=NAMES, others=None):
    """Return all verdicts on the tasks of units, as JSON can hold them."""
    return {
        "given": of_given(names),
        "misconceptions": of_misconceptions(None, names),
        "right": of_right_answers(None, names),
        "wrong": of_wrong_answers(None, names, others),
    }
