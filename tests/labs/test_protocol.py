"""What holds for every lab, and for each kind of control and chart."""

import json
import math
import random
import re

import pytest
from view_data import sentences, told

from callcentre import labs
from callcentre.labs import cost_scenarios
from callcentre.labs.shared import refusals
from callcentre.labs.shared.charts import Axis, BarChart, LineChart, MapChart, PointChart, RangeChart
from callcentre.labs.shared.controls import Choice, ManyOf, Number, Slider, Switch
from callcentre.labs.shared.lab import Group, Lab
from callcentre.labs.shared.view import Quantity, Text, View
from callcentre.model.check import InputError
from callcentre.notebook.numbers import text_words

LABS = labs.all()
DRAWS = 60
SHORT_RUN = 100  # futures: a hundred have the words that a thousand have
BY_NAME = pytest.mark.parametrize("lab", LABS, ids=[lab.name for lab in LABS])


def small_lab(make_view=None):
    """A lab with a control of every kind."""
    return Lab(
        name="small",
        title="Small",
        purpose="To test with.",
        question="What if?",
        groups=(
            Group(
                "Numbers",
                (
                    Slider("agents", "Agents", 10, 1, 50, 1, "Whole.", unit="agents"),
                    Number("wage", "Wage", 14.5, 0.0, 100.0, 0.1, "An hour.", unit="EUR/hour", decimals=2),
                ),
            ),
            Group(
                "Others",
                (
                    Choice("way", "Way", "in", (("in", "in"), ("out", "out")), "Either."),
                    ManyOf("hours", "Hours", ["day"], (("day", "day"), ("night", "night")), "Any."),
                    Switch("own", "Own", True, "Yes or no."),
                ),
                is_open=False,
            ),
        ),
        make_view=make_view or (lambda values: View(Text("There is something to see."))),
    )


DEFAULTS = {"agents": 10, "wage": 14.5, "way": "in", "hours": ["day"], "own": True}


def answer(lab, values):
    return json.loads(labs.answer(json.dumps({"lab": lab.name, "values": values})))


# Sixty of their views take from five seconds to half a minute.
LONG = ("cost-scenarios", "risk", "watch-a-day")
WITH_LONG_ONES = [pytest.param(lab, marks=[pytest.mark.long] * (lab.name in LONG)) for lab in LABS]


@pytest.fixture(scope="module", params=WITH_LONG_ONES, ids=[lab.name for lab in LABS])
def drawn_views(request, draw_values):
    """For each lab: (values, view as data) for the defaults and for drawn values allowed together."""
    lab = request.param
    drawing = random.Random(7)
    views = [(lab.complete({}), lab.view({}).as_data())]
    for drawn in range(10 * DRAWS):
        if drawn >= DRAWS and len(views) > DRAWS / 3:
            break
        values = draw_values(lab, drawing)
        if "futures" in values:
            values["futures"] = SHORT_RUN
        try:
            views.append((values, lab.view(values).as_data()))
        except InputError as problem:
            assert problem.name in values, problem
    assert len(views) > DRAWS / 3
    return views


def strings(data):
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from strings(value)
    elif isinstance(data, list):
        for item in data:
            yield from strings(item)


def in_words(text):
    """Return a Text's data as a plain sentence."""
    parts = {
        part["name"]: part.get("words") or ", ".join(part.get("list", [])) or str(part["quantity"]["value"])
        for part in text["parts"]
    }
    return text["template"].format(**parts)


def test_what_is_not_given_keeps_its_default():
    assert small_lab().complete({}) == DEFAULTS
    assert small_lab().complete({"agents": 3.0, "hours": ("night", "day")}) == {
        **DEFAULTS,
        "agents": 3,
        "hours": ["day", "night"],
    }


def test_the_given_values_are_left_as_they_were():
    values = {"hours": ("night", "day")}
    small_lab().complete(values)
    assert values == {"hours": ("night", "day")}


def test_two_readers_never_share_a_list():
    lab = small_lab()
    lab.complete({})["hours"].append("night")
    assert lab.complete({})["hours"] == ["day"]


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("agents", 0, "agents must be a whole number from 1 to 50, got 0"),
        ("agents", 51, "agents must be a whole number from 1 to 50, got 51"),
        ("agents", 2.5, "agents must be a whole number from 1 to 50, got 2.5"),
        ("agents", True, "agents must be a whole number from 1 to 50, got True"),
        ("wage", "14", "wage must be a number from 0.0 to 100.0, got '14'"),
        ("wage", math.nan, "wage must be a number from 0.0 to 100.0, got nan"),
        ("way", "both", "way must be one of in, out, got 'both'"),
        ("way", None, "way must be one of in, out, got None"),
        ("hours", "day", "hours must be a list of any of day, night, got 'day'"),
        ("hours", ["noon"], "hours must be a list of any of day, night, got 'noon'"),
        ("own", 1, "own must be true or false, got 1"),
        ("size", 1, "size must be one of the lab's controls: agents, wage, way, hours, own, got 1"),
    ],
)
def test_a_value_that_is_not_allowed_is_named(name, value, message):
    for reject in (small_lab().complete, small_lab().view):
        with pytest.raises(InputError) as caught:
            reject({name: value})
        assert str(caught.value) == message


def test_all_problems_are_found_in_the_order_of_the_controls():
    problems = small_lab().problems({"zoo": 1, "own": 0, "agents": 0, "colour": 2, "wage": 20})
    assert [problem.name for problem in problems] == ["agents", "own", "colour", "zoo"]


def test_a_view_is_made_from_a_complete_set_of_values():
    seen = []
    small_lab(lambda values: seen.append(values)).view({"agents": 4})
    assert seen == [{**DEFAULTS, "agents": 4}]


def test_a_lab_describes_its_controls_group_by_group():
    data = small_lab().as_data()
    assert [(group["title"], group["is_open"]) for group in data["groups"]] == [
        ("Numbers", True),
        ("Others", False),
    ]
    kinds = [control["kind"] for group in data["groups"] for control in group["controls"]]
    assert kinds == ["slider", "number", "choice", "many-of", "switch"]
    slider = data["groups"][0]["controls"][0]
    assert (slider["low"], slider["high"], slider["step"], slider["default"]) == (1, 50, 1, 10)
    assert slider["pattern"] == "{number} agent|{number} agents"
    choice = data["groups"][1]["controls"][0]
    assert choice["options"] == [{"value": "in", "label": "in"}, {"value": "out", "label": "out"}]


def test_a_sentence_names_its_parts_in_one_order_everywhere():
    text = Text("{b} beats {a}", b="In-house", a=Quantity(0.25, "share", 1))
    assert text.as_data()["parts"] == [
        {
            "name": "a",
            "quantity": {
                "value": 0.25,
                "unit": "share",
                "decimals": 1,
                "factor": 100,
                "pattern": "{number} %",
            },
        },
        {"name": "b", "words": "In-house"},
    ]


def test_each_chart_says_its_kind_and_carries_its_data():
    words = Text("What it shows.")
    axis = Axis("Euros", "EUR")
    lines = LineChart("L", words, axis, axis, [("a", "A", [(0, 1.5)])], [(3, "here")]).as_data()
    bars = BarChart("B", words, ("x", "y"), axis, [("a", "A", (1, 2))]).as_data()
    grid = MapChart("M", words, ("x",), ("y",), "columns", "rows", [("x", "y", "me")]).as_data()
    ranges = RangeChart("R", words, axis, 2.0, [("wage", 1.0, "9", 3.0, "11")]).as_data()
    points = PointChart("P", words, axis, axis, [("a", "A", 1.0, 2.0)]).as_data()
    kinds = [chart["kind"] for chart in (lines, bars, grid, ranges, points)]
    assert kinds == ["lines", "bars", "map", "ranges", "points"]
    assert ranges["ranges"] == [
        {"label": "wage", "from": 1.0, "from_label": "9", "to": 3.0, "to_label": "11"}
    ]
    assert points["points"] == [{"name": "a", "label": "A", "x": 1.0, "y": 2.0}]
    assert lines["series"] == [{"name": "a", "label": "A", "points": [[0, 1.5]]}]
    assert lines["marks"] == [{"x": 3, "label": "here"}]
    assert bars["series"] == [{"name": "a", "label": "A", "values": [1, 2]}]
    assert grid["taken"] == [{"column": "x", "row": "y", "label": "me", "colour": 0, "lane": None}]


def test_lab_names_are_unique_and_can_stand_in_an_address():
    names = [lab.name for lab in LABS]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []


def test_a_lab_is_found_by_its_name_and_a_missing_one_is_named():
    assert [labs.find(lab.name).title for lab in LABS] == [lab.title for lab in LABS]
    with pytest.raises(InputError, match="^lab must be one of classify, "):
        labs.find("classification")


@BY_NAME
def test_control_names_are_unique_and_can_be_python_arguments(lab):
    names = [control.name for control in lab.controls]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []


@BY_NAME
def test_each_default_passes_its_own_check(lab):
    assert lab.problems({control.name: control.default for control in lab.controls}) == []


@BY_NAME
def test_each_lab_and_control_says_what_it_is(lab):
    assert lab.title
    assert lab.purpose.endswith(".")
    assert lab.question.endswith("?")
    for control in lab.controls:
        assert control.label, control.name
        assert control.explanation.endswith("."), control.name


@BY_NAME
def test_each_default_number_lies_on_a_step_that_a_reader_can_reach(lab):
    off = []
    for control in lab.controls:
        if control.kind in ("slider", "number", "player", "logarithmic"):
            steps = (control.default - control.low) / control.step
            if abs(steps - round(steps)) > 1e-6:
                off.append(control.name)
    assert off == []


@BY_NAME
def test_options_have_unique_values_and_labels(lab):
    for control in lab.controls:
        if control.kind in ("choice", "many-of"):
            for column in zip(*control.options, strict=True):
                assert len(set(column)) == len(column), control.name


def test_every_answer_is_json_without_a_number_that_is_none(drawn_views):
    for values, data in drawn_views:
        text = json.dumps(data, allow_nan=False)
        assert json.loads(text) == data, values


def test_every_view_has_a_headline_and_a_chart_in_words(drawn_views):
    for values, data in drawn_views:
        assert len(in_words(data["headline"])) > 20, values
        assert data["charts"], values
        for chart in data["charts"]:
            assert chart["title"]
            assert len(in_words(chart["description"])) > 40, values
            assert chart["description"]["parts"], "a description without parts goes stale"


def test_every_sentence_has_a_place_for_each_part_and_a_part_for_each_place(drawn_views):
    for _, data in drawn_views:
        for text in sentences(data):
            places = set(re.findall(r"{(\w+)}", text["template"]))
            assert places == {part["name"] for part in text["parts"]}, text["template"]


def test_no_view_holds_markup(drawn_views):
    for _, data in drawn_views:
        assert [text for text in strings(data) if re.search(r"[<>]|&\w+;|\*\*|`", text)] == []


def test_no_number_is_formatted_inside_a_view(drawn_views):
    for _, data in drawn_views:
        words = [part["words"] for text in sentences(data) for part in text["parts"] if "words" in part]
        assert [word for word in words if re.fullmatch(r"[\d.,\s%€-]+", word)] == []


def test_figures_have_unique_names_and_numbers(drawn_views):
    for values, data in drawn_views:
        names = [figure["name"] for figure in data["figures"]]
        assert names, values
        assert len(set(names)) == len(names)
        for figure in data["figures"]:
            assert isinstance(figure["quantity"]["value"], (int, float)), figure["name"]
            assert figure["label"]


def test_table_cells_fit_their_columns(drawn_views):
    for _, data in drawn_views:
        table = data["table"]
        assert table["caption"]
        assert table["rows"]
        for row in table["rows"]:
            assert len(row) == len(table["columns"])
            for column, cell in zip(table["columns"], row, strict=True):
                kinds = str if column["unit"] is None else (int, float)
                assert cell is None or isinstance(cell, kinds), (column["name"], cell)


def test_each_kind_of_chart_has_what_it_needs_to_be_drawn(drawn_views):
    for _, data in drawn_views:
        for chart in data["charts"]:
            if chart["kind"] == "bars":
                assert {len(series["values"]) for series in chart["series"]} == {len(chart["categories"])}
            elif chart["kind"] == "lines":
                assert min(len(series["points"]) for series in chart["series"]) >= 2
            elif chart["kind"] == "map":
                assert {place["column"] for place in chart["taken"]} <= set(chart["columns"])
                assert {place["row"] for place in chart["taken"]} <= set(chart["rows"])
            elif chart["kind"] == "ranges":
                labels = [each["label"] for each in chart["ranges"]]
                assert labels and len(set(labels)) == len(labels)
            elif chart["kind"] == "grid":
                assert [len(row) for row in chart["cells"]] == [len(chart["xs"])] * len(chart["ys"])
                assert {place for row in chart["cells"] for place in row} <= {0, 1, 2}
            elif chart["kind"] == "floor":
                assert chart["length"] >= 0 and {len(call) for call in chart["calls"]} <= {5}
            elif chart["kind"] == "lead":
                assert chart["bars"] and len(chart["points"]) > 1
            else:
                assert chart["kind"] == "points"
                names = [point["name"] for point in chart["points"]]
                assert names and len(set(names)) == len(names)


@BY_NAME
def test_what_is_dragged_sets_a_control_of_numbers_to_where_it_stands(lab):
    kinds = {control.name: control.kind for control in lab.controls}
    values = lab.complete({})
    for chart in lab.view({}).as_data()["charts"]:
        for handle in chart.get("handles", ()):
            assert kinds[handle["name"]] in ("slider", "logarithmic", "number", "player")
            assert handle["at"] + handle["base"] == values[handle["name"]]


@BY_NAME
def test_the_same_values_give_the_same_view(lab):
    assert lab.view({}).as_data() == lab.view(lab.complete({})).as_data()


@BY_NAME
def test_settled_values_are_left_as_they_are(lab):
    assert lab.complete(lab.complete({})) == lab.complete({})


@BY_NAME
def test_each_preset_has_a_name_of_its_own_and_a_view(lab):
    assert len({preset.label for preset in lab.presets}) == len(lab.presets)
    defaults = lab.complete({})
    for preset in lab.presets:
        assert lab.view(preset.values), preset.label
        assert [name for name in preset.values if preset.values[name] == defaults[name]] == [], preset.label


@BY_NAME
def test_a_labs_description_is_json(lab):
    assert json.loads(json.dumps(lab.as_data()))["name"] == lab.name


@BY_NAME
def test_an_answer_carries_every_value_and_the_view(lab):
    cost_scenarios.known_costs.forget()
    found = answer(lab, {})
    cost_scenarios.known_costs.forget()  # with what is remembered the first view is further on
    view, state = lab.first_view(lab.complete({}))
    assert found["values"] == lab.complete({})
    assert found["view"] == json.loads(json.dumps(view.as_data()))
    assert found["state"] == state


@BY_NAME
def test_answers_asked_for_with_the_state_of_the_last_one_end_at_the_final_view(lab):
    found = answer(lab, {})
    while found["state"] is not None:
        request = {"lab": lab.name, "values": {}, "state": found["state"]}
        found = json.loads(labs.answer(json.dumps(request)))
    assert found["view"] == json.loads(json.dumps(lab.view({}).as_data()))
    assert found["view"]["progress"] == 1


@pytest.mark.parametrize("lab", [lab for lab in LABS if lab.figures_stay], ids=lambda lab: lab.name)
def test_figures_that_are_said_to_stay_are_at_first_what_they_are_at_last(lab):
    for preset in lab.presets:
        first, _ = lab.first_view(lab.complete(preset.values))
        last = {figure.name: figure.as_data() for figure in lab.view(preset.values).figures}
        assert first.figures
        for figure in first.figures:
            assert last[figure.name] == figure.as_data()


@BY_NAME
def test_an_answer_to_bad_values_names_each_control_by_its_label(lab):
    spoilt = {control.name: None for control in lab.controls}
    found = told(answer(lab, spoilt))
    assert [name for name, _ in found] == list(spoilt)
    for control, (_, words) in zip(lab.controls, found, strict=True):
        assert words.startswith(f"{control.label} must be ")
        assert words.endswith("; None is not.")


@BY_NAME
def test_all_numbers_are_answered_in_one_form(lab):
    numbers = [control for control in lab.controls if isinstance(control, Number)]
    for typed, form in (
        ("abc", "{label} must be {kind} from [^;.]+ to .+; 'abc' is not."),
        (" ", "{label} is empty. It must be {kind} from .+ to .+."),
        ("987654321987", "{label} must be {kind} from .+ to .+; .*987,654,321,987.* is not."),
    ):
        found = told(answer(lab, {"zoo": 1, **{control.name: {"typed": typed} for control in numbers}}))
        assert found.pop() == ("zoo", "There is no control named zoo.")
        for control, (name, words) in zip(numbers, found, strict=True):
            kind = "a whole number" if isinstance(control.step, int) else "a number"
            assert name == control.name
            assert re.fullmatch(form.format(label=re.escape(control.label), kind=kind), words), words


def test_a_problem_is_told_in_the_unit_a_control_shows():
    values = {"agents": {"typed": "0"}, "wage": {"typed": "100,05"}, "way": "both", "zoo": 1}
    lab = small_lab()
    read, problems = labs.with_typed_numbers(lab, values)
    problems += lab.problems(read)
    found = {
        problem.name: text_words(refusals.problem_as_data(problem, lab.controls, read)["message"])
        for problem in problems
    }
    assert found == {
        "agents": "Agents must be a whole number from 1 agent to 50 agents; 0 agents is not.",
        "wage": "Wage must be a number from €0 an hour to €100 an hour; €100.05 an hour is not.",
        "way": "Way must be among these: in and out; 'both' is not.",
        "zoo": "There is no control named zoo.",
    }


def test_one_rule_reads_what_can_mean_two_numbers_in_every_lab():
    """Asked back where both are allowed; else read the one way that is, and said."""
    for lab in LABS:
        for control in lab.controls:
            if control.kind != "number" or lab.name in LONG:
                continue
            factor = control.as_data()["factor"]
            both = [control.low <= value / factor <= control.high for value in (1, 1000)]
            found = answer(lab, {control.name: {"typed": "1,000"}})
            if both == [True, True]:
                ((name, words),) = told(found)
                assert (name, " can mean 1000 or 1; " in words) == (control.name, True)
            elif any(both) and "problems" not in found:
                ((name, words),) = told({"problems": found["readings"]})
                assert (name, words.startswith("1,000 is read as ")) == (control.name, True)


@BY_NAME
def test_no_control_is_named_to_a_reader_as_python_names_it(lab):
    names = [control.name for control in lab.controls if "_" in control.name]
    for name in (control.name for control in lab.controls):
        for _, words in told(answer(lab, {"zoo": 1, name: None})):
            assert [one for one in names if one in words] == []


@BY_NAME
def test_an_answer_to_a_hostile_address_is_a_problem_and_not_a_crash(lab):
    for values in ({"<script>": "<script>"}, {"__class__": 1}, {"": ""}):
        assert [problem["name"] for problem in answer(lab, values)["problems"]] == list(values)
