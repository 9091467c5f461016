"""The directive ``{question}``: its options and its content, read and checked."""

import re

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

from .node import question_node
from .parts import KINDS, Mistake, parts_of

LOGGER = logging.getLogger(__name__)
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OBJECTIVE = re.compile(r"([a-z0-9-]+/)?[1-9][0-9]?")


def setup(app):
    """Register the directive; called by the extension."""
    app.add_directive("question", QuestionDirective)


class QuestionDirective(SphinxDirective):
    """A question by its title."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec = dict.fromkeys(
        ("name", "kind", "objective", "unit", "tolerance", "predicts"), directives.unchanged
    )

    def run(self):
        try:
            return [self.question()]
        except Mistake as mistake:
            name = self.options.get("name", self.arguments[0])
            place = (self.env.docname, mistake.line or self.lineno)
            LOGGER.error("question %s: %s", name, mistake, location=place)
            return []

    def question(self):
        """Return the question's node; raise Mistake with what is wrong in its source."""
        kind = KINDS.get(self.options.get("kind"))
        if kind is None:
            raise Mistake("kind must be one of " + ", ".join(KINDS))
        name = self.options.get("name", "")
        if not NAME.fullmatch(name):
            raise Mistake(f"name must be words of a-z and digits with hyphens between them, got {name!r}")
        taken = self.env.temp_data.setdefault("question names", set())
        if name in taken:
            raise Mistake(f"the page has another question of the name {name!r}")
        taken.add(name)
        return question_node(
            "",
            *parts_of(kind, self.parsed(), self.options),
            kind=self.options["kind"],
            name=f"{self.page}/{name}",
            title=self.arguments[0],
            objectives=self.objectives(),
            unit=self.options.get("unit", ""),
            tolerance=kind.tolerance(self.options),
            predicts=self.options.get("predicts"),
        )

    @property
    def page(self):
        return self.env.docname.rsplit("/", 1)[-1]

    def parsed(self):
        """Return the content as nodes."""
        container = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, container)
        return container.children

    def objectives(self):
        """Return the objectives it asks about, as "page/number"."""
        written = self.options.get("objective", "").replace(",", " ").split()
        if not written or not all(OBJECTIVE.fullmatch(one) for one in written):
            allowed = "numbers of the chapter's objectives, or of a lab's such as how-many-agents/1"
            raise Mistake(f"objective must be {allowed}, got {' '.join(written)!r}")
        return [one if "/" in one else f"{self.page}/{one}" for one in written]
