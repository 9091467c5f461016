"""What a reader's browser need not load: pictures it has not come near, and icons that no page shows."""

import re
import struct
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

from fontTools import subset

INLINE_PICTURE = re.compile(r'<img src="data:image/png;base64,([^"]+)"')
ICONS_OF_A_PAGE = re.compile(r"\bfa-([a-z0-9-]+)")
ICON_RULE = re.compile(r'((?:\.fa-[\w-]+:before,?)+)\{content:"\\[^"]+"\}')
ICON_NAME = re.compile(r"\.fa-([\w-]+):")
CODE_POINT = re.compile(r'"\\([0-9a-f]{4})"')
SHEET = "pydata-sphinx-theme.css"


def setup(app):
    """Have both done while the book is built; called by the extension."""
    app.connect("html-page-context", lay_pictures_beside_the_page)
    app.connect("build-finished", keep_icons_of_the_pages)


def lay_pictures_beside_the_page(app, pagename, templatename, context, doctree):
    """Make files of the pictures that a notebook's output holds, so that a page is there before they are."""

    def lazy_image(found):
        png = b64decode(found[1])
        name = f"_images/{sha256(png).hexdigest()[:20]}.png"
        path = Path(app.outdir, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(png)
        width, height = struct.unpack(">II", png[16:24])
        address = context["pathto"](name, resource=True)
        return f'<img loading="lazy" width="{width}" height="{height}" src="{address}"'

    if "body" in context:
        context["body"] = INLINE_PICTURE.sub(lazy_image, context["body"])


def keep_icons_of_the_pages(app, error):
    """Leave in the theme's style sheet and icon fonts what the pages show, of some two thousand icons."""
    sheet = Path(app.outdir, "_static", "styles", SHEET)
    if error or not sheet.exists():
        return
    pages = [page.read_text(encoding="utf-8") for page in Path(app.outdir).rglob("*.html")]
    shown = {name for page in pages for name in ICONS_OF_A_PAGE.findall(page)}

    def rule_if_shown(found):
        return found[0] if shown.intersection(ICON_NAME.findall(found[1])) else ""

    sheet.write_text(ICON_RULE.sub(rule_if_shown, sheet.read_text(encoding="utf-8")), encoding="utf-8")
    sheets = [path.read_text(encoding="utf-8") for path in Path(app.outdir, "_static").rglob("*.css")]
    points = {int(point, 16) for text in sheets for point in CODE_POINT.findall(text)}
    for font in Path(app.outdir, "_static", "vendor", "fontawesome").rglob("*.woff2"):
        keep_glyphs(font, points)


def keep_glyphs(path, points):
    """Leave in a font file the glyphs of these code points."""
    options = subset.Options(flavor="woff2")
    font = subset.load_font(path, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, path, options)
