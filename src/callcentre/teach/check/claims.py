"""Numbers that chapters claim, in ``book/claims.csv``, worked out again by the model.

A row has the page, the phrase that holds the number, the number (or "true"), and an expression that gives it.
"""

import csv
import re
from pathlib import Path

from .claim_values import names

TABLE = "book/claims.csv"
ROLE = re.compile(r"\{[a-z:-]+\}`([^`<]*?)\s*(?:<[^`]*>)?`")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def read(root):
    """Return the rows of the table, as dicts."""
    with (Path(root) / TABLE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def troubles(root):
    """Return a sentence for each claim that a chapter no longer makes, or that no longer holds."""
    values = names(root)
    said = {}
    found = []
    for claim in read(root):
        page = claim["page"]
        if page not in said:
            said[page] = words((Path(root) / "book" / f"{page}.md").read_text(encoding="utf-8"))
        trouble = trouble_with(claim, said[page], values)
        found += [trouble] if trouble else []
    return found


def trouble_with(claim, text, values):
    """Return in a sentence what is wrong with a claim of a page of these words; "" where it holds."""
    page, phrase, number = (f"book/{claim['page']}.md", claim["phrase"], claim["number"])
    if phrase not in text:
        return f"{page} no longer says {phrase!r}, which {TABLE} pins: give the row the page's words"
    try:
        value = eval(claim["expression"], dict(values))
    except Exception as error:
        return f"{page} says {phrase!r}, and {claim['expression']} stops: {type(error).__name__}: {error}"
    now = as_printed(value, number)
    if now == number:
        return ""
    if number == "true":
        return f"{page} says {phrase!r}, which is no longer so"
    return f"{page} says {phrase!r}: {number} is now {now}"


def words(text):
    """Return a text without emphasis, roles, links' targets and line breaks."""
    text = LINK.sub(r"\1", ROLE.sub(r"\1", text))
    return re.sub(r"\s+", " ", text.replace("*", "")).strip()


def as_printed(value, number):
    """Return a value with as many decimals as the number in the book; a truth as "true" or "false"."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:,.{len(number.partition('.')[2])}f}"
