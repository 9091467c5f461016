"""A lab for tests: one control of every kind, one chart of every kind, presets, settling, and a long run.

Notebooks and pages are tested with it; on a page it runs in MicroPython. Its words hold markup, which no door
may take for its own.
"""

from callcentre.labs.shared.charts import (
    Axis,
    BarChart,
    FloorChart,
    GridChart,
    Handle,
    LeadChart,
    LineChart,
    MapChart,
    PointChart,
    RangeChart,
)
from callcentre.labs.shared.controls import (
    Choice,
    LogarithmicSlider,
    ManyOf,
    Number,
    Player,
    Record,
    Slider,
    Switch,
    TextField,
)
from callcentre.labs.shared.lab import Group, Lab, Preset
from callcentre.labs.shared.lesson import NumberGuess, Scene
from callcentre.labs.shared.needs import Need, at
from callcentre.labs.shared.refining import refine_by
from callcentre.labs.shared.view import Column, Compared, Figure, Note, Quantity, Table, Text, View
from callcentre.model.check import InputError

STEPS = 8
FEW = (("a", "A"), ("b", "B"), ("c", "C"))
MANY = (("x", "X"), ("y", "Y"), ("p", "P"), ("q", "Q"), ("r", "R"), ("s", "S"))


def settle(values):
    """The field holds twice the slider when "twice" is on; the record holds the slider."""
    settled = dict(values)
    if values["twice"]:
        settled["field"] = 2 * values["slider"]
    if values["seen"] != str(values["slider"]):
        settled["seen"] = str(values["slider"])
    return settled


def step(values, state):
    """One step further, and only where a long run is asked for; C and twice do not go together."""
    if values["choice"] == "c" and values["twice"]:
        raise InputError("choice", "A or B where the field is twice the slider", values["choice"])
    for _ in range(20_000 if values["long"] else 0):
        pass
    return {"done": 1 if state is None else state["done"] + 1}


def view_of(values, known):
    """Every chart from the same few numbers."""
    slider, field = values["slider"], values["field"]
    progress = known["done"] / STEPS if values["long"] else 1
    words = Text(
        "It shows {slider} and {field} & <so on>.", slider=Quantity(slider), field=Quantity(field, "EUR")
    )
    kinds = ["one", "two", "three"]
    return View(
        Text("The slider is at {slider}, the text has {letters} <letters>.", slider=Quantity(slider),
             letters=Quantity(len(values["text"]))),
        figures=[
            Figure("slider", "Slider", Quantity(slider)),
            Figure("field", "Field", Quantity(field, "EUR", 2)),
            Figure("step", "Step <now>", Quantity(values["step"])),
            Figure("letters", "Letters", Quantity(len(values["text"]))),
            Figure("part", "Part", Quantity(values["part"], "share", 1)),
            Figure("share", "Share computed", Quantity(progress, "share")),
        ],
        table=Table(
            'A "table" of <rows>, with commas',
            [Column("a", "Name, or kind"), Column("cost", "Cost", "EUR", 2),
             Column("part", "Share", "share")],
            [["one, two", slider / 3, 0.07], ['say "three"', None, 1 / 3], ["<b>four</b>", -1234.565, 0]],
        ),
        compared=[
            Compared("Compared", ["One <way>", "Other"],
                     [("Least", ["field", "share"], "low"), ("Missing", ["part", "nowhere"], None)]),
            Compared("Compared further", ["One", "Other"], [("Most", ["step", "letters"], "high")]),
        ],
        charts=[
            LineChart("Lines", words, Axis("Calls", "calls"), Axis("Cost", "EUR"),
                      [(kind, kind, [(x, slider * (x + at)) for x in range(5)])
                       for at, kind in enumerate(kinds)] + [("gap", "gap", [(0, 9), (1, None), (2, 9)])],
                      [(2, "a mark")], grounds=[(0, 2, "one", True), (2, 4, "two", False)],
                      spots=[(2, slider, Text("Here: {slider}", slider=Quantity(slider)))],
                      handles=[Handle("step", "x", values["step"]), Handle("slider", "y", slider)]),
            BarChart("Bars", words, ["first", "second"], Axis("Cost", "EUR"),
                     [(kind, kind, [slider, field]) for kind in kinds] + [("less", "less", [-9, 0.5])]),
            MapChart("Map", words, ["left", "right"], ["above", "below"], "Side", "Height",
                     [("left" if slider < 50 else "right", "above", "here")]),
            RangeChart("Ranges", words, Axis("Cost", "EUR"), slider,
                       [("Wage", slider - 10, "20 % less", slider + 14, "20 % more"),
                        ("Handle time", slider + 8, "240 s", slider - 6, "360 s"),
                        ("Beside the base", slider + 2, "a little", slider + 5, "more")]),
            PointChart("Points", Text("Three points, one of them for {slider}.", slider=Quantity(slider)),
                       Axis("Cost", "EUR"), Axis("Benefit", "share"),
                       [("a", "In-house", slider, 0.6), ("b", "Outsourced", slider + 1, 0.6),
                        ("c", "Mixed", slider + field + 1, 0.8)]),
            LineChart("Logarithmic", words, Axis("Calls", is_log=True, ends=(1, 1000)),
                      Axis("Cost", "EUR", is_log=True),
                      [(kind, kind, [(x, (slider + 1) * 100 / x) for x in (1, 10, 100, 1000)])
                       for kind in kinds]),
            MapChart("Lanes", words, ["left", "right"], ["above", "below"], "Side", "Height",
                     [("left", "above", "", 1, "near")], empty="none", lanes=["near", "far"],
                     faint=[("left", "above", "near", "<Anna>"), ("right", "below", "far", "Ben & Co")]),
            GridChart("Grid", words, Axis("Calls"), Axis("Price", "EUR", 2), [1, 10, 100], [2.0, 1.0],
                      FEW, [["a", "b", "c"], ["a", None, "b"]], (10, 1.0, Text("Here"))),
            FloorChart("Floor", words, 34_200, 1800, 2, 1,
                       {"line": "In line", "own": "Own", "vendor": "Others", "gone": "<Gone>"},
                       [(-5.0, None, 1.0, 90.0, None), (3.0, None, 4.0, 1900.0, None),
                        (9.0, 30.0, 40.0, 2000.0, None), (1700.0, None, None, None, None),
                        (10.0, None, None, None, 60.0)]),
            LeadChart("Lead", words, Axis("Score", "", 1),
                      [("a", "A", slider / 10), ("b", "B", slider / 10 + 0.2), ("c", "C", slider / 10 + 0.3)],
                      Text("Lead {lead}", lead=Quantity(0.1, "", 1)), Axis("Weight", ends=(0, 10)),
                      [("<One>", 4), ("Two", 7)]),
        ],
        notes=[Note(Text("The last step is {step} & <no more>.", step=Quantity(values["step"])))],
        progress=progress,
        passage=Text("Read {what} it.", what="this & <keep>"),
    )  # fmt: skip


LAB = Lab(
    name="specimen",
    title="Specimen",
    purpose="Shows every kind of control and chart.",
    question="Does everything answer?",
    groups=(
        Group(
            "Shown",
            (
                Slider("slider", "Slider", 20, 0, 100, 1, "Moves all charts."),
                Slider("part", "Part", 0.29, 0.0, 1.0, 0.01, "A share.", "share"),
                Number("field", "Field", 40.0, 0.0, 1000.0, 0.5, "In money.", "EUR", 1),
                Number("rate", "Rate", 0.06, 0.0, 0.25, 0.005, "A share, typed.", "share", 1),
                Number("calls", "Calls", 100, 1, 1000, 1, "Whole ones.", "calls"),
                LogarithmicSlider(
                    "volume", "Volume", 12_000, 500, 500_000, 1, "Far and wide.", "calls/month"
                ),
                Slider(
                    "night",
                    "Night",
                    3,
                    0,
                    9,
                    1,
                    "By night only.",
                    needs=(Need("Nobody works at <night>.", at("choice", "b"), at("many", "y")),),
                ),
                Choice("choice", "Choice", "a", FEW, "One of few."),
                Choice("seat", "Seat", "x", MANY, "One of many."),
                ManyOf("many", "Many", ["x"], MANY, "Any of many."),
                Switch("twice", "Twice", False, "The field is twice the slider."),
                Switch("long", "Long run", False, "Computed in eight steps."),
                Player("step", "Step", 0, 0, 6, 1, "Can be played."),
            ),
        ),
        Group("Text", (TextField("text", "Text", "a,1\nb,2", "Typed or from a file.", 400),), is_open=False),
        Group("Remembered", (Record("seen", "Seen", "20", "The slider seen last.", 20),)),
    ),
    presets=(
        Preset("Half way", {"slider": 50, "choice": "b"}),
        Preset("A long run", {"long": True, "many": ["x", "y"]}),
    ),
    settle=settle,
    refine=refine_by(step, view_of),
    guess=NumberGuess(
        "The slider is at {before_slider}. Where <is> it then?", {"slider": 60}, "slider", 0, 100, 1, 5,
        {"near": "Near: {slider}.", "low": "You said {guess}, {off} too low: {slider}.",
         "high": "You said {guess}, {off} too high: {slider}."},
    ),
    scenes=(
        Scene("First <one>", {"slider": 30}, "slider", 40, "It is {before_slider}.", "At 40 it is {slider}."),
        Scene("Second", {"choice": "b"}, "night", 5, "Move the night.", "No <more> than {before_slider}."),
        Scene("Third", {}, "text", "ab", "Write.", "There are {letters} letters."),
    ),
)  # fmt: skip
