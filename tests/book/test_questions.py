"""Each chapter asks enough, one guess before its lab among it, and no number in a question is unchecked."""

import csv
import re

import chapters
import pytest
import site_pages as site

from callcentre import labs
from callcentre.page import objectives
from callcentre.page.questions import listing

LEAST = 6
PARTS = ["page", "name", "kind", "title", "objectives", "predicts"]
PARTS += ["asked", "options", "unit", "tolerance", "why"]
LAB = re.compile(r"^```\{lab\} ([a-z-]+)$", re.MULTILINE)
CHAPTERS = objectives.CHAPTERS


@pytest.fixture(scope="module")
def questions():
    return listing.read(site.SITE)


@pytest.fixture(scope="module")
def pinned():
    """The claims that the model recomputes, by (page, phrase)."""
    with (chapters.ROOT / "tests/book/claims.csv").open(encoding="utf-8", newline="") as file:
        return {(claim["page"], claim["phrase"]) for claim in csv.DictReader(file)}


def of(questions, page):
    return [question for question in questions if question["page"] == page]


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_asks_at_least_six_questions_of_several_kinds(questions, page):
    asked = of(questions, page)
    assert len(asked) >= LEAST
    assert len({question["kind"] for question in asked}) >= 2


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_asks_for_a_guess_before_its_lab(questions, page):
    source = chapters.source(page)
    guesses = [question for question in of(questions, page) if question["predicts"]]
    assert guesses
    for question in guesses:
        assert question["predicts"] in labs.NAMES
        assert question["predicts"] in LAB.findall(source)
        after = source[source.index(f"\n:name: {question['name']}\n") :]
        assert LAB.search(after)[1] == question["predicts"]


def test_the_list_has_all_that_the_sources_ask(questions):
    written = {
        f"{page}/{name}"
        for page in chapters.names()
        for name in re.findall(r"^```\{question\}[^\n]*\n:name: (\S+)$", chapters.source(page), re.MULTILINE)
    }
    assert {f"{question['page']}/{question['name']}" for question in questions} == written
    assert len(written) == len(questions)


def test_a_question_in_the_list_is_whole_and_leads_nowhere(questions):
    for question in questions:
        assert list(question) == PARTS
        assert (question["tolerance"] is None) == (question["kind"] != "number")
        words = [question["asked"], *([question["why"]] if question["why"] else [])]
        for option in question["options"]:
            words += [option["text"], option["feedback"]]
        for each in words:
            assert each["plain"]
            assert each["html"]
            assert "<a " not in each["html"]


def test_the_right_number_of_a_question_is_worked_out_by_the_model(questions, pinned):
    numbers = [
        (question["page"], "[x] " + option["text"]["plain"])
        for question in questions
        for option in question["options"]
        if question["kind"] == "number" and option["is_right"]
    ]
    assert numbers
    assert sorted(set(numbers) - pinned) == []
