"""Types of centre: what decides them, cases to sort, and what was answered to them."""

from .typology import (
    ACTIVITIES,
    DIRECTION,
    FACTS,
    FORMALITY,
    HELD,
    HOLDERS,
    INBOUND_ACTIVITIES,
    MARKS,
    OUTBOUND_ACTIVITIES,
    SECTIONS,
    SOURCING,
    VENDOR_TAKES,
    checked,
    classify,
    combined,
    direction_reasons,
    formality_reasons,
    reason,
    section_of,
    sourcing_reasons,
)
