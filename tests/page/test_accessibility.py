"""No page has a WCAG violation that axe-core finds: light, dark, on a phone, and with messages shown."""

import pytest
from built_site import ROOT, watched_tab
from visits import open_live

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 700}
LOOKS = {
    "light": {"color_scheme": "light", "viewport": DESKTOP},
    "dark": {"color_scheme": "dark", "viewport": DESKTOP},
    "phone": {"color_scheme": "light", "viewport": PHONE, "has_touch": True},
}


def violations(tab):
    """Return what axe finds: the rule, and where."""
    tab.evaluate(AXE.read_text(encoding="utf-8"))
    found = tab.evaluate("tags => axe.run({runOnly: tags})", TAGS)["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("look", LOOKS)
def test_a_page_has_no_violation(browser, site, any_page, look):
    with watched_tab(browser, site, **LOOKS[look]) as tab:
        open_live(tab, f"{site}/{any_page}")
        assert violations(tab) == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_lab_with_everything_open_and_a_message_has_no_violation(browser, site, a_page_of_each_lab, look):
    with watched_tab(browser, site, **LOOKS[look]) as tab:
        section = open_live(tab, f"{site}/{a_page_of_each_lab}")
        section.evaluate("one => one.querySelectorAll('details').forEach(each => { each.open = true })")
        for field in section.locator("input[type=text]").all():
            field.fill("?")
        while section.locator("input[type=checkbox]:checked").count():
            section.locator("input[type=checkbox]:checked").first.press("Space")
        tab.wait_for_selector("[aria-invalid=true]")
        assert violations(tab) == []


def test_a_page_fits_a_narrow_phone(browser, site, any_page):
    with watched_tab(browser, site, **LOOKS["phone"]) as tab:
        tab.goto(f"{site}/{any_page}")
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
