"""What a number of agents can keep: how many calls, how long ones, or which promise.

`staffing.agents_needed` goes from calls and a promise to agents. Here the agents are given and one of the
others is sought, up to the edge of what is kept: a little more, and the promise is broken.
"""

import math

from ..check import InputError, number, whole_number
from ..erlang import LEAST_PATIENCE, MOST_AGENTS, MOST_LOAD, MOST_PATIENCE, erlang_a
from ..numerics.search import edge
from ..units import SECONDS_IN_HOUR
from .staffing import MOST_SECONDS, load_of, patience_of, performance, wait_percentile

LEAST_SECONDS = 1e-6
LEAST_PROMISE = 0.01
INSIDE = 1 + 1e-12  # so that rounding does not leave the range of patience


def most_calls_per_hour(
    handle_seconds: float,
    agents: int,
    service_level: float = 0.80,
    answer_within_seconds: float = 20,
    patience_seconds: float | None = None,
) -> float:
    """Return the most calls an hour of which so many agents answer the promised share in time.

    Parameters
    ----------
    handle_seconds, agents, answer_within_seconds, patience_seconds
        As for `staffing.performance`.
    service_level : float
        Share of the calls offered to serve within the target, from 0.01 to below 1.

    Returns
    -------
    float
        Calls an hour, of which the promise is kept, and of a few parts in 1e12 more no longer.

    Raises
    ------
    InputError
        If an input cannot be used.

    Notes
    -----
    More calls never mean better service. Without patience the load stays below the agents; with it, at most
    agents / load of the callers are served, so the load stays below agents / service level.

    Examples
    --------
    Forty-eight erlang need so many agents; turned round, these agents keep the promise for as many calls:

    >>> from callcentre.model.staffing import agents_needed
    >>> agents = agents_needed(2880, 60)
    >>> most_calls_per_hour(60, agents) >= 2880 > most_calls_per_hour(60, agents - 1)
    True
    """
    most = most_load(agents, service_level, patience_seconds) / number(
        "handle_seconds", handle_seconds, LEAST_SECONDS, MOST_SECONDS
    )
    return edge(
        lambda calls: excess(
            calls, handle_seconds, agents, service_level, answer_within_seconds, patience_seconds
        ),
        0.0,
        most * SECONDS_IN_HOUR,
    )


def longest_handle_seconds(
    calls_per_hour: float,
    agents: int,
    service_level: float = 0.80,
    answer_within_seconds: float = 20,
    patience_seconds: float | None = None,
) -> float:
    """Return the longest handle time with which so many agents answer the promised share in time.

    Parameters
    ----------
    calls_per_hour : float
        Calls offered an hour, above 0.
    agents, answer_within_seconds, patience_seconds
        As for `staffing.performance`.
    service_level : float
        As for `most_calls_per_hour`.

    Returns
    -------
    float
        Mean handle time in seconds, at most 1,000,000, or 1e9 patiences.

    Raises
    ------
    InputError
        If an input cannot be used, or even calls of 1e-6 s (or of 1e-9 patiences) are too many.

    Notes
    -----
    Longer calls never mean better service: each agent is free later, whatever the callers' patience.

    Examples
    --------
    At the longest handle time the promise is just kept:

    >>> from callcentre.model.staffing import performance
    >>> longest = longest_handle_seconds(200, 14)
    >>> round(performance(200, longest, 14)["service_level"], 9)
    0.8
    """
    number("calls_per_hour", calls_per_hour, above=0)
    longest = most_load(agents, service_level, patience_seconds) * SECONDS_IN_HOUR / calls_per_hour
    shortest, longest = LEAST_SECONDS, min(longest, MOST_SECONDS)
    if patience_seconds is not None:
        number(
            "patience_seconds",
            patience_seconds,
            LEAST_PATIENCE * LEAST_SECONDS,
            MOST_PATIENCE * MOST_SECONDS,
        )
        shortest = max(shortest, patience_seconds / MOST_PATIENCE * INSIDE)
        longest = min(longest, patience_seconds / LEAST_PATIENCE / INSIDE)

    def above(handle_seconds: float) -> float:
        return excess(
            calls_per_hour, handle_seconds, agents, service_level, answer_within_seconds, patience_seconds
        )

    if longest < shortest or above(shortest) < 0:
        raise InputError(
            "calls_per_hour", f"few enough for a pool of {agents} to keep the promise", calls_per_hour
        )
    return edge(above, shortest, longest)


def shortest_answer_seconds(
    calls_per_hour: float,
    handle_seconds: float,
    agents: int,
    service_level: float = 0.80,
    patience_seconds: float | None = None,
) -> float | None:
    """Return the shortest time within which so many agents answer the promised share of the calls.

    Parameters
    ----------
    calls_per_hour, handle_seconds, agents, patience_seconds
        As for `staffing.performance`.
    service_level : float
        As for `most_calls_per_hour`.

    Returns
    -------
    float or None
        Seconds; 0 where that share finds an agent free; None where so many callers hang up that the share
        is not reached however long one waits.

    Raises
    ------
    InputError
        If an input cannot be used; without patience also if the agents do not outnumber the load: the queue
        would grow without end.

    Notes
    -----
    After a time t no more than exp(-t / patience) of the callers are still waiting, nor served later.

    Examples
    --------
    Of callers who never hang up 17.4132 % wait (10 erlang, 14 agents), and of these a share of
    exp(-4 x time / 180) still does after a time. So 90 % are served within 180 / 4 x log(0.174132 / 0.1):

    >>> round(shortest_answer_seconds(200, 180, 14, 0.90), 2)
    24.96
    >>> round(180 / 4 * math.log(0.174132 / 0.1), 2)
    24.96
    """
    number("service_level", service_level, LEAST_PROMISE, below=1)
    load, patience = load_of(calls_per_hour, handle_seconds), patience_of(patience_seconds, handle_seconds)
    if patience is None:
        return wait_percentile(calls_per_hour, handle_seconds, agents, service_level)
    served_at_most = 1 - erlang_a(load, agents, patience)["abandonment"]
    if served_at_most <= service_level:
        return None
    wait = edge(
        lambda wait: erlang_a(load, agents, patience, wait)["service_level_offered"] - service_level,
        patience * (1 - math.log(served_at_most - service_level)),
        0.0,
    )
    return wait * handle_seconds


def most_load(agents: int, service_level: float, patience_seconds: float | None) -> float:
    """Return a load at which so many agents break the promise, or the largest there is."""
    whole_number("agents", agents, 1, MOST_AGENTS)
    number("service_level", service_level, LEAST_PROMISE, below=1)
    return min(MOST_LOAD, agents if patience_seconds is None else agents / service_level)


def excess(
    calls_per_hour: float,
    handle_seconds: float,
    agents: int,
    service_level: float,
    answer_within_seconds: float,
    patience_seconds: float | None,
) -> float:
    """Return by how much the service level is above the promise; where a queue grows for ever, it is 0."""
    if patience_seconds is None and calls_per_hour * handle_seconds / SECONDS_IN_HOUR >= agents:
        return -service_level
    result = performance(calls_per_hour, handle_seconds, agents, patience_seconds, answer_within_seconds, 0)
    return result["service_level"] - service_level
