"""Profiles of days, weeks and years."""

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import demand
from callcentre.model.demand import bank_day

lengths = st.sampled_from((15, 30, 60))
shares = st.floats(0, 0.9)


def at(profile, clock):
    """Calls of the interval that starts at a time."""
    hours, minutes = clock.split(":")
    return next(calls for start, _, calls in profile if start == int(hours) * 60 + int(minutes))


def test_a_day_has_the_banks_shape():
    profile = demand.day_profile(1000)
    total = sum(mean for _, mean, _ in bank_day.HALF_HOURS)
    for clock, mean, _ in bank_day.HALF_HOURS:
        assert at(profile, clock) == pytest.approx(1000 * mean / total, rel=1e-12)
    assert at(profile, "06:30") == at(profile, "21:00") == 0


def test_the_banks_day_is_as_its_source_describes_it():
    """Busiest half hour, least and greatest ratio of variance to mean, as told beside the figures."""
    ratios = [sd * sd / mean for _, mean, sd in bank_day.HALF_HOURS]
    busiest = max(bank_day.HALF_HOURS, key=lambda row: row[1])
    assert busiest[0] == "10:00"
    assert round(busiest[1], -2) == 1700
    assert 6 <= min(ratios) < 7
    assert 21 <= max(ratios) < 22
    assert sum(mean for _, mean, _ in bank_day.HALF_HOURS) == pytest.approx(bank_day.DAY_MEAN, rel=0.003)
    assert len(bank_day.HALF_HOURS) == 28


@given(st.floats(0, 1e6), lengths, shares)
@settings(deadline=None)
def test_a_days_calls_add_up_from_midnight_to_midnight(calls, minutes, night_share):
    for make in (demand.day_profile, demand.peaks_profile):
        profile = make(calls, minutes, night_share=night_share)
        assert demand.total_calls(profile) == pytest.approx(calls, rel=1e-12)
        assert [start for start, _, _ in profile] == list(range(0, 1440, minutes))
        night = [each for each in profile if not 420 <= each[0] < 1260]
        assert demand.total_calls(night) == pytest.approx(calls * night_share, rel=1e-12)
        assert all(part >= 0 for _, _, part in profile)


@pytest.mark.parametrize("make", [demand.day_profile, demand.peaks_profile])
def test_longer_intervals_hold_what_their_parts_hold(make):
    quarters = make(5000, 15, night_share=0.1)
    for minutes in (30, 60):
        for (start, _, calls), (other, _, regrouped) in zip(
            make(5000, minutes, night_share=0.1), demand.in_intervals(quarters, minutes), strict=True
        ):
            assert start == other
            assert calls == pytest.approx(regrouped, rel=1e-12)


def test_the_night_ebbs_to_its_least_at_two_and_rises_again():
    night = demand.day_profile(1000, 60, night_share=0.2)
    assert (
        at(night, "21:00") > at(night, "23:00") > at(night, "01:00") < at(night, "04:00") < at(night, "06:00")
    )
    assert at(night, "01:00") == pytest.approx(at(night, "02:00"), rel=1e-9)


def test_peaks_stand_where_and_as_high_as_they_are_put():
    profile = demand.peaks_profile(1000, 15, 2.0, 0.0, morning_hour=9.0)
    highest = max(calls for _, _, calls in profile)
    assert {clock for clock in ("08:45", "09:00") if at(profile, clock) == pytest.approx(highest)} == {
        "08:45",
        "09:00",
    }
    assert highest / at(profile, "20:30") == pytest.approx(3, rel=0.01)


def test_without_peaks_the_day_is_level():
    open_hours = [calls for start, _, calls in demand.peaks_profile(280, 30, 0, 0) if 420 <= start < 1260]
    assert open_hours == pytest.approx([10.0] * 28, rel=1e-12)


def test_a_week_shares_its_calls_between_weekdays_and_the_weekend():
    week = demand.week_profile(10_000, 0.15)
    days = [demand.total_calls(day) for day in week]
    assert len(days) == len(demand.DAYS) == 7
    assert sum(days) == pytest.approx(10_000, rel=1e-12)
    assert days[5] == days[6] == pytest.approx(750, rel=1e-12)
    assert days[:5] == [pytest.approx(1700, rel=1e-12)] * 5


def test_a_week_takes_the_shape_of_a_readers_own_day():
    own = [(600, 60, 30.0), (660, 60, 10.0)]
    week = demand.week_profile(400, 0, own)
    assert week[0] == [(600, 60, pytest.approx(60)), (660, 60, pytest.approx(20))]
    assert demand.total_calls(week[6]) == 0


def test_a_week_of_nights_and_quarters():
    week = demand.week_profile(7000, 2 / 7, None, 15, 0.1)
    assert len(week[0]) == 96
    assert demand.total_calls(week[0]) == pytest.approx(1000, rel=1e-12)
    assert at(week[3], "02:00") > 0


@given(st.floats(0, 1e6), st.sets(st.integers(1, 12)), st.floats(0, 10))
def test_a_year_keeps_its_calls_whatever_the_season(calls, months, factor):
    year = demand.year_profile(calls, sorted(months), factor)
    if factor > 0 or len(months) < 12:
        assert sum(year) == pytest.approx(12 * calls, rel=1e-9)
    assert len(year) == 12


def test_the_season_stands_out_by_its_factor():
    year = demand.year_profile(1000, [11, 12], 1.6)
    assert year[10] == year[11] == pytest.approx(1.6 * year[0], rel=1e-12)
    assert len(set(year[:10])) == 1


def test_a_scaled_profile_keeps_its_shape():
    assert demand.scaled([(0, 60, 1.0), (60, 60, 3.0)], 100) == [(0, 60, 25.0), (60, 60, 75.0)]


def test_halves_become_quarters_evenly_and_odd_ends_stay():
    assert demand.in_intervals([(570, 30, 8.0)], 15) == [(570, 15, 4.0), (585, 15, 4.0)]
    assert demand.in_intervals([(570, 30, 8.0), (600, 30, 2.0)], 60) == [(540, 60, 8.0), (600, 60, 2.0)]


def test_the_bank_table_has_a_file_to_compare_with():
    path = Path(__file__).parent / "bank-arrivals.csv"
    rows = list(csv.DictReader(path.open(encoding="utf-8")))
    assert [
        (row["interval_start"], float(row["mean_calls"]), float(row["sd_calls"])) for row in rows
    ] == list(bank_day.HALF_HOURS)
