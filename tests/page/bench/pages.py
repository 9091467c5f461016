"""Measures one page for each lab: what it loads, when it is live, how it answers and what shifts."""

import statistics

from built_site import BUILT, served

from callcentre import labs
from callcentre.page import bundle

from .answering import answers
from .serving import hosted
from .tables import say
from .visiting import cold_visit, visit

VISITS, SLOW_VISITS = 5, 3


def measure(browser, page_of):
    """Return the measurements of each lab by its name, as the package's docstring explains them.

    Parameters
    ----------
    browser : playwright's Browser
    page_of : dict of str to str
        Lab's name to its page, in the order of the book.
    """
    with served() as address, hosted(BUILT) as (host, sent):
        results = next_visits(browser, host, sent, page_of)
        for name, page in page_of.items():
            say(f"{name}: visits")
            results[name] |= first_visits(browser, address, host, sent, page)
            say(f"{name}: moves")
            results[name] |= answers(browser, f"{address}/{page}", labs.find(name))
    return results


def first_visits(browser, address, host, sent, page):
    """Return what a page does on visits with an empty cache."""
    quick = [cold_visit(browser, f"{address}/{page}") for _ in range(VISITS)]
    sent.clear()
    slow = [cold_visit(browser, f"{host}/{page}", is_slow=True)]
    sizes = list(sent)
    slow += [cold_visit(browser, f"{host}/{page}", is_slow=True) for _ in range(SLOW_VISITS - 1)]
    return {
        "own": own_bytes(sizes),
        "all": sum(size for _, size in sizes),
        "files": len(sizes),
        "live": statistics.median(one["live"] for one in quick),
        "slow": statistics.median(one["live"] for one in slow),
        "shift": max(one["shift"] for one in quick + slow),
        "line": sorted(slow, key=lambda one: one["live"])[len(slow) // 2],
    }


def next_visits(browser, host, sent, page_of):
    """Return by lab how a page comes alive, and what is sent again, where another lab was visited before."""
    names = list(page_of)
    found = dict.fromkeys(names)
    with browser.new_context() as context:
        for name in [names[-1], *names]:
            say(f"{name}: a warm cache")
            sent.clear()
            tab = context.new_page()
            live = visit(tab, f"{host}/{page_of[name]}")["live"]
            found[name] = {"warm": live, "again": own_bytes(sent)}
            tab.close()
    return found


def own_bytes(sent):
    """Return how many of the bytes sent are the labs' script, engine, data and style."""
    own = {f"_static/{file.relative_to(bundle.SITE).as_posix()}" for file in bundle.SITE.rglob("*")}
    return sum(size for path, size in sent if path in own)
