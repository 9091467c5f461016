"""The built site as the tests read it: its pages, and what they point to."""

from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

ROOT = Path(__file__).resolve().parents[2]
SITE = ROOT / "_build" / "html"
NOT_PAGES = ("_static", "_sources", "_downloads", "_images")
# By element, the attributes with everything that a browser fetches by itself.
LOADED = {
    "script": ["src"],
    "img": ["src", "srcset"],
    "iframe": ["src"],
    "source": ["src", "srcset"],
    "video": ["src"],
    "audio": ["src"],
    "track": ["src"],
    "embed": ["src"],
    "object": ["data"],
    "image": ["href"],
    "use": ["href"],
}
LINKS_THAT_LOAD_NOTHING = {"canonical", "author", "help", "index", "license", "next", "prev", "search", "top"}


def paths():
    """Return every page of the site, by its path from the site's root."""
    found = [path.relative_to(SITE) for path in SITE.rglob("*.html")]
    return sorted(path.as_posix() for path in found if path.parts[0] not in NOT_PAGES)


@cache
def page(path):
    """Return a page, parsed."""
    return BeautifulSoup((SITE / path).read_text(encoding="utf-8"), "html.parser")


@cache
def anchors(path):
    """Return what a fragment may name on a page."""
    names = {element["id"] for element in page(path).find_all(id=True)}
    return names | {element["name"] for element in page(path).find_all("a", attrs={"name": True})}


def is_elsewhere(address):
    """Return whether an address leads to another server."""
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ws", "wss")


def broken(path, address):
    """Return what is wrong with an address on a page: a file or a section that is not there; or None."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    file = (SITE / path).parent / unquote(parts.path) if parts.path else SITE / path
    file = file.resolve()
    if file.is_dir():
        file = file / "index.html"
    if not file.is_file():
        return f"{path}: {address} leads to no file"
    section = unquote(parts.fragment).split("?")[0]  # behind the "?" stand a lab's values
    if section and file.suffix == ".html" and file.is_relative_to(SITE):
        other = file.relative_to(SITE).as_posix()
        if section not in anchors(other):
            return f"{path}: {address} leads to a section that {other} does not have"
    return None


@cache
def loaded(path):
    """Return the addresses a browser fetches by itself when it opens a page."""
    found = []
    for each in page(path).find_all([*LOADED]):
        for attribute in LOADED[each.name]:
            value = each.get(attribute, "")
            parts = value.split(",") if attribute == "srcset" else [value]
            found += [part.split()[0] for part in parts if part.split()]
    for link in page(path).find_all("link", href=True):
        if not set(link.get("rel", [])) & LINKS_THAT_LOAD_NOTHING:
            found.append(link["href"])
    return found
