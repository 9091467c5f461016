"""The list of all questions, as data: the build writes ``questions.json`` beside the pages.

Pages may be written by several processes, and only some of them anew: each page's questions are kept in a
file of their own among the doctrees until all are there. Whoever takes questions elsewhere, to a learning
platform for one, reads the list with `read`.
"""

import json
from pathlib import Path

from bs4 import BeautifulSoup

LIST = "questions.json"


def setup(app):
    """Have the list written when the pages are; called by the extension."""
    app.connect("builder-inited", begin)
    app.connect("build-finished", write)


def read(site="_build/html"):
    """Return every question of a built site, in the order of its pages' names.

    Parameters
    ----------
    site : path
        The folder that holds the built site.

    Returns
    -------
    list of dict
        Each with ``page``, ``name``, ``kind`` (choose-one, choose-several, number, order or match),
        ``title``, ``objectives`` ("page/number" each), ``predicts`` (a lab's name or None), ``asked``,
        ``options``, ``unit``, ``unit_forms`` and ``tolerance`` (of a number, else None) and ``why`` (or
        None). An option has ``text`` and ``feedback``; ``is_right`` where options are marked; ``value`` in a
        number, None for any other, with ``unit`` as it stands behind that number; ``partner`` in a match.
        Options of an order stand in the right one. Words are dicts of ``html``, without links, and ``plain``.
    """
    return json.loads((Path(site) / LIST).read_text(encoding="utf-8"))


def begin(app):
    app.question_records = []  # those of the page that is being written, as node.py makes them


def keep(app, pagename):
    """Keep the questions of a page that has been written."""
    path = kept(app, pagename)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(without_links(app.question_records)), encoding="utf-8")
    app.question_records = []


def kept(app, pagename):
    """Return the path of a page's questions."""
    return Path(app.doctreedir, "questions", f"{pagename}.json")


def write(app, error):
    """Write the list."""
    if error or app.builder.format != "html":
        return
    pages = [json.loads(kept(app, page).read_text(encoding="utf-8")) for page in app.env.found_docs]
    found = sorted((record for page in pages for record in page), key=lambda record: record["page"])
    text = json.dumps(found, ensure_ascii=False, indent=1)
    Path(app.outdir, LIST).write_text(f"{text}\n", encoding="utf-8")


def without_links(data):
    """Return data with no links in its HTML, since they would lead nowhere from another place."""
    if isinstance(data, dict):
        return {
            name: unlinked(value) if name == "html" else without_links(value) for name, value in data.items()
        }
    return [without_links(value) for value in data] if isinstance(data, list) else data


def unlinked(html):
    parsed = BeautifulSoup(html, "html.parser")
    for link in parsed.find_all("a"):
        link.unwrap()
    return str(parsed)
