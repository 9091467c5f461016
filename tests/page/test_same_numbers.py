"""What a lab shows on the page are the numbers CPython computes, whatever values a reader gives it."""

import pytest
from built_site import page_of_each_lab
from hypothesis import HealthCheck, Phase, assume, given, settings, strategies
from visits import figures_of, fragment, go_to_fragment, open_live, short, shown_figures, view_if_possible

from callcentre import labs

SCENARIOS = 100
PAGES = page_of_each_lab()


@pytest.mark.parametrize("name", PAGES)
def test_the_figures_are_those_of_cpython(tab, site, draw_values, name):
    lab = labs.find(name)
    section = open_live(tab, f"{site}/{PAGES[name]}")

    @settings(max_examples=SCENARIOS, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategies.randoms(use_true_random=False))
    def check(source):
        values = short(draw_values(lab, source))
        view = view_if_possible(lab, values)
        assume(view is not None)
        go_to_fragment(tab, section, fragment(section, values))
        assert shown_figures(section) == pytest.approx(figures_of(view), rel=1e-12, abs=1e-12)
        assert section.locator(".callcentre-message").text_content() == ""

    check()
