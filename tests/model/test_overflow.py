"""Overflow, against the two groups' own equations, and Hayward's approximation against what is exact."""

import exact
import mpmath as mp
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import erlang, staffing
from callcentre.model.erlang import overflow


def moments_by_states(load, agents, most):
    """Mean and variance of calls on a vast second group, from the stationary law of both groups together."""
    size = (agents + 1) * (most + 1)
    rates = numpy.zeros((size, size))

    def place(first, second):
        return first * (most + 1) + second

    for first in range(agents + 1):
        for second in range(most + 1):
            here = place(first, second)
            if first < agents:
                rates[here, place(first + 1, second)] += load
            elif second < most:
                rates[here, place(first, second + 1)] += load
            if first:
                rates[here, place(first - 1, second)] += first
            if second:
                rates[here, place(first, second - 1)] += second
    balance = (rates - numpy.diag(rates.sum(axis=1))).T
    balance[-1] = 1
    law = numpy.linalg.solve(balance, numpy.eye(size)[-1]).reshape(agents + 1, most + 1).sum(axis=0)
    seconds = numpy.arange(most + 1)
    mean = law @ seconds
    return mean, law @ seconds**2 - mean**2


@pytest.mark.parametrize(("load", "agents"), [(3, 2), (5, 8), (8, 5), (0.5, 3)])
def test_riordans_moments_are_those_of_both_groups_together(load, agents):
    mean, variance = moments_by_states(load, agents, 45)
    result = overflow.overflow(load, agents)
    assert result["load"] == pytest.approx(mean, rel=1e-9)
    assert result["variance"] == pytest.approx(variance, rel=1e-9)
    assert result["peakedness"] == pytest.approx(variance / mean, rel=1e-8)


@pytest.mark.parametrize("load", [0.01, 1, 10, 333.3, 10_000, 100_000])
@pytest.mark.parametrize("share", [0.001, 0.5, 0.9, 1, 1.01, 1.5])
def test_overflow_keeps_nine_digits_where_riordans_formula_cancels(load, share):
    agents = max(1, round(load * share))
    ours = overflow.overflow(load, agents)
    with mp.workdps(60 + int(load / 50)):
        mean = load * exact.erlang_b(load, agents)
        peakedness = 1 - mean + load / (1 + agents + mean - mp.mpf(load))
        if mean > mp.mpf("1e-250"):
            assert exact.relative_error(ours["load"], mean) < 1e-9
            assert exact.relative_error(ours["peakedness"], peakedness) < 1e-9


@pytest.mark.parametrize("load", [0.01, 1, 10, 333.3, 10_000])
@pytest.mark.parametrize("share", [0.5, 0.9, 1, 1.01, 1.5])
@pytest.mark.parametrize("after", [0.0, 0.001, 0.07, 1.0])
def test_who_waits_too_long_is_who_finds_such_a_wait_in_its_exact_density(load, share, after):
    agents = max(1, round(load * share))
    expected = exact.passed_on(load, agents, after)
    if expected > mp.mpf("1e-250"):
        assert exact.relative_error(overflow.passed_on(load, agents, after), expected) < 1e-9


@given(st.floats(0.01, 300), st.integers(1, 300), st.floats(0, 2))
@settings(max_examples=200)
def test_more_agents_and_a_longer_wait_pass_fewer_calls_on(load, agents, after):
    share = overflow.passed_on(load, agents, after)
    assert max(0.0, 1 - agents / load) * (1 - 1e-12) <= share <= erlang.erlang_b(load, agents) * (1 + 1e-12)
    assert overflow.passed_on(load, agents + 1, after) <= share
    assert overflow.passed_on(load, agents, after + 0.01) <= share * (1 + 1e-12)


def test_a_little_more_load_passes_on_a_little_more_even_where_load_and_agents_meet():
    shares = [overflow.passed_on(12 + step * 1e-6, 12, 0.07) for step in range(-3, 4)]
    steps = [after - before for before, after in zip(shares, shares[1:], strict=False)]
    assert all(0 < step < 1e-6 for step in steps)


def test_overflow_is_burstier_than_random_calls():
    assert overflow.overflow(20, 20)["peakedness"] > 2
    assert overflow.overflow(20, 0) == {"load": 20, "variance": 20, "peakedness": 1, "share": 1}
    assert overflow.overflow(0, 5)["load"] == 0


@given(st.floats(0.01, 500), st.integers(0, 600))
@settings(max_examples=200)
def test_what_is_not_handled_overflows_and_is_never_smoother_than_random(load, agents):
    result = overflow.overflow(load, agents)
    assert result["load"] == pytest.approx(load * erlang.erlang_b(load, agents), rel=1e-14)
    assert result["peakedness"] >= 1
    assert result["load"] >= (load - agents) * (1 - 1e-12)


@pytest.mark.long
@pytest.mark.parametrize("load", [1e-6, 0.3, 5, 100, 10_000, 750_000])
@pytest.mark.parametrize("share", [0, 0.4, 0.95, 1, 1.02, 1.3])
def test_fractions_of_an_agent_continue_erlang_b(load, share):
    agents = load * share
    ours = overflow.erlang_b_continuous(load, agents)
    if load < 200:
        with mp.workdps(40):
            integral = mp.exp(load) * mp.mpf(load) ** -agents * mp.gammainc(agents + mp.mpf(1), load)
            assert exact.relative_error(ours, 1 / integral) < 1e-11
    whole = round(agents)
    expected = exact.erlang_b(load, whole)
    assert exact.relative_error(overflow.erlang_b_continuous(load, whole), expected) < 1e-11


@given(st.floats(0.01, 200), st.floats(0, 250), st.floats(0.01, 3))
@settings(max_examples=100)
def test_each_fraction_of_an_agent_lowers_the_loss(load, agents, more):
    fewer = overflow.erlang_b_continuous(load, agents)
    assert overflow.erlang_b_continuous(load, agents + more) < fewer or fewer < 1e-300


def exact_vendor_agents(load, in_house, max_loss):
    """Count up to the vendor's least number of agents: both groups together lose as Erlang B says."""
    spilt = exact.erlang_b(load, in_house)
    return next(
        agents for agents in range(400) if exact.erlang_b(load, in_house + agents) / spilt <= max_loss
    )


@pytest.mark.long
@pytest.mark.parametrize(("load", "in_house"), [(50, 45), (100, 90), (200, 190), (1000, 950)])
@pytest.mark.parametrize("max_loss", [0.2, 0.05, 0.01])
def test_hayward_is_within_two_agents_where_taking_calls_for_random_misses_a_fifth(load, in_house, max_loss):
    spilt = overflow.overflow(load, in_house)
    needed = exact_vendor_agents(load, in_house, max_loss)
    hayward = overflow.peaked_agents_needed(spilt["load"], spilt["peakedness"], max_loss)
    assert abs(hayward - needed) <= 2
    assert staffing.lines_needed(spilt["load"], max_loss) <= 0.8 * needed


@pytest.mark.parametrize(("load", "in_house"), [(20, 25), (50, 60), (100, 110)])
def test_hayward_asks_for_too_few_where_overflow_is_rare_but_still_more_than_random_calls_would(
    load, in_house
):
    spilt = overflow.overflow(load, in_house)
    assert spilt["load"] < spilt["peakedness"]
    needed = exact_vendor_agents(load, in_house, 0.05)
    hayward = overflow.peaked_agents_needed(spilt["load"], spilt["peakedness"], 0.05)
    assert staffing.lines_needed(spilt["load"], 0.05) < hayward < needed


@pytest.mark.parametrize("case", [(10, 10, 5), (0.01, 0, 3), (333.3, 300, 60), (100_000, 99_000, 1500)])
def test_the_vendors_loss_is_what_both_groups_lose_of_what_the_first_lets_go(case):
    load, in_house, vendor = case
    expected = exact.erlang_b(load, in_house + vendor) / (exact.erlang_b(load, in_house) if in_house else 1)
    assert exact.relative_error(overflow.vendor_loss(*case), expected) < 1e-10


def test_calls_that_are_not_peaked_are_random_calls():
    result = overflow.peaked_performance(10, 1, 13)
    assert result["loss"] == pytest.approx(erlang.erlang_b(10, 13), rel=1e-11)
    assert result["wait_probability"] == pytest.approx(erlang.erlang_c(10, 13), rel=1e-11)
    assert result["mean_wait"] == pytest.approx(erlang.erlang_c(10, 13) / 3, rel=1e-11)
    assert overflow.peaked_agents_needed(50, 1, max_loss=0.01) == staffing.lines_needed(50, 0.01)


def test_peaked_calls_without_enough_agents_wait_without_end():
    result = overflow.peaked_performance(10, 2, 10)
    assert result["wait_probability"] == 1
    assert result["mean_wait"] is None


@given(st.floats(0.1, 200), st.floats(1, 10), st.floats(0.001, 0.5), st.floats(0.001, 0.9))
@settings(max_examples=60)
def test_the_least_number_for_peaked_calls_keeps_each_target_and_one_fewer_does_not(load, peak, loss, wait):
    agents = overflow.peaked_agents_needed(load, peak, loss, wait)

    def keeps(number):
        result = overflow.peaked_performance(load, peak, number)
        return result["loss"] <= loss and result["wait_probability"] <= wait

    assert keeps(agents)
    assert agents == 1 or not keeps(agents - 1)


@given(st.floats(0.1, 200), st.floats(1, 10), st.floats(1.05, 3))
@settings(max_examples=60)
def test_burstier_calls_never_need_fewer_agents(load, peakedness, factor):
    calm = overflow.peaked_agents_needed(load, peakedness, max_loss=0.02)
    assert overflow.peaked_agents_needed(load, peakedness * factor, max_loss=0.02) >= calm
