"""A day divided between own agents and a vendor: nothing is lost, and each side has the agents it needs."""

import math

import exact
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import demand, staffing
from callcentre.model.check import InputError
from callcentre.model.workload.divided_day import divide

LEVEL_DAY = [(480, 30, 100.0), (510, 30, 100.0)]
BANK = demand.day_profile(32_391)

days = st.lists(st.floats(0, 400), min_size=1, max_size=12).map(
    lambda calls: [(420 + 60 * place, 60, each) for place, each in enumerate(calls)]
)
hours = st.tuples(st.integers(0, 24), st.integers(0, 24)).map(sorted)
cells = st.none() | st.integers(1, 60)


def total(intervals, name):
    return math.fsum(each[name] for each in intervals)


def test_without_a_rule_own_agents_take_every_call_with_the_agents_it_takes():
    for each, (start, minutes, calls) in zip(divide(BANK, 240), BANK, strict=True):
        assert (each["start"], each["minutes"], each["calls"]) == (start, minutes, calls)
        assert each["own_calls"] == calls
        assert each["vendor_calls"] == each["vendor_agents"] == 0
        needed = staffing.agents_needed(2 * calls, 240) if calls else 0
        assert each["own_agents"] == each["agents_alone"] == needed


def test_before_eight_and_from_six_on_the_bank_has_the_share_of_its_calls_that_the_book_prints():
    divided = divide(BANK, 240, in_house_opens_hour=8, in_house_closes_hour=18)
    early_and_late = 478.0 + 535.2 + 754.3 + 674.0 + 593.0 + 541.7 + 484.4 + 444.7
    assert total(divided, "vendor_calls") == pytest.approx(early_and_late, rel=1e-4)
    assert round(total(divided, "vendor_calls") / total(divided, "calls"), 3) == 0.139
    for each in divided:
        if 480 <= each["start"] < 1080:
            assert each["vendor_calls"] == 0
        else:
            assert each["own_calls"] == each["own_agents"] == 0


def test_a_cell_of_thirty_with_a_load_of_thirty_sends_on_what_riordans_formulas_say():
    """Where calls go on at once. The book: 13.2 % of the calls overflow, with a peakedness of 3.06."""
    (each,) = divide([(600, 60, 360.0)], 300, cell_agents=30, overflow_after_seconds=0.0)
    with exact.mp.workdps(30):
        lost = exact.erlang_b(30, 30)
        mean = 30 * lost
        peakedness = 1 - mean + 30 / (1 + 30 + mean - 30)
    assert each["own_agents"] == 30
    assert each["vendor_calls"] == pytest.approx(float(360 * lost), rel=1e-12)
    assert each["peakedness"] == pytest.approx(float(peakedness), rel=1e-12)
    assert round(each["vendor_calls"] / 360, 3) == 0.132
    assert round(each["peakedness"], 2) == 3.06
    bundled = staffing.agents_needed(each["vendor_calls"] / each["peakedness"], 300)
    assert each["vendor_agents"] == math.ceil(each["peakedness"] * bundled)
    assert each["vendor_agents"] > staffing.agents_needed(each["vendor_calls"], 300)


@pytest.mark.parametrize("fewer", [0, 1, 5])
def test_who_waits_too_long_for_the_cell_goes_on_whether_it_is_large_enough_or_not(fewer):
    """200 calls an hour of 300 s; a wait of 10 s is a thirtieth of it, and 10 of 20 s are left."""
    cell = staffing.agents_needed(200, 300) - fewer
    share = float(exact.passed_on(200 * 300 / 3600, cell, 10 / 300))
    for each in divide(LEVEL_DAY, 300, cell_agents=cell, overflow_after_seconds=10.0):
        assert each["own_agents"] == cell
        assert each["vendor_calls"] == pytest.approx(100 * share, rel=1e-12)
        bundled = staffing.agents_needed(2 * each["vendor_calls"] / each["peakedness"], 300, 0.8, 10.0)
        assert each["vendor_agents"] == math.ceil(each["peakedness"] * bundled)


def test_a_cell_has_no_more_agents_than_keep_the_promise_alone():
    needed = staffing.agents_needed(200, 300)
    for each in divide(LEVEL_DAY, 300, cell_agents=100):
        assert each["own_agents"] == each["agents_alone"] == needed


def test_where_hardly_anybody_calls_nobody_flows_over():
    (each,) = divide([(600, 60, 1e-170)], 300, cell_agents=1)
    assert (each["own_calls"], each["vendor_calls"]) == (1e-170, 0)


def test_a_day_given_away_leaves_nothing():
    divided = divide(BANK, 240, is_given=True, cell_agents=100)
    assert total(divided, "own_calls") == total(divided, "own_agents") == 0
    assert total(divided, "vendor_calls") == total(divided, "calls")
    assert [each["vendor_agents"] for each in divided] == [each["agents_alone"] for each in divided]


def test_by_night_nobody_is_alone_and_where_nobody_calls_nobody_is_there():
    divided = divide([(0, 60, 1.0), (60, 60, 0.0)], 60, night_least_agents=2)
    assert [each["own_agents"] for each in divided] == [2, 0]
    assert divide([(600, 60, 1.0)], 60, least_agents=3)[0]["own_agents"] == 3


def test_agents_are_no_busier_than_allowed():
    for each in divide(BANK, 240, max_occupancy=0.8):
        load = each["calls"] * 240 / 1800
        assert load <= 0.8 * each["own_agents"]
        assert each["own_agents"] == 0 or load > 0.8 * (each["own_agents"] - 1) or each["own_agents"] < 3


@given(days, st.floats(30, 900), hours, cells, st.booleans())
@settings(max_examples=60)
def test_every_call_is_kept_or_given_and_own_agents_are_never_more_than_alone(
    day, handle, open_hours, cell, is_given
):
    opens, closes = open_hours
    divided = divide(
        day,
        handle,
        in_house_opens_hour=opens,
        in_house_closes_hour=closes,
        cell_agents=cell,
        is_given=is_given,
    )
    for each in divided:
        assert each["own_calls"] + each["vendor_calls"] == pytest.approx(each["calls"], rel=1e-12)
        assert each["own_agents"] <= each["agents_alone"]
        assert each["own_agents"] <= (cell or math.inf)
        assert each["peakedness"] >= 1
        assert (each["vendor_agents"] > 0) == (each["vendor_calls"] > 0)
        assert (each["own_agents"] > 0) == (each["own_calls"] > 0)


@given(days, st.floats(60, 600), st.integers(1, 40))
@settings(max_examples=30)
def test_a_larger_cell_sends_on_fewer_calls(day, handle, cell):
    fewer, more = (divide(day, handle, cell_agents=size) for size in (cell + 1, cell))
    assert total(fewer, "vendor_calls") <= total(more, "vendor_calls") + 1e-9


def test_own_hours_the_wrong_way_round_are_an_error_that_names_the_later_one():
    with pytest.raises(
        InputError, match="^in_house_closes_hour must be no less than this: in_house_opens_hour"
    ):
        divide(LEVEL_DAY, 300, in_house_opens_hour=9, in_house_closes_hour=8)
