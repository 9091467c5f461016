"""Queues: the formulas of Erlang and their kin, and what flows over when every agent is busy."""

from .erlang import (
    BLOCK,
    BLOCK_BITS,
    LEAST_LOAD,
    LEAST_PATIENCE,
    MOST_AGENTS,
    MOST_LOAD,
    MOST_PATIENCE,
    NEGLIGIBLE,
    SERVICE_LEVELS,
    checked_load,
    checked_stable,
    erlang_a,
    erlang_b,
    erlang_c,
    log_erlang_b,
    log_erlang_c,
    shares,
    weight_of_free_states,
    without_calls,
)
