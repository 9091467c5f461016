"""A question reads typed numbers as the labs do: the page's rule and the model's say the same of any text."""

import json
import random
import subprocess
from pathlib import Path

from callcentre.model.numerics.written_number import readings, unmistakable
from callcentre.page.node import find_node

SHOW = Path(__file__).with_name("script") / "show-readings.mjs"
PLAIN, USUAL = "0123456789", "0123456789" * 2 + ".,  '-"
UNUSUAL = "0123456789..,,''’ʼ\u00a0\u202f\u2009-−+e½x²٣"
KNOWN = {
    "0,92": {"0.92"},
    "40.000": {"40.000", "40000"},
    "1 204,5": {"1204.5"},
    "1'200.50": {"1200.50"},
    "−3": {"-3"},
    "1,204": {"1.204", "1204"},
    ",5": {"0.5"},
    "0.500": {"0.500"},
    "12.5.3": set(),
    "": set(),
    "1e3": set(),
    "five": set(),
    "1,20,4": set(),
    "9" * 41: set(),
}


def on_the_page(texts):
    """Return what the page's own script reads in texts: [[plain digits, unmistakable], ...] each."""
    data = json.dumps(texts)
    run = subprocess.run([find_node(), SHOW], input=data, capture_output=True, encoding="utf-8", check=True)
    return json.loads(run.stdout)


def written(chance):
    """Return a text: groups of digits with a mark between them, or any characters."""
    if chance.random() < 0.3:
        groups = ["".join(chance.choices(PLAIN, k=chance.choice((1, 2, 3, 3)))) for _ in range(3)]
        return chance.choice(".,' ").join(groups[: chance.randint(1, 3)])
    return "".join(chance.choices(chance.choice((USUAL, UNUSUAL)), k=chance.randint(1, 9)))


def test_known_texts_are_read_as_one_means_them():
    found = on_the_page(list(KNOWN))
    assert [{plain for plain, _ in each} for each in found] == list(KNOWN.values())


def test_any_text_is_read_as_the_model_reads_it():
    chance = random.Random(11)
    texts = [*KNOWN, *(written(chance) for _ in range(5000))]
    expected = [dict.fromkeys(readings(text).values()) for text in texts]
    assert sum(len(each) > 1 for each in expected) > 20
    for text, page, model in zip(texts, on_the_page(texts), expected, strict=True):
        assert page == [[plain, unmistakable(plain)] for plain in model], text
