"""The built site holds together: links, sections, pictures, headings, and nothing from elsewhere."""

import ast
import json
import random
import re

import chapters
import pytest
import site_pages as site
import yaml
from pybtex.database import parse_file

from callcentre import labs
from callcentre.model import typology

SECTION = re.compile(r"([a-z0-9-]+)#([a-z0-9-]+)")
CITED = re.compile(r"\{cite(?::[a-z]+)?\}`([^`]+)`")
ASKED = re.compile(r"^:label: (ex-\S+)$", re.MULTILINE)
ANSWERED = re.compile(r"^`{3,}\{solution\} (\S+)\n(?::label: \S+\n)?:class: dropdown$", re.MULTILINE)

FOR_PRINT = "#jb-print-docs-body"  # where the theme repeats the title, for paper only


@pytest.fixture(scope="module", autouse=True)
def built():
    assert (site.SITE / "book").is_dir(), "the book is not built: make book"


@pytest.fixture(scope="module")
def pages():
    return site.paths()


def written(pages):
    """Return the pages that have a source: no index or search page."""
    return [path for path in pages if path.startswith(("book/", "notebooks/", "exercises/"))]


def test_every_internal_link_leads_somewhere(pages):
    addresses = {
        (path, link["href"]) for path in pages for link in site.page(path).find_all(["a", "area"], href=True)
    }
    assert len(addresses) > 100
    assert [wrong for path, address in sorted(addresses) if (wrong := site.broken(path, address))] == []


def test_everything_a_page_loads_is_there(pages):
    wrong = {site.broken(path, address) for path in pages for address in site.loaded(path)}
    assert sorted(wrong - {None}) == []


def test_no_page_loads_anything_from_elsewhere(pages):
    found = {(path, address) for path in pages for address in site.loaded(path) if site.is_elsewhere(address)}
    assert sorted(found) == []


def test_no_style_sheet_or_inline_style_loads_anything_from_elsewhere(pages):
    elsewhere = re.compile(r"(?:url\(\s*|@import\s+)[\"']?\s*(?:https?:)?//[^\"')\s]+")
    texts = {str(file): file.read_text(encoding="utf-8") for file in site.SITE.rglob("*.css")}
    for path in pages:
        page = site.page(path)
        styles = [style.get_text() for style in page.find_all("style")]
        texts[path] = " ".join(styles + [each["style"] for each in page.find_all(style=True)])
    assert {name: elsewhere.findall(text) for name, text in texts.items() if elsewhere.search(text)} == {}


def test_every_picture_has_words(pages):
    pictures = [(path, picture) for path in pages for picture in site.page(path).find_all("img")]
    assert pictures
    without = [
        (path, picture.get("src"))
        for path, picture in pictures
        if not picture.get("alt", "").strip() and picture.get("aria-hidden") != "true"
    ]
    assert without == []


def test_every_page_has_one_heading_of_the_first_rank(pages):
    counts = {path: len(site.page(path).select(f"h1:not({FOR_PRINT} h1)")) for path in written(pages)}
    assert {path: count for path, count in counts.items() if count != 1} == {}


def test_headings_skip_no_rank(pages):
    skipped = []
    for path in written(pages):
        before = 0
        for heading in site.page(path).find("article").find_all(re.compile("^h[1-6]$")):
            rank = int(heading.name[1])
            if rank > before + 1:
                skipped.append((path, heading.get_text(strip=True)))
            before = rank
    assert skipped == []


def test_no_page_uses_an_id_twice(pages):
    twice = []
    for path in pages:
        ids = [element["id"] for element in site.page(path).find_all(id=True)]
        twice += [(path, name) for name in sorted(set(ids)) if ids.count(name) > 1]
    assert twice == []


def test_every_page_says_its_language_and_what_it_is_about(pages):
    for path in pages:
        page = site.page(path)
        assert page.html.get("lang") == "en", path
        assert page.title.get_text(strip=True), path
        assert page.find("meta", attrs={"name": "description"})["content"].strip(), path


def test_the_sites_bare_address_leads_to_the_front_page_and_says_what_it_is():
    page = site.page("index.html")
    assert page.find("meta", attrs={"http-equiv": "Refresh"})["content"] == "0; url=book/index.html"
    assert page.find("meta", property="og:title")["content"] == page.title.get_text()


def test_every_chapter_has_a_description_of_its_own():
    described = {}
    for name in chapters.names():
        found = re.search(r'^ +"description lang=en": (.+)$', chapters.source(name), re.MULTILINE)
        assert found, f"book/{name}.md has no description: give it html_meta"
        described.setdefault(found.group(1), []).append(name)
    assert [names for names in described.values() if len(names) > 1] == []


def references_in_code():
    """Return (page, section) for each reference that stands as a whole in the model's or a lab's source."""
    literals = [
        node.value
        for folder in ("model", "labs")
        for path in (chapters.ROOT / "src/callcentre" / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return {found.groups() for literal in literals if (found := SECTION.fullmatch(literal))}


def references_of_views(draw_values):
    """Return (page, section) for each reference in the labs' views of a hundred drawn scenarios."""
    chance = random.Random(1)
    found = set()
    for lab in labs.all():
        for _ in range(100 if lab.name == "classify" else 5):
            request = {"lab": lab.name, "values": draw_values(lab, chance)}
            notes = json.loads(labs.answer(json.dumps(request))).get("view", {"notes": []})["notes"]
            found |= {tuple(note["reference"].split("#")) for note in notes if note["reference"]}
    return found


def references_of_answers():
    """Return (page, section) for each answer of the typology."""
    answers = typology.SOURCING + typology.DIRECTION + typology.FORMALITY
    return {tuple(typology.section_of(answer).split("#")) for answer in answers}


def test_every_section_a_lab_sends_readers_to_is_in_the_book(draw_values):
    references = references_in_code() | references_of_views(draw_values) | references_of_answers()
    assert len(references) > 10
    missing = [
        f"{page}#{section}"
        for page, section in sorted(references)
        if not (site.SITE / "book" / f"{page}.html").is_file()
        or section not in site.anchors(f"book/{page}.html")
    ]
    assert missing == []


def listed():
    """Return the files of the table of contents, without their endings."""
    contents = yaml.safe_load((chapters.ROOT / "_toc.yml").read_text(encoding="utf-8"))
    files = [entry["file"] for part in contents["parts"] for entry in part["chapters"]]
    return [contents["root"], *files]


def test_no_chapter_or_notebook_is_left_out_of_the_contents():
    folders = ("book/*.md", "notebooks/*.ipynb", "exercises/*/*.ipynb")
    there = {
        path.relative_to(chapters.ROOT).with_suffix("").as_posix()
        for folder in folders
        for path in chapters.ROOT.glob(folder)
    }
    assert sorted(there) == sorted(listed())


def test_every_chapter_of_the_contents_is_a_page(pages):
    assert [name for name in listed() if f"{name}.html" not in pages] == []


def cited():
    """Return (file, key) for each work cited in a chapter or a notebook."""
    files = [
        *chapters.BOOK.glob("*.md"),
        *chapters.ROOT.glob("notebooks/*.ipynb"),
        *chapters.ROOT.glob("solutions/*/*.ipynb"),
    ]
    return {
        (path.name, key.strip())
        for path in files
        for keys in CITED.findall(path.read_text(encoding="utf-8"))
        for key in keys.split(",")
    }


def test_every_work_cited_is_in_the_bibliography_and_every_work_in_it_is_cited():
    known = parse_file(str(chapters.BOOK / "references.bib")).entries
    found = cited()
    assert sorted((name, key) for name, key in found if key not in known) == []
    assert sorted(set(known) - {key for _, key in found}) == []


def test_every_work_in_the_bibliography_is_printed():
    text = site.page("book/sources.html").find("article").get_text(" ")
    for entry in parse_file(str(chapters.BOOK / "references.bib")).entries.values():
        assert entry.fields["year"] in text
        assert entry.persons["author"][0].last_names[0].strip("{}") in text


def test_every_glossary_term_is_defined_with_its_french():
    article = site.page("book/glossary.html").find("article")
    definitions = article.select("dl.glossary")[0].find_all("dd", recursive=False)
    assert len(definitions) > 80
    for definition in definitions:
        french = definition.find("em")
        term = definition.find_previous_sibling("dt").get_text(strip=True)
        assert french, f"{term} has no French term in italics"
        own_words = definition.get_text(" ", strip=True).replace(french.get_text(strip=True), "", 1)
        assert len(own_words.split()) >= 5, f"{term} is hardly defined: {own_words!r}"


def exercises():
    """Return (page, exercise labels, labels answered) for each chapter that asks questions."""
    found = []
    for name in chapters.names():
        text = chapters.source(name)
        asked = re.findall(r"^:label: (ex-\S+)$", text, re.MULTILINE)
        answered = re.findall(
            r"^`{3,}\{solution\} (\S+)\n(?::label: \S+\n)?:class: dropdown$", text, re.MULTILINE
        )
        if asked or answered:
            found.append((name, asked, answered))
    return found


@pytest.mark.parametrize(("page", "asked", "answered"), exercises(), ids=[page for page, _, _ in exercises()])
def test_every_question_has_a_folded_answer(page, asked, answered):
    assert sorted(asked) == sorted(answered)


TEACHING = [page for page, _, _ in exercises()]


def test_the_chapters_that_teach_are_the_ones_expected():
    assert set(TEACHING) >= {
        "what-a-call-centre-is",
        "inbound-outbound-blended",
        "formal-and-informal",
        "in-house-outsourced-mixed",
        "outsourcing",
        "mixed-solution",
    }


@pytest.mark.parametrize("page", TEACHING)
def test_a_chapter_has_its_rooms(page):
    text = chapters.source(page)
    for room in ("**After this chapter you can**", "**Time:**", "**Builds on:**"):
        assert room in text.split("\n## ")[0], f"book/{page}.md does not open with {room}"
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert headings[0].startswith("A case"), f"book/{page}.md does not begin with a case"
    for room in ("In short", "Questions", "Where to go next"):
        assert room in headings, f"book/{page}.md lacks the section {room}"
    assert re.search(r"case is invented|invented case", text), (
        f"book/{page}.md does not say its case is invented"
    )
    assert "```{figure}" in text or "```{lab}" in text
