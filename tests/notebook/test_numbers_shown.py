"""Numbers and sentences as a reader of a notebook sees them."""

import pytest

from callcentre.labs.shared.units import UNITS, form
from callcentre.labs.shared.view import Quantity, Text
from callcentre.notebook.numbers import number_words, quantity_words, text_words, with_unit


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "words"),
    [
        (1234567.891, "EUR", 0, "€1,234,568"),
        (-1234.5, "EUR", 2, "−€1,234.50"),
        (0.285, "share", 1, "28.5 %"),
        (0.5, "", 0, "1"),
        (2.5, "", 0, "3"),
        (-0.001, "EUR", 0, "€0"),
        (None, "EUR", 0, "–"),
        (1e15, "calls", 0, "1,000,000,000,000,000 calls"),
        (1, "agents", 0, "1 agent"),
        (-1, "months", 0, "−1 month"),
        (1, "minutes/month", 1, "1.0 minutes a month"),
    ],
)
def test_a_quantity_is_shown_with_its_unit_and_decimals(value, unit, decimals, words):
    assert quantity_words(Quantity(value, unit, decimals).as_data()) == words


@pytest.mark.parametrize("unit", list(UNITS))
def test_every_unit_has_a_place_for_its_number(unit):
    factor, pattern = UNITS[unit]
    assert number_words(2, factor, pattern) == form(pattern).replace("{number}", str(2 * factor))
    assert all("{number}" in each for each in pattern.split("|"))


def test_a_sentence_holds_its_quantities_and_words_and_leaves_braces_in_words_alone():
    text = Text("{who} pays {sum}.", who="{sum}", sum=Quantity(3, "EUR", 2))
    assert text_words(text.as_data()) == "{sum} pays €3.00."


@pytest.mark.parametrize(
    ("label", "pattern", "words"),
    [
        ("Handle time", "{number} s", "Handle time (s)"),
        ("Answered within", "{number} s", "Answered within (s)"),
        ("Calls a month", "{number} call a month|{number} calls a month", "Calls a month"),
        ("Own agents", "{number} post|{number} posts", "Own agents (posts)"),
        ("Hourly wage", "€{number} an hour", "Hourly wage (€ an hour)"),
        ("Score", "{number}", "Score"),
        ("Own agents answer from", "{number}:00", "Own agents answer from"),
    ],
)
def test_a_label_says_its_unit_once(label, pattern, words):
    assert with_unit(label, pattern) == words
