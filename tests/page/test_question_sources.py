"""An error in a question's source is an error of the build, with file and line; what is right gives data."""

import io
import json
import re

import pytest
from bs4 import BeautifulSoup
from sphinx.application import Sphinx

from callcentre.teach.export.sources import Figures

# Each mistake: a question's source, whose line (counted from the fence) the message must name, and its words.
HEAD = "```{question} A title\n:name: one\n:kind: %s\n:objective: 1\n"
CHOICE = "- [x] this\n  > Yes.\n- [ ] that\n  > No.\n"
MISTAKES = {
    "no kind": ("```{question} A title\n:name: one\n\nWhat?\n```", 1, "kind must be one of choose-one"),
    "no name": (
        "```{question} A\n:kind: order\n:name: No Name\n\nWhat?\n```",
        1,
        "name must be words .* got 'No Name'",
    ),
    "no objective": (
        "```{question} A\n:kind: choose-one\n:name: one\n\nWhat?\n\n" + CHOICE + "```",
        1,
        "objective must be numbers .* got ''",
    ),
    "no list": (HEAD % "choose-one" + "\nWhat?\n```", 1, "one list with the options is needed, got 0"),
    "nothing asked": (HEAD % "choose-one" + "\n" + CHOICE + "```", 1, "what is asked must stand above"),
    "no feedback": (
        HEAD % "choose-one" + "\nWhat?\n\n- [x] this\n  > Yes.\n- [ ] that\n```",
        10,
        r"'\[ \] that' needs one quotation",
    ),
    "no mark": (
        HEAD % "choose-one" + "\nWhat?\n\n- this\n  > Yes.\n- [ ] that\n  > No.\n```",
        9,
        r"'this' must begin with \[x\]",
    ),
    "two right": (
        HEAD % "choose-one" + "\nWhat?\n\n" + CHOICE.replace("[ ]", "[x]") + "```",
        1,
        "exactly one option must be marked as right, got 2",
    ),
    "all right": (
        HEAD % "choose-several" + "\nWhat?\n\n" + CHOICE.replace("[ ]", "[x]") + "\n> Why.\n```",
        1,
        "at least one option must be right, and at least one wrong",
    ),
    "no why": (
        HEAD % "choose-several" + "\nWhat?\n\n" + CHOICE + "```",
        1,
        "one quotation must stand: what is learnt",
    ),
    "words below": (
        HEAD % "choose-one" + "\nWhat?\n\n" + CHOICE + "\nMore.\n```",
        13,
        "nothing may stand below the options",
    ),
    "no number": (
        HEAD % "number" + ":unit: agents\n:tolerance: 0\n\nHow many?\n\n- [x] many\n  > Yes.\n"
        "- [ ] any other number\n  > No.\n```",
        11,
        "an option must be a number, got 'many'",
    ),
    "two readings": (
        HEAD % "number" + ":unit: agents\n:tolerance: 0\n\nHow many?\n\n- [x] 1,204\n  > Yes.\n"
        "- [ ] any other number\n  > No.\n```",
        11,
        "1,204 can mean 1204 or 1.2040",
    ),
    "no tolerance": (
        HEAD % "number"
        + ":unit: agents\n\nHow many?\n\n- [x] 12\n  > Yes.\n- [ ] any other number\n  > No.\n```",
        1,
        "tolerance must be a number of at least 0, in the unit, got None",
    ),
    "too near": (
        HEAD
        % "number"
        + ":unit: agents\n:tolerance: 1\n\nHow many?\n\n- [x] 12\n  > Yes.\n- [ ] 13\n  > No.\n"
        "- [ ] any other number\n  > No.\n```",
        1,
        "12 and 13 cannot be told apart with a tolerance of 1",
    ),
    "no other": (
        HEAD % "number"
        + ":unit: agents\n:tolerance: 0\n\nHow many?\n\n- [x] 12\n  > Yes.\n- [ ] 13\n  > No.\n```",
        1,
        "the last option, and no other, must be 'any other number'",
    ),
    "too short": (
        HEAD % "order" + "\nOrder them.\n\n1. one\n   > First.\n2. two\n   > Second.\n\n> Why.\n```",
        1,
        "at least 3 options are needed, got 2",
    ),
    "no arrow": (
        HEAD % "match"
        + "\nMatch.\n\n- one = two\n  > No.\n- three → four\n  > No.\n- five → six\n  > No.\n\n> Why.\n```",
        9,
        "'one = two' must have one arrow",
    ),
    "all alike": (
        HEAD % "match"
        + "\nMatch.\n\n- one → x\n  > No.\n- two → x\n  > No.\n- three → x\n  > No.\n\n> Why.\n```",
        1,
        "at least two different things",
    ),
}
RIGHT = """```{question} A <title>
:name: money
:kind: number
:unit: €
:tolerance: 0.005
:objective: 1 how-many-agents/2

How *much*?

- [x] 3.20
  > Yes, see [there](https://example.org).
- [ ] any other number
  > No.
```"""


SETTINGS = """
extensions = ["myst_parser", "callcentre.page.questions"]
source_suffix = {".md": "markdown"}  # Sphinx's own is one for all builds of a process
html_theme = "basic"
"""


def build(folder, pages):
    """Build pages, {name: source}, and return the list of questions and what the build warns of."""
    (folder / "conf.py").write_text(SETTINGS, encoding="utf-8")
    for name, source in pages.items():
        (folder / f"{name}.md").write_text(
            f"---\norphan: true\n---\n# {name}\n\n{source}\n", encoding="utf-8"
        )
    warned = io.StringIO()
    out = folder / "_build"
    app = Sphinx(folder, folder, out, out / "doctrees", "html", status=None, warning=warned, freshenv=True)
    app.lab_translations = {}
    app.lab_renderer = Figures
    app.build()
    return json.loads((out / "questions.json").read_text(encoding="utf-8")), warned.getvalue()


@pytest.fixture(scope="module")
def warned(tmp_path_factory):
    pages = {name.replace(" ", "-"): source for name, (source, _, _) in MISTAKES.items()}
    pages["twice"] = RIGHT + "\n\n" + RIGHT
    return build(tmp_path_factory.mktemp("mistakes"), {"index": "Nothing.", **pages})[1]


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_its_file_and_line(warned, name):
    _, line, words = MISTAKES[name]
    before = 5  # lines of the page above the fence
    pattern = rf"{name.replace(' ', '-')}\.md:{line + before}: ERROR: question \S+.*: .*{words}"
    assert re.search(pattern, warned), "\n".join(
        each for each in warned.splitlines() if name.split()[0] in each
    )


def test_two_questions_of_one_name_on_a_page_are_an_error(warned):
    assert re.search(r"twice\.md:\d+: ERROR: .* another question of the name 'money'", warned)


def test_a_question_is_listed_as_data_without_links(tmp_path):
    (question,), warned = build(tmp_path, {"index": RIGHT})
    assert "ERROR" not in warned
    assert question["objectives"] == ["index/1", "how-many-agents/2"]
    assert (question["unit"], question["tolerance"]) == ("€", 0.005)
    assert question["asked"] == {"html": "<p>How <em>much</em>?</p>", "plain": "How much?"}
    right, other = question["options"]
    assert (right["value"], right["is_right"], other["value"]) == (3.2, True, None)
    assert right["feedback"] == {"html": "<p>Yes, see there.</p>", "plain": "Yes, see there."}
    page = (tmp_path / "_build/index.html").read_text(encoding="utf-8")
    assert "A &lt;title&gt;" in page


def test_a_unit_has_its_form_beside_each_number_and_the_usual_one_by_itself(tmp_path):
    two = "- [ ] 2.0\n  > No.\n- [ ] any"
    source = RIGHT.replace("€", "euro|euros").replace("3.20", "1").replace("- [ ] any", two)
    (question,), _ = build(tmp_path, {"index": source})
    assert [option.get("unit") for option in question["options"]] == ["euro", "euros", None]
    assert question["unit"] == "euros"
    page = BeautifulSoup((tmp_path / "_build/index.html").read_text(encoding="utf-8"), "html.parser")
    shown = [each.text for each in page.select("[data-option] > p")]
    assert shown == ["Right: 1 euro", "Wrong: 2.0 euros", "Wrong: any other number"]
    assert page.select_one("[data-unit]")["data-unit"] == "euro|euros"
    assert page.select_one("[id$=-unit]").text == "euros"


def test_pages_that_were_not_written_anew_stay_in_the_list(tmp_path):
    build(tmp_path, {"index": "Nothing.", "one": RIGHT, "two": RIGHT})
    (tmp_path / "one.md").unlink()
    (tmp_path / "two.md").write_text("# Two\n", encoding="utf-8")
    out = tmp_path / "_build"
    three = RIGHT.replace("money", "more")
    (tmp_path / "three.md").write_text(f"---\norphan: true\n---\n# Three\n\n{three}\n", encoding="utf-8")
    app = Sphinx(tmp_path, tmp_path, out, out / "doctrees", "html", status=None, warning=io.StringIO())
    app.lab_translations = {}
    app.lab_renderer = Figures
    app.build()
    found = json.loads((out / "questions.json").read_text(encoding="utf-8"))
    assert [(one["page"], one["name"]) for one in found] == [("three", "more")]
