"""What was read and answered has its tick in the contents, and the front page leads back to it."""

from axe import violations_everywhere
from built_site import watched_tab

PAGE = "book/what-a-call-centre-is"
SECTION = "article section section[id] > h2"
TICK = f".bd-docs-nav a[href$='{PAGE.split('/')[1]}.html']"
GO_ON = "[data-part=go-on]"
LEAVE = """
() => {
  Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
  document.dispatchEvent(new Event('visibilitychange'));
}
"""


def test_what_was_read_is_ticked_and_the_front_page_leads_back(browser, site):
    with watched_tab(browser, site, reduced_motion="reduce") as tab:
        tab.goto(f"{site}/book/index.html")
        assert tab.locator(GO_ON).count() == 0 and "✓" not in tab.locator(TICK).text_content()
        tab.goto(f"{site}/{PAGE}.html")
        question = tab.locator("section[data-question][data-state=live][data-kind=choose-one]").first
        question.locator("input").first.check()
        question.locator("[data-action=check]").press("Enter")
        tab.locator(".prev-next-footer").scroll_into_view_if_needed()
        tab.wait_for_function("() => localStorage.getItem('callcentre-read')?.includes('read')")
        heading = tab.locator(SECTION).nth(1)
        heading.evaluate("one => one.scrollIntoView({ block: 'start', behavior: 'instant' })")
        section = heading.evaluate("one => one.parentElement.id")
        tab.evaluate(LEAVE)
        tab.goto(f"{site}/book/index.html")
        tab.locator(GO_ON).wait_for()
        assert tab.locator(TICK).text_content().endswith("✓ (read, 1 question answered)")
        assert tab.locator(f"{GO_ON} a").get_attribute("href") == f"../{PAGE}.html#{section}"
        found = violations_everywhere(tab)
        assert found == dict.fromkeys(found, [])
        tab.locator(f"{GO_ON} button").press("Enter")
        assert tab.locator(GO_ON).count() == 0
        assert tab.evaluate("localStorage.getItem('callcentre-read')") is None
