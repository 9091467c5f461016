"""Answers as they cross the wall: values of a student's notebook as data that JSON can hold, and back.

What comes out of the wall was written by a stranger. Decoding builds plain values only, and runs nothing.
"""

import itertools
import math

MOST_ITEMS = 2_000
DEEPEST = 12
LONGEST_WORDS = 20_000


class Other:
    """A value that no answer can be; it shows as it did in the notebook."""

    def __init__(self, words):
        self.words = words

    def __repr__(self):
        return self.words


def encoded(value, depth=0):
    """Return a value as data: itself where JSON has it, else a dict of one kind and what it holds."""
    if depth > DEEPEST:
        return {"other": "…"}
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)[:LONGEST_WORDS]
    if value is Ellipsis:
        return {"ellipsis": True}
    if isinstance(value, (int, float)):
        return encoded_number(value)
    if isinstance(value, dict):
        pairs = list(value.items())[:MOST_ITEMS]
        return {"dict": [[encoded(key, depth + 1), encoded(one, depth + 1)] for key, one in pairs]}
    for kind, types in (("list", list), ("tuple", tuple), ("set", (set, frozenset))):
        if isinstance(value, types):
            return {kind: [encoded(one, depth + 1) for one in list(value)[:MOST_ITEMS]]}
    if callable(value):
        return {"function": getattr(value, "__name__", type(value).__name__)}
    return encoded_stranger(value, depth)


def encoded_number(value):
    if isinstance(value, float):
        value = float(value)
        return value if math.isfinite(value) else {"float": repr(value)}
    value = int(value)
    return value if abs(value) < 10**300 else {"float": "inf" if value > 0 else "-inf"}


def encoded_stranger(value, depth):
    """Return a value of a library's kind as the plain one it stands for: of numpy, pandas, decimal."""
    if getattr(value, "shape", None) == () and hasattr(value, "item"):
        return encoded(value.item(), depth + 1)
    if hasattr(value, "__float__") and not hasattr(value, "__len__"):
        return encoded_number(float(value))
    if hasattr(value, "__iter__"):
        return {"list": [encoded(one, depth + 1) for one in itertools.islice(value, MOST_ITEMS)]}
    return {"other": repr(value)[:200]}


def decoded(data, function, depth=0):
    """Return the value that data stand for.

    Parameters
    ----------
    data : object
        What came out of the wall.
    function : callable
        From a function's name to what stands for it on this side.

    Raises
    ------
    ValueError
        If they are not what `encoded` makes.
    """
    if depth > 2 * DEEPEST:
        raise ValueError("a value within a value, too deep")
    if data is None or isinstance(data, (bool, int, float, str)):
        return data
    if not isinstance(data, dict) or len(data) != 1:
        raise ValueError("no value of an answer")
    ((kind, held),) = data.items()
    if kind == "dict":
        return {decoded(key, function, depth + 1): decoded(one, function, depth + 1) for key, one in held}
    if kind in ("list", "tuple", "set"):
        made = {"list": list, "tuple": tuple, "set": frozenset}[kind]
        return made(decoded(one, function, depth + 1) for one in held)
    if kind == "ellipsis":
        return Ellipsis
    if kind == "float":
        return float(held)
    if kind == "function":
        return function(str(held)[:80])
    if kind == "other":
        return Other(str(held)[:200])
    raise ValueError("no value of an answer")


def shown(value):
    """Return a value in words, for whoever reads what a student answered."""
    if isinstance(value, str):
        return value
    text = repr(value)
    return text if len(text) <= 400 else text[:397] + "..."
