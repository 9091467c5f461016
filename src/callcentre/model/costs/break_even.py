"""Where the cheaper of two options changes: the volume of calls, or the vendor's price.

Agents are whole, so costs rise in steps, and a single call decides nothing: volumes are those of three digits
(500, 501 … 999, 1,000, 1,010 …). Some seventy of them are looked at, each at most a tenth above the one
before, so that no stretch as wide as a tenth of its volume is missed, and the volume one has. Where the
cheaper option of two neighbours differs, the change between them is sought, down to two volumes that follow
each other. Where options cost so nearly the same that steps make the cheaper one change to and fro, one of
these changes is told.
"""

from .. import assumptions
from ..check import one_of
from ..numerics import search
from ..workload.scenario import Scenario
from . import account
from .vendor import bills_minimum, price_name

PAIRS = (("in-house", "outsourced"), ("in-house", "mixed"), ("outsourced", "mixed"))
SEARCH_FROM = 500
SEARCH_TO = 500_000
FURTHER = 1.1
FAR_APART = 16  # volumes between two that are looked at first


class Volumes:
    """A search for break-even volumes, which can be done bit by bit.

    Parameters
    ----------
    scenario : Scenario
    seen : list of list of int, optional
        What an earlier search has `seen` of the same scenario.
    known : dict, optional
        Present costs in cents by (option, calls a month), found for this scenario with another volume; what
        this search finds is added.

    Attributes
    ----------
    order : list of int
        The ranks of the volumes in the order they are looked at: few and far apart first, then those between.
    seen : list of list of int
        The present cost of each option, in cents, at the first volumes to look at, in that order.
    """

    def __init__(self, scenario: Scenario, seen: list | tuple = (), known: dict | None = None) -> None:
        self.options = {option: account.as_option(scenario, option) for option in account.NAMES}
        self.own_volume = scenario.values["calls_per_month"]
        self.ranks = ranks_to_look_at(self.own_volume)
        self.order = far_apart_first(self.ranks)
        self.seen = [list(row) for row in seen]
        self.known = {} if known is None else known
        for rank, row in zip(self.order, self.seen):
            for option, cost in zip(account.NAMES, row):
                self.known[(option, self.volume(rank))] = cost

    @property
    def is_complete(self) -> bool:
        """Whether every volume to look at has been looked at."""
        return len(self.seen) == len(self.ranks)

    @property
    def progress(self) -> float:
        """The share of the volumes to look at that have been looked at."""
        return len(self.seen) / len(self.ranks)

    def look(self, most: int) -> None:
        """Look at so many volumes more, or at all that are left; those that are known do not count."""
        for rank in self.order[len(self.seen) :]:
            volume = self.volume(rank)
            if [option for option in account.NAMES if (option, volume) not in self.known]:
                most -= 1
            if most < 0:
                return
            self.seen.append([self.cost(option, rank) for option in account.NAMES])

    def curves(self) -> list[tuple]:
        """Return (calls a month, present costs by option in cents) of the volumes looked at, in order."""
        rows = sorted(zip(self.order, self.seen))
        return [(self.volume(rank), costs) for rank, costs in rows]

    def volume(self, rank: int) -> int:
        """Return the volume looked at for a rank: the one of three digits, or the one has near it."""
        return self.own_volume if rank == rank_of(self.own_volume) else volume_at(rank)

    def cost(self, option: str, rank: int) -> float:
        """Return the present value of an option's costs, in cents, at the volume of a rank."""
        volume = self.volume(rank)
        if (option, volume) not in self.known:
            at = self.options[option].varied({"calls_per_month": volume})
            self.known[(option, volume)] = account.present_cost(at)
        return self.known[(option, volume)]

    def found(self) -> dict:
        """Return the break-even volumes, as `volumes` does; looks at all that is left first."""
        self.look(len(self.ranks))
        return self.put_together([self.changes(pair) for pair in PAIRS])

    def changes(self, pair: tuple) -> dict:
        """Return where the cheaper of a pair changes, once all volumes have been looked at."""
        between = stretches(pair, self.ranks, self.cost)
        between["reasons"] = self.reasons(pair, between["volumes"])
        return between

    def put_together(self, pairs: list) -> dict:
        """Return what all pairs' `changes` say of the cheapest of all."""
        changes = [self.ranks[0]] + [rank_of(calls) for between in pairs for calls in between["volumes"]]
        cheapest: list = []
        starts: list = []
        for rank in sorted(set(changes)):
            best = cheapest_of(account.NAMES, self.cost, rank)
            if not cheapest or best != cheapest[-1]:
                cheapest.append(best)
                starts.append(volume_at(rank))
        return {"pairs": pairs, "cheapest": cheapest, "volumes": starts[1:]}

    def reasons(self, pair: tuple, changes: list) -> list[str]:
        """Return why the cheaper of a pair changes more than once; nothing where it does not.

        "minimum": the least a vendor bills holds at the first change and no longer at the last. "bands": a
        discount for volume begins between them. Else, or besides, "steps": agents and seats are whole.
        """
        if len(changes) < 2:
            return []
        first, last = rank_of(changes[0]), rank_of(changes[-1])
        found: list[str] = []
        for option in pair:
            at_first, at_last = [
                bills_minimum(self.options[option].varied({"calls_per_month": volume_at(rank)}))
                for rank in (max(first - 1, self.ranks[0]), last)
            ]
            if at_first and not at_last:
                found.append("minimum")
        values = self.options["outsourced"].values
        for band in ("band_1", "band_2"):
            if values[band + "_discount"] > 0 and changes[0] <= values[band + "_calls"] <= changes[-1]:
                found.append("bands")
        reasons: list[str] = [reason for reason in ("minimum", "bands") if reason in found]
        return reasons if reasons and len(changes) <= 2 * len(reasons) else reasons + ["steps"]


def ranks_to_look_at(own_volume: int) -> list[int]:
    """Return the ranks of the volumes to look at, in order: each at most a tenth above, and one's own."""
    volume, last = SEARCH_FROM, rank_of(SEARCH_TO)
    ranks = [rank_of(volume)]
    while ranks[-1] < last:
        volume = int(volume_at(ranks[-1]) * FURTHER + 1e-6)
        ranks.append(min(last, rank_of(volume)))
    if SEARCH_FROM <= own_volume <= SEARCH_TO:
        ranks.append(rank_of(own_volume))
    return sorted(set(ranks))


def far_apart_first(ranks: list) -> list[int]:
    """Return the ranks with some far apart first, both ends among them, then those between."""
    order = [ranks[-1]]
    placed = set(order)
    for step in (FAR_APART, FAR_APART // 4, 1):
        more = [rank for rank in ranks[::step] if rank not in placed]
        order.extend(more)
        placed.update(more)
    return order


def volumes(scenario: Scenario) -> dict:
    """Return the break-even volumes of each pair of options, from 500 to 500,000 calls a month.

    Returns
    -------
    dict
        ``pairs``: for each pair a dict of ``pair``, ``cheaper`` (the cheaper option of each stretch, from the
        smallest volumes up), ``volumes`` (calls a month from which the next stretch holds: none, one or
        several) and ``reasons`` (why there are several; see `Volumes.reasons`). ``cheapest`` and ``volumes``:
        the same for all three options.
    """
    return Volumes(scenario).found()


def cheapest_of(options: tuple, cost: callable, rank: int) -> str:
    """Return the option that costs least at the volume of a rank; the first of equals."""
    best = options[0]
    for option in options[1:]:
        if cost(option, rank) < cost(best, rank):
            best = option
    return best


def stretches(pair: tuple, ranks: list, cost: callable) -> dict:
    """Return where the cheaper of a pair changes; ``cost(option, rank)`` says what an option costs."""

    def excess(rank: int) -> float:
        return cost(pair[0], rank) - cost(pair[1], rank)

    found = [cheaper(pair, excess(ranks[0]))]
    changes = []
    for low, high in zip(ranks, ranks[1:]):
        if cheaper(pair, excess(high)) != found[-1]:
            changes.append(volume_at(first_change(low, high, excess)))
            found.append(cheaper(pair, excess(high)))
    return {"pair": list(pair), "cheaper": found, "volumes": changes}


def cheaper(pair: tuple, excess: float) -> str:
    """Return the cheaper of a pair by how much more the first costs; the first of equals."""
    return pair[1] if excess > 0 else pair[0]


def first_change(low: int, high: int, excess: callable) -> int:
    """Return a whole number above ``low`` from which ``excess`` is above 0, or not, as it is at ``high``."""
    if excess(high) > 0:
        return first_above(low, high, excess)
    return round(search.edge(lambda rank: -excess(rank), high, low, is_whole=True))


def first_above(low: int, high: int, excess: callable) -> int:
    """Return a whole number from which ``excess`` is above 0, as it is at ``high`` and not at ``low``."""
    return round(search.edge(lambda rank: -excess(rank), low, high, is_whole=True)) + 1


def volume_at(rank: int) -> int:
    """Return the volume of this rank among those of three digits: 100, 101 … 999, 1,000, 1,010 …"""
    return (100 + rank % 900) * 10 ** (rank // 900)


def rank_of(volume: int) -> int:
    """Return the rank of a volume among those of three digits: the inverse of `volume_at`."""
    decades = 0
    while volume >= 1000:
        volume //= 10
        decades += 1
    return volume - 100 + 900 * decades


def price(scenario: dict, option: str = "outsourced") -> dict:
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

    Examples
    --------
    At the price found outsourcing costs what in-house does, to a few hundred euros in millions:

    >>> from callcentre.model.costs import present_costs
    >>> found = price({})
    >>> costs = present_costs({found["name"]: found["price"]})
    >>> abs(costs["outsourced"] - costs["in-house"]) < 1000
    True
    """
    one_of("option", option, ("outsourced", "mixed"))
    complete = Scenario(assumptions.complete(scenario))
    name = price_name(complete.values["tariff"])
    in_house = account.present_cost(account.as_option(complete, "in-house"))
    of_vendor = account.as_option(complete, option)

    def excess(ten_thousandths: int) -> float:
        return account.present_cost(of_vendor.varied({name: ten_thousandths / 10_000})) - in_house

    high = round(assumptions.find(name).near(float("inf")) * 10_000)
    if excess(0) > 0 or excess(high) <= 0:
        return {"name": name, "price": None}
    return {"name": name, "price": first_above(0, high, excess) / 10_000}
