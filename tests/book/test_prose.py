"""The lint of prose finds what it looks for, where it stands, and nothing in code or French."""

import prose
import pytest


@pytest.mark.parametrize(
    ("words", "finding"),
    [
        ("The centre is simply small.", "“simply”: leave it out"),
        ("A color of the centre.", "“color” is American: write “colour”"),
        ("They organize it.", "“organize” is American: write “organise”"),
        ("An own centre is dear.", "“An own”: write “one of its own, or the like”"),
        ("Send an email.", "“email”: write “e-mail”"),
        ("Who is in the the centre?", "“the the” stands twice"),
        ("One " * 50, "50 words in a sentence, of 45 allowed: “One One"),
    ],
)
def test_each_rule_finds_its_kind(words, finding):
    assert any(found.startswith(finding) for found in prose.findings(words))


def test_good_prose_passes():
    assert not list(prose.findings("In in-house centres, a million million calls cost nothing. (In theory.)"))


def test_words_in_a_question_are_read_with_their_line_and_code_and_french_are_not():
    source = "# Head\n\n```{question} A\n:name: very\n\nOne {term}`cell <x>` and {fr}`simply`, `just`.\n```\n"
    assert ("One cell and …, ….") in [text for _, text in prose.paragraphs(source)]
    assert [line for line, text in prose.paragraphs(source) if text.startswith("One")] == [6]
