"""Visits a page in Chromium: when its labs are live, what shifts, and what comes over the line before."""

from contextlib import contextmanager

SLOW = {  # 1.6 Mbit/s and 150 ms are Lighthouse's "slow 4G"
    "offline": False,
    "latency": 150,  # ms from a request to its headers
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SETTLE = 300  # ms after a page is loaded and live, for what shifts late
PATIENCE = 300_000  # ms until a visit has failed
WATCH = """
window.shift = 0;
const sum = list => { for (const one of list.getEntries()) if (!one.hadRecentInput) shift += one.value };
new PerformanceObserver(sum).observe({type: 'layout-shift', buffered: true});
const noted = new MutationObserver(() => {
  const states = [...document.querySelectorAll('section[data-lab]')].map(one => one.dataset.state);
  if (states.every(state => state === 'live')) window.liveAfter ??= performance.now();
  if (states.includes('failed')) window.failure = 'a lab did not come alive';
});
noted.observe(document, {subtree: true, attributeFilter: ['data-state']});
"""
# A shift is only seen where it is in sight.
LOOK_AT_LAB = """
addEventListener('DOMContentLoaded', () => document.querySelector('section[data-lab]')?.scrollIntoView());
"""
IS_LIVE = "window.liveAfter !== undefined || window.failure"
FILES = """
() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
  .filter(({name}) => name.startsWith('http'))
  .map(one => ({
    path: new URL(one.name).pathname.slice(1),
    bytes: one.encodedBodySize,
    found: one.startTime,
    asked: one.requestStart,
    there: one.responseEnd,
  }))
"""
MOMENTS = """
() => ({
  painted: performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  read: performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
})
"""


def cold_visit(browser, address, is_slow=False):
    """Visit a page with an empty cache."""
    with cold_tab(browser) as tab:
        return visit(tab, address, is_slow)


@contextmanager
def cold_tab(browser):
    """A tab with an empty cache."""
    with browser.new_context() as context:
        yield context.new_page()


def visit(tab, address, is_slow=False):
    """Open a page; return when it was live (ms from navigation), its shifts, its files and its moments.

    On a slow line the page is scrolled to its first lab as soon as it is read, to see whether it shifts.
    """
    tab.set_default_timeout(PATIENCE)
    tab.add_init_script(WATCH)
    if is_slow:
        slow_down(tab)
        tab.add_init_script(LOOK_AT_LAB)
    tab.goto(address, wait_until="commit")
    wait_live(tab)
    tab.wait_for_load_state("load")
    tab.wait_for_timeout(SETTLE)
    return {
        "live": tab.evaluate("liveAfter"),
        "shift": tab.evaluate("shift"),
        "files": tab.evaluate(FILES),
        **tab.evaluate(MOMENTS),
    }


def slow_down(tab):
    """Put a tab, its workers included, on a slow line.

    Chromium counts bytes as they are sent, under gzip; requests under way share the line in equal parts,
    whatever their priority. A connection costs nothing to open.
    """
    session = tab.context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW)


def wait_live(tab):
    """Wait until a page is live. It is not asked at each frame, which would be work for it.

    Raises
    ------
    RuntimeError
        If the page says that it has failed.
    """
    tab.wait_for_function(IS_LIVE, polling=100)
    if failure := tab.evaluate("window.failure"):
        raise RuntimeError(f"{tab.url} failed: {failure}")
