"""Another language can be laid over every lab, messages and pictures too, and all fits a phone."""

import re

import pytest
from built_site import served
from pseudo_site import make_site, outside_brackets
from visits import open_live

from callcentre import labs

PHONE = {"width": 390, "height": 844}

# All that is said in a lab: its text, and what only a screen reader or a pointer gets.
SAID = """
section => {
  const said = [];
  const texts = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!parentElement.closest('style, script, noscript, textarea')) said.push(data);
  }
  for (const one of section.querySelectorAll('*'))
    for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'alt', 'placeholder'])
      if (one.hasAttribute(name)) said.push(one.getAttribute(name));
  return said;
}
"""
OPEN_ALL = "section => section.querySelectorAll('details').forEach(one => { one.open = true })"
# Moves each control to another value, one after the other; leaves each field of a number wrong.
MOVE_ALL = """
async section => {
  const said = new Set();
  const inputs = [...section.querySelectorAll('.callcentre-controls [data-control] [name]')];
  const tell = input => ['input', 'change'].forEach(type =>
    input.dispatchEvent(new Event(type, { bubbles: true })));
  const pause = () => new Promise(resolve => setTimeout(resolve, 150));
  const read = () => SAID(section).forEach(text => said.add(text));
  for (const input of inputs.filter(one => !one.disabled)) {
    if (input.type === 'checkbox' || input.type === 'radio') input.click();
    else {
      if (input.localName === 'select') input.selectedIndex = (input.selectedIndex + 1) % input.length;
      else if (input.type === 'range') input.value = input.max;
      else if (input.localName === 'input') input.value = 'x';
      tell(input);
    }
    await pause();
    read();
  }
  return [...said];
}
""".replace("SAID", f"({SAID.strip()})")
TOO_WIDE = """
section => [...section.querySelectorAll('*')].filter(one => {
  const { width, right } = one.getBoundingClientRect();
  const scrolls = one.closest('.callcentre-scrolls, .callcentre-table, textarea, .callcentre-spoken, svg');
  return width && right > innerWidth + 1 && !scrolls && !one.closest('legend') &&
    getComputedStyle(one).position !== 'absolute';
}).map(one => one.className || one.localName)
"""


@pytest.fixture(scope="module")
def pseudo_site(tmp_path_factory):
    with served(make_site(tmp_path_factory.mktemp("pseudo"))) as address:
        yield address


@pytest.mark.parametrize("lab", labs.NAMES)
def test_no_word_of_a_lab_is_left_in_english_and_all_fits_a_phone(pseudo_site, browser, lab):
    page = browser.new_page(viewport=PHONE)
    section = open_live(page, f"{pseudo_site}/{lab}.html")
    section.evaluate(OPEN_ALL)
    said = section.evaluate(SAID) + section.evaluate(MOVE_ALL)
    left = sorted({out for text in said if re.search(r"[^\W\d_]{2}", out := outside_brackets(text))})
    assert left == []
    assert section.evaluate(TOO_WIDE) == []
    page.close()
