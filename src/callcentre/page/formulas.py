"""Formulas are set by KaTeX in a process of its own, which a slow machine may keep waiting."""

from docutils import nodes
from sphinxcontrib import katex

from .node import find_node, one_at_a_time

PATIENCE = 60  # seconds for it to start, and for a formula
RENDER = katex.KaTeXServer.render


def setup(app):
    """Have it started before pages are written; called by the extension."""
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = PATIENCE
    katex.NODEJS_BINARY = str(find_node())
    katex.KaTeXServer.render = one_at_a_time(RENDER)
    app.connect("builder-inited", start)
    app.connect("html-page-context", load_style_where_needed)


def load_style_where_needed(app, pagename, templatename, context, doctree):
    """Leave KaTeX's style sheets out of a page without formulas."""
    if doctree is None or not any(doctree.findall(is_formula)):
        context["css_files"] = [sheet for sheet in context["css_files"] if "katex" not in str(sheet)]


def is_formula(node):
    return isinstance(node, nodes.math | nodes.math_block)


def start(app, attempts=3):
    """Start the process; its socket is there a moment before it listens, so a refusal is asked again."""
    for attempt in range(attempts):
        try:
            katex.KaTeXServer.get()
            return
        except ConnectionRefusedError:
            if attempt == attempts - 1:
                raise
