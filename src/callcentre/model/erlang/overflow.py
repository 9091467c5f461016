"""Overflow: the calls that find every in-house agent busy and go on to a vendor.

Such calls come in bursts: only while all agents are busy, and then all of them. How much burstier than
random calls they are is their peakedness: the variance of the number a vast group of agents would be
handling, divided by its mean; 1 for random calls. A group that serves peaked calls needs more agents for the
same service.

Riordan's formulas give the mean and the variance of the overflow; Hayward's approximation treats peaked calls
like random ones that come, and are served, in bundles as large as their peakedness.
"""

import math

from ..check import InputError, number, whole_number
from ..numerics.search import least
from .erlang import MOST_AGENTS, MOST_LOAD, checked_load, erlang_b, log_erlang_b
from .waiting import not_waiting

MOST_PEAKEDNESS = 1000
MOST_WAIT = 1e9


def overflow(load: float, agents: int) -> dict[str, float]:
    """Return what goes on to the vendor from an in-house group where nobody waits.

    Parameters
    ----------
    load : float
        Load offered to the in-house group in erlang, 0 or from 1e-100 to 1,000,000.
    agents : int
        In-house agents, a whole number from 0 to 1,000,000.

    Returns
    -------
    dict
        ``load`` (mean of the overflow, erlang), ``variance``, ``peakedness`` (variance / mean; 1 where
        nothing overflows) and ``share`` (of the calls). Relative error below 1e-9.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Notes
    -----
    Riordan: variance / mean = 1 - mean + load / (1 + agents + mean - load). Here with the mean number of idle
    agents, agents + mean - load, so that no digits cancel.

    Examples
    --------
    >>> found = overflow(10, 10)
    >>> round(found["load"], 4), round(found["peakedness"], 4)
    (2.1458, 2.033)
    """
    load, agents = checked_load(load), whole_number("agents", agents, 0, MOST_AGENTS)
    share = erlang_b(load, agents)
    mean = load * share
    peakedness = peakedness_of_lost(load, agents, share)
    return {"load": mean, "variance": mean * peakedness, "peakedness": peakedness, "share": share}


def peakedness_of_lost(load: float, agents: int, lost: float) -> float:
    """Return the peakedness of the share that is ``lost``, as Erlang B has it; inputs are not checked."""
    mean = load * lost
    idle = agents - load + mean if load <= agents else idle_in_overload(load, agents)
    return max(1.0, (1 + agents - idle * mean) / (1 + idle)) if mean > 0 else 1.0


def passed_on(load: float, agents: int, after: float, lost: float | None = None) -> float:
    """Return the share of calls that wait so long for a group that they go on to another.

    Callers are patient until then, and those who have gone on are no longer in the group's queue. Agents who
    would answer a moment later are not asked: a call goes on exactly when its wait has lasted ``after``.

    Parameters
    ----------
    load : float
        Load offered to the group in erlang, 0 or from 1e-100 to 1,000,000.
    agents : int
        Agents of the group, a whole number from 0 to 1,000,000.
    after : float
        How long a call waits before it goes on, in mean handle times, from 0 to 1e9; at 0 it is Erlang B.
    lost : float, optional
        Erlang B of the same load and agents, where it is known already.

    Returns
    -------
    float
        From 0 to 1; relative error below 1e-9 where the share is above 1e-300.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Notes
    -----
    The queue with random calls, exponential handle times and one patience for all (M/M/n+D). With the virtual
    wait's density, weights relative to that of all agents busy without a queue are (1 - B) / B for a free
    agent, n times the integral of exp(-(n - load) x) from 0 to ``after`` for those who are answered after a
    wait, and exp(-(n - load) after) for those who go on. Source: Gnedenko and Kovalenko (1968), Introduction
    to queueing theory; Baccelli and Hebuterne (1981), On queues with impatient customers.

    Examples
    --------
    Nobody waits where a call goes on at once, so that the share is Erlang B's; one agent at a load of 1:

    >>> passed_on(1.0, 1, 0.0)
    0.5

    A wait of one handle time at the same load lets one in three go on: 1 / (1 + 1 + 1).

    >>> round(passed_on(1.0, 1, 1.0), 12) == round(1 / 3, 12)
    True
    """
    load, agents = checked_load(load), whole_number("agents", agents, 0, MOST_AGENTS)
    number("after", after, 0, MOST_WAIT)
    busy = erlang_b(load, agents) if lost is None else lost
    if busy == 0:
        return 0.0
    free = (1 - busy) / busy
    decay = abs(agents - load) * after
    left = math.exp(-decay)
    waited = agents * after * (-math.expm1(-decay) / decay if decay > 0 else 1.0)
    if agents >= load:
        return left / (free + waited + left)
    return 1 / (free * left + waited + 1)


def idle_in_overload(load: float, agents: int) -> float:
    """Return the mean number of idle agents where the load exceeds the agents, no digits cancelling."""
    term = total = 1.0
    weighted = 0.0
    for idle in range(1, agents + 1):
        term *= (agents - idle + 1) / load
        total += term
        weighted += idle * term
        if idle * term < weighted * 1e-18:
            break
    return weighted / total


def erlang_b_continuous(load: float, agents: float) -> float:
    """Return Erlang B for any number of agents, fractions included.

    Parameters
    ----------
    load : float
        Offered load in erlang, from 1e-6 to 1,000,000.
    agents : float
        Agents, from 0 to 1,000,000.

    Returns
    -------
    float
        Equal to `erlang.erlang_b` where the agents are a whole number; relative error below 1e-11.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Examples
    --------
    Between the values for 10 and for 11 whole agents:

    >>> round(erlang_b_continuous(5, 10), 6)
    0.018385
    >>> erlang_b_continuous(5, 10) > erlang_b_continuous(5, 10.5) > erlang_b_continuous(5, 11)
    True
    """
    number("load", load, 1e-6, MOST_LOAD)
    number("agents", agents, 0, MOST_AGENTS)
    weight, height = not_waiting(load, agents)
    return math.exp(-height) / weight


def peaked_performance(load: float, peakedness: float, agents: int) -> dict:
    """Return how a group fares that is offered peaked calls, by Hayward's approximation.

    Parameters
    ----------
    load : float
        Mean of the load offered in erlang, as from `overflow`, from 1e-3 to 1,000,000.
    peakedness : float
        Variance / mean of the load, from 1 (random calls) to 1000.
    agents : int
        Agents of the group, a whole number from 1 to 1,000,000.

    Returns
    -------
    dict
        ``loss`` (share of calls lost where nobody can wait), ``wait_probability`` (share that must wait,
        where callers wait until served; 1 where the agents do not outnumber the load) and ``mean_wait`` (of
        those callers all together, in mean handle times; None where the queue grows without end).

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Notes
    -----
    Loss is Erlang B of load / peakedness on agents / peakedness, wait Erlang C of the same. For overflow
    from one group the exact loss is known (`vendor_loss`). Beside it Hayward's agents are right within two
    where the load is at least three times the peakedness, and too few where it is less; taking the calls for
    random ones would miss a fifth to a half of the agents.

    Examples
    --------
    Peakedness 1 means calls at random, for which Erlang C holds:

    >>> round(peaked_performance(8, 1, 10)["wait_probability"], 5)
    0.40918
    """
    number("load", load, 1e-3, MOST_LOAD)
    number("peakedness", peakedness, 1, MOST_PEAKEDNESS)
    whole_number("agents", agents, 1, MOST_AGENTS)
    loss = erlang_b_continuous(load / peakedness, agents / peakedness)
    if agents <= load:
        return {"loss": loss, "wait_probability": 1.0, "mean_wait": None}
    waiting = loss / (loss + (agents - load) / agents * (1 - loss))
    return {"loss": loss, "wait_probability": waiting, "mean_wait": waiting * peakedness / (agents - load)}


def vendor_loss(load: float, agents: int, vendor_agents: int) -> float:
    """Return the share of the overflow that finds every agent of the vendor busy too, and is lost.

    Parameters
    ----------
    load, agents
        As for `overflow`; the load from 1e-6, the agents to 500,000.
    vendor_agents : int
        Agents of the vendor who serve this overflow alone, a whole number from 0 to 500,000.

    Returns
    -------
    float
        Exact where nobody can wait: both groups together lose as Erlang B says. Relative error below
        1e-8.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Examples
    --------
    Ten agents and ten lines of the vendor lose what twenty lines lose, of what ten lines do not take:

    >>> from callcentre.model.erlang import erlang_b
    >>> round(vendor_loss(10, 10, 10), 6) == round(erlang_b(10, 20) / erlang_b(10, 10), 6)
    True
    """
    number("load", load, 1e-6, MOST_LOAD)
    whole_number("agents", agents, 0, MOST_AGENTS // 2)
    whole_number("vendor_agents", vendor_agents, 0, MOST_AGENTS // 2)
    return math.exp(log_erlang_b(load, agents + vendor_agents) - log_erlang_b(load, agents))


def peaked_agents_needed(
    load: float, peakedness: float, max_loss: float | None = None, max_wait_probability: float | None = None
) -> int:
    """Return the least number of agents for peaked calls that keeps every target given.

    Parameters
    ----------
    load, peakedness
        As for `peaked_performance`.
    max_loss, max_wait_probability : float, optional
        Largest share of calls lost, or made to wait, above 0 and below 1; at least one of the two.

    Returns
    -------
    int
        At least 1; by bisection, since more agents never mean more loss or more waiting.

    Raises
    ------
    InputError
        If an input is no number or out of its range, or no target is given.

    Examples
    --------
    Fifty erlang at random need 64 lines to lose at most one in a hundred; peaked calls need more:

    >>> peaked_agents_needed(50, 1, max_loss=0.01)
    64
    >>> peaked_agents_needed(50, 2, max_loss=0.01) > 64
    True
    """
    number("load", load, 1e-3, MOST_LOAD / 2)
    number("peakedness", peakedness, 1, MOST_PEAKEDNESS)
    if max_loss is None and max_wait_probability is None:
        raise InputError("max_loss", "given, or max_wait_probability", None)
    targets = (
        ("loss", "max_loss", max_loss),
        ("wait_probability", "max_wait_probability", max_wait_probability),
    )
    for _, name, limit in targets:
        if limit is not None:
            number(name, limit, above=0, below=1)

    def meets(agents: int) -> bool:
        result = peaked_performance(load, peakedness, agents)
        return all(limit is None or result[key] <= limit for key, _, limit in targets)

    found = least(meets, int(load) + 1, MOST_AGENTS)
    if found is None:
        raise InputError("load", f"small enough for {MOST_AGENTS} agents to meet the targets", load)
    return found
