"""Service from agents, and agents from service."""

import math

import exact
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from callcentre.model import erlang, staffing
from callcentre.model.check import InputError
from callcentre.model.numerics.search import least

calls = st.floats(1, 2000)
handles = st.floats(30, 900)
patiences = st.floats(5, 2000)
targets = st.floats(0, 120)


def test_performance_gives_every_result_by_its_name_in_the_units_promised():
    result = staffing.performance(200, 180, 11, 300, 20)
    plain = erlang.erlang_a(10, 11, 300 / 180, 20 / 180, 5 / 180)
    assert result["load"] == 10
    assert result["mean_wait_seconds"] == plain["mean_wait"] * 180
    assert result["mean_wait_served_seconds"] == plain["mean_wait_served"] * 180
    same = ("wait_probability", "abandonment", "queue_length", "occupancy")
    same += ("abandonment_early", *erlang.SERVICE_LEVELS)
    assert [result[name] for name in same] == [plain[name] for name in same]
    assert result["service_level"] == result["service_level_offered"]
    assert len(result) == len(same) + 4


def test_five_service_levels_are_quotients_of_the_same_few_shares():
    """With the shares of 10 erlang on 10 agents, patience 300 s: the quotients are made by hand."""
    result = staffing.performance(200, 180, 10, 300, 20, 5)
    in_time, gone, early = 0.516810168640, 0.109437999559, 0.034804964353
    short = staffing.performance(200, 180, 10, 300, 5)["abandonment_early"]
    assert result["service_level_offered"] == pytest.approx(in_time, rel=1e-9)
    assert result["abandonment"] == pytest.approx(gone, rel=1e-9)
    assert result["abandonment_early"] == pytest.approx(early, rel=1e-9)
    by_hand = {
        "service_level_served": in_time / (1 - gone),
        "service_level_short_left_out": in_time / (1 - short),
        "service_level_early_left_out": in_time / (1 - early),
        "service_level_early_good": in_time + early,
    }
    for name, level in by_hand.items():
        assert result[name] == pytest.approx(level, rel=1e-9), name
    assert 0 < short < early < gone


@given(calls, handles, st.integers(1, 300), patiences, targets, st.floats(0, 20))
@settings(max_examples=60)
def test_service_levels_stand_in_order_from_all_offered_to_early_ones_counted_good(
    calls, handle, agents, patience, target, short
):
    result = staffing.performance(calls, handle, agents, patience, target, min(short, target))
    names = ("offered", "short_left_out", "early_left_out", "early_good")
    levels = [result[f"service_level_{name}"] for name in names]
    assert all(one <= other * (1 + 1e-12) for one, other in zip(levels, levels[1:], strict=False))


def test_nobody_is_short_within_no_time_and_short_is_early_within_the_target():
    none, all_early = (staffing.performance(200, 180, 10, 300, 20, short) for short in (0, 20))
    assert none["service_level_short_left_out"] == pytest.approx(none["service_level_offered"], rel=1e-14)
    early_left_out = all_early["service_level_early_left_out"]
    assert all_early["service_level_short_left_out"] == pytest.approx(early_left_out, rel=1e-14)


def test_without_patience_the_six_service_levels_are_one_and_nobody_hangs_up():
    result = staffing.performance(200, 180, 12)
    levels = [result[name] for name in result if name.startswith("service_level")]
    assert len(levels) == 7
    assert len(set(levels)) == 1
    assert result["abandonment"] == result["abandonment_early"] == 0
    assert result["mean_wait_seconds"] == result["mean_wait_served_seconds"] > 0


@pytest.mark.parametrize("load", [0.01, 1, 48, 1000, 99_000])
@pytest.mark.parametrize("surplus", [1e-6, 0.3, 1, 20])
@pytest.mark.parametrize("target", [0, 1e-6, 0.1, 3])
def test_service_level_without_patience_has_nine_digits_even_on_the_brink(load, surplus, target):
    agents = math.ceil(load + surplus)
    load = min(load, agents - surplus)
    ours = staffing.performance(load * 3600 / 180, 180, agents, None, target * 180)
    with exact.mp.workdps(exact.DIGITS):
        spare = agents - exact.mp.mpf(ours["load"])
        expected = 1 - exact.erlang_c(ours["load"], agents) * exact.mp.exp(-spare * target)
        assert exact.relative_error(ours["service_level"], expected) < 1e-9


def test_overload_is_fine_with_patience_and_an_error_that_says_why_without():
    assert 0.2 < staffing.performance(200, 180, 8, 60)["abandonment"] < 0.4
    with pytest.raises(InputError, match="agents must be more than the load of 10.0 erlang.*without end"):
        staffing.performance(200, 180, 10)


def test_patience_so_short_that_fewer_agents_than_load_suffice():
    assert staffing.agents_needed(2000, 180, 0.50, 20, patience_seconds=60) == 76
    assert staffing.performance(2000, 180, 76, 60)["service_level"] >= 0.50
    assert staffing.performance(2000, 180, 75, 60)["service_level"] < 0.50


def test_each_target_can_be_the_one_that_decides():
    by_service = staffing.agents_needed(2000, 180, 0.80, 20, 300)
    by_abandonment = staffing.agents_needed(2000, 180, 0.80, 20, 300, max_abandonment=0.001)
    by_occupancy = staffing.agents_needed(2000, 180, 0.80, 20, 300, max_occupancy=0.75)
    assert by_service < by_abandonment < by_occupancy
    assert staffing.performance(2000, 180, by_occupancy, 300)["occupancy"] <= 0.75
    assert staffing.performance(2000, 180, by_occupancy - 1, 300)["occupancy"] > 0.75


def test_a_greatest_occupancy_counts_without_patience_too():
    assert staffing.agents_needed(2000, 180, 0.80, 20, max_occupancy=0.80) == 125
    assert staffing.agents_needed(500_000, 3600, 0.80, 20, max_occupancy=0.5) == erlang.MOST_AGENTS


def test_without_calls_one_agent_is_the_least():
    assert staffing.agents_needed(0, 180) == 1
    assert staffing.agents_needed(0, 180, patience_seconds=60, max_abandonment=0.01, max_occupancy=0.5) == 1


def test_targets_out_of_reach_are_an_error_and_no_endless_search():
    with pytest.raises(InputError, match="few enough for 1000000 agents"):
        staffing.agents_needed(200_000, 180, max_occupancy=0.001)


@given(
    calls,
    handles,
    st.floats(0, 0.99),
    targets,
    st.none() | patiences,
    st.none() | st.floats(0.005, 1),
    st.none() | st.floats(0.2, 1),
)
@settings(max_examples=60)
def test_the_least_number_found_is_the_one_that_counting_up_finds(
    calls, handle, level, target, patience, abandonment, occupancy
):
    load = calls * handle / 3600
    assume(load < 150)

    def meets(agents):
        if patience is None and agents <= load:
            return False
        result = staffing.performance(calls, handle, agents, patience, target)
        return (
            result["service_level"] >= level
            and (abandonment is None or result["abandonment"] <= abandonment)
            and (occupancy is None or result["occupancy"] <= occupancy)
        )

    counted = 1
    while not meets(counted):
        counted += 1
    found = staffing.agents_needed(calls, handle, level, target, patience, abandonment, occupancy)
    assert found == counted


@given(calls, handles, st.none() | patiences, st.floats(1.01, 3))
@settings(max_examples=60)
def test_more_calls_or_longer_ones_never_need_fewer_agents(calls, handle, patience, factor):
    needed = staffing.agents_needed(calls, handle, patience_seconds=patience)
    assert staffing.agents_needed(calls * factor, handle, patience_seconds=patience) >= needed
    if patience is None:
        assert staffing.agents_needed(calls, handle * factor) >= needed


@given(calls, handles, st.integers(1, 300), patiences)
@settings(max_examples=100)
def test_more_agents_never_mean_longer_waits(calls, handle, agents, patience):
    fewer = staffing.performance(calls, handle, agents, patience)
    more = staffing.performance(calls, handle, agents + 1, patience)
    assert more["mean_wait_seconds"] <= fewer["mean_wait_seconds"] * (1 + 1e-12)
    assert more["mean_wait_served_seconds"] <= fewer["mean_wait_served_seconds"] * (1 + 1e-12)


@given(st.floats(0, 300), st.floats(0.001, 0.5))
@settings(max_examples=100)
def test_lines_needed_is_the_least_number_that_keeps_the_loss(load, loss):
    lines = staffing.lines_needed(load, loss) if load >= 1e-100 or load == 0 else 1
    assume(load >= 1e-100 or load == 0)
    assert erlang.erlang_b(load, lines) <= loss
    assert lines == 1 or erlang.erlang_b(load, lines - 1) > loss


@pytest.mark.parametrize("patience", [None, 120, 10])
@pytest.mark.parametrize("share", [0.5, 0.9, 0.999])
def test_a_percentile_of_the_wait_is_where_that_share_no_longer_waits(patience, share):
    seconds = staffing.wait_percentile(2880, 60, 49, share, patience)
    result = staffing.performance(2880, 60, 49, patience, seconds)
    still = (1 - result["service_level_virtual"]) * math.exp(-seconds / patience if patience else 0)
    assert seconds == 0 and still <= 1 - share or still == pytest.approx(1 - share, rel=1e-9)


def test_a_percentile_is_no_time_at_all_where_enough_callers_find_an_agent_free():
    assert staffing.wait_percentile(10, 60, 20) == staffing.wait_percentile(10, 60, 20, 0.9, 60) == 0


@given(st.integers(1, 3000), st.integers(1, 3000), st.integers(1, 3000))
@settings(max_examples=200)
def test_the_search_finds_the_least_from_any_guess(answer, guess, most):
    tried = []

    def meets(number):
        tried.append(number)
        return number >= answer

    assert least(meets, guess, most) == (answer if answer <= most else None)
    assert len(tried) == len(set(tried)) <= 26
    assert all(1 <= number <= most for number in tried)
