"""Beyond one queue: campaigns, blending, generalists, calls that come again, diallers, chat, and simulations."""

import math
from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import staffing
from ..model.erlang import overflow
from ..model.numerics.randomness import streams
from ..model.staffing.chat import chat_concurrency
from .shared.answers import Function, Number, Share, Word, Words
from .shared.cards import LETTERS, Cards
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

BOOKS_SEED = 23
MOMENTS = 15
HELD_BACK = 2
MOST_LOSS = 0.01
PART = 0.75  # of what a merger would save
CHAT_SECONDS, CHAT_RATIO, CHAT_WITHIN = 600, 1.5, 60
MOST_WINDOWS = 6
BY_PROMISE, BY_KEPT = "a promise", "a promise kept"
FORMULA, HOPEFUL, GLOOMY = "formula", "too hopeful", "a little gloomy"
SIMULATE, NO_MODEL = "simulate", "no model"
ANSWERS = (FORMULA, HOPEFUL, GLOOMY, SIMULATE, NO_MODEL)
CASES = Cards(
    "cases",
    (
        ("A usual half hour, one kind of call: how many agents?", FORMULA),
        ("Two languages, planned as if everybody spoke both", "skills"),
        ("Redials, planned by the first calls, with too few agents", "redials"),
        ("Chats, planned with each window as an agent", GLOOMY),
        ("After a minute a call goes to three agents of a vendor; at ten half the team has a meeting", SIMULATE),
        ("How many will be away with influenza in February?", NO_MODEL),
    ),
)
# A test of a simulation: the formula's share, and the interval that was simulated; why it convinces or not.
TESTS = (
    ("Erlang A, forty days", 0.806, 0.797, 0.816, "convinces"),
    ("Erlang B, two hundred days", 0.215, 0.210, 0.219, "convinces"),
    ("Erlang C, three days", 0.744, 0.580, 0.880, "wide"),
    ("Erlang A, four hundred days", 0.912, 0.884, 0.893, "outside"),
    ("Erlang C, eighty days", 0.633, 0.624, 0.641, "convinces"),
    ("no formula: a vendor takes what waits, forty days", None, 0.842, 0.857, "nothing to compare"),
)


def data(seed=None):
    """Return a campaign, a floor, two lines, matters, a dialler, chats and tests, all invented."""
    turn = 0 if seed is None else seed
    return {
        "letters": 6_000 + 300 * (turn * 3 % 5),
        "ring_share": 0.12,
        "letter_days": 10,
        "on_first_day": 0.28,
        "promises": 1_650 + 30 * (turn % 5),
        "kept_share": 0.58 + 0.01 * (turn * 2 % 3),
        "per_promise": 4.00,
        "per_kept": 7.00,
        "free": moments(BOOKS_SEED if seed is None else 5000 + seed),
        "held_back": HELD_BACK,
        "groups": groups((12, 8, 14)[turn % 3]),
        "matters": 9_000 + 500 * (turn * 2 % 5),
        "settled": 0.60 + 0.02 * (turn % 3),
        "call_again": 0.50,
        "settled_then": 0.75,
        "chats": 72 + 6 * (turn % 4),
        "chat_seconds": CHAT_SECONDS,
        "cases": CASES.rows(turn),
        "tests": tests(turn),
    }


def moments(seed):
    """Return how many agents are free at some moments of a floor, at one of them fewer than are held back."""
    rows = drawn(seed)
    while min([count for _, count in rows]) >= HELD_BACK:
        seed += 5000
        rows = drawn(seed)
    return rows


def drawn(seed):
    """Return the moments of a draw: (moment, free)."""
    (of_calls,) = streams(seed, 1)
    rows = []
    for place in range(MOMENTS):
        rows.append((f"10:{4 * place:02d}", max(0, 14 - min(14, of_calls.poisson(10)))))
    return rows


def groups(load):
    """Return the ways to staff two lines of a load each: (specialists of each line, generalists, agents)."""
    most, pooled = staffing.lines_needed(load, MOST_LOSS), staffing.lines_needed(2 * load, MOST_LOSS)
    rows = [(most, 0, 2 * most)]
    for specialists in range(most - 1, most - 9, -1):
        over = overflow.overflow(load, specialists)
        loss = MOST_LOSS / over["share"]
        generalists = overflow.peaked_agents_needed(2 * over["load"], over["peakedness"], max_loss=loss)
        rows.append((specialists, generalists, 2 * specialists + generalists))
    return rows + [(0, pooled, pooled)]


def tests(turn):
    """Return the rows (letter, what, formula, from, to); "" where no formula holds."""
    rows = []
    for place, letter in zip(range(len(TESTS)), LETTERS):
        what, formula, low, high, _ = TESTS[(place + turn) % len(TESTS)]
        rows.append((letter, what, "none" if formula is None else formula, low, high))
    return rows


# 1. A campaign, and the calls that it causes


def ring(given):
    return given["letters"] * given["ring_share"]


CAMPAIGN = Task(
    "beyond/campaign",
    3,
    "Judge a programme of calls by what is kept, and smooth the calls that it causes.",
    OrderedDict(
        (
            ("worst_day", Number("calls", 0)),
            ("smoothed", Number("calls a day", 0)),
            ("dearer_by", Number("EUR", 0)),
            ("pay_for", Word((BY_PROMISE, BY_KEPT))),
        )
    ),
    lambda given: {
        "worst_day": ring(given) * given["on_first_day"],
        "smoothed": ring(given) / given["letter_days"],
        "dearer_by": dearer_by(given),
        "pay_for": BY_KEPT,
    },
    "A programme is written before the first call, and with it the peak that it causes: the post room can "
    "do more than any staffing. And a little more money for promises that are kept buys what the firm wants.",
    (
        "How many of those who get a letter ring, and on how many days? What would each tariff cost?",
        "Letters on ten days bring the same calls on ten days. The result depends on what others decide: "
        "count what is kept.",
    ),
    (
        Misconception(
            "all-on-one-day",
            lambda given: {"worst_day": ring(given)},
            "Not all of them ring on the first day.",
        ),
        Misconception(
            "the-first-days-share-stays",
            lambda given: {"smoothed": ring(given) / given["letter_days"] * given["on_first_day"]},
            "Day after day those who got earlier letters ring as well. How many ring in all, on how many "
            "days?",
        ),
        Misconception(
            "every-promise-at-the-higher-price",
            lambda given: {"dearer_by": given["promises"] * (given["per_kept"] - given["per_promise"])},
            "The higher price is paid for kept promises only.",
        ),
        Misconception(
            "the-cheaper-tariff",
            lambda given: {"pay_for": BY_PROMISE},
            "It is only a little cheaper. What does the vendor then work for?",
        ),
    ),
    shows=(
        "letters",
        "ring_share",
        "on_first_day",
        "letter_days",
        "promises",
        "kept_share",
        "per_promise",
        "per_kept",
    ),
)


def dearer_by(given):
    return given["promises"] * (given["kept_share"] * given["per_kept"] - given["per_promise"])


# 2. Blending


def free(given):
    return [count for _, count in given["free"]]


def usable(given):
    return sum([max(0, count - given["held_back"]) for count in free(given)]) / MOMENTS


BLENDING = Task(
    "beyond/blending",
    2,
    "Say how much idle time blending can use, once some agents are held back.",
    OrderedDict((("idle", Number("agents", 2)), ("usable", Number("agents", 2)))),
    lambda given: {"idle": sum(free(given)) / MOMENTS, "usable": usable(given)},
    "Idle time comes in pieces that nobody can foresee. The more agents are held back for the next caller, the "
    "less is left for outbound calls, and that is what a planner decides first.",
    (
        "How many are free on average? And how many beyond those who are held back, moment by moment?",
        "At a moment with fewer free agents than are held back, no call may start: that is 0, and not less.",
    ),
    (
        Misconception(
            "mean-less-those-held-back",
            lambda given: {"usable": sum(free(given)) / MOMENTS - given["held_back"]},
            "That lets busy moments take away from quiet ones. At each moment it is 0 or more.",
        ),
        Misconception(
            "share-of-moments",
            lambda given: {
                "usable": len([one for one in free(given) if one > given["held_back"]]) / MOMENTS,
            },
            "That is how often a call may start. How many agents may call at a time?",
        ),
        Misconception(
            "all-who-are-free",
            lambda given: {"usable": sum(free(given)) / MOMENTS},
            "Then nobody is free for the next caller. Some are held back.",
        ),
    ),
    shows=("free", "held_back"),
)

# 3. Some who can do both


def fewest(given, saves):
    """Return the row with the fewest generalists that saves a part of what a merger saves, by a rule."""
    apart, pooled = given["groups"][0], given["groups"][-1]
    wanted = PART * (apart[2] - pooled[2])
    return min([row for row in given["groups"] if saves(apart, row) >= wanted], key=lambda row: row[1])


def by_all(given):
    return fewest(given, lambda apart, row: apart[2] - row[2])


SKILLS = Task(
    "beyond/generalists",
    2,
    "Say how many agents who can do both save most of what a merger would save.",
    OrderedDict((("generalists", Number("agents", 0)), ("share", Share(3)))),
    lambda given: {"generalists": by_all(given)[1], "share": by_all(given)[1] / by_all(given)[2]},
    "A little flexibility in the right place does most of the work of full flexibility, if the router spares "
    "those who can do both.",
    (
        "What would a merger save in all? Go down the table until three quarters of that are saved.",
        "Compare the total number of agents with that of two separate groups, row by row.",
    ),
    (
        Misconception(
            "everybody",
            lambda given: {"generalists": given["groups"][-1][1]},
            "That is the merger, and saves everything. How few are enough for three quarters?",
        ),
        Misconception(
            "specialists-alone",
            lambda given: {"generalists": fewest(given, lambda apart, row: 2 * (apart[0] - row[0]))[1]},
            "That counts the specialists who are saved. The generalists have to be paid, too.",
        ),
        Misconception(
            "of-the-specialists",
            lambda given: {"share": by_all(given)[1] / (2 * by_all(given)[0])},
            "That compares them with the specialists. What is asked for is a share of all agents.",
        ),
    ),
    shows=("groups",),
)

# 4. Calls that come again


def calls_per_matter(settled, call_again):
    return 1 / (1 - (1 - settled) * call_again)


def per_matter(given, settled="settled"):
    return calls_per_matter(given[settled], given["call_again"])


AGAIN = Task(
    "beyond/again",
    2,
    "Work out the calls that come when those who were not helped call again.",
    OrderedDict((("per_matter", Number("calls a matter", 3)), ("fewer", Number("calls a month", 0)))),
    lambda given: {
        "per_matter": per_matter(given),
        "fewer": given["matters"] * (per_matter(given) - per_matter(given, "settled_then")),
    },
    "A centre that settles more gets fewer calls, and needs fewer people. A vendor paid by the minute has "
    "no reason to look for that.",
    (
        "What share of the calls is followed by another? And that one, in turn?",
        "A geometric series: one divided by one minus that share. Then matters times the difference.",
    ),
    (
        Misconception(
            "once-more",
            lambda given: {"per_matter": 1 + (1 - given["settled"]) * given["call_again"]},
            "A second call may be followed by a third.",
        ),
        Misconception(
            "all-call-again",
            lambda given: {"per_matter": 1 / given["settled"]},
            "Not all who were not helped call again.",
        ),
        Misconception(
            "points-of-resolution",
            lambda given: {"fewer": given["matters"] * (given["settled_then"] - given["settled"])},
            "That counts matters settled at once. How many calls are not made?",
        ),
    ),
    shows=("matters", "settled", "call_again", "settled_then"),
)

# 5. The pace of a dialler


def binomial(count, dialled, answers):
    """Return the probability that so many of the numbers answer."""
    ways = 1.0
    for place in range(count):
        ways = ways * (dialled - place) / (place + 1)
    return ways * answers**count * (1 - answers) ** (dialled - count)


def silent(agents, dialled, answers):
    """Return the share of people who answer and get nobody."""
    lost = sum([(count - agents) * binomial(count, dialled, answers) for count in range(agents + 1, dialled + 1)])
    return lost / (dialled * answers)


def by_the_mean(agents, dialled, answers):
    return max(0.0, dialled * answers - agents) / (dialled * answers)


def of_all_dialled(agents, dialled, answers):
    return silent(agents, dialled, answers) * answers


def how_often(agents, dialled, answers):
    return sum([binomial(count, dialled, answers) for count in range(agents + 1, dialled + 1)])


PACE = Task(
    "beyond/pace",
    3,
    "Work out what the pace of a dialler does to people who are called.",
    {"silent": Function([(1, 3, 0.3), (5, 15, 0.3), (20, 60, 0.3), (4, 8, 0.5), (2, 2, 0.3)], Share(3))},
    lambda given: {"silent": silent},
    "On average there are enough agents, and people pick up and hear silence all the same. Small teams "
    "disturb far more at the same pace: they should dial one number for each agent.",
    (
        "If more people answer than agents are free, how many get nobody? Weigh each case.",
        "Sum of the surplus times its binomial probability, divided by the mean number who answer.",
    ),
    (
        Misconception(
            "by-the-mean",
            lambda given: {"silent": by_the_mean},
            "On average few answer. Sometimes more do, and those are the ones that matter.",
        ),
        Misconception(
            "of-all-dialled",
            lambda given: {"silent": of_all_dialled},
            "That is a share of the numbers dialled. What is asked for is one of those who answer.",
        ),
        Misconception(
            "how-often-somebody",
            lambda given: {"silent": how_often},
            "That is how often somebody gets nobody. How many people is it?",
        ),
    ),
)

# 6. Chat in windows


def chat_agents(given, windows, lasts_longer=True):
    """Return the agents for chats with so many windows each."""
    factor = windows / chat_concurrency(windows, CHAT_RATIO) if lasts_longer else 1
    needed = staffing.agents_needed(given["chats"], CHAT_SECONDS * factor, 0.80, CHAT_WITHIN)
    return math.ceil(needed / windows)


def last_useful(given):
    """Return the number of windows from which on one more saves nobody."""
    return min(
        [
            windows
            for windows in range(1, MOST_WINDOWS)
            if chat_agents(given, windows + 1) >= chat_agents(given, windows)
        ]
    )


CHAT = Task(
    "beyond/chat",
    3,
    "Plan chat in windows, and say when one more window saves nobody.",
    OrderedDict((("agents", Number("agents", 0)), ("windows", Number("windows", 0)))),
    lambda given: {"agents": chat_agents(given, 2), "windows": last_useful(given)},
    "The second window saves most, and soon one more saves nobody: an agent's own writing is the limit, and "
    "customers wait longer for each answer.",
    (
        "How long does a chat last with two windows open? How many windows does that take, and how many agents?",
        "Chat time, times windows, divided by chat_concurrency. Then agents_needed with windows as agents.",
    ),
    (
        Misconception(
            "half-as-many",
            lambda given: {"agents": chat_agents(given, 2, lasts_longer=False)},
            "A chat lasts longer where its agent has another one open.",
        ),
        Misconception(
            "windows-are-agents",
            lambda given: {"agents": windows_needed(given, 2)},
            "Those are windows. How many has an agent?",
        ),
        Misconception(
            "one-window",
            lambda given: {"agents": chat_agents(given, 1)},
            "That is with one window each.",
        ),
        Misconception(
            "one-too-many",
            lambda given: {"windows": last_useful(given) + 1},
            "Did that last window save anybody?",
        ),
    ),
    shows=("chats", "chat_seconds"),
)


def windows_needed(given, windows):
    seconds = CHAT_SECONDS * windows / chat_concurrency(windows, CHAT_RATIO)
    return staffing.agents_needed(given["chats"], seconds, 0.80, CHAT_WITHIN)


# 7. Which way is the formula wrong?


def answered(exchanged):
    kinds = {"skills": HOPEFUL, "redials": HOPEFUL}
    kinds.update(exchanged)
    return lambda given: {"verdicts": CASES.sorted(given, **kinds)}


DIRECTION = Task(
    "beyond/direction",
    2,
    "Say where a formula ends, and in which direction it is wrong if it is used all the same.",
    {"verdicts": CASES.all_sorted(ANSWERS)},
    answered({}),
    "A formula that is wrong in a known direction is still a bound. Take the simplest tool that knows what the "
    "question turns on, and ask records where none does.",
    (
        "Which assumption of Erlang's formulas breaks in each? Are fewer agents planned than are needed, or more?",
        "Two are too hopeful, and one formula is right. One question is not about calls at all.",
    ),
    (
        Misconception(
            "one-language-is-enough",
            answered({"skills": GLOOMY}),
            "Whoever speaks one language cannot take the other's calls. Is the plan too large, or too small?",
        ),
        Misconception(
            "first-calls-are-all",
            answered({"redials": FORMULA}),
            "Those who gave up call again, within the hour.",
        ),
        Misconception(
            "windows-are-slow",
            answered({GLOOMY: HOPEFUL}),
            "In quiet moments an agent has fewer chats open than planned. Are they shorter then, or longer?",
        ),
        Misconception(
            "erlang-knows-meetings",
            answered({SIMULATE: FORMULA}),
            "A rule of passing on, and a team that changes at ten: which formula knows both?",
        ),
        Misconception(
            "influenza-can-be-simulated",
            answered({NO_MODEL: SIMULATE}),
            "How would the simulation know?",
        ),
    ),
    shows=("cases",),
)

# 8. Right before it is useful


def by_verdict(given, *verdicts):
    wanted = [what for what, _, _, _, verdict in TESTS if verdict in verdicts]
    return [row[0] for row in given["tests"] if row[1] in wanted]


CHECKED = Task(
    "beyond/tests",
    2,
    "Check a simulation against formulas, and say which tests prove something.",
    {"convince": Words(LETTERS[: len(TESTS)])},
    lambda given: {"convince": by_verdict(given, "convinces")},
    "The formula has to lie in the interval, and the interval has to be narrow: a wide one proves nothing. What "
    "no formula covers can be believed only after these.",
    (
        "For each test: does the formula's share lie between both ends? And how far apart are the ends?",
        "One is too wide to fail, one fails, and one has nothing to be compared with.",
    ),
    (
        Misconception(
            "wide-is-safe",
            lambda given: {"convince": by_verdict(given, "convinces", "wide")},
            "Into one of the intervals nearly any number would fall.",
        ),
        Misconception(
            "nearly-inside",
            lambda given: {"convince": by_verdict(given, "convinces", "outside")},
            "Many days make an interval narrow. One formula lies outside it: something is wrong.",
        ),
        Misconception(
            "narrow-is-right",
            lambda given: {"convince": by_verdict(given, "convinces", "nothing to compare")},
            "One has a narrow interval and nothing beside it. What does it say about the program?",
        ),
    ),
    shows=("tests",),
)

UNIT = Unit(
    "beyond",
    "Beyond one queue",
    90,
    data,
    (CAMPAIGN, BLENDING, SKILLS, AGAIN, PACE, CHAT, DIRECTION, CHECKED),
    (
        Quantity("letters", "Letters sent on one Monday", "letters"),
        Quantity("ring_share", "of those who get one, this share rings", "%"),
        Quantity("on_first_day", "of these, on the first day", "%"),
        Quantity("letter_days", "If they were sent evenly instead, on", "days"),
        Quantity("promises", "Promises to pay that the vendor brought", "promises"),
        Quantity("kept_share", "of which kept", "%"),
        Quantity("per_promise", "First tariff, for each promise", "EUR", 2),
        Quantity("per_kept", "Second tariff, for each promise kept", "EUR", 2),
        Rows("free", "Agents who are free", (("at", "", 0), ("free", "", 0))),
        Quantity("held_back", "An outbound call may start while more are free than", "agents"),
        Rows(
            "groups",
            "Two lines, and who can take which calls",
            (("specialists of each line", "", 0), ("generalists", "", 0), ("agents in all", "", 0)),
        ),
        Quantity("matters", "Matters a month", "matters"),
        Quantity("settled", "Settled in a call", "%"),
        Quantity("call_again", "Of the others, this share calls again", "%"),
        Quantity("settled_then", "Settled in a call, after a training", "%"),
        Quantity("chats", "Chats an hour", "chats"),
        Quantity("chat_seconds", "A chat, if it has an agent's whole attention", "seconds"),
        Rows("cases", "Six questions", (("case", "", 0), ("what", "", 0))),
        Rows(
            "tests",
            "Six tests of a simulation",
            (("test", "", 0), ("what", "", 0), ("formula", "%", 1), ("simulated from", "%", 1), ("to", "%", 1)),
        ),
    ),
)
