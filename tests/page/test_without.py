"""A lab without a server, without a worker, and under a strict security policy."""

import re

from built_site import BUILT, ROOT, served, under
from playwright.sync_api import expect
from visits import (
    first_lab,
    nudge,
    open_live,
    own_values,
    revision,
    shown_figures,
    wait_picture,
    wait_state,
    wait_view,
)

from callcentre import labs

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)
FOR_INSTRUCTORS = ROOT / "book" / "for-instructors.md"
NOTE_REFUSALS = """
window.refused = [];
const note = event => refused.push(event.sourceFile + ' ' + event.violatedDirective);
addEventListener('securitypolicyviolation', note);
"""


def test_a_lab_opened_from_disk_is_live(browser, a_page_of_each_lab, names_by_page):
    with browser.new_context() as context:
        tab = context.new_page()
        section = open_live(tab, (BUILT / a_page_of_each_lab).as_uri())
        own, before = own_values(section), revision(section)
        nudge(section)
        expect(section).not_to_have_attribute("data-revision", str(before))
        before = revision(section)
        section.locator("[data-action=reset]").press("Enter")
        wait_view(tab, section, before, labs.find(names_by_page[a_page_of_each_lab][0]), own)


def test_a_lab_in_a_sandboxed_frame_is_live(browser, site, names_by_page):
    with browser.new_context() as context:
        tab = context.new_page()
        tab.set_content(f'<iframe sandbox="allow-scripts" src="{site}/{next(iter(names_by_page))}"></iframe>')
        section = tab.frame_locator("iframe").locator("section[data-lab]").first
        expect(section).to_have_attribute("data-state", "live")
        before = revision(section)
        nudge(section)
        expect(section).not_to_have_attribute("data-revision", str(before))


def test_charts_that_could_not_be_fetched_are_asked_for_again(browser, site, names_by_page):
    with browser.new_context() as context:
        tab = context.new_page()
        tab.route("**/callcentre-charts.js*", lambda route: route.abort(), times=1)
        with tab.expect_event("requestfailed"):
            section = open_live(tab, f"{site}/{next(iter(names_by_page))}")
        before = revision(section)
        nudge(section)
        wait_picture(tab, section, before)
        assert section.get_attribute("data-state") == "live"
        assert section.locator(".callcentre-message").text_content() == ""


def test_a_strict_policy_lets_a_lab_live(browser, a_page_of_each_lab):
    with served(handler=under(POLICY)) as strict, browser.new_context() as context:
        tab = context.new_page()
        tab.add_init_script(NOTE_REFUSALS)
        section = open_live(tab, f"{strict}/{a_page_of_each_lab}")
        before = revision(section)
        section.locator("[data-action=reset]").press("Enter")
        expect(section).not_to_have_attribute("data-revision", str(before))
        assert [one for one in tab.evaluate("refused") if "callcentre" in one] == []


def test_the_policy_the_book_documents_lets_a_lab_live_and_its_picture_be_saved(browser, names_by_page):
    (policy,) = re.findall(
        r"^Content-Security-Policy: (.*)$", FOR_INSTRUCTORS.read_text("utf-8"), re.MULTILINE
    )
    with served(handler=under(policy)) as strict, browser.new_context() as context:
        tab = context.new_page()
        tab.add_init_script(NOTE_REFUSALS)
        section = open_live(tab, f"{strict}/{next(iter(names_by_page))}")
        section.locator(".callcentre-more summary").press("Enter")
        for action, ending in (("picture", ".svg"), ("table", ".csv")):
            with tab.expect_download() as saved:
                section.locator(f"[data-action={action}]").press("Enter")
            assert saved.value.suggested_filename.endswith(ending)
        assert [one for one in tab.evaluate("refused") if "callcentre" in one] == []


def test_where_the_worker_is_refused_the_picture_stays_and_a_message_says_so(browser, names_by_page):
    policy = POLICY.replace("worker-src 'self'", "worker-src 'none'")
    with served(handler=under(policy)) as strict, browser.new_context() as context:
        check_failed(context.new_page(), f"{strict}/{next(iter(names_by_page))}")


def test_where_webassembly_is_refused_the_picture_stays_and_a_message_says_so(browser, names_by_page):
    policy = POLICY.replace("'wasm-unsafe-eval'", "")
    with served(handler=under(policy)) as strict, browser.new_context() as context:
        check_failed(context.new_page(), f"{strict}/{next(iter(names_by_page))}")


def check_failed(tab, address):
    tab.goto(address)
    section = first_lab(tab)
    wait_state(tab, section, "failed")
    assert "could not start" in section.locator(".callcentre-message").text_content()
    assert section.locator(".callcentre-all:disabled").count() == 1
    assert shown_figures(section)
