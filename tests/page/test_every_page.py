"""What holds on every page: each is visited once with JavaScript and, where it has a lab, once without."""

from collections import namedtuple
from functools import cache

import pytest
from axe import DESKTOP, PHONE, THEMES, violations_everywhere
from built_site import PATIENCE, noted, watched_tab
from visits import expected_figures, open_live, own_values, revision, shown_figures, wait_picture

SUM_SHIFTS = """
window.shift = 0;
const sum = list => { for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value };
new PerformanceObserver(sum).observe({type: 'layout-shift', buffered: true});
"""
PAUSE_OF_SHIFTS = 300  # ms
MOST_SHIFT = 0.02
SECTION = "section[data-lab]"
SHOWN = ".callcentre-picture, .callcentre-folds"
# A handle is laid over its picture by the script, through the style object, which every policy allows.
BROUGHT_INLINE = f"{SECTION} :is(script, style, [style]:not([role=slider]), [onclick])"
TABLES = "article table.table:visible"
# A head's words where its column has another width once the latter half of the rows is gone.
MOVED = """
table => {
  const heads = [...table.querySelectorAll('thead th')];
  const widths = () => heads.map(head => head.getBoundingClientRect().width);
  const rows = [...table.querySelectorAll('tbody tr')];
  const late = rows.slice(Math.ceil(rows.length / 2));
  if (table.getBoundingClientRect().height < innerHeight) return [];
  const before = widths();
  late.forEach(row => row.remove());
  const after = widths();
  table.querySelector('tbody').append(...late);
  return heads.filter((_, place) => Math.abs(before[place] - after[place]) > 1).map(head => head.textContent);
}
"""
WIDTH = "document.documentElement.scrollWidth"

# Once a page has settled: the sum of its layout shifts, its labs' states, disabled fields and messages.
# After a reset: what its labs show, and how many elements have inline scripts or styles. Then: columns that
# late rows move, what axe finds by screen, and the width on a phone. All the while: errors told and other
# hosts asked.
Visit = namedtuple("Visit", "shift states disabled messages shown inline moved violations width wrong")
# A lab's own values and what it shows, without JavaScript.
Still = namedtuple("Still", "own figures state shown says_so pictures charts")


@pytest.fixture(scope="module")
def visited(browser, site):
    """A function from a page to the Visit of it."""

    @cache
    def visit(page):
        with browser.new_context(viewport=DESKTOP["viewport"], color_scheme="light") as context:
            context.set_default_timeout(PATIENCE)
            tab = context.new_page()
            tab.add_init_script(SUM_SHIFTS)
            wrong = noted(tab, site)
            open_live(tab, f"{site}/{page}")
            return Visit(*settled(tab), *reset(tab), moved_columns(tab), *looked_at(tab), wrong)

    return visit


def settled(tab):
    """Return shifts, states, disabled fields and messages of a page that was just opened."""
    tab.wait_for_timeout(PAUSE_OF_SHIFTS)
    return (
        tab.evaluate("window.shift"),
        tab.locator(SECTION).evaluate_all("all => all.map(one => one.dataset.state)"),
        tab.locator(f"{SECTION} .callcentre-all:disabled").count(),
        "".join(tab.locator(".callcentre-message").all_text_contents()),
    )


def reset(tab):
    """Reset each lab; return what they show then, and how many elements have inline scripts or styles."""
    shown = []
    for section in tab.locator(SECTION).all():
        before = revision(section)
        section.locator("[data-action=reset]").click()
        wait_picture(tab, section, before)
        shown.append(section.locator(SHOWN).all_text_contents())
    return shown, tab.locator(BROUGHT_INLINE).count()


def moved_columns(tab):
    """Return columns that would have another width, had a page arrived only as far as its table's middle."""
    return [column for table in tab.locator(TABLES).all() for column in table.evaluate(MOVED)]


def looked_at(tab):
    """Return what axe finds in light, in dark and on a narrow phone, and how wide the page is there."""
    return violations_everywhere(tab), tab.evaluate(WIDTH)


@pytest.fixture(scope="module")
def seen_still(browser, site):
    """A function from a page to the Still of each of its labs."""

    @cache
    def see(page):
        with watched_tab(browser, site, java_script_enabled=False) as tab:
            tab.goto(f"{site}/{page}")
            return [still(section) for section in tab.locator(SECTION).all()]

    return see


def still(section):
    return Still(
        own_values(section),
        shown_figures(section),
        section.get_attribute("data-state"),
        section.locator(SHOWN).all_text_contents(),
        section.locator(".callcentre-no-script").is_visible(),
        section.locator("svg[role=img]:visible").count(),
        section.locator("figure").count(),
    )


def test_a_page_tells_no_error_and_asks_no_other_host(visited, any_page):
    assert visited(any_page).wrong == []


@pytest.mark.parametrize("screen", [*THEMES, "phone"])
def test_a_page_has_no_violation(visited, any_page, screen):
    assert visited(any_page).violations[screen] == []


def test_a_page_fits_a_narrow_phone(visited, any_page):
    assert visited(any_page).width <= PHONE["viewport"]["width"]


def test_nothing_moves_while_a_page_comes_alive(visited, any_page):
    assert visited(any_page).shift <= MOST_SHIFT


def test_rows_that_arrive_late_move_no_column(visited, any_page):
    assert visited(any_page).moved == []


def test_every_lab_of_a_page_goes_live_by_itself(visited, lab_page, names_by_page):
    visit = visited(lab_page)
    assert visit.states == ["live"] * len(names_by_page[lab_page])
    assert visit.disabled == 0
    assert visit.messages == ""


def test_a_live_lab_shows_what_the_page_showed_before(visited, seen_still, lab_page):
    assert visited(lab_page).shown == [one.shown for one in seen_still(lab_page)]


def test_a_lab_brings_no_inline_script_or_style(visited, lab_page):
    assert visited(lab_page).inline == 0


def test_without_javascript_the_page_shows_the_labs_own_values(seen_still, lab_page, names_by_page):
    for name, one in zip(names_by_page[lab_page], seen_still(lab_page), strict=True):
        assert one.figures == pytest.approx(expected_figures(name, one.own))
        assert one.state == "static"
        assert one.says_so
        assert one.pictures == one.charts
