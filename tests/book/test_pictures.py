"""Pictures of chapters share their colours, for light and for dark, with one another and with the labs."""

import re

import pytest
from chapters import ROOT

PICTURES = sorted((ROOT / "book/images").glob("*.svg"))
NAMED = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
LAB_COLOUR = re.compile(r"--callcentre-series-([012]): (#[0-9a-f]{6});")
GROUNDS = {"firm-soft", "vendor-soft", "mixed-soft", "firm-middle", "ground", "paper", "edge"}


def palettes(text):
    light, dark = text.split("@media (prefers-color-scheme: dark)", 1)
    return dict(NAMED.findall(light)), dict(NAMED.findall(dark))


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_picture_has_the_colours_of_all_for_light_and_dark_and_no_other(picture):
    text = picture.read_text("utf-8")
    light, dark = palettes(text)
    assert [light, dark] == list(palettes(PICTURES[0].read_text("utf-8")))
    assert list(light) == list(dark)
    body = text.split("</style>", 1)[1]
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)\(", body)
    assert set(re.findall(r"var\(--([a-z-]+)\)", text)) <= set(light)


def test_a_way_has_the_colour_it_has_in_the_labs():
    style = (ROOT / "src/callcentre/page/callcentre.css").read_text("utf-8")
    found = LAB_COLOUR.findall(style)
    for palette, series in zip(palettes(PICTURES[0].read_text("utf-8")), (found[:3], found[3:]), strict=True):
        assert [palette[name] for name in ("firm", "vendor", "mixed")] == [colour for _, colour in series]


@pytest.mark.parametrize("mode", [0, 1], ids=["light", "dark"])
def test_letters_stand_out_from_every_ground(mode):
    palette = palettes(PICTURES[0].read_text("utf-8"))[mode]
    for letters in sorted(set(palette) - GROUNDS):
        for ground in ("ground", "paper"):
            assert contrast(palette[letters], palette[ground]) >= 4.5, (letters, ground)
    for ground in ("firm-soft", "vendor-soft", "mixed-soft"):
        assert contrast(palette["ink"], palette[ground]) >= 4.5


def contrast(one, other):
    """Return the ratio by which WCAG measures how well two colours are told apart."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
