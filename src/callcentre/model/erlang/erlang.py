"""The queue of a call centre: how often a caller finds every agent busy, and what happens then.

Calls arrive at random at a steady rate (Poisson) and take a random time to handle (exponential). The load is
what they bring: calls an hour times hours a call, in erlang. Erlang B is for callers who cannot wait, C for
callers who wait until served, A for callers who hang up when their patience, exponential too, is at its end.
All three formulas start from the state "every agent busy, nobody waiting" and weigh the other states against
it, so that no factorial and no large power ever appears.

Sources: Gans, Koole and Mandelbaum (2003); Koole and Mandelbaum (2002); Mandelbaum and Zeltyn (2007).
"""

import math

from ..check import InputError, number, whole_number
from .waiting import virtual_wait

LEAST_LOAD = 1e-100
MOST_LOAD = 1_000_000
MOST_AGENTS = 1_000_000
LEAST_PATIENCE = 1e-9
MOST_PATIENCE = 1e9
NEGLIGIBLE = 1e-18
BLOCK_BITS = 500
SERVICE_LEVELS = (
    "service_level_offered",
    "service_level_served",
    "service_level_short_left_out",
    "service_level_early_left_out",
    "service_level_early_good",
    "service_level_virtual",
)
BLOCK = 2.0**BLOCK_BITS


def erlang_b(load: float, agents: int) -> float:
    """Return the share of calls that find every agent busy when nobody can wait.

    Parameters
    ----------
    load : float
        Offered load in erlang, 0 or from 1e-100 to 1,000,000.
    agents : int
        Agents (or lines), a whole number from 0 to 1,000,000. With 0 agents every call is lost.

    Returns
    -------
    float
        Probability of loss, relative error below 1e-12; 0.0 where it is smaller than a float can hold
        (then see `log_erlang_b`).

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Examples
    --------
    Five erlang on ten lines, a value many tables print:

    >>> round(erlang_b(5, 10), 6)
    0.018385

    By hand on one line, load / (1 + load):

    >>> round(erlang_b(5, 1), 6), round(5 / 6, 6)
    (0.833333, 0.833333)
    """
    load, agents = checked_load(load), whole_number("agents", agents, 0, MOST_AGENTS)
    return shares(load, agents, 1.0)[1]


def erlang_c(load: float, agents: int) -> float:
    """Return the share of calls that must wait when every caller waits until served.

    Parameters
    ----------
    load : float
        Offered load in erlang, 0 or from 1e-100 to 1,000,000, and less than the number of agents.
    agents : int
        Agents, a whole number from 1 to 1,000,000.

    Returns
    -------
    float
        Probability of waiting, relative error below 1e-12; 0.0 where it is smaller than a float can hold
        (then see `log_erlang_c`).

    Raises
    ------
    InputError
        If an input is no number or out of its range, or if the agents do not outnumber the load: the queue
        would then grow without end.

    Examples
    --------
    Eight erlang on ten agents:

    >>> round(erlang_c(8, 10), 6)
    0.40918
    """
    load, agents = checked_stable(load, agents)
    return shares(load, agents, agents / (agents - load))[1]


def log_erlang_b(load: float, agents: int) -> float:
    """Return the natural logarithm of `erlang_b`, also where the probability is too small for a float.

    Parameters, range and errors are those of `erlang_b`, but the load must be above 0.

    Examples
    --------
    >>> round(log_erlang_b(20, 100), 6)
    -84.166148
    """
    load = checked_load(number("load", load, above=0))
    weight, power = weight_of_free_states(load, whole_number("agents", agents, 0, MOST_AGENTS))
    return -math.log(1 + weight if power == 0 else weight) - power * math.log(BLOCK)


def log_erlang_c(load: float, agents: int) -> float:
    """Return the natural logarithm of `erlang_c`, also where the probability is too small for a float.

    Parameters, range and errors are those of `erlang_c`, but the load must be above 0.

    Examples
    --------
    A probability far below what a float can hold:

    >>> round(log_erlang_c(100, 10_000), 4)
    -36157.2159
    """
    load, agents = checked_stable(number("load", load, above=0), agents)
    weight, power = weight_of_free_states(load, agents)
    weight *= (agents - load) / agents
    return -math.log(1 + weight if power == 0 else weight) - power * math.log(BLOCK)


def erlang_a(
    load: float, agents: int, patience: float, answer_within: float | None = None, short_abandon: float = 0
) -> dict[str, float]:
    """Return how callers fare who hang up when their patience is at its end.

    Parameters
    ----------
    load : float
        Offered load in erlang, 0 or from 1e-100 to 1,000,000; it may exceed the agents.
    agents : int
        Agents, a whole number from 1 to 1,000,000.
    patience : float
        Mean time a caller would wait before hanging up, in mean handle times, from 1e-9 to 1e9.
    answer_within : float, optional
        Target of the service levels, in mean handle times, at least 0.
    short_abandon : float
        Who hangs up within this time is left out of ``service_level_short_left_out``; in mean handle times,
        at least 0.

    Returns
    -------
    dict
        ``wait_probability`` (a caller finds every agent busy), ``abandonment`` (a caller hangs up),
        ``mean_wait`` (of all callers), ``mean_wait_served`` (of those served), ``queue_length`` (mean number
        waiting) and ``occupancy``; waits in mean handle times; relative error below 1e-12. With
        ``answer_within`` also ``abandonment_early`` (a caller hangs up within the target) and the service
        levels that `staffing.performance` defines, by the same names; relative error below 1e-9.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Notes
    -----
    States with a free agent weigh as in Erlang B; those with all agents busy weigh as the integral over the
    virtual wait's density, `waiting.virtual_wait`. Who is neither served nor gone at the target has a longer
    virtual wait ahead and the patience for it, two things that do not depend on each other. Source:
    Mandelbaum and Zeltyn (2007).

    Examples
    --------
    100 calls in half an hour, 3 minutes each, 14 agents, patience 5 minutes, within 20 seconds:

    >>> result = erlang_a(10, 14, 5 / 3, 1 / 9)
    >>> round(result["abandonment"], 6)
    0.013984
    """
    load, agents = checked_load(load), whole_number("agents", agents, 1, MOST_AGENTS)
    number("patience", patience, LEAST_PATIENCE, MOST_PATIENCE)
    if answer_within is not None:
        number("answer_within", answer_within, 0)
    number("short_abandon", short_abandon, 0)
    if load == 0:
        return without_calls(answer_within)
    rates = (load * patience, agents * patience, (agents - load) * patience)
    mass, served, abandoned, served_wait, height = virtual_wait(*rates)
    at_once, waiting = shares(load, agents, agents * patience * mass, height)
    serving = at_once + waiting * served / mass
    result = {
        "wait_probability": waiting,
        "abandonment": waiting * abandoned / mass,
        "mean_wait": waiting * abandoned / mass * patience,
        "mean_wait_served": waiting * served_wait / mass * patience / serving,
        "queue_length": waiting * abandoned / mass * patience * load,
        "occupancy": min(1.0, load * serving / agents),
    }
    if answer_within is not None:
        part_mass, part_served, part_abandoned = virtual_wait(*rates, until=answer_within / patience)[:3]
        in_time = min(serving, at_once + waiting * part_served / mass)
        late = max(0.0, waiting * (mass - part_mass) / mass)
        still_there = late * math.exp(-answer_within / patience)
        early = waiting * part_abandoned / mass - late * math.expm1(-answer_within / patience)
        result["abandonment_early"] = early
        result["service_level_offered"] = in_time
        result["service_level_served"] = in_time / serving
        result["service_level_early_left_out"] = in_time / (in_time + still_there)
        result["service_level_early_good"] = min(1.0, in_time + early)
        result["service_level_virtual"] = min(1.0, at_once + waiting * part_mass / mass)
        part_mass, part_served = virtual_wait(*rates, until=short_abandon / patience)[:2]
        late = max(0.0, waiting * (mass - part_mass) / mass)
        counted = at_once + waiting * part_served / mass + late * math.exp(-short_abandon / patience)
        result["service_level_short_left_out"] = min(1.0, in_time / counted)
    return result


def without_calls(answer_within: float | None) -> dict[str, float]:
    """Return what `erlang_a` returns where nobody calls: nothing happens, and any target is kept."""
    names = ("wait_probability", "abandonment", "mean_wait", "mean_wait_served", "queue_length", "occupancy")
    result = dict.fromkeys(names, 0.0)
    if answer_within is not None:
        result["abandonment_early"] = 0.0
        result.update(dict.fromkeys(SERVICE_LEVELS, 1.0))
    return result


def shares(load: float, agents: int, busy_weight: float, height: float = 0.0) -> tuple[float, float]:
    """Return the shares of callers who find an agent free, and who find all busy.

    ``busy_weight`` times exp(height) is the weight of all states with every agent busy, relative to the one
    in which nobody waits: 1 where nobody can wait, agents / (agents - load) where everybody does.
    """
    free_weight, power = weight_of_free_states(load, agents)
    free_weight *= math.exp(-height)
    busy_weight = math.ldexp(busy_weight, -BLOCK_BITS * power)
    return free_weight / (free_weight + busy_weight), busy_weight / (free_weight + busy_weight)


def weight_of_free_states(load: float, agents: int) -> tuple[float, int]:
    """Return how likely a free agent is, relative to the state "all busy, nobody waits", as (weight, power).

    The answer is ``weight * BLOCK**power``; without load, a power that makes any other weight vanish. It is
    the sum, over one, two, three ... free agents, of agents/load x (agents-1)/load x ...: taken from the top
    down it stops as soon as what follows is negligible, after some nine times the square root of the load
    where load and agents balance.
    """
    if load == 0:
        return (1.0, 10) if agents else (0.0, 0)
    power = 0
    term = total = agents / load
    busy = agents - 1
    while term > total * NEGLIGIBLE:
        term *= busy / load
        total += term
        busy -= 1
        if total > BLOCK:
            term, total, power = term / BLOCK, total / BLOCK, power + 1
    return total, power


def checked_load(load: float) -> float:
    if 0 < number("load", load, 0, MOST_LOAD) < LEAST_LOAD:
        raise InputError("load", f"0, or a number from {LEAST_LOAD} to {MOST_LOAD}", load)
    return load


def checked_stable(load: float, agents: int) -> tuple[float, int]:
    """Return load and agents when the agents outnumber the load."""
    load, agents = checked_load(load), whole_number("agents", agents, 1, MOST_AGENTS)
    if agents <= load:
        raise InputError(
            "agents",
            f"more than the load of {load} erlang: with as many or fewer, and callers who never hang up, "
            "the queue grows without end",
            agents,
        )
    return load, agents
