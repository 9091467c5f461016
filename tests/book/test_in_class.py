"""The page for the classroom has each unit once, with its mistakes and rubrics as the tasks hold them."""

import re

import chapters
import site_pages as site

from callcentre import exercises
from callcentre.page import unit_notes

PAGE = chapters.source("in-class")
UNITS = [
    name for names in re.findall(r"^```\{unit-notes\} (.+)$", PAGE, re.MULTILINE) for name in names.split()
]
LEAD = ("**What goes wrong.**", "**Ask.**", "**Listen for**")


def plain(text):
    """Return a text in one line, with straight quotes."""
    return " ".join(re.sub('[“”"]', '"', re.sub("[‘’]", "'", text)).replace("…", "...").split())


def test_each_unit_has_what_goes_wrong_what_to_ask_and_what_to_listen_for():
    assert sorted(UNITS) == sorted(exercises.NAMES)
    by_unit = PAGE.partition("(marked-example)=")[0]
    for part in re.split(r"^### ", by_unit, flags=re.MULTILINE)[1:]:
        assert [part.count(words) for words in (*LEAD, "```{unit-notes}")] == [1, 1, 1, 1], part.splitlines()[
            0
        ]


def test_the_page_shows_each_mistake_and_all_that_is_marked():
    shown = plain(site.page("book/in-class.html").get_text())
    for unit in exercises.units():
        for task in unit.tasks:
            for words in (*unit_notes.mistakes(task), *unit_notes.rubric(task)):
                assert plain(words) in shown


def test_the_marked_answer_is_marked_by_its_tasks_own_rubric():
    marked = PAGE.partition("(marked-example)=")[2].partition("(honesty)=")[0]
    rows = re.findall(r"^\| (.+?) \| (\d) of (\d) \| .+ \|$", marked, re.MULTILINE)
    assert [f"{asked}: {most}" for asked, _, most in rows] == unit_notes.rubric(
        exercises.task("agents/explain")
    )
    assert {0, 1} == {int(given) for _, given, _ in rows}
