"""The work of a scenario: which calls each side takes, and the people and seats that takes."""

from . import demand, staffing

MINUTES_IN_HOUR = 60
MONTHS_IN_YEAR = 12


class Staffing:
    """Agents an interval needs at a scenario's service level, never worked out twice.

    Agents needed never fall as calls rise: a rate between two that need the same number needs it too.
    """

    def __init__(self, values):
        self.service_level = values["service_level"]
        self.answer_within_seconds = values["answer_within_seconds"]
        self.shape = day_shape(values)
        self.known = {}

    def agents(self, calls_per_hour, handle_seconds):
        """Return the least whole number of agents for this rate; none where there are no calls."""
        if calls_per_hour <= 0:
            return 0
        if handle_seconds not in self.known:
            self.known[handle_seconds] = ([0.0], [0])
        rates, agents = self.known[handle_seconds]
        place = first_at_least(rates, calls_per_hour)
        if place < len(rates) and (agents[place] == agents[place - 1] or rates[place] == calls_per_hour):
            return agents[place]
        found = staffing.agents_needed(
            calls_per_hour, handle_seconds, self.service_level, self.answer_within_seconds
        )
        rates.insert(place, calls_per_hour)
        agents.insert(place, found)
        return found


def first_at_least(numbers, value):
    """Return the first place in ascending numbers whose number is at least the value."""
    low, high = 0, len(numbers)
    while low < high:
        middle = (low + high) // 2
        if numbers[middle] < value:
            low = middle + 1
        else:
            high = middle
    return low


class Load:
    """What one side handles in a month.

    Attributes
    ----------
    calls, handled_minutes : float
        A month's.
    team : Team
        The people and seats that takes, worked out when first asked for.
    """

    def __init__(self, values, intervals, staff):
        self.values = values
        self.intervals = intervals
        self.staff = staff
        self.known_team = None
        calls = 0.0
        for _, _, calls_of_interval in intervals:
            calls += calls_of_interval
        self.calls = calls * values["open_days_per_month"]
        self.handled_minutes = self.calls * values["handle_seconds"] / 60

    @property
    def team(self):
        if self.known_team is None:
            self.known_team = Team(self.values, self.intervals, self.staff)
        return self.known_team


class Team:
    """The people and seats a month's calls take.

    Attributes
    ----------
    agents : list of (int, int)
        Start of the interval in minutes after midnight, agents at work in it.
    work_hours, paid_hours : float
        Hours at the desk, and with the time away from calls, a month.
    posts : float
        Full-time agents those paid hours make.
    seats : int
        Agents at work at once, at most.
    """

    def __init__(self, values, intervals, staff):
        handle_seconds = values["handle_seconds"]
        hours = 0.0
        self.agents = []
        self.seats = 0
        for start, minutes, calls in intervals:
            agents = staff.agents(calls * MINUTES_IN_HOUR / minutes, handle_seconds)
            self.agents.append((start, agents))
            hours += agents * minutes / MINUTES_IN_HOUR
            if agents > self.seats:
                self.seats = agents
        self.work_hours = hours * values["open_days_per_month"]
        self.paid_hours = self.work_hours / (1 - values["shrinkage"])
        self.posts = self.paid_hours / values["paid_hours_per_month"]


class Workload:
    """One side's months: runs of months with the same load, in order.

    Attributes
    ----------
    periods : list of (int, Load)
        How many months, and the load of each of them; together the scenario's horizon.
    """

    def __init__(self, periods):
        self.periods = periods

    @property
    def first(self):
        return self.periods[0][1]

    @property
    def calls(self):
        """Calls over the horizon."""
        total = 0.0
        for months, load in self.periods:
            total += months * load.calls
        return total

    @property
    def most_seats(self):
        return max([load.team.seats for _, load in self.periods])


def day_shape(values):
    """Return an open day's intervals with calls: (start minute, minutes, share of the day's calls)."""
    return [each for each in demand.day_profile(1.0) if each[2] > 0]


def all_in_house(values, intervals):
    """Split a day so that own agents take every call."""
    return intervals, []


def all_to_vendor(values, intervals):
    """Split a day so that the vendor takes every call."""
    return [], intervals


def by_hours(values, intervals):
    """Split a day by the clock: own agents take the calls of their hours, the vendor the others."""
    opens = values["in_house_opens_hour"] * MINUTES_IN_HOUR
    closes = values["in_house_closes_hour"] * MINUTES_IN_HOUR
    own = [each for each in intervals if opens <= each[0] < closes]
    others = [each for each in intervals if not opens <= each[0] < closes]
    return own, others


def share_out(values, split, staff):
    """Return the Workload of the firm's own agents and of the vendor's, as ``split`` shares a day's calls."""
    calls = values["calls_per_month"] / values["open_days_per_month"]
    day = [(start, minutes, share * calls) for start, minutes, share in staff.shape]
    return [Workload([(values["horizon_months"], Load(values, part, staff))]) for part in split(values, day)]
