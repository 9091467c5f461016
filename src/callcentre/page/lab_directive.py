"""The directive ``{lab}``: a lab by its name, with values, and with what an instructor asks of it."""

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from .. import labs
from ..model.check import InputError
from .lab_answers import ask, note_sources, values_from_words
from .lab_node import lab_node

LONGEST_TASK = 400


def setup(app):
    """Register the directive; called by the extension."""
    app.add_directive("lab", LabDirective)


class LabDirective(SphinxDirective):
    """A lab by its name."""

    required_arguments = 1
    option_spec = dict.fromkeys(("values", "fixed", "hidden", "task", "guess"), directives.unchanged)

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
        If a name is no control's, the task is longer than ``LONGEST_TASK``, or the guess neither on nor off.
    """
    names = [control.name for control in lab.controls]
    asked = {"task": options.get("task", "").strip(), "guess": options.get("guess", "").strip()}
    if asked["guess"] not in ("", "on", "off"):
        raise InputError("guess", "on or off", asked["guess"])
    if len(asked["task"]) > LONGEST_TASK:
        raise InputError("task", f"text of at most {LONGEST_TASK} characters", asked["task"])
    for option in ("fixed", "hidden"):
        asked[option] = options.get(option, "").replace(",", " ").split()
        for name in asked[option]:
            if name not in names:
                raise InputError(option, "names of the lab's controls: " + ", ".join(names), name)
    return asked
