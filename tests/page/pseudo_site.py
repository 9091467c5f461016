"""Each lab in a language that nobody speaks: every string in brackets and a third longer."""

import json
import re

from built_site import ROOT

from callcentre import labs
from callcentre.page import bundle, catalogue
from callcentre.page.frame_words import frame_words
from callcentre.page.lab_answers import ask, lesson_of
from callcentre.page.renderer import Renderer

PAGE = """<!doctype html><html lang="en" data-theme="light"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Pseudo</title><link rel="icon" href="data:,">
<style>body {margin: 0; font-family: sans-serif}</style><link rel="stylesheet" href="callcentre.css">
<script src="callcentre-words.js"></script><script data-labs="{name}" src="callcentre.js"></script></head>
<body><main><h1>{name}</h1>{lab}</main></body></html>
"""


# The titles of the book's sections are in the book's own language.
LABELS = [(path.stem, path.read_text("utf-8")) for path in sorted((ROOT / "book").glob("*.md"))]
SECTIONS = {
    f"{page}#{label}": "[a section]"
    for page, source in LABELS
    for label in re.findall(r"^\(([a-z0-9-]+)\)=", source, re.M)
}


def pseudo(text):
    """Return a text in that language, each of its forms; a template's places stay."""
    return "|".join(f"[{form}{'~' * -(-len(form) // 3)}]" for form in text.split("|"))


def make_site(folder):
    """Lay a page for each lab in the folder, with the scripts of the built site beside."""
    for file in bundle.make(ROOT).iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    words = {text: pseudo(text) for text in catalogue.strings()}
    (folder / catalogue.SCRIPT).write_text(catalogue.as_script(words), encoding="utf-8")
    drawing = Renderer("en", words)
    for name in labs.NAMES:
        context = {"id": name, "words": frame_words(), "book": "", "sections": SECTIONS, "heading": 2}
        answer = json.loads(ask(name, {}))
        answer["lab"].update(lesson_of(name))
        lab = drawing.lab({**context, "assignment": None}, answer)
        page = PAGE.replace("{name}", name).replace("{lab}", lab)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    drawing.close()
    return folder


def outside_brackets(text):
    """Return what of a text stands in no brackets, numbers written short ("8M") left out."""
    depth, outside = 0, []
    for letter in text:
        depth += letter == "["
        if depth == 0:
            outside.append(letter)
        if letter == "]" and depth == 0:  # a unit's words behind a field: the bracket opened before it
            outside.clear()
        depth = max(depth - (letter == "]"), 0)
    return re.sub(r"[\d.,]+[KMB]\b", "", "".join(outside)).strip()
