"""The lab that asks what type of centre this is."""

import json
import re
from itertools import product

import pytest
from view_data import told

from callcentre import labs
from callcentre.labs.classify import LAB
from callcentre.model import typology

OWN = {"agents_employed_by": "client", "premises_run_by": "client", "equipment_owned_by": "client"}
VENDORS = {"agents_employed_by": "vendor", "premises_run_by": "vendor", "equipment_owned_by": "vendor"}
IN_HOUSE = dict(OWN, vendor_takes=[])
OUTSOURCED = dict(VENDORS, vendor_takes=[])


def data(**values):
    return LAB.view(values).as_data()


def sentence(text):
    parts = {part["name"]: part_of(part) for part in text["parts"]}
    return text["template"].format(**parts)


def part_of(part):
    return ", ".join(part["list"]) if "list" in part else part.get("words") or part["quantity"]["value"]


def headline(**values):
    return sentence(data(**values)["headline"])


def figures(**values):
    return {figure["name"]: figure["quantity"]["value"] for figure in data(**values)["figures"]}


def test_the_controls_are_the_facts_of_a_profile():
    assert [control.name for control in LAB.controls] == list(typology.FACTS)


def test_each_control_offers_what_its_fact_may_hold():
    offered = {control.name: tuple(value for value, _ in control.options) for control in LAB.controls}
    assert offered == {
        **dict.fromkeys(typology.HELD, typology.HOLDERS),
        "vendor_takes": typology.VENDOR_TAKES,
        "activities": typology.ACTIVITIES,
        "marks": typology.MARKS,
    }


def test_it_opens_on_the_agencys_agents_in_the_firms_premises():
    assert headline() == "Sourcing: mixed. Direction: inbound. Formality: formal."
    assert sentence(data()["notes"][0]["text"]).startswith(
        "Mixed: agents whom a vendor selects, trains and pays"
    )


def test_its_question_has_the_answer_it_hints_at():
    still_mixed = data(agents_employed_by="client")
    assert sentence(still_mixed["headline"]) == "Sourcing: mixed. Direction: inbound. Formality: formal."
    holding = [row for row in still_mixed["table"]["rows"] if row[2] == "sourcing" and row[3] != "in-house"]
    assert [row[:2] for row in holding] == [
        ["Hours a vendor takes in a place of its own", "nights"],
        ["Hours a vendor takes in a place of its own", "weekends"],
    ]
    assert (
        headline(agents_employed_by="client", vendor_takes=[])
        == "Sourcing: in-house. Direction: inbound. Formality: formal."
    )


def test_the_headline_counts_the_marks_of_a_borderline_centre():
    assert headline(marks=["head", "premises"]) == (
        "Sourcing: mixed. Direction: inbound. Formality: borderline, with 2 of five marks."
    )


def test_a_borderline_centres_note_names_the_missing_marks():
    note = data(marks=["head", "premises"])["notes"][2]
    assert sentence(note["text"]) == (
        "Borderline: some of the five marks are there. Missing: a specialised architecture, "
        "a human organisation of its own, a department it belongs to."
    )
    assert note["reference"] == "formal-and-informal#borderline"


def test_every_answer_can_be_reached_and_is_said_in_headline_map_and_description():
    sourcings = {
        "in-house": dict(OWN, vendor_takes=[]),
        "outsourced": dict(VENDORS, vendor_takes=[]),
        "mixed": OWN,
    }
    directions = {"inbound": ["help-desk"], "outbound": ["surveys"], "blended": ["surveys", "help-desk"]}
    formalities = {"formal": list(typology.MARKS), "borderline": ["head"], "informal": []}
    for sourcing, direction, formality in product(sourcings, directions, formalities):
        view = data(**sourcings[sourcing], activities=directions[direction], marks=formalities[formality])
        assert all(word in sentence(view["headline"]) for word in (sourcing, direction, formality))
        (place,) = view["charts"][0]["taken"]
        assert (place["column"], place["row"], place["lane"]) == (sourcing, direction, formality)
        described = sentence(view["charts"][0]["description"])
        assert f"stands at {sourcing}, {direction}, {formality}" in described


def test_the_figures_count_what_the_facts_say():
    assert figures() == {
        "vendor_parts": 2,
        "inbound_activities": 2,
        "outbound_activities": 0,
        "formal_marks": 5,
    }
    assert figures(
        **OWN, vendor_takes=[], activities=["surveys", "telesales", "help-desk"], marks=["head"]
    ) == {
        "vendor_parts": 0,
        "inbound_activities": 1,
        "outbound_activities": 2,
        "formal_marks": 1,
    }


def test_the_table_gives_every_reason_in_words():
    rows = data(marks=["head"], vendor_takes=["nights"], activities=["debt-collection"])["table"]["rows"]
    assert rows == [
        ["Agents employed by", "the vendor", "sourcing", "outsourced"],
        ["Premises run by", "the firm itself", "sourcing", "in-house"],
        ["Equipment owned by", "the firm itself", "sourcing", "in-house"],
        ["Hours a vendor takes in a place of its own", "nights", "sourcing", "mixed"],
        ["Activity", "debt collection", "direction", "outbound"],
        ["premises of its own", "no", "formality", "informal"],
        ["a specialised architecture", "no", "formality", "informal"],
        ["a human organisation of its own", "no", "formality", "informal"],
        ["a head", "yes", "formality", "formal"],
        ["a department it belongs to", "no", "formality", "informal"],
    ]


@pytest.mark.parametrize(
    ("facts", "begins", "reference"),
    [
        (IN_HOUSE, "In-house: ", "in-house-outsourced-mixed#in-house"),
        (OUTSOURCED, "Outsourced: ", "in-house-outsourced-mixed#outsourced"),
        (OWN, "Mixed: the firm runs its own centre, and a vendor takes", "mixed-solution#three-ways"),
        (
            dict(IN_HOUSE, equipment_owned_by="vendor"),
            "Mixed: the firm's agents work in its premises, on equipment",
            "mixed-solution#three-ways",
        ),
        (
            dict(OWN, premises_run_by="both"),
            "Mixed: the firm and a vendor share",
            "in-house-outsourced-mixed#mixed",
        ),
    ],
)
def test_the_sourcing_note_tells_which_form_it_is(facts, begins, reference):
    note = data(**facts)["notes"][0]
    assert sentence(note["text"]).startswith(begins)
    assert note["reference"] == reference


@pytest.mark.parametrize(
    ("activities", "begins", "section"),
    [
        (["complaints"], "Inbound: customers decide when they call", "inbound"),
        (["telesales"], "Outbound: the centre decides whom it calls", "outbound"),
        (["complaints", "telesales"], "Blended: planned calls go out", "blended"),
    ],
)
def test_the_direction_note_tells_what_it_means_for_the_work(activities, begins, section):
    note = data(activities=activities)["notes"][1]
    assert sentence(note["text"]).startswith(begins)
    assert note["reference"] == f"inbound-outbound-blended#{section}"


@pytest.mark.parametrize(
    ("label", "answers"),
    [
        ("Water company", ["in-house", "inbound", "formal"]),
        ("Water company, bill days at a vendor", ["mixed", "inbound", "formal"]),
        ("Publisher's sales campaign at a vendor", ["outsourced", "outbound", "formal"]),
        ("Boiler firm's two rooms", ["in-house", "blended", "formal"]),
        ("Kitchen dealer", ["in-house", "inbound", "informal"]),
        ("Town hall where office staff take turns", ["in-house", "inbound", "borderline"]),
        ("Insurance broker's client desk", ["in-house", "inbound", "borderline"]),
        ("Garden machines under one number", ["mixed", "inbound", "formal"]),
        ("Appliance firm's own cell", ["mixed", "inbound", "formal"]),
    ],
)
def test_each_case_of_the_book_is_what_its_chapter_says(label, answers):
    (preset,) = [preset for preset in LAB.presets if preset.label == label]
    chart = data(**preset.values)["charts"][0]
    (place,) = chart["taken"]
    assert [place["column"], place["row"], place["lane"]] == answers
    parts = {part["name"]: part for part in chart["description"]["parts"]}
    assert label in parts["cases"]["list"]
    names = {(each["column"], each["row"], each["lane"]) for each in chart["faint"]}
    assert tuple(answers) in names
    assert len(chart["faint"]) == len(LAB.presets)


def test_every_case_of_the_book_has_been_looked_up():
    assert len(LAB.presets) == 9


def test_every_reference_is_a_page_and_a_section():
    for marks in ([], ["head"], list(typology.MARKS)):
        for note in data(marks=marks)["notes"]:
            assert re.fullmatch(r"[a-z-]+#[a-z-]+", note["reference"])


def test_facts_that_contradict_are_answered_beside_the_control():
    request = json.dumps({"lab": "classify", "values": dict(VENDORS, vendor_takes=["nights"])})
    words = (
        "Hours a vendor takes in a place of its own must be empty where the vendor's agents already take "
        "every call in the vendor's premises."
    )
    assert told(json.loads(labs.answer(request))) == [("vendor_takes", words)]


def test_a_centre_without_activities_is_answered_beside_the_control():
    request = json.dumps({"lab": "classify", "values": {"activities": []}})
    ((name, words),) = told(json.loads(labs.answer(request)))
    assert name == "activities"
    assert words.startswith("Activities must be at least one of information, complaints, ")
    assert words.endswith(", surveys.")
