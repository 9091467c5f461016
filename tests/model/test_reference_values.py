"""Every row of reference-values.csv: published figures of others, with the exact value beside them."""

import csv
import math
from pathlib import Path

import pytest

from callcentre.model.erlang import erlang_a, erlang_b, erlang_c, log_erlang_c
from callcentre.model.erlang.overflow import overflow
from callcentre.model.staffing import agents_needed, lines_needed, performance, wait_percentile
from callcentre.model.staffing.chat import chat_handle_seconds
from callcentre.model.staffing.square_root import halfin_whitt_beta, square_root_rule

ROWS = list(csv.DictReader((Path(__file__).parent / "reference-values.csv").open(encoding="utf-8")))
MANDELBAUM_ZELTYN = {"calls_per_hour": 48 * 60, "handle_seconds": 60, "agents": 50}
HERZOG = {"calls_per_hour": 3.5 * 60, "handle_seconds": 180, "patience_seconds": 300}


def waiting(load, agents):
    """Mean wait of Erlang C in mean handle times."""
    return erlang_c(load, agents) / (agents - load)


def centre(load, agents, patience_minutes, quantity):
    return erlang_a(load, agents, patience_minutes / 3)[quantity]


def agents_to_keep(load, patience_minutes, max_abandonment):
    return agents_needed(
        load * 20, 180, 0, patience_seconds=patience_minutes * 60, max_abandonment=max_abandonment
    )


HERE = [
    (
        "100 calls/30 min, AHT 180 s (A=10), N=13, target 20 s",
        lambda: performance(200, 180, 13)["mean_wait_seconds"],
    ),
    (
        "100 calls/30 min, AHT 180 s (A=10), N=14, target 20 s",
        lambda: performance(200, 180, 14)["wait_probability"],
    ),
    ("A=123,N=130,AHT=300", lambda: waiting(123, 130) * 300),
    ("A=100,N=110", lambda: erlang_c(100, 110)),
    ("A=1.6,N=2,AHT=1", lambda: waiting(1.6, 2)),
    ("A=8,N=10,AHT=1", lambda: erlang_c(8, 10)),
    ("A=40,N=50,AHT=1", lambda: waiting(40, 50)),
    ("A=25, min N with P(wait)<=5 %", lambda: square_root_rule(25, 0.05)["exact_agents"]),
    ("A=400, min N with P(wait)<=5 %", lambda: square_root_rule(400, 0.05)["exact_agents"]),
    ("A=6400, min N with P(wait)<=5 %", lambda: square_root_rule(6400, 0.05)["exact_agents"]),
    ("alpha=P(wait)=5 %", lambda: halfin_whitt_beta(0.05)),
    (
        "lam=3.5/min, AHT=3 min, patience 5 min, N=13",
        lambda: performance(agents=13, **HERZOG)["mean_wait_seconds"],
    ),
    (
        "lam=3.5/min, AHT=3 min, patience 5 min, N=9",
        lambda: performance(agents=9, **HERZOG)["mean_wait_seconds"],
    ),
    ("A=5,N=10", lambda: erlang_b(5, 10)),
    ("A=5,N=1", lambda: erlang_b(5, 1)),
    ("A=200,N=190", lambda: erlang_b(200, 190)),
    ("A=500,N=1000", lambda: erlang_b(500, 1000)),
    ("A=123,N=132", lambda: erlang_b(123, 132)),
    ("A=25,N=30", lambda: erlang_b(25, 30)),
    ("A=20,N=100", lambda: math.log(erlang_b(20, 100))),
    ("A=9000,N=10000", lambda: math.log(erlang_c(9000, 10_000))),
    ("A=10,N=100", lambda: math.log(erlang_c(10, 100))),
    ("A=100,N=10000", lambda: log_erlang_c(100, 10_000)),
    ("A=50, B<=0.01", lambda: lines_needed(50, 0.01)),
    ("A=100, B<=0.01", lambda: lines_needed(100, 0.01)),
    ("100/30 min, AHT 3, patience 5, N=14, t=20 s", lambda: performance(200, 180, 14, 300)["abandonment"]),
    (
        "lam=48/min, AHT 1 min, patience 2 min, N=50",
        lambda: performance(patience_seconds=120, **MANDELBAUM_ZELTYN)["occupancy"],
    ),
    (
        "lam=48/min, AHT 1 min, N=50 (M-Z companion column)",
        lambda: performance(**MANDELBAUM_ZELTYN)["mean_wait_seconds"],
    ),
    (
        "lam=48/min, AHT 1 min, N=50 (M-Z companion column)",
        lambda: performance(**MANDELBAUM_ZELTYN)["queue_length"],
    ),
    (
        "lam=48/min, AHT 1 min, patience 2 min, N=50",
        lambda: wait_percentile(share=0.90, patience_seconds=120, **MANDELBAUM_ZELTYN),
    ),
    ("c=10, rho=0.95, AHT 3 min, patience 5 min", lambda: centre(9.5, 10, 5, "abandonment")),
    ("c=10, rho=0.95, AHT 3 min, patience 1 min", lambda: centre(9.5, 10, 1, "abandonment")),
    ("c=10, rho=0.95, AHT 3 min, patience 1 min", lambda: centre(9.5, 10, 1, "mean_wait") * 3),
    ("c=50, rho=1.3, AHT 3 min, patience 5 min", lambda: centre(65, 50, 5, "abandonment")),
    ("c=200, rho=1.3, AHT 3 min, patience 5 min", lambda: centre(260, 200, 5, "abandonment")),
    ("A=100, AHT 3, patience 5 min, P(ab)<=0.01", lambda: agents_to_keep(100, 5, 0.01)),
    ("A=200, AHT 3, patience 5 min, P(ab)<=0.05", lambda: agents_to_keep(200, 5, 0.05)),
    ("A=10000,N=10100", lambda: erlang_c(10_000, 10_100)),
    ("A=1000,N=1050", lambda: erlang_c(1000, 1050)),
    ("360 calls/30 min, 4 min, 55 agents, 15 s", lambda: performance(720, 240, 55)["mean_wait_seconds"]),
    ("A=10, in-house trunks N=10", lambda: overflow(10, 10)["load"]),
    ("A=10, N=10", lambda: overflow(10, 10)["peakedness"]),
    ("A=20, in-house trunks N=20", lambda: overflow(20, 20)["load"]),
    ("A=20, N=20", lambda: overflow(20, 20)["peakedness"]),
    ("A=100, N=95", lambda: overflow(100, 95)["peakedness"]),
    ("r=0.75, 1-window AHT 500 s, 3 windows", lambda: chat_handle_seconds(500, 3, 0.75)),
]


def half_a_digit(text):
    """Half a unit of the last digit that a number is printed with."""
    mantissa, _, power = text.lower().partition("e")
    return 0.5 * 10.0 ** (int(power or 0) - len(mantissa.partition(".")[2]))


def test_every_row_is_computed_here_and_none_besides():
    assert [row["inputs"] for row in ROWS] == [inputs for inputs, _ in HERE]


@pytest.mark.parametrize(
    ("row", "compute"),
    [
        pytest.param(row, compute, id=f"{row['model']}: {row['inputs']}: {row['quantity']}")
        for row, (_, compute) in zip(ROWS, HERE, strict=True)
    ],
)
def test_the_value_equals_the_exact_one_to_the_last_digit_printed(row, compute):
    value, expected = compute(), float(row["exact"])
    assert abs(value - expected) <= half_a_digit(row["exact"]) * 1.001 + 1e-12 * abs(expected)


def test_the_exact_values_are_printed_with_enough_digits_to_mean_something():
    digits = [len(row["exact"].lower().partition("e")[0].replace(".", "").strip("-0")) for row in ROWS]
    assert sum(count >= 10 for count in digits) >= 35
