"""Every computed number in the chapters on types, recomputed from the bank's counts and the model."""

import math
import re
from pathlib import Path

import pytest

from callcentre.model import bank_day, staffing

BOOK = Path(__file__).parents[2] / "book"
CALLS = {start: mean for start, mean, _ in bank_day.HALF_HOURS}
ASSUMED_HANDLE_SECONDS = 240


def words_of(page):
    """Return a chapter's text on one line, so that a sentence is found wherever it is wrapped."""
    return re.sub(r"\s+", " ", (BOOK / page).read_text(encoding="utf-8"))


def percent(share):
    return f"{100 * share:.0f} %"


@pytest.mark.parametrize("start", ["07:00", "10:00", "13:00", "17:00", "20:30"])
def test_the_table_of_loads_follows_from_the_banks_counts(start):
    per_hour = 2 * CALLS[start]
    load = staffing.load_of(per_hour, ASSUMED_HANDLE_SECONDS)
    row = f"| {start} | {CALLS[start]:,.0f} | {per_hour:,.0f} | {load:.0f} erlang |"
    assert row in words_of("what-a-call-centre-is.md")


@pytest.mark.parametrize(
    ("centre", "calls_per_hour"),
    [
        ("30 calls an hour at 4 minutes", 30),
        ("150 calls an hour at 4 minutes", 150),
        ("The bank at 20:30", 2 * CALLS["20:30"]),
        ("The bank at 10:00", 2 * CALLS["10:00"]),
    ],
)
def test_the_table_of_occupancies_follows_from_erlang_c(centre, calls_per_hour):
    agents = staffing.agents_needed(calls_per_hour, ASSUMED_HANDLE_SECONDS, service_level=0.80)
    load = staffing.load_of(calls_per_hour, ASSUMED_HANDLE_SECONDS)
    row = f"| {centre} | {load:.0f} erlang | {agents} | {percent(load / agents)} |"
    assert row in words_of("what-a-call-centre-is.md")


def test_three_agents_on_two_erlang_let_four_callers_in_ten_wait():
    waiting = staffing.performance(24, 300, 3)["wait_probability"]
    assert 0.40 <= waiting < 0.45
    assert "occupancy would be 67 %" in words_of("what-a-call-centre-is.md")


def test_the_morning_has_the_share_of_calls_the_chapter_says():
    morning = sum(calls for start, calls in CALLS.items() if "09:00" <= start < "12:00")
    share = percent(morning / sum(CALLS.values()))
    sentence = (
        f"The three hours from nine to twelve bring {share} of the calls that come between 07:00 and 21:00."
    )
    assert sentence in words_of("inbound-outbound-blended.md")


def test_the_half_hour_at_ten_varies_more_than_independent_callers_would():
    (mean, sd) = next((mean, sd) for start, mean, sd in bank_day.HALF_HOURS if start == "10:00")
    text = words_of("inbound-outbound-blended.md")
    assert f"a standard deviation of {math.sqrt(mean):.0f} calls" in text
    assert f"It varies with {sd:.0f}." in text


def test_the_fifty_minute_rule_makes_callers_wait():
    ordinary = staffing.performance(60, 240, 8)["wait_probability"]
    by_the_rule = staffing.performance(100, 240, 8)
    assert by_the_rule["occupancy"] == pytest.approx(50 / 60)
    sentence = f"rises from {percent(ordinary)} to {percent(by_the_rule['wait_probability'])}"
    assert sentence in words_of("inbound-outbound-blended.md")


def test_the_kitchen_dealers_hours_and_load():
    text = words_of("formal-and-informal.md")
    assert f"310 × 6 ÷ 60 = {310 * 6 / 60:.0f} hours; 190 × 6 ÷ 60 = {190 * 6 / 60:.0f} hours" in text
    load = staffing.load_of((310 + 92) / 45, 360)
    assert f"402 × 6 ÷ 60 ÷ 45 = {load:.2f} erlang" in text
    assert staffing.agents_needed((310 + 92) / 45, 360, service_level=0.70) == 2
    assert staffing.agents_needed((310 + 92) / 45, 360, service_level=0.80) == 3


def test_the_picture_of_the_banks_day_is_drawn_to_the_counts():
    picture = (BOOK / "images" / "bank-day.svg").read_text(encoding="utf-8")
    heights = [float(height) for height in re.findall(r'class="bar"[^>]*height="([\d.]+)"', picture)]
    zero, two_thousand = (
        float(re.search(rf'd="M58 ([\d.]+)H466"/><text class="right"[^>]*>{label}<', picture)[1])
        for label in ("0", "2,000")
    )
    assert heights == pytest.approx(
        [calls * (zero - two_thousand) / 2000 for calls in CALLS.values()], abs=0.06
    )
