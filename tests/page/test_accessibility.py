"""A lab with everything open and a message violates no rule of axe-core; pages: ``test_every_page``."""

from axe import DESKTOP, PHONE, THEMES, resize, turn, violations
from built_site import watched_tab
from visits import open_live

PAUSE_OF_TYPING = 1000


def test_what_violates_a_rule_is_found(tab):
    tab.set_content("<html lang=en><title>T</title><main><h1>H</h1><img id=bare src='data:,'></main></html>")
    assert violations(tab) == [["image-alt", [["#bare"]]]]


def test_a_lab_with_everything_open_and_a_message_has_no_violation(browser, site, a_page_of_each_lab):
    with watched_tab(browser, site, **PHONE) as tab:
        section = open_live(tab, f"{site}/{a_page_of_each_lab}")
        section.evaluate("one => one.querySelectorAll('details').forEach(each => { each.open = true })")
        for field in section.locator("input[type=text]:enabled").all():
            field.fill("?")
        while section.locator("input[type=checkbox]:checked:enabled").count():
            section.locator("input[type=checkbox]:checked:enabled").first.press("Space")
        tab.wait_for_timeout(PAUSE_OF_TYPING)
        if not section.locator("[aria-invalid=true]").count():  # nothing there to type or tick wrongly
            section.evaluate("one => { location.hash = `#${one.id}?no_such=1` }")
        tab.wait_for_selector("[aria-invalid=true], .callcentre-message:not(:empty)")
        for theme, screen in zip(THEMES, (PHONE, DESKTOP), strict=True):
            resize(tab, screen)
            turn(tab, theme)
            assert violations(tab) == [], theme
