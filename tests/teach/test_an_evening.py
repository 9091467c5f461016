"""A whole evening: handed out, solved on the page and in Jupyter, handed in, graded, taken to a platform."""

import csv
import re
import shlex
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from callcentre import exercises
from callcentre.__main__ import main as callcentre
from callcentre.page.questions import listing
from callcentre.teach.grade import command as grade
from callcentre.teach.grade.exercise import grade_id, settings

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / folder) for folder in ("page", "notebook", "teach")]

import chromium  # noqa: E402 - these stand in the tests' folders
import platforms  # noqa: E402
import test_exercises_on_page as on_page  # noqa: E402
import test_in_jupyter as in_jupyter  # noqa: E402

UNIT = "types"
TASKS = exercises.unit(UNIT).tasks
FULL = sum(task.points for task in TASKS)
CLASS = (
    "id,name,email\namina,Amina Diallo,a@x.org\nbruno,Bruno Kühn,b@x.org\n"
    "carla,Carla Ek,c@x.org\ndario,Dario Neri,d@x.org\n"
)
MOODLE = "{name}_{number}_assignsubmission_file_/{unit}.ipynb"


def on_the_page(browser, site, path):
    """Solve the unit on its page, opened from disk; download the notebook to a path."""
    tab = browser.new_page()
    tab.set_default_timeout(30_000)
    wrong = on_page.noted(tab, site)
    on_page.open_live(tab, site, UNIT)
    for cell, answer in on_page.solutions(UNIT).items():
        on_page.write(tab, cell, answer)
    verdicts = {name: on_page.check(tab, name)[0] for name in on_page.tasks(UNIT)}
    with tab.expect_download() as download:
        tab.locator("[data-action=download]").click()
    download.value.save_as(path)
    tab.close()
    assert set(verdicts.values()) == {"right"}
    assert wrong == []


def in_jupyterlab(browser, folder):
    """Write the answers into the notebook of a folder, run it in JupyterLab, and save it."""
    path = folder / f"{UNIT}.ipynb"
    notebook = nbformat.read(path, 4)
    answers = on_page.solutions(UNIT)
    for cell in notebook.cells:
        if settings(cell).get("solution"):
            cell.source = answers[grade_id(cell)]
    nbformat.write(notebook, path)
    with in_jupyter.serving(folder) as address:
        tab = browser.new_page(viewport={"width": 1300, "height": 1600})
        tab.set_default_timeout(in_jupyter.PATIENCE)
        tab.goto(f"{address}/lab/tree/{UNIT}.ipynb")
        in_jupyter.run_all_cells(tab)
        in_jupyter.expect(tab.locator(".jp-InputArea-prompt", has_text="[*]")).to_have_count(0)
        tab.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
        with tab.expect_response(lambda answer: answer.request.method == "PUT" and answer.ok):
            tab.keyboard.press("Control+s")
        tab.close()
    return path


def told(path):
    """Return how each check's answer begins, as a notebook stores it."""
    outputs = [output for cell in nbformat.read(path, 4).cells for output in cell.get("outputs", [])]
    words = [str(output.data["text/plain"]) for output in outputs if output.output_type == "display_data"]
    return [re.match(r"\w+[ .]?", each)[0] for each in words]


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.long
def test_a_unit_goes_out_comes_back_is_graded_and_goes_to_a_platform(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    ours, theirs = tmp_path / "mgt-210", tmp_path / "students"
    assert callcentre(["teach", "assign", UNIT, "--course", "MGT 210", "--out", str(ours)]) == 0
    with zipfile.ZipFile(ours / "hand-out.zip") as packed:
        packed.extractall(theirs)

    handed_out = theirs / "hand-out"
    untouched = (handed_out / "exercises" / UNIT / f"{UNIT}.ipynb").read_bytes()
    with in_jupyter.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        on_the_page(browser, (handed_out / "site").as_uri(), theirs / "page.ipynb")
        ran = in_jupyterlab(browser, handed_out / "exercises" / UNIT)
        browser.close()
    assert told(ran) == ["Right."] * len(TASKS)

    work = {
        "Amina Diallo": (theirs / "page.ipynb").read_bytes(),
        "Bruno Kühn": ran.read_bytes(),
        "Carla Ek": untouched,
    }
    with zipfile.ZipFile(ours / f"submissions-{UNIT}.zip", "w") as packed:
        for number, (name, notebook) in enumerate(work.items(), start=71):
            packed.writestr(MOODLE.format(name=name, number=number, unit=UNIT), notebook)
    (ours / "class.csv").write_text(CLASS, encoding="utf-8")

    monkeypatch.chdir(ours)
    readme = (ours / "README.md").read_text(encoding="utf-8")
    (line,) = re.findall(r"^callcentre (teach grade .*)$", readme, re.MULTILINE)
    assert callcentre([*shlex.split(line), "--trust"]) == grade.SOMEBODY_NEEDS_A_LOOK
    out = ours / "grading" / UNIT
    found = {row["student"]: (row["verdict"], float(row["points"] or 0)) for row in rows(out / "grades.csv")}
    assert found == {
        "amina": ("graded", FULL),
        "bruno": ("graded", FULL),
        "carla": ("check", 0),
        "dario": ("missing", 0),
    }
    assert {path.stem for path in (out / "feedback").glob("*.html")} >= {"amina", "bruno", "carla"}
    points = {row["Email address"]: row["Types of centre"] for row in rows(out / "moodle.csv")}
    assert points == {"a@x.org": str(FULL), "b@x.org": str(FULL), "c@x.org": "0"}

    monkeypatch.chdir(ROOT)
    assert callcentre(["teach", "export", "--to", "moodle", UNIT, "--out", str(tmp_path / "q.xml")]) == 0
    _, items = platforms.moodle((tmp_path / "q.xml").read_bytes())
    asked = {question["title"] for question in listing.read(ROOT / "_build" / "html")}
    assert len(items) > 5
    assert {item.title for item in items} <= asked
