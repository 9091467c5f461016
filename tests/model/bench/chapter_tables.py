"""Makes the tables of the book's chapter "How right are these numbers?" from what was measured.

Reads results.csv, peers.csv, errors.csv and agreement.csv beside this file; bench.py, peers.py and proof.py
end with `write`. tests/book/test_chapter_tables.py compares book/tables with them: no number is typed twice.
"""

import csv
import math
from pathlib import Path

from callcentre.model import staffing

HERE = Path(__file__).parent
TARGET = HERE.parents[2] / "book" / "tables"
OURS = "callcentre"
NBSP = "\N{NO-BREAK SPACE}"

SIMULATED = "simulate 100,000 calls, load 10 on 14 agents: mean wait in handle times"
SERVED_IN_TIME = "Erlang A, 10,000 erlang on 10,000 agents: served within 20 s"
FEWEST = "least agents for 100 erlang, patience 60 s, 50 % in 20 s"
MANY_AGENTS = "10,000 erlang on 10,000 agents, calls of 3 min, patience 5 min: served within 20 s"
FEW_AGENTS = "100 erlang, calls of 3 min, patience 1 min: fewest agents to serve 50 % within 20 s"
# (task of results.csv, its words in the chapter)
SIDE_BY_SIDE = (
    (SIMULATED, "Simulate 100,000 calls on 14 agents"),
    ("Erlang C, 10,000 erlang on 10,100 agents", "Erlang C, 10,000 erlang"),
    ("Erlang C, 100,000 erlang on 100,300 agents", "Erlang C, 100,000 erlang"),
    ("least agents for 10,000 erlang, 80 % in 20 s", "Fewest agents for 10,000 erlang, nobody hangs up"),
    (FEWEST, "Fewest agents for 100 erlang, callers hang up"),
    (SERVED_IN_TIME, "Calls served within 20 s, 10,000 agents, callers hang up"),
)
ON_THE_PAGE = (
    (SERVED_IN_TIME, "Calls served within 20 s, 10,000 agents, callers hang up"),
    ("least agents for 10,000 erlang, patience 300 s", "Fewest agents for 10,000 erlang, callers hang up"),
    ("full cost comparison, 48 intervals, 60 months", "A comparison of costs over 60 months"),
    ("uncertainty, 100 futures", "A hundred futures of that comparison"),
    ("simulate 20,000 calls", "Simulate 20,000 calls"),
)
GROWING = (
    ("calls simulated: simulate 10,000 calls", "Simulation", "10,000 to 100,000 calls"),
    ("calls simulated: simulate 100,000 calls", "Simulation", "100,000 to 1,000,000 calls"),
    ("load, Erlang C: Erlang C, 10,000", "Erlang C", "10,000 to 100,000 erlang"),
    ("load, Erlang A: Erlang A, 1,000", "Erlang A with a service level", "1,000 to 10,000 erlang"),
    ("load, Erlang A: Erlang A, 10,000", "Erlang A with a service level", "10,000 to 100,000 erlang"),
    ("load, staffing: least agents for 1,000", "Fewest agents, nobody hangs up", "1,000 to 10,000 erlang"),
    (
        "load, staffing: least agents for 10,000",
        "Fewest agents, nobody hangs up",
        "10,000 to 100,000 erlang",
    ),
)
NAMES = {"ciw": "Ciw", "simpy": "SimPy"}
MEASURES = {
    "wait_probability": "share who wait",
    "mean_wait_seconds": "mean wait",
    "abandonment": "share who hang up",
}
VALUES = {
    "loss": "share of calls lost",
    "wait_probability": "share who wait",
    "abandonment": "share who hang up",
    "mean_wait": "mean wait",
    "queue_length": "queue",
    "occupancy": "occupancy",
    "mean_wait_served": "mean wait of those served",
    "service_level_offered": "in time of all",
    "service_level_served": "in time of those served",
    "service_level_virtual": "in time had nobody hung up",
}


def read(name):
    """Return the rows of a CSV file beside this one, as dicts."""
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


# What numbers look like


def per_cent(share):
    """Return a share in per cent, with a decimal, below 10 % with two; words for what is no number."""
    share = float(share)
    if math.isnan(share):
        return "NaN: no number"
    decimals = 0 if share == 1 else 1 if share >= 0.1 else 2
    return f"{100 * share:.{decimals}f}{NBSP}%"


def seconds(value):
    return f"{float(value):.1f}{NBSP}s"


def duration(value):
    """Return seconds with three significant digits, in seconds or milliseconds."""
    value = float(value)
    return f"{significant(value)}{NBSP}s" if value >= 1 else f"{significant(1000 * value)}{NBSP}ms"


def significant(value, digits=3):
    """Return a number with so many significant digits, without an exponent and with commas."""
    value = float(value)
    decimals = max(0, digits - 1 - math.floor(math.log10(abs(value))))
    return f"{round(value, digits - 1 - math.floor(math.log10(abs(value)))):,.{decimals}f}"


def power_of_ten(value):
    """Return a small number as a reader writes it: 4 × 10⁻¹⁵."""
    mantissa, exponent = f"{float(value):.0e}".split("e")
    raised = str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    return f"10{raised}" if mantissa == "1" else f"{mantissa}{NBSP}×{NBSP}10{raised}"


def named(row):
    """Return a package with its version."""
    package = row.get("package") or row["who"]
    return f"{NAMES.get(package, package)} {row['version']}".strip()


# Tables: the first row holds the heads


def formulas():
    head = ["Formula", "Compared", "Queues", "Load from", "to", "Promised", "Largest error found"]
    rows = [head]
    for row in read("errors.csv"):
        rows.append(
            [
                row["formula"],
                "; ".join(VALUES[value] for value in row["values"].split()),
                row["cases"],
                f"{float(row['least_load']):g}",
                f"{float(row['most_load']):,.0f}",
                power_of_ten(row["promised"]),
                power_of_ten(row["largest_error"]),
            ]
        )
    return rows


def is_one_question(row):
    """Return whether a row of peers.csv answers the question that is asked at four sizes."""
    return (row["measure"], row["handle_seconds"], row["patience_seconds"], row["load"]) == (
        "wait_probability",
        "180",
        "300",
        row["agents"],
    )


def one_question():
    """Return each calculator's answer to one question by size, the exact answers first."""
    answers = {}
    exact = {}
    for row in read("peers.csv"):
        if is_one_question(row):
            size = int(row["agents"])
            answers.setdefault(named(row), {})[size] = row["answer"]
            exact[size] = row["exact"]
    sizes = sorted(exact)
    ours = {size: staffing.performance(20 * size, 180, size, 300)["wait_probability"] for size in sizes}
    answers = {"The exact answer": exact, "This book": ours, **answers}
    rows = [["Calculator", *[f"{size:,} agents" for size in sizes]]]
    for calculator, by_size in answers.items():
        rows.append([calculator, *[per_cent(by_size[size]) for size in sizes]])
    return rows


def other_answers():
    """Return answers to other questions, each beside the exact one, question by question."""
    rows = []
    for row in read("peers.csv"):
        if not is_one_question(row):
            exact = per_cent(row["exact"]) if row["exact"] else "none: the queue grows without end"
            rows.append([question_of(row), named(row), answer_of(row), exact])
    for task, words, shown in ((SERVED_IN_TIME, MANY_AGENTS, per_cent), (FEWEST, FEW_AGENTS, str)):
        for row in read("results.csv"):
            if row["task"] == task and row["who"] != OURS:
                rows.append([words, named(row), shown(row["result"]), shown(row["exact"])])
    asked = list(dict.fromkeys(row[0] for row in rows))
    rows.sort(key=lambda row: asked.index(row[0]))
    return [["Asked", "Calculator", "Its answer", "Exact"], *rows]


def question_of(row):
    """Return what a row of peers.csv asked, in words."""
    queue = f"{int(row['load']):,} erlang on {int(row['agents']):,} agents"
    if not row["patience_seconds"]:
        return f"{queue}, nobody hangs up: share who wait"
    handle, patience = (int(row[name]) // 60 for name in ("handle_seconds", "patience_seconds"))
    queue += f", calls of {handle} min, patience {patience} min"
    if row["measure"] == "service_level":
        return f"{queue}: served within {row['answer_within_seconds']} s"
    return f"{queue}: {MEASURES[row['measure']]}"


def answer_of(row):
    """Return what a calculator answered, in words; with the time it took where that is what is shown."""
    if row["answer"] == "ValueError":
        return "refused, with a reason"
    if row["package"] == "erlanglib":
        return f"{per_cent(row['answer'])}, after {duration(row['seconds'])}"
    return per_cent(row["answer"])


def agreement():
    rows = [["Queue", "Measure", "This book's simulation", "Compared with", "Its value"]]
    for row in read("agreement.csv"):
        shown = per_cent if row["measure"] != "mean_wait_seconds" else seconds
        theirs = shown(row["value"])
        if row["half_width"]:
            value, half = float(row["value"]), float(row["half_width"])
            theirs += f" ({shown(value - half)} to {shown(value + half)})"
        ours = f"{shown(row['mean'])} ({shown(row['low'])} to {shown(row['high'])})"
        rows.append([row["queue"], MEASURES[row["measure"]], ours, row["source"], theirs])
    return rows


def newest_python(results):
    """Return the newest CPython that results.csv has rows of: the one with every peer."""
    pythons = {row["python"] for row in results if row["python"].startswith("CPython")}
    return max(pythons, key=lambda python: [int(part) for part in python.split()[1].split(".")])


def measured_in(results, python):
    return [row for row in results if row["python"] == python]


def speed():
    """Return how long tasks take here and elsewhere, and how many times as long."""
    results = read("results.csv")
    measured = measured_in(results, newest_python(results))
    rows = [["Task", "This book", "Other program", "Its time", "Times as long"]]
    for task, words in SIDE_BY_SIDE:
        here = next(row for row in measured if row["task"] == task and row["who"] == OURS)
        for row in measured:
            if row["task"] == task and row["who"] != OURS:
                times = significant(row["times_ours"], 2)
                rows.append(
                    [
                        words,
                        duration(here["median_seconds"]),
                        named(row),
                        duration(row["median_seconds"]),
                        times,
                    ]
                )
    return rows


def on_the_page():
    """Return how long tasks take in Python and in the page's Python."""
    results = read("results.csv")
    measured = measured_in(results, newest_python(results))
    page = {row["task"]: row for row in results if row["python"].startswith("MicroPython")}
    here = {row["task"]: row for row in measured if row["who"] == OURS}
    rows = [["Task", "In Python", "In the page"]]
    for task, words in ON_THE_PAGE:
        rows.append([words, duration(here[task]["median_seconds"]), duration(page[task]["median_seconds"])])
    return rows


def growth():
    """Return how much longer ten times the size takes."""
    results = read("results.csv")
    measured = measured_in(results, newest_python(results))
    rows = [["What", "Ten times as large", "Time it takes, in multiples"]]
    for begins, what, sizes in GROWING:
        row = next(row for row in measured if row["task"].startswith(f"ten times the {begins}"))
        rows.append([what, sizes, significant(row["times_ours"], 2)])
    return rows


def measured():
    """Return when and on what each set of results was measured."""
    results, peers, errors = read("results.csv"), read("peers.csv"), read("errors.csv")
    page = next(row["python"] for row in results if row["python"].startswith("MicroPython"))
    newest = measured_in(results, newest_python(results))[0]
    return [
        ["What", "When", "With"],
        ["Errors of the formulas", dates(errors), "mpmath, 50 digits; 30 for service levels"],
        ["Simulation beside formulas and Ciw", dates(read("agreement.csv")), "fixed random numbers"],
        ["Answers of other calculators", dates(peers), ", ".join(sorted({row["python"] for row in peers}))],
        ["Speed", newest["date"], f"{newest['machine']}; {newest['python']}; {page} in Node"],
    ]


def dates(rows):
    return " and ".join(sorted({row["date"] for row in rows}))


TABLES = {
    "formulas": formulas,
    "one-question": one_question,
    "other-answers": other_answers,
    "agreement": agreement,
    "speed": speed,
    "on-the-page": on_the_page,
    "growth": growth,
    "measured": measured,
}


def text_of(rows):
    """Return a table as the text of a CSV file."""
    quoted = [['"' + str(cell).replace('"', '""') + '"' for cell in row] for row in rows]
    return "".join(",".join(cells) + "\n" for cells in quoted)


def write():
    """Write each table into book/tables."""
    TARGET.mkdir(exist_ok=True)
    for name, make in TABLES.items():
        (TARGET / f"{name}.csv").write_text(text_of(make()), encoding="utf-8")


if __name__ == "__main__":
    write()
