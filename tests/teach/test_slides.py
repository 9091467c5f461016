"""Slides of a chapter: each heading, questions before answers, labs alive, and nothing from elsewhere."""

import re
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

from callcentre.teach.__main__ import main
from callcentre.teach.slides import command

sys.path.insert(0, str(Path(__file__).parents[1] / "page"))

import chromium  # noqa: E402

ROOT = Path(__file__).parents[2]
CHAPTER = "outsourcing"
SOURCE = (ROOT / "book" / f"{CHAPTER}.md").read_text(encoding="utf-8")


def slides(*words):
    return main(["--root", str(ROOT), "slides", *map(str, words)])


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Return the folder with the slides of one chapter."""
    folder = tmp_path_factory.mktemp("slides") / "out"
    assert slides(CHAPTER, "--out", folder) == 0
    return folder


@pytest.fixture(scope="module")
def deck(made):
    return BeautifulSoup((made / "book" / f"{CHAPTER}.html").read_text(encoding="utf-8"), "html.parser")


def titles(deck):
    return [slide.find("h2").get_text() for slide in deck.select(".slides > section > section")]


def plain(text):
    return text.replace("’", "'")


def test_each_heading_of_the_source_has_a_slide_in_its_order(deck):
    wanted = [plain(words) for words in re.findall(r"^#{1,4} (.*)$", SOURCE, re.MULTILINE)]
    found = list(dict.fromkeys(plain(words) for words in titles(deck)))
    assert wanted
    assert [words for words in found if words in wanted] == wanted


def test_each_question_stands_before_its_answer_which_comes_one_key_later(deck):
    asked = re.findall(r"^`{3,}\{(?:question|exercise)\} (.*)$", SOURCE, re.MULTILINE)
    by_title = dict(zip(titles(deck), deck.select(".slides > section > section"), strict=True))
    assert len(asked) >= 6
    for title in asked:
        slide = by_title[title.replace("'", "’")]
        shown = [one for one in slide.find_all(recursive=False) if one.name != "aside"]
        assert "fragment" in shown[-1]["class"], title
        assert shown[-1].get_text(strip=True)
        assert not [one for one in shown[:-1] if one.select(".fragment, [data-right]")]


def test_the_speaker_has_the_whole_text_and_the_slide_its_first_sentence(deck):
    slide = deck.select(".slides > section > section")[titles(deck).index("What firms usually hand over")]
    notes = slide.find("aside").extract().get_text()
    assert "Now let a vendor answer for ten such firms on one floor" in notes
    assert "Take ten calls an hour at night, of five minutes each." in slide.get_text()
    assert "Now let a vendor answer" not in slide.get_text()


def test_each_lab_is_there_in_a_page_of_its_own(made, deck):
    labs = re.findall(r"^`{3,}\{lab\} (.*)$", SOURCE, re.MULTILINE)
    frames = [frame["src"] for frame in deck.find_all("iframe")]
    assert len(frames) == len(labs) > 0
    for name, address in zip(labs, frames, strict=True):
        page = BeautifulSoup((made / "book" / address).read_text(encoding="utf-8"), "html.parser")
        assert [lab["data-lab"] for lab in page.find("article").select("[data-lab]")] == [name]


def test_nothing_is_loaded_from_elsewhere_and_all_that_is_loaded_is_there(made):
    for path in (made / "book").glob("*.html"):
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        loaded = [tag.get("src") or tag.get("href") for tag in page.select("[src], link[href]")]
        assert loaded
        for address in loaded:
            assert not re.match(r"(?:https?:)?//", address), address
            if not address.startswith("data:"):
                assert (path.parent / address.partition("?")[0].partition("#")[0]).is_file(), address
    for path in (made / "reveal").glob("*.css"):
        assert not re.search(r"url\((?!['\"]?data:)|@import", path.read_text(encoding="utf-8"))


def test_no_script_of_the_slides_stops(made):
    """The deck, with its labs, and each lab's page by itself."""
    errors = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        for path in sorted((made / "book").glob("*.html")):
            tab = browser.new_page()
            tab.on("pageerror", lambda error, name=path.name: errors.append(f"{name}: {error}"))
            tab.goto(path.as_uri())
            frame = tab.frames[-1]
            frame.wait_for_selector("[data-lab][data-state=live]", state="attached")
            tab.close(run_before_unload=True)
        browser.close()
    assert errors == []


def test_without_chromium_no_handout_is_promised(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(command.shutil, "which", lambda name: None)
    assert slides(CHAPTER, "--out", tmp_path / "out", "--pdf") == 1
    assert "--pdf needs Chromium, and none of these is there" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_where_chromium_prints_nothing_what_is_there_stays_as_it_is(tmp_path, monkeypatch, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / f"{CHAPTER}.pdf").write_text("of last year", encoding="utf-8")
    monkeypatch.setattr(command.shutil, "which", lambda name: "true")
    assert slides(CHAPTER, "--out", out, "--pdf", "--overwrite") == 1
    assert "true printed nothing of" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == [f"{CHAPTER}.pdf"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("chapter", "out", "message"),
    [
        ("outsorcing", "out", "outsorcing is no chapter; there are: "),
        (CHAPTER, ".", "holds files: name a new folder"),
        (CHAPTER, "mine.txt", "mine.txt is a file: name a folder"),
        (CHAPTER, "mine.txt/sub/out", "mine.txt, which is a file: name another place"),
    ],
)
def test_a_wrong_command_is_answered_in_a_sentence(chapter, out, message, tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert slides(chapter, "--out", tmp_path / out) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert message in line
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("out", [".", "..", "new"])
def test_outside_a_course_and_over_one_no_slides_are_made(out, tmp_path, capsys, monkeypatch):
    folder = tmp_path / "course"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert main(["slides", CHAPTER, "--out", out, "--overwrite"]) == 1
    wanted = (
        f"{folder} holds no chapters: name the course's folder with --root\n"
        if out == "new"
        else f"--out {out} is the course's own folder, or holds it: name a new folder\n"
    )
    assert capsys.readouterr().err == wanted
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_a_chapter_may_be_named_as_its_page_or_its_file(ending, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(command, "write", lambda root, chapter, out: out / chapter)
    assert slides(f"{CHAPTER}{ending}", "--out", tmp_path / "out") == 0
    assert f"Slides: {tmp_path / 'out' / CHAPTER}. S" in capsys.readouterr().out
