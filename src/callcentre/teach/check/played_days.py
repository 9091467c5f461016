"""Days of the chapter on simulation, played again: the firm's plan, and half a team in a meeting."""

from functools import cache

from ...labs import watch_a_day
from ...model import simulation
from ...model.numerics.confidence import confidence_interval

DEFAULTS = {control.name: control.default for group in watch_a_day.LAB.groups for control in group.controls}
FEW, LONG, MANY, MORNINGS = 20, 40, 80, 200
SURE = 0.95


@cache
def plan(**values):
    """Return what is known of the lab's day before it begins, without a vendor."""
    return watch_a_day.Plan({**DEFAULTS, "vendor_takes": "nothing", **values})


def at(clock):
    """Return the number of the half hour that begins at an hour of the day, such as 9.5."""
    return watch_a_day.interval_at(plan().profile, round(60 * clock))


def agents(clock, meeting=None, **values):
    """Return the agents on duty in a half hour; of the one with the meeting, half, rounded down."""
    planned = plan(**values).agents[at(clock)]
    return planned // 2 if meeting == clock else planned


def day(meeting=None, **values):
    """Return a day as `simulation.simulate` takes it."""
    known = plan(**values).day
    if meeting is None:
        return known
    there = list(known["agents"])
    there[at(meeting)] = agents(meeting, meeting, **values)
    return {**known, "agents": there}


@cache
def totals(days, seed=1, meeting=None, **values):
    """Return the totals of many days, as dicts."""
    found = simulation.replicate(day(meeting, **values), seed, days)
    return [dict(zip(found["names"], each, strict=True)) for each in found["days"]]


def spread(measure, days=MANY, **values):
    """Return mean, interval and deviation of a measure over many days."""
    return confidence_interval([each[measure] for each in totals(days, **values)], SURE)


def difference(measure, seed=1, **changed):
    """Return by how much a measure grows from the plan to a changed one with the callers of a seed."""
    first, second = totals(FEW), totals(FEW, seed, **changed)
    changes = [other[measure] - one[measure] for one, other in zip(first, second, strict=True)]
    return confidence_interval(changes, SURE)


@cache
def mornings(meeting=None, **values):
    """Return the half hours up to eleven of as many mornings as the chapter plays, as rows."""
    whole = day(meeting, **values)
    until = at(11)
    morning = {
        **whole,
        **{name: whole[name][:until] for name in ("intervals", "agents", "vendor_agents")},
    }
    return [simulation.simulate(morning, 1, each)["intervals"] for each in range(MORNINGS)]


def half_hour(clock, meeting=None, **values):
    """Return the share answered in time of those who called in a half hour of these mornings."""
    rows = [morning[at(clock)] for morning in mornings(meeting, **values)]
    return sum(row["answered_in_time"] for row in rows) / sum(row["offered"] for row in rows)


def by_formula(clock, meeting=None, **values):
    """Return the share that Erlang A expects to be answered in time in a half hour."""
    known = {**DEFAULTS, **values}
    calls = plan(**values).profile[at(clock)][2]
    there = agents(clock, meeting, **values)
    return watch_a_day.expected(calls, there, *[known[name] for name in watch_a_day.OF_A_CALL])[0]


def whole_day():
    """Return the share that Erlang A expects over the day, each half hour weighed by its expected calls."""
    known = plan()
    return (
        sum(calls * shares[0] for (_, _, calls), shares in zip(known.profile, known.expected, strict=True))
        / known.calls
    )


@cache
def for_ever(clock):
    """Return mean and interval of the share answered in time, as if a half hour went on for ten hours."""
    handle, patience = DEFAULTS["handle_seconds"], DEFAULTS["patience_seconds"]
    calls = 2 * plan().profile[at(clock)][2]
    warm_up = round(simulation.settling_minutes(calls, handle, agents(clock), patience))
    steady = {
        "intervals": [(0, warm_up, calls * warm_up / 60), (warm_up, 600, calls * 10)],
        "agents": agents(clock),
        "handle_seconds": handle,
        "patience_seconds": patience,
        "answer_within_seconds": DEFAULTS["answer_within_seconds"],
        "warm_up_minutes": warm_up,
    }
    return simulation.replicate(steady, 1, LONG)["measures"]["service_level"]


@cache
def passed_on():
    """Return mean and interval of the share that ten agents with 10 erlang pass on to a vendor at once."""
    full = {
        "intervals": [(0, 30, 100.0), (30, 600, 2000.0)],
        "agents": 10,
        "handle_seconds": 180.0,
        "vendor_agents": 200,
        "vendor_after_seconds": 0,
        "warm_up_minutes": 30,
    }
    return simulation.replicate(full, 1, LONG)["measures"]["vendor_share"]
