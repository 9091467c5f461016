"""Objectives, numbered in each chapter and lab: where each is taught, tried, practised and asked.

Their words stand in the chapters and notebooks, the questions that ask about them in the chapters, the rest
in ``book/objectives.csv``. The directive ``{objectives}`` shows those of a page; a test fails where something
is missing and the file does not say why.
"""

import json
import re
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from .. import labs
from .assumptions_table import table
from .chapter_list import CHAPTERS, places
from .frame_words import objective_words
from .questions.directive import OBJECTIVE

PAGES = CHAPTERS + labs.NAMES
LIST = re.compile(r"^(?:\*\*)?After this \w+ you can(?:\*\*)?\n\n((?:\d\. .*\n)+)", re.MULTILINE)
ITEM = re.compile(r"^(\d)\. (.*?)[;.]?$", re.MULTILINE)
QUESTION = re.compile(r"^```\{question\} (.*)\n((?::[a-z]+:.*\n)+)", re.MULTILINE)
SECTION = re.compile(r"^\(([a-z0-9-]+)\)=\n#{2,6} (.*)$", re.MULTILINE)


def setup(app):
    """Register the directive; called by the extension."""
    app.add_directive("objectives", ObjectivesDirective)


def source_of(root, page):
    """Return the file of a chapter or of a lab's notebook."""
    folder, ending = ("book", "md") if page in CHAPTERS else ("notebooks", "ipynb")
    return Path(root) / folder / f"{page}.{ending}"


def text_of(root, page):
    """Return a chapter's source, or the words of a notebook."""
    text = source_of(root, page).read_text(encoding="utf-8")
    if page in CHAPTERS:
        return text
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "markdown"]
    return "\n\n".join("".join(cell["source"]) for cell in cells)


def words(root, page):
    """Return the words of a page's objectives, in order; none where it has no numbered list of them."""
    found = LIST.search(text_of(root, page))
    items = ITEM.findall(found[1]) if found else []
    return [text for _, text in items]


def questions(root):
    """Return the questions that ask about each objective: {"page/number": [(page, name, title)]}."""
    found = {}
    for path in sorted((Path(root) / "book").glob("*.md")):
        for title, lines in QUESTION.findall(path.read_text(encoding="utf-8")):
            options = dict(re.findall(r"^:([a-z]+): *(.*)$", lines, re.MULTILINE))
            for one in OBJECTIVE.finditer(options.get("objective", "")):
                objective = one[0] if one[1] else f"{path.stem}/{one[0]}"
                found.setdefault(objective, []).append((path.stem, options.get("name"), title))
    return found


def sections(root, page):
    """Return the titles of a chapter's sections by label; of a notebook, of its headings by themselves."""
    if page in CHAPTERS:
        return dict(SECTION.findall(text_of(root, page)))
    return {title: title for title in re.findall(r"^## (.*)$", text_of(root, page), re.MULTILINE)}


class ObjectivesDirective(SphinxDirective):
    """The objectives of a page, each with its section, lab or figure, task and questions."""

    required_arguments = 1

    def run(self):
        page = self.arguments[0]
        if page not in PAGES:
            raise self.error(f"objectives: a chapter or a lab is needed, got {page!r}")
        root = self.env.app.confdir
        self.env.note_dependency(str(Path(root, "book/objectives.csv")))
        for each in (*CHAPTERS, page):
            self.env.note_dependency(str(source_of(root, each)))
        said = self.env.app.lab_translations
        heads = [said.get(text, text) for text in objective_words().values()]
        return [table(heads, rows(root, page))]


def rows(root, page):
    """Return the cells of a page's table."""
    where, asked, titles = places(root), questions(root), sections(root, page)
    found = []
    for number, text in enumerate(words(root, page), 1):
        place = where[f"{page}/{number}"]
        asking = asked.get(f"{page}/{number}", [])
        found.append(
            [
                f"{number}. {text}",
                section_link(page, place["section"], titles),
                see(page, place["see"]),
                tasks(place["tasks"]),
                asked_in(asking),
            ]
        )
    return found


def section_link(page, section, titles):
    """Return a link to a section, seen from the book's folder."""
    uri = f"{page}.html#{section}" if page in CHAPTERS else f"../notebooks/{page}.html"
    return links([(uri, titles[section])])


def see(page, name):
    """Return a link to the lab or the figure in which an objective can be seen; of a notebook, to its lab."""
    lab = page if page in labs.NAMES else name
    if lab in labs.NAMES:
        return links([(f"../notebooks/{lab}.html#{lab}", labs.find(lab).title)])
    return links([(f"{page}.html#{name}", name.removeprefix("fig-").replace("-", " "))] if name else [])


def asked_in(asking):
    return links((f"{page}.html#question-{name}", title) for page, name, title in asking)


def tasks(names):
    return links(
        (f"../exercises/{name.split('/')[0]}/{name.split('/')[0]}.html", name) for name in names.split()
    )


def links(pairs):
    """Return a cell's nodes: links with commas between them."""
    made = [nodes.reference("", text, refuri=uri, internal=True) for uri, text in pairs]
    return [each for one in made for each in (nodes.Text(", "), one)][1:]
