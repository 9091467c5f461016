"""A lab on the page answers every control, and shows the numbers CPython computes."""

import pytest
from built_site import page_of_each_lab
from visits import (
    EXACT,
    expected_figures,
    first_lab,
    fragment,
    go_to_fragment,
    is_possible,
    open_live,
    own_values,
    picture,
    revision,
    short,
    shown_figures,
    wait_picture,
    wait_view,
)

from callcentre import labs
from callcentre.labs.shared.needs import reason_off

UNFOLD = "one => one.querySelectorAll('details').forEach(each => { each.open = true })"
SHOWS_COST = """
cost => Math.abs(document.querySelector('[data-figure=npv_in_house]').dataset.value / cost - 1) < 1e-12
"""


def controls_of(kind):
    """Return (lab's name, control's name) for each control of that kind in a lab on a page."""
    pairs = [(name, control) for name in page_of_each_lab() for control in labs.find(name).controls]
    return [(name, control.name) for name, control in pairs if control.kind == kind]


LABS_ON_PAGES = list(page_of_each_lab())


@pytest.fixture
def page_of():
    """Where each lab stands, by its name."""
    return page_of_each_lab()


def test_every_lab_stands_on_a_page_of_the_book(site, page_of):
    assert [lab.name for lab in labs.all() if lab.name not in page_of] == []


@pytest.mark.parametrize("name", LABS_ON_PAGES)
def test_every_control_answers_the_keyboard(tab, site, page_of, name):
    section = open_live(tab, f"{site}/{page_of[name]}")
    for summary in section.locator("summary").all():
        summary.press("Enter")
    lab, own = labs.find(name), own_values(section)
    quick = short(own)
    of_length = [control for control in lab.controls if quick[control.name] != own[control.name]]
    for control in of_length:
        check_answer_to_keyboard(tab, section, lab, own, control)
    if of_length:  # every other control is moved in a short run, which a reset leaves as short as it is
        fixed = [control.name for control in of_length]
        go_to_fragment(tab, section, fragment(section, {**quick, "fixed": fixed}))
    for control in lab.controls:
        if control.kind == "record" or control in of_length:
            continue
        if reason := reason_off(control, lab.complete(quick)):
            box = section.locator(f"[data-control={control.name}]")
            assert box.locator("[name]").first.is_disabled()
            assert box.locator(".callcentre-help").text_content() == reason
        else:
            check_answer_to_keyboard(tab, section, lab, quick, control)


def check_answer_to_keyboard(tab, section, lab, start, control):
    """Move a control from where all stand, compare with CPython, and put it back."""
    before = revision(section)
    values = {**start, control.name: moved(section, control, start[control.name])}
    if is_possible(lab, values):
        wait_view(tab, section, before, lab, values)
    else:
        tab.wait_for_selector("[aria-invalid=true]")
        assert section.locator(".callcentre-problem").text_content() != ""
    before = revision(section)
    section.locator("[data-action=reset]").press("Enter")
    wait_view(tab, section, before, lab, start)


def moved(section, control, value):
    """Move a control by keyboard and return the value it must have then."""
    inputs = section.locator(f"[name={control.name}]")
    if control.kind in ("slider", "player"):
        is_up = value + control.step <= control.high
        inputs.press("ArrowRight" if is_up else "ArrowLeft")
        return float(inputs.input_value())
    if control.kind in ("number", "logarithmic"):
        new = value + control.step if value + control.step <= control.high else value - control.step
        inputs.focus()
        inputs.press("ControlOrMeta+a")
        inputs.press_sequentially(repr(new * factor(control)))
        inputs.press("Enter")
        return new
    if control.kind == "text":
        inputs.press("ControlOrMeta+End")
        inputs.press("Space")
        return value + " "
    options = [option for option, _ in getattr(control, "options", ())]
    if control.kind == "choice":
        at = options.index(value)
        is_down = at + 1 < len(options)
        chosen = section.locator(f"select[name={control.name}], [name={control.name}]:checked")
        chosen.press("ArrowDown" if is_down else "ArrowUp")
        return options[at + 1 if is_down else at - 1]
    if control.kind == "many-of":
        new = next((option for option in options if option not in value), options[-1])
        inputs.nth(options.index(new)).press("Space")
        return [option for option in options if (option in value) != (option == new)]
    inputs.press("Space")
    return not value


def factor(control):
    return control.as_data()["factor"]


@pytest.mark.parametrize(("name", "control"), controls_of("number")[:3])
def test_what_is_no_number_is_answered_beside_the_field(tab, site, page_of, name, control):
    section = open_live(tab, f"{site}/{page_of[name]}")
    field = section.locator(f"[name={control}]")
    section.evaluate(UNFOLD)
    seen, before = picture(section), revision(section)
    field.fill("twelve <b>and</b> a bit")
    tab.wait_for_selector(f"[name={control}][aria-invalid=true]")
    problem = tab.locator("#" + field.get_attribute("aria-describedby").split()[0])
    assert "twelve <b>and</b> a bit" in problem.text_content()
    assert picture(section) == seen
    assert revision(section) == before
    assert field.input_value() == "twelve <b>and</b> a bit"
    value = own_values(section)[control]
    field.fill(repr(value * factor(labs.find(name).controls[index(name, control)])))
    wait_picture(tab, section, before)
    assert field.get_attribute("aria-invalid") is None
    assert problem.count() == 0


def index(name, control):
    return [one.name for one in labs.find(name).controls].index(control)


def test_no_activity_at_all_is_answered_beside_the_activities(tab, site, page_of):
    section = open_live(tab, f"{site}/{page_of['classify']}")
    section.evaluate(UNFOLD)
    seen = picture(section)
    ticked = section.locator("[name=activities]:checked")
    for _ in range(ticked.count()):
        ticked.first.press("Space")
    tab.wait_for_selector("[name=activities][aria-invalid=true]")
    box = section.locator("[name=activities]").first
    problem = tab.locator("#" + box.get_attribute("aria-describedby").split()[0])
    assert "Activities" in problem.text_content()
    assert section.locator(".callcentre-headline").text_content() in seen


def test_the_last_of_many_changes_is_the_one_shown(tab, site, page_of):
    section = open_live(tab, f"{site}/{page_of['cost-scenarios']}")
    own = own_values(section)
    slider = section.locator("[name=handle_seconds]")
    for _ in range(5):
        slider.press("ArrowRight")
    values = {**own, "handle_seconds": float(slider.input_value())}
    expected = expected_figures("cost-scenarios", values)
    tab.wait_for_function(SHOWS_COST, arg=expected["npv_in_house"])
    wait_picture(tab, section, after=0)
    assert values["handle_seconds"] != own["handle_seconds"]
    assert shown_figures(first_lab(tab)) == pytest.approx(expected, **EXACT)
    # The width that is not shown waits for a pause, and is then what a page opened with these values draws.
    drawn, asked = section.locator(".callcentre-main").inner_html(), fragment(section, values)
    tab.goto("about:blank")
    opened = open_live(tab, f"{site}/{page_of['cost-scenarios'].partition('#')[0]}#{asked}")
    wait_picture(tab, opened, after=0)
    assert opened.locator(".callcentre-main").inner_html() == drawn
    assert drawn.count("<svg") == 2
