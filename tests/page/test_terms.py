"""A term shows its definition where it stands, and the glossary is led into by letters and a filter."""

from axe import PHONE, violations_everywhere
from built_site import watched_tab
from playwright.sync_api import expect

PAGE = "book/outsourcing.html"
TERM = "article a[href*='glossary.html#term-']"
BOX = "#callcentre-term"
CALM = {"reduced_motion": "reduce"}


def test_a_term_shows_its_definition_to_a_mouse_and_to_the_keyboard(browser, site):
    with watched_tab(browser, site, **CALM) as tab:
        tab.goto(f"{site}/{PAGE}")
        box, term = tab.locator(BOX), tab.locator(TERM).first
        expect(box).to_be_attached()
        term.hover()
        expect(box).to_be_visible()
        assert len(box.text_content().split()) > 8
        box.hover()
        tab.wait_for_timeout(400)
        expect(box).to_be_visible()
        tab.keyboard.press("Escape")
        expect(box).to_be_hidden()
        tab.mouse.move(0, 0)
        term.focus()
        tab.keyboard.press("Shift+Tab")
        tab.keyboard.press("Tab")
        expect(box).to_be_visible()
        expect(term).to_have_attribute("aria-describedby", BOX[1:])
        found = violations_everywhere(tab)
        assert found == dict.fromkeys(found, [])
        tab.keyboard.press("Enter")
        tab.wait_for_url("**/glossary.html#term-*")


def test_a_touch_shows_the_definition_and_a_second_one_leads_to_the_glossary(browser, site):
    with watched_tab(browser, site, **PHONE) as tab:
        tab.goto(f"{site}/{PAGE}")
        box, term = tab.locator(BOX), tab.locator(TERM).first
        expect(box).to_be_attached()
        term.tap()
        expect(box).to_be_visible()
        assert box.evaluate("one => one.getBoundingClientRect().right") <= PHONE["viewport"]["width"]
        tab.locator("article h1").tap()
        expect(box).to_be_hidden()
        term.tap()
        term.tap()
        tab.wait_for_url("**/glossary.html#term-*")


def test_the_glossary_is_filtered_in_both_lists_whatever_the_accents(browser, site):
    with watched_tab(browser, site, **CALM) as tab:
        tab.goto(f"{site}/book/glossary.html")
        field = tab.locator("[data-part=filter] input")
        field.fill("debord")
        assert tab.locator("dl.glossary dt:visible").all_text_contents()[0].startswith("overflow")
        assert tab.locator("#by-french-term tbody tr:visible").count() == 1
        told = tab.locator("[data-part=filter] [role=status]")
        expect(told).to_have_text("Terms shown: 1")
        field.fill("centre d’appels")
        shown = told.text_content()
        assert shown != "Terms shown: 0"
        field.fill("centre d'appels")
        expect(told).to_have_text(shown)
        field.fill("")
        assert tab.locator("dl.glossary dd:visible").count() > 100
        for label in ("By English term", "By French term"):
            letters = tab.get_by_role("navigation", name=label).locator("a")
            assert letters.count() > 15
            letters.nth(3).press("Enter")
            assert tab.locator(":target").count() == 1


def test_without_javascript_the_glossary_has_its_letters_and_no_filter(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{site}/book/glossary.html")
        assert tab.locator(".callcentre-letters a:visible").count() > 30
        assert not tab.locator("[data-part=filter]").is_visible()
