"""The search finds the right page first and marks the right letters: from a server or a disk, by keyboard."""

import pytest
from axe import violations_everywhere
from built_site import BUILT, watched_tab

from callcentre.page.search import WORDS, read

# (what is asked for, the page that comes first, what is marked on it and in its places)
ASKED = (
    ("centre d'appels", "book/glossary.html", {"centre", "Centre", "appels"}),
    ("l'externalisation", "book/glossary.html", {"Externalisation", "externalisation"}),
    ("debordement", "book/glossary.html", {"Débordement", "débordement"}),
    ("outsorcing", "book/outsourcing.html", {"Outsourcing", "outsourcing"}),
    ("break-even", "book/what-a-mix-costs.html", {"Break-even", "break-even"}),
    ("Erlang", "book/load-and-the-erlang.html", {"Erlang", "erlang"}),
)
# (what is asked for, the page that leads on from it, among how many of the first it must stand)
LEADS = (
    ("bot", "book/software-that-answers.html", 1),
    ("chatbot", "book/software-that-answers.html", 1),
    ("is a bot worth it", "book/software-that-answers.html", 1),
    ("cost of outsourcing with VAT", "book/what-a-vendor-costs.html", 3),
    ("VAT outsourcing", "book/from-tender-to-handover.html", 3),
    ("vat", "book/from-tender-to-handover.html", 3),
    ("TVA", "book/glossary.html", 1),
    ("legal target France", "book/law-in-force.html", 1),
    ("legal targets", "book/law-in-force.html", 3),
    ("laws", "book/law-in-force.html", 1),
    ("take back a centre", "book/taking-it-back.html", 1),
    ("bring back in-house", "book/taking-it-back.html", 1),
    ("RGPD", "book/the-work-itself.html", 3),
    ("salary", "book/what-a-centre-costs.html", 3),
    ("salaire", "book/what-a-centre-costs.html", 3),
    ("prestataire", "book/the-vendor-market.html", 3),
    ("vendeur", "book/the-vendor-market.html", 3),
    ("erlnag", "book/load-and-the-erlang.html", 1),
    ("overflw", "book/glossary.html", 3),
    ("occupency", "book/load-and-the-erlang.html", 3),
)
PAGES = "all => all.map(one => one.dataset.page)"
NEAR = {"outsorcing", "vendeur", "erlnag", "overflw", "occupency"}
FOUND = "[data-part=found] > li"
FIRST = "all => [all[0].dataset.page, [...all[0].querySelectorAll('mark')].map(one => one.textContent)]"
FIRST_PLACE = "all => all[0].querySelector('ul a').getAttribute('href')"
PLACES = {
    "centre d'appels": "book/glossary.html#term-call-centre",
    "l'externalisation": "book/glossary.html#term-outsourcing",
    "debordement": "book/glossary.html#term-overflow",
}
FIELD = "form.bd-search input:visible"


def search(tab, asked):
    """Type into the search page's field and wait until what is found for it is told."""
    tab.locator(FIELD).fill("")
    tab.wait_for_function("() => document.querySelector('[data-part=told]').textContent === ''")
    tab.locator(FIELD).fill(asked)
    tab.wait_for_function("() => document.querySelector('[data-part=told]').textContent !== ''")


def test_the_right_page_comes_first_with_the_right_letters_marked(browser, site):
    with watched_tab(browser, site, reduced_motion="reduce") as tab:
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(f"{site}/search.html")
        assert [url for url in asked if WORDS in url] == []
        for words, page, letters in ASKED:
            search(tab, words)
            first, marked = tab.eval_on_selector_all(FOUND, FIRST)
            assert (words, first) == (words, page)
            assert marked and set(marked) <= letters, words
            if words in PLACES:
                assert tab.eval_on_selector_all(FOUND, FIRST_PLACE) == PLACES[words]
        for words, page, places in LEADS:
            search(tab, words)
            assert page in tab.eval_on_selector_all(FOUND, PAGES)[:places], words
            told = tab.locator("[data-part=told]").text_content()
            assert told.startswith("No page has exactly") == (words in NEAR), words
        search(tab, "VAT monitoring")
        assert "Below them are pages that have most" in tab.locator("[data-part=told]").text_content()
        search(tab, "xylophone")
        assert tab.locator(FOUND).count() == 0
        search(tab, "erlang")
        found = violations_everywhere(tab)
        assert found == dict.fromkeys(found, [])
        assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_themes_field_leads_to_the_search_by_keyboard_and_from_a_disk(browser, site):
    page = BUILT / "book" / "glossary.html"
    for address in (f"{site}/book/glossary.html", page.as_uri()):
        with browser.new_context() as context:
            tab = context.new_page()
            tab.goto(address)
            tab.keyboard.press("Control+k")
            tab.keyboard.type("debordement")
            tab.keyboard.press("Enter")
            tab.wait_for_url("**/search.html?q=debordement")
            tab.locator(FOUND).first.wait_for()
            assert tab.locator(FIELD).input_value() == "debordement"
            tab.locator(f"{FOUND} ul a").first.press("Enter")
            tab.wait_for_url("**/book/glossary.html#term-overflow")


def test_without_javascript_a_sentence_says_so_and_where_to_look(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{site}/search.html")
        said = tab.locator("[data-part=search] noscript")
        assert "needs JavaScript" in said.text_content()
        assert said.locator("a").count() == 2


@pytest.fixture(scope="module")
def searched(site):
    return read(BUILT / "_static" / WORDS)


def test_all_pages_with_a_source_can_be_found_and_nothing_hidden_in_them(searched):
    pages = {path.relative_to(BUILT).with_suffix("").as_posix() for path in BUILT.glob("*/**/*.html")}
    pages = {page for page in pages if page.startswith(("book/", "notebooks/", "exercises/"))}
    assert set(searched) == pages
    text = " ".join(place["text"] for places in searched.values() for place in places)
    for hidden in (
        "lab.view().figures",
        "npv_in_house",
        "\\frac",
        "Fifteen agents’ worth of work arrived for",
    ):
        assert hidden not in text, hidden
    assert [place["text"] for place in searched["book/index-of-terms"][1:]] == []
    assert "On the water company’s Monday all twelve people" in text


def test_no_trace_of_sphinxs_own_search_is_left(site):
    names = {path.name for path in BUILT.rglob("*.js")}
    assert "searchindex.js" not in names
    text = (BUILT / "book" / "glossary.html").read_text(encoding="utf-8")
    assert "sphinx_highlight" not in text
