"""The glossary's two lists, by English and by French term, say the same in their own orders."""

import re
import unicodedata

import chapters
import site_pages as site

SOURCE = chapters.source("glossary")
ENTRIES = re.findall(
    r"((?:^[^\s`|#].*\n)+)  \*([^*]+)\.\* ", chapters.section("glossary", "by-english-term"), re.MULTILINE
)
FRENCH_LIST = re.findall(r"^\| ([^|]+) \| \{term\}`([^`]+)` \|$", SOURCE, re.MULTILINE)


def french_by_english():
    """Return a dict from each entry's first English term to its French terms, in lower case."""
    return {terms.splitlines()[0]: french.casefold().split(", ") for terms, french in ENTRIES}


def order(word):
    """Return a word as a dictionary sorts it: without accents and capitals."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().casefold()


def test_every_french_term_of_the_first_list_is_in_the_second():
    first = {(french, english) for english, terms in french_by_english().items() for french in terms}
    second = {(french.casefold(), english) for french, english in FRENCH_LIST}
    assert first == second


def test_both_lists_are_in_the_order_of_a_dictionary():
    english = list(french_by_english())
    french = [term for term, _ in FRENCH_LIST]
    assert len(english) > 90
    assert english == sorted(english, key=order)
    assert french == sorted(french, key=order)


def test_the_index_has_every_term_with_the_chapters_that_explain_it():
    items = site.page("book/index-of-terms.html").select("article li[id^=index-]")
    terms = sorted(french_by_english(), key=order)
    assert [
        item.find("a").get_text().replace("’", "'")[: len(term)]
        for item, term in zip(items, terms, strict=True)
    ] == terms
    places = [[link["href"] for link in item.find_all("a")[1:]] for item in items]
    assert "outsourcing.html#flexibility" in places[terms.index("minimum commitment")]
    assert sum(map(bool, places)) > len(places) / 2
