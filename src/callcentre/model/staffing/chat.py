"""Chat: an agent who writes with several customers at once.

While a customer composes a message, the agent can answer another. More windows help less and less: the
agent's own writing time is the limit.
"""

from ..check import number, whole_number
from ..erlang import erlang_b

MOST_WINDOWS = 1000


def chat_concurrency(windows: int, compose_ratio: float) -> float:
    """Return how many chats an agent carries on at full speed, when so many windows are open.

    Parameters
    ----------
    windows : int
        Chats open at once, from 1 to 1000.
    compose_ratio : float
        Time a customer needs to compose a message, divided by the time an agent needs, from 0.001 to 1000.

    Returns
    -------
    float
        From 1, with one window, towards 1 + compose_ratio.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Notes
    -----
    One agent serves a closed circle of customers, each of whom writes, then waits for the agent. The agent
    is idle with the probability that all windows are with the customers: Erlang B of compose_ratio on that
    many windows. Source: the worked example of US patent 8,064,589 B2.

    Examples
    --------
    >>> round(chat_concurrency(1, 0.75), 9)
    1.0
    >>> round(3 * 500 / 886.8131868, 6) == round(chat_concurrency(3, 0.75), 6)
    True
    """
    whole_number("windows", windows, 1, MOST_WINDOWS)
    number("compose_ratio", compose_ratio, 0.001, 1000)
    return (1 + compose_ratio) * (1 - erlang_b(compose_ratio, windows))


def chat_handle_seconds(handle_seconds: float, windows: int, compose_ratio: float) -> float:
    """Return how long a chat lasts when the agent has several windows open.

    Parameters
    ----------
    handle_seconds : float
        Mean time of a chat while the agent has no other, in seconds, above 0 and up to 1,000,000.
    windows, compose_ratio
        As for `chat_concurrency`.

    Returns
    -------
    float
        Seconds: handle_seconds * windows / chat_concurrency. A group of agents then works like a group of
        agents * windows who each have one chat of that length.

    Raises
    ------
    InputError
        If an input is no number or out of its range.

    Examples
    --------
    The worked example of the patent:

    >>> round(chat_handle_seconds(500, 3, 0.75), 1)
    886.8
    """
    number("handle_seconds", handle_seconds, above=0, high=1_000_000)
    concurrency = chat_concurrency(windows, compose_ratio)
    return handle_seconds * windows / concurrency
