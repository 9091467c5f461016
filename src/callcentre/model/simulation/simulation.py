"""A day of a call centre, call by call: callers at random, own agents, a vendor, calls dialled in between.

`play` yields the state after each interval, `simulate` runs the same steps to the end, `replicate` runs many
days and says how sure their means are.

A caller's arrival, handle time and patience come from streams of their own and are drawn for every caller.
Two days that differ in agents or in the vendor thus see the same callers: what differs in the end is due to
that change and not to luck.
"""

from math import sqrt

from .. import assumptions
from ..check import InputError, number, one_of, whole_number, yes_or_no
from ..demand import checked_profile
from ..numerics.confidence import confidence_interval
from ..numerics.randomness import MOST_SEED, MOST_SUBSTREAM
from ..units import MINUTES_IN_DAY, SECONDS_IN_HOUR
from .call_by_call import COUNTS, Centre

DISTRIBUTIONS = ("exponential", "lognormal")
MOST_MINUTES = 527_040
MOST_CALLS = 2_000_000
MOST_AGENTS = 10_000
MOST_SECONDS = 1e6
MOST_REPLICATIONS = 100_000

ANSWERED = ("answered_in_house", "answered_by_vendor")
# (name, counts to add, over counts to add, less a count)
RATIOS = (
    ("service_level", ("answered_in_time",), ("offered",), None),
    ("service_level_served", ("answered_in_time",), ANSWERED, None),
    ("service_level_short_left_out", ("answered_in_time",), ("offered",), "gave_up_short"),
    ("service_level_early_left_out", ("answered_in_time",), ("offered",), "gave_up_early"),
    ("service_level_early_good", ("answered_in_time", "gave_up_early"), ("offered",), None),
    ("abandonment", ("gave_up",), ("offered",), None),
    ("wait_probability", ("waited",), ("offered",), None),
    ("mean_wait_seconds", ("wait_seconds",), ("offered",), None),
    ("vendor_share", ("answered_by_vendor",), ("offered",), None),
    ("occupancy", ("busy_seconds",), ("staffed_seconds",), None),
    ("vendor_occupancy", ("vendor_busy_seconds",), ("vendor_staffed_seconds",), None),
)
MEASURES = COUNTS + tuple([each[0] for each in RATIOS])


def simulate(day: dict, seed: int, replication: int = 0) -> dict:
    """Play a day, call by call, and count what happened.

    Parameters
    ----------
    day : dict
        ``intervals`` : list of (start_minute, minutes, calls)
            In order and without gaps, as `demand.day_profile` returns them; ``calls`` is the mean number.
        ``agents`` : int or list of int
            Own agents on duty, the same all day or by interval. Whoever is on a call when duty ends
            finishes it.
        ``handle_seconds`` : float
            Mean handle time of a call; default that of `assumptions`.
        ``handle_distribution`` : str
            "exponential" (default) or "lognormal".
        ``handle_variation`` : float
            Standard deviation of lognormal handle times over their mean; default 1.
        ``patience_seconds`` : float or None
            Mean time, exponential, after which a waiting caller gives up; None (default): never.
        ``answer_within_seconds`` : float
            Target of the service levels; default that of `assumptions`. Who gives up within it is early.
        ``short_abandon_seconds`` : float
            Who gives up within this time is short, see `staffing.performance`; default 5.
        ``redial_share`` : float
            Probability, below 1, that a caller who gave up calls again; default 0.
        ``redial_after_seconds`` : float
            Mean time, exponential, until such a caller does; default 300.
        ``vendor_agents`` : int or list of int
            The vendor's agents for this centre, as for ``agents``; default 0.
        ``vendor_after_seconds`` : float or None
            Wait after which a caller is passed to the vendor, if it has agents on duty then; 0: at once.
            None (default): never.
        ``vendor_hours`` : list of (start_minute, end_minute)
            Intervals that begin in these hours are the vendor's: it takes all their calls. Default none.
        ``vendor_handle_factor`` : float
            The vendor's mean handle time over that of own agents; default 1.
        ``outbound_calls`` : int
            Calls to dial out during the day, as own agents are idle; default 0.
        ``outbound_seconds`` : float
            Mean time of one, exponential; default ``handle_seconds``.
        ``outbound_reserve`` : int
            Own agents to be left idle for callers: one dials when more are idle. Default 1.
        ``day_variation`` : float
            Busy and quiet days: a factor (lognormal, mean 1) for all the day's calls, and this its standard
            deviation; default 0.
        ``varies_like_bank`` : bool
            Whether mornings, afternoons and half hours vary as well, as at the bank (see
            `busy_days.random_day`; intervals are then those of one day). Default False.
        ``warm_up_minutes`` : float
            Intervals that begin in the first minutes are played but not counted in the totals. Default 0: a
            day starts empty, as the centre does. For a steady state see `settling_minutes`.
    seed : int
        From 0 to 2,147,483,647. The same seed gives the same day, in every Python.
    replication : int
        Which of the days of this seed, from 0.

    Returns
    -------
    dict
        ``intervals``: a list of rows; ``totals``: a row.

        A row holds counts: ``offered`` (calls, ``repeated`` ones included), ``answered_in_house``,
        ``answered_by_vendor``, ``answered_in_time``, ``gave_up``, of these ``gave_up_short`` and
        ``gave_up_early`` (within the target), ``waited`` (not answered at once),
        ``passed_on`` (to the vendor, after a wait), ``wait_seconds`` (of all callers, added),
        ``answered_wait_seconds`` (of those answered), ``outbound`` (calls dialled), ``staffed_seconds`` and
        ``busy_seconds`` (own agents on duty, and on calls), ``overtime_seconds`` (on calls after duty), and
        the same three with ``vendor_`` before; and what follows from them, None where it would be over
        nothing: ``service_level`` (answered in time ÷ offered), ``service_level_served``,
        ``service_level_short_left_out``, ``service_level_early_left_out`` and ``service_level_early_good``
        (as `staffing.performance` defines them), ``abandonment``, ``wait_probability``,
        ``mean_wait_seconds`` (of all callers), ``vendor_share``, ``occupancy`` and ``vendor_occupancy``.

        An interval's row also holds ``start_minute``, ``minutes``, ``expected`` (mean calls), ``agents``,
        ``vendor_agents``, ``is_vendors``, ``is_counted``, and as it was when the interval ended
        ``waiting`` (callers), ``busy`` and ``vendor_busy`` (agents).

        Calls belong to the interval in which they came, agents' seconds and calls dialled to that in which
        they fell. The totals add the intervals that count. Callers who wait when the last interval ends still
        wait for its agents; where nobody will ever answer, they give up then. After it nobody calls again.

    Raises
    ------
    InputError
        If a field is missing, unknown or cannot be used, and by its name.

    Examples
    --------
    A call a minute on average, each of ten seconds, and nine agents: everybody is served at once.

    >>> day = {"intervals": [(480, 60, 60.0)], "agents": 9, "handle_seconds": 10.0}
    >>> totals = simulate(day, seed=1)["totals"]
    >>> totals["answered_in_house"] == totals["offered"], totals["gave_up"], totals["service_level"]
    (True, 0, 1.0)
    """
    centre = Centre(checked(day), *checked_numbers(seed, replication))
    return result(played_out(centre))


def play(day: dict, seed: int, replication: int = 0) -> iter:
    """Play the same day interval by interval.

    Parameters
    ----------
    day, seed, replication
        As for `simulate`.

    Returns
    -------
    generator of dict
        After each interval its row, as far as it is known by then: whether callers in ``waiting`` will be
        answered is not. It also holds ``longest_wait_seconds``, that of the caller who has waited longest.

    Raises
    ------
    InputError
        As `simulate`, at once.

    Examples
    --------
    >>> day = {"intervals": [(480, 30, 60.0), (510, 30, 60.0)], "agents": 4, "handle_seconds": 100.0}
    >>> [row["start_minute"] for row in play(day, seed=1)]
    [480, 510]
    """
    return states(Centre(checked(day), *checked_numbers(seed, replication)))


def states(centre: Centre) -> iter:
    """Yield the row of each interval when it has been played."""
    for interval, row in enumerate(centre.rows):
        centre.step(interval)
        state = with_ratios(row)
        state["longest_wait_seconds"] = centre.longest_wait_seconds(
            (row["start_minute"] + row["minutes"]) * 60.0
        )
        yield state


def played_out(centre: Centre) -> Centre:
    """Play a centre's day to its end and return the centre."""
    for _ in states(centre):
        pass
    centre.close()
    return centre


def result(centre: Centre) -> dict:
    """Return what `simulate` returns of a day played out."""
    return {"intervals": [with_ratios(row) for row in centre.rows], "totals": totals(centre.rows)}


def totals(rows: list[dict]) -> dict:
    """Return the counts of the rows that count, added, with their ratios."""
    row = {name: 0.0 if name.endswith("_seconds") else 0 for name in COUNTS}
    for counted in [row for row in rows if row["is_counted"]]:
        for name in COUNTS:
            row[name] += counted[name]
    return with_ratios(row)


def with_ratios(row: dict) -> dict:
    """Return a copy of a row with what follows from its counts."""
    copy = dict(row)
    for name, parts, wholes, left_out in RATIOS:
        whole = added(row, wholes) - (row[left_out] if left_out else 0)
        copy[name] = added(row, parts) / whole if whole else None
    return copy


def added(row: dict, names: tuple[str, ...]) -> float:
    """Return the sum of some counts of a row."""
    total = 0
    for name in names:
        total += row[name]
    return total


def replicate(
    day: dict, seed: int, replications: int, confidence: float = 0.95, earlier: dict | None = None
) -> dict:
    """Play many days and say how sure their means are.

    The days are independent. A measure's interval is its mean ± t · deviation ÷ √days, with Student's t of
    one degree of freedom fewer than days. Each day weighs the same, be it busy or quiet.

    Parameters
    ----------
    day, seed
        As for `simulate`, whose totals are those of the first day here.
    replications : int
        Days to play, from 1 to 100,000.
    confidence : float
        How often such an interval covers the true mean, above 0 and below 1.
    earlier : dict, optional
        What `replicate` returned before, for the same day and seed: its days are kept, and more follow them.

    Returns
    -------
    dict
        ``measures``: a dict by name, those of the totals' row, of dicts with ``mean``, ``low`` and ``high``
        (the interval's ends), ``deviation`` (from day to day) and ``count`` (of days with something to
        measure); None where there is nothing to say. ``days``: a list for each day of its totals, in the
        order of ``names``.

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    The load is 60 calls of 100 seconds an hour, 1.67 erlang, on five agents: 33 % of their time.

    >>> day = {"intervals": [(480, 600, 600.0)], "agents": 5, "handle_seconds": 100.0}
    >>> found = replicate(day, seed=1, replications=20, confidence=0.999)["measures"]["occupancy"]
    >>> found["count"], found["low"] < 600 * 100 / 3600 / 10 / 5 < found["high"]
    (20, True)
    """
    day = checked(day)
    seed, first = checked_numbers(seed, 0)
    replications = whole_number("replications", replications, 1, MOST_REPLICATIONS)
    number("confidence", confidence, above=0, below=1)
    days = checked_days(earlier)
    first = len(days)
    for replication in range(first, first + replications):
        row = totals(played_out(Centre(day, seed, replication)).rows)
        days.append([row[name] for name in MEASURES])
    columns = [[each[column] for each in days if each[column] is not None] for column in range(len(MEASURES))]
    return {
        "names": list(MEASURES),
        "days": days,
        "measures": {
            name: confidence_interval(column, confidence) for name, column in zip(MEASURES, columns)
        },
    }


def checked_days(earlier: dict | None) -> list[list]:
    """Return the days of an earlier result of `replicate` in a list of its own."""
    if earlier is None:
        return []
    if not isinstance(earlier, dict) or earlier.get("names") != list(MEASURES) or "days" not in earlier:
        raise InputError("earlier", "what replicate returned", earlier)
    return list(earlier["days"])


def settling_minutes(
    calls_per_hour: float, handle_seconds: float, agents: int, patience_seconds: float | None = None
) -> float:
    """Return how long a centre that starts empty takes to forget it: a warm-up for a steady state.

    The rule is five relaxation times: what is left of the empty start is then below a hundredth. With
    patience one more caller leaves at least as fast as the slower of handling and patience, so that one is
    the relaxation time. Without, it is the handle time, or that over (√agents - √load)² where this is longer.

    Parameters
    ----------
    calls_per_hour, handle_seconds, agents, patience_seconds
        As for `staffing.performance`.

    Returns
    -------
    float
        Minutes.

    Raises
    ------
    InputError
        If an input cannot be used; without patience also if the agents do not outnumber the load.

    Examples
    --------
    Five times the slower of handling (300 s) and patience (120 s), in minutes:

    >>> settling_minutes(100, 300, 10, patience_seconds=120)
    25.0
    """
    number("calls_per_hour", calls_per_hour, 0)
    number("handle_seconds", handle_seconds, above=0, high=MOST_SECONDS)
    agents = whole_number("agents", agents, 1, MOST_AGENTS)
    if patience_seconds is not None:
        number("patience_seconds", patience_seconds, above=0, high=MOST_SECONDS)
        return 5 * max(handle_seconds, patience_seconds) / 60
    load = calls_per_hour * handle_seconds / SECONDS_IN_HOUR
    if load >= agents:
        raise InputError("agents", f"more than the load of {load} erlang", agents)
    gap = sqrt(agents) - sqrt(load)
    return 5 * handle_seconds * max(1.0, 1 / (gap * gap)) / 60


def checked_numbers(seed: int, replication: int) -> tuple[int, int]:
    """Return the seed and the replication, checked."""
    return (
        whole_number("seed", seed, 0, MOST_SEED),
        whole_number("replication", replication, 0, MOST_SUBSTREAM),
    )


# (name, default, least, most, whether the least is allowed) of the fields that are plain numbers
NUMBERS = (
    ("handle_variation", 1.0, 0.0, 10.0, False),
    ("short_abandon_seconds", 5.0, 0.0, MOST_SECONDS, True),
    ("redial_share", 0.0, 0.0, 0.99, True),
    ("redial_after_seconds", 300.0, 0.0, MOST_SECONDS, False),
    ("vendor_handle_factor", 1.0, 0.0, 10.0, False),
    ("day_variation", 0.0, 0.0, 1.0, True),
    ("warm_up_minutes", 0.0, 0.0, MOST_MINUTES, True),
)
WHOLE_NUMBERS = (("outbound_calls", 0, MOST_CALLS), ("outbound_reserve", 1, MOST_AGENTS))
OTHERS = (
    "intervals",
    "agents",
    "handle_seconds",
    "handle_distribution",
    "patience_seconds",
    "answer_within_seconds",
    "vendor_agents",
    "vendor_after_seconds",
    "vendor_hours",
    "outbound_seconds",
    "varies_like_bank",
)


def checked(day: dict) -> dict:
    """Return a day with every field, checked; those left out have their defaults.

    Raises
    ------
    InputError
        If a field is missing, unknown or cannot be used, and by its name.
    """
    if not isinstance(day, dict):
        raise InputError("day", "a dict of fields", day)
    known = OTHERS + tuple([field[0] for field in NUMBERS + WHOLE_NUMBERS])
    for name in day:
        if name not in known:
            raise InputError(str(name), "one of " + ", ".join(known), day[name])
    intervals = checked_intervals(day.get("intervals"))
    handle_seconds = checked_seconds("handle_seconds", day, assumptions.value("handle_seconds"))
    values = {
        "intervals": intervals,
        "agents": checked_agents("agents", day.get("agents"), len(intervals)),
        "handle_seconds": handle_seconds,
        "handle_distribution": one_of(
            "handle_distribution", day.get("handle_distribution", DISTRIBUTIONS[0]), DISTRIBUTIONS
        ),
        "patience_seconds": checked_seconds("patience_seconds", day, None),
        "answer_within_seconds": number(
            "answer_within_seconds",
            day.get("answer_within_seconds", assumptions.value("answer_within_seconds")),
            0,
            MOST_SECONDS,
        ),
        "vendor_agents": checked_agents("vendor_agents", day.get("vendor_agents", 0), len(intervals)),
        "vendor_after_seconds": day.get("vendor_after_seconds"),
        "vendor_hours": checked_hours(day.get("vendor_hours", [])),
        "outbound_seconds": checked_seconds("outbound_seconds", day, handle_seconds),
        "varies_like_bank": yes_or_no("varies_like_bank", day.get("varies_like_bank", False)),
    }
    if values["varies_like_bank"]:
        checked_profile("intervals", intervals)
    if values["vendor_after_seconds"] is not None:
        number("vendor_after_seconds", values["vendor_after_seconds"], 0, MOST_SECONDS)
    for name, default, low, high, is_low_allowed in NUMBERS:
        value = day.get(name, default)
        values[name] = number(name, value, low, high, above=None if is_low_allowed else low)
    for name, default, high in WHOLE_NUMBERS:
        values[name] = whole_number(name, day.get(name, default), 0, high)
    return values


def checked_seconds(name: str, day: dict, default: object) -> float | None:
    """Return a mean time above 0; where the default is None, None may stand."""
    value = day.get(name, default)
    if value is None and default is None:
        return None
    return number(name, value, above=0, high=MOST_SECONDS)


def checked_intervals(intervals: object) -> list[tuple[int, int, float]]:
    """Return the intervals as tuples, each beginning where the one before ends."""
    allowed = "a list of (start_minute, minutes, calls), each beginning where the one before ends"
    if not isinstance(intervals, (list, tuple)) or not intervals:
        raise InputError("intervals", allowed, intervals)
    made: list[tuple[int, int, float]] = []
    total = 0.0
    for interval in intervals:
        if not isinstance(interval, (list, tuple)) or len(interval) != 3:
            raise InputError("intervals", allowed, interval)
        start = whole_number("intervals", interval[0], 0, MOST_MINUTES)
        minutes = whole_number("intervals", interval[1], 1, MOST_MINUTES)
        total += number("intervals", interval[2], 0, MOST_CALLS)
        if made and start != made[-1][0] + made[-1][1]:
            raise InputError("intervals", allowed, interval)
        made.append((start, minutes, interval[2]))
    if total > MOST_CALLS:
        raise InputError("intervals", f"a list with at most {MOST_CALLS} calls", intervals)
    return made


def checked_agents(name: str, agents: object, count: int) -> list[int]:
    """Return a number of agents for each interval."""
    if isinstance(agents, (list, tuple)):
        if len(agents) != count:
            raise InputError(name, f"a whole number or a list of {count}, one for each interval", agents)
        return [whole_number(name, value, 0, MOST_AGENTS) for value in agents]
    return [whole_number(name, agents, 0, MOST_AGENTS)] * count


def checked_hours(hours: object) -> list[tuple[int, int]]:
    """Return the vendor's hours as tuples of minutes of the day."""
    allowed = "a list of (start_minute, end_minute), the end after the start"
    if not isinstance(hours, (list, tuple)):
        raise InputError("vendor_hours", allowed, hours)
    made = []
    for pair in hours:
        if not isinstance(pair, (list, tuple)) or len(pair) != 2:
            raise InputError("vendor_hours", allowed, pair)
        begin, end = [whole_number("vendor_hours", minute, 0, MINUTES_IN_DAY) for minute in pair]
        if end <= begin:
            raise InputError("vendor_hours", allowed, pair)
        made.append((begin, end))
    return made
