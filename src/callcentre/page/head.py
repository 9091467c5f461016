"""What each page's head says to those who link to it: a description, a card and structured data.

The description is the page's own, from its front matter, or else its first paragraph; a page without a source
says what its maker hands on as ``about``, or what the book is about. Addresses have to be
absolute there, so the page's address and the card's picture stand in it only where the site's address is
set: ``html: baseurl`` in ``_config.yml``.
"""

import json
import re
from html import escape, unescape

from docutils import nodes

DESCRIPTION = re.compile(r'<meta content="([^"]*)"[^>]* name="description"[^>]*>')
LONGEST = 200  # letters of a description
FIRST = "index"  # what stands at the site's bare address, which is the one that people hand on
CARD = "_static/card.png"
CARD_SIZE = (1200, 630)
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def setup(app):
    """Have it done while the book is built; called by the extension."""
    app.connect("html-page-context", describe)


def describe(app, pagename, templatename, context, doctree):
    """Put the description, the card and the structured data among a page's meta tags."""
    if doctree is None:
        said = context.get("about") or next(iter((app.config.myst_html_meta or {}).values()), "")
        context["metatags"] = described_as(said)
        if pagename == FIRST:
            context["metatags"] += card(app, app.config.root_doc, app.config.html_title, said)
        return
    tags = context.get("metatags") or ""
    said = description(app, tags, doctree)
    tags = DESCRIPTION.sub("", tags) + described_as(said)
    title = unescape(re.sub("<[^>]+>", "", context["title"]))
    context["metatags"] = tags + card(app, pagename, title, said) + data(app, pagename, title, said)


def description(app, tags, doctree):
    """Return what a page says of itself, or its first paragraph where it says only what all do."""
    found = DESCRIPTION.search(tags)
    own = unescape(found[1]) if found else ""
    for_all = (app.config.myst_html_meta or {}).values()
    if own and own not in for_all:
        return own
    paragraph = next(doctree.findall(nodes.paragraph), None)
    return shortened(" ".join(paragraph.astext().split())) if paragraph else own


def described_as(said):
    return f'<meta name="description" content="{escape(said)}" />\n'


def shortened(text):
    """Return a text, cut between words where it is long."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rsplit(' ', 1)[0]} …"


def address_of(app, pagename):
    """Return a page's address on the web; None where the site's own is not set."""
    base = app.config.html_baseurl
    return f"{base.rstrip('/')}/{app.builder.get_target_uri(pagename)}" if base else None


def card(app, pagename, title, said):
    """Return the tags from which a link to the page is shown as a card."""
    address = address_of(app, pagename)
    kind = "website" if pagename == app.config.root_doc else "article"
    found = {"title": title, "description": said, "type": kind, "site_name": app.config.html_title}
    if address:
        width, height = CARD_SIZE
        picture = f"{app.config.html_baseurl.rstrip('/')}/{CARD}"
        found |= {"url": address, "image": picture, "image:width": width, "image:height": height}
    tags = [f'<meta property="og:{name}" content="{escape(str(value))}" />' for name, value in found.items()]
    look = "summary_large_image" if address else "summary"
    return "\n".join([*tags, f'<meta name="twitter:card" content="{look}" />']) + "\n"


def data(app, pagename, title, said):
    """Return the page as schema.org describes material for learning."""
    address = address_of(app, pagename)
    course = {"@type": "LearningResource", "name": app.config.html_title}
    record = {
        "@context": "https://schema.org",
        "@type": "LearningResource",
        "name": title,
        "description": said,
        "inLanguage": app.config.language,
        "isAccessibleForFree": True,
        "license": LICENCE,
        "author": {"@type": "Organization", "name": app.config.author},
    }
    if pagename != app.config.root_doc:
        record["isPartOf"] = course
    if address:
        record["url"] = address
        course["url"] = address_of(app, app.config.root_doc)
    text = json.dumps(record, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>\n'
