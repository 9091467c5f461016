"""The simulation agrees with queueing formulas, with another simulator, event for event with a plain one.

Seeds are fixed, so nothing here fails by chance. Confidence intervals are of 99.9 %: a right simulation
leaves one in a thousand. Each is also narrow, so that a wrong one could not stay inside.
"""

import csv
import json
import math
import random
from pathlib import Path

import mpmath
import pytest
from by_hand import DayByHand
from hypothesis import given, settings
from hypothesis import strategies as st

from callcentre.model.check import InputError
from callcentre.model.demand import day_profile
from callcentre.model.erlang.overflow import passed_on
from callcentre.model.numerics.confidence import confidence_interval, student_t_quantile
from callcentre.model.simulation import (
    MEASURES,
    call_by_call,
    checked,
    play,
    replicate,
    settling_minutes,
    simulate,
    with_ratios,
)
from callcentre.model.staffing import performance

HERE = Path(__file__).parent
SURE = 0.999


def steady(calls_per_hour, handle_seconds, agents, hours=10.0, patience_seconds=None, **fields):
    """Return a day whose queue has settled by the time that counts."""
    warm_up = math.ceil(settling_minutes(calls_per_hour, handle_seconds, agents, patience_seconds))
    counted = round(60 * hours)
    return {
        "intervals": [
            (0, warm_up, calls_per_hour * warm_up / 60),
            (warm_up, counted, calls_per_hour * counted / 60),
        ],
        "agents": agents,
        "handle_seconds": handle_seconds,
        "patience_seconds": patience_seconds,
        "answer_within_seconds": 20.0,
        "warm_up_minutes": warm_up,
        **fields,
    }


def assert_inside(measures, expected, narrowness):
    for name, exact in expected.items():
        found = measures[name]
        assert found["high"] - found["low"] < 2 * narrowness * exact, f"{name} is not narrow: {found}"
        assert found["low"] <= exact <= found["high"], f"{name}: {exact} outside {found}"


def birth_and_death(load, agents, patience=None):
    """Return what Erlang C (no patience) or A gives, from the stationary weights added up with 30 digits.

    ``patience`` and the mean wait are in mean handle times.
    """
    with mpmath.workdps(30):
        weight, total, waiting, queue, busy = (
            mpmath.mpf(1),
            mpmath.mpf(0),
            mpmath.mpf(0),
            mpmath.mpf(0),
            mpmath.mpf(0),
        )
        state = 0
        while state <= agents or weight > total * mpmath.mpf(10) ** -25:
            total += weight
            busy += min(state, agents) * weight
            if state >= agents:
                waiting += weight
                queue += (state - agents) * weight
            state += 1
            leaving = min(state, agents) + (max(0, state - agents) / patience if patience else 0)
            weight *= load / mpmath.mpf(leaving)
        return {
            "wait_probability": float(waiting / total),
            "mean_wait": float(queue / total / load),
            "occupancy": float(busy / total / agents),
            "abandonment": float(queue / total / load / patience) if patience else 0.0,
        }


@pytest.mark.long
@pytest.mark.parametrize(
    ("calls_per_hour", "handle_seconds", "agents", "days", "narrowness"),
    [(200.0, 180.0, 14, 150, 0.12), (12.0, 240.0, 1, 400, 0.25), (1200.0, 300.0, 108, 60, 0.25)],
)
def test_without_patience_it_agrees_with_erlang_c(calls_per_hour, handle_seconds, agents, days, narrowness):
    load = calls_per_hour * handle_seconds / 3600
    exact = birth_and_death(load, agents)
    measures = replicate(steady(calls_per_hour, handle_seconds, agents), 1, days, SURE)["measures"]
    spare = agents - load
    late = exact["wait_probability"] * math.exp(-spare * 20 / handle_seconds)
    expected = {
        "wait_probability": exact["wait_probability"],
        "mean_wait_seconds": exact["mean_wait"] * handle_seconds,
        "occupancy": exact["occupancy"],
        "service_level": 1 - late,
    }
    assert_inside(measures, expected, narrowness)
    assert measures["gave_up"]["mean"] == 0


@pytest.mark.long
@pytest.mark.parametrize(
    ("calls_per_hour", "handle_seconds", "agents", "patience_seconds", "days"),
    [(120.0, 180.0, 5, 240.0, 150), (2880.0, 60.0, 50, 120.0, 60), (600.0, 300.0, 40, 60.0, 60)],
)
def test_with_patience_it_agrees_with_erlang_a(
    calls_per_hour, handle_seconds, agents, patience_seconds, days
):
    load = calls_per_hour * handle_seconds / 3600
    exact = birth_and_death(load, agents, patience_seconds / handle_seconds)
    day = steady(calls_per_hour, handle_seconds, agents, patience_seconds=patience_seconds)
    measures = replicate(day, 1, days, SURE)["measures"]
    expected = {
        "wait_probability": exact["wait_probability"],
        "mean_wait_seconds": exact["mean_wait"] * handle_seconds,
        "abandonment": exact["abandonment"],
        "occupancy": exact["occupancy"],
    }
    assert_inside(measures, expected, 0.10)
    formulas = performance(calls_per_hour, handle_seconds, agents, patience_seconds)
    levels = {name: formulas[name] for name in measures if name.startswith("service_level")}
    assert len(levels) == 5
    assert_inside(measures, levels, 0.10)


def test_the_service_levels_of_a_published_example():
    """1,000 answered, 860 of them in time; 60 hang up, 20 within the target and 10 of these within 5 s.

    Source: ICMI (2002), Service level calculations: 81 %, 86 %, 83 % and, early ones counted good, 83 %. Its
    fifth, with the short ones counted good, is here the one that leaves them out.
    """
    counts = dict.fromkeys(call_by_call.COUNTS, 0)
    counts.update({"offered": 1060, "answered_in_house": 900, "answered_by_vendor": 100})
    counts.update({"answered_in_time": 860, "gave_up": 60, "gave_up_early": 20, "gave_up_short": 10})
    row = with_ratios(counts)
    assert row["service_level"] == 860 / 1060
    assert row["service_level_served"] == 860 / 1000
    assert row["service_level_short_left_out"] == 860 / 1050
    assert row["service_level_early_left_out"] == 860 / 1040
    assert row["service_level_early_good"] == 880 / 1060


@pytest.mark.long
@pytest.mark.parametrize("variation", [0.4, 1.5])
def test_one_agent_with_lognormal_handle_times_agrees_with_pollaczek_and_khinchine(variation):
    day = steady(10.0, 180.0, 1, hours=40.0, handle_distribution="lognormal", handle_variation=variation)
    busy = 0.5
    exact = busy / (1 - busy) * (1 + variation**2) / 2 * 180.0
    measures = replicate(day, 2, 400, SURE)["measures"]
    assert_inside(measures, {"mean_wait_seconds": exact, "wait_probability": busy}, 0.12)


@pytest.mark.long
@pytest.mark.parametrize("load", [10, 20])
def test_overflow_agrees_with_erlang_b_and_riordan(load):
    published = {
        (row["inputs"].partition(",")[0], row["quantity"]): float(row["exact"])
        for row in csv.DictReader((HERE / "reference-values.csv").open())
        if row["model"] == "Overflow (Riordan)"
    }
    mean, peakedness = published[f"A={load}", "mean overflow M"], published[f"A={load}", "peakedness V/M"]
    handle_seconds, minutes, intervals = 60.0, 5, 300
    day = {
        "intervals": [(minutes * i, minutes, load * minutes) for i in range(intervals)],
        "agents": load,
        "handle_seconds": handle_seconds,
        "vendor_agents": 20 * load,
        "vendor_after_seconds": 0,
        "warm_up_minutes": 10,
    }
    shares, means, squares = [], [], []
    for replication in range(60):
        result = simulate(day, 3, replication)
        busy = [row["vendor_busy"] for row in result["intervals"] if row["is_counted"]]
        shares.append(result["totals"]["vendor_share"])
        means.append(sum(busy) / len(busy))
        squares.append(sum((number - mean) ** 2 for number in busy) / len(busy))
        assert result["totals"]["waited"] == 0
    measures = {
        "share": confidence_interval(shares, SURE),
        "mean": confidence_interval(means, SURE),
        "variance": confidence_interval(squares, SURE),
    }
    assert_inside(measures, {"share": mean / load, "mean": mean, "variance": mean * peakedness}, 0.06)


@pytest.mark.long
@pytest.mark.parametrize(
    ("load", "agents", "after_seconds"), [(9.0, 10, 20.0), (12.0, 12, 15.0), (10.0, 8, 60.0)]
)
def test_who_is_passed_on_after_a_wait_agrees_with_the_queue_of_one_patience(load, agents, after_seconds):
    """The rule of the cost comparison: all wait so long for own agents, then go on to a vendor with many."""
    handle_seconds = 180.0
    day = steady(
        load * 20,
        handle_seconds,
        agents,
        patience_seconds=after_seconds,
        vendor_agents=300,
        vendor_after_seconds=after_seconds,
    )
    day["patience_seconds"] = None
    measures = replicate(day, 5, 150, SURE)["measures"]
    assert_inside(measures, {"vendor_share": passed_on(load, agents, after_seconds / handle_seconds)}, 0.06)


CIW_DAYS = {
    "steady": {"calls": [200.0] * 8, "agents": 14, "handle_seconds": 180.0},
    "patience": {"calls": [120.0] * 8, "agents": 5, "handle_seconds": 180.0, "patience_seconds": 240.0},
    "lognormal": {"calls": [60.0] * 8, "agents": 6, "handle_seconds": 240.0, "handle_variation": 1.2},
    "peak": {
        "calls": [40.0, 160.0, 60.0],
        "agents": 6,
        "handle_seconds": 200.0,
        "handle_variation": 0.8,
        "patience_seconds": 150.0,
    },
}


@pytest.mark.long
@pytest.mark.parametrize("case", CIW_DAYS)
def test_it_agrees_with_ciw(case):
    fields = dict(CIW_DAYS[case])
    intervals = [(60 * hour, 60, calls) for hour, calls in enumerate(fields.pop("calls"))]
    if "handle_variation" in fields:
        fields["handle_distribution"] = "lognormal"
    measures = replicate({"intervals": intervals, **fields}, 4, 200)["measures"]
    rows = [row for row in csv.DictReader((HERE / "ciw-reference.csv").open()) if row["case"] == case]
    assert {row["measure"] for row in rows} == {
        "offered",
        "wait_probability",
        "mean_wait_seconds",
        "abandonment",
    }
    for row in rows:
        found, theirs = measures[row["measure"]], float(row["mean"])
        error = math.hypot(found["deviation"] / math.sqrt(200), float(row["standard_error"]))
        assert abs(found["mean"] - theirs) <= 3.29 * error
        assert error <= 0.07 * theirs


PLAYED = st.fixed_dictionaries(
    {
        "calls": st.lists(st.sampled_from([0, 5, 20, 60]), min_size=5, max_size=5),
        "agents": st.lists(st.sampled_from([0, 1, 2, 3, 5, 8]), min_size=5, max_size=5),
        "vendor_agents": st.lists(st.sampled_from([0, 0, 1, 2, 6]), min_size=5, max_size=5),
        "start": st.sampled_from([0, 600, 690]),
        "handle_seconds": st.sampled_from([30.0, 100.0, 300.0]),
        "handle_distribution": st.sampled_from(["exponential", "lognormal"]),
        "patience_seconds": st.sampled_from([None, 20.0, 100.0, 1000.0]),
        "short_abandon_seconds": st.sampled_from([0.0, 5.0, 40.0]),
        "redial_share": st.sampled_from([0.0, 0.3, 0.9]),
        "redial_after_seconds": st.sampled_from([10.0, 200.0]),
        "vendor_after_seconds": st.sampled_from([None, 0, 10, 60]),
        "vendor_hours": st.sampled_from([[], [(605, 700)], [(0, 16)]]),
        "vendor_handle_factor": st.sampled_from([1.0, 1.3]),
        "outbound_calls": st.sampled_from([0, 3, 50]),
        "outbound_reserve": st.sampled_from([0, 1, 2]),
        "day_variation": st.sampled_from([0.0, 0.3]),
        "varies_like_bank": st.booleans(),
    }
)


def day_of(drawn):
    fields = dict(drawn)
    start, calls = fields.pop("start"), fields.pop("calls")
    return {"intervals": [(start + 15 * i, 15, mean) for i, mean in enumerate(calls)], **fields}


@pytest.mark.long
@settings(max_examples=150)
@given(PLAYED, st.integers(0, 10_000))
def test_it_agrees_event_for_event_with_a_plain_simulation(drawn, seed):
    day = day_of(drawn)
    rows = simulate(day, seed)["intervals"]
    for row, by_hand in zip(rows, DayByHand(checked(day), seed).play(), strict=True):
        for name, expected in by_hand.items():
            assert row[name] == pytest.approx(expected, rel=1e-9, abs=1e-6), name


@settings(max_examples=60)
@given(PLAYED, st.integers(0, 10_000))
def test_every_call_is_answered_or_gives_up_and_totals_are_sums(drawn, seed):
    result = simulate(day_of(drawn), seed)
    rows, totals = result["intervals"], result["totals"]
    for row in rows:
        answered = row["answered_in_house"] + row["answered_by_vendor"]
        assert row["offered"] == answered + row["gave_up"]
        assert row["answered_in_time"] <= answered
        assert -1e-6 <= row["busy_seconds"] <= row["staffed_seconds"] + 1e-6
        assert -1e-6 <= row["vendor_busy_seconds"] <= row["vendor_staffed_seconds"] + 1e-6
        assert row["busy"] <= row["agents"]
    for name in ("offered", "gave_up", "wait_seconds", "busy_seconds", "outbound"):
        assert totals[name] == pytest.approx(math.fsum(row[name] for row in rows), abs=1e-6)
    assert totals["outbound"] <= drawn["outbound_calls"]


@settings(max_examples=40)
@given(PLAYED, st.integers(0, 10_000))
def test_playing_interval_by_interval_ends_in_the_same_day(drawn, seed):
    day = day_of(drawn)
    states, rows = list(play(day, seed)), simulate(day, seed)["intervals"]
    assert [state["start_minute"] for state in states] == [row["start_minute"] for row in rows]
    for state, row in zip(states, rows, strict=True):
        for name in ("agents", "waiting", "busy", "vendor_busy", "busy_seconds", "outbound"):
            assert state[name] == row[name]
        assert state["longest_wait_seconds"] >= 0
        assert (state["longest_wait_seconds"] > 0) == (state["waiting"] > 0)
    decided = [
        state["answered_in_house"] + state["answered_by_vendor"] + state["gave_up"] for state in states
    ]
    assert all(known <= row["offered"] for known, row in zip(decided, rows, strict=True))


@settings(max_examples=40)
@given(st.integers(1, 12), st.integers(0, 10_000))
def test_more_agents_never_mean_longer_waits_for_the_same_callers(agents, seed):
    day = {"intervals": [(0, 60, 60), (60, 60, 30)], "handle_seconds": 180.0}
    fewer, more = (simulate({**day, "agents": count}, seed)["totals"] for count in (agents, agents + 1))
    assert fewer["offered"] == more["offered"]
    assert more["wait_seconds"] <= fewer["wait_seconds"] + 1e-6
    assert more["waited"] <= fewer["waited"]


BUSY = {
    "intervals": day_profile(1500, 60)[7:21],
    "agents": 9,
    "handle_seconds": 240.0,
    "patience_seconds": 120.0,
    "answer_within_seconds": 20.0,
}


@pytest.mark.long
@pytest.mark.parametrize(
    ("change", "measure", "grows"),
    [
        ({"agents": 11}, "service_level", True),
        ({"patience_seconds": 40.0}, "abandonment", True),
        ({"patience_seconds": 40.0}, "mean_wait_seconds", False),
        ({"handle_seconds": 280.0}, "occupancy", True),
        ({"redial_share": 0.6}, "offered", True),
        ({"redial_share": 0.6}, "service_level", False),
        ({"vendor_agents": 4, "vendor_after_seconds": 15}, "abandonment", False),
        ({"vendor_agents": 9, "vendor_hours": [(1080, 1260)]}, "vendor_share", True),
        ({"outbound_calls": 300}, "occupancy", True),
        ({"outbound_calls": 300, "outbound_reserve": 0}, "service_level", False),
        ({"day_variation": 0.3}, "wait_seconds", True),
        ({"varies_like_bank": True}, "wait_seconds", True),
        ({"answer_within_seconds": 60.0}, "service_level", True),
    ],
)
def test_a_change_moves_a_measure_the_way_it_should(change, measure, grows):
    before, after = (replicate(day, 5, 60)["measures"][measure]["mean"] for day in (BUSY, {**BUSY, **change}))
    assert (after > before) is grows
    assert after != before


def test_a_larger_reserve_leaves_more_calls_undialled_and_shorter_waits():
    days = [
        replicate({**BUSY, "outbound_calls": 2000, "outbound_reserve": n}, 6, 20)["measures"] for n in (0, 2)
    ]
    assert days[1]["outbound"]["mean"] < days[0]["outbound"]["mean"]
    assert days[1]["mean_wait_seconds"]["mean"] < days[0]["mean_wait_seconds"]["mean"]


@pytest.mark.long
def test_busy_and_quiet_days_make_counts_vary_as_much_as_asked():
    mean, variation, days = 400.0, 0.2, 1500
    quiet = {"intervals": [(600, 60, mean)], "agents": 60, "handle_seconds": 60.0}
    offered = replicate({**quiet, "day_variation": variation}, 7, days, SURE)["measures"]["offered"]
    expected = 1 + mean * variation**2
    assert offered["low"] <= mean <= offered["high"]
    assert offered["deviation"] ** 2 / mean == pytest.approx(expected, rel=0.15)
    random_only = replicate(quiet, 7, days, SURE)["measures"]["offered"]
    assert random_only["deviation"] ** 2 / mean == pytest.approx(1, rel=0.15)


def test_arrivals_come_evenly_and_independently():
    day = {"intervals": [(i, 1, 2.0) for i in range(1000)], "agents": 1, "handle_seconds": 1.0}
    counts = [row["offered"] for row in simulate(day, 8)["intervals"]]
    mean = sum(counts) / len(counts)
    variance = sum((count - mean) ** 2 for count in counts) / (len(counts) - 1)
    both = sum((a - mean) * (b - mean) for a, b in zip(counts[1:], counts[:-1], strict=True)) / len(counts)
    assert abs(mean - 2) < 3.29 * math.sqrt(2 / 1000)
    assert abs(variance / 2 - 1) < 3.29 * math.sqrt(2.5 / 1000)
    assert abs(both / variance) < 3.29 / math.sqrt(1000)


def test_the_same_seed_gives_the_same_day_and_another_seed_another():
    assert simulate(BUSY, 9) == simulate(BUSY, 9)
    assert simulate(BUSY, 9) != simulate(BUSY, 10)
    assert simulate(BUSY, 9) != simulate(BUSY, 9, replication=1)


def test_replications_can_be_continued():
    at_once = replicate(BUSY, 10, 7)
    earlier = replicate(BUSY, 10, 3)
    kept = json.loads(json.dumps(earlier))
    assert replicate(BUSY, 10, 4, earlier=earlier) == at_once
    assert earlier == kept
    assert at_once["days"][0] == [simulate(BUSY, 10)["totals"][name] for name in MEASURES]
    assert at_once["measures"]["offered"]["count"] == 7


@pytest.mark.parametrize("earlier", [3, {}, {"names": ["offered"], "days": []}, {"names": list(MEASURES)}])
def test_only_results_of_replicate_can_be_continued(earlier):
    with pytest.raises(InputError, match="earlier must be what replicate returned"):
        replicate(BUSY, 10, 1, earlier=earlier)


@pytest.mark.long
def test_more_days_narrow_the_interval():
    few, many = (replicate(BUSY, 11, days)["measures"]["offered"] for days in (20, 320))
    assert (many["high"] - many["low"]) < (few["high"] - few["low"]) / 2.5


def test_confidence_intervals_cover_as_often_as_they_say():
    drawing = random.Random(1)
    covered = 0
    for _ in range(2000):
        interval = confidence_interval([drawing.gauss(5, 2) for _ in range(4)], 0.9)
        covered += interval["low"] <= 5 <= interval["high"]
    assert covered / 2000 == pytest.approx(0.9, abs=0.023)


@pytest.mark.parametrize("freedom", [1, 2, 3, 4, 7, 30, 199, 200, 201, 1000, 10**6])
@pytest.mark.parametrize("probability", [0.5, 0.6, 0.9, 0.975, 0.9995])
def test_students_t_agrees_with_fifty_digits(probability, freedom):
    found = student_t_quantile(probability, freedom)
    with mpmath.workdps(50):
        x = mpmath.mpf(freedom) / (freedom + mpmath.mpf(found) ** 2)
        below = 1 - mpmath.betainc(mpmath.mpf(freedom) / 2, 0.5, 0, x, regularized=True) / 2
        assert abs(below - mpmath.mpf(probability)) < 2e-10


def test_a_warm_up_is_played_but_not_counted():
    whole = simulate(BUSY, 12)
    late = simulate({**BUSY, "warm_up_minutes": 120}, 12)
    assert [row["is_counted"] for row in late["intervals"]] == [False, False] + [True] * 12
    assert late["totals"]["offered"] == sum(row["offered"] for row in whole["intervals"][2:])


def test_a_day_without_calls_measures_nothing():
    result = simulate({"intervals": [(0, 60, 0)], "agents": 0}, 1)["totals"]
    assert result["offered"] == 0
    assert result["service_level"] is None
    assert result["occupancy"] is None
    measures = replicate({"intervals": [(0, 60, 0)], "agents": 0}, 1, 3)["measures"]
    assert measures["service_level"] == {
        "mean": None,
        "low": None,
        "high": None,
        "deviation": None,
        "count": 0,
    }


def test_nobody_is_answered_where_nobody_works():
    totals = simulate({"intervals": [(0, 60, 50)], "agents": 0}, 1)["totals"]
    assert totals["gave_up"] == totals["offered"] > 0


def test_defaults_stand_in_the_table_of_assumptions():
    from callcentre.model import assumptions

    day = checked({"intervals": [(0, 60, 50)], "agents": 3})
    assert day["handle_seconds"] == assumptions.value("handle_seconds")
    assert day["answer_within_seconds"] == assumptions.value("answer_within_seconds")


@pytest.mark.parametrize("field", ["intervals", "agents"])
def test_a_missing_field_is_named(field):
    day = {name: BUSY[name] for name in BUSY if name != field}
    with pytest.raises(InputError, match=f"^{field} must be"):
        simulate(day, 1)


def test_a_settling_centre_forgets_that_it_was_empty():
    assert settling_minutes(200.0, 180.0, 14) == pytest.approx(5 * 3 / (math.sqrt(14) - math.sqrt(10)) ** 2)
    assert settling_minutes(200.0, 180.0, 100) == 15.0
    assert settling_minutes(2000.0, 180.0, 14, 60.0) == 15.0
    with pytest.raises(InputError, match="agents must be more than the load"):
        settling_minutes(280.0, 180.0, 14)


CROWDED = {
    **BUSY,
    "intervals": [(540, 60, 20_000.0)],
    "agents": [90],
    "handle_seconds": 18.0,
    "vendor_agents": 10,
    "vendor_after_seconds": 5.0,
    "redial_share": 0.3,
}


def test_a_crowded_hour_keeps_few_turns(monkeypatch):
    kept = []
    come = call_by_call.Pool.turns_come
    monkeypatch.setattr(
        call_by_call.Pool, "turns_come", lambda pool, now: kept.append(len(pool.turns)) or come(pool, now)
    )
    totals = simulate(CROWDED, 3)["totals"]
    assert totals["waited"] > 10_000
    assert max(kept) < totals["waited"] / 5


def test_turns_counted_now_and_then_are_those_counted_in_the_end(monkeypatch):
    now_and_then = simulate(CROWDED, 3)
    monkeypatch.setattr(call_by_call, "FEW_TURNS", 10**9)
    in_the_end = simulate(CROWDED, 3)
    for name in MEASURES:
        assert now_and_then["totals"][name] == pytest.approx(in_the_end["totals"][name], rel=1e-12)


def test_seeded_days_come_out_as_they_did_before():
    """Guards reproducibility only: these numbers are the simulation's own, kept."""
    kept = list(csv.DictReader((HERE / "simulation-back-test.csv").open()))
    assert {row["case"] for row in kept} == {"busy", "mixed"}
    results = {"busy": simulate(BUSY, 2025)["totals"], "mixed": simulate(MIXED, 2025)["totals"]}
    for row in kept:
        assert results[row["case"]][row["measure"]] == pytest.approx(float(row["value"]), rel=1e-12)


MIXED = {
    **BUSY,
    "redial_share": 0.3,
    "vendor_agents": 3,
    "vendor_after_seconds": 30.0,
    "vendor_hours": [(1140, 1260)],
    "outbound_calls": 60,
    "handle_distribution": "lognormal",
    "varies_like_bank": True,
}
