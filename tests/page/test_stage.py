"""While a reader moves a control, the lab's headline and main picture are in sight, on a phone too."""

from functools import cache

import pytest
from built_site import PATIENCE, page_of_each_lab
from visits import fragment, go_to_fragment, open_live, own_values, short

from callcentre import labs

SIZES = {"screen": (1280, 800), "notebook": (1366, 768), "phone": (390, 844)}
IN_SIGHT = 0.6
STAGE_OF_PHONE = 0.4
LINES_OF_PHONE = 2  # of the headline
PAUSE_OF_RESIZING = 300  # ms
PAGES = page_of_each_lab()

# Moves each control as a hand does: what has the focus is in sight, then its value changes, and a picture
# comes, for which it waits where it is patient. Returns by control the least shares of picture, headline and
# control that were seen, on the way down and up again.
MOVE_ALL = """
async ([section, isPatient]) => {
  const frame = () => new Promise(requestAnimationFrame);
  const all = (root, selector) => [...root.querySelectorAll(selector)];
  all(section, 'details.callcentre-group').forEach(one => { one.open = true });
  const box = one => one.getBoundingClientRect();
  const passage = section.querySelector('.callcentre-passage:not([hidden])');
  const picture = () => passage ?? all(section, '.callcentre-chart svg').find(svg => box(svg).width);
  const headline = () => section.querySelector('.callcentre-headline');

  const shareSeen = target => {
    const { left, top, width, height } = box(target);
    const steps = [0.05, 0.275, 0.5, 0.725, 0.95];
    const hit = (x, y) => document.elementFromPoint(left + x * width, top + y * height);
    const hits = steps.flatMap(x => steps.map(y => hit(x, y)));
    const isSeen = hit => hit && (target.contains(hit) || (hit.contains(target) && hit !== document.body));
    return hits.filter(isSeen).length / hits.length;
  };

  const nudge = input => {
    if (input.type === 'checkbox' || input.type === 'radio') return input.click();
    if (input.localName === 'select') input.selectedIndex = input.selectedIndex ? 0 : 1;
    else if (input.type === 'range' && Number(input.value) < Number(input.max)) input.stepUp();
    else if (input.type === 'range') input.stepDown();
    else if (input.localName === 'textarea') input.value += ' ';
    else input.value = String(Number((Number(input.value) * 1.1).toPrecision(3)));
    for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }));
  };

  const answered = async () => {
    const before = section.dataset.revision;
    const until = performance.now() + (isPatient ? 500 : 0);
    const isPending = () =>
      section.dataset.revision === before && !section.querySelector('[aria-invalid=true]');
    while (isPending() && performance.now() < until) await frame();
  };

  const look = (input, seen) => {
    const target = input.closest('.callcentre-option') ?? input;
    seen.picture = Math.min(seen.picture ?? 1, shareSeen(picture()));
    seen.headline = Math.min(seen.headline ?? 1, shareSeen(headline()));
    seen.control = Math.min(seen.control ?? 1, shareSeen(target));
  };

  const found = {};
  const boxes = all(section, '.callcentre-controls [data-control]');
  const inputs = boxes
    .map(one => one.querySelector('[data-track], [name]:not(:checked), [name]'))
    .filter(one => !one.disabled);
  section.querySelector('.callcentre-controls').scrollIntoView({ behavior: 'instant' });
  document.activeElement.blur();
  await new Promise(resolve => setTimeout(resolve, 300)); // the theme's contents make way
  const nameOf = input => input.dataset.track ?? input.name;
  const wasOff = new Set(boxes.map(one => one.dataset.control));
  for (const input of inputs) {
    if (input.disabled) continue; // an earlier move has taken its effect away
    wasOff.delete(nameOf(input));
    found[nameOf(input)] = {};
    input.focus();
    await frame();
    const answer = answered();
    nudge(input);
    await answer;
    look(input, found[nameOf(input)]);
  }
  for (const input of inputs.toReversed().filter(one => !one.disabled)) {
    input.focus();
    await frame();
    look(input, (found[nameOf(input)] ??= {}));
  }
  const stage = box(section.querySelector('.callcentre-stage')).height / innerHeight;
  return { found, off: [...wasOff], stage, wide: document.documentElement.scrollWidth };
}
"""

# How many lines a lab's headline has.
LINES = """
section => {
  const words = document.createRange();
  words.selectNodeContents(section.querySelector('.callcentre-headline'));
  return new Set([...words.getClientRects()].map(one => Math.round(one.top))).size;
}
"""

# Puts the focus on a slider near the foot of the window, has a field above it say that its value cannot be
# used, and takes that back. Returns where the slider stood on the window, each time.
SAY_ABOVE = """
async (section, names) => {
  const [held, field] = names.map(name => section.querySelector(`[name="${name}"]`));
  const top = () => held.getBoundingClientRect().top;
  const frame = () => new Promise(requestAnimationFrame);
  const isSaid = () => section.querySelector('.callcentre-problem') !== null;
  const write = value => {
    field.value = value;
    for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  };
  const good = field.value;
  section.querySelectorAll('details.callcentre-group').forEach(one => { one.open = true });
  held.focus();
  scrollBy({ top: top() - innerHeight + 60, behavior: 'instant' });
  const seen = [top()];
  for (const [value, isThere] of [['1.5', true], [good, false]]) {
    write(value);
    while (isSaid() !== isThere) await frame();
    seen.push(top());
    await frame().then(frame);
    seen.push(top());
  }
  return seen;
}
"""


@pytest.fixture(scope="module")
def moved(browser, site):
    """A function from a lab's name to what was seen of it by size; a lab is opened once."""

    @cache
    def move(name):
        with browser.new_context(reduced_motion="reduce") as context:
            context.set_default_timeout(PATIENCE)
            tab = context.new_page()
            section = open_live(tab, f"{site}/{PAGES[name]}")
            resize(tab, "phone")
            seen = {"lines": section.evaluate(LINES)}
            quick = {
                key: value
                for key, value in short(own_values(section)).items()
                if value != own_values(section)[key]
            }
            if quick:
                go_to_fragment(tab, section, fragment(section, quick))
            for size in SIZES:
                resize(tab, size)
                seen[size] = tab.evaluate(MOVE_ALL, [section.element_handle(), size == "phone"])
            return seen

    return move


def resize(tab, size):
    """Give a page the size of one of the screens, and the theme its time to follow."""
    width, height = SIZES[size]
    tab.set_viewport_size({"width": width, "height": height})
    tab.wait_for_timeout(PAUSE_OF_RESIZING)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_headline_and_picture_are_in_sight_while_any_control_moves(moved, name, size):
    found, off = moved(name)[size]["found"], moved(name)[size]["off"]
    controls = labs.find(name).controls
    assert set(found) | set(off) == {control.name for control in controls if control.kind != "record"}
    assert [control.name for control in controls if control.name in off and not control.needs] == []
    assert {one: seen for one, seen in found.items() if seen["picture"] < IN_SIGHT} == {}
    assert {one: seen for one, seen in found.items() if seen["headline"] < 1} == {}
    assert {one: seen for one, seen in found.items() if seen["control"] < IN_SIGHT} == {}


@pytest.mark.parametrize("name", PAGES)
def test_on_a_phone_the_picture_leaves_the_controls_their_room(moved, name):
    assert moved(name)["phone"]["stage"] <= STAGE_OF_PHONE
    assert moved(name)["lines"] <= LINES_OF_PHONE
    assert moved(name)["phone"]["wide"] <= SIZES["phone"][0]


def test_what_is_said_above_a_control_does_not_take_it_from_under_the_hand(browser, site):
    with browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(PATIENCE)
        section = open_live(context.new_page(), f"{site}/{PAGES['watch-a-day']}")
        seen = section.evaluate(SAY_ABOVE, ["day_variation", "seed"])
    assert max(seen) - min(seen) < 1  # a page scrolls by whole pixels
    assert 0 < seen[0] < 800
