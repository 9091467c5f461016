"""Erlang B, C and A against sums in fifty digits, and what must be true of any queue."""

import math
import sys

import exact
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import erlang
from callcentre.model.check import InputError

PROMISED = 1e-12
PROMISED_SERVICE_LEVEL = 1e-9
LOADS = (0.01, 0.3, 1, 7.5, 48, 333.3, 1000, 9999.5, 100_000)
PATIENCES = (0.001, 0.3, 5 / 3, 12, 400)


def staffings(load):
    """From far too few agents over balance to far too many, and one step on either side of balance."""
    cushion = math.sqrt(load)
    sizes = [load * share for share in (0.02, 0.5, 0.9, 0.99, 1, 1.01, 1.1, 1.5)]
    sizes += [load + cushion * beta for beta in (-3, -1, 1, 3, 10)] + [load - 1, load + 1]
    return sorted({max(1, round(size)) for size in sizes})


CASES = [(load, agents) for load in LOADS for agents in staffings(load)]
STABLE = [(load, agents) for load, agents in CASES if agents > load] + [
    (99_999.999, 100_000),
    (0.999_999, 1),
    (999.5, 1000),
]
IMPATIENT = [
    (load, agents, patience)
    for load, agents in CASES
    for patience in PATIENCES
    if (load - agents) * patience < 20_000 and (load < 5000 or patience in (0.3, 5 / 3))
]
WITH_TARGET = [
    (10, 14, 5 / 3, 1 / 9),
    (48, 50, 2, 1 / 3),
    (100, 120, 50, 0.1),
    (100, 90, 10, 0.01),
    (100, 99, 0.01, 0.001),
    (3.7, 2, 0.001, 0.1),
    (0.01, 3, 7, 0),
    (0.5, 1, 100, 0.3),
    (1000, 900, 3.3, 0.1),
    (10_000, 10_000, 5 / 3, 1 / 9),
    (10_000, 9_500, 5 / 3, 0.001),
    (100_000, 100_000, 2.5, 0.001),
    (100_000, 100_500, 0.3, 0.001),
]

loads = st.floats(0.01, 60)
sizes = st.integers(1, 80)
patiences = st.floats(0.02, 30)
waits = st.floats(0, 5)


def worst(cases, ours, reference):
    return max((exact.relative_error(ours(*case), reference(*case)), case) for case in cases)


@pytest.mark.long
def test_erlang_b_has_twelve_digits_from_a_hundredth_of_an_erlang_to_a_hundred_thousand():
    assert worst(CASES, erlang.erlang_b, exact.erlang_b) < (PROMISED,)


@pytest.mark.long
def test_erlang_c_has_twelve_digits_up_to_the_brink_of_overload():
    assert worst(STABLE, erlang.erlang_c, exact.erlang_c) < (PROMISED,)


@pytest.mark.long
def test_erlang_a_has_twelve_digits_in_underload_balance_and_overload():
    assert len(IMPATIENT) > 300
    for case in IMPATIENT:
        ours, reference = erlang.erlang_a(*case), exact.erlang_a(*case)
        errors = {name: exact.relative_error(ours[name], reference[name]) for name in reference}
        assert max(errors.values()) < PROMISED, (case, errors)


@pytest.mark.long
@pytest.mark.parametrize("case", WITH_TARGET)
def test_service_levels_have_nine_digits_and_the_wait_of_those_served_twelve(case):
    short_abandon = case[3] / 4
    ours, reference = erlang.erlang_a(*case, short_abandon), exact.waits(*case, short_abandon)
    for name in reference:
        promised = PROMISED if name == "mean_wait_served" else PROMISED_SERVICE_LEVEL
        assert exact.relative_error(ours[name], reference[name]) < promised, name


@given(loads, sizes, patiences)
@settings(max_examples=100)
def test_erlang_a_is_right_anywhere(load, agents, patience):
    ours, reference = erlang.erlang_a(load, agents, patience), exact.erlang_a(load, agents, patience)
    for name in reference:
        assert exact.relative_error(ours[name], reference[name]) < PROMISED, name


def test_service_levels_agree_with_a_chain_that_follows_one_caller():
    """The caller finds so many ahead; one by one they are served or hang up, or the caller does."""
    load, agents, patience, target = 9.0, 8, 1.7, 0.4
    most = 150
    weights = numpy.ones(agents + most + 1)
    for state in range(1, agents + most + 1):
        leaving = min(state, agents) + max(0, state - agents) / patience
        weights[state] = weights[state - 1] * load / leaving
    weights /= weights.sum()

    def served_within(hang_up_rate):
        """Chance to be served by the target for each number ahead: steps of a chain at random times."""
        ahead = numpy.arange(most)
        step_up = agents + ahead / patience
        pace = step_up.max() + hang_up_rate
        chances, total = numpy.zeros(most), numpy.zeros(most)
        poisson = math.exp(-pace * target)
        for step in range(int(pace * target + 12 * math.sqrt(pace * target))):
            total += poisson * chances
            forward = numpy.concatenate(([1.0], chances[:-1]))
            chances = (step_up * forward + (pace - step_up - hang_up_rate) * chances) / pace
            poisson *= pace * target / (step + 1)
        return total

    at_once, queues = weights[:agents].sum(), weights[agents : agents + most]
    ours = erlang.erlang_a(load, agents, patience, target)
    offered = at_once + queues @ served_within(1 / patience)
    assert ours["service_level_offered"] == pytest.approx(offered, rel=1e-10)
    assert ours["service_level_served"] == pytest.approx(offered / (1 - ours["abandonment"]), rel=1e-10)
    virtual = at_once + queues @ served_within(0.0)
    assert ours["service_level_virtual"] == pytest.approx(virtual, rel=1e-10)
    still_there = (1 - virtual) * math.exp(-target / patience)
    assert ours["service_level_early_good"] == pytest.approx(1 - still_there, rel=1e-10)
    assert ours["abandonment_early"] == pytest.approx(1 - still_there - offered, rel=1e-9)


def test_in_heavy_overload_all_wait_and_just_the_excess_hangs_up():
    for load, agents, patience in ((100_000, 50_000, 100), (1_000_000, 900_000, 1000), (100, 1, 1e9)):
        result = erlang.erlang_a(load, agents, patience, 0.01)
        assert result["wait_probability"] == 1
        assert result["abandonment"] == pytest.approx(1 - agents / load, rel=1e-12)
        assert result["occupancy"] == pytest.approx(1, rel=1e-12)
        assert 0 <= result["service_level_offered"] < 1e-9


def test_with_no_patience_at_all_hanging_up_is_loss():
    lost = erlang.erlang_b(20, 22)
    assert erlang.erlang_a(20, 22, 1e-9)["abandonment"] == pytest.approx(lost, rel=1e-6)


def test_with_endless_patience_erlang_a_is_erlang_c():
    endless = erlang.erlang_a(20, 22, 1e9)
    assert endless["wait_probability"] == pytest.approx(erlang.erlang_c(20, 22), rel=1e-6)
    assert endless["mean_wait"] == pytest.approx(erlang.erlang_c(20, 22) / 2, rel=1e-6)


def test_queue_abandonment_and_wait_are_tied_by_little_and_by_patience():
    result = erlang.erlang_a(30, 28, 2.5)
    assert result["queue_length"] == pytest.approx(30 * result["mean_wait"], rel=1e-14)
    assert result["abandonment"] == pytest.approx(result["mean_wait"] / 2.5, rel=1e-14)
    assert result["occupancy"] == pytest.approx(30 * (1 - result["abandonment"]) / 28, rel=1e-12)


@given(loads, sizes, patiences, waits)
@settings(max_examples=200)
def test_more_agents_never_serve_worse(load, agents, patience, target):
    fewer = erlang.erlang_a(load, agents, patience, target)
    more = erlang.erlang_a(load, agents + 1, patience, target)
    for name in fewer:
        better, worse = (more, fewer) if name.startswith("service_level") else (fewer, more)
        assert better[name] >= worse[name] * (1 - 1e-12), name


@given(loads, sizes, patiences, waits, waits)
@settings(max_examples=100)
def test_more_time_never_lowers_a_service_level(load, agents, patience, target, longer):
    early = erlang.erlang_a(load, agents, patience, target)
    late = erlang.erlang_a(load, agents, patience, target + longer)
    for name in ("abandonment_early", *erlang.SERVICE_LEVELS):
        assert late[name] >= early[name] * (1 - 1e-12)


@given(loads, sizes, patiences, waits)
@settings(max_examples=200)
def test_shares_are_shares(load, agents, patience, target):
    result = erlang.erlang_a(load, agents, patience, target)
    for name in ("wait_probability", "abandonment", "occupancy", *erlang.SERVICE_LEVELS):
        assert 0 <= result[name] <= 1
    assert 0 <= result["abandonment_early"] <= result["abandonment"] * (1 + 1e-12)
    offered, served = result["service_level_offered"], result["service_level_served"]
    assert 0 <= offered <= served <= 1
    assert offered <= result["service_level_virtual"] * (1 + 1e-12)
    assert offered <= (1 - result["abandonment"]) * (1 + 1e-12)


def test_the_recursion_of_the_textbooks_gives_the_same():
    loss = 1.0
    for agents in range(1, 200):
        loss = 100 * loss / (agents + 100 * loss)
        assert erlang.erlang_b(100, agents) == pytest.approx(loss, rel=1e-12)


def test_without_agents_every_call_is_lost_and_without_calls_none():
    assert erlang.erlang_b(5, 0) == 1
    assert erlang.erlang_b(0, 0) == 1
    assert erlang.erlang_b(0, 1) == 0
    assert erlang.erlang_c(0, 1) == 0
    nobody = erlang.erlang_a(0, 1, 2, 0.1)
    assert nobody["wait_probability"] == nobody["queue_length"] == nobody["occupancy"] == 0
    assert nobody["service_level_offered"] == nobody["service_level_served"] == 1


@pytest.mark.parametrize("case", [(0.01, 100_000), (1e-100, 1_000_000), (1_000_000, 1_000_000), (1e6, 1)])
def test_the_far_ends_give_numbers_and_no_errors(case):
    assert 0 <= erlang.erlang_b(*case) <= 1
    assert -math.inf < erlang.log_erlang_b(*case) < 0
    for patience in (1e-9, 1, 1e9):
        result = erlang.erlang_a(*case, patience, 0.1)
        assert all(0 <= value < math.inf for value in result.values())


def test_where_the_probability_is_too_small_for_a_float_its_logarithm_is_not():
    assert erlang.erlang_b(100, 10_000) == 0
    assert erlang.log_erlang_b(100, 10_000) == pytest.approx(-36_157.2259, abs=0.02)
    for load, agents in ((20, 100), (9000, 10_000), (5, 3)):
        assert erlang.log_erlang_b(load, agents) == pytest.approx(
            math.log(erlang.erlang_b(load, agents)), rel=1e-13
        )


def test_as_many_agents_as_load_is_an_error_that_says_why():
    for agents in (100, 99, 1):
        with pytest.raises(InputError, match="grows without end"):
            erlang.erlang_c(100, agents)


def lines_run(function, *arguments):
    """Count the lines of Python that a call runs: the same on every machine."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("occupancy", [0.5, 0.9, 0.99, 1, 1.01, 2])
def test_ten_times_the_load_takes_at_most_ten_times_the_work(occupancy):
    def work(load):
        agents = round(load / occupancy)
        return lines_run(erlang.erlang_b, load, agents), lines_run(erlang.erlang_a, load, agents, 5 / 3, 0.1)

    small, large = work(10_000), work(100_000)
    assert large[0] <= 10 * small[0]
    assert large[1] <= 10 * small[1]
