"""How long a caller waits who finds every agent busy, where callers hang up when their patience ends.

The *virtual wait* is how long a caller would wait who never hangs up. Measured in mean patiences, and among
callers who find every agent busy, the chance of a virtual wait near ``u`` is proportional to

    exp(arrivals * (1 - exp(-u)) - completions * u)

where ``arrivals`` are the calls that come, and ``completions`` the calls that the agents, all busy, finish,
in one mean patience. A caller who faces the wait ``u`` is still there with probability exp(-u). Whatever one
asks about waiting is an integral over that density. Its logarithm is concave: one peak, steep on both sides.

Source: Zeltyn and Mandelbaum (2005); Mandelbaum and Zeltyn (2007).
"""

from math import atanh, exp, expm1, inf, log, sqrt

# Gauss-Legendre rule with 16 points on (-1, 1): (point, weight) each.
GAUSS = (
    (-0.989400934991649933, 0.0271524594117540949),
    (-0.944575023073232576, 0.0622535239386478929),
    (-0.865631202387831744, 0.0951585116824927848),
    (-0.755404408355003034, 0.124628971255533872),
    (-0.617876244402643748, 0.149595988816576732),
    (-0.458016777657227386, 0.169156519395002538),
    (-0.281603550779258913, 0.182603415044923589),
    (-0.0950125098376374402, 0.189450610455068496),
    (0.0950125098376374402, 0.189450610455068496),
    (0.281603550779258913, 0.182603415044923589),
    (0.458016777657227386, 0.169156519395002538),
    (0.617876244402643748, 0.149595988816576732),
    (0.755404408355003034, 0.124628971255533872),
    (0.865631202387831744, 0.0951585116824927848),
    (0.944575023073232576, 0.0622535239386478929),
    (0.989400934991649933, 0.0271524594117540949),
)
PANEL_DROP = 12
NEGLIGIBLE_DROP = 37


def virtual_wait(
    arrivals: float, completions: float, spare: float, until: float = inf
) -> tuple[float, float, float, float, float]:
    """Return integrals over the density of the virtual wait, from 0 to ``until``.

    Parameters
    ----------
    arrivals, completions : float
        Calls that come, and calls that busy agents finish, in one mean patience; above 0.
    spare : float
        completions - arrivals, given apart because near balance the difference would lose its digits.
    until : float
        Where to stop, in mean patiences.

    Returns
    -------
    tuple of float
        ``(mass, served, abandoned, served_wait, height)``: the integral of the density, and of the density
        times the chance to stay, to leave, and the wait of those who stay. All four are divided by
        exp(height), the density at its peak, which may be too large for a float.

    Examples
    --------
    Where as many calls come as are finished, the density hardly changes near no wait:

    >>> mass = virtual_wait(100, 100, 0, until=0.001)[0]
    >>> round(mass, 6)
    0.001
    """
    start = -log_ratio(arrivals, completions, -spare) if spare < 0 else 0.0
    slope, bend = max(spare, 0.0), min(arrivals, completions)
    end = start + until
    top = min(0.0, end)
    mass = served = abandoned = served_wait = 0.0
    for low, high in panels(slope, bend, start, top, end):
        middle, half = (low + high) / 2, (high - low) / 2
        for point, weight in GAUSS:
            offset = middle + half * point
            wait = offset - start
            leave = -expm1(-wait)
            chance = weight * half * exp(-slope * offset - bend * convex(offset))
            stay = chance * exp(-wait)
            mass += chance
            served += stay
            abandoned += chance * leave
            served_wait += stay * wait
    return mass, served, abandoned, served_wait, bend * convex(start)


def not_waiting(load: float, agents: float) -> tuple[float, float]:
    """Return (weight, height): weight * exp(height) is how likely nobody waits, next to "all busy".

    That is 1 / B of Erlang, and 1 + agents/load + agents/load x (agents-1)/load + ... for whole agents. As
    the integral of load * exp(-load * t) * (1 + t)**agents over t from 0 it has a meaning for fractions of
    an agent too; with u = -log(1 + t) it is the density of the virtual wait, continued below no wait. A load
    above 0.
    """
    spare = agents + 1 - load
    end = log_ratio(agents + 1, load, spare) if spare > 0 else 0.0
    slope, bend = min(spare, 0.0), max(load, agents + 1)
    weight = 0.0
    for low, high in panels(slope, bend, -inf, 0.0, end):
        middle, half = (low + high) / 2, (high - low) / 2
        for point, share in GAUSS:
            offset = middle + half * point
            weight += share * half * exp(-slope * offset - bend * convex(offset))
    return load * weight, bend * convex(end) if spare > 0 else 0.0


def panels(slope: float, bend: float, start: float, top: float, end: float) -> list[tuple[float, float]]:
    """Return pieces of [start, end] on which the density changes little enough for one Gauss rule.

    Offsets are measured from the peak of the density, or from its highest end. At ``d`` the logarithm stands
    slope * d + bend * convex(d) below its height there. Pieces are laid to the right and to the left of
    ``top``, the highest one within [start, end], each about PANEL_DROP deep, down to NEGLIGIBLE_DROP.
    """
    found = []
    floor = slope * top + bend * convex(top) + NEGLIGIBLE_DROP
    offset = top
    while offset < end and slope * offset + bend * convex(offset) < floor:
        width = min(panel_width(slope, bend, offset), max(2.0, offset))
        found.append((offset, min(offset + width, end)))
        offset += width
    offset = top
    while offset > start and slope * offset + bend * convex(offset) < floor:
        width = min(panel_width(slope, bend, offset), 1.0)
        found.append((max(offset - width, start), offset))
        offset -= width
    return found


def panel_width(slope: float, bend: float, offset: float) -> float:
    """Return the width on which slope and curvature at an offset take the logarithm down by PANEL_DROP."""
    curvature = bend * exp(-offset)
    steepness = abs(slope - bend * expm1(-offset))
    return 2 * PANEL_DROP / (steepness + sqrt(steepness * steepness + 2 * PANEL_DROP * curvature))


def convex(offset: float) -> float:
    """Return exp(-offset) - 1 + offset, by its series where the terms would cancel."""
    if offset > 0.25 or offset < -0.25:
        return expm1(-offset) + offset
    if -0.01 < offset < 0.01:
        rest = 1 - offset / 7 * (1 - offset / 8 * (1 - offset / 9))
    else:
        rest = 1 - offset / 10 * (1 - offset / 11 * (1 - offset / 12 * (1 - offset / 13)))
        rest = 1 - offset / 7 * (1 - offset / 8 * (1 - offset / 9 * rest))
    rest = 1 - offset / 3 * (1 - offset / 4 * (1 - offset / 5 * (1 - offset / 6 * rest)))
    return offset * offset / 2 * rest


def log_ratio(large: float, small: float, difference: float) -> float:
    """Return log(large / small) to full precision, also where the two are nearly equal."""
    share = difference / (large + small)
    return 2 * atanh(share) if share < 0.5 else log(large / small)
