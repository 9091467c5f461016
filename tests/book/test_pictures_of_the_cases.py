"""The pictures of the case studies show the counts of their files."""

import csv
import re

import chapters
import pytest

from callcentre.model import staffing

BAR = re.compile(
    r'<rect x="([\d.]+)" y="[\d.]+" width="[\d.]+" height="([\d.]+)" fill="var\(--(firm|vendor)\)"'
)
STEADY = 8


def rows(case):
    with (chapters.BOOK / "data" / f"case-{case}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def bars(picture):
    """Return (place from the left, height, whose) of each bar."""
    text = (chapters.BOOK / "images" / f"{picture}.svg").read_text(encoding="utf-8")
    return [(float(left), float(height), whose) for left, height, whose in BAR.findall(text)]


def test_each_week_of_december_has_the_agents_that_its_busy_hour_needs():
    by_week = {}
    for left, height, whose in bars("december"):
        by_week.setdefault(left, {})[whose] = height
    needed = [
        staffing.agents_needed(float(row["busy_hour_calls"]), 240, 0.80, 20) for row in rows("mail-order")
    ]
    unit = by_week[min(by_week)]["firm"] / needed[0]
    drawn = [(week["firm"], week.get("vendor", 0)) for _, week in sorted(by_week.items())]
    assert drawn == [
        pytest.approx((min(agents, STEADY) * unit, max(0, agents - STEADY) * unit)) for agents in needed
    ]


def test_each_day_after_the_letters_has_its_calls():
    calls = [int(row["calls_in"]) for row in rows("collections") if int(row["calls_in"])]
    heights = [height for _, height, _ in sorted(bars("letters-and-calls"))]
    unit = heights[0] / calls[0]
    assert heights == pytest.approx([count * unit for count in calls], abs=0.06)
