"""What every page of the book has: a script, see script/every/, colours where no script chooses them, and ids
of which none stands twice."""

import json
import re
from pathlib import Path

from docutils import nodes

from . import bundle
from .frame_words import reading_words

SAME_IN_EACH = ("exercise-content", "solution-content")
SCRIPT = bundle.script_name("page")
LIGHT = re.compile(r'\[data-theme="?light"?\]')
# The theme's script makes "auto" light or dark. Where there is none the page is light, not without colours.
LIGHT_OR_NO_SCRIPT = ":is([data-theme=light],[data-theme=auto])"


def setup(app):
    """Have the script named by each page, and the style sheets mended; called by the extension."""
    app.connect("doctree-resolved", drop_ids_of_exercises)
    app.connect("html-page-context", name_script)
    app.connect("build-finished", be_light_without_script)


def drop_ids_of_exercises(app, doctree, docname):
    """Take away the ids that sphinx-exercise gives to the inside of each exercise and solution alike."""
    for section in doctree.findall(nodes.section):
        section["ids"] = [html_id for html_id in section["ids"] if html_id not in SAME_IN_EACH]


def name_script(app, pagename, templatename, context, doctree):
    """Have a page name the script, with its words."""
    said = app.lab_translations
    words = {name: said.get(text, text) for name, text in reading_words().items()}
    app.add_js_file(SCRIPT, loading_method="defer", **{"data-words": json.dumps(words)})


def be_light_without_script(app, error):
    """Have the rules for a light page hold where no script has chosen between light and dark."""
    if error or app.builder.format != "html":
        return
    for path in Path(app.outdir, "_static").rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        if LIGHT.search(text):
            path.write_text(LIGHT.sub(LIGHT_OR_NO_SCRIPT, text), encoding="utf-8")
