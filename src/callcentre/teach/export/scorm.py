"""A SCORM 1.2 package: a page with the questions for each quiz, which reports score and completion.

The questions are those of the book's pages, with the same script. Tasks in words stay out, since a platform
marks none of them.
"""

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...page import bundle
from ...page.frame_words import question_words
from ...page.node import ToolMissing, find_packages
from ...page.questions.markup import question_html
from . import COURSE
from .elements import document, element
from .packing import zipped
from .sources import PICTURES, ExportError

PACKAGE = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
SCRIPT, STYLE = "questions.js", "questions.css"
TEMPLATES = Environment(
    loader=PackageLoader("callcentre.teach.export", "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def write(quizzes, pictures, root):
    """Return a package.

    Parameters
    ----------
    quizzes : list of Quiz
        With formulas as MathML, which a browser draws by itself.
    pictures : dict
        Bytes by name.
    root : pathlib.Path
        The course's folder, which holds the npm packages.

    Returns
    -------
    bytes

    Raises
    ------
    ExportError
        If the page's script cannot be made; the message says what is missing.
    """
    shared = {**made_by_esbuild(root), **{PICTURES + name: content for name, content in pictures.items()}}
    pages = {f"{quiz.name}.html": page(quiz).encode() for quiz in quizzes}
    return zipped({"imsmanifest.xml": document(manifest(quizzes, list(shared))), **pages, **shared})


def made_by_esbuild(root):
    """Return the page's script and its style sheet."""
    try:
        packages = find_packages(root)
        script = bundle.esbuild(packages, bundle.SCRIPTS / "scorm" / "scorm.mjs", "--format=iife", "--minify")
        style = bundle.esbuild(packages, bundle.PAGE / bundle.STYLE_NAME, "--minify")
    except ToolMissing as missing:
        raise ExportError(str(missing)) from None
    return {SCRIPT: script.encode(), STYLE: style.encode()}


def page(quiz):
    # Objectives are numbered in their chapter, which is not here.
    words = {**question_words(), "objective": ""}
    questions = [Markup(question_html(question, words, 2)) for question in quiz.questions]
    return TEMPLATES.get_template("questions.html").render(quiz=quiz, questions=questions)


def manifest(quizzes, shared):
    """Return the list of pages, each graded by itself, with the files that all of them need."""
    items = [
        element(
            "item",
            {"identifier": f"item-{quiz.name}", "identifierref": f"page-{quiz.name}"},
            element("title", {}, quiz.title),
        )
        for quiz in quizzes
    ]
    organization = element("organization", {"identifier": "contents"}, element("title", {}, COURSE), *items)
    return element(
        "manifest",
        {"identifier": "callcentre-questions", "version": "1.0", "xmlns": PACKAGE, "xmlns:adlcp": ADL},
        element("metadata", {}, element("schema", {}, "ADL SCORM"), element("schemaversion", {}, "1.2")),
        element("organizations", {"default": "contents"}, organization),
        element("resources", {}, *[part(quiz, shared) for quiz in quizzes]),
    )


def part(quiz, shared):
    path = f"{quiz.name}.html"
    attributes = {
        "identifier": f"page-{quiz.name}",
        "type": "webcontent",
        "adlcp:scormtype": "sco",
        "href": path,
    }
    return element("resource", attributes, *[element("file", {"href": one}) for one in [path, *shared]])
