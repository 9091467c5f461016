"""The lab of risk: its figures are worked out by hand where they can be, its words fit its numbers."""

import json
import re
from itertools import pairwise

import pytest

from callcentre.labs import risk
from callcentre.labs.shared.refining import refine_by
from callcentre.model import assumptions, costs
from callcentre.model.check import InputError
from callcentre.model.risk import uncertainty

LAB = risk.LAB
FEW = {"futures": 100}
PARTS = {"in_house": "in-house", "outsourced": "outsourced", "mixed": "mixed"}


def figures(**values):
    view = LAB.view({**FEW, **values})
    return {figure.name: figure.quantity.value for figure in view.figures}


def worth_of_a_euro_a_year(months, rate=0.06):
    """A twelfth of a euro at the end of each month, at its present value."""
    return sum((1 + rate) ** (-month / 12) / 12 for month in range(1, months + 1))


def sentences(view):
    texts = [view.headline] + [chart.description for chart in view.charts]
    return texts + [note.text for note in view.notes]


def note(values, reference):
    return next(each.text for each in LAB.view({**FEW, **values}).notes if each.reference == reference)


def test_every_value_of_the_scenario_begins_at_its_assumption():
    for control in LAB.controls:
        if control.name not in risk.OWN:
            assert control.default == assumptions.value(control.name), control.name


def test_no_control_lets_a_value_in_that_the_model_refuses():
    for control in LAB.controls:
        if control.kind in ("slider", "number", "logarithmic") and control.name not in risk.OWN:
            for value in (control.low, control.high):
                assert assumptions.find(control.name).check(value) == value, control.name


def test_expected_losses_from_leaks_are_probability_times_loss_times_worth():
    shown = figures()
    worth = worth_of_a_euro_a_year(36)
    assert shown["leak_loss_in_house"] == pytest.approx(0.01 * 600_000 * worth, rel=1e-12)
    assert shown["leak_loss_outsourced"] == pytest.approx(0.02 * 600_000 * worth, rel=1e-12)
    either = 1 - 0.99 * 0.98
    assert shown["leak_loss_mixed"] == pytest.approx(either * 600_000 * worth, rel=1e-12)


def test_a_second_site_is_an_exposure_of_its_own_however_few_its_calls():
    few = figures(calls_per_month=40_000, mixed_by="overflow")
    assert few["leak_probability_mixed"] == pytest.approx(1 - (0.99 * 0.98) ** 3, rel=1e-12)
    parts = {
        name: quantity.value
        for note in LAB.view(FEW).notes
        if "mixed" in note.text.parts
        for name, quantity in note.text.parts.items()
    }
    assert parts == {name: figures()["leak_probability_" + name] for name in PARTS}
    alone = [note.text.parts for note in LAB.view({**FEW, "mixed_by": "nothing"}).notes]
    assert not [each for each in alone if "mixed" in each]
    assert figures(mixed_by="nothing")["leak_probability_mixed"] == pytest.approx(1 - 0.99**3, rel=1e-12)


def test_a_leak_over_three_years_is_one_less_three_years_without():
    shown = figures()
    assert shown["leak_probability_in_house"] == pytest.approx(1 - 0.99**3, rel=1e-12)
    assert shown["leak_probability_outsourced"] == pytest.approx(1 - 0.98**3, rel=1e-12)


def test_half_a_year_leaks_half_as_probably():
    shown = figures(horizon_months=18)
    assert shown["leak_probability_in_house"] == pytest.approx(1 - 0.99 * 0.995, rel=1e-12)


def test_controls_against_leaks_cost_what_they_cost_and_leave_two_leaks_in_five():
    shown = figures(leak_control=True)
    worth = worth_of_a_euro_a_year(36)
    assert shown["leak_probability_outsourced"] == pytest.approx(1 - (1 - 0.4 * 0.02) ** 3, rel=1e-12)
    assert shown["leak_loss_outsourced"] == pytest.approx(0.4 * 0.02 * 600_000 * worth, rel=1e-12)
    kept = shown["rare_losses_outsourced"] - shown["leak_loss_outsourced"]
    assert kept == pytest.approx((6000 + 0.03 * 500_000) * worth, rel=1e-12)


def test_what_a_control_is_worth_is_what_it_spares_less_its_price():
    shown = figures()
    worth = worth_of_a_euro_a_year(36)
    by_hand = {
        "worth_leak_control_in_house": 0.6 * 0.01 * 600_000 - 6000,
        "worth_leak_control_outsourced": 0.6 * 0.02 * 600_000 - 6000,
        "worth_standby_outsourced": 0.7 * 0.03 * 500_000 - 9000,
        "worth_renewal_in_house": 0.6 * 0.1 * 80_000 - 4000,
        "worth_renewal_mixed": 0.6 * 0.1 * 80_000 - 4000,
    }
    for name, a_year in by_hand.items():
        assert shown[name] == pytest.approx(a_year * worth, rel=1e-9), name


def test_no_control_has_a_worth_where_its_event_cannot_happen():
    shown = figures()
    assert "worth_standby_in_house" not in shown
    assert "worth_renewal_outsourced" not in shown
    assert "worth_standby_mixed" not in figures(mixed_by="nothing")


def test_the_last_view_is_what_the_model_says_of_as_many_futures():
    values = {"futures": 200, "seed": 7, "leak_control": True, "renewal": True, "tail": 0.1}
    view = LAB.view(values)
    state = uncertainty.draw({}, 7, 200)
    result = uncertainty.summary(state, ["leak", "technology-change"], 0.1)
    shown = {figure.name: figure.quantity.value for figure in view.figures}
    for name, option in PARTS.items():
        known = result["options"][option]
        assert shown["mean_" + name] == known["mean"]
        assert shown["cheapest_share_" + name] == known["cheapest"]["share"]
        assert shown["value_at_risk_" + name] == known["value_at_risk"]
    assert [row[6] for row in view.table.rows] == [
        result["options"][option]["expected_shortfall"] for option in PARTS.values()
    ]


def test_a_value_of_the_scenario_reaches_the_draw():
    values = {"price_per_minute": 1.1, "attrition_deviation": 0.0, "horizon_months": 12}
    result = uncertainty.summary(uncertainty.draw(values, 1, 100))
    assert figures(**values)["mean_outsourced"] == result["options"]["outsourced"]["mean"]


def test_the_picture_is_refined_in_steps_until_all_futures_are_drawn():
    values = LAB.complete(FEW)
    view, state = LAB.first_view(values)
    shares = [view.progress]
    while state is not None:
        view, state = LAB.refine(values, json.loads(json.dumps(state, allow_nan=False)))
        if view:
            shares.append(view.progress)
    assert shares == sorted(set(shares))
    assert shares[0] <= 0.1
    assert shares[-1] == 1
    assert view.as_data() == LAB.view(FEW).as_data()


def test_pictures_come_the_more_seldom_the_more_futures_there_are():
    values, drawn = LAB.complete({"futures": 500}), []
    view, state = LAB.first_view(values)
    while state is not None:
        if view:
            drawn.append(risk.futures_of(state))
        view, state = LAB.refine(values, state)
    assert view.progress == 1
    assert all(later <= 1.5 * earlier + risk.AT_A_TIME for earlier, later in pairwise([*drawn, 500]))
    assert all(later >= 1.1 * earlier for earlier, later in pairwise(drawn))


def test_a_first_view_rests_on_the_first_futures_of_the_seed():
    view, state = LAB.first_view(LAB.complete({}))
    first = uncertainty.summary(uncertainty.draw({}, 1, risk.AT_FIRST))
    assert view.charts[0].description.parts["futures"].value == risk.AT_FIRST
    assert view.figures[0].quantity.value == first["options"]["in-house"]["mean"]
    assert len(json.dumps(state)) < 3000


def test_rare_losses_are_not_lost_from_one_step_to_the_next():
    often = {"leak_probability_vendor": 0.2, "vendor_failure_probability": 0.3, "technology_probability": 0.5}
    state = uncertainty.draw(often, 3, 100)
    assert sum(map(bool, state["losses"]["leak"]["outsourced"])) > 20
    result = uncertainty.summary(state, ["vendor-failure"])
    shown = figures(**often, seed=3, standby=True)
    assert shown["mean_outsourced"] == result["options"]["outsourced"]["mean"]
    assert shown["mean_mixed"] == result["options"]["mixed"]["mean"]


def test_the_same_seed_draws_the_same_futures_and_another_seed_others():
    assert figures(seed=5) == figures(seed=5)
    assert figures(seed=5)["mean_mixed"] != figures(seed=6)["mean_mixed"]


def test_a_control_changes_no_future_but_its_own_event():
    without, with_control = figures(standby=False), figures(standby=True)
    assert with_control["mean_in_house"] == without["mean_in_house"]
    assert with_control["leak_loss_outsourced"] == without["leak_loss_outsourced"]
    assert with_control["mean_outsourced"] != without["mean_outsourced"]


def test_the_cheapest_shares_share_all_futures_out():
    shown = figures()
    assert sum(shown["cheapest_share_" + name] for name in PARTS) == pytest.approx(1, abs=1e-12)


def test_every_future_stands_in_the_picture_once_for_each_way():
    chart = LAB.view(FEW).charts[0]
    for _, _, points in chart.series:
        assert sum(share for _, share in points) == pytest.approx(1, abs=1e-12)


def test_the_columns_of_losses_add_up_to_the_figures():
    view = LAB.view({**FEW, "leak_control": True, "standby": True})
    shown = {figure.name: figure.quantity.value for figure in view.figures}
    chart = view.charts[1]
    assert [label for _, label, _ in chart.series][-1] == "Price of controls"
    for place, name in enumerate(PARTS):
        column = sum(values[place] for _, _, values in chart.series)
        assert column == pytest.approx(shown["rare_losses_" + name], rel=1e-12)
        assert chart.description.parts["total_" + name].value == shown["rare_losses_" + name]


@pytest.mark.parametrize(
    ("values", "case", "winner"),
    [
        ({"price_per_minute": 0.75}, "sure", "Outsourced"),
        ({"price_per_minute": 1.2}, "sure", "Mixed"),
        ({"price_per_minute": 1.0}, "ahead", "Mixed"),
        ({}, "open", "Mixed"),
        ({"price_per_minute": 0.86, "vendor_failure_loss": 5_000_000.0}, "behind", "Mixed"),
        ({"price_per_minute": 0.88, "leak_loss": 20_000_000.0}, "ahead", "Outsourced"),
    ],
)
def test_the_headline_fits_the_case(values, case, winner):
    headline = LAB.view(values).headline
    assert headline.template == risk.HEADLINES[case]
    assert headline.parts["winner"] == winner


def test_the_headline_names_the_way_with_the_least_mean_and_its_share():
    for label, values in ((preset.label, preset.values) for preset in LAB.presets):
        view = LAB.view({**values, **FEW})
        shown = {figure.name: figure.quantity.value for figure in view.figures}
        best = min(PARTS, key=lambda name: shown["mean_" + name])
        assert view.headline.parts["share"].value == shown["cheapest_share_" + best], label
        if "second_share" in view.headline.parts:
            others = [shown["cheapest_share_" + name] for name in PARTS if name != best]
            assert view.headline.parts["second_share"].value == max(others), label


@pytest.mark.parametrize(
    ("values", "case"),
    [
        ({}, "some"),
        ({"leak_probability_own": 0.02}, "all"),
        ({"leak_probability_vendor": 0.005}, "none"),
        ({"leak_control_effect": 0.0}, "never"),
        ({"leak_control_cost": 400_000.0}, "never"),
        ({"leak_loss": 0.0}, "nothing"),
    ],
)
def test_the_note_on_leaks_says_for_whom_controls_pay(values, case):
    template = note(values, "outsourcing#risk-confidentiality").template
    assert template.endswith(risk.CONTROL_NOTES[0][3][case])


def test_the_note_on_leaks_names_the_probability_at_which_controls_just_pay():
    parts = note({}, "outsourcing#risk-confidentiality").parts
    assert parts["from"].value == pytest.approx(6000 / (0.6 * 600_000), rel=1e-12)
    assert (parts["ways"], parts["others"]) == (["Outsourced", "Mixed"], ["In-house"])
    just = figures(leak_probability_vendor=0.0, leak_control_cost=0.01 * 0.6 * 600_000)
    assert just["worth_leak_control_in_house"] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("values", "case"),
    [
        ({}, "some"),
        ({"mixed_by": "nothing"}, "all"),
        ({"vendor_failure_probability": 0.01}, "none"),
        ({"standby_cost": 1_000_000.0}, "never"),
        ({"vendor_failure_loss": 0.0}, "nothing"),
    ],
)
def test_the_note_on_the_vendor_says_for_whom_a_second_one_pays(values, case):
    template = note(values, "outsourcing#risk-dependence").template
    assert template.endswith(risk.CONTROL_NOTES[1][3][case])


@pytest.mark.parametrize(
    ("values", "case"),
    [
        ({}, "all"),
        ({"technology_probability": 0.05}, "none"),
        ({"renewal_cost": 1_000_000.0}, "never"),
        ({"technology_probability": 0.0}, "nothing"),
    ],
)
def test_the_note_on_technology_says_for_whom_open_equipment_pays(values, case):
    template = note(values, "outsourcing#reasons").template
    assert template.endswith(risk.CONTROL_NOTES[2][3][case])


def test_where_nothing_is_uncertain_every_future_is_the_comparison_of_costs():
    sure = dict(risk.CALM, leak_loss=0.0, vendor_failure_loss=0.0, technology_loss=0.0)
    shown = figures(**sure)
    present = costs.present_costs({})
    for name, option in PARTS.items():
        assert shown["mean_" + name] == pytest.approx(present[option], rel=1e-12)
        assert shown["value_at_risk_" + name] == pytest.approx(0, abs=1e-3)


def test_every_place_in_a_sentence_is_filled_and_nothing_else_is_given():
    for values in ({}, {"mixed_by": "nothing"}, {"price_per_minute": 0.8}, {"leak_loss": 0.0}):
        for text in sentences(LAB.view({**FEW, **values})):
            assert set(re.findall(r"{(\w+)}", text.template)) == set(text.parts)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("futures", 50),
        ("tail", 0.0),
        ("seed", -1),
        ("leak_loss", -1.0),
        ("leak_control", 1),
        ("mixed_by", "all"),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name, value):
    with pytest.raises(InputError) as caught:
        LAB.view({name: value})
    assert caught.value.name == name


def test_an_invented_preset_says_so_or_is_the_books_appliance_firm():
    for preset in LAB.presets:
        assert preset.label.startswith(("Invented: ", "Appliance firm"))


@pytest.mark.parametrize("preset", LAB.presets, ids=lambda preset: preset.label)
def test_a_worse_vendor_is_never_cheaper(preset):
    values = assumptions.complete(risk.scenario_of(LAB.complete(preset.values)))
    worse = [uncertainty.with_shortcomings(values, times / 10) for times in range(41)]
    for option in ("outsourced", "mixed"):
        spent = [costs.present_costs(each)[option] for each in worse]
        assert spent == sorted(spent)
        assert spent[0] < spent[-1]


def test_of_two_futures_that_differ_in_the_vendor_the_worse_one_is_dearer():
    sure = {**risk.CALM, "vendor_quality_deviation": 0.8}
    state = uncertainty.draw(sure, 1, 60)
    ranked = sorted(zip(state["inputs"]["vendor_shortcomings"], state["costs"]["outsourced"], strict=True))
    assert [cost for _, cost in ranked] == sorted(state["costs"]["outsourced"])
    assert len(set(state["costs"]["in-house"])) == 1


@pytest.mark.parametrize("values", [{}, {"lost_customer_cost": 0.0}, {"mixed_by": "overflow"}])
def test_the_note_on_a_worse_vendor_adds_up_and_says_whether_it_is_dearer(values):
    text = note(values, "outsourcing#contracts")
    worse = uncertainty.cost_of_shortcomings(values)
    parts = {name: quantity.value for name, quantity in text.parts.items()}
    assert text.template == risk.WORSE[worse["total"] > 0]
    assert parts["total"] == abs(worse["total"])
    assert parts["work"] + parts["lost"] - parts["spared"] == pytest.approx(worse["total"], abs=1e-6)


def test_where_customers_cost_nothing_a_vendor_a_little_worse_is_the_cheaper_one():
    assert uncertainty.cost_of_shortcomings({})["total"] > 0
    assert uncertainty.cost_of_shortcomings({"lost_customer_cost": 0.0})["total"] < 0


def test_nothing_is_said_of_a_worse_vendor_where_every_vendor_is_as_expected():
    references = [each.reference for each in LAB.view({**FEW, "vendor_quality_deviation": 0.0}).notes]
    assert "outsourcing#contracts" not in references


PAY = {**risk.CALM, "wage_drift_deviation": 0.02}


def test_a_rise_of_pay_reaches_the_vendor_in_part_and_later():
    """Without a share it does not at all; at a delay beyond the horizon neither; else where pay rises."""
    for values in ({"vendor_pay_share": 0.0}, {"vendor_pay_delay_years": 3}):
        state = uncertainty.draw({**PAY, **values}, 1, 40)
        assert len(set(state["costs"]["outsourced"])) > 1, "staff who oversee the vendor are paid too"
        moved = max(state["costs"]["outsourced"]) - min(state["costs"]["outsourced"])
        usual = uncertainty.draw(PAY, 1, 40)["costs"]["outsourced"]
        assert moved < (max(usual) - min(usual)) / 3
    state = uncertainty.draw(PAY, 1, 40)
    ranked = sorted(zip(state["inputs"]["wage_drift"], state["costs"]["outsourced"], strict=True))
    assert [cost for _, cost in ranked] == sorted(state["costs"]["outsourced"])


def test_the_note_on_pay_says_how_much_reaches_the_vendor_and_when():
    for years, words in ((1, "one year"), (2, 2)):
        parts = note({"vendor_pay_delay_years": years}, "assumptions#pay-moves-vendors").parts
        assert (parts["part"].value, parts["expected"].value) == (0.6, 0.02)
        assert words in (parts["delay"], getattr(parts["delay"], "value", None))
    references = [each.reference for each in LAB.view({**FEW, **risk.CALM}).notes]
    assert "assumptions#pay-moves-vendors" not in references


def test_own_quality_is_uncertain_as_the_vendors_is():
    sure = {**risk.CALM, "own_quality_deviation": 0.5}
    state = uncertainty.draw(sure, 1, 60)
    ranked = sorted(zip(state["inputs"]["own_shortcomings"], state["costs"]["in-house"], strict=True))
    assert [cost for _, cost in ranked] == sorted(state["costs"]["in-house"])
    assert ranked[0][1] < ranked[-1][1]
    assert len(set(state["costs"]["outsourced"])) == 1


def test_while_futures_are_drawn_the_verdict_changes_seldom_and_holds_no_figures():
    values = LAB.complete({})
    each_step = refine_by(risk.step, risk.view_of, risk.packed)  # any of them may have a picture
    view, state = each_step(values, None)
    said = [(view.headline.template, tuple(view.headline.parts.values()))]
    assert said[0] == (risk.SO_FAR["open"], ())
    while state is not None:
        view, state = each_step(values, state)
        if state is not None:
            assert view.headline.template in risk.SO_FAR.values()
            said.append((view.headline.template, tuple(view.headline.parts.values())))
    changes = sum(one != other for one, other in zip(said, said[1:], strict=False))
    assert changes <= 4 < len(said) / 10
    assert view.headline.template in risk.HEADLINES.values()
