"""What the checks let through, what they refuse, and what they say."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callcentre.model.check import InputError, number, one_of, shown, some_of, whole_number, yes_or_no

NO_NUMBERS = [math.nan, math.inf, -math.inf, True, False, None, "3", [], {}, (1,), 1j, 10**400, -(10**400)]


def refused(check, *args):
    with pytest.raises(InputError) as caught:
        check(*args)
    return str(caught.value)


def test_an_input_error_says_what_must_stand_there_and_what_stood_there():
    problem = InputError("agents", "a whole number of at least 1", 0.5)
    assert str(problem) == "agents must be a whole number of at least 1, got 0.5"
    assert (problem.name, problem.allowed, problem.value) == ("agents", "a whole number of at least 1", 0.5)


def test_an_input_error_is_a_value_error():
    with pytest.raises(ValueError, match="^share must be a number from 0 to 1, got 2$"):
        number("share", 2, 0, 1)


@given(st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**300), 10**300))
def test_every_finite_number_is_a_number_and_comes_back_itself(value):
    assert number("load", value) is value


@pytest.mark.parametrize("value", NO_NUMBERS, ids=lambda value: repr(value)[:12])
@pytest.mark.parametrize("check", [number, whole_number])
def test_what_is_not_a_finite_number_is_refused_by_name(check, value):
    assert refused(check, "load", value).startswith("load must be a ")


def test_bounds_are_allowed_themselves_unless_they_exclude():
    assert number("share", 0, 0, 1) == 0
    assert number("share", 1, 0, 1) == 1
    assert refused(number, "load", 0, None, None, 0) == "load must be a number above 0, got 0"
    assert refused(number, "occupancy", 1, None, None, None, 1) == "occupancy must be a number below 1, got 1"


def test_bounds_are_told_in_words():
    assert refused(number, "n", -1, 0) == "n must be a number of at least 0, got -1"
    assert refused(number, "n", 3, None, 2) == "n must be a number of at most 2, got 3"
    assert refused(number, "n", 3, None, None, 0, 2) == "n must be a number above 0 and below 2, got 3"
    assert refused(whole_number, "n", 0, 1, 5) == "n must be a whole number from 1 to 5, got 0"


@given(st.integers(-(2**53), 2**53))
def test_a_whole_number_may_come_as_a_float_and_leaves_as_an_int(value):
    whole = whole_number("agents", float(value))
    assert (whole, type(whole)) == (value, int)


@given(st.floats(-1e15, 1e15).filter(lambda value: value != int(value)))
def test_a_fraction_is_no_whole_number(value):
    assert refused(whole_number, "agents", value).startswith("agents must be a whole number, got ")


def test_one_of_lists_the_options():
    assert one_of("kind", "mixed", ("in-house", "mixed")) == "mixed"
    assert (
        refused(one_of, "kind", "both", ("in-house", "mixed"))
        == "kind must be one of in-house, mixed, got 'both'"
    )


@pytest.mark.parametrize("value", [None, 1, True, ["mixed"], math.nan, "", "Mixed", "mix"])
def test_one_of_takes_no_other_value_for_an_option(value):
    assert refused(one_of, "kind", value, ("in-house", "mixed")).startswith("kind must be one of ")


def test_some_of_gives_the_chosen_in_the_order_of_the_options():
    assert some_of("marks", ("c", "a"), ("a", "b", "c")) == ["a", "c"]
    assert some_of("marks", [], ("a", "b", "c")) == []


@pytest.mark.parametrize(
    "value", [None, "a", {"a": 1}, {"a"}, 1, math.nan, ["d"], [None], [["a"]], [True], ["a", "a"]]
)
def test_some_of_refuses_anything_but_a_list_of_options_each_once(value):
    assert refused(some_of, "marks", value, ("a", "b", "c")).startswith(
        "marks must be a list of any of a, b, c"
    )


@pytest.mark.parametrize("value", [0, 1, 0.0, None, "yes", "true", [], math.nan])
def test_yes_or_no_takes_nothing_for_true_but_true(value):
    assert refused(yes_or_no, "on", value).startswith("on must be true or false, got ")


def test_yes_and_no_come_back_themselves():
    assert yes_or_no("on", True) is True
    assert yes_or_no("on", False) is False


@given(st.text() | st.lists(st.text()) | st.integers() | st.floats())
def test_a_value_is_shown_short(value):
    assert len(shown(value)) <= 60
    assert shown(value) == repr(value) or re.match(r".*\.\.\.$", shown(value), re.DOTALL)
