"""From agents an interval to paid hours and to people.

Four steps make more hours of the ones that calls need: a least staffing (two by night, so that nobody is
alone); shifts, which cannot be as short as a peak; shrinkage, the paid time in which nobody answers calls
(leave, illness, training, breaks); and contracts, which hold so many hours.
"""

from ..check import InputError, number, whole_number
from ..demand import CLOSES, OPENS, checked_minutes, checked_profile
from ..numerics.rounding import ceiling
from ..units import MINUTES_IN_DAY
from .staffing import agents_needed

MOST_AGENTS_AN_INTERVAL = 100_000


def agents_by_interval(
    profile: list[tuple[int, int, float]],
    handle_seconds: float,
    service_level: float = 0.80,
    answer_within_seconds: float = 20,
    patience_seconds: float | None = None,
    max_abandonment: float | None = None,
    max_occupancy: float | None = None,
    least_by_day: int = 1,
    least_by_night: int = 2,
) -> list[int]:
    """Return the agents that each interval of a profile needs at work.

    Parameters
    ----------
    profile : list of tuple
        A day's profile; an interval without calls is one in which the centre is closed.
    handle_seconds, service_level, answer_within_seconds, patience_seconds, max_abandonment, max_occupancy
        As for `staffing.agents_needed`.
    least_by_day, least_by_night : int
        Fewest agents in an open interval, from 0 to 1000: by day (07:00 to 21:00) and by night.

    Returns
    -------
    list of int
        One number an interval.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    A half hour without calls is one in which the centre is closed; 100 calls of 3 minutes need 14 agents
    for 80 % within 20 seconds, and never fewer than are asked for:

    >>> agents_by_interval([(420, 30, 0.0), (450, 30, 100.0), (480, 30, 0.1)], 180, least_by_day=3)
    [0, 14, 3]
    """
    checked_profile("profile", profile)
    whole_number("least_by_day", least_by_day, 0, 1000)
    whole_number("least_by_night", least_by_night, 0, 1000)
    targets = (service_level, answer_within_seconds, patience_seconds, max_abandonment, max_occupancy)
    agents_needed(0, handle_seconds, *targets)
    found = []
    for start, minutes, calls in profile:
        least = least_by_day if OPENS <= start < CLOSES else least_by_night
        if calls > 0:
            found.append(max(least, agents_needed(calls * 60 / minutes, handle_seconds, *targets)))
        else:
            found.append(0)
    return found


def shift_plan(agents: list[int], minutes: int, minimum_shift_hours: float) -> list[int]:
    """Return agents on shift in each interval, where nobody is called in for less than the shortest shift.

    Parameters
    ----------
    agents : list of int
        Agents needed in each interval of a day, from its opening on; at least one interval.
    minutes : {15, 30, 60}
        Length of an interval.
    minimum_shift_hours : float
        Shortest shift, from 0 to 12 hours; rounded up to whole intervals.

    Returns
    -------
    list of int
        One number an interval; intervals are added at the end where the last shifts outlast the day.

    Raises
    ------
    InputError
        If an input cannot be used.

    Notes
    -----
    A shift starts when agents are short, as long as the shortest. An agent past that goes home as soon as
    nobody needs them for some time to come. Which time is best depends on the day: every length up to the
    shortest shift is tried and the plan with the fewest hours kept. It is a good plan, not always the best
    there is; an agent may stay longer than one person's day, as the hours and not the persons are counted.

    Examples
    --------
    Nobody comes for less than two hours: the three who come for the peak stay another hour, the first two go.

    >>> shift_plan([2, 5, 2, 2], 60, minimum_shift_hours=2)
    [2, 5, 3, 2]
    """
    if not isinstance(agents, (list, tuple)) or not agents:
        raise InputError("agents", "a list of agents needed, one number an interval", agents)
    needed = [whole_number("agents", each, 0, MOST_AGENTS_AN_INTERVAL) for each in agents]
    if len(needed) > MINUTES_IN_DAY // checked_minutes(minutes):
        raise InputError("agents", "a list of the intervals of one day at most", agents)
    number("minimum_shift_hours", minimum_shift_hours, 0, 12)
    shortest = max(1, ceiling(minimum_shift_hours * 60 / minutes))
    best = plan_with(needed, shortest, 1)
    for patience in range(2, shortest + 1):
        plan = plan_with(needed, shortest, patience)
        if sum(plan) < sum(best):
            best = plan
    return best


def plan_with(needed: list[int], shortest: int, patience: int) -> list[int]:
    """Return a plan whose agents, once free to go, stay while needed within ``patience`` intervals."""
    length = len(needed)
    begun, plan = [0] * (length + shortest), []
    working = 0
    for interval in range(length + shortest):
        bound = 0
        for start in range(max(0, interval - shortest + 1), interval):
            bound += begun[start]
        ahead = max(needed[interval : interval + patience] + [0])
        working = min(working, max(bound, ahead))
        if interval < length and needed[interval] > working:
            begun[interval] = needed[interval] - working
            working = needed[interval]
        plan.append(working)
    while len(plan) > length and plan[-1] == 0:
        plan.pop()
    return plan


def paid_hours(
    agents: list[int],
    minutes: int,
    shrinkage: float,
    minimum_shift_hours: float = 0,
    schedule_efficiency: float = 1.0,
) -> dict:
    """Return the hours a day costs, from the agents its intervals need.

    Parameters
    ----------
    agents, minutes, minimum_shift_hours
        As for `shift_plan`.
    shrinkage : float
        Share of paid time in which an agent does not answer calls, from 0 to below 1.
    schedule_efficiency : float
        Share of the hours on shift that can be placed where they are needed, besides the shortest shift
        (fixed starting times, meal breaks, wishes), from 0.01 to 1.

    Returns
    -------
    dict
        ``needed_hours``; ``scheduled_hours`` (on shift); ``paid_hours``; ``schedule_efficiency``, needed /
        scheduled, 1 where nothing is needed; and ``on_shift``, the agents of the `shift_plan`.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    Two agents for three hours; a quarter of paid time goes to leave, illness and training:

    >>> found = paid_hours([2, 2, 2], 60, shrinkage=0.25)
    >>> found["needed_hours"], found["paid_hours"]
    (6.0, 8.0)
    """
    number("shrinkage", shrinkage, 0, below=1)
    number("schedule_efficiency", schedule_efficiency, 0.01, 1)
    plan = shift_plan(agents, minutes, minimum_shift_hours)
    needed = sum(agents) * minutes / 60
    scheduled = sum(plan) * minutes / 60 / schedule_efficiency
    return {
        "needed_hours": needed,
        "scheduled_hours": scheduled,
        "paid_hours": scheduled / (1 - shrinkage),
        "schedule_efficiency": needed / scheduled if scheduled else 1.0,
        "on_shift": plan,
    }


def full_time_equivalents(paid_hours: float, contract_hours: float) -> float:
    """Return how many full-time people so many paid hours are.

    Parameters
    ----------
    paid_hours : float
        Hours of a period (a week, a month), from 0 to 1e9.
    contract_hours : float
        Paid hours of one full-time person in the same period, from 0.01 to 10,000.

    Returns
    -------
    float
        Full-time equivalents, with their fraction.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Examples
    --------
    >>> full_time_equivalents(700, 35)
    20.0
    """
    return number("paid_hours", paid_hours, 0, 1e9) / number("contract_hours", contract_hours, 0.01, 1e4)
