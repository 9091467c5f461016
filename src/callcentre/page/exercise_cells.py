"""Runs the cells of an exercise in the page's Python: what each prints and gives, what stops it, the checks.

The page's MicroPython runs this file, and the book's build runs it for what given cells show. It is asked
in JSON and answers in JSON. Each run begins afresh, so that no answer is older than what stands on the page.
"""

import io
import json
import sys

import callcentre

# Not `from .. import exercises`: MicroPython would ask the package's __getattr__ for it, which refuses.
from ..exercises import TRIES_BEFORE_THE_ANSWER, files, given, judge
from ..exercises import task as find_task
from ..exercises.shared.answers import Number, Word, Words
from ..exercises.shared.verdict import EMPTY, RIGHT, WRONG, Trouble
from .error_words import error_in_words

MOST_CHARACTERS = 20_000
MOST_OF_A_VALUE = 2_000
FROM_THE_BOX = "  # from the box"
NOT_HERE = ("pandas", "numpy", "matplotlib", "matplotlib.pyplot", "scipy", "ipywidgets")


class Flood(BaseException):
    """More is printed than a page shows. It is no Exception, so that a learner's ``except`` lets it pass."""


class Absent:
    """Stands for a module the page's Python has not: importing it is no error, using it is."""

    def __init__(self, name):
        self.name = name

    def __getattr__(self, attribute):
        raise ImportError(f"no module named '{self.name}'")


class Screen:
    """What a cell prints, up to a limit."""

    def __init__(self):
        self.written = io.StringIO()

    def print(self, *values, **options):
        if options.get("file") is None:
            options["file"] = self.written
        print(*values, **options)
        if len(self.written.getvalue()) > MOST_CHARACTERS:
            raise Flood

    def text(self):
        return self.written.getvalue()[:MOST_CHARACTERS]


class Sheet:
    """Cells that run one after another and share their names.

    Parameters
    ----------
    tries : dict
        How often each task was answered wrongly before.
    """

    def __init__(self, tries):
        self.tries = tries
        self.stopped = []  # the sources of cells that stopped with an error
        self.names = {"__name__": "__main__", "print": self.print, "input": no_input}
        self.screen = Screen()
        self.verdict = None
        self.last = None  # the value of the last expression of the cell that ran last

    def print(self, *values, **options):
        self.screen.print(*values, **options)

    def run(self, cell, source):
        """Run a cell; return what it shows as data."""
        self.screen, self.verdict, self.last = Screen(), None, None
        value, error = None, None
        try:
            self.last = self.value(cell, source)
            value = shown_value(self.last)
        except Flood:
            error = {"line": None, "message": FLOODED, "detail": ""}
        except BaseException as problem:  # whatever stops a cell is told, SystemExit too
            error = error_in_words(problem, cell, source)
        if error:
            self.stopped.append(source)
        return {
            "id": cell,
            "text": self.screen.text(),
            "value": value,
            "error": error,
            "verdict": self.verdict,
        }

    def value(self, cell, source):
        """Run a cell's source; return the value of its last expression, or None."""
        body, last = divided(source)
        exec(compile(body, "cell " + cell, "exec"), self.names)
        if last is None:
            return None
        # Lines above keep their number, so that an error names the line the learner sees.
        expression = "(" + "\n" * body.count("\n") + last.strip() + "\n)"
        return eval(compile(expression, "cell " + cell, "eval"), self.names)

    def check_by_source(self, cell, source, names):
        """Run a check's cell, where the names it checks are there; else say what is missing.

        Parameters
        ----------
        cell, source : str
        names : list of str
            The variables that the check reads.
        """
        missing = [name for name in names if name not in self.names]
        halted = [name for name in names if any(mentions(one, name) for one in self.stopped)]
        if halted or missing:
            words = HALTED if halted else MISSING
            verdict = {"state": EMPTY, "message": words.format(name=(halted or missing)[0])}
            return {"id": cell, "text": "", "value": None, "error": None, "verdict": verdict}
        return self.run(cell, source)

    def check(self, task, seed=None, **answers):
        """Judge answers, as the notebook's check does; the page shows the verdict."""
        self.verdict = verdict_on(task, answers, self.tries, seed)

    def answer(self, task, seed=None):
        """Print the answer to a task, once it was tried three times."""
        left = TRIES_BEFORE_THE_ANSWER - self.tries.get(find_task(task).name, 0)
        self.print(NO_ANSWER_YET.format(left=left) if left > 0 else answer_in_words(task, seed))


FLOODED = "This prints more than a page can show, so it was stopped. Is there a loop that goes on and on?"
HALTED = "The cell above stopped with an error, so that {name} is not ready. Mend it first."
MISSING = "{name} has no value yet. Give it one in the cell above."
NO_ANSWER_YET = "The answer can be seen after three tries; {left} to go."


def begin():
    """Have modules that this Python lacks be imported without an error; only using them is one."""
    for name in NOT_HERE:
        sys.modules.setdefault(name, Absent(name))


def answer(request):
    """Return the answer to a request of the page, both in JSON."""
    asked = json.loads(request)
    return json.dumps(KINDS[asked["ask"]](asked))


def run(asked):
    """Run cells, and at their end a check where one is asked for."""
    lay_files(asked.get("unit"))
    sheet = Sheet(asked["tries"])
    callcentre.check, callcentre.answer = sheet.check, sheet.answer
    shown = [sheet.run(cell["id"], cell["source"]) for cell in asked["cells"]]
    check = asked.get("check")
    if check:
        shown.append(sheet.check_by_source(check["id"], check["source"], check["names"]))
    return shown


def lay_files(unit):
    """Lay the files of a unit where its cells read them, as they stand beside its notebook."""
    for name, text in files(unit) if unit else ():
        with open(name, "w") as file:  # noqa: PTH123 - the page's Python has no pathlib
            file.write(text)


def judge_box(asked):
    """Judge what was given in a task's box; a readable answer comes back as lines of Python."""
    task = find_task(asked["task"])
    verdict = verdict_on(task.name, asked["answers"], asked["tries"], notes=False)
    lines = [[name, line_of(task.asks[name], name, value)] for name, value in asked["answers"].items()]
    return {"verdict": verdict, "lines": [[name, line] for name, line in lines if line]}


def tell_answer(asked):
    return answer_in_words(asked["task"])


KINDS = {"run": run, "box": judge_box, "answer": tell_answer}


def verdict_on(task, answers, tries, seed=None, notes=True):
    """Return the verdict as data, with how often the task was answered wrongly so far."""
    name = find_task(task).name
    count = tries.get(name, 0)
    verdict = judge(name, answers, count, seed)
    words = [verdict.message] + (verdict.notes if notes else [])
    state = verdict.state if verdict.state in (RIGHT, EMPTY) else WRONG
    return {
        "task": name,
        "state": state,
        "message": " ".join(words),
        "tries": count if verdict.is_right else count + 1,
    }


def answer_in_words(task, seed=None):
    found = find_task(task).answer(given(task, seed))
    return "; ".join(f"{name}: {words}" for name, words in found.items())


def line_of(kind, name, value):
    """Return an answer of a box as a line of Python; None where it cannot be read."""
    try:
        read = kind.read(name, value)[0]
    except Trouble:
        return None
    if isinstance(kind, Number):
        written = number_in_python(read)
    elif isinstance(kind, Word):
        written = json.dumps(read)
    elif isinstance(kind, Words):
        written = json.dumps([word for word in kind.words if word in read])
    else:
        return None
    return f"{name} = {written}{FROM_THE_BOX}"


def number_in_python(number):
    """Return a number with no more digits than it needs, whatever way this Python shows floats."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    for places in range(1, 13):
        text = f"{number:.{places}f}"
        if float(text) == number:
            return text
    return repr(number)


def shown_value(value):
    """Return a value as Python writes it, cut where it is long; None for None."""
    if value is None:
        return None
    text = repr(value)
    return text if len(text) <= MOST_OF_A_VALUE else text[:MOST_OF_A_VALUE] + " …"


def divided(source):
    """Return a cell's source up to its last expression, and that expression; None where it ends otherwise.

    MicroPython has no syntax trees, so the last lines are tried, from the end upwards.
    """
    lines = source.rstrip().split("\n")
    for place in range(len(lines) - 1, -1, -1):
        starts_here = lines[place] and lines[place][0] not in " \t#)]}"
        if starts_here:
            body, last = "\n".join(lines[:place] + [""]), "\n".join(lines[place:])
            if is_python(last.strip(), "eval") and is_python(body, "exec"):
                return body, last
            if is_python(last, "exec"):
                break
    return source, None


def is_python(text, mode):
    try:
        compile(text, "cell", mode)
    except Exception:
        return False
    return True


def mentions(source, name):
    """Say whether a name stands in a source as a word."""
    words = "".join(sign if sign.isalpha() or sign.isdigit() or sign == "_" else " " for sign in source)
    return name in words.split()


def no_input(*prompt):
    raise EOFError("nobody can be asked here")
