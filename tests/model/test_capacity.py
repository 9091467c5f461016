"""What a number of agents can keep: each answer stands on the edge of its promise."""

import exact
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from callcentre.model import staffing
from callcentre.model.check import InputError
from callcentre.model.numerics.search import edge
from callcentre.model.staffing import capacity

mp = exact.mp
SECONDS = {"handle": st.floats(30, 1800), "target": st.floats(0, 300), "patience": st.floats(10, 1800)}
agents = st.integers(1, 300)
promises = st.floats(0.3, 0.99)
patiences = st.none() | SECONDS["patience"]


def service_level(calls, handle, agents, target, patience):
    """The share answered in time in thirty digits; where the queue grows without end, none of the calls."""
    with mp.workdps(30):
        load = mp.mpf(calls) * mp.mpf(handle) / 3600
        if patience is not None:
            return exact.waits(load, agents, mp.mpf(patience) / handle, mp.mpf(target) / handle)[
                "service_level_offered"
            ]
        if load >= agents:
            return mp.mpf(0)
        return 1 - exact.erlang_c(load, agents) * mp.exp(-(agents - load) * target / handle)


CASES = pytest.mark.parametrize(
    ("handle", "number", "level", "target", "patience"),
    [(300, 12, 0.8, 20, None), (300, 12, 0.8, 20, 180), (240, 60, 0.9, 10, 60), (600, 1, 0.99, 0, None)],
)


@pytest.mark.long
@CASES
def test_the_most_calls_stand_where_fifty_digits_see_the_promise_break(
    handle, number, level, target, patience
):
    most = capacity.most_calls_per_hour(handle, number, level, target, patience)
    assert service_level(most * (1 - 1e-7), handle, number, target, patience) > level
    assert service_level(most * (1 + 1e-7), handle, number, target, patience) < level


@pytest.mark.long
@CASES
def test_the_longest_calls_stand_where_fifty_digits_see_the_promise_break(
    handle, number, level, target, patience
):
    longest = capacity.longest_handle_seconds(100, number, level, target, patience)
    assert service_level(100, longest * (1 - 1e-7), number, target, patience) > level
    assert service_level(100, longest * (1 + 1e-7), number, target, patience) < level


@pytest.mark.long
@pytest.mark.parametrize(
    ("calls", "handle", "number", "level", "patience"),
    [(100, 300, 10, 0.9, None), (180, 300, 14, 0.8, 180), (889, 240, 60, 0.95, 600)],
)
def test_the_shortest_answer_stands_where_fifty_digits_see_the_promise_break(
    calls, handle, number, level, patience
):
    seconds = capacity.shortest_answer_seconds(calls, handle, number, level, patience)
    assert service_level(calls, handle, number, seconds * (1 - 1e-7), patience) < level
    assert service_level(calls, handle, number, seconds * (1 + 1e-7), patience) > level


def test_one_agent_whose_callers_may_not_wait_at_all_has_its_answer_by_hand():
    """With one agent and Erlang C a caller finds her free with probability 1 - load."""
    assert capacity.most_calls_per_hour(360, 1, 0.75, 0) == pytest.approx(2.5, rel=1e-12)
    assert capacity.longest_handle_seconds(2.5, 1, 0.75, 0) == pytest.approx(360, rel=1e-12)
    assert capacity.shortest_answer_seconds(2.5, 360, 1, 0.75) == 0


@given(agents, SECONDS["handle"], promises, SECONDS["target"], patiences)
@settings(max_examples=60)
def test_the_most_calls_are_kept_and_a_little_more_are_not(number, handle, level, target, patience):
    most = capacity.most_calls_per_hour(handle, number, level, target, patience)
    kept = staffing.performance(most, handle, number, patience, target)["service_level"]
    assert kept >= level
    assert staffing.agents_needed(most, handle, level, target, patience) <= number
    more = most * (1 + 1e-6)
    assert staffing.agents_needed(more, handle, level, target, patience) > number


@given(agents, st.floats(5, 3000), promises, SECONDS["target"], patiences)
@settings(max_examples=60)
def test_the_longest_calls_are_kept_and_a_little_longer_are_not(number, calls, level, target, patience):
    longest = capacity.longest_handle_seconds(calls, number, level, target, patience)
    assert staffing.agents_needed(calls, longest, level, target, patience) <= number
    assume(longest < 1e5)
    assert staffing.agents_needed(calls, longest * (1 + 1e-6), level, target, patience) > number


@given(agents, st.floats(0.3, 1.2), SECONDS["handle"], promises, patiences)
@settings(max_examples=60)
def test_the_shortest_answer_is_kept_and_a_shorter_one_is_not(number, busy, handle, level, patience):
    assume(patience is not None or busy < 0.99)
    calls = busy * number * 3600 / handle
    seconds = capacity.shortest_answer_seconds(calls, handle, number, level, patience)
    if seconds is None:
        assert staffing.performance(calls, handle, number, patience)["abandonment"] >= 1 - level
        return
    kept = staffing.performance(calls, handle, number, patience, seconds)["service_level"]
    assert kept >= level - 1e-9
    if seconds > 1e-3:
        broken = staffing.performance(calls, handle, number, patience, seconds * 0.999)["service_level"]
        assert broken < level


@given(agents, SECONDS["handle"], promises, SECONDS["target"], patiences)
@settings(max_examples=40)
def test_one_agent_more_never_takes_fewer_calls(number, handle, level, target, patience):
    fewer, more = (
        capacity.most_calls_per_hour(handle, count, level, target, patience) for count in (number, number + 1)
    )
    assert more > fewer


def test_a_share_that_hangs_up_cannot_be_answered_however_long_one_waits():
    assert staffing.performance(180, 300, 12, 180)["abandonment"] > 0.2
    assert capacity.shortest_answer_seconds(180, 300, 12, 0.8, 180) is None
    assert capacity.shortest_answer_seconds(180, 300, 12, 0.7, 180) > 0


def test_calls_too_many_for_the_shortest_handle_time_are_an_error_that_names_them():
    with pytest.raises(InputError, match="^calls_per_hour must be few enough for a pool of 1 to"):
        capacity.longest_handle_seconds(1e13, 1)


def test_where_the_longest_handle_time_there_is_keeps_the_promise_it_is_the_answer():
    assert capacity.longest_handle_seconds(0.001, 10) == 1e6


@pytest.mark.parametrize("zero", [1e-9, 0.3, 1.0, 77.7, 1e8])
@pytest.mark.parametrize("power", [1, 3, 9])
def test_the_edge_is_found_however_crooked_the_excess_and_lies_on_the_kept_side(zero, power):
    for kept, broken in ((0.0, 1e9), (-1e3, zero * 1.0001), (1e9, 0.0)):
        seen = []

        def excess(place, rises=kept > broken, seen=seen):
            seen.append(place)
            return (place**power - zero**power) * (1 if rises else -1)

        found = edge(excess, kept, broken)
        assert (found >= zero) if kept > broken else (found <= zero)
        assert found == pytest.approx(zero, rel=1e-12)
        assert len(seen) < 200


@CASES
def test_it_takes_no_more_than_twenty_looks_at_the_queue(
    monkeypatch, handle, number, level, target, patience
):
    looks = []

    def counting(*values):
        looks.append(values)
        return staffing.performance(*values)

    monkeypatch.setattr(capacity, "performance", counting)
    capacity.most_calls_per_hour(handle, number, level, target, patience)
    assert len(looks) <= 20
    looks.clear()
    capacity.longest_handle_seconds(100, number, level, target, patience)
    assert len(looks) <= 20
