"""Measures the model beside its peers, in one run, and in the page's Python: `make bench`.

Prints a table and writes results.csv beside this file. Times are medians of processor seconds, so that other
work on the machine does not count; a peer takes its turns between ours. Errors are relative to a value
computed with 50 digits, where there is one: being fast counts only if the answer is right. A simulation's
result is off by chance, so its error is left out.

The tables of the book's chapter "How right are these numbers?" are made anew from it: chapter_tables.py.

What other Pythons measured stays in results.csv: `PYTHON=python3.12 bash tests/model/bench/run` adds the
peers that only newer ones can install.
"""

import csv
import datetime
import json
import math
import os
import platform
import random
import shutil
import statistics
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import chapter_tables
import ciw
import mpmath
import pyworkforce.queuing
import simpy

from callcentre.model import costs, erlang, simulation, staffing
from callcentre.model.risk import uncertainty

HERE = Path(__file__).parent
COLUMNS = (
    "task",
    "who",
    "version",
    "python",
    "repeats",
    "median_seconds",
    "times_ours",
    "result",
    "exact",
    "relative_error",
)
SHORTEST = 0.02
CALLS = 100_000


class Task:
    """Something to measure: an expression of ours, which the page's Python can evaluate too, and rivals."""

    def __init__(
        self, name, expression, repeats=5, rivals=(), exact=None, pick=None, in_page=True, is_drawn=False
    ):
        self.name = name
        self.expression = expression
        self.repeats = repeats
        self.rivals = rivals
        self.exact = exact
        self.pick = pick
        self.in_page = in_page
        self.is_drawn = is_drawn


class Rival:
    """A peer's way to the same result; slow ones take fewer turns."""

    def __init__(self, package, run, repeats=5, note=""):
        self.package = package
        self.run = run
        self.repeats = repeats
        self.note = note


def day(calls):
    """Return an expression for a day of 48 half hours, with a load of 10 on 14 agents."""
    intervals = f"[(30 * i, 30, {calls} / 48) for i in range(48)]"
    return f"{{'intervals': {intervals}, 'agents': 14, 'handle_seconds': {10 * 86400 / calls!r}}}"


def simulated(calls):
    return f"simulation.simulate({day(calls)}, 1)"


def mean_wait(result):
    """Return the mean wait of a simulated day, in mean handle times."""
    totals = result["totals"]
    return totals["mean_wait_seconds"] / (10 * 86400 / CALLS)


def by_ciw():
    ciw.seed(1)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(10.0)],
        service_distributions=[ciw.dists.Exponential(1.0)],
        number_of_servers=[14],
    )
    queue = ciw.Simulation(network)
    queue.simulate_until_max_customers(CALLS, method="Arrive")
    return statistics.fmean(record.waiting_time for record in queue.get_all_records())


def by_simpy():
    drawing = random.Random(1)
    environment = simpy.Environment()
    agents = simpy.Resource(environment, 14)
    waits = []

    def call():
        came = environment.now
        with agents.request() as turn:
            yield turn
            waits.append(environment.now - came)
            yield environment.timeout(drawing.expovariate(1.0))

    def arrivals():
        for _ in range(CALLS):
            yield environment.timeout(drawing.expovariate(10.0))
            environment.process(call())

    environment.process(arrivals())
    environment.run()
    return statistics.fmean(waits)


def erlang_c_of(load):
    return pyworkforce.queuing.ErlangC(transactions=load, aht=1.0, asa=1 / 3, interval=1)


def erlang_a_of(load, patience):
    """Return pyworkforce's Erlang A with handle times of 3 minutes and a target of 20 s, where it has one."""
    return pyworkforce.queuing.ErlangA(transactions=load, aht=3.0, asa=1 / 3, interval=3, patience=patience)


def exact_erlang_c(load, agents):
    with mpmath.workdps(50):
        inverse = mpmath.mpf(1)
        for count in range(1, agents + 1):
            inverse = 1 + inverse * count / load
        return float(1 / (inverse - (inverse - 1) * mpmath.mpf(load) / agents))


def exact_service_level(load, agents, patience, within):
    """Return Erlang A's share of calls served within the target, times in mean handle times.

    The virtual wait's density is integrated with 30 digits, weighed against the state before the last agent.
    """
    with mpmath.workdps(30):
        theta, target = 1 / mpmath.mpf(patience), mpmath.mpf(within)
        idle = mpmath.mpf(1)
        for count in range(1, agents):
            idle = 1 + idle * count / load

        def density(x):
            return load * mpmath.exp(load / theta * (1 - mpmath.exp(-theta * x)) - agents * x)

        scale = mpmath.sqrt(theta / agents)
        steps = [scale * step for step in range(0, 60, 2)]
        served = mpmath.quad(
            lambda x: density(x) * mpmath.exp(-theta * x), [x for x in steps if x < target] + [target]
        )
        return float((idle + served) / (idle + mpmath.quad(density, steps)))


def tasks():
    """Return what to measure. Erlang A and its staffing have a rival only where pyworkforce has them."""
    has_erlang_a = hasattr(pyworkforce.queuing, "ErlangA")
    wait = exact_erlang_c(10, 14) / 4
    level = exact_service_level(10_000, 10_000, 5 / 3, 1 / 9)
    slow = [Rival("pyworkforce", lambda: erlang_a_of(10_000, 5.0).service_level(10_000), 1)]
    small = [Rival("pyworkforce", lambda: erlang_a_of(100, 1.0).required_positions(0.5)["raw_positions"], 3)]
    return [
        Task(
            "simulate 100,000 calls, load 10 on 14 agents: mean wait in handle times",
            simulated(CALLS),
            7,
            [Rival("ciw", by_ciw), Rival("simpy", by_simpy)],
            wait,
            mean_wait,
            is_drawn=True,
        ),
        Task("simulate 20,000 calls", simulated(20_000)),
        Task("simulate 10,000 calls", simulated(10_000)),
        Task("simulate 1,000,000 calls", simulated(1_000_000), 3, in_page=False),
        Task(
            "Erlang C, 10,000 erlang on 10,100 agents",
            "erlang.erlang_c(10000, 10100)",
            rivals=[Rival("pyworkforce", lambda: erlang_c_of(10_000).waiting_probability(10_100), 3)],
            exact=exact_erlang_c(10_000, 10_100),
        ),
        Task(
            "Erlang C, 100,000 erlang on 100,300 agents",
            "erlang.erlang_c(100000, 100300)",
            rivals=[Rival("pyworkforce", lambda: erlang_c_of(100_000).waiting_probability(100_300), 1)],
            exact=exact_erlang_c(100_000, 100_300),
        ),
        Task(
            "Erlang A, 10,000 erlang on 10,000 agents: served within 20 s",
            "staffing.performance(200000, 180, 10000, 300, 20)",
            rivals=slow if has_erlang_a else (),
            exact=level,
            pick=lambda result: result["service_level"],
        ),
        Task("Erlang A, 1,000 erlang on 1,000 agents", "staffing.performance(20000, 180, 1000, 300, 20)"),
        Task(
            "Erlang A, 100,000 erlang on 100,000 agents",
            "staffing.performance(2000000, 180, 100000, 300, 20)",
        ),
        Task(
            "least agents for 10,000 erlang, 80 % in 20 s",
            "staffing.agents_needed(200000, 180)",
            rivals=[Rival("pyworkforce", lambda: least_by_erlang_c(10_000), 1)],
        ),
        Task(
            "least agents for 10,000 erlang, patience 300 s",
            "staffing.agents_needed(200000, 180, 0.8, 20, 300)",
        ),
        Task(
            "least agents for 100 erlang, patience 60 s, 50 % in 20 s",
            "staffing.agents_needed(2000, 180, 0.5, 20, 60)",
            rivals=small if has_erlang_a else (),
            exact=76,
        ),
        Task("least agents for 1,000 erlang, 80 % in 20 s", "staffing.agents_needed(20000, 180)"),
        Task("least agents for 100,000 erlang, 80 % in 20 s", "staffing.agents_needed(2000000, 180)"),
        Task(
            "full cost comparison, 48 intervals, 60 months",
            "costs.compare({'horizon_months': 60, 'night_share': 0.1})",
            pick=lambda result: result["cheapest"],
        ),
        Task(
            "uncertainty, 100 futures",
            "uncertainty.draw({}, 1, 100)",
            pick=lambda state: uncertainty.summary(state)["cheapest"],
        ),
    ]


def least_by_erlang_c(load):
    model = pyworkforce.queuing.ErlangC(transactions=load, aht=3.0, asa=1 / 3, interval=3)
    return model.required_positions(0.8)["raw_positions"]


# (what grows, from which task to which): ten times the size
GROWTH = (
    (
        "calls simulated",
        "simulate 10,000 calls",
        "simulate 100,000 calls, load 10 on 14 agents: mean wait in handle times",
    ),
    (
        "calls simulated",
        "simulate 100,000 calls, load 10 on 14 agents: mean wait in handle times",
        "simulate 1,000,000 calls",
    ),
    (
        "load, Erlang C",
        "Erlang C, 10,000 erlang on 10,100 agents",
        "Erlang C, 100,000 erlang on 100,300 agents",
    ),
    (
        "load, Erlang A",
        "Erlang A, 1,000 erlang on 1,000 agents",
        "Erlang A, 10,000 erlang on 10,000 agents: served within 20 s",
    ),
    (
        "load, Erlang A",
        "Erlang A, 10,000 erlang on 10,000 agents: served within 20 s",
        "Erlang A, 100,000 erlang on 100,000 agents",
    ),
    (
        "load, staffing",
        "least agents for 1,000 erlang, 80 % in 20 s",
        "least agents for 10,000 erlang, 80 % in 20 s",
    ),
    (
        "load, staffing",
        "least agents for 10,000 erlang, 80 % in 20 s",
        "least agents for 100,000 erlang, 80 % in 20 s",
    ),
)


def measure(task):
    """Return a task's rows: ours first, then its rivals', turns taken alternately."""
    code = compile(task.expression, task.name, "eval")
    names = {
        "costs": costs,
        "erlang": erlang,
        "simulation": simulation,
        "staffing": staffing,
        "uncertainty": uncertainty,
    }

    def ours():
        return eval(code, names)

    times = {None: []}
    results = {None: ours()}
    loops = max(1, math.ceil(SHORTEST / max(1e-7, seconds(ours, 1))))
    for turn in range(max([task.repeats] + [rival.repeats for rival in task.rivals])):
        if turn < task.repeats:
            times[None].append(seconds(ours, loops))
        for rival in task.rivals:
            if turn < rival.repeats:
                taken, results[rival] = attempt(rival.run)
                times.setdefault(rival, []).append(taken)
    result = results[None] if task.pick is None else task.pick(results[None])
    rows = [row_of(task, "callcentre", times[None], result if is_short(result) else "")]
    for rival in task.rivals:
        rows.append(row_of(task, rival.package, times[rival], results[rival], rows[0]["median_seconds"]))
    return rows


def is_short(result):
    return isinstance(result, (int, float, str))


def seconds(run, loops):
    begin = time.process_time()
    for _ in range(loops):
        run()
    return (time.process_time() - begin) / loops


def attempt(run):
    """Return how long a rival takes, and its result or the name of the error it ends with."""
    begin = time.process_time()
    try:
        result = run()
    except Exception as problem:
        result = type(problem).__name__
    return time.process_time() - begin, result


def row_of(task, who, times, result, ours=None):
    median = statistics.median(times)
    error = ""
    if task.exact is not None and not task.is_drawn and isinstance(result, (int, float)):
        error = abs(result - task.exact) / task.exact
    return {
        "task": task.name,
        "who": who,
        "version": "" if who == "callcentre" else version(who),
        "python": f"CPython {platform.python_version()}",
        "repeats": len(times),
        "median_seconds": median,
        "times_ours": "" if ours is None else median / ours,
        "result": result,
        "exact": "" if task.exact is None else task.exact,
        "relative_error": error,
    }


def in_page(measured):
    """Return the rows of the page's Python, measured in node."""
    node = shutil.which("node")
    if node is None or not (HERE.parents[2] / "node_modules" / "@micropython").is_dir():
        print("No node or no node_modules: the page's Python is left out. `make setup` brings them.")
        return []
    request = [
        {"name": task.name, "expression": task.expression, "repeats": task.repeats}
        for task in measured
        if task.in_page
    ]
    run = subprocess.run(
        [node, HERE / "bench.mjs"], input=json.dumps(request), capture_output=True, text=True, check=False
    )
    if run.returncode:
        sys.exit(run.stderr)
    answer = json.loads(run.stdout)
    return [
        {
            "task": request[place]["name"],
            "who": "callcentre",
            "version": "",
            "python": answer["python"],
            "repeats": len(times),
            "median_seconds": statistics.median(times),
            "times_ours": "",
            "result": "",
            "exact": "",
            "relative_error": "",
        }
        for place, times in enumerate(answer["seconds"])
    ]


def growth(rows):
    """Return rows that say how much longer ten times the size takes."""
    medians = {row["task"]: row["median_seconds"] for row in rows if row["who"] == "callcentre"}
    return [
        {
            "task": f"ten times the {what}: {small} → {large}",
            "who": "callcentre",
            "version": "",
            "python": f"CPython {platform.python_version()}",
            "repeats": "",
            "median_seconds": "",
            "times_ours": medians[large] / medians[small],
            "result": "",
            "exact": "",
            "relative_error": "",
        }
        for what, small, large in GROWTH
    ]


def show(row):
    """Print a row as a line."""
    time_taken = row["median_seconds"]
    times = row["times_ours"]
    error = row["relative_error"]
    result = row["result"]
    print(
        f"{row['task'][:78]:<78}  {row['who'] + ' ' + row['version']:<18} {row['python']:<18}"
        f" {'' if time_taken == '' else f'{1000 * time_taken:12.3f} ms'}"
        f" {'' if times == '' else f'{times:10.1f} ×'}"
        f" {f'{result:.6g}' if isinstance(result, (int, float)) else result:>12}"
        f" {'' if error == '' else f'error {error:.1e}'}",
        flush=True,
    )


def main():
    measured = tasks()
    rows = []
    for task in measured:
        rows.extend(measure(task))
        for row in rows[-1 - len(task.rivals) :]:
            show(row)
    for more in (growth(rows), in_page(measured)):
        rows.extend(more)
        for row in more:
            show(row)
    write(rows)
    chapter_tables.write()


def write(rows):
    """Write the rows, after those that other Pythons measured before."""
    target = HERE / "results.csv"
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    now = {"date": datetime.date.today().isoformat(), "machine": machine}
    pythons = {row["python"] for row in rows}
    kept = []
    if target.exists():
        with target.open(newline="") as file:
            kept = [row for row in csv.DictReader(file) if row["python"] not in pythons]
    with target.open("w", newline="") as file:
        writer = csv.DictWriter(file, (*now, *COLUMNS), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)
        for row in rows:
            writer.writerow(
                now
                | {name: f"{value:.6g}" if isinstance(value, float) else value for name, value in row.items()}
            )


if __name__ == "__main__":
    main()
