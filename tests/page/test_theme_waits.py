"""On a page with a lab the theme's scripts wait for the labs; what a reader asks meanwhile is answered."""

from contextlib import contextmanager

import pytest
from built_site import BUILT, built_pages, lab_pages, watched_tab
from visits import first_lab, wait_state

LATER = 'type="text/x-later"'
DARK = {"color_scheme": "dark", "viewport": {"width": 1280, "height": 700}}
PHONE = {"viewport": {"width": 390, "height": 700}}
THEME = "() => document.documentElement.dataset.theme"
SEARCHES = "() => document.getElementById('pst-search-dialog').open"
IS_SLID_IN = "() => document.getElementById('pst-primary-sidebar-modal').open"
FIRST_THEME = """
new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.themeAtFirst = document.documentElement.dataset.theme;
  observer.disconnect();
}).observe(document, {childList: true, subtree: true});
"""
SIDE_BAR = "document.querySelector('.bd-sidebar-primary').scrollTop"
LONGEST_WAIT = 5000  # ms until they come although no lab is live


@contextmanager
def opened_while_labs_start(browser, site, page, **options):
    """A tab with a page whose lab's Python has not come yet, and a function that lets it come."""
    with watched_tab(browser, site, **options) as tab:
        held = []
        tab.route("**/callcentre-lab-*", lambda route: held.append(route))
        tab.add_init_script(FIRST_THEME)
        tab.goto(f"{site}/{page}", wait_until="domcontentloaded")
        yield tab, lambda: [route.continue_() for route in held]


@pytest.fixture
def page(names_by_page):
    return next(iter(names_by_page))


def has_theme(tab):
    return tab.locator(f"script[{LATER}]").count() == 0


def test_they_come_once_the_labs_are_live_and_do_what_they_did(browser, site, page):
    with opened_while_labs_start(browser, site, page) as (tab, let_come):
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.wait_for_timeout(500)
        assert not has_theme(tab)
        assert [url for url in asked if "/scripts/" in url or "copybutton.js" in url] == []
        let_come()
        wait_state(tab, first_lab(tab), "live")
        tab.wait_for_function(f"() => !document.querySelector('script[{LATER}]')")
        tab.wait_for_load_state("networkidle")
        tab.locator(".theme-switch-button:visible").first.press("Enter")
        assert tab.evaluate(THEME) == "dark"
        tab.keyboard.press("Control+k")
        assert tab.evaluate(SEARCHES)


def test_a_press_on_search_meanwhile_is_answered_once_they_are_there(browser, site, page):
    with opened_while_labs_start(browser, site, page) as (tab, _):
        tab.locator(".search-button__button:visible").first.click()
        tab.wait_for_function(SEARCHES)
        assert first_lab(tab).get_attribute("data-state") == "static"


def test_the_searchs_key_meanwhile_is_answered_once_they_are_there(browser, site, page):
    with opened_while_labs_start(browser, site, page) as (tab, _):
        tab.keyboard.press("Control+k")
        tab.wait_for_function(SEARCHES)
        tab.keyboard.press("Control+k")
        assert not tab.evaluate(SEARCHES)


def test_the_side_bar_slides_in_on_a_phone_meanwhile(browser, site, page):
    with opened_while_labs_start(browser, site, page, **PHONE) as (tab, _):
        tab.locator(".primary-toggle").press("Enter")
        tab.wait_for_function(IS_SLID_IN)


def test_light_or_dark_is_there_from_the_first_and_switched_meanwhile(browser, site, page):
    with opened_while_labs_start(browser, site, page, **DARK) as (tab, _):
        assert tab.evaluate("themeAtFirst") == "dark"
        assert not has_theme(tab)
        tab.locator(".theme-switch-button:visible").first.click()
        tab.wait_for_function(f"() => ({THEME})() === 'light'")
        tab.reload(wait_until="domcontentloaded")
        assert tab.evaluate("themeAtFirst") == "light"


def test_labs_that_fail_or_take_long_do_not_keep_them(browser, site, page):
    with browser.new_context() as context:
        tab = context.new_page()
        tab.route("**/callcentre-lab-*", lambda route: route.abort())
        tab.goto(f"{site}/{page}")
        wait_state(tab, first_lab(tab), "failed")
        tab.wait_for_function(f"() => !document.querySelector('script[{LATER}]')")
    with opened_while_labs_start(browser, site, page) as (tab, _):
        tab.wait_for_function(f"() => !document.querySelector('script[{LATER}]')", timeout=2 * LONGEST_WAIT)
        assert first_lab(tab).get_attribute("data-state") == "static"


def test_the_side_bar_stays_where_it_is_when_they_come(browser, site, names_by_page):
    page = list(names_by_page)[-1]
    with opened_while_labs_start(browser, site, page, viewport={"width": 1280, "height": 300}) as (tab, come):
        before = tab.evaluate(SIDE_BAR)
        assert before > 0
        come()
        wait_state(tab, first_lab(tab), "live")
        tab.wait_for_load_state("networkidle")
        assert tab.evaluate(SIDE_BAR) == before


def test_a_page_without_labs_and_exercises_has_them_at_once(site):
    others = {page for page in built_pages() if not page.startswith("exercises/")} - set(lab_pages())
    assert others
    assert [page for page in others if LATER in (BUILT / page).read_text("utf-8")] == []
