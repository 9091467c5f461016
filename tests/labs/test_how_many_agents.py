"""The lab of agents: what it finds keeps the promise, by sums of its own; its words fit the case."""

import itertools
import random
import re

import mpmath as mp
import pytest

from callcentre.labs.how_many_agents import LAB
from callcentre.model import staffing

FIND = [value for value, _ in LAB.controls[0].options]
MONDAY = {"calls_per_hour": 180.0, "handle_seconds": 300.0}


def figures(**values):
    return {figure.name: figure.quantity.value for figure in LAB.view(values).figures}


def erlang_c(load, agents):
    """The share that waits, by the textbook's factorials."""
    load = mp.mpf(load)
    last = load**agents / mp.factorial(agents) * agents / (agents - load)
    return last / (mp.fsum(load**busy / mp.factorial(busy) for busy in range(agents)) + last)


def in_time(load, agents, handle, within):
    """Erlang C's service level; nobody is answered in time where the queue grows without end."""
    if agents <= load:
        return mp.mpf(0)
    return 1 - erlang_c(load, agents) * mp.exp(-(agents - load) * mp.mpf(within) / handle)


def states(load, agents, patience, handle, most=800):
    """Erlang A as a chain of states, calls present one by one: (hang up, busy, mean wait in seconds)."""
    weight, weights = mp.mpf(1), [mp.mpf(1)]
    for present in range(1, most):
        leaves = min(present, agents) + max(0, present - agents) * mp.mpf(handle) / patience
        weight *= mp.mpf(load) / leaves
        weights.append(weight)
    total = mp.fsum(weights)
    queue = mp.fsum(weight * max(0, present - agents) for present, weight in enumerate(weights)) / total
    busy = mp.fsum(weight * min(present, agents) for present, weight in enumerate(weights)) / total
    return queue * handle / patience / load, busy / agents, queue * handle / load


def in_time_by_chain(load, agents, patience, handle, within, most=300, steps=4000):
    """Erlang A's service level: a caller finds so many ahead and patience runs on, in short steps of time.

    The caller who joins a queue of n waits for n + 1 turns; each comes at rate agents + callers ahead who
    may leave. Followed as a chain whose last step is the caller's own turn, in Erlang A's own terms.
    """
    rate, leave = agents / handle, 1 / patience
    weights, weight = [1.0], 1.0
    for present in range(1, agents + most):
        weight *= load / (min(present, agents) + max(0, present - agents) * handle / patience)
        weights.append(weight)
    total = sum(weights)
    served = sum(weights[:agents]) / total
    ahead = [weight / total for weight in weights[agents:]]
    step = within / steps

    def flow(ahead):
        into = [0.0] * len(ahead)
        done = ahead[0] * rate
        for place, mass in enumerate(ahead):
            into[place] -= mass * (rate + leave + place * leave)
            if place:
                into[place - 1] += mass * (rate + place * leave)
        return into, done

    for _ in range(steps):
        first, done_first = flow(ahead)
        middle, done_middle = flow(
            [mass + step / 2 * change for mass, change in zip(ahead, first, strict=True)]
        )
        ahead = [mass + step * change for mass, change in zip(ahead, middle, strict=True)]
        served += step * done_middle
    return served


def test_the_default_is_the_water_companys_monday_found_by_trying_one_by_one():
    agents = next(number for number in itertools.count(1) if in_time(15, number, 300, 20) >= mp.mpf("0.8"))
    shown = figures()
    assert shown["agents"] == agents == 19
    assert shown["load"] == 15
    assert shown["service_level"] == pytest.approx(float(in_time(15, 19, 300, 20)), rel=1e-12)
    assert shown["wait_probability"] == pytest.approx(float(erlang_c(15, 19)), rel=1e-12)
    assert shown["mean_wait_seconds"] == pytest.approx(float(erlang_c(15, 19)) * 300 / 4, rel=1e-12)
    assert shown["occupancy"] == 15 / 19
    assert shown["abandonment"] == 0


@pytest.mark.parametrize(
    ("preset", "agents"),
    [("The bank at 10:00", 236), ("The bank at 20:30", 66), ("A night with ten calls an hour", 3)],
)
def test_the_presets_need_the_agents_that_the_book_prints(preset, agents):
    values = {each.label: each.values for each in LAB.presets}[preset]
    assert figures(**values)["agents"] == agents


def test_with_twelve_agents_the_mondays_queue_grows_by_the_36_calls_of_the_books_answer():
    shown = figures(find="service-level", agents=12)
    assert shown["growth"] == pytest.approx(36, rel=1e-15)
    assert set(shown) == {"growth", "load"}


def test_callers_who_hang_up_fare_as_a_chain_of_states_says():
    shown = figures(find="service-level", agents=14, callers_hang_up=True, patience_seconds=180.0)
    abandonment, occupancy, mean_wait = states(15, 14, 180, 300)
    assert shown["abandonment"] == pytest.approx(float(abandonment), rel=1e-10)
    assert shown["occupancy"] == pytest.approx(float(occupancy), rel=1e-10)
    assert shown["mean_wait_seconds"] == pytest.approx(float(mean_wait), rel=1e-10)
    assert shown["service_level"] == pytest.approx(in_time_by_chain(15, 14, 180, 300, 20), rel=1e-5)


@pytest.mark.parametrize("leave", [False, True])
def test_what_is_found_from_the_others_leads_back_to_them(leave):
    """Each number, found from the other four, lies where the service level found from it is the promise."""
    base = {"agents": 17, "service_level": 0.85, "answer_within_seconds": 30.0, "callers_hang_up": leave}
    calls = figures(find="calls", **base)["calls_per_hour"]
    handle = figures(find="handle-time", **base)["handle_seconds"]
    within = figures(find="target", **{**base, "calls_per_hour": 168.0})["answer_within_seconds"]
    for found in (
        {"calls_per_hour": calls},
        {"handle_seconds": handle},
        {"calls_per_hour": 168.0, "answer_within_seconds": within},
    ):
        level = figures(find="service-level", **{**base, **found})["service_level"]
        assert level == pytest.approx(0.85, rel=1e-9)
        assert figures(find="agents", **{**base, **found, "service_level": 0.8499999})["agents"] == 17


def test_the_control_of_what_is_sought_changes_nothing():
    asked = {
        "agents": {"agents": 250},
        "service-level": {"service_level": 0.35},
        "calls": {"calls_per_hour": 999.0},
        "handle-time": {"handle_seconds": 1000.0},
        "target": {"answer_within_seconds": 300.0},
    }
    for find, other in asked.items():
        for leave in (False, True):
            one = {"find": find, "agents": 22, "callers_hang_up": leave}
            assert LAB.view(one).as_data() == LAB.view({**one, **other}).as_data(), find


@pytest.mark.parametrize("preset", LAB.presets, ids=lambda preset: preset.label)
def test_each_preset_is_a_scenario_a_reader_can_set(preset):
    assert LAB.problems(preset.values) == []
    assert LAB.view(preset.values).figures


@pytest.mark.parametrize(
    ("values", "template"),
    [
        ({}, "{agents} answer {promise} of {calls} within {within}; one fewer would answer {level}."),
        ({"calls_per_hour": 2.0}, "One agent is enough to answer {promise} of {calls} within {within}."),
        (
            {"service_level": 0.3, "answer_within_seconds": 300.0},
            "within {within}; with one fewer the queue would grow without end.",
        ),
        ({"find": "service-level", "agents": 20}, "within {within}; one more would answer {more}."),
        ({"find": "service-level"}, "the queue grows by {growth} as long as nobody hangs up."),
        (
            {"find": "service-level", "agents": 15},
            "the queue grows without end as long as nobody hangs up.",
        ),
        ({"find": "target"}, "the queue grows by {growth} as long as nobody hangs up."),
        ({"find": "calls"}, "within {within} as long as no more than {calls} come."),
        ({"find": "handle-time"}, "as long as a call takes no more than {handle} on average."),
        ({"find": "target", "agents": 18}, "are answered within {within}; that much can be promised."),
        ({"find": "target", "agents": 30}, "and more find an agent free; they need not wait."),
        (
            {"find": "target", "callers_hang_up": True},
            "cannot be answered, however late: {abandonment} of the callers hang up.",
        ),
    ],
)
def test_the_headline_fits_the_case(values, template):
    assert LAB.view(values).headline.template.endswith(template)


def test_one_agent_is_one_in_words():
    headline = LAB.view({"find": "calls", "agents": 1}).headline
    assert headline.template.startswith("With {agents},")
    assert headline.parts["agents"] == "one agent"


def test_the_headlines_level_with_one_fewer_is_below_the_promise():
    parts = LAB.view({}).headline.parts
    assert parts["level"].value == pytest.approx(float(in_time(15, 18, 300, 20)), rel=1e-12)
    assert parts["level"].value < parts["promise"].value


def test_the_curves_the_table_and_the_words_hold_the_same_numbers():
    for values in ({}, {"find": "service-level", "callers_hang_up": True}, {"find": "calls", "agents": 300}):
        view = LAB.view(values)
        service, price = ({name: points for name, _, points in chart.series} for chart in view.charts)
        rows = view.table.rows
        assert [row[0] for row in rows] == [number for number, _ in service["erlang_c"]]
        assert [row[1] for row in rows] == [level for _, level in service["erlang_c"]]
        assert [row[4] for row in rows] == [level for _, level in service["erlang_a"]]
        assert [row[7] for row in rows] == [gone for _, gone in price["abandonment"]]
        parts = view.charts[0].description.parts
        (agents, here, _), (one_more, more, _) = view.charts[0].spots
        assert one_more == agents + 1
        curve = service["erlang_a" if values.get("callers_hang_up") else "erlang_c"]
        assert (here, more) == (dict(curve)[agents], dict(curve)[one_more])
        assert parts["level_a"].value == dict(service["erlang_a"])[agents]
        assert parts["more_c"].value == dict(service["erlang_c"])[one_more]


def test_the_curve_of_erlang_c_is_the_textbooks_at_every_number_of_agents():
    for number, level in LAB.view({}).charts[0].series[0][2]:
        assert level == pytest.approx(float(in_time(15, number, 300, 20)), rel=1e-11)


def test_more_agents_never_serve_worse_and_are_never_busier_on_any_curve():
    drawing = random.Random(3)
    for _ in range(20):
        values = {
            "calls_per_hour": drawing.choice([2.0, 30.0, 180.0, 3000.0, 20_000.0]),
            "handle_seconds": drawing.choice([30.0, 300.0, 1800.0]),
            "patience_seconds": drawing.choice([10.0, 180.0, 1800.0]),
        }
        service, price = (
            {name: [y for _, y in points] for name, _, points in chart.series}
            for chart in LAB.view(values).charts
        )
        for levels in (service["erlang_c"], service["erlang_a"]):
            assert all(b >= a - 1e-12 for a, b in itertools.pairwise(levels))
        for shares in price.values():
            assert all(b <= a + 1e-12 for a, b in itertools.pairwise(shares))


def test_the_notes_agents_are_the_other_formulas_and_those_of_twice_the_calls():
    notes = LAB.view({}).notes
    assert notes[1].text.parts["other"].value == staffing.agents_needed(180, 300, patience_seconds=180) == 18
    assert notes[2].text.parts["twice"].value == 36
    assert "nobody hung up" in LAB.view({"callers_hang_up": True}).notes[1].text.template
    alike = LAB.view({"calls_per_hour": 2.0}).notes
    assert alike[1].text.template.startswith("Whether or not callers hang up")
    assert alike[2].text.template.endswith("twice as many.")


def test_every_place_in_a_sentence_is_filled_and_nothing_else_is_given(draw_values):
    drawing = random.Random(11)
    for find in FIND:
        for _ in range(12):
            view = LAB.view({**draw_values(LAB, drawing), "find": find})
            texts = [view.headline] + [chart.description for chart in view.charts]
            for text in texts + [note.text for note in view.notes]:
                assert set(re.findall(r"{(\w+)}", text.template)) == set(text.parts)


def test_every_scenario_a_reader_can_set_has_an_answer(draw_values):
    drawing = random.Random(23)
    for _ in range(80):
        values = draw_values(LAB, drawing)
        for figure in LAB.view(values).figures:
            assert figure.quantity.value >= 0, (values, figure.name)


def test_what_is_sought_is_not_dragged():
    handles = {
        find: [(each.control, each.along) for each in LAB.view({"find": find}).charts[0].handles]
        for find in ("agents", "service-level", "calls")
    }
    assert handles["agents"] == [("service_level", "y")]
    assert handles["service-level"] == [("agents", "x")]
    assert handles["calls"] == [("agents", "x"), ("service_level", "y")]


def test_a_law_of_95_per_cent_in_three_minutes_is_weaker_in_a_large_centre_and_stricter_in_a_small_one():
    """The agents are those of *The law in force*, which `test_claims` holds to Erlang C."""
    found = {preset.label: LAB.view(preset.values).figures[0].quantity.value for preset in LAB.presets}
    assert found["600 calls an hour, 80 % within 20 s"] == 46
    assert found["The same calls, Spain's law: 95 % within three minutes"] == 44
    assert found["Twenty calls an hour, 80 % within 20 s"] == 3
    assert found["Twenty calls an hour, Spain's law"] == 4
