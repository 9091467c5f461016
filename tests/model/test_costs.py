"""The comparison of in-house, outsourced and mixed."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model import assumptions, costs, money, staffing, workload
from callcentre.model.check import InputError

NAMES = ("in-house", "outsourced", "mixed")


def npv(option, **scenario):
    return costs.compare(scenario)["options"][option]["npv"]


def cents(euros):
    return round(euros * 100)


SCENARIOS = st.fixed_dictionaries(
    {},
    optional={
        "calls_per_month": st.integers(1, 300_000),
        "handle_seconds": st.floats(30, 900),
        "hourly_wage": st.floats(0, 60),
        "shrinkage": st.floats(0, 0.6),
        "price_per_minute": st.floats(0, 3),
        "vendor_minimum": st.floats(0, 50_000),
        "horizon_months": st.integers(1, 60),
        "discount_rate": st.floats(0, 0.5),
        "in_house_opens_hour": st.integers(0, 12),
        "in_house_closes_hour": st.integers(12, 24),
    },
)


@settings(max_examples=25, deadline=None)
@given(SCENARIOS)
def test_every_total_is_the_sum_of_what_is_shown_to_the_cent(scenario):
    for option in costs.compare(scenario)["options"].values():
        for line in option["lines"]:
            assert cents(line["total"]) == sum(cents(amount) for amount in line["by_month"])
            assert line["set_up"] == line["by_month"][0]
        for month, amount in enumerate(option["by_month"]):
            assert cents(amount) == sum(cents(line["by_month"][month]) for line in option["lines"])
        assert cents(option["total"]) == sum(cents(line["total"]) for line in option["lines"])
        assert cents(option["set_up"]) == sum(cents(line["set_up"]) for line in option["lines"])
        assert cents(option["cumulated"][-1]) == cents(option["total"])


@settings(max_examples=25, deadline=None)
@given(SCENARIOS)
def test_at_no_discount_the_present_value_is_the_total(scenario):
    for option in costs.compare({**scenario, "discount_rate": 0.0})["options"].values():
        assert option["npv"] == pytest.approx(option["total"], abs=1e-6, rel=1e-12)


@settings(max_examples=25, deadline=None)
@given(SCENARIOS)
def test_a_mix_that_keeps_every_hour_costs_what_in_house_costs(scenario):
    options = costs.compare({**scenario, "in_house_opens_hour": 0, "in_house_closes_hour": 24})["options"]
    assert options["mixed"]["by_month"] == options["in-house"]["by_month"]


@settings(max_examples=25, deadline=None)
@given(SCENARIOS)
def test_a_mix_that_keeps_no_hour_costs_what_outsourcing_costs(scenario):
    options = costs.compare({**scenario, "in_house_opens_hour": 12, "in_house_closes_hour": 12})["options"]
    assert options["mixed"]["by_month"] == options["outsourced"]["by_month"]


def test_the_account_of_a_small_centre_worked_out_by_hand():
    """Two months at a vendor, line by line.

    6000 calls of 120 s are 12,000 minutes a month; at 0.50 EUR that is 6000 EUR; the minimum of 6500
    adds 500; half a post of 2000 EUR with 50 % charges adds 1500; so 8000 a month, after 1000 to begin with.
    """
    scenario = {
        "calls_per_month": 6000,
        "handle_seconds": 120.0,
        "price_per_minute": 0.5,
        "vendor_minimum": 6500.0,
        "vendor_set_up": 1000.0,
        "governance_posts": 0.5,
        "governance_monthly_pay": 2000.0,
        "employer_charges": 0.5,
        "horizon_months": 2,
        "discount_rate": 0.21,
    }
    outsourced = costs.compare(scenario)["options"]["outsourced"]
    assert outsourced["by_month"] == [1000.0, 8000.0, 8000.0]
    assert outsourced["cumulated"] == [1000.0, 9000.0, 17000.0]
    assert outsourced["cost_per_call"] == pytest.approx(17000 / 12000)
    month = 1.21 ** (1 / 12)
    assert outsourced["npv"] == pytest.approx(1000 + 8000 / month + 8000 / month**2, rel=1e-12)


def test_the_own_team_of_a_small_centre_worked_out_by_hand():
    """Agents by half hour come from the staffing formula; the money from there is worked out here."""
    calls_per_month, days = 8000, 20.0
    own = costs.compare(
        {
            "calls_per_month": calls_per_month,
            "open_days_per_month": days,
            "handle_seconds": 240.0,
            "hourly_wage": 10.0,
            "employer_charges": 0.2,
            "shrinkage": 0.25,
            "paid_hours_per_month": 160.0,
            "agents_per_supervisor": 10.0,
            "supervisor_monthly_pay": 3000.0,
            "head_monthly_pay": 5000.0,
            "attrition": 0.6,
            "recruitment_cost": 500.0,
            "training_weeks": 3.0,
            "seat_monthly_cost": 100.0,
            "seat_set_up": 2000.0,
            "in_house_set_up": 9000.0,
            "horizon_months": 1,
            "service_level": 0.8,
            "answer_within_seconds": 20.0,
        }
    )["options"]["in-house"]
    shape = [calls for _, _, calls in workload.demand.day_profile(calls_per_month / days) if calls > 0]
    agents = [staffing.agents_needed(2 * calls, 240.0, 0.8, 20.0) for calls in shape]
    paid_hours = sum(agents) / 2 * days / 0.75
    posts = paid_hours / 160
    a_hire = 500 + 3 * (160 * 12 / 52) * 10 * 1.2
    expected = {
        "project": (9000, 0),
        "seats_set_up": (2000 * max(agents), 0),
        "first_hires": (posts * a_hire, 0),
        "agents_pay": (0, paid_hours * 12),
        "supervisors_pay": (0, posts / 10 * 3600),
        "head_pay": (0, 6000),
        "turnover": (0, posts * 0.05 * a_hire),
        "seats": (0, 100 * max(agents)),
    }
    shown = {line["name"]: tuple(line["by_month"]) for line in own["lines"]}
    assert set(shown) == set(expected)
    for name, amounts in expected.items():
        assert shown[name] == pytest.approx(amounts, abs=0.005), name


@pytest.mark.parametrize(
    ("name", "less", "more"),
    [
        ("calls_per_month", 30_000, 60_000),
        ("handle_seconds", 200.0, 300.0),
        ("service_level", 0.6, 0.95),
        ("hourly_wage", 12.0, 13.0),
        ("employer_charges", 0.2, 0.4),
        ("shrinkage", 0.2, 0.3),
        ("supervisor_monthly_pay", 2000.0, 3000.0),
        ("head_monthly_pay", 2000.0, 3000.0),
        ("attrition", 0.2, 0.6),
        ("recruitment_cost", 500.0, 1000.0),
        ("training_weeks", 1.0, 2.0),
        ("seat_monthly_cost", 100.0, 200.0),
        ("seat_set_up", 100.0, 200.0),
        ("in_house_set_up", 100.0, 200.0),
    ],
)
def test_more_of_this_makes_in_house_dearer(name, less, more):
    assert npv("in-house", **{name: less}) < npv("in-house", **{name: more})


@pytest.mark.parametrize(
    ("name", "less", "more"), [("agents_per_supervisor", 8.0, 12.0), ("discount_rate", 0.0, 0.1)]
)
def test_more_of_this_makes_in_house_cheaper(name, less, more):
    assert npv("in-house", **{name: less}) > npv("in-house", **{name: more})


@pytest.mark.parametrize(
    ("name", "less", "more"),
    [
        ("calls_per_month", 30_000, 60_000),
        ("price_per_minute", 0.5, 0.6),
        ("vendor_set_up", 0.0, 1000.0),
        ("vendor_minimum", 0.0, 1_000_000.0),
        ("governance_posts", 0.5, 1.0),
        ("governance_monthly_pay", 3000.0, 3100.0),
    ],
)
def test_more_of_this_makes_outsourcing_dearer(name, less, more):
    assert npv("outsourced", **{name: less}) < npv("outsourced", **{name: more})


def test_what_only_the_vendor_charges_leaves_in_house_alone():
    assert npv("in-house", price_per_minute=0.2) == npv("in-house", price_per_minute=2.0)


@settings(max_examples=15, deadline=None)
@given(SCENARIOS)
def test_at_a_break_even_volume_the_cheaper_of_two_really_changes(scenario):
    for between in costs.compare(scenario)["break_even"]:
        assert len(between["cheaper"]) == len(between["volumes"]) + 1
        for volume, before, after in zip(
            between["volumes"], between["cheaper"], between["cheaper"][1:], strict=False
        ):
            other = [name for name in between["pair"] if name != after][0]
            assert before == other
            below = costs.compare({**scenario, "calls_per_month": volume - 1})["options"]
            at = costs.compare({**scenario, "calls_per_month": volume})["options"]
            assert below[before]["npv"] <= below[after]["npv"]
            assert at[after]["npv"] <= at[before]["npv"]


def test_break_even_volumes_do_not_depend_on_the_volume_one_has():
    assert costs.compare({"calls_per_month": 900})["break_even"] == costs.compare({})["break_even"]


def test_a_vendor_who_works_for_nothing_is_always_cheaper():
    free = {"price_per_minute": 0.0, "vendor_set_up": 0.0, "vendor_minimum": 0.0, "governance_posts": 0.0}
    between = costs.compare(free)["break_even"][0]
    assert between == {"pair": ["in-house", "outsourced"], "cheaper": ["outsourced"], "volumes": []}


def test_several_crossings_are_all_found():
    def cost(name, calls):
        return {"wave": math.sin(calls / 30_000), "flat": 0.0}[name]

    between = costs.break_even(("wave", "flat"), cost)
    turns = [round(30_000 * math.pi * k + 0.5) for k in range(1, 6)]
    assert between["volumes"] == pytest.approx(turns, abs=1)
    assert between["cheaper"] == ["flat", "wave", "flat", "wave", "flat", "wave"]


def test_payback_is_the_month_from_which_the_invested_way_stays_below():
    assert costs.payback_month([10, 11, 12, 13], [0, 6, 12, 18]) == 3
    assert costs.payback_month([10, 11, 12, 13], [0, 1, 2, 3]) is None
    assert costs.payback_month([0, 1], [10, 20]) is None


def test_no_cheaper_option_than_the_cheapest():
    result = costs.compare({})
    assert result["options"][result["cheapest"]]["npv"] == min(o["npv"] for o in result["options"].values())


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(0.1, 3000), min_size=1, max_size=60), st.floats(0.1, 0.95))
def test_what_staffing_remembers_is_what_it_would_work_out(rates, service_level):
    staff = workload.Staffing(assumptions.complete({"service_level": service_level}))
    for rate in rates:
        needed = staffing.agents_needed(rate, 290.0, service_level, staff.answer_within_seconds)
        assert staff.agents(rate, 290.0) == needed


def test_half_a_cent_counts_up():
    assert [money.cents(euros) for euros in (0.125, 1.0, 0.0, 2.375)] == [13, 100, 0, 238]


BAD = [None, "5", float("nan"), float("inf"), -float("inf"), True, -1.0, 1e12, [], {}]


@pytest.mark.parametrize("name", [each.name for each in assumptions.TABLE])
@pytest.mark.parametrize("bad", BAD, ids=repr)
def test_a_bad_value_is_answered_by_the_name_of_its_input(name, bad):
    with pytest.raises(InputError) as caught:
        costs.compare({name: bad})
    assert caught.value.name == name


@pytest.mark.parametrize("scenario", [None, 5, "calls_per_month", [("calls_per_month", 3)]])
def test_a_scenario_that_is_no_dict_is_refused(scenario):
    with pytest.raises(InputError, match="scenario must be a dict"):
        costs.compare(scenario)


@pytest.mark.parametrize("name", ["calls_per_day", "", None, 3, ("a",)])
def test_an_unknown_name_is_refused(name):
    with pytest.raises(InputError, match="must be one of calls_per_month, "):
        costs.compare({name: 1})


def test_own_agents_cannot_close_before_they_open():
    with pytest.raises(InputError, match="in_house_closes_hour must be at or after in_house_opens_hour"):
        costs.compare({"in_house_opens_hour": 12, "in_house_closes_hour": 11})
