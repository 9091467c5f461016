"""What a reader's browser need not load: pictures it has not come near, style and icons no page shows.

A picture tells its size before it is loaded, so that nothing moves when it is.
"""

import json
import re
import struct
from base64 import b64decode
from hashlib import sha256
from pathlib import Path

from fontTools import subset
from sphinx.errors import ExtensionError

from . import bundle
from .node import ToolMissing, find_node, find_packages, run_tool

STYLE_LINK = re.compile(r'<link rel="stylesheet"[^>]* href="((?:\.\./)*)_static/([^"?]+)[^"]*"[^>]*>\s*')
JOINED = "site.css"
INLINE_PICTURE = re.compile(r'<img src="data:image/png;base64,([^"]+)"')
DRAWN_PICTURE = re.compile(r'<img (?=[^>]*src="(?:\.\./)*_images/([^"]+\.svg)")')
VIEW_BOX = re.compile(r'viewBox="0 0 ([0-9.]+) ([0-9.]+)"')
CODE_POINT = re.compile(r'"\\([0-9a-f]{4})"')
OWN_SHEETS = (bundle.STYLE_NAME, bundle.EXERCISE_STYLE_NAME, "book.css")
OWN_SCRIPTS = ("callcentre",)


def setup(app):
    """Have all done while the book is built; called by the extension."""
    app.connect("html-page-context", lay_pictures_beside_the_page)
    app.connect("html-page-context", tell_sizes_of_pictures)
    app.connect("build-finished", keep_style_of_the_pages)
    app.connect("build-finished", join_style_sheets, priority=900)  # when all else has changed them


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


def tell_sizes_of_pictures(app, pagename, templatename, context, doctree):
    """Have drawn pictures tell width and height; style may have them smaller, in the same proportion."""
    sources = {name: source for source, name in app.builder.images.items()}

    def sized_image(found):
        path = Path(app.srcdir, sources[found[1]])
        size = VIEW_BOX.search(path.read_text(encoding="utf-8"))
        if size is None:
            raise ExtensionError(f'{path}: a picture needs a size, as in viewBox="0 0 580 274"')
        return f'<img width="{size[1]}" height="{size[2]}" '

    if "body" in context:
        context["body"] = DRAWN_PICTURE.sub(sized_image, context["body"])


def keep_style_of_the_pages(app, error):
    """Leave in the style sheets and icon fonts what a page shows or a script of the theme may call up."""
    files = Path(app.outdir, "_static")
    if error or not files.exists():
        return
    sheets = sorted(path for path in files.rglob("*.css") if path.name not in OWN_SHEETS)
    pages = sorted(Path(app.outdir).rglob("*.html"))
    scripts = sorted(path for path in files.rglob("*.js") if not path.name.startswith(OWN_SCRIPTS))
    try:
        purge(sheets, [*pages, *scripts], find_packages(app.confdir))
    except ToolMissing as missing:
        raise ExtensionError(str(missing)) from None
    styles = [path.read_text(encoding="utf-8") for path in files.rglob("*.css")]
    points = {int(point, 16) for text in styles for point in CODE_POINT.findall(text)}
    for font in files.rglob("vendor/fontawesome/**/*.woff2"):
        keep_glyphs(font, points)


def purge(sheets, content, packages):
    """Take from style sheets the rules whose class, element or attribute no other file names.

    Raises
    ------
    ToolMissing
        If PurgeCSS fails; the message holds its own.
    """
    program = packages / "purgecss" / "bin" / "purgecss.js"
    failure = "PurgeCSS could not read the style sheets"
    printed = run_tool(failure, find_node(), program, "--css", *sheets, "--content", *content)
    for purged in json.loads(printed):
        Path(purged["file"]).write_text(purged["css"], encoding="utf-8")


def keep_glyphs(path, points):
    """Leave in a font file the glyphs of these code points."""
    options = subset.Options(flavor="woff2")
    font = subset.load_font(path, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, path, options)


def join_style_sheets(app, error):
    """Have pages name one style sheet in place of those all have: the fewer, the sooner they are drawn."""
    if error:
        return
    files = Path(app.outdir, "_static")
    pages = {path: path.read_text(encoding="utf-8") for path in Path(app.outdir).rglob("*.html")}
    named = [[sheet for _, sheet in STYLE_LINK.findall(page)] for page in pages.values()]
    named = [sheets for sheets in named if sheets and JOINED not in sheets]  # some may be of an earlier build
    if not named:
        return
    common = [sheet for sheet in named[0] if all(sheet in sheets for sheets in named)]
    join(files, common, find_packages(app.confdir))
    version = sha256((files / JOINED).read_bytes()).hexdigest()[:8]

    def link(found):
        root, sheet = found.groups()
        if sheet == common[0]:
            return f'<link rel="stylesheet" href="{root}_static/{JOINED}?v={version}">'
        return "" if sheet in common else found[0]

    for path, page in pages.items():
        path.write_text(STYLE_LINK.sub(link, page), encoding="utf-8")


def join(files, sheets, packages):
    """Make one style sheet of several of a folder, in their place.

    Raises
    ------
    ToolMissing
        If esbuild fails; the message holds its own.
    """
    entry = files / "joined.css"
    entry.write_text("".join(f'@import "./{sheet}";\n' for sheet in sheets), encoding="utf-8")
    fonts_and_pictures = [f"--external:{files}/*.{kind}" for kind in ("woff2", "woff", "ttf", "png")]
    bundle.esbuild(packages, entry, "--minify", f"--outfile={files / JOINED}", *fonts_and_pictures)
    for sheet in (entry.name, *sheets):
        (files / sheet).unlink()
        (files / f"{sheet}.map").unlink(missing_ok=True)
