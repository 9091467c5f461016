"""A figure from elsewhere stands in one table, with place, date and source; the text prints it from there."""

import csv
import datetime
import re
import warnings

import chapters
import pytest

from callcentre.page import facts
from callcentre.teach.check import claims

FACTS = facts.read(chapters.ROOT / facts.TABLE)
CHAPTERS = [name for name in chapters.names() if name not in ("api", "sources", "facts", "for-instructors")]
ROLE = re.compile(r"\{fact\}`([^`]*)`")
OTHER_ROLE = re.compile(r"\{[a-z:-]+\}`[^`]*`")
NUMBER = re.compile(r"(?<![\w.,/=-])\d[\d.,]*\d|(?<![\w.,/=-])\d")
# What a paragraph that tells of somebody's count or claim has: a year beside such a word, or in brackets.
ELSEWHERE = re.compile(
    r"\{cite|\([^()=]*\b(?:19|20)\d\d\b[^()]*\)"
    r"|\b(?:survey|report(?:s|ed)?|published|found|auditor)\b[^.]*\b(?:19|20)\d\d\b"
    r"|\b(?:19|20)\d\d\b[^.]*\b(?:survey|report|published|found)\b"
)
# A year, a day, a clock's time, an article's or a judgment's number, a promise, a numbered line, a picture's
# words, which tests of its own hold to the table: nobody's figure.
NO_FIGURE = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d\d\b"
    r"|\b(?:ISO|EN|PCI DSS|L\.|art\.|articles?|Article|no\.) ?[\d.,:-]+(?: and \d+)?"
    r"|\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|\b\d+ %(?: of [\w ]+?)?\s+within\s+\d+\s+(?:seconds|minutes)"
    r"|\$[^$\n]*\$|^\d\. |\]\([^)]*\)|^```\{figure\}.*?(?:^```|\Z)|Ley 10/|BCCRT 149|\"80/20\"",
    re.MULTILINE | re.DOTALL,
)
CLAIMS = claims.read(chapters.ROOT)


@pytest.mark.parametrize("page", CHAPTERS)
def test_a_figure_from_elsewhere_is_in_the_table_or_computed(page):
    assert figures_of_nobody(page, chapters.source(page)) == []


def figures_of_nobody(page, source):
    """Return the numbers in paragraphs that tell of others' figures, less those in the table or claimed."""
    found = []
    claimed = " ".join(claim["phrase"] for claim in CLAIMS if claim["page"] == page)
    for paragraph in re.split(r"\n\s*\n", source):
        if ELSEWHERE.search(OTHER_ROLE.sub(lambda role: "{cite" * role[0].startswith("{cite"), paragraph)):
            plain = NO_FIGURE.sub(" ", OTHER_ROLE.sub(" ", paragraph))
            found += [number for number in NUMBER.findall(plain) if number not in NUMBER.findall(claimed)]
    return found


def test_a_figure_that_nobody_stands_for_is_found():
    paragraph = (
        "In 2004 it took 4.2 weeks {cite:p}`batt2005us`, by ISO 18295-1, from 7:00. {fact}`training-weeks`"
    )
    assert figures_of_nobody("none", paragraph) == ["4.2"]
    assert figures_of_nobody("none", "A survey put the wait at 35 seconds in 2016.") == ["35"]
    assert figures_of_nobody("none", "Some 74 % of cost is labour (North America, 2005).") == ["74"]
    assert figures_of_nobody("none", "With 44 agents the promise is kept.") == []


def test_every_row_is_printed_and_every_role_has_its_row():
    printed = {name for page in chapters.names() for name in ROLE.findall(chapters.source(page))}
    assert printed == set(FACTS)


@pytest.mark.parametrize(
    ("picture", "names"),
    [
        (
            "what-figures-show",
            "in-house-centres countries-surveyed sp2c-abroad-2005 sp2c-france-share-2016 sp2c-france-share "
            "sp2c-nearshore-share",
        ),
        ("what-studies-saw", "backsourcing-managers jpmorgan-months vonbary-experts"),
        ("who-tells-what", "ai-act-told ai-act-marked"),
    ],
)
def test_a_picture_prints_the_figures_of_the_table(picture, names):
    path = chapters.ROOT / f"book/images/{picture}.svg"
    words = re.sub(r"<[^>]+>", " ", path.read_text("utf-8").split("</style>")[1])
    for name in names.split():
        assert FACTS[name]["value"] in words


def test_a_weak_figure_is_called_illustrative():
    for page in CHAPTERS:
        for paragraph in re.split(r"\n\s*\n", chapters.source(page)):
            weak = [name for name in ROLE.findall(paragraph) if FACTS[name]["grade"] == "weak"]
            assert not weak or "llustrative" in paragraph, (page, weak)


def test_a_source_with_a_key_is_in_the_bibliography():
    keys = set(re.findall(r"^@\w+\{([^,]+),", (chapters.BOOK / "references.bib").read_text("utf-8"), re.M))
    unknown = [
        name for name, fact in FACTS.items() if " " not in fact["source"] and fact["source"] not in keys
    ]
    assert unknown == []


def test_who_should_look_again_is_warned():
    for fact in facts.stale(FACTS, datetime.date.today()):
        warnings.warn(f"{fact['name']} was to be looked at again by {fact['look_again_by']}", stacklevel=1)
    day = datetime.date.fromisoformat(min(fact["look_again_by"] for fact in FACTS.values()))
    assert facts.stale(FACTS, day)
    assert not facts.stale(FACTS, day - datetime.timedelta(days=1))


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("place", " ", "place is empty"),
        ("grade", "good", "grade must be one of strong, fair, weak; good is not"),
        ("checked_on", "23.11.2026", "checked_on must be a day such as 2026-11-27; 23.11.2026 is not"),
        ("name", "twice", "the name twice stands twice"),
    ],
)
def test_a_row_that_cannot_be_used_is_named_with_its_line(tmp_path, column, value, words):
    row = {**next(iter(FACTS.values())), column: value}
    path = tmp_path / "facts.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, facts.COLUMNS)
        writer.writeheader()
        writer.writerows([{**row, "name": "twice", column: row[column]}] * (2 if column == "name" else 1))
        if column != "name":
            writer.writerow(row)
    with pytest.raises(ValueError, match=rf"line [23]: {re.escape(words)}"):
        facts.read(path)
