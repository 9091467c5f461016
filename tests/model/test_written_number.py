"""Numbers as people type them: what they can mean, and what is asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callcentre.model.check import InputError
from callcentre.model.numerics import written_number
from callcentre.model.numerics.written_number import readings, typed_number


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [
        ("12", "12", "12"),
        ("0,92", None, "0.92"),
        ("0.92", "0.92", None),
        (".5", "0.5", None),
        ("40.000", "40.000", "40000"),
        ("1,204", "1204", "1.204"),
        ("1204,500", None, "1204.500"),
        ("0.125", "0.125", None),
        ("1,204.5", "1204.5", None),
        ("1.204,5", None, "1204.5"),
        ("1,204,300", "1204300", None),
        ("1 204", "1204", "1204"),
        ("1\u202f204,5", None, "1204.5"),
        ("1'204.5", "1204.5", None),
        ("1’204", "1204", "1204"),
        ("-3,5", None, "-3.5"),
        ("−3", "-3", "-3"),
        (" 7 ", "7", "7"),
    ],
)
def test_a_number_has_the_readings_it_can_have(text, point, comma):
    expected = {"point": point, "comma": comma}
    assert readings(text) == {mark: plain for mark, plain in expected.items() if plain is not None}


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "many",
        "1,2,3",
        "1.2.3",
        "12,34.5",
        "1 2",
        "1'2",
        "1 204 30",
        "1,204 300",
        "--1",
        "1-",
        "5.",
        ".",
        "²",
        "1e3",
    ]
    + ["nan", "0x10", "1,,204", "1" * 41, "٣"],
)
def test_what_is_no_number_has_no_reading(text):
    assert readings(text) == {}


BOUNDS = [
    # text, low, high, step, factor, number
    ("0,92", 0.0, 1.0, 0.01, 1, 0.92),
    ("92,5", 0.0, 1.0, 0.01, 100, 0.925),
    ("7.1", 0.0, 1.0, 0.01, 100, 0.071),
    ("1,204", 0, 100_000, 1, 1, 1204),
    ("40.000", 0, 1000, 1, 1, 40),
    ("40.000", 1000, 100_000, 1, 1, 40_000),
    ("1.125", 0.0, 100.0, 0.1, 1, 1.125),
    ("1.125", 0.0, 10_000.0, 0.5, 1, None),
    ("1.125", 0.0, 10_000.0, 0.125, 1, None),
    ("1,000", 0.0, 5.0, 0.01, 1, 1),
    ("40.000", 0, 100_000, 1, 1, None),
    ("40.000", None, None, None, 1, None),
    ("5000", 0, 100, 1, 1, 5000),
    ("1,5", 0, 100, 1, 1, 1.5),
]


@pytest.mark.parametrize(("text", "low", "high", "step", "factor", "number"), BOUNDS)
def test_of_two_readings_the_one_that_fits_is_taken(text, low, high, step, factor, number):
    if number is not None:
        assert typed_number(text, low, high, step, factor, "wage") == number
        return
    with pytest.raises(InputError) as caught:
        typed_number(text, low, high, step, factor, "wage")
    assert caught.value.name == "wage"
    assert caught.value.question.startswith(f"{text} can mean ")


def test_the_question_names_both_readings():
    with pytest.raises(InputError) as caught:
        typed_number("40.000", 0, 100_000, 1, name="calls")
    assert str(caught.value) == "calls: 40.000 can mean 40 or 40000; write one of these instead."
    with pytest.raises(InputError) as caught:
        typed_number("1,204", 0.0, 10_000.0)
    assert caught.value.question == "1,204 can mean 1204 or 1.2040; write one of these instead."


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(",."))
def test_each_answer_to_a_question_is_read_as_what_it_says(whole, rest, mark):
    with pytest.raises(InputError) as caught:
        typed_number(f"{whole}{mark}{rest:03d}")
    answers = caught.value.question.split(" can mean ")[1].split(";")[0].split(" or ")
    assert {typed_number(answer) for answer in answers} == {whole * 1000.0 + rest, whole + rest / 1000}


@pytest.mark.parametrize("text", ["", "many", None, 12, "9" * 400])
def test_what_is_no_number_is_refused_with_the_bounds_as_typed(text):
    with pytest.raises(InputError) as caught:
        typed_number(text, 0.25, 1, factor=100)
    assert caught.value.question == ""
    if isinstance(text, str):
        assert caught.value.allowed == "a number from 25.0 to 100"


FORMS = {
    "English": (",", "."),
    "French": ("\u202f", ","),
    "German": (".", ","),
    "Swiss": ("’", "."),
    "plain": ("", "."),
}


@given(st.integers(-(10**9), 10**9), st.integers(0, 4), st.sampled_from(sorted(FORMS)))
def test_a_number_as_a_language_writes_it_is_read_or_asked_about(digits, decimals, language):
    value = digits / 10**decimals
    group, decimal = FORMS[language]
    written = f"{value:,.{decimals}f}".translate({ord(","): group, ord("."): decimal})
    assert any(float(plain) == value for plain in readings(written).values())


@given(st.floats(0, 1e6), st.sampled_from((1, 100)))
def test_moving_the_point_loses_no_digit(value, factor):
    plain = f"{value:.6f}"
    assert written_number.unscaled(plain, factor) == float(plain + ("e-2" if factor == 100 else ""))
