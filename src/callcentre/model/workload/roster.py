"""Agents by interval over a month's days, and the hours that makes.

Shifts, rather than being laid out one by one as in `hours.shift_plan`, are told by one number: the schedule
efficiency. That keeps a comparison of hundreds of scenarios quick.
"""

from .. import demand, staffing
from ..numerics.rounding import ceiling
from ..units import DAYS_IN_WEEK, DAYS_IN_YEAR, MONTHS_IN_YEAR

NEARLY_IDLE = 0.0036  # calls an hour times seconds; one agent then keeps every promise a scenario can make
MOST_ROSTERS = 400  # remembered of a side; a scenario looked at from all sides takes some 300


class Day:
    """A kind of day: how many there are a month, and a month's calls in each interval of one such day.

    Attributes
    ----------
    days, sundays, holidays : float
        Days of this kind a month, and how many of them are Sundays and public holidays.
    is_weekend : bool
        Whether it is a Saturday, a Sunday or a public holiday.
    shape : list of (int, int, float)
        Start in minutes after midnight, minutes, and share of the month's calls, where there are calls.
    """

    def __init__(self, days: float, sundays: float, holidays: float, is_weekend: bool, shape: list) -> None:
        self.days = days
        self.sundays = sundays
        self.holidays = holidays
        self.is_weekend = is_weekend
        self.shape = shape


def days_of_month(values: dict) -> list[Day]:
    """Return the kinds of Day of an average month: weekdays, and Saturdays with Sundays and public holidays.

    A public holiday is a weekday on which as many call as on a Sunday. Where nobody calls at weekends the
    centre is closed then.
    """
    weeks = DAYS_IN_YEAR / DAYS_IN_WEEK / MONTHS_IN_YEAR
    holidays = values["holidays_per_year"] / MONTHS_IN_YEAR
    weekdays = 5 * weeks - holidays
    weekend = 2 * weeks + holidays
    week = demand.week_profile(1.0, values["weekend_share"], None, 30, values["night_share"])
    weekday, saturday = week[0], week[5]
    month = weekdays * demand.total_calls(weekday) + weekend * demand.total_calls(saturday)
    shapes = [
        [(start, minutes, calls / month) for start, minutes, calls in day if calls > 0]
        for day in (weekday, saturday)
    ]
    return [Day(weekdays, 0.0, 0.0, False, shapes[0]), Day(weekend, weeks, holidays, True, shapes[1])]


class Slot:
    """An interval of a kind of day, as one side has it.

    Attributes
    ----------
    start : int
        Minutes after midnight.
    is_weekend : bool
        Whether its day is a Saturday, a Sunday or a public holiday.
    per_hour : float
        Calls an hour, as a share of the month's calls.
    agents : int or None
        Agents at work, where they do not follow from the calls.
    peakedness : float
        Variance ÷ mean of the calls' load; 1 but for calls that flow over.
    least : int
        Fewest agents at work.
    hours : tuple of float
        Hours a month that an agent in this interval works: all, by night, on Sundays, on public holidays.
    """

    def __init__(
        self,
        values: dict,
        day: Day,
        start: int,
        minutes: int,
        share: float,
        agents: int | None,
        peakedness: float,
    ) -> None:
        is_night = is_by_night(start)
        length = minutes / 60 / values["schedule_efficiency"]
        self.start = start
        self.is_weekend = day.is_weekend
        self.per_hour = share * 60 / minutes
        self.agents = agents
        self.peakedness = peakedness
        self.least = fewest_agents(values, start)
        self.hours = (
            day.days * length,
            day.days * length if is_night else 0.0,
            day.sundays * length,
            day.holidays * length,
        )


def is_by_night(start: int) -> bool:
    """Tell whether an interval that starts so many minutes after midnight is one of the night's."""
    return not demand.OPENS <= start < demand.CLOSES


def fewest_agents(values: dict, start: int) -> int:
    """Return the fewest agents at work in an interval that starts so many minutes after midnight."""
    return values["night_least_agents"] if is_by_night(start) else values["least_agents"]


class Staffing:
    """Agents an interval needs at a scenario's service level, never worked out twice.

    Agents needed never fall as calls rise: a rate between two that need the same number needs it too.
    """

    RESTS_ON = ("service_level", "answer_within_seconds", "max_occupancy")

    def __init__(self, values: dict) -> None:
        self.service_level = values["service_level"]
        self.answer_within_seconds = values["answer_within_seconds"]
        self.max_occupancy = values["max_occupancy"]
        self.known: dict[float, tuple[list[float], list[int]]] = {}

    def promises_as(self, other: "Staffing") -> bool:
        """Tell whether another Staffing has the same agents, since it keeps the same promise."""
        return all(getattr(self, name) == getattr(other, name) for name in self.RESTS_ON)

    def agents(self, calls_per_hour: float, handle_seconds: float) -> int:
        """Return the least whole number of agents for this rate; none where there are no calls."""
        return self.agents_and_reach(calls_per_hour, handle_seconds)[0]

    def agents_for_peaks(self, calls_per_hour: float, handle_seconds: float, peakedness: float) -> int:
        """Return the agents for calls that vary ``peakedness`` times as much as chance has it (Hayward).

        So many times the agents that an ordinary stream so many times smaller needs, rounded up.
        """
        return ceiling(peakedness * self.agents(calls_per_hour / peakedness, handle_seconds))

    def agents_and_reach(self, calls_per_hour: float, handle_seconds: float) -> tuple[int, float]:
        """Return the agents for this rate, and a rate at least as high that is known to need no more."""
        if calls_per_hour * handle_seconds < NEARLY_IDLE:
            return (1 if calls_per_hour > 0 else 0), calls_per_hour
        if handle_seconds not in self.known:
            self.known[handle_seconds] = ([0.0], [0])
        rates, agents = self.known[handle_seconds]
        low, index = 0, len(rates)
        while low < index:
            middle = (low + index) // 2
            if rates[middle] < calls_per_hour:
                low = middle + 1
            else:
                index = middle
        if index == len(rates) or (agents[index] != agents[index - 1] and rates[index] != calls_per_hour):
            found = staffing.least_agents_without_abandonment(
                calls_per_hour,
                handle_seconds,
                self.service_level,
                self.answer_within_seconds,
                self.max_occupancy,
                agents[index - 1],
            )
            rates.insert(index, calls_per_hour)
            agents.insert(index, found)
        while index + 1 < len(rates) and agents[index + 1] == agents[index]:
            index += 1
        return agents[index], rates[index]


class Roster:
    """The agents that one side's calls of a month take, all of them experienced.

    Attributes
    ----------
    hours, night_hours, sunday_hours, holiday_hours : float
        Hours at work a month, and those by night, on Sundays and on public holidays.
    seats : int
        Agents at work at once, at most.
    slots : list of Slot
    at_work : list of int
        The agents of each slot.
    """

    def __init__(
        self, staffing: Staffing, slots_of_side: list[Slot], volume: float, handle_seconds: float
    ) -> None:
        self.slots = slots_of_side
        self.at_work: list[int] = []
        self.seats = 0
        hours = night_hours = sunday_hours = holiday_hours = 0.0
        needed, reach = 0, -1.0
        for slot in slots_of_side:
            rate = slot.per_hour * volume
            if slot.agents is not None:
                agents = slot.agents
            elif slot.peakedness != 1:
                agents = staffing.agents_for_peaks(rate, handle_seconds, slot.peakedness)
            else:
                if rate > reach:
                    needed, reach = staffing.agents_and_reach(rate, handle_seconds)
                agents = needed
            if agents < slot.least:
                agents = slot.least
            if agents > self.seats:
                self.seats = agents
            self.at_work.append(agents)
            all_day, night, sunday, holiday = slot.hours
            hours += agents * all_day
            night_hours += agents * night
            sunday_hours += agents * sunday
            holiday_hours += agents * holiday
        self.hours = hours
        self.night_hours = night_hours
        self.sunday_hours = sunday_hours
        self.holiday_hours = holiday_hours

    @property
    def agents(self) -> list[tuple[int, int]]:
        """Each interval's start in minutes after midnight, and its agents, on a weekday, in order."""
        of_slots = zip(self.slots, self.at_work)
        return sorted([(slot.start, agents) for slot, agents in of_slots if not slot.is_weekend])


class Intervals:
    """The intervals of a month in which one side has calls, with the rosters these take, never made twice.

    Parameters
    ----------
    values : dict
        Every value of a scenario.
    days : list of tuple
        (Day, its intervals) each: (start, minutes, share, agents, peakedness), as a split has them.

    Attributes
    ----------
    slots : list of Slot
        The ones with the fewest calls first.
    share : float
        Of a month's calls, the share in these intervals.
    """

    def __init__(self, values: dict, days: list) -> None:
        made = [Slot(values, day, *interval) for day, intervals in days for interval in intervals]
        self.slots = sorted(made, key=lambda slot: slot.per_hour)
        self.share = 0.0
        for day, intervals in days:
            for interval in intervals:
                self.share += interval[2] * day.days
        self.known: dict[tuple, Roster] = {}

    def roster(self, staffing: Staffing, volume: float, handle_seconds: float) -> Roster:
        """Return the Roster of a month with so many calls, each of which takes so long on average."""
        asked = (staffing, volume, handle_seconds)
        if asked not in self.known:
            if len(self.known) == MOST_ROSTERS:
                self.known.clear()
            self.known[asked] = Roster(staffing, self.slots, volume, handle_seconds)
        return self.known[asked]
