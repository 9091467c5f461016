"""What a vendor costs: a small function for each line, from the values and the vendor's work."""

from .in_house import paid
from .money import at_start, monthly


def fee(values, load):
    """Return what the vendor bills for a month's work, before any minimum."""
    return load.handled_minutes * values["price_per_minute"]


def fees(values, work):
    """The tariff, for the work of each month."""
    return monthly(work, lambda load: fee(values, load))


def up_to_minimum(values, work):
    """What is missing to the least the vendor bills in a month."""
    return monthly(work, lambda load: max(0.0, values["vendor_minimum"] - fee(values, load)))


def set_up(values, work):
    """The vendor's set-up fee."""
    return at_start(work, values["vendor_set_up"])


def governance(values, work):
    """The firm's own staff who control the vendor."""
    return monthly(
        work, lambda load: paid(values, values["governance_posts"] * values["governance_monthly_pay"])
    )


# (name, label, function) each, in the order a reader meets them
LINES = (
    ("vendor_set_up", "Vendor's set-up fee", set_up),
    ("vendor_fees", "Vendor's fees", fees),
    ("vendor_minimum", "Up to the vendor's minimum", up_to_minimum),
    ("governance", "Own staff who control the vendor", governance),
)
