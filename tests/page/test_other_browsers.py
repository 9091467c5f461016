"""The main path of each lab in Firefox and WebKit too, from a server and from an unzipped folder on disk."""

import json
import shutil
from urllib.parse import urlencode

import drivers
import pytest
from built_site import BUILT, lab_pages, page_of_each_lab, served
from visits import expected_figures, short

from callcentre import labs
from callcentre.labs.shared.needs import reason_off

# Firefox's and WebKit's drivers use what later Pythons drop.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

PAGES = page_of_each_lab()
EXACT = {"rel": 1e-12, "abs": 1e-12}
# A name as a download may get it, with characters that an address must escape.
FOLDER = "Call centre (1) 100%"
# Firefox fetches the next page early and may give up on it, which is no error of the page.
NOTE_ERRORS = """<head><script>
window.wrong = [];
const note = ({ message, target }) => wrong.push(message || target.src || target.href);
addEventListener("error", event => { if (event.target.rel !== "next") note(event) }, true);
addEventListener("unhandledrejection", ({ reason }) => wrong.push(String(reason)));
console.error = (...words) => wrong.push(words.join(" "));
</script>"""
LAB = "section[data-lab]"
WRONG = "() => wrong"
DATA = "name => document.querySelector('section[data-lab]').dataset[name]"
IS_SETTLED = """
after => {
  const lab = document.querySelector("section[data-lab]");
  const { state, revision } = lab.dataset;
  const isSettled = !lab.matches("[data-refining], [data-following]");
  return state === "failed" || (state === "live" && Number(revision) > after && isSettled);
}
"""
MESSAGE = "() => document.querySelector('section[data-lab] .callcentre-message').textContent"
FIGURES = """
() => [...document.querySelectorAll("section[data-lab] [data-figure]")]
  .map(one => [one.dataset.figure, one.dataset.value])
"""
QUESTIONS_ARE_LIVE = """
() => [...document.querySelectorAll("section[data-question]")].every(one => one.dataset.state === "live")
"""
VERDICT_ON_FIFTY = """
() => {
  const section = document.querySelector("section[data-question][data-kind=number]");
  section.querySelector("input").value = "50,0 %";
  section.querySelector("[data-action=check]").click();
  return section.dataset.verdict;
}
"""
FIRST_CHAPTER = "what-a-call-centre-is.html"
LINK = f"main a[href='{FIRST_CHAPTER}']"
IS_THERE = "selector => document.querySelector(selector) !== null"
IN_ADDRESS = "name => new URLSearchParams(location.hash.split('?')[1]).has(name)"
ADDRESS = "() => location.href"
IS_AT = "address => location.href === address"
IS_TOLD = "() => document.querySelector('.callcentre-copied').textContent !== ''"
BY_HAND = "() => document.querySelector('.callcentre-copied textarea')?.value"
ADD_FIELD = "() => document.body.append(Object.assign(document.createElement('textarea'), {id: 'pasted'}))"
PASTED = "() => document.querySelector('#pasted').value"


@pytest.fixture(scope="module")
def addresses(site, tmp_path_factory):
    """Where the site stands, on a server and in a folder on disk; its pages with a lab note their errors."""
    folder = tmp_path_factory.mktemp("downloads") / FOLDER
    shutil.copytree(BUILT, folder)
    for page in lab_pages():
        text = (folder / page).read_text(encoding="utf-8")
        (folder / page).write_text(text.replace("<head>", NOTE_ERRORS), encoding="utf-8")
    with served(folder) as address:
        yield {"http": address, "disk": folder.as_uri()}


@pytest.fixture(scope="module", params=["firefox", "webkit"])
def other_browser(request):
    with drivers.started(request.param) as driver:
        yield driver


@pytest.mark.parametrize("where", ["http", "disk"])
@pytest.mark.parametrize("name", PAGES)
def test_a_lab_goes_live_answers_and_is_shared(other_browser, addresses, name, where):
    walk(other_browser, addresses[where], labs.find(name))


def test_from_the_front_page_on_disk_a_reader_comes_to_a_live_lab(other_browser, addresses):
    enter(other_browser, addresses["disk"])


def test_playwright_goes_the_same_ways_where_it_stands_in(addresses):
    with drivers.started("chromium") as driver:
        enter(driver, addresses["disk"])
        walk(driver, addresses["disk"], labs.find("classify"))


def enter(driver, site):
    """Open the front page and follow its link to a chapter; its lab and its questions must go live."""
    driver.open(f"{site}/index.html")
    driver.wait(IS_THERE, LINK)
    driver.press(LINK, "Enter")
    driver.wait(IS_AT, f"{site}/book/{FIRST_CHAPTER}")  # the front page has a lab too
    driver.wait(IS_THERE, LAB)
    wait_settled(driver, 0)
    driver.wait(QUESTIONS_ARE_LIVE)
    assert driver.evaluate(VERDICT_ON_FIFTY) == "right"
    assert driver.evaluate(WRONG) == []


def walk(driver, site, lab):
    """Open a lab, move a control, copy the link and come back to it by a reload; check what is shown."""
    own = lab.complete({})
    asked = {name: value for name, value in short(own).items() if value != own[name]}
    driver.open(f"{site}/{PAGES[lab.name]}" + (f"#{lab.name}?{urlencode(asked)}" if asked else ""))
    wait_settled(driver, 0)
    values = {**json.loads(driver.evaluate(DATA, "values")), **asked}
    assert shown_figures(driver) == pytest.approx(expected_figures(lab.name, values), **EXACT)

    control = first_to_press(lab)
    key, values[control.name] = moved(control, values[control.name])
    revision = int(driver.evaluate(DATA, "revision"))
    driver.press(f"{LAB} [name={control.name}]", key)
    wait_settled(driver, revision)
    shown = shown_figures(driver)
    assert shown == pytest.approx(expected_figures(lab.name, values), **EXACT)

    driver.wait(IN_ADDRESS, control.name)
    assert copied_link(driver) == driver.evaluate(ADDRESS)
    assert driver.evaluate(WRONG) == []
    driver.reload()
    wait_settled(driver, 1)
    assert shown_figures(driver) == shown
    assert driver.evaluate(WRONG) == []


def wait_settled(driver, revision):
    """Wait until the lab is live and shows the final picture of a revision later than that."""
    driver.wait(IS_SETTLED, revision)
    assert driver.evaluate(MESSAGE) == ""


def shown_figures(driver):
    """Return the figures on the page: unrounded value by name, None where there is none."""
    return {name: float(value) if value else None for name, value in driver.evaluate(FIGURES)}


def first_to_press(lab):
    """Return a lab's first control that is on and that one key moves."""
    are_on = [one for one in lab.controls if not reason_off(one, lab.complete({}))]
    return next(one for one in are_on if one.kind in ("slider", "player", "switch", "many-of"))


def moved(control, value):
    """Return the key that, pressed on its first field, moves a control, and the value it has then."""
    if control.kind == "switch":
        return "Space", not value
    if control.kind == "many-of":
        options = [option for option, _ in control.options]
        return "Space", [option for option in options if (option in value) != (option == options[0])]
    is_up = value + control.step <= control.high
    new = value + control.step if is_up else value - control.step
    return "ArrowRight" if is_up else "ArrowLeft", round(new, 9)


def copied_link(driver):
    """Press "Copy link" and return what can be pasted then, or the words to be copied by hand."""
    driver.press(f"{LAB} [data-action=copy-link]", "Enter")
    driver.wait(IS_TOLD)
    if words := driver.evaluate(BY_HAND):
        return words
    driver.evaluate(ADD_FIELD)
    driver.press("#pasted", "Control+v")
    return driver.evaluate(PASTED)
