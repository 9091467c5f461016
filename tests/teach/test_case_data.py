"""The files of the four case studies are what their program draws, and the chapter offers each of them."""

import pytest

from callcentre.teach import case_data


def test_the_files_are_what_the_program_draws(root, monkeypatch):
    monkeypatch.chdir(root)
    assert case_data.main(["--check"]) == 0


def test_a_stale_file_is_named_and_written_anew(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert case_data.main(["--check"]) == 1
    assert case_data.main([]) == 0
    (case_data.FOLDER / "case-bank.csv").write_text("month\n", encoding="utf-8")
    capsys.readouterr()
    assert case_data.main(["--check"]) == 1
    assert capsys.readouterr().out == f"{case_data.FOLDER / 'case-bank.csv'} is out of date\n"


@pytest.mark.parametrize("name", [name for name, _ in case_data.CASES])
def test_the_chapter_offers_each_file(root, name):
    chapter = (root / "book/four-case-studies.md").read_text(encoding="utf-8")
    assert f"<data/{name}>" in chapter
