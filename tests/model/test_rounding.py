"""A ceiling that does not climb a step for the noise of floats."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callcentre.model.check import InputError
from callcentre.model.numerics.rounding import ceiling
from callcentre.model.staffing import hours


@pytest.mark.parametrize(
    ("value", "whole"),
    [
        (12, 12),
        (12.0000000001, 12),
        (11.9999999999, 12),
        (12.00000001, 13),
        (12.5, 13),
        (0.0, 0),
        (1e-10, 0),
        (1e-8, 1),
        (-0.5, 0),
        (-0.99999999999, -1),
        (-1.0000000001, -1),
        (-1.5, -1),
        (1e7 + 1e-6, 10**7),
        (1e7 + 0.01, 10**7 + 1),
        (2.0**60, 2**60),
        (10**300, 10**300),
    ],
)
def test_what_is_whole_within_a_thousand_millionth_is_that_whole(value, whole):
    assert ceiling(value) == whole
    assert isinstance(ceiling(value), int)


def test_twelve_posts_made_of_tenths_are_twelve():
    posts = sum([0.1] * 30) * 4
    assert posts > 12
    assert math.ceil(posts) == 13
    assert ceiling(posts) == 12


@given(st.integers(-(10**6), 10**6), st.floats(1e-6, 1 - 1e-6))
def test_a_true_fraction_is_rounded_up(whole, fraction):
    assert ceiling(whole + fraction) == math.ceil(whole + fraction) == whole + 1


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, None, "3", True, 10**400])
def test_what_is_no_finite_number_has_no_ceiling(value):
    with pytest.raises(InputError, match="value must be a number"):
        ceiling(value)


def test_the_shortest_shift_is_no_interval_longer_for_the_noise_of_its_hours():
    noisy = 3.0000000000000004
    assert noisy > 3
    assert hours.shift_plan([1], 30, noisy) == hours.shift_plan([1], 30, 3.0)
