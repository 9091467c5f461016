"""A comparison that tilts to neither side: each rule by a sum made by hand."""

import math

import pytest

from callcentre.model import assumptions
from callcentre.model.costs import account, in_house, money, software, start
from callcentre.model.costs.vendor import by_seat, fee
from callcentre.model.erlang.erlang import erlang_b
from callcentre.model.erlang.overflow import passed_on
from callcentre.model.risk.rare_events import leak_probability
from callcentre.model.workload import workload
from callcentre.model.workload.divided_day import divide
from callcentre.model.workload.scenario import Scenario


def option(name, **changes):
    return account.as_data(account.as_option(Scenario(assumptions.complete(changes)), name))


def lines(name, **changes):
    return {line["name"]: line["total"] for line in option(name, **changes)["lines"]}


class Stub:
    """A month's work of which a test names only what a fee looks at."""

    def __init__(self, **known):
        for name in known:
            setattr(self, name, known[name])


def test_a_matter_settled_less_often_makes_more_calls():
    """Half settled, half of the others call again: 1 / (1 - 0.25) = 4/3 calls; all settled: 1."""
    values = assumptions.complete({"counted_resolution": 1.0, "callers_again": 0.5})
    assert workload.calls_factor(values, 0.5) == pytest.approx(4 / 3, rel=1e-12)
    assert workload.calls_factor(values, 1.0) == 1


@pytest.mark.parametrize(("name", "side"), [("in-house", "own"), ("outsourced", "vendor")])
def test_resolution_moves_the_calls_of_the_side_that_has_it(name, side):
    """Counted at 1, settled at 0.5, half call again: 4/3 of 30,000 calls are 40,000."""
    changes = {"calls_per_month": 30_000, "counted_resolution": 1.0, "callers_again": 0.5}
    work = option(name, **{**changes, f"{side}_resolution": 0.5})[side]
    assert work["calls"] == pytest.approx(40_000, rel=1e-12)


def test_a_higher_promise_raises_both_bills():
    for name in ("in-house", "outsourced"):
        assert option(name, service_level=0.9)["npv"] > option(name, service_level=0.8)["npv"]


def test_tax_that_is_not_recovered_falls_on_bills_and_not_on_wages():
    """A fifth of 100.00 is 20.00, and wages of 50.00 carry none."""
    values = assumptions.complete({"vat_rate": 0.2, "vat_recoverable": 0.0})
    made = [("vendor_fees", "", [(1, 1, 10_000)]), ("agents_pay", "", [(1, 1, 5_000)])]
    assert account.tax(values, made) == [(1, 1, 2_000)]
    assert account.tax(dict(values, vat_recoverable=1.0), made) == []


def test_rent_of_seats_left_empty_carries_tax():
    """A fifth of 100.00 a month."""
    values = assumptions.complete({"vat_rate": 0.2, "vat_recoverable": 0.0})
    assert account.tax(values, [("empty_seats", "", [(1, 12, 10_000)])]) == [(1, 12, 2_000)]


def test_own_equipment_brings_a_tenth_of_its_price_in_the_end():
    """A system of 1,000 and 10 seats of 200 each: a tenth of 3,000 is 300, in the last month."""
    values = assumptions.complete({"residual_share": 0.1, "system_set_up": 1000.0, "seat_set_up": 200.0})
    assert in_house.residual(values, Stub(most_seats=10, months=36)) == [(36, 1, -30_000)]


def test_a_centre_that_exists_is_not_paid_again():
    there = lines("in-house", starts_from="in-house")
    bought = {"premises_set_up", "system_set_up", "first_hires", "ramp_up"}
    assert bought <= set(lines("in-house"))
    assert not bought & set(there)


def test_those_not_needed_any_more_go_three_ways():
    """Of 10 posts 5 get 4,000 each, 3 move at 1,500, 2 are placed at 2,500: 29,500."""
    values = assumptions.complete(
        {
            "severance_months": 1.0,
            "paid_hours_per_month": 160.0,
            "hourly_wage": 25.0,
            "employer_charges": 0.0,
            "leavers_with_severance": 0.5,
            "leavers_transferred": 0.3,
            "transfer_cost": 1500.0,
            "placing_cost": 2500.0,
        }
    )
    assert start.agents_who_go(Stub(values=values, posts=10, has_vendor=True)) == [(0, 1, 2_950_000)]


def test_a_lease_runs_on_for_its_months():
    """4 seats at 150 a month each are 600, for 12 months."""
    values = assumptions.complete({"premises_monthly_cost": 150.0, "lease_months_left": 12})
    assert start.empty_seats(Stub(values=values, seats=4)) == [(1, 12, 60_000)]


def test_a_vendor_that_is_left_at_the_start_costs_its_exit():
    assert lines("in-house", starts_from="vendor", exit_cost=15000.0)["vendor_left"] == 15_000
    assert "vendor_left" not in lines("outsourced", starts_from="vendor")


BASE = {
    "service_level": 0.8,
    "seat_set_up": 3500.0,
    "system_set_up": 60_000.0,
    "residual_share": 0.1,
    "premises_monthly_cost": 220.0,
    "lease_months_left": 12,
    "leavers_with_severance": 0.5,
    "leavers_transferred": 0.3,
    "transfer_cost": 1500.0,
    "placing_cost": 2500.0,
}
SEVERANCE = 2.0 * 151.67 * 14.6 * 1.35  # two months of pay with charges
OWN_START = {"premises_set_up", "system_set_up", "seats_set_up", "first_hires", "ramp_up"}
VENDORS_START = {"vendor_set_up", "transition"}
LEFT = {"agents_who_go", "empty_seats", "equipment_sold", "vendor_left"}
ENDS = {"residual", "own_exit", "exit"}


@pytest.mark.parametrize(
    ("starts_from", "name", "paid"),
    [
        ("nothing", "in-house", OWN_START | {"residual", "own_exit"}),
        ("nothing", "outsourced", VENDORS_START | {"exit"}),
        ("nothing", "mixed", OWN_START | VENDORS_START | ENDS),
        ("in-house", "in-house", {"residual", "own_exit"}),
        (
            "in-house",
            "outsourced",
            VENDORS_START | {"agents_who_go", "empty_seats", "equipment_sold", "exit"},
        ),
        ("in-house", "mixed", VENDORS_START | {"agents_who_go"} | ENDS),
        ("vendor", "in-house", OWN_START | {"vendor_left", "residual", "own_exit"}),
        ("vendor", "outsourced", {"exit"}),
        ("vendor", "mixed", OWN_START | ENDS),
    ],
)
def test_each_option_pays_for_what_it_lacks_and_leaves_what_it_does_not_need(starts_from, name, paid):
    found = set(lines(name, starts_from=starts_from, **BASE))
    assert found & (OWN_START | VENDORS_START | LEFT | ENDS) == paid


def test_a_centre_given_up_for_a_vendor_is_added_up_by_hand():
    """Half of its posts get two months of pay, three tenths move, a fifth is placed; rent runs for a year.

    Its seats stood at 220 a month each. A tenth of what seats and system cost comes back at once.
    """
    own = option("in-house", starts_from="in-house", **BASE)["own"]
    found = lines("outsourced", starts_from="in-house", **BASE)
    each = 0.5 * SEVERANCE + 0.3 * 1500 + 0.2 * 2500
    assert found["agents_who_go"] == pytest.approx(own["posts"] * each, abs=0.0051)
    assert found["empty_seats"] == own["seats"] * 220 * 12
    assert found["equipment_sold"] == pytest.approx(-0.1 * (own["seats"] * 3500 + 60_000), abs=0.0051)


def test_a_mix_keeps_part_of_a_centre_and_gives_up_the_rest():
    """Its own agents answer half of the calls at every hour: the other posts and seats are not needed."""
    mix = {"mixed_by": "activity", "secondary_share": 0.5, "secondary_handle_ratio": 1.0, **BASE}
    before = option("in-house", starts_from="in-house", **mix)["own"]
    kept = option("mixed", starts_from="in-house", **mix)["own"]
    found = lines("mixed", starts_from="in-house", **mix)
    each = 0.5 * SEVERANCE + 0.3 * 1500 + 0.2 * 2500
    assert 0.4 * before["posts"] < kept["posts"] < 0.7 * before["posts"]
    assert found["agents_who_go"] == pytest.approx((before["posts"] - kept["posts"]) * each, abs=0.0051)
    assert found["empty_seats"] == (before["seats"] - kept["seats"]) * 220 * 12
    assert found["equipment_sold"] == pytest.approx(-0.1 * (before["seats"] - kept["seats"]) * 3500)


def test_a_centre_that_uses_a_vendors_equipment_sells_all_of_its_own():
    mix = {"mixed_by": "nothing", "equipment_from": "vendor", "starts_from": "in-house", **BASE}
    seats = option("mixed", **mix)["own"]["seats"]
    found = lines("mixed", **mix)
    assert found["equipment_sold"] == pytest.approx(-0.1 * (seats * 3500 + 60_000))
    assert not {"empty_seats", "agents_who_go", "residual"} & set(found)


def test_who_goes_to_an_agency_has_no_vendor_to_move_to():
    """Half of its posts get severance, the others are placed."""
    mix = {"mixed_by": "nothing", "agents_from": "agency", "starts_from": "in-house", **BASE}
    posts = option("in-house", starts_from="in-house", **BASE)["own"]["posts"]
    each = 0.5 * SEVERANCE + 0.5 * 2500
    assert lines("mixed", **mix)["agents_who_go"] == pytest.approx(posts * each, abs=0.0051)


def test_who_has_the_work_already_does_not_learn_it():
    for name, side in (("in-house", "in-house"), ("outsourced", "vendor")):
        pay = "agents_pay" if name == "in-house" else "vendor_fees"
        by_month = {
            start: next(
                line["by_month"] for line in option(name, starts_from=start)["lines"] if line["name"] == pay
            )
            for start in ("nothing", side)
        }
        assert by_month["nothing"][1] > by_month["nothing"][12] == by_month[side][12] == by_month[side][1]


def test_seats_follow_learning():
    """Who takes three times as long needs three seats where one was enough: 54 for 18."""
    values = assumptions.complete({})
    hours = {"hours": 1.0, "night_hours": 0.0, "sunday_hours": 0.0, "holiday_hours": 0.0}
    assert workload.Team(values, Stub(seats=18, **hours), 3.0).seats == 54
    assert workload.Team(values, Stub(seats=18, **hours), 1.0 + 1e-12).seats == 18
    plain = {"learning_months": 3, "attrition": 0.0}
    at_once = option("in-house", learning_handle_factor=1.0, **plain)["own"]["seats"]
    premises = next(
        line["by_month"]
        for line in option("in-house", learning_handle_factor=3.0, **plain)["lines"]
        if line["name"] == "premises"
    )
    assert premises[1:5] == [3 * at_once * 220] * 3 + [at_once * 220]
    assert lines("in-house", learning_handle_factor=3.0, **plain)["seats_set_up"] == 3 * at_once * 3500


@pytest.mark.parametrize("tariff", assumptions.find("tariff").options)
def test_a_higher_promise_never_makes_outsourcing_cheaper(tariff):
    for name in ("outsourced", "mixed"):
        for way in ("hours", "overflow"):
            costs = [
                option(name, tariff=tariff, mixed_by=way, service_level=level)["npv"]
                for level in (0.6, 0.7, 0.8, 0.9, 0.95)
            ]
            assert costs == sorted(costs), (name, way)
            assert costs[0] < costs[-1]


def test_the_price_is_for_a_service_and_follows_the_hours_of_another():
    """Fees by the minute grow as the hours do that the vendor's agents work; by the hour as the hours do."""
    hours = {
        level: option("outsourced", service_level=level)["vendor"]["work_hours"] for level in (0.8, 0.95)
    }
    plain = {"vendor_learning_months": 0, "horizon_months": 1}
    for tariff in ("minute", "hour"):
        asked, quoted = (
            lines("outsourced", tariff=tariff, service_level=level, **plain) for level in (0.95, 0.8)
        )
        grown = asked["vendor_fees"] / quoted["vendor_fees"]
        assert grown == pytest.approx(hours[0.95] / hours[0.8], rel=1e-6)


def test_an_account_with_tax_not_recovered_is_added_up_by_hand():
    """A fifth, half of it recovered: a tenth of what is bought, month by month, and of nothing else."""
    taxed = {"vat_rate": 0.2, "vat_recoverable": 0.5, "starts_from": "in-house"}
    bought = {"vendor_set_up", "vendor_fees", "vendor_minimum", "bonus_or_penalty", "empty_seats"}
    found = lines("outsourced", vendor_service_deviation=0.02, **taxed)
    assert {"governance", "transition", "exit", "agents_who_go", "equipment_sold"} < set(found)
    expected = 0.1 * sum(found[name] for name in bought & set(found))
    assert found["vat"] == pytest.approx(expected, abs=0.005 * 37 * 5)
    own = lines("in-house", vat_rate=0.2, vat_recoverable=0.5)
    purchases = ("premises_set_up", "system_set_up", "seats_set_up", "premises", "equipment", "telecom")
    assert own["vat"] == pytest.approx(0.1 * sum(own[name] for name in purchases), abs=0.005 * 37 * 6)


def test_a_rise_of_pay_reaches_the_vendors_bill_in_the_third_year_and_the_firms_own_in_the_second():
    """Pay rises by 10 %, 2 % were expected, six tenths of the difference follow a year later."""
    pay = {"wage_drift": 0.1, "expected_wage_drift": 0.02, "vendor_indexation": 0.02, "vendor_pay_share": 0.6}
    pay.update({"vendor_pay_delay_years": 1, "vendor_learning_months": 0, "volume_growth": 0.0})
    bill = next(
        line["by_month"] for line in option("outsourced", **pay)["lines"] if line["name"] == "vendor_fees"
    )
    assert bill[13] == pytest.approx(bill[1] * 1.02, abs=0.02)
    assert bill[25] == pytest.approx(bill[1] * 1.02**2 * (1.1 / 1.02) ** 0.6, abs=0.02)
    wages = next(
        line["by_month"]
        for line in option("in-house", learning_months=0, **pay)["lines"]
        if line["name"] == "agents_pay"
    )
    assert wages[13] == pytest.approx(wages[1] * 1.1, abs=0.02)


def test_a_month_with_software_is_added_up_by_hand():
    """Of 10,000 calls software settles 3,000 and passes on 1,000 of the 7,000 left, which are harder.

    A call left takes 300 s * 1.1 * (1 + 1/7 * 0.15); the vendor bills its minutes at 0.90, software 4,000
    calls at 0.50. A call costs the total over all 10,000.
    """
    scenario = {
        "calls_per_month": 10_000,
        "handle_seconds": 300.0,
        "price_per_minute": 0.9,
        "bot_settles": 0.3,
        "bot_passes_on": 0.1,
        "bot_harder_factor": 1.1,
        "bot_retold_factor": 1.15,
        "bot_price_per_call": 0.5,
        "bot_set_up": 40_000.0,
        "vendor_resolution": 0.75,
        "counted_resolution": 0.75,
        "vendor_learning_months": 0,
        "vendor_minimum": 0.0,
        "horizon_months": 1,
    }
    shown = option("outsourced", **scenario)
    found = {line["name"]: line["total"] for line in shown["lines"]}
    minutes = 7000 * 5 * 1.1 * (1 + 0.15 / 7)
    assert found["vendor_fees"] == pytest.approx(minutes * 0.9, abs=0.0051)
    assert (found["bot_fees"], found["bot_set_up"]) == (2000, 40_000)
    assert shown["vendor"]["calls"] == pytest.approx(7000, rel=1e-12)
    assert shown["cost_per_call"] == pytest.approx(shown["total"] / 10_000, rel=1e-12)
    assert shown["cost_per_resolved_call"] == pytest.approx(shown["total"] / (3000 + 0.75 * 7000), rel=1e-12)


def test_what_flows_over_does_not_jump_where_the_cell_becomes_too_small():
    """With twelve agents the promise is kept at 112 calls an hour and missed at 113."""
    found = {}
    for calls in (111.0, 112.0, 113.0, 114.0):
        (each,) = divide([(600, 60, calls)], 290.0, 0.8, 30.0, 0.88, cell_agents=12)
        assert each["own_agents"] == 12
        found[calls] = (each["agents_alone"], each["vendor_calls"] / calls)
    assert (found[112.0][0], found[113.0][0]) == (12, 13)
    shares = [share for _, share in found.values()]
    steps = [after - before for before, after in zip(shares, shares[1:], strict=False)]
    assert all(0 < step < 0.01 for step in steps)
    assert math.isclose(steps[0], steps[1], rel_tol=0.1)
    assert math.isclose(steps[1], steps[2], rel_tol=0.1)


def test_what_flows_over_at_once_is_erlang_b():
    assert passed_on(10.0, 12, 0.0) == pytest.approx(erlang_b(10.0, 12), rel=1e-12)


def test_pay_reaches_the_vendor_after_a_year():
    """Pay rises by 10 % where none was expected, half follows: nothing in year 1, 1.1 ** 0.5 in year 2."""
    values = assumptions.complete(
        {"wage_drift": 0.1, "expected_wage_drift": 0.0, "vendor_indexation": 0.0, "vendor_pay_share": 0.5}
    )
    level = in_house.vendor_level(dict(values, vendor_pay_delay_years=1))
    assert [level(0), level(1)] == [1, 1]
    assert level(2) == pytest.approx(1.1**0.5, rel=1e-12)


def test_a_second_site_is_an_exposure_of_its_own():
    """Own 0.1 and the vendor's 0.2, however few its calls: 1 - 0.9 * 0.8 = 0.28."""
    values = {"leak_probability_own": 0.1, "leak_probability_vendor": 0.2}
    assert leak_probability(values, 0.9) == pytest.approx(0.28, rel=1e-12)
    assert leak_probability(values, 1.0) == pytest.approx(0.1, rel=1e-12)


def test_twelve_posts_bill_twelve_seats():
    values = {"price_per_seat": 100.0}
    assert by_seat(values, Stub(team=Stub(posts=12.000000000000002))) == 1200
    assert by_seat(values, Stub(team=Stub(posts=12.01))) == 1300


def test_a_band_does_not_lower_the_fixed_fee():
    """1,000 fixed and 1,000 minutes at 1, all but none of them at half price: 1,000 + 500."""
    values = {"tariff": "hybrid", "hybrid_monthly_fee": 1000.0, "hybrid_price_per_minute": 1.0}
    bands = {"band_1_calls": 0, "band_2_calls": 1000, "band_1_discount": 0.5, "band_2_discount": 0.5}
    load = Stub(handled_minutes=1000.0, calls=500.0, side=Stub(service_factor=1.0))
    assert fee({**values, **bands}, load) == 1500


def test_software_leaves_harder_calls_and_some_told_twice():
    """Half settled, a quarter passed on, half of those left: 1.2 * (1 + 0.5 * 0.4) = 1.44."""
    values = {"bot_settles": 0.5, "bot_passes_on": 0.25, "bot_harder_factor": 1.2, "bot_retold_factor": 1.4}
    assert workload.automation_factor(values) == pytest.approx(1.44, rel=1e-12)


def test_software_bills_each_call_it_takes():
    """Of 10,000 calls it takes 40 % at 0.50: 2,000 a month."""
    changes = {"calls_per_month": 10_000, "bot_settles": 0.3, "bot_passes_on": 0.1, "volume_growth": 0.0}
    scenario = Scenario(assumptions.complete({**changes, "bot_price_per_call": 0.5, "horizon_months": 12}))
    assert money.total(software.fees(scenario)) == 12 * 200_000
