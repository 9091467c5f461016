"""A small site with the lab for tests: its pages are drawn and its script is bundled as the book's are."""

import json
from contextlib import contextmanager
from pathlib import Path

import pytest
import specimen

from callcentre.labs.shared.lesson import lesson_as_data
from callcentre.page import bundle, packs, renderer
from callcentre.page.frame_words import frame_words
from callcentre.page.node import find_packages

ROOT = Path(__file__).parents[2]
ALSO = '\nNAMES = NAMES + ("specimen",)\n'
PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Specimen</title><link rel="icon" href="data:,">
<style>
html {--pst-color-background: #fff; --pst-color-text-base: #222832}
html[data-theme=dark] {--pst-color-background: #14181e; --pst-color-text-base: #ced6dd;
  --pst-color-surface: #29313d; --pst-color-text-muted: #9ca4af}
body {background: var(--pst-color-background); color: var(--pst-color-text-base)}
</style><link rel="stylesheet" href="callcentre.css"><script src="callcentre.js"></script></head>
<body><main><h1>Specimen</h1>{lab}</main></body></html>
"""
ASSIGNED = {"fixed": ["slider"], "hidden": ["choice", "text"], "task": "Find <b>out</b> why.", "guess": ""}


def make_site(folder):
    """Lay the pages, the script and the style sheet in the folder; return where they are."""
    with specimen_among_the_labs(folder):
        bundle.bundle(find_packages(ROOT))
        drawing = renderer.Renderer()
        pages = {"index.html": None, "assigned.html": ASSIGNED}
        for name, assignment in pages.items():
            lab = drawing.lab(context(assignment), first_answer())
            (bundle.SITE / name).write_text(PAGE.replace("{lab}", lab), encoding="utf-8")
        drawing.close()
        return bundle.SITE


def site_in(folder):
    """Return where the pages are that were made in a folder."""
    return folder / "made" / "site"


@contextmanager
def specimen_among_the_labs(folder):
    """Have the bundle made in the folder, with the lab for tests in place of the book's, and no exercises."""
    by_lab = packs.python_by_lab()
    for files in by_lab.values():
        files["callcentre/labs/__init__.py"] += ALSO
    shared, _ = packs.shared_and_own(by_lab)
    every = [item for files in by_lab.values() for item in files.items()]
    needed = {path: text for path, text in every if "labs/shared" in path and path not in shared}
    lab = Path(specimen.__file__).read_text(encoding="utf-8")
    own = {"specimen": {**needed, "callcentre/labs/specimen.py": lab}}
    made = site_in(folder).parent
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packs, "shared_and_own", lambda by_lab: (shared, own))
        patch.setattr(bundle, "exercise_parts", lambda *given: {})
        patch.setattr(bundle, "MADE", made)
        patch.setattr(bundle, "SITE", site_in(folder))
        for module in (bundle, renderer):
            patch.setattr(module, "RENDERER", made / "build-renderer.mjs")
        yield


def context(assignment):
    """Return what the renderer needs besides the answer."""
    frame = {"id": "specimen", "words": frame_words(), "book": "", "sections": {}, "heading": 2}
    return {**frame, "assignment": assignment}


def first_answer():
    """Return the answer of the lab for its defaults."""
    values = specimen.LAB.complete({})
    lab = {**specimen.LAB.as_data(), **lesson_as_data(specimen.LAB)}
    answer = {"lab": lab, "values": values, "view": specimen.LAB.view({}).as_data()}
    return json.loads(json.dumps(answer))
