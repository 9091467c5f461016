"""From calls to agents: how well they answer, how many it takes, what size brings, hours and shifts."""

from .staffing import (
    MOST_SECONDS,
    TOO_CLOSE,
    agents_needed,
    everybody_waits,
    least_where_everybody_waits,
    lines_needed,
    load_of,
    patience_of,
    performance,
    too_many,
    wait_percentile,
)
