"""A day's calls divided between own agents and a vendor, interval by interval, with the agents each needs."""

from ..check import InputError, number, whole_number, yes_or_no
from ..demand import checked_profile
from ..staffing import agents_needed
from . import roster, split
from .scenario import overflow_staffing

MOST_CELL_AGENTS = 10_000


def divide(
    profile: list,
    handle_seconds: float,
    service_level: float = 0.80,
    answer_within_seconds: float = 20,
    max_occupancy: float = 1.0,
    in_house_opens_hour: int = 0,
    in_house_closes_hour: int = 24,
    cell_agents: int | None = None,
    is_given: bool = False,
    least_agents: int = 1,
    night_least_agents: int = 2,
    overflow_after_seconds: float = 20.0,
) -> list[dict]:
    """Return the intervals of a day, with the calls own agents keep, those a vendor takes, and the agents.

    Two rules may hold together. By hours: own agents answer between two hours of the day, the vendor before
    and after. By overflow: own agents are no more than a cell of so many, and a call that has waited so long
    for them goes on to the vendor, who answers it in what is left of the time.

    Parameters
    ----------
    profile : list of tuple
        A day's profile, (start_minute, minutes, calls) each.
    handle_seconds, service_level, answer_within_seconds
        As for `staffing.agents_needed`; the service level from 0.01 to below 1.
    max_occupancy : float
        Largest share of their time agents may be busy, from 0.1 to 1.
    in_house_opens_hour, in_house_closes_hour : int
        Hours of the day from 0 to 24, in order; from 0 to 24 own agents are there at all hours.
    cell_agents : int, optional
        Most own agents at work, from 1 to 10,000; as many as are needed where none is given.
    is_given : bool
        Whether the vendor takes the whole day.
    least_agents, night_least_agents : int
        Fewest agents of a side in an interval with calls for it, from 0 to 1000, by day (07:00 to 21:00) and
        by night.
    overflow_after_seconds : float
        How long a call waits for own agents before it flows over, from 0 to 600.

    Returns
    -------
    list of dict
        For each interval of the profile ``start`` and ``minutes``; ``calls``, ``own_calls``,
        ``vendor_calls``; ``own_agents`` and ``vendor_agents``, needed at work; ``agents_alone``, needed if
        own agents took every call; ``peakedness`` of the vendor's calls, 1 where they come at random.

    Raises
    ------
    InputError
        If an input cannot be used.

    Notes
    -----
    Agents by Erlang C. The vendor's agents serve these calls alone; for calls that flow over they are
    Hayward's approximation. Sources: `split`, `overflow`.

    Examples
    --------
    From nine to ten the vendor takes no call, since own agents answer until ten; after that it takes all:

    >>> day = divide([(540, 60, 30.0), (600, 60, 30.0)], 240, in_house_closes_hour=10)
    >>> [(each["own_calls"], each["vendor_calls"]) for each in day]
    [(30.0, 0.0), (0.0, 30.0)]
    """
    checked_profile("profile", profile)
    number("service_level", service_level, 0.01, below=1)
    number("max_occupancy", max_occupancy, 0.1, 1)
    whole_number("in_house_opens_hour", in_house_opens_hour, 0, 24)
    whole_number("in_house_closes_hour", in_house_closes_hour, 0, 24)
    if in_house_closes_hour < in_house_opens_hour:
        allowed = "no less than this: in_house_opens_hour"
        raise InputError("in_house_closes_hour", allowed, in_house_closes_hour)
    if cell_agents is not None:
        whole_number("cell_agents", cell_agents, 1, MOST_CELL_AGENTS)
    yes_or_no("is_given", is_given)
    whole_number("least_agents", least_agents, 0, 1000)
    whole_number("night_least_agents", night_least_agents, 0, 1000)
    number("overflow_after_seconds", overflow_after_seconds, 0, 600)
    agents_needed(0, handle_seconds, service_level, answer_within_seconds)
    values = {
        "service_level": service_level,
        "answer_within_seconds": answer_within_seconds,
        "max_occupancy": max_occupancy,
        "in_house_opens_hour": in_house_opens_hour,
        "in_house_closes_hour": in_house_closes_hour,
        "cell_agents": cell_agents,
        "overflow_after_seconds": overflow_after_seconds,
        "least_agents": least_agents,
        "night_least_agents": night_least_agents,
        "weekends_by": "vendor" if is_given else "in-house",
    }
    return Division(profile, handle_seconds, values).intervals()


class Division:
    """A day being divided."""

    def __init__(self, profile: list, handle_seconds: float, values: dict) -> None:
        self.profile = profile
        self.handle_seconds = handle_seconds
        self.values = values
        self.staffing = roster.Staffing(values)
        self.overflow_staffing = overflow_staffing(values)

    def intervals(self) -> list:
        """Return the intervals, as `divide` does."""
        own, others, over = self.sides()
        found = []
        for start, minutes, calls in self.profile:
            own_calls, own_agents, _ = self.side(minutes, own.get(start))
            vendor_calls, vendor_agents, peakedness = self.side(minutes, others.get(start))
            if start in over:
                vendor_calls, vendor_agents, peakedness = self.side(minutes, over[start], has_waited=True)
            alone = own_agents
            if own_calls < calls:
                alone = self.side(minutes, (start, minutes, calls, None, 1.0))[1]
            found.append(
                {
                    "start": start,
                    "minutes": minutes,
                    "calls": calls,
                    "own_calls": own_calls,
                    "vendor_calls": vendor_calls,
                    "own_agents": own_agents,
                    "vendor_agents": vendor_agents,
                    "agents_alone": alone,
                    "peakedness": peakedness,
                }
            )
        return found

    def sides(self) -> list:
        """Return by their start the own intervals, the vendor's, and those of calls that flow over to it."""
        shape = [interval for interval in self.profile if interval[2] > 0]
        own, others = split.by_hours(self.values, self.staffing, self.day(shape), 1.0, self.handle_seconds)
        over = []
        if self.values["cell_agents"] is not None:
            kept = self.day([interval[:3] for interval in own])
            own, over = split.by_overflow(self.values, self.staffing, kept, 1.0, self.handle_seconds)
        return [{interval[0]: interval for interval in part} for part in (own, others, over)]

    def day(self, shape: list) -> roster.Day:
        return roster.Day(1, 0, 0, self.values["weekends_by"] == "vendor", shape)

    def side(self, minutes: int, interval: tuple | None, has_waited: bool = False) -> tuple:
        """Return a side's calls, agents and peakedness in an interval; None is one without calls for it."""
        if interval is None:
            return 0.0, 0, 1.0
        start, _, calls, agents, peakedness = interval
        if agents is None:
            staffing = self.overflow_staffing if has_waited else self.staffing
            agents = staffing.agents_for_peaks(calls * 60 / minutes, self.handle_seconds, peakedness)
        return calls, max(agents, roster.fewest_agents(self.values, start)), peakedness
