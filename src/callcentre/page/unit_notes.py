"""The directive ``{unit-notes}``: the mistakes that units' tasks know, and how answers in words are marked.

All of it is the tasks' own data, which the checks use too; no hint holds an answer.
"""

from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .. import exercises
from ..model.check import InputError

MISTAKES = "Usual mistakes, task by task, and what leads away from them"
RUBRICS = "How answers in words are marked"


def setup(app):
    """Register the directive; called by the extension."""
    app.add_directive("unit-notes", UnitNotes)


class UnitNotes(SphinxDirective):
    """Folded lists for some units by their names."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self):
        try:
            units = [exercises.unit(name) for name in self.arguments[0].split()]
        except InputError as error:
            raise self.error(f"unit-notes: {error}") from None
        for unit in units:
            self.env.note_dependency(str(Path(exercises.__file__).with_name(f"{unit.name}.py")))
        tasks = [task for unit in units for task in unit.tasks]
        return [*folded(MISTAKES, tasks, mistakes), *folded(RUBRICS, tasks, rubric)]


def mistakes(task):
    """Return each usual mistake and the hint on it."""
    return [f"{mistake.name.replace('-', ' ')}: {mistake.hint}" for mistake in task.misconceptions]


def rubric(task):
    """Return each thing that a person marks, and its points."""
    return [f"{asked}: {points}" for points, asked in task.rubric]


def folded(title, tasks, items_of):
    """Return a box that unfolds to tasks with their items; none where no task has any."""
    parts = []
    for task in tasks:
        items = [nodes.list_item("", nodes.paragraph("", words)) for words in items_of(task)]
        if items:
            head = nodes.paragraph("", "", nodes.strong("", task.name), nodes.Text(f" {task.objective}"))
            parts += [head, nodes.bullet_list("", *items)]
    box = nodes.admonition("", nodes.title("", title), *parts, classes=["admonition", "dropdown"])
    return [box] if parts else []
