"""Each chapter asks enough, one guess before its lab among it, and no number in a question is unchecked."""

import re

import chapters
import pytest
import site_pages as site

from callcentre.page import objectives
from callcentre.page.questions import listing
from callcentre.teach.check import questions as check

PARTS = ["page", "name", "kind", "title", "objectives", "predicts"]
PARTS += ["asked", "options", "unit", "unit_forms", "tolerance", "why"]
CHAPTERS = objectives.CHAPTERS


@pytest.fixture(scope="module")
def questions():
    return listing.read(site.SITE)


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_chapter_asks_enough_questions_of_several_kinds_and_a_guess_before_its_lab(questions, page):
    assert list(check.of_chapter(chapters.ROOT, page, questions)) == []


def test_a_chapter_that_asks_too_little_is_told(questions):
    asked = [question for question in questions if question["page"] == "outsourcing"]
    without = [question for question in asked if not question["predicts"]]
    assert list(check.of_chapter(chapters.ROOT, "outsourcing", without[:1])) == [
        "book/outsourcing.md asks 1 questions of 1 kinds; 6 of 2 kinds are the least",
        "book/outsourcing.md asks for no guess before its lab",
    ]
    moved = [{**question, "predicts": question["predicts"] and "risk"} for question in asked]
    (trouble,) = check.of_chapter(chapters.ROOT, "outsourcing", moved)
    assert trouble.endswith("the lab risk must come")


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


def test_the_right_number_of_a_question_is_worked_out_by_the_model(questions):
    assert check.unpinned(chapters.ROOT, questions) == []
    (number, *_) = [question for question in questions if question["kind"] == "number"]
    (trouble,) = check.unpinned(chapters.ROOT, [{**number, "page": "law-in-force"}])
    assert trouble.endswith("has no row in book/claims.csv")
