"""The directive ``{assumptions-table}``: every default of the model with its grade and source."""

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from ..labs.shared.units import UNITS
from ..model import assumptions
from .frame_words import table_words
from .lab_answers import note_sources


def setup(app):
    """Register the directive; called by the extension."""
    app.add_directive("assumptions-table", AssumptionsTable)


class AssumptionsTable(SphinxDirective):
    """Every default of the model: value, grade, source."""

    def run(self):
        note_sources(self.env)
        words = {name: self.said(word) for name, word in table_words().items()}
        heads = [words["assumption"], words["value"], words["grade"], words["source"]]
        rows = [self.row(assumption, words) for assumption in assumptions.TABLE]
        return [table(heads, rows)]

    def row(self, assumption, words):
        """Return an assumption's cells in words."""
        value = assumption.value
        if isinstance(value, (int, float)):
            factor, pattern = UNITS[assumption.unit]
            quantity = {"value": value, "decimals": None, "factor": factor, "pattern": pattern}
            value = self.env.app.lab_renderer.quantity(quantity)
        source = ", ".join(str(part) for part in (assumption.source, assumption.date) if part)
        return [self.said(assumption.label), value, words[assumption.grade], source]

    def said(self, text):
        """Return a text in the book's language."""
        return self.env.app.lab_translations.get(text, text)


def table(heads, rows):
    """Return a docutils table of words, or of lists of nodes, under heads."""
    body = nodes.tbody("", *[table_row(row) for row in rows])
    columns = [nodes.colspec(colwidth=1) for _ in heads]
    group = nodes.tgroup("", *columns, nodes.thead("", table_row(heads)), body, cols=len(heads))
    return nodes.table("", group)


def table_row(cells):
    return nodes.row("", *[nodes.entry("", paragraph(cell)) for cell in cells])


def paragraph(cell):
    """Return a cell's words, or its nodes, as a paragraph."""
    return nodes.paragraph("", cell) if isinstance(cell, str) else nodes.paragraph("", "", *cell)
