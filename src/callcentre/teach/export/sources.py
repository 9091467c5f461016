"""Questions, read from the chapters' sources as the build of the book reads them; no built book is needed.

Sphinx reads the chapters with the book's own directive and roles. All that is no question is blanked out
first, so that a chapter is read in a moment and a mistake is still named with its line.
"""

import io
import re
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors

from ...notebook.numbers import quantity_words
from ...page.questions import listing
from ..trouble import Trouble

FENCE = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{question\}.*?(?:(?P<end>^(?P=fence)[`:]*[ \t]*$)|\Z)", re.DOTALL | re.MULTILINE
)
PICTURE = re.compile(r'src="(?:\.\./)*_images/')
PICTURES = "pictures/"  # where a question's HTML looks for them
EXTENSIONS = [
    "myst_parser",
    "callcentre.page.questions",
    "callcentre.page.lab_figure",
    "callcentre.page.facts",
    "callcentre.page.french",
]
# A formula becomes TeX between \( and \), which platforms draw; or MathML, which a browser draws by itself.
MATHML = {
    "extensions": [*EXTENSIONS, "sphinxcontrib.katex", "callcentre.page.formulas"],
    "katex_prerender": True,
    "katex_options": "output: 'mathml'",
}
TROUBLE = re.compile(r"ERROR|_unknown\]")  # a mistake in a question, or a role this does not know


class ExportError(Trouble):
    """Something that keeps questions from being exported; the message says what to mend."""


class Figures:
    """Writes a lab's figures in Python, by the rule of the page's script; lab_figure.py asks for them."""

    quantity = staticmethod(quantity_words)


def read(root, chapters, has_mathml=False):
    """Return the questions of chapters, and the pictures in them.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    chapters : sequence of str
        Names of files in book/, without ``.md``.
    has_mathml : bool
        Whether formulas are MathML; without, they are TeX.

    Returns
    -------
    list of dict, dict
        Questions as `callcentre.page.questions.listing.read` gives them, and pictures' bytes by name. A
        question's HTML has pictures in ``pictures/``.

    Raises
    ------
    ExportError
        If a question's source has a mistake; the message names file and line.
    """
    if not chapters:
        return [], {}
    documents = [f"book/{name}" for name in chapters]
    not_closed = [place for one in documents for place in open_questions(root, f"{one}.md")]
    if not_closed:
        raise ExportError(
            "\n".join(f"{place}: the question that begins here is not closed" for place in not_closed)
        )
    with TemporaryDirectory() as folder:
        out, said = Path(folder), io.StringIO()
        settings = {
            "extensions": EXTENSIONS,
            **(MATHML if has_mathml else {}),
            "include_patterns": [f"{one}.md" for one in documents],
            "root_doc": documents[0],
            "source_suffix": {".md": "markdown"},  # Sphinx's own is one for all builds of a process
            "html_theme": "basic",
            **settings_of(root),
        }
        places = (str(root), None, str(out), str(out / "doctrees"))
        app = Sphinx(*places, "html", settings, status=None, warning=said, freshenv=True)
        app.lab_translations = {}
        app.lab_renderer = Figures
        app.connect("source-read", keep_questions)
        app.build()
        lines = strip_colors(said.getvalue()).replace(f"{root}/", "").splitlines()
        troubles = [line for line in lines if TROUBLE.search(line)]
        if troubles:
            raise ExportError("\n".join(troubles))
        questions = with_pictures(listing.read(out))
        return questions, {path.name: path.read_bytes() for path in out.glob("_images/*")}


def settings_of(root):
    """Return which of MyST's marks the book's sources use, and which folders hold none."""
    book = yaml.safe_load((root / "_config.yml").read_text(encoding="utf-8"))
    return {
        "myst_enable_extensions": book["parse"]["myst_enable_extensions"],
        "exclude_patterns": book["exclude_patterns"],
    }


def open_questions(root, path):
    """Return "path:line" for each question of a chapter that nothing closes before the next part begins."""
    text = (root / path).read_text(encoding="utf-8")
    return [
        f"{path}:{text.count(chr(10), 0, question.start()) + 1}"
        for question in FENCE.finditer(text)
        if question["end"] is None or f"\n{question['fence']}{{" in question.group()
    ]


def keep_questions(app, docname, source):
    """Blank out every line of a chapter that is outside its questions."""
    text, kept, end = source[0], [], 0
    for question in FENCE.finditer(text):
        kept += ["\n" * text.count("\n", end, question.start()), question.group()]
        end = question.end()
    source[0] = "".join(kept)


def with_pictures(data):
    """Return data whose HTML looks for pictures where an export lays them."""
    if isinstance(data, dict):
        return {name: with_pictures(value) for name, value in data.items()}
    if isinstance(data, list):
        return [with_pictures(one) for one in data]
    return PICTURE.sub(f'src="{PICTURES}', data) if isinstance(data, str) else data
