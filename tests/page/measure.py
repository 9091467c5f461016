"""Measures the pages with a lab in Chromium and prints a table: ``make bench-page``.

gzip KB    what a server that compresses sends for the whole page; lab KB, of that the labs' script and style
requests   how many files the page asks for
live ms    from navigation to a live lab with an empty cache, median of 5
answer ms  from a control's change to the frame that shows the new picture, 95th percentile of 20
shift      cumulative layout shift, the largest of the 5 visits
"""

import gzip
import statistics
import sys
from urllib.parse import urlsplit

import chromium
from built_site import BUILT, lab_pages, served
from playwright.sync_api import sync_playwright
from visits import first_lab, open_live

HEADS = ("gzip KB", "lab KB", "requests", "live ms", "answer ms", "shift")
VISITS = 5
CHANGES = 20
WATCH = """
window.shift = 0;
const sum = list => { for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value };
new PerformanceObserver(sum).observe({type: 'layout-shift', buffered: true});
window.isLive = () => {
  const labs = [...document.querySelectorAll('section[data-lab]')];
  return labs.length > 0 && labs.every(one => one.dataset.state === 'live');
};
const noted = new MutationObserver(() => { if (isLive()) { window.liveAfter ??= performance.now() } });
noted.observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ['data-state']});
"""
CHANGE = """
async ([section, up]) => {
  const control = section.querySelector('input[type=range], input[type=checkbox]');
  if (control.type === 'checkbox') control.checked = !control.checked;
  else if (up) control.stepUp();
  else control.stepDown();
  const start = performance.now();
  const shown = new Promise(resolve => {
    new MutationObserver((_, observer) => { observer.disconnect(); requestAnimationFrame(() => resolve()) })
      .observe(section, {attributes: true, attributeFilter: ['data-revision']});
  });
  control.dispatchEvent(new Event('input', {bubbles: true}));
  await shown;
  return performance.now() - start;
}
"""


def main():
    """Print the table; return what the process ends with."""
    if not BUILT.exists():
        return f"There is no built book in {BUILT}. Build it with `make book`."
    print(row("page", HEADS))
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        for page in lab_pages():
            print(line(browser, address, page), flush=True)
        browser.close()
    return 0


def line(browser, address, page):
    """Return a page's measurements as a line of the table."""
    visits = [visit(browser, f"{address}/{page}") for _ in range(VISITS)]
    live = statistics.median(one["live"] for one in visits)
    sizes = {path: compressed(path) for path in visits[0]["paths"]}
    own = sum(size for path, size in sizes.items() if "callcentre." in path)
    shift = max(one["shift"] for one in visits)
    answer = percentile_95(answers(browser, f"{address}/{page}"))
    total = sum(sizes.values())
    figures = [total / 1000, own / 1000, len(sizes), live, answer]
    return row(page, [f"{figure:.0f}" for figure in figures] + [f"{shift:.4f}"])


def row(page, cells):
    """Return a page and its cells in columns."""
    return f"{page:44}" + "".join(f"{cell:>11}" for cell in cells)


def visit(browser, address):
    """Open a page with an empty cache; return when it was live, how it shifted, and what it asked for."""
    with browser.new_context() as context:
        tab = context.new_page()
        tab.add_init_script(WATCH)
        asked = []
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(address)
        tab.wait_for_function("window.liveAfter !== undefined")
        tab.wait_for_timeout(300)
        paths = [urlsplit(url).path.lstrip("/") for url in asked if url.startswith("http")]
        return {"live": tab.evaluate("liveAfter"), "shift": tab.evaluate("shift"), "paths": paths}


def answers(browser, address):
    """Return how many milliseconds each of many changes took until the new picture was drawn."""
    with browser.new_context() as context:
        tab = context.new_page()
        open_live(tab, address)
        section = first_lab(tab).element_handle()
        return [tab.evaluate(CHANGE, [section, change % 2 == 0]) for change in range(CHANGES)]


def compressed(path):
    """Return how many bytes a file has after gzip; what is compressed already stays as it is."""
    file = BUILT / path
    if not file.is_file():
        return 0
    data = file.read_bytes()
    return min(len(data), len(gzip.compress(data, 9)))


def percentile_95(values):
    return statistics.quantiles(values, n=20)[-1]


if __name__ == "__main__":
    sys.exit(main())
