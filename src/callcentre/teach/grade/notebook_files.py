"""Read a file that somebody calls a notebook, whatever its encoding, or say what it is instead."""

import json

import charset_normalizer
import nbformat

LARGEST = 20 * 2**20
INSTEAD = (
    (b"%PDF", "it is a PDF"),
    (b"PK\x03\x04", "it is a zip file or an office document under another name"),
    (b"\xd0\xcf\x11\xe0", "it is an office document under another name"),
    (b"\x89PNG", "it is a picture"),
    (b"\xff\xd8\xff", "it is a picture"),
    (b"Rar!", "it is a rar archive"),
    (b"7z\xbc\xaf", "it is a 7z archive"),
)
# What programs save texts in. A few letters can fit several: then western Europe's is taken.
ENCODINGS = ["utf_8", "utf_16", "utf_16_le", "utf_16_be", "cp1252", "cp1250", "cp1251", "shift_jis"]
ENDLESS = "its text is nested without end"
ASK = "Ask for the file .ipynb itself, saved once more and downloaded."


class Unreadable(Exception):
    """A file that is no notebook. The message says why, and what to ask the student for."""

    def __init__(self, why, ask=ASK):
        super().__init__(f"{why[0].upper()}{why[1:]}. {ask}")


def read(data):
    """Return the notebook in a file's bytes, and notes on how it had to be read.

    Raises
    ------
    Unreadable
        If there is none in it.
    """
    if len(data) > LARGEST:
        raise Unreadable(
            f"the file is {len(data) / 2**20:.0f} MB", "Ask for it again after Edit, Clear All Outputs."
        )
    if not data.strip(b"\x00 \r\n\t"):
        raise Unreadable("the file is empty")
    for start, what in INSTEAD:
        if data.startswith(start):
            raise Unreadable(what)
    text, notes = as_text(data)
    return upgraded(parsed(text), notes), notes


def as_text(data):
    """Return a file's text, and a note where it was not plain UTF-8."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        best = charset_normalizer.from_bytes(data, cp_isolation=ENCODINGS).best()
    if best is None:
        raise Unreadable("the file is not text")
    name, text = best.encoding.replace("_", "-"), str(best)
    if name == "cp1250" and signs(data.decode("cp1252", errors="replace")) <= signs(text):
        name, text = "cp1252", data.decode("cp1252", errors="replace")
    return text, [f"The file is not UTF-8; it was read as {name}."]


def signs(text):
    """Return how many signs stand among the letters beyond ASCII: a wrong encoding has more of them."""
    return sum(not letter.isalpha() for letter in text if letter > "~")


def parsed(text):
    """Return what JSON a text holds."""
    text = text.lstrip("\ufeff \r\n\t")
    if text[:9].lower().startswith(("<!doctype", "<html")):
        raise Unreadable("it is a web page, as a browser saves what it shows")
    if "\n<<<<<<< " in text:
        raise Unreadable("it holds two versions with the marks of a merge between them")
    try:
        data = json.loads(text, strict=False)
    except RecursionError:
        raise Unreadable(ENDLESS) from None
    except ValueError as error:
        raise Unreadable(why_no_json(text, error)) from None
    if not isinstance(data, dict) or not ("cells" in data or "worksheets" in data):
        raise Unreadable("it is JSON, but not a notebook")
    return data


def why_no_json(text, error):
    is_at_end = getattr(error, "pos", 0) >= len(text.rstrip()) - 1 or "Unterminated" in str(error)
    if text.startswith("{") and is_at_end:
        return "the file breaks off: its end is missing"
    if text.startswith("{"):
        return f"the file is damaged in line {getattr(error, 'lineno', 1)}"
    if "import " in text or "def " in text:
        return "it is a Python script, not a notebook"
    return "it is not a notebook"


def upgraded(data, notes):
    """Return a notebook of today's version, with what its cells need put right."""
    cells = data.get("cells")
    if cells is None:
        notes.append("The notebook has an old version, and was read as one of today's.")
        cells = in_worksheets(data.get("worksheets"))
    if not isinstance(cells, list):
        raise Unreadable("its cells cannot be read: they are no list")
    for place, cell in enumerate(cells, start=1):
        put_right(cell, place)
    metadata = data["metadata"] if isinstance(data.get("metadata"), dict) else {}
    whole = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    try:
        notebook = nbformat.from_dict(whole)
    except RecursionError:
        raise Unreadable(ENDLESS) from None
    notebook.cells = [cell for cell in notebook.cells if cell.cell_type in ("code", "markdown", "raw")]
    return notebook


def in_worksheets(worksheets):
    """Return the cells of a notebook of version 3 or 2, with today's name for what stands in them."""
    if not isinstance(worksheets, list) or not all(isinstance(one, dict) for one in worksheets):
        raise Unreadable("its worksheets cannot be read: they are no list of tables")
    found = []
    for sheet in worksheets:
        cells = sheet.get("cells", [])
        found += cells if isinstance(cells, list) else [cells]
    return [today(cell) if isinstance(cell, dict) else cell for cell in found]


def today(cell):
    """Return a cell of version 3 or 2 as one of today's, with its kind, metadata and source alone."""
    kind = cell.get("cell_type")
    source = cell.get("input", "") if kind == "code" else cell.get("source", "")
    return {
        "cell_type": "markdown" if kind in ("heading", "html") else kind,
        "metadata": cell.get("metadata"),
        "source": source,
    }


def put_right(cell, place):
    """Give the cell in that place what a notebook's format asks for and some programs leave out."""
    if not isinstance(cell, dict) or not isinstance(cell.get("cell_type"), str):
        raise Unreadable(f"its cells cannot be read: number {place} is none")
    source = cell.get("source", "")
    parts = source if isinstance(source, list) else [source]
    cell["source"] = "".join(part for part in parts if isinstance(part, str)).replace("\r\n", "\n")
    cell["metadata"] = cell["metadata"] if isinstance(cell.get("metadata"), dict) else {}
    if cell.get("cell_type") == "code":
        cell["outputs"] = []  # what a student's machine showed counts for nothing
        cell["execution_count"] = None
