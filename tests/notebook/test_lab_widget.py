"""A lab in a notebook, driven in Python as a reader drives it by hand."""

import asyncio
import base64
import datetime
import json
import re
from functools import cache
from html import escape

import ipywidgets
import pytest
from bs4 import BeautifulSoup
from specimen import LAB, STEPS

import callcentre
from callcentre import labs
from callcentre.labs.shared.needs import reason_off
from callcentre.notebook.charts import chart_png
from callcentre.notebook.lab_widget import LAB_MIME, WIDGET_MIME, LabWidget
from callcentre.notebook.numbers import text_words

DRAWN = {}


@pytest.fixture(autouse=True)
def no_picture_drawn_twice(monkeypatch):
    """Drawing is what takes long, and most tests open the same lab at the same values."""

    def drawn(chart):
        key = json.dumps(chart, sort_keys=True)
        if key not in DRAWN:
            DRAWN[key] = chart_png(chart)
        return DRAWN[key]

    monkeypatch.setattr("callcentre.notebook.lab_widget.chart_png", drawn)


@pytest.fixture
def widget():
    return LabWidget(LAB, {})


@pytest.fixture
def undrawn(monkeypatch):
    """The charts that would have been drawn."""
    charts = []
    monkeypatch.setattr("callcentre.notebook.lab_widget.chart_png", lambda chart: charts.append(chart) or b"")
    return charts


@cache
def opened(lab_name):
    """Return a lab's widget, made once, since that takes longer than any move of it."""
    return callcentre.lab(lab_name)


def all_controls():
    shown = [(lab, control) for lab in labs.all() for control in lab.controls if control.kind != "record"]
    return [(lab.name, control.name) for lab, control in shown]


def control_of(lab_name, control_name):
    return next(control for control in labs.find(lab_name).controls if control.name == control_name)


def other_values(control):
    """Return values other than the default, all of which the control itself allows."""
    if control.kind in ("number", "slider", "player", "logarithmic"):
        return [control.default + control.step, control.default - control.step, control.high, control.low]
    if control.kind == "text":
        return [control.default + "\n", ""]
    if control.kind == "choice":
        return [value for value, _ in control.options if value != control.default]
    if control.kind == "many-of":
        return [[value] for value, _ in control.options if [value] != control.default]
    return [not control.default]


def moved_value(lab, control):
    """Return the first other value at which the lab has a view."""
    for value in other_values(control):
        try:
            lab.first_view(lab.complete({control.name: value}))
        except ValueError:
            continue
        return value
    raise AssertionError(f"{lab.name} has no view at any other value of {control.name}")


def move(widget, control, value):
    """Put a control's widget on a value of the model, as a reader's hand does."""
    held = value
    if control.kind in ("number", "slider", "player", "logarithmic"):
        held = value * control.as_data()["factor"]
    widget.controls[control.name].value = held


def shown(widget):
    """Return the words of the headline and of each figure."""
    soup = BeautifulSoup(widget._headline.value + widget._figures.value, "html.parser")
    return [each.get_text() for each in soup.find_all(["p", "dt", "dd"])]


def image_words(widget):
    return [image["alt"] for image in BeautifulSoup(widget._pictures.value, "html.parser").find_all("img")]


def messages(widget):
    found = {name: field.message.value for name, field in widget._fields.items()}
    return {name: BeautifulSoup(html, "html.parser").get_text() for name, html in found.items() if html}


def figures(view):
    return {figure.name: figure.quantity.value for figure in view.figures}


@pytest.mark.parametrize(("lab_name", "control_name"), all_controls())
def test_moving_a_control_shows_the_labs_first_view_at_the_new_value(lab_name, control_name, monkeypatch):
    monkeypatch.setattr("callcentre.notebook.lab_widget.chart_png", lambda chart: b"not drawn here")
    lab, control = labs.find(lab_name), control_of(lab_name, control_name)
    widget = opened(lab_name)
    widget.reset()
    value = moved_value(lab, control)
    move(widget, control, value)
    assert messages(widget) == {}
    assert widget.values[control_name] == (pytest.approx(value) if isinstance(value, float) else value)
    assert widget.values[control_name] != control.default
    expected, _ = lab.first_view(widget.values)
    assert figures(widget._view) == figures(expected)
    assert shown(widget)[0] == text_words(expected.headline.as_data())
    assert image_words(widget) == [text_words(chart.description.as_data()) for chart in expected.charts]


@pytest.mark.parametrize("lab", labs.all(), ids=lambda lab: lab.name)
def test_a_lab_opens_at_its_defaults_with_words_for_every_picture(lab):
    widget = callcentre.lab(lab.name)
    assert widget.values == lab.complete({})
    assert figures(widget.view()) == figures(lab.view({}))
    assert len(image_words(widget)) == len(widget.view().charts)
    assert all(len(words) > 40 for words in image_words(widget))


@pytest.mark.parametrize("lab", labs.all(), ids=lambda lab: lab.name)
def test_a_lab_asks_for_no_widget_but_jupyters_own(lab):
    """So that it works wherever ipywidgets do: JupyterLab, Notebook, VS Code, JupyterLite."""
    waiting, modules = [callcentre.lab(lab.name)], set()
    while waiting:
        widget = waiting.pop()
        modules |= {widget._model_module, widget._view_module}
        waiting += getattr(widget, "children", ())
    assert modules <= {"@jupyter-widgets/base", "@jupyter-widgets/controls"}


@pytest.mark.parametrize("lab", labs.all(), ids=lambda lab: lab.name)
def test_a_labs_table_becomes_a_data_frame_with_its_rows(lab):
    widget = callcentre.lab(lab.name)
    table = lab.view({}).table
    frame = widget.table()
    assert list(frame.columns) == [column.name for column in table.columns]
    assert len(frame) == len(table.rows)


def test_a_guess_is_asked_on_demand_and_told_how_far_off_it_is(widget):
    (box,) = widget._guess
    box.opener.click()
    assert "The slider is at 20. Where &lt;is&gt; it then?" in box.children[0].value
    box.answer.value = 49
    check, _ = box.buttons.children
    check.click()
    assert "You said 49, 11 too low: 60." in box.told.value
    assert widget.values["slider"] == 60
    assert widget.controls["slider"].value == 60
    box.buttons.children[0].click()
    assert box.children == ()


def test_a_guess_by_choice_is_told_by_its_own_words():
    widget = callcentre.lab("what-matters")
    (box,) = widget._guess
    box.opener.click()
    box.buttons.children[0].click()
    assert "Choose an answer first" in box.told.value
    box.answer.value = 1
    box.buttons.children[0].click()
    assert box.told.value.startswith("<p><strong>Yes: outsourcing has 6.53,")
    assert widget.values["weight_control"] == 0


def test_a_control_without_effect_is_off_and_its_help_says_why(widget):
    field = widget._fields["night"]
    assert field.widget.disabled
    assert "Nobody works at &lt;night&gt;." in field.help_line.value
    widget.controls["choice"].value = "b"
    assert not field.widget.disabled
    assert "By night only." in field.help_line.value
    widget.controls["choice"].value = "a"
    assert field.widget.disabled
    widget.controls["many"].value = ["y"]
    assert not field.widget.disabled


def test_a_logarithmic_track_and_its_field_follow_each_other(widget):
    field = widget._fields["volume"]
    assert field.track.value == 12_000
    field.track.value = 50_000
    assert widget.values["volume"] == 50_000
    field.widget.value = "13579"
    assert widget.values["volume"] == 13_579
    assert field.track.value == 14_000
    field.widget.value = "so many"
    assert field.track.value == 14_000
    assert "Volume" in field.message.value


def test_every_kind_of_control_is_shown_by_a_widget_that_suits_it(widget):
    kinds = {name: type(control).__name__ for name, control in widget.controls.items()}
    assert kinds == {
        "slider": "FloatSlider",
        "part": "FloatSlider",
        "field": "NumberText",
        "volume": "NumberText",
        "night": "FloatSlider",
        "rate": "NumberText",
        "calls": "NumberText",
        "choice": "RadioButtons",
        "seat": "Dropdown",
        "many": "Checkboxes",
        "twice": "Checkbox",
        "long": "Checkbox",
        "step": "FloatSlider",
        "text": "Textarea",
        "seen": "Text",
    }


def test_a_share_is_moved_in_percent_and_held_as_a_fraction(widget):
    assert widget.controls["part"].value == 29
    widget.controls["part"].value = 57
    assert widget.values["part"] == 0.57


def test_a_slider_that_answers_with_a_binary_fraction_still_gives_a_whole_number(widget):
    widget.controls["slider"].value = 4.999999999999999
    assert widget.values["slider"] == 5
    assert messages(widget) == {}


def test_boxes_to_tick_give_a_list_in_the_options_order(widget):
    boxes = widget.controls["many"].boxes
    boxes["r"].value = True
    boxes["p"].value = True
    assert widget.values["many"] == ["x", "p", "r"]
    widget.controls["many"].value = ["y"]
    assert [name for name, box in boxes.items() if box.value] == ["y"]


def test_wrong_input_is_answered_beside_its_control_and_the_last_good_picture_stays(widget):
    before = widget._pictures.value, widget._headline.value, dict(widget.values)
    widget.controls["calls"].value = 0
    assert messages(widget) == {
        "calls": "Calls must be a whole number from 1 call to 1,000 calls; 0 calls is not."
    }
    assert (widget._pictures.value, widget._headline.value, widget.values) == before
    widget.controls["calls"].value = 7
    assert messages(widget) == {}
    assert widget.values["calls"] == 7


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), 1.5, -1, 1e300])
def test_no_number_stops_a_lab(widget, wrong):
    widget.controls["calls"].value = wrong
    assert "Calls must be a whole number from 1 call to 1,000 calls; " in messages(widget)["calls"]
    assert widget.values["calls"] == 100


def test_values_that_do_not_go_together_are_answered_beside_the_control_they_name(widget):
    widget.controls["twice"].value = True
    widget.controls["choice"].value = "c"
    words = "Choice must be A or B where the field is twice the slider; 'C' is not."
    assert messages(widget) == {"choice": words}
    assert widget.values["choice"] == "a"
    widget.controls["twice"].value = False
    assert messages(widget) == {}
    assert widget.values["choice"] == "c"


def test_a_share_out_of_bounds_is_answered_in_the_percent_the_reader_typed(widget):
    widget.controls["rate"].value = 30.5
    assert messages(widget) == {"rate": "Rate must be a number from 0 % to 25 %; 30.5 % is not."}


@pytest.mark.parametrize(
    ("typed", "rate", "shown"),
    [("7,5", 0.075, "7.5"), ("7.1 %", 0.071, "7.1"), ("1,125", 0.01125, "1.1250"), ("0", 0.0, "0")],
)
def test_a_number_is_read_as_it_is_typed_where_one_thing_only_is_allowed(widget, typed, rate, shown):
    widget.controls["rate"].value = typed
    said = "1,125 is read as 1.125 %; the other number it can mean is not allowed here."
    assert messages(widget) == ({"rate": said} if typed == "1,125" else {})
    assert widget.values["rate"] == rate
    assert widget.controls["rate"].value == shown
    widget.controls["slider"].value = 7
    assert widget.values["rate"] == rate


@pytest.mark.parametrize(
    ("typed", "field"), [("12,5", 12.5), ("1 000", 1000), ("1'000,50", None), ("90,000", 90)]
)
def test_marks_between_thousands_are_read_in_a_field(widget, typed, field):
    widget.controls["field"].value = typed
    if field is None:
        assert "Field must be a number" in messages(widget)["field"]
        return
    assert widget.values["field"] == field
    said = "90,000 is read as €90; the other number it can mean is not allowed here."
    assert messages(widget) == ({"field": said} if typed == "90,000" else {})
    widget.controls["slider"].value = 7
    assert messages(widget) == {}


def test_a_number_that_can_mean_two_things_is_asked_about_beside_its_field(widget):
    before = dict(widget.values)
    widget.controls["field"].value = "1.000"
    assert messages(widget) == {"field": "Field: 1.000 can mean 1 or 1000; write one of these instead."}
    assert widget.values == before
    widget.controls["field"].value = "1"
    assert messages(widget) == {}
    assert widget.values["field"] == 1


def test_two_wrong_inputs_are_both_answered(widget):
    widget.controls["calls"].value = 0
    widget.controls["slider"].value = 2.5
    assert set(messages(widget)) == {"calls", "slider"}


def test_reset_puts_every_control_back_and_clears_messages(widget):
    first = dict(widget.values)
    widget.controls["part"].value = 80
    widget.controls["calls"].value = 0
    widget.reset()
    assert widget.values == first
    assert messages(widget) == {}
    assert widget.controls["calls"].value == "100"


def test_values_can_be_assigned_and_move_the_controls(widget):
    widget.values = {"part": 0.5, "many": ["q"], "choice": "c"}
    assert widget.controls["part"].value == 50
    assert widget.controls["many"].value == ["q"]
    assert widget.controls["choice"].value == "c"
    assert figures(widget.view())["part"] == 0.5


def test_assigning_several_values_draws_once(widget, undrawn):
    widget.values = {"part": 0.5, "calls": 3, "slider": 4, "seat": "s"}
    assert len(undrawn) == len(LAB.view({}).charts)


def test_a_wrong_value_assigned_is_an_error_and_changes_nothing(widget):
    with pytest.raises(ValueError, match="part must be a number from 0.0 to 1.0, got 2"):
        widget.values = {"part": 2}
    assert widget.values["part"] == 0.29


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"calls_per_month": "many"}, "calls_per_month must be a whole number"),
        ({"callspermonth": 3}, "callspermonth must be one of the lab's controls"),
        ({"hourly_wage": float("nan")}, "hourly_wage must be a number"),
    ],
)
def test_a_wrong_keyword_is_an_error_that_names_it(values, words):
    with pytest.raises(ValueError, match=words):
        callcentre.lab("cost-scenarios", **values)


def test_an_unknown_lab_is_an_error_that_lists_the_labs():
    with pytest.raises(ValueError, match="cost-scenarios"):
        callcentre.lab("costs")


def test_an_observer_hears_of_new_values_by_name(widget):
    heard = []
    widget.observe(lambda change: heard.append(change.new["calls"]), "values")
    widget.controls["calls"].value = 8
    widget.values = {"calls": 9}
    assert heard == [8, 9]


def test_the_mimebundle_serves_jupyter_the_book_and_plain_viewers(widget):
    bundle = widget._repr_mimebundle_(include=None, exclude=None)
    assert list(bundle) == [WIDGET_MIME, "text/html", "text/plain", LAB_MIME]
    assert bundle[WIDGET_MIME]["model_id"] == widget.model_id
    assert bundle[LAB_MIME] == {"name": "specimen", "values": widget.values}
    assert bundle["text/plain"] == "The slider is at 20, the text has 7 <letters>."
    words = BeautifulSoup(bundle["text/html"], "html.parser").get_text(" ")
    for expected in (
        "Read this & <keep> it.",
        "the text has 7 <letters>",
        "Step <now>",
        "29.0 %",
        "−€1,234.57",
        "It shows 20 and €40 & <so on>.",
        "The last step is 0 & <no more>.",
    ):
        assert expected in words


def test_no_words_of_a_lab_become_markup(widget):
    parts = [widget._headline, widget._figures, widget._table, widget._notes, widget._pictures]
    html = "".join(part.value for part in parts) + widget._repr_mimebundle_()["text/html"]
    soup = BeautifulSoup(html, "html.parser")
    assert {"letters", "now", "rows", "so", "no", "keep", "b"} & {
        tag.name for tag in soup.find_all()
    } == set()
    assert "<b>four</b>" in soup.get_text()


def test_pictures_are_png_files_with_words(widget):
    sources = re.findall(r'src="data:image/png;base64,([^"]+)"', widget._pictures.value)
    assert len(sources) == 10
    assert all(base64.b64decode(source).startswith(b"\x89PNG") for source in sources)
    assert image_words(widget) == [
        *["It shows 20 and €40 & <so on>."] * 4,
        "Three points, one of them for 20.",
        *["It shows 20 and €40 & <so on>."] * 5,
    ]


def test_the_table_has_a_caption_scoped_headings_and_no_empty_heading(widget):
    soup = BeautifulSoup(widget._table.value, "html.parser")
    assert soup.caption.get_text() == 'A "table" of <rows>, with commas'
    assert all(heading["scope"] in ("col", "row") and heading.get_text() for heading in soup.find_all("th"))


def test_a_closed_group_is_shut_and_an_open_one_is_not(widget):
    accordions = [each for each in descendants(widget) if isinstance(each, ipywidgets.Accordion)]
    assert [(each.titles, each.selected_index) for each in accordions] == [
        (("Shown",), 0),
        (("Text",), None),
    ]


def test_every_explanation_stands_beside_its_control(widget):
    for control in LAB.controls:
        if control.kind == "record":
            continue
        words = [each.value for each in widget._fields[control.name].box.children if hasattr(each, "value")]
        told = reason_off(control, widget.values) or control.explanation
        assert any(escape(told) in str(each) for each in words)


def test_a_record_is_remembered_and_not_shown(widget):
    assert widget.controls["seen"] not in list(descendants(widget))
    widget.controls["slider"].value = 21
    widget.controls["calls"].value = 7
    assert widget.values["seen"] == "21"


def test_a_player_moves_the_slider_it_stands_under(widget):
    (player,) = [each for each in descendants(widget) if isinstance(each, ipywidgets.Play)]
    assert (player.min, player.max, player.step) == (0, 6, 1)
    assert player in widget._fields["step"].box.children
    widget.controls["step"].value = 5
    assert widget.values["step"] == 5


def test_a_file_is_read_into_the_field_and_a_file_that_is_no_text_is_answered(widget):
    (upload,) = [each for each in descendants(widget) if isinstance(each, ipywidgets.FileUpload)]
    upload.value = (uploaded("a.csv", b"\xef\xbb\xbf5\n6"),)
    assert widget.values["text"] == "5\n6"
    upload.value = (uploaded("b.xlsx", b"PK\x03\x04\xff\xfe"),)
    assert messages(widget) == {"text": "b.xlsx is not text. Save it as CSV UTF-8, and try again."}
    assert widget.values["text"] == "5\n6"
    upload.value = (uploaded("c.csv", "reçus;1".encode("cp1252")),)
    assert widget.values["text"] == "reçus;1"
    upload.value = (uploaded("d.txt", "é;2".encode("utf-16")),)
    assert widget.values["text"] == "é;2"
    upload.value = (uploaded("e.csv", b"\x81\xff"),)
    assert messages(widget) == {"text": "e.csv is not text. Save it as CSV UTF-8, and try again."}
    upload.value = (uploaded("f.csv", b"9;\0\1"),)
    assert messages(widget) == {"text": "f.csv is not text. Save it as CSV UTF-8, and try again."}


def uploaded(name, content):
    modified = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    described = {"name": name, "type": "text/csv", "size": len(content), "last_modified": modified}
    return {**described, "content": memoryview(content)}


def test_a_text_too_long_is_answered_without_repeating_it(widget):
    widget.controls["text"].value = "7\n" * 210
    assert messages(widget) == {"text": "Text must be text of at most 400 characters."}


def test_a_preset_puts_the_lab_on_its_values_and_all_else_on_defaults(widget):
    widget.controls["part"].value = 80
    chooser = next(each for each in descendants(widget) if getattr(each, "description", "") == "Begin from")
    assert [words for words, _ in chooser.options] == ["Choose a scenario", "Half way", "A long run"]
    chooser.value = 0
    assert (widget.values["slider"], widget.values["choice"], widget.values["part"]) == (50, "b", 0.29)
    assert widget.controls["slider"].value == 50


def test_controls_that_hang_together_are_moved_along(widget, undrawn):
    widget.controls["twice"].value = True
    widget.controls["slider"].value = 30
    assert (widget.values["field"], widget.values["seen"]) == (60, "30")
    assert widget.controls["field"].value == "60"
    widget.controls["field"].value = 9
    assert widget.controls["field"].value == "60"


def test_a_long_run_without_a_kernel_is_finished_when_its_view_is_asked_for(undrawn):
    widget = LabWidget(LAB, {"long": True})
    assert computed(widget) == 1 / STEPS
    assert widget.view().progress == 1
    assert computed(widget) == 1
    begun = LabWidget(LAB, {"long": True})
    begun._repr_mimebundle_()
    assert computed(begun) == 1


def computed(widget):
    """Return the share of a long run that the widget shows."""
    return figures(widget._view)["share"]


async def ended(widget):
    """Wait until a widget's long run is over, or for ten seconds."""
    for _ in range(1000):
        if widget._long_run.box.layout.display == "none":
            return
        await asyncio.sleep(0.01)


def test_a_long_run_grows_between_other_work_and_ends_by_itself(undrawn):
    async def watch():
        widget = LabWidget(LAB, {"long": True})
        begun = widget._long_run.box.layout.display, widget._long_run.bar.value
        await ended(widget)
        return widget, begun

    widget, begun = asyncio.run(watch())
    assert begun == ("flex", 1 / STEPS)
    assert computed(widget) == 1
    assert widget._long_run.box.layout.display == "none"


def test_a_long_run_starts_anew_when_a_control_is_moved(undrawn):
    async def watch():
        widget = LabWidget(LAB, {"long": True})
        widget.controls["slider"].value = 3
        begun = computed(widget)
        await ended(widget)
        return widget, begun

    widget, begun = asyncio.run(watch())
    assert begun == 1 / STEPS
    assert computed(widget) == 1
    assert shown(widget)[0] == "The slider is at 3, the text has 7 <letters>."


def test_a_long_run_that_is_stopped_keeps_what_is_known(undrawn):
    async def watch():
        widget = LabWidget(LAB, {"long": True})
        button = widget._long_run.box.children[1]
        button.click()
        await asyncio.sleep(0.2)
        return widget

    widget = asyncio.run(watch())
    assert computed(widget) == 1 / STEPS
    assert widget.view().progress == 1 / STEPS
    assert widget._long_run.box.layout.display == "none"


def descendants(widget):
    for child in getattr(widget, "children", ()):
        yield child
        yield from descendants(child)
