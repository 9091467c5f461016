"""One month under each tariff: all bill the same as agreed, and part ways by what hand sums say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import assumptions, costs
from callcentre.model.check import InputError
from callcentre.model.costs import contract, vendor

PLAIN = {
    "calls_per_month": 10_000,
    "handle_seconds": 300.0,
    "price_per_minute": 0.9,
    "agreed_resolution": 0.72,
    "callers_again": 0.5,
    "sales_share": 0.1,
    "minimum_commitment": 0.0,
    "hybrid_fixed_share": 0.4,
    "bonus_per_point": 0.0,
    "penalty_per_point": 0.0,
}
PRICES = {tariff.name: tariff.price_name for tariff in vendor.TARIFFS}
TARIFFS = tuple(PRICES)


def bills(month, **terms):
    """Return the bill of each tariff, by name, for a month that turns out so."""
    result = contract.compare({**PLAIN, **terms}, month)
    return {each["tariff"]: each["turned_out"]["bill"] for each in result["tariffs"]}


def test_every_tariff_a_scenario_may_name_is_compared():
    compared = [each["tariff"] for each in contract.compare(PLAIN, {})["tariffs"]]
    assert compared == list(TARIFFS) == list(assumptions.find("tariff").options)


def test_as_agreed_the_prices_are_those_a_hand_works_out():
    """10,000 calls of five minutes at 0.90 EUR: 45,000 EUR, 4.50 a call, 6.25 for each of 7200 settled."""
    result = contract.compare(PLAIN, {})
    price = {each["tariff"]: each["price"] for each in result["tariffs"]}
    assert {each["agreed"]["bill"] for each in result["tariffs"]} == {45_000.0}
    assert price["minute"] == 0.9
    assert price["call"] == pytest.approx(4.5, rel=1e-12)
    assert price["resolved"] == pytest.approx(6.25, rel=1e-12)
    assert price["sale"] == pytest.approx(45.0, rel=1e-12)
    assert price["hybrid"] == pytest.approx(0.6 * 0.9, rel=1e-12)
    assert price["hour"] == pytest.approx(45_000 / result["agreed"]["work_hours"], rel=1e-12)


@given(
    st.integers(500, 200_000),
    st.floats(60, 900),
    st.floats(0.1, 3),
    st.floats(0, 1),
    st.floats(0, 0.9),
    st.floats(0.05, 1),
)
@settings(max_examples=40)
def test_as_agreed_all_tariffs_bill_the_same_and_nothing_changes(
    calls, seconds, price, fixed, again, resolution
):
    scenario = {
        "calls_per_month": calls,
        "handle_seconds": seconds,
        "price_per_minute": price,
        "hybrid_fixed_share": fixed,
        "callers_again": again,
        "agreed_resolution": resolution,
    }
    result = contract.compare(scenario, {})
    bill = calls * seconds / 60 * price
    for each in result["tariffs"]:
        assert each["agreed"]["bill"] == pytest.approx(bill, abs=0.0051)
        assert each["change_of_bill"] == each["change_of_margin"] == 0
    assert len({each["agreed"]["bill"] for each in result["tariffs"]}) == 1


@pytest.mark.parametrize("tariff", TARIFFS)
def test_the_account_of_costs_bills_the_same_at_the_price_found(tariff):
    found = contract.compare(PLAIN, {})["tariffs"][TARIFFS.index(tariff)]
    scenario = {
        **{name: PLAIN[name] for name in assumptions.complete({}) if name in PLAIN},
        "tariff": tariff,
        PRICES[tariff]: found["price"],
        "hybrid_monthly_fee": 18_000.0,
        "counted_resolution": PLAIN["agreed_resolution"],
        "horizon_months": 1,
        "vendor_learning_months": 0,
    }
    lines = costs.compare(scenario)["options"]["outsourced"]["lines"]
    assert [line["total"] for line in lines if line["name"] == "vendor_fees"] == [found["agreed"]["bill"]]


@pytest.mark.parametrize(
    ("month", "calls", "seconds"),
    [
        ({}, 10_000, 300.0),
        ({"handle_change": 0.2}, 10_000, 360.0),
        ({"volume_change": -0.4}, 6000, 300.0),
        ({"vendor_resolution": 0.14}, 10_000 * 0.86 / 0.57, 300.0),
    ],
)
def test_hours_are_those_the_cost_comparison_finds_for_such_a_month(month, calls, seconds):
    now = contract.compare(PLAIN, month)["turned_out"]
    whole = round(calls)
    scenario = {
        "calls_per_month": whole,
        "handle_seconds": seconds,
        "vendor_learning_months": 0,
        "vendor_resolution": 0.72,
        "counted_resolution": 0.72,
    }
    side = costs.compare({**scenario, "tariff": "hour"})["options"]["outsourced"]["vendor"]
    assert now["calls"] == pytest.approx(calls, rel=1e-12)
    assert now["paid_hours"] == pytest.approx(side["paid_hours"], rel=1e-3 if calls != whole else 1e-12)
    assert now["handled_minutes"] == pytest.approx(calls * seconds / 60, rel=1e-12)


def test_longer_calls_raise_what_is_billed_by_the_minute_and_nothing_billed_by_the_piece():
    longer = bills({"handle_change": 0.1})
    assert longer["minute"] == 49_500
    assert longer["call"] == longer["resolved"] == longer["sale"] == 45_000
    assert longer["hybrid"] == 0.4 * 45_000 + 0.6 * 49_500
    assert 45_000 < longer["hour"] < 49_500, (
        "longer calls keep agents busier, so hours grow less than minutes"
    )


def test_unsettled_matters_come_again_as_a_geometric_series():
    """Of each call 40 % are unsettled, and half of those come again: 1 + 0.2 + 0.04 + ... calls a matter."""
    now = contract.compare(PLAIN, {"vendor_resolution": 0.6})["turned_out"]
    matters = 10_000 / sum((0.28 * 0.5) ** turn for turn in range(60))
    calls = matters * sum((0.4 * 0.5) ** turn for turn in range(60))
    assert now["calls"] == pytest.approx(calls, rel=1e-12)
    assert now["repeat_share"] == pytest.approx(1 - matters / calls, rel=1e-12)
    assert now["resolved_calls"] == pytest.approx(0.6 * calls, rel=1e-12)


def test_calls_that_come_again_are_billed_by_the_call_and_sell_nothing_more():
    worse = bills({"vendor_resolution": 0.6})
    assert worse["minute"] == worse["call"] == round(45_000 * 0.86 / 0.8, 2)
    assert worse["resolved"] == round(6.25 * 0.6 * 10_000 * 0.86 / 0.8, 2)
    assert worse["sale"] == 45_000


def test_where_nobody_calls_again_unsettled_calls_bring_no_more_calls():
    worse = bills({"vendor_resolution": 0.6}, callers_again=0.0)
    assert worse["minute"] == worse["call"] == 45_000
    assert worse["resolved"] == 37_500


def test_fewer_customers_are_billed_down_to_the_minimum():
    few = contract.compare({**PLAIN, "minimum_commitment": 0.8}, {"volume_change": -0.4})
    for each in few["tariffs"]:
        now = each["turned_out"]
        if each["tariff"] in ("minute", "call", "resolved", "sale"):
            assert (now["bill"], now["is_minimum"]) == (36_000, True)
        if each["tariff"] == "hybrid":
            assert (now["bill"], now["is_minimum"]) == (36_000, True)
    untouched = bills({"volume_change": -0.4}, minimum_commitment=0.5)
    assert untouched["minute"] == 27_000
    assert untouched["hybrid"] == 18_000 + 0.6 * 27_000


@pytest.mark.parametrize(
    ("level", "factor"), [(0.8, 1.0), (0.84, 1.02), (0.78, 0.98), (0.6, 0.9), (0.95, 1.075)]
)
def test_bonus_and_penalty_come_on_top_of_the_fee(level, factor):
    """Half a per cent for each point above, a whole one for each below, a tenth at most."""
    terms = {"bonus_per_point": 0.005, "penalty_per_point": 0.01, "most_bonus_or_penalty": 0.1}
    shown = bills({"vendor_service_level": level}, **terms)
    assert shown["minute"] == pytest.approx(45_000 * factor, abs=0.01)
    assert shown["call"] == shown["minute"]


def test_what_is_left_to_the_vendor_is_the_bill_less_its_paid_hours():
    result = contract.compare({**PLAIN, "vendor_cost_per_paid_hour": 20.0}, {"handle_change": 0.1})
    cost = {name: round(20.0 * result[name]["paid_hours"], 2) for name in ("agreed", "turned_out")}
    for each in result["tariffs"]:
        for name, paid in cost.items():
            assert each[name]["margin"] == pytest.approx(each[name]["bill"] - paid, abs=0.0051)
        change = each["turned_out"]["margin"] - each["agreed"]["margin"]
        assert each["change_of_margin"] == pytest.approx(change, abs=1e-6)


def test_keeping_a_promise_better_takes_more_hours():
    hours = [
        contract.compare(PLAIN, {"vendor_service_level": level})["turned_out"]["paid_hours"]
        for level in (0.5, 0.7, 0.8, 0.9, 0.99)
    ]
    assert hours == sorted(hours)
    assert hours[0] < hours[-1]


def test_rewards_are_what_the_comparison_finds_for_each_step_alone():
    found = contract.rewards(PLAIN)
    for place, (name, step) in enumerate(contract.STEPS):
        start = {"vendor_resolution": 0.72, "vendor_service_level": 0.8}.get(name, 0.0)
        result = contract.compare(PLAIN, {name: start + step})
        for each, reward in zip(result["tariffs"], found, strict=True):
            assert reward["tariff"] == each["tariff"]
            assert reward["changes"][place] == each["change_of_margin"]


def test_tariffs_reward_what_they_are_known_to_reward():
    """Where an hour costs the vendor less than it bills: Ren and Zhou's, and the book's, reasoning."""
    gain = {
        (each["tariff"], name, step > 0): change
        for each in contract.rewards(PLAIN)
        for (name, step), change in zip(contract.STEPS, each["changes"], strict=True)
    }
    assert gain["minute", "handle_change", True] > 0 > gain["minute", "handle_change", False]
    assert gain["call", "handle_change", False] > 0 > gain["call", "handle_change", True]
    assert gain["minute", "vendor_resolution", False] > 0 > gain["minute", "vendor_resolution", True]
    assert gain["resolved", "vendor_resolution", True] > 0 > gain["resolved", "vendor_resolution", False]
    assert gain["call", "vendor_service_level", False] > 0, "who waits longer needs fewer agents"


def test_with_all_of_the_bill_as_a_minimum_less_work_is_always_better():
    for each in contract.rewards({**PLAIN, "minimum_commitment": 1.0}):
        changes = dict(zip(contract.STEPS, each["changes"], strict=True))
        assert changes["volume_change", -0.1] > 0
        assert changes["handle_change", -0.1] > 0


@pytest.mark.parametrize(
    ("month", "message"),
    [
        (None, "month must be a dict of names and values, got None"),
        ({"handle_change": -1}, "handle_change must be a number from -0.9 to 2.0, got -1"),
        ({"vendor_resolution": 0}, "vendor_resolution must be a number from 0.01 to 1.0, got 0"),
        ({"vendor_service_level": 1}, "vendor_service_level must be a number from 0.01 to 0.99, got 1"),
        ({"handle_seconds": 1}, "handle_seconds must be one of handle_change, vendor_resolution, "),
    ],
)
def test_a_month_that_cannot_be_is_refused_by_name(month, message):
    with pytest.raises(InputError) as caught:
        contract.compare({}, month)
    assert str(caught.value).startswith(message)


def test_no_price_of_a_sale_makes_a_bill_where_nothing_is_sold():
    with pytest.raises(InputError, match="sales_share must be above 0"):
        contract.compare({"sales_share": 0.0}, {})
