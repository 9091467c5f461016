"""The role ``{lab-figure}``: one figure of a lab with its unit, as in ``cost-scenarios npv_mixed``."""

from docutils import nodes
from sphinx.util.docutils import SphinxRole

from .. import labs
from ..model.check import InputError
from .lab_answers import figures, note_sources, values_from_words


def setup(app):
    """Register the role; called by the extension."""
    app.add_role("lab-figure", LabFigureRole())


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
        found = figures(lab.name, values_from_words(lab, words[2:]), words[1])
        if words[1] not in found:
            raise InputError("figure", "one of " + ", ".join(found), words[1])
        return self.env.app.lab_renderer.quantity(found[words[1]])
