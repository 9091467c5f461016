"""XML, written with the standard library, and a question's HTML in it."""

import re
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from .sources import PICTURES

SRC = f'src="{PICTURES}'
USED = re.compile(rf'{SRC}([^"]+)"')


def element(name, attributes=None, *children):
    """Return an element; a child that is a string is its text, and None is left out."""
    made = ElementTree.Element(name, attributes or {})
    for child in children:
        if isinstance(child, str):
            made.text = child
        elif child is not None:
            made.append(child)
    return made


def document(root, is_indented=True):
    """Return an element as a file's bytes; not indented where spaces between its elements count."""
    if is_indented:
        ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def with_pictures_at(html, address):
    """Return HTML that looks for its pictures at an address, which their names follow."""
    return html.replace(SRC, f'src="{address}')


def pictures_in(html):
    """Return the names of the pictures that HTML shows."""
    return list(dict.fromkeys(USED.findall(html)))


def plain(html):
    """Return HTML's words, with formulas as they stand and pictures by their alternative text."""
    parsed = BeautifulSoup(f"<p>{html}</p>", "html.parser")
    for picture in parsed.find_all("img"):
        picture.replace_with(picture.get("alt", ""))
    return " ".join(parsed.get_text().split())
