"""The lab of the day: it is the model's very day, no caller is lost, Erlang A stands beside it."""

import json
import re

import pytest

from callcentre.labs import watch_a_day
from callcentre.model import demand, simulation, staffing
from callcentre.model.check import InputError

LAB = watch_a_day.LAB
FLOOR, FATES, SERVICE = range(3)  # where each picture stands
QUIET = {"vendor_takes": "nothing"}
EVEN = {"roster": "even", "agents": 14, "vendor_takes": "nothing"}


def figures_of(view):
    return {figure.name: figure.quantity.value for figure in view.figures}


def figures(**values):
    return figures_of(LAB.view(values))


def columns(**values):
    """The table's columns by name."""
    table = LAB.view(values).table
    return {
        column.name: list(cells)
        for column, cells in zip(table.columns, zip(*table.rows, strict=True), strict=True)
    }


def profile(calls):
    return [interval for interval in demand.day_profile(calls) if 420 <= interval[0] < 1260]


def even_day(**fields):
    """The day of EVEN, as a reader of the model would write it down."""
    return {
        "intervals": profile(1700),
        "agents": 14,
        "handle_seconds": 290.0,
        "patience_seconds": 180.0,
        "answer_within_seconds": 30.0,
        **fields,
    }


def sentences(view):
    return [view.headline] + [each.description for each in view.charts] + [note.text for note in view.notes]


def abandonment_by_hand(calls_per_hour, handle_seconds, agents, patience_seconds):
    """Erlang A as a chain of states: callers in the centre, one more or one fewer at a time."""
    weights = [1.0]
    leaving = [0.0]
    for callers in range(1, 400):
        hanging_up = max(0, callers - agents) / patience_seconds
        rate = min(callers, agents) / handle_seconds + hanging_up
        weights.append(weights[-1] * calls_per_hour / 3600 / rate)
        leaving.append(hanging_up)
    rate = sum(weight * each for weight, each in zip(weights, leaving, strict=True)) / sum(weights)
    return rate / (calls_per_hour / 3600)


def test_the_day_is_the_models_very_day():
    view = LAB.view({**EVEN, "seed": 11})
    day = simulation.simulate(even_day(), 11)
    shown = figures_of(view)
    for name in ("offered", "answered_in_house", "answered_by_vendor", "gave_up", "service_level"):
        assert shown[name] == day["totals"][name], name
    assert shown["abandonment"] == day["totals"]["abandonment"]
    table = columns(**EVEN, seed=11)
    for name in ("expected", "offered", "answered_in_house", "gave_up", "waiting", "service_level"):
        assert table[name] == [row[name] for row in day["intervals"]], name


def test_a_day_with_overflow_is_the_models_very_day():
    overflow = even_day(vendor_agents=5, vendor_after_seconds=45.0)
    totals = simulation.simulate(overflow, 3)["totals"]
    shown = figures(roster="even", agents=14, vendor_after_seconds=45.0, vendor_agents=5, seed=3)
    assert shown["answered_by_vendor"] == totals["answered_by_vendor"] > 0
    assert shown["service_level"] == totals["service_level"]


def test_a_day_with_the_evening_at_the_vendors_is_the_models_very_day():
    agents = [14 if start < 1080 else 0 for start, _, _ in profile(1700)]
    evening = even_day(
        agents=agents,
        vendor_agents=[9 if not each else 0 for each in agents],
        vendor_hours=[(1080, 1440)],
        vendor_after_seconds=0.0,
    )
    day = simulation.simulate(evening, 1)
    values = {"roster": "even", "agents": 14, "vendor_takes": "hours", "vendor_agents": 9}
    assert figures(**values)["answered_by_vendor"] == day["totals"]["answered_by_vendor"]
    table = columns(**values)
    assert table["agents"] == agents
    after_six = [by_own for by_own, each in zip(table["answered_in_house"], agents, strict=True) if not each]
    assert after_six == [0] * 6


@pytest.mark.parametrize("seed", [1, 2])
def test_at_every_moment_each_caller_is_answered_gone_or_waiting(seed):
    states = list(simulation.play(even_day(vendor_agents=3, vendor_after_seconds=60.0), seed))
    before = None
    for played in range(1, 29):
        values = {"roster": "even", "agents": 14, "seed": seed, "interval": played}
        view = LAB.view(values)
        shown = figures_of(view)
        fates = shown["answered_in_house"] + shown["answered_by_vendor"] + shown["gave_up"]
        assert shown["offered"] == fates + shown["waiting"]
        series = {name: column for name, _, column in view.charts[FATES].series}
        assert sum(series["waiting"]) == shown["waiting"]
        for name in ("answered_in_house", "answered_by_vendor", "gave_up"):
            assert sum(series[name]) == shown[name]
            assert before is None or shown[name] >= before[name]
        if played < 28:
            assert shown["waiting"] == states[played - 1]["waiting"]
            assert shown["busy"] == states[played - 1]["busy"]
            assert shown["longest_wait"] == states[played - 1]["longest_wait_seconds"]
        before = shown


def test_playing_on_never_changes_what_callers_came():
    early = columns(interval=9)["offered"]
    late = columns(interval=28)["offered"]
    assert early[:9] == late[:9]
    assert early[9:] == [None] * 19
    assert None not in late


def test_agents_and_vendor_change_no_callers():
    callers = figures()["offered"]
    assert figures(**QUIET)["offered"] == callers
    assert figures(agents_absent=3)["offered"] == callers
    assert figures(seed=2)["offered"] != callers


def test_the_plan_is_the_fewest_agents_that_keep_the_promise():
    table = columns(**QUIET)
    for calls, agents, expected in zip(
        table["expected"], table["agents"], table["erlang_service_level"], strict=True
    ):
        assert expected >= 0.8
        fewer = staffing.performance(2 * calls, 290.0, agents - 1, 180.0, 30.0)
        assert fewer["service_level"] < 0.8


def test_who_stays_away_is_missing_all_day_but_one_agent_comes():
    planned, fewer = columns()["agents"], columns(agents_absent=2)["agents"]
    assert fewer == [agents - 2 for agents in planned]
    assert set(columns(calls_per_day=100, agents_absent=10)["agents"]) == {1}


def test_erlang_a_expects_what_the_chain_of_states_gives():
    intervals = profile(1700)
    lost = sum(calls * abandonment_by_hand(2 * calls, 290.0, 14, 180.0) for _, _, calls in intervals)
    assert figures(**EVEN)["erlang_abandonment"] == pytest.approx(lost / 1700, rel=1e-9)


def test_before_its_end_the_day_is_compared_with_erlang_a_so_far():
    shown = figures(**EVEN, interval=5)
    calls = [each for _, _, each in profile(1700)[:5]]
    service = [staffing.performance(2 * each, 290.0, 14, 180.0, 30.0)["service_level"] for each in calls]
    by_hand = sum(each * level for each, level in zip(calls, service, strict=True)) / sum(calls)
    assert shown["erlang_service_level"] == pytest.approx(by_hand, rel=1e-12)


def test_in_the_vendors_hours_erlang_a_looks_at_the_vendors_agents():
    table = columns(vendor_takes="hours", vendor_from_hour=20, vendor_agents=4)
    calls = table["expected"][-1]
    level = staffing.performance(2 * calls, 290.0, 4, 180.0, 30.0)["service_level"]
    assert table["erlang_service_level"][-1] == level
    assert table["vendor_agents"] == [0] * 26 + [4, 4]


def test_the_mean_of_many_days_is_that_of_days_played_one_by_one():
    shown = figures(**EVEN)
    days = [simulation.simulate(even_day(), 1, day)["totals"]["service_level"] for day in range(20)]
    mean = sum(days) / 20
    deviation = (sum((each - mean) ** 2 for each in days) / 19) ** 0.5
    assert shown["days"] == 20
    assert shown["mean_service_level"] == pytest.approx(mean, rel=1e-12)
    half = 2.093024 * deviation / 20**0.5  # Student's t of 19 degrees of freedom, 97.5 %
    assert shown["high_service_level"] - mean == pytest.approx(half, rel=1e-6)
    assert mean - shown["low_service_level"] == pytest.approx(half, rel=1e-6)


def test_days_are_added_one_at_a_time_and_end_at_the_final_view():
    values = LAB.complete({"seed": 4})
    view, state = LAB.first_view(values)
    assert "days" not in figures_of(view)
    progress, counts = [view.progress], []
    while state is not None:
        view, state = LAB.refine(values, json.loads(json.dumps(state, allow_nan=False)))
        progress.append(view.progress)
        counts.append(figures_of(view)["days"])
    assert counts == list(range(2, 21))
    assert progress == [count / 20 for count in range(1, 21)]
    assert view.as_data() == LAB.view({"seed": 4}).as_data()


def test_before_the_days_end_no_other_day_is_played():
    for played in (0, 1, 27):
        view, state = LAB.first_view(LAB.complete({"interval": played}))
        assert state is None
        assert view.progress == 1
        assert "days" not in figures_of(view)


def test_before_the_lines_open_everything_is_still_to_come():
    view = LAB.view({"interval": 0})
    shown = figures_of(view)
    assert shown["offered"] == shown["waiting"] == shown["busy"] == 0
    assert "service_level" not in shown
    assert len(view.table.rows) == 28
    assert [name for name, _, _ in view.charts[SERVICE].series] == ["erlang"]


@pytest.mark.parametrize(
    ("values", "case"),
    [
        ({"interval": 0}, "opens"),
        ({"interval": 1, "calls_per_day": 100, "seed": 12}, "silence"),
        ({"interval": 4}, "nobody"),
        ({}, "over"),
        ({"roster": "even", "agents": 60}, "all"),
    ],
)
def test_the_headline_fits_the_case(values, case):
    assert LAB.view(values).headline.template == watch_a_day.HEADLINES[case]


def test_the_headline_counts_those_who_wait():
    seen = set()
    for played in range(1, 28):
        view = LAB.view({"interval": played, "agents_absent": 2})
        waiting = figures_of(view)["waiting"]
        case = {0: "nobody", 1: "one"}.get(waiting, "several")
        assert view.headline.template == watch_a_day.HEADLINES[case]
        if case == "several":
            assert view.headline.parts["waiting"].value == waiting
        if waiting:
            assert view.headline.parts["longest"].value > 0
        seen.add(case)
    assert seen == {"nobody", "one", "several"}


def test_the_headline_names_the_worst_half_hour():
    view = LAB.view({})
    shares = [row[9] for row in view.table.rows]
    worst = shares.index(min(shares))
    assert view.headline.parts["worst_clock"] == view.table.rows[worst][0]
    assert view.headline.parts["worst"].value == shares[worst]


@pytest.mark.parametrize(
    ("values", "case"),
    [
        ({}, "overflow"),
        ({**QUIET, "day_variation": 0.5}, "variation"),
        (QUIET, "agree"),
        ({**QUIET, "calls_per_day": 300, "seed": 23}, "steady"),
        ({"roster": "even", "agents": 40, "vendor_takes": "nothing"}, "agree"),
    ],
)
def test_many_days_are_compared_with_erlang_a(values, case):
    texts = [note.text.template for note in LAB.view(values).notes]
    assert watch_a_day.COMPARED[case] in texts


def test_where_erlang_a_lies_outside_the_interval_the_note_does_not_say_it_agrees():
    for values in (QUIET, {**EVEN, "agents": 10}, {**QUIET, "calls_per_day": 300, "seed": 49}):
        view = LAB.view(values)
        shown = figures_of(view)
        low, high = shown["low_service_level"], shown["high_service_level"]
        agrees = low - 0.0005 <= shown["erlang_service_level"] <= high + 0.0005
        said = watch_a_day.COMPARED["agree"] in [note.text.template for note in view.notes]
        assert said == agrees, values


@pytest.mark.parametrize(
    ("values", "case"),
    [
        (QUIET, "nothing"),
        ({}, "overflow"),
        ({"vendor_after_seconds": 0.0}, "at-once"),
        ({"vendor_takes": "hours"}, "hours"),
    ],
)
def test_the_first_note_says_what_the_vendor_does(values, case):
    assert LAB.view(values).notes[0].text.template == watch_a_day.VENDOR_NOTES[case]


def test_every_place_in_a_sentence_is_filled_and_nothing_else_is_given():
    for values in ({}, QUIET, {"vendor_takes": "hours"}, {"interval": 0}, {"interval": 1}, {"interval": 12}):
        for text in sentences(LAB.view(values)):
            assert set(re.findall(r"{(\w+)}", text.template)) == set(text.parts)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("interval", 29),
        ("interval", 1.5),
        ("seed", -1),
        ("agents", 0),
        ("patience_seconds", 0.0),
        ("vendor_takes", "all"),
        ("vendor_from_hour", 21),
    ],
)
def test_a_value_that_cannot_be_used_is_named(name, value):
    with pytest.raises(InputError) as caught:
        LAB.view({name: value})
    assert caught.value.name == name


# The floor, and the planner


@pytest.mark.parametrize("interval", [1, 6, 20])
def test_on_the_floor_each_caller_is_where_the_figures_say(interval):
    view = LAB.view({"interval": interval})
    floor, figures = view.charts[FLOOR], {each.name: each.quantity.value for each in view.figures}
    end = floor.length

    def is_by(moment):
        return moment is not None and moment <= end

    there = [call for call in floor.calls if not is_by(call[3]) and not is_by(call[4])]
    waiting = [call for call in there if not is_by(call[2])]
    own = [call for call in there if is_by(call[2]) and not is_by(call[1])]
    assert len(waiting) == figures["waiting"]
    assert len(own) == figures["busy"]


def test_the_floors_of_a_day_hold_every_caller_and_everyone_who_hung_up():
    came = hung_up = 0
    for interval in range(1, 29):
        floor = LAB.view({"interval": interval}).charts[FLOOR]
        came += sum(0 <= call[0] < floor.length for call in floor.calls)
        hung_up += sum(call[4] is not None and 0 < call[4] <= floor.length for call in floor.calls)
    total = LAB.view({}).figures
    figures = {each.name: each.quantity.value for each in total}
    assert came == figures["offered"]
    assert hung_up == figures["gave_up"]


def test_playing_on_and_jumping_there_show_the_same():
    played = [LAB.view({"interval": interval}).as_data() for interval in range(5, 9)]
    LAB.view({"interval": 3, "seed": 2})
    assert LAB.view({"interval": 8}).as_data() == played[-1]
    assert LAB.view({"interval": 5}).as_data() == played[0]


def test_moved_agents_are_compared_on_the_same_callers():
    values = {"moved_agents": 2, "moved_from_hour": 19, "moved_to_hour": 9}
    view, planned = LAB.view(values), LAB.view({})
    shown = {each.name: each.quantity.value for each in view.figures}
    before = {each.name: each.quantity.value for each in planned.figures}
    assert shown["offered"] == before["offered"]
    assert shown["planned_service_level"] == before["service_level"]
    assert shown["planned_gave_up"] == before["gave_up"]
    assert [row[1][1] for row in view.compared[0].rows] == ["service_level", "gave_up", "mean_wait"]
    own = [row[2] for row in view.table.rows]
    as_planned = [row[2] for row in planned.table.rows]
    changes = {row[0]: one - other for row, one, other in zip(view.table.rows, own, as_planned, strict=True)}
    assert {start: change for start, change in changes.items() if change} == {
        "09:00": 2,
        "09:30": 2,
        "19:00": -2,
        "19:30": -2,
    }


def test_one_agent_stays_and_nobody_is_put_where_the_vendor_has_all_calls():
    alone = LAB.view({"roster": "even", "agents": 2, "moved_agents": 4})
    assert min(row[2] for row in alone.table.rows) == 1
    evening = {"vendor_takes": "hours", "moved_agents": 2, "moved_to_hour": 19}
    assert [row[2] for row in LAB.view(evening).table.rows] == [
        row[2] for row in LAB.view({"vendor_takes": "hours"}).table.rows
    ]


def test_where_nothing_is_moved_nothing_is_compared():
    assert not LAB.view({}).compared
    assert not LAB.view({"moved_agents": 2, "moved_from_hour": 9, "moved_to_hour": 9}).compared
