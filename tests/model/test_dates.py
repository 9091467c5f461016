"""Dates and times of day as reports write them, beside Python's own."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callcentre.model.check import InputError
from callcentre.model.counts import dates, times
from callcentre.model.units import clock

DAYS = st.dates(datetime.date(2000, 1, 1), datetime.date(2099, 12, 31))
NUMBERS = ("%Y-%m-%d", "%Y/%m/%d", "%Y%m%d")
WORDS = ("%d %b %Y", "%d-%b-%Y", "%B %d, %Y", "%A %d %B %Y")
TIME_FORMS = ("%H:%M", "%H:%M:%S", "%Hh%M", "%I:%M %p", "%I:%M%p", "%H:%M:%S.000")


@given(DAYS)
def test_days_are_numbered_as_the_calendar_has_them(day):
    assert dates.day_number((day.year, day.month, day.day)) == day.toordinal() - 1


@given(DAYS, st.sampled_from(NUMBERS + WORDS))
def test_a_date_that_can_mean_one_day_only_is_that_day(day, form):
    readings = dates.date_readings(day.strftime(form))
    assert set(readings.values()) == {(day.year, day.month, day.day)}


@given(DAYS, st.sampled_from(("%d/%m/%Y", "%d-%m-%y", "%d.%m.%Y")))
def test_a_date_that_begins_with_the_day_is_among_its_readings(day, form):
    assert dates.date_readings(day.strftime(form))["day-first"] == (day.year, day.month, day.day)


@given(DAYS, st.integers(2, 30))
def test_the_order_is_found_where_days_follow_one_another(first, count):
    days = [first + datetime.timedelta(days) for days in range(count)]
    for form, order in (("%d/%m/%Y", "day-first"), ("%m/%d/%Y", "month-first"), ("%y/%m/%d", "year-first")):
        readings = [dates.date_readings(day.strftime(form)) for day in days]
        found = dates.order_of(readings)
        if found != order:  # else both readings are the same, as of 03/03 and 04/04, or both follow
            assert found is None or [each[found] for each in readings] == [each[order] for each in readings]


@pytest.mark.parametrize(
    "text", ["", "x", "2025-02-29", "31/04/2025", "2025-13-01", "1/3", "5 6 7 8", "²/1/2025"]
)
def test_what_is_no_date_has_no_reading(text):
    assert dates.date_readings(text) == {}


def test_a_weekdays_name_chooses_between_two_readings():
    assert dates.date_readings("Sat 01/03/2025") == {"day-first": (2025, 3, 1)}
    assert dates.date_readings("vendredi 01/03/2025") == {"month-first": (2025, 1, 3)}
    assert dates.date_readings("Sun 01/03/2025") == {}
    assert dates.date_readings("mar. 4 mars 2025")["day-first"] == (2025, 3, 4)


def test_weekends_are_told_by_name_in_two_languages_and_by_date():
    for day in ("Saturday", "sunday", " Sun ", "samedi", "DIMANCHE", "Sun.", "Sunday 2"):
        assert dates.is_weekend(day)
    for day in ("Monday", "lundi", "", "1", "2025", "holiday", "2025-3"):
        assert not dates.is_weekend(day)
    first = datetime.date(1999, 12, 25)
    for later in range(0, 3000, 3):
        day = first + datetime.timedelta(days=later)
        assert dates.is_weekend(day.isoformat()) == (day.weekday() >= 5)


def test_a_date_that_can_be_a_weekend_or_not_is_asked_about():
    assert not dates.is_weekend("03-03-2025")
    assert dates.is_weekend("15/03/2025")
    with pytest.raises(InputError) as caught:
        dates.is_weekend("01/03/2025")
    assert caught.value.question == "01/03/2025 can be 2025-03-01 or 2025-01-03; write one of these instead."


@given(st.times().map(lambda time: time.replace(second=0, microsecond=0)), st.sampled_from(TIME_FORMS))
def test_a_time_is_read_as_python_writes_it(time, form):
    written = time.strftime(form)
    assert times.moment(written) == ("", time.hour * 60 + time.minute, None, False)
    assert times.moment(f"3/3/2025 {written}") == ("3/3/2025", time.hour * 60 + time.minute, None, False)


@given(st.integers(0, 47))
def test_a_range_is_read_with_its_length(number):
    start, end = clock(number * 30), clock((number + 1) * 30)
    for form in ("{}-{}", "{} - {}", "{}–{}", "{} to {}", "de {} à {}", "{}:00-{}:00"):
        assert times.moment(form.format(start, end)) == ("", number * 30, 30, False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8:00AM-8:30AM", ("", 480, 30, False)),
        ("8 am – 9 am", ("", 480, 60, False)),
        ("7 h 30", ("", 450, None, False)),
        ("12:00 AM", ("", 0, None, False)),
        ("12:00 pm", ("", 720, None, False)),
        ("2020-02-26T08:00:00Z", ("2020-02-26", 480, None, True)),
        ("2020-02-26T08:00:00.000Z/2020-02-26T08:30:00.000Z", ("2020-02-26", 480, 30, True)),
        ("2020-02-26T08:00:00+01:00", ("2020-02-26", 480, None, True)),
        ("2020-02-26 08:00:00-05:00", ("2020-02-26", 480, None, True)),
        ("2020-02-26 08:00 - 2020-02-26 08:29:59", ("2020-02-26", 480, 30, False)),
        ("Feb 26, 2020 8:00 AM", ("feb 26, 2020", 480, None, False)),
        ("24:00", None),
        ("08:60", None),
        ("13:00 PM", None),
        ("08:00:17", None),
        (":17", None),
        ("08:00-x", None),
        ("hm", None),
        ("", None),
    ],
)
def test_a_moment_is_read_whatever_its_form(text, expected):
    assert times.moment(text) == expected
