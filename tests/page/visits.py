"""What the browser tests do on a page with a lab, and what CPython says it must show."""

import ast
import json
from itertools import islice
from time import time
from urllib.parse import urlencode

import pytest
from built_site import PATIENCE

from callcentre import labs

EXACT = {"rel": 1e-12, "abs": 1e-12}

PICTURE = """
section =>
  [...section.querySelectorAll('.callcentre-picture, .callcentre-folds')]
    .map(one => one.textContent).join('')
"""
FIGURES = "all => all.map(one => [one.dataset.figure, one.dataset.value])"
SHOWS_LATER = """
([section, after]) =>
  Number(section.dataset.revision) > after && !section.matches('[data-refining], [data-following]')
"""
SHOWS_ANY_LATER = """
([section, after]) => Number(section.dataset.revision) > after && !section.matches('[data-following]')
"""
KEY_THAT_MOVES = """
one => one.type === 'checkbox' ? 'Space' : Number(one.value) < Number(one.max) ? 'ArrowRight' : 'ArrowLeft'
"""
CHANGE_FRAGMENT = """
fragment => { const before = location.hash; location.hash = fragment; return location.hash !== before }
"""
CLIPBOARD = "navigator.clipboard.readText()"
IS_TOLD = "section => section.querySelector('.callcentre-copied').textContent !== ''"
IS_FINAL = "section => !section.matches('[data-refining], [data-following]')"
IS_IN_STATE = "([section, state]) => section.dataset.state === state"


def first_lab(page):
    """Return the page's first lab, as a locator."""
    return page.locator("section[data-lab]").first


def open_live(page, address):
    """Open a page and wait until each of its labs is live; return the first."""
    page.goto(address)
    for section in page.locator("section[data-lab]").all():
        wait_state(page, section, "live")
    return first_lab(page)


def open_final(page, address):
    """Open a page and wait until each of its labs is live and shows its final picture; return the first."""
    first = open_live(page, address)
    for section in page.locator("section[data-lab]").all():
        page.wait_for_function(IS_FINAL, arg=section.element_handle(), timeout=PATIENCE)
    return first


def wait_state(page, section, state):
    """Wait until a lab is static, live or failed."""
    page.wait_for_function(IS_IN_STATE, arg=[section.element_handle(), state], timeout=PATIENCE)


def revision(section):
    """Return how many pictures the lab has shown."""
    return int(section.get_attribute("data-revision"))


def wait_picture(page, section, after):
    """Wait until the lab shows a picture later than that revision, and the final one of a long run."""
    page.wait_for_function(SHOWS_LATER, arg=[section.element_handle(), after], timeout=PATIENCE)


def wait_view(page, section, after, lab, values):
    """Wait until the lab shows CPython's figures of these values: at first, finally, or on the way there."""
    page.wait_for_function(SHOWS_ANY_LATER, arg=[section.element_handle(), after], timeout=PATIENCE)
    coming = views_on_the_way(lab, values)
    expected = [figures_of(next(coming))]
    last = time() + PATIENCE / 1000
    while not any(shown_figures(section) == pytest.approx(figures, **EXACT) for figures in expected):
        assert time() < last, f"{shown_figures(section)} is none of {expected}"
        expected += [figures_of(view) for view in islice(coming, 1)]


def views_on_the_way(lab, values):
    """Give the views of values, from the first to the final one."""
    complete = lab.complete(values)
    view, state = lab.first_view(complete)
    yield view
    while state is not None:
        view, state = lab.refine(complete, state)
        if view:
            yield view


def shown_figures(section):
    """Return the figures on the page: unrounded value by name, None where there is none."""
    return numbers_of(section.locator("[data-figure]").evaluate_all(FIGURES))


def numbers_of(pairs):
    """Return unrounded values by name from pairs of names and texts; None where there is no text."""
    return {name: float(value) if value else None for name, value in pairs}


def expected_figures(name, values):
    """Return what CPython's view of the lab holds."""
    return figures_of(labs.find(name).view(values))


def figures_of(view):
    """Return a view's figures, unrounded value by name."""
    return {figure.name: figure.quantity.value for figure in view.figures}


def is_possible(lab, values):
    """Say whether values that are allowed one by one go together."""
    try:
        lab.first_view(lab.complete(values))
    except ValueError:
        return False
    return True


def picture(section):
    """Return all the words of what a lab shows."""
    return section.evaluate(PICTURE)


def own_values(section):
    """Return the values a lab starts from on its page."""
    return json.loads(section.get_attribute("data-values"))


def nudge(section):
    """Move the first slider by a step, or the first box, by keyboard; return its name."""
    control = section.locator(":is([type=range], [type=checkbox])[name]:enabled").first
    control.press(control.evaluate(KEY_THAT_MOVES))
    return control.get_attribute("name")


def go_to_fragment(page, section, fragment):
    """Change the address's fragment as a reader does; where it is another one, wait for the new picture."""
    before = revision(section)
    if page.evaluate(CHANGE_FRAGMENT, fragment):
        wait_picture(page, section, before)


def fragment(section, values):
    """Return the fragment that asks a lab for these values."""
    return fragment_of(section.get_attribute("id"), values)


def fragment_of(lab, values):
    """Return the fragment that asks the lab with that id for these values."""
    return lab + "?" + urlencode({name: in_address(value) for name, value in values.items()})


def in_address(value):
    """Return a value as an address holds it."""
    if isinstance(value, list):
        return ",".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def copied(tab, section):
    """Return what a lab has copied, once it says so."""
    tab.wait_for_function(IS_TOLD, arg=section.element_handle())
    return tab.evaluate(CLIPBOARD)


def copied_call(tab, section):
    """Press "Copy as Python" and return the lab's name and the values in what was copied."""
    section.locator("[data-action=copy-python]").evaluate("one => one.click()")
    imported, call = ast.parse(copied(tab, section)).body
    assert ast.unparse(imported) == "import callcentre"
    assert ast.unparse(call.value.func) == "callcentre.lab"
    values = {one.arg: ast.literal_eval(one.value) for one in call.value.keywords}
    return ast.literal_eval(call.value.args[0]), values


def short(values):
    """Return a lab's values with the shortest of long runs: a hundred futures show what a thousand do."""
    return {**values, "futures": 100} if "futures" in values else values
