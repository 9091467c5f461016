"""Measures how far the model is from exact values, and its simulation from formulas and from Ciw.

`python tests/model/bench/proof.py` runs it, in a minute, over the cases of test_erlang.py and of
test_simulation.py, which assert what is only measured here. Writes errors.csv and agreement.csv for the
book's chapter "How right are these numbers?".
"""

import csv
import datetime
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

import chapter_tables  # noqa: E402 - it stands beside this file
import exact  # noqa: E402 - these stand in the folder above
import test_erlang  # noqa: E402
import test_simulation  # noqa: E402

from callcentre.model import erlang  # noqa: E402
from callcentre.model.simulation import replicate  # noqa: E402

SEED = 4
CIW_DAYS = 200
SURE_ERRORS = 3.29  # standard errors on either side that hold 99.9 % of a normal distribution


def of(name, function, *case):
    """Return a function's result as a dict: by its names, or by the one given."""
    result = function(*case)
    return result if isinstance(result, dict) else {name: result}


# (formula, cases, ours, exact, values compared, promised)
FORMULAS = (
    (
        "Erlang B",
        test_erlang.CASES,
        erlang.erlang_b,
        exact.erlang_b,
        ("loss",),
        test_erlang.PROMISED,
    ),
    (
        "Erlang C",
        test_erlang.STABLE,
        erlang.erlang_c,
        exact.erlang_c,
        ("wait_probability",),
        test_erlang.PROMISED,
    ),
    (
        "Erlang A",
        test_erlang.IMPATIENT,
        erlang.erlang_a,
        exact.erlang_a,
        ("wait_probability", "abandonment", "mean_wait", "queue_length", "occupancy"),
        test_erlang.PROMISED,
    ),
    (
        "Erlang A, wait of those served",
        test_erlang.WITH_TARGET,
        erlang.erlang_a,
        exact.waits,
        ("mean_wait_served",),
        test_erlang.PROMISED,
    ),
    (
        "Erlang A, service levels",
        test_erlang.WITH_TARGET,
        erlang.erlang_a,
        exact.waits,
        ("service_level_offered", "service_level_served", "service_level_virtual"),
        test_erlang.PROMISED_SERVICE_LEVEL,
    ),
)


def error_at(ours, reference, values, case):
    """Return the largest relative error of the values in a case."""
    found, known = of(values[0], ours, *case), of(values[0], reference, *case)
    return max(exact.relative_error(found[value], known[value]) for value in values)


def errors():
    """Return a row for each formula: its cases, what is promised, the largest error and where it was."""
    rows = []
    for formula, cases, ours, reference, values, promised in FORMULAS:
        largest, worst = max((error_at(ours, reference, values, case), case) for case in cases)
        rows.append(
            {
                "date": datetime.date.today().isoformat(),
                "formula": formula,
                "values": " ".join(values),
                "cases": len(cases),
                "least_load": min(case[0] for case in cases),
                "most_load": max(case[0] for case in cases),
                "promised": promised,
                "largest_error": f"{largest:.2g}",
                "worst_case": " ".join(repr(part) for part in worst),
            }
        )
    return rows


# (formula, queue in words, calls an hour, handle time, agents, patience in seconds, days to play)
STEADY_QUEUES = (
    ("Erlang C", "10 erlang on 14 agents, nobody hangs up", 200.0, 180.0, 14, None, 150),
    ("Erlang A", "50 erlang on 40 agents, patience a minute", 600.0, 300.0, 40, 60.0, 60),
)


def against_formulas():
    rows = []
    for formula, queue, calls, handle, agents, patience, days in STEADY_QUEUES:
        day = test_simulation.steady(calls, handle, agents, patience_seconds=patience)
        measures = replicate(day, SEED, days, test_simulation.SURE)["measures"]
        known = test_simulation.birth_and_death(calls * handle / 3600, agents, patience and patience / handle)
        known["mean_wait_seconds"] = known["mean_wait"] * handle
        names = ["wait_probability", "mean_wait_seconds"] + ["abandonment"] * (patience is not None)
        rows += [row_of(queue, name, days, measures[name], formula, known[name], "") for name in names]
    return rows


CIW_QUEUES = {
    "lognormal": "4 erlang on 6 agents, handle times that vary more than exponential ones",
    "peak": "three hours, a peak in the second, callers who hang up",
}


def against_ciw():
    with (HERE.parent / "ciw-reference.csv").open() as file:
        theirs = [row for row in csv.DictReader(file) if row["case"] in CIW_QUEUES]
    rows = []
    for case, queue in CIW_QUEUES.items():
        measures = replicate(ciw_day(case), SEED, CIW_DAYS, test_simulation.SURE)["measures"]
        for row in theirs:
            if row["case"] == case and row["measure"] != "offered" and float(row["mean"]) > 0:
                half_width = f"{SURE_ERRORS * float(row['standard_error']):.6g}"
                found = measures[row["measure"]]
                rows.append(
                    row_of(
                        queue, row["measure"], CIW_DAYS, found, row["source"], float(row["mean"]), half_width
                    )
                )
    return rows


def ciw_day(case):
    """Return a day of test_simulation.CIW_DAYS as the simulation reads it."""
    fields = dict(test_simulation.CIW_DAYS[case])
    intervals = [(60 * hour, 60, calls) for hour, calls in enumerate(fields.pop("calls"))]
    return {"intervals": intervals, "handle_distribution": "lognormal", **fields}


def row_of(queue, measure, days, found, source, value, half_width):
    return {
        "date": datetime.date.today().isoformat(),
        "queue": queue,
        "measure": measure,
        "days": days,
        "mean": f"{found['mean']:.6g}",
        "low": f"{found['low']:.6g}",
        "high": f"{found['high']:.6g}",
        "source": source,
        "value": f"{value:.6g}",
        "half_width": half_width,
    }


def keep(name, rows):
    with (HERE / name).open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    keep("errors.csv", errors())
    keep("agreement.csv", against_formulas() + against_ciw())
    chapter_tables.write()


if __name__ == "__main__":
    main()
