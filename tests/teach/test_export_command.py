"""The command: what it writes where, and what it says of a mistake."""

import importlib.util
import re
import zipfile
from pathlib import Path

import pytest

from callcentre.teach.__main__ import main, parser
from callcentre.teach.export import choosing, sources

ROOT = Path(__file__).parents[2]
CLOSING = "```\n"
EXAMPLE = re.compile(r"^ *callcentre teach (export .*)$", re.MULTILINE)

spec = importlib.util.spec_from_file_location("export_course", Path(__file__).parent / "export_course.py")
export_course = importlib.util.module_from_spec(spec)
spec.loader.exec_module(export_course)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    return export_course.lay(tmp_path_factory.mktemp("course"))


@pytest.fixture
def export(course, tmp_path, monkeypatch):
    """Return a function that runs the command in an empty folder and returns its exit code."""
    monkeypatch.chdir(tmp_path)
    return lambda *words: main(["--root", str(course), "export", *words])


def test_a_file_is_written_where_it_was_asked_for(export, capsys):
    assert export("--to", "moodle", "every-kind", "--out", "new/questions.xml") == 0
    assert Path("new/questions.xml").read_text(encoding="utf-8").startswith("<?xml")
    assert "Prüfung & Übung: 1 < 2 (questions: 5)\nwritten: new/questions.xml\n" in capsys.readouterr().out


def test_in_a_folder_a_file_is_named_for_what_it_holds(export):
    assert export("--to", "cartridge", "every-kind", "--out", "here", "--site", "https://example.org") == 0
    assert zipfile.ZipFile("here/every-kind.imscc").testzip() is None


def test_a_name_whose_questions_all_stand_elsewhere_is_told(export, capsys, monkeypatch):
    monkeypatch.setattr("callcentre.teach.export.scorm.write", lambda *given: b"a package")
    assert export("--to", "scorm", "every-kind", "agents", "--out", "x.zip") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "agents: left out, since all its questions are in those before"


def test_where_the_npm_packages_are_missing_a_package_of_scorm_is_refused(export, capsys):
    assert export("--to", "scorm", "every-kind", "--out", "x.zip") == 1
    assert "npm packages" in capsys.readouterr().err and not Path("x.zip").exists()


def test_nothing_is_overwritten_unasked(export, capsys):
    Path("there.zip").write_text("mine", encoding="utf-8")
    assert export("--to", "canvas", "every-kind", "--out", "there.zip") == 1
    assert capsys.readouterr().err == "there.zip is there already; --force writes over it\n"
    assert Path("there.zip").read_text(encoding="utf-8") == "mine"
    assert export("--to", "canvas", "every-kind", "--out", "there.zip", "--force") == 0
    assert zipfile.is_zipfile("there.zip")


def test_a_file_where_a_folder_would_be_is_told(export, capsys):
    Path("in-the-way").write_text("mine", encoding="utf-8")
    assert export("--to", "canvas", "every-kind", "--out", "in-the-way/sub/x.zip") == 1
    said = capsys.readouterr().err
    in_the_way = Path("in-the-way").resolve()
    assert (
        said == f"--out in-the-way/sub/x.zip would lie in {in_the_way}, which is a file: name another place\n"
    )


def test_a_file_that_cannot_be_written_leaves_the_one_that_is_there(export, capsys, monkeypatch):
    Path("there.xml").write_text("mine", encoding="utf-8")

    def is_full(path, content):
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", is_full)
    assert export("--to", "moodle", "every-kind", "--out", "there.xml", "--force") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("cannot be read or written: No space left on device")
    assert [path.name for path in Path().iterdir()] == ["there.xml"]
    assert Path("there.xml").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("ending", [".html", ".md"])
def test_a_chapter_may_be_named_as_its_page_or_its_file(export, ending):
    assert export("--to", "canvas", f"every-kind{ending}", "--out", "here") == 0
    assert zipfile.is_zipfile("here/every-kind-canvas.zip")


def test_a_wrong_name_is_told_with_what_there_is(export, capsys):
    assert export("--to", "qti21", "every-kind", "no-question", "../x", "--out", "x.zip") == 1
    said = capsys.readouterr().err
    assert said == "there is no unit or chapter no-question, ../x\nunits: agents\nchapters: every-kind\n"
    assert not Path("x.zip").exists()


def test_a_folder_that_is_no_course_is_told(tmp_path, capsys):
    words = ["--root", str(tmp_path), "export", "--to", "moodle", "cost", "--out", str(tmp_path / "x.xml")]
    assert main(words) == 1
    assert "holds no chapters: name the course's folder with --root" in capsys.readouterr().err


def test_a_site_is_for_a_cartridge(export, capsys):
    assert export("--to", "moodle", "every-kind", "--out", "x.xml", "--site", "https://example.org") == 1
    assert "moodle has none" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--to", "word"], ["--to", "cartridge", "--site", "example.org"]])
def test_a_wrong_command_ends_with_2_and_names_what_is_wrong(export, capsys, words):
    with pytest.raises(SystemExit) as ended:
        export(*words, "every-kind", "--out", "x.xml")
    assert ended.value.code == 2
    assert words[-1] in capsys.readouterr().err


def test_help_and_the_instructors_page_print_commands_that_the_command_line_takes(export, capsys):
    with pytest.raises(SystemExit):
        export("--help")
    page = (ROOT / "book" / "for-instructors.md").read_text(encoding="utf-8")
    printed = [EXAMPLE.findall(text) for text in (capsys.readouterr().out, page)]
    assert [len(lines) for lines in printed] == [2, 2]
    for line in printed[0] + printed[1]:
        options = parser().parse_args(line.split())
        choosing.Course(ROOT).check(options.names)


def test_a_broken_source_is_told_without_a_traceback(tmp_path, capsys):
    root = export_course.lay(tmp_path / "course")
    path = root / "book" / "every-kind.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace(":kind: order", ":kind: odour"), encoding="utf-8"
    )
    words = ["--to", "moodle", "every-kind", "--out", str(tmp_path / "x.xml")]
    assert main(["--root", str(root), "export", *words]) == 1
    assert "question order: kind must be one of" in capsys.readouterr().err


@pytest.mark.parametrize("title", ["Together", "Several"])
def test_a_question_that_is_not_closed_is_named_with_its_line(title, tmp_path, capsys):
    """The last of a chapter, after which nothing is asked, and one that would swallow the next."""
    root = export_course.lay(tmp_path / "course")
    path = root / "book" / "every-kind.md"
    before, after = path.read_text(encoding="utf-8").split(f"{{question}} {title}\n")
    path.write_text(f"{before}{{question}} {title}\n{after.replace(CLOSING, '', 1)}", encoding="utf-8")
    line = before.count("\n") + 1
    words = ["--to", "moodle", "every-kind", "--out", str(tmp_path / "x.xml")]
    assert main(["--root", str(root), "export", *words]) == 1
    said = capsys.readouterr().err
    assert said == f"book/every-kind.md:{line}: the question that begins here is not closed\n"
    assert not (tmp_path / "x.xml").exists()
    with pytest.raises(sources.ExportError, match=f"every-kind.md:{line}: "):
        sources.read(root, ["every-kind"])
