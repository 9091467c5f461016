"""The queue of a call centre: how often a caller finds every agent busy.

Calls arrive at random at a steady rate (Poisson) and take a random time to handle (exponential). The load is
what they bring: calls an hour times hours a call, in erlang. All three formulas start from the state "every
agent busy, nobody waiting" and weigh the other states against it, so that no factorial and no large power
ever appears.

Sources: Gans, Koole and Mandelbaum (2003), section 4; Koole and Mandelbaum (2002).
"""

import math

from .check import InputError, number, whole_number

MOST_LOAD = 1_000_000
MOST_AGENTS = 1_000_000
NEGLIGIBLE = 1e-18
BLOCK = 2.0**900


def erlang_b(load, agents):
    """Return the share of calls that find every agent busy when nobody can wait.

    Parameters
    ----------
    load : float
        Offered load in erlang, from 0 to 1,000,000.
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
    """
    load, agents = checked_load(load), whole_number("agents", agents, 0, MOST_AGENTS)
    weight, power = weight_of_free_states(load, agents)
    return 1 / (1 + weight) if power == 0 else 1 / weight / BLOCK if power == 1 else 0.0


def erlang_c(load, agents):
    """Return the share of calls that must wait when every caller waits until served.

    Parameters
    ----------
    load : float
        Offered load in erlang, from 0 to 1,000,000, and less than the number of agents.
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
    """
    load, agents = checked_stable(load, agents)
    weight, power = weight_of_free_states(load, agents)
    idle_share = (agents - load) / agents
    if power == 0:
        return 1 / (1 + idle_share * weight)
    return 1 / (idle_share * weight) / BLOCK if power == 1 else 0.0


def log_erlang_b(load, agents):
    """Return the natural logarithm of `erlang_b`, also where the probability is too small for a float.

    Parameters, range and errors are those of `erlang_b`, but the load must be above 0.
    """
    load = number("load", load, above=0, high=MOST_LOAD)
    weight, power = weight_of_free_states(load, whole_number("agents", agents, 0, MOST_AGENTS))
    return -math.log(1 + weight if power == 0 else weight) - power * math.log(BLOCK)


def log_erlang_c(load, agents):
    """Return the natural logarithm of `erlang_c`, also where the probability is too small for a float.

    Parameters, range and errors are those of `erlang_c`, but the load must be above 0.
    """
    load, agents = checked_stable(number("load", load, above=0, high=MOST_LOAD), agents)
    weight, power = weight_of_free_states(load, agents)
    weight *= (agents - load) / agents
    return -math.log(1 + weight if power == 0 else weight) - power * math.log(BLOCK)


def weight_of_free_states(load, agents):
    """Return how likely a free agent is, relative to the state "all busy, nobody waits", as (weight, power).

    The answer is ``weight * BLOCK**power``. It is the sum, over one, two, three ... free agents, of
    agents/load x (agents-1)/load x ...: taken from the top down it stops as soon as what follows is negligible,
    after some nine times the square root of the load where load and agents balance.
    """
    if load == 0:
        return (math.inf, 2) if agents else (0.0, 0)
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


def checked_load(load):
    return number("load", load, 0, MOST_LOAD)


def checked_stable(load, agents):
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
