"""JupyterLab shows MyST's own marks as they are typed, so that no notebook uses them."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted([*ROOT.glob("notebooks/*.ipynb"), *ROOT.glob("solutions/*/*.ipynb")])
MARKS = re.compile(
    r"(?<!`)\{[\w:+.-]+\}`"  # a role
    r"|^\s*(?:`{3,}|~{3,}|:{3,})\s*\{"  # a directive
    r"|^:{3,}"
    r"|^\([\w-]+\)=\s*$"  # a target
    r"|\{\{.*?\}\}"  # a substitution
    r"|^%\s"  # a comment
    r"|[\])]\{[.#]",  # attributes
    re.MULTILINE,
)


def words_of(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_has_no_marks_that_jupyterlab_shows_raw(path):
    assert MARKS.findall(words_of(path)) == []


@pytest.mark.parametrize(
    "text",
    ["{fr}`agent`", "```{lab} risk", ":::{note}", ":::", "(here)=", "{{ name }}", "% aside", "[a](b){.c}"],
)
def test_such_marks_are_found(text):
    assert MARKS.search(f"Words.\n{text}\nWords.")


@pytest.mark.parametrize("text", ["```python\nx = {1}\n```", "50 % of {a}", "`{a}`", "$x_{1}$", "[a](b) {c}"])
def test_plain_markdown_is_left_alone(text):
    assert not MARKS.search(f"Words.\n{text}\nWords.")
