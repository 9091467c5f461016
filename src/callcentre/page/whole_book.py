"""Puts the built book's pages together to one page, which a browser prints as a tagged PDF with bookmarks.

Pages stand in the order of ``_toc.yml``, each part with a heading of its own. Labs are as they are without
JavaScript. Solutions and answers stand at the end, with links there and back.
"""

import posixpath
import re
from html import escape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import yaml
from bs4 import BeautifulSoup

from .node import run_tool

PAGE = "book-to-print.html"  # beside the site's folder, so that no reader comes upon it
FOLDER = "html"  # the site's, seen from that page
SOLUTIONS = "Solutions and answers"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-pdf-header-footer",
    "--export-tagged-pdf",
    "--generate-pdf-document-outline",
)
LEFT_OUT = "script, noscript, .headerlink, .callcentre-live, .callcentre-work, .callcentre-told"
ID_LISTS = ("aria-labelledby", "aria-describedby", "aria-controls", "headers", "for")
IN_STYLE = re.compile(r"url\(#([^)]+)\)")
# A PDF has each pattern as a picture of a page's size, and one lab a hundred: bars are outlined in its place.
STYLE = """
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-center { content: counter(page); font: 9pt sans-serif } }
html { font-size: 10.5pt; color-scheme: light }
body { display: block }
.callcentre-lab svg [fill^="url("] { fill: none; stroke-width: 2 }
.book-part { break-before: page; padding-top: 30vh; text-align: center }
.book-page { break-before: page; max-width: none; padding: 0 }
"""


def make_pdf(site, contents, chromium, target):
    """Write the book as a PDF.

    Parameters
    ----------
    site : path
        The folder that holds the built site.
    contents : path
        The table of contents, ``_toc.yml``.
    chromium : path
        The browser that prints.
    target : path
        The file to write.

    Raises
    ------
    ToolMissing
        If the browser fails; the message holds its own.
    """
    page = Path(site).resolve().parent / PAGE
    page.write_text(one_page(Path(site), parts_of(contents)), encoding="utf-8")
    failure = f"Chromium could not print {page.name}"
    run_tool(failure, chromium, *FLAGS, f"--print-to-pdf={Path(target).resolve()}", page.as_uri())
    page.unlink()


def parts_of(contents):
    """Return the book's parts, [caption, names of pages], the front page first without a caption."""
    read = yaml.safe_load(Path(contents).read_text(encoding="utf-8"))
    parts = [[part["caption"], [entry["file"] for entry in part["chapters"]]] for part in read["parts"]]
    return [["", [read["root"]]], *parts]


def one_page(site, parts):
    """Return the HTML of all pages in one."""
    names = [name for _, pages in parts for name in pages]
    shell = parsed(site / f"{names[0]}.html")
    body, solutions, sheets = [], [], {}
    for caption, pages in parts:
        if caption:
            body.append(f'<h1 class="book-part">{escape(caption)}</h1>')
        for name in pages:
            page = parsed(site / f"{name}.html")
            sheets.update(
                dict.fromkeys(in_site(name, link["href"]) for link in page.find_all("link", rel="stylesheet"))
            )
            made = Chapter(page.select_one("article.bd-article"), name, set(names))
            body.append(made.html())
            solutions.append(made.solutions())
    body += [f'<h1 class="book-part">{SOLUTIONS}</h1>', *solutions]
    links = "".join(f'<link rel="stylesheet" href="{FOLDER}/{sheet}">' for sheet in sheets)
    return (
        f'<!doctype html><html lang="{shell.html["lang"]}" data-theme="light" data-mode="light"><head>'
        f'<meta charset="utf-8"><base href="./">{shell.title}{links}<style>{STYLE}</style></head>'
        f'<body><main class="bd-content">{"".join(body)}</main></body></html>'
    )


def parsed(path):
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def in_site(page, address):
    """Return where an address on a page leads, from the site's folder; a version behind "?" is left out."""
    path = unquote(urlsplit(address).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else f"{page}.html"


def own_id(page, html_id=""):
    """Return an id of a page, or the page itself, as it is among all pages."""
    start = page.replace("/", "-")
    return f"{start}--{html_id}" if html_id else start


class Chapter:
    """A page's article made ready to stand among others: ids and links of its own, headings a rank lower.

    Parameters
    ----------
    article : bs4.Tag
    name : str
        The page's name, such as "book/outsourcing".
    names : set of str
        The pages of the book, which its links may lead to.
    """

    def __init__(self, article, name, names):
        self.article, self.name, self.names = article, name, names
        for element in article.select(LEFT_OUT):
            element.decompose()
        self.title = article.h1.get_text(strip=True)
        self.moved = self.move_answers()
        for root in (article, *self.moved):
            self.make_own(root)
        for fold in article.find_all("details"):
            fold["open"] = ""

    def html(self):
        """Return the article as a part of the page that holds all."""
        inner = self.article.decode_contents()
        return f'<article class="bd-article book-page" id="{own_id(self.name)}">{inner}</article>'

    def solutions(self):
        """Return what is to stand at the end; nothing where the page asks nothing."""
        if not self.moved:
            return ""
        inner = "".join(str(one) for one in self.moved)
        return f'<section class="bd-article"><h2>{escape(self.title)}</h2>{inner}</section>'

    def move_answers(self):
        """Take solutions and answers out, leave a link to each in its place, and return them."""
        moved = []
        for number, found in enumerate(self.article.select("div.solution, details.callcentre-answers"), 1):
            there, back = f"answer-{number}", f"asked-{number}"
            is_answer = found.name == "details"
            asked = found.find_parent("section") if is_answer else None
            title = asked.find(class_="callcentre-title").get_text() if asked else "Solution"
            inner = found.select_one(".callcentre-folded") if is_answer else found
            frame = f'<section id="{there}"><h2>{escape(title)} <a href="#{back}">↑</a></h2></section>'
            section = BeautifulSoup(frame, "html.parser").section
            link = f'<p id="{back}"><a href="#{there}">{"Answer" if is_answer else "Solution"}</a></p>'
            found.replace_with(BeautifulSoup(link, "html.parser"))
            section.append(inner.extract() if is_answer else inner)
            moved.append(section)
        return moved

    def make_own(self, root):
        """Give ids, links, pictures and headings below an element, itself included, their new values."""
        for element in (root, *root.find_all(True)):
            if "id" in element.attrs:
                element["id"] = own_id(self.name, element["id"])
            for attribute in ID_LISTS:
                if attribute in element.attrs:
                    ids = element[attribute]
                    ids = ids if isinstance(ids, list) else ids.split()
                    element[attribute] = " ".join(own_id(self.name, one) for one in ids)
            for attribute, value in element.attrs.items():
                if isinstance(value, str) and "url(#" in value:
                    element[attribute] = IN_STYLE.sub(self.own_url, value)
            if element.name in ("h1", "h2", "h3", "h4", "h5"):
                element.name = f"h{int(element.name[1]) + 1}"
            self.redirect(element)

    def own_url(self, found):
        return f"url(#{own_id(self.name, found[1])})"

    def redirect(self, element):
        """Have a link or a picture lead to what it led to before."""
        if element.name == "img" and not urlsplit(element["src"]).scheme:
            element["src"] = f"{FOLDER}/{in_site(self.name, element['src'])}"
            element.attrs.pop("loading", None)
        if "href" not in element.attrs or urlsplit(element["href"]).scheme:
            return
        address = urlsplit(element["href"])
        page = in_site(self.name, element["href"]).removesuffix(".html")
        if page in self.names:
            section = address.fragment.split("?")[0]
            element["href"] = f"#{own_id(page, section)}"
        elif element.name == "a":
            del element["href"]
