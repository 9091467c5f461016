"""Every statement of the founding text is told in the book, in the section coverage.csv names."""

import csv

import chapters
import pytest

from callcentre.teach.check.claims import words

with (chapters.ROOT / "tests/book/coverage.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))

STATEMENTS = [f"S{number}" for number in range(1, 20)]


def test_every_statement_has_a_section_and_no_other_is_named():
    assert sorted({row["statement"] for row in ROWS}) == sorted(STATEMENTS)


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['statement']}-{row['label']}" for row in ROWS])
def test_the_section_tells_the_statement(row):
    text = chapters.section(row["page"], row["label"])
    assert text is not None, f"book/{row['page']}.md has no label ({row['label']})= before a heading"
    assert row["phrase"] in words(text), (
        f"{row['statement']}, {row['says']}: section {row['label']} of book/{row['page']}.md no longer has "
        f"the words {row['phrase']!r}. If it still tells the statement, give coverage.csv its new words"
    )


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['statement']}-{row['label']}" for row in ROWS])
def test_the_words_that_show_it_are_more_than_a_mention(row):
    assert len(row["phrase"]) >= len("telesales")
