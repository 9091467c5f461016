"""The work of a scenario: which calls each side takes, and the people and seats that takes."""

import math

from . import demand, mixed, staffing

MINUTES_IN_HOUR = 60
MONTHS_IN_YEAR = 12
DAYS_IN_YEAR = 365.25
NEARLY_IDLE = 1e-6  # erlang; one agent then keeps every promise a scenario can make


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

    def __init__(self, days, sundays, holidays, is_weekend, shape):
        self.days = days
        self.sundays = sundays
        self.holidays = holidays
        self.is_weekend = is_weekend
        self.shape = shape


def days_of_month(values):
    """Return the kinds of Day of an average month: weekdays, and Saturdays with Sundays and public holidays.

    A public holiday is a weekday on which as many call as on a Sunday. Where nobody calls at weekends the
    centre is closed then.
    """
    weeks = DAYS_IN_YEAR / 7 / MONTHS_IN_YEAR
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


class Staffing:
    """Agents an interval needs at a scenario's service level, never worked out twice.

    Agents needed never fall as calls rise: a rate between two that need the same number needs it too.
    """

    def __init__(self, values):
        self.service_level = values["service_level"]
        self.answer_within_seconds = values["answer_within_seconds"]
        self.max_occupancy = values["max_occupancy"]
        self.known = {}
        self.splits = {}

    def agents(self, calls_per_hour, handle_seconds, peakedness=1.0):
        """Return the least whole number of agents for this rate; none where there are no calls.

        Calls that vary ``peakedness`` times as much as chance has it need so many times the agents that an
        ordinary stream so many times smaller needs, rounded up (Hayward).
        """
        if peakedness != 1:
            return math.ceil(peakedness * self.agents(calls_per_hour / peakedness, handle_seconds))
        return self.between_known(calls_per_hour, handle_seconds)

    def split(self, values, days, volume, own_seconds):
        """Return the own days and their share of the calls, and the vendor's, as the scenario splits them.

        Only overflow depends on the volume; any other split is made once.
        """
        way = values["mixed_by"]
        if way in self.splits:
            return self.splits[way]
        pairs = [mixed.SPLITS[way](values, self, day, volume, own_seconds) for day in days]
        answer = []
        for place in (0, 1):
            part = [(day, pair[place]) for day, pair in zip(days, pairs)]
            answer.extend((part, share_of(part)))
        if way != "overflow":
            self.splits[way] = answer
        return answer

    def between_known(self, calls_per_hour, handle_seconds):
        """Return the agents of the rates on both sides where they agree, else work them out."""
        if calls_per_hour <= 0:
            return 0
        if calls_per_hour * handle_seconds / 3600 < NEARLY_IDLE:
            return 1
        if handle_seconds not in self.known:
            self.known[handle_seconds] = ([0.0], [0])
        rates, agents = self.known[handle_seconds]
        place = first_at_least(rates, calls_per_hour)
        if place < len(rates) and (agents[place] == agents[place - 1] or rates[place] == calls_per_hour):
            return agents[place]
        found = staffing.agents_needed(
            calls_per_hour,
            handle_seconds,
            self.service_level,
            self.answer_within_seconds,
            max_occupancy=self.max_occupancy,
        )
        rates.insert(place, calls_per_hour)
        agents.insert(place, found)
        return found


def share_of(days):
    """Return the share of a month's calls in the intervals of its days."""
    share = 0.0
    for day, intervals in days:
        for interval in intervals:
            share += interval[2] * day.days
    return share


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


class Roster:
    """The agents that one side's calls of a month take, all of them experienced.

    Attributes
    ----------
    agents : list of (int, int)
        Start of the interval in minutes after midnight, agents at work in it, on a weekday.
    hours, night_hours, sunday_hours, holiday_hours : float
        Hours at work a month, and those by night, on Sundays and on public holidays.
    seats : int
        Agents at work at once, at most.
    """

    def __init__(self, values, staff, days, volume, handle_seconds):
        self.agents = []
        self.seats = 0
        self.hours = self.night_hours = self.sunday_hours = self.holiday_hours = 0.0
        least = (values["least_agents"], values["night_least_agents"])
        for day, intervals in days:
            hours = night_hours = 0.0
            for start, minutes, share, agents, peakedness in intervals:
                is_night = not demand.OPENS <= start < demand.CLOSES
                if agents is None:
                    agents = staff.agents(
                        share * volume * MINUTES_IN_HOUR / minutes, handle_seconds, peakedness
                    )
                if agents < least[is_night]:
                    agents = least[is_night]
                if agents > self.seats:
                    self.seats = agents
                if not day.is_weekend:
                    self.agents.append((start, agents))
                hours += agents * minutes
                if is_night:
                    night_hours += agents * minutes
            self.add(day, values["schedule_efficiency"] * MINUTES_IN_HOUR, hours, night_hours)

    def add(self, day, needed_in_an_hour, minutes, night_minutes):
        """Add the hours of a month's days of a kind, from the minutes needed on one."""
        self.hours += day.days * minutes / needed_in_an_hour
        self.night_hours += day.days * night_minutes / needed_in_an_hour
        self.sunday_hours += day.sundays * minutes / needed_in_an_hour
        self.holiday_hours += day.holidays * minutes / needed_in_an_hour


class Side:
    """What one side is asked to handle in a month: its calls, and the Roster they take.

    ``days`` holds each kind of Day with its intervals as `mixed` splits them; ``share`` is what they come to.
    """

    def __init__(self, values, staff, days, share, volume, handle_seconds):
        self.values = values
        self.staff = staff
        self.days = days
        self.volume = volume
        self.handle_seconds = handle_seconds
        self.known_roster = None
        self.calls = share * volume

    @property
    def roster(self):
        if self.known_roster is None:
            self.known_roster = Roster(self.values, self.staff, self.days, self.volume, self.handle_seconds)
        return self.known_roster


class Load:
    """What one side does in a month, given how well it knows the work.

    Learners take longer over a call, and some calls come again: minutes and hours grow in proportion.

    Attributes
    ----------
    side : Side
    calls, handled_minutes : float
        A month's, with the calls that come again.
    stretch : float
        Hours ÷ the hours experienced agents would need.
    """

    def __init__(self, side, handle_factor, repeat_factor):
        self.side = side
        self.calls = side.calls * repeat_factor
        self.stretch = handle_factor * repeat_factor
        self.handled_minutes = side.calls * side.handle_seconds / 60 * self.stretch
        self.known_team = None

    @property
    def team(self):
        if self.known_team is None:
            self.known_team = Team(self.side.values, self.side.roster, self.stretch)
        return self.known_team


class Team:
    """The people and seats a month's work takes.

    Attributes
    ----------
    work_hours, night_hours, sunday_hours, holiday_hours : float
        Hours at work a month, and those by night, on Sundays and on public holidays.
    paid_hours : float
        Hours paid a month, with the time away from work.
    posts : float
        Full-time agents those paid hours make.
    seats : int
        Agents at work at once, at most.
    """

    def __init__(self, values, roster, stretch):
        self.work_hours = roster.hours * stretch
        self.night_hours = roster.night_hours * stretch
        self.sunday_hours = roster.sunday_hours * stretch
        self.holiday_hours = roster.holiday_hours * stretch
        self.paid_hours = self.work_hours / (1 - values["shrinkage"])
        self.posts = self.paid_hours / values["paid_hours_per_month"]
        self.seats = roster.seats


class Workload:
    """One side's months: runs of months with the same load, in order.

    Attributes
    ----------
    periods : list of (int, int, int, Load)
        First month (from 1), months, year (from 0), and the load of each month.
    by_year : list of Load
        The load of each year once learning is over.
    months : int
        Months of the horizon.
    """

    def __init__(self, periods, by_year, months):
        self.periods = periods
        self.by_year = by_year
        self.months = months

    @property
    def first(self):
        return self.by_year[0]

    @property
    def customers(self):
        """Calls over the horizon, without those that come again."""
        total = 0.0
        for _, months, _, load in self.periods:
            total += months * load.side.calls
        return total

    @property
    def most_seats(self):
        return max([load.team.seats for load in self.by_year])


def share_out(values, staff, days):
    """Return the Workload of the firm's own agents and of the vendor's, by the scenario's ``mixed_by``."""
    runs = months_alike(values)
    grows = values["volume_growth"] != 0
    years = range(runs[-1][2] + 1)
    volumes = [(1 + values["volume_growth"]) ** year for year in years] if grows else [1]
    sides = [sides_of(values, staff, days, values["calls_per_month"] * volume) for volume in volumes]

    def workload(place, factors):
        loads = [[Load(pair[place], *factors(values, learns)) for learns in (False, True)] for pair in sides]
        periods = [run[:3] + (loads[run[2] if grows else 0][run[3 + place]],) for run in runs]
        return Workload(
            periods, [loads[year if grows else 0][False] for year in years], values["horizon_months"]
        )

    return workload(0, own_factors), workload(1, vendor_factors)


def months_alike(values):
    """Return runs of months alike: (first month, months, year, own agents learn, the vendor's do)."""
    horizon = values["horizon_months"]
    own = min(values["learning_months"], horizon)
    vendor = min(values["vendor_learning_months"], horizon)
    starts = sorted(set([own, vendor] + list(range(0, horizon, MONTHS_IN_YEAR))))
    starts = [month for month in starts if month < horizon]
    ends = starts[1:] + [horizon]
    return [
        (start + 1, end - start, start // MONTHS_IN_YEAR, start < own, start < vendor)
        for start, end in zip(starts, ends)
    ]


def sides_of(values, staff, days, volume):
    """Return the own and the vendor's Side of a month with so many calls."""
    own_ratio, vendor_ratio = mixed.handle_ratios(values)
    own_seconds = values["handle_seconds"] * own_ratio
    vendor_seconds = values["handle_seconds"] * vendor_ratio
    own, own_share, others, vendor_share = staff.split(values, days, volume, own_seconds)
    return (
        Side(values, staff, own, own_share, volume, own_seconds),
        Side(values, staff, others, vendor_share, volume, vendor_seconds),
    )


def own_factors(values, all_learn):
    """Return handle time and calls of own agents as multiples: first all learn, later only new ones."""
    learners = 1.0
    if not all_learn:
        learners = min(1.0, values["attrition"] / MONTHS_IN_YEAR * values["learning_months"])
    return 1 + learners * (values["learning_handle_factor"] - 1), 1.0


def vendor_factors(values, learns):
    """Return handle time and calls of the vendor's agents as multiples: some calls come again."""
    return (values["vendor_handle_factor"], values["vendor_repeat_factor"]) if learns else (1.0, 1.0)
