"""From calls to agents: how well they answer, how many it takes, what size brings, hours and shifts."""

from .staffing import (
    MOST_SECONDS,
    TOO_CLOSE,
    agents_needed,
    least_agents_without_abandonment,
    lines_needed,
    load_of,
    patience_of,
    performance,
    performance_without_abandonment,
    too_many,
    wait_percentile,
)
