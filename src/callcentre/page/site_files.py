"""Pages and files around the book: what a wrong address shows, where moved pages went, and the site's map.

The site's bare address leads to the front page.

``moved_pages`` in ``_config.yml`` has the old and the new name of each page that moved, so that no address
ever breaks. The map needs the site's address, ``html: baseurl``; without it none is written.
"""

from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from sphinx.errors import ExtensionError

from .head import FIRST, address_of

NOT_FOUND = "404"
MAP = "sitemap.xml"


def setup(app):
    """Register the setting, and have pages and files made; called by the extension."""
    app.add_config_value("moved_pages", {}, "html", (dict,))
    app.connect("html-collect-pages", pages)
    app.connect("build-finished", write_map)


def pages(app):
    """Hand Sphinx the pages that have no source."""
    yield NOT_FOUND, {"base": f"{urlsplit(app.config.html_baseurl).path.rstrip('/')}/"}, "404.html"
    if FIRST not in app.env.found_docs:
        yield FIRST, moved(app, app.config.root_doc), "moved.html"
    for old, new in app.config.moved_pages.items():
        if new not in app.env.found_docs or old in app.env.found_docs:
            words = f"moved_pages: {old} must be no page any more, and {new} must be one"
            raise ExtensionError(words)
        yield old, moved(app, new), "moved.html"


def moved(app, new):
    return {"moved_to": new, "moved_address": address_of(app, new)}


def write_map(app, error):
    """Write the site's map, in the order of the pages' names."""
    if error or app.builder.format != "html" or not app.config.html_baseurl:
        return
    addresses = [escape(address_of(app, page)) for page in sorted(app.env.found_docs)]
    entries = "".join(f"<url><loc>{address}</loc></url>\n" for address in addresses)
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}</urlset>\n'
    )
    Path(app.outdir, MAP).write_text(text, encoding="utf-8")
