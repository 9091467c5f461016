"""Watch a day: waits by hand and by a program, reports of a day, and whether it was the plan or luck."""

from collections import OrderedDict  # MicroPython's dict keeps no order
from math import sqrt

from ..model import simulation, staffing
from ..model.numerics.confidence import student_t_quantile
from ..model.units import clock
from .shared.answers import FreeText, Function, Guess, Number, Share, Word
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

OPENS = 420
EXPECTED = (14, 22, 31, 36, 34, 30, 27, 25, 28, 30, 24, 16)
DAYS = 20
BOOKS_SEED = 5
CONFIDENCE = 0.95
HANDLE_SECONDS, PATIENCE_SECONDS = 240, 150
SERVICE_LEVEL, ANSWER_WITHIN_SECONDS = 0.80, 20
SERVICE = simulation.MEASURES.index("service_level")


def starts():
    return [clock(OPENS + 30 * place) for place in range(len(EXPECTED))]


def data(seed=None):
    """Return five calls, twenty mornings of Eastbank Rail's lost-property line, and the worst of them."""
    turn = 0 if seed is None else seed
    drawn = BOOKS_SEED if seed is None else 3000 + seed
    days, rows = drawn_mornings(drawn)
    while is_luckily_right(rows):
        drawn += 5000
        days, rows = drawn_mornings(drawn)
    others = mornings(drawn, 1)
    given = {
        "queue": [(0, 4), (1, 3 + turn % 3), (3, 5), (10, 2), (11 + turn % 2, 6)],
        "handle_seconds": HANDLE_SECONDS,
        "patience_seconds": PATIENCE_SECONDS,
        "service_level": SERVICE_LEVEL,
        "answer_within_seconds": ANSWER_WITHIN_SECONDS,
        "expected": 36 + 13 * (turn * 3 % 5),
        "morning": rows,
        "days": days,
        "with_one_more": others,
        "t": student_t_quantile((1 + CONFIDENCE) / 2, DAYS - 1),
    }
    given["both"] = [(str(place + 1), days[place], others[place]) for place in range(DAYS)]
    given["report"] = report(given["morning"])
    return given


def drawn_mornings(drawn):
    """Return the share answered in time on each of many mornings, and the report of the worst of them."""
    days = mornings(drawn, 0)
    intervals = simulation.simulate(planned(0), drawn, days.index(min(days)))["intervals"]
    return days, [reported(row) for row in intervals]


def planned(more):
    """Return the morning as it is planned, with so many agents more in each half hour."""
    agents = [
        staffing.agents_needed(
            2 * calls, HANDLE_SECONDS, SERVICE_LEVEL, ANSWER_WITHIN_SECONDS, PATIENCE_SECONDS
        )
        for calls in EXPECTED
    ]
    return {
        "intervals": [(OPENS + 30 * place, 30, float(calls)) for place, calls in enumerate(EXPECTED)],
        "agents": [count + more for count in agents],
        "handle_seconds": float(HANDLE_SECONDS),
        "patience_seconds": float(PATIENCE_SECONDS),
        "answer_within_seconds": float(ANSWER_WITHIN_SECONDS),
    }


def mornings(seed, more):
    """Return the share answered in time on each of many mornings."""
    return [day[SERVICE] for day in simulation.replicate(planned(more), seed, DAYS)["days"]]


def reported(row):
    """Return what a report says of a half hour: (start, calls, answered in time, gave up)."""
    return (clock(row["start_minute"]), row["offered"], row["answered_in_time"], row["gave_up"])


def files(given):
    lines = ["morning,as_planned,one_agent_more"]
    lines += [f"{place},{day:.4f},{other:.4f}" for place, day, other in given["both"]]
    return [("mornings.csv", "\n".join(lines) + "\n")]


# 1. By hand


def waits_of_one(queue):
    """Return how long each caller waits for a single agent, in order."""
    free, waits = 0, []
    for arrives, handle in queue:
        begins = max(arrives, free)
        waits.append(begins - arrives)
        free = begins + handle
    return waits


def until_they_hang_up(queue):
    return [wait + handle for wait, (_, handle) in zip(waits_of_one(queue), queue)]


def behind_the_one_before(queue):
    """Return the waits of somebody who forgets that the one before had to wait as well."""
    waits = [0]
    for (before, handle), (arrives, _) in zip(queue, queue[1:]):
        waits.append(max(0, before + handle - arrives))
    return waits


BY_HAND = Task(
    "watch/by-hand",
    1,
    "Follow a queue by hand.",
    OrderedDict((("longest", Number("minutes", 0)), ("who_wait", Number("callers", 0)))),
    lambda given: {
        "longest": max(waits_of_one(given["queue"])),
        "who_wait": len([wait for wait in waits_of_one(given["queue"]) if wait]),
    },
    "One long call makes those behind it wait, and they make others wait: a queue remembers. No table of "
    "means shows that.",
    (
        "For each caller: when is the agent free again, and when did the caller come?",
        "Write three columns: comes, begins, ends. Nobody begins before the one before has ended.",
    ),
    (
        Misconception(
            "until-the-end",
            lambda given: {"longest": max(until_they_hang_up(given["queue"]))},
            "That is the time until the call ends. How long did the caller wait before it began?",
        ),
        Misconception(
            "the-one-before-waited-too",
            lambda given: {"longest": max(behind_the_one_before(given["queue"]))},
            "The one before had to wait too, and so ended later than that.",
        ),
        Misconception(
            "all-wait",
            lambda given: {"who_wait": len(given["queue"])},
            "Does the first one wait?",
        ),
        Misconception(
            "the-sum",
            lambda given: {"longest": sum(waits_of_one(given["queue"]))},
            "That is all the waiting together. What is asked for is the longest wait of one caller.",
        ),
    ),
    shows=("queue",),
)

# 2. A program


def mean_wait(calls, agents):
    """Return the mean wait of callers who are served in order by the agent who is free first."""
    free, waited = [0.0] * agents, 0.0
    for arrives, handle in calls:
        first = free.index(min(free))
        begins = max(arrives, free[first])
        waited += begins - arrives
        free[first] = begins + handle
    return waited / len(calls)


def with_one_agent(calls, agents):
    return sum(waits_of_one(calls)) / len(calls)


def in_turn(calls, agents):
    """Return the mean wait if each call goes to the agents in turn, free or not."""
    free, waited = [0.0] * agents, 0.0
    for place, (arrives, handle) in enumerate(calls):
        begins = max(arrives, free[place % agents])
        waited += begins - arrives
        free[place % agents] = begins + handle
    return waited / len(calls)


def as_if_none_had_waited(calls, agents):
    """Return the mean wait if each call is thought to begin when it comes."""
    free, waited = [0.0] * agents, 0.0
    for arrives, handle in calls:
        first = free.index(min(free))
        waited += max(0.0, free[first] - arrives)
        free[first] = arrives + handle
    return waited / len(calls)


def of_those_who_wait(calls, agents):
    waiting = len([place for place in range(len(calls)) if wait_of(calls, agents, place) > 0])
    return mean_wait(calls, agents) * len(calls) / max(1, waiting)


def wait_of(calls, agents, place):
    """Return the wait of one caller."""
    until = calls[: place + 1]
    before = mean_wait(calls[:place], agents) * place if place else 0.0
    return mean_wait(until, agents) * len(until) - before


def queues():
    five = [(0, 4), (1, 3), (3, 5), (10, 2), (11, 6)]
    busy = [(0, 9), (1, 1), (2, 1), (2, 6), (3, 2), (4, 8), (5, 1), (6, 3)]
    return [(five, 1), (five, 2), (busy, 2), (busy, 3), ([(5, 3)], 1), ([(0, 2), (0, 2), (0, 2)], 3)]


WAITS = Task(
    "watch/waits",
    3,
    "Write a simulation of a queue with several agents.",
    {"mean_wait": Function(queues(), Number("minutes", 3))},
    lambda given: {"mean_wait": mean_wait},
    "A simulation is this loop and chance. What it says can be checked by hand on five calls, and then it "
    "can be asked what no hand could work out.",
    (
        "Keep for each agent the minute from which on it is free.",
        "A caller goes to the agent who is free first. When does the call begin, and when is that agent free "
        "again?",
    ),
    (
        Misconception(
            "one-agent",
            lambda given: {"mean_wait": with_one_agent},
            "With one agent that is right. With several it makes them all stand behind the first.",
        ),
        Misconception(
            "in-turn",
            lambda given: {"mean_wait": in_turn},
            "There, calls go round the agents in turn, even past one who is free.",
        ),
        Misconception(
            "begins-when-it-comes",
            lambda given: {"mean_wait": as_if_none_had_waited},
            "A call that has waited begins later than it came, and so ends later too.",
        ),
        Misconception(
            "of-those-who-wait",
            lambda given: {"mean_wait": of_those_who_wait},
            "That is the mean of those who wait. Those answered at once count as well, with 0.",
        ),
    ),
)

# 3. A morning's report


def in_time_of(rows):
    return sum([row[2] for row in rows]) / sum([row[1] for row in rows])


def mean_of_half_hours(rows):
    return sum([row[2] / row[1] for row in rows]) / len(rows)


def of_the_answered(rows):
    return sum([row[2] for row in rows]) / sum([row[1] - row[3] for row in rows])


def of_the_worst(rows):
    return min([row[2] / row[1] for row in rows])


def is_luckily_right(rows):
    """Say whether wrong shares of a morning are what others are, or the right one: then a hint cannot tell."""
    found = [rule(rows) for rule in (in_time_of, mean_of_half_hours, of_the_answered, of_the_worst)]
    found.append(1 - in_time_of(rows))
    found.sort()
    return any([after - before < 0.002 for before, after in zip(found, found[1:])])


IN_TIME = Task(
    "watch/in-time",
    1,
    "Work out a morning's service level from its half hours.",
    {"in_time": Share(3)},
    lambda given: {"in_time": in_time_of(given["morning"])},
    "A service level (taux de service) is a share of callers. A mean of half hours lets a quiet one with few "
    "callers weigh as much as the rush.",
    (
        "How many callers were there in the morning, and how many of them were answered in time?",
        "Add up both columns before you divide.",
    ),
    (
        Misconception(
            "mean-of-half-hours",
            lambda given: {"in_time": mean_of_half_hours(given["morning"])},
            "Each half hour weighs the same in that, whether many call or few.",
        ),
        Misconception(
            "of-the-answered",
            lambda given: {"in_time": of_the_answered(given["morning"])},
            "Callers who gave up are left out of that. They called too.",
        ),
        Misconception(
            "too-late",
            lambda given: {"in_time": 1 - in_time_of(given["morning"])},
            "That is the share that was not answered in time.",
        ),
        Misconception(
            "the-worst",
            lambda given: {"in_time": of_the_worst(given["morning"])},
            "That is the worst half hour. What is asked for is the whole morning.",
        ),
    ),
    shows=("morning",),
)


def report(rows):
    """Return a colleague's shares in time by half hour: (start, share); one leaves out who gave up."""
    wrong = wrong_place(rows)
    return [(row[0], row[2] / (row[1] - row[3] * (place == wrong))) for place, row in enumerate(rows)]


def wrong_place(rows):
    """Return the half hour with the second most who gave up, neither the best nor the worst."""
    by_gave_up = sorted([(row[3], place) for place, row in enumerate(rows)])
    by_gave_up.reverse()
    shares = [row[2] / row[1] for row in rows]
    kept = [place for _, place in by_gave_up if min(shares) < shares[place] < max(shares)]
    return [place for place in kept if place != by_gave_up[0][1]][0]


def also_low(rows):
    """Return the start of the worst half hour but one, of those whose figure is right."""
    right = [row for place, row in enumerate(rows) if place != wrong_place(rows)]
    return sorted(right, key=lambda row: row[2] / row[1])[1][0]


REPORT = Task(
    "watch/report",
    2,
    "Find the half hour in a report that was counted by another rule.",
    {"wrong_row": Word(starts())},
    lambda given: {"wrong_row": starts()[wrong_place(given["morning"])]},
    "Whoever leaves out callers who gave up makes a figure better by losing callers. A contract must say by "
    "which rule a service level is counted.",
    (
        "Work out each share again from the table above: calls answered in time, of all calls.",
        "In one row something was left out of the number divided by.",
    ),
    (
        Misconception(
            "the-worst",
            lambda given: {
                "wrong_row": min(given["morning"], key=lambda row: row[2] / row[1])[0],
            },
            "It was the worst half hour, and its figure is right.",
        ),
        Misconception(
            "also-low",
            lambda given: {"wrong_row": also_low(given["morning"])},
            "A bad half hour, and its figure is right.",
        ),
        Misconception(
            "the-best",
            lambda given: {"wrong_row": max(given["morning"], key=lambda row: row[2] / row[1])[0]},
            "It was the best half hour, and its figure is right.",
        ),
    ),
    shows=("report",),
)

# 4. Chance

SPREAD = Task(
    "watch/spread",
    1,
    "Say by how many calls a half hour usually differs from what is expected.",
    {"spread": Number("calls", 1)},
    lambda given: {"spread": sqrt(given["expected"])},
    "A difference this large, up or down, and nobody has done anything wrong. Whoever explains each such "
    "difference explains noise.",
    (
        "Callers who do not know of each other make counts that follow the Poisson distribution.",
        "Its variance is its mean. What is the standard deviation?",
    ),
    (
        Misconception(
            "the-variance",
            lambda given: {"spread": given["expected"]},
            "That is the variance, in calls times calls. What is asked for is the standard deviation.",
        ),
        Misconception(
            "a-tenth",
            lambda given: {"spread": given["expected"] / 10},
            "A tenth is a guess that fits one size only.",
        ),
        Misconception(
            "half",
            lambda given: {"spread": given["expected"] / 2},
            "That much would hardly ever happen by chance.",
        ),
    ),
    shows=("expected",),
)

# 5. Twenty mornings


def mean_of(values):
    return sum(values) / len(values)


def deviation(values):
    mean = mean_of(values)
    return sqrt(sum([(value - mean) ** 2 for value in values]) / (len(values) - 1))


def sureness(given):
    half_width = given["t"] * deviation(given["days"]) / sqrt(DAYS)
    return {"mean": mean_of(given["days"]), "half_width": half_width}


SURE = Task(
    "watch/sure",
    2,
    "Say how sure the mean of twenty mornings is.",
    OrderedDict((("mean", Share(3)), ("half_width", Share(3)))),
    sureness,
    "The promise may lie within the interval while single mornings lie far outside it. The interval is "
    "about the plan, not about the next morning.",
    (
        "How much do the mornings differ from each other? And the mean of many of them?",
        "Standard deviation, divided by the root of the number of mornings, times t.",
    ),
    (
        Misconception(
            "of-a-single-morning",
            lambda given: {"half_width": given["t"] * deviation(given["days"])},
            "That is about how far off a single morning may be. A mean of many lies closer.",
        ),
        Misconception(
            "divided-by-the-mornings",
            lambda given: {"half_width": given["t"] * deviation(given["days"]) / DAYS},
            "Not by the number of mornings: by its root.",
        ),
        Misconception(
            "without-t",
            lambda given: {"half_width": deviation(given["days"]) / sqrt(DAYS)},
            "That is the standard error. How many of them make the interval?",
        ),
        Misconception(
            "from-end-to-end",
            lambda given: {"half_width": 2 * sureness(given)["half_width"]},
            "That is the interval from end to end. What is asked for is half of it.",
        ),
    ),
    shows=("t", "both"),
)

# 6. The same callers


def differences(given):
    return [other - day for day, other in zip(given["days"], given["with_one_more"])]


def times(given):
    apart = deviation(given["days"]) ** 2 + deviation(given["with_one_more"]) ** 2
    return apart / deviation(differences(given)) ** 2


SAME_CALLERS = Task(
    "watch/same-callers",
    2,
    "Guess, then work out how many days it saves to let two plans meet the same callers.",
    OrderedDict((("guess", Guess("a number of times", 0)), ("times", Number("times as many days", 1)))),
    lambda given: {"guess": 2, "times": times(given)},
    "What both plans share, the luck of the morning, drops out of the difference. It is like "
    "comparing two tyres on the same car: the road and the driver are the same for both.",
    (
        "The days needed grow with the variance. What is the variance of the differences, morning by "
        "morning?",
        "With other callers for each plan the variances of both plans would add. Divide by that of the "
        "differences.",
    ),
    (
        Misconception(
            "deviations",
            lambda given: {"times": sqrt(times(given))},
            "That is the ratio of deviations. Days are needed by the variance.",
        ),
        Misconception(
            "one-plan",
            lambda given: {"times": deviation(given["days"]) ** 2 / deviation(differences(given)) ** 2},
            "Each of the two plans would bring its own luck: add both variances.",
        ),
        Misconception(
            "the-other-way",
            lambda given: {"times": 1 / times(given)},
            "Below one: would other callers for each plan need fewer days?",
        ),
    ),
    shows=("both",),
)

# 7. The plan or luck?

LUCK = Task(
    "watch/luck",
    3,
    "Tell a bad plan from a bad day, in words that a head of service understands.",
    {
        "verdict": FreeText(
            60,
            (
                (1, "says how far off the worst morning is, compared with the other mornings"),
                (1, "says whether the plan keeps the promise, with the mean and how sure it is"),
                (1, "proposes something to do, or not to do, and says what it costs"),
            ),
        )
    },
    lambda given: {
        "verdict": "It was a bad morning, and not a bad plan. Over twenty mornings the plan keeps more than "
        "was promised, and the interval around its mean lies above the promise. Single mornings lie ten "
        "points lower or higher, since callers come by chance; this one was the lowest of the twenty. One "
        "more agent in every half hour would have lifted it, and would be paid on the good mornings too, "
        "when nobody needs it. I would leave the plan, report by the month, and look again if three "
        "mornings in a row fall below the promise."
    },
    "Whoever answers each bad day with a new rule ends up with a plan that is nothing but answers to luck.",
    ("How does the morning lie among the others?", "What would have to be seen before you changed the plan?"),
    shows=("service_level", "answer_within_seconds", "handle_seconds", "patience_seconds"),
)

UNIT = Unit(
    "watch",
    "Watch a day",
    75,
    data,
    (BY_HAND, WAITS, IN_TIME, REPORT, SPREAD, SURE, SAME_CALLERS, LUCK),
    (
        Rows("queue", "Five calls and one agent", (("comes at", "min", 0), ("takes", "min", 0))),
        Rows(
            "morning",
            "A morning by half hour",
            (("from", "", 0), ("calls", "", 0), ("answered in time", "", 0), ("gave up", "", 0)),
        ),
        Rows("report", "A colleague's report of the same morning", (("from", "", 0), ("in time", "%", 1))),
        Rows(
            "both",
            "Share answered in time on twenty mornings, the same callers under two plans",
            (("morning", "", 0), ("as planned", "%", 1), ("one more agent", "%", 1)),
        ),
        Quantity("expected", "Calls expected in a half hour", "calls"),
        Quantity("t", "Student's t for 95 % and twenty mornings", "", 3),
        Quantity("handle_seconds", "Handle time of a call", "seconds"),
        Quantity("patience_seconds", "Patience: callers wait on average, before they give up", "seconds"),
        Quantity("service_level", "Promise: share of calls answered in time", "%"),
        Quantity("answer_within_seconds", "In time is within", "seconds"),
    ),
    files,
)
