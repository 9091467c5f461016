"""When people call: days and weeks of calls, busy and quiet days, a bank's real day."""

from .demand import (
    CLOSES,
    DAYS,
    INTERVALS,
    OPENS,
    STEP,
    bank_weight,
    checked_minutes,
    checked_profile,
    day_profile,
    in_intervals,
    night_weight,
    peaks_profile,
    scaled,
    spread,
    total_calls,
    week_profile,
    year_profile,
)
