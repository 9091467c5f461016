"""Questions in a chapter, in a real browser: each answer to each, the keyboard, what is kept, no script."""

import json

import pytest
from axe import DESKTOP, PHONE, THEMES, turn, violations
from built_site import BUILT, built_pages, served, under, watched_tab
from playwright.sync_api import expect
from test_without import POLICY

from callcentre.page.questions import listing
from callcentre.page.questions.markup import shuffled

WAIT = 20_000  # ms; nothing of the test's own runs in the page, which a strict policy would refuse
# Gives each of a question's answers, by turns, to the form, checks it, and returns what is then said.
TRY_ALL = """
([name, kind, answers]) => {
  const section = document.querySelector(`section[data-question="${name}"]`);
  const form = section.querySelector('form');
  const fill = {
    number: text => { form.querySelector('input').value = text },
    order: places => places.forEach(at => form.querySelector('ol').append(
      form.querySelector(`li[data-option="${at}"]`))),
    match: chosen => form.querySelectorAll('select').forEach((select, at) => {
      select.value = [...select.options].find(option => option.text === chosen[at]).value }),
  };
  const tick = ticked => form.querySelectorAll('input').forEach((input, at) => {
    input.checked = ticked.includes(at) });
  return answers.map(answer => {
    (fill[kind] ?? tick)(answer);
    section.querySelector('[data-action=check]').click();
    return [section.dataset.verdict, section.querySelector('[data-part=message]').textContent];
  });
}
"""
REFUSE_TO_KEEP = """
for (const act of ['setItem', 'getItem']) {
  const asked = Storage.prototype[act];
  Storage.prototype[act] = function (name, ...values) {
    if (name.startsWith('callcentre question')) throw new Error('refused');
    return asked.call(this, name, ...values);
  };
}
"""
EVERY_KIND = "book/what-a-call-centre-is.html"  # a page with a question of each kind
SMALL = """
section => [...section.querySelectorAll('button, select, label, summary, input[type=text]')]
  .filter(one => one.offsetParent && one.getBoundingClientRect().height < 44)
  .map(one => one.outerHTML.slice(0, 80))
"""
SHOWN = "section => section.innerText"


def questions(path):
    """Return the questions of a page."""
    return [one for one in listing.read(BUILT) if f"book/{one['page']}.html" == path]


IS_BUILT = (BUILT / listing.LIST).exists()
PAGES = sorted({f"book/{one['page']}.html" for one in listing.read(BUILT)}) if IS_BUILT else ["not built"]


def answers(question):
    """Return (answer, verdict, words that must be in what is said) for what can be answered to a question."""
    return ANSWERS[question["kind"]](question, question["options"])


def one_each(question, options):
    said = [(option["is_right"], option["feedback"]["plain"]) for option in options]
    return [([at], "right" if is_right else "wrong", words) for at, (is_right, words) in enumerate(said)]


def several(question, options):
    right = [at for at, option in enumerate(options) if option["is_right"]]
    found = [(right, "right", question["why"]["plain"]), (right[:-1], "wrong", "something is missing")]
    for at, option in enumerate(options):
        if not option["is_right"]:
            found.append(([*right, at], "wrong", option["feedback"]["plain"]))
    return [each for each in found if each[0]]


def numbers(question, options):
    found = [(option["text"]["plain"], option) for option in options if option["value"] is not None]
    found += [("123456789", options[-1])]
    return [
        (text, "right" if option["is_right"] else "wrong", option["feedback"]["plain"])
        for text, option in found
    ]


def orders(question, options):
    places, at_first = list(range(len(options))), shuffled(question)
    found = [(at_first, "none", "Put them in order first."), (places, "right", question["why"]["plain"])]
    for at in places[1:]:  # each item at the first place in its turn
        moved = [at, *places[:at], *places[at + 1 :]]
        if moved != at_first:
            found.append((moved, "wrong", options[at]["feedback"]["plain"]))
    return found


def matches(question, options):
    right = [option["partner"]["plain"] for option in options]
    found = [(right, "right", question["why"]["plain"])]
    for at, option in enumerate(options):
        other = next(words for words in right if words != right[at])
        found.append(([*right[:at], other, *right[at + 1 :]], "wrong", option["feedback"]["plain"]))
    return found


ANSWERS = {
    "choose-one": one_each,
    "choose-several": several,
    "number": numbers,
    "order": orders,
    "match": matches,
}


def open_page(tab, address):
    tab.goto(address)
    tab.locator("section[data-question]").first.wait_for()
    expect(tab.locator("section[data-question]:not([data-state=live])")).to_have_count(0, timeout=WAIT)


def section_of(tab, kind):
    """Return the page's first question of a kind."""
    return tab.locator(f"section[data-question][data-kind={kind}]").first


def message(section):
    return section.locator("[data-part=message]").inner_text()


@pytest.mark.parametrize("path", PAGES)
def test_right_answers_are_right_and_each_wrong_one_gets_its_own_feedback(tab, site, path):
    open_page(tab, f"{site}/{path}")
    for question in questions(path):
        tried = answers(question)
        name = f"{question['page']}/{question['name']}"
        said = tab.evaluate(TRY_ALL, [name, question["kind"], [answer for answer, _, _ in tried]])
        for (answer, verdict, words), (shown, told) in zip(tried, said, strict=True):
            assert shown == verdict, (name, answer)
            assert words in " ".join(told.split()), (name, answer)


def test_the_script_is_fetched_on_pages_with_a_question_and_on_no_other():
    texts = {page: (BUILT / page).read_text(encoding="utf-8") for page in built_pages()}
    assert [page for page, text in texts.items() if "callcentre-questions.js" in text] == PAGES
    assert [page for page, text in texts.items() if "<section" in text and " data-question=" in text] == PAGES


def test_what_was_answered_is_kept_and_can_be_cleared(tab, site):
    open_page(tab, f"{site}/{EVERY_KIND}")
    several, number, order = [section_of(tab, kind) for kind in ("choose-several", "number", "order")]
    several.locator("input").first.check()
    number.locator("input").fill("50")
    number.locator("[data-action=check]").click()
    order.locator("[data-move=down]").first.click()
    moved = order.locator("li[data-option] > span:first-child").all_inner_texts()
    open_page(tab, f"{site}/{EVERY_KIND}")
    assert several.locator("input").first.is_checked()
    assert several.get_attribute("data-verdict") == "none"
    assert number.locator("input").input_value() == "50"
    assert number.get_attribute("data-verdict") == "right"
    assert order.locator("ol li[data-option] > span:first-child").all_inner_texts()[: len(moved)] == moved
    number.locator("[data-action=clear]").click()
    several.locator("[data-action=clear]").click()
    open_page(tab, f"{site}/{EVERY_KIND}")
    assert number.locator("input").input_value() == ""
    assert not several.locator("input").first.is_checked()


def test_what_was_kept_of_another_version_or_is_damaged_is_left(tab, site):
    open_page(tab, f"{site}/{EVERY_KIND}")
    number = section_of(tab, "number")
    name, of = number.get_attribute("data-question"), number.get_attribute("data-of")
    for kept in (
        {"of": "older", "given": "50"},
        {"of": of, "given": [1, 2], "isChecked": True},
        "{",
    ):
        text = kept if isinstance(kept, str) else json.dumps(kept)
        tab.evaluate(
            "([name, text]) => localStorage.setItem('callcentre question ' + name, text)", [name, text]
        )
        open_page(tab, f"{site}/{EVERY_KIND}")
        assert number.locator("input").input_value() == ""


def test_a_question_works_where_the_browser_keeps_nothing(tab, site):
    tab.add_init_script(REFUSE_TO_KEEP)
    open_page(tab, f"{site}/{EVERY_KIND}")
    number = section_of(tab, "number")
    number.locator("input").fill("50")
    number.locator("[data-action=check]").click()
    assert number.get_attribute("data-verdict") == "right"


def test_a_question_is_answered_by_keyboard_and_says_what_it_found(tab, site):
    open_page(tab, f"{site}/{EVERY_KIND}")
    number, order, match = [section_of(tab, kind) for kind in ("number", "order", "match")]
    number.locator("input").fill("0,5")
    number.locator("input").press("Enter")
    assert number.get_attribute("data-verdict") == "wrong"
    assert number.locator("[data-part=message]").get_attribute("role") == "status"
    number.locator("input").type("0")
    assert (number.get_attribute("data-verdict"), message(number)) == ("none", "")
    item = order.locator("form li[data-option]").nth(1)
    up = item.locator("[data-move=up]")
    label = up.get_attribute("aria-label")
    up.press("Enter")
    assert "place 1" in message(order)
    assert tab.evaluate("document.activeElement.getAttribute('aria-label')") == label
    match.locator("select").first.press("ArrowDown")
    match.locator("[data-action=check]").press("Enter")
    assert match.get_attribute("data-verdict") == "none"
    assert "each" in message(match)


def test_a_number_that_can_mean_two_is_asked_about(tab, site):
    open_page(tab, f"{site}/{EVERY_KIND}")
    number = section_of(tab, "number")
    for typed, words in (
        ("1,204", "1,204 can mean 1204 or 1.2040"),
        ("a half", "a half is not a number"),
        (" ", "Type a number first"),
    ):
        number.locator("input").fill(typed)
        number.locator("[data-action=check]").click()
        assert number.get_attribute("data-verdict") == "none"
        assert words in message(number)


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_state_is_without_violations_and_fits(browser, site, screen):
    with watched_tab(browser, site, **screen) as tab:
        open_page(tab, f"{site}/{EVERY_KIND}")
        for section in tab.locator("section[data-question]").all():
            section.locator("form").evaluate("form => form.requestSubmit()")
        section_of(tab, "choose-one").locator("summary").click()
        section_of(tab, "choose-one").locator("input").first.check()
        section_of(tab, "choose-one").locator("[data-action=check]").click()
        number = section_of(tab, "number")
        number.locator("input").fill("50")
        number.locator("[data-action=check]").click()
        states = {one.get_attribute("data-verdict") for one in tab.locator("section[data-question]").all()}
        assert states == {"none", "wrong", "right"}
        for theme in THEMES:
            turn(tab, theme)
            assert violations(tab) == [], theme
        assert tab.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]


def test_on_a_touch_screen_every_target_is_44_pixels_high(browser, site):
    with watched_tab(browser, site, **PHONE, is_mobile=True) as tab:
        open_page(tab, f"{site}/{EVERY_KIND}")
        for section in tab.locator("section[data-question]").all():
            labels = [text for text in section.evaluate(SMALL) if not text.startswith("<label for")]
            assert labels == []


def test_a_question_opened_from_disk_is_live(browser):
    with browser.new_context() as context:
        tab = context.new_page()
        open_page(tab, (BUILT / EVERY_KIND).as_uri())
        number = section_of(tab, "number")
        number.locator("input").fill("50")
        number.locator("[data-action=check]").click()
        assert number.get_attribute("data-verdict") == "right"


def test_a_question_is_live_under_a_strict_policy(browser):
    with served(handler=under(POLICY)) as site, browser.new_context() as context:
        tab = context.new_page()
        open_page(tab, f"{site}/{EVERY_KIND}")


def test_without_a_script_a_question_can_be_read_and_its_answer_is_folded(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{site}/{EVERY_KIND}")
        for question in questions(EVERY_KIND):
            section = tab.locator(f"section[data-question='{question['page']}/{question['name']}']")
            assert section.get_attribute("data-state") == "static"
            text = " ".join(section.inner_text().split())
            feedback = question["options"][0]["feedback"]["plain"]
            assert question["asked"]["plain"] in text
            assert feedback not in text
            for option in question["options"]:
                for part in ("text", "partner"):
                    if part in option and question["kind"] != "number":
                        assert option[part]["plain"] in text
            section.locator("summary").click()
            assert feedback in " ".join(section.inner_text().split())


def test_on_paper_only_the_answers_that_were_opened_stand(tab, site):
    open_page(tab, f"{site}/{EVERY_KIND}")
    opened, folded = tab.locator("section[data-kind=match]").all()[:2]
    opened.locator("summary").click()
    tab.emulate_media(media="print")
    answers = [section.locator(".callcentre-folded") for section in (opened, folded)]
    assert [one.is_visible() for one in answers] == [True, False]
    assert not opened.locator("[data-action=check]").is_visible()
    assert opened.locator(".callcentre-offered").is_visible()
