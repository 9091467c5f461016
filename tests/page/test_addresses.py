"""A lab's values travel in the page's address; an address that is wrong or hostile does no harm."""

from collections import namedtuple
from functools import cache
from urllib.parse import urlencode

import pytest
from built_site import first_id, watched_tab
from hypothesis import HealthCheck, Phase, given, settings, strategies
from playwright.sync_api import expect
from visits import (
    CHANGE_FRAGMENT,
    IS_FINAL,
    SHOWS_ANY_LATER,
    copied,
    copied_call,
    expected_figures,
    fragment,
    fragment_of,
    go_to_fragment,
    nudge,
    open_final,
    open_live,
    own_values,
    revision,
    short,
    shown_figures,
    wait_picture,
)

from callcentre import labs

# The figures of a lab's page at each stop: opened from an address with drawn values, and whether the lab is
# in sight then; reloaded; the link copied, and opened; the call copied as Python; a control moved; reloaded.
Walk = namedtuple("Walk", "asked at_the_top reloaded link linked call moved moved_again")


ADDRESS_NAMES = """
([before, name]) => location.href !== before && new URLSearchParams(location.hash.split('?')[1]).has(name)
"""


@pytest.fixture(scope="module")
def walked(browser, site, names_by_page, drawn_scenarios):
    """A function from a lab's page to its values and the Walk from there; each is walked once."""

    @cache
    def walk(page):
        (values,) = drawn_scenarios(labs.find(names_by_page[page][0]), 1)
        with watched_tab(browser, site, permissions=["clipboard-read", "clipboard-write"]) as tab:
            section = open_final(tab, f"{site}/{page}#{fragment_of(first_id(page), values)}")
            asked = shown_figures(section)
            at_the_top = section.evaluate("one => one.getBoundingClientRect().top < innerHeight / 2")
            section = reloaded(tab)
            again = shown_figures(section)
            section.locator("[data-action=copy-link]").click()
            link = copied(tab, section)
            other = tab.context.new_page()
            copy = open_final(other, link)
            linked, call = shown_figures(copy), copied_call(other, copy)
            return values, Walk(asked, at_the_top, again, link, linked, call, *moved_twice(other, copy))

    return walk


def moved_twice(tab, section):
    """Return the figures of the lab's own values with one control moved, and the same after a reload.

    The address follows the reset and the control. A run over many futures is cut short.
    """
    before = revision(section)
    section.locator("[data-action=reset]").press("Enter")
    tab.wait_for_function(SHOWS_ANY_LATER, arg=[section.element_handle(), before])
    tab.wait_for_function("!location.hash.includes('=')")  # it follows the picture a little later
    before = revision(section)
    if short(own := own_values(section)) != own:
        tab.evaluate(CHANGE_FRAGMENT, fragment(section, short(own)))
        tab.wait_for_function(SHOWS_ANY_LATER, arg=[section.element_handle(), before])
        before = revision(section)
    address = tab.url
    name = nudge(section)
    wait_picture(tab, section, before)
    tab.wait_for_function(ADDRESS_NAMES, arg=[address, name])
    moved = shown_figures(section)
    return moved, shown_figures(reloaded(tab))


def reloaded(tab):
    """Reload a page and return its first lab, live."""
    tab.reload()
    return open_final(tab, tab.url)


def test_an_address_with_values_shows_them_again(walked, a_page_of_each_lab, names_by_page):
    values, walk = walked(a_page_of_each_lab)
    expected = expected_figures(names_by_page[a_page_of_each_lab][0], values)
    assert walk.asked == pytest.approx(expected, rel=1e-12, abs=1e-12)
    assert walk.at_the_top
    assert walk.reloaded == walk.asked


def test_copy_link_gives_the_address_of_what_is_shown(walked, site, a_page_of_each_lab):
    _, walk = walked(a_page_of_each_lab)
    assert walk.link.startswith(f"{site}/{a_page_of_each_lab}#")
    assert walk.linked == walk.reloaded


def test_copied_python_gives_the_very_numbers(walked, a_page_of_each_lab):
    _, walk = walked(a_page_of_each_lab)
    name, values = walk.call
    assert walk.linked == pytest.approx(expected_figures(name, values), rel=1e-12, abs=1e-12)


def test_moving_a_control_changes_the_address_and_a_reload_keeps_it(walked, a_page_of_each_lab):
    _, walk = walked(a_page_of_each_lab)
    assert walk.moved_again == walk.moved


ADDRESSES = 50
HOSTILE = {
    "markup as a value": "{id}?{control}=<img src=x onerror=document.title='taken'>",
    "markup as a name": "{id}?<script>document.title='taken'</script>=1",
    "names every object has": "{id}?__proto__=1&constructor=2&toString=3",
    "a value thrice, empty and broken": "{id}?{control}=&{control}=%00&{control}=%ED%A0%80",
    "more than any number": "{id}?{control}=1e999",
    "very long": "{id}?" + "x" * 5000 + "=" + "y" * 5000,
}

ODD = [*HOSTILE.values(), "1e400", "-0", "NaN", "[]"]


@pytest.mark.parametrize("address", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_address_gives_a_message_and_the_labs_own_values(tab, site, names_by_page, address):
    page, names = next(iter(names_by_page.items()))
    section = open_live(tab, f"{site}/{page}")
    own = own_values(section)
    title = tab.title()
    words = address.format(id=section.get_attribute("id"), control=next(iter(own)))
    other = tab.context.new_page()
    wrong = []
    other.on("pageerror", lambda error: wrong.append(str(error)))
    section = open_final(other, f"{site}/{page}#{words}")
    message = section.locator(".callcentre-message")
    assert message.text_content() != ""
    assert message.locator("*:not(p)").count() == 0
    assert message.evaluate("one => one.scrollWidth <= one.clientWidth")
    assert other.title() == title
    assert shown_figures(section) == pytest.approx(expected_figures(names[0], own), rel=1e-12, abs=1e-12)
    assert wrong == []


@pytest.mark.parametrize("name", ["classify", "cost-scenarios"])
def test_any_address_at_all_does_no_harm(tab, site, names_by_page, name):
    page = next(page for page, names in names_by_page.items() if names[0] == name)
    section = open_live(tab, f"{site}/{page}")
    own, title = own_values(section), tab.title()
    words = strategies.text(max_size=30) | strategies.sampled_from(ODD)
    pairs = strategies.lists(strategies.tuples(words | strategies.sampled_from(list(own)), words), max_size=6)
    id_ = strategies.just(section.get_attribute("id")) | strategies.text(max_size=10)

    @settings(max_examples=ADDRESSES, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(id_, pairs, strategies.booleans())
    def check(names, texts, is_encoded):
        query = (
            urlencode(texts, errors="replace") if is_encoded else "&".join("=".join(pair) for pair in texts)
        )
        tab.evaluate("hash => { location.hash = hash }", f"{names}?{query}")
        assert section.get_attribute("data-state") == "live"
        assert section.locator(".callcentre-message *:not(p)").count() == 0
        assert tab.title() == title

    check()
    go_to_fragment(tab, section, fragment(section, own))
    expect(section.locator(".callcentre-message")).to_have_text(
        ""
    )  # the last odd address may be under way still
    tab.wait_for_function(IS_FINAL, arg=section.element_handle())
    assert shown_figures(section) == pytest.approx(expected_figures(name, own), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("address", ["#", "#?", "#%E0%A4%A", "#no-such-lab?a=1", "#?a=1&a=2", "#=&&&"])
def test_an_address_that_names_no_lab_is_let_be(tab, site, names_by_page, address):
    page = next(iter(names_by_page))
    section = open_live(tab, f"{site}/{page}{address}")
    assert section.locator(".callcentre-message").text_content() == ""
    assert revision(section) == 1
