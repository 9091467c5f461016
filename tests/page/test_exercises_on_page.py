"""A page of exercises is alive: a unit is done on it, handed in and graded; nothing typed is lost."""

import csv
import json
import re
import shutil
from collections import namedtuple

import nbformat
import pytest
from axe import DESKTOP, PHONE, violations_everywhere
from built_site import BUILT, PATIENCE, ROOT, noted, watched_tab

from callcentre import exercises
from callcentre.exercises.shared.answers import FreeText
from callcentre.teach.__main__ import main as teach

UNIT = "cost"
UNITS = sorted(path.name for path in (ROOT / "exercises").iterdir() if path.is_dir())
LIVE = "section[data-task][data-state=live]"
STUCK = "while True:\n    pass"
WRONG, TYPED = "desk_hour = 20.25", "desk_hour = 15 * 1.35 / (1 - 0.3)"
NUMBERS = re.compile(r"\d[\d,]*\.\d+")
TELLING = 4  # digits: 0.85 may stand in a page for another reason
MARKS = re.compile(r"[ ]*### (?:BEGIN|END) SOLUTION\n?")
IS_JUDGED = """
([section, told]) =>
  section.dataset.verdict !== 'none' &&
  section.querySelector('[data-part=message]').textContent.includes(told)
"""
PASTE = """
(editor, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}
"""
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


def address(site, unit=UNIT):
    return f"{site}/exercises/{unit}/{unit}.html"


def open_live(tab, site, unit=UNIT):
    tab.goto(address(site, unit))
    tab.wait_for_selector(LIVE)


def section(tab, task):
    return tab.locator(f"section[data-task='{task}']")


def write(tab, cell, text):
    """Write into a cell in place of all that stands there."""
    tab.locator(f"[data-cell='{cell}'] .cm-content").click()
    tab.keyboard.press("Control+a")
    tab.locator(f"[data-cell='{cell}'] .cm-content").evaluate(PASTE, text)


def written(tab, cell):
    lines = tab.locator(f"[data-cell='{cell}'] .cm-line").all_text_contents()
    return "\n".join(lines)


def check(tab, task, told=""):
    """Press a task's Check, wait until it answers, and return its verdict and message."""
    place = section(tab, task)
    place.locator("[data-action=check]").click()
    tab.wait_for_function(IS_JUDGED, arg=[place.element_handle(), told])
    return place.get_attribute("data-verdict"), message(place)


def message(place):
    return place.locator("[data-part=message]").inner_text()


def run(tab, cell, told):
    tab.locator(f"[data-cell='{cell}'] [data-action=run]").click()
    output = tab.locator(f"[data-cell='{cell}'] [data-part=output]")
    output.filter(has_text=told).wait_for()
    return output.inner_text()


def solutions(unit=UNIT):
    """Return the answers of a unit's solutions, by cell."""
    notebook = nbformat.read(ROOT / "solutions" / unit / f"{unit}.ipynb", 4)
    answers = [cell for cell in notebook.cells if cell.metadata.get("nbgrader", {}).get("solution")]
    return {cell.metadata.nbgrader.grade_id: MARKS.sub("", cell.source) for cell in answers}


def tasks(unit=UNIT):
    """Return the names of a unit's tasks that a check marks."""
    every = exercises.unit(unit).tasks
    marked = [task for task in every if not isinstance(next(iter(task.asks.values())), FreeText)]
    return [task.name for task in marked]


def points_of_the_unit():
    return sum(exercises.task(name).points for name in tasks())


# A unit from the first word to its marks

Done = namedtuple("Done", "verdicts points after_reload notebook wrong")


@pytest.fixture(scope="module")
def done(browser, site, tmp_path_factory):
    """What a unit done on the page leaves: verdicts, points, what a reload shows, and the notebook."""
    with browser.new_context(**DESKTOP) as context:
        tab = context.new_page()
        tab.set_default_timeout(PATIENCE)
        wrong = noted(tab, site)
        open_live(tab, site)
        for cell, answer in solutions().items():
            write(tab, cell, answer)
        verdicts = {task: check(tab, task) for task in tasks()}
        points = tab.locator("[data-part=points]").inner_text()
        open_live(tab, site)
        after_reload = [section(tab, task).get_attribute("data-verdict") for task in tasks()]
        with tab.expect_download() as download:
            tab.locator("[data-action=download]").click()
        path = tmp_path_factory.mktemp("downloads") / download.value.suggested_filename
        download.value.save_as(path)
    return Done(verdicts, points, after_reload, path, wrong)


def test_every_task_of_a_unit_can_be_done_on_its_page(done):
    whys = {task: ("right", f"Right. {exercises.task(task).why}") for task in tasks()}
    assert done.verdicts == whys
    points = points_of_the_unit()
    assert done.points == f"Right so far: {points} of {points} points that a check can give."
    assert done.after_reload == ["right"] * len(tasks())
    assert done.wrong == []


def test_the_notebook_is_the_exercise_with_the_answers_in_place(done, site):
    assert done.notebook.name == "cost.ipynb"
    mine = json.loads(done.notebook.read_text(encoding="utf-8"))
    theirs = json.loads((ROOT / "exercises" / UNIT / "cost.ipynb").read_text(encoding="utf-8"))
    nbformat.validate(nbformat.from_dict(mine))
    assert [cell["metadata"] for cell in mine["cells"]] == [cell["metadata"] for cell in theirs["cells"]]
    found = {cell["id"]: "".join(cell["source"]) for cell in mine["cells"]}
    answers = solutions()
    for cell in theirs["cells"]:
        if cell["cell_type"] == "code":
            assert found[cell["id"]] == answers.get(cell["id"], "".join(cell["source"]))
    links = re.findall(r"\]\(([^)]+)\)", "".join(found.values()))
    assert f"{site}/book/outsourcing.html" in links
    assert [link for link in links if not link.startswith(site)] == []
    assert [link for link in links if not (BUILT / link.removeprefix(f"{site}/")).exists()] == []


def test_full_points_are_given_for_what_was_done_on_the_page(done, tmp_path):
    handed_in = tmp_path / "handed-in" / "amina"
    handed_in.mkdir(parents=True)
    shutil.copy(done.notebook, handed_in)
    out = tmp_path / "out"
    grade = ["grade", str(handed_in.parent), "--unit", UNIT, "--out", str(out), "--trust"]
    assert teach(["--root", str(ROOT), *grade]) == 0
    with (out / "grades.csv").open(encoding="utf-8") as file:
        (row,) = csv.DictReader(file)
    assert float(row["points"]) == float(row["of"]) == points_of_the_unit()
    assert (row["student"], row["verdict"]) == ("amina", "graded")


# What a learner meets on the way


def test_hints_unfold_and_the_answer_is_told_on_request_after_three_tries(tab, site):
    open_live(tab, site)
    place, first, second = section(tab, "cost/desk-hour"), *exercises.task("cost/desk-hour").hints
    write(tab, "hours", "desk_hour = 17\ngive_out = []")
    assert check(tab, "cost/desk-hour", first) == ("wrong", f"Not yet. {first}")
    assert check(tab, "cost/desk-hour", second)[0] == "wrong"
    assert place.locator("[data-action=answer]").is_hidden()
    check(tab, "cost/desk-hour")
    place.locator("[data-action=answer]").click()
    place.get_by_text("desk_hour: 28.93 EUR").wait_for()
    write(tab, "hours", WRONG)
    assert place.get_attribute("data-verdict") == "none"
    assert "what a paid hour costs" in check(tab, "cost/desk-hour")[1]


def test_what_a_cell_prints_its_last_value_and_its_errors_are_shown(tab, site):
    open_live(tab, site)
    write(tab, "hours", "print('a', DAY[0])\nHANDLE_SECONDS / 2")
    assert run(tab, "hours", "Value") == "a ('08:00', 4)\n\nValue: 150.0"
    write(tab, "hours", "desk_hour = 15\ngive_out = outs")
    assert "Line 2 uses outs, which has no value yet." in run(tab, "hours", "Line 2")
    assert "so that desk_hour is not ready" in check(tab, "cost/desk-hour")[1]
    write(tab, "hours", "import pandas as pd\npd.DataFrame()")
    assert "asks for pandas" in run(tab, "hours", "pandas")
    write(tab, "agents", "1 / 0")
    write(tab, "hours", WRONG)
    assert run(tab, "hours", "nothing") == "It ran, and there was nothing to show."
    assert "divides by zero" in tab.locator("[data-cell=agents] [data-part=output]").inner_text()


def test_a_check_leaves_no_error_or_print_of_an_earlier_run_beside_its_verdict(tab, site):
    open_live(tab, site)
    output = tab.locator("[data-cell=hours] [data-part=output]")
    write(tab, "hours", "desk_hour = [1,2")
    check(tab, "cost/desk-hour")
    assert "cannot be read as Python" in output.inner_text()
    write(tab, "hours", TYPED)
    assert check(tab, "cost/desk-hour")[0] == "right"
    assert output.inner_text() == ""
    write(tab, "hours", "desk_hour = 17\nprint(desk_hour)")
    assert run(tab, "hours", "17") == "17"
    write(tab, "hours", f"{TYPED}\nprint(round(desk_hour))")
    assert check(tab, "cost/desk-hour")[0] == "right"
    assert output.inner_text() == "29"


def test_an_endless_loop_and_a_flood_lose_nothing_and_python_is_there_again(tab, site):
    open_live(tab, site)
    write(tab, "agents", "# mine")
    write(tab, "hours", STUCK)
    tab.locator("[data-cell=hours] [data-action=run]").click()
    tab.locator("[data-cell=hours] [data-action=stop]:enabled").click()
    tab.locator("[data-cell=hours] [data-part=output]").get_by_text("Stopped.").wait_for()
    assert (written(tab, "agents"), written(tab, "hours")) == ("# mine", STUCK)
    write(tab, "hours", "while True:\n    print(list(range(100)))")
    assert "more than a page can show" in run(tab, "hours", "page can show")
    write(tab, "hours", TYPED)
    assert check(tab, "cost/desk-hour")[0] == "right"


def test_a_closed_answer_is_given_in_a_box_and_written_into_the_cell(tab, site):
    open_live(tab, site)
    place = section(tab, "cost/desk-hour")
    place.locator("summary").click()
    place.get_by_label("desk_hour").fill("28,93")
    place.get_by_label("desk_hour").press("Enter")
    place.get_by_text("Written into the cell as Python.").wait_for()
    assert place.get_attribute("data-verdict") == "right"
    assert written(tab, "hours").endswith("desk_hour = 28.93  # from the box")
    assert check(tab, "cost/desk-hour")[0] == "right"
    hours = section(tab, "cost/give-out")
    hours.locator("summary").click()
    for start in exercises.task("cost/give-out").right(exercises.given(UNIT))["give_out"]:
        hours.get_by_label(start, exact=True).check()
    hours.locator("[data-action=check-box]").click()
    hours.get_by_text("Written into the cell as Python.").wait_for()
    assert hours.get_attribute("data-verdict") == "right"
    assert '"08:00"' in written(tab, "hours")
    assert section(tab, "cost/npv").locator("[data-part=box]").count() == 0


def test_work_survives_a_reload_and_a_new_version_and_is_cleared_on_request(tab, site):
    open_live(tab, site)
    write(tab, "hours", TYPED)
    check(tab, "cost/desk-hour")
    tab.evaluate(
        """() => {
          const key = "callcentre-exercises-cost";
          const kept = JSON.parse(localStorage.getItem(key));
          kept.cells.gone = { text: "of_old = 1", begins: "" };
          kept.cells.hours.begins = "otherwise";
          localStorage.setItem(key, JSON.stringify(kept));
        }"""
    )
    open_live(tab, site)
    assert written(tab, "hours") == TYPED
    assert section(tab, "cost/desk-hour").get_attribute("data-verdict") == "right"
    assert "desk_hour = None" in tab.locator(".callcentre-changed").inner_text()
    assert "of_old = 1" in tab.locator("[data-part=kept]").inner_text()
    tab.locator("[data-action=clear]").click()
    assert written(tab, "hours").startswith("desk_hour = None")
    assert section(tab, "cost/desk-hour").get_attribute("data-verdict") == "none"
    tab.locator("[data-action=undo]").click()
    assert written(tab, "hours") == TYPED
    tab.get_by_role("button", name="Remove gone").click()
    assert tab.locator("[data-part=kept]").is_hidden()
    tab.locator("[data-action=clear]").click()
    open_live(tab, site)
    assert written(tab, "hours").startswith("desk_hour = None")


def test_a_notebook_from_jupyter_is_taken_back_and_another_changes_nothing(tab, site, done, tmp_path):
    open_live(tab, site)
    notebook = nbformat.read(done.notebook, 4)
    notebook.cells.append(nbformat.v4.new_code_cell("my_own = 1"))
    nbformat.write(notebook, tmp_path / "mine.ipynb")
    (tmp_path / "words.ipynb").write_text("{}", encoding="utf-8")
    for file, told in (
        ("words.ipynb", "words.ipynb is not a notebook"),
        (ROOT / "exercises/agents/agents.ipynb", "agents.ipynb holds none of this page's cells"),
    ):
        tab.locator("[data-part=file]").set_input_files(tmp_path / file)
        tab.locator("[data-part=told]").get_by_text(told).wait_for()
        assert written(tab, "hours").startswith("desk_hour = None\ngive_out")
    tab.locator("[data-part=file]").set_input_files(tmp_path / "mine.ipynb")
    tab.get_by_text(f"mine.ipynb is open. Answers put in their places: {len(solutions())}.").wait_for()
    assert written(tab, "npv").strip() == solutions()["npv"].strip()
    assert "my_own = 1" in tab.locator("[data-part=kept]").inner_text()
    assert check(tab, "cost/npv")[0] == "right"


def test_with_the_keyboard_alone_one_writes_leaves_runs_and_checks(tab, site):
    open_live(tab, site)
    tab.locator("[data-cell=hours] .cm-content").focus()
    tab.keyboard.press("Control+End")
    tab.keyboard.type("\n" + TYPED)
    tab.keyboard.press("Shift+Enter")
    tab.locator("[data-cell=hours] [data-part=output]").get_by_text("It ran").wait_for()
    assert tab.evaluate("document.activeElement.className").startswith("cm-content")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.action") == "run"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.dataset.action") == "check"
    tab.keyboard.press("Enter")
    section(tab, "cost/desk-hour").and_(tab.locator("[data-verdict=right]")).wait_for()


def test_results_stand_in_live_regions_and_nothing_is_wrong_for_axe(browser, site):
    with watched_tab(browser, site, **DESKTOP) as tab:
        open_live(tab, site)
        write(tab, "hours", f"print('x ' * 2000)\n{WRONG}\nnix")
        run(tab, "hours", "nix")
        write(tab, "agents", "def agents_by_half_hour(day, handle_seconds):\n    return 'ü', 0.5, True, None")
        check(tab, "cost/agents")
        for summary in tab.locator(".callcentre-box summary").all():
            summary.click()
        parts = tab.locator(":is([data-part=output]:not([data-given], [hidden]), [data-part=message])")
        assert set(parts.evaluate_all("all => all.map(one => one.getAttribute('role'))")) == {"status"}
        assert violations_everywhere(tab) == {"light": [], "dark": [], "phone": []}
        assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["viewport"]["width"]


# Without the script, and what stands in the page


def test_without_javascript_the_page_is_the_tasks_as_text(browser, site):
    with watched_tab(browser, site, java_script_enabled=False) as tab:
        tab.goto(address(site))
        assert tab.locator(".callcentre-live:visible").count() == 0
        assert tab.locator("[data-action]:visible").count() == 0
        assert tab.get_by_text("Answering on the page needs JavaScript").is_visible()
        assert tab.get_by_text("a number in EUR, to 2 decimals").first.is_visible()
        assert tab.get_by_text("[('08:00', 4), ('08:30', 9), ('09:00', 21)] ... ('19:30', 2)").is_visible()
        assert {one.get_attribute("data-state") for one in tab.locator("section[data-task]").all()} == {
            "static"
        }


@pytest.mark.parametrize("unit", UNITS)
def test_no_answer_stands_in_a_page(site, unit):
    page = (BUILT / "exercises" / unit / f"{unit}.html").read_text(encoding="utf-8")
    assert re.findall(r'<section[^>]* data-task="([^"]+)"', page) == [
        task.name for task in exercises.unit(unit).tasks
    ]
    stub = json.loads((ROOT / "exercises" / unit / f"{unit}.ipynb").read_text(encoding="utf-8"))
    given = {line.strip() for cell in stub["cells"] for line in "".join(cell["source"]).splitlines()}
    lines = {line.strip() for answer in solutions(unit).values() for line in answer.splitlines()}
    telling = [line for line in lines if len(line) > 12 and not any(line in one for one in given)]
    assert [line for line in telling if line in page] == []
    for task in exercises.unit(unit).tasks:
        for words in task.answer(exercises.given(unit)).values():
            told = [number for number in NUMBERS.findall(words) if len(re.findall(r"\d", number)) >= TELLING]
            assert [number for number in told if f">{number}" in page] == []


def test_the_script_of_exercises_is_on_their_pages_only(site):
    named = {
        page for page in BUILT.rglob("*.html") if "callcentre-exercises-start" in page.read_text("utf-8")
    }
    assert named == {BUILT / "exercises" / unit / f"{unit}.html" for unit in UNITS}
