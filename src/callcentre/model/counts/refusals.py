"""What a reader's own counts are answered with where they cannot be read, or can be read in several ways."""

from ..check import InputError

LONGEST_NAME = 40
MOST_NAMES = 6


def refused(allowed: str, value: str) -> InputError:
    """Return the error for counts that cannot be read."""
    return InputError("counts", allowed, value)


def question(words: str) -> InputError:
    """Return the error for counts that can be read in several ways: a question that says how to answer it."""
    return InputError("counts", "a table that can mean only one thing", "", words)


def listed(names: list) -> str:
    """Return names in a row, not too many and none too long."""
    more = ", …" if len(names) > MOST_NAMES else ""
    return ", ".join([shortened(name) for name in names[:MOST_NAMES]]) + more


def shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"
