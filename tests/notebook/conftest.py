"""A lab with a control and a chart of every kind, so that no door is tested on real labs alone."""

import pytest

from callcentre.labs.lab import (
    Axis,
    BarChart,
    Choice,
    Column,
    Figure,
    Group,
    Lab,
    LineChart,
    ManyOf,
    MapChart,
    Note,
    Number,
    Quantity,
    Slider,
    Switch,
    Table,
    Text,
    View,
)
from callcentre.model.check import InputError

OPTIONS = (("tea", "Tea"), ("coffee", "Coffee"), ("water", "Water"))
MANY = tuple((f"place-{number}", f"Place {number}") for number in range(6))


def make_view(values):
    """Return a view that shows every value, and refuses tea at night."""
    if values["drink"] == "tea" and values["night"]:
        raise InputError("drink", "something else at night", values["drink"])
    share = Quantity(values["share"], "share", 1)
    return View(
        Text("{cups} calls, {share} answered & <counted>.", cups=Quantity(values["calls"]), share=share),
        [Figure("share", "Share <answered>", share), Figure("nothing", "Nothing", Quantity(None, "EUR"))],
        Table(
            "Rows & <columns>",
            [Column("what", "What"), Column("cost", "Cost", "EUR", 2)],
            [["<b>rent</b>", -1234.565], ["none", None]],
        ),
        [
            LineChart(
                "Lines",
                Text("A line to {end} & <on>.", end=Quantity(values["calls"])),
                Axis("Month", "months"),
                Axis("Spent", "EUR"),
                [("one", "One", [(0, 0.0), (1, None), (2, values["calls"])])],
                [(1, "a mark")],
            ),
            BarChart(
                "Bars",
                Text("Two bars."),
                ["a", "b"],
                Axis("Money", "EUR"),
                [("up", "Up", [1, 2]), ("down", "Down", [-1, 0.5])],
            ),
            MapChart(
                "Map", Text("One place is taken."), ["x", "y"], ["p", "q"], "X", "Y", [("x", "q", "here")]
            ),
        ],
        [Note(Text("A note & <more>."), "page#section"), Note(Text("Another."))],
    )


@pytest.fixture
def lab():
    """Return the stand-in lab."""
    return Lab(
        "stand-in",
        "A <stand-in>",
        "To test with.",
        "What is shown?",
        (
            Group(
                "Open",
                (
                    Number("calls", "Calls", 100, 1, 1000, 1, "How many.", "calls"),
                    Slider("share", "Share", 0.29, 0.0, 1.0, 0.01, "Which part.", "share"),
                    Number("rate", "Rate", 0.06, 0.0, 0.25, 0.005, "A year.", "share", 1),
                    Slider("agents", "Agents", 3, 1, 9, 1, "How many.", "agents"),
                ),
            ),
            Group(
                "Closed",
                (
                    Choice("drink", "Drink", "coffee", OPTIONS, "What to drink."),
                    Choice("seat", "Seat", "place-0", MANY, "Where to sit."),
                    ManyOf("places", "Places", ["place-1"], MANY, "Where one has been."),
                    Switch("night", "Night", False, "Whether it is dark."),
                ),
                is_open=False,
            ),
        ),
        make_view,
    )
