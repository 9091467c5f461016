"""From lines of a report to the profiles of its days: intervals of one length, without a gap.

What a report leaves out counts as no calls. Clocks may change, and nights go past midnight.
"""

from ..check import InputError
from ..demand import INTERVALS
from ..units import MINUTES_IN_DAY, clock
from .dates import day_number, may_change_clocks
from .number_column import in_first_order
from .refusals import refused
from .report import Report

STEPS = (1, 2, 3, 5, 6, 10) + INTERVALS
HOUR = 60
LATEST_CHANGE = 300  # a night's calls until 05:00 show that an hour is missing because clocks change
LONG_BREAK = 120  # minutes at least between a night's end and the next one's beginning
EVENING, SMALL_HOURS = 1380, 60
ALLOWED = "intervals of 15, 30 or 60 minutes that start on them, or shorter ones that add up to these"


class DayIntervals:
    """The days of a report.

    Attributes
    ----------
    days : list of tuple
        (day, profile) each, all with the same intervals, in the order of the report.
    minutes, minutes_counted : int
        The interval's length in the profiles, and in the report.
    filled : int
        How many of the report's intervals had no line, and are taken as 0 calls.
    short_days, long_days : list of str
        Those with an hour less and an hour more, because clocks change.
    has_nights : bool
        Calls after midnight are counted to the day on which the night began.
    """

    def __init__(self, report: Report) -> None:
        self.lines = [line for line, _ in report.rows]
        self.report = report
        self.check_order()
        self.minutes_counted = self.step()
        self.by_day = self.calls_by_day()
        self.short_days: list = []
        self.long_days: list = []
        for day in sorted(self.by_day):
            self.by_day[day] = self.with_changed_clocks(day)
        self.has_nights = self.join_nights()
        self.make_profiles()

    # The order of lines -------------------------------------------------------------------------------------

    def check_order(self) -> None:
        """Where no dates tell days apart, refuse days in several pieces, and starts that go back."""
        if self.report.dates:
            return
        places: dict = {}
        for place, queue in enumerate(self.report.queues):
            places.setdefault(queue, []).append(place)
        for queue in sorted(places):
            self.check_pieces(places[queue])
            if self.report.labels[0] == "":
                self.check_starts(places[queue])

    def check_pieces(self, places: list) -> None:
        seen, before = set(), None
        for place in places:
            day = self.report.labels[place]
            if day != before and day in seen:
                raise refused(f"each day in one piece (line {self.lines[place]})", day)
            seen.add(day)
            before = day

    def check_starts(self, places: list) -> None:
        """Refuse a start that stands twice, or goes back other than over midnight, once."""
        starts = [self.report.starts[place] for place in places]
        lines: dict = {}
        for place, start in zip(places, starts):
            if start in lines:
                raise repeated(self.lines[place], lines[start], start)
            lines[start] = self.lines[place]
        back = [at for at in range(1, len(starts)) if starts[at] < starts[at - 1]]
        if not back or len(back) == len(starts) - 1 > 1:
            return
        line, start = lines[starts[back[0]]], starts[back[0]]
        if len(back) > 1 or starts[-1] >= starts[0]:
            raise refused(f"intervals in the order of the day (line {line} goes back)", clock(start))
        if max(starts) < 13 * HOUR:
            raise refused(
                f"times from 00:00 to 23:59, or with AM and PM (line {line} goes back, as afternoons do)",
                clock(start),
            )

    # The length of intervals --------------------------------------------------------------------------------

    def step(self) -> int:
        """Return the minutes from start to start: as ends name them, or the least between two of a day."""
        step = self.named_length() or self.least_between()
        for place, start in enumerate(self.report.starts):
            if step not in STEPS or start % step:
                where = self.report.where(place, self.report.start_at)
                raise refused(f"{ALLOWED} ({where})", clock(start))
        return step

    def named_length(self) -> int:
        """Return the one length that the lines name, 0 where they name none."""
        found = [
            (length, line) for length, line in zip(self.report.lengths, self.lines) if length is not None
        ]
        for length, line in found:
            if length != found[0][0]:
                raise refused(
                    f"intervals of one length (line {line} has another than line {found[0][1]})",
                    f"{length} minutes",
                )
        return found[0][0] if found else 0

    def least_between(self) -> int:
        starts: dict = {}
        for day, start in zip(self.report.labels, self.report.starts):
            starts.setdefault(day, set()).add(start)
        least = MINUTES_IN_DAY
        for day in starts:
            ordered = sorted(starts[day])
            for earlier, later in zip(ordered, ordered[1:]):
                least = min(least, later - earlier)
        if least == MINUTES_IN_DAY:
            raise refused("at least two intervals a day", clock(self.report.starts[0]))
        return least

    # Calls --------------------------------------------------------------------------------------------------

    def calls_by_day(self) -> dict:
        """Return by day, start and queue the (calls, line) of each line."""
        found: dict = {}
        for place, day in enumerate(self.report.labels):
            queues = found.setdefault(day, {}).setdefault(self.report.starts[place], {})
            queues.setdefault(self.report.queues[place], []).append(
                (self.report.calls[place], self.lines[place])
            )
        return found

    def with_changed_clocks(self, day: str) -> dict:
        """Return a day's calls by start, its queues added up.

        An hour that came twice counts with the mean of both; one that did not come, with that of its
        neighbours.
        """
        starts, step = self.by_day[day], self.minutes_counted
        dates = self.report.dates
        may_change = day in dates and may_change_clocks(dates[day])
        twice = sorted([start for start in starts if any(len(lines) > 1 for lines in starts[start].values())])
        if twice:
            if not (may_change and is_one_hour(twice, step)):
                lines = [lines for lines in starts[twice[0]].values() if len(lines) > 1][0]
                raise repeated(lines[1][1], lines[0][1], twice[0])
            self.long_days.append(day)
        calls = {start: sum_of_means(starts[start]) for start in starts}
        missing = [start for start in range(0, LATEST_CHANGE, step) if start not in starts]
        if may_change and is_one_hour(missing, step) and 0 < missing[0] < LATEST_CHANGE - HOUR:
            mean = (calls[missing[0] - step] + calls[missing[-1] + step]) / 2
            for start in missing:
                calls[start] = mean
            self.short_days.append(day)
        return calls

    def join_nights(self) -> bool:
        """Count calls after midnight to the day before, where a service by night begins and ends the report.

        So the first and the last night are whole. Return whether that was done.
        """
        dates, by_day = self.report.dates, self.by_day
        if len(dates) < 2:
            return False
        union = sorted({start for day in by_day for start in by_day[day]})
        breaks = [(later - earlier, later) for earlier, later in zip(union, union[1:])]
        length, begins = max(breaks)
        days = sorted(by_day)
        if (
            length < LONG_BREAK
            or union[0] >= SMALL_HOURS
            or union[-1] < EVENING
            or min(by_day[days[0]]) < begins
            or max(by_day[days[-1]]) >= begins
        ):
            return False
        by_number = {day_number(dates[day]): day for day in days}
        for day in days:
            before = by_number.get(day_number(dates[day]) - 1)
            for start in sorted(by_day[day]):
                if start < begins and before is not None:
                    by_day[before][start] = by_day[day].pop(start)
        for day in days:
            if not by_day[day]:
                by_day.pop(day)
        return True

    def make_profiles(self) -> None:
        """Make the profiles, from the earliest start of any day to the latest, in the model's intervals."""
        step = self.minutes_counted
        self.minutes = min([minutes for minutes in INTERVALS if minutes % step == 0])
        union = sorted({start for day in self.by_day for start in self.by_day[day]})
        first = union[0] // self.minutes * self.minutes
        count = union[-1] // self.minutes - first // self.minutes + 1
        slots = (union[-1] - union[0]) // step + 1
        self.days, self.filled = [], 0
        for day in in_first_order(self.report.labels):
            if day in self.by_day:
                calls = [0.0] * count
                for start in sorted(self.by_day[day]):
                    calls[(start - first) // self.minutes] += self.by_day[day][start]
                self.filled += slots - len(self.by_day[day])
                profile = [
                    (first + at * self.minutes, self.minutes, number) for at, number in enumerate(calls)
                ]
                self.days.append((day, profile))


def is_one_hour(starts: list, step: int) -> bool:
    """Say whether sorted starts are those of one hour, from its first minute on."""
    if not starts or starts[0] % HOUR:
        return False
    return starts == list(range(starts[0], starts[0] + HOUR, step))


def sum_of_means(queues: dict) -> float:
    """Return the sum over queues of the mean of their calls."""
    total = 0.0
    for queue in sorted(queues):
        calls = 0.0
        for number, _ in queues[queue]:
            calls += number
        total += calls / len(queues[queue])
    return total


def repeated(line: int, first: int, start: int) -> InputError:
    return refused(
        f"each interval once (line {line} repeats line {first}), or a column that tells them apart",
        clock(start),
    )
