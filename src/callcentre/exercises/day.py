"""The day and its peaks: from a month of counts to agents, shifts, and what a mean day hides."""

import math
from collections import OrderedDict  # MicroPython's dict keeps no order

from ..model import staffing
from ..model.numerics.randomness import streams
from ..model.units import clock
from .shared.answers import FreeText, Function, Guess, Number, Share, Word
from .shared.given import Quantity, Rows
from .shared.task import Misconception, Task, Unit

OPENS, HALF_HOURS = 480, 20
USUAL = (14, 29, 49, 68, 81, 86, 82, 73, 62, 55, 57, 64, 68, 66, 58, 50, 41, 32, 22, 12)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
WEIGHTS = (1.38, 1.05, 0.93, 0.88, 0.76)
DAY_VARIATION = 0.14
BOOKS_SEED = 311
SHIFT_HALF_HOURS = 8


def starts():
    return [clock(OPENS + 30 * place) for place in range(HALF_HOURS)]


def data(seed=None):
    """Return four weeks of Corvel Pharmacy's calls by half hour, its promise, and a colleague's roster."""
    draw = BOOKS_SEED if seed is None else 1000 + seed
    given = month(draw, seed)
    while is_luckily_right(given):
        draw += 5000
        given = month(draw, seed)
    return given


def month(draw, seed):
    """Return what a draw of four weeks gives."""
    days = counted(draw)
    given = {
        "days": days,
        "means": mean_day(days),
        "handle_seconds": 240 if seed is None else 210 + 15 * (seed * 3 % 5),
        "service_level": 0.80,
        "answer_within_seconds": 20,
        "patience_seconds": 180,
        "shrinkage": 0.30,
    }
    agents = [needed(given, 2 * calls) for calls in means(given)]
    given["needs"] = list(zip(starts(), agents))
    given["shifts"] = moved(roster(agents), agents)
    given["roster"] = [(clock(start), hours, agents) for start, hours, agents in given["shifts"]]
    return given


def counted(seed):
    """Return the days (date, weekday, calls by half hour) of four weeks in March 2026."""
    of_days, of_calls = streams(seed, 2)
    days = []
    for week in range(4):
        for place, weekday in enumerate(WEEKDAYS):
            factor = WEIGHTS[place] * of_days.lognormals(1, DAY_VARIATION)[0]
            calls = [of_calls.poisson(usual * factor) for usual in USUAL]
            days.append((f"2026-03-{2 + 7 * week + place:02d}", weekday, calls))
    return days


def files(given):
    lines = ["date,start,calls"]
    for date, _, calls in given["days"]:
        lines += [f"{date},{start},{count}" for start, count in zip(starts(), calls)]
    return [("counts.csv", "\n".join(lines) + "\n")]


def mean_day(days):
    """Return the mean calls of each half hour."""
    return [sum([calls[place] for _, _, calls in days]) / len(days) for place in range(HALF_HOURS)]


def means(given):
    return given["means"]


def needed(given, calls_per_hour):
    return staffing.agents_needed(
        calls_per_hour,
        given["handle_seconds"],
        given["service_level"],
        given["answer_within_seconds"],
        given["patience_seconds"],
    )


def needs(given):
    return [agents for _, agents in given["needs"]]


def place_of_most(values):
    return values.index(max(values))


def peak(given):
    """Return which half hour is the busiest on average."""
    return place_of_most(means(given))


def roster(agents):
    """Return shifts (start minute, hours, agents) of four hours that cover what each half hour needs."""
    on, shifts = [0] * len(agents), []
    for place, needed_there in enumerate(agents):
        if on[place] < needed_there:
            begins = min(place, len(agents) - SHIFT_HALF_HOURS)
            more = needed_there - on[place]
            shifts.append((OPENS + 30 * begins, 4, more))
            for covered in range(begins, begins + SHIFT_HALF_HOURS):
                on[covered] += more
    return shifts


def moved(shifts, agents):
    """Return the shifts with one that begins half an hour late: neither the first nor near the peak."""
    peak_starts = OPENS + 30 * place_of_most(agents)
    taken = (peak_starts, peak_starts - 30)
    movable = [place for place, shift in enumerate(shifts) if is_movable(shift) and shift[0] not in taken]
    late = movable[len(movable) // 2]
    start, hours, more = shifts[late]
    return shifts[:late] + [(start + 30, hours, more)] + shifts[late + 1 :]


def is_movable(shift):
    """Say whether a shift begins after the day's first half hour, and ends well before its last."""
    return OPENS < shift[0] < OPENS + 30 * (HALF_HOURS - SHIFT_HALF_HOURS - 1)


# 1. The month's usual day


def largest(given):
    """Return the largest count of a single half hour: (calls, its place)."""
    return max([(max(calls), place_of_most(calls)) for _, _, calls in given["days"]])


def of_a_peak(given, calls):
    return {"busiest": starts()[peak(given)], "calls": calls}


MEAN = Task(
    "day/busiest",
    1,
    "Find the busiest half hour of a month of counts.",
    OrderedDict((("busiest", Word(starts())), ("calls", Number("calls", 1)))),
    lambda given: of_a_peak(given, max(means(given))),
    "A plan is made for the usual day. How far the days lie around it decides how good the plan can be.",
    (
        "For each half hour, take its calls on all the days: what is their mean?",
        "Twenty counts for 08:00, twenty for 08:30: add each up, and divide by the days.",
    ),
    (
        Misconception(
            "one-days-record",
            lambda given: {"calls": largest(given)[0]},
            "That is the largest count of a single day. What is asked for is the mean over all days.",
        ),
        Misconception(
            "not-divided",
            lambda given: {"calls": max(means(given)) * len(given["days"])},
            "These are the calls of that half hour on all days together.",
        ),
        Misconception(
            "an-hours-calls",
            lambda given: {"calls": 2 * max(means(given))},
            "These are the calls of an hour at that pace. What is asked for is the half hour.",
        ),
        Misconception(
            "mean-of-the-day",
            lambda given: {"calls": sum(means(given)) / HALF_HOURS},
            "That is the mean of all half hours. What is asked for is the busiest of them.",
        ),
        Misconception(
            "the-quietest",
            lambda given: {"busiest": starts()[means(given).index(min(means(given)))]},
            "That half hour has the fewest calls.",
        ),
    ),
)

# 2. Guess, then ask


def peak_agents(given):
    return needs(given)[peak(given)]


AGENTS = Task(
    "day/agents",
    2,
    "Guess how many agents a peak needs, then work it out.",
    OrderedDict((("guess", Guess("a number of agents", 0)), ("agents", Number("agents", 0)))),
    lambda given: {"guess": peak_agents(given) + 3, "agents": peak_agents(given)},
    "Write guesses down. Whoever never does believes afterwards that it was clear from the start.",
    (
        "The model asks for calls an hour. What do you have for half an hour?",
        "Give it the handle time, the promise and the patience of the table.",
    ),
    (
        Misconception(
            "half-hour-as-hour",
            lambda given: {"agents": needed(given, max(means(given)))},
            "The model asks for calls an hour, and you gave it those of half an hour.",
        ),
        Misconception(
            "the-load",
            lambda given: {"agents": math.ceil(2 * max(means(given)) * given["handle_seconds"] / 3600)},
            "That many would be busy all the time. Some must be free when a call comes.",
        ),
        Misconception(
            "for-the-record",
            lambda given: {"agents": needed(given, 2 * largest(given)[0])},
            "That is enough for the largest count of the month. The question is about the usual day.",
        ),
    ),
    shows=("handle_seconds", "service_level", "answer_within_seconds", "patience_seconds"),
)

# 3. What a call takes of paid time


def paid_minutes(given, shrinkage=None, minutes=30):
    """Return the paid minutes a call takes in each half hour."""
    off = given["shrinkage"] if shrinkage is None else shrinkage
    return [agents * minutes / (1 - off) / calls for agents, calls in zip(needs(given), means(given))]


def dearest(given, values):
    place = place_of_most(paid_minutes(given))
    return {"dearest": starts()[place], "minutes": values[place]}


DEAREST = Task(
    "day/dearest",
    2,
    "Say which half hour has the dearest calls.",
    OrderedDict((("dearest", Word(starts())), ("minutes", Number("paid minutes a call", 1)))),
    lambda given: dearest(given, paid_minutes(given)),
    "The peak has the most agents and the cheapest calls. The dear hours are those in which few people call "
    "and somebody must be there all the same.",
    (
        "For each half hour: how many agents, how many paid minutes do they stand for, and over how many "
        "calls?",
        "An agent's half hour is 30 minutes at the desk, and more than that on the payroll.",
    ),
    (
        Misconception(
            "the-peak",
            lambda given: {
                "dearest": starts()[peak(given)],
                "minutes": paid_minutes(given)[peak(given)],
            },
            "Most agents are needed there. Over how many calls are they spread?",
        ),
        Misconception(
            "at-the-desk",
            lambda given: dearest(given, paid_minutes(given, shrinkage=0)),
            "These are minutes at the desk. What part of paid time is spent there?",
        ),
        Misconception(
            "a-whole-hour",
            lambda given: dearest(given, paid_minutes(given, minutes=60)),
            "An agent works half an hour in each half hour.",
        ),
        Misconception(
            "shrinkage-added",
            lambda given: dearest(
                given, [minutes * (1 + given["shrinkage"]) for minutes in paid_minutes(given, shrinkage=0)]
            ),
            "Take the share away from the desk off what you found: is what remains the time at the desk?",
        ),
    ),
    shows=("shrinkage",),
)

# 4. What the mean hides


def in_time(given, calls):
    """Return the share answered in time in the busiest half hour with so many calls, staffed for the mean."""
    return staffing.performance(
        2 * calls,
        given["handle_seconds"],
        peak_agents(given),
        given["patience_seconds"],
        given["answer_within_seconds"],
    )["service_level"]


def peaks(given):
    return [calls[peak(given)] for _, _, calls in given["days"]]


def over_the_month(given):
    calls, kept = peaks(given), 0.0
    for count in calls:
        kept += count * in_time(given, count)
    return kept / sum(calls)


def plain_mean_of_days(given):
    return sum([in_time(given, count) for count in peaks(given)]) / len(given["days"])


def is_luckily_right(given):
    """Say whether wrong ways to the month's share give what others give: then a hint could not tell which."""
    found = [
        given["service_level"],
        in_time(given, max(means(given))),
        plain_mean_of_days(given),
        over_the_month(given),
    ]
    found.sort()
    return any([after - before < 0.002 for before, after in zip(found, found[1:])])


HIDDEN = Task(
    "day/mean-hides",
    2,
    "Work out how far a plan for the mean day keeps its promise over a month.",
    {"in_time": Share(3)},
    lambda given: {"in_time": over_the_month(given)},
    "A plan that keeps its promise on the mean day breaks it over the month: bad days lose more than good "
    "days gain, and more people call on them. Plan for the spread, or promise less.",
    (
        "What share is answered in time on each of the days, with the agents of the mean day?",
        "A day with more calls counts for more: weight each day's share by its calls.",
    ),
    (
        Misconception(
            "the-promise",
            lambda given: {"in_time": given["service_level"]},
            "That is the promise. It was made for the mean day, and no day is the mean.",
        ),
        Misconception(
            "the-mean-day",
            lambda given: {"in_time": in_time(given, max(means(given)))},
            "That is the share on a mean day. Work it out for each of the days there were.",
        ),
        Misconception(
            "days-weigh-alike",
            lambda given: {"in_time": plain_mean_of_days(given)},
            "Each day counts the same in that. A caller is more likely to meet a busy day.",
        ),
        Misconception(
            "not-in-time",
            lambda given: {"in_time": 1 - over_the_month(given)},
            "That is the share that waits too long.",
        ),
    ),
)

# 5. Shifts


def on_duty(shifts, minute):
    return sum([agents for start, hours, agents in shifts if start <= minute < start + 60 * hours])


def with_the_end(shifts, minute):
    return sum([agents for start, hours, agents in shifts if start <= minute <= start + 60 * hours])


def count_of_shifts(shifts, minute):
    return len([agents for start, hours, agents in shifts if start <= minute < start + 60 * hours])


def for_ever(shifts, minute):
    return sum([agents for start, _, agents in shifts if start <= minute])


def half_as_long(shifts, minute):
    return sum([agents for start, hours, agents in shifts if start <= minute < start + 30 * hours])


def duties():
    plan = [(480, 4, 3), (540, 8, 2), (720, 4, 5)]
    return [(plan, minute) for minute in (480, 570, 690, 720, 960, 990)] + [([], 600), ([(600, 1.5, 2)], 660)]


ON_DUTY = Task(
    "day/on-duty",
    3,
    "Write who is on duty when, from a list of shifts.",
    {"on_duty": Function(duties(), Number("agents", 0))},
    lambda given: {"on_duty": on_duty},
    "Agents are needed by the half hour and come in shifts. Whatever lies between is paid for and not "
    "needed.",
    (
        "A shift counts from its start until its end. Does it count in the half hour that begins at its end?",
        "Add the agents of all shifts that have begun and are not over.",
    ),
    (
        Misconception(
            "the-end-counts",
            lambda given: {"on_duty": with_the_end},
            "Whoever stops at noon is not there in the half hour from noon on.",
        ),
        Misconception(
            "shifts-counted",
            lambda given: {"on_duty": count_of_shifts},
            "That counts shifts. Each has a number of agents.",
        ),
        Misconception(
            "nobody-goes-home",
            lambda given: {"on_duty": for_ever},
            "Nobody ever goes home in that.",
        ),
        Misconception(
            "half-hours-for-hours",
            lambda given: {"on_duty": half_as_long},
            "A shift's length is in hours, and the time in minutes.",
        ),
    ),
)


def spare(given):
    """Return how many agents more than needed are on duty in each half hour."""
    return [
        on_duty(given["shifts"], OPENS + 30 * place) - agents for place, agents in enumerate(needs(given))
    ]


def short_at(given):
    return starts()[spare(given).index(min(spare(given)))]


def most_spare(given):
    return starts()[place_of_most(spare(given))]


SHORT = Task(
    "day/short",
    2,
    "Find the half hour in which a colleague's roster is short.",
    {"short_at": Word(starts())},
    lambda given: {"short_at": short_at(given)},
    "A shift moved by half an hour leaves no trace in the hours of a day, and a hole in one half hour of it. "
    "Rosters are checked by the half hour.",
    (
        "Compare, half hour by half hour, who is on duty with who is needed.",
        "One shift begins later than it should: what is missing just before it?",
    ),
    (
        Misconception(
            "the-peak",
            lambda given: {"short_at": starts()[peak(given)]},
            "Most agents are needed there, and they are there.",
        ),
        Misconception(
            "most-to-spare",
            lambda given: {"short_at": most_spare(given)},
            "There are more than are needed there.",
        ),
        Misconception(
            "the-late-shift-itself",
            lambda given: {"short_at": starts()[starts().index(short_at(given)) + 1]},
            "That is when the late shift begins. When is it missed?",
        ),
    ),
    shows=("roster", "needs"),
)

# 6. Which day of the week


def by_weekday(given):
    """Return the mean calls of a day for each weekday."""
    found = []
    for weekday in WEEKDAYS:
        totals = [sum(calls) for _, other, calls in given["days"] if other == weekday]
        found.append(sum(totals) / len(totals))
    return found


def mean_total(given):
    return sum(by_weekday(given)) / len(WEEKDAYS)


def heaviest(given):
    return WEEKDAYS[place_of_most(by_weekday(given))]


WEEKDAY = Task(
    "day/weekday",
    1,
    "Ask a table which weekday is the heaviest, and by how much.",
    OrderedDict((("heaviest", Word(WEEKDAYS)), ("factor", Number("times a mean day", 2)))),
    lambda given: {"heaviest": heaviest(given), "factor": max(by_weekday(given)) / mean_total(given)},
    "What was asked at the weekend waits until it is over. A roster that is the same on all days is wrong on "
    "most of them.",
    (
        "Add up each date, then take the mean by weekday.",
        "Divide the heaviest weekday's mean by the mean of all days.",
    ),
    (
        Misconception(
            "the-lightest",
            lambda given: {"heaviest": WEEKDAYS[by_weekday(given).index(min(by_weekday(given)))]},
            "That weekday has the fewest calls.",
        ),
        Misconception(
            "share-of-the-week",
            lambda given: {"factor": max(by_weekday(given)) / sum(by_weekday(given))},
            "That is its share of a week. How many times a mean day is it?",
        ),
        Misconception(
            "the-other-way",
            lambda given: {"factor": mean_total(given) / max(by_weekday(given))},
            "Below one, although it is the heaviest? The two are the other way round.",
        ),
        Misconception(
            "against-the-lightest",
            lambda given: {"factor": max(by_weekday(given)) / min(by_weekday(given))},
            "That compares it with the lightest weekday. What is asked for is the mean of all days.",
        ),
    ),
    needs="pandas",
)

# 7. What to give away

GIVE_AWAY = Task(
    "day/give-away",
    3,
    "Choose hours to give away, and say which assumption would turn the choice.",
    {
        "proposal": FreeText(
            60,
            (
                (1, "names half hours and compares paid minutes a call there and at the peak, with figures"),
                (1, "names an assumption and says in which direction it would turn the choice"),
                (1, "names a cost of dividing the day that the sum leaves out"),
            ),
        )
    },
    lambda given: {
        "proposal": "We give away the first and the last half hour. A call takes far more paid minutes "
        "there than at the peak, because somebody has to be there for a handful of calls, and a vendor by "
        "the minute asks the same price at every hour. If its price rose outside office hours, or if people "
        "who work elsewhere in the firm could answer alongside their work, we would keep them. Left out are "
        "the line to the vendor, its training and what a second roster costs."
    },
    "Give away what is dear to staff, not what is busiest.",
    ("Take the figures of your third answer.", "Which of the numbers given would have to be different?"),
)

UNIT = Unit(
    "day",
    "The day and its peaks",
    75,
    data,
    (MEAN, AGENTS, DEAREST, HIDDEN, ON_DUTY, SHORT, WEEKDAY, GIVE_AWAY),
    (
        Quantity("handle_seconds", "Handle time of a call", "seconds"),
        Quantity("service_level", "Promise: share of calls answered in time", "%"),
        Quantity("answer_within_seconds", "In time is within", "seconds"),
        Quantity("patience_seconds", "Patience: callers wait on average, before they give up", "seconds"),
        Quantity("shrinkage", "Share of paid time away from the desk (shrinkage)", "%"),
        Rows("roster", "A colleague's roster", (("from", "", 0), ("hours", "", 0), ("agents", "", 0))),
        Rows("needs", "What the usual day needs", (("half hour from", "", 0), ("agents", "", 0))),
    ),
    files,
)
