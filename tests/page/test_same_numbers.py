"""What a lab shows on the page are the numbers CPython computes, in the very words of a notebook."""

from xml.etree import ElementTree

import pytest
from built_site import page_of_each_lab
from hypothesis import HealthCheck, Phase, assume, given, settings, strategies
from visits import IS_FINAL, figures_of, fragment, numbers_of, open_live, short

from callcentre import labs
from callcentre.labs.shared.units import form
from callcentre.notebook.markup import view_html
from callcentre.notebook.numbers import NOTHING

SCENARIOS = 40  # the first picture of each is compared
FINISHED = 2  # and of these the final one too: only what a long run adds can differ then
PAGES = page_of_each_lab()

SHOWN = """
section => {
  const all = selector => [...section.querySelectorAll(selector)];
  const words = selector => all(selector).map(one => one.textContent);
  // a note ends in a link to the book, and a notebook names the place in another way
  const sentence = ({firstChild: {data, nextSibling}}) =>
    nextSibling ? data.slice(0, data.lastIndexOf(' More in ')) : data;
  return {
    message: words('.callcentre-message').join(''),
    figures: all('[data-figure]').map(one => [one.dataset.figure, one.dataset.value]),
    words: {
      passage: words('.callcentre-passage:not([hidden])'),
      headline: words('.callcentre-headline'),
      figures: all('[data-figure]').map(one => [one.dataset.figure, one.textContent]).sort(),
      descriptions: words('.callcentre-words:not([hidden])'),
      rows: all('.callcentre-table:not(:has([data-figure])) tbody tr')
        .map(row => [...row.children].map(one => one.textContent)),
      notes: all('.callcentre-notes li').map(sentence),
    },
  };
}
"""
# what a lab shows at the first picture of an address, before a long run goes on; null for the address it has
SHOWN_FIRST = f"""
(section, fragment) => new Promise(resolve => {{
  let earlier;
  const watch = new MutationObserver(() => {{
    if (section.dataset.revision === earlier || section.matches('[data-following]')) return;
    watch.disconnect();
    resolve(({SHOWN})(section));
  }});
  // until the lab has heard of the new address, the last one's long run may show another picture
  const look = () => {{
    earlier = section.dataset.revision;
    watch.observe(section, {{attributeFilter: ['data-revision', 'data-following']}});
  }};
  addEventListener('hashchange', look, {{once: true}});
  const before = location.hash;
  location.hash = fragment;
  if (location.hash === before) resolve(null);
}})
"""


@pytest.mark.parametrize("name", PAGES)
def test_the_figures_are_those_of_cpython_and_the_words_those_of_a_notebook(tab, site, draw_values, name):
    lab = labs.find(name)
    section = open_live(tab, f"{site}/{PAGES[name]}")
    finished = []

    def compare(shown, view):
        assert numbers_of(shown["figures"]) == pytest.approx(figures_of(view), rel=1e-12, abs=1e-12)
        assert shown["message"] == ""
        data = view.as_data()
        assert with_units(shown["words"], data) == words_in_a_notebook(lab, data)

    @settings(max_examples=SCENARIOS, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(strategies.randoms(use_true_random=False))
    def check(source):
        values = short(draw_values(lab, source))
        first = first_view_if_possible(lab, values)
        assume(first is not None)
        view, state = first
        shown = section.evaluate(SHOWN_FIRST, fragment(section, values))
        if shown:
            compare(shown, view)
        if not shown or (state is not None and len(finished) < FINISHED):
            finished.append(values)
            tab.wait_for_function(IS_FINAL, arg=section.element_handle())
            compare(section.evaluate(SHOWN), lab.view(values))

    check()


def first_view_if_possible(lab, values):
    """Return the first view and the state after it, or None where the values do not go together."""
    try:
        return lab.first_view(lab.complete(values))
    except ValueError:
        return None


def with_units(words, view):
    """Return what a lab shows in words, with the unit of each column put beside the numbers below it."""
    columns = view["table"]["columns"] if view["table"] else []
    rows = [
        [with_unit(cell, column["pattern"]) for cell, column in zip(row, columns, strict=True)]
        for row in words["rows"]
    ]
    return {**words, "rows": rows}


def with_unit(cell, pattern):
    if pattern is None or cell == NOTHING:
        return cell
    digits = cell.removeprefix("−")
    return "−" * cell.startswith("−") + form(pattern, digits).replace("{number}", digits)


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
