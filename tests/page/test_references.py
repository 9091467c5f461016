"""The sections of the book that a lab's notes point to are there, and its page knows them by their titles."""

import json

import pytest
from bs4 import BeautifulSoup
from built_site import BUILT

from callcentre import labs

SCENARIOS = 40
FINISHED = 3  # a long run adds few notes to those of its first view


@pytest.mark.parametrize("name", [lab.name for lab in labs.all()])
def test_the_sections_a_lab_points_to_stand_in_the_book(site, drawn_scenarios, name):
    lab = labs.find(name)
    drawn = drawn_scenarios(lab, SCENARIOS)
    views = [lab.first_view(lab.complete(values))[0] for values in drawn]
    views += [lab.view(values) for values in drawn[:FINISHED]]
    references = {note.reference for view in views for note in view.notes if note.reference}
    missing = [reference for reference in sorted(references) if not stands(reference)]
    assert references
    assert missing == []
    page = BeautifulSoup((BUILT / "notebooks" / f"{name}.html").read_text(encoding="utf-8"), "html.parser")
    lab_on_page = page.select_one("section[data-lab]")
    assert references <= set(json.loads(lab_on_page["data-frame"])["sections"])
    assert lab_on_page.find_next("details", class_="above-input"), "its code stands below it"


def stands(reference):
    page, section = reference.split("#")
    path = BUILT / "book" / f"{page}.html"
    return path.exists() and f'id="{section}"' in path.read_text(encoding="utf-8")
