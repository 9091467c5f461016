"""From calls an hour to service, and from a promise of service to the number of agents."""

import math

from ..check import InputError, number
from ..erlang import (
    LEAST_LOAD,
    LEAST_PATIENCE,
    MOST_AGENTS,
    MOST_LOAD,
    MOST_PATIENCE,
    SERVICE_LEVELS,
    checked_stable,
    erlang_a,
    erlang_b,
    shares,
    weight_of_free_states,
)
from ..numerics.search import least
from ..units import SECONDS_IN_HOUR

MOST_SECONDS = 1_000_000
TOO_CLOSE = 1e-9


def performance(
    calls_per_hour: float,
    handle_seconds: float,
    agents: int,
    patience_seconds: float | None = None,
    answer_within_seconds: float = 20,
    short_abandon_seconds: float = 5,
) -> dict[str, float]:
    """Return how a group of agents serves its callers, in a steady state.

    Parameters
    ----------
    calls_per_hour : float
        Calls offered an hour, at least 0.
    handle_seconds : float
        Mean handle time (talk and after-call work) in seconds, from 1e-6 to 1,000,000.
    agents : int
        Agents on duty, from 1 to 1,000,000.
    patience_seconds : float, optional
        Mean time a caller would wait before hanging up, in seconds; None where callers wait until served.
    answer_within_seconds : float
        Target of the service levels in seconds, from 0 to 1,000,000. Who hangs up within it is *early*.
    short_abandon_seconds : float
        Who hangs up within this time is *short*: it was a mistake, or nobody could have answered. In seconds,
        from 0 to 1,000,000.

    Returns
    -------
    dict
        - ``load``: offered load in erlang;
        - ``occupancy``: share of their time agents are busy;
        - ``wait_probability``: share of calls that find every agent busy;
        - ``mean_wait_seconds``: of all callers, those who hang up included;
        - ``mean_wait_served_seconds``: of the callers served;
        - ``abandonment``: share of callers who hang up;
        - ``abandonment_early``: share of callers who hang up within the target;
        - ``queue_length``: mean number of callers waiting;
        - ``service_level_offered``: calls served within the target, of all calls offered;
        - ``service_level_served``: calls served within the target, of the calls served;
        - ``service_level_short_left_out``: calls served within the target, of all calls offered but the short
          ones;
        - ``service_level_early_left_out``: calls served within the target, of all calls offered but the early
          ones;
        - ``service_level_early_good``: calls served within the target and early ones, of all calls offered;
        - ``service_level_virtual``: share of callers who would be served within the target if they never
          hung up;
        - ``service_level``: the first of the six.

        Without patience the six service levels are one, and nobody hangs up.

    Raises
    ------
    InputError
        If an input cannot be used; without patience also if the agents do not outnumber the load: the queue
        would grow without end.

    Notes
    -----
    Erlang A with patience, Erlang C without. Source: Gans, Koole and Mandelbaum (2003); Mandelbaum and
    Zeltyn (2007). Centres report the first five service levels, or nearly: ICMI (2002), Service level
    calculations. Nobody can count the sixth, since a caller who hung up never learns the wait.

    Examples
    --------
    100 calls in half an hour, 3 minutes each, 14 agents: 17.4 % must wait. With a patience of five minutes
    1.4 % hang up.

    >>> round(performance(200, 180, 14)["wait_probability"], 6)
    0.174132
    >>> round(performance(200, 180, 14, patience_seconds=300)["abandonment"], 6)
    0.013984
    """
    load = load_of(calls_per_hour, handle_seconds)
    number("answer_within_seconds", answer_within_seconds, 0, MOST_SECONDS)
    number("short_abandon_seconds", short_abandon_seconds, 0, MOST_SECONDS)
    answer_within = answer_within_seconds / handle_seconds
    patience = patience_of(patience_seconds, handle_seconds)
    if patience is None:
        result = performance_without_abandonment(load, agents, answer_within)
    else:
        result = erlang_a(load, agents, patience, answer_within, short_abandon_seconds / handle_seconds)
    result["load"] = load
    result["service_level"] = result["service_level_offered"]
    result["mean_wait_seconds"] = result.pop("mean_wait") * handle_seconds
    result["mean_wait_served_seconds"] = result.pop("mean_wait_served") * handle_seconds
    return result


def performance_without_abandonment(load: float, agents: int, answer_within: float) -> dict[str, float]:
    """Return with Erlang C what `erlang_a` returns, for callers who never hang up."""
    load, agents = checked_stable(load, agents)
    spare = agents - load
    at_once, waiting = shares(load, agents, agents / spare)
    in_time = at_once - waiting * math.expm1(-spare * answer_within)
    mean_wait = waiting / spare
    result = dict.fromkeys(SERVICE_LEVELS, in_time)
    result["wait_probability"] = waiting
    result["abandonment"] = result["abandonment_early"] = 0.0
    result["mean_wait"] = result["mean_wait_served"] = mean_wait
    result["queue_length"] = mean_wait * load
    result["occupancy"] = load / agents
    return result


def agents_needed(
    calls_per_hour: float,
    handle_seconds: float,
    service_level: float = 0.80,
    answer_within_seconds: float = 20,
    patience_seconds: float | None = None,
    max_abandonment: float | None = None,
    max_occupancy: float | None = None,
) -> int:
    """Return the least number of agents that meets every target given.

    Parameters
    ----------
    calls_per_hour, handle_seconds, answer_within_seconds, patience_seconds
        As for `performance`.
    service_level : float
        Share of the calls offered to serve within the target, from 0 (no target) to below 1.
    max_abandonment : float, optional
        Largest share of callers who may hang up, above 0 and up to 1. Without patience nobody does.
    max_occupancy : float, optional
        Largest share of their time agents may be busy, above 0 and up to 1.

    Returns
    -------
    int
        At least 1. With patience it may be below the load: callers who hang up relieve the rest.

    Raises
    ------
    InputError
        If an input cannot be used, or 1,000,000 agents are too few for the targets.

    Notes
    -----
    With patience found by bisection, else going up from the load; both need that a target once met stays met
    with more agents. One agent more makes states with a free agent weigh more, and each queue weigh less
    against "all busy, nobody waits" (it is worked off faster): fewer callers find all agents busy. Those who
    do face a shorter virtual wait, since its density is tilted by exp(-time / handle time). So more calls are
    served in time, fewer callers hang up; and as each agent added carries less than those before, occupancy
    falls. The tests compare with a search one by one.

    Examples
    --------
    With a hundred erlang, and a patience of five minutes to calls of three, 108 agents leave at most one
    caller in a hundred to hang up:

    >>> agents_needed(2000, 180, service_level=0, patience_seconds=300, max_abandonment=0.01)
    108
    """
    load = load_of(calls_per_hour, handle_seconds)
    number("service_level", service_level, 0, below=1)
    number("answer_within_seconds", answer_within_seconds, 0, MOST_SECONDS)
    for name, limit in (("max_abandonment", max_abandonment), ("max_occupancy", max_occupancy)):
        if limit is not None:
            number(name, limit, above=0, high=1)
    patience = patience_of(patience_seconds, handle_seconds)
    answer_within = answer_within_seconds / handle_seconds

    if patience is None:
        return least_agents_without_abandonment(
            calls_per_hour, handle_seconds, service_level, answer_within_seconds, max_occupancy or 1.0
        )

    def meets(agents: int) -> bool:
        result = erlang_a(load, agents, patience, answer_within if service_level else None)
        return (
            (not service_level or result["service_level_offered"] >= service_level)
            and (max_abandonment is None or result["abandonment"] <= max_abandonment)
            and (max_occupancy is None or result["occupancy"] <= max_occupancy)
        )

    found = least(meets, int(load) + 1, MOST_AGENTS)
    if found is None:
        raise too_many(calls_per_hour)
    return found


def too_many(calls_per_hour: float) -> InputError:
    return InputError(
        "calls_per_hour", f"few enough for {MOST_AGENTS} agents to meet the targets", calls_per_hour
    )


def least_agents_without_abandonment(
    calls_per_hour: float,
    handle_seconds: float,
    service_level: float,
    answer_within_seconds: float,
    max_occupancy: float,
    fewest: int = 1,
) -> int:
    """Return what `agents_needed` does without patience, from ``fewest`` agents on; inputs are not checked.

    One sum over the states with a free agent does for the first number. With one agent more each of them
    weighs agents / load times as much, and there is one more: the sum for the next number follows. Where the
    service level so found is too close to the target to tell, `performance_without_abandonment` decides.
    """
    load = calls_per_hour * handle_seconds / SECONDS_IN_HOUR
    if load > MOST_AGENTS * max_occupancy:
        raise too_many(calls_per_hour)
    answer_within = answer_within_seconds / handle_seconds
    agents = max(fewest, int(load) + 1, int(load / max_occupancy))
    while load / agents > max_occupancy:
        agents += 1
    weight, power = weight_of_free_states(load, agents)
    while power == 0 and agents <= MOST_AGENTS:
        busy_weight = agents / (agents - load)
        late = busy_weight / (weight + busy_weight) * math.exp((load - agents) * answer_within)
        in_time = 1 - late
        if abs(in_time - service_level) < TOO_CLOSE:
            in_time = performance_without_abandonment(load, agents, answer_within)["service_level_offered"]
        if in_time >= service_level:
            break
        agents += 1
        weight = (1 + weight) * (agents / load)
    if agents > MOST_AGENTS:
        raise too_many(calls_per_hour)
    return agents


def lines_needed(load: float, max_loss: float) -> int:
    """Return the least number of agents (or lines) for callers who cannot wait.

    Parameters
    ----------
    load : float
        Offered load in erlang, 0 or from 1e-100 to 500,000.
    max_loss : float
        Largest share of calls that may be lost, above 0 and below 1.

    Returns
    -------
    int
        At least 1; by bisection on Erlang B, which falls with every agent.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Examples
    --------
    >>> lines_needed(50, 0.01), lines_needed(100, 0.01)
    (64, 117)
    """
    number("load", load, 0, MOST_LOAD / 2)
    number("max_loss", max_loss, above=0, below=1)
    found = least(lambda agents: erlang_b(load, agents) <= max_loss, int(load) + 1, MOST_AGENTS)
    assert found is not None, "a load of half the most agents always finds enough"
    return found


def wait_percentile(
    calls_per_hour: float,
    handle_seconds: float,
    agents: int,
    share: float = 0.90,
    patience_seconds: float | None = None,
) -> float:
    """Return the time within which a share of all callers no longer wait: they are served, or have hung up.

    Parameters
    ----------
    calls_per_hour, handle_seconds, agents, patience_seconds
        As for `performance`.
    share : float
        Share of the calls offered, from 0 to below 1.

    Returns
    -------
    float
        Seconds; 0 where that share finds an agent free.

    Raises
    ------
    InputError
        If an input cannot be used; without patience also if the agents do not outnumber the load.

    Examples
    --------
    >>> round(wait_percentile(2880, 60, 50, 0.90, patience_seconds=120), 2)
    12.44
    """
    load = load_of(calls_per_hour, handle_seconds)
    number("share", share, 0, below=1)
    patience = patience_of(patience_seconds, handle_seconds)
    if patience is None:
        load, agents = checked_stable(load, agents)
        waiting = shares(load, agents, agents / (agents - load))[1]
        return (
            max(0.0, math.log(waiting / (1 - share))) * handle_seconds / (agents - load) if waiting else 0.0
        )

    def still_waiting(wait: float) -> float:
        virtual = erlang_a(load, agents, patience, wait)["service_level_virtual"]
        return (1 - virtual) * math.exp(-wait / patience)

    if still_waiting(0.0) <= 1 - share:
        return 0.0
    low, high = 0.0, -patience * math.log(1 - share)
    while low < (low + high) / 2 < high and high - low > 1e-13 * high:
        middle = (low + high) / 2
        if still_waiting(middle) > 1 - share:
            low = middle
        else:
            high = middle
    return high * handle_seconds


def load_of(calls_per_hour: float, handle_seconds: float) -> float:
    """Return the offered load in erlang, when it is 0 or one the formulas are made for."""
    number("calls_per_hour", calls_per_hour, 0)
    number("handle_seconds", handle_seconds, 1e-6, MOST_SECONDS)
    load = calls_per_hour * handle_seconds / SECONDS_IN_HOUR
    if load > MOST_LOAD or 0 < load < LEAST_LOAD:
        allowed = (
            f"0, or such that calls of {handle_seconds} s make a load from {LEAST_LOAD} to {MOST_LOAD} erlang"
        )
        raise InputError("calls_per_hour", allowed, calls_per_hour)
    return load


def patience_of(patience_seconds: float | None, handle_seconds: float) -> float | None:
    """Return the patience in mean handle times, or None where there is no end to it."""
    if patience_seconds is None:
        return None
    number(
        "patience_seconds", patience_seconds, LEAST_PATIENCE * handle_seconds, MOST_PATIENCE * handle_seconds
    )
    return patience_seconds / handle_seconds
