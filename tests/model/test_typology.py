"""What the source says of each type, and what the classification makes of the facts."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callcentre.model import typology
from callcentre.model.check import InputError

IN_HOUSE = {
    "agents_employed_by": "client",
    "premises_run_by": "client",
    "equipment_owned_by": "client",
    "vendor_takes": [],
    "activities": ["information"],
    "marks": ["premises", "architecture", "organisation", "head", "department"],
}
OUTSOURCED = dict(
    IN_HOUSE, agents_employed_by="vendor", premises_run_by="vendor", equipment_owned_by="vendor"
)
AGENCY_CELL = dict(IN_HOUSE, agents_employed_by="vendor")


def a_list_of(options, least=0):
    return st.lists(st.sampled_from(options), min_size=least, unique=True)


PROFILES = st.fixed_dictionaries(
    {
        "agents_employed_by": st.sampled_from(typology.HOLDERS),
        "premises_run_by": st.sampled_from(typology.HOLDERS),
        "equipment_owned_by": st.sampled_from(typology.HOLDERS),
        "vendor_takes": a_list_of(typology.VENDOR_TAKES),
        "activities": a_list_of(typology.ACTIVITIES, least=1),
        "marks": a_list_of(typology.MARKS),
    }
)


def contradicts(facts):
    return facts["vendor_takes"] and facts["agents_employed_by"] == facts["premises_run_by"] == "vendor"


ALLOWED_PROFILES = PROFILES.filter(lambda facts: not contradicts(facts))


def sourcing(facts, **changes):
    return typology.classify(dict(facts, **changes))["sourcing"]


def direction(*activities):
    return typology.classify(dict(IN_HOUSE, activities=list(activities)))["direction"]


def test_own_people_in_own_premises_on_own_equipment_are_in_house():
    assert sourcing(IN_HOUSE) == "in-house"


def test_a_centre_wholly_in_a_vendors_hands_is_outsourced():
    assert sourcing(OUTSOURCED) == "outsourced"


def test_agency_agents_in_the_firms_premises_are_mixed():
    assert sourcing(AGENCY_CELL) == "mixed"


def test_the_vendors_equipment_under_the_firms_own_agents_is_mixed():
    assert sourcing(IN_HOUSE, equipment_owned_by="vendor") == "mixed"


@pytest.mark.parametrize("hours", typology.VENDOR_TAKES)
def test_an_own_centre_whose_vendor_takes_some_hours_or_peaks_is_mixed(hours):
    assert sourcing(IN_HOUSE, vendor_takes=[hours]) == "mixed"


def test_an_agency_cell_may_leave_its_nights_to_the_vendors_own_place():
    assert sourcing(AGENCY_CELL, vendor_takes=["nights", "weekends"]) == "mixed"


def test_the_firms_agents_may_sit_in_a_vendors_premises():
    assert sourcing(OUTSOURCED, agents_employed_by="client") == "mixed"


def test_only_the_two_pure_cases_are_not_mixed():
    pure = {("client",) * 3: "in-house", ("vendor",) * 3: "outsourced"}
    for holders in product(typology.HOLDERS, repeat=3):
        facts = dict(zip(typology.HELD, holders, strict=True))
        assert sourcing(IN_HOUSE, **facts) == pure.get(holders, "mixed")


@pytest.mark.parametrize(
    "activity", ["information", "complaints", "technical-support", "help-desk", "order-taking"]
)
def test_what_callers_ask_for_is_inbound(activity):
    assert direction(activity) == "inbound"


@pytest.mark.parametrize(
    "activity", ["telesales", "telemarketing", "debt-collection", "appointment-setting", "surveys"]
)
def test_what_the_centre_calls_out_for_is_outbound(activity):
    assert direction(activity) == "outbound"


def test_any_inbound_activity_beside_any_outbound_one_is_blended():
    for inbound, outbound in product(typology.INBOUND_ACTIVITIES, typology.OUTBOUND_ACTIVITIES):
        assert direction(outbound, inbound) == "blended"


def test_all_five_marks_make_a_formal_centre():
    answer = typology.classify(IN_HOUSE)
    assert (answer["formality"], answer["missing_marks"]) == ("formal", [])


def test_a_centre_without_any_mark_is_informal():
    answer = typology.classify(dict(IN_HOUSE, marks=[]))
    assert answer["formality"] == "informal"
    assert answer["missing_marks"] == ["premises", "architecture", "organisation", "head", "department"]


def test_some_of_the_marks_are_borderline_and_the_others_are_named():
    for count in range(1, 5):
        for there in combinations(typology.MARKS, count):
            answer = typology.classify(dict(IN_HOUSE, marks=list(there)))
            assert answer["formality"] == "borderline"
            assert answer["missing_marks"] == [mark for mark in typology.MARKS if mark not in there]


@given(ALLOWED_PROFILES)
def test_the_answer_on_each_axis_follows_from_its_reasons(facts):
    answer = typology.classify(facts)
    between = {"sourcing": "mixed", "direction": "blended", "formality": "borderline"}
    for axis, what_lies_between in between.items():
        pointed_to = {reason["points_to"] for reason in answer["reasons"] if reason["axis"] == axis}
        assert answer[axis] == (pointed_to.pop() if len(pointed_to) == 1 else what_lies_between)


@given(ALLOWED_PROFILES)
def test_every_fact_that_is_given_stands_among_the_reasons(facts):
    reasons = typology.classify(facts)["reasons"]
    said = {(reason["fact"], reason["value"]) for reason in reasons if reason["holds"]}
    given_facts = {(name, facts[name]) for name in typology.HELD}
    for name in ("vendor_takes", "activities", "marks"):
        given_facts |= {(name, value) for value in facts[name]}
    assert said == given_facts


@given(ALLOWED_PROFILES, st.randoms(use_true_random=False))
def test_the_order_in_which_facts_are_listed_changes_nothing(facts, random):
    shuffled = dict(facts)
    for name in ("vendor_takes", "activities", "marks"):
        shuffled[name] = tuple(random.sample(facts[name], len(facts[name])))
    assert typology.classify(shuffled) == typology.classify(facts)


@given(ALLOWED_PROFILES)
def test_classifying_leaves_the_profile_as_it_was(facts):
    before = {name: list(value) if isinstance(value, list) else value for name, value in facts.items()}
    typology.classify(facts)
    assert facts == before


def test_a_missing_mark_speaks_against_formal_and_says_that_it_does_not_hold():
    reasons = typology.classify(dict(IN_HOUSE, marks=["head"]))["reasons"]
    marks = {
        reason["value"]: (reason["holds"], reason["points_to"])
        for reason in reasons
        if reason["fact"] == "marks"
    }
    assert marks["head"] == (True, "formal")
    assert marks["premises"] == (False, "informal")


def test_each_answer_and_each_reason_names_a_section_of_the_book():
    answer = typology.classify(
        dict(IN_HOUSE, vendor_takes=["nights"], activities=["surveys", "help-desk"], marks=[])
    )
    assert answer["sections"] == {
        "sourcing": "in-house-outsourced-mixed#mixed",
        "direction": "inbound-outbound-blended#blended",
        "formality": "formal-and-informal#informal",
    }
    sections = {(reason["fact"], reason["section"]) for reason in answer["reasons"]}
    assert sections == {
        ("agents_employed_by", "in-house-outsourced-mixed#who-employs-houses-equips"),
        ("premises_run_by", "in-house-outsourced-mixed#who-employs-houses-equips"),
        ("equipment_owned_by", "in-house-outsourced-mixed#who-employs-houses-equips"),
        ("vendor_takes", "mixed-solution#three-ways"),
        ("activities", "inbound-outbound-blended#inbound"),
        ("activities", "inbound-outbound-blended#outbound"),
        ("marks", "formal-and-informal#five-marks"),
    }


@pytest.mark.parametrize("fact", typology.FACTS)
def test_a_missing_fact_is_named(fact):
    facts = {name: value for name, value in IN_HOUSE.items() if name != fact}
    with pytest.raises(InputError, match=f"^{fact} must be given") as caught:
        typology.classify(facts)
    assert caught.value.name == fact


def test_an_unknown_fact_is_named():
    with pytest.raises(
        InputError, match="^colour must be left out; the facts are agents_employed_by, "
    ) as caught:
        typology.classify(dict(IN_HOUSE, colour="red"))
    assert caught.value.value == "red"


def test_a_centre_that_does_nothing_has_no_direction():
    with pytest.raises(InputError, match="^activities must be at least one of information, "):
        typology.classify(dict(IN_HOUSE, activities=[]))


@pytest.mark.parametrize("equipment", typology.HOLDERS)
def test_no_hours_are_left_for_a_vendor_that_already_takes_every_call(equipment):
    with pytest.raises(
        InputError, match="^vendor_takes must be empty where the vendor's agents already take"
    ):
        typology.classify(dict(OUTSOURCED, equipment_owned_by=equipment, vendor_takes=["nights"]))


@given(PROFILES)
def test_no_other_combination_of_facts_is_refused(facts):
    if contradicts(facts):
        with pytest.raises(InputError):
            typology.classify(facts)
    else:
        assert typology.classify(facts)["sourcing"] in typology.SOURCING
