"""A lab among a page's nodes: its id, its HTML, and the files its page loads."""

import json
import re
from functools import cache

from docutils import nodes
from sphinx.util import logging

from . import bundle, catalogue, packs
from .frame_words import frame_words
from .lab_answers import lesson_of

LOGGER = logging.getLogger(__name__)
BOOK = "book/"
SECTION_NAME = re.compile(r"[a-z0-9-]+")
REFERENCE = re.compile(r"[a-z0-9-]+#[a-z0-9-]+")


class lab_node(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """A lab with its values: ``answer`` is what labs.answer gave, ``html_id`` its id on the page."""


def setup(app):
    """Register the node and what is done with it; called by the extension."""
    others = dict.fromkeys(("latex", "text", "man", "texinfo"), (skip, None))
    app.add_node(lab_node, html=(visit_lab, None), **others)
    app.connect("doctree-resolved", name_labs)
    app.connect("html-page-context", add_assets)


def name_labs(app, doctree, docname):
    """Give each lab of a page an id of its own: its name, with a number where that is taken."""
    taken = {name for element in doctree.findall(nodes.Element) for name in element.get("ids", [])}
    for lab in doctree.findall(lab_node):
        name = json.loads(lab["answer"])["lab"]["name"]
        number = 1
        while (html_id := name if number == 1 else f"{name}-{number}") in taken:
            number += 1
        taken.add(html_id)
        lab["html_id"] = html_id


def add_assets(app, pagename, templatename, context, doctree):
    """Load the script and the style sheet on pages with a lab, and on no other.

    The template names the script before any style sheet, with the page's labs: what they need is fetched
    while the browser reads and draws the page. The theme's scripts wait, see theme_scripts.py.
    """
    if doctree is None:
        return
    names = dict.fromkeys(json.loads(lab["answer"])["lab"]["name"] for lab in doctree.findall(lab_node))
    if names:
        context["labs"] = list(names)
        context["labs_script"] = context["pathto"](f"_static/{bundle.first_script()}", resource=True)
        if app.lab_translations:
            context["labs_words"] = context["pathto"](f"_static/{catalogue.SCRIPT}", resource=True)
        app.add_css_file(bundle.STYLE_NAME)


def visit_lab(translator, node):
    """Write a lab's HTML."""
    answer = json.loads(node["answer"])
    answer["lab"].update(lesson_of(answer["lab"]["name"]))
    docname = translator.builder.current_docname
    sections = book_sections(translator.builder.env)
    for note in answer["view"]["notes"]:
        if note["reference"] and note["reference"] not in sections:
            words = "lab %s refers to %s, which is no labelled section of the book"
            LOGGER.warning(words, answer["lab"]["name"], note["reference"], location=docname)
    context = {
        "id": node["html_id"],
        "words": frame_words(),
        "book": book_address(translator.builder, docname),
        "sections": sections_named(answer["lab"]["name"], sections),
        "heading": heading_level(node),
        "assignment": node.get("assignment"),
    }
    translator.body.append(translator.builder.app.lab_renderer.lab(context, answer) + "\n")
    raise nodes.SkipNode


def book_sections(env):
    """Return the title of each labelled section of the book, by reference: {"page#section": title}."""
    return {
        f"{docname.removeprefix(BOOK)}#{section}": title
        for section, (docname, html_id, title) in sorted(env.get_domain("std").labels.items())
        if docname.startswith(BOOK) and section == html_id and SECTION_NAME.fullmatch(section)
    }


def sections_named(lab, sections):
    """Return those of the book's sections that a lab can refer to."""
    return {reference: title for reference, title in sections.items() if reference in references_in(lab)}


@cache
def references_in(lab):
    """Return the references, ``"page#section"``, that a lab's Python holds."""
    return frozenset(REFERENCE.findall("\n".join(packs.python_of(lab).values())))


def book_address(builder, docname):
    """Return the address of the book's folder, relative to a page and with a slash at its end."""
    return builder.get_relative_uri(docname, BOOK + "index").removesuffix("index.html") or "./"


def heading_level(node):
    """Return the level of a lab's title: one below the section it stands in."""
    level = 1
    while node.parent is not None:
        node = node.parent
        level += isinstance(node, nodes.section)
    return min(level, 6)


def skip(translator, node):
    """Leave a lab out where a page cannot show it."""
    raise nodes.SkipNode
