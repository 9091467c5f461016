"""The square-root rule: a load of R erlang needs about R + beta * sqrt(R) agents.

beta stands for the quality of service; it depends on the share of callers who may have to wait, and not on
the size of the centre. So the cushion beta * sqrt(R), as a share of R, shrinks as a centre grows: that is
what pooling gains.

Source: Halfin and Whitt (1981); Borst, Mandelbaum and Reiman (2004).
"""

import math

from ..check import number
from ..erlang import MOST_AGENTS, MOST_LOAD, erlang_c
from ..numerics.rounding import ceiling
from ..numerics.search import least

MOST_BETA = 38


def halfin_whitt_wait(beta: float) -> float:
    """Return the share of callers who wait in a very large centre of load + beta * sqrt(load) agents.

    Parameters
    ----------
    beta : float
        Quality of service, above 0 and up to 38.

    Returns
    -------
    float
        1 / (1 + beta * Phi(beta) / phi(beta)), with the normal distribution Phi and its density phi.

    Raises
    ------
    InputError
        If beta is no number or out of its range.

    Examples
    --------
    >>> round(halfin_whitt_wait(1.7398362717905), 6)
    0.05
    """
    number("beta", beta, above=0, high=MOST_BETA)
    density = math.exp(-beta * beta / 2) / math.sqrt(2 * math.pi)
    return density / (density + beta * math.erfc(-beta / math.sqrt(2)) / 2)


def halfin_whitt_beta(wait_probability: float) -> float:
    """Return the beta at which the given share of callers waits: the inverse of `halfin_whitt_wait`.

    Parameters
    ----------
    wait_probability : float
        From 1e-300 to below 1.

    Returns
    -------
    float
        By bisection, as exact as a float can be.

    Raises
    ------
    InputError
        If the probability is no number or out of its range.

    Examples
    --------
    >>> round(halfin_whitt_beta(0.05), 3)
    1.74
    """
    number("wait_probability", wait_probability, 1e-300, below=1)
    low, high = 0.0, float(MOST_BETA)
    while low < (low + high) / 2 < high:
        middle = (low + high) / 2
        if halfin_whitt_wait(middle) > wait_probability:
            low = middle
        else:
            high = middle
    return high


def square_root_rule(load: float, wait_probability: float) -> dict[str, float]:
    """Return how many agents the square-root rule asks for, beside the exact number.

    Parameters
    ----------
    load : float
        Offered load in erlang, from 1e-6 to 500,000.
    wait_probability : float
        Largest share of callers who may have to wait, from 1e-12 to below 1.

    Returns
    -------
    dict
        ``beta``; ``cushion`` (agents beyond the load, unrounded); ``agents`` (the rule's, rounded up to more
        than the load); ``exact_agents`` (the least by Erlang C); ``error`` (agents - exact_agents); and
        ``rule_wait_probability`` (what the rule's number of agents achieves, by Erlang C).

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Notes
    -----
    From one erlang to 100,000 the error is at most one agent where one caller in twenty or more may wait, and
    at most two where one in a thousand may.

    Examples
    --------
    25 + 1.74 x 5 is 33.7, so 34 agents; Erlang C asks for 35.

    >>> found = square_root_rule(25, 0.05)
    >>> found["agents"], found["exact_agents"]
    (34, 35)
    """
    number("load", load, 1e-6, MOST_LOAD / 2)
    number("wait_probability", wait_probability, 1e-12, below=1)
    beta = halfin_whitt_beta(wait_probability)
    cushion = beta * math.sqrt(load)
    agents = max(ceiling(load + cushion), int(load) + 1)
    exact = least(
        lambda number: number > load and erlang_c(load, number) <= wait_probability, agents, MOST_AGENTS
    )
    assert exact is not None, "a load of half the most agents always finds enough"
    return {
        "beta": beta,
        "cushion": cushion,
        "agents": agents,
        "exact_agents": exact,
        "error": agents - exact,
        "rule_wait_probability": erlang_c(load, agents),
    }
