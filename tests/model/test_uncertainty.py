"""Futures are drawn as asked, cost what the comparison says, and tell what their summary says of them.

Seeds are fixed, so nothing here fails by chance; a bound is one that a right draw passes with a probability
of 0.999 or more.
"""

import csv
import json
import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import assumptions, costs
from callcentre.model.check import InputError
from callcentre.model.costs import account
from callcentre.model.numerics.confidence import share_interval
from callcentre.model.numerics.randomness import cholesky, streams
from callcentre.model.risk import rare_events, uncertainty

HERE = Path(__file__).parent
NORMAL_999 = 3.29
SURE_THINGS = {
    "volume_deviation": 0.0,
    "handle_deviation": 0.0,
    "wage_drift_deviation": 0.0,
    "attrition_deviation": 0.0,
    "vendor_quality_deviation": 0.0,
    "own_quality_deviation": 0.0,
}
NO_EVENTS = {"leak_loss": 0.0, "vendor_failure_loss": 0.0, "technology_loss": 0.0}
OFTEN = {
    "leak_probability_own": 0.2,
    "leak_probability_vendor": 0.4,
    "vendor_failure_probability": 0.3,
    "technology_probability": 0.5,
}


@pytest.fixture(scope="module")
def futures():
    return uncertainty.draw({}, 1, 400)


@pytest.fixture(scope="module")
def eventful():
    return uncertainty.draw({**SURE_THINGS, **OFTEN, "horizon_months": 30, "loss_deviation": 0.3}, 2, 3000)


def test_the_same_seed_gives_the_same_futures_and_another_seed_others():
    assert uncertainty.draw({}, 3, 5) == uncertainty.draw({}, 3, 5)
    assert uncertainty.draw({}, 3, 5)["costs"] != uncertainty.draw({}, 4, 5)["costs"]


def test_futures_can_be_drawn_in_parts_even_by_way_of_json():
    part = uncertainty.draw({}, 3, 4)
    sent = json.dumps(part)
    whole = uncertainty.draw({}, 3, 6, uncertainty.draw({}, 3, 3, json.loads(sent)))
    assert whole == uncertainty.draw({}, 3, 13)
    assert json.dumps(part) == sent


@pytest.mark.parametrize("earlier", [5, {}, "state"])
def test_only_what_draw_returned_can_be_continued(earlier):
    with pytest.raises(InputError, match="earlier must be what draw returned"):
        uncertainty.draw({}, 3, 1, earlier)


@pytest.mark.parametrize(("scenario", "seed"), [({"hourly_wage": 20.0}, 3), ({}, 4)])
def test_another_scenario_or_seed_cannot_be_continued(scenario, seed):
    with pytest.raises(InputError, match="earlier must be what draw returned for the same scenario and seed"):
        uncertainty.draw(scenario, seed, 1, uncertainty.draw({}, 3, 1))


def test_where_nothing_is_uncertain_every_future_costs_what_the_comparison_says():
    state = uncertainty.draw({**SURE_THINGS, **NO_EVENTS}, 5, 4)
    expected = costs.present_costs({})
    for name in account.NAMES:
        assert state["costs"][name] == [expected[name]] * 4
    summary = uncertainty.summary(state)
    assert summary["cheapest"] == costs.compare({})["cheapest"]
    for name in account.NAMES:
        option = summary["options"][name]
        assert option["mean"] == pytest.approx(expected[name], rel=1e-15)
        assert option["value_at_risk"] == pytest.approx(0, abs=1e-6)
        assert option["losses"] == {"leak": 0, "vendor-failure": 0, "technology-change": 0}


@pytest.mark.parametrize("scenario", [{}, {"mixed_by": "overflow", "volume_growth": 0.1}, {"tariff": "seat"}])
def test_each_future_costs_what_the_comparison_says_of_its_inputs(scenario):
    state = uncertainty.draw(scenario, 6, 12)
    values = assumptions.complete(scenario)
    for place in range(12):
        drawn = {name: state["inputs"][name][place] for name in uncertainty.DRAWN}
        expected = costs.present_costs(uncertainty.with_drawn(values, drawn))
        for name in account.NAMES:
            assert state["costs"][name][place] == pytest.approx(expected[name], rel=1e-12)


def test_what_a_worse_vendor_adds_is_the_difference_of_two_comparisons():
    scenario = {"price_per_minute": 0.8, "vendor_learning_months": 6}
    values = assumptions.complete(scenario)
    for times in (0.0, 0.5, 1.0, 1.5, 4.0):
        added = uncertainty.cost_of_shortcomings(scenario, times)
        other = costs.present_costs(uncertainty.with_shortcomings(values, times))
        expected = other["outsourced"] - costs.present_costs(scenario)["outsourced"]
        assert added["total"] == pytest.approx(expected, abs=1e-6)
        parts = added["work"] + added["penalties"] + added["lost_custom"]
        assert parts == pytest.approx(added["total"], abs=1e-6)
        for name, sign in (("work", 1), ("lost_custom", 1), ("penalties", -1)):
            assert sign * added[name] * (times - 1) >= 0, name


def test_customers_lost_are_counted_by_hand():
    """Of 10,000 calls a month 0.14 more stay unsettled and 0.10 more are late; some come again, and are lost.

    Calls a matter: 1 / (1 - 0.42 / 2) instead of 1 / (1 - 0.28 / 2). A hundredth of these calls, times 0.24,
    loses 100 EUR.
    """
    scenario = {"calls_per_month": 10_000, "horizon_months": 1, "discount_rate": 0.0}
    scenario.update({"vendor_learning_months": 0, "counted_resolution": 0.72})
    calls = 10_000 * 0.86 / 0.79
    found = uncertainty.cost_of_shortcomings(scenario, 1.5)
    assert found["lost_custom"] == pytest.approx(calls * 0.24, abs=0.01)
    assert found["work"] == pytest.approx((calls - 10_000) * 290 / 60 * 0.92, abs=0.01)
    assert found["penalties"] == pytest.approx(-0.1 * calls * 290 / 60 * 0.92, abs=0.01)


def many_inputs(values, count):
    stream, factor = streams(7, 1)[0], cholesky(uncertainty.correlations(values))
    made = [uncertainty.drawn_inputs(values, stream.correlated_normals(factor)) for _ in range(count)]
    return {name: [each[name] for each in made] for name in uncertainty.DRAWN}


def test_inputs_have_the_means_and_spreads_asked_for():
    values, count = assumptions.complete({}), 6000
    drawn = many_inputs(values, count)
    for name, expected, deviation in (
        ("calls_per_month", 40_000, 0.15 * 40_000),
        ("handle_seconds", 290.0, 0.08 * 290),
        ("wage_drift", 0.02, 0.01),
        ("attrition", 0.3, 0.3 * 0.3),
        ("vendor_shortcomings", 1.0, 0.4),
        ("own_shortcomings", 1.0, 0.2),
    ):
        found, spread = mean(drawn[name]), deviation_of(drawn[name])
        assert abs(found - expected) < NORMAL_999 * deviation / math.sqrt(count)
        assert spread == pytest.approx(deviation, rel=0.06)


@pytest.mark.parametrize("asked", [-0.6, 0.0, 0.4, 0.7])
def test_inputs_vary_together_as_asked(asked):
    values, count = assumptions.complete({"wages_with_attrition": asked, "attrition_deviation": 0.05}), 6000
    drawn = many_inputs(values, count)
    found = correlation(drawn["wage_drift"], drawn["attrition"])
    assert abs(math.atanh(found) - math.atanh(asked)) < NORMAL_999 / math.sqrt(count)
    for one in ("calls_per_month", "own_shortcomings"):
        apart = correlation(drawn[one], drawn["vendor_shortcomings"])
        assert abs(apart) < NORMAL_999 / math.sqrt(count)


@settings(max_examples=40)
@given(
    st.fixed_dictionaries(
        {
            "volume_deviation": st.floats(0, 1),
            "handle_deviation": st.floats(0, 1),
            "wage_drift_deviation": st.floats(0, 0.1),
            "attrition_deviation": st.floats(0, 2),
            "vendor_quality_deviation": st.floats(0, 2),
            "own_quality_deviation": st.floats(0, 2),
            "wages_with_attrition": st.floats(-0.7, 0.7),
            "attrition_with_handle_time": st.floats(-0.7, 0.7),
        }
    )
)
def test_whatever_is_drawn_may_stand_in_a_scenario(spreads):
    values = assumptions.complete(spreads)
    drawn = many_inputs(values, 20)
    for place in range(20):
        future = uncertainty.with_drawn(values, {name: drawn[name][place] for name in uncertainty.DRAWN})
        assert assumptions.complete(future) == future


@pytest.mark.parametrize("name", ["volume_deviation", "handle_deviation", "loss_deviation"])
def test_more_uncertainty_spreads_the_costs_more(name):
    spreads = [
        uncertainty.summary(uncertainty.draw({**OFTEN, name: value}, 8, 300))["options"]
        for value in (0.05, 0.9)
    ]
    for option in account.NAMES:
        assert spreads[0][option]["deviation"] < spreads[1][option]["deviation"]


def test_mean_losses_agree_with_the_expected_ones(eventful):
    for controls in ([], ["leak", "vendor-failure", "technology-change"]):
        summary = uncertainty.summary(eventful, controls)
        for option in account.NAMES:
            for event in rare_events.NAMES:
                losses = eventful["controlled_losses" if controls else "losses"][event][option]
                expected = summary["options"][option]["expected_losses"][event]
                error = deviation_of(losses) / math.sqrt(len(losses))
                assert summary["options"][option]["losses"][event] == mean(losses)
                assert abs(mean(losses) - expected) <= NORMAL_999 * error
                assert error <= 0.06 * expected


def test_expected_losses_added_month_by_month_are_the_same():
    scenario = {"horizon_months": 30, "discount_rate": 0.08}
    table = rare_events.expected_losses(scenario)
    worth = sum(1.08 ** (-month / 12) for month in range(1, 31)) / 12
    assert table["in-house"]["leak"] == pytest.approx(0.01 * 600_000 * worth, rel=1e-12)
    assert table["outsourced"]["leak"] == pytest.approx(0.02 * 600_000 * worth, rel=1e-12)
    assert table["outsourced"]["vendor-failure"] == pytest.approx(0.03 * 500_000 * worth, rel=1e-12)
    assert table["in-house"]["technology-change"] == pytest.approx(0.1 * 80_000 * worth, rel=1e-12)
    for option in account.NAMES:
        parts = [table[option][event] for event in rare_events.NAMES]
        assert table[option]["total"] == pytest.approx(sum(parts), rel=1e-15)


def test_a_side_that_does_nothing_risks_nothing():
    table = rare_events.expected_losses({})
    assert table["in-house"]["vendor-failure"] == 0
    assert table["outsourced"]["technology-change"] == 0
    assert rare_events.expected_losses({"equipment_from": "vendor"})["mixed"]["technology-change"] == 0
    assert rare_events.worth_of_controls({})["vendor-failure"]["in-house"] is None


def losses_of_hours(opens, closes):
    return rare_events.expected_losses({"in_house_opens_hour": opens, "in_house_closes_hour": closes})


def test_a_mix_loses_by_a_vendors_failure_the_calls_that_vendor_takes():
    little, much = losses_of_hours(8, 20)["mixed"], losses_of_hours(12, 14)["mixed"]
    assert little["vendor-failure"] < much["vendor-failure"]
    assert much["vendor-failure"] < losses_of_hours(8, 20)["outsourced"]["vendor-failure"]


def test_a_mix_leaks_by_who_has_access_however_few_calls_the_vendor_takes():
    """Own agents leak in 1 year of 100, the vendor in 2: not neither, 1 - 0.99 * 0.98 = 0.0298."""
    for hours in ((8, 20), (12, 14)):
        losses = losses_of_hours(*hours)
        assert losses["mixed"]["leak"] == pytest.approx(2.98 * losses["in-house"]["leak"], rel=1e-12)
        assert losses["mixed"]["leak"] > losses["outsourced"]["leak"]


def test_more_shortcomings_of_own_agents_are_slower_learning_and_fewer_settled():
    """Twice 0.15 more time while they learn, and twice a quarter unsettled."""
    values = assumptions.complete({"learning_handle_factor": 1.15, "own_resolution": 0.75})
    worse = uncertainty.with_own_shortcomings(values, 2.0)
    assert worse["learning_handle_factor"] == pytest.approx(1.3, rel=1e-12)
    assert worse["own_resolution"] == pytest.approx(0.5, rel=1e-12)
    changed = {name for name in values if worse[name] != values[name]}
    assert changed == {"learning_handle_factor", "own_resolution"}


def test_own_quality_that_is_uncertain_spreads_in_house_costs_and_leaves_outsourcing_alone():
    plain = {**SURE_THINGS, **NO_EVENTS}
    sure, unsure = (
        uncertainty.draw({**plain, "own_quality_deviation": deviation}, 10, 60)["costs"]
        for deviation in (0.0, 0.5)
    )
    assert len(set(sure["in-house"])) == 1 < len(set(unsure["in-house"]))
    assert unsure["outsourced"] == sure["outsourced"]


def test_a_control_is_worth_what_it_avoids_less_what_it_costs():
    scenario = {"horizon_months": 24, "discount_rate": 0.0}
    worth = rare_events.worth_of_controls(scenario)["leak"]["outsourced"]
    assert worth["cost"] == pytest.approx(2 * 6000)
    assert worth["loss_avoided"] == pytest.approx(2 * 0.02 * 600_000 * 0.6)
    assert worth["worth"] == pytest.approx(2 * (0.02 * 600_000 * 0.6 - 6000))
    before = rare_events.expected_losses(scenario)["outsourced"]["total"]
    after = rare_events.expected_losses(scenario, ["leak"])["outsourced"]["total"]
    assert worth["worth"] == pytest.approx(before - after)


def test_at_its_break_even_probability_a_control_is_worth_nothing():
    worth = rare_events.worth_of_controls({})["leak"]["in-house"]
    at = {"leak_probability_own": worth["break_even_probability"]}
    assert rare_events.worth_of_controls(at)["leak"]["in-house"]["worth"] == pytest.approx(0, abs=1e-9)
    assert (
        worth["worth"]
        < 0
        < rare_events.worth_of_controls({"leak_probability_own": 0.05})["leak"]["in-house"]["worth"]
    )
    useless = rare_events.worth_of_controls({"leak_control_effect": 0.0})["leak"]["in-house"]
    assert useless["break_even_probability"] is None


def test_a_control_never_makes_a_loss_larger_in_any_future(eventful):
    fewer = 0
    for event in rare_events.NAMES:
        for option in account.NAMES:
            without, under = (eventful[key][event][option] for key in ("losses", "controlled_losses"))
            assert all(b <= a for a, b in zip(without, under, strict=True))
            fewer += sum(b < a for a, b in zip(without, under, strict=True))
    assert fewer > 1000


def test_what_a_control_costs_is_paid_in_every_future(futures):
    costless = assumptions.value("leak_control_cost")
    worth = sum(1.06 ** (-month / 12) for month in range(1, 37)) / 12
    for option in account.NAMES:
        cost = uncertainty.summary(futures, ["leak"])["options"][option]["expected_losses"]["controls"]
        assert cost == pytest.approx(costless * worth, rel=1e-12)
    with_standby = uncertainty.summary(futures, ["vendor-failure"])["options"]
    assert with_standby["in-house"]["expected_losses"]["controls"] == 0
    assert with_standby["in-house"] == uncertainty.summary(futures)["options"]["in-house"] | {
        "cheapest": with_standby["in-house"]["cheapest"]
    }


def test_shares_of_the_cheapest_add_up_and_histograms_hold_every_future(futures):
    summary = uncertainty.summary(futures, bins=15)
    assert sum(option["cheapest"]["share"] for option in summary["options"].values()) == pytest.approx(1)
    assert len(summary["histogram"]["edges"]) == 16
    assert all(sum(counts) == 400 for counts in summary["histogram"]["counts"].values())
    for name in account.NAMES:
        totals = uncertainty.total_costs(futures, [], name, 0.0)
        low, high = summary["histogram"]["edges"][3:5]
        assert summary["histogram"]["counts"][name][3] == sum(low <= cost < high for cost in totals)
        assert summary["options"][name]["mean"] == pytest.approx(math.fsum(totals) / 400, rel=1e-12)


def test_an_option_that_always_costs_least_is_always_the_cheapest():
    options = uncertainty.summary(uncertainty.draw({"price_per_minute": 0.05}, 9, 40))["options"]
    assert options["outsourced"]["cheapest"]["share"] == 1
    assert options["in-house"]["cheapest"]["share"] == 0


def test_quantiles_and_the_worst_are_those_of_the_numbers():
    found = uncertainty.spread_of([float(value) for value in range(100, -1, -1)], 0.05)
    assert found["mean"] == 50
    assert found["quantiles"] == [(0.05, 5), (0.25, 25), (0.5, 50), (0.75, 75), (0.95, 95)]
    assert found["value_at_risk"] == pytest.approx(45)
    assert found["expected_shortfall"] == pytest.approx((95 + 96 + 97 + 98 + 99 + 100) / 6 - 50)
    assert found["deviation"] == pytest.approx(math.sqrt(101 * 102 / 12))
    one = uncertainty.spread_of([7.0], 0.05)
    assert (one["mean"], one["deviation"], one["value_at_risk"], one["expected_shortfall"]) == (7, 0, 0, 0)


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=40), st.floats(0.01, 0.99))
def test_the_worst_futures_cost_at_least_the_value_at_risk_or_nearly(numbers, tail):
    found = uncertainty.spread_of(numbers, tail)
    scale = 1e-9 * (1 + max(abs(number) for number in numbers))
    ranked = [cost for _, cost in found["quantiles"]]
    assert all(a <= b + scale for a, b in zip(ranked, ranked[1:], strict=False))
    assert min(numbers) - scale <= found["mean"] <= max(numbers) + scale
    assert -scale <= found["expected_shortfall"] <= max(numbers) - found["mean"] + scale


@given(
    st.integers(1, 500).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))), st.floats(0.5, 0.999)
)
def test_an_interval_for_a_share_holds_what_was_observed(counted, confidence):
    found = share_interval(*counted, confidence)
    assert 0 <= found["low"] <= found["share"] <= found["high"] <= 1
    assert found["low"] < found["high"]


def test_an_interval_for_a_share_solves_wilsons_equation():
    found = share_interval(30, 100, 0.95)
    for bound in (found["low"], found["high"]):
        assert abs(0.3 - bound) / math.sqrt(bound * (1 - bound) / 100) == pytest.approx(1.959963984540054)


def test_seeded_futures_come_out_as_they_did_before(futures):
    """Guards reproducibility only: these numbers are the model's own, kept."""
    found = {f"last {name}": futures["inputs"][name][-1] for name in uncertainty.DRAWN}
    found.update(
        {f"mean loss {event}": mean(futures["losses"][event]["mixed"]) for event in rare_events.NAMES}
    )
    kept = list(csv.DictReader((HERE / "uncertainty-back-test.csv").open()))
    assert {row["quantity"] for row in kept} == set(found)
    for row in kept:
        assert found[row["quantity"]] == pytest.approx(float(row["value"]), rel=1e-12)


def mean(numbers):
    return uncertainty.mean(numbers)


def deviation_of(numbers):
    middle = mean(numbers)
    return math.sqrt(math.fsum((value - middle) ** 2 for value in numbers) / (len(numbers) - 1))


def correlation(xs, ys):
    x_mean, y_mean = mean(xs), mean(ys)
    both = math.fsum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / (len(xs) - 1)
    return both / deviation_of(xs) / deviation_of(ys)
