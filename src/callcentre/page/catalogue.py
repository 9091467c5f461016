"""Every string that a reader of a lab may see, in one catalogue, and another language's laid over it.

``python -m callcentre.page.catalogue FILE.pot`` writes the catalogue as gettext has it; a translation of it
stands in ``book/locale/<language>.po`` and is laid over labs, messages and frame when the book is built in
that language, and in the page by script/catalogue.mjs. The Python that runs there knows nothing of it.
"""

import ast
import json
import re
import sys
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from . import packs
from .exercise_words import live_words, static_words
from .frame_words import (
    frame_words,
    glossary_words,
    objective_words,
    question_words,
    reading_words,
    search_words,
    table_words,
)

FRAMES = (
    frame_words,
    question_words,
    objective_words,
    table_words,
    search_words,
    reading_words,
    glossary_words,
)
LOCALE = Path("book") / "locale"
SCRIPT = "callcentre-words.js"
FOLDERS = ("labs", "model")
FOR_MACHINES = re.compile(r"[\W\d_]*|[a-z0-9]+([.:#/_][a-z0-9_]+)+[.:#/_-]?|\W*[a-z]\W*|[a-z-]+#[a-z-]+")

FORMS = "One form a kind of number, in the order zero, one, two, few, many, other; the last without a number."
JOINED = ("{0}: {1}", "{0} \u2013 {1}")  # two labels side by side


def strings():
    """Return every string a reader may see, with the places it stands in: {text: [file:line]}.

    These are the frame's words, those of pages of exercises, and all literals of labs and model that are not
    names, keys, documentation or marks; an f-string is a template with numbered places.
    """
    found = {text: ["frame_words.py"] for words in FRAMES for text in words().values()}
    of_exercises = (*static_words().values(), *live_words().values())
    found.update({text: ["exercise_words.py"] for text in of_exercises})
    for folder in FOLDERS:
        for path in sorted((packs.PACKAGE / folder).rglob("*.py")):
            for text, line in literals(ast.parse(path.read_text(encoding="utf-8"))):
                found.setdefault(text, []).append(f"{path.relative_to(packs.PACKAGE)}:{line}")
    return found


def literals(tree):
    """Return the strings of a module that may be words, and their lines, documentation left out."""
    found = Literals().of(tree)
    return [(text, line) for text, line in found if text in JOINED or not FOR_MACHINES.fullmatch(text)]


class Literals(ast.NodeVisitor):
    """Gathers a module's strings; what is put into an f-string is a numbered place of its template."""

    def of(self, tree):
        self.found = []
        self.visit(tree)
        return self.found

    def visit_Expr(self, node):  # noqa: N802 - ast names its visitors so
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Constant(self, node):  # noqa: N802
        if isinstance(node.value, str):
            self.found.append((node.value, node.lineno))

    def visit_Dict(self, node):  # noqa: N802
        for key, value in zip(node.keys, node.values, strict=True):
            if key and not isinstance(key, ast.Constant):  # a dict put in, `**more`, has no key
                self.visit(key)
            self.visit(value)

    def visit_Subscript(self, node):  # noqa: N802
        self.visit(node.value)

    def visit_Compare(self, node):  # noqa: N802
        self.visit(node.left)

    def visit_JoinedStr(self, node):  # noqa: N802
        places = [part for part in node.values if isinstance(part, ast.FormattedValue)]
        pieces = [
            part.value if isinstance(part, ast.Constant) else f"{{{places.index(part)}}}"
            for part in node.values
        ]
        self.found.append(("".join(pieces), node.lineno))
        for part in places:
            self.visit(part.value)


def write_template(path):
    """Write the catalogue as a template for translators, in gettext's form."""
    catalogue = Catalog(project="callcentre")
    for text, places in sorted(strings().items()):
        hint = [FORMS] if "|" in text else []
        catalogue.add(text, locations=[place_and_line(place) for place in places], auto_comments=hint)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalogue, width=110, omit_header=False)


def place_and_line(place):
    file, _, line = place.partition(":")
    return file, int(line or 0)


@cache
def translations(project, language):
    """Return a language's translations, {English: its own}; empty where the project has none.

    Raises
    ------
    ValueError
        If the file cannot be read; the message names it.
    """
    path = Path(project) / LOCALE / f"{language}.po"
    if not path.exists():
        return {}
    try:
        with path.open("rb") as file:
            return {entry.id: entry.string for entry in read_po(file) if entry.id and entry.string}
    except Exception as problem:
        raise ValueError(f"{path} cannot be read as a catalogue: {problem}") from None


def as_script(entries):
    """Return translations as a classic script, which leaves them in the page."""
    return f"self.callcentreWords={json.dumps(entries, ensure_ascii=False, sort_keys=True)}\n"


if __name__ == "__main__":
    write_template(Path(sys.argv[1]))
