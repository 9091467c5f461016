"""The command ``slides``."""

import argparse
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from bs4 import BeautifulSoup
from jinja2 import Environment, PackageLoader, StrictUndefined

from .. import course_folder, new_folder, option_types
from ..assign import site
from ..trouble import Trouble
from . import deck

TEMPLATES = Environment(
    loader=PackageLoader("callcentre.teach.slides", "pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
OWN = ("slides.css", "start.js")
REVEAL = "node_modules/reveal.js"
OF_REVEAL = ("dist/reveal.css", "dist/reveal.js", "dist/plugin/notes.js", "LICENSE")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
SECONDS = 180
AROUND = """
.bd-sidebar-primary, .bd-sidebar-secondary, .bd-header, .bd-header-article, footer { display: none!important }
.bd-main .bd-content .bd-article-container, .bd-article { max-width: none; padding: 0 !important }
.callcentre-lab { margin: 0 !important; width: auto !important }
"""
# Of a page without headings: where the theme's script looks for each, and the script that notes the last read
NEEDS_HEADINGS = "#pst-page-toc-nav, script[src*='callcentre-page.js']"
SAID = ("Slides: {}. S shows the speaker's notes, O all slides.", "Handout: {}")
SLIDES = """Make slides of a chapter of the built book, for reveal.js, with local files only.

Headings are slides; what is long is the speaker's notes, which the key S shows. Questions come before their
answers, labs are alive.
"""
EXAMPLE = """example:
  callcentre teach slides outsourcing --out slides --pdf
"""


def add(commands):
    """Add the command to a command line."""
    command = commands.add_parser(
        "slides",
        help="make slides of a chapter, with labs and notes",
        description=SLIDES,
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.add_argument("chapter", type=option_types.name, metavar="CHAPTER", help="such as outsourcing")
    command.add_argument("--out", required=True, type=Path, metavar="DIR", help="a new folder")
    command.add_argument("--pdf", action="store_true", help="a handout too, printed by Chromium")
    command.add_argument("--overwrite", action="store_true", help="write into a folder that holds files")
    command.set_defaults(act=make_slides)


def make_slides(options):
    """Make the slides, and say where they are."""
    out = options.out
    if trouble := new_folder.trouble_with(out, options.overwrite, options.root):
        return [trouble]
    browser = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if options.pdf and not browser:
        return [f"--pdf needs Chromium, and none of these is there: {', '.join(CHROMIUM)}"]
    with new_folder.beside(out.resolve()) as folder:
        fresh = Path(folder)
        made = [write(options.root.resolve(), options.chapter, fresh)]
        if options.pdf:
            made.append(printed(browser, made[0], fresh / f"{options.chapter}.pdf"))
        files = [path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file()]
        new_folder.put(fresh, out, files)
    for words, path in zip(SAID, made, strict=False):
        print(words.format(out / path.relative_to(fresh)))
    return 0


def check(root, chapter):
    """Return the built page of a chapter, and the folder of reveal.js.

    Raises
    ------
    Trouble
        If there is no such chapter, it is not built, or reveal.js is not installed.
    """
    known = sorted(path.stem for path in (root / "book").glob("*.md"))
    if chapter not in course_folder.need(known, "chapters", root):
        raise Trouble(f"{chapter} is no chapter; there are: {', '.join(known)}")
    built, reveal = root / site.BUILT / "book" / f"{chapter}.html", root / REVEAL
    if not built.is_file():
        raise Trouble(f"{built} is not there: build the book with make book")
    if not reveal.is_dir():
        raise Trouble(f"{reveal} is not there: install it with make setup")
    return built, reveal


def write(root, chapter, out):
    """Write a chapter's slides and what they need; return the path of their page.

    Raises
    ------
    Trouble
        As `check` does.
    """
    built, reveal = check(root, chapter)
    site.copy_folders(root, out)
    for name in OF_REVEAL:
        site.copy(reveal / name, out / "reveal" / Path(name).name)
    for name in OWN:
        site.copy(Path(__file__).parent / "pages" / name, out / "reveal" / name)
    text = site.without_lost_links(built.read_text(encoding="utf-8"), f"book/{chapter}.html", set())
    article = BeautifulSoup(text, "html.parser").find("article")
    labs = []

    def lab_page(section):
        labs.append(section["id"])
        return f"{chapter}-lab-{len(labs)}.html"

    stacks = deck.slides(article, lab_page)
    (out / "book").mkdir(exist_ok=True)
    for number, name in enumerate(labs, start=1):
        (out / "book" / f"{chapter}-lab-{number}.html").write_text(lab_alone(text, name), encoding="utf-8")
    page = out / "book" / f"{chapter}.html"
    made = TEMPLATES.get_template("deck.html").render(title=stacks[0][0].title, stacks=stacks)
    page.write_text(made, encoding="utf-8")
    return page


def lab_alone(text, name):
    """Return a built page in which nothing is left to see but one lab."""
    soup = BeautifulSoup(text, "html.parser")
    lab = soup.find(id=name).extract()
    article = soup.find("article")
    article.clear()
    article.append(lab)
    for lost in soup.select(NEEDS_HEADINGS):
        lost.decompose()
    hidden = soup.new_tag("style")
    hidden.string = AROUND  # out of sight only: the theme's scripts look for it
    soup.head.append(hidden)
    return str(soup)


def printed(browser, page, path):
    """Print slides with Chromium; return the path of the PDF.

    Raises
    ------
    Trouble
        If Chromium prints nothing.
    """
    with TemporaryDirectory() as profile:
        words = [browser, "--headless", "--disable-gpu", "--no-first-run", f"--user-data-dir={profile}"]
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            words.append("--no-sandbox")  # Chromium refuses its own wall to the system's administrator
        words += ["--no-pdf-header-footer", "--virtual-time-budget=20000", f"--print-to-pdf={path.resolve()}"]
        try:
            subprocess.run(
                [*words, f"{page.resolve().as_uri()}?print-pdf"],
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Trouble(f"{browser} did not print {page.name} within {SECONDS} seconds") from None
    if not path.is_file():
        raise Trouble(f"{browser} printed nothing of {page.name}")
    return path
