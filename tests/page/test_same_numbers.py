"""What a lab shows on the page are the numbers CPython computes, in the very words of a notebook."""

from xml.etree import ElementTree

import pytest
from built_site import page_of_each_lab
from hypothesis import HealthCheck, Phase, assume, given, settings, strategies
from visits import figures_of, fragment, go_to_fragment, open_live, short, shown_figures, view_if_possible

from callcentre import labs
from callcentre.notebook.markup import view_html
from callcentre.notebook.numbers import NOTHING

SCENARIOS = 100
PAGES = page_of_each_lab()

WORDS = """
section => {
  const all = selector => [...section.querySelectorAll(selector)];
  const words = selector => all(selector).map(one => one.textContent);
  // a note ends in a link to the book, and a notebook names the place in another way
  const sentence = ({firstChild: {data, nextSibling}}) =>
    nextSibling ? data.slice(0, data.lastIndexOf(' More in ')) : data;
  return {
    passage: words('.callcentre-passage:not([hidden])'),
    headline: words('.callcentre-headline'),
    figures: all('[data-figure]').map(one => [one.dataset.figure, one.textContent]).sort(),
    descriptions: words('.callcentre-words:not([hidden])'),
    rows: all('.callcentre-table tbody tr').map(row => [...row.children].map(one => one.textContent)),
    notes: all('.callcentre-notes li').map(sentence),
  };
}
"""


@pytest.mark.parametrize("name", PAGES)
def test_the_figures_are_those_of_cpython_and_the_words_those_of_a_notebook(tab, site, draw_values, name):
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
        data = view.as_data()
        assert words_on_the_page(section, data) == words_in_a_notebook(lab, data)

    check()


def words_on_the_page(section, view):
    """Return what a lab shows in words, with the unit of each column put beside the numbers below it."""
    words = section.evaluate(WORDS)
    columns = view["table"]["columns"] if view["table"] else []
    words["rows"] = [
        [with_unit(cell, column["pattern"]) for cell, column in zip(row, columns, strict=True)]
        for row in words["rows"]
    ]
    return words


def with_unit(cell, pattern):
    if pattern is None or cell == NOTHING:
        return cell
    return "−" * cell.startswith("−") + pattern.replace("{number}", cell.removeprefix("−"))


def words_in_a_notebook(lab, view):
    """Return the same from the HTML that a notebook shows."""
    html = ElementTree.fromstring(view_html(lab.as_data(), view))
    title, *paragraphs = html.findall("p")

    def words(found):
        return ["".join(one.itertext()) for one in found]

    def paragraphs_of(kind):
        return [one for one in paragraphs if one.get("class") == kind]

    return {
        "passage": words(paragraphs_of("callcentre-passage")),
        "headline": words(paragraphs_of("callcentre-headline")),
        "figures": sorted([one.get("data-figure"), one.find("dd").text] for one in html.findall(".//dl/div")),
        "descriptions": words(paragraphs_of(None)),
        "rows": [words(row) for row in html.findall(".//tbody/tr")],
        "notes": [note.text.rstrip() for note in html.findall(".//li")],
    }
