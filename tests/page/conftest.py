"""The built site on localhost, a real Chromium, and the pages to visit with it."""

import random
import sys
from itertools import islice
from pathlib import Path

import pytest
from filelock import FileLock

sys.path.insert(0, str(Path(__file__).parent))

import chromium  # noqa: E402
from built_site import BUILT, built_pages, lab_pages, page_of_each_lab, served, watched_tab  # noqa: E402
from specimen_site import make_site, site_in  # noqa: E402
from visits import is_possible, short  # noqa: E402


def pytest_generate_tests(metafunc):
    """Visit every page of the built site, every page with a lab, or one page for each lab."""
    visits = {"any_page": built_pages, "lab_page": lab_pages, "a_page_of_each_lab": pages_of_labs}
    for name, pages in visits.items():
        if name in metafunc.fixturenames:
            metafunc.parametrize(name, list(pages()) or ["the book is not built"])


def pages_of_labs():
    return page_of_each_lab().values()


@pytest.fixture(scope="session")
def site():
    """The address of the built site."""
    if not (BUILT / "index.html").exists():
        pytest.fail(f"There is no built book in {BUILT}. Build it with `make book`.", pytrace=False)
    if not lab_pages():
        pytest.fail(f"No page of the built book in {BUILT} shows a lab.", pytrace=False)
    with served() as address:
        yield address


@pytest.fixture(scope="session")
def specimen_site(tmp_path_factory, worker_id):
    """The address of a small site with a lab of every kind of control and chart; all workers share it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "specimen"
    with FileLock(f"{folder}.lock"):
        is_made = (site_in(folder) / "assigned.html").exists()
        made = site_in(folder) if is_made else make_site(folder)
    with served(made) as address:
        yield address


@pytest.fixture(scope="session")
def chromium_path():
    path = chromium.find()
    if path is None:
        pytest.fail("No Chromium was found. `make browser` installs one.", pytrace=False)
    return path


# A module's browser, not the session's: Playwright's event loop would be in the way of the notebooks' tests.
@pytest.fixture(scope="module")
def browser(chromium_path):
    """A Chromium that visits the site."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium_path, args=list(chromium.FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def tab(browser, site):
    """A tab whose page may neither log an error nor ask another host; both are checked when the test ends."""
    with watched_tab(browser, site) as page:
        yield page


@pytest.fixture(scope="session")
def names_by_page(site):
    """The labs on each page."""
    return lab_pages()


@pytest.fixture(scope="session")
def drawn_scenarios(draw_values):
    """A function that draws that many sets of values a lab can show, with the lab's name as seed."""

    def drawn(lab, count):
        source = random.Random(lab.name)
        tries = (short(draw_values(lab, source)) for _ in range(count * 20))
        return list(islice((values for values in tries if is_possible(lab, values)), count))

    return drawn
