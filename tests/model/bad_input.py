"""Calls that work, and all the ways to spoil one input of each.

A new public function of the model needs a row in `ROWS`. Its good values say what kind of bad ones it gets:
where an int stands only whole numbers are good; a list is spoilt as a whole and item by item; a dict, value
by value. What else an input refuses (zero, too large, a wrong length) stands in ``refuses``, what it takes
although it looks bad in ``takes``, and the name an error gives it, where that is another, in ``named``. What
another function made is spoilt only as a ``whole``.
"""

import math

from callcentre.model import (
    assumptions,
    costs,
    counts,
    demand,
    erlang,
    scorecard,
    simulation,
    staffing,
    typology,
)
from callcentre.model.costs import break_even, contract
from callcentre.model.counts import dates
from callcentre.model.demand import busy_days
from callcentre.model.erlang import overflow
from callcentre.model.numerics import confidence, randomness, rounding, written_number
from callcentre.model.risk import rare_events, uncertainty
from callcentre.model.scorecard import preferences
from callcentre.model.staffing import capacity, chat, hours, pooling, square_root
from callcentre.model.typology import cases, sorting
from callcentre.model.workload import divided_day

PROFILE = {
    "agents_employed_by": "client",
    "premises_run_by": "client",
    "equipment_owned_by": "client",
    "vendor_takes": ["nights"],
    "activities": ["information"],
    "marks": ["head"],
}
DAY = [(540, 30, 12.0), (570, 30, 20.0), (600, 30, 9.0)]
PLAYED_DAY = {
    "intervals": [[420, 30, 10.0], [450, 30, 12.0]],
    "agents": [2, 3],
    "handle_seconds": 200.0,
    "handle_distribution": "lognormal",
    "handle_variation": 0.8,
    "patience_seconds": 90.0,
    "answer_within_seconds": 20.0,
    "short_abandon_seconds": 5.0,
    "redial_share": 0.3,
    "redial_after_seconds": 120.0,
    "vendor_agents": [1, 2],
    "vendor_after_seconds": 30.0,
    "vendor_hours": [[450, 480]],
    "vendor_handle_factor": 1.1,
    "outbound_calls": 5,
    "outbound_seconds": 90.0,
    "outbound_reserve": 1,
    "day_variation": 0.1,
    "varies_like_bank": True,
    "warm_up_minutes": 0.0,
}
REFUSED_ON_THAT_DAY = {
    "intervals": ([], [[420, 30, 1.0], [460, 30, 1.0]], [[420, 30]], [[420, 30, 1e9]]),
    "agents": ([2], [], 10**6),
    "handle_seconds": (0, 1e9),
    "handle_variation": (0, 11),
    "patience_seconds": (0, 1e9),
    "redial_share": (1,),
    "redial_after_seconds": (0,),
    "vendor_agents": ([2], 10**6),
    "vendor_hours": ([[450, 440]], [[450]], [[0, 1441]]),
    "vendor_handle_factor": (0,),
    "outbound_calls": (10**7,),
    "day_variation": (1.5,),
}
TAKEN_ON_THAT_DAY = {
    "agents": (3,),
    "vendor_agents": (3,),
    "patience_seconds": (None,),
    "vendor_after_seconds": (None,),
    "varies_like_bank": (True,),
}
TARGETS = {"service_level": 0.8, "answer_within_seconds": 20.0, "patience_seconds": 120.0}
NO_NUMBERS = (math.nan, math.inf, -math.inf, True, None, "3", [], {}, 10**400)
NO_WORDS = (math.nan, math.inf, True, None, 3, [], {}, "", "no such word")
NO_LISTS = (math.nan, True, None, 3, "abc", {})
NO_DICTS = (math.nan, True, None, 3, "abc", [])

ALL_VALUES = {each.name: each.value for each in assumptions.TABLE}
SCENARIO = {name: ALL_VALUES[name] for name in ("calls_per_month", "hourly_wage", "tariff", "horizon_months")}
RISKY = {"horizon_months": 24, "leak_loss": 1e5, "volume_deviation": 0.1, "lost_customer_cost": 50.0}
SCORES = {"cost": 4.0, "control": 9.0}
JUDGEMENTS = [[1.0, 3.0, 5.0], [1 / 3, 1.0, 2.0], [1 / 5, 1 / 2, 1.0]]


class Row:
    """A function, keyword arguments that work, and what is special about each."""

    def __init__(self, function, good, refuses=None, takes=None, named=None, whole=()):
        self.function = function
        self.good = good
        self.refuses = refuses or {}
        self.takes = takes or {}
        self.named = named or {}
        self.whole = whole

    @property
    def name(self):
        return f"{self.function.__module__}.{self.function.__name__}".removeprefix("callcentre.model.")

    def spoilt(self):
        """Yield (input's name, keyword arguments with one bad value)."""
        for argument, value in self.good.items():
            for name, bad in self.spoilt_values(argument, value):
                yield self.named.get(name, name), {**self.good, argument: bad}

    def spoilt_values(self, name, value):
        if isinstance(value, dict) and name not in self.whole:
            for key in value:
                for inner, bad in self.spoilt_values(key, value[key]):
                    yield inner, {**value, key: bad}
            yield "no-such-name", {**value, "no-such-name": 1}
        if isinstance(value, list):
            for index, item in enumerate(value):
                for _, bad in self.spoilt_values(name, item):
                    yield name, [*value[:index], bad, *value[index + 1 :]]
        for bad in (*bad_values(value), *self.refuses.get(name, ())):
            if not is_among(bad, self.takes.get(name, ())):
                yield name, bad


def bad_values(good):
    """Return what can never stand for a value of this kind."""
    if isinstance(good, dict):
        return NO_DICTS
    if isinstance(good, list):
        return NO_LISTS
    if isinstance(good, str):
        return NO_WORDS
    return (*NO_NUMBERS, -1, good + 0.5) if isinstance(good, int) else (*NO_NUMBERS, -1)


def is_among(value, others):
    return any(value is other or (type(value) is type(other) and value == other) for other in others)


ROWS = [
    Row(typology.classify, {"profile": PROFILE}, {"activities": ([],), "marks": (["head", "head"],)}),
    Row(cases.in_order, {"seed": 7}, {"seed": (2**31,)}),
    Row(
        sorting.read,
        {"answers": "7.i.i.i_12.om.b.f"},
        {"answers": ("7", "7...", "19.i.i.i", "7.io.i.i", "7.i.i.i_7.i.i.i", "7.i.i.x")},
        takes={"answers": ("",)},
    ),
    Row(erlang.erlang_b, {"load": 8.0, "agents": 10}, {"agents": (10**7,), "load": (1e7,)}),
    Row(erlang.erlang_c, {"load": 8.0, "agents": 10}, {"agents": (0, 8, 7, 10**7), "load": (1e7,)}),
    Row(erlang.log_erlang_b, {"load": 8.0, "agents": 10}, {"agents": (10**7,), "load": (0, 1e7)}),
    Row(erlang.log_erlang_c, {"load": 8.0, "agents": 10}, {"agents": (0, 8, 7, 10**7), "load": (0, 1e7)}),
    Row(
        erlang.erlang_a,
        {"load": 8.0, "agents": 10, "patience": 1.5, "answer_within": 0.1, "short_abandon": 0.02},
        {"load": (1e7,), "agents": (0, 10**7), "patience": (0, 1e-10, 1e10)},
        takes={"answer_within": (None,)},
    ),
    Row(
        staffing.performance,
        {"calls_per_hour": 100.0, "handle_seconds": 300.0, "agents": 10, "answer_within_seconds": 20.0},
        {"calls_per_hour": (1e300,), "handle_seconds": (0, 1e300), "agents": (0, 8, 10**7)},
    ),
    Row(
        staffing.performance,
        {
            "calls_per_hour": 100.0,
            "handle_seconds": 300.0,
            "agents": 8,
            "patience_seconds": 120.0,
            "answer_within_seconds": 20.0,
            "short_abandon_seconds": 5.0,
        },
        {
            "handle_seconds": (0,),
            "agents": (0, 10**7),
            "patience_seconds": (0, 1e300),
            "short_abandon_seconds": (1e7,),
        },
        takes={"patience_seconds": (None,)},
    ),
    Row(
        staffing.agents_needed,
        {
            "calls_per_hour": 100.0,
            "handle_seconds": 300.0,
            "service_level": 0.8,
            "answer_within_seconds": 20.0,
            "patience_seconds": 120.0,
            "max_abandonment": 0.1,
            "max_occupancy": 0.9,
        },
        {
            "calls_per_hour": (1e300, 2e7),
            "handle_seconds": (0,),
            "service_level": (1, 1.5),
            "patience_seconds": (0, 1e300),
            "max_abandonment": (0, 1.1),
            "max_occupancy": (0, 1.1),
        },
        takes={"patience_seconds": (None,), "max_abandonment": (None,), "max_occupancy": (None,)},
    ),
    Row(staffing.lines_needed, {"load": 8.0, "max_loss": 0.01}, {"load": (1e6,), "max_loss": (0, 1)}),
    Row(
        staffing.wait_percentile,
        {
            "calls_per_hour": 100.0,
            "handle_seconds": 300.0,
            "agents": 10,
            "share": 0.9,
            "patience_seconds": 60.0,
        },
        {"handle_seconds": (0,), "agents": (0, 10**7), "share": (1, 1.1), "patience_seconds": (0,)},
        takes={"patience_seconds": (None,)},
    ),
    Row(
        capacity.most_calls_per_hour,
        {"handle_seconds": 300.0, "agents": 10, **TARGETS},
        {
            "handle_seconds": (0, 1e300),
            "agents": (0, 10**7),
            "service_level": (0, 1),
            "patience_seconds": (0, 1e300),
        },
        takes={"patience_seconds": (None,)},
    ),
    Row(
        capacity.longest_handle_seconds,
        {"calls_per_hour": 100.0, "agents": 10, **TARGETS},
        {
            "calls_per_hour": (0, 1e13),
            "agents": (0, 10**7),
            "service_level": (0, 1),
            "patience_seconds": (0, 1e300),
        },
        takes={"patience_seconds": (None,)},
    ),
    Row(
        capacity.shortest_answer_seconds,
        {
            "calls_per_hour": 100.0,
            "handle_seconds": 300.0,
            "agents": 10,
            "service_level": 0.8,
            "patience_seconds": 120.0,
        },
        {
            "calls_per_hour": (1e300,),
            "handle_seconds": (0, 1e300),
            "agents": (0, 10**7),
            "service_level": (0, 1),
            "patience_seconds": (0, 1e300),
        },
        takes={"patience_seconds": (None,)},
    ),
    Row(overflow.overflow, {"load": 8.0, "agents": 10}, {"load": (1e7,), "agents": (10**7,)}),
    Row(
        overflow.passed_on,
        {"load": 8.0, "agents": 10, "after": 0.1},
        {"load": (1e7,), "agents": (10**7,), "after": (1e10,)},
    ),
    Row(overflow.erlang_b_continuous, {"load": 8.0, "agents": 9.5}, {"load": (0, 1e7), "agents": (1e7,)}),
    Row(
        overflow.peaked_performance,
        {"load": 8.0, "peakedness": 2.0, "agents": 12},
        {"load": (0, 1e7), "peakedness": (0, 0.9, 1e4), "agents": (0, 10**7)},
    ),
    Row(
        overflow.vendor_loss,
        {"load": 8.0, "agents": 10, "vendor_agents": 3},
        {"load": (0, 1e7), "agents": (10**7,), "vendor_agents": (10**7,)},
    ),
    Row(
        overflow.peaked_agents_needed,
        {"load": 8.0, "peakedness": 2.0, "max_loss": 0.01, "max_wait_probability": 0.1},
        {"load": (0, 1e6), "peakedness": (0, 0.9, 1e4), "max_loss": (0, 1), "max_wait_probability": (0, 1)},
        takes={"max_loss": (None,), "max_wait_probability": (None,)},
    ),
    Row(
        demand.day_profile,
        {"calls_per_day": 1000.0, "minutes": 30, "night_share": 0.1},
        {"minutes": (0, 7), "night_share": (1,)},
    ),
    Row(
        demand.peaks_profile,
        {
            "calls_per_day": 1000.0,
            "minutes": 30,
            "morning_peak": 0.8,
            "afternoon_peak": 0.4,
            "morning_hour": 10.5,
            "afternoon_hour": 15.0,
            "night_share": 0.1,
        },
        {
            "minutes": (0, 7),
            "night_share": (1,),
            "morning_peak": (21,),
            "morning_hour": (6, 22),
            "afternoon_hour": (6, 22),
        },
    ),
    Row(
        demand.week_profile,
        {"calls_per_week": 1000.0, "weekend_share": 0.2, "day": DAY},
        {"weekend_share": (1.1,), "day": ([], [(540, 30, 0.0)], [*DAY, DAY[0]])},
        takes={"day": (None,)},
    ),
    Row(
        demand.year_profile,
        {"calls_per_month": 1000.0, "peak_months": [11, 12], "peak_factor": 1.5},
        {"peak_months": ([0], [13], [12, 12]), "peak_factor": (101,)},
    ),
    Row(
        demand.scaled,
        {"profile": DAY, "calls": 100.0},
        {"profile": ([], [(540, 30, 0.0)], [DAY[0], DAY[2]], [(540, 20, 1.0)], [(545, 30, 1.0)])},
    ),
    Row(demand.in_intervals, {"profile": DAY, "minutes": 60}, {"minutes": (0, 7), "profile": ([],)}),
    Row(
        divided_day.divide,
        {
            "profile": DAY,
            "handle_seconds": 300.0,
            "service_level": 0.8,
            "answer_within_seconds": 20.0,
            "max_occupancy": 0.9,
            "in_house_opens_hour": 8,
            "in_house_closes_hour": 20,
            "cell_agents": 4,
            "is_given": False,
            "least_agents": 1,
            "night_least_agents": 2,
            "overflow_after_seconds": 10.0,
        },
        {
            "profile": ([],),
            "handle_seconds": (0,),
            "service_level": (0, 1),
            "max_occupancy": (0, 1.1),
            "in_house_opens_hour": (25,),
            "in_house_closes_hour": (7, 25),
            "cell_agents": (0,),
            "least_agents": (1001,),
            "night_least_agents": (1001,),
            "overflow_after_seconds": (601,),
        },
        takes={"cell_agents": (None,), "is_given": (True,)},
    ),
    Row(busy_days.variance_to_mean, {"calls": 100.0, "spread": 0.1}, {"spread": (11,)}),
    Row(busy_days.expected_rest, {"morning_factor": 1.2}, {"morning_factor": (0, 101)}),
    Row(busy_days.day_of_rank, {"profile": DAY, "rank": 0.9}, {"profile": ([],), "rank": (0, 1)}),
    Row(
        busy_days.with_factors,
        {"profile": DAY, "morning_factor": 1.2, "rest_factor": 0.9},
        {"profile": ([],), "morning_factor": (101,), "rest_factor": (101,)},
    ),
    Row(
        counts.read_day,
        {"text": "09:00,12\n09:30,20"},
        {"text": ("09:00,-1\n09:30,2", "09:00,1")},
        named={"text": "counts"},
    ),
    Row(
        counts.read_counts,
        {
            "text": "queue,start,calls\nA,09:00,12\nA,09:30,20",
            "column": "calls",
            "queue": "A",
            "decimal": "comma",
            "dates": "day-first",
            "empty": "zero",
        },
        {"text": ("day,start,calls",), "decimal": (",",), "dates": ("iso",), "empty": ("0",)},
        takes={"column": (None,), "queue": (None,), "decimal": (None,), "dates": (None,), "empty": (None,)},
        named={"text": "counts"},
    ),
    Row(
        dates.is_weekend,
        {"day": "2025-03-01"},
        takes={"day": ("", "no such word")},
    ),
    Row(
        written_number.typed_number,
        {"text": "12", "low": 0, "high": 100, "step": 1, "factor": 1},
        {"text": ("12 calls", "1,2,3"), "factor": (0,)},
        named={"text": "number"},
        takes={
            "low": (None, -1, 0.5),
            "high": (None, -1, 100.5),
            "step": (None, -1, 1.5),
            "factor": (1.5,),
        },
    ),
    Row(counts.mean_day, {"days": [("Monday", DAY), ("Tuesday", DAY)]}, {"days": ([], [("a", [])])}),
    Row(
        hours.agents_by_interval,
        {"profile": DAY, "handle_seconds": 300.0, **TARGETS, "least_by_day": 1, "least_by_night": 2},
        {
            "profile": ([],),
            "handle_seconds": (0,),
            "service_level": (1,),
            "patience_seconds": (0,),
            "least_by_day": (1001,),
        },
        takes={"patience_seconds": (None,)},
    ),
    Row(
        hours.shift_plan,
        {"agents": [2, 5, 3], "minutes": 30, "minimum_shift_hours": 4.0},
        {"agents": ([], [1] * 49), "minutes": (0, 7), "minimum_shift_hours": (13,)},
    ),
    Row(
        hours.paid_hours,
        {
            "agents": [2, 5, 3],
            "minutes": 30,
            "shrinkage": 0.3,
            "minimum_shift_hours": 4.0,
            "schedule_efficiency": 0.9,
        },
        {"agents": ([],), "minutes": (0, 7), "shrinkage": (1,), "schedule_efficiency": (0, 1.1)},
    ),
    Row(
        hours.full_time_equivalents,
        {"paid_hours": 700.0, "contract_hours": 35.0},
        {"contract_hours": (0, 1e5), "paid_hours": (1e10,)},
    ),
    Row(square_root.halfin_whitt_wait, {"beta": 1.0}, {"beta": (0, 39)}),
    Row(square_root.halfin_whitt_beta, {"wait_probability": 0.05}, {"wait_probability": (0, 1)}),
    Row(
        square_root.square_root_rule,
        {"load": 25.0, "wait_probability": 0.05},
        {"load": (0, 1e6), "wait_probability": (0, 1)},
    ),
    Row(
        pooling.pool,
        {
            "calls_per_hour": [100.0, 50.0],
            "handle_seconds": 300.0,
            **TARGETS,
            "max_abandonment": 0.1,
            "max_occupancy": 0.9,
        },
        {"calls_per_hour": ([],), "handle_seconds": (0,), "service_level": (1,), "patience_seconds": (0,)},
        takes={"patience_seconds": (None,), "max_abandonment": (None,), "max_occupancy": (None,)},
    ),
    Row(
        chat.chat_concurrency, {"windows": 3, "compose_ratio": 0.75}, {"windows": (0,), "compose_ratio": (0,)}
    ),
    Row(
        chat.chat_handle_seconds,
        {"handle_seconds": 500.0, "windows": 3, "compose_ratio": 0.75},
        {"handle_seconds": (0,), "windows": (0,), "compose_ratio": (0,)},
    ),
    Row(assumptions.find, {"name": "calls_per_month"}, named={"name": "assumption"}),
    Row(assumptions.value, {"name": "calls_per_month"}, named={"name": "assumption"}),
    Row(assumptions.complete, {"scenario": ALL_VALUES}),
    Row(
        scorecard.rank,
        {
            "options": {"in-house": SCORES, "mixed": dict(SCORES, cost=6.0)},
            "weights": {"cost": 2.0, "control": 1.0},
        },
        {"options": ({}, {"mixed": SCORES}), "weights": ({}, {"cost": 0})},
    ),
    Row(
        scorecard.ahp,
        {"pairwise": JUDGEMENTS},
        {"pairwise": ([], [[1.0]], JUDGEMENTS[:2], [row[:2] for row in JUDGEMENTS], [[1.0] * 11] * 11)},
    ),
    Row(scorecard.ratio_of, {"position": 3}, {"position": (10, -10)}, takes={"position": (-1,)}),
    Row(
        scorecard.matrix_of,
        {"judgements": [3.0, 5.0, 2.0]},
        {"judgements": ([], [1.0, 2.0], [0.1], [9.5], [1.0] * 46)},
    ),
    Row(preferences.find, {"criterion": "control"}),
    Row(costs.compare, {"scenario": SCENARIO}),
    Row(costs.present_costs, {"scenario": SCENARIO}),
    Row(
        costs.sensitivity,
        {"scenario": {}, "names": ["hourly_wage", "shrinkage"], "change": 0.2},
        {"names": (["tariff"],), "change": (0, 1)},
    ),
    Row(
        costs.winners,
        {
            "scenario": {},
            "across": "hourly_wage",
            "across_values": [12.0, 15.0],
            "down": "shrinkage",
            "down_values": [0.2, 0.3],
        },
        {"down": ("hourly_wage",), "down_values": ([0.95],)},
    ),
    Row(
        contract.compare,
        {
            "scenario": {},
            "month": {
                "handle_change": 0.1,
                "volume_change": 0.2,
                "vendor_resolution": 0.6,
                "vendor_service_level": 0.7,
            },
        },
        {
            "handle_change": (2.1,),
            "volume_change": (2.1,),
            "vendor_resolution": (0, 1.1),
            "vendor_service_level": (0, 1),
        },
    ),
    Row(contract.rewards, {"scenario": SCENARIO}),
    Row(break_even.price, {"scenario": {}, "option": "mixed"}, {"option": ("in-house",)}),
    Row(rounding.ceiling, {"value": 2.5}, takes={"value": (-1,)}),
    Row(randomness.streams, {"seed": 1, "count": 2, "substream": 3}, {"seed": (2**31,), "count": (0, 17)}),
    Row(
        randomness.cholesky,
        {"correlations": [[1.0, 0.5], [0.5, 1.0]]},
        {"correlations": ([], [[1.0, 0.5]], [[1.0, 1.0], [1.0, 1.0]], [[1.0, 0.4], [0.5, 1.0]])},
    ),
    Row(
        confidence.student_t_quantile,
        {"probability": 0.975, "freedom": 9},
        {"probability": (0.4, 1), "freedom": (0,)},
    ),
    Row(simulation.checked, {"day": PLAYED_DAY}, REFUSED_ON_THAT_DAY, TAKEN_ON_THAT_DAY),
    Row(
        simulation.simulate,
        {"day": PLAYED_DAY, "seed": 1, "replication": 0},
        dict(REFUSED_ON_THAT_DAY, seed=(2**31,)),
        TAKEN_ON_THAT_DAY,
    ),
    Row(
        simulation.play,
        {"day": PLAYED_DAY, "seed": 1, "replication": 0},
        dict(REFUSED_ON_THAT_DAY, seed=(2**31,)),
        TAKEN_ON_THAT_DAY,
    ),
    Row(
        simulation.replicate,
        {"day": PLAYED_DAY, "seed": 1, "replications": 2, "confidence": 0.9},
        dict(REFUSED_ON_THAT_DAY, seed=(2**31,), replications=(0, 10**6), confidence=(0, 1)),
        TAKEN_ON_THAT_DAY,
    ),
    Row(
        simulation.settling_minutes,
        {"calls_per_hour": 100.0, "handle_seconds": 200.0, "agents": 8, "patience_seconds": 60.0},
        {"handle_seconds": (0, 1e9), "agents": (0, 10**6), "patience_seconds": (0,)},
        takes={"patience_seconds": (None,)},
    ),
    Row(
        confidence.share_interval,
        {"count": 3, "of": 10, "confidence": 0.95},
        {"count": (11,), "of": (0,), "confidence": (0, 1)},
    ),
    Row(rare_events.expected_losses, {"scenario": RISKY, "controls": ["leak"]}),
    Row(rare_events.worth_of_controls, {"scenario": RISKY}),
    Row(
        uncertainty.draw,
        {"scenario": RISKY, "seed": 1, "draws": 1},
        {"seed": (2**31,), "draws": (0, 10**6)},
    ),
    Row(uncertainty.cost_of_shortcomings, {"scenario": RISKY, "times": 1.5}, {"times": (101,)}),
    Row(
        uncertainty.summary,
        {"state": uncertainty.draw({}, 1, 2), "controls": ["leak"], "tail": 0.05, "bins": 10},
        {"state": ({"seed": 1},), "tail": (0, 1), "bins": (0, 201)},
        whole={"state"},
    ),
]
