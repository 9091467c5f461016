"""The catalogue of all that labs say: as gettext has it, for translators."""

import pytest
from babel.messages.pofile import read_po

from callcentre.page import catalogue


def test_the_catalogue_is_one_that_gettext_reads(tmp_path):
    path = tmp_path / "callcentre.pot"
    catalogue.write_template(path)
    with path.open("rb") as file:
        read = {entry.id for entry in read_po(file) if entry.id}
    assert read == set(catalogue.strings())


def test_a_translation_is_read_and_one_that_is_none_is_named(tmp_path):
    folder = tmp_path / catalogue.LOCALE
    folder.mkdir(parents=True)
    (folder / "fr.po").write_text(
        'msgid ""\nmsgstr ""\n\nmsgid "Reset"\nmsgstr "Remettre"\n', encoding="utf-8"
    )
    assert catalogue.translations(tmp_path, "fr") == {"Reset": "Remettre"}
    assert catalogue.translations(tmp_path, "de") == {}
    (folder / "it.po").write_bytes(b"\xff\xfe no catalogue")
    with pytest.raises(ValueError, match=r"it\.po cannot be read"):
        catalogue.translations(tmp_path, "it")
