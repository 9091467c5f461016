"""The book's sources as the tests read them: chapters and their sections."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BOOK = ROOT / "book"
HEADING = re.compile(r"^(#{1,6}) ", re.MULTILINE)


def source(page):
    """Return a chapter's source; ``page`` is its name without the folder and the ending."""
    return (BOOK / f"{page}.md").read_text(encoding="utf-8")


def names():
    """Return the names of all chapters."""
    return sorted(path.stem for path in BOOK.glob("*.md"))


def section(page, label):
    """Return the source of the section that a label stands before, subsections included; None without one."""
    found = re.search(rf"^\({re.escape(label)}\)=\s*\n(?=#{{1,6}} )", source(page), re.MULTILINE)
    if not found:
        return None
    rest = source(page)[found.end() :]
    depth = len(HEADING.match(rest).group(1))
    for heading in HEADING.finditer(rest, 1):
        if len(heading.group(1)) <= depth:
            return rest[: heading.start()]
    return rest


def sections(page):
    """Return the parts of a chapter's source that begin with a heading of the second rank."""
    return re.split(r"^## ", source(page), flags=re.MULTILINE)[1:]
