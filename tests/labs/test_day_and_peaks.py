"""The lab of the day: both sides of the line add up, by sums of its own; its words fit the case."""

import itertools
import json
import random
import re
from pathlib import Path

import mpmath as mp
import pytest
from view_data import told

from callcentre import labs
from callcentre.labs.day_and_peaks import LAB
from callcentre.labs.shared.own_counts import LastAnswer
from callcentre.model import assumptions
from callcentre.model.check import InputError
from callcentre.model.demand import bank_day
from callcentre.notebook.numbers import text_words

REPORTS = Path(__file__).parents[1] / "model" / "counts"
BANK, BANK_OVERFLOW, SHOP, WEEK = [preset.values for preset in LAB.presets]
TWO_DAYS = """day,start,calls
Monday,09:00,20
Monday,10:00,30
Tuesday,09:00,30
Tuesday,10:00,50
Saturday,09:00,8
Saturday,10:00,4
"""


def figures(**values):
    return {figure.name: figure.quantity.value for figure in LAB.view(values).figures}


def rows_of(view):
    """The table's rows, each a dict by the columns' names."""
    names = [column.name for column in view.table.columns]
    return [dict(zip(names, row, strict=True)) for row in view.table.rows]


def series(chart):
    return {name: list(numbers) for name, _, numbers in chart.series}


def agents_by_trying(calls_per_hour, handle, level, within, busiest):
    """Erlang C by the textbook's factorials, one agent after the other until the promise is kept."""
    load = mp.mpf(calls_per_hour) * handle / 3600

    def is_enough(agents):
        last = load**agents / mp.factorial(agents) * agents / (agents - load)
        waiting = last / (mp.fsum(load**busy / mp.factorial(busy) for busy in range(agents)) + last)
        in_time = 1 - waiting * mp.exp(-(agents - load) * within / handle)
        return in_time >= level and load <= busiest * agents

    return next(agents for agents in itertools.count(int(load) + 1) if is_enough(agents))


@pytest.mark.parametrize("name", ["handle_seconds", "service_level", "max_occupancy", "shrinkage"])
def test_scenario_values_begin_at_their_assumptions_and_stay_within_them(name):
    (control,) = [control for control in LAB.controls if control.name == name]
    known = assumptions.find(name)
    assert control.default == known.value
    assert known.check(control.low) == control.low
    assert known.check(control.high) == control.high


def test_own_agents_are_those_that_trying_one_by_one_finds():
    chart = LAB.view({"night_share": 0.0, "rules": []}).charts[1]
    total = sum(mean for _, mean, _ in bank_day.HALF_HOURS)
    expected = [
        agents_by_trying(2 * 1700 * mean / total, 290, mp.mpf("0.8"), 30, mp.mpf("0.88"))
        for _, mean, _ in bank_day.HALF_HOURS
    ]
    assert list(chart.categories) == [clock for clock, _, _ in bank_day.HALF_HOURS]
    assert series(chart) == {"in_house": expected, "vendor": [0] * 28}


def test_the_bank_keeps_and_gives_the_shares_that_the_book_prints():
    shown = figures(**BANK)
    means = {clock: mean for clock, mean, _ in bank_day.HALF_HOURS}
    away = sum(mean for clock, mean in means.items() if not "08:00" <= clock < "18:00")
    assert shown["calls_given"] == pytest.approx(away, rel=2e-5)
    assert round(shown["vendor_share"], 3) == 0.139
    assert shown["peak_agents"] == shown["peak_agents_alone"] == 236
    assert shown["vendor_minutes"] == pytest.approx(4 * shown["calls_given"], rel=1e-12)
    note = LAB.view(BANK).notes[0].text
    assert round(note.parts["time"].value, 3) == 0.286 == round(8 / 28, 3)


def test_paid_hours_are_agents_times_time_over_the_time_not_away_where_shifts_may_be_short():
    values = {"minimum_shift_hours": 0.0, "shrinkage": 0.25}
    chart = LAB.view(values).charts[1]
    shown = figures(**values)
    assert shown["paid_hours"] == pytest.approx(sum(series(chart)["in_house"]) / 2 / 0.75, rel=1e-12)
    alone = LAB.view({**values, "rules": []}).charts[1]
    assert shown["paid_hours_alone"] == pytest.approx(sum(series(alone)["in_house"]) / 2 / 0.75, rel=1e-12)


def test_longer_shifts_cost_paid_hours():
    hours = [figures(**SHOP, minimum_shift_hours=shift)["paid_hours"] for shift in (0.0, 2.0, 4.0, 8.0)]
    assert hours == sorted(hours)
    assert hours[-1] > 1.2 * hours[0]


def erlang_b(load, agents):
    """By the textbook's factorials."""
    return load**agents / mp.factorial(agents) / mp.fsum(load**k / mp.factorial(k) for k in range(agents + 1))


def passed_on(load, agents, after):
    """The share of calls that wait ``after`` handle times, by the integral of the wait's density."""
    busy = erlang_b(load, agents)
    density = mp.quad(lambda wait: mp.exp(-(agents - load) * wait), [0, after])
    at_last = mp.exp(-(agents - load) * after)
    return at_last / ((1 - busy) / busy + agents * density + at_last)


def test_what_flows_over_after_a_wait_is_the_integral_of_each_half_hour():
    view = LAB.view(BANK_OVERFLOW)
    shares = {}
    for row in rows_of(view):
        calls, given, own = row["calls"], row["vendor_calls"], row["own_agents"]
        load = mp.mpf(calls) * 2 * 240 / 3600
        alone = agents_by_trying(2 * calls, 240, 0.8, 20, 1)
        assert own == min(200, alone)
        assert given == pytest.approx(float(calls * passed_on(load, own, mp.mpf(10) / 240)), rel=1e-9)
        assert row["own_calls"] + given == pytest.approx(calls, rel=1e-12)
        shares[row["start"]] = given / calls
    assert max(shares, key=shares.get) == "10:00"
    assert min(shares.values()) > 0, "a little flows over at every hour"
    load = mp.mpf(max(row["calls"] for row in rows_of(view))) * 2 * 240 / 3600
    mean = load * erlang_b(load, 200)
    peakedness = 1 - mean + load / (1 + 200 + mean - load)
    (note,) = [note for note in view.notes if "bursts" in note.text.template]
    parts = note.text.parts
    assert parts["peakedness"].value == pytest.approx(float(peakedness), rel=1e-9)
    assert parts["clock"] == "10:00"
    assert (parts["after"].value, parts["left"].value) == (10, 10)
    assert parts["share"].value == pytest.approx(shares["10:00"], rel=1e-12)
    assert figures(**BANK_OVERFLOW)["peakedness"] >= float(peakedness)


def test_at_no_wait_what_flows_over_is_erlang_bs_loss():
    for row in rows_of(LAB.view({**BANK_OVERFLOW, "overflow_after_seconds": 0.0})):
        load = mp.mpf(row["calls"]) * 2 * 240 / 3600
        lost = erlang_b(load, row["own_agents"])
        assert row["vendor_calls"] == pytest.approx(float(row["calls"] * lost), rel=1e-9)


def test_a_longer_wait_before_calls_flow_over_keeps_more_of_them():
    given = [
        figures(**{**BANK_OVERFLOW, "overflow_after_seconds": after})["calls_given"]
        for after in (0.0, 5.0, 20.0, 60.0)
    ]
    assert given == sorted(given, reverse=True)
    assert given[0] > 1.1 * given[-1]


def test_the_vendor_has_what_is_left_of_the_time():
    """After 20 of 20 seconds eight callers in ten must find an agent free at once."""
    at_once = LAB.view({**BANK_OVERFLOW, "overflow_after_seconds": 20.0})
    (note,) = [note for note in at_once.notes if "bursts" in note.text.template]
    assert note.text.parts["left"].value == 0
    row = next(row for row in rows_of(at_once) if row["start"] == note.text.parts["clock"])
    at_random = agents_by_trying(2 * row["vendor_calls"], 240, 0.8, 0, 1)
    assert note.text.parts["at_random"].value == at_random < row["vendor_agents"]


def test_rules_hold_together_hours_cut_first_and_the_rest_may_flow_over():
    both, by_overflow = [
        LAB.view({"rules": rules, "cell_agents": 12}) for rules in (["hours", "overflow"], ["overflow"])
    ]
    for row, alone in zip(rows_of(both), rows_of(by_overflow), strict=True):
        is_own = "08:00" <= row["start"] < "20:00"
        expected = alone["vendor_calls"] if is_own else row["calls"]
        assert row["vendor_calls"] == pytest.approx(expected, rel=1e-12)
    hours = [figures(rules=rules, cell_agents=12)["paid_hours"] for rules in (["hours"], ["overflow"])]
    assert figures(rules=["hours", "overflow"], cell_agents=12)["paid_hours"] < min(hours)


def test_a_week_is_five_weekdays_and_a_weekend():
    day, week = figures(rules=[]), figures(rules=[], period="week")
    assert week["calls_kept"] == pytest.approx(5 * 1700 / (1 - assumptions.value("weekend_share")), rel=1e-12)
    weekend = figures(rules=["weekends"], period="week")
    assert weekend["calls_kept"] == pytest.approx(5 * 1700, rel=1e-12)
    assert weekend["paid_hours"] == pytest.approx(5 * day["paid_hours"], rel=1e-12)
    assert weekend["paid_hours_alone"] == week["paid_hours"] > weekend["paid_hours"]
    assert [chart.title for chart in LAB.view(WEEK).charts][1:3] == [
        "Agents at work on a weekday",
        "Agents at work on a Saturday or Sunday",
    ]
    closed = LAB.view({"period": "week", "weekend_share": 0.0})
    assert len(closed.charts) == 3
    assert "day" not in rows_of(closed)[0]
    days = [row["day"] for row in rows_of(LAB.view(WEEK))]
    assert days == ["a weekday"] * 48 + ["a Saturday or Sunday"] * 48


def test_own_counts_are_averaged_over_weekdays_and_over_weekends():
    values = {"shape": "counts", "counts": TWO_DAYS, "rules": []}
    assert [row["calls"] for row in rows_of(LAB.view(values))] == [25.0, 40.0]
    week = LAB.view({**values, "period": "week"})
    assert [row["calls"] for row in rows_of(week)] == [25.0, 40.0, 8.0, 4.0]
    assert figures(**values, period="week")["calls_kept"] == 5 * 65 + 2 * 12


def test_own_counts_of_quarters_are_shown_by_the_half_hour():
    text = "start,calls\n09:00,3\n09:15,4\n09:30,5\n09:45,6\n10:00,2"
    rows = rows_of(LAB.view({"shape": "counts", "counts": text}))
    assert [(row["start"], row["calls"]) for row in rows] == [("09:00", 7.0), ("09:30", 11.0), ("10:00", 2.0)]


def notes_of(text):
    """Return the notes on how counts were read, as plain words."""
    view = LAB.view({"shape": "counts", "counts": text})
    return [text_words(note.text.as_data()) for note in view.notes]


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("start,calls\n09:00,30\n10:00,40", ["Own counts were read from the column calls.", "Days read: 1."]),
        (
            "Calls of March\nDay;Start;Offered\nMon;09:00;30\nMon;10:00;40\nTue;09:00;30\nTotal;;100",
            [
                "Own counts were read from the column Offered.",
                "Days read: 2.",
                "Lines left out, since they count none of these calls: 1 and 6.",
                "Intervals without a line, which count as no calls: 1.",
            ],
        ),
        (
            "queue,start,calls\nA,09:00,30\nB,09:00,20\nA,09:05,30",
            [
                "Own counts were read from the column calls.",
                "Days read: 1.",
                "Queues added up: A and B. A line queue= with one of these above the table reads it alone.",
                "Calls counted every 5 min were added up.",
            ],
        ),
        (
            "empty=zero\nstart;calls\n2025-03-03T09:00:00Z;1.204\n2025-03-03T09:30:00Z;980\n2025-03-03T10:00:00Z;",
            [
                "Own counts were read from the column calls.",
                "Days read: 1.",
                "Cells without a number, which count as no calls as you say: 1.",
                "A “.” sets thousands apart: three digits follow each, and smaller numbers have none.",
                "Times stay in the zone that the table names; a local clock may differ.",
            ],
        ),
        (
            "date,start,calls\n01/03/2025,9h,5\n01/03/2025,10h,5\n02/03/2025,9h,5\n02/03/2025,10h,5",
            [
                "Own counts were read from the column calls.",
                "Days read: 2.",
                "Dates are read day-first, as their column shows.",
            ],
        ),
        (
            "day,start,calls\n1,9h,5\n1,10h,5",
            [
                "Own counts were read from the column calls.",
                "Days read: 1.",
                "The days are neither dates nor weekdays, so all are taken to be weekdays.",
            ],
        ),
    ],
)
def test_a_reader_is_told_how_counts_were_read(text, notes):
    assert notes_of(text)[: len(notes)] == notes
    assert not any(note in notes for note in notes_of(text)[len(notes) :])


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("night.csv", "Calls after midnight count towards the day on which the night began."),
        (
            "clocks-forward.csv",
            "Clocks went forward on 2025-03-30: the hour left out counts as the hours beside it do.",
        ),
        (
            "clocks-back.csv",
            "Clocks went back on 2025-10-26: the hour that came twice counts once, with its mean.",
        ),
    ],
)
def test_a_reader_is_told_of_nights_and_of_clocks_that_changed(name, note):
    assert note in notes_of((REPORTS / name).read_text(encoding="utf-8"))


def test_what_a_report_leaves_out_counts_as_no_calls():
    lunch = rows_of(LAB.view({"shape": "counts", "counts": "09:00,12\n11:30,3\n12:00,4"}))
    assert [row["calls"] for row in lunch] == [12, 0, 0, 0, 0, 3, 4]
    text = "day,start,calls\nMonday,09:00,1\nMonday,09:30,1\nTuesday,09:00,1\nTuesday,10:00,1"
    other = rows_of(LAB.view({"shape": "counts", "counts": text}))
    assert [row["calls"] for row in other] == [1, 0.5, 0.5]


def test_a_question_about_counts_is_asked_beside_their_field():
    values = {"shape": "counts", "counts": "09:00;1.204\n09:30;1.310"}
    answer = json.loads(labs.answer(json.dumps({"lab": "day-and-peaks", "values": values})))
    ((name, words),) = told(answer)
    assert name == "counts"
    assert words.startswith("Counts: 1.204 (line 1, column 2) can mean 1204 or 1.204. Put a line")


@pytest.mark.parametrize("text", ["", '09:00;"12\x00\xdf†\n'])
def test_what_is_no_table_is_not_repeated(text):
    values = {"shape": "counts", "counts": text}
    ((_, words),) = told(json.loads(labs.answer(json.dumps({"lab": "day-and-peaks", "values": values}))))
    assert words.startswith("Counts must be ")
    assert not words.endswith(" is not.")


def test_a_report_is_read_once_while_other_controls_move():
    texts = []
    remembered = LastAnswer(lambda text: texts.append(text) or len(text))
    assert [remembered(text) for text in ("ab", "ab", "abc", "abc", "ab")] == [2, 2, 3, 3, 2]
    assert texts == ["ab", "abc", "ab"]


def test_the_number_of_calls_is_left_aside_where_counts_are_read():
    counted = {"shape": "counts"}
    other = {**counted, "calls_per_day": 99, "night_share": 0.4, "morning_peak": 3.0}
    assert LAB.view(counted).as_data() == LAB.view(other).as_data()
    assert LAB.view({}).as_data() == LAB.view({"counts": "nonsense"}).as_data()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "CSV text with one line an interval"),
        ("09:00,12", "at least two intervals"),
        ("09:00,12\n09:30,-1", "at least 0 (line 2, column 2)"),
        ("09:00,12\n09:30,many", "numbers of calls (line 2, column 2)"),
        ("09:00,0\n09:30,0", "calls in some interval"),
        ("09:00,20001\n09:30,1", "at most 20000 in any"),
    ],
)
def test_counts_that_cannot_be_used_are_answered_beside_their_field(text, words):
    with pytest.raises(InputError) as caught:
        LAB.view({"shape": "counts", "counts": text})
    assert caught.value.name == "counts"
    assert words in caught.value.allowed


def test_own_hours_the_wrong_way_round_are_answered_beside_their_control_if_they_count():
    wrong = {"in_house_opens_hour": 20, "in_house_closes_hour": 8}
    with pytest.raises(InputError) as caught:
        LAB.view(wrong)
    assert caught.value.name == "in_house_closes_hour"
    request = json.dumps({"lab": "day-and-peaks", "values": wrong})
    ((_, words),) = told(json.loads(labs.answer(request)))
    assert words == (
        "Own agents answer until must be no less than this: Own agents answer from; 8:00 is not."
    )
    assert LAB.view({**wrong, "rules": ["overflow"]}).figures


@pytest.mark.parametrize("preset", LAB.presets, ids=lambda preset: preset.label)
def test_each_preset_is_a_scenario_a_reader_can_set(preset):
    assert LAB.problems(preset.values) == []
    assert LAB.view(preset.values).figures


@pytest.mark.parametrize(
    ("values", "ending"),
    [
        ({}, "of paid hours: they are dear to staff."),
        (SHOP, "they are cheap to staff."),
        (BANK, "of paid hours: about as much."),
        ({"rules": []}, "at the peak {peak} are at work."),
        ({"rules": ["weekends"]}, "at the peak {peak} are at work."),
        (
            {"in_house_opens_hour": 20},
            "every call goes out: the vendor has {vendor_peak} at work at the peak.",
        ),
        (
            {
                "shape": "counts",
                "counts": "09:00,1\n10:00,1",
                "in_house_opens_hour": 10,
                "minimum_shift_hours": 8.0,
            },
            "own agents are paid no fewer hours.",
        ),
    ],
)
def test_the_headline_fits_the_case(values, ending):
    assert LAB.view(values).headline.template.endswith(ending)


def test_the_question_has_an_answer_worth_asking_for():
    """Two hours more for the vendor: an eighth of the calls, and a larger share of the hours."""
    before, after = figures(), figures(in_house_closes_hour=18)
    assert after["vendor_share"] > before["vendor_share"]
    saved = 1 - after["paid_hours"] / after["paid_hours_alone"]
    assert saved > after["vendor_share"] + 0.05


def test_a_small_centres_evening_is_dearer_to_staff_than_a_large_ones():
    def dearness(calls):
        shown = figures(calls_per_day=calls, night_share=0.0, in_house_closes_hour=18)
        return (1 - shown["paid_hours"] / shown["paid_hours_alone"]) / shown["vendor_share"]

    assert dearness(300) > dearness(1700) > dearness(30_000) > 0.95


def test_the_bars_the_table_and_the_figures_hold_the_same_numbers(draw_values):
    drawing = random.Random(5)
    for values in [{}, WEEK, SHOP, BANK_OVERFLOW] + [draw_values(LAB, drawing) for _ in range(20)]:
        try:
            view = LAB.view(values)
        except InputError:
            continue
        shown = {figure.name: figure.quantity.value for figure in view.figures}
        bars = [chart for chart in view.charts if chart.kind == "bars"]
        rows = rows_of(view)
        assert [row["own_agents"] for row in rows] == [n for chart in bars for n in series(chart)["in_house"]]
        assert [row["vendor_agents"] for row in rows] == [
            n for chart in bars for n in series(chart)["vendor"]
        ]
        assert max(row["own_agents"] for row in rows) == shown["peak_agents"]
        assert max(row["vendor_agents"] for row in rows) == shown["vendor_peak_agents"]
        for row in rows:
            assert row["own_calls"] + row["vendor_calls"] == pytest.approx(row["calls"], rel=1e-12)
            assert row["on_shift"] >= row["own_agents"]
            assert row["occupancy"] is None or 0 < row["occupancy"] <= 1
        if len(bars) == 1 and values.get("period", "weekday") == "weekday":
            assert sum(row["vendor_calls"] for row in rows) == pytest.approx(shown["calls_given"], rel=1e-12)
        assert shown["calls_kept"] + shown["calls_given"] == pytest.approx(
            shown["calls_given"] / shown["vendor_share"] if shown["vendor_share"] else shown["calls_kept"]
        )


def test_every_place_in_a_sentence_is_filled_and_nothing_else_is_given(draw_values):
    drawing = random.Random(12)
    for _ in range(40):
        try:
            view = LAB.view(draw_values(LAB, drawing))
        except InputError:
            continue
        texts = [view.headline] + [chart.description for chart in view.charts]
        for text in texts + [note.text for note in view.notes]:
            assert set(re.findall(r"{(\w+)}", text.template)) == set(text.parts)


def test_every_scenario_a_reader_can_set_has_an_answer_but_hours_the_wrong_way_round(draw_values):
    drawing = random.Random(29)
    for _ in range(60):
        values = draw_values(LAB, drawing)
        if values["in_house_closes_hour"] < values["in_house_opens_hour"]:
            continue
        for figure in LAB.view(values).figures:
            assert figure.quantity.value >= 0, (values, figure.name)


def test_people_are_steps_between_which_lies_what_goes_out():
    view = LAB.view({"rules": ["hours", "overflow"]})
    people, bars = view.charts[0], view.charts[1]
    steps = {name: points for name, _, points in people.series}
    own = {name: values for name, _, values in bars.series}
    assert [number for _, number in steps["in_house"]] == [each for each in own["in_house"] for _ in (0, 1)]
    both = [one + other for one, other in zip(own["in_house"], own["vendor"], strict=True)]
    assert [number for _, number in steps["all"]] == [each for each in both for _ in (0, 1)]
    assert people.grounds == [(8, 20, "in_house", True)]
    assert [(each.control, each.along, each.at) for each in people.handles] == [
        ("in_house_opens_hour", "x", 8),
        ("in_house_closes_hour", "x", 20),
        ("cell_agents", "y", 12),
    ]


def test_nothing_is_dragged_that_has_no_effect():
    assert not LAB.view({"rules": []}).charts[0].handles
