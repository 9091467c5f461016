"""A number is rounded by one rule, whether a page shows it or a notebook."""

import json
import math
import random
import subprocess
from pathlib import Path

import pytest

from callcentre.labs.shared.view import Quantity
from callcentre.notebook.numbers import quantity_words
from callcentre.page.node import find_node

SHOW = Path(__file__).with_name("script") / "show-quantities.mjs"

TRICKY = [
    (509692.5, "EUR", 0, "€509,693"),
    (509692.49999999994, "EUR", 0, "€509,693"),  # what another order of adding makes of 509,692.50
    (509692.4999, "EUR", 0, "€509,692"),
    (0.5, "", 0, "1"),
    (1.5, "", 0, "2"),
    (2.5, "", 0, "3"),
    (-0.5, "", 0, "−1"),
    (-2.5, "EUR", 0, "−€3"),
    (-0.49, "EUR", 0, "€0"),
    (-0.0, "EUR", 1, "€0.0"),
    (0.285, "share", 0, "29 %"),  # 0.285 * 100 is 28.499999999999996
    (0.285, "share", 1, "28.5 %"),
    (0.575, "share", 0, "58 %"),
    (0.1 + 0.2, "share", 1, "30.0 %"),
    (1.005, "EUR", 2, "€1.01"),  # as a double it is a little less
    (1.045, "EUR", 2, "€1.05"),
    (2.675, "EUR", 2, "€2.68"),
    (1.115, "EUR", 2, "€1.12"),
    (0.000125, "share", 2, "0.01 %"),
    (0.0000005, "", 6, "0.000001"),
    (999.995, "EUR", 2, "€1,000.00"),
    (1234567.891, "EUR", 0, "€1,234,568"),
    (1e15, "calls", 0, "1,000,000,000,000,000 calls"),
    (1e-9, "", 6, "0.000000"),
    (1234567890.125, "", 2, "1,234,567,890.13"),
    (3, "agents", 0, "3 agents"),
    (1, "agents", 0, "1 agent"),
    (-1, "calls/month", 0, "−1 call a month"),
    (0.51, "hours", 0, "1 hour"),  # as it is shown
    (1.49, "posts", 0, "1 post"),
    (1, "years", 1, "1.0 years"),
    (0, "days", 0, "0 days"),
    (1001, "weeks", 0, "1,001 weeks"),
    (None, "EUR", 0, "–"),
]


def shown_on_the_page(quantities):
    """Return the words of quantities as the page's own script writes them."""
    data = json.dumps([quantity.as_data() for quantity in quantities])
    run = subprocess.run([find_node(), SHOW], input=data, capture_output=True, encoding="utf-8", check=True)
    return json.loads(run.stdout)


def shown_in_a_notebook(quantities):
    return [quantity_words(quantity.as_data()) for quantity in quantities]


def doubles_around(value):
    """Return a double with its neighbours, which an addition in another order may give in its place."""
    return [value, math.nextafter(value, math.inf), math.nextafter(value, -math.inf)]


@pytest.mark.parametrize("shown", [shown_on_the_page, shown_in_a_notebook])
def test_tricky_numbers_are_rounded_half_away_from_zero(shown):
    words = shown([Quantity(value, unit, decimals) for value, unit, decimals, _ in TRICKY])
    assert words == [wanted for *_, wanted in TRICKY]


def test_page_and_notebook_round_every_number_alike():
    source = random.Random(9)
    drawn = [
        Quantity(value, unit, decimals)
        for decimals in range(7)
        for unit in ("EUR", "share", "agents")
        for _ in range(100)
        for value in doubles_around(
            # a number of few digits, half of them with a 5 where rounding cuts
            source.choice((-1, 1))
            * (source.randint(0, 10**9) + source.choice((0, 0.5)))
            / 10 ** (decimals + source.choice((0, 2)))
        )
    ]
    drawn += [Quantity(source.uniform(-1, 1) * 10 ** source.randint(-9, 12), "share", 2) for _ in range(500)]
    assert shown_on_the_page(drawn) == shown_in_a_notebook(drawn)
