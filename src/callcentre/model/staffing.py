"""From calls an hour to service, and from a promise of service to the number of agents."""

import math

from .check import InputError, number
from .erlang import checked_stable, erlang_c


def performance(calls_per_hour, handle_seconds, agents, patience_seconds=None, answer_within_seconds=20):
    """Return how a group of agents serves its callers, in a steady state.

    Parameters
    ----------
    calls_per_hour : float
        Calls offered an hour, at least 0.
    handle_seconds : float
        Mean handle time (talk and after-call work) in seconds, above 0.
    agents : int
        Agents on duty, at least 1.
    patience_seconds : float, optional
        Mean time a caller would wait before hanging up, in seconds; None where callers wait for ever.
    answer_within_seconds : float
        Target of the service level in seconds, at least 0.

    Returns
    -------
    dict
        ``load`` (erlang), ``occupancy``, ``wait_probability``, ``mean_wait_seconds`` (all callers),
        ``service_level``, ``abandonment`` and ``queue_length`` (mean number waiting).

    Raises
    ------
    InputError
        If an input cannot be used; without patience also if the agents do not outnumber the load.
    """
    load = load_of(calls_per_hour, handle_seconds)
    number("answer_within_seconds", answer_within_seconds, 0)
    if patience_seconds is not None:
        raise InputError("patience_seconds", "None, until the next version", patience_seconds)
    load, agents = checked_stable(load, agents)
    waiting = erlang_c(load, agents)
    spare = agents - load
    mean_wait = waiting / spare
    return {
        "load": load,
        "occupancy": load / agents,
        "wait_probability": waiting,
        "mean_wait_seconds": mean_wait * handle_seconds,
        "service_level": 1 - waiting * math.exp(-spare * answer_within_seconds / handle_seconds),
        "abandonment": 0.0,
        "queue_length": mean_wait * load,
    }


def agents_needed(
    calls_per_hour,
    handle_seconds,
    service_level=0.80,
    answer_within_seconds=20,
    patience_seconds=None,
    max_abandonment=None,
    max_occupancy=None,
):
    """Return the least number of agents that meets every target given.

    Parameters
    ----------
    calls_per_hour, handle_seconds, answer_within_seconds, patience_seconds
        As for `performance`.
    service_level : float
        Share of calls to answer within the target, from 0 to below 1.
    max_abandonment : float, optional
        Largest share of callers who may hang up.
    max_occupancy : float, optional
        Largest share of their time agents may be busy.

    Returns
    -------
    int
        At least 1.

    Raises
    ------
    InputError
        If an input cannot be used.
    """
    load = load_of(calls_per_hour, handle_seconds)
    number("service_level", service_level, 0, below=1)

    def meets(agents):
        if agents <= load:
            return False
        result = performance(calls_per_hour, handle_seconds, agents, patience_seconds, answer_within_seconds)
        return (
            result["service_level"] >= service_level
            and (max_abandonment is None or result["abandonment"] <= max_abandonment)
            and (max_occupancy is None or result["occupancy"] <= max_occupancy)
        )

    return least(meets, 1)


def least(meets, low):
    """Return the least whole number from ``low`` up that meets a test which, once met, stays met."""
    high = low
    while not meets(high):
        low, high = high + 1, 2 * high
    while low < high:
        middle = (low + high) // 2
        if meets(middle):
            high = middle
        else:
            low = middle + 1
    return high


def load_of(calls_per_hour, handle_seconds):
    """Return the offered load in erlang."""
    number("calls_per_hour", calls_per_hour, 0)
    number("handle_seconds", handle_seconds, above=0)
    return calls_per_hour * handle_seconds / 3600
