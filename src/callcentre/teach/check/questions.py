"""Whether chapters still ask enough questions, a guess before the lab among them, and none has a mistake."""

import re
from pathlib import Path

from ... import labs
from ...page.objectives import CHAPTERS
from ..export import sources
from . import claims

LEAST, LEAST_KINDS = 6, 2
LAB = re.compile(r"^```\{lab\} ([a-z-]+)$", re.MULTILINE)


def troubles(root):
    """Return a sentence for each question with a mistake, and for each chapter that asks too little."""
    try:
        questions, _ = sources.read(root, CHAPTERS)
    except sources.ExportError as error:
        return str(error).splitlines()
    found = [trouble for page in CHAPTERS for trouble in of_chapter(root, page, questions)]
    return found + unpinned(root, questions)


def of_chapter(root, page, questions):
    """Yield what a chapter's questions lack."""
    asked = [question for question in questions if question["page"] == page]
    kinds = {question["kind"] for question in asked}
    if len(asked) < LEAST or len(kinds) < LEAST_KINDS:
        yield (
            f"book/{page}.md asks {len(asked)} questions of {len(kinds)} kinds; "
            f"{LEAST} of {LEAST_KINDS} kinds are the least"
        )
    guesses = [question for question in asked if question["predicts"]]
    if not guesses:
        yield f"book/{page}.md asks for no guess before its lab"
    source = (Path(root) / "book" / f"{page}.md").read_text(encoding="utf-8")
    for question in guesses:
        lab = LAB.search(source, source.index(f"\n:name: {question['name']}\n"))
        if question["predicts"] not in labs.NAMES or not lab or lab[1] != question["predicts"]:
            guess, wanted = question["name"], question["predicts"]
            yield f"book/{page}.md: after the guess {guess} the lab {wanted} must come"


def unpinned(root, questions):
    """Return a sentence for each right number that no claim has the model work out."""
    pinned = {(claim["page"], claim["phrase"]) for claim in claims.read(root)}
    return [
        f"book/{question['page']}.md, question {question['name']}: its right number, "
        f"{option['text']['plain']}, has no row in {claims.TABLE}"
        for question in questions
        if question["kind"] == "number"
        for option in question["options"]
        if option["is_right"] and (question["page"], f"[x] {option['text']['plain']}") not in pinned
    ]
