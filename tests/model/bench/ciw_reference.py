"""Plays days with Ciw and keeps their means in tests/model/ciw-reference.csv.

`bash tests/model/bench/run ciw_reference` runs it; test_simulation.py plays the same days with callcentre.
"""

import csv
import math
import statistics
from pathlib import Path

import ciw

TARGET = Path(__file__).parents[1] / "ciw-reference.csv"
SEED = 20250601
DAYS = 600
DRAINED = 4 * 3600.0

# Rates in calls a second by hour from midnight; handle time and patience in seconds
CASES = {
    "steady": {"calls": [200.0] * 8, "agents": 14, "handle": ("exponential", 180.0), "patience": None},
    "patience": {"calls": [120.0] * 8, "agents": 5, "handle": ("exponential", 180.0), "patience": 240.0},
    "lognormal": {"calls": [60.0] * 8, "agents": 6, "handle": ("lognormal", 240.0, 1.2), "patience": None},
    "peak": {
        "calls": [40.0, 160.0, 60.0],
        "agents": 6,
        "handle": ("lognormal", 200.0, 0.8),
        "patience": 150.0,
    },
}


def handle_times(kind, mean, variation=None):
    if kind == "exponential":
        return ciw.dists.Exponential(1 / mean)
    variance = math.log(1 + variation**2)
    return ciw.dists.Lognormal(math.log(mean) - variance / 2, math.sqrt(variance))


def network(case):
    end = 3600.0 * len(case["calls"])
    return ciw.create_network(
        arrival_distributions=[
            ciw.dists.PoissonIntervals(
                rates=[calls / 3600 for calls in case["calls"]] + [0.0],
                endpoints=[3600.0 * (hour + 1) for hour in range(len(case["calls"]))] + [end + DRAINED],
                max_sample_date=end,
            )
        ],
        service_distributions=[handle_times(*case["handle"])],
        number_of_servers=[case["agents"]],
        reneging_time_distributions=[case["patience"] and ciw.dists.Exponential(1 / case["patience"])],
    )


def play(case, seed):
    ciw.seed(seed)
    simulation = ciw.Simulation(network(case))
    simulation.simulate_until_max_time(3600.0 * len(case["calls"]) + DRAINED)
    records = simulation.get_all_records()
    waits = [record.waiting_time for record in records]
    return {
        "offered": len(records),
        "wait_probability": sum(wait > 0 for wait in waits) / len(records),
        "mean_wait_seconds": math.fsum(waits) / len(records),
        "abandonment": sum(record.record_type == "renege" for record in records) / len(records),
    }


def main():
    with TARGET.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["case", "measure", "mean", "standard_error", "days", "seed", "source"])
        for name, case in CASES.items():
            days = [play(case, SEED + day) for day in range(DAYS)]
            for measure in days[0]:
                values = [day[measure] for day in days]
                error = statistics.stdev(values) / math.sqrt(DAYS)
                row = [name, measure, f"{statistics.fmean(values):.9g}", f"{error:.4g}", DAYS, SEED]
                writer.writerow([*row, f"Ciw {ciw.__version__}"])


if __name__ == "__main__":
    main()
