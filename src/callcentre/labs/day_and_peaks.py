"""The day and its peaks: agents by interval, and a line between what stays in the house and what goes out."""

from ..model import assumptions, demand, staffing
from ..model.staffing import hours
from ..model.units import clock
from ..model.workload import divided_day
from .shared.charts import Axis, BarChart, Handle, LineChart
from .shared.controls import Choice, LogarithmicSlider, ManyOf, Slider, TextField
from .shared.inputs import own_closing, own_opening, slider
from .shared.lab import Group, Lab, Preset
from .shared.lesson import NumberGuess, Scene
from .shared.needs import Need, at, not_at
from .shared.own_counts import LONGEST, counts_notes, own_counts
from .shared.quantities import agents, seconds, share
from .shared.view import Column, Figure, Note, Quantity, Table, Text, View, filled

SHAPES = (
    ("bank", "a bank's weekday"),
    ("peaks", "a level with two peaks"),
    ("counts", "own counts"),
)
PERIODS = (("weekday", "a weekday"), ("week", "a week"))
RULES = (
    ("hours", "hours outside those of own agents"),
    ("weekends", "weekends"),
    ("overflow", "what overflows"),
)
WHEN = {"weekday": "On a weekday", "week": "In a week"}
KINDS = {"weekday": "a weekday", "weekend": "a Saturday or Sunday"}
LENGTHS = {30: "half hour", 60: "hour"}
SAMPLE = """start,calls
09:00,14
10:00,26
11:00,31
12:00,38
13:00,24
14:00,18
15:00,19
16:00,27
17:00,41
18:00,46
19:00,22
"""


def make_view(values):
    """Return the agents by interval on both sides of the line, and what the line comes to."""
    plan = Plan(values)
    return View(
        headline=headline(plan),
        figures=figures(plan),
        table=table(plan),
        charts=[people_chart(plan)] + [stacked_chart(plan, kind) for kind in plan.kinds] + shift_charts(plan),
        notes=notes(plan),
    )


class Kind:
    """A kind of day, divided.

    Attributes
    ----------
    name : str
        "weekday" or "weekend".
    days : int
        How many of them there are in the period.
    intervals : list of dict
        As from `divided_day.divide`.
    minutes : int
        Length of an interval.
    own, alone : dict
        `hours.paid_hours` of one day's own agents, and as they would be without a vendor.
    on_shift : list of int
        Own agents on shift, by interval; intervals follow where the last shifts outlast the day.
    """

    def __init__(self, name, days, profile, values):
        rules = values["rules"]
        by_hours = "hours" in rules
        self.name = name
        self.days = days
        self.minutes = profile[0][1]
        self.intervals = divided_day.divide(
            profile,
            values["handle_seconds"],
            values["service_level"],
            values["answer_within_seconds"],
            values["max_occupancy"],
            values["in_house_opens_hour"] if by_hours else 0,
            values["in_house_closes_hour"] if by_hours else 24,
            values["cell_agents"] if "overflow" in rules else None,
            name == "weekend" and "weekends" in rules,
            assumptions.value("least_agents"),
            assumptions.value("night_least_agents"),
            values["overflow_after_seconds"],
        )
        shift, shrinkage = values["minimum_shift_hours"], values["shrinkage"]
        self.own, self.alone = [
            hours.paid_hours(self.each(name), self.minutes, shrinkage, shift)
            for name in ("own_agents", "agents_alone")
        ]
        self.on_shift = self.own["on_shift"]

    def each(self, name):
        return [interval[name] for interval in self.intervals]

    def total(self, name):
        total = 0.0
        for interval in self.intervals:
            total += interval[name]
        return total * self.days


class Plan:
    """The kinds of day of the period, and their sums.

    Attributes
    ----------
    calls, kept, given : float
        Calls of the period, and those of own agents and of the vendor.
    share : float
        Share of the calls that the vendor takes.
    own, alone : dict
        `hours.paid_hours` of own agents, and as they would be without a vendor.
    saved : float
        Share of the paid hours that own agents are spared.
    """

    def __init__(self, values):
        self.values = values
        self.period = values["period"]
        self.kinds = [Kind(*each, values) for each in days_of(values)]
        self.calls, self.kept, self.given = [
            self.total(name) for name in ("calls", "own_calls", "vendor_calls")
        ]
        self.share = self.given / self.calls
        self.own = self.hours_of([kind.own for kind in self.kinds])
        self.alone = self.hours_of([kind.alone for kind in self.kinds])
        self.saved = 1 - self.own["paid_hours"] / self.alone["paid_hours"]

    def total(self, name):
        total = 0.0
        for kind in self.kinds:
            total += kind.total(name)
        return total

    def hours_of(self, days):
        """Return the sums over the period of what `hours.paid_hours` says of a day of each kind."""
        sums = {"needed_hours": 0.0, "scheduled_hours": 0.0, "paid_hours": 0.0}
        for kind, day in zip(self.kinds, days):
            for key in sums:
                sums[key] += kind.days * day[key]
        return sums

    def most(self, name):
        return max([max(kind.each(name)) for kind in self.kinds])

    @property
    def flows_over(self):
        """The interval in which most calls flow over, with its minutes; None where none do."""
        found = None
        for kind in self.kinds:
            for interval in kind.intervals:
                both = interval["own_calls"] > 0 and interval["vendor_calls"] > 0
                if both and (found is None or interval["vendor_calls"] > found["vendor_calls"]):
                    found = interval
        return found


def days_of(values):
    """Return (name, how many, profile) of each kind of day in the period, from its first call to its last."""
    weekday, weekend = profiles(values)
    if values["period"] == "weekday":
        return [("weekday", 1, open_part(weekday))]
    kinds = [("weekday", 5, weekday), ("weekend", 2, weekend)]
    return [(name, days, open_part(profile)) for name, days, profile in kinds if is_open(profile)]


def profiles(values):
    """Return the profiles of a weekday and of a Saturday or Sunday."""
    weekday, weekend = shape_of(values)
    if weekend is None:
        share = values["weekend_share"]
        week = 5 * demand.total_calls(weekday) / (1 - share)
        week_days = demand.week_profile(week, share, weekday)
        weekday, weekend = week_days[0], week_days[5]
    return weekday, weekend


def shape_of(values):
    """Return the profile of a weekday, and that of a weekend's day where own counts have one, else None."""
    calls, night = values["calls_per_day"], values["night_share"]
    if values["shape"] == "bank":
        return demand.day_profile(calls, 30, night), None
    if values["shape"] == "peaks":
        peaks = [
            values[name] for name in ("morning_peak", "afternoon_peak", "morning_hour", "afternoon_hour")
        ]
        return demand.peaks_profile(calls, 30, *peaks, night), None
    counted = own_counts(values["counts"])
    return counted.weekday, counted.weekend


def is_open(profile):
    return demand.total_calls(profile) > 0


def open_part(profile):
    """Return a profile from its first interval with calls to its last."""
    busy = [index for index, (_, _, calls) in enumerate(profile) if calls > 0]
    return profile[busy[0] : busy[-1] + 1]


def number_of_hours(number):
    return Quantity(number, "hours")


NEARLY = 0.01  # a share of the hours this close to the share of the calls is as good as the same
HEADLINES = {
    "dear": "{when}, {share} of calls go out and save {saved} of paid hours: they are dear to staff.",
    "cheap": "{when}, {share} of calls go out and save {saved} of paid hours: they are cheap to staff.",
    "alike": "{when}, {share} of calls go out and save {saved} of paid hours: about as much.",
    "idle": "{when}, {share} of calls go out, and own agents are paid no fewer hours.",
    "nothing": "{when}, no call goes out: own agents are paid {hours}, and at the peak {peak} are at work.",
    "everything": "{when}, every call goes out: the vendor has {vendor_peak} at work at the peak.",
}


def headline(plan):
    """Return what goes out, and whether those are the calls that are dear to staff."""
    which = "dear" if plan.saved > plan.share else "cheap"
    if abs(plan.saved - plan.share) < NEARLY:
        which = "alike"
    if plan.given == 0:
        which = "nothing"
    elif plan.kept == 0:
        which = "everything"
    elif plan.saved <= 0:
        which = "idle"
    return filled(
        HEADLINES[which],
        {
            "when": WHEN[plan.period],
            "share": share(plan.share),
            "saved": share(plan.saved),
            "hours": number_of_hours(plan.own["paid_hours"]),
            "peak": agents(plan.most("own_agents")),
            "vendor_peak": agents(plan.most("vendor_agents")),
        },
    )


def own_figures(plan):
    """Return what was read of own counts, where they are used; how, the notes tell."""
    if plan.values["shape"] != "counts":
        return []
    days = own_counts(plan.values["counts"]).read["days"]
    return [Figure("days_read", "Days read from own counts", Quantity(len(days)))]


def figures(plan):
    """Return the calls, hours and agents on both sides of the line."""
    minutes = plan.given * plan.values["handle_seconds"] / 60
    shown = own_figures(plan) + [
        Figure("calls_kept", "Calls kept", Quantity(plan.kept, "calls")),
        Figure("calls_given", "Calls given to the vendor", Quantity(plan.given, "calls")),
        Figure("vendor_share", "Share of the calls the vendor takes", share(plan.share)),
        Figure("paid_hours", "Own agents' paid hours", number_of_hours(plan.own["paid_hours"])),
        Figure(
            "paid_hours_alone",
            "Paid hours without a vendor",
            number_of_hours(plan.alone["paid_hours"]),
        ),
        Figure("vendor_minutes", "Minutes the vendor handles", Quantity(minutes, "minutes")),
        Figure("peak_agents", "Own agents at the peak", Quantity(plan.most("own_agents"))),
        Figure(
            "peak_agents_alone", "Agents at the peak without a vendor", Quantity(plan.most("agents_alone"))
        ),
        Figure(
            "vendor_peak_agents", "The vendor's agents at their peak", Quantity(plan.most("vendor_agents"))
        ),
    ]
    if plan.flows_over:
        most = Quantity(plan.most("peakedness"), "", 2)
        shown.append(Figure("peakedness", "Peakedness of the overflow, at most", most))
    return shown


def table(plan):
    """Return each interval, with its kind of day where there are several."""
    columns = [
        Column("start", "From"),
        Column("day", "Day"),
        Column("calls", "Calls", "", 1),
        Column("own_calls", "Kept", "", 1),
        Column("vendor_calls", "Given", "", 1),
        Column("own_agents", "Own agents needed", ""),
        Column("on_shift", "Own agents on shift", ""),
        Column("occupancy", "Own agents' occupancy", "share"),
        Column("vendor_agents", "Vendor's agents", ""),
    ]
    rows = []
    for kind in plan.kinds:
        for interval, on_shift in zip(kind.intervals, kind.on_shift):
            load = interval["own_calls"] * plan.values["handle_seconds"] / 60 / kind.minutes
            rows.append(
                [
                    clock(interval["start"]),
                    KINDS[kind.name],
                    interval["calls"],
                    interval["own_calls"],
                    interval["vendor_calls"],
                    interval["own_agents"],
                    on_shift,
                    min(1.0, load / interval["own_agents"]) if interval["own_agents"] else None,
                    interval["vendor_agents"],
                ]
            )
    if len(plan.kinds) == 1:
        columns, rows = columns[:1] + columns[2:], [row[:1] + row[2:] for row in rows]
    return Table("Calls and agents by interval", columns, rows)


def busiest(kind, name):
    """Return the first interval in which there are most agents of that name."""
    most = max(kind.each(name))
    return [interval for interval in kind.intervals if interval[name] == most][0]


STACKED = {
    "both": "A bar for each {length} from {opens} to {closes}, own agents below, the vendor's above. Own "
    "agents peak from {own_at}, at {own}; the vendor's from {vendor_at}, at {vendor}. Own agents alone "
    "would peak from {alone_at}, at {alone}.",
    "own": "A bar for each {length} from {opens} to {closes}. All agents are own agents; they peak from "
    "{own_at}, at {own}.",
    "vendor": "A bar for each {length} from {opens} to {closes}. All agents are the vendor's; they peak "
    "from {vendor_at}, at {vendor}.",
}


# by whether the line is drawn by hours, and whether by overflow
PEOPLE = {
    (
        False,
        False,
    ): "People as steps through {day}: own agents, and all agents with the vendor's. Between the two lines "
    "is what goes out. See where calls go out first.",
    (True, False): "People as steps through {day}: own agents, and all agents with the vendor's. Between "
    "the two lines is what goes out. The background marks own agents' hours, from {opens} to {closes}: drag "
    "an end of it, and see what goes out first.",
    (False, True): "People as steps through {day}: own agents, and all agents with the vendor's. Between "
    "the two lines is what goes out. The level line is the cell of {cell}: drag it down, and see what goes "
    "out first.",
    (True, True): "People as steps through {day}: own agents, and all agents with the vendor's. Between the "
    "two lines is what goes out. The background marks own agents' hours, from {opens} to {closes}, and the "
    "level line the cell of {cell}: drag them, and see what goes out first.",
}


def people_chart(plan):
    """Return the day's people as steps, own agents and all agents, with the line of what goes out."""
    kind, values = plan.kinds[0], plan.values
    by_hours, by_overflow = [rule in values["rules"] for rule in ("hours", "overflow")]
    both = [one + other for one, other in zip(kind.each("own_agents"), kind.each("vendor_agents"))]
    starts = [start / 60 for start in kind.each("start")]
    ends = (starts[0], starts[-1] + kind.minutes / 60)
    series = [
        ("in_house", "Own agents", steps(starts, kind.each("own_agents"), kind.minutes)),
        ("all", "All agents", steps(starts, both, kind.minutes)),
    ]
    opens, closes = values["in_house_opens_hour"], values["in_house_closes_hour"]
    grounds, handles = [], []
    if by_hours:
        inside = [min(max(hour, ends[0]), ends[1]) for hour in (opens, closes)]
        grounds = [(inside[0], inside[1], "in_house", True)] if inside[0] < inside[1] else []
        handles += [Handle("in_house_opens_hour", "x", opens), Handle("in_house_closes_hour", "x", closes)]
    if by_overflow:
        cell = values["cell_agents"]
        series.append(("cell", "The cell", [(ends[0], cell), (ends[1], cell)]))
        handles.append(Handle("cell_agents", "y", cell))
    parts = {
        "day": KINDS[kind.name],
        "opens": clock(opens * 60),
        "closes": clock(closes * 60),
        "cell": agents(values["cell_agents"]),
    }
    return LineChart(
        "People through the day",
        filled(PEOPLE[(by_hours, by_overflow)], parts),
        Axis("Hour of the day", ends=ends),
        Axis("Agents"),
        series,
        grounds=grounds,
        handles=handles,
    )


def steps(starts, numbers, minutes):
    """Return points that make steps of numbers, each from its start for so many minutes."""
    points = []
    for start, number in zip(starts, numbers):
        points.extend([(start, number), (start + minutes / 60, number)])
    return points


def stacked_chart(plan, kind):
    """Return the agents needed in each interval of a kind of day, own agents and the vendor's."""
    own, vendor, alone = [busiest(kind, name) for name in ("own_agents", "vendor_agents", "agents_alone")]
    which = "own" if not vendor["vendor_agents"] else "both" if own["own_agents"] else "vendor"
    last = kind.intervals[-1]
    words = filled(
        STACKED[which],
        {
            "length": LENGTHS[kind.minutes],
            "opens": clock(kind.intervals[0]["start"]),
            "closes": clock(last["start"] + kind.minutes),
            "own": agents(own["own_agents"]),
            "own_at": clock(own["start"]),
            "vendor": agents(vendor["vendor_agents"]),
            "vendor_at": clock(vendor["start"]),
            "alone": agents(alone["agents_alone"]),
            "alone_at": clock(alone["start"]),
        },
    )
    titles = {"weekday": "Agents at work on a weekday", "weekend": "Agents at work on a Saturday or Sunday"}
    return BarChart(
        titles[kind.name],
        words,
        [clock(start) for start in kind.each("start")],
        Axis("Agents"),
        [
            ("in_house", "Own agents", kind.each("own_agents")),
            ("vendor", "Vendor's agents", kind.each("vendor_agents")),
        ],
    )


# by whether more own agents are on shift than needed
SHIFTS = {
    True: "Two stepped lines for {day}: own agents on shift, {scheduled} in all, and those needed, {needed}. "
    "Where the first stands above the second, agents are there because a shift is longer than the peak.",
    False: "Two stepped lines for {day}, one on top of the other: as many own agents are on shift as are "
    "needed, {needed} in all.",
}


def shift_charts(plan):
    """Return own agents needed and on shift through the first kind of day that has any."""
    kinds = [kind for kind in plan.kinds if max(kind.on_shift) > 0]
    if not kinds:
        return []
    kind = kinds[0]
    first = kind.intervals[0]["start"]
    needed = kind.each("own_agents") + [0] * (len(kind.on_shift) - len(kind.intervals))
    series = []
    for name, label, numbers in (("on_shift", "On shift", kind.on_shift), ("needed", "Needed", needed)):
        points = []
        for interval, number in enumerate(numbers):
            start = first + interval * kind.minutes
            points.extend([(start / 60, number), ((start + kind.minutes) / 60, number)])
        series.append((name, label, points))
    words = filled(
        SHIFTS[kind.own["scheduled_hours"] > kind.own["needed_hours"]],
        {
            "day": KINDS[kind.name],
            "needed": number_of_hours(kind.own["needed_hours"]),
            "scheduled": number_of_hours(kind.own["scheduled_hours"]),
        },
    )
    return [
        LineChart(
            "Own agents needed and on shift",
            words,
            Axis("Hour of the day"),
            Axis("Own agents"),
            series,
        )
    ]


def notes(plan):
    """Return how counts were read, what the line cuts off, what overflow is like, what shifts cost."""
    is_counted = plan.values["shape"] == "counts"
    found = counts_notes(own_counts(plan.values["counts"]).read) if is_counted else []
    away = hours_given(plan)
    if away is not None:
        found.append(Note(away, "outsourcing#out-of-hours"))
    if "overflow" in plan.values["rules"]:
        found.extend(overflow_notes(plan))
    if plan.own["scheduled_hours"] > 0:
        found.append(Note(shift_note(plan), "outsourcing#gain-flexibility"))
    if plan.values["shape"] == "bank":
        found.append(
            Note(
                Text(
                    "The shape of the day is given: the mean of a North American bank's weekdays in 2003. "
                    "The number of calls, their handle time and all else are assumed."
                ),
                "what-a-call-centre-is#four-words",
            )
        )
    return found


def hours_given(plan):
    """Return what lies in the hours that only the vendor works; None where there are none."""
    time, calls, open_time = 0.0, 0.0, 0.0
    for kind in plan.kinds:
        for interval in kind.intervals:
            if interval["calls"] > 0:
                open_time += kind.days * kind.minutes
                if interval["own_calls"] == 0:
                    time += kind.days * kind.minutes
                    calls += kind.days * interval["calls"]
    if not 0 < time < open_time:
        return None
    return Text(
        "The hours left to the vendor alone hold {share} of the calls and {time} of the time the centre is "
        "open.",
        share=share(calls / plan.calls),
        time=share(time / open_time),
    )


def overflow_notes(plan):
    """Return how bursty the overflow is and what the seam costs, or that there is none."""
    over = plan.flows_over
    after = plan.values["overflow_after_seconds"]
    if over is None:
        sentence = "Nothing flows over: no call waits {after} for own agents."
        return [Note(Text(sentence, after=seconds(after)), "mixed-solution#three-ways")]
    left = max(0.0, plan.values["answer_within_seconds"] - after)
    at_random = staffing.agents_needed(
        over["vendor_calls"] * 60 / over["minutes"],
        plan.values["handle_seconds"],
        plan.values["service_level"],
        left,
        max_occupancy=plan.values["max_occupancy"],
    )
    return [
        Note(
            Text(
                "From {clock}, {share} of the calls have waited {after} and flow over, which leaves {left} "
                "to keep the promise. They come in bursts: since they are the calls that find all own "
                "agents busy, their load varies {peakedness} times as much as at random. The vendor needs "
                "{agents} for them; at random it would need {at_random}.",
                clock=clock(over["start"]),
                share=share(over["vendor_calls"] / over["calls"]),
                after=seconds(after),
                left=seconds(left),
                peakedness=Quantity(over["peakedness"], "", 2),
                agents=agents(over["vendor_agents"]),
                at_random=agents(at_random),
            ),
            "mixed-solution#three-ways",
        ),
        Note(
            Text(
                "Both sides together then have {both} at work; one group for all calls would need {alone}. "
                "A vendor who pools the burst with other clients' calls needs fewer.",
                both=agents(over["own_agents"] + over["vendor_agents"]),
                alone=agents(over["agents_alone"]),
            ),
            "mixed-solution#what-mixing-costs",
        ),
    ]


def shift_note(plan):
    """Return what the shortest shift costs."""
    parts = {
        "shift": number_of_hours(plan.values["minimum_shift_hours"]),
        "needed": number_of_hours(plan.own["needed_hours"]),
        "scheduled": number_of_hours(plan.own["scheduled_hours"]),
    }
    if plan.own["scheduled_hours"] == plan.own["needed_hours"]:
        return filled("Shifts fit the day: own agents are on shift for the {needed} needed.", parts)
    return filled(
        "Nobody is called in for less than {shift}, so own agents are on shift for {scheduled} where "
        "{needed} are needed.",
        parts,
    )


NO_COUNTS = Need("Own counts are in use now, and they set this.", not_at("shape", "counts"))
OWN_COUNTS = Need("The shape of the day is not taken from own counts now.", at("shape", "counts"))
TWO_PEAKS = Need("The shape of the day is not the one with two peaks now.", at("shape", "peaks"))
WHOLE_WEEK = Need("The period is one weekday now.", at("period", "week"))
BY_HOURS = Need("No hours go out now.", at("rules", "hours"))
BY_OVERFLOW = Need("What overflows does not go out now.", at("rules", "overflow"))

GUESS = NumberGuess(
    "Own agents work from 08:00 to 20:00, and {before_vendor_share} of the calls go to the vendor. Now they "
    "stop at 18:00. How large a share of the calls goes out?",
    {"in_house_closes_hour": 18},
    "vendor_share",
    0.0,
    0.5,
    0.01,
    0.02,
    {
        "near": "You said {guess}, and it is {vendor_share}. The two hours bring the vendor about as many "
        "calls as all its other hours do.",
        "low": "You said {guess}; it is {vendor_share}. That is more, by {off} of the calls: the two hours "
        "bring the vendor about as many calls as all its other hours do.",
        "high": "You said {guess}; it is {vendor_share}. That is less, by {off} of the calls: most calls "
        "come earlier in the day.",
    },
)
SCENES = (
    Scene(
        "Two hours less",
        {},
        "in_house_closes_hour",
        18,
        "Own agents are paid {before_paid_hours} a day. Have them stop at 18:00 instead of 20:00.",
        "They are paid {paid_hours} now, and {vendor_share} of the calls go out; without a vendor it would "
        "be {paid_hours_alone}. Few calls keep many agents waiting: these hours are dear to staff.",
    ),
    Scene(
        "A smaller cell",
        {"rules": ["overflow"]},
        "cell_agents",
        8,
        "What {before_peak_agents} own agents cannot take flows over to the vendor. Make it 8 own agents.",
        "The vendor now needs {vendor_peak_agents} agents at its peak, alongside {peak_agents} of the "
        "firm's own. One group for all calls would have {peak_agents_alone}: each side stands ready for its "
        "own bursts.",
    ),
    Scene(
        "Longer shifts",
        {},
        "minimum_shift_hours",
        8.0,
        "Nobody is called in for less than four hours. Make it eight.",
        "Not one more call is answered, yet own agents are paid {paid_hours} instead of "
        "{before_paid_hours}: those who come for a peak stay on after it.",
    ),
)

LAB = Lab(
    name="day-and-peaks",
    title="The day and its peaks",
    purpose="See the agents that each interval needs, and move the line between own agents and a vendor.",
    question=(
        "Let own agents stop at 18:00 instead of 20:00. What share of the calls goes out, and what share of "
        "the paid hours does that save?"
    ),
    groups=(
        Group(
            "What goes to the vendor",
            (
                ManyOf(
                    "rules",
                    "What goes out",
                    ["hours"],
                    RULES,
                    "Any of them together; with none ticked, nothing.",
                ),
                own_opening(BY_HOURS),
                own_closing(BY_HOURS),
                slider(
                    "cell_agents",
                    1,
                    400,
                    1,
                    "By overflow: never more own agents at work at once.",
                    needs=(BY_OVERFLOW,),
                ),
                slider(
                    "overflow_after_seconds",
                    0.0,
                    300.0,
                    5.0,
                    "By overflow: at 0 a call does not wait.",
                    needs=(BY_OVERFLOW,),
                ),
            ),
        ),
        Group(
            "The day",
            (
                Choice("shape", "Shape of the day", "bank", SHAPES, "Where the calls by interval come from."),
                Choice("period", "Period", "weekday", PERIODS, "A week has five weekdays and a weekend."),
                LogarithmicSlider(
                    "calls_per_day",
                    "Calls on a weekday",
                    1700,
                    10,
                    100_000,
                    1,
                    "All calls of a weekday, on average.",
                    "calls",
                    needs=(NO_COUNTS,),
                ),
                slider("night_share", 0.0, 0.5, 0.01, "Before 07:00 and from 21:00 on.", needs=(NO_COUNTS,)),
                slider(
                    "weekend_share",
                    0.0,
                    0.5,
                    0.01,
                    "Of a week's calls, unless own counts have weekends; at 0 it is closed then.",
                    needs=(WHOLE_WEEK,),
                ),
            ),
            is_open=False,
        ),
        Group(
            "The two peaks",
            (
                Slider(
                    "morning_peak",
                    "Height of the morning peak",
                    0.8,
                    0.0,
                    5.0,
                    0.1,
                    "Above the day's level, as a multiple of it.",
                    decimals=1,
                    needs=(TWO_PEAKS,),
                ),
                Slider(
                    "morning_hour",
                    "Hour of the morning peak",
                    10.5,
                    7.0,
                    21.0,
                    0.5,
                    "Its top.",
                    decimals=1,
                    needs=(TWO_PEAKS,),
                ),
                Slider(
                    "afternoon_peak",
                    "Height of the afternoon peak",
                    0.4,
                    0.0,
                    5.0,
                    0.1,
                    "Above the day's level, as a multiple of it.",
                    decimals=1,
                    needs=(TWO_PEAKS,),
                ),
                Slider(
                    "afternoon_hour",
                    "Hour of the afternoon peak",
                    15.0,
                    7.0,
                    21.0,
                    0.5,
                    "Its top.",
                    decimals=1,
                    needs=(TWO_PEAKS,),
                ),
            ),
            is_open=False,
        ),
        Group(
            "Own counts",
            (
                TextField(
                    "counts",
                    "Counts",
                    SAMPLE,
                    "A telephone system's report, or one line an interval: its start and its calls.",
                    LONGEST,
                    needs=(OWN_COUNTS,),
                ),
            ),
            is_open=False,
        ),
        Group(
            "Service and shifts",
            (
                slider(
                    "handle_seconds", 30.0, 1800.0, 5.0, "From the greeting to the end of the work after it."
                ),
                slider("service_level", 0.3, 0.99, 0.01, "As a share of all calls that come."),
                slider("answer_within_seconds", 0.0, 300.0, 5.0, "The other half of the promise."),
                slider("max_occupancy", 0.5, 1.0, 0.01, "Agents who are never free do not last."),
                slider("shrinkage", 0.0, 0.6, 0.01, "Leave, illness, breaks, meetings, training."),
                Slider(
                    "minimum_shift_hours",
                    "Shortest shift",
                    4.0,
                    0.0,
                    8.0,
                    0.5,
                    "Nobody is called in for less; illustrative.",
                    "hours",
                    1,
                ),
            ),
            is_open=False,
        ),
    ),
    make_view=make_view,
    presets=(
        Preset(
            "The bank's weekday, own agents from eight to six",
            {
                "calls_per_day": 32_391,
                "night_share": 0.0,
                "handle_seconds": 240.0,
                "answer_within_seconds": 20.0,
                "max_occupancy": 1.0,
                "in_house_closes_hour": 18,
            },
        ),
        Preset(
            "The bank's weekday, with its peak flowing over",
            {
                "calls_per_day": 32_391,
                "night_share": 0.0,
                "handle_seconds": 240.0,
                "answer_within_seconds": 20.0,
                "max_occupancy": 1.0,
                "rules": ["overflow"],
                "cell_agents": 200,
                "overflow_after_seconds": 10.0,
            },
        ),
        Preset(
            "A shop with busy evenings",
            {
                "shape": "peaks",
                "calls_per_day": 400,
                "night_share": 0.0,
                "morning_peak": 0.3,
                "afternoon_peak": 2.0,
                "afternoon_hour": 18.5,
                "in_house_opens_hour": 9,
                "in_house_closes_hour": 18,
            },
        ),
        Preset("A week with its weekend", {"period": "week", "rules": ["hours", "weekends"]}),
    ),
    guess=GUESS,
    scenes=SCENES,
)
