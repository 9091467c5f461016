"""Notebooks without what changes from run to run or from machine to machine. What they show stays."""

import re

from . import notebooks

WIDGET_MIME = "application/vnd.jupyter.widget-view+json"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}
KEPT_OF_A_CELL = ("mystnb", "nbgrader", "tags", "deletable", "editable", "slideshow")
LONGEST_ID = 48


def clean(paths, only_check=False):
    """Clean notebooks in place; return a sentence for each that needs it, where that is only checked."""
    return notebooks.troubles(paths, lambda path: clean_one(path, only_check))


def clean_one(path, only_check):
    tidy = cleaned(notebooks.read(path))
    if only_check:
        is_clean = path.read_text(encoding="utf-8") == notebooks.as_text(tidy)
        needs = f"{path} holds what changes from run to run: python -m callcentre.teach clean"
        return [] if is_clean else [needs]
    if notebooks.write(path, tidy):
        print(f"cleaned {path}")
    return []


def cleaned(notebook):
    """Return the notebook with lasting metadata and outputs only, and ids made from its words."""
    notebook.metadata = type(notebook.metadata)(kernelspec=KERNEL, language_info={"name": "python"})
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    taken = set()
    for place, cell in enumerate(notebook.cells, start=1):
        for key in [key for key in cell.metadata if key not in KEPT_OF_A_CELL]:
            del cell.metadata[key]
        cell.id = cell_id(cell, place, taken)
        taken.add(cell.id)
        if cell.cell_type == "code":
            cell.outputs = with_whole_streams([lasting(output) for output in cell.outputs])
    return notebook


def with_whole_streams(outputs):
    """Return outputs with what was printed in one piece, which a busy kernel sends in several."""
    found = {}
    for at, output in enumerate(outputs):
        key = output.name if output.output_type == "stream" else at
        if key in found:
            found[key].text += output.text
        else:
            found[key] = output
    return list(found.values())


def lasting(output):
    """Return an output without metadata, and without the widget view, which goes with its kernel."""
    if "data" in output:
        output.data.pop(WIDGET_MIME, None)
        output.metadata = type(output.metadata)()
    return output


def cell_id(cell, place, taken):
    """Return a cell's id: its grade id, or its first words, numbered where they are taken or missing."""
    words = cell.metadata.get("nbgrader", {}).get("grade_id") or first_words(cell.source)
    name = re.sub(r"[^a-z0-9]+", "-", words.lower())[:LONGEST_ID].strip("-") or f"cell-{place}"
    unique = name
    number = 2
    while unique in taken:
        unique = f"{name}-{number}"
        number += 1
    return unique


def first_words(source):
    """Return the first line of a cell that holds a word."""
    return next((line for line in source.splitlines() if re.search("[A-Za-z]", line)), "")
