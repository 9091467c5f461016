"""Each lab's guess and scenes: what they say is computed, holds, and speaks of controls with an effect."""

import json
import re

import pytest
from view_data import sentences

from callcentre import labs
from callcentre.labs.shared.lesson import lesson_as_data
from callcentre.labs.shared.needs import reason_off
from callcentre.teach.check import lessons

LONG = ("cost-scenarios", "risk", "watch-a-day")
ASKS_BY_ITSELF = ("sort-the-cases",)
TAUGHT = [
    pytest.param(labs.find(name), marks=[pytest.mark.long] * (name in LONG), id=name) for name in labs.NAMES
]


@pytest.fixture(scope="module", params=TAUGHT)
def taught(request):
    """A lab with its guess and scenes as data."""
    return request.param, lesson_as_data(request.param)


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


@pytest.mark.long
def test_what_the_sentences_claim_beyond_the_figures_they_name_is_so(monkeypatch):
    assert lessons.troubles() == []
    assert {lab for lab, _, _ in lessons.CLAIMS} == set(labs.NAMES) - set(ASKS_BY_ITSELF)
    monkeypatch.setattr(
        lessons, "CLAIMS", [("classify", "all is dear", lambda see: see()["vendor_parts"] < 0)]
    )
    assert lessons.troubles() == ["lab classify: it is no longer so that all is dear"]
