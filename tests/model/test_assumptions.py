"""The table of assumptions: every default once, with its grade and source."""

import pytest

from callcentre.labs.shared.units import UNITS
from callcentre.model import assumptions
from callcentre.model.check import InputError


def test_every_name_stands_once():
    names = [each.name for each in assumptions.TABLE]
    assert len(names) == len(set(names))


def test_the_groups_hold_the_whole_table():
    assert [each for _, group in assumptions.GROUPS for each in group] == list(assumptions.TABLE)


@pytest.mark.parametrize("each", assumptions.TABLE, ids=lambda each: each.name)
def test_every_default_is_allowed_has_a_unit_and_says_where_it_comes_from(each):
    assert each.check(each.value) == each.value
    assert each.unit in UNITS
    assert each.label
    assert each.grade in (assumptions.GIVEN, assumptions.ASSUMED)
    if each.grade == assumptions.GIVEN:
        assert each.date, "what is given has a date"
        assert "," in each.source, "what is given has a place"
    else:
        assert each.source.startswith("Illustrative")


def test_a_value_is_found_by_its_name():
    assert assumptions.value("hourly_wage") == assumptions.find("hourly_wage").value == 14.6


@pytest.mark.parametrize("name", ["wage", "", None, 3])
def test_an_unknown_name_is_refused(name):
    with pytest.raises(InputError, match="assumption must be one of calls_per_month"):
        assumptions.value(name)


def test_a_whole_default_takes_only_whole_numbers():
    with pytest.raises(InputError, match="horizon_months must be a whole number from 1 to 120, got 1.5"):
        assumptions.complete({"horizon_months": 1.5})


def test_what_is_not_given_has_its_default():
    values = assumptions.complete({"hourly_wage": 20})
    assert values["hourly_wage"] == 20
    assert {name for name, value in values.items() if value != assumptions.value(name)} == {"hourly_wage"}
