"""A lab for tests: one control of every kind, one chart of every kind, presets, settling, and a long run."""

from callcentre.labs.shared.charts import Axis, BarChart, LineChart, MapChart, PointChart, RangeChart
from callcentre.labs.shared.controls import Choice, ManyOf, Number, Player, Record, Slider, Switch, TextField
from callcentre.labs.shared.lab import Group, Lab, Preset
from callcentre.labs.shared.view import Column, Figure, Note, Quantity, Table, Text, View

STEPS = 8


def settle(values):
    """The field holds twice the slider when "twice" is on; the record holds the slider."""
    settled = dict(values)
    if values["twice"]:
        settled["field"] = 2 * values["slider"]
    if values["seen"] != str(values["slider"]):
        settled["seen"] = str(values["slider"])
    return settled


def refine(values, state):
    """The mean of growing numbers; one step a call, only where a long run is asked for."""
    done = 1 if state is None else state["done"] + 1
    is_final = not values["long"] or done >= STEPS
    for _ in range(20_000 if values["long"] else 0):
        pass
    view = make_view(values, 1 if is_final else done / STEPS)
    return view, None if is_final else {"done": done}


def make_view(values, progress):
    """Every chart from the same few numbers."""
    slider, field = values["slider"], values["field"]
    words = Text("It shows {slider} and {field}.", slider=Quantity(slider), field=Quantity(field, "EUR"))
    kinds = ["one", "two", "three"]
    return View(
        Text("The slider is at {slider}, the text has {letters} letters.", slider=Quantity(slider),
             letters=Quantity(len(values["text"]))),
        figures=[
            Figure("slider", "Slider", Quantity(slider)),
            Figure("field", "Field", Quantity(field, "EUR", 2)),
            Figure("step", "Step", Quantity(values["step"])),
            Figure("letters", "Letters", Quantity(len(values["text"]))),
            Figure("share", "Share computed", Quantity(progress, "share")),
        ],
        table=Table(
            'A "table", with commas',
            [Column("a", "Name, or kind"), Column("cost", "Cost", "EUR"), Column("part", "Share", "share")],
            [["one, two", slider / 3, 0.07], ['say "three"', None, 1 / 3]],
        ),
        charts=[
            LineChart("Lines", words, Axis("Calls", "calls"), Axis("Cost", "EUR"),
                      [(kind, kind, [(x, slider * (x + at)) for x in range(5)])
                       for at, kind in enumerate(kinds)],
                      [(2, "a mark")]),
            BarChart("Bars", words, ["first", "second"], Axis("Cost", "EUR"),
                     [(kind, kind, [slider, field]) for kind in kinds]),
            MapChart("Map", words, ["left", "right"], ["above", "below"], "Side", "Height",
                     [("left" if slider < 50 else "right", "above", "here")]),
            RangeChart("Ranges", words, Axis("Cost", "EUR"), slider,
                       [("Wage", slider - 10, "20 % less", slider + 14, "20 % more"),
                        ("Handle time", slider + 8, "240 s", slider - 6, "360 s"),
                        ("Beside the base", slider + 2, "a little", slider + 5, "more")]),
            PointChart("Points", words, Axis("Cost", "EUR"), Axis("Benefit", "share"),
                       [("a", "In-house", slider, 0.6), ("b", "Outsourced", slider + 1, 0.6),
                        ("c", "Mixed", slider + field + 1, 0.8)]),
        ],
        notes=[Note(Text("The last step is {step}.", step=Quantity(values["step"])))],
        progress=progress,
        passage=Text("A passage to read."),
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
                Number("field", "Field", 40.0, 0.0, 1000.0, 0.5, "In money.", "EUR", 1),
                Choice("choice", "Choice", "a", (("a", "A"), ("b", "B")), "One of two."),
                ManyOf("many", "Many", ["x"], (("x", "X"), ("y", "Y")), "Any of two."),
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
    refine=refine,
)
