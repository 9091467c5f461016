"""What is printed is what the reader left, in light colours; without JavaScript a page has colours too."""

from built_site import watched_tab

SOLUTION = ".solution.dropdown"
CHAPTER = "book/arrivals.html"
LAB = "notebooks/risk.html"
HEIGHT = "one => one.getBoundingClientRect().height"
TOO_WIDE = "all => all.filter(one => one.clientWidth && one.scrollWidth > one.clientWidth + 1).length"
DISPLAYS = "all => [...new Set(all.map(one => getComputedStyle(one).display))]"
THEME = "document.documentElement.dataset.theme"
GROUND = "getComputedStyle(document.querySelector('.bd-header-article')).backgroundColor"


def test_a_solution_is_printed_as_the_reader_left_it(browser, site):
    with watched_tab(browser, site) as tab:
        tab.goto(f"{site}/{CHAPTER}")
        tab.locator(f"{SOLUTION} button.toggle-button").wait_for()
        tab.emulate_media(media="print")
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        folded = tab.locator(SOLUTION).evaluate(HEIGHT)
        tab.emulate_media(media="screen")
        tab.locator(f"{SOLUTION} button.toggle-button").press("Enter")
        tab.emulate_media(media="print")
        assert tab.locator(SOLUTION).evaluate(HEIGHT) > 1.5 * folded
        assert not tab.locator("#pst-back-to-top").is_visible()


def test_code_is_wrapped_and_controls_are_a_line_of_values(browser, site):
    with watched_tab(browser, site, viewport={"width": 600, "height": 900}) as tab:
        tab.goto(f"{site}/{LAB}")
        tab.emulate_media(media="print")
        assert tab.locator(".bd-article pre").count()
        assert tab.eval_on_selector_all(".bd-article pre", TOO_WIDE) == 0
        shown = tab.eval_on_selector_all(".callcentre-control", DISPLAYS)
        assert "inline" in shown and set(shown) <= {"inline", "contents", "none"}
        assert tab.locator(".callcentre-control input[type=range]:visible").count() == 0


def test_a_dark_page_is_printed_as_a_light_one(browser, site):
    with watched_tab(browser, site, color_scheme="dark") as tab:
        tab.goto(f"{site}/{CHAPTER}")
        tab.wait_for_function(f"() => {THEME} === 'dark'")
        tab.pdf()
        assert tab.evaluate(THEME) == "dark"
        tab.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert tab.evaluate(THEME) == "light"
        tab.evaluate("dispatchEvent(new Event('afterprint'))")
        assert tab.evaluate(THEME) == "dark"


def test_without_javascript_the_bar_above_a_page_lets_no_text_through(browser, site):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{site}/{CHAPTER}")
        assert tab.evaluate(THEME) == "auto"
        assert tab.evaluate(GROUND) == "rgb(255, 255, 255)"
