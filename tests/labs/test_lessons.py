"""Each lab's guess and scenes: what they say is computed, holds, and speaks of controls with an effect."""

import json
import re

import pytest
from view_data import sentences

from callcentre import labs
from callcentre.labs.shared.lesson import lesson_as_data
from callcentre.labs.shared.needs import reason_off

LONG = ("cost-scenarios", "risk", "watch-a-day")
ASKS_BY_ITSELF = ("sort-the-cases",)
TAUGHT = [
    pytest.param(labs.find(name), marks=[pytest.mark.long] * (name in LONG), id=name) for name in labs.NAMES
]


@pytest.fixture(scope="module", params=TAUGHT)
def taught(request):
    """A lab with its guess and scenes as data."""
    return request.param, lesson_as_data(request.param)


def figures(lab, values):
    return {figure.name: figure.quantity.value for figure in lab.view(values).figures}


def test_each_place_in_a_sentence_is_filled(taught):
    _, data = taught
    assert json.loads(json.dumps(data)) == data
    for text in sentences(data):
        assert set(re.findall(r"{(\w+)}", text["template"])) == {part["name"] for part in text["parts"]}
        for part in text["parts"]:
            assert isinstance(part["quantity"]["value"], (int, float)), part["name"]


def test_each_lab_asks_one_question_with_one_right_answer(taught):
    lab, data = taught
    guess = data["guess"]
    assert (guess is None) == (lab.name in ASKS_BY_ITSELF)
    if guess is None:
        return
    assert guess["question"]["template"].endswith("?")
    assert lab.problems(guess["values"]) == []
    if guess["kind"] == "choice":
        assert len(guess["options"]) >= 2
        assert [option["is_right"] for option in guess["options"]].count(True) == 1
    else:
        assert guess["low"] < guess["answer"]["value"] < guess["high"]
        assert set(guess["told"]) == {"near", "low", "high"}
        middle = (guess["low"] + guess["high"]) / 2
        assert abs(middle - guess["answer"]["value"]) > guess["near"], "the track begins at the answer"


def test_each_lab_has_three_to_five_scenes_that_move_one_control_which_is_on(taught):
    lab, data = taught
    assert 3 <= len(data["scenes"]) <= 5
    assert len({scene["title"] for scene in data["scenes"]}) == len(data["scenes"])
    controls = {control.name: control for control in lab.controls}
    for scene in data["scenes"]:
        begins = lab.complete(scene["values"])
        moved = {**scene["values"], scene["control"]: scene["to"]}
        assert reason_off(controls[scene["control"]], begins) == ""
        assert lab.complete(moved)[scene["control"]] == scene["to"] != begins[scene["control"]]
        for words in (scene["ask"], scene["told"]):
            assert words["template"].endswith((".", "?"))
        if lab.name not in ASKS_BY_ITSELF:  # there, nothing is told before it is checked
            assert lab.view(moved).as_data() != lab.view(scene["values"]).as_data()


def test_every_number_written_in_a_scene_is_a_value_that_it_sets(taught):
    lab, data = taught
    controls = {control.name: control.as_data() for control in lab.controls}
    for scene in data["scenes"]:
        name = scene["control"]
        named = [(controls[name], scene["to"]), (controls[name], controls[name]["default"])]
        named += [(controls[one], value) for one, value in scene["values"].items()]
        shown = [value * control["factor"] for control, value in named if isinstance(value, (int, float))]
        sentences = scene["ask"]["template"] + scene["told"]["template"]
        written = re.findall(r"\d(?:[\d,.]*\d)?", re.sub(r":00|{\w+}", "", sentences))
        assert [one for one in written if float(one.replace(",", "")) not in shown] == [], scene["title"]


# What the sentences claim beyond the figures they name.


def test_claims_of_the_typology():
    lab = labs.find("classify")
    own = {"agents_employed_by": "client"}
    assert figures(lab, own)["vendor_parts"] == 1
    assert figures(lab, {**own, "vendor_takes": []})["vendor_parts"] == 0


def test_claims_of_how_many_agents():
    lab = labs.find("how-many-agents")
    before, after = figures(lab, {}), figures(lab, {"calls_per_hour": 360.0})
    assert lab.complete({})["calls_per_hour"] * 2 == 360.0
    assert before["agents"] < after["agents"] < 2 * before["agents"]
    assert after["occupancy"] > before["occupancy"]


def test_claims_of_the_day():
    lab = labs.find("day-and-peaks")
    values = lab.complete({})
    assert (values["in_house_opens_hour"], values["in_house_closes_hour"]) == (8, 20)
    assert values["minimum_shift_hours"] == 4
    before, after = figures(lab, {}), figures(lab, {"in_house_closes_hour": 18})
    assert after["calls_given"] / before["calls_given"] == pytest.approx(2, rel=0.05)
    assert 1 - after["paid_hours"] / after["paid_hours_alone"] > after["vendor_share"], "dear to staff"
    longer = figures(lab, {"minimum_shift_hours": 8.0})
    assert longer["calls_kept"] == before["calls_kept"]
    smaller = figures(lab, {"rules": ["overflow"], "cell_agents": 8})
    assert smaller["vendor_peak_agents"] + smaller["peak_agents"] > smaller["peak_agents_alone"]


@pytest.mark.long
def test_claims_of_the_three_ways():
    lab = labs.find("cost-scenarios")
    before = figures(lab, {})
    costs = {name: before["npv_" + name] for name in ("in_house", "outsourced", "mixed")}
    assert sorted(costs, key=costs.get) == ["mixed", "outsourced", "in_house"]
    quiet = figures(lab, {"night_share": 0.0, "weekend_share": 0.0})
    assert quiet["npv_outsourced"] == pytest.approx(before["npv_outsourced"])
    assert quiet["npv_in_house"] < quiet["npv_mixed"] < quiet["npv_outsourced"]
    cheap = figures(lab, {"price_per_minute": 0.65})
    assert before["npv_outsourced"] - cheap["npv_outsourced"] > before["npv_mixed"] - cheap["npv_mixed"]
    paid = figures(lab, {"hourly_wage": 20.0})
    assert paid["cost_per_call_outsourced"] == before["cost_per_call_outsourced"]


def test_claims_of_the_contract():
    lab = labs.find("contract")
    agreed = figures(lab, {"handle_change": 0.0})
    assert {agreed[name] for name in agreed if name.startswith("change_")} == {0}
    longer = figures(lab, {"handle_change": 0.1})
    assert longer["change_minute"] > 0 > longer["change_call"]
    fewer = figures(lab, {"handle_change": 0.0, "volume_change": -0.2})
    assert fewer["change_minute"] < 0 < fewer["change_hybrid"]
    slower = figures(lab, {"handle_change": 0.0, "vendor_service_deviation": -0.2})
    assert slower["change_minute"] > 0 > slower["change_hour"]


@pytest.mark.long
def test_claims_of_risk():
    lab = labs.find("risk")
    values = lab.complete({})
    assert values["leak_probability_own"] * 2 == 0.02 <= values["leak_probability_vendor"]
    known = figures(lab, {"futures": 100, "leak_control": True})
    assert known["worth_leak_control_in_house"] < 0 < known["worth_leak_control_mixed"]
    assert known["worth_standby_mixed"] < known["worth_standby_outsourced"]
    likely = figures(lab, {"futures": 100, "leak_control": True, "leak_probability_own": 0.02})
    assert likely["worth_leak_control_in_house"] > 0


def test_claims_of_what_matters():
    lab = labs.find("what-matters")
    ranks = {
        "{}": ("mixed", "outsourced", "in_house"),
        '{"weight_control": 0}': ("outsourced", "mixed", "in_house"),
        '{"weight_start_up_investment": 6}': ("outsourced", "mixed", "in_house"),
        '{"weight_flexibility": 0}': ("in_house", "mixed", "outsourced"),
        '{"how": "pairs"}': ("in_house", "mixed", "outsourced"),
    }
    for values, expected in ranks.items():
        found = figures(lab, json.loads(values))
        assert tuple(sorted(expected, key=lambda way: -found["score_" + way])) == expected, values
    assert lab.complete({})["weight_start_up_investment"] == 4


@pytest.mark.long
def test_claims_of_the_day_watched():
    lab = labs.find("watch-a-day")
    before, after = figures(lab, {}), figures(lab, {"agents_absent": 2})
    assert after["gave_up"] > before["gave_up"]
    assert after["answered_by_vendor"] > before["answered_by_vendor"]
    assert figures(lab, {"agents_absent": 2, "vendor_takes": "nothing"})["gave_up"] > after["gave_up"]
