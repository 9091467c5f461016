"""Patience, size and reports: who hangs up, what size does not help with, what noon says, who is missing."""

import math
from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import staffing
from ..model.erlang import erlang_b
from ..model.numerics.randomness import streams
from .shared.answers import Number, Share, Word
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

SERVICE_LEVEL, ANSWER_WITHIN_SECONDS = 0.80, 20
BETA = 1.06  # of the square-root rule, where one caller in five may wait
ROOTS = (8, 9, 10, 7)
BOOKS_SEED = 41
TUESDAYS = ("6 Jan", "13 Jan", "20 Jan", "27 Jan", "3 Feb", "10 Feb", "17 Feb", "24 Feb", "3 Mar", "10 Mar")
HOLIDAY, GAP, MISSING_CALLS = 3, 7, 90
ABANDONMENT, WAITING = "abandonment", "waiting"
SMALL, LARGE = "small", "large"
MORE = 1.10


def data(seed=None):
    """Return reports, lines and days of centres that are all invented."""
    turn = 0 if seed is None else seed
    hung_up, in_time = 84 + 4 * (turn * 3 % 6), 610 + 10 * (turn % 5)
    answered = 770 + 10 * (turn * 2 % 5)
    return {
        "answered": answered,
        "hung_up": hung_up,
        "wait_answered": 15 + turn % 4,
        "wait_hung_up": 46 + 2 * (turn * 2 % 4),
        "offered": answered + hung_up,
        "in_time": in_time,
        "hung_up_in_time": 30 + 2 * (turn % 4),
        "sales_calls": 120 + 6 * (turn % 4),
        "handle_seconds": 300,
        "patience_seconds": 180,
        "order_value": 40,
        "agent_hour": 30,
        "root": ROOTS[turn % len(ROOTS)],
        "load": ROOTS[turn % len(ROOTS)] ** 2,
        "small_calls": 30 + 6 * (turn % 2),
        "large_calls": 480 + 24 * (turn % 3),
        "correlation": 0.80,
        "morning_deviation": 0.12,
        "rest_deviation": 0.09 + 0.005 * (turn % 3),
        "morning_above": 0.20 + 0.05 * (turn * 2 % 3),
        "usual_rest": 1_400 + 50 * (turn * 3 % 7),
        "file": counted(BOOKS_SEED if seed is None else 4000 + seed),
        "line_calls": 150 + 12 * (turn * 2 % 4),
        "line_wait": 9 + turn % 3,
        "line_agents": needed(150 + 12 * (turn * 2 % 4), 300),
        "busy_tone": 0.01,
    }


def needed(calls_per_hour, handle_seconds, patience_seconds=None):
    return staffing.agents_needed(
        calls_per_hour, handle_seconds, SERVICE_LEVEL, ANSWER_WITHIN_SECONDS, patience_seconds
    )


def counted(seed):
    """Return ten Tuesdays (date, offered, answered, note): a holiday, and a day of which a part is missing."""
    (of_calls,) = streams(seed, 1)
    rows = []
    for place, day in enumerate(TUESDAYS):
        offered, note = 500 + of_calls.poisson(140), ""
        if place == HOLIDAY:
            offered, note = 120 + of_calls.poisson(30), "holiday"
        if place == GAP:
            offered, note = offered - MISSING_CALLS, "recorder stood still from 10:00 to 11:00"
        answered = min(offered, 560 + of_calls.poisson(12)) if not note else offered - 12
        rows.append((day, offered, answered, note))
    return rows


# 1. Patience from a report


def waiting(given):
    return given["answered"] * given["wait_answered"] + given["hung_up"] * given["wait_hung_up"]


PATIENCE = Task(
    "patience/from-a-report",
    2,
    "Estimate patience from two figures of a report.",
    {"patience": Number("seconds", 0)},
    lambda given: {"patience": waiting(given) / given["hung_up"]},
    "Those who hung up show only the short end of patience. The patient ones are among the answered, and their "
    "waiting counts.",
    (
        "How many seconds did all callers wait together, and how often did a wait end in hanging up?",
        "Add the waiting of the answered to that of those who hung up, and divide by those who hung up.",
    ),
    (
        Misconception(
            "of-those-who-hung-up",
            lambda given: {"patience": given["wait_hung_up"]},
            "That is how long the impatient ones waited. And those who would have waited longer?",
        ),
        Misconception(
            "answered-waiting-alone",
            lambda given: {"patience": given["answered"] * given["wait_answered"] / given["hung_up"]},
            "Those who hung up waited as well. Add their seconds.",
        ),
        Misconception(
            "mean-wait",
            lambda given: {"patience": waiting(given) / given["offered"]},
            "That is the mean wait of a caller. How often did waiting end in hanging up?",
        ),
    ),
    shows=("answered", "wait_answered", "hung_up", "wait_hung_up"),
)

# 2. One half day, three figures


def levels(given):
    return {
        "strict": given["in_time"] / given["offered"],
        "of_the_answered": given["in_time"] / given["answered"],
        "dealt_with": (given["in_time"] + given["hung_up_in_time"]) / given["offered"],
    }


LEVELS = Task(
    "patience/three-levels",
    2,
    "Read a service level knowing what was done with those who hung up.",
    OrderedDict((("strict", Share(3)), ("of_the_answered", Share(3)), ("dealt_with", Share(3)))),
    levels,
    "Nobody is lying, and yet the figures are points apart. A contract has to say which one it means, and "
    "from whose records it is counted.",
    (
        "What stands above the line in each figure, and what below it?",
        "The first and third divide by all calls offered, the second by the answered.",
    ),
    (
        Misconception(
            "two-exchanged",
            lambda given: {
                "strict": levels(given)["of_the_answered"],
                "of_the_answered": levels(given)["strict"],
            },
            "Two of them are the wrong way round: which divides by more callers?",
        ),
        Misconception(
            "early-by-the-answered",
            lambda given: {
                "dealt_with": (given["in_time"] + given["hung_up_in_time"]) / given["answered"],
            },
            "Those who hung up early stand above the line there, so all calls offered belong below it.",
        ),
        Misconception(
            "all-who-hung-up-are-dealt-with",
            lambda given: {"dealt_with": (given["in_time"] + given["hung_up"]) / given["offered"]},
            "Only those who hung up within the time count as dealt with.",
        ),
    ),
    shows=("offered", "answered", "in_time", "hung_up_in_time"),
)

# 3. Which promise?


def hour_cost(given, agents):
    lost = staffing.performance(
        given["sales_calls"], given["handle_seconds"], agents, given["patience_seconds"]
    )["abandonment"]
    return agents * given["agent_hour"] + lost * given["sales_calls"] * given["order_value"]


def cheapest(given):
    return min(range(4, 31), key=lambda agents: hour_cost(given, agents))


def load_of(given):
    return given["sales_calls"] * given["handle_seconds"] / 3600


PROMISE = Task(
    "patience/promise",
    2,
    "Choose between a promise of waiting and a promise of abandonment.",
    OrderedDict((("agents", Number("agents", 0)), ("promise", Word((ABANDONMENT, WAITING))))),
    lambda given: {"agents": cheapest(given), "promise": ABANDONMENT},
    "Where a lost call is a lost order, its price says how many agents pay, and the promise to write down is how "
    "few may give up. Where callers resent the wait and come back anyway, promise the wait.",
    (
        "For a number of agents, what do they cost in an hour, and what do lost orders cost?",
        "performance gives abandonment. Try numbers of agents one by one, and look for the smallest sum.",
    ),
    (
        Misconception(
            "as-many-as-the-load",
            lambda given: {"agents": math.ceil(load_of(given))},
            "With that many agents, how many callers give up, and what were their orders worth?",
        ),
        Misconception(
            "as-if-nobody-hung-up",
            lambda given: {"agents": needed(given["sales_calls"], given["handle_seconds"])},
            "That keeps 80 in 20 by a formula in which nobody hangs up. What would one more cost, and save?",
        ),
        Misconception(
            "whoever-waits-is-lost",
            lambda given: {"promise": WAITING},
            "What costs this firm money, a minute of waiting or a caller who is gone?",
        ),
    ),
    shows=("sales_calls", "handle_seconds", "patience_seconds", "order_value", "agent_hour"),
)

# 4. With a square root


def by_root(load):
    return math.ceil(load + BETA * math.sqrt(load))


ROOT = Task(
    "patience/square-root",
    1,
    "Estimate agents for any load with a square root.",
    OrderedDict((("agents", Number("agents", 0)), ("four_times", Number("agents", 0)))),
    lambda given: {"agents": by_root(given["load"]), "four_times": by_root(4 * given["load"])},
    "Four times the load takes twice the reserve. It fits on the back of an envelope, and shows at once "
    "whether somebody else's number can be right.",
    (
        "The reserve is what comes on top of the load. What is the root of the load?",
        "Root first, then times beta, then add the load; round up. Then the same for four times the load.",
    ),
    (
        Misconception(
            "beta-times-the-load",
            lambda given: {"agents": math.ceil(BETA * given["load"])},
            "The reserve is beta times the root of the load.",
        ),
        Misconception(
            "four-times-the-agents",
            lambda given: {"four_times": 4 * by_root(given["load"])},
            "The load is four times as large. Is the reserve?",
        ),
        Misconception(
            "the-same-reserve",
            lambda given: {"four_times": math.ceil(4 * given["load"] + BETA * given["root"])},
            "The reserve grows too, only more slowly than the load.",
        ),
        Misconception(
            "no-reserve",
            lambda given: {"agents": given["load"]},
            "That many would be busy all the time. Add a reserve.",
        ),
    ),
    shows=("load",),
)

# 5. What size does not help with


def with_more(given, size):
    calls = given[size + "_calls"]
    agents = needed(calls, given["handle_seconds"])
    found = staffing.performance(MORE * calls, given["handle_seconds"], agents, None, ANSWER_WITHIN_SECONDS)
    return found["service_level"]


def as_planned(given, size):
    calls = given[size + "_calls"]
    agents = needed(calls, given["handle_seconds"])
    return staffing.performance(calls, given["handle_seconds"], agents, None, ANSWER_WITHIN_SECONDS)[
        "service_level"
    ]


FRAGILE = Task(
    "patience/fragile",
    2,
    "Say what size does not help with.",
    OrderedDict((("small", Share(3)), ("large", Share(3)))),
    lambda given: {SMALL: with_more(given, SMALL), LARGE: with_more(given, LARGE)},
    "A large centre has little to spare: the same tenth more callers that a small one hardly notices breaks "
    "its promise. A large centre needs better forecasts, or people who can be called in.",
    (
        "How many agents has each on the planned day? With them, and a tenth more calls, who is answered in time?",
        "agents_needed for the planned calls, then performance with those agents and the larger number of calls.",
    ),
    (
        Misconception(
            "as-planned",
            lambda given: {SMALL: as_planned(given, SMALL), LARGE: as_planned(given, LARGE)},
            "That is the planned day. A tenth more callers come.",
        ),
        Misconception(
            "a-tenth-less",
            lambda given: {LARGE: as_planned(given, LARGE) / MORE},
            "A tenth more callers do not make the share a tenth smaller. Ask the model.",
        ),
        Misconception(
            "exchanged",
            lambda given: {SMALL: with_more(given, LARGE), LARGE: with_more(given, SMALL)},
            "The two are the wrong way round. Which of them has agents to spare?",
        ),
    ),
    shows=("small_calls", "large_calls", "handle_seconds"),
)

# 6. At noon


def rest(given, slope=None):
    if slope is None:
        slope = given["correlation"] * given["rest_deviation"] / given["morning_deviation"]
    return given["usual_rest"] * (1 + slope * given["morning_above"])


NOON = Task(
    "patience/noon",
    2,
    "Say at noon what the morning tells about the rest of the day.",
    {"expected": Number("calls", 0)},
    lambda given: {"expected": rest(given)},
    "Part of what made the morning busy was the morning's own. The rest is still worth an agent or two, if "
    "somebody looks at noon and is free to act.",
    (
        "Of what the morning had above the usual, how much do the two halves of a day share?",
        "Slope: correlation, times deviation of the rest, divided by deviation of the morning.",
    ),
    (
        Misconception(
            "as-the-morning-so-the-rest",
            lambda given: {"expected": rest(given, 1)},
            "Chance made part of it, and chance does not last.",
        ),
        Misconception(
            "as-usual",
            lambda given: {"expected": given["usual_rest"]},
            "Mornings and rests go together. What does a busy morning say?",
        ),
        Misconception(
            "correlation-alone",
            lambda given: {"expected": rest(given, given["correlation"])},
            "Mornings vary more than the rest does. Both deviations belong in the slope.",
        ),
        Misconception(
            "slope-upside-down",
            lambda given: {
                "expected": rest(
                    given, given["correlation"] * given["morning_deviation"] / given["rest_deviation"]
                )
            },
            "The slope is the other way round: from the morning to the rest.",
        ),
    ),
    shows=("correlation", "morning_deviation", "rest_deviation", "morning_above", "usual_rest"),
)

# 7. A file of one's own


def usual(given, column=1):
    return [row[column] for row in given["file"] if not row[3]]


def mean_of(values):
    return sum(values) / len(values)


def deviation(values):
    mean = mean_of(values)
    return math.sqrt(sum([(value - mean) ** 2 for value in values]) / (len(values) - 1))


def everything(given):
    return [row[1] for row in given["file"]]


FILE = Task(
    "patience/own-file",
    2,
    "Use a file of counts, but first check what has to be checked before it is trusted.",
    OrderedDict((("mean", Number("calls", 1)), ("unsure_by", Number("calls", 1)))),
    lambda given: {
        "mean": mean_of(usual(given)),
        "unsure_by": deviation(usual(given)) / math.sqrt(len(usual(given))),
    },
    "What was counted, on which days, and is anything missing? Only then a mean, and with it how unsure it "
    "is. The days set aside are kept, with a note.",
    (
        "Which column counts callers, and which days are not usual Tuesdays?",
        "Set two days aside. Deviation of the others, divided by the root of how many there are.",
    ),
    (
        Misconception(
            "all-days",
            lambda given: {"mean": mean_of(everything(given))},
            "Read the notes: are all of them usual Tuesdays?",
        ),
        Misconception(
            "the-answered",
            lambda given: {"mean": mean_of(usual(given, 2))},
            "Answered calls do not show the busy days. How many came?",
        ),
        Misconception(
            "the-gap-is-a-quiet-hour",
            lambda given: {
                "mean": mean_of([row[1] for row in given["file"] if row[3] != "holiday"]),
            },
            "On one day a part was not counted. Was nobody calling then?",
        ),
        Misconception(
            "of-a-single-day",
            lambda given: {"unsure_by": deviation(usual(given))},
            "That is how much a single day differs. A mean of several lies closer.",
        ),
    ),
    shows=("file",),
)

# 8. Lines


def held(given, wait=None):
    return given["line_calls"] * (given["handle_seconds"] + (given["line_wait"] if wait is None else wait)) / 3600


def lines(given, load):
    return staffing.lines_needed(load, given["busy_tone"])


LINES = Task(
    "patience/lines",
    2,
    "Find the lines that a centre needs, and see who is missing in its reports.",
    OrderedDict((("lines", Number("lines", 0)), ("unseen", Number("calls an hour", 1)))),
    lambda given: {
        "lines": lines(given, held(given)),
        "unseen": given["line_calls"] * erlang_b(held(given), given["line_agents"]),
    },
    "With as many lines as agents nobody can wait, and the report looks splendid: it has no queue in it. "
    "The callers whom it leaves out heard a busy tone.",
    (
        "How long does a call hold a line, and how many lines are held on average?",
        "Handle time and wait. Then lines_needed; and erlang_b with as many lines as agents.",
    ),
    (
        Misconception(
            "as-many-as-agents",
            lambda given: {"lines": given["line_agents"]},
            "Then nobody could wait for an agent. A caller who waits holds a line as well.",
        ),
        Misconception(
            "lines-held-on-average",
            lambda given: {"lines": math.ceil(held(given))},
            "That many are held on average. Often more are.",
        ),
        Misconception(
            "a-share",
            lambda given: {"unseen": erlang_b(held(given), given["line_agents"])},
            "That is a share of the calls. How many calls an hour is it?",
        ),
        Misconception(
            "with-lines-enough",
            lambda given: {"unseen": given["line_calls"] * given["busy_tone"]},
            "That is how many there would be with the lines you found. There are as many lines as agents.",
        ),
    ),
    shows=("line_calls", "handle_seconds", "line_wait", "line_agents", "busy_tone"),
)

UNIT = Unit(
    "patience",
    "Patience, size and reports",
    80,
    data,
    (PATIENCE, LEVELS, PROMISE, ROOT, FRAGILE, NOON, FILE, LINES),
    (
        Quantity("offered", "Calls offered", "calls"),
        Quantity("answered", "Calls answered", "calls"),
        Quantity("wait_answered", "They waited, on average", "seconds"),
        Quantity("hung_up", "Callers who hung up", "calls"),
        Quantity("wait_hung_up", "They waited, on average", "seconds"),
        Quantity("in_time", "Answered within 20 seconds", "calls"),
        Quantity("hung_up_in_time", "Hung up within 20 seconds", "calls"),
        Quantity("sales_calls", "Calls an hour", "calls"),
        Quantity("handle_seconds", "Handle time of a call", "seconds"),
        Quantity("patience_seconds", "Patience, on average", "seconds"),
        Quantity("order_value", "What a lost call costs in orders, on average", "EUR"),
        Quantity("agent_hour", "An agent", "EUR an hour"),
        Quantity("load", "Load", "erlang"),
        Quantity("small_calls", "Calls an hour, small centre, as planned", "calls"),
        Quantity("large_calls", "Calls an hour, large centre, as planned", "calls"),
        Quantity("correlation", "Correlation of morning and rest", "", 2),
        Quantity("morning_deviation", "Mornings differ by, standard deviation", "%", 1),
        Quantity("rest_deviation", "Rests of the day differ by, standard deviation", "%", 1),
        Quantity("morning_above", "This morning was above the usual by", "%"),
        Quantity("usual_rest", "Calls from noon on, on a usual day", "calls"),
        Rows(
            "file",
            "Ten Tuesdays",
            (("day", "", 0), ("offered", "", 0), ("answered", "", 0), ("note", "", 0)),
        ),
        Quantity("line_calls", "Calls an hour", "calls"),
        Quantity("line_wait", "Callers wait for an agent, on average", "seconds"),
        Quantity("line_agents", "Agents", "agents"),
        Quantity("busy_tone", "Callers who may hear a busy tone, at most", "%"),
    ),
)
