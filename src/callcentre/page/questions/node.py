"""A question among a page's nodes, and what becomes of it: a record as data, and from that its HTML."""

import re

from docutils import nodes

from ...labs.shared.units import form
from .. import bundle
from ..frame_words import question_words
from ..lab_node import heading_level, skip
from . import listing
from .markup import question_html

SCRIPT = bundle.script_name("questions")
DECIMALS = re.compile(r"(?<=[.,])\d+$")


class question_node(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """A question: ``name`` is "page/name"; its children are its parts, as parts.py tells."""


class question_part(nodes.General, nodes.Element):  # noqa: N801
    """What is asked, an option, or what is said of it: ``role`` says which."""


class question_text(nodes.TextElement):  # noqa: N801
    """The words of an option, or what belongs to it: ``role`` says which."""


def setup(app):
    """Register the nodes and what is done with them; called by the extension."""
    others = dict.fromkeys(("latex", "text", "man", "texinfo"), (skip, None))
    app.add_node(question_node, html=(visit_question, None), **others)
    app.add_node(question_part)
    app.add_node(question_text)
    app.connect("html-page-context", add_assets)


def add_assets(app, pagename, templatename, context, doctree):
    """Load the script and the style sheet on pages with a question, and on no other; keep its questions."""
    if doctree is None:
        return
    listing.keep(app, pagename)
    if next(doctree.findall(question_node), None):
        app.add_js_file(SCRIPT, loading_method="defer")
        app.add_css_file(bundle.STYLE_NAME)


def visit_question(translator, node):
    """Write a question's HTML, and note its record for the list of all."""
    record = record_of(translator, node)
    translator.builder.app.question_records.append(record)
    said = translator.builder.app.lab_translations
    words = {name: said.get(text, text) for name, text in question_words().items()}
    translator.body.append(question_html(record, words, heading_level(node)))
    raise nodes.SkipNode


def record_of(translator, node):
    """Return a question as data: what is asked, options, what is right, what is said of each."""
    by_role = {"asked": [], "option": [], "why": []}
    for child in node.children:
        by_role[child["role"]].append(child)
    page, name = node["name"].split("/")
    unit = node["unit"] if node["kind"] == "number" else None
    return {
        "page": page,
        "name": name,
        "kind": node["kind"],
        "title": node["title"],
        "objectives": node["objectives"],
        "predicts": node["predicts"],
        "asked": words_of(translator, by_role["asked"][0]),
        "options": [option_of(translator, option, unit) for option in by_role["option"]],
        "unit": unit and form(unit),
        "unit_forms": unit,
        "tolerance": node["tolerance"],
        "why": words_of(translator, by_role["why"][0]) if by_role["why"] else None,
    }


def option_of(translator, option, unit):
    """Return an option as data; it is right, or it is not, only where options are marked."""
    data = {child["role"]: words_of(translator, child) for child in option.children}
    for attribute in ("is_right", "value"):
        if attribute in option:
            data[attribute] = option[attribute]
    if data.get("value") is not None:
        data["unit"] = unit_beside(translator, unit, data["value"], data["text"]["plain"])
    return data


def unit_beside(translator, unit, value, written):
    """Return the form of a unit that stands beside a number as it is written: "minute" beside "1"."""
    decimals = len("".join(DECIMALS.findall(written)))
    quantity = {"value": abs(value), "decimals": decimals, "factor": 1, "pattern": unit}
    return translator.builder.app.lab_renderer.quantity(quantity)


def words_of(translator, part):
    """Return a part's words, as HTML and plain."""
    before = len(translator.body)
    for child in part.children:
        child.walkabout(translator)
    html = "".join(translator.body[before:]).strip()
    del translator.body[before:]
    return {"html": html, "plain": " ".join(part.astext().split())}
