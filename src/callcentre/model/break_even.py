"""Where the cheaper of two options changes: the volume of calls, or the vendor's price."""

from . import account, assumptions
from .check import one_of
from .vendor import TARIFFS

PAIRS = (("in-house", "outsourced"), ("in-house", "mixed"), ("outsourced", "mixed"))
SEARCH_FROM = 500
SEARCH_TO = 500_000
SEARCH_STEPS = 16


def volumes(values, desk):
    """Return the break-even volumes of each pair of options, from 500 to 500,000 calls a month.

    Agents are whole, so costs rise in steps, and a single call decides nothing. The search knows volumes of
    three digits (500, 501 … 999, 1,000, 1,010 …). It looks at 17 of them, and where the cheaper option of two
    neighbours differs it halves the stretch between them, down to two that follow each other.

    Returns
    -------
    dict
        ``pairs``: for each pair a dict of ``pair``, ``cheaper`` (the cheaper option of each stretch, from the
        smallest volumes up) and ``volumes`` (calls a month from which the next stretch holds: none, one or
        several). ``cheapest`` and ``volumes``: the same for all three options.
    """
    known = {}

    def cost(option, calls):
        if (option, calls) not in known:
            known[(option, calls)] = account.present_cost(option, dict(values, calls_per_month=calls), desk)
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

    def cheaper(place):
        return cheapest_of(pair, cost, volume_at(place))

    first, last = place_of(SEARCH_FROM), place_of(SEARCH_TO)
    found = [cheaper(first)]
    changes = []
    low = first
    for step in range(1, SEARCH_STEPS + 1):
        high = first + (last - first) * step // SEARCH_STEPS
        if cheaper(high) != found[-1]:
            changes.append(volume_at(first_change(low, high, cheaper)))
            found.append(cheaper(high))
        low = high
    return {"pair": list(pair), "cheaper": found, "volumes": changes}


def volume_at(place):
    """Return the volume at a place among those of three digits: 100, 101 … 999, 1,000, 1,010 …"""
    return (100 + place % 900) * 10 ** (place // 900)


def place_of(volume):
    """Return the place of a volume among those of three digits: the inverse of `volume_at`."""
    decades = 0
    while volume >= 1000:
        volume //= 10
        decades += 1
    return volume - 100 + 900 * decades


def first_change(low, high, answer):
    """Return a whole number above ``low`` from which the answer is that of ``high``, by bisection."""
    target = answer(high)
    while high - low > 1:
        middle = (low + high) // 2
        if answer(middle) == target:
            high = middle
        else:
            low = middle
    return high


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
    values = assumptions.complete(scenario)
    desk = account.Desk(values)
    name = TARIFFS[values["tariff"]][0]
    in_house = account.present_cost("in-house", values, desk)

    def is_dearer(price_in_ten_thousandths):
        at = dict(values)
        at[name] = price_in_ten_thousandths / 10_000
        return account.present_cost(option, at, desk) > in_house

    low, high = 0, round(assumptions.find(name).high * 10_000)
    if is_dearer(low) or not is_dearer(high):
        return {"name": name, "price": None}
    return {"name": name, "price": first_change(low, high, is_dearer) / 10_000}
