"""The lab of the tariffs: its numbers are the model's, its words follow from their signs and sizes."""

import json
import re

import pytest
from view_data import told

from callcentre import labs
from callcentre.labs.contract import LAB
from callcentre.model import assumptions
from callcentre.model.check import InputError
from callcentre.model.costs import contract, vendor

FROM_TABLE = (
    "vendor_resolution",
    "callers_again",
    "vendor_service_deviation",
    "service_level",
    "minimum_commitment",
    "hybrid_fixed_share",
    "calls_per_month",
    "handle_seconds",
    "price_per_minute",
    "vendor_cost_per_paid_hour",
)
AGREED = {"handle_change": 0.0}
NO_BONUS = {"bonus_per_point": 0.0, "penalty_per_point": 0.0}


def figures(**values):
    return {figure.name: figure.quantity.value for figure in LAB.view(values).figures}


def column(view, name):
    place = [each.name for each in view.table.columns].index(name)
    return [row[place] for row in view.table.rows]


def test_every_scenario_value_begins_at_its_assumption():
    controls = {control.name: control for control in LAB.controls}
    for name in FROM_TABLE:
        assert controls[name].default == assumptions.value(name)
        for value in (controls[name].low, controls[name].high):
            assert assumptions.find(name).check(value) == value
    assert set(controls) - set(FROM_TABLE) == {"handle_change", "volume_change", "has_bonus"}


def test_as_agreed_is_what_the_table_of_assumptions_says():
    assert assumptions.value("vendor_service_deviation") == 0
    assert set(column(LAB.view(AGREED), "change_of_margin")) == {0.0}


def test_the_default_already_tells_who_gains_by_longer_calls():
    headline = LAB.view({}).headline
    assert headline.template.startswith("Calls are {change} longer than agreed. The vendor gains most")
    assert headline.parts["change"].value == 0.1
    assert headline.parts["best"] == ["Minute"]


def test_bars_table_and_figures_show_the_model():
    values = {"handle_change": 0.1, "volume_change": -0.2, "minimum_commitment": 0.9}
    result = contract.compare(
        {"minimum_commitment": 0.9, **NO_BONUS}, {"handle_change": 0.1, "volume_change": -0.2}
    )
    view = LAB.view(values)
    shown = figures(**values)
    changes = [each["change_of_margin"] for each in result["tariffs"]]
    assert view.charts[0].series[0][2] == changes == column(view, "change_of_margin")
    assert [shown["change_" + tariff.name] for tariff in vendor.TARIFFS] == changes
    assert column(view, "bill") == [each["turned_out"]["bill"] for each in result["tariffs"]]
    assert shown["agreed_bill"] == result["tariffs"][0]["agreed"]["bill"]
    for tariff, change in zip(vendor.TARIFFS, changes, strict=True):
        assert view.charts[0].description.parts[tariff.name].value == change
    assert [tariff.name for tariff in vendor.TARIFFS] == [each["tariff"] for each in result["tariffs"]]


def test_the_switch_turns_bonus_and_penalty_on():
    late = {**AGREED, "vendor_service_deviation": -0.1}
    without, penalty = LAB.view(late), LAB.view({**late, "has_bonus": True})
    off, on = column(without, "bill")[0], column(penalty, "bill")[0]
    assert off == pytest.approx(figures(**AGREED)["agreed_bill"])
    assert on == pytest.approx(off * 0.9, abs=0.01)
    assert "neither bonus nor penalty for" in without.notes[2].text.template
    assert penalty.notes[2].text.parts["part"].value == pytest.approx(0.1)


@pytest.mark.parametrize(
    ("values", "beginning", "end"),
    [
        (AGREED, "All goes as agreed: every tariff bills", "leaves the vendor {margin}."),
        ({**AGREED, "price_per_minute": 0.7}, "All goes as agreed", "is {margin} short of its own cost."),
        (
            {"handle_change": -0.1},
            "Calls are {change} shorter than agreed.",
            "The vendor gains most, {most}, under: {best}.",
        ),
        (
            {**AGREED, "vendor_resolution": 0.6},
            "Only {now} of the calls are settled; {agreed} were agreed.",
            "The vendor gains most, {most}, under: {best}.",
        ),
        ({**AGREED, "volume_change": 0.1}, "{change} more customers call", "under every tariff. Most, "),
        (
            {**AGREED, "volume_change": -0.1, "hybrid_fixed_share": 0.2},
            "{change} fewer customers call",
            "under every tariff. Most, ",
        ),
        (
            {**AGREED, "volume_change": -0.4, "minimum_commitment": 1.0},
            "{change} fewer customers call",
            "The vendor gains the same under every tariff: {most} more.",
        ),
        (
            {**AGREED, "vendor_service_deviation": 0.15, "vendor_cost_per_paid_hour": 0.0},
            "{now} of the calls are in time; {agreed} were agreed.",
            "It never loses.",
        ),
        (
            {**AGREED, "vendor_service_deviation": -0.2, "vendor_cost_per_paid_hour": 0.0},
            "Only {now} of the calls are in time; {agreed} were agreed.",
            "under: {worst}. It never gains.",
        ),
        (
            {"handle_change": 0.1, "vendor_cost_per_paid_hour": 0.0, "price_per_minute": 0.0},
            "Calls are {change} longer than agreed.",
            "The vendor neither gains nor loses under any tariff.",
        ),
        ({"volume_change": 0.2}, "Several things turn out differently.", ""),
    ],
)
def test_the_headline_fits_the_case(values, beginning, end):
    headline = LAB.view(values).headline
    assert headline.template.startswith(beginning)
    assert end in headline.template
    assert set(re.findall(r"{(\w+)}", headline.template)) == set(headline.parts)


def changes_of_margin(view):
    """Return by tariff what a month leaves the vendor more than agreed."""
    tariffs = [tariff.short_label for tariff in vendor.TARIFFS]
    return dict(zip(tariffs, column(view, "change_of_margin"), strict=True))


def test_the_headline_names_those_under_which_the_vendor_gains_most():
    for values in ({}, {"handle_change": -0.3}, {**AGREED, "vendor_resolution": 0.5}):
        view = LAB.view(values)
        changes = changes_of_margin(view)
        assert max(changes, key=changes.get) in view.headline.parts["best"]
        assert view.headline.parts["most"].value == max(changes.values())


def test_the_headline_names_those_under_which_the_vendor_loses_most_where_it_never_gains():
    view = LAB.view({**AGREED, "vendor_service_deviation": -0.2, "vendor_cost_per_paid_hour": 0.0})
    changes = changes_of_margin(view)
    assert min(changes, key=changes.get) in view.headline.parts["worst"]
    assert view.headline.parts["least"].value == -min(changes.values())


def test_what_a_tariff_rewards_follows_from_the_signs_and_sizes():
    terms = {"minimum_commitment": 1.0, "hybrid_fixed_share": 0.8, "vendor_cost_per_paid_hour": 24.0}
    view = LAB.view(terms)
    taken = {(place, label): word for place, label, word, _ in view.charts[1].taken}
    most = dict(zip(column(view, "tariff"), column(view, "rewards"), strict=True))
    for tariff, each in zip(vendor.TARIFFS, contract.rewards({**terms, **NO_BONUS}), strict=True):
        changes = dict(zip(contract.STEPS, each["changes"], strict=True))
        longer, shorter = changes["handle_change", 0.1], changes["handle_change", -0.1]
        word = taken.get(("Handling", tariff.short_label))
        assert word == (None if max(longer, shorter) < 1 else "longer" if longer >= shorter else "shorter")
        chosen = {step: change for step, change in changes.items() if step[0] != "volume_change"}
        if most[tariff.label] == "calls are shorter":
            assert max(chosen.values()) == shorter > 0
    assert "calls are shorter" in most.values()


def test_a_penalty_takes_the_reward_from_letting_callers_wait():
    waits = {
        has_bonus: [
            label
            for place, label, word, _ in LAB.view({"has_bonus": has_bonus}).charts[1].taken
            if (place, word) == ("Wait", "longer")
        ]
        for has_bonus in (False, True)
    }
    assert waits[False] == ["Minute", "Call", "Resolved", "Sale", "Hybrid"]
    assert waits[True] == []


def test_the_bills_come_first_and_the_rewards_after_them():
    values = LAB.complete({})
    first, state = LAB.refine(values, None)
    last, end = LAB.refine(values, state)
    assert (first.progress, last.progress, end) == (0.5, 1, None)
    assert first.charts[0].as_data() == last.charts[0].as_data()
    assert first.figures[0].as_data() == last.figures[0].as_data()
    assert list(first.charts[1].taken) == []
    assert set(column(first, "rewards")) == {None}
    assert first.charts[1].rows == last.charts[1].rows


def test_each_preset_shows_its_point():
    views = {preset.label.split(": ")[1]: LAB.view(preset.values) for preset in LAB.presets}
    headlines = {label: view.headline.parts for label, view in views.items()}
    assert headlines["a help line learns to hurry"]["best"] == ["Call"]
    assert headlines["the causes of calls are removed"]["best"] == ["Hybrid"]
    december = changes_of_margin(views["a shop's December"])
    assert min(december, key=december.get) == "Seat"
    assert headlines["minutes, a year later"]["best"] == ["Minute"]
    assert all(preset.label.startswith("Invented: ") for preset in LAB.presets)


def test_a_service_beyond_all_bounds_is_answered_in_percent():
    request = {"lab": LAB.name, "values": {"service_level": 0.95, "vendor_service_deviation": 0.15}}
    ((name, words),) = told(json.loads(labs.answer(json.dumps(request))))
    assert name == "vendor_service_deviation"
    assert "from 1 % to 99 % of the calls are answered in time, at a promise of 95 %; 15" in words


def test_the_vendor_follows_the_promise_and_departs_from_it_by_a_deviation():
    """At a promise of 0.9 five points fewer are 0.85; the bill is by the minute, so that only costs move."""
    view = LAB.view({**AGREED, "service_level": 0.9, "vendor_service_deviation": -0.05})
    parts = view.headline.parts
    assert (parts["now"].value, parts["agreed"].value) == (pytest.approx(0.85), 0.9)
    by_hand = contract.compare({"service_level": 0.9, **NO_BONUS}, {"vendor_service_level": 0.85})
    assert column(view, "change_of_margin")[0] == by_hand["tariffs"][0]["change_of_margin"]
    kept = figures(**AGREED, service_level=0.9)
    assert set(column(LAB.view({**AGREED, "service_level": 0.9}), "change_of_margin")) == {0.0}
    assert kept["agreed_bill"] == figures(**AGREED)["agreed_bill"]
    assert kept["vendor_cost"] > figures(**AGREED)["vendor_cost"]


def test_more_calls_in_time_than_there_are_is_refused_beside_the_deviation():
    with pytest.raises(InputError, match="from 1 % to 99 % of the calls") as caught:
        LAB.view({"service_level": 0.9, "vendor_service_deviation": 0.15})
    assert caught.value.name == "vendor_service_deviation"
