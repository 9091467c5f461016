"""Moves each control of a lab on its page, and times how long the new picture takes."""

import math
import statistics
from pathlib import Path

from visits import first_lab, open_live

from .visiting import PATIENCE, cold_tab

MOVES = (Path(__file__).parent / "moves.js").read_text(encoding="utf-8")
LEAST = 40
PAUSES = [0, 100, 200, 300]  # ms before a move; a long run goes on 150 ms after its first picture


def answers(browser, address, lab):
    """Return how long a lab's pictures take: 95th percentile and median in ms, and the slowest control.

    Each of its controls is moved, up and down, until there are enough moves.
    """
    rounds = max(2, math.ceil(LEAST / len(lab.controls)))
    with cold_tab(browser) as tab:
        tab.set_default_timeout(PATIENCE)
        open_live(tab, address)
        moves = tab.evaluate(MOVES, [first_lab(tab).element_handle(), rounds, PAUSES])
    times = [time for _, time in moves]
    by_control = {}
    for name, time in moves:
        by_control.setdefault(name, []).append(time)
    return {
        "p95": percentile_95(times),
        "median": statistics.median(times),
        "slowest": max(by_control, key=lambda name: statistics.median(by_control[name])),
    }


def percentile_95(values):
    return statistics.quantiles(values, n=20, method="inclusive")[-1]
