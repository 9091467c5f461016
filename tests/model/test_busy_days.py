"""Busier and quieter days: the model gives back what was observed."""

import math
import random
import statistics

import pytest

from callcentre.model import demand
from callcentre.model.check import InputError
from callcentre.model.demand import bank_day, busy_days

DAYS = 6000


@pytest.fixture(scope="module")
def counts():
    """Counts of many days, drawn as the model says: rates by `random_day`, calls at random at these rates."""
    drawing = random.Random(164)
    means = [(420 + 30 * index, 30, mean) for index, (_, mean, _) in enumerate(bank_day.HALF_HOURS)]
    return [
        [
            round(drawing.gauss(rate, math.sqrt(rate)))
            for _, _, rate in busy_days.random_day(means, lambda: drawing.gauss(0, 1))
        ]
        for _ in range(DAYS)
    ]


@pytest.mark.long
def test_each_half_hour_has_the_banks_mean_and_standard_deviation(counts):
    for index, (clock, mean, sd) in enumerate(bank_day.HALF_HOURS):
        column = [day[index] for day in counts]
        assert statistics.mean(column) == pytest.approx(mean, rel=0.012), clock
        assert statistics.stdev(column) == pytest.approx(sd, rel=0.09 if clock == "18:00" else 0.05), clock


def test_the_deviation_of_days_divides_by_one_less_than_their_number_as_that_of_half_hours_does():
    """2,906 divides by all 164 days; by hand 2,906 × √(164 ÷ 163)."""
    assert bank_day.DAY_SD == round(2906 * math.sqrt(164 / 163)) == 2915


def test_whole_days_vary_as_the_banks_do(counts):
    assert statistics.stdev(sum(day) for day in counts) == pytest.approx(bank_day.DAY_SD, rel=0.04)


def test_a_busy_morning_announces_a_busy_day(counts):
    mornings, rests = [sum(day[:10]) for day in counts], [sum(day[10:]) for day in counts]
    assert statistics.correlation(mornings, rests) == pytest.approx(bank_day.MORNING_WITH_REST, abs=0.02)
    usual_morning, usual_rest = statistics.mean(mornings), statistics.mean(rests)
    busy = [
        rest / usual_rest
        for morning, rest in zip(mornings, rests, strict=True)
        if 1.13 < morning / usual_morning < 1.17
    ]
    assert statistics.mean(busy) == pytest.approx(busy_days.expected_rest(1.15), abs=0.012)


def test_counts_vary_six_to_twenty_one_times_more_than_chance_would_have_them(counts):
    ratios = []
    for index in range(28):
        column = [day[index] for day in counts]
        ratios.append(statistics.variance(column) / statistics.mean(column))
    assert 5.5 < min(ratios) < 8
    assert 18 < max(ratios) < 24


def test_the_fit_meets_the_banks_variances_to_the_last_digit():
    spread = busy_days.bank_spread()
    for index, (clock, mean, sd) in enumerate(bank_day.HALF_HOURS):
        shared = spread["morning_sd" if index < 10 else "rest_sd"]
        factor_variance = (1 + shared**2) * (1 + spread["half_hour_sd"][index] ** 2) - 1
        variance = mean * busy_days.variance_to_mean(mean, math.sqrt(factor_variance))
        if clock == "18:00":
            assert variance > sd**2
        else:
            assert variance == pytest.approx(sd**2, rel=1e-12)
    parts = bank_day.HALF_HOURS[:10], bank_day.HALF_HOURS[10:]
    morning = busy_days.part_variance(parts[0], spread["morning_sd"])
    rest = busy_days.part_variance(parts[1], spread["rest_sd"])
    both = spread["correlation"] * spread["morning_sd"] * spread["rest_sd"]
    both *= busy_days.mean_calls(parts[0]) * busy_days.mean_calls(parts[1])
    assert both / math.sqrt(morning * rest) == pytest.approx(bank_day.MORNING_WITH_REST, rel=1e-12)
    assert math.sqrt(morning + rest + 2 * both) == pytest.approx(bank_day.DAY_SD, rel=1e-12)


def test_at_a_known_rate_variance_equals_mean_and_grows_with_size_otherwise():
    assert busy_days.variance_to_mean(1000, 0) == 1
    assert busy_days.variance_to_mean(1000, 0.1) == pytest.approx(11)
    assert busy_days.variance_to_mean(10, 0.1) == pytest.approx(1.1)


def test_the_middle_day_is_a_little_quieter_than_the_mean_and_ranks_are_in_order():
    profile = demand.day_profile(1000)
    ranked = [
        demand.total_calls(busy_days.day_of_rank(profile, rank)) for rank in (0.05, 0.25, 0.5, 0.75, 0.95)
    ]
    assert ranked == sorted(ranked)
    assert 985 < ranked[2] < 1000
    assert ranked[4] == pytest.approx(1155, abs=5)


def test_days_of_evenly_spaced_ranks_have_the_mean_and_spread_of_all_days():
    totals = [
        demand.total_calls(busy_days.day_of_rank([(600, 30, 1.0)], (n + 0.5) / 500)) for n in range(500)
    ]
    assert statistics.mean(totals) == pytest.approx(1, rel=1e-3)
    assert statistics.pstdev(totals) == pytest.approx(bank_day.DAY_SD / 32_391.4, rel=0.01)


def test_factors_multiply_morning_and_rest():
    profile = [(690, 30, 10.0), (720, 30, 10.0)]
    assert busy_days.with_factors(profile, 1.5, 0.5) == [(690, 30, 15.0), (720, 30, 5.0)]


def test_with_average_draws_only_the_lognormals_median_is_missing():
    profile = demand.day_profile(1000)
    total = demand.total_calls(busy_days.random_day(profile, lambda: 0.0))
    assert 980 < total < 1000


def test_quarters_of_a_half_hour_share_its_factor():
    drawing = random.Random(5)
    day = busy_days.random_day(demand.peaks_profile(1000, 15, 0, 0), lambda: drawing.gauss(0, 1))
    open_hours = [calls for start, _, calls in day if 420 <= start < 1260]
    assert open_hours[0::2] == open_hours[1::2]
    assert len(set(open_hours)) == 28


@pytest.mark.parametrize("draw", [None, 3, "x", []])
def test_a_day_is_drawn_with_a_function_and_from_a_profile(draw):
    with pytest.raises(InputError, match="draw must be a function"):
        busy_days.random_day([(540, 30, 1.0)], draw)
    with pytest.raises(InputError, match="profile must be"):
        busy_days.random_day(draw, float)
