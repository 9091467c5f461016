"""The picture of four calculators' answers shows what they said, on a scale from 0 to 100 %."""

import math
import re

import chapters
import pytest

from callcentre.model import staffing
from callcentre.teach.check.claim_values import answer_of

PICTURE = (chapters.BOOK / "images" / "one-question.svg").read_text(encoding="utf-8")
SIZES = (100, 500, 1000)
# what stands behind the heading of a size: its rows, one for each calculator
PARTS = re.split(r'<text class="head"[^>]*>', PICTURE)[1:]


def exactly(size):
    return 100 * staffing.performance(20 * size, 180, size, 300)["wait_probability"]


def place(share):
    """Return where a share in per cent stands, from the labels of the scale."""
    left, right = (float(re.search(rf'<text x="([\d.]+)"[^>]*>{label} %<', PICTURE)[1]) for label in (0, 100))
    return left + share / 100 * (right - left)


def rows():
    for size, part in zip(SIZES, PARTS, strict=True):
        text = part.replace("</text>\n", "</text> ").replace("/>\n", "/> ")
        for found in re.split(r'(?=<text class="right" x="160")', text)[1:]:
            package, version = re.match(r"<[^>]*>([a-z-]+) ([\d.]+)<", found).groups()
            yield pytest.param(size, package, version, found, id=f"{package}-{size}")


ROWS = list(rows())


def test_four_calculators_stand_under_each_size():
    assert len(ROWS) == 4 * len(SIZES)
    for size, part in zip(SIZES, PARTS, strict=True):
        assert part.startswith(f"{size:,} agents, {size:,} erlang: exactly {exactly(size):.1f} %<")


@pytest.mark.parametrize("part", PARTS)
def test_a_line_marks_the_exact_answer(part):
    size = SIZES[PARTS.index(part)]
    drawn = float(re.search(r'class="exact" d="M([\d.]+) ', part)[1])
    assert drawn == pytest.approx(place(exactly(size)), abs=0.06)


@pytest.mark.parametrize(("size", "package", "version", "row"), ROWS)
def test_a_mark_stands_where_the_answer_is(size, package, version, row):
    answer = answer_of(chapters.ROOT, package, size)
    if math.isnan(answer):
        assert ">no number<" in row
        assert ">NaN<" in row
        assert "circle" not in row
        assert "rect" not in row
        return
    printed = "100 %" if answer == 100 else f"{answer:.1f} %"
    assert f">{printed}<" in row
    dot = re.search(r'<circle class="dot" cx="([\d.]+)"', row)
    square = re.search(r'<rect class="miss" x="([\d.]+)"[^>]* width="12"', row)
    assert bool(dot) is (abs(answer - exactly(size)) < 1e-7)
    assert bool(square) is not bool(dot)
    middle = float(dot[1]) if dot else float(square[1]) + 6
    assert middle == pytest.approx(place(answer), abs=0.06)


def test_the_words_of_the_picture_say_what_it_shows():
    words = re.search(r"<desc[^>]*>(.*?)</desc>", PICTURE)[1]
    for size in SIZES:
        assert f"{exactly(size):.1f} %" in words
    for package, size in (("pyqueueing", 500), ("pyqueueing", 1000)):
        assert f"{package} 0.1.1 gives {answer_of(chapters.ROOT, package, size):.1f} %" in words
