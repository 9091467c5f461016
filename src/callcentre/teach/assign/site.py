"""The chosen pages of the built book as a small site that works from disk."""

import posixpath
import shutil

from bs4 import BeautifulSoup

from ..trouble import Trouble

BUILT = "_build/html"
ALWAYS = ("book/glossary", "book/sources", "book/assumptions", "book/facts")  # what chapters point to
FOLDERS = ("_static", "_images")


def check(root, paths):
    """Return the names of chosen pages of the built book, and of what always belongs to them.

    Raises
    ------
    Trouble
        If the book is not built, or has no such page.
    """
    pages = [*paths, *(path for path in ALWAYS if path not in paths)]
    missing = [path for path in pages if not (root / BUILT / f"{path}.html").is_file()]
    if missing:
        raise Trouble(f"{root / BUILT} has no page {missing[0]}: build the book with make book")
    return {f"{path}.html" for path in pages}


def make(root, paths, out):
    """Copy pages of the built book, and what always belongs to them, without links that lead nowhere.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder, in which the book was built.
    paths : sequence of str
        Such as "book/outsourcing".
    out : pathlib.Path

    Raises
    ------
    Trouble
        As `check` does.
    """
    there = check(root, paths)
    copy_folders(root, out)
    for page in sorted(there):
        (out / page).parent.mkdir(parents=True, exist_ok=True)
        text = (root / BUILT / page).read_text(encoding="utf-8")
        (out / page).write_text(without_lost_links(text, page, there), encoding="utf-8")


def copy_folders(root, out):
    """Copy what pages of the built book load: scripts, styles, pictures."""
    leave_out = shutil.ignore_patterns("*.map", "*.html")
    for folder in FOLDERS:
        shutil.copytree(root / BUILT / folder, out / folder, dirs_exist_ok=True, ignore=leave_out)


def copy(source, target):
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def without_lost_links(text, page, there):
    """Return a page in which what led to a page that is not there is words, or gone from the menu."""
    soup = BeautifulSoup(text, "html.parser")
    for link in soup.select("link[href$='.html'], .search-button, .search-button-field"):
        link.decompose()
    for form in soup.select("dialog form"):
        form["method"] = "dialog"  # the theme's script wants it there; there is no page that searches
    for link in soup.find_all("a", href=True):
        if leads_to(link["href"], page, there):
            continue
        if link.find_parent(class_="prev-next-area"):
            link.decompose()
        elif link.find_parent(class_="bd-docs-nav"):
            link.find_parent("li").decompose()
        else:
            link.unwrap()
    for menu in soup.select(".bd-docs-nav ul"):
        if not menu.find("li"):
            heading = menu.find_previous_sibling("p")
            if heading:
                heading.decompose()
            menu.decompose()
    return str(soup)


def leads_to(address, page, there):
    """Say whether a link's address leads somewhere: on this page, to a page that is there, or abroad."""
    if address.startswith(("#", "http:", "https:", "mailto:", "data:")):
        return True
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), address.partition("#")[0]))
    return target in there or target.startswith(FOLDERS)
