"""The picture of the bank's day shows the counts the model works with."""

import re

import chapters
import pytest

from callcentre.model.demand import bank_day

PICTURE = (chapters.BOOK / "images" / "bank-day.svg").read_text(encoding="utf-8")
COUNTS = [(mean, sd) for _, mean, sd in bank_day.HALF_HOURS]


def height_of(label):
    """Return where the grid line with this label is drawn."""
    return float(re.search(rf'd="M58 ([\d.]+)H466"/><text class="right"[^>]*>{label}<', PICTURE)[1])


def units_per_call():
    return (height_of("0") - height_of("2,000")) / 2000


def test_each_bar_is_as_high_as_the_mean_of_its_half_hour():
    heights = [float(height) for height in re.findall(r'class="bar"[^>]*height="([\d.]+)"', PICTURE)]
    assert heights == pytest.approx([mean * units_per_call() for mean, _ in COUNTS], abs=0.06)


def test_each_line_reaches_one_standard_deviation_up_and_down():
    lines = re.findall(r'class="spread" d="M[\d.]+ ([\d.]+)V([\d.]+)"', PICTURE)
    lengths = [float(low) - float(high) for low, high in lines]
    assert lengths == pytest.approx([2 * sd * units_per_call() for _, sd in COUNTS], abs=0.11)
