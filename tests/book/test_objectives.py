"""Each objective has a section and a task; a lab or figure and a question, or the map says why not."""

import chapters
import pytest
import yaml

from callcentre.page import objectives
from callcentre.teach.check import objective_map

ROOT = chapters.ROOT
PLACES = objectives.places(ROOT)
ASKED = objectives.questions(ROOT)
STATED = objective_map.stated(ROOT)


def test_the_chapters_are_those_of_the_contents():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    captions = ("Types of centre", "The sourcing decision", "The numbers", "Deciding")
    first = [part for part in contents["parts"] if part["caption"] in captions]
    assert [entry["file"] for part in first for entry in part["chapters"]] == [
        f"book/{page}" for page in objectives.CHAPTERS
    ]


def test_pages_tasks_questions_and_the_map_fit_together():
    assert objective_map.troubles(ROOT) == []
    assert list(PLACES) == STATED


@pytest.mark.parametrize("page", objectives.PAGES)
def test_the_page_for_instructors_shows_each_page_once(page):
    assert chapters.source("objectives").count(f"```{{objectives}} {page}\n") == 1


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        ({"section": "gone"}, "is taught in the section 'gone', which the-contract does not have"),
        ({"see": "fig-gone"}, "is seen in 'fig-gone', which is no lab and no figure of the-contract"),
        ({"see": ""}, "has no lab or figure"),
        (
            {"tasks": "cost/gone"},
            "is practised in a task that is not there: task must be one of",
        ),
        ({"tasks": ""}, "has no task"),
    ],
)
def test_what_an_objective_lacks_is_told(change, trouble):
    row = {**PLACES["the-contract/1"], **change}
    (told,) = objective_map.of_objective(ROOT, row, ASKED["the-contract/1"])
    assert told.startswith(trouble)


def test_an_objective_that_nothing_asks_about_is_told():
    assert list(objective_map.of_objective(ROOT, PLACES["the-contract/1"], None)) == ["has no question"]


def test_a_row_and_an_objective_without_each_other_are_told(monkeypatch):
    places = {**PLACES, "the-contract/9": PLACES["the-contract/1"]}
    del places["the-contract/2"]
    monkeypatch.setattr(objectives, "places", lambda root: places)
    assert objective_map.troubles(ROOT) == [
        "book/objectives.csv has no row for the-contract/2",
        "book/objectives.csv has a row for the-contract/9, which no page states",
    ]
