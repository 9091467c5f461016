"""What a page leaves to be loaded later, or not at all, is still there when it is wanted."""

import gzip
import re

from built_site import BUILT
from fontTools.ttLib import TTFont

ICON_FONTS = BUILT / "_static" / "vendor" / "fontawesome" / "webfonts"
STYLE = BUILT / "_static" / "site.css"
MOST_BYTES = 10_000
MOST_STYLE = 42_000


def test_no_page_holds_a_picture_that_could_be_a_file(site, any_page):
    text = (BUILT / any_page).read_text(encoding="utf-8")
    assert "data:image/png" not in text
    for address in re.findall(r'<img loading="lazy"[^>]* src="([^"]+)"', text):
        assert (BUILT / any_page).parent.joinpath(address).is_file()


def test_every_picture_tells_its_size_before_it_is_there(site, any_page):
    pictures = re.findall(r"<img [^>]*>", (BUILT / any_page).read_text(encoding="utf-8"))
    unsized = [one for one in pictures if not re.search(r' width="[\d.]+"', one)]
    assert pictures
    assert unsized + [one for one in pictures if not re.search(r' height="[\d.]+"', one)] == []


def test_every_icon_of_a_page_has_its_rule_and_its_glyph(site, any_page):
    sheet = STYLE.read_text(encoding="utf-8")
    glyphs = TTFont(ICON_FONTS / "fa-solid-900.woff2").getBestCmap()
    tags = re.findall(r'class="fa-solid ([^"]+)"', (BUILT / any_page).read_text(encoding="utf-8"))
    icons = {name for tag in tags for name in tag.split() if name != "fa-lg"}
    assert icons
    for icon in icons:
        (sign,) = re.findall(rf'\.{icon}:before[^{{}}]*\{{content:"(.)"', sheet)
        assert ord(sign) in glyphs, icon


def test_style_sheets_hold_little_more_than_what_is_shown(site):
    sheets = (BUILT / "_static").rglob("*.css")
    assert sum(len(gzip.compress(sheet.read_bytes(), 9)) for sheet in sheets) <= MOST_STYLE


def test_a_page_names_one_style_sheet_and_what_only_pages_of_its_kind_need(site, any_page):
    text = (BUILT / any_page).read_text(encoding="utf-8")
    sheets = re.findall(r'<link rel="stylesheet"[^>]* href="(?:\.\./)*_static/([^"?]+)', text)
    own = {
        "callcentre.css": "data-lab=",
        "callcentre-exercises.css": "data-task=",
        "katex/katex.min.css": 'class="katex',
        "katex-math.css": 'class="katex',
    }
    assert sheets[0] == "site.css"
    assert set(sheets[1:]) == {name for name, mark in own.items() if mark in text}
    for address in re.findall(r"url\((?!.?data:)([^)]+)\)", STYLE.read_text(encoding="utf-8")):
        assert (STYLE.parent / address).exists() or address.endswith((".ttf", ".woff", "file.png")), address


def test_a_style_that_only_a_script_calls_up_is_kept(site):
    sheet = STYLE.read_text(encoding="utf-8")
    for name in (".tooltip-inner", ".show", "data-theme=dark", "dialog"):
        assert name in sheet
    assert ".accordion" not in sheet


def test_icon_fonts_hold_little_more_than_what_is_shown(site):
    assert sum(font.stat().st_size for font in ICON_FONTS.glob("*.woff2")) <= MOST_BYTES
