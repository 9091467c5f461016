"""How calls are shared between own agents and a vendor's: by hours, by overflow, by activity.

A split takes (values, staffing, day, volume, own handle seconds) and returns the own and the vendor's
intervals, (start, minutes, share, agents, peakedness) each: the share is of all the month's calls, agents are
None where they follow from the calls, and peakedness is 1 but for calls that flow over.
"""

from ..erlang.erlang import LEAST_LOAD, erlang_b
from ..erlang.overflow import passed_on, peakedness_of_lost
from ..units import SECONDS_IN_HOUR
from .roster import Day, Intervals, Staffing, fewest_agents
from .scenario import Scenario


def part(intervals: list, share: float = 1.0) -> list:
    """Return a share of each interval's calls, with agents that follow from them."""
    return [(start, minutes, calls * share, None, 1.0) for start, minutes, calls in intervals]


def nothing(
    values: dict,
    staffing: Staffing,
    day: Day,
    volume: float,
    own_seconds: float,
) -> tuple:
    """Own agents take every call."""
    return part(day.shape), []


def by_hours(
    values: dict,
    staffing: Staffing,
    day: Day,
    volume: float,
    own_seconds: float,
) -> tuple:
    """Own agents take the calls of their hours; the vendor the others, and weekends if it is given them."""
    if day.is_weekend and values["weekends_by"] == "vendor":
        return [], part(day.shape)
    opens = values["in_house_opens_hour"] * 60
    closes = values["in_house_closes_hour"] * 60
    own = [each for each in day.shape if opens <= each[0] < closes]
    others = [each for each in day.shape if not opens <= each[0] < closes]
    return part(own), part(others)


def by_overflow(
    values: dict,
    staffing: Staffing,
    day: Day,
    volume: float,
    own_seconds: float,
) -> tuple:
    """Own agents, at most a cell of so many, answer what they can; who has waited so long goes to the vendor.

    There are as many own agents as would keep the promise alone, or the whole cell where that is fewer. The
    rule is the same at every hour, so that a little always flows over, and more where the cell is too small.
    How bursty these calls are is taken from calls that would go on at once.
    """
    own = []
    others = []
    for start, minutes, share in day.shape:
        rate = share * volume * 60 / minutes
        agents = min(values["cell_agents"], staffing.agents(rate, own_seconds))
        agents = max(agents, fewest_agents(values, start))
        load = rate * own_seconds / SECONDS_IN_HOUR
        after = values["overflow_after_seconds"] / own_seconds
        lost = erlang_b(load, agents) if load >= LEAST_LOAD else 0.0
        over = passed_on(load, agents, after, lost) if lost > 0 else 0.0
        own.append((start, minutes, share * (1 - over), agents, 1.0))
        if over > 0:
            peakedness = peakedness_of_lost(load, agents, lost)
            others.append((start, minutes, share * over, None, peakedness))
    return own, others


def by_activity(
    values: dict,
    staffing: Staffing,
    day: Day,
    volume: float,
    own_seconds: float,
) -> tuple:
    """The vendor takes secondary activities, a share of the calls at every hour; own agents the others."""
    share = values["secondary_share"]
    own = part(day.shape, 1 - share) if share < 1 else []
    return own, part(day.shape, share) if share > 0 else []


# (way, how it shares a day's calls) each
SPLITS = (
    ("nothing", nothing),
    ("hours", by_hours),
    ("overflow", by_overflow),
    ("activity", by_activity),
)


def split_of(way: str) -> callable:
    """Return the function that shares a day's calls in this way."""
    return [split for known, split in SPLITS if known == way][0]


def split_month(scenario: Scenario, volume: float, own_seconds: float) -> list[Intervals]:
    """Return each side's Intervals of a month, own agents' and then the vendor's.

    Only overflow depends on how many calls there are; any other split is made once a scenario. Where
    everything is the vendor's, it has the very intervals that own agents have where nothing is.
    """
    way = scenario.values["mixed_by"]
    if way == "everything":
        return known_split(scenario, "nothing")[::-1]
    if way == "overflow":
        return sides_of_split(scenario, way, volume, own_seconds)
    return known_split(scenario, way)


def known_split(scenario: Scenario, way: str) -> list[Intervals]:
    """Return each side's Intervals in a way that does not depend on how many calls there are."""
    if way not in scenario.known_splits:
        scenario.known_splits[way] = sides_of_split(scenario, way)
    return scenario.known_splits[way]


def sides_of_split(
    scenario: Scenario, way: str, volume: float = 0.0, own_seconds: float = 0.0
) -> list[Intervals]:
    """Return each side's Intervals of a month in a way of sharing its calls."""
    split = split_of(way)
    pairs = [split(scenario.values, scenario.staffing, day, volume, own_seconds) for day in scenario.days]
    return [
        Intervals(scenario.values, [(day, pair[side]) for day, pair in zip(scenario.days, pairs)])
        for side in (0, 1)
    ]


def handle_ratios(values: dict) -> tuple:
    """Return the own and the vendor's handle time ÷ that of all calls: activities differ, hours do not."""
    share = values["secondary_share"]
    if values["mixed_by"] != "activity" or share == 1:
        return 1.0, 1.0
    ratio = values["secondary_handle_ratio"]
    return (1 - share * ratio) / (1 - share), ratio
