"""The index: each term of the glossary, with the chapters that explain it.

A chapter explains a term where it stands in bold, as terms do at first use; a term that stands so nowhere
leads to the chapters that name it. The directive ``{term-index}`` lists all of them by letter.
"""

from docutils import nodes
from sphinx import addnodes
from sphinx.util.docutils import SphinxDirective

from .frame_words import glossary_words
from .search import ONLY_LEADS_ON, first_line
from .terms import GLOSSARY, by_letter, plain


class term_index(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """Where the index stands once every page has been read."""


class TermIndex(SphinxDirective):
    """The index."""

    def run(self):
        return [term_index()]


def setup(app):
    """Register the directive, and have terms noted where they stand; called by the extension."""
    app.add_node(term_index)
    app.add_directive("term-index", TermIndex)
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", bring_together)
    app.connect("doctree-read", note)
    app.connect("doctree-resolved", fill)


def noted(env):
    """Return where terms stand: {page: list of (term, whether in bold, section's id)}."""
    return vars(env).setdefault("noted_terms", {})


def forget(app, env, docname):
    noted(env).pop(docname, None)


def bring_together(app, env, docnames, other):
    """Take over what another process has noted of the pages it read."""
    noted(env).update((docname, noted(other)[docname]) for docname in docnames)


def note(app, doctree):
    """Note the terms of a page that was read."""
    noted(app.env)[app.env.docname] = [
        (term["reftarget"].lower(), isinstance(term.parent, nodes.strong), section_of(term)["ids"][0])
        for term in doctree.findall(addnodes.pending_xref)
        if term["reftype"] == "term" and section_of(term)
    ]


def section_of(node):
    while node is not None and not isinstance(node, nodes.section):
        node = node.parent
    return node


def fill(app, doctree, docname):
    """Put the list in its place."""
    for place in list(doctree.findall(term_index)):
        entries = sorted(entries_of(app.env), key=lambda entry: plain(entry["names"][0]))
        items = [item(app, docname, entry, f"index-{number}") for number, entry in enumerate(entries)]
        place.replace_self(nodes.bullet_list("", *items, classes=[ONLY_LEADS_ON]))
        said = app.lab_translations
        words = {name: said.get(text, text) for name, text in glossary_words().items()}
        letters = [(entry["names"][0], one["ids"][0]) for entry, one in zip(entries, items, strict=True)]
        by_letter(doctree.next_node(nodes.section), letters, words)


def entries_of(env):
    """Return each entry of the glossary as ``names``, ``id`` and ``places``, {page: section's id}."""
    found = []
    for entry in env.get_doctree(GLOSSARY).next_node(addnodes.glossary).findall(nodes.definition_list_item):
        terms = [child for child in entry.children if isinstance(child, nodes.term)]
        names = [first_line(term) for term in terms]
        places = places_of(env, {name.lower() for name in names})
        found.append({"names": names, "id": terms[0]["ids"][0], "places": places})
    return found


def places_of(env, names):
    """Return where any of the names is explained, or else named: {page: id of the first such section}."""
    bold, all_of_them = {}, {}
    for docname, terms in sorted(noted(env).items()):
        for name, is_bold, section in terms:
            if name in names and docname != GLOSSARY:
                all_of_them.setdefault(docname, section)
                if is_bold:
                    bold.setdefault(docname, section)
    return bold or all_of_them


def item(app, docname, entry, html_id):
    """Return an entry as an item of the list: the term, which leads to the glossary, and its chapters."""
    parts = [link(app, docname, ", ".join(entry["names"]), GLOSSARY, entry["id"])]
    for page, section in entry["places"].items():
        separator = "; " if len(parts) > 1 else ": "
        parts += [nodes.Text(separator), link(app, docname, app.env.titles[page].astext(), page, section)]
    return nodes.list_item("", nodes.paragraph("", "", *parts), ids=[html_id])


def link(app, docname, text, page, html_id):
    address = f"{app.builder.get_relative_uri(docname, page)}#{html_id}"
    return nodes.reference("", text, internal=True, refuri=address)
