"""The files of the four case studies are what their program draws, and the chapter offers each of them."""

import pytest

from callcentre.teach import case_data, data_sets


def test_the_files_are_what_the_program_draws(root):
    for name, text in case_data.files():
        assert (root / "book/data" / name).read_text(encoding="utf-8") == text


def test_a_stale_file_is_named_and_written_anew(tmp_path):
    data_sets.make(tmp_path)
    assert data_sets.make(tmp_path, only_check=True) == []
    (tmp_path / "book/data/case-bank.csv").write_text("month\n", encoding="utf-8")
    (trouble,) = data_sets.make(tmp_path, only_check=True)
    assert trouble.startswith("book/data/case-bank.csv is not what src/callcentre/teach/case_data.py makes: ")


@pytest.mark.parametrize("name", [name for name, _ in case_data.CASES])
def test_the_chapter_offers_each_file(root, name):
    chapter = (root / "book/four-case-studies.md").read_text(encoding="utf-8")
    assert f"<data/{name}>" in chapter


@pytest.mark.parametrize(("name", "text"), case_data.files(), ids=[name for name, _ in case_data.CASES])
def test_each_file_is_described_with_its_columns(root, name, text):
    page = (root / "book/data.md").read_text(encoding="utf-8")
    described = page.split(f"\n`{name}`: ")[1].split("\n`")[0]
    columns = text.splitlines()[0].split(",")
    assert [column for column in columns if f"\n| `{column}` |" not in described] == []
