"""The exercises' tasks in words, read from their notebooks: what is asked, and the rubric for marks."""

import re

from markdown_it import MarkdownIt
from mdit_py_plugins.dollarmath import dollarmath_plugin

from ... import exercises
from ...exercises.shared.answers import FreeText
from ..grade import exercise
from .sources import ExportError

# What a notebook says of its check, which a learning platform has not.
OF_THE_CHECK = re.compile(r"[;.] the check only says[^.]*\.", re.IGNORECASE)
HEADING = re.compile(r"^## (?:\d+\. )?(?P<words>.+)\n*")
FACTS = re.compile(r"^facts\(")
LINK = re.compile(r"(?<!!)\[([^\]]*)\]\([^)]*\)")  # leads nowhere from another place


def read(root, unit):
    """Return a unit's tasks in words, in the shape of questions.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    unit : str

    Returns
    -------
    list of dict
        Each with ``page`` (the unit), ``name``, ``kind`` ("essay"), ``title``, ``objectives`` (none),
        ``asked``, ``options`` (none), ``least_words``, ``points``, and ``rubric``: points and words each.

    Raises
    ------
    ExportError
        If exercises/ has no notebook of that unit.
    """
    try:
        handed_out = exercise.read(root, unit)
    except exercise.NotGradable as error:
        raise ExportError(str(error)) from None
    return [essay(handed_out, asked) for asked in handed_out.asked if asked.is_by_hand]


def essay(handed_out, asked):
    title, html = words_of(cells_before(handed_out, asked), asked.name)
    (text,) = [kind for kind in asked.task.asks.values() if isinstance(kind, FreeText)]
    return {
        "page": handed_out.unit,
        "name": asked.short_name,
        "kind": "essay",
        "title": f"{handed_out.title}: {title}",
        "objectives": [],
        "asked": {"html": html},
        "options": [],
        "least_words": text.least_words,
        "points": asked.task.points,
        "rubric": asked.task.rubric,
    }


def cells_before(handed_out, asked):
    """Return the cells of a task that stand above the one it is answered in."""
    cells = handed_out.cells
    end = cells.index(handed_out.by_id[asked.answer_id])
    checks = [at for at in range(end) if exercise.check_in(cells[at].source) is not None]
    return cells[checks[-1] + 1 if checks else 0 : end]


def words_of(cells, name):
    """Return a task's title and its HTML: its words, with what it gives where the notebook shows it."""
    given = exercises.facts(name)._repr_html_()
    title, parts = "", []
    for cell in cells:
        if cell.cell_type == "markdown":
            heading = HEADING.match(cell.source)
            title = heading["words"] if heading else title
            parts.append(as_html(HEADING.sub("", cell.source)))
        elif FACTS.match(cell.source):
            parts.append(given)
    return title, "".join(parts if given in parts else [*parts, given])


def as_html(source):
    """Return a notebook's Markdown as HTML, with formulas as TeX between \\( and \\)."""
    markdown = MarkdownIt("commonmark").enable("table").use(dollarmath_plugin)
    markdown.add_render_rule("math_inline", lambda _, tokens, at, *more: f"\\({tokens[at].content}\\)")
    markdown.add_render_rule("math_block", lambda _, tokens, at, *more: f"<p>\\[{tokens[at].content}\\]</p>")
    return markdown.render(LINK.sub(r"\1", OF_THE_CHECK.sub(".", source)))
