"""One command says plainly what no longer fits after a change; each part is tested in its own folder."""

import re
import shlex
import shutil
import subprocess
import sys

import nbformat
import pytest

from callcentre.teach import data_sets
from callcentre.teach.__main__ import main, parser
from callcentre.teach.check import claims, command

PAGE = "four-case-studies"


@pytest.fixture
def course(root, tmp_path):
    """Return a course of one chapter: its claims, and the files of its cases."""
    data_sets.make(tmp_path)
    shutil.copy(root / "book" / f"{PAGE}.md", tmp_path / "book")
    head, *rows = (root / claims.TABLE).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [row for row in rows if row.startswith(PAGE)]
    (tmp_path / claims.TABLE).write_text("".join([head, *kept]), encoding="utf-8")
    return tmp_path


def check(course, *parts):
    return main(["--root", str(course), "check", *parts])


def test_where_all_fits_it_is_said(course, capsys):
    assert check(course, "chapters", "data") == 0
    assert capsys.readouterr().out.endswith("data\n  all fits\nchapters\n  all fits\nAll fits.\n")


def test_a_changed_data_set_is_told_with_each_number_that_it_makes_false(course, capsys):
    path = course / "book/data/case-three-persons.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("\n1,9,", "\n1,9,9"), encoding="utf-8")
    assert check(course, "chapters", "data") == 1
    told = capsys.readouterr().out
    assert "  book/data/case-three-persons.csv is not what src/callcentre/teach/case_data.py makes" in told
    assert re.search(
        r"^  book/four-case-studies.md says 'There were 634 calls[^']*': 634 is now \d{3}$",
        told,
        re.MULTILINE,
    )
    assert re.search(r"^To look at: \d+\.$", told, re.MULTILINE)
    assert str(course) not in told


def test_a_wrong_part_is_answered_with_those_there_are(course, capsys):
    with pytest.raises(SystemExit) as leaving:
        check(course, "numbers")
    assert leaving.value.code == 2
    assert f"must be one of {', '.join(command.PARTS)}, got numbers" in capsys.readouterr().err


def test_help_tells_of_every_part_and_has_examples(capsys):
    with pytest.raises(SystemExit) as leaving:
        main(["check", "--help"])
    assert leaving.value.code == 0
    told = capsys.readouterr().out
    assert re.findall(r"^  ([a-z]+) {2,}\S", told.partition("positional")[0], re.MULTILINE) == list(
        command.PARTS
    )
    assert re.search("^  callcentre teach check$", told, re.MULTILINE)


def test_a_notebook_that_was_not_run_is_told_and_none_is_run_then(new_notebook, tmp_path, monkeypatch):
    path = tmp_path / "a.ipynb"
    nbformat.write(new_notebook("1 + 1", was_run=False), path)
    monkeypatch.setattr(command.running, "stale", None)
    assert command.of_notebooks([path])[0] == f"{path} was never run: python -m callcentre.teach run"


def test_a_notebook_that_is_none_is_told_once_and_those_after_it_are_seen_to(new_notebook, tmp_path):
    paths = [tmp_path / "a.ipynb", tmp_path / "b.ipynb"]
    paths[0].write_text("{", encoding="utf-8")
    nbformat.write(new_notebook("1 + 1", was_run=False), paths[1])
    told = command.of_notebooks(paths)
    assert [trouble.split()[0] for trouble in told] == [str(paths[0]), str(paths[1]), str(paths[1])]


def test_a_question_that_is_not_closed_is_told(root, tmp_path, capsys):
    shutil.copytree(root / "book", tmp_path / "book")
    shutil.copy(root / "_config.yml", tmp_path)
    path = tmp_path / "book" / "outsourcing.md"
    before, begin, question = path.read_text(encoding="utf-8").rpartition("```{question}")
    path.write_text(f"{before}{begin}{question.replace('```' + chr(10), '', 1)}", encoding="utf-8")
    line = before.count("\n") + 1
    assert check(tmp_path, "questions") == 1
    told = f"  book/outsourcing.md:{line}: the question that begins here is not closed\nTo look at: 1.\n"
    assert capsys.readouterr().out.endswith(told)


@pytest.mark.parametrize("page", ["for-instructors", "in-class"])
def test_every_command_that_a_page_for_instructors_prints_is_one(root, page):
    text = (root / "book" / f"{page}.md").read_text(encoding="utf-8")
    printed = re.findall(r"^(?:callcentre teach|python -m callcentre\.teach) (.+)$", text, re.MULTILINE)
    assert printed
    for line in printed:
        parser().parse_args(shlex.split(line))
    targets = re.findall(r"^([a-z-]+):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(re.findall(r"(?:`|^)make ([a-z-]+)", text, re.MULTILINE)) <= set(targets)


def test_the_commands_need_the_books_packages_only_where_they_read_chapters():
    without = "import sys; sys.modules.update(docutils=None, sphinx=None)"
    starts = "from callcentre.teach.__main__ import parser; parser()"
    subprocess.run([sys.executable, "-c", f"{without}; {starts}"], check=True)
