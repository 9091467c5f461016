"""What size brings: the square-root rule, pooling, and several chats at once."""

import math

import mpmath as mp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import erlang, staffing
from callcentre.model.staffing import chat, pooling, square_root


@pytest.mark.parametrize("beta", [1e-6, 0.1, 0.5, 1, 1.74, 3, 8, 30])
def test_halfin_whitt_has_twelve_digits(beta):
    with mp.workdps(40):
        expected = 1 / (1 + beta * mp.ncdf(beta) / mp.npdf(beta))
    assert square_root.halfin_whitt_wait(beta) == pytest.approx(float(expected), rel=1e-12)


@given(st.floats(1e-100, 0.999))
@settings(deadline=None)
def test_beta_and_the_share_that_waits_are_each_others_inverse(wait_probability):
    beta = square_root.halfin_whitt_beta(wait_probability)
    assert square_root.halfin_whitt_wait(beta) == pytest.approx(wait_probability, rel=1e-10)


@pytest.mark.parametrize(
    ("wait_probability", "most"), [(0.001, 2), (0.01, 2), (0.05, 1), (0.2, 1), (0.5, 1), (0.9, 1)]
)
def test_the_square_root_rule_is_off_by_an_agent_and_by_two_where_hardly_anyone_may_wait(
    wait_probability, most
):
    for load in (1, 4, 10.5, 25, 100, 400, 2500, 6400, 90_000):
        result = square_root.square_root_rule(load, wait_probability)
        assert abs(result["error"]) <= most
        assert result["agents"] == math.ceil(load + result["cushion"])
        assert erlang.erlang_c(load, result["exact_agents"]) <= wait_probability
        fewer = result["exact_agents"] - 1
        assert fewer <= load or erlang.erlang_c(load, fewer) > wait_probability


def test_the_rule_comes_nearer_the_larger_the_centre():
    def miss(load):
        beta = square_root.halfin_whitt_beta(0.2)
        agents = load + beta * math.sqrt(load)
        low = erlang.erlang_c(load, math.floor(agents))
        high = erlang.erlang_c(load, math.ceil(agents))
        return max(high - 0.2, 0.2 - low, abs(low - high))

    misses = [miss(load) for load in (10, 100, 1000, 10_000, 100_000)]
    assert misses == sorted(misses, reverse=True)
    assert misses[-1] < 0.002


def test_the_cushion_shrinks_with_size_as_a_share_of_the_load():
    small, large = (square_root.square_root_rule(load, 0.2) for load in (25, 2500))
    assert large["cushion"] / 2500 == pytest.approx(small["cushion"] / 25 / 10, rel=1e-12)


def test_pooling_five_equal_groups_frees_agents_at_the_same_service():
    result = pooling.pool([100] * 5, 300)
    assert result["agents_by_group"] == [staffing.agents_needed(100, 300)] * 5
    assert result["agents_together"] == staffing.agents_needed(500, 300)
    assert result["saved"] == result["agents_apart"] - result["agents_together"] > 5
    assert result["offered_together"] > result["offered_apart"]


def test_pooling_one_group_saves_nothing():
    assert pooling.pool([321.5], 240)["saved"] == 0


@given(st.lists(st.floats(1, 500), min_size=1, max_size=6), st.none() | st.floats(20, 600))
@settings(max_examples=60)
def test_pooling_never_costs_agents(calls_per_hour, patience):
    result = pooling.pool(calls_per_hour, 240, patience_seconds=patience)
    assert result["saved"] >= 0
    assert result["agents_apart"] == sum(result["agents_by_group"])


def test_one_window_is_one_chat():
    assert chat.chat_concurrency(1, 0.75) == pytest.approx(1, rel=1e-15)
    assert chat.chat_handle_seconds(500, 1, 0.75) == pytest.approx(500, rel=1e-15)


@given(st.integers(1, 40), st.floats(0.01, 20))
def test_each_window_more_helps_but_never_beyond_the_agents_own_writing(windows, ratio):
    now, then = chat.chat_concurrency(windows, ratio), chat.chat_concurrency(windows + 1, ratio)
    assert now <= then <= 1 + ratio
    assert chat.chat_concurrency(1000, ratio) == pytest.approx(1 + ratio, rel=1e-12)
