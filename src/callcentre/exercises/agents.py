"""How many agents: load, service level, why size helps, and from the desk to the payroll."""

import math

from ..model import staffing
from .shared.answers import FreeText, Function, Number, Share, Word
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

SERVICE_LEVEL, ANSWER_WITHIN_SECONDS = 0.80, 20
SITES = 2
SHRINKAGE = 0.30


def data(seed=None):
    """Return Fjord Ferries' busy hour, and a colleague's sheet of five such hours with one row wrong."""
    calls = 120 if seed is None else 96 + 6 * (seed * 7 % 13)
    handle_seconds = 270 if seed is None else 250 + 15 * (seed * 3 % 4)
    while is_luckily_right(calls, handle_seconds):
        calls += 6
    return {
        "calls_per_hour": calls,
        "handle_seconds": handle_seconds,
        "shrinkage": SHRINKAGE,
        "sheet": sheet(calls, handle_seconds),
    }


def is_luckily_right(calls, handle_seconds):
    """Say whether a wrong rule gives what another gives, or the right one: then a hint could not tell which."""
    load, agents = calls * handle_seconds / 3600, needed(calls, handle_seconds)
    return agents == divided_by_promise(load) or abs(load / (1 - SHRINKAGE) - agents) < 0.2


def load_of(given):
    return given["calls_per_hour"] * given["handle_seconds"] / 3600


def needed(calls_per_hour, handle_seconds):
    return staffing.agents_needed(calls_per_hour, handle_seconds, SERVICE_LEVEL, ANSWER_WITHIN_SECONDS)


def divided_by_promise(load):
    return math.ceil(load / SERVICE_LEVEL + 1e-9)


def least(given):
    return needed(given["calls_per_hour"], given["handle_seconds"])


HOURS = ("A", "B", "C", "D", "E")
WRONG_HOUR = "D"
RULE_OF_THUMB = 0.85  # agents busy so much of their time, whatever the size of the group


def sheet(calls, handle_seconds):
    """Return the rows of a colleague, (hour, calls, handle seconds, agents); one is by a rule of thumb."""
    rows = []
    for hour, eighths in zip(HOURS, (6, 8, 5, 4, 7)):
        of_hour = calls * eighths // 8
        agents = needed(of_hour, handle_seconds)
        if hour == WRONG_HOUR:
            agents = math.ceil(of_hour * handle_seconds / 3600 / RULE_OF_THUMB)
        rows.append((hour, of_hour, handle_seconds, agents))
    return rows


LOAD = Task(
    "agents/load",
    1,
    "Work out a load in erlang.",
    {"load": Number("erlang", 2)},
    lambda given: {"load": load_of(given)},
    "The load (charge) is the number of agents who would be busy if nobody ever waited. No fewer can do the "
    "work.",
    (
        "How many seconds of work arrive in an hour, and how many seconds has an hour?",
        "One erlang is one agent busy all the time: an hour of work in each hour.",
    ),
    (
        Misconception(
            "minutes",
            lambda given: {"load": load_of(given) * 60},
            "That is minutes of work an hour. How many of them make one agent busy all the time?",
        ),
        Misconception(
            "calls-by-handle-time",
            lambda given: {"load": given["calls_per_hour"] * given["handle_seconds"]},
            "That is seconds of work an hour. How many of them make one agent busy all the time?",
        ),
        Misconception(
            "calls-an-agent",
            lambda given: {"load": 3600 / given["handle_seconds"]},
            "That is how many calls one agent can handle in an hour. How many agents' work arrives?",
        ),
        Misconception(
            "half-an-hour",
            lambda given: {"load": load_of(given) * 2},
            "The calls are those of an hour, not of half an hour.",
        ),
    ),
    shows=("calls_per_hour", "handle_seconds"),
)

LEAST = Task(
    "agents/least",
    1,
    "Find the least agents that keep a promise.",
    {"agents": Number("agents", 0)},
    lambda given: {"agents": least(given)},
    "Some agents must be free for calls that come all at once. How many more than the load depends on the "
    "promise and on the size of the group, and no rule of thumb takes both into account.",
    (
        "The model's agents_needed asks for calls an hour, seconds, a share and seconds. Which is which?",
        "The answer is above the load. Check whether one agent fewer would keep the promise too.",
    ),
    (
        Misconception(
            "load-rounded-up",
            lambda given: {"agents": math.ceil(load_of(given))},
            "That many agents would all be busy all the time, and callers would wait without end.",
        ),
        Misconception(
            "promise-as-occupancy",
            lambda given: {"agents": divided_by_promise(load_of(given))},
            "The promise is about callers who wait, not about agents who are busy: the load divided "
            "by it says nothing.",
        ),
        Misconception(
            "half-the-calls",
            lambda given: {"agents": needed(given["calls_per_hour"] / 2, given["handle_seconds"])},
            "These are enough for half the calls. Are the calls those of an hour?",
        ),
        Misconception(
            "twice-the-calls",
            lambda given: {"agents": needed(given["calls_per_hour"] * 2, given["handle_seconds"])},
            "These are enough for twice the calls. Are the calls those of an hour?",
        ),
    ),
)

OCCUPANCY = Task(
    "agents/occupancy",
    1,
    "Say how busy agents are.",
    {"occupancy": Share(3)},
    lambda given: {"occupancy": load_of(given) / least(given)},
    "Occupancy (taux d'occupation) follows from the promise; it cannot be chosen as well. People who are "
    "busy nine tenths of their time do not stay long.",
    (
        "Of the agents at their desks, how many are busy at a time?",
        "The load says how many are busy. Divide it by those who are there.",
    ),
    (
        Misconception(
            "the-other-way",
            lambda given: {"occupancy": least(given) / load_of(given)},
            "More than all of the time? The two numbers are the other way round.",
        ),
        Misconception(
            "idle",
            lambda given: {"occupancy": 1 - load_of(given) / least(given)},
            "That is the share of time in which agents are free.",
        ),
        Misconception(
            "the-promise",
            lambda given: {"occupancy": SERVICE_LEVEL},
            "That is the promise to callers. How busy are the agents?",
        ),
    ),
)


def saved(given):
    apart = SITES * needed(given["calls_per_hour"] / SITES, given["handle_seconds"])
    return apart - least(given)


POOLING = Task(
    "agents/pooling",
    2,
    "Say what one large group saves compared with two small ones.",
    {"saved": Number("agents", 0)},
    lambda given: {"saved": saved(given)},
    "Chance evens out in large groups: two small sites need more people for the same promise. That "
    "is the vendor's "
    "strongest argument, and the price of two sites in a mix.",
    (
        "How many agents does each of two sites need for half of the calls?",
        "Take the agents of both sites together, and subtract those of one site with all calls.",
    ),
    (
        Misconception(
            "nothing-saved",
            lambda given: {"saved": 0},
            "Half the calls need more than half the agents. Ask the model for one of the two sites.",
        ),
        Misconception(
            "one-site",
            lambda given: {"saved": least(given) - saved_site(given)},
            "That compares one site of the two with all calls. There are two sites.",
        ),
        Misconception(
            "agents-of-both",
            lambda given: {"saved": SITES * saved_site(given)},
            "These are the agents of both sites. How many fewer are needed where they are one?",
        ),
        Misconception(
            "wrong-way-round",
            lambda given: {"saved": -saved(given)},
            "The sign says that one group needs more than two. Which needs more?",
        ),
    ),
)


def saved_site(given):
    return needed(given["calls_per_hour"] / SITES, given["handle_seconds"])


PAYROLL = Task(
    "agents/payroll",
    1,
    "Go from agents at the desk to people on the payroll.",
    {"people": Number("people", 1)},
    lambda given: {"people": least(given) / (1 - given["shrinkage"])},
    "Whoever hires as many people as desks has too few of them on every single day.",
    (
        "Of ten people on shift, how many are at their desks?",
        "Those at the desk are a share of those who are paid. Which share?",
    ),
    (
        Misconception(
            "shrinkage-added",
            lambda given: {"people": least(given) * (1 + given["shrinkage"])},
            "Take that many people, leave out the share away from the desk, and count those at the "
            "desk: too few.",
        ),
        Misconception(
            "no-shrinkage",
            lambda given: {"people": least(given)},
            "These are the agents at the desk. Who is on leave, ill, in training or on a break?",
        ),
        Misconception(
            "shrinkage-taken-off",
            lambda given: {"people": least(given) * (1 - given["shrinkage"])},
            "Fewer people than desks? The share away from the desk has to be paid for as well.",
        ),
        Misconception(
            "from-the-load",
            lambda given: {"people": load_of(given) / (1 - given["shrinkage"])},
            "That starts from the load. The promise needs more agents at the desk than that.",
        ),
    ),
    shows=("shrinkage",),
)

SHEET = Task(
    "agents/sheet",
    2,
    "Find the error in a colleague's sheet.",
    {"wrong_hour": Word(HOURS)},
    lambda given: {"wrong_hour": WRONG_HOUR},
    "A rule of thumb, busy 85 % of the time, fits one size of group. In a smaller one it breaks the promise, "
    "in a larger one it pays for too many.",
    (
        "For each row, divide the load by the agents: in which are they too busy for its size?",
        "Ask the model for the agents of each row, and compare.",
    ),
    (
        Misconception(
            "the-largest-hour",
            lambda given: {"wrong_hour": "B"},
            "The most calls, and the busiest agents: a large group can be busier and keep the promise.",
        ),
        Misconception(
            "the-next-smallest-hour",
            lambda given: {"wrong_hour": "C"},
            "Few calls take more agents for each call than many do: this row is right. Ask the model for it.",
        ),
    ),
    shows=("sheet",),
)


def share_that_waits(load, agents):
    """Return Erlang C by its own recursion, not by the model."""
    if agents <= load:
        return 1.0
    blocked = 1.0
    for count in range(1, agents + 1):
        blocked = load * blocked / (count + load * blocked)
    return blocked / (1 - load / agents * (1 - blocked))


def erlang_b(load, agents):
    blocked = 1.0
    for count in range(1, agents + 1):
        blocked = load * blocked / (count + load * blocked)
    return blocked


def occupancy_for_waiting(load, agents):
    return min(1.0, load / agents)


def overload_forgotten(load, agents):
    blocked = erlang_b(load, agents)
    below = 1 - load / agents * (1 - blocked)
    return blocked / below if below else 1.0


WAITS = Task(
    "agents/waits",
    3,
    "Write Erlang's formula for the share of calls that wait.",
    {"share_that_waits": Function([(1.0, 2), (9.0, 12), (20.0, 24), (0.5, 1), (5.0, 5), (9.0, 8)], Share(4))},
    lambda given: {"share_that_waits": share_that_waits},
    "From this one share all the rest follows: how many are answered in time, how long callers wait, "
    "and how many "
    "agents are needed.",
    (
        "Begin with Erlang B by its recursion, from no agents up. Then turn it into Erlang C.",
        "For one erlang and two agents, Erlang B is a fifth, and a third of the calls wait. And when there "
        "are no more agents than the load?",
    ),
    (
        Misconception(
            "erlang-b",
            lambda given: {"share_that_waits": erlang_b},
            "That is Erlang B, the share that finds all agents busy where nobody waits. Callers who "
            "wait keep agents busy "
            "for longer.",
        ),
        Misconception(
            "occupancy",
            lambda given: {"share_that_waits": occupancy_for_waiting},
            "That is how busy agents are. A call waits only if all of them are busy at once.",
        ),
        Misconception(
            "overload",
            lambda given: {"share_that_waits": overload_forgotten},
            "Where there are no more agents than the load, the queue grows without end, and every call "
            "waits.",
        ),
    ),
)

EXPLAIN = Task(
    "agents/explain",
    3,
    "Explain in words why size helps.",
    {
        "explanation": FreeText(
            50,
            (
                (1, "says that calls come at random, so that some agents must be free"),
                (1, "says why the spare agents grow more slowly than the load"),
                (1, "names one thing that still speaks against one large group"),
            ),
        )
    },
    lambda given: {
        "explanation": "Calls come at random, so that a group keeps some agents free for a busy moment. In "
        "a large group busy and quiet moments of its callers even out, and the spare agents grow only with "
        "the square root of the load. Against it: skills, languages, distance, and a site that fails with "
        "all its people."
    },
    "What you can explain without a formula, you can defend to those who pay.",
    ("Begin with why any agent must be free at all.", "Then: what happens to chance in a large group?"),
)

UNIT = Unit(
    "agents",
    "How many agents",
    60,
    data,
    (LOAD, LEAST, OCCUPANCY, POOLING, PAYROLL, SHEET, WAITS, EXPLAIN),
    (
        Quantity("calls_per_hour", "Calls an hour", "calls"),
        Quantity("handle_seconds", "Handle time of a call", "seconds"),
        Quantity("shrinkage", "Share of paid time away from the desk (shrinkage)", "%"),
        Rows(
            "sheet",
            "A colleague's sheet",
            (("hour", "", 0), ("calls", "", 0), ("each takes", "seconds", 0), ("agents planned", "", 0)),
        ),
    ),
)
