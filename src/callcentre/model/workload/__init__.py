"""Who takes which calls of a month, own agents or a vendor's, and the people and seats that takes."""

from .workload import (
    Load,
    Side,
    Team,
    Workload,
    automation_factor,
    calls_factor,
    calls_per_matter,
    own_factors,
    share_out,
    sides_of,
    vendor_factors,
)
