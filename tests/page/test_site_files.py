"""Around the pages: wrong addresses, moved pages, the site's map, cards, the repository's links."""

import json
import re
import shutil
from xml.etree import ElementTree

import pytest
from axe import violations_everywhere
from bs4 import BeautifulSoup
from built_site import BUILT, REDIRECT, ROOT
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

SITE = "https://courses.example/centres/"
REPOSITORY = "https://github.com/someone/centres"
PARTS = [f"callcentre.page.{part}" for part in ("head", "repository", "site_files")]
TEMPLATES = ROOT / "book" / "_templates"
LISTED = ROOT / "tests" / "page" / "addresses.txt"
NOTEBOOK = {
    "cells": [{"cell_type": "markdown", "id": "a", "metadata": {}, "source": ["# A lab"]}],
    "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
TREE = "```{toctree}\nbook/new\nbook/lab\n```\n"
FIRST = "A first paragraph that is long. " * 10


def build(folder, base="", repository="", moved=None):
    """Build a book of two pages; return a function that gives a file of it."""
    (folder / "book").mkdir()
    shutil.copytree(TEMPLATES, folder / "own", ignore=shutil.ignore_patterns("search.html"))
    (folder / "conf.py").touch()
    (folder / "index.md").write_text(f"# Front & page\n\nWhat it is.\n\n{TREE}")
    (folder / "book" / "lab.ipynb").write_text(json.dumps(NOTEBOOK))
    (folder / "book" / "new.md").write_text(f"# New\n\n{FIRST}\n\n```{{run-a-notebook}}\n```\n")
    settings = {
        "extensions": ["myst_nb", *PARTS],
        "source_suffix": {".md": "myst-nb", ".ipynb": "myst-nb"},  # Sphinx's own is one for all builds
        "html_theme": "sphinx_book_theme",
        "html_theme_options": {"repository_url": repository, "repository_branch": "main"},
        "html_baseurl": base,
        "html_title": "A book",
        "moved_pages": moved or {},
        "templates_path": ["own"],
        "nb_execution_mode": "off",
        "author": "Its authors",
        "language": "en",
    }
    Sphinx(folder, folder, folder / "out", folder / "trees", "html", settings, status=None).build()
    return lambda name: (folder / "out" / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def at_home(tmp_path_factory):
    """A site that knows its address and its repository's, with a page that moved."""
    return build(tmp_path_factory.mktemp("home"), SITE, REPOSITORY, {"book/old": "book/new"})


@pytest.fixture(scope="module")
def nowhere(tmp_path_factory):
    """The same site without any address."""
    return build(tmp_path_factory.mktemp("nowhere"))


def head(text):
    """Return what a page's head says: og: properties by name, the description, the structured data."""
    parsed = BeautifulSoup(text, "html.parser")
    card = {one["property"]: one["content"] for one in parsed.find_all("meta", property=True)}
    (description,) = parsed.find_all("meta", attrs={"name": "description"})
    (data,) = parsed.find_all("script", type="application/ld+json")
    return card, description["content"], json.loads(data.string)


def test_a_page_says_what_it_is_in_its_head(at_home):
    card, description, data = head(at_home("book/new.html"))
    assert description == card["og:description"] == data["description"]
    assert FIRST.startswith(description.removesuffix(" …")) and len(description) < 210
    assert card["og:url"] == data["url"] == f"{SITE}book/new.html"
    assert card["og:image"] == f"{SITE}_static/card.png"
    assert data["isPartOf"]["url"] == f"{SITE}index.html"
    assert head(at_home("index.html"))[0]["og:title"] == "Front & page"


def test_without_an_address_no_page_names_one(nowhere):
    card, _, data = head(nowhere("book/new.html"))
    assert "og:url" not in card and "og:image" not in card and "url" not in data
    with pytest.raises(FileNotFoundError):
        nowhere("sitemap.xml")


def test_the_map_names_every_page(at_home):
    tree = ElementTree.fromstring(at_home("sitemap.xml"))
    assert [entry[0].text for entry in tree] == [
        f"{SITE}{page}.html" for page in ("book/lab", "book/new", "index")
    ]


def test_a_page_that_moved_leads_to_where_it_is(at_home, tmp_path):
    assert f'{REDIRECT} content="0; url=new.html"' in at_home("book/old.html")
    with pytest.raises(ExtensionError, match="book/gone must be one"):
        build(tmp_path, moved={"book/old": "book/gone"})


def test_links_of_the_page_for_wrong_addresses_start_from_the_sites_own(at_home, nowhere):
    assert '<base href="/centres/">' in at_home("404.html")
    assert '<base href="/">' in nowhere("404.html")


def test_with_the_repositorys_address_pages_lead_to_it_and_without_it_nowhere(at_home, nowhere, tmp_path):
    with_links, without = at_home("book/new.html"), nowhere("book/new.html")
    for path in ("blob/main/book/new.md", "edit/main/book/new.md", "issues/new"):
        assert f"{REPOSITORY}/{path}" in with_links
    assert f"git clone {REPOSITORY} callcentre" in BeautifulSoup(with_links, "html.parser").get_text()
    binder = "mybinder.org/v2/gh/someone/centres/main?urlpath=lab/tree/book/lab.ipynb"
    assert binder in at_home("book/lab.html")
    assert "git clone" not in without and "mybinder.org" not in nowhere("book/lab.html")
    assert re.findall(r"https://(?!schema\.org|creativecommons\.org|sphinx|pydata)[^\"' ]+", without) == []
    with pytest.raises(ExtensionError, match="must be empty or begin with https://, got 'git@host:x'"):
        build(tmp_path, repository="git@host:x")


def test_a_wrong_address_is_answered_with_a_page_that_leads_on(browser, site):
    with browser.new_context() as context:
        tab = context.new_page()
        failed = []
        tab.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
        assert tab.goto(f"{site}/book/deep/nowhere.html").status == 404
        assert failed == [f"{site}/book/deep/nowhere.html"]
        found = violations_everywhere(tab)
        assert found == dict.fromkeys(found, [])
        tab.locator("article a").nth(2).press("Enter")
        tab.wait_for_url(f"{site}/book/glossary.html")


def test_every_address_that_was_ever_published_still_leads_somewhere():
    listed = LISTED.read_text(encoding="utf-8").split()
    assert [address for address in listed if not (BUILT / address).exists()] == []
    pages = {path.relative_to(BUILT).as_posix() for path in BUILT.glob("*/**/*.html")}
    own = {page for page in pages if page.startswith(("book/", "notebooks/", "exercises/"))}
    assert sorted(own - set(listed)) == [], f"add new pages to {LISTED.name}"
