"""A lab with a control and a chart of every kind, so that no door is tested on real labs alone."""

import pytest

from callcentre.labs.shared.charts import Axis, BarChart, LineChart, MapChart, PointChart, RangeChart
from callcentre.labs.shared.controls import Choice, ManyOf, Number, Player, Record, Slider, Switch, TextField
from callcentre.labs.shared.lab import Group, Lab, Preset
from callcentre.labs.shared.view import Column, Figure, Note, Quantity, Table, Text, View
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
            RangeChart(
                "Ranges",
                Text("Two bars about a base."),
                Axis("Cost", "EUR"),
                10,
                [("wage", 8, "low", 13, "high"), ("price", 11, "high", 9, "low")],
            ),
            PointChart(
                "Points",
                Text("Two points."),
                Axis("Cost", "EUR"),
                Axis("Share", "share"),
                [("a", "Here", 1, 0.5), ("b", "There", 2, 0.25)],
            ),
        ],
        [Note(Text("A note & <more>."), "page#section"), Note(Text("Another."))],
        passage=Text("Read {what} first.", what="<this> & that"),
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
                    Player("minute", "Minute", 0, 0, 60, 5, "Of the hour.", "minutes"),
                    TextField("counts", "Counts", "1\n2", "One a line.", longest=50),
                    Record("memory", "Memory", "", "What was said."),
                ),
                is_open=False,
            ),
        ),
        make_view,
        presets=(
            Preset("A busy day", {"calls": 900, "night": True}),
            Preset("A quiet one", {"calls": 2}),
        ),
    )


def steps_taken(values, state):
    """Return a view of so many tenths, and the next state until all ten are there."""
    done = (state or 0) + 1
    view = View(
        Text("{done} of {all}.", done=Quantity(done), all=Quantity(values["steps"])),
        [Figure("done", "Done", Quantity(done))],
        progress=done / values["steps"],
    )
    return view, done if done < values["steps"] else None


@pytest.fixture
def long_lab():
    """Return a lab that takes as many steps as its control says."""
    controls = (Slider("steps", "Steps", 4, 1, 100, 1, "How many."),)
    return Lab("long", "Long", "To wait for.", "When?", (Group("All", controls),), refine=steps_taken)


@pytest.fixture
def settling_lab():
    """Return a lab that keeps one control at or below another, and remembers how often it had to."""

    def settle(values):
        low = min(values["low"], values["high"])
        return dict(values, low=low, memory=values["memory"] + "x" * (low != values["low"]))

    controls = (
        Slider("low", "Low", 2, 0, 9, 1, "The lower."),
        Slider("high", "High", 5, 0, 9, 1, "The upper."),
        Record("memory", "Memory", "", "How often."),
    )

    def view(values):
        return View(Text("{low} to {high}.", low=Quantity(values["low"]), high=Quantity(values["high"])))

    return Lab("settling", "Settling", "To agree.", "How?", (Group("All", controls),), view, settle=settle)
