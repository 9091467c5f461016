"""Money: the lines of an account, the three ways compared, break-even, what a vendor's contract earns."""

from .costs import (
    a_list,
    accounts,
    cheapest_at,
    compare,
    each_allowed,
    least,
    one_at_a_time,
    payback_month,
    present_costs,
    sensitivity,
    winners,
)
