"""A comparison that tilts to neither side: each rule by a sum made by hand."""

import pytest

from callcentre.model import assumptions
from callcentre.model.costs import account, in_house, money, software, start
from callcentre.model.costs.vendor import by_seat, fee
from callcentre.model.erlang.erlang import erlang_b
from callcentre.model.erlang.overflow import passed_on
from callcentre.model.risk.rare_events import leak_probability
from callcentre.model.workload import workload
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
