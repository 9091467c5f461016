"""The lab of the three ways: its figures are the model's, its words fit its numbers."""

import json
import re
from itertools import pairwise

import pytest
from view_data import told

from callcentre import labs
from callcentre.labs import cost_scenarios, find
from callcentre.labs.shared.ways import label_of
from callcentre.model import assumptions, costs
from callcentre.model.check import InputError
from callcentre.model.costs import account

LAB = find("cost-scenarios")
CURVES, MONEY, MAP, BARS = range(4)  # where each picture stands
OPTIONS = {"in_house": "in-house", "outsourced": "outsourced", "mixed": "mixed"}


def bars(**values):
    """Return the bars of the inputs as the lab ends up showing them."""
    chart = LAB.view(values).charts[BARS]
    return chart, {label: (low, high) for label, low, _, high, _ in chart.ranges}


def figures(**values):
    return {figure.name: figure.quantity.value for figure in LAB.view(values).figures}


def test_every_control_begins_at_its_assumption():
    for control in LAB.controls:
        assert control.default == assumptions.value(control.name)
        assert control.check(control.default) == control.default
        assert control.explanation


def test_no_control_lets_a_value_in_that_the_model_refuses():
    for control in LAB.controls:
        if control.kind in ("slider", "number", "logarithmic"):
            for value in (control.low, control.high):
                assert assumptions.find(control.name).check(value) == value


def test_the_figures_are_the_comparisons():
    shown = figures(calls_per_month=25_000)
    result = costs.compare({"calls_per_month": 25_000})
    for name, option in OPTIONS.items():
        for kind in ("set_up", "npv", "cost_per_call"):
            assert shown[f"{kind}_{name}"] == result["options"][option][kind]
    assert shown["break_even_in_house_outsourced"] == result["break_even"]["pairs"][0]["volumes"][0]


def test_where_there_is_no_break_even_there_is_a_sentence_and_no_figure():
    free = {"price_per_minute": 0.0, "vendor_set_up": 0.0, "vendor_minimum": 0.0, "governance_posts": 0.0}
    view = LAB.view(free)
    assert not [figure for figure in view.figures if figure.name.startswith("break_even_in_house_outsourced")]
    assert "No break-even" in view.notes[0].text.template
    assert view.headline.parts["calls"].value == assumptions.value("calls_per_month")


def test_the_table_adds_up_to_the_cent():
    for column in (1, 2, 3):
        rows = LAB.view({}).table.rows
        total = [row for row in rows if row[0] == "Total"][0]
        lines = rows[: rows.index(total)]
        assert round(total[column] * 100) == sum(
            round(row[column] * 100) for row in lines if row[column] is not None
        )


def test_the_picture_ends_at_the_total_its_words_name():
    view = LAB.view({"horizon_months": 24})
    parts = view.charts[MONEY].description.parts
    for name, _, points in view.charts[MONEY].series:
        assert len(points) == 25
        assert points[-1][1] == parts["total_" + name].value
        assert points[0][1] == parts["set_up_" + name].value


DEAR = {"price_per_minute": 5.0, "vendor_set_up": 5e6, "vendor_minimum": 1e6}


@pytest.mark.parametrize(
    ("values", "template", "words"),
    [
        ({"calls_per_month": 5000}, "{winner}. From {to} on: {above}.", ("Outsourced", "Mixed")),
        ({}, "Below {from}: {below}. From {to}: {above}.", ("Mixed", "Outsourced", "In-house")),
        ({"calls_per_month": 400_000}, "{winner}. Below {from}: {below}.", ("In-house", "Mixed")),
        (DEAR, "It is so at each volume looked at, from {low} to {high}.", ("In-house",)),
    ],
)
def test_the_headline_fits_the_case(values, template, words):
    headline = LAB.view(values).headline
    assert headline.template.endswith(template)
    assert headline.parts["winner"] == words[0]
    assert {part for part in headline.parts.values() if isinstance(part, str)} == set(words)


def test_the_headlines_volumes_are_where_the_cheapest_changes():
    parts = LAB.view({}).headline.parts
    start, end = parts["from"].value, parts["to"].value
    for volume, cheapest in (
        (start, "mixed"),
        (start - 100, "outsourced"),
        (round(start * 0.9), "outsourced"),
        (end - 1000, "mixed"),
        (end, "in-house"),
        (round(end * 1.1), "in-house"),
    ):
        assert costs.compare({"calls_per_month": volume})["cheapest"] == cheapest, volume


def test_the_months_of_payback_are_marked_and_named():
    both = LAB.view({"calls_per_month": 150_000}).charts[MONEY]
    assert [label for _, label in both.marks] == ["In-house has paid back", "Mixed has paid back"]
    assert both.description.parts["payback_mixed"].value == both.marks[1][0]
    none = LAB.view({"calls_per_month": 5000}).charts[MONEY]
    assert list(none.marks) == []
    assert none.description.template.endswith("and less in the end.")


def test_every_place_in_a_sentence_is_filled_and_nothing_else_is_given():
    for values in (
        {},
        {"calls_per_month": 5000},
        {"calls_per_month": 400_000},
        DEAR,
        {"mixed_by": "nothing"},
    ):
        view = LAB.view(values)
        pictures = [chart.description for chart in view.charts]
        for text in [view.headline] + pictures + [note.text for note in view.notes]:
            assert set(re.findall(r"{(\w+)}", text.template)) == set(text.parts)


def test_hours_the_wrong_way_round_are_answered_beside_their_control():
    with pytest.raises(InputError) as caught:
        LAB.view({"in_house_opens_hour": 20, "in_house_closes_hour": 8})
    assert caught.value.name == "in_house_closes_hour"


WHAT_FIGURES_ARE = (
    "Most amounts here are illustrative; the table of assumptions says which are not. What money "
    "does not show comes under risks."
)


MOST_ACCOUNTS_A_STEP = 40  # of one option each: a twentieth of a second in a page's Python

RESTS_ON = {name: sentence for name, sentence, _ in cost_scenarios.PREMISES}


@pytest.fixture(autouse=True)
def nothing_is_remembered():
    cost_scenarios.known_costs.forget()


def test_a_picture_shows_the_accounts_then_break_even_then_its_price_then_the_length_of_the_bars():
    values = LAB.complete({"calls_per_month": 25_000})
    first, state = LAB.first_view(values)
    looking = first
    while "break_even" not in state:
        second, state = LAB.refine(values, state)
        if second is None:
            continue
        assert looking.progress < second.progress
        for view in (first, looking):
            rests_on = [RESTS_ON["counted"], RESTS_ON["thin"]]
            assert [note.text.template for note in view.notes] == [*rests_on, WHAT_FIGURES_ARE]
        looking = second
    third, state = LAB.refine(values, state)
    last = LAB.view(values)
    assert first.progress < second.progress < third.progress < 1 and state is not None
    one, two, three, other = [view.as_data() for view in (first, second, third, last)]
    assert one["figures"] == [each for each in other["figures"] if "break_even" not in each["name"]]
    assert one["headline"]["template"] == "Cheapest at {calls} a month: {winner}."
    assert one["notes"] == [note for note in other["notes"] if note not in other["notes"][:3]]
    assert one["table"] == two["table"] == three["table"] == other["table"]
    assert two["figures"] == [each for each in other["figures"] if each["name"] != "break_even_price"]
    assert three["figures"] == other["figures"]
    for name in ("headline", "notes"):
        assert two[name] == three[name] == other[name]
    for each in (one, two, three):
        assert each["charts"][MONEY] == other["charts"][MONEY]
        bars = each["charts"][BARS]
        assert {row["from"] for row in bars["ranges"]} == {bars["base"]}
        assert {row["label"] for row in bars["ranges"]} == {
            row["label"] for row in other["charts"][BARS]["ranges"]
        }


def test_the_picture_is_refined_in_short_steps_to_its_end():
    values = LAB.complete({})
    view, state = LAB.first_view(values)
    seen = [view.progress]
    while state is not None:
        view, state = LAB.refine(values, json.loads(json.dumps(state)))
        if view:
            seen.append(view.progress)
    assert seen == sorted(set(seen))
    assert len(seen) >= 5
    assert seen[-1] == 1
    assert view.as_data() == LAB.view(values).as_data()


def test_no_step_accounts_for_so_much_that_a_moving_hand_waits(monkeypatch):
    counted, count = [], account.account
    monkeypatch.setattr(account, "account", lambda scenario: counted.append(scenario) or count(scenario))
    values = LAB.complete({})
    _, state = LAB.first_view(values)
    steps = [len(counted)]
    while state is not None:
        _, state = LAB.refine(values, state)
        steps.append(len(counted))
    assert steps[0] > cost_scenarios.AT_FIRST
    assert max(later - earlier for earlier, later in pairwise(steps)) <= MOST_ACCOUNTS_A_STEP


def test_while_only_the_volume_moves_what_is_known_of_other_volumes_is_there_at_once(monkeypatch):
    other = {"calls_per_month": 31_000, "hourly_wage": 16.5}
    afresh = LAB.view(other).as_data()
    cost_scenarios.known_costs.forget()
    LAB.view({**other, "calls_per_month": 4000})
    counted, count = [], account.account
    monkeypatch.setattr(account, "account", lambda scenario: counted.append(scenario) or count(scenario))
    values = LAB.complete(other)
    first, state = LAB.first_view(values)
    assert len(counted) <= 12
    assert "break_even" in state
    assert first.as_data()["headline"] == afresh["headline"]
    while state is not None:
        view, state = LAB.refine(values, json.loads(json.dumps(state)))
    assert view.as_data() == afresh
    assert len(counted) < 500


def test_another_wage_leaves_nothing_remembered():
    LAB.view({})
    _, state = LAB.first_view(LAB.complete({"hourly_wage": 19.0}))
    assert "break_even" not in state


def test_every_input_of_the_bars_can_be_moved_by_the_reader():
    controls = {control.name: control.kind for control in LAB.controls}
    assert {controls[name] for name in cost_scenarios.VARIED} == {"slider", "number", "logarithmic"}


def test_a_bar_ends_where_ten_per_cent_of_its_input_lead():
    chart, found = bars(calls_per_month=60_000, handle_seconds=240.0)
    at = {"calls_per_month": 60_000, "handle_seconds": 240.0}
    base = costs.present_costs(at)
    best, second = sorted(base, key=base.get)[:2]
    assert chart.base == pytest.approx(base[second] - base[best])
    for name in ("hourly_wage", "price_per_minute", "handle_seconds", "calls_per_month"):
        ends = []
        for change in (0.9, 1.1):
            moved = costs.present_costs({**at, name: {**at, **assumptions.complete(at)}[name] * change})
            ends.append(moved[second] - moved[best])
        assert found[assumptions.find(name).label] == pytest.approx(tuple(ends))


def test_the_bars_stand_with_the_longest_first_and_the_words_name_it():
    chart, found = bars()
    lengths = [abs(high - low) for low, high in found.values()]
    assert lengths == sorted(lengths, reverse=True)
    assert chart.description.parts["longest"] == next(iter(found))
    assert chart.description.parts["saving"].value == chart.base


def test_the_words_name_the_inputs_that_make_the_next_option_the_cheaper():
    chart, found = bars()
    overturning = chart.description.parts["names"]
    assert overturning == [label for label, ends in found.items() if min(ends) < 0]
    label = overturning[0]
    name = next(name for name in cost_scenarios.VARIED if assumptions.find(name).label == label)
    changed = assumptions.value(name) * (0.9 if found[label][0] < 0 else 1.1)
    best, second = cost_scenarios.two_cheapest(costs.present_costs({}))
    moved = costs.present_costs({name: changed})
    assert moved[second] < moved[best]


def test_where_nothing_overturns_the_choice_the_words_say_so():
    chart, found = bars(calls_per_month=2000)
    assert min(low for ends in found.values() for low in ends) > 0
    assert chart.description.template.endswith("None of them alone reverses the order of the two.")


def test_an_option_that_costs_the_same_is_not_what_the_cheapest_is_measured_against():
    present = costs.present_costs({"mixed_by": "nothing"})
    assert present["mixed"] == present["in-house"]
    assert "outsourced" in cost_scenarios.two_cheapest(present)


def test_at_the_break_even_price_outsourcing_costs_what_in_house_does():
    price = figures()["break_even_price"]
    at = figures(price_per_minute=price)
    assert at["npv_outsourced"] == pytest.approx(at["npv_in_house"], rel=1e-4)


def test_where_no_price_makes_them_equal_none_is_shown():
    assert "break_even_price" not in figures(
        vendor_set_up=5e6, hourly_wage=0.0, premises_monthly_cost=0.0, premises_set_up=0.0
    )


@pytest.mark.parametrize(
    ("label", "cheapest"),
    [
        ("Appliance firm: the board's two papers", "mixed"),
        ("Appliance firm: own agents from nine to five", "mixed"),
        ("Appliance firm: an agency's agents in its own cell", "outsourced"),
        ("Appliance firm: secondary activities to the vendor", "outsourced"),
        ("Appliance firm: overflow above a cell of 12", "outsourced"),
        ("Appliance firm: no nights and no weekends", "in-house"),
        ("A vendor's equipment under own agents", "outsourced"),
        ("Small firm with a quarter of the calls", "outsourced"),
        ("Invented: a bank's help desk, which recovers no value added tax", "mixed"),
        ("Invented: a firm that has a centre of its own", "mixed"),
        ("Invented: software settles a quarter of the calls (values assumed)", "outsourced"),
    ],
)
def test_each_scenario_of_the_book_opens_on_its_own_answer(label, cheapest):
    (preset,) = [preset for preset in LAB.presets if preset.label == label]
    assert costs.compare(preset.values)["cheapest"] == cheapest
    assert LAB.view(preset.values).headline.parts["winner"] == label_of(cheapest)


CROSSES_TWICE = {"vendor_minimum": 100_000.0, "price_per_minute": 1.27, "calls_per_month": 16_283}


def test_where_lines_cross_twice_headline_and_notes_agree_and_say_why():
    """Outsourcing is cheaper from 10,700 to below 22,200 calls a month, where its minimum holds no more."""
    view = LAB.view(CROSSES_TWICE)
    assert view.headline.parts["winner"] == "Outsourced"
    assert [view.headline.parts[name].value for name in ("from", "to")] == [10_700, 22_200]
    first = view.notes[0].text
    assert first.template.startswith("The cheaper of in-house and outsourcing changes {times} times")
    assert (first.parts["times"].value, first.parts["volume"].value) == (2, 10_700)
    assert [note for note in view.notes if "bills a minimum" in note.text.template]


def test_no_sentence_claims_more_volumes_than_were_looked_at():
    for values in ({}, DEAR, CROSSES_TWICE, {"calls_per_month": 5000}):
        view = LAB.view(values)
        for text in [view.headline] + [note.text for note in view.notes]:
            assert not re.search(r"always|any other|every volume", text.template)


def cells(view):
    """Return what each line of the table costs, by its words, for each way."""
    return {row[0]: row[1:] for row in view.table.rows}


def notes_on(view):
    """Return what the account rests on, by name, as the parts of its sentences."""
    names = {sentence: name for name, sentence in RESTS_ON.items()}
    found = [note.text for note in view.notes if note.text.template in names]
    return {
        names[text.template]: {name: quantity.value for name, quantity in text.parts.items()}
        for text in found
    }


def preset(words):
    return next(each.values for each in LAB.presets if words in each.label)


def test_who_settles_fewer_has_more_calls_for_the_same_matters():
    """At 75 % settled and one in two calling again a matter makes 1 / 0.875 calls, at 60 % 1 / 0.8."""
    parts = notes_on(LAB.view({"own_resolution": 0.6, "vendor_resolution": 0.75}))["counted"]
    assert parts["own_calls"] == pytest.approx(0.875 / 0.8)
    assert parts["vendor_calls"] == 1
    few, usual = figures(own_resolution=0.6), figures()
    assert few["npv_in_house"] > usual["npv_in_house"]
    assert few["npv_outsourced"] == usual["npv_outsourced"]


def test_a_higher_promise_costs_both_sides_more():
    low, high = figures(), figures(service_level=0.9)
    assert all(high["npv_" + name] > low["npv_" + name] for name in OPTIONS)
    parts = notes_on(LAB.view({"service_level": 0.9}))["promise"]
    assert parts == {"promise": 0.9, "quoted": 0.8}


def test_tax_that_is_not_recovered_is_a_fifth_of_the_bills_and_turns_the_choice():
    """Outsourcing buys the set-up and the fees, 20 % of which are lost; customers lost are no bill."""
    values = preset("a bank's help desk")
    lines = cells(LAB.view(values))
    bought = lines["Vendor's set-up fee"][1] + lines["Vendor's fees"][1]
    assert lines["Value added tax not recovered"][1] == pytest.approx(0.2 * bought, abs=0.5)
    own = [lines[line][0] for line in ("Premises", "Upkeep of equipment, licences", "Telecommunications")]
    once = ("Set-up project, fitting out premises", "Telephone system and software", "Equipping the seats")
    own += [lines[line][0] for line in once]
    assert lines["Value added tax not recovered"][0] == pytest.approx(0.2 * sum(own), abs=0.5)
    assert costs.compare({**values, "vat_recoverable": 1.0})["cheapest"] == "outsourced"
    assert notes_on(LAB.view(values))["tax"] == {"rate": 0.2, "recovered": 0.0}


def test_where_a_centre_exists_keeping_it_costs_nothing_at_the_start_and_leaving_it_does():
    """19 seats stand empty for a year at 220 EUR; equipment and system bring a tenth of their price."""
    lines = cells(LAB.view({"starts_from": "in-house"}))
    posts = costs.compare({})["options"]["in-house"]["own"]["posts"]
    severance = 2 * 151.67 * 14.6 * 1.35
    each = 0.5 * severance + 0.3 * 1500 + 0.2 * 2500
    assert lines["of which before the first call"][0] == 0
    assert lines["Agents no longer needed"] == [
        None,
        pytest.approx(posts * each, abs=0.01),
        lines["Agents no longer needed"][2],
    ]
    assert lines["Rent for empty seats"][1] == 19 * 12 * 220
    assert lines["Equipment sold at the start"][1] == -0.1 * (60_000 + 19 * 3500)
    parts = notes_on(LAB.view({"starts_from": "in-house"}))["in-house"]
    assert parts == {"severed": 0.5, "moved": 0.3, "lease": 12}
    assert costs.compare({"calls_per_month": 30_000})["cheapest"] == "outsourced"


def test_who_has_a_vendor_pays_to_leave_it_and_not_to_begin():
    view = LAB.view({"starts_from": "vendor"})
    lines = cells(view)
    assert lines["Leaving the vendor at the start"] == [15_000, None, None]
    assert lines["of which before the first call"][1] == 0
    assert notes_on(view)["vendor"] == {"exit": 15_000}


def test_software_that_answers_costs_each_way_the_same_and_leaves_harder_calls():
    """A quarter settled, a fifth passed on: 1.1 × (1 + 0.2 / 0.75 × 0.15) as long; 0.5 EUR each."""
    values = preset("software settles")
    view = LAB.view(values)
    lines = cells(view)
    assert lines["Software that answers, by the call"] == [36 * 40_000 * 0.45 * 0.5] * 3
    assert lines["Setting up the software that answers"] == [40_000] * 3
    parts = notes_on(view)["software"]
    assert parts["longer"] == pytest.approx(1.1 * (1 + 0.2 / 0.75 * 0.15))
    assert (parts["settles"], parts["passes_on"]) == (0.25, 0.2)
    assert "assumed" in RESTS_ON["software"]


def test_nothing_is_said_of_what_does_not_hold():
    assert set(notes_on(LAB.view({}))) == {"counted", "thin"}
    assert set(notes_on(LAB.view({"mixed_by": "overflow"}))) == {"counted"}


@pytest.mark.parametrize(
    ("values", "name", "most"),
    [
        ({"leavers_with_severance": 0.8, "leavers_transferred": 0.3}, "leavers_transferred", "30 %"),
        ({"bot_settles": 0.9, "bot_passes_on": 0.2}, "bot_passes_on", "20 %"),
    ],
)
def test_shares_that_are_more_than_all_are_answered_beside_their_control(values, name, most):
    with pytest.raises(InputError) as caught:
        LAB.view(values)
    assert caught.value.name == name
    labels = [control.label for control in LAB.controls if control.name in values]
    ((_, words),) = told(json.loads(labs.answer(json.dumps({"lab": LAB.name, "values": values}))))
    assert words == f"{labels[1]} must be at most what this leaves of all: {labels[0]}; {most} is not."


def test_an_invented_scenario_says_so():
    for label in [each.label for each in LAB.presets]:
        assert label.startswith(("Appliance firm", "Invented: ", "A vendor's equipment", "Small firm"))


# The picture of the curves, and the map


def curves(**values):
    """Return the picture of what a call costs by volume, as it ends up."""
    return LAB.view(values).charts[CURVES]


def test_a_curve_is_the_present_value_of_all_costs_over_all_calls():
    found = {name: dict(points) for name, _, points in curves(volume_growth=0.1).series}
    for volume in (500, 40_000, 500_000):
        result = costs.compare({"volume_growth": 0.1, "calls_per_month": volume})
        for name, option in OPTIONS.items():
            one = result["options"][option]
            assert found[name][volume] == pytest.approx(one["npv"] / one["calls"])


def test_the_point_of_the_reader_lies_on_the_curve_of_the_cheapest_and_can_be_dragged():
    picture = curves(calls_per_month=60_000)
    ((x, y, _),) = picture.spots
    assert x == 60_000
    assert y == min(dict(points)[x] for _, _, points in picture.series)
    (handle,) = picture.handles
    assert (handle.control, handle.along, handle.at) == ("calls_per_month", "x", 60_000)


def test_the_ground_covers_all_volumes_and_changes_where_the_headline_says():
    view = LAB.view({})
    grounds = view.charts[CURVES].grounds
    assert (grounds[0][0], grounds[-1][1]) == (500, 500_000)
    assert all(one[1] == other[0] for one, other in zip(grounds, grounds[1:], strict=False))
    changes = [one[1] for one, other in zip(grounds, grounds[1:], strict=False) if one[2] != other[2]]
    assert changes == [view.headline.parts[name].value for name in ("from", "to")]


@pytest.mark.parametrize("values", [{}, {"calls_per_month": 3000}, {"price_per_minute": 1.4}])
def test_the_ground_is_dark_only_where_no_input_changes_who_is_cheapest(values):
    picture = curves(**values)
    complete = assumptions.complete(values)
    checked = 0
    for start, end, name, is_sure in picture.grounds:
        volume = round((start * end) ** 0.5)
        if not is_sure or end / start < 2:
            continue
        for varied in cost_scenarios.VARIED:
            for factor in (0.9, 1.1):
                at = {**complete, "calls_per_month": volume}
                at[varied] = assumptions.find(varied).near(at[varied] * factor)
                present = costs.present_costs(at)
                assert present[OPTIONS[name]] == min(present.values()), (volume, varied, factor)
                checked += 1
    assert checked


def test_near_a_break_even_the_ground_is_pale():
    view = LAB.view({})
    change = view.headline.parts["from"].value
    beside = [sure for start, end, _, sure in view.charts[CURVES].grounds if change in (start, end)]
    assert beside == [False, False]
    assert view.charts[CURVES].description.template.endswith("Where you are, it is pale.")


def test_a_field_of_the_map_is_the_comparisons_winner():
    chart = LAB.view({}).charts[MAP]
    assert len(chart.cells) == len(chart.ys) and all(len(row) == len(chart.xs) for row in chart.cells)
    for down, along in ((0, 0), (0, 8), (4, 4), (8, 8), (3, 6)):
        at = {"calls_per_month": chart.xs[along], "price_per_minute": chart.ys[down]}
        assert OPTIONS[chart.cells[down][along]] == costs.compare(at)["cheapest"]


def test_the_first_picture_has_few_points_and_says_that_its_ground_is_rough():
    view, _ = LAB.first_view(LAB.complete({}))
    picture = view.charts[CURVES]
    assert all(len(points) < 10 for _, _, points in picture.series)
    assert not any(sure for _, _, _, sure in picture.grounds)
    assert "roughly" in picture.description.template
