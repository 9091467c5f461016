"""The mix, in theory and in numbers: staff for an unsure load, a threshold, hours or overflow, who may leak."""

from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import staffing
from ..model.erlang import erlang_b
from .shared.answers import Function, Number, Share, Word
from .shared.cards import Cards
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

CHANCES = (0.30, 0.40, 0.20, 0.10)
HOURS = (8, 20, 60, 110, 124, 104, 92, 80, 60, 40, 16, 8)
OPENS = 8
EDGES = (0, 1, 10, 11)  # places of the hours that go out
SERVICE_LEVEL, ANSWER_WITHIN_SECONDS = 0.80, 20
THRESHOLD, SEVERAL, CLASSES, ALL = "threshold rule", "several clients", "two classes", "all three"
RESULTS = (THRESHOLD, SEVERAL, CLASSES, ALL)
LEFT_OUT = Cards(
    "left_out",
    (
        ("That the vendor's own queue is long, and it has no room", THRESHOLD),
        ("A storm in which all clients' callers ring at once", SEVERAL),
        ("What a caller thinks of waiting longer than another", CLASSES),
        ("That a call which is sent out is settled less often, and comes again", ALL),
        ("Small centres, of which little flows over", SEVERAL + " too"),
    ),
)


def data(seed=None):
    """Return weeks of an unsure load, clients' overflow, a day by the hour, what was left out, two sides' leaks."""
    turn = 0 if seed is None else seed
    loads = [load + 10 * (turn % 3) for load in (50, 70, 90, 110)]
    own_leak = 0.04 + 0.01 * (turn * 3 % 4)
    calls = [round(count * (1 + 0.05 * (turn * 2 % 3))) for count in HOURS]
    given = {
        "weeks": list(zip(loads, CHANCES)),
        "own_hour": 20 + turn % 3,
        "vendor_hour": 80 + 2 * (turn * 3 % 4),
        "mean_overflow": 3.2 + 0.2 * (turn % 5),
        "deviation": 2.9 + 0.1 * (turn * 2 % 5),
        "clients": 9 if turn % 2 == 0 else 16,
        "handle_seconds": 240,
        "cell": 7,
        "left_out": LEFT_OUT.rows(turn),
        "own_leak": own_leak,
        "vendor_leak": own_leak + 0.02 + 0.01 * (turn * 2 % 3),
        "vendor_share": 0.30,
    }
    agents = [needed(count, given["handle_seconds"]) for count in calls]
    given["day"] = [
        (f"{OPENS + place}:00", count, agents[place]) for place, count in enumerate(calls)
    ]
    return given


def needed(calls_per_hour, handle_seconds):
    return staffing.agents_needed(calls_per_hour, handle_seconds, SERVICE_LEVEL, ANSWER_WITHIN_SECONDS)


# 1. Staff before you know


def mean_cost(given, agents):
    out = sum([chance * max(0, load - agents) for load, chance in given["weeks"]])
    return given["own_hour"] * agents + given["vendor_hour"] * out


def best(given):
    return min([load for load, _ in given["weeks"]], key=lambda agents: mean_cost(given, agents))


def mean_load(given):
    return sum([load * chance for load, chance in given["weeks"]])


STAFF = Task(
    "mix/staff",
    2,
    "Say how many agents of its own a firm needs when the load is uncertain and a vendor can take the rest.",
    OrderedDict((("agents", Number("agents", 0)), ("cost", Number("EUR an hour", 0)))),
    lambda given: {"agents": best(given), "cost": mean_cost(given, best(given))},
    "The last agent is worth having as long as the vendor's price, times the probability that this agent is "
    "needed, is more than the agent costs. The mean of the load says nothing about that.",
    (
        "What does one more agent cost, and how often is that agent needed?",
        "Go up as long as the probability of a larger load is above own price by vendor's price.",
    ),
    (
        Misconception(
            "the-mean-load",
            lambda given: {"agents": round(mean_load(given))},
            "That would do if an hour too many cost as much as an hour too few. What does each cost?",
        ),
        Misconception(
            "the-usual-load",
            lambda given: {"agents": given["weeks"][1][0]},
            "It is the most frequent load. How often is more needed, and what does that cost?",
        ),
        Misconception(
            "for-the-worst-week",
            lambda given: {"agents": given["weeks"][-1][0]},
            "The last of these agents is needed in one week of ten. Is that worth what the agent costs?",
        ),
        Misconception(
            "own-agents-alone",
            lambda given: {"cost": given["own_hour"] * best(given)},
            "In some weeks hours go out to the vendor. Add what they cost on average.",
        ),
    ),
    shows=("weeks", "own_hour", "vendor_hour"),
)

# 2. Past a threshold


def sent_out(events, threshold):
    """Return how many calls go out: those that find as many in the system as the threshold."""
    inside, out = 0, 0
    for event in events:
        if event == "ends":
            inside -= 1
        elif inside >= threshold:
            out += 1
        else:
            inside += 1
    return out


def one_too_late(events, threshold):
    return sent_out(events, threshold + 1)


def never_leaves(events, threshold):
    return sent_out([event for event in events if event == "comes"], threshold)


def counted_inside(events, threshold):
    """Return what somebody finds who lets calls that are sent out stay in the system."""
    inside, out = 0, 0
    for event in events:
        if event == "ends":
            inside -= 1
        else:
            out += inside >= threshold
            inside += 1
    return out


COMES, ENDS = "comes", "ends"
LOG = [COMES, COMES, COMES, COMES, ENDS, COMES, COMES, ENDS, ENDS, COMES, COMES, COMES, ENDS, COMES, COMES]

THRESHOLD_TASK = Task(
    "mix/threshold",
    3,
    "Write the rule that sends calls out past a threshold.",
    {
        "sent_out": Function(
            [(LOG, 3), (LOG, 2), (LOG, 5), ([COMES] * 6, 4), ([COMES, ENDS] * 5, 1), ([], 2)], Number("calls", 0)
        )
    },
    lambda given: {"sent_out": sent_out},
    "The rule reads the queue and no forecast: an hour with a surprise is recognised as it happens. "
    "Staffing is decided weeks ahead, the threshold by whoever runs the telephones.",
    (
        "Keep one number: how many are in the system. What changes it, and what does not?",
        "A call that is sent out never enters. With three inside and a threshold of three, the next goes out.",
    ),
    (
        Misconception(
            "one-too-late",
            lambda given: {"sent_out": one_too_late},
            "A call that finds as many as the threshold already goes out.",
        ),
        Misconception(
            "nobody-leaves",
            lambda given: {"sent_out": never_leaves},
            "Calls end, too: then there is room again.",
        ),
        Misconception(
            "still-counted",
            lambda given: {"sent_out": counted_inside},
            "A call that went out is not in the system any more.",
        ),
    ),
)

# 3. Several clients' overflow


def spread(given):
    return given["deviation"] / given["mean_overflow"]


CLIENTS = Task(
    "mix/clients",
    2,
    "Say what a vendor gains by taking several clients' overflow, and when it gains nothing.",
    OrderedDict((("together", Share(3)), ("in_a_storm", Share(3)))),
    lambda given: {"together": spread(given) / given["clients"] ** 0.5, "in_a_storm": spread(given)},
    "Independent bursts even out by the root of their number, and that lets a vendor ask less of each. In a storm "
    "they come together, and all of the gain is gone on the one day for which it was bought.",
    (
        "How do means and variances of independent clients add? And deviations that rise together?",
        "Mean: that many times as large. Deviation: by the root of it if independent, by all of it in a "
        "storm.",
    ),
    (
        Misconception(
            "by-the-number",
            lambda given: {"together": spread(given) / given["clients"]},
            "The deviation grows too, though more slowly than the mean.",
        ),
        Misconception(
            "no-gain",
            lambda given: {"together": spread(given)},
            "That would be so if all bursts came at once.",
        ),
        Misconception(
            "burstier-together",
            lambda given: {"together": spread(given) * given["clients"] ** 0.5},
            "The deviation grows by that factor. And the mean?",
        ),
        Misconception(
            "a-storm-evens-out",
            lambda given: {"in_a_storm": spread(given) / given["clients"] ** 0.5},
            "That holds for independent clients. In a storm they all rise together.",
        ),
    ),
    shows=("mean_overflow", "deviation", "clients"),
)

# 4. What models leave out


def left_out(exchanged):
    kinds = {SEVERAL + " too": SEVERAL}
    kinds.update(exchanged)
    return lambda given: {"leaves_out": LEFT_OUT.sorted(given, **kinds)}


LEAVES_OUT = Task(
    "mix/leaves-out",
    1,
    "Say what three results of research leave out.",
    {"leaves_out": LEFT_OUT.all_sorted(RESULTS)},
    left_out({}),
    "What a model leaves out can often be put into one of its prices. That is how a theory is used: to see "
    "which numbers matter, and in which direction each of them pushes.",
    (
        "Which of the results has a vendor that always has room, which is about large systems, which about "
        "promises to two kinds of callers?",
        "One of the five is missing in every result; two belong to the same one.",
    ),
    (
        Misconception(
            "room-is-a-matter-of-clients",
            left_out({THRESHOLD: SEVERAL}),
            "Which result sends each call out at once, and never asks whether anybody is free there?",
        ),
        Misconception(
            "same-call-there-as-here",
            left_out({ALL: THRESHOLD}),
            "The others treat a call at the vendor as the same call, too.",
        ),
        Misconception(
            "small-centres-in-all",
            left_out({SEVERAL + " too": ALL}),
            "Which proof needs large systems, of which a fair share flows over?",
        ),
    ),
    shows=("left_out",),
)

# 5. Hours, or overflow


def agent_minutes(given):
    return [60 * agents for _, _, agents in given["day"]]


def minutes_by_hours(given):
    calls = sum([given["day"][place][1] for place in EDGES])
    return sum([agent_minutes(given)[place] for place in EDGES]) / calls


def flows_over(given, calls):
    return calls * erlang_b(calls * given["handle_seconds"] / 3600, given["cell"])


def beyond_capacity(given, calls):
    return max(0.0, calls - given["cell"] * 3600 / given["handle_seconds"])


def minutes_by_overflow(given, share=flows_over):
    out = sum([share(given, calls) for _, calls, _ in given["day"]])
    return 60 * sum([max(0, agents - given["cell"]) for _, _, agents in given["day"]]) / out


HOURS_OR_OVERFLOW = Task(
    "mix/hours-or-overflow",
    3,
    "Compare giving away hours with giving away what overflows.",
    OrderedDict((("by_hours", Number("minutes a call", 1)), ("by_overflow", Number("minutes a call", 1)))),
    lambda given: {"by_hours": minutes_by_hours(given), "by_overflow": minutes_by_overflow(given)},
    "A call at the edge of the day takes many paid minutes with it, since somebody sat there for it. A call "
    "that overflows takes few. Whoever wants to be rid of dear calls divides by the clock.",
    (
        "For each way, how many minutes of own agents are saved, and how many calls go out?",
        "By overflow: calls of each hour times Erlang B of their load and the cell; agents beyond the cell are "
        "saved.",
    ),
    (
        Misconception(
            "minutes-of-talk",
            lambda given: {"by_hours": given["handle_seconds"] / 60},
            "That is how long a call is. How long did somebody sit there for each of them?",
        ),
        Misconception(
            "exchanged",
            lambda given: {"by_hours": minutes_by_overflow(given), "by_overflow": minutes_by_hours(given)},
            "The two are the wrong way round: which calls come when few come?",
        ),
        Misconception(
            "no-chance",
            lambda given: {"by_overflow": minutes_by_overflow(given, beyond_capacity)},
            "Calls flow over in every hour, whenever the whole cell happens to be busy, not above its capacity only.",
        ),
        Misconception(
            "in-hours",
            lambda given: {"by_hours": minutes_by_hours(given) / 60},
            "Those are hours for each call. What is asked for is minutes.",
        ),
    ),
    shows=("day", "handle_seconds", "cell"),
)

# 6. A map

OWN, VENDOR, MIX, OPEN = "own", "vendor", "mix", "open"


def cheapest(volume, price):
    costs = {
        OWN: 30_000 + 1.50 * volume,
        VENDOR: 4_000 + price * volume,
        MIX: 16_000 + (1.05 + 0.30 * price) * volume,
    }
    return min((OWN, VENDOR, MIX), key=lambda way: costs[way])


def agreed(volumes, prices):
    found = [cheapest(volume, price) for volume in volumes for price in prices]
    return found[0] if all([one == found[0] for one in found]) else OPEN


def around(middle, share):
    return (middle * (1 - share), middle, middle * (1 + share))


def verdict(volume, price):
    """Return the cheapest way, or "open" where an input known roughly could change it."""
    return agreed(around(volume, 0.20), around(price, 0.10))


def volume_alone(volume, price):
    return agreed(around(volume, 0.20), (price,))


def price_alone(volume, price):
    return agreed((volume,), around(price, 0.10))


PLACES = [
    (3_000, 4.0),
    (7_500, 4.0),
    (12_000, 4.0),
    (21_000, 4.0),
    (30_000, 4.0),
    (20_000, 2.6),
    (40_000, 2.0),
    (15_000, 3.0),
    (15_000, 2.35),
    (26_000, 3.5),
]

MAP = Task(
    "mix/map",
    3,
    "Read from a map of who is cheapest where a decision is safe.",
    {"verdict": Function(PLACES, Word((OWN, VENDOR, MIX, OPEN)))},
    lambda given: {"verdict": verdict},
    "Far from a border a decision is safe, even if both inputs are known roughly. Near one, money should go into "
    "knowing one of them better, or into what has no price.",
    (
        "Find the cheapest way at the place itself, then at places around it.",
        "Three volumes and three prices make nine places. All of them have to agree.",
    ),
    (
        Misconception(
            "the-place-alone",
            lambda given: {"verdict": cheapest},
            "That is who is cheapest if both inputs are exactly so. And a little to one side?",
        ),
        Misconception(
            "volume-alone",
            lambda given: {"verdict": volume_alone},
            "The price is known roughly, too.",
        ),
        Misconception(
            "price-alone",
            lambda given: {"verdict": price_alone},
            "The volume is known roughly, too.",
        ),
    ),
)

# 7. Two sides with access


def either(given):
    return 1 - (1 - given["own_leak"]) * (1 - given["vendor_leak"])


def by_calls(given):
    share = given["vendor_share"]
    return (1 - share) * given["own_leak"] + share * given["vendor_leak"]


LEAK = Task(
    "mix/leak",
    2,
    "Work out how likely a leak is where two sides have access.",
    {"leak": Share(4)},
    lambda given: {"leak": either(given)},
    "A mix looks like a middle way, and for confidentiality it is not: both sides hold the records, however "
    "few calls one of them takes. It is more exposed than either alone.",
    (
        "In which years does no leak happen: when one side keeps all safe, the other, or both?",
        "Multiply the probabilities that both need, and take the rest.",
    ),
    (
        Misconception(
            "weighed-with-calls",
            lambda given: {"leak": by_calls(given)},
            "That would hold if each call leaked by itself. Whoever has access can leak all records, even "
            "with few calls.",
        ),
        Misconception(
            "added",
            lambda given: {"leak": given["own_leak"] + given["vendor_leak"]},
            "Nearly. A year in which both leak is counted twice in that.",
        ),
        Misconception(
            "both-at-once",
            lambda given: {"leak": given["own_leak"] * given["vendor_leak"]},
            "That is how likely both leak in the same year. One is enough.",
        ),
        Misconception(
            "mean-of-both",
            lambda given: {"leak": (given["own_leak"] + given["vendor_leak"]) / 2},
            "A mean lies between the two. Does a second side with access make a leak less likely?",
        ),
        Misconception(
            "the-larger",
            lambda given: {"leak": max(given["own_leak"], given["vendor_leak"])},
            "That is the more careless side alone. The other has access too.",
        ),
    ),
    shows=("own_leak", "vendor_leak", "vendor_share"),
)

UNIT = Unit(
    "mix",
    "The mix, in theory and in numbers",
    85,
    data,
    (STAFF, THRESHOLD_TASK, CLIENTS, LEAVES_OUT, HOURS_OR_OVERFLOW, MAP, LEAK),
    (
        Rows("weeks", "The load of a week's hours", (("load", "erlang", 0), ("probability", "%", 0))),
        Quantity("own_hour", "The bank's own agent, busy or idle", "EUR an hour"),
        Quantity("vendor_hour", "An hour of talk at the vendor", "EUR"),
        Quantity("mean_overflow", "One client's overflow, mean", "erlang", 1),
        Quantity("deviation", "Its standard deviation", "erlang", 1),
        Quantity("clients", "Clients whose overflow the vendor takes", "clients"),
        Rows("left_out", "Five things", (("thing", "", 0), ("what", "", 0))),
        Rows(
            "day",
            "A day by the hour",
            (("from", "", 0), ("calls", "", 0), ("agents for 80 % in 20 seconds", "", 0)),
        ),
        Quantity("handle_seconds", "Handle time of a call", "seconds"),
        Quantity("cell", "Own agents who stay in every hour, if the rest goes out by overflow", "agents"),
        Quantity("own_leak", "Probability of a leak in a year, own centre", "%"),
        Quantity("vendor_leak", "Probability of a leak in a year, vendor", "%"),
        Quantity("vendor_share", "Share of the calls that the vendor takes", "%"),
    ),
)
