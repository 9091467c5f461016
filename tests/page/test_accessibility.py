"""No page violates a rule of axe-core, best practices included: light, dark, on a phone, with messages."""

from built_site import ROOT, watched_tab
from visits import open_live

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
DESKTOP = {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light", "reduced_motion": "reduce"}
PHONE = {"viewport": {"width": 320, "height": 700}, "has_touch": True, "reduced_motion": "reduce"}
PAUSE_OF_TYPING = 1000
PAUSE_OF_RESIZING = 500  # ms, in which the theme looks which parts scroll now and need a tab stop
THEMES = ("light", "dark")


def violations(tab):
    """Return what axe finds, rule and places, on a page at its top, where nothing sticks over a control."""
    tab.evaluate("scrollTo(0, 0)")
    if not tab.evaluate("'axe' in window"):
        tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("axe.run()")["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


def turn(tab, theme):
    """Have the system ask for a light or dark page, as the book's theme follows it."""
    tab.emulate_media(color_scheme=theme)
    tab.wait_for_function("theme => document.documentElement.dataset.theme === theme", arg=theme)


def test_a_page_has_no_violation_in_light_or_dark_and_fits_a_narrow_phone(browser, site, any_page):
    with watched_tab(browser, site, **DESKTOP) as tab:
        open_live(tab, f"{site}/{any_page}")
        for theme in THEMES:
            turn(tab, theme)
            assert violations(tab) == [], theme
        tab.set_viewport_size(PHONE["viewport"])
        tab.wait_for_timeout(PAUSE_OF_RESIZING)
        assert violations(tab) == [], "phone"
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]


def test_a_lab_with_everything_open_and_a_message_has_no_violation(browser, site, a_page_of_each_lab):
    with watched_tab(browser, site, **PHONE) as tab:
        section = open_live(tab, f"{site}/{a_page_of_each_lab}")
        section.evaluate("one => one.querySelectorAll('details').forEach(each => { each.open = true })")
        for field in section.locator("input[type=text]").all():
            field.fill("?")
        while section.locator("input[type=checkbox]:checked").count():
            section.locator("input[type=checkbox]:checked").first.press("Space")
        tab.wait_for_timeout(PAUSE_OF_TYPING)
        if not section.locator("[aria-invalid=true]").count():  # nothing there to type or tick wrongly
            section.evaluate("one => { location.hash = `#${one.id}?no_such=1` }")
        tab.wait_for_selector("[aria-invalid=true], .callcentre-message:not(:empty)")
        for theme, screen in zip(THEMES, (PHONE, DESKTOP), strict=True):
            tab.set_viewport_size(screen["viewport"])
            tab.wait_for_timeout(PAUSE_OF_RESIZING)
            turn(tab, theme)
            assert violations(tab) == [], theme
