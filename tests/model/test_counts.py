"""A reader's own counts: what is read, and what each mistake is answered with."""

import datetime
from pathlib import Path

import pytest

from callcentre.model.check import InputError
from callcentre.model.demand import bank_day, counts

DAY = [(540, 30, 12.0), (570, 30, 20.0), (600, 30, 9.5)]


@pytest.mark.parametrize(
    "text",
    [
        "09:00,12\n09:30,20\n10:00,9.5",
        "9:00;12\r\n9:30;20\r\n10:00;9,5\r\n",
        "interval_start,calls\n09:00,12\n09:30,20\n10:00,9.5\n",
        "\ufeffHeure;Appels\n9h;12\n9h30;20\n10h;9,5\n;;\n\n",
        '"Start"\t"Calls"\t"Note"\n"09:00:00"\t"12"\t"x"\n09:30:00\t20\t\n10:00:00\t9.5\t',
        "calls,start\n12,09:00-09:30\n20,09:30-10:00\n9.5,10:00-10:30",
    ],
)
def test_tables_as_spreadsheets_write_them_are_read(text):
    assert counts.read_day(text) == DAY


def test_thousands_may_be_set_apart_by_spaces():
    assert counts.read_day("9:00;1 200\n10:00;1\u00a0300")[1] == (600, 60, 1300.0)


def test_the_banks_own_file_is_read():
    text = (Path(__file__).parent / "bank-arrivals.csv").read_text(encoding="utf-8")
    assert [calls for _, _, calls in counts.read_day(text)] == [mean for _, mean, _ in bank_day.HALF_HOURS]


@pytest.mark.parametrize(
    ("text", "says", "shows"),
    [
        ("", "CSV text", "''"),
        ("hello", "CSV text", "'hello'"),
        ("a,b\n09:00,1\n09:30,1", "names the column interval_start", "'a, b'"),
        ("start,b\n09:00,1\n09:30,1", "names the column calls", "'start, b'"),
        ("09:00,1", "at least two intervals", "'09:00'"),
        ("09:00,1\n09:30,\n10:00,3", "a number for every interval (line 2 has none)", "'09:30, '"),
        ("09:00,1\n09:30\n10:00,3", "a number for every interval (line 2 has none)", "'09:30'"),
        ("09:00,1\n09:30,-4\n10:00,3", "numbers of at least 0 (line 2)", "'-4'"),
        ("09:00,1\n09:30,many\n10:00,3", "numbers of calls (line 2)", "'many'"),
        ("09:00,1\n09:30,nan\n10:00,3", "numbers of calls (line 2)", "'nan'"),
        ("09:00,1\n09:30,1e3\n10:00,3", "numbers of calls (line 2)", "'1e3'"),
        ("09:00,1\n09:30,1.2.3\n10:00,3", "numbers of calls (line 2)", "'1.2.3'"),
        ("09:00,1\n09:30,2\n09:30,3", "each interval once (line 3 repeats one)", "'09:30'"),
        ("09:00,1\n10:00,2\n09:30,3", "in the order of the day (line 3 goes back)", "'09:30'"),
        ("09:00,1\n09:30,2\n10:30,3", "without a gap (10:00 is missing before line 3)", "'10:30'"),
        ("09:00,1\n10:00,2\n10:30,3", "without a gap (09:30 is missing before line 2)", "'10:00'"),
        ("09:00,1\n09:20,2\n09:40,3", "intervals of 15, 30 or 60 minutes", "'09:00'"),
        ("09:10,1\n09:40,2\n10:10,3", "intervals of 15, 30 or 60 minutes", "'09:10'"),
        ("09:00,1\n24:00,2", "from 00:00 to 23:45 (line 2)", "'24:00'"),
        ("09:00,1\n09:75,2", "from 00:00 to 23:45 (line 2)", "'09:75'"),
        ("09:00,1\nten,2", "such as 07:30 (line 2)", "'ten'"),
        ("09:00,1\n²:30,2", "such as 07:30 (line 2)", "'²:30'"),
        ("day,start,calls\nMon,09:00,1\nMon,09:30,2\nTue,09:00,1\nTue,09:30,2", "of one day", "'Tue'"),
    ],
)
def test_each_mistake_is_named_with_its_line(text, says, shows):
    with pytest.raises(InputError) as caught:
        counts.read_day(text)
    assert caught.value.name == "counts"
    assert says in str(caught.value)
    assert str(caught.value).endswith(f"got {shows}")


def test_several_days_are_read_apart_and_averaged():
    days = counts.read_days(
        "day,start,calls\nMonday,09:00,10\nMonday,09:30,20\nTuesday,09:00,14\nTuesday,09:30,30"
    )
    assert [day for day, _ in days] == ["Monday", "Tuesday"]
    assert counts.mean_day(days) == [(540, 30, 12.0), (570, 30, 25.0)]


def test_a_day_in_two_pieces_is_refused():
    with pytest.raises(InputError, match=r"each day in one piece \(line 6\)"):
        counts.read_days(
            "day,start,calls\nMon,09:00,1\nMon,09:30,2\nTue,09:00,1\nTue,09:30,2\nMon,10:00,3\nMon,10:30,3"
        )


def test_days_with_other_intervals_have_no_average():
    with pytest.raises(InputError, match="days with the same intervals"):
        counts.mean_day([("Mon", DAY), ("Tue", DAY[:2])])


def test_a_text_too_long_to_be_a_table_is_refused_at_once():
    with pytest.raises(InputError):
        counts.read_day("09:00,1\n" * 200_000)


def test_weekends_are_told_by_name_in_two_languages_and_by_date():
    for day in ("Saturday", "sunday", " Sun ", "samedi", "DIMANCHE"):
        assert counts.is_weekend(day)
    for day in ("Monday", "lundi", "", "1", "2025", "holiday", "2025-3"):
        assert not counts.is_weekend(day)
    first = datetime.date(1999, 12, 25)
    for later in range(0, 3000, 3):
        day = first + datetime.timedelta(days=later)
        assert counts.is_weekend(day.isoformat()) == (day.weekday() >= 5)
