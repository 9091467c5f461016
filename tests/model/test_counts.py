"""A reader's own counts: what is read, what is asked, and what each mistake is answered with.

The texts stand in report_texts.py, and files as telephone systems write them in counts/.
"""

import contextlib
import csv
import io
import sys
from pathlib import Path

import pytest
import report_texts
from hypothesis import example, given, settings
from hypothesis import strategies as st

from callcentre.model import counts
from callcentre.model.check import InputError
from callcentre.model.counts import csv_text
from callcentre.model.demand import bank_day
from callcentre.model.units import clock

HERE = Path(__file__).parent
DAY = [(540, 30, 12.0), (570, 30, 20.0), (600, 30, 9.5)]
SAMPLES = dict(report_texts.samples())
EXPECTED = list(csv.DictReader((HERE / "counts" / "expected.csv").open(encoding="utf-8")))
MOST_CALLS = 300_000
LONG = 20_000


def read(text, **options):
    return counts.read_counts(text, **options)


def question_of(text):
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.name == "counts"
    assert str(caught.value) == f"counts: {caught.value.question}"
    return caught.value.question


def said(result):
    """Return what a result says was taken for granted, as expected.csv writes it."""
    plain = [name for name in ("emptied", "thousands", "dates", "has_zone", "has_nights") if result[name]]
    named = [f"{name} {' '.join(result[name])}" for name in ("short_days", "long_days") if result[name]]
    return "; ".join(plain + named)


def test_each_sample_has_its_expected_results():
    assert [row["file"] for row in EXPECTED] == sorted(SAMPLES)


@pytest.mark.parametrize("row", EXPECTED, ids=lambda row: row["file"])
def test_reports_as_systems_write_them_are_read(row):
    result = read(SAMPLES[row["file"]])
    days = [day for day, _ in result["days"]]
    profile = result["days"][min(1, len(days) - 1)][1]
    assert {
        "file": row["file"],
        "column": result["column"],
        "days": " ".join(days),
        "minutes_counted": str(result["minutes_counted"]),
        "minutes": str(result["minutes"]),
        "lines": str(result["lines"]),
        "left_out": "; ".join(f"{line} {reason}" for line, reason in result["left_out"]),
        "queues": "; ".join(result["queues"]),
        "filled": str(result["filled"]),
        "said": said(result),
        "opens": clock(profile[0][0]),
        "calls_of_second_day": " ".join(f"{calls:g}" for _, _, calls in profile),
    } == row


@pytest.mark.parametrize(("text", "calls", "says"), report_texts.READ)
def test_what_a_text_says_plainly_is_read_and_what_was_taken_for_granted_is_told(text, calls, says):
    result = read(text)
    assert [number for _, _, number in result["days"][0][1]] == calls
    assert {name: result[name] for name in says} == says


@pytest.mark.parametrize(("text", "words"), report_texts.ASKED)
def test_what_can_mean_two_things_is_asked(text, words):
    question = question_of(text)
    assert [each for each in words if each not in question] == []
    assert len(question) <= 240


@pytest.mark.parametrize(("text", "says", "shows"), report_texts.REFUSED)
def test_each_mistake_is_named_with_its_line_and_column(text, says, shows):
    with pytest.raises(InputError) as caught:
        read(text)
    assert caught.value.name == "counts"
    assert says in str(caught.value)
    assert str(caught.value).endswith(f"got {shows}" if shows[0] == "'" else shows)


@pytest.mark.parametrize("answer", ["decimal=comma", "decimal=point"])
def test_the_lines_a_question_names_answer_it(answer):
    text = "09:00;1.204\n09:30;1.310"
    assert answer in question_of(text)
    name, value = answer.split("=")
    assert read(f"{answer}\n{text}")["days"] == read(text, **{name: value})["days"]


@pytest.mark.parametrize(("answer", "day"), [("day-first", "2025-03-01"), ("month-first", "2025-01-03")])
def test_the_order_of_dates_can_be_told(answer, day):
    text = "date,start,calls\n01/03/2025,09:00,4\n01/03/2025,09:30,5"
    assert f"dates={answer} for {day}" in question_of(text)
    assert read(f"dates={answer}\n{text}")["days"][0][0] == day
    assert read(text, dates=answer)["days"][0][0] == day


def test_a_parameter_goes_before_a_line_of_the_text():
    text = "queue=A\nstart,queue,calls\n09:00,A,3\n09:00,B,4\n09:30,A,5\n09:30,B,6"
    assert read(text, queue="B")["queues"] == ["B"]
    with pytest.raises(InputError) as caught:
        read(text, queue="C")
    assert caught.value.name == "queue"
    assert caught.value.allowed == "one of A, B"


def test_the_banks_own_file_is_read():
    text = (HERE / "bank-arrivals.csv").read_text(encoding="utf-8")
    assert [calls for _, _, calls in counts.read_day(text)] == [mean for _, mean, _ in bank_day.HALF_HOURS]


def test_one_day_is_read_as_a_profile_and_several_are_refused():
    assert counts.read_day("09:00,12\n09:30,20\n10:00,9.5") == DAY
    with pytest.raises(InputError, match="the counts of one day, got 'Tue'"):
        counts.read_day("day,start,calls\nMon,09:00,1\nMon,09:30,2\nTue,09:00,1\nTue,09:30,2")


def test_several_days_are_read_apart_and_averaged():
    text = "day,start,calls\nMonday,09:00,10\nMonday,09:30,20\nTuesday,09:00,14\nTuesday,10:00,30"
    days = read(text)["days"]
    assert [day for day, _ in days] == ["Monday", "Tuesday"]
    assert counts.mean_day(days) == [(540, 30, 12.0), (570, 30, 10.0), (600, 30, 15.0)]


def test_days_with_other_intervals_have_no_average():
    with pytest.raises(InputError, match="days with the same intervals"):
        counts.mean_day([("Mon", DAY), ("Tue", DAY[:2])])


def test_a_text_too_long_to_be_a_table_is_refused_at_once():
    with pytest.raises(InputError):
        read("09:00,1\n" * 200_000)


# The two days when clocks change


def day_of(date, hours, step=60):
    rows = [f"{date},{hour:02d}:{past:02d},{10 + hour}" for hour in hours for past in range(0, 60, step)]
    return "".join(row + "\n" for row in rows)


@pytest.mark.parametrize("step", [15, 30, 60])
@pytest.mark.parametrize("hour", [1, 2, 3])
def test_an_hour_that_did_not_come_counts_as_its_neighbours_do(step, hour):
    result = read(
        "date,start,calls\n" + day_of("2025-03-30", [each for each in range(24) if each != hour], step)
    )
    assert result["short_days"] == ["2025-03-30"]
    assert result["filled"] == 0
    assert {calls for start, _, calls in result["days"][0][1] if start // 60 == hour} == {10.0 + hour}


@pytest.mark.parametrize("step", [15, 30, 60])
def test_an_hour_that_came_twice_counts_once_with_its_mean(step):
    text = day_of("2025-10-26", [0, 1, 2], step) + day_of("2025-10-26", range(2, 24), step).replace(
        ",12\n", ",20\n"
    )
    result = read("date,start,calls\n" + text)
    assert result["long_days"] == ["2025-10-26"]
    assert {calls for start, _, calls in result["days"][0][1] if start // 60 == 2} == {16.0}


@pytest.mark.parametrize("date", ["2025-10-25", "2025-07-06", "2025-10-27"])
def test_an_hour_twice_on_a_day_without_a_change_is_a_mistake(date):
    with pytest.raises(InputError, match="each interval once"):
        read("date,start,calls\n" + day_of(date, [0, 1, 2, 2, *range(3, 24)]))


def test_an_hour_missing_on_any_other_day_counts_as_no_calls():
    result = read("date,start,calls\n" + day_of("2025-03-29", [0, 1, *range(3, 24)]))
    assert (result["short_days"], result["filled"], result["days"][0][1][2][2]) == ([], 1, 0.0)


# Nights


def test_a_night_counts_to_the_day_on_which_it_began():
    result = read(SAMPLES["night.csv"])
    assert result["has_nights"]
    assert [day for day, _ in result["days"]] == ["2025-03-03", "2025-03-04", "2025-03-05"]
    assert all(sum(calls for _, _, calls in profile) == 20 for _, profile in result["days"])


def test_days_that_end_at_midnight_are_left_as_they_are():
    text = "date,start,calls\n" + day_of("2025-03-03", range(24)) + day_of("2025-03-04", range(24))
    result = read(text)
    assert not result["has_nights"]
    assert [sum(calls for _, _, calls in profile) for _, profile in result["days"]] == [516, 516]


# Any text

PIECES = st.sampled_from(
    [
        "09:00",
        "09:30",
        "0900",
        "8:00 AM",
        "08:00-08:30",
        "2025-03-03",
        "01/03/2025",
        "Mon",
        "1,204",
        "1.204",
        "12",
        "3,5",
    ]
    + [
        "start",
        "calls",
        "offered",
        "date",
        "queue",
        "Total",
        "A",
        "",
        " ",
        "-",
        "%",
        "é",
        "\u00a0",
        "−",
        "²",
        "٣",
    ]
    + [
        ",",
        ";",
        "\t",
        "|",
        "\n",
        "\r\n",
        '"',
        '""',
        "=",
        "sep=;\n",
        "decimal=comma\n",
        "column=2\n",
        "queue=A\n",
        "+",
    ]
)


@pytest.mark.long
@given(st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=300))
@example("sep=;")
@example('"')
@example("column=+\n09:00,1\n09:30,2")
@example("date,start,calls\n0000-01-01,09:00,1\n,09:30,1")
@settings(max_examples=1500, deadline=None)
def test_no_text_does_anything_but_be_read_or_be_answered(text):
    try:
        result = read(text)
    except InputError as problem:
        assert problem.name == "counts"
        return
    assert all(calls >= 0 for _, profile in result["days"] for _, _, calls in profile)
    assert (
        len({tuple((start, minutes) for start, minutes, _ in profile) for _, profile in result["days"]}) == 1
    )


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_a_report_with_a_character_changed_is_read_or_answered(data):
    text = SAMPLES[data.draw(st.sampled_from(sorted(SAMPLES)))]
    place = data.draw(st.integers(0, len(text) - 1))
    changed = text[:place] + data.draw(PIECES) + text[place + data.draw(st.integers(0, 3)) :]
    try:
        read(changed)
    except InputError as problem:
        assert problem.name == "counts"


CELLS = st.text(st.sampled_from('ab1 ,;"\n'), max_size=6)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5), st.sampled_from(";,\t|"))
@settings(max_examples=300, deadline=None)
def test_quoting_is_that_of_pythons_own_reader(rows, separator):
    written = io.StringIO()
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    expected = [[cell.strip() for cell in row] for row in rows]
    found = [cells for _, cells in csv_text.table_rows(csv_text.lines_of(written.getvalue()), separator)]
    assert found == [row for row in expected if any(row)]


# Time


def lines(head, row, most=LONG):
    """Return a text of at most so many characters: a head, and the lines that a function makes of numbers."""
    text, number = head, 0
    while len(text) + len(row(number)) <= most:
        text += row(number)
        number += 1
    return text


def half_hours(number):
    """Return the date and time of the half hour of that number."""
    return f"2025-03-{number // 48 % 28 + 1:02d} {number % 48 // 2:02d}:{number % 2 * 30:02d}"


LONG_TEXTS = {
    "a month": lines("start,calls\n", lambda number: f"{half_hours(number)},{number % 97}\n"),
    "many queues": lines(
        "start,queue,calls\n", lambda number: f"{half_hours(number // 50)},q{number % 50},1\n"
    ),
    "numbers": lines("start;calls\n", lambda number: f"{half_hours(number)};{number}.{number % 1000:03d}\n"),
    "one line over and over": "09:00,1\n" * 2500,
    "names over and over": "start,calls\n" * 1600,
    "totals over and over": "start,calls\n09:00,1\n09:30,1\n" + "total,1\n" * 2400,
    "lines without a time": "start,calls\n09:00,1\n09:30,1\n" + ",x\n" * 6000,
    "line breaks": "\n" * LONG,
    "separators": "," * LONG,
    "short cells": "a," * 10_000,
    "many columns": ("calls," * 100 + "\n" + "09:00," * 100 + "\n") * 16,
    "times": "09:00," * 3333,
    "quotes": '"' * LONG,
    "quoted cells": '"a",' * 5000,
    "an open quote": '09:00,"' + "1\n" * 9990,
    "digits": "09:00," + "1" * 19_000,
    "groups": '09:00,"' + "1,111" * 3990 + '"',
    "dashes": "09:00" + "-" * 19_000 + ",1",
    "settings": "column=a\n" * 2200,
    "a long sum": "column=" + "a+" * 9900 + "\nstart,calls\n09:00,1\n09:30,2",
    "letters": "é" * LONG,
}


def calls_made(text):
    """Return how many functions are called to read a text: its work, the same on every machine."""
    made = 0

    def count(frame, event, argument):
        nonlocal made
        made += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        with contextlib.suppress(InputError):
            read(text)
    finally:
        sys.setprofile(None)
    return made


@pytest.mark.parametrize("name", LONG_TEXTS)
def test_any_text_of_20_000_characters_is_answered_with_little_work(name):
    assert len(LONG_TEXTS[name]) <= LONG
    assert 200 < calls_made(LONG_TEXTS[name]) <= MOST_CALLS


@pytest.mark.parametrize("name", [name for name, text in LONG_TEXTS.items() if "\n" in text])
def test_five_times_the_text_takes_about_five_times_the_work(name):
    head, _, rest = LONG_TEXTS[name].partition("\n")
    assert calls_made(f"{head}\n{rest}" + ("\n" + rest) * 4) <= 6 * calls_made(LONG_TEXTS[name]) + 1000
