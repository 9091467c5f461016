"""Asks other open calculators questions whose exact answers are known, and keeps what they say in peers.csv.

`bash tests/model/bench/run peers` runs it; with `PYTHON=python3.12` before it, it adds what newer Pythons
alone can install. Answers of versions not installed stay as they are. The book's chapter "How right are these
numbers?" shows the file.
"""

import csv
import datetime
import math
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

import erlanglib
import pyworkforce.queuing
from mod_turbotab.calculations.erlang import erlang_a as turbotab_erlang_a
from most_queue.theory.impatience.mmn import MMnImpatienceCalc
from pyqueueing.models.erlang_a import ErlangA

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import chapter_tables  # noqa: E402 - it stands beside this file
import exact  # noqa: E402 - it stands in the folder above

TARGET = HERE / "peers.csv"
COLUMNS = (
    "date",
    "package",
    "version",
    "python",
    "load",
    "agents",
    "handle_seconds",
    "patience_seconds",
    "answer_within_seconds",
    "measure",
    "answer",
    "exact",
    "seconds",
)


class Question:
    """A queue and a measure of it. Without patience nobody hangs up (Erlang C)."""

    def __init__(self, load, agents, handle_seconds, patience_seconds, measure, answer_within_seconds=None):
        self.load = load
        self.agents = agents
        self.handle_seconds = handle_seconds
        self.patience_seconds = patience_seconds
        self.measure = measure
        self.answer_within_seconds = answer_within_seconds

    @property
    def patience(self):
        """Mean patience in mean handle times."""
        return self.patience_seconds / self.handle_seconds

    def exact(self):
        """Return the exact answer; None where there is none, since the queue grows without end."""
        if self.patience_seconds is None:
            return float(exact.erlang_c(self.load, self.agents)) if self.agents > self.load else None
        if self.measure == "service_level":
            within = self.answer_within_seconds / self.handle_seconds
            return float(exact.waits(self.load, self.agents, self.patience, within)["service_level_offered"])
        return float(exact.erlang_a(self.load, self.agents, self.patience)[self.measure])


def pyworkforce_says(question):
    minutes = question.handle_seconds / 60
    common = {"transactions": question.load, "aht": minutes, "asa": 1 / 3, "interval": minutes}
    if question.patience_seconds is None:
        return pyworkforce.queuing.ErlangC(**common).waiting_probability(question.agents)
    model = pyworkforce.queuing.ErlangA(patience=question.patience_seconds / 60, **common)
    if question.measure == "abandonment":
        return model.abandonment_probability(question.agents)
    return model.waiting_probability(question.agents)


def pyqueueing_says(question):
    model = ErlangA(question.load, 1.0, question.agents, 1 / question.patience)
    if question.measure == "service_level":
        return model.service_level(question.answer_within_seconds / question.handle_seconds)
    return model.prob_abandon() if question.measure == "abandonment" else model.prob_wait()


def turbotab_says(question):
    found = turbotab_erlang_a(
        question.agents, question.load, question.patience_seconds, question.handle_seconds
    )
    return found["abandon_rate"] if question.measure == "abandonment" else found["pw"]


def most_queue_says(question):
    model = MMnImpatienceCalc(question.agents, 1 / question.patience)
    model.set_sources(question.load)
    model.set_servers(1.0)
    if question.measure == "abandonment":
        return model.get_abandonment_probability()
    return model.get_waiting_probability()


def erlanglib_says(question):
    return erlanglib.core.erlang_c(question.agents, question.load)


SIZES = [Question(size, size, 180, 300, "wait_probability") for size in (100, 500, 1000, 10_000)]
HANGING_UP = Question(48, 50, 60, 120, "abandonment")
IN_TIME = Question(100, 100, 180, 300, "service_level", 20)
TOO_FEW = Question(10, 5, 180, None, "wait_probability")
WITHOUT_HANGING_UP = [Question(load, load * 21 // 20, 180, None, "wait_probability") for load in (500, 1000)]


def asked():
    """Return (package, who answers, questions) for each package."""
    has_erlang_a = hasattr(pyworkforce.queuing, "ErlangA")
    return [
        ("pyworkforce", pyworkforce_says, [*(SIZES + [HANGING_UP] if has_erlang_a else []), TOO_FEW]),
        ("pyqueueing", pyqueueing_says, [*SIZES, HANGING_UP, IN_TIME]),
        ("turbotab", turbotab_says, [*SIZES, HANGING_UP]),
        ("most-queue", most_queue_says, [*SIZES, HANGING_UP]),
        ("erlanglib", erlanglib_says, WITHOUT_HANGING_UP),
    ]


def attempt(says, question):
    """Return a package's answer, or the name of the error it ends with, and the processor seconds it took."""
    begin = time.process_time()
    try:
        answer = says(question)
    except Exception as problem:
        answer = type(problem).__name__
    return answer, time.process_time() - begin


def row_of(package, question, answer, seconds):
    known = question.exact()
    return {
        "date": datetime.date.today().isoformat(),
        "package": package,
        "version": version(package),
        "python": f"CPython {platform.python_version()}",
        "load": question.load,
        "agents": question.agents,
        "handle_seconds": question.handle_seconds,
        "patience_seconds": question.patience_seconds,
        "answer_within_seconds": question.answer_within_seconds,
        "measure": question.measure,
        "answer": f"{answer:.12g}" if isinstance(answer, float) and math.isfinite(answer) else answer,
        "exact": "" if known is None else f"{known:.15g}",
        "seconds": f"{seconds:.3g}",
    }


def main():
    rows = [
        row_of(package, question, *attempt(says, question))
        for package, says, questions in asked()
        for question in questions
    ]
    for row in rows:
        print(*[row[name] for name in COLUMNS[1:]], sep="  ", flush=True)
    measured = {(row["package"], row["version"]) for row in rows}
    if TARGET.exists():
        with TARGET.open(newline="") as file:
            kept = [row for row in csv.DictReader(file) if (row["package"], row["version"]) not in measured]
        rows = sorted(kept + rows, key=lambda row: (row["package"], row["version"]))
    with TARGET.open("w", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    chapter_tables.write()


if __name__ == "__main__":
    main()
