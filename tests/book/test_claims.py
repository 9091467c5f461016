"""A number in the prose that the model computes is worked out again here."""

import re

import chapters
import pytest

from callcentre.teach.check import claim_values, claims

CLAIMS = claims.read(chapters.ROOT)
VALUES = claim_values.names(chapters.ROOT)


@pytest.mark.parametrize("claim", CLAIMS, ids=[f"{claim['page']}-{claim['number']}" for claim in CLAIMS])
def test_a_number_in_the_prose_is_what_the_model_computes(claim):
    assert claims.trouble_with(claim, claims.words(chapters.source(claim["page"])), VALUES) == ""
    assert claim["number"] == "true" or claim["number"] in claim["phrase"]


@pytest.mark.parametrize(
    ("number", "expression", "trouble"),
    [
        ("4", "agents_needed(10, 300, 0.80, 20)", "book/a.md says 'needs 4 agents': 4 is now 3"),
        ("true", "erlang_b(1, 1) > 1", "book/a.md says 'needs 4 agents', which is no longer so"),
        (
            "3",
            "agents(10)",
            "book/a.md says 'needs 4 agents', and agents(10) stops: NameError: ",
        ),
    ],
)
def test_a_claim_that_no_longer_holds_is_told(number, expression, trouble):
    claim = {"page": "a", "phrase": "needs 4 agents", "number": number, "expression": expression}
    assert claims.trouble_with(claim, "It needs 4 agents.", VALUES).startswith(trouble)
    assert "no longer says 'needs 4 agents'" in claims.trouble_with(claim, "It needs 5.", VALUES)


def said_to_be_computed():
    """Return (page, section) for each section that calls numbers computed."""
    marked = re.compile(r"(?<!\*)\*\(?[Cc]omputed\b|\([Cc]omputed\b")
    return [
        (page, section)
        for page in chapters.names()
        for section in chapters.sections(page)
        if marked.search(section) and re.search(r"\d", section)
    ]


@pytest.mark.parametrize(
    ("page", "section"),
    said_to_be_computed(),
    ids=[f"{page}-{section.splitlines()[0]}" for page, section in said_to_be_computed()],
)
def test_a_section_with_computed_numbers_takes_them_from_the_model(page, section):
    text = claims.words(section)
    pinned = [claim for claim in CLAIMS if claim["page"] == page and claim["phrase"] in text]
    assert "{lab-figure}" in section or pinned, (
        "write its numbers with the role {lab-figure}, or give each a row in book/claims.csv"
    )
