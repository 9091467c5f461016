"""The book to keep: one page that holds all, a PDF of it, a packed site, and the links to what is there."""

import re
import zipfile

import pytest
import yaml
from bs4 import BeautifulSoup
from built_site import BUILT

from callcentre.page import keep
from callcentre.page.whole_book import SOLUTIONS, make_pdf, one_page, parts_of

CONTENTS = {
    "root": "book/index",
    "parts": [
        {"caption": "Numbers & more", "chapters": [{"file": "book/arrivals"}, {"file": "notebooks/risk"}]}
    ],
}


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    path = tmp_path_factory.mktemp("contents") / "_toc.yml"
    path.write_text(yaml.safe_dump(CONTENTS), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("page", "sheet"),
    [
        ("book/load-and-the-erlang", "katex/katex.min.css"),
        ("notebooks/risk", "callcentre.css"),
        ("exercises/cost/cost", "callcentre-exercises.css"),
    ],
)
def test_the_whole_book_has_the_style_of_each_kind_of_page(site, page, sheet):
    soup = BeautifulSoup(one_page(BUILT, [["", ["book/index"]], ["One", [page]]]), "html.parser")
    sheets = [link["href"] for link in soup.find_all("link", rel="stylesheet")]
    assert [one.partition("_static/")[2] for one in sheets].count(sheet) == 1
    assert all((BUILT.parent / one).is_file() for one in sheets)


@pytest.fixture(scope="module")
def whole(site, contents):
    return BeautifulSoup(one_page(BUILT, parts_of(contents)), "html.parser")


def test_links_within_the_book_lead_within_the_page(whole):
    ids = {element["id"] for element in whole.find_all(id=True)}
    links = [link["href"] for link in whole.find_all("a", href=True)]
    inner = {link[1:] for link in links if link.startswith("#")}
    assert "notebooks-risk" in ids
    own = {link for link in inner if link.startswith(("book-index", "book-arrivals--", "notebooks-risk"))}
    assert own and sorted(own - ids) == []
    assert [link for link in links if not re.match("#|https?:|mailto:", link)] == []
    for picture in whole.find_all("img"):
        assert (BUILT.parent / picture["src"]).is_file()


def test_solutions_and_answers_stand_at_the_end_only(whole):
    text = whole.get_text(" ")
    before, after = text.split(SOLUTIONS)
    for answer in ("They were offered, and not answered.", "There is no one answer."):
        assert answer not in before and answer in after
    assert whole.find("script") is None


def test_headings_are_ranked_below_their_parts(whole):
    ranks = [int(heading.name[1]) for heading in whole.find_all(re.compile("^h[1-6]$"))]
    assert max(after - before for before, after in zip(ranks, ranks[1:], strict=False)) <= 1
    assert [heading.get_text() for heading in whole.find_all("h1")] == ["Numbers & more", SOLUTIONS]


@pytest.mark.long
def test_the_pdf_has_bookmarks_and_tags(contents, chromium_path, site, tmp_path):
    target = tmp_path / "book.pdf"
    make_pdf(BUILT, contents, chromium_path, target)
    content = target.read_bytes()
    assert b"/StructTreeRoot" in content and b"/Outlines" in content
    assert len(content) < 10_000_000


def test_the_front_page_links_to_what_is_there_and_a_packed_one_to_nothing(site, tmp_path, monkeypatch):
    front = (BUILT / keep.FRONT).read_text(encoding="utf-8")
    folder = tmp_path / "html"
    (folder / "book").mkdir(parents=True)
    (folder / keep.FRONT).write_text(keep.offer(front, {}), encoding="utf-8")
    assert keep.ZIP not in (folder / keep.FRONT).read_text(encoding="utf-8")
    for _ in range(2):
        assert keep.main("zip", folder) == 0
    linked = (folder / keep.FRONT).read_text(encoding="utf-8")
    assert linked.count(keep.ZIP) == 1 and keep.PDF not in linked
    with zipfile.ZipFile(folder / keep.ZIP) as packed:
        assert packed.namelist() == ["callcentre/book/index.html"]
        assert keep.ZIP not in packed.read("callcentre/book/index.html").decode("utf-8")


def test_a_wrong_request_is_told(tmp_path):
    assert "got 'epub'" in keep.main("epub", tmp_path)
    assert "There is no built book" in keep.main("zip", tmp_path)
