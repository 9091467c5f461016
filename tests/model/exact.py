"""Erlang's formulas in fifty digits, by definition: sums over states term by term, mpmath's integrals."""

import mpmath as mp

DIGITS = 50
NEGLIGIBLE = mp.mpf(10) ** -45


def below(load, agents):
    """Weight of the states with a free agent, next to "all busy, nobody waits"."""
    load = mp.mpf(load)
    term = total = mp.mpf(agents) / load
    busy = agents - 1
    while busy > 0 and (busy > load or term > total * NEGLIGIBLE):
        term *= busy / load
        total += term
        busy -= 1
    return total


def above(load, agents, patience):
    """Weight of the states with all agents busy, and the same with each state times its callers waiting."""
    arrivals, completions = mp.mpf(load) * patience, agents * mp.mpf(patience)
    term = total = mp.mpf(1)
    queue = mp.mpf(0)
    waiting = 0
    while True:
        waiting += 1
        ratio = arrivals / (completions + waiting)
        term *= ratio
        total += term
        queue += waiting * term
        if ratio < 1 and waiting * term < queue * NEGLIGIBLE * (1 - ratio):
            return total, queue


def erlang_b(load, agents):
    with mp.workdps(DIGITS):
        return 1 / (1 + below(load, agents))


def erlang_c(load, agents):
    with mp.workdps(DIGITS):
        return 1 / (1 + (agents - mp.mpf(load)) / agents * below(load, agents))


def erlang_a(load, agents, patience):
    """What the sums over states give: all but the served callers' wait and the service levels."""
    with mp.workdps(DIGITS):
        free = below(load, agents)
        busy, queue = above(load, agents, patience)
        length = queue / (free + busy)
        abandonment = length / (mp.mpf(load) * patience)
        return {
            "wait_probability": busy / (free + busy),
            "abandonment": abandonment,
            "mean_wait": length / load,
            "queue_length": length,
            "occupancy": load * (1 - abandonment) / agents,
        }


def waits(load, agents, patience, answer_within, short_abandon=0):
    """What needs the virtual wait's density: the served callers' wait, early abandonment, service levels."""
    with mp.workdps(30):
        arrivals, completions = mp.mpf(load) * patience, agents * mp.mpf(patience)
        peak = max(mp.mpf(0), mp.log(arrivals / completions))
        width = 1 / mp.sqrt(max(arrivals, completions))

        def density(wait):
            return mp.exp(arrivals * (1 - mp.exp(-wait)) - completions * wait)

        def integral(function, end):
            """Pieces about a standard deviation wide near the peak, and ever wider away from it."""
            places = {mp.mpf(0), end}
            for step in range(-40, 41):
                places.add(peak + width * mp.sign(step) * (abs(step) + mp.mpf(abs(step)) ** 4 / 2000) / 2)
            places.update(peak + mp.mpf(2) ** step for step in range(-10, 40))
            inside = sorted(place for place in places if 0 <= place <= end)
            return mp.quad(function, inside)

        free = below(load, agents)
        busy, _ = above(load, agents, patience)
        far = peak + 2 + 120 / completions
        mass = integral(density, far)
        at_once, waiting = free / (free + busy), busy / (free + busy)
        served = at_once + waiting * integral(lambda wait: density(wait) * mp.exp(-wait), far) / mass
        served_wait = waiting * integral(lambda wait: density(wait) * mp.exp(-wait) * wait, far) / mass

        def by(time):
            """Shares of callers served by a time, gone by it, and whose virtual wait ends by it."""
            patiences = mp.mpf(time) / patience
            end = min(far, patiences)
            near = integral(density, end)
            stay = integral(lambda wait: density(wait) * mp.exp(-wait), end)
            gone = near - stay + (mass - near) * -mp.expm1(-patiences)
            return at_once + waiting * stay / mass, waiting * gone / mass, at_once + waiting * near / mass

        in_time, early, virtual = by(answer_within)
        return {
            "mean_wait_served": served_wait / served * patience,
            "abandonment_early": early,
            "service_level_offered": in_time,
            "service_level_served": in_time / served,
            "service_level_short_left_out": in_time / (1 - by(short_abandon)[1]),
            "service_level_early_left_out": in_time / (1 - early),
            "service_level_early_good": in_time + early,
            "service_level_virtual": virtual,
        }


def passed_on(load, agents, after):
    """Share of callers whose virtual wait is longer than all have patience for, from the wait's density.

    All are patient for the same time: as the wait passes it, calls do not join the queue any more.
    """
    with mp.workdps(30):
        load, after = mp.mpf(load), mp.mpf(after)

        def density(wait):
            return agents * mp.exp(load * min(wait, after) - agents * wait)

        far = after + mp.mpf(80) / agents
        joins = mp.quad(density, mp.linspace(0, after, 9)) if after else mp.mpf(0)
        here = density(after)
        goes_on = here * mp.quad(lambda wait: density(wait) / here, mp.linspace(after, far, 9))
        return goes_on / (below(load, agents) + joins + goes_on)


def relative_error(value, exact):
    """How far a value is off, as a share of the exact one; 0 where both are below what a float can hold."""
    if abs(exact) < mp.mpf("1e-305"):
        return 0.0 if abs(value) < 1e-300 else 1.0
    return float(abs(mp.mpf(value) - exact) / abs(exact))
