"""The pictures themselves: no label runs into another, what is dragged sets its control, the floor moves."""

import pytest
from axe import violations
from built_site import page_of_each_lab, watched_tab
from visits import open_final, open_live, own_values, revision, wait_picture

PHONE = {"width": 390, "height": 844}
PAGES = page_of_each_lab()
# Texts of each chart shown that share more than a hair's breadth, or stand outside the window.
COLLISIONS = """
section => {
  section.querySelectorAll('.callcentre-fold').forEach(one => { one.open = true });
  const found = [];
  for (const svg of section.querySelectorAll('.callcentre-chart svg')) {
    if (!svg.getClientRects().length) continue;
    const texts = [...svg.querySelectorAll('text')].filter(one => one.textContent.trim());
    const boxes = texts.map(one => [one.textContent, one.getBoundingClientRect()]);
    for (const [at, [words, box]] of boxes.entries()) {
      const right = document.documentElement.clientWidth;
      if (box.left < -1 || box.right > right + 1) found.push([words, 'the edge']);
      for (const [other, beside] of boxes.slice(at + 1)) {
        const wide = Math.min(box.right, beside.right) - Math.max(box.left, beside.left);
        const high = Math.min(box.bottom, beside.bottom) - Math.max(box.top, beside.top);
        if (wide > 1 && high > 3) found.push([words, other]);
      }
    }
  }
  return found;
}
"""
VALUES = "form => Object.fromEntries(new FormData(form))"
CLOCK = "section => section.querySelector('[data-floor-clock]').textContent"


@pytest.fixture
def tab(browser, site):
    with watched_tab(browser, site) as page:
        yield page


@pytest.mark.parametrize("name", PAGES)
def test_no_label_runs_into_another_on_a_phone(tab, site, name):
    tab.set_viewport_size(PHONE)
    section = open_final(tab, f"{site}/{PAGES[name]}")
    assert section.evaluate(COLLISIONS) == []


def handle(section, name):
    return section.locator(f"[role=slider][data-handle={name}]")


def test_the_volume_is_moved_by_keys_in_the_picture_and_nothing_else_is(tab, site):
    section = open_final(tab, f"{site}/{PAGES['cost-scenarios']}")
    form = section.locator("form.callcentre-controls")
    grip, before, shown = handle(section, "calls_per_month"), form.evaluate(VALUES), revision(section)
    volume = own_values(section)["calls_per_month"]
    assert grip.get_attribute("aria-valuetext") == f"{volume:,} calls a month"
    grip.press("PageDown")
    wait_picture(tab, section, shown)
    after = form.evaluate(VALUES)
    changed = {name for name in after if after[name] != before[name]}
    assert changed == {"calls_per_month"}
    assert int(grip.get_attribute("aria-valuenow")) == int(after["calls_per_month"]) < volume
    assert grip.evaluate("one => one === document.activeElement")


def test_the_volume_follows_a_finger_that_drags_it(tab, site):
    section = open_final(tab, f"{site}/{PAGES['cost-scenarios']}")
    grip, shown = handle(section, "calls_per_month"), revision(section)
    grip.scroll_into_view_if_needed()
    box = grip.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] - 8
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x - 60, y, steps=4)
    tab.mouse.up()
    wait_picture(tab, section, shown)
    assert int(grip.get_attribute("aria-valuenow")) < own_values(section)["calls_per_month"]
    moved = grip.bounding_box()
    assert moved["x"] + moved["width"] / 2 == pytest.approx(x - 60, abs=2)


@pytest.mark.parametrize("name", ["what-matters", "how-many-agents", "day-and-peaks"])
def test_handles_in_a_picture_leave_nothing_for_axe_to_find(tab, site, name):
    section = open_final(tab, f"{site}/{PAGES[name]}")
    assert section.locator("[role=slider][data-handle]").count() > 0
    assert violations(tab) == []


def test_one_watches_a_half_hour_go_by(tab, site):
    section = open_live(tab, f"{site}/{PAGES['watch-a-day']}")
    assert section.evaluate(CLOCK) == "07:00"
    assert section.locator("[data-player=play]").text_content() == "Play"
    section.locator("[data-player=on]").click()
    tab.wait_for_function(
        f"section => !['07:00', '07:30'].includes(({CLOCK})(section))", arg=section.element_handle()
    )
    tab.wait_for_function(f"section => ({CLOCK})(section) === '07:30'", arg=section.element_handle())
    assert "waits" in section.locator(".callcentre-headline").text_content()


def test_who_wants_less_motion_sees_where_a_half_hour_ends(browser, site):
    with watched_tab(browser, site, reduced_motion="reduce") as tab:
        section = open_live(tab, f"{site}/{PAGES['watch-a-day']}")
        shown = revision(section)
        section.locator("[data-player=on]").click()
        wait_picture(tab, section, shown)
        assert section.evaluate(CLOCK) == "07:30"
