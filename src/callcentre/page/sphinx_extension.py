"""Puts labs, figures, live exercises and the table of assumptions into the book: an extension, a file a part.

- ``{lab}`` directive: a lab by name; the option ``values`` gives ``name=value`` pairs, separated by spaces;
  ``fixed`` and ``hidden`` name controls that stay as they are or out of sight; ``task`` is a task in words;
  ``guess`` says whether the lab's guess is asked.
- ``{lab-figure}`` role: a figure of a lab with its unit: ``cost-scenarios npv_mixed calls_per_month=9000``.
- ``{question}`` directive: a question with what to say of each answer, see questions/.
- ``{objectives}`` directive: the numbered objectives of a page and where each is met, see objectives.py.
- ``{unit-notes}`` directive: units' usual mistakes and rubrics, for instructors, see unit_notes.py.
- ``{assumptions-table}`` directive: every default of the model with its grade and source.
- A page of exercises, made ready to come alive.
- ``{fact}`` role and ``{facts-table}`` directive: figures from elsewhere, see facts.py.
- ``{run-a-notebook}`` directive, and the repository's address: see repository.py.
- ``{to-keep}`` directive: links to the book as a PDF and as a packed site, see keep.py.
- The search, see search.py; what pages' heads say, see head.py; pages around the book, see site_files.py.
- ``{term-index}`` directive: the glossary's terms and the chapters that explain them, see term_index.py.
- ``{fr}`` role: words in French, see french.py.
- ``LabMimeRenderer``: a lab stored as a notebook's output, drawn as the directive draws it.
"""

import gc
import shutil
from pathlib import Path

from sphinx.errors import ExtensionError

from . import (
    assumptions_table,
    bibliography,
    bundle,
    catalogue,
    column_widths,
    every_page,
    exercise_page,
    facts,
    folded_code,
    formulas,
    french,
    head,
    keep,
    lab_directive,
    lab_figure,
    lab_node,
    lighter_pages,
    objectives,
    questions,
    repository,
    search,
    site_files,
    term_index,
    terms,
    theme_scripts,
    unit_notes,
)
from .node import ToolMissing
from .renderer import Renderer
from .stored_lab import LabMimeRenderer

__all__ = ["LabMimeRenderer", "setup"]
SILENT = "sphinx_multitoc_numbering"  # says nothing of processes; it works when all pages have been read
PARTS = (
    facts,
    lab_node,
    lab_directive,
    lab_figure,
    exercise_page,
    assumptions_table,
    french,
    formulas,
    bibliography,
    column_widths,
    lighter_pages,
    folded_code,
    objectives,
    questions,
    repository,
    search,
    head,
    keep,
    site_files,
    every_page,
    terms,
    term_index,
    theme_scripts,
    unit_notes,
)


def setup(app):
    """Register what the book's pages may use; called by Sphinx.

    Pages may be read and written by several processes: what one of them notes comes back with what it has
    read (``env-merge-info``) or stands in a file; programs it asks are shared, see node.py.
    """
    for part in PARTS:
        part.setup(app)
    if SILENT in app.extensions:
        app.extensions[SILENT].parallel_read_safe = True
    app.connect("builder-inited", prepare)
    app.connect("build-finished", tidy)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}


def prepare(app):
    """Make the page's files where they are stale, lay them beside the site, and get the renderer ready."""
    language = app.config.language or "en"
    app.lab_translations = catalogue.translations(app.confdir, language)
    app.lab_renderer = Renderer(language, app.lab_translations)
    try:
        site = bundle.make(app.confdir)
    except ToolMissing as missing:
        raise ExtensionError(str(missing)) from None
    app.lab_renderer.start()
    if app.builder.format == "html":
        # Laid there before pages are written, so that their links carry the files' checksums.
        static = Path(app.outdir) / "_static"
        shutil.copytree(site, static, dirs_exist_ok=True)
        if app.lab_translations:
            script = catalogue.as_script(app.lab_translations)
            (static / catalogue.SCRIPT).write_text(script, encoding="utf-8")
    # A third of a build's time went into looking for cycles among nodes that are all still needed. It comes
    # last, since a build that cannot begin is not tidied up after.
    gc.disable()


def tidy(app, error):
    """End what was begun for the build."""
    app.lab_renderer.close()
    gc.enable()
