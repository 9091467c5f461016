"""An instructor fixes values, hides controls and sets a task, in an address or a directive; never markup."""

import pytest
from built_site import watched_tab
from specimen import LAB
from test_every_kind import IS_OPEN, change
from visits import open_live, shown_figures

from callcentre import labs
from callcentre.page.lab_directive import assignment

ASKED = "#specimen?slider=30&fixed=slider,step&hidden=field,text&task=Find%20<b>out</b>%20%26%20say."


@pytest.fixture
def tab(browser, specimen_site):
    with watched_tab(browser, specimen_site) as page:
        yield page


def test_an_address_fixes_hides_and_sets_a_task(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/index.html{ASKED}")
    assert section.locator(".callcentre-task").text_content() == "Task: Find <b>out</b> & say."
    assert section.locator("[name=slider]").is_disabled()
    assert section.locator("[data-player=play]").is_disabled()
    assert section.locator("[name=field]").is_hidden()
    assert section.locator(".callcentre-group:has(textarea)").is_hidden()
    assert section.locator("[name=twice]").is_enabled()
    assert section.locator(".callcentre-message").text_content() == ""
    assert shown_figures(section)["slider"] == 30


def test_presets_and_reset_leave_fixed_values(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/index.html{ASKED}")
    change(tab, section, lambda: section.locator("[data-preset]").select_option("Half way"))
    assert shown_figures(section)["slider"] == 30
    assert section.locator("[name=choice]:checked").get_attribute("value") == "b"
    change(tab, section, lambda: section.locator("[data-action=reset]").press("Enter"))
    assert shown_figures(section)["slider"] == 30


def test_the_address_keeps_the_assignment_when_controls_move(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/index.html{ASKED}")
    change(tab, section, lambda: section.locator("[name=twice]").press("Space"))
    tab.wait_for_function("location.hash.includes('twice=true')")
    tab.reload()
    section = open_live(tab, tab.url)
    assert section.locator("[name=slider]").is_disabled()
    assert section.locator("[name=field]").is_hidden()
    assert section.locator(".callcentre-task").text_content() == "Task: Find <b>out</b> & say."
    assert shown_figures(section)["field"] == 60


def test_names_that_are_no_controls_are_answered_with_a_message(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/index.html#specimen?fixed=slider,<b>&hidden=__proto__")
    message = section.locator(".callcentre-message")
    assert "There is no control named <b>." in message.text_content()
    assert "There is no control named __proto__." in message.text_content()
    assert message.locator("b").count() == 0
    assert section.locator("[name=slider]").is_disabled()


def test_a_task_that_is_too_long_is_cut(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/index.html#specimen?task={'x' * 5000}")
    assert len(section.locator(".callcentre-task").text_content()) <= 410


def test_a_page_may_fix_hide_and_set_a_task_without_javascript_too(browser, specimen_site):
    for options in ({}, {"java_script_enabled": False}):
        with watched_tab(browser, specimen_site, **options) as tab:
            tab.goto(f"{specimen_site}/assigned.html")
            section = tab.locator("section")
            assert section.locator(".callcentre-task").text_content() == "Task: Find <b>out</b> why."
            assert section.locator("[name=slider]").is_disabled()
            assert section.locator("[name=choice]").first.is_hidden()


def test_an_address_does_not_move_what_the_page_fixed(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/assigned.html#specimen?slider=70&field=7")
    assert shown_figures(section)["slider"] == 20
    assert shown_figures(section)["field"] == 7
    assert "Slider is fixed on this page." in section.locator(".callcentre-message").text_content()


def test_a_problem_with_a_hidden_control_is_told_at_the_top(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/assigned.html")
    section.evaluate(IS_OPEN)
    section.locator("[data-file=text]").set_input_files(
        {"name": "long.txt", "mimeType": "text/plain", "buffer": b"x" * 500}
    )
    tab.wait_for_function("document.querySelector('.callcentre-message').textContent !== ''")
    assert "400 characters" in section.locator(".callcentre-message").text_content()


def test_the_directives_options_are_read_by_name():
    lab = labs.find("cost-scenarios")
    options = {"fixed": "calls_per_month, handle_seconds", "hidden": "night_share", "task": " Why? "}
    options["guess"] = "off"
    assert assignment(lab, options) == {
        "fixed": ["calls_per_month", "handle_seconds"],
        "hidden": ["night_share"],
        "task": "Why?",
        "guess": "off",
    }


@pytest.mark.parametrize(
    "options", [{"fixed": "no_such"}, {"hidden": "no_such"}, {"task": "x" * 401}, {"guess": "x"}]
)
def test_the_directive_names_what_it_cannot_use(options):
    (option,) = options
    with pytest.raises(ValueError, match=option):
        assignment(LAB, options)
