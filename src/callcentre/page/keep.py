"""The book to keep: the whole of it as a PDF, and the site packed for a room without network.

``python -m callcentre.page.keep pdf _build/html CHROMIUM`` and ``python -m callcentre.page.keep zip
_build/html`` make them beside the pages. The front page links to what is there, and to nothing else: the
directive ``{to-keep}`` says where.
"""

import re
import sys
import zipfile
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .node import ToolMissing
from .whole_book import make_pdf

PDF, ZIP = "callcentre.pdf", "callcentre.zip"
FRONT = Path("book", "index.html")
PLACE = "<!--to-keep-->{links}<!--/to-keep-->"
FOUND = re.compile(re.escape(PLACE).replace(r"\{links\}", ".*?"), re.DOTALL)
WORDS = {
    PDF: '<a href="../{name}">The whole book as a PDF</a> ({size}), with its solutions at the end.',
    ZIP: '<a href="../{name}">This site, packed</a> ({size}), for a room without network: unpack it and open '
    "<code>index.html</code>.",
}
TIME = (2026, 1, 1, 0, 0, 0)  # the same packed site from the same pages


def setup(app):
    """Register the directive; called by the extension."""
    app.add_directive("to-keep", ToKeep)


class ToKeep(SphinxDirective):
    """The place on the front page of links to what can be kept."""

    def run(self):
        return [nodes.raw("", PLACE.format(links=""), format="html")]


def offer(html, files):
    """Return the front page with links to these files, {name: bytes}, in the place for them."""
    items = [WORDS[name].format(name=name, size=in_words(size)) for name, size in files.items()]
    links = "".join(f"<li>{item}</li>" for item in items)
    return FOUND.sub(lambda _: PLACE.format(links=f"<ul>{links}</ul>" if links else ""), html)


def in_words(size):
    """Return a number of bytes as a reader knows it."""
    return f"{size / 1e6:.0f} MB"


def pack(site, target):
    """Pack the site's pages; the front page in it links to nothing that is not packed."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(site.rglob("*")):
            name = path.relative_to(site)
            if path.is_file() and name.name not in (PDF, ZIP) and not name.name.startswith("."):
                content = path.read_bytes()
                if name == FRONT:
                    content = offer(content.decode("utf-8"), {}).encode("utf-8")
                entry = zipfile.ZipInfo(f"callcentre/{name.as_posix()}", TIME)
                packed.writestr(entry, content, zipfile.ZIP_DEFLATED)


def main(kind="", site="", chromium="chromium"):
    """Make one of the two, have the front page link to it, and return what the process ends with."""
    site = Path(site)
    if kind not in ("pdf", "zip"):
        example = "python -m callcentre.page.keep zip _build/html"
        return f"What is made is pdf or zip, got {kind!r}. Example: {example}"
    if not (site / FRONT).exists():
        return f"There is no built book in {site}. Build it with `make book`."
    try:
        if kind == "pdf":
            make_pdf(site, "_toc.yml", chromium, site / PDF)
        else:
            pack(site, site / ZIP)
    except ToolMissing as missing:
        return str(missing)
    there = {name: (site / name).stat().st_size for name in (PDF, ZIP) if (site / name).exists()}
    front = (site / FRONT).read_text(encoding="utf-8")
    (site / FRONT).write_text(offer(front, there), encoding="utf-8")
    made = PDF if kind == "pdf" else ZIP
    print(f"{site / made}: {in_words(there[made])}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
