"""The sections of the book that a lab's notes point to are there."""

import pytest
from built_site import BUILT

from callcentre import labs

SCENARIOS = 40


@pytest.mark.parametrize("name", [lab.name for lab in labs.all()])
def test_the_sections_a_lab_points_to_stand_in_the_book(site, drawn_scenarios, name):
    lab = labs.find(name)
    views = [lab.view(values) for values in drawn_scenarios(lab, SCENARIOS)]
    references = {note.reference for view in views for note in view.notes if note.reference}
    missing = [reference for reference in sorted(references) if not stands(reference)]
    assert references
    assert missing == []


def stands(reference):
    page, section = reference.split("#")
    path = BUILT / "book" / f"{page}.html"
    return path.exists() and f'id="{section}"' in path.read_text(encoding="utf-8")
