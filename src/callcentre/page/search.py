"""The book's search: its page, and the words of all pages, which a reader's browser searches by itself.

``search.html`` is a template of the book's own; script/search/ holds what finds and marks. The words stand
in a script, so that a copy on a disk can be searched too, and are loaded once somebody searches. Code,
formulas, labs' numbers, answers to questions and solutions are not among them.
"""

import json
import re
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx_exercise.nodes import solution_node

from . import bundle
from .frame_words import search_words
from .lab_node import lab_node
from .questions.node import question_part

PAGE = "search"
WORDS = "callcentre-search-words.js"
NOT_WORDS = (
    nodes.literal_block,
    nodes.math,
    nodes.math_block,
    nodes.raw,
    nodes.comment,
    nodes.image,
    nodes.system_message,
    addnodes.toctree,
    lab_node,
    solution_node,
)
ONLY_LEADS_ON = "callcentre-leads-on"  # a list of links: what is looked for stands where they lead
SPHINX_MARKS = "sphinx_highlight.js"  # marks in a page what Sphinx's own search found


def setup(app):
    """Have the words collected and the page made; called by the extension."""
    app.connect("builder-inited", begin)
    app.connect("doctree-resolved", collect, priority=800)  # when all that changes a page has done so
    app.connect("html-page-context", spare_script, priority=800)
    app.connect("html-collect-pages", search_page)
    app.connect("build-finished", write)


def begin(app):
    """Leave Sphinx's own search out."""
    app.builder.search = False
    app.searched_pages = {}  # page: its places, as places_of gives them


def collect(app, doctree, docname):
    """Note a page's places."""
    app.searched_pages[docname] = places_of(doctree)


def spare_script(app, pagename, templatename, context, doctree):
    """Spare a page the script that Sphinx's own search would need."""
    scripts = context.get("script_files", [])
    context["script_files"] = [one for one in scripts if not str(one.filename).endswith(SPHINX_MARKS)]


def search_page(app):
    """Hand Sphinx the page to make."""
    said = app.lab_translations
    words = {name: said.get(text, text) for name, text in search_words().items()}
    context = {
        "about": words.pop("about"),
        "search_words": words,
        "search_script": bundle.script_name("search"),
        "searched": WORDS,
    }
    return [(PAGE, context, "search.html")]


def write(app, error):
    """Write the words of all pages, in the order of their names.

    Pages that were not written anew have no words here, so an incremental build reads them again.
    """
    if error or app.builder.format != "html":
        return
    path = Path(app.outdir) / "_static" / WORDS
    before = read(path) if path.exists() else {}
    kept = {page: places for page, places in before.items() if page in app.env.found_docs}
    pages = dict(sorted({**kept, **app.searched_pages}.items()))
    text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    path.write_text(f"self.callcentreSearched={text}\n", encoding="utf-8")


def read(path):
    """Return the pages in a file that ``write`` has written."""
    return json.loads(path.read_text(encoding="utf-8").split("=", 1)[1])


def places_of(doctree):
    """Return what of a page can be found, in order: sections, terms of the glossary, functions.

    Returns
    -------
    list of dict
        Each with ``id`` (empty for the page itself), ``title`` and ``text``; the page comes first. A
        function has a ``name`` in place of a title. A term has its ``names`` in both languages, too: who
        writes one of them finds what has another.
    """
    places = []
    for section in doctree.findall(has_title):
        html_id = section["ids"][0] if places else ""
        places.append({"id": html_id, "title": section[0].astext(), "text": words_of(section)})
        places += [place for child in section.children for place in entries_of(child)]
    return places


def has_title(node):
    """Tell whether a node is a section that readers see as one; sphinx-exercise makes others."""
    return isinstance(node, nodes.section) and isinstance(node[0], nodes.title)


def entries_of(node):
    """Return the places among a section's own nodes: terms of a glossary, functions and their like."""
    if isinstance(node, addnodes.glossary):
        return [term_entry(item) for item in node.findall(nodes.definition_list_item)]
    if isinstance(node, addnodes.desc):
        return [function_entry(node)]
    if has_title(node):
        return []
    return [entry for child in node.children for entry in entries_of(child)]


def term_entry(item):
    """Return a term with its other names, and its French, as a place."""
    terms = terms_of(item)
    (definition,) = [child for child in item.children if isinstance(child, nodes.definition)]
    french = next(definition.findall(nodes.emphasis)).astext().rstrip(".")
    return {
        "id": terms[0]["ids"][0],
        "title": f"{names_of(item)} ({french})",
        "names": [first_line(term) for term in terms] + french_names(french),
        "text": words_of(definition),
    }


def french_names(french):
    """Return the names in a term's French: "Temps moyen d'attente (TMA/TMR), attente" has four."""
    named = re.sub(r"\(([^)]*)\)", lambda brackets: "," + brackets[1].replace("/", ",") + ",", french)
    return [name.strip() for name in named.split(",") if name.strip()]


def names_of(item):
    """Return a term with its other names."""
    return ", ".join(first_line(term) for term in terms_of(item))


def terms_of(item):
    return [child for child in item.children if isinstance(child, nodes.term)]


def first_line(term):
    return "".join(part.astext() for part in term.children if not isinstance(part, addnodes.index))


def function_entry(node):
    """Return a function, class or its like as a place."""
    signature = node.next_node(addnodes.desc_signature)
    name = signature.next_node(addnodes.desc_name).astext()
    return {"id": signature["ids"][0], "name": name, "text": words_of(node.next_node(addnodes.desc_content))}


def words_of(node):
    """Return the words below a node that a reader sees and that belong to no place of their own."""
    return " ".join(" ".join(pieces(node)).split())


def pieces(node):
    for child in node.children:
        if isinstance(child, nodes.Text):
            yield child.astext()
        elif is_read(child):
            text = "".join(pieces(child)) if isinstance(child, nodes.TextElement) else " ".join(pieces(child))
            yield text


def is_read(node):
    """Tell whether a node's words are what the place around it says."""
    elsewhere = isinstance(node, (*NOT_WORDS, nodes.title, addnodes.glossary, addnodes.desc)) or has_title(
        node
    )
    is_an_answer = isinstance(node, question_part) and node["role"] != "asked"
    is_left_out = any(name in ("cell", ONLY_LEADS_ON) for name in node.get("classes", []))
    return not elsewhere and not is_an_answer and not is_left_out
