"""How many agents? Calls, handle time, agents and a promise of service hang together: find any of them."""

import math

from ..model import staffing
from ..model.staffing import capacity
from ..model.units import SECONDS_IN_HOUR
from .shared.charts import Axis, Handle, LineChart
from .shared.controls import Choice, LogarithmicSlider, Slider, Switch
from .shared.lab import Group, Lab, Preset
from .shared.lesson import NumberGuess, Scene
from .shared.needs import Need, not_at
from .shared.quantities import agents, seconds, share
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled

FIND = (
    ("agents", "the agents needed"),
    ("service-level", "the service level"),
    ("calls", "the calls that can be handled"),
    ("handle-time", "the handle time that can be afforded"),
    ("target", "the wait that can be promised"),
)
POINTS = 20
LARGE = {"calls_per_hour": 600.0, "handle_seconds": 240.0}
SMALL = {"calls_per_hour": 20.0, "handle_seconds": 240.0}
SOONER_OR_LATER = 1_000_000  # seconds: as good as no limit


def make_view(values):
    """Return what is sought, how the queue then fares, and how it would with other numbers of agents."""
    case = Case(values)
    return View(
        headline=headline(case),
        figures=figures(case),
        table=table(case),
        charts=[service_chart(case), price_chart(case)],
        notes=notes(case),
    )


class Case:
    """A queue whose sought number has been found.

    Attributes
    ----------
    find : str
        Which number is sought.
    calls, handle, agents : float, float, int
        Calls an hour, handle time in seconds, agents at work.
    promise : float or None
        The service level promised; None where it is what is sought.
    within : float or None
        Seconds within which a call is answered in time; None where no time keeps the promise.
    patience, asked : float or None, float
        Mean patience in seconds, None where nobody hangs up; and as it would be if callers did.
    load : float
        In erlang.
    """

    def __init__(self, values):
        self.find = values["find"]
        self.calls, self.handle = values["calls_per_hour"], values["handle_seconds"]
        self.agents, self.within = values["agents"], values["answer_within_seconds"]
        self.promise = values["service_level"]
        self.asked = values["patience_seconds"]
        self.patience = self.asked if values["callers_hang_up"] else None
        self.known = {}
        if self.find == "agents":
            self.agents = self.agents_for(self.calls, self.patience)
        elif self.find == "calls":
            self.calls = capacity.most_calls_per_hour(
                self.handle, self.agents, self.promise, self.within, self.patience
            )
        elif self.find == "handle-time":
            self.handle = capacity.longest_handle_seconds(
                self.calls, self.agents, self.promise, self.within, self.patience
            )
        self.load = self.calls * self.handle / SECONDS_IN_HOUR
        if self.find == "target":
            self.within = None if self.grows else self.wait_to_promise()
        elif self.find == "service-level":
            self.promise = None

    def agents_for(self, calls, patience):
        return staffing.agents_needed(calls, self.handle, self.promise, self.within, patience)

    def wait_to_promise(self):
        return capacity.shortest_answer_seconds(
            self.calls, self.handle, self.agents, self.promise, self.patience
        )

    @property
    def grows(self):
        """Whether the queue grows without end: nobody hangs up, and the agents do not outnumber the load."""
        return self.patience is None and self.agents <= self.load

    @property
    def limit(self):
        """The seconds that the curves count as in time."""
        return SOONER_OR_LATER if self.within is None else self.within

    def performance(self, agents, patience):
        """Return `staffing.performance` with so many agents, None where the queue grows without end."""
        if patience is None and agents <= self.load:
            return None
        if (agents, patience) not in self.known:
            self.known[(agents, patience)] = staffing.performance(
                self.calls, self.handle, agents, patience, self.limit
            )
        return self.known[(agents, patience)]

    @property
    def result(self):
        return self.performance(self.agents, self.patience)

    def curve(self, patience):
        """Return (agents, performance) for a range of agents."""
        return [(number, self.performance(number, patience)) for number in self.range_of_agents()]

    def range_of_agents(self):
        """Return numbers of agents around the load and around those at work, in order."""
        spread = math.sqrt(self.load)
        low = max(1, min(self.agents - 3, int(self.load - 1.2 * spread)))
        high = max(self.agents + 3, math.ceil(self.load + 2.5 * spread) + 2)
        step = math.ceil((high - low) / POINTS)
        chosen = set(range(low, high + 1, step))
        chosen.update([each for each in range(self.agents - 1, self.agents + 2) if each > 0])
        return sorted(chosen)


def calls(number):
    return Quantity(number, "calls/hour")


def erlangs(load):
    return Quantity(load, "erlang", 1)


HEADLINES = {
    "agents": "{agents} answer {promise} of {calls} within {within}; one fewer would answer {level}.",
    "agents, one": "One agent is enough to answer {promise} of {calls} within {within}.",
    "agents, brink": "{agents} answer {promise} of {calls} within {within}; with one fewer the queue would "
    "grow without end.",
    "service-level": "{agents} answer {level} of {calls} within {within}; one more would answer {more}.",
    "calls": "With {agents}, {promise} are answered within {within} as long as no more than {calls} come.",
    "handle-time": "With {agents}, {promise} of {calls} are answered within {within} as long as a call takes "
    "no more than {handle} on average.",
    "target": "With {agents}, {promise} of {calls} are answered within {within}; that much can be promised.",
    "target, at once": "With {agents}, {promise} of {calls} and more find an agent free; they need not wait.",
    "target, none": "With {agents}, {promise} of {calls} cannot be answered, however late: {abandonment} of "
    "the callers hang up.",
    "grows": "With {agents} for {load}, the queue grows by {growth} as long as nobody hangs up.",
    "grows, brink": "With {agents} for {load}, the queue grows without end as long as nobody hangs up.",
}


def headline(case):
    """Return what was found, in one sentence that fits the case."""
    fewer = case.performance(case.agents - 1, case.patience) if case.agents > 1 else None
    which = case.find
    if case.grows:
        which = "grows" if growth(case) > 0 else "grows, brink"
    elif which == "agents" and fewer is None:
        which = "agents, one" if case.agents == 1 else "agents, brink"
    elif which == "target" and not case.within:
        which = "target, none" if case.within is None else "target, at once"
    parts = {"agents": agents(case.agents), "calls": calls(case.calls), "load": erlangs(case.load)}
    parts["handle"], parts["growth"] = seconds(case.handle), calls(growth(case))
    if case.find == "calls":
        parts["calls"] = Quantity(case.calls, "calls/hour", 1)
    if case.promise is not None:
        parts["promise"] = Quantity(case.promise, "share")
    if case.within is not None:
        parts["within"] = seconds(case.within)
    if case.result:
        parts["abandonment"] = share(case.result["abandonment"])
        parts["level"] = share((fewer if which == "agents" else case.result)["service_level"])
        parts["more"] = share(case.performance(case.agents + 1, case.patience)["service_level"])
    return filled(HEADLINES[which], parts)


def growth(case):
    """Return by how many calls an hour the queue grows when every agent is busy."""
    return case.calls - case.agents * SECONDS_IN_HOUR / case.handle


def figures(case):
    """Return what was sought, then the load and how callers and agents fare."""
    sought = {
        "agents": Figure("agents", "Agents needed", Quantity(case.agents)),
        "calls": Figure("calls_per_hour", "Calls that can be handled", Quantity(case.calls, "calls/hour", 1)),
        "handle-time": Figure("handle_seconds", "Handle time that can be afforded", seconds(case.handle)),
    }
    shown = [sought[case.find]] if case.find in sought else []
    if case.find == "target" and case.within is not None:
        shown.append(Figure("answer_within_seconds", "Wait that can be promised", seconds(case.within)))
    if case.grows:
        shown.append(Figure("growth", "Growth of the queue", calls(growth(case))))
        shown.append(Figure("load", "Load", erlangs(case.load)))
        return shown
    result = case.result
    level = "Answered in time" if case.within is not None else "Answered sooner or later"
    wait = seconds(result["mean_wait_seconds"])
    return shown + [
        Figure("service_level", level, share(result["service_level"])),
        Figure("mean_wait_seconds", "Mean wait of all callers", wait),
        Figure("wait_probability", "Callers who find every agent busy", share(result["wait_probability"])),
        Figure("abandonment", "Callers who hang up", share(result["abandonment"])),
        Figure("occupancy", "Occupancy", share(result["occupancy"])),
        Figure("load", "Load", erlangs(case.load)),
    ]


def table(case):
    """Return both formulas' answers by number of agents."""
    staying_level, leaving_level = "In time, nobody hangs up", "In time, callers hang up"
    if case.within is None:
        staying_level, leaving_level = "Answered, nobody hangs up", "Answered, callers hang up"
    rows = []
    for (number, staying), (_, leaving) in zip(case.curve(None), case.curve(case.asked)):
        rows.append(
            [
                number,
                staying["service_level"] if staying else 0.0,
                staying["mean_wait_seconds"] if staying else None,
                staying["occupancy"] if staying else 1.0,
                leaving["service_level"],
                leaving["mean_wait_seconds"],
                leaving["occupancy"],
                leaving["abandonment"],
            ]
        )
    return Table(
        "Service by number of agents, if nobody hangs up (Erlang C) and if callers do (Erlang A)",
        [
            Column("agents", "Agents", ""),
            Column("service_level_c", staying_level, "share", 1),
            Column("mean_wait_c", "Mean wait, nobody hangs up", "seconds"),
            Column("occupancy_c", "Occupancy, nobody hangs up", "share", 1),
            Column("service_level_a", leaving_level, "share", 1),
            Column("mean_wait_a", "Mean wait, callers hang up", "seconds"),
            Column("occupancy_a", "Occupancy, callers hang up", "share", 1),
            Column("abandonment", "Callers who hang up", "share", 1),
        ],
        rows,
    )


STAYING = "Nobody hangs up (Erlang C)"
LEAVING = "Callers hang up (Erlang A)"
TITLES = {False: "Calls answered in time", True: "Calls answered sooner or later"}
# by whether it is sooner or later, and whether there is a promise
SERVICES = {
    (
        False,
        False,
    ): "Two curves rise with the agents. See how much one more agent brings where you stand: with {agents}, "
    "{level_c} of the calls are answered in time if nobody hangs up, and {level_a} if callers do; with one "
    "more, {more_c} and {more_a}.",
    (
        False,
        True,
    ): "Two curves rise with the agents to the level line of the promise, {promise}. See how much one more "
    "agent brings where you stand: with {agents}, {level_c} of the calls are answered in time if nobody "
    "hangs up, and {level_a} if callers do; with one more, {more_c} and {more_a}.",
    (
        True,
        False,
    ): "Two curves rise with the agents. See how much one more agent brings where you stand: with {agents}, "
    "{level_c} of the calls are answered sooner or later if nobody hangs up, and {level_a} if callers do; "
    "with one more, {more_c} and {more_a}.",
    (
        True,
        True,
    ): "Two curves rise with the agents to the level line of the promise, {promise}. See how much one more "
    "agent brings where you stand: with {agents}, {level_c} of the calls are answered sooner or later if "
    "nobody hangs up, and {level_a} if callers do; with one more, {more_c} and {more_a}.",
}


def mark(case):
    """Return the number of agents at work, with its label."""
    return case.agents, "Agents needed" if case.find == "agents" else "Agents at work"


def service_chart(case):
    """Return the service level by number of agents, by both formulas: the promise, where one is, one more."""
    numbers = case.range_of_agents()
    staying, leaving = [
        [(number, found["service_level"] if found else 0.0) for number, found in case.curve(patience)]
        for patience in (None, case.asked)
    ]
    series = [("erlang_c", STAYING, staying), ("erlang_a", LEAVING, leaving)]
    curve = dict(leaving if case.patience else staying)
    here, more = curve[case.agents], curve[case.agents + 1]
    parts = {
        "agents": agents(case.agents),
        "level_c": share(dict(staying)[case.agents]),
        "level_a": share(dict(leaving)[case.agents]),
        "more_c": share(dict(staying)[case.agents + 1]),
        "more_a": share(dict(leaving)[case.agents + 1]),
    }
    handles = [Handle("agents", "x", case.agents)] if case.find != "agents" else []
    if case.promise is not None:
        series.append(("promise", "The promise", [(numbers[0], case.promise), (numbers[-1], case.promise)]))
        parts["promise"] = Quantity(case.promise, "share")
        handles.append(Handle("service_level", "y", case.promise))
    return LineChart(
        TITLES[case.within is None],
        filled(SERVICES[(case.within is None, case.promise is not None)], parts),
        Axis("Agents"),
        Axis("Of all calls", "share", ends=(0.0, 1.0)),
        series,
        spots=[
            (case.agents, here, Text("Here: {level}", level=share(here))),
            (case.agents + 1, more, Text("One more: {level}", level=share(more))),
        ],
        handles=handles,
    )


# by whether fewer agents than are at work are shown
PRICES = {
    False: "Three curves fall as agents are added. With {low}, agents are busy {low_c} of the time if nobody "
    "hangs up; if callers do, it is {low_a}, and {low_gone} of the calls are lost.",
    True: "Three curves fall as agents are added. With {low}, agents are busy {low_c} of the time if nobody "
    "hangs up; if callers do, it is {low_a}, and {low_gone} of the calls are lost. With {agents}, it is "
    "{busy_c}, {busy_a} and {gone}.",
}


def price_chart(case):
    """Return what few agents cost: how busy they are and who hangs up, by number of agents."""
    staying, leaving = case.curve(None), case.curve(case.asked)
    busy_c = [(number, found["occupancy"] if found else 1.0) for number, found in staying]
    busy_a = [(number, found["occupancy"]) for number, found in leaving]
    gone = [(number, found["abandonment"]) for number, found in leaving]
    words = PRICES[case.agents > busy_c[0][0]]
    parts = {
        "low": agents(busy_c[0][0]),
        "low_c": share(busy_c[0][1]),
        "low_a": share(busy_a[0][1]),
        "low_gone": share(gone[0][1]),
        "agents": agents(case.agents),
        "busy_c": share(dict(busy_c)[case.agents]),
        "busy_a": share(dict(busy_a)[case.agents]),
        "gone": share(dict(gone)[case.agents]),
    }
    return LineChart(
        "Who pays when agents are few",
        filled(words, parts),
        Axis("Agents"),
        Axis("Share", "share"),
        [
            ("occupancy_c", "Occupancy (Erlang C)", busy_c),
            ("occupancy_a", "Occupancy (Erlang A)", busy_a),
            ("abandonment", "Callers who hang up", gone),
        ],
        [mark(case)],
    )


def notes(case):
    """Return what the load means, what patience changes, and what size does."""
    found = [
        Note(
            filled(
                "{calls} of {handle} each are a load of {load}: that many agents would be busy if calls "
                "came one after the other.",
                {
                    "calls": Quantity(case.calls, "calls/hour", 1 if case.find == "calls" else 0),
                    "handle": seconds(case.handle),
                    "load": erlangs(case.load),
                },
            ),
            "what-a-call-centre-is#load",
        )
    ]
    if case.find == "agents":
        found.append(Note(formulas_note(case), "what-a-call-centre-is#service-level"))
        found.append(Note(size_note(case), "outsourcing#out-of-hours"))
    if not case.grows:
        found.append(
            Note(
                Text(
                    "Agents who are busy {busy} of the time have {idle} min in an hour in which they are "
                    "ready for the next call.",
                    busy=share(case.result["occupancy"]),
                    idle=Quantity(60 * (1 - case.result["occupancy"]), "", 1),
                ),
                "what-a-call-centre-is#occupancy",
            )
        )
    return found


def formulas_note(case):
    """Return what the other formula, with or without patience, would have answered."""
    other = case.agents_for(case.calls, case.asked if case.patience is None else None)
    parts = {"patience": seconds(case.asked), "other": agents(other), "agents": agents(case.agents)}
    if other == case.agents:
        return filled("Whether or not callers hang up after {patience} on average: {agents}.", parts)
    if case.patience is None:
        return filled(
            "If callers hang up after {patience} on average, {other} keep the promise: those who leave "
            "shorten the wait of those who stay.",
            parts,
        )
    return filled(
        "If nobody hung up, it would take {other}: here the callers who leave shorten the wait of those who "
        "stay.",
        parts,
    )


def size_note(case):
    """Return how many agents twice the calls would need."""
    twice = case.agents_for(2 * case.calls, case.patience)
    return Text(
        "Twice the calls would need {twice}, not twice as many: large centres keep the same promise with "
        "busier agents."
        if twice < 2 * case.agents
        else "Twice the calls would need {twice}, twice as many.",
        twice=agents(twice),
    )


def sought(found, reason):
    """Return the need of a control that follows from the others while it is what is sought."""
    return Need(reason, not_at("find", found))


GUESS = NumberGuess(
    "These calls need {before_agents} agents. Now twice as many come in an hour, and the promise stays the "
    "same. How many agents does it take?",
    {"calls_per_hour": 360.0},
    "agents",
    20,
    60,
    1,
    1,
    {
        "near": "You said {guess}, and it takes {agents}. The larger group evens out its own peaks: agents "
        "are busy {occupancy} of the time instead of {before_occupancy}, and the promise is kept.",
        "low": "You said {guess}; it takes {agents}, which is {off} more. Twice the work takes nearly twice "
        "the agents: only those who stand ready besides need not double.",
        "high": "You said {guess}; it takes {agents}, which is {off} fewer. Twice the calls do not take "
        "twice the agents: the larger group evens out its own peaks, and is busy {occupancy} of the time "
        "instead of {before_occupancy}.",
    },
)
SCENES = (
    Scene(
        "One agent fewer",
        {"find": "service-level", "agents": 19},
        "agents",
        18,
        "With 19 agents at work, {before_service_level} of the calls are answered in time. Take one agent "
        "away.",
        "With 18 it is {service_level}, and callers wait {mean_wait_seconds} on average instead of "
        "{before_mean_wait_seconds}. The closer the agents come to the load, the more the next one costs.",
    ),
    Scene(
        "Callers who leave",
        {"find": "service-level", "agents": 17},
        "callers_hang_up",
        True,
        "With 17 agents, {before_service_level} of the calls are answered in time as long as nobody hangs "
        "up. Let callers hang up.",
        "Now {service_level} are answered in time, which looks better. Yet {abandonment} of the callers "
        "have hung up: those who leave shorten the wait of those who stay.",
    ),
    Scene(
        "A small centre",
        {},
        "calls_per_hour",
        10.0,
        "These {before_agents} agents are busy {before_occupancy} of the time. Go down to 10 calls an hour.",
        "At 10 calls an hour, {agents} agents are needed, busy {occupancy} of the time. Somebody must stand "
        "ready, however few calls come.",
    ),
)


def under_the_law_of_spain(values):
    """Return values with what Ley 10/2025 asks for as the mean of a year."""
    return dict(values, service_level=0.95, answer_within_seconds=180.0)


LAB = Lab(
    name="how-many-agents",
    title="How many agents?",
    purpose="See how calls, handle time, agents and a promise of service depend on one another; find any of "
    "them.",
    question=(
        "Let callers hang up when they have waited three minutes on average. How many agents does that save, "
        "and who pays for it?"
    ),
    groups=(
        Group(
            "What to find, and from what",
            (
                Choice(
                    "find",
                    "What to find",
                    "agents",
                    FIND,
                    "It follows from the others; its own control is off meanwhile.",
                ),
                LogarithmicSlider(
                    "calls_per_hour",
                    "Calls an hour",
                    180.0,
                    2.0,
                    20_000.0,
                    1.0,
                    "Calls that come in an hour, on average.",
                    "calls/hour",
                    needs=(sought("calls", "The calls are worked out from the rest now."),),
                ),
                Slider(
                    "agents",
                    "Agents at work",
                    12,
                    1,
                    300,
                    1,
                    "On duty and ready to take calls.",
                    "agents",
                    needs=(sought("agents", "The agents are worked out from the rest now."),),
                ),
                Switch(
                    "callers_hang_up",
                    "Callers who hang up",
                    False,
                    "When on, Erlang A gives the answer; when off, Erlang C.",
                ),
                Slider(
                    "patience_seconds",
                    "Patience",
                    180.0,
                    10.0,
                    1800.0,
                    10.0,
                    "The mean time a caller would wait before hanging up; Erlang A's curve always uses it.",
                    "seconds",
                ),
            ),
        ),
        Group(
            "Handle time and promise",
            (
                Slider(
                    "handle_seconds",
                    "Handle time",
                    300.0,
                    30.0,
                    1800.0,
                    5.0,
                    "From the greeting to the end of the work after the call.",
                    "seconds",
                    needs=(sought("handle-time", "This time is worked out from the rest now."),),
                ),
                Slider(
                    "service_level",
                    "Calls to answer in time",
                    0.8,
                    0.3,
                    0.99,
                    0.01,
                    "The service level, as a share of all calls that come.",
                    "share",
                    needs=(sought("service-level", "This share is worked out from the rest now."),),
                ),
                Slider(
                    "answer_within_seconds",
                    "In time means within",
                    20.0,
                    0.0,
                    300.0,
                    5.0,
                    "At 0, only calls that need not wait count.",
                    "seconds",
                    needs=(sought("target", "This wait is worked out from the rest now."),),
                ),
            ),
            is_open=False,
        ),
    ),
    make_view=make_view,
    presets=(
        Preset("The water company's Monday", {}),
        Preset("The same Monday, with the twelve it has", {"find": "service-level"}),
        Preset(
            "The same Monday, with callers who hang up",
            {"find": "service-level", "callers_hang_up": True},
        ),
        Preset(
            "The water company's Thursday evening",
            {"find": "service-level", "calls_per_hour": 24.0, "agents": 4},
        ),
        Preset("The bank at 10:00", {"calls_per_hour": 3399.4, "handle_seconds": 240.0}),
        Preset("The bank at 20:30", {"calls_per_hour": 889.4, "handle_seconds": 240.0}),
        Preset("A night with ten calls an hour", {"calls_per_hour": 10.0}),
        Preset("600 calls an hour, 80 % within 20 s", LARGE),
        Preset("The same calls, Spain's law: 95 % within three minutes", under_the_law_of_spain(LARGE)),
        Preset("Twenty calls an hour, Spain's law", under_the_law_of_spain(SMALL)),
        Preset("Twenty calls an hour, 80 % within 20 s", SMALL),
    ),
    guess=GUESS,
    scenes=SCENES,
)
