"""Where the cheaper of two options changes: the volume of calls, or the vendor's price."""

from .. import assumptions
from ..check import one_of
from ..numerics import search
from ..workload.scenario import Scenario
from . import account
from .vendor import price_name

PAIRS = (("in-house", "outsourced"), ("in-house", "mixed"), ("outsourced", "mixed"))
SEARCH_FROM = 500
SEARCH_TO = 500_000
SEARCH_STEPS = 12


def volumes(scenario):
    """Return the break-even volumes of each pair of options, from 500 to 500,000 calls a month.

    Agents are whole, so costs rise in steps, and a single call decides nothing. The search knows volumes of
    three digits (500, 501 … 999, 1,000, 1,010 …). It looks at 13 of them, and where the cheaper option of two
    neighbours differs it narrows the stretch between them, down to two that follow each other. Where options
    cost so nearly the same that steps make the cheaper one change to and fro, it tells one of these changes.

    Returns
    -------
    dict
        ``pairs``: for each pair a dict of ``pair``, ``cheaper`` (the cheaper option of each stretch, from the
        smallest volumes up) and ``volumes`` (calls a month from which the next stretch holds: none, one or
        several). ``cheapest`` and ``volumes``: the same for all three options.
    """
    known = {}
    options = {option: account.as_option(scenario, option) for option in account.NAMES}

    def cost(option, calls):
        if (option, calls) not in known:
            at = options[option].varied({"calls_per_month": calls})
            known[(option, calls)] = account.present_cost(at)
        return known[(option, calls)]

    pairs = [stretches(pair, cost) for pair in PAIRS]
    changes = [calls for between in pairs for calls in between["volumes"]]
    cheapest = []
    starts = []
    for calls in [SEARCH_FROM] + sorted(set(changes)):
        best = cheapest_of(account.NAMES, cost, calls)
        if not cheapest or best != cheapest[-1]:
            cheapest.append(best)
            starts.append(calls)
    return {"pairs": pairs, "cheapest": cheapest, "volumes": starts[1:]}


def cheapest_of(options, cost, calls):
    """Return the option that costs least at a volume; the first of equals."""
    best = options[0]
    for option in options[1:]:
        if cost(option, calls) < cost(best, calls):
            best = option
    return best


def stretches(pair, cost):
    """Return where the cheaper of a pair changes; ``cost(option, calls)`` says what an option costs."""

    def excess(rank):
        calls = volume_at(rank)
        return cost(pair[0], calls) - cost(pair[1], calls)

    first, last = rank_of(SEARCH_FROM), rank_of(SEARCH_TO)
    found = [cheaper(pair, excess(first))]
    changes = []
    low = first
    for step in range(1, SEARCH_STEPS + 1):
        high = first + (last - first) * step // SEARCH_STEPS
        if cheaper(pair, excess(high)) != found[-1]:
            changes.append(volume_at(first_change(low, high, excess)))
            found.append(cheaper(pair, excess(high)))
        low = high
    return {"pair": list(pair), "cheaper": found, "volumes": changes}


def cheaper(pair, excess):
    """Return the cheaper of a pair by how much more the first costs; the first of equals."""
    return pair[1] if excess > 0 else pair[0]


def first_change(low, high, excess):
    """Return a whole number above ``low`` from which ``excess`` is above 0, or not, as it is at ``high``."""
    if excess(high) > 0:
        return first_above(low, high, excess)
    return search.edge(lambda rank: -excess(rank), high, low, is_whole=True)


def first_above(low, high, excess):
    """Return a whole number from which ``excess`` is above 0, as it is at ``high`` and not at ``low``."""
    return search.edge(lambda rank: -excess(rank), low, high, is_whole=True) + 1


def volume_at(rank):
    """Return the volume of this rank among those of three digits: 100, 101 … 999, 1,000, 1,010 …"""
    return (100 + rank % 900) * 10 ** (rank // 900)


def rank_of(volume):
    """Return the rank of a volume among those of three digits: the inverse of `volume_at`."""
    decades = 0
    while volume >= 1000:
        volume //= 10
        decades += 1
    return volume - 100 + 900 * decades


def price(scenario, option="outsourced"):
    """Return the vendor's price at which an option costs as much as in-house.

    Parameters
    ----------
    scenario : dict
        As for `costs.compare`; the price is that of its ``tariff``.
    option : {"outsourced", "mixed"}
        The option that pays the vendor.

    Returns
    -------
    dict
        ``name`` of the price, and ``price`` in EUR to a ten-thousandth; None where no price does: the option
        costs more even when the vendor works for nothing, or less at the highest price the table allows.

    Raises
    ------
    InputError
        If an input cannot be used.
    """
    one_of("option", option, ("outsourced", "mixed"))
    complete = Scenario(assumptions.complete(scenario))
    name = price_name(complete.values["tariff"])
    in_house = account.present_cost(account.as_option(complete, "in-house"))
    of_vendor = account.as_option(complete, option)

    def excess(ten_thousandths):
        return account.present_cost(of_vendor.varied({name: ten_thousandths / 10_000})) - in_house

    high = round(assumptions.find(name).high * 10_000)
    if excess(0) > 0 or excess(high) <= 0:
        return {"name": name, "price": None}
    return {"name": name, "price": first_above(0, high, excess) / 10_000}
