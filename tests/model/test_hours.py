"""From agents an interval to shifts, paid hours and people."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import demand, staffing
from callcentre.model.staffing import hours

needs = st.lists(st.integers(0, 12), min_size=1, max_size=30)


def shift_lengths(plan):
    """Lengths of the shifts of a plan when who came first goes first, in intervals."""
    starts, lengths = [], []
    before = 0
    for place, working in enumerate([*plan, 0]):
        starts += [place] * max(0, working - before)
        for _ in range(max(0, before - working)):
            lengths.append(place - starts.pop(0))
        before = working
    return lengths


def test_agents_by_interval_are_those_each_interval_needs():
    profile = [(540, 30, 60.0), (570, 30, 100.0), (600, 30, 0.0)]
    assert hours.agents_by_interval(profile, 240) == [
        staffing.agents_needed(120, 240),
        staffing.agents_needed(200, 240),
        0,
    ]


def test_at_night_nobody_is_alone():
    profile = demand.day_profile(500, 60, 0.03)
    agents = hours.agents_by_interval(profile, 180)
    night = [number for (start, _, _), number in zip(profile, agents, strict=True) if not 420 <= start < 1260]
    assert min(night) == 2
    alone = hours.agents_by_interval(profile, 180, least_by_night=1)
    assert min(alone) == 1


def test_patience_and_other_targets_reach_every_interval():
    profile = [(540, 60, 100.0)]
    assert hours.agents_by_interval(profile, 300, 0.9, 10, 120, 0.02, 0.7) == [
        staffing.agents_needed(100, 300, 0.9, 10, 120, 0.02, 0.7)
    ]


@given(needs, st.sampled_from((15, 30, 60)), st.floats(0, 8))
@settings(max_examples=200)
def test_a_plan_covers_the_need_with_no_shift_too_short(agents, minutes, shortest):
    plan = hours.shift_plan(agents, minutes, shortest)
    assert all(working >= needed for working, needed in zip(plan, agents, strict=False))
    assert len(plan) >= len(agents)
    assert all(length * minutes >= shortest * 60 for length in shift_lengths(plan))


@given(needs)
def test_without_a_shortest_shift_the_plan_is_the_need(agents):
    assert hours.shift_plan(agents, 30, 0) == agents
    assert hours.shift_plan(agents, 30, 0.5) == agents


def test_one_hour_of_work_costs_the_whole_shortest_shift():
    assert hours.shift_plan([0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], 30, 4) == [0] + [3] * 8 + [0] * 3
    assert hours.shift_plan([1], 60, 4) == [1, 1, 1, 1]


def test_two_peaks_near_each_other_are_bridged_and_far_ones_are_not():
    near = [2, 2, 2, 2, 0, 2, 2]
    far = [2, 2, 2, 2, 0, 0, 0, 0, 2, 2, 2, 2]
    assert hours.shift_plan(near, 60, 4) == [2] * 7
    assert hours.shift_plan(far, 60, 4) == far


def least_hours(agents, shortest):
    """The fewest agent-intervals that any plan needs, by trying every number of agents in every interval."""
    best = None
    most = max(agents)
    for plan in itertools.product(range(most + 1), repeat=len(agents) + shortest - 1):
        covers = all(working >= needed for working, needed in zip(plan, agents, strict=False))
        if (
            covers
            and (best is None or sum(plan) < best)
            and all(length >= shortest for length in shift_lengths(plan))
        ):
            best = sum(plan)
    return best


def test_on_small_days_the_plan_is_within_a_third_of_the_best_there_is_and_mostly_equal():
    equal = 0
    cases = list(itertools.product(range(3), repeat=4))[1:]
    for agents in cases:
        ours, best = sum(hours.shift_plan(list(agents), 60, 3)), least_hours(agents, 3)
        assert best <= ours <= best * 4 / 3
        equal += ours == best
    assert equal >= 0.9 * len(cases)


def test_paid_hours_follow_from_need_shifts_shrinkage_and_efficiency():
    result = hours.paid_hours([2, 4, 2], 60, 0.25, schedule_efficiency=0.8)
    assert result["needed_hours"] == 8
    assert result["scheduled_hours"] == pytest.approx(10)
    assert result["paid_hours"] == pytest.approx(10 / 0.75)
    assert result["schedule_efficiency"] == pytest.approx(0.8)


def test_a_shortest_shift_lowers_the_efficiency_of_the_schedule():
    flexible = hours.paid_hours([1, 1, 6, 1, 1], 60, 0.3)
    rigid = hours.paid_hours([1, 1, 6, 1, 1], 60, 0.3, minimum_shift_hours=4)
    assert rigid["schedule_efficiency"] < flexible["schedule_efficiency"] == 1
    assert rigid["paid_hours"] > flexible["paid_hours"]
    assert flexible["on_shift"] == [1, 1, 6, 1, 1]
    assert rigid["on_shift"] == hours.shift_plan([1, 1, 6, 1, 1], 60, 4)


def test_a_centre_nobody_calls_pays_nobody():
    result = hours.paid_hours([0, 0], 30, 0.3, 4)
    assert result["paid_hours"] == 0
    assert result["schedule_efficiency"] == 1


@given(needs, st.floats(0, 0.9), st.floats(0, 6))
@settings(max_examples=100)
def test_paid_hours_are_never_below_those_needed(agents, shrinkage, shortest):
    result = hours.paid_hours(agents, 30, shrinkage, shortest)
    assert result["paid_hours"] >= result["scheduled_hours"] >= result["needed_hours"]
    assert result["needed_hours"] == sum(agents) / 2


def test_paid_hours_make_people():
    assert hours.full_time_equivalents(350, 35) == 10
    assert hours.full_time_equivalents(17.5, 35) == 0.5
