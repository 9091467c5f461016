"""Each objective has a section, a lab or figure, a task and a question; the map says why one has none."""

import chapters
import pytest
import yaml

from callcentre import exercises, labs
from callcentre.page import objectives

ROOT = chapters.ROOT
PLACES = objectives.places(ROOT)
ASKED = objectives.questions(ROOT)
STATED = [
    f"{page}/{number}"
    for page in objectives.PAGES
    for number, _ in enumerate(objectives.words(ROOT, page), 1)
]


def test_the_chapters_are_those_of_the_contents():
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    captions = ("Types of centre", "The sourcing decision", "The numbers", "Deciding")
    first = [part for part in contents["parts"] if part["caption"] in captions]
    assert [entry["file"] for part in first for entry in part["chapters"]] == [
        f"book/{page}" for page in objectives.CHAPTERS
    ]


@pytest.mark.parametrize("page", objectives.PAGES)
def test_a_page_numbers_three_to_six_objectives(page):
    assert 3 <= len(objectives.words(ROOT, page)) <= 6


def test_the_map_has_a_row_for_each_objective_and_no_other():
    assert list(PLACES) == STATED


@pytest.mark.parametrize("page", objectives.PAGES)
def test_the_page_for_instructors_shows_each_page_once(page):
    assert chapters.source("objectives").count(f"```{{objectives}} {page}\n") == 1


@pytest.mark.parametrize("objective", STATED)
def test_an_objective_is_taught_in_a_section(objective):
    assert PLACES[objective]["section"] in objectives.sections(ROOT, PLACES[objective]["page"])


@pytest.mark.parametrize("objective", STATED)
def test_an_objective_can_be_seen_in_a_lab_or_a_figure_or_the_map_says_why_not(objective):
    row = PLACES[objective]
    see = row["page"] if row["page"] in labs.NAMES else row["see"]
    assert bool(see) != bool(row["no_see"])
    assert not see or see in labs.NAMES or f":name: {see}\n" in objectives.text_of(ROOT, row["page"])


@pytest.mark.parametrize("objective", STATED)
def test_an_objective_has_a_task_or_the_map_says_why_not(objective):
    names, gap = PLACES[objective]["tasks"].split(), PLACES[objective]["no_task"]
    assert bool(names) != bool(gap)
    for name in names:
        assert exercises.task(name).name == name


@pytest.mark.parametrize("objective", STATED)
def test_an_objective_has_a_question_or_the_map_says_why_not(objective):
    assert bool(ASKED.get(objective)) != bool(PLACES[objective]["no_question"])


def test_a_question_asks_about_objectives_that_are_stated():
    assert sorted(set(ASKED) - set(STATED)) == []
