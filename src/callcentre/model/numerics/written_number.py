"""Numbers as people and reports write them: what marks in them can mean, and when one must ask.

A decimal is set apart by a point or a comma; thousands by the other of the two, by a space or by an
apostrophe, always in groups of three digits. So ``0,92`` can mean one thing only, and ``40.000`` two.
"""

import math

from ..check import InputError, bounds, number

POINT, COMMA = "point", "comma"
CONVENTIONS = ((POINT, ".", ","), (COMMA, ",", "."))  # name, decimal mark, the mark left to thousands
SPACES = "\u00a0\u202f\u2009"
APOSTROPHES = "’ʼ"
MINUS = "−"
LONGEST = 40
ONE_MEANING = "a number that can mean only one thing"


def readings(text: str) -> dict:
    """Return what a number can mean, by the mark that sets its decimals apart.

    Parameters
    ----------
    text : str
        A number without its unit.

    Returns
    -------
    dict
        The number in plain digits, ``-1204.5``, under "point" where the decimals may stand after a point,
        and under "comma" where they may stand after a comma; empty where the text is no number.

    Examples
    --------
    >>> sorted(readings("1.204").items())
    [('comma', '1204'), ('point', '1.204')]
    >>> readings("1 204,5")
    {'comma': '1204.5'}
    """
    if len(text) > LONGEST or not is_digits(text.strip()[-1:]):
        return {}
    if is_digits(text):
        return {POINT: text, COMMA: text}
    plain, sign = tidied(text), ""
    if plain[:1] == "-":
        plain, sign = plain[1:].strip(), "-"
    found = {}
    for name, decimal, thousands in CONVENTIONS:
        read = read_under(plain, decimal, thousands)
        if read:
            found[name] = sign + read
    return found


def typed_number(
    text: str,
    low: float | None = None,
    high: float | None = None,
    step: float | None = None,
    factor: float = 1,
    name: str = "number",
) -> float:
    """Return the number that somebody typed into a field.

    Parameters
    ----------
    text : str
        What was typed: ``0,92``, ``1 200``, ``1'200.50``.
    low, high : float, optional
        Bounds of the field. They choose between two readings; one reading out of bounds is returned as it is.
    step : float, optional
        The field's step. Where it is an int, only whole numbers are read; else it chooses nothing.
    factor : float
        From the number returned to the number typed: 100 where 80 (%) stands for 0.8. Bounds and step are
        those of the number returned.
    name : str
        What an error calls the field.

    Returns
    -------
    float
        The one number that the text can mean within bounds and step.

    Raises
    ------
    InputError
        If the text is no number; or, with a ``question``, if it can mean two.

    Examples
    --------
    >>> typed_number("92,5", 0.0, 1.0, factor=100)
    0.925
    >>> typed_number("1,204", 0, 100_000, 1)
    1204.0
    """
    number("factor", factor, above=0)
    for limit, given in (("low", low), ("high", high), ("step", step)):
        if given is not None:
            number(limit, given)
    if not isinstance(text, str):
        raise InputError(name, ONE_MEANING, text)
    found = readings(text)
    plains = [found[mark] for mark in (POINT, COMMA) if mark in found]
    if len(plains) == 2 and plains[0] == plains[1]:
        plains = plains[:1]
    values = [unscaled(plain, factor) for plain in plains]
    if not values or not all(math.isfinite(value) for value in values):
        shown_bounds = [None if limit is None else round(limit * factor, 10) for limit in (low, high)]
        kind = "a whole number" if isinstance(step, int) else "a number"
        raise InputError(name, kind + bounds(*shown_bounds), text)
    if len(values) == 1:
        return values[0]
    within = [value for value in values if is_within(value, low, high)]
    whole = [value for value in within if isinstance(step, int) and value == int(value)]
    for fitting in (whole, within):
        if len(fitting) == 1:
            return fitting[0]
    first, second = [unmistakable(plain) for plain in plains]
    raise InputError(
        name, ONE_MEANING, text, f"{text.strip()} can mean {first} or {second}; write one of these instead."
    )


def read_under(text: str, decimal: str, thousands: str) -> str:
    """Return a number in plain digits, read with these marks; "" where it is none."""
    parts = text.split(decimal)
    whole = whole_part(parts[0], thousands)
    if len(parts) == 1:
        return whole
    if len(parts) > 2 or not is_digits(parts[1]) or (parts[0] and not whole):
        return ""
    return (whole or "0") + "." + parts[1]


def whole_part(text: str, thousands: str) -> str:
    """Return a whole number's digits without the marks between its thousands; "" where it is none."""
    if is_digits(text):
        return text
    for mark in (thousands, " ", "'"):
        groups = text.split(mark)
        if len(groups) > 1:
            are_groups = all(is_digits(group) and len(group) == 3 for group in groups[1:])
            first = groups[0]
            if are_groups and is_digits(first) and len(first) <= 3 and first[0] != "0":
                return "".join(groups)
    return ""


def tidied(text: str) -> str:
    """Return a text with one kind of space, apostrophe and minus."""
    for unusual, usual in ((SPACES, " "), (APOSTROPHES, "'"), (MINUS, "-")):
        for character in unusual:
            text = text.replace(character, usual)
    return text.strip()


def is_digits(text: str) -> bool:
    """Say whether a text is digits 0 to 9 and nothing else; isdigit would take a superscript for one."""
    return text != "" and min(text) >= "0" and max(text) <= "9"


def unscaled(plain: str, factor: float) -> float:
    """Return a number in plain digits divided by a factor.

    Where that is a power of ten only the point moves, so that no digit is lost: 7.1 % is 0.071.
    """
    places = 0
    while factor > 1 and factor % 10 == 0:
        factor, places = factor / 10, places + 1
    return float(f"{plain}e-{places}" if places else plain) / factor


def is_within(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low) and (high is None or value <= high)


def unmistakable(plain: str) -> str:
    """Return a number in plain digits so that it can be read in one way only: 40, 1.2040."""
    whole, _, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    if not decimals:
        return whole
    return f"{whole}.{decimals}0" if len(decimals) == 3 else f"{whole}.{decimals}"
