"""A scenario's values, with what is worked out from them once for all that vary them a little."""

from ..numerics.annuities import annuities
from ..units import MONTHS_IN_YEAR
from .roster import Day, Staffing, days_of_month

DAYS = ("holidays_per_year", "weekend_share", "night_share")
DIVISION = ("in_house_opens_hour", "in_house_closes_hour", "weekends_by", "secondary_share")
QUOTED = ("quoted_service_level", "quoted_answer_within_seconds", "max_occupancy")
ROSTERING = ("least_agents", "night_least_agents", "schedule_efficiency")


class Scenario:
    """The complete values of a scenario and what follows from a few of them.

    A varied scenario shares with the one it came from all that its changes leave as it is, and makes the rest
    anew, so that nothing can be used with values it was not made for.

    Parameters
    ----------
    values : dict
        Every value, as from ``assumptions.complete``.

    Attributes
    ----------
    days : list of roster.Day
        The kinds of day of an average month.
    staffing : roster.Staffing
        Agents by rate of calls, never worked out twice.
    quoted_staffing : roster.Staffing
        The same at the service that the vendor's price is for.
    overflow_staffing, quoted_overflow_staffing : roster.Staffing
        The same for calls that have flowed over: part of the time to answer them in has passed.
    known_splits : dict
        How each way shares a month's calls, where that does not depend on how many there are.
    own_months, vendor_months : list of tuple
        Runs of months alike, as from `months_alike`.
    annuities : list of float
        What a euro in each month before month 0, 1, 2 … is worth, all together.
    """

    days: list[Day]
    staffing: Staffing
    quoted_staffing: Staffing
    overflow_staffing: Staffing
    quoted_overflow_staffing: Staffing
    known_splits: dict
    own_months: list[tuple]
    vendor_months: list[tuple]
    annuities: list[float]

    def __init__(self, values: dict, origin: "Scenario | None" = None, changed: tuple | list = ()) -> None:
        self.values = values
        changed = [name for name in changed if name in RESTED_ON]
        for name, rests_on, make in PARTS:
            is_kept = origin is not None and not [each for each in changed if each in rests_on]
            setattr(self, name, getattr(origin, name) if is_kept else make(values))

    def varied(self, changes: dict) -> "Scenario":
        """Return the scenario with some values changed; they must be allowed ones."""
        values = self.values
        changed = [name for name in changes if changes[name] != values[name]]
        return Scenario(dict(values, **changes), self, changed)


def months_alike(horizon: int, learning: int) -> list[tuple[int, int, int, bool]]:
    """Return runs of months alike: (first month, months, year, whether a side's agents still learn)."""
    learning = min(learning, horizon)
    starts = sorted(set([learning] + list(range(0, horizon, MONTHS_IN_YEAR))))
    starts = [month for month in starts if month < horizon]
    ends = starts[1:] + [horizon]
    return [
        (start + 1, end - start, start // MONTHS_IN_YEAR, start < learning)
        for start, end in zip(starts, ends)
    ]


def own_learning_months(values: dict) -> int:
    """Return for how many months own agents all learn: none where there is a centre of one's own already."""
    return 0 if values["starts_from"] == "in-house" else values["learning_months"]


def vendor_learning_months(values: dict) -> int:
    """Return for how many months the vendor learns: none where it has the work already."""
    return 0 if values["starts_from"] == "vendor" else values["vendor_learning_months"]


def quoted(values: dict) -> dict:
    """Return the values with the service that the vendor's price is for in place of the promised one."""
    return dict(
        values,
        service_level=values["quoted_service_level"],
        answer_within_seconds=values["quoted_answer_within_seconds"],
    )


def overflow_staffing(values: dict) -> Staffing:
    """Return the Staffing for calls that have waited already: what is left of the time to answer them in."""
    left = max(0.0, values["answer_within_seconds"] - values["overflow_after_seconds"])
    return Staffing(dict(values, answer_within_seconds=left))


def no_splits(values: dict) -> dict:
    """Return the ways of sharing calls that are known before any is asked for: none."""
    return {}


# (attribute, values it rests on, how it is made of them) each
PARTS = (
    ("days", DAYS, days_of_month),
    ("staffing", Staffing.RESTS_ON, Staffing),
    ("quoted_staffing", QUOTED, lambda values: Staffing(quoted(values))),
    ("overflow_staffing", Staffing.RESTS_ON + ("overflow_after_seconds",), overflow_staffing),
    (
        "quoted_overflow_staffing",
        QUOTED + ("overflow_after_seconds",),
        lambda values: overflow_staffing(quoted(values)),
    ),
    ("known_splits", DAYS + DIVISION + ROSTERING, no_splits),
    (
        "own_months",
        ("horizon_months", "learning_months", "starts_from"),
        lambda values: months_alike(values["horizon_months"], own_learning_months(values)),
    ),
    (
        "vendor_months",
        ("horizon_months", "vendor_learning_months", "starts_from"),
        lambda values: months_alike(values["horizon_months"], vendor_learning_months(values)),
    ),
    (
        "annuities",
        ("horizon_months", "discount_rate"),
        lambda values: annuities(values["discount_rate"], values["horizon_months"]),
    ),
)
RESTED_ON = tuple([name for _, rests_on, _ in PARTS for name in rests_on])
