"""The built site: its pages, a server for it, and tabs in which an error or a request elsewhere fails."""

import os
import re
import threading
from contextlib import contextmanager
from pathlib import Path

from callcentre.page.serve import Handler, server

ROOT = Path(__file__).parents[2]
BUILT = Path(os.environ.get("CALLCENTRE_SITE", ROOT / "_build" / "html"))
PATIENCE = 60_000  # ms: a long run takes 5 to 15 seconds in a page's Python, and more on a busy machine
REDIRECT = 'http-equiv="Refresh"'
LAB = re.compile(r' data-lab="([a-z-]+)"')
SECTION_WITH_LAB = re.compile(r"<section[^>]* data-lab=[^>]*>")


def built_pages():
    """Return the site's pages, relative to it; one that only leads to another stays out."""
    pages = [page.relative_to(BUILT) for page in BUILT.rglob("*.html")]
    pages = [page for page in pages if page.parts[0] not in ("_static", "_sources")]
    return sorted(page.as_posix() for page in pages if REDIRECT not in (BUILT / page).read_text("utf-8"))


def lab_pages():
    """Return the names of its labs by page, for each page with a lab."""
    found = {page: LAB.findall((BUILT / page).read_text(encoding="utf-8")) for page in built_pages()}
    return {page: labs for page, labs in found.items() if labs}


def first_id(page):
    """Return the id of a page's first lab."""
    (section, *_) = SECTION_WITH_LAB.findall((BUILT / page).read_text(encoding="utf-8"))
    return re.search(r' id="([^"]+)"', section).group(1)


def page_of_each_lab():
    """Return a page for each lab that some page shows first: its notebook's, where it has its defaults."""
    shown_first = {names[0] for names in lab_pages().values()}
    return {name: f"notebooks/{name}.html" for name in sorted(shown_first)}


@contextmanager
def served(folder=BUILT, handler=Handler):
    """Serve a folder, the built site's unless told otherwise; gives its address."""
    serving = server(folder, handler=handler)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    serving.server_close()


def under(policy):
    """Return a handler that sends a Content-Security-Policy with each file."""

    class PolicyHandler(Handler):
        def end_headers(self):
            self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    return PolicyHandler


@contextmanager
def watched_tab(browser, site, **options):
    """A tab, with options of Playwright's contexts; an error or a request elsewhere fails the test."""
    context = browser.new_context(**options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    wrong = noted(page, site)
    yield page
    context.close()
    assert wrong == [], wrong


def noted(page, site):
    """Return a list that gets each error a page tells and each request it sends elsewhere."""
    wrong = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if is_local(request.url, site) else wrong.append(request.url))
    return wrong


def is_local(url, site):
    """Tell whether an address is the site's, or made by the page itself."""
    return url.startswith((f"{site}/", "blob:", "data:"))
