"""The glossary where its terms stand: each page brings the definitions of the terms and facts it links to.

script/every/terms.mjs shows one where a reader points at, tabs to or touches a term. Without JavaScript a
term is a link to the glossary.
"""

import json
import re
from html import escape
from unicodedata import combining, normalize

from docutils import nodes
from sphinx import addnodes

from . import facts
from .frame_words import glossary_words
from .search import has_title, names_of, term_entry, terms_of

GLOSSARY = "book/glossary"
LEADS_THERE = re.compile(r"glossary\.html#term-|facts\.html#fact-")


def setup(app):
    """Have it done while the book is built; called by the extension."""
    app.connect("doctree-resolved", bring_definitions)
    app.connect("doctree-resolved", add_letters_and_filter)


def bring_definitions(app, doctree, docname):
    """Put the definitions of a page's terms and facts into it, as a script element that no browser runs."""
    if app.builder.format != "html" or docname == GLOSSARY or GLOSSARY not in app.env.found_docs:
        return
    addresses = [node.get("refuri", "") for node in doctree.findall(nodes.reference)]
    wanted = {address.partition("#")[2] for address in addresses if LEADS_THERE.search(address)}
    if not wanted:
        return
    if not hasattr(app, "glossary_definitions"):  # a build asks once
        known = facts.definitions(app.env) if facts.PAGE in app.env.found_docs else {}
        app.glossary_definitions = {**definitions(app.env.get_doctree(GLOSSARY)), **known}
    found = {name: app.glossary_definitions[name] for name in sorted(wanted)}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    html = f'<script type="application/json" data-part="terms">{text}</script>'
    doctree += nodes.raw("", html, format="html")


def add_letters_and_filter(app, doctree, docname):
    """Give the glossary's two lists their letters, and both together a filter."""
    if app.builder.format != "html" or docname != GLOSSARY:
        return
    said = app.lab_translations
    words = {name: said.get(text, text) for name, text in glossary_words().items()}
    english, french = list(doctree.findall(has_title))[1:3]
    by_letter(english, [(term.astext(), term["ids"][0]) for term in english.findall(nodes.term)], words)
    rows = list(french.next_node(nodes.tbody).findall(nodes.row))
    for number, row in enumerate(rows):
        row["ids"].append(f"french-{number}")
    by_letter(french, [(row[0].astext(), row["ids"][0]) for row in rows], words)
    place = english.parent.index(english)
    english.parent.insert(place, nodes.raw("", filter_html(words), format="html"))


def by_letter(section, entries, words):
    """Put links to the first entry of each letter below a section's title."""
    firsts = {}
    for text, html_id in sorted(entries, key=lambda entry: plain(entry[0])):
        firsts.setdefault(plain(text)[0].upper(), html_id)
    links = " ".join(f'<a href="#{html_id}">{letter}</a>' for letter, html_id in firsts.items())
    label = escape(words["letters"].format(list=section[0].astext()))
    html = f'<nav class="callcentre-letters" aria-label="{label}">{links}</nav>'
    section.insert(1, nodes.raw("", html, format="html"))


def plain(text):
    """Return a text without accents and capitals."""
    return "".join(char for char in normalize("NFD", text.casefold()) if not combining(char))


def filter_html(words):
    return (
        f'<p data-part="filter" data-told="{escape(words["terms_shown"])}" hidden>'
        f'<label for="glossary-filter">{words["filter"]}</label> '
        '<input id="glossary-filter" type="search" autocomplete="off" spellcheck="false"> '
        '<span role="status"></span></p>'
    )


def definitions(glossary):
    """Return [names, definition] of each term of a glossary's doctree by its id; French begins the latter."""
    found = {}
    for each in glossary.findall(addnodes.glossary):
        for item in each.findall(nodes.definition_list_item):
            ids = [one for term in terms_of(item) for one in term["ids"]]
            found.update(dict.fromkeys(ids, [names_of(item), term_entry(item)["text"]]))
    return found
