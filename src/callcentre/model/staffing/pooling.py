"""Pooling: one group of agents for all calls needs fewer of them than a group for each kind of call."""

from ..check import InputError
from .staffing import agents_needed, load_of


def pool(
    calls_per_hour: list[float],
    handle_seconds: float,
    service_level: float = 0.80,
    answer_within_seconds: float = 20,
    patience_seconds: float | None = None,
    max_abandonment: float | None = None,
    max_occupancy: float | None = None,
) -> dict:
    """Return the agents that several groups need apart, and together, for the same service.

    Parameters
    ----------
    calls_per_hour : list of float
        Calls offered an hour to each group, at least one group.
    handle_seconds, service_level, answer_within_seconds, patience_seconds, max_abandonment, max_occupancy
        As for `staffing.agents_needed`, the same for all groups.

    Returns
    -------
    dict
        ``agents_by_group`` (a list, in the order given), ``agents_apart`` (its sum), ``agents_together``,
        ``saved`` (agents that pooling frees), and ``offered_apart`` and ``offered_together`` (load for each
        agent).

    Raises
    ------
    InputError
        If an input cannot be used.

    Examples
    --------
    Two groups of 100 calls in half an hour need 14 agents each:

    >>> found = pool([200, 200], 180)
    >>> found["agents_by_group"], found["agents_together"] < 28
    ([14, 14], True)
    """
    if not isinstance(calls_per_hour, (list, tuple)) or len(calls_per_hour) == 0:
        raise InputError(
            "calls_per_hour", "a list of calls an hour, one number for each group", calls_per_hour
        )
    others = (service_level, answer_within_seconds, patience_seconds, max_abandonment, max_occupancy)
    by_group = [agents_needed(calls, handle_seconds, *others) for calls in calls_per_hour]
    all_calls = 0.0
    for calls in calls_per_hour:
        all_calls += calls
    together = agents_needed(all_calls, handle_seconds, *others)
    load = load_of(all_calls, handle_seconds)
    return {
        "agents_by_group": by_group,
        "agents_apart": sum(by_group),
        "agents_together": together,
        "saved": sum(by_group) - together,
        "offered_apart": load / sum(by_group),
        "offered_together": load / together,
    }
