"""Watch a day: callers come at random, half hour by half hour, and what becomes of them beside Erlang A."""

from ..model import demand, simulation, staffing
from ..model.numerics.confidence import confidence_interval
from ..model.numerics.randomness import MOST_SEED
from ..model.simulation.watched import Watched
from ..model.units import clock
from .shared.charts import Axis, BarChart, FloorChart, LineChart
from .shared.controls import Choice, Number, Player, Slider
from .shared.inputs import slider
from .shared.lab import Group, Lab, Preset
from .shared.lesson import NumberGuess, Scene
from .shared.needs import Need, at, not_at
from .shared.quantities import agents as number_of_agents
from .shared.quantities import seconds, share
from .shared.refining import refine_by
from .shared.remembering import LastAnswer
from .shared.view import Column, Compared, Figure, Note, Quantity, Table, Text, View, filled

MINUTES = 30
INTERVALS = (demand.CLOSES - demand.OPENS) // MINUTES
FIRST_HOUR, LAST_HOUR = demand.OPENS // 60, demand.CLOSES // 60 - 1
REPLICATIONS = 20
CONFIDENCE = 0.95
NEAR = 0.0005  # shares that differ by less look the same
ROSTERS = (("planned", "as many as each half hour needs"), ("even", "the same number all day"))
VENDOR_TAKES = (
    ("nothing", "no calls"),
    ("overflow", "callers who have waited too long"),
    ("hours", "all calls from an hour on"),
)


def make_view(values):
    """Return the day as far as it is played; at its end with all the other days."""
    day, planned, days = step(values, None)
    if days:
        days = replicated(day.plan, values, days, REPLICATIONS - 1)
    return view_of(values, (day, planned, days))


def step(values, state):
    """Return the day as far as it is played, the same without agents moved, and the totals of days so far.

    There is no other day where no agents were moved, and there are no totals before the day's end: then one,
    and one more each time.
    """
    plan = Plan(values)
    day = Day(plan, values, own_day)
    planned = Day(Plan(values, False), values, planned_day) if is_moved(values) else None
    return day, planned, first_days(day) if state is None else replicated(plan, values, state, 1)


def is_moved(values):
    return values["moved_agents"] > 0 and values["moved_from_hour"] != values["moved_to_hour"]


def state_of(known):
    """Return the totals of the days so far."""
    return known[2]


def first_days(day):
    """Return the day's totals in a list, as `simulation.replicate` has them; nothing before its end."""
    return [[day.total[name] for name in simulation.MEASURES]] if day.is_over else []


def replicated(plan, values, days, more):
    """Return the days with so many more."""
    earlier = {"names": list(simulation.MEASURES), "days": days}
    return simulation.replicate(plan.day, values["seed"], more, CONFIDENCE, earlier)["days"]


class Plan:
    """What is known before the day begins.

    ``is_moved`` says whether with the agents that the reader has moved.

    Attributes
    ----------
    profile : list of (int, int, float)
        Start minute, minutes and expected calls of each interval.
    agents, vendor_agents : list of int
        Own agents and the vendor's on duty, by interval.
    expected : list of (float, float)
        Service level and abandonment that Erlang A expects of each interval, of those who take its calls.
    calls : float
        Expected calls of the day.
    day : dict
        As `simulation.simulate` takes it.
    """

    def __init__(self, values, is_moved=True):
        self.takes = values["vendor_takes"]
        self.profile = profile_of(values["calls_per_day"])
        self.calls = demand.total_calls(self.profile)
        hands_over = values["vendor_from_hour"] * 60 if self.takes == "hours" else demand.CLOSES
        self.is_vendors = [start >= hands_over for start, _, _ in self.profile]
        takes_now = [vendors or self.takes == "overflow" for vendors in self.is_vendors]
        self.vendor_agents = [values["vendor_agents"] if takes else 0 for takes in takes_now]
        planned = [0 if vendors else agents for agents, vendors in zip(own_agents(values), self.is_vendors)]
        self.agents = moved(planned, self.profile, values) if is_moved else planned
        self.expected = [self.erlang(values, interval) for interval in range(INTERVALS)]
        self.day = {
            "intervals": self.profile,
            "agents": self.agents,
            "handle_seconds": values["handle_seconds"],
            "patience_seconds": values["patience_seconds"],
            "answer_within_seconds": values["answer_within_seconds"],
            "vendor_agents": self.vendor_agents,
            "day_variation": values["day_variation"],
        }
        if self.takes == "overflow":
            self.day["vendor_after_seconds"] = values["vendor_after_seconds"]
        if self.takes == "hours":
            self.day["vendor_hours"] = [(hands_over, 1440)]
            self.day["vendor_after_seconds"] = 0.0

    def erlang(self, values, interval):
        """Return service level and abandonment that Erlang A expects of an interval."""
        agents = self.vendor_agents if self.is_vendors[interval] else self.agents
        calls = self.profile[interval][2]
        return expected(calls, agents[interval], *[values[name] for name in OF_A_CALL])


OF_A_CALL = ("handle_seconds", "patience_seconds", "answer_within_seconds")
OF_A_ROSTER = ("calls_per_day", "roster", "agents", "agents_absent", "service_level") + OF_A_CALL
LEAST_AGENTS = 1


def profile_of(calls_per_day):
    """Return (start minute, minutes, expected calls) of each interval in which the lines are open."""
    return [
        interval
        for interval in demand.day_profile(calls_per_day, MINUTES)
        if demand.OPENS <= interval[0] < demand.CLOSES
    ]


def roster_of(asked):
    """Return the own agents of each interval, without those who stay away."""
    calls_per_day, roster, agents, absent, service_level, handle, patience, within = asked
    found = []
    for _, _, calls in profile_of(calls_per_day):
        needed = agents
        if roster == "planned":
            needed = staffing.agents_needed(calls * 60 / MINUTES, handle, service_level, within, patience)
        found.append(max(LEAST_AGENTS, needed - absent))
    return found


last_roster = LastAnswer(roster_of)


def own_agents(values):
    return last_roster(tuple([values[name] for name in OF_A_ROSTER]))


class Expected:
    """What Erlang A expects of intervals: each is worked out once, as long as calls stay as they are."""

    def __init__(self):
        self.of_a_call = None
        self.known = {}

    def __call__(self, calls, agents, *of_a_call):
        if of_a_call != self.of_a_call:
            self.of_a_call, self.known = of_a_call, {}
        if (calls, agents) not in self.known:
            handle, patience, within = of_a_call
            result = staffing.performance(calls * 60 / MINUTES, handle, agents, patience, within)
            self.known[(calls, agents)] = (result["service_level"], result["abandonment"])
        return self.known[(calls, agents)]


expected = Expected()


def moved(agents, profile, values):
    """Return the own agents of each interval after the reader has moved some from one hour to another.

    One agent at least stays in each half hour; only those who are there are moved.
    """
    left = list(agents)
    source, target = values["moved_from_hour"], values["moved_to_hour"]
    if source == target:
        return left
    for interval, (start, _, _) in enumerate(profile):
        half = start % 60
        if start // 60 == source:
            gone = max(0, min(values["moved_agents"], agents[interval] - LEAST_AGENTS))
            other = interval_at(profile, target * 60 + half)
            if agents[other] > 0:
                left[interval] -= gone
                left[other] += gone
    return left


def interval_at(profile, minute):
    """Return the number of the interval that begins at a minute."""
    return [start for start, _, _ in profile].index(minute)


class Watching:
    """A day that is played on from where it stands, as long as it is the same day."""

    def __init__(self):
        self.centre = None
        self.day = self.seed = None
        self.played = 0

    def at(self, day, seed, interval):
        """Return the centre after so many intervals."""
        is_same = self.centre is not None and day == self.day and seed == self.seed
        if not is_same or interval < self.played:
            self.centre = Watched(simulation.checked(day), seed, 0)
            self.day, self.seed, self.played = day, seed, 0
        while self.played < interval:
            self.centre.step(self.played)
            self.played += 1
            if self.played == INTERVALS:
                self.centre.close()
        return self.centre


own_day, planned_day = Watching(), Watching()


class Day:
    """A day, played as far as the reader wants: the very day of `simulation.simulate`.

    Attributes
    ----------
    rows : list of dict
        Of the intervals played, as they are known by now.
    total : dict
        Of the intervals played, added.
    waiting, busy, vendor_busy : int
        Callers who wait, and agents on calls, now.
    longest_wait_seconds : float
        Wait so far of the caller who has waited longest.
    expected_service_level, expected_abandonment : float or None
        What Erlang A expects of the intervals played, each weighed by its expected calls.
    """

    def __init__(self, plan, values, watching):
        self.plan = plan
        self.played = values["interval"]
        self.is_over = self.played == INTERVALS
        centre = watching.at(plan.day, values["seed"], self.played)
        self.now = demand.OPENS + self.played * MINUTES
        last = centre.rows[self.played - 1] if self.played else {"waiting": 0, "busy": 0, "vendor_busy": 0}
        self.waiting = 0 if self.is_over else last["waiting"]
        self.longest_wait_seconds = 0.0 if self.is_over else centre.longest_wait_seconds(self.now * 60.0)
        self.busy, self.vendor_busy = last["busy"], last["vendor_busy"]
        self.fates = centre.fates
        self.rows = [simulation.with_ratios(row) for row in centre.rows[: self.played]]
        self.total = simulation.totals(self.rows)
        self.expected_service_level = self.expected(0)
        self.expected_abandonment = self.expected(1)

    def expected(self, which):
        """Return what Erlang A expects of the intervals played; None before the first."""
        total = calls = 0.0
        for (_, _, expected), shares in zip(self.plan.profile[: self.played], self.plan.expected):
            total += expected * shares[which]
            calls += expected
        return total / calls if calls else None

    def extreme(self, choose):
        """Return the row of the interval with the least or most service, the first of equals; or None."""
        shares = [row["service_level"] for row in self.rows if row["offered"]]
        for row in self.rows:
            if row["offered"] and row["service_level"] == choose(shares):
                return row
        return None


def view_of(values, known):
    """Return the view of a day, and of other days with the same plan."""
    day, planned, days = known
    more = others(days)
    return View(
        headline=headline(day, planned, values),
        figures=figures(day, more) + planned_figures(day, planned),
        compared=[PLANNER] if planned else [],
        table=table(day),
        charts=[floor_chart(day), fate_chart(day), service_chart(day)],
        notes=notes(day, more),
        progress=len(days) / REPLICATIONS if days else 1,
    )


def others(days):
    """Return the mean service level of several days with its interval; None where there are not several."""
    column = simulation.MEASURES.index("service_level")
    known = [day[column] for day in days if day[column] is not None]
    return confidence_interval(known, CONFIDENCE) if len(known) > 1 else None


HEADLINES = {
    "opens": "At {clock} the lines open: {calls} are expected today, and nobody has called yet.",
    "silence": "By {clock} nobody has called yet.",
    "nobody": "At {clock} nobody waits; of {offered} callers so far {service} were answered in time.",
    "one": "At {clock} one caller waits, for {longest}; of {offered} so far {service} were answered in time.",
    "several": "At {clock} {waiting} callers wait, the first for {longest}; of {offered} so far {service} "
    "were answered in time.",
    "over": "{service} of {offered} callers were in time (Erlang A: {erlang}); in the worst half hour, "
    "{worst_clock}, {worst}.",
    "all": "All {offered} callers were answered in time, where Erlang A expects {erlang}.",
}


MOVED = (
    "With {moved} moved, {service} of the callers up to {clock} were answered in time; as planned, {planned}."
)
PLANNER = Compared(
    "The same callers, as planned and as you moved agents",
    ("As planned", "As you moved agents"),
    (
        ("Answered in time", ("planned_service_level", "service_level"), "high"),
        ("Hung up", ("planned_gave_up", "gave_up"), "low"),
        ("Mean wait", ("planned_mean_wait", "mean_wait"), "low"),
    ),
)


def planned_figures(day, planned):
    """Return how the same callers fare as planned, and how long they wait; nothing where nobody was moved."""
    if not planned or not day.total["offered"]:
        return []
    total = planned.total
    return [
        Figure("planned_service_level", "Answered in time as planned", share(total["service_level"])),
        Figure("planned_gave_up", "Hung up as planned", Quantity(total["gave_up"])),
        Figure("planned_mean_wait", "Mean wait as planned", mean_wait(total)),
        Figure("mean_wait", "Mean wait", mean_wait(day.total)),
    ]


def mean_wait(total):
    return Quantity(total["wait_seconds"] / total["offered"], "seconds", 1)


FLOORS = {
    "opens": "The floor at {clock}, before the first call: {agents} own agents are there. Play the day, and "
    "watch the queue.",
    "on": "The floor at {clock}. Each dot is a caller. {waiting} wait; {busy} own agents of {agents} and "
    "{vendor_busy} of the vendor's {vendor_agents} are on calls; in the last half hour {gave_up} hung up. "
    "Watch when the queue grows.",
    "over": "The floor at {clock}, when the lines close. In the last half hour {gave_up} hung up. Play the "
    "day again, and watch when the queue grows.",
}


def floor_chart(day):
    """Return who stood where in the last half hour played, moment by moment."""
    interval = max(0, day.played - 1)
    begins = (demand.OPENS + interval * MINUTES) * 60
    length = MINUTES * 60 if day.played else 0
    there = [fate for fate in day.fates if fate.is_there(begins, begins + length)]
    gave_up = [fate for fate in there if fate.gave_up is not None and fate.gave_up <= begins + length]
    parts = {
        "clock": clock(day.now),
        "agents": Quantity(day.plan.agents[interval]),
        "vendor_agents": Quantity(day.plan.vendor_agents[interval]),
        "waiting": Quantity(day.waiting),
        "busy": Quantity(day.busy),
        "vendor_busy": Quantity(day.vendor_busy),
        "gave_up": Quantity(len(gave_up)),
    }
    return FloorChart(
        "The floor",
        filled(FLOORS["over" if day.is_over else "on" if day.played else "opens"], parts),
        begins,
        length,
        day.plan.agents[interval],
        day.plan.vendor_agents[interval],
        FLOOR_LABELS,
        [[since(begins, moment) for moment in moments_of(fate)] for fate in there],
    )


FLOOR_LABELS = {
    "line": "In the queue",
    "own": "Own agents",
    "vendor": "Vendor's agents",
    "gone": "Hung up",
}


def moments_of(fate):
    return fate.came, fate.passed, fate.answered, fate.ends, fate.gave_up


def since(begins, moment):
    """Return the seconds from the beginning to a moment, to a tenth; None where there is no moment."""
    return None if moment is None else round(moment - begins, 1)


def headline(day, planned, values):
    """Return how things stand; where agents were moved, beside how they would."""
    if planned and day.total["offered"]:
        return Text(
            MOVED,
            moved=number_of_agents(values["moved_agents"]),
            clock=clock(day.now),
            service=share(day.total["service_level"]),
            planned=share(planned.total["service_level"]),
        )
    case = {0: "nobody", 1: "one"}.get(day.waiting, "several")
    if not day.total["offered"]:
        case = "silence" if day.played else "opens"
    elif day.is_over:
        case = "over" if day.total["answered_in_time"] < day.total["offered"] else "all"
    worst = day.extreme(min)
    parts = {
        "clock": clock(day.now),
        "calls": Quantity(day.plan.calls, "calls"),
        "waiting": Quantity(day.waiting),
        "longest": seconds(day.longest_wait_seconds),
        "offered": Quantity(day.total["offered"]),
    }
    if worst:
        parts["service"] = share(day.total["service_level"])
        parts["erlang"] = share(day.expected_service_level)
        parts["worst_clock"] = clock(worst["start_minute"])
        parts["worst"] = share(worst["service_level"])
    return filled(HEADLINES[case], parts)


def figures(day, more):
    """Return how things stand now, what became of the callers so far, and what Erlang A expects."""
    total = day.total
    shown = [
        ("waiting", "Callers waiting now", Quantity(day.waiting)),
        ("longest_wait", "Longest of their waits", seconds(day.longest_wait_seconds)),
        ("busy", "Own agents on calls now", Quantity(day.busy, "agents")),
        ("offered", "Callers so far", Quantity(total["offered"])),
        ("answered_in_house", "Answered in-house so far", Quantity(total["answered_in_house"])),
        ("answered_by_vendor", "Answered by the vendor so far", Quantity(total["answered_by_vendor"])),
        ("gave_up", "Hung up so far", Quantity(total["gave_up"])),
    ]
    if total["offered"]:
        shown.append(("service_level", "Answered in time so far", share(total["service_level"])))
        shown.append(("erlang_service_level", "Erlang A expects", share(day.expected_service_level)))
        shown.append(("abandonment", "Share who hung up so far", share(total["abandonment"])))
        shown.append(("erlang_abandonment", "Share who hang up by Erlang A", share(day.expected_abandonment)))
    if more:
        shown.append(("days", "Days played with this plan", Quantity(more["count"])))
        shown.append(("mean_service_level", "Answered in time, mean of these days", share(more["mean"])))
        shown.append(("low_service_level", "At least, with 95 % confidence", share(more["low"])))
        shown.append(("high_service_level", "At most, with 95 % confidence", share(more["high"])))
    return [Figure(name, label, quantity) for name, label, quantity in shown]


def still_waiting(row):
    """Return the callers of an interval whose wait has not ended yet."""
    return row["offered"] - row["answered_in_house"] - row["answered_by_vendor"] - row["gave_up"]


def table(day):
    """Return the intervals, one a row; what is not played yet is left open."""
    columns = [
        Column("start", "Half hour from"),
        Column("expected", "Calls expected", "", 1),
        Column("agents", "Own agents on duty", ""),
        Column("vendor_agents", "Vendor's agents on duty", ""),
        Column("offered", "Callers", ""),
        Column("answered_in_house", "Answered in-house", ""),
        Column("answered_by_vendor", "By the vendor", ""),
        Column("gave_up", "Hung up", ""),
        Column("waiting", "Waiting at its end", ""),
        Column("service_level", "Answered in time", "share", 1),
        Column("erlang_service_level", "Erlang A expects", "share", 1),
    ]
    rows = []
    for interval, (start, _, calls) in enumerate(day.plan.profile):
        row = [clock(start), calls, day.plan.agents[interval], day.plan.vendor_agents[interval]]
        if interval < day.played:
            played = day.rows[interval]
            row += [played[column.name] for column in columns[4:10]]
        else:
            row += [None] * 6
        rows.append(row + [day.plan.expected[interval][0]])
    return Table("The day by half hour; callers are counted by when they came", columns, rows)


FATES = {
    "opens": "A column for each half hour from {opens} to {closes}, still empty. Own agents will take the "
    "calls, {calls} in all if the day goes as expected.",
    "on": "A column for each half hour from {opens} to {closes}, filled up to {clock}. Of {offered} callers "
    "so far own agents answered {in_house}, the vendor {vendor}; {gave_up} hung up and {waiting} wait.",
    "over": "A column for each half hour from {opens} to {closes}. Of {offered} callers own agents answered "
    "{in_house}, the vendor {vendor}, and {gave_up} hung up.",
}


def fate_chart(day):
    """Return what became of the callers of each interval."""
    total = day.total
    parts = {
        "opens": clock(demand.OPENS),
        "closes": clock(demand.CLOSES),
        "clock": clock(day.now),
        "calls": Quantity(day.plan.calls, "calls"),
        "offered": Quantity(total["offered"]),
        "in_house": Quantity(total["answered_in_house"]),
        "vendor": Quantity(total["answered_by_vendor"]),
        "gave_up": Quantity(total["gave_up"]),
        "waiting": Quantity(day.waiting),
    }
    to_come = [0] * (INTERVALS - day.played)
    fates = (
        ("answered_in_house", "Answered in-house"),
        ("answered_by_vendor", "Answered by the vendor"),
        ("gave_up", "Hung up"),
    )
    series = [(name, label, [row[name] for row in day.rows] + to_come) for name, label in fates]
    series.append(("waiting", "Still waiting", [still_waiting(row) for row in day.rows] + to_come))
    return BarChart(
        "What became of the callers of each half hour",
        filled(FATES["over" if day.is_over else "on" if day.played else "opens"], parts),
        [clock(start) for start, _, _ in day.plan.profile],
        Axis("Callers"),
        series,
    )


# by whether there are half hours to compare yet
SERVICES = {
    False: "A line for what Erlang A expects of each half hour: from {erlang_low} to {erlang_high} of the "
    "calls answered in time. The day has not been played far enough for a second line.",
    True: "Two lines from {opens} on, the share of calls answered in time. What Erlang A expects of each "
    "half hour lies from {erlang_low} to {erlang_high}; what the day brought, from {low} at {low_clock} to "
    "{high} at {high_clock}.",
}


def service_chart(day):
    """Return the service of each interval beside what Erlang A expects of it."""
    hours = [start / 60 for start, _, _ in day.plan.profile]
    expected = [shares[0] for shares in day.plan.expected]
    points = [(hour, row["service_level"]) for hour, row in zip(hours, day.rows) if row["offered"]]
    series = [("erlang", "Erlang A expects", list(zip(hours, expected)))]
    parts = {
        "opens": clock(demand.OPENS),
        "erlang_low": share(min(expected)),
        "erlang_high": share(max(expected)),
    }
    if len(points) > 1:
        series = [("played", "This day", points)] + series
        for name, choose in (("low", min), ("high", max)):
            row = day.extreme(choose)
            parts[name] = share(row["service_level"])
            parts[name + "_clock"] = clock(row["start_minute"])
    return LineChart(
        "Calls answered in time, by half hour",
        filled(SERVICES[len(points) > 1], parts),
        Axis("Hour of the day"),
        Axis("Answered in time", "share"),
        series,
    )


# why the mean of many days is what Erlang A expects, or is not
COMPARED = {
    "agree": "On {days} days with this plan {mean} of the calls were answered in time on average, with "
    "95 % confidence from {low} to {high}. The {erlang} that Erlang A expects lie within: the formula is "
    "right on average, and a single half hour is not the average.",
    "overflow": "On {days} days with this plan {mean} of the calls were answered in time on average, with "
    "95 % confidence from {low} to {high}. Erlang A expects {erlang}, since it reckons with own "
    "agents alone.",
    "variation": "On {days} days with this plan {mean} of the calls were answered in time on average, with "
    "95 % confidence from {low} to {high}. Erlang A expects {erlang}: it knows neither busy nor "
    "quiet days.",
    "steady": "On {days} days with this plan {mean} of the calls were answered in time on average, with 95 "
    "% confidence from {low} to {high}. The {erlang} that Erlang A expects lie outside. Chance does that "
    "one time in twenty; otherwise it is because the formula treats each half hour as if it had lasted for "
    "ever, without the queue that the one before leaves behind.",
}
VENDOR_NOTES = {
    "nothing": "No vendor takes calls: all {offered} callers so far are left to own agents.",
    "at-once": "The vendor has answered {vendor} callers who found no own agent free; {gave_up} hung up.",
    "overflow": "The vendor has answered {vendor} callers who had waited {after}; {gave_up} hung up, before "
    "that or while they waited for the vendor.",
    "hours": "From {from_clock} on the vendor takes all calls, and own agents go home: so far it has "
    "answered {vendor}.",
}


def notes(day, more):
    """Return what the vendor does, how the day compares with Erlang A, and what a seed is."""
    plan, total = day.plan, day.total
    hands_over = [start for (start, _, _), vendors in zip(plan.profile, plan.is_vendors) if vendors]
    parts = {
        "offered": Quantity(total["offered"]),
        "vendor": Quantity(total["answered_by_vendor"]),
        "gave_up": Quantity(total["gave_up"]),
        "after": seconds(plan.day.get("vendor_after_seconds", 0.0)),
        "from_clock": clock(hands_over[0]) if hands_over else "",
    }
    references = {
        "nothing": "in-house-outsourced-mixed#in-house",
        "overflow": "mixed-solution#three-ways",
        "hours": "outsourcing#out-of-hours",
    }
    case = "at-once" if plan.takes == "overflow" and not plan.day["vendor_after_seconds"] else plan.takes
    found = [Note(filled(VENDOR_NOTES[case], parts), references[plan.takes])]
    if more:
        found.append(Note(compared(day, more), "a-day-call-by-call#one-day-is-one-throw"))
    else:
        found.append(
            Note(
                Text(
                    "At the day's end {days} days with the same plan are played, to tell luck from the "
                    "plan's doing.",
                    days=Quantity(REPLICATIONS),
                )
            )
        )
    found.append(
        Note(
            Text(
                "The same seed brings the same callers at the same moments, whoever answers them: what then "
                "differs is due to what you changed. Callers, their patience and their calls are drawn, not "
                "measured."
            ),
            "assumptions#what-the-model-leaves-out",
        )
    )
    return found


def compared(day, more):
    """Return the mean of many days beside what Erlang A expects."""
    erlang = day.expected_service_level
    if day.plan.takes == "overflow":
        case = "overflow"
    elif day.plan.day["day_variation"] > 0:
        case = "variation"
    else:
        case = "agree" if more["low"] - NEAR <= erlang <= more["high"] + NEAR else "steady"
    return Text(
        COMPARED[case],
        days=Quantity(more["count"]),
        mean=share(more["mean"]),
        low=share(more["low"]),
        high=share(more["high"]),
        erlang=share(erlang),
    )


PRESETS = (
    Preset("Appliance firm: a weekday that goes to plan", {}),
    Preset("Appliance firm: three agents stay away", {"agents_absent": 3}),
    Preset("Appliance firm: without a vendor", {"vendor_takes": "nothing"}),
    Preset("Appliance firm: evenings to the vendor", {"vendor_takes": "hours", "vendor_agents": 9}),
    Preset(
        "Theatre whose season opens: six agents, the rest flows over at once",
        {
            "calls_per_day": 1500,
            "handle_seconds": 180.0,
            "roster": "even",
            "agents": 6,
            "vendor_after_seconds": 0.0,
            "vendor_agents": 10,
        },
    ),
    Preset(
        "Invented: the same fourteen agents from morning to night",
        {"roster": "even", "vendor_takes": "nothing"},
    ),
)

SAME_ALL_DAY = Need("Each half hour has a number of its own now.", at("roster", "even"))
PLANNED = Need("The same number is on duty all day now, whatever is promised.", at("roster", "planned"))
BY_WAIT = Need("No caller is passed on for having waited now.", at("vendor_takes", "overflow"))
ANY_MOVED = Need("No agents are moved now.", not_at("moved_agents", 0))
BY_HOURS = Need("The vendor has no hours of its own now.", at("vendor_takes", "hours"))
ANY_VENDOR = Need("The vendor takes no calls now.", not_at("vendor_takes", "nothing"))

WHOLE = {"interval": INTERVALS}
GUESS = NumberGuess(
    "When all the planned agents come, {before_service_level} of this day's callers are answered in time. "
    "Now two agents stay away all day. How many callers are answered in time?",
    {"interval": INTERVALS, "agents_absent": 2},
    "service_level",
    0.0,
    1.0,
    0.01,
    0.03,
    {
        "near": "You said {guess}, and it is {service_level}. Two agents are not many, yet {gave_up} "
        "callers hang up instead of {before_gave_up}.",
        "low": "You said {guess}; it is {service_level}. That is more, by {off} of the callers: the vendor "
        "catches some of them, {answered_by_vendor} callers instead of {before_answered_by_vendor}.",
        "high": "You said {guess}; it is {service_level}. That is less, by {off} of the callers. Two agents "
        "are not many, yet {gave_up} callers hang up instead of {before_gave_up}.",
    },
    before=WHOLE,
)
SCENES = (
    Scene(
        "One agent stays away",
        WHOLE,
        "agents_absent",
        1,
        "All agents come, and {before_gave_up} callers hang up. Let one agent stay away.",
        "Now {gave_up} hang up, and the vendor answers {answered_by_vendor} instead of "
        "{before_answered_by_vendor}: one agent takes many calls in a day.",
    ),
    Scene(
        "Without the vendor",
        {"interval": INTERVALS, "agents_absent": 2},
        "vendor_takes",
        "nothing",
        "Two agents stay away, and {before_gave_up} callers hang up. Now give the vendor no calls.",
        "Without the vendor {gave_up} hang up, and {service_level} are answered in time instead of "
        "{before_service_level}.",
    ),
    Scene(
        "Another day",
        WHOLE,
        "seed",
        2,
        "{before_offered} callers came, and {before_service_level} were answered in time. Change the seed "
        "to 2: another day with the same plan.",
        "This time {offered} callers came, and {service_level} were answered in time. Nothing in the plan "
        "has changed; what differs is luck.",
    ),
)

LAB = Lab(
    name="watch-a-day",
    title="Watch a day",
    purpose="Watch callers come, wait, be answered or hang up, and see how far one day is from its average.",
    question=(
        "Let two agents stay away. At which hours does it hurt, and how many of their callers does the "
        "vendor catch?"
    ),
    groups=(
        Group(
            "The day you watch",
            (
                Player(
                    "interval",
                    "Half hours played",
                    INTERVALS,
                    0,
                    INTERVALS,
                    1,
                    "From 07:00, when the lines open, to 21:00, when they close.",
                ),
                Slider(
                    "agents_absent",
                    "Agents who stay away",
                    0,
                    0,
                    10,
                    1,
                    "Missing all day; at least one agent comes.",
                    unit="agents",
                ),
                Choice(
                    "vendor_takes", "What the vendor takes", "overflow", VENDOR_TAKES, "By wait or by hours."
                ),
                Number(
                    "seed",
                    "Seed",
                    1,
                    0,
                    MOST_SEED,
                    1,
                    "Another seed is another day: other callers, the same plan.",
                ),
            ),
        ),
        Group(
            "Calls and callers",
            (
                Slider(
                    "calls_per_day",
                    "Calls expected",
                    1700,
                    100,
                    3000,
                    50,
                    "Spread over the day as a bank's calls were.",
                    unit="calls",
                ),
                slider(
                    "handle_seconds", 60.0, 900.0, 5.0, "On average: from the greeting to the work after it."
                ),
                Slider(
                    "patience_seconds",
                    "Patience",
                    180.0,
                    10.0,
                    900.0,
                    10.0,
                    "How long callers would wait on average before they hang up.",
                    unit="seconds",
                ),
                Slider(
                    "day_variation",
                    "Spread of a day's calls",
                    0.0,
                    0.0,
                    0.5,
                    0.05,
                    "At 0 the day is neither busy nor quiet; otherwise one standard deviation.",
                    unit="share",
                ),
            ),
            is_open=False,
        ),
        Group(
            "Own agents",
            (
                Choice("roster", "Own agents on duty", "planned", ROSTERS, "Planned with Erlang A."),
                Slider(
                    "agents",
                    "Agents, if the same all day",
                    14,
                    1,
                    60,
                    1,
                    "On duty in every half hour.",
                    unit="agents",
                    needs=(SAME_ALL_DAY,),
                ),
                slider(
                    "service_level",
                    0.5,
                    0.95,
                    0.05,
                    "What the plan promises, for each half hour.",
                    needs=(PLANNED,),
                ),
                slider("answer_within_seconds", 0.0, 120.0, 5.0, "A wait up to this long keeps the promise."),
            ),
            is_open=False,
        ),
        Group(
            "Play the planner",
            (
                Slider(
                    "moved_agents",
                    "Agents you move",
                    0,
                    0,
                    4,
                    1,
                    "From one hour to another; the callers stay the same.",
                    unit="agents",
                ),
                Slider(
                    "moved_from_hour",
                    "Taken from the hour that begins at",
                    15,
                    FIRST_HOUR,
                    LAST_HOUR,
                    1,
                    "One agent stays in each half hour.",
                    unit="o'clock",
                    needs=(ANY_MOVED,),
                ),
                Slider(
                    "moved_to_hour",
                    "Put into the hour that begins at",
                    9,
                    FIRST_HOUR,
                    LAST_HOUR,
                    1,
                    "Where the vendor has all calls, nobody can be put.",
                    unit="o'clock",
                    needs=(ANY_MOVED,),
                ),
            ),
            is_open=False,
        ),
        Group(
            "Vendor",
            (
                Slider(
                    "vendor_after_seconds",
                    "Wait before a caller is passed on",
                    60.0,
                    0.0,
                    300.0,
                    5.0,
                    "By wait: at 0 whoever finds no agent free goes on at once.",
                    unit="seconds",
                    needs=(BY_WAIT,),
                ),
                Slider(
                    "vendor_from_hour",
                    "Vendor's hours begin at",
                    18,
                    8,
                    20,
                    1,
                    "By hours: from then on all calls are the vendor's.",
                    unit="o'clock",
                    needs=(BY_HOURS,),
                ),
                Slider(
                    "vendor_agents",
                    "Vendor's agents for this centre",
                    3,
                    1,
                    40,
                    1,
                    "On duty as long as the vendor takes calls.",
                    unit="agents",
                    needs=(ANY_VENDOR,),
                ),
            ),
            is_open=False,
        ),
    ),
    presets=PRESETS,
    make_view=make_view,
    refine=refine_by(step, view_of, state_of),
    guess=GUESS,
    scenes=SCENES,
)
