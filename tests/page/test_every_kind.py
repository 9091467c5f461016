"""Every kind of control and chart answers on the page; so do presets, long runs, settled values and pins."""

import pytest
from axe import DESKTOP, PHONE, violations
from built_site import watched_tab
from playwright.sync_api import expect
from specimen import LAB, STEPS
from visits import first_lab, open_live, revision, shown_figures, wait_picture

IS_OPEN = "section => section.querySelectorAll('details').forEach(one => { one.open = true })"
STEP_IS = "value => document.querySelector('[name=step]').value === value"
HAS_STOPPED = "document.querySelector('[data-player=play]').textContent === 'Play'"
NOTE_ALL_WORDS = """
window.seen = [];
new MutationObserver(() => seen.push([
  document.querySelector('.callcentre-headline').getAttribute('aria-live'),
  document.querySelector('.callcentre-spoken').textContent,
])).observe(document.querySelector('section'), {attributes: true, attributeFilter: ['data-revision']});
"""


@pytest.fixture
def tab(browser, specimen_site):
    with watched_tab(browser, specimen_site, reduced_motion="reduce") as page:
        yield page


@pytest.fixture
def live(tab, specimen_site):
    section = open_live(tab, f"{specimen_site}/index.html")
    section.evaluate(IS_OPEN)
    return section


def change(tab, section, act):
    """Do something and wait for its final picture."""
    before = revision(section)
    act()
    wait_picture(tab, section, before)


def expected(**values):
    return {figure.name: figure.quantity.value for figure in LAB.view(values).figures}


# Texts and records


def test_a_typed_text_is_used_and_stands_in_the_address(tab, live):
    change(tab, live, lambda: live.locator("textarea").fill("one,2\n<b>three</b>,é"))
    assert shown_figures(live)["letters"] == len("one,2\n<b>three</b>,é")
    tab.wait_for_function("location.hash.includes('text=')")
    tab.reload()
    again = open_live(tab, tab.url)
    assert again.locator("textarea").input_value() == "one,2\n<b>three</b>,é"


def test_a_file_of_the_readers_fills_the_text_and_goes_nowhere(tab, live, tmp_path):
    path = tmp_path / "calls.csv"
    path.write_bytes("\ufeffa,1\r\nb,22\r\n".encode())
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    with tab.expect_file_chooser() as chooser:
        live.locator("[data-load=text]").press("Enter")
    change(tab, live, lambda: chooser.value.set_files(path))
    assert live.locator("textarea").input_value() == "a,1\nb,22\n"
    assert shown_figures(live)["letters"] == len("a,1\nb,22\n")
    assert asked == []


def test_a_file_that_is_too_long_is_answered_beside_the_text(tab, live, tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("x" * 5000)
    live.locator("[data-file=text]").set_input_files(path)
    tab.wait_for_selector("textarea[aria-invalid=true]")
    problem = live.locator("[data-control=text] .callcentre-problem")
    assert problem.text_content().endswith("must be text of at most 400 characters.")
    path.write_bytes(b"9;\0\1")
    live.locator("[data-file=text]").set_input_files(path)
    expect(problem).to_have_text("The file long.txt is not text. Save it as CSV UTF-8, and try again.")
    change(tab, live, lambda: live.locator("textarea").fill("a"))
    assert live.locator(".callcentre-problem").count() == 0


def test_a_record_is_kept_in_the_address_and_not_shown(tab, live):
    change(tab, live, lambda: live.locator("[name=slider]").press("ArrowRight"))
    assert live.get_by_text("Remembered").count() + live.get_by_text("Seen").count() == 0
    tab.wait_for_function("location.hash.includes('seen=21')")


# Numbers as people type them


def test_a_decimal_comma_is_read_and_written_back_as_the_page_writes_numbers(tab, live):
    change(tab, live, lambda: live.locator("[name=field]").fill("12,5"))
    assert live.locator("[name=field]").input_value() == "12.5"
    change(tab, live, lambda: live.locator("[name=rate]").fill("7,5 %"))
    assert live.locator("[name=rate]").input_value() == "7.5"
    assert shown_figures(live) == pytest.approx(expected(field=12.5, rate=0.075))
    tab.wait_for_function("location.hash.includes('rate=0.075')")


def test_a_number_that_can_mean_two_things_is_asked_about_beside_its_field(tab, live):
    before = shown_figures(live)
    live.locator("[name=field]").fill("1.000")
    tab.wait_for_selector("[name=field][aria-invalid=true]")
    problem = live.locator("[data-control=field] .callcentre-problem")
    assert problem.text_content() == "Field: 1.000 can mean 1 or 1000; write one of these instead."
    assert shown_figures(live) == before
    change(tab, live, lambda: live.locator("[name=field]").fill("1000"))
    assert problem.count() == 0
    assert shown_figures(live) == pytest.approx(expected(field=1000.0))


def test_how_a_number_was_read_that_can_mean_another_is_said_until_the_next_move(tab, live):
    change(tab, live, lambda: live.locator("[name=field]").fill("90,000"))
    said = live.locator("[data-control=field] [role=status]")
    assert said.text_content().startswith("90,000 is read as ")
    assert said.text_content().endswith("90; the other number it can mean is not allowed here.")
    assert shown_figures(live) == pytest.approx(expected(field=90.0))
    change(tab, live, lambda: live.locator("[name=slider]").press("ArrowRight"))
    assert said.count() == 0


def test_what_is_no_number_is_answered_in_the_unit_shown(tab, live):
    problem = live.locator("[data-control=rate] .callcentre-problem")
    for typed, said in (
        ("abc", "Rate must be a number from 0 % to 25 %; 'abc' is not."),
        ("30,5", "Rate must be a number from 0 % to 25 %; 30.5 % is not."),
        ("", "Rate is empty. It must be a number from 0 % to 25 %."),
    ):
        live.locator("[name=rate]").fill(typed)
        expect(problem).to_have_text(said)


# Values that the lab settles


def test_values_a_lab_settles_are_written_back_to_the_controls(tab, live):
    change(tab, live, lambda: live.locator("[name=twice]").press("Space"))
    change(tab, live, lambda: live.locator("[name=slider]").press("ArrowRight"))
    assert live.locator("[name=field]").input_value() == "42.0"
    assert shown_figures(live) == pytest.approx(expected(slider=21, twice=True))


# The player


def test_the_player_steps_and_plays_to_its_end(tab, live):
    change(tab, live, lambda: live.locator("[data-player=on]").press("Enter"))
    assert shown_figures(live)["step"] == 1
    change(tab, live, lambda: live.locator("[data-player=back]").press("Enter"))
    assert shown_figures(live)["step"] == 0
    live.locator("[data-player=speed]").select_option("fast")
    tab.evaluate(NOTE_ALL_WORDS)
    live.locator("[data-player=play]").press("Enter")
    assert live.locator("[data-player=play]").text_content() == "Pause"
    tab.wait_for_function(STEP_IS, arg="6")
    tab.wait_for_function(HAS_STOPPED)
    assert shown_figures(live)["step"] == 6
    assert {voice for voice, _ in tab.evaluate("seen.slice(0, 5)")} == {"off"}
    assert live.locator(".callcentre-headline").get_attribute("aria-live") == "polite"


def test_the_player_pauses_and_begins_again_after_its_end(tab, live):
    live.locator("[data-player=speed]").select_option("fast")
    live.locator("[name=step]").press("End")
    live.locator("[data-player=play]").click()
    tab.wait_for_function(STEP_IS, arg="1")
    live.locator("[data-player=play]").click()
    at = live.locator("[name=step]").input_value()
    assert live.locator(".callcentre-spoken").text_content() != ""
    tab.wait_for_timeout(400)
    assert live.locator("[name=step]").input_value() == at


def test_the_player_never_begins_by_itself(tab, live):
    tab.wait_for_timeout(600)
    assert live.locator("[name=step]").input_value() == "0"
    assert revision(live) == 1


# Long runs


def test_a_long_run_shows_what_is_known_and_goes_on_to_the_end(tab, live):
    before = revision(live)
    tab.evaluate(NOTE_ALL_WORDS)
    change(tab, live, lambda: live.locator("[name=long]").press("Space"))
    assert revision(live) - before == STEPS
    assert shown_figures(live)["share"] == 1
    assert "off" in {voice for voice, _ in tab.evaluate("seen")}
    assert live.locator(".callcentre-headline").get_attribute("aria-live") == "polite"


def test_a_long_run_can_be_stopped_and_go_on(tab, live):
    live.evaluate(
        """section => new MutationObserver((_, observer) => {
             if (section.dataset.revision !== '3') return;
             observer.disconnect();
             section.querySelector('[data-action=stop]').click();
           }).observe(section, {attributes: true, attributeFilter: ['data-revision']})"""
    )
    change(tab, live, lambda: live.locator("[name=long]").press("Space"))
    stop = live.locator("[data-action=stop]")
    assert stop.text_content() == "Go on"
    share = shown_figures(live)["share"]
    assert 0 < share < 1
    assert live.locator("progress").evaluate("one => one.value") == share
    change(tab, live, lambda: stop.press("Enter"))
    assert shown_figures(live)["share"] == 1


def test_values_moved_during_a_long_run_overtake_it(tab, live):
    live.locator("[name=long]").press("Space")
    live.locator("[name=slider]").press("ArrowRight")
    live.locator("[name=slider]").press("ArrowRight")
    tab.wait_for_function("document.querySelector('[data-figure=slider]').dataset.value === '22'")
    tab.wait_for_function("document.querySelector('[data-figure=share]').dataset.value === '1'")
    assert shown_figures(live) == pytest.approx(expected(slider=22, long=True))


# Presets


def test_a_preset_sets_the_values_and_reset_takes_them_back(tab, live):
    select = live.locator("[data-preset]")
    change(tab, live, lambda: select.select_option("Half way"))
    assert shown_figures(live) == pytest.approx(expected(slider=50, choice="b"))
    assert live.locator("[name=choice]:checked").get_attribute("value") == "b"
    assert select.locator("option:checked").text_content() == "Half way"
    change(tab, live, lambda: live.locator("[name=slider]").press("ArrowRight"))
    assert select.locator("option:checked").text_content() == "Your own values"
    change(tab, live, lambda: live.locator("[data-action=reset]").press("Enter"))
    assert select.input_value() == "own"
    assert shown_figures(live) == pytest.approx(expected())


# Comparing


def test_what_is_pinned_stays_beside_what_is_moved_until_unpinned(tab, live):
    pin = live.locator("[data-action=pin]")
    help_of_pin = tab.locator("#" + pin.get_attribute("aria-describedby"))
    assert (
        help_of_pin.text_content()
        == "Pin keeps what is shown now, so that you can compare it with what you change next."
    )
    pin.press("Enter")
    tab.wait_for_selector(".callcentre-pinned")
    change(tab, live, lambda: live.locator("[name=slider]").press("PageUp"))
    pinned = live.locator("dl > div:has([data-figure=slider]) .callcentre-pinned")
    assert pinned.text_content() == "pinned: 20"
    assert shown_figures(live)["slider"] == 30
    assert rows_of(live) == [
        ["", "Pinned", "Now"],
        ["Slider", "20", "30"],
        [
            "What it comes to",
            "The slider is at 20, the text has 7 <letters>.",
            "The slider is at 30, the text has 7 <letters>.",
        ],
    ]
    first, second = live.locator(".callcentre-chart").all()[:2]
    assert "pinned" in first.locator(".callcentre-wide svg").text_content()
    assert "pinned" not in second.locator(".callcentre-wide svg").text_content()
    pin.press("Enter")
    tab.wait_for_function("!document.querySelector('.callcentre-pinned')")
    assert pin.text_content() == "Pin"
    assert "pinned" not in first.locator(".callcentre-wide svg").text_content()


def rows_of(live):
    """Return the words of the two scenarios side by side, row by row."""
    rows = live.locator(".callcentre-pinned-words tr").all()
    return [row.locator("th, td").all_text_contents() for row in rows]


def test_what_is_pinned_travels_in_the_link(tab, live, specimen_site):
    change(tab, live, lambda: live.locator("[name=slider]").fill("25"))
    live.locator("[data-action=pin]").press("Enter")
    change(tab, live, lambda: live.locator("[name=choice][value=b]").check())
    tab.wait_for_function("location.hash.includes('choice=b')")
    rows = rows_of(live)
    tab.reload()
    again = open_live(tab, tab.url)
    assert rows_of(again) == rows
    assert [row[:3] for row in rows[1:-1]] == [["Choice", "A", "B"]]
    assert again.locator("[data-action=pin]").text_content() == "Unpin"


# A guess and scenes


def test_a_guess_is_answered_with_how_far_off_it_is_and_not_asked_again(tab, live):
    track = live.locator("[data-guess]")
    track.press("ArrowLeft")
    assert track.get_attribute("aria-valuetext") == "49"
    assert (
        live.locator(".callcentre-guess legend").text_content() == "The slider is at 20. Where <is> it then?"
    )
    change(tab, live, lambda: live.locator("[data-action=guess]").press("Enter"))
    told = live.locator(".callcentre-guess .callcentre-told")
    assert told.text_content() == "You said 49, 11 too low: 60."
    assert told.evaluate("one => one === document.activeElement")
    assert shown_figures(live) == pytest.approx(expected(slider=60))
    live.locator("[data-action=guess-leave]").press("Enter")
    assert live.locator("[data-action=scene-begin]").evaluate("one => one === document.activeElement")
    tab.goto(tab.url.split("#")[0])
    assert not open_live(tab, tab.url).locator(".callcentre-guess").is_visible()


def test_a_guess_can_be_skipped_and_asked_again_by_a_link(tab, live, specimen_site):
    assert live.locator(".callcentre-guess").is_visible()
    live.locator("[data-action=guess-leave]").press("Enter")
    assert not live.locator(".callcentre-guess").is_visible()
    tab.goto(f"{specimen_site}/assigned.html")
    assert not open_live(tab, tab.url).locator(".callcentre-guess").is_visible()
    for asked in ("on", "off"):
        tab.goto("about:blank")
        again = open_live(tab, f"{specimen_site}/index.html#specimen?guess={asked}")
        assert again.locator(".callcentre-guess").is_visible() == (asked == "on")


def test_scenes_show_one_control_each_and_tell_once_it_is_moved(tab, live):
    change(tab, live, lambda: live.locator("[data-action=scene-begin]").press("Enter"))
    step, told = (
        live.locator(".callcentre-scene .callcentre-step"),
        live.locator(".callcentre-scene-end p").first,
    )
    assert step.text_content() == "Step 1 of 3: First <one>"
    assert step.evaluate("one => one === document.activeElement")
    assert live.locator(".callcentre-ask").text_content() == "It is 30."
    assert visible_controls(live) == ["slider"]
    assert shown_figures(live) == pytest.approx(expected(slider=30))
    assert told.text_content() == ""
    change(tab, live, lambda: live.locator("[data-action=scene-show]").press("Enter"))
    assert told.text_content() == "At 40 it is 40."
    change(tab, live, lambda: live.locator("[data-action=scene-next]").press("Enter"))
    assert visible_controls(live) == ["night"]
    assert live.locator("[name=night]").is_enabled()
    change(tab, live, lambda: live.locator("[name=night]").press("ArrowRight"))
    assert told.text_content() == "No <more> than 20."
    change(tab, live, lambda: live.locator("[data-action=scene-next]").press("Enter"))
    assert live.locator("[data-action=scene-next]").text_content() == "All controls"
    live.locator("[data-action=scene-next]").press("Enter")
    assert "slider" in visible_controls(live)
    assert live.locator("[data-action=scene-begin]").evaluate("one => one === document.activeElement")


def visible_controls(live):
    boxes = live.locator("[data-control]").all()
    return [box.get_attribute("data-control") for box in boxes if box.is_visible()]


def test_a_scene_has_an_address_of_its_own(tab, live, specimen_site):
    tab.goto("about:blank")
    again = open_live(tab, f"{specimen_site}/index.html#specimen?scene=2")
    assert again.locator(".callcentre-scene .callcentre-step").text_content() == "Step 2 of 3: Second"
    change(tab, again, lambda: again.locator("[name=night]").press("ArrowRight"))
    tab.wait_for_function("location.hash === '#specimen?night=4&scene=2'")
    tab.reload()
    again = open_live(tab, tab.url)
    assert again.locator(".callcentre-scene-end p").first.text_content() == "No <more> than 20."
    tab.goto("about:blank")
    again = open_live(tab, f"{specimen_site}/index.html#specimen?scene=9")
    assert "There is no step 9." in again.locator(".callcentre-message").text_content()


# Charts


def test_ranges_name_both_ends_and_points_are_labelled(live):
    charts = [chart.locator(".callcentre-wide svg") for chart in live.locator(".callcentre-chart").all()]
    ranges, points = charts[3].text_content(), charts[4].text_content()
    for words in ("Wage", "20 % less", "20 % more", "240 s", "360 s", "a little", "€20"):
        assert words in ranges
    for words in ("In-house", "Outsourced", "Mixed", "Benefit (%)", "Cost (€)"):
        assert words in points


# Accessibility


@pytest.mark.parametrize("screen", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_every_state_is_without_violations_and_fits(browser, specimen_site, screen):
    with watched_tab(browser, specimen_site, **screen) as tab:
        open_live(tab, f"{specimen_site}/index.html")
        section = first_lab(tab)
        section.evaluate(IS_OPEN)
        assert violations(tab) == [], "with a guess to make"
        section.locator("[data-action=guess]").click()
        section.locator("[data-action=scene-begin]").click()
        assert violations(tab) == [], "in a scene"
        assert tab.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]
        section.locator("[data-action=scene-leave]").click()
        section.locator("[data-action=pin]").click()
        change(tab, section, lambda: section.locator("[name=long]").press("Space"))
        section.locator("[data-player=play]").click()
        section.locator("textarea").fill("x" * 500)
        tab.wait_for_selector("textarea[aria-invalid=true]")
        tab.evaluate("document.querySelector('.callcentre-progress').classList.remove('callcentre-idle')")
        for theme in ("light", "dark"):
            tab.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme)
            assert violations(tab) == [], theme
        assert tab.evaluate("document.documentElement.scrollWidth") <= screen["viewport"]["width"]


def test_on_a_touch_screen_every_target_is_44_pixels_high(browser, specimen_site):
    with watched_tab(browser, specimen_site, **PHONE, is_mobile=True) as tab:
        section = open_live(tab, f"{specimen_site}/index.html")
        section.evaluate(IS_OPEN)
        targets = section.locator("button, select, textarea, summary, .callcentre-option, input[type=text]")
        sizes = [
            (one.evaluate("one => one.outerHTML.slice(0, 80)"), one.bounding_box())
            for one in targets.all()
            if one.is_visible()
        ]
        assert len(sizes) > 15
        assert [words for words, box in sizes if box["height"] < 44 or box["width"] < 44] == []
