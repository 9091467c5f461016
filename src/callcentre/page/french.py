"""The role ``{fr}``: words in French, marked so that a screen reader pronounces them as such."""

from docutils import nodes
from sphinx.util.docutils import SphinxRole


class french_node(nodes.Inline, nodes.TextElement):  # noqa: N801 - docutils names its nodes so
    """Words in French, set in italics."""


class FrenchRole(SphinxRole):
    """Words in French: ``{fr}`centre d'appels` ``."""

    def run(self):
        return [french_node("", self.text)], []


def setup(app):
    """Register the role; called by the extension."""
    html = (
        lambda writer, node: writer.body.append('<em lang="fr">'),
        lambda writer, node: writer.body.append("</em>"),
    )
    plain = (lambda writer, node: None, lambda writer, node: None)
    app.add_node(french_node, html=html, **dict.fromkeys(("latex", "text", "man", "texinfo"), plain))
    app.add_role("fr", FrenchRole())
