"""Puts labs, their figures and the table of assumptions into the book.

- ``{lab}`` directive: a lab by name; the option ``values`` gives ``name=value`` pairs, separated by spaces;
  ``fixed`` and ``hidden`` name controls that stay as they are or out of sight; ``task`` is a task in words.
- ``{lab-figure}`` role: a figure of a lab with its unit: ``cost-scenarios npv_mixed calls_per_month=9000``.
- ``{assumptions-table}`` directive: every default of the model with its grade and source.
- ``{fr}`` role: words in French, see french.py.
- ``LabMimeRenderer``: a lab stored as a notebook's output, drawn as the directive draws it.
"""

import json
import re
import shutil
from pathlib import Path

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole

from .. import labs
from ..labs.shared.units import UNITS
from ..model import assumptions
from ..model.check import InputError
from . import bundle, french, roles, weight
from .node import ToolMissing
from .renderer import Renderer
from .words import frame_words, table_words

LOGGER = logging.getLogger(__name__)
BOOK = "book/"
MIME = "application/vnd.callcentre.lab+json"
LONGEST_TASK = 400
SECTION_NAME = re.compile(r"[a-z0-9-]+")


class lab_node(nodes.General, nodes.Element):  # noqa: N801 - docutils names its nodes so
    """A lab with its values: ``answer`` is what labs.answer gave, ``html_id`` its id on the page."""


def setup(app):
    """Register what the book's pages may use; called by Sphinx."""
    app.add_node(
        lab_node, html=(visit_lab, None), **dict.fromkeys(("latex", "text", "man", "texinfo"), (skip, None))
    )
    app.add_directive("lab", LabDirective)
    app.add_role("lab-figure", LabFigureRole())
    app.add_directive("assumptions-table", AssumptionsTable)
    french.setup(app)
    roles.setup(app)
    weight.setup(app)
    app.connect("builder-inited", prepare)
    app.connect("doctree-resolved", name_labs)
    app.connect("html-page-context", add_assets)
    app.connect("build-finished", lambda app, error: app.lab_renderer.close())
    return {"version": "1", "parallel_read_safe": False, "parallel_write_safe": False}


def prepare(app):
    """Make the page's files where they are stale, lay them beside the site, and get the renderer ready."""
    app.lab_renderer = Renderer(app.config.language or "en")
    try:
        site = bundle.make(app.confdir)
    except ToolMissing as missing:
        raise ExtensionError(str(missing)) from None
    if app.builder.format == "html":
        # Laid there before pages are written, so that their links carry the files' checksums.
        shutil.copytree(site, Path(app.outdir) / "_static", dirs_exist_ok=True)


# Values, and what a lab answers to them


def values_from_words(lab, pairs):
    """Return a lab's values from "name=value" strings, each read as its control's kind.

    Raises
    ------
    InputError
        If a pair has no "=" or a value cannot be read; what can be read is checked by the lab itself.
    """
    kinds = {control.name: control.kind for control in lab.controls}
    values = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise InputError("values", "pairs name=value separated by spaces", pair)
        values[name] = read_value(kinds.get(name), text)
    return values


def read_value(kind, text):
    """Return the value a text stands for in a control of that kind, or the text where it stands for none."""
    if kind in ("number", "slider", "player"):
        for number in (int, float):
            try:
                return number(text)
            except ValueError:
                continue
    if kind == "many-of":
        return [item for item in text.split(",") if item]
    if kind == "switch":
        return {"true": True, "false": False}.get(text, text)
    return text


def ask(name, values):
    """Return a lab's description and its final answer, as the renderer takes them, in JSON text.

    Raises
    ------
    InputError
        If there is no such lab, or values are not allowed; the message names each.
    """
    description = labs.find(name).as_data()
    state = None
    while True:
        answer = json.loads(labs.answer(json.dumps({"lab": name, "values": values, "state": state})))
        if "problems" in answer:
            raise ValueError("; ".join(problem["message"] for problem in answer["problems"]))
        state = answer["state"]
        if state is None:
            return json.dumps({"lab": description, **answer})


def note_sources(env):
    """Have a page read anew when the model, a lab or the renderer changes."""
    for folder in ("model", "labs", "page"):
        for path in (bundle.PACKAGE / folder).rglob("*"):
            if path.suffix in (".py", ".mjs", ".css") and bundle.MADE not in path.parents:
                env.note_dependency(str(path))


class LabDirective(SphinxDirective):
    """A lab by its name."""

    required_arguments = 1
    option_spec = dict.fromkeys(("values", "fixed", "hidden", "task"), directives.unchanged)

    def run(self):
        note_sources(self.env)
        try:
            lab = labs.find(self.arguments[0])
            values = values_from_words(lab, self.options.get("values", "").split())
            return [lab_node(answer=ask(lab.name, values), assignment=assignment(lab, self.options))]
        except ValueError as problem:
            raise self.error(f"lab {self.arguments[0]}: {problem}") from None


def assignment(lab, options):
    """Return what an instructor asks of a lab, as script/assignment.mjs reads it.

    Raises
    ------
    InputError
        If a name is no control's, or the task is longer than ``LONGEST_TASK``.
    """
    names = [control.name for control in lab.controls]
    asked = {"task": options.get("task", "").strip()}
    if len(asked["task"]) > LONGEST_TASK:
        raise InputError("task", f"text of at most {LONGEST_TASK} characters", asked["task"])
    for option in ("fixed", "hidden"):
        asked[option] = options.get(option, "").replace(",", " ").split()
        for name in asked[option]:
            if name not in names:
                raise InputError(option, "names of the lab's controls: " + ", ".join(names), name)
    return asked


class LabFigureRole(SphinxRole):
    """One figure of a lab, as a reader sees it."""

    def run(self):
        note_sources(self.env)
        try:
            return [nodes.Text(self.figure())], []
        except ValueError as problem:
            message = self.inliner.reporter.error(f"lab-figure {self.text}: {problem}", line=self.lineno)
            return [self.inliner.problematic(self.rawtext, self.rawtext, message)], [message]

    def figure(self):
        """Return the figure's text; raise ValueError if the lab, the figure or a value is not there."""
        words = self.text.split()
        if len(words) < 2:
            raise ValueError("a lab and a figure are needed, as in `cost-scenarios npv_in_house`")
        lab = labs.find(words[0])
        answer = json.loads(ask(lab.name, values_from_words(lab, words[2:])))
        figures = {figure["name"]: figure["quantity"] for figure in answer["view"]["figures"]}
        if words[1] not in figures:
            raise InputError("figure", "one of " + ", ".join(figures), words[1])
        return self.env.app.lab_renderer.quantity(figures[words[1]])


class AssumptionsTable(SphinxDirective):
    """Every default of the model: value, grade, source."""

    def run(self):
        note_sources(self.env)
        words = table_words()
        heads = [words["assumption"], words["value"], words["grade"], words["source"]]
        rows = [self.row(assumption, words) for assumption in assumptions.TABLE]
        return [table(heads, rows, widths=(35, 20, 10, 35))]

    def row(self, assumption, words):
        """Return an assumption's cells in words."""
        value = assumption.value
        if isinstance(value, (int, float)):
            factor, pattern = UNITS[assumption.unit]
            quantity = {"value": value, "decimals": None, "factor": factor, "pattern": pattern}
            value = self.env.app.lab_renderer.quantity(quantity)
        source = ", ".join(str(part) for part in (assumption.source, assumption.date) if part)
        return [assumption.label, value, words[assumption.grade], source]


def table(heads, rows, widths):
    """Return a docutils table of words under heads."""
    body = nodes.tbody("", *[table_row(row) for row in rows])
    columns = [nodes.colspec(colwidth=width) for width in widths]
    group = nodes.tgroup("", *columns, nodes.thead("", table_row(heads)), body, cols=len(heads))
    return nodes.table("", group, classes=["callcentre-assumptions"])


def table_row(cells):
    return nodes.row("", *[nodes.entry("", nodes.paragraph("", cell)) for cell in cells])


class LabMimeRenderer:
    """A lab that a notebook stored as output: myst-nb finds this class by its entry point."""

    mime_priority_overrides = [("*", MIME, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline):
        """Return the lab's node; None, which lets another renderer try, for any other kind of output."""
        if data.mime_type != MIME or inline:
            return None
        env = renderer.renderer.sphinx_env
        note_sources(env)
        stored = data.content if isinstance(data.content, dict) else json.loads(data.content)
        try:
            return [lab_node(answer=ask(stored["name"], stored["values"]))]
        except ValueError as problem:
            place = (env.docname, data.line)
            LOGGER.warning(
                "lab %s: %s; `make notebooks` stores it anew", stored["name"], problem, location=place
            )
            return []


# Pages


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

    The script stands before every style sheet, so that Python starts while the browser reads and draws the
    page, and it names the page's labs, so that their Python is read before the browser has come to them.
    """
    if doctree is None:
        return
    names = dict.fromkeys(json.loads(lab["answer"])["lab"]["name"] for lab in doctree.findall(lab_node))
    if names:
        address = context["pathto"](f"_static/{bundle.main_script()}", resource=True)
        attributes = f'data-labs="{" ".join(names)}" src="{address}"'
        context["metatags"] += f'\n<script async fetchpriority="high" {attributes}></script>'
        app.add_css_file(bundle.STYLE_NAME)


def visit_lab(translator, node):
    """Write a lab's HTML."""
    answer = json.loads(node["answer"])
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
        "sections": sections,
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
