"""The work of a scenario, month by month: the calls each side takes, and the people and seats for them."""

from ..numerics.rounding import ceiling
from ..units import MONTHS_IN_YEAR
from . import split
from .roster import Intervals, Roster, Staffing
from .scenario import Scenario


class Side:
    """What one side is asked to handle in a month: its calls, and the Roster they take."""

    def __init__(
        self,
        scenario: Scenario,
        staffing: Staffing,
        quoted_staffing: Staffing,
        intervals: Intervals,
        volume: float,
        handle_seconds: float,
    ) -> None:
        self.values = scenario.values
        self.staffing = staffing
        self.quoted_staffing = quoted_staffing
        self.intervals = intervals
        self.volume = volume
        self.handle_seconds = handle_seconds
        self.calls = intervals.share * volume

    @property
    def roster(self) -> Roster:
        return self.intervals.roster(self.staffing, self.volume, self.handle_seconds)

    @property
    def service_factor(self) -> float:
        """Hours that the promised service takes ÷ hours at the service that the vendor's price is for."""
        if self.quoted_staffing.promises_as(self.staffing) or self.roster.hours == 0:
            return 1.0
        quoted = self.intervals.roster(self.quoted_staffing, self.volume, self.handle_seconds)
        return self.roster.hours / quoted.hours


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

    def __init__(self, side: Side, handle_factor: float, repeat_factor: float) -> None:
        self.side = side
        self.calls = side.calls * repeat_factor
        self.stretch = handle_factor * repeat_factor
        self.handled_minutes = side.calls * side.handle_seconds / 60 * self.stretch
        self.known_team: Team | None = None

    @property
    def team(self) -> "Team":
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

    def __init__(self, values: dict, roster: Roster, stretch: float) -> None:
        self.work_hours = roster.hours * stretch
        self.night_hours = roster.night_hours * stretch
        self.sunday_hours = roster.sunday_hours * stretch
        self.holiday_hours = roster.holiday_hours * stretch
        self.paid_hours = self.work_hours / (1 - values["shrinkage"])
        self.posts = self.paid_hours / values["paid_hours_per_month"]
        self.seats = ceiling(roster.seats * stretch)


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

    def __init__(self, periods: list[tuple[int, int, int, Load]], by_year: list[Load], months: int) -> None:
        self.periods = periods
        self.by_year = by_year
        self.months = months

    @property
    def first(self) -> Load:
        return self.by_year[0]

    @property
    def customers(self) -> float:
        """Calls over the horizon, without those that come again."""
        total = 0.0
        for _, months, _, load in self.periods:
            total += months * load.side.calls
        return total

    @property
    def most_seats(self) -> int:
        return max([load.team.seats for _, _, _, load in self.periods])


def share_out(scenario: Scenario) -> tuple[Workload, Workload]:
    """Return the Workload of the firm's own agents and of the vendor's, by the scenario's ``mixed_by``."""
    values = scenario.values
    grows = values["volume_growth"] != 0
    years = range(scenario.own_months[-1][2] + 1)
    volumes = [(1 + values["volume_growth"]) ** year for year in years] if grows else [1]
    left = values["calls_per_month"] * (1 - values["bot_settles"])
    sides = [sides_of(scenario, left * volume) for volume in volumes]

    def workload(side: int, months: list, factors: callable) -> Workload:
        loads = [[Load(pair[side], *factors(values, learns)) for learns in (False, True)] for pair in sides]
        periods = [
            (first, length, year, loads[year if grows else 0][learns])
            for first, length, year, learns in months
        ]
        return Workload(
            periods, [loads[year if grows else 0][False] for year in years], values["horizon_months"]
        )

    return workload(0, scenario.own_months, own_factors), workload(1, scenario.vendor_months, vendor_factors)


def sides_of(scenario: Scenario, volume: float) -> list[Side]:
    """Return the own and the vendor's Side of a month with so many calls for people."""
    values = scenario.values
    mean = values["handle_seconds"] * automation_factor(values)
    seconds = [mean * ratio for ratio in split.handle_ratios(values)]
    parts = split.split_month(scenario, volume, seconds[0])
    flows_over = values["mixed_by"] == "overflow"
    at_once = (scenario.staffing, scenario.quoted_staffing)
    waited = (scenario.overflow_staffing, scenario.quoted_overflow_staffing)
    staffing = (at_once, waited if flows_over else at_once)
    return [
        Side(scenario, *by, intervals, volume, each) for by, intervals, each in zip(staffing, parts, seconds)
    ]


def automation_factor(values: dict) -> float:
    """Return the mean handle time of calls left to people, as a multiple of that of all calls.

    Software settles the easy ones, so the others are harder; those it passes on are told twice.
    """
    if values["bot_settles"] == 0 and values["bot_passes_on"] == 0:
        return 1.0
    left = 1 - values["bot_settles"]
    harder = values["bot_harder_factor"] if values["bot_settles"] > 0 else 1.0
    retold = values["bot_passes_on"] / left
    return harder * (1 + retold * (values["bot_retold_factor"] - 1))


def own_factors(values: dict, all_learn: bool) -> tuple[float, float]:
    """Return handle time and calls of own agents as multiples: first all learn, later only new ones."""
    learners = 1.0
    if not all_learn:
        learners = min(1.0, values["attrition"] / MONTHS_IN_YEAR * values["learning_months"])
    return 1 + learners * (values["learning_handle_factor"] - 1), calls_factor(
        values, values["own_resolution"]
    )


def vendor_factors(values: dict, learns: bool) -> tuple[float, float]:
    """Return handle time and calls of the vendor's agents as multiples of what is expected.

    While they learn, calls take longer and more of them come again. Matters that a side settles less often
    than was counted on come again, as long as it works; those it settles more often do not.
    """
    calls = calls_factor(values, values["vendor_resolution"])
    return (
        (values["vendor_handle_factor"], values["vendor_repeat_factor"] * calls) if learns else (1.0, calls)
    )


def calls_factor(values: dict, resolution: float) -> float:
    """Return the calls of a side that settles so many, as a multiple of the calls counted."""
    again = values["callers_again"]
    counted = calls_per_matter(values["counted_resolution"], again)
    return calls_per_matter(resolution, again) / counted


def calls_per_matter(resolution: float, again: float) -> float:
    """Return how many calls a matter makes, on average, until it is settled or given up."""
    return 1 / (1 - (1 - resolution) * again)
