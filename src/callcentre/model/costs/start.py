"""What it costs to leave what there is at the start, a centre of one's own or a vendor, for something else.

Where there is a centre of one's own it has the team and the seats that all the calls take. Agents whom an
option does not need any more get severance, go over to the vendor or are placed elsewhere; seats that stand
empty cost rent until the lease ends, and their equipment is sold. Each function returns runs of months, as
`money` has them.
"""

from .. import workload
from .in_house import firm_employs, firm_equips, severance_of_a_post
from .money import once


class Leaving:
    """What an option does not need any more of what there is.

    Parameters
    ----------
    values : dict
        The option's.
    there : workload.Workload or None
        The work of the centre that there is at the start; None where there is none.
    own, others : workload.Workload
        The option's own work and its vendor's.

    Attributes
    ----------
    values : dict
    posts : float
        Full-time agents that are not needed any more.
    seats : int
        Seats that are not needed any more.
    sells_all : bool
        Whether none of the firm's own equipment is used any more.
    equipment : int
        Seats whose equipment is not used any more.
    has_vendor : bool
        Whether an option has a vendor at all.
    """

    def __init__(
        self,
        values: dict,
        there: workload.Workload | None,
        own: workload.Workload,
        others: workload.Workload,
    ) -> None:
        self.values = values
        self.has_vendor = others.customers > 0
        self.posts = 0.0
        self.seats = self.equipment = 0
        self.sells_all = False
        if there is not None:
            team = there.first.team
            kept = own.first.team if own.customers > 0 else None
            self.posts = max(0.0, team.posts - (kept.posts if kept and firm_employs(values) else 0.0))
            self.seats = max(0, team.seats - (kept.seats if kept else 0))
            self.sells_all = kept is None or not firm_equips(values)
            self.equipment = team.seats if self.sells_all else self.seats


def agents_who_go(leaving: Leaving) -> list:
    """Severance, moves to the vendor and other posts for agents no longer needed."""
    values = leaving.values
    severed = values["leavers_with_severance"]
    moved = values["leavers_transferred"] if leaving.has_vendor else 0.0
    each = (
        severed * severance_of_a_post(values)
        + moved * values["transfer_cost"]
        + (1 - severed - moved) * values["placing_cost"]
    )
    return once(0, leaving.posts * each) if leaving.posts else []


def empty_seats(leaving: Leaving) -> list:
    """Rent of seats that nobody needs any more, until the lease ends."""
    values = leaving.values
    months = min(values["lease_months_left"], values["horizon_months"])
    if not leaving.seats or not months:
        return []
    month = once(1, leaving.seats * values["premises_monthly_cost"])[0][2]
    return [(1, months, month)]


def equipment_sold(leaving: Leaving) -> list:
    """What equipment that is not needed any more brings; below 0, since it comes in."""
    values = leaving.values
    price = leaving.equipment * values["seat_set_up"]
    if leaving.sells_all:
        price += values["system_set_up"]
    return once(0, -values["residual_share"] * price) if price else []


def vendor_left(leaving: Leaving) -> list:
    """What it costs to leave the vendor that has the work at the start."""
    values = leaving.values
    if values["starts_from"] != "vendor" or leaving.has_vendor:
        return []
    return once(0, values["exit_cost"])


# Lines that a seller bills, with value added tax.
PURCHASES = ("empty_seats",)

# (name, label, function) each, in the order a reader meets them
LINES = (
    ("agents_who_go", "Agents no longer needed", agents_who_go),
    ("empty_seats", "Rent for empty seats", empty_seats),
    ("equipment_sold", "Equipment sold at the start", equipment_sold),
    ("vendor_left", "Leaving the vendor at the start", vendor_left),
)
