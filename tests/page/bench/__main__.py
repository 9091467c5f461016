"""Runs the benchmark that this package's docstring describes; what it measures never makes it fail."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import chromium
from built_site import BUILT, page_of_each_lab
from playwright.sync_api import sync_playwright

from callcentre import labs

from . import __doc__ as explanation
from . import pages, peers, tables
from .budgets import budgets


def main():
    """Print the tables; return what the process ends with."""
    if not (BUILT.exists() and peers.INSTALLED.exists()):
        return f"The book is not built in {BUILT}, or Pyodide is not installed. Run `make bench-page`."
    found = page_of_each_lab()
    page_of = {lab.name: found[lab.name] for lab in labs.all() if lab.name in found}
    print(explanation)
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        load = os.getloadavg()[0]
        print(f"Chromium {browser.version}; {os.cpu_count()} processors, load {load:.1f} before it began\n")
        results = pages.measure(browser, page_of)
        tables.show_pages(results)
        peer = peers.measure(browser, peers.make_site(Path(folder)), list(page_of))
        tables.show_peer(results, peer)
        tables.show_line(results)
        tables.show_budgets(budgets(results))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
