"""The labs in a real JupyterLab and a real Notebook 7, driven by keyboard in Chromium."""

import contextlib
import os
import re
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import nbformat
import pytest
from playwright.sync_api import TimeoutError as TookTooLong
from playwright.sync_api import expect, sync_playwright

import callcentre
from callcentre import labs

sys.path.insert(0, str(Path(__file__).parents[1] / "page"))

import chromium  # noqa: E402

ADDRESSES = {"JupyterLab": "lab/tree/labs.ipynb", "Notebook 7": "notebooks/labs.ipynb"}
RUN_AGAIN = 20_000  # milliseconds
PATIENCE = 120_000  # milliseconds, for a machine that does other things too


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """Serve a notebook with every lab; yield the server's address."""
    folder = tmp_path_factory.mktemp("jupyter")
    cells = [nbformat.v4.new_code_cell("import callcentre")]
    cells += [nbformat.v4.new_code_cell(f"callcentre.lab({lab.name!r})") for lab in labs.all()]
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata.kernelspec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(notebook, folder / "labs.ipynb")
    with serving(folder) as address:
        yield address


@contextlib.contextmanager
def serving(folder):
    """Start a Jupyter server of its own over a folder; gives its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    own = {f"JUPYTER_{kind}_DIR": str(folder / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url=",
    ]  # fmt: skip
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(
            command, env={**os.environ, **own, "IPYTHONDIR": str(folder)}, stdout=log, stderr=log
        )
        try:
            wait_for(address + "/api", process, folder / "log")
            yield address
        finally:
            process.terminate()
            process.wait(30)


def wait_for(address, process, log):
    """Wait until a server answers; raise with its last words where it stops instead."""
    until = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(address, timeout=2).close()
        except (URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("no Jupyter server: " + log.read_text()[-2000:])


@pytest.fixture(scope="module", params=list(ADDRESSES))
def opened(request, server):
    """Open the notebook and run it; yield the page and the errors its console told."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        page = browser.new_page(viewport={"width": 1300, "height": 1600})
        page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        errors = []
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{server}/{ADDRESSES[request.param]}")
        run_all_cells(page)
        expect(page.locator(".callcentre-lab .callcentre-headline")).to_have_count(len(labs.all()))
        yield page, errors
        browser.close()


def run_all_cells(page):
    """Ask for a run until a cell was run: Jupyter drops what is asked before its kernel is there.

    On a busy machine it may ask which kernel to take; what it proposes is taken.
    """
    asked = page.locator("dialog.jp-Dialog")
    page.add_locator_handler(asked, lambda: asked.locator(".jp-mod-accept").click())
    has_run = page.locator(".jp-InputArea-prompt", has_text=re.compile(r"\[\d+\]"))
    until = time.monotonic() + PATIENCE / 1000
    page.locator(".jp-Notebook-ExecutionIndicator[data-status=idle]").wait_for()
    while time.monotonic() < until and not has_run.count():
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
        with contextlib.suppress(TookTooLong):
            has_run.first.wait_for(state="attached", timeout=RUN_AGAIN)


@pytest.fixture
def page(opened):
    return opened[0]


def lab_box(page, name):
    return page.locator(".callcentre-lab").nth([lab.name for lab in labs.all()].index(name))


def name_of(control):
    return control.name


def headline(name, **values):
    return callcentre.lab(name, **values)._repr_mimebundle_()["text/plain"]


def test_every_lab_stands_with_its_default_headline(page):
    for lab in labs.all():
        expect(lab_box(page, lab.name).locator(".callcentre-headline")).to_have_text(headline(lab.name))


def test_every_part_of_every_lab_is_drawn(opened):
    _, errors = opened
    assert [error for error in errors if "view" in error or "widget" in error.lower()] == []


def test_every_field_has_a_label(page):
    fields = ".callcentre-lab input, .callcentre-lab select"
    is_bare = "each => each.type !== 'file' && !each.labels?.length && !each.ariaLabel"
    unlabelled = page.eval_on_selector_all(
        fields, f"all => all.filter({is_bare}).map(each => each.outerHTML)"
    )
    assert page.locator(fields).count() >= 20
    assert unlabelled == []


def test_a_number_typed_moves_the_lab_to_what_python_says(page):
    box = lab_box(page, "cost-scenarios")
    field = box.get_by_label("Calls a month", exact=True)
    field.fill("20000")
    field.press("Enter")
    expected = headline("cost-scenarios", calls_per_month=20_000)
    assert expected != headline("cost-scenarios")
    expect(box.locator(".callcentre-headline")).to_have_text(expected)


def test_a_wrong_number_is_answered_beside_the_field_and_the_picture_stays(page):
    box = lab_box(page, "cost-scenarios")
    before = box.locator(".callcentre-headline").inner_text()
    field = box.get_by_label("Calls a month", exact=True)
    field.fill("-5")
    field.press("Enter")
    expect(box.get_by_role("alert")).to_contain_text("Calls a month must be")
    expect(box.locator(".callcentre-headline")).to_have_text(before)
    expect(box.locator("img").first).to_be_visible()
    box.get_by_role("button", name="Reset").click()
    expect(box.get_by_role("alert")).to_have_count(0)
    expect(box.locator(".callcentre-headline")).to_have_text(headline("cost-scenarios"))


def test_a_slider_moves_by_keyboard(page):
    """Page up and down, home and end work in both; Notebook 7 keeps the arrows to itself."""
    box = lab_box(page, "cost-scenarios")
    figures = box.locator(".callcentre-figures")
    before = figures.inner_text()
    box.get_by_role("slider").first.press("PageUp")
    expect(figures).not_to_have_text(before, use_inner_text=True)
    box.get_by_role("button", name="Reset").click()  # the next page finds the kernel as it was
    expect(box.locator(".callcentre-headline")).to_have_text(headline("cost-scenarios"))


def test_a_box_ticked_by_the_space_bar_changes_the_type(page):
    box = lab_box(page, "classify")
    (group,) = [
        group.title for group in labs.find("classify").groups if "activities" in map(name_of, group.controls)
    ]
    box.get_by_text(group, exact=True).click()
    box.get_by_label("telesales", exact=True).press("Space")
    activities = [*labs.find("classify").complete({})["activities"], "telesales"]
    expect(box.locator(".callcentre-headline")).to_have_text(headline("classify", activities=activities))
