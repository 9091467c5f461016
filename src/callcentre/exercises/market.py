"""Vendors before the contract: reasons and gains, figures to judge, what is exposed, and what to keep."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from .shared.answers import Function, Number, Word
from .shared.cards import Cards
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

REASON, GAIN = "reason", "gain"
ARGUMENTS = Cards(
    "arguments",
    (
        ("Our telephone system is three generations old, and nobody here can run a new one.", "technology"),
        ("Its groups are larger, so that the same promise takes fewer agents.", "pooling"),
        ("The line opens before rooms and people of our own could be ready.", "time"),
        ("At night it answers for nine firms; we would pay two people for four calls.", "night"),
        ("Its other clients' peaks fall in other weeks than ours.", "peaks"),
    ),
)
SORTED = {"technology": REASON, "time": REASON, "pooling": GAIN, "night": GAIN, "peaks": GAIN}
QUOTABLE = ("official", "association", "survey")
BENCHMARKS = Cards(
    "benchmarks",
    (
        ("An agent's hour costs 24 EUR. A vendor's web page, without a date.", "undated"),
        ("An agent earns 14.90 EUR an hour, gross. Statistical office, Norland, 2025.", "official"),
        ("Outsourcing saves 30 %. A vendor's brochure, Norland, 2026.", "no baseline"),
        ("The sector earned 2.6 billion EUR. Its association, audited, Norland, 2024.", "association"),
        ("41 % of agents leave in a year. A university's survey of 212 centres, Norland, 2023.", "survey"),
        ("Wages there are a third of ours. A colleague who has been there.", "hearsay"),
    ),
)
FIELDS, LATE, TEAM = "show fewer fields", "brief late", "dedicated team"
PAUSE, CHAIN, VISITS = "pause recordings", "authorise subcontractors", "visits and logs"
PROTECTIONS = (FIELDS, LATE, TEAM, PAUSE, CHAIN, VISITS)
EXPOSED = Cards(
    "exposed",
    (
        ("Addresses and bills of customers who only ask for opening hours", FIELDS),
        ("The offer that starts on Monday", LATE),
        ("What agents know of us, with our rival as a client one floor below", TEAM),
        ("Card numbers that callers read out", PAUSE),
        ("Calls that another firm takes for the vendor at its peaks", CHAIN),
    ),
)
FIRM, AGENCY = "firm", "agency"
BROUGHT = Cards(
    "brought",
    (
        ("the rooms", "rooms"),
        ("choosing and training the agents", "training"),
        ("paying the agents", "pay"),
        ("the goals of the month", "goals"),
        ("instructions on the floor, hour by hour", "instructions"),
        ("two more people by Thursday", "more people"),
    ),
)
BRINGS = {
    "rooms": FIRM,
    "training": AGENCY,
    "pay": AGENCY,
    "goals": FIRM,
    "instructions": AGENCY,
    "more people": AGENCY,
}
SAYINGS = ("direction", "exact points", "cause")


def data(seed=None):
    """Return arguments, weeks, figures and activities of invented firms in an invented country."""
    turn = 0 if seed is None else seed
    return {
        "arguments": ARGUMENTS.rows(turn),
        "premises_weeks": 10 + turn % 3,
        "equipment_weeks": 5 + turn * 2 % 3,
        "hiring_weeks": 10 + turn * 3 % 4,
        "training_weeks": 10 + turn % 4,
        "vendor_weeks": 6 + turn * 2 % 5,
        "benchmarks": BENCHMARKS.rows(turn),
        "revenue_before": 1_800 + 20 * (turn * 3 % 5),
        "at_home_before": 0.62,
        "revenue_now": 2_600 + 30 * (turn * 2 % 5),
        "at_home_now": 0.47,
        "exposed": EXPOSED.rows(turn * 2),
        "brought": BROUGHT.rows(turn),
    }


# 1. Reasons and gains


def sorted_but(**taken_for):
    return lambda given: {"sorted_as": ARGUMENTS.sorted(given, **dict(SORTED, **taken_for))}


REASONS = Task(
    "market/reasons",
    1,
    "Tell a reason for outsourcing from a gain.",
    {"sorted_as": ARGUMENTS.all_sorted((REASON, GAIN))},
    sorted_but(),
    "A reason says what the firm cannot do, or not in time; it holds before any price is compared, and it can "
    "end. A gain has to be paid for, and compared.",
    (
        "Ask of each: does it say what the firm cannot do, or what a vendor can do with less?",
        "Two of the five are reasons.",
    ),
    (
        Misconception(
            "technology-is-a-gain",
            sorted_but(technology=GAIN),
            "Could the firm do it itself, if it paid for it today?",
        ),
        Misconception(
            "time-is-a-gain",
            sorted_but(time=GAIN),
            "No money brings rooms and trained people by that day. What is that, then?",
        ),
        Misconception(
            "night-is-a-reason",
            sorted_but(night=REASON),
            "The firm could staff the night. It would be dear, and so it is compared.",
        ),
        Misconception(
            "size-is-a-reason",
            sorted_but(pooling=REASON, peaks=REASON),
            "Size and other clients' weeks make the work cheaper. Could the firm not do it at all?",
        ),
    ),
    shows=("arguments",),
)

# 2. When a reason ends


def weeks_until_ready(given):
    rooms = given["premises_weeks"] + given["equipment_weeks"]
    return max(rooms, given["hiring_weeks"] + given["training_weeks"])


def all_weeks(given):
    return [given[name + "_weeks"] for name in ("premises", "equipment", "hiring", "training")]


EXPIRES = Task(
    "market/expires",
    1,
    "Say when one reason, that setting up takes time, comes to an end.",
    OrderedDict((("ready", Number("weeks", 0)), ("ahead", Number("weeks", 0)))),
    lambda given: {
        "ready": weeks_until_ready(given),
        "ahead": weeks_until_ready(given) - given["vendor_weeks"],
    },
    "On that day the reason is used up, and the contract runs for years. Write the day into the decision, and "
    "look at it again when the contract is renewed.",
    (
        "What has to come after what, and what can go on at the same time?",
        "Rooms before equipment, hiring before training; the two pairs side by side.",
    ),
    (
        Misconception(
            "one-after-another",
            lambda given: {"ready": sum(all_weeks(given))},
            "Does anybody have to wait for rooms before the first interview?",
        ),
        Misconception(
            "the-longest-alone",
            lambda given: {"ready": max(all_weeks(given))},
            "That is the longest single step. Another one has to follow it.",
        ),
        Misconception(
            "rooms-alone",
            lambda given: {"ready": given["premises_weeks"] + given["equipment_weeks"]},
            "Then rooms and equipment are there. Who sits in them?",
        ),
        Misconception(
            "vendor-begins-at-once",
            lambda given: {"ahead": weeks_until_ready(given)},
            "The vendor needs some weeks too.",
        ),
    ),
    shows=("premises_weeks", "equipment_weeks", "hiring_weeks", "training_weeks", "vendor_weeks"),
)

# 3. Figures of a market


def quoted(left_out=(), besides=()):
    kinds = [kind for kind in QUOTABLE if kind not in left_out] + list(besides)
    return lambda given: {"quotable": BENCHMARKS.of(given, *kinds)}


BENCHMARK = Task(
    "market/benchmark",
    1,
    "Judge a benchmark by its place, its date and its source.",
    {"quotable": BENCHMARKS.some()},
    quoted(),
    "What was counted, where, when, and by whom: a figure that answers all four can be argued with. A figure "
    "that does not is a rumour with a decimal.",
    (
        "For each figure: what was counted, where, when, by whom? One gap is enough to put it aside.",
        "A saving needs to say of what. And a weak source that is named may be quoted as what it is.",
    ),
    (
        Misconception(
            "the-newest",
            quoted(besides=("no baseline",)),
            "It has a place and the newest date. It saves thirty per cent of what?",
        ),
        Misconception(
            "prices-on-the-web",
            quoted(besides=("undated",)),
            "A price without a date or a place: of which year, for which country?",
        ),
        Misconception(
            "somebody-who-knows",
            quoted(besides=("hearsay",)),
            "Whom could a reader ask, and about which wages?",
        ),
        Misconception(
            "associations-count-for-nothing",
            quoted(left_out=("association",)),
            "It has an interest, and says who counted, what, where and when. Quoted with its name it may stand.",
        ),
    ),
    shows=("benchmarks",),
)

# 4. What a figure shows


def earned(given, when, share_of=None):
    return given["revenue_" + when] * given["at_home_" + (share_of or when)]


SHOWS = Task(
    "market/shows",
    2,
    "Read two figures of a market, and say what they do not show.",
    OrderedDict((("change", Number("millions of EUR", 0)), ("may_say", Word(SAYINGS)))),
    lambda given: {"change": earned(given, "now") - earned(given, "before"), "may_say": "direction"},
    "A share can fall while what it is a share of grows by more. And where different firms were counted "
    "each time, a direction may be read from two figures, and no more than that.",
    (
        "How many millions were earned at home in each year?",
        "Share times revenue, in each year. And were the same firms counted twice?",
    ),
    (
        Misconception(
            "of-the-share-alone",
            lambda given: {"change": given["revenue_now"] * (given["at_home_now"] - given["at_home_before"])},
            "That takes today's revenue for both years. What was it then?",
        ),
        Misconception(
            "all-revenue",
            lambda given: {"change": given["revenue_now"] - given["revenue_before"]},
            "That is all revenue, wherever it was earned.",
        ),
        Misconception(
            "to-the-point",
            lambda given: {"may_say": "exact points"},
            "The two panels are not the same firms. How exact can a difference be?",
        ),
        Misconception(
            "it-says-why",
            lambda given: {"may_say": "cause"},
            "Wages, hours, languages, hiring: which of them do the figures mention?",
        ),
    ),
    shows=("revenue_before", "at_home_before", "revenue_now", "at_home_now"),
)

# 5. What is exposed


def protected_but(exchanged):
    return lambda given: {"protected_by": EXPOSED.sorted(given, **exchanged)}


PROTECT = Task(
    "market/exposed",
    1,
    "Name a protection for each thing that a firm exposes when others answer its calls.",
    {"protected_by": EXPOSED.all_sorted(PROTECTIONS)},
    protected_but({}),
    "Each of them costs something: seconds a call, preparation, pooling, slower changes. The sixth, visits and "
    "logs, protects nothing by itself, and shows whether the other five are kept.",
    (
        "For each, who could pass it on, and what would that person have to see or know?",
        "One of the six is left over: it proves, and does not protect.",
    ),
    (
        Misconception(
            "fields-and-recordings",
            protected_but({FIELDS: PAUSE, PAUSE: FIELDS}),
            "One stands on a screen, the other is spoken aloud. What does each protection reach?",
        ),
        Misconception(
            "rival-and-subcontractor",
            protected_but({TEAM: CHAIN, CHAIN: TEAM}),
            "Who is the danger in each case: another client of the vendor, or another firm behind it?",
        ),
        Misconception(
            "secrets-on-the-screen",
            protected_but({LATE: FIELDS}),
            "Agents have to know that offer in order to sell it. From which day on?",
        ),
        Misconception(
            "visits-protect",
            protected_but({CHAIN: VISITS}),
            "A visit finds out afterwards. What has to be agreed before another firm takes a call?",
        ),
    ),
    shows=("exposed",),
)

# 6. The classic mix


def brought_but(**taken_for):
    return lambda given: {"brought_by": BROUGHT.sorted(given, **dict(BRINGS, **taken_for))}


def with_more_people(given):
    kinds = dict(BRINGS)
    kinds["more people"] = FIRM
    return {"brought_by": BROUGHT.sorted(given, **kinds)}


CLASSIC = Task(
    "market/classic",
    1,
    "Describe the mixed solution in its classic form, and say what each side brings.",
    {"brought_by": BROUGHT.all_sorted((FIRM, AGENCY))},
    brought_but(),
    "A cell in the firm's rooms with an agency's people: goals go from the firm to the agency's supervisor, and "
    "instructions from there to the agents. Where both give orders, nobody does.",
    (
        "Whose house is it, whose people are they, and who speaks to whom?",
        "The firm brings two of the six.",
    ),
    (
        Misconception(
            "whose-house-gives-orders",
            brought_but(instructions=FIRM),
            "The agents are the agency's. Through whom does the firm reach them?",
        ),
        Misconception(
            "agency-houses",
            brought_but(rooms=AGENCY),
            "Then it would be outsourced. What makes the classic form a cell of the firm?",
        ),
        Misconception(
            "agency-sets-goals",
            brought_but(goals=AGENCY),
            "Whose customers are they? The one who knows what calls should achieve says so.",
        ),
        Misconception(
            "firm-finds-people",
            with_more_people,
            "One of the two has other floors with people to send. Which?",
        ),
    ),
    shows=("brought",),
)

# 7. What to keep

KEEP, HOURS, OUT = "keep", "by hours", "vendor"


def decide(control, customer_lost):
    """Return what to do with an activity, by its need of control and by what is lost if it goes badly."""
    if control == "high" or customer_lost:
        return KEEP
    return HOURS if control == "medium" else OUT


def by_control_alone(control, customer_lost):
    return {"high": KEEP, "medium": HOURS, "low": OUT}[control]


def by_loss_alone(control, customer_lost):
    return KEEP if customer_lost else OUT


def only_if_both(control, customer_lost):
    if control == "high" and customer_lost:
        return KEEP
    return OUT if control == "low" else HOURS


ACTIVITIES = [
    ("high", True),
    ("high", False),
    ("medium", True),
    ("medium", False),
    ("low", True),
    ("low", False),
]

KEEP_TASK = Task(
    "market/keep",
    2,
    "Decide activity by activity what to keep.",
    {"decide": Function(ACTIVITIES, Word((KEEP, HOURS, OUT)))},
    lambda given: {"decide": decide},
    "A rule that is written down can be argued about line by line, and gives two similar activities the same "
    "answer. Its marks remain a judgement.",
    (
        "Two questions, and one of them can be enough to keep an activity.",
        "Try a call that needs little control, and loses a customer if it goes badly.",
    ),
    (
        Misconception(
            "control-alone",
            lambda given: {"decide": by_control_alone},
            "Debt collection can be scripted, and a rough tone costs a customer. What does your rule say?",
        ),
        Misconception(
            "loss-alone",
            lambda given: {"decide": by_loss_alone},
            "A help desk needs control even where nobody leaves over it. And what of medium control?",
        ),
        Misconception(
            "both-needed",
            lambda given: {"decide": only_if_both},
            "One of the two is enough to keep an activity.",
        ),
    ),
)

UNIT = Unit(
    "market",
    "Vendors, before the contract",
    50,
    data,
    (REASONS, EXPIRES, BENCHMARK, SHOWS, PROTECT, CLASSIC, KEEP_TASK),
    (
        Rows("arguments", "Five arguments of a paper", (("argument", "", 0), ("it says", "", 0))),
        Quantity("premises_weeks", "Until there are rooms", "weeks"),
        Quantity("equipment_weeks", "Until equipment stands in them, after that", "weeks"),
        Quantity("hiring_weeks", "Until agents are hired", "weeks"),
        Quantity("training_weeks", "Until they are trained, after that", "weeks"),
        Quantity("vendor_weeks", "Until a vendor could answer", "weeks"),
        Rows("benchmarks", "Six figures", (("figure", "", 0), ("what is said, and by whom", "", 0))),
        Quantity("revenue_before", "Revenue of the sector in 2016, first panel", "millions of EUR"),
        Quantity("at_home_before", "of which earned at home", "%"),
        Quantity("revenue_now", "Revenue of the sector in 2024, second panel", "millions of EUR"),
        Quantity("at_home_now", "of which earned at home", "%"),
        Rows("exposed", "Five things that others come to see", (("thing", "", 0), ("what", "", 0))),
        Rows("brought", "Six things that a cell needs", (("thing", "", 0), ("what", "", 0))),
    ),
)
