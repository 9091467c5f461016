"""A plain page with Pyodide that runs the very same Python files, and one with MicroPython beside it."""

import json
import shutil
import statistics
from pathlib import Path

from built_site import ROOT, served

from callcentre import labs
from callcentre.page.bundle import MICROPYTHON
from callcentre.page.node import find_packages
from callcentre.page.packs import python_by_lab

from .serving import hosted
from .tables import say
from .visiting import cold_tab, cold_visit, visit

INSTALLED = ROOT / ".bench-page" / "node_modules" / "pyodide"
PLAIN = "index.html?engine={engine}&lab={lab}"
ROUNDS = 3  # the first does not count


def make_site(folder):
    """Lay the plain page, both Pythons and the labs' files in a folder."""
    shutil.copytree(Path(__file__).parent / "peer", folder, dirs_exist_ok=True)
    shutil.copytree(INSTALLED, folder / "pyodide")
    shutil.copytree(find_packages(ROOT) / MICROPYTHON, folder / "micropython")
    files = dict(file for files in python_by_lab().values() for file in files.items())
    (folder / "files.json").write_text(json.dumps(list(files.items())), encoding="utf-8")
    return folder


def measure(browser, folder, names):
    """Return Pyodide's measurements, with the times of both Pythons by lab under ``times``."""
    with served(folder) as address, hosted(folder) as (host, sent):
        say("Pyodide: visits")
        pages = [PLAIN.format(engine="pyodide", lab=name) for name in names]
        quick = [cold_visit(browser, f"{address}/{page}") for page in pages]
        sent.clear()
        slow = cold_visit(browser, f"{host}/{pages[0]}", is_slow=True)
        return {
            "version": version(),
            "all": sum(size for _, size in sent),
            "live": statistics.median(one["live"] for one in quick),
            "slow": slow["live"],
            "times": python_times(browser, address, names),
        }


def version():
    """Return which Pyodide this is."""
    return json.loads((INSTALLED / "package.json").read_text(encoding="utf-8"))["version"]


def python_times(browser, address, names):
    """Return by lab the median ms that MicroPython and Pyodide take to answer the same requests.

    They take turns, so that other work on the machine meets both.
    """
    times = {}
    with cold_tab(browser) as ours, cold_tab(browser) as theirs:
        for tab, engine in ((ours, "micropython"), (theirs, "pyodide")):
            visit(tab, f"{address}/{PLAIN.format(engine=engine, lab=names[0])}")
        for name in names:
            say(f"{name}: MicroPython and Pyodide")
            asked = [(request, tab) for request in requests(labs.find(name)) for tab in (ours, theirs)]
            rounds = [[milliseconds(tab, request) for request, tab in asked] for _ in range(ROUNDS)]
            counted = sum(rounds[1:], [])
            times[name] = statistics.median(counted[::2]), statistics.median(counted[1::2])
    return times


def milliseconds(tab, request):
    """Return how long a page's Python takes to answer.

    Raises
    ------
    RuntimeError
        If it does not answer with a view.
    """
    answer = tab.evaluate("request => ask(request)", json.dumps(request))
    if "view" not in json.loads(answer["text"]):
        raise RuntimeError(f"{tab.url} has no view for {request}: {answer['text'][:200]}")
    return answer["milliseconds"]


def requests(lab):
    """Return a lab's own values, and those with one control moved by a step, where they are allowed."""
    own = {control.name: control.default for control in lab.controls}
    others = [{**own, control.name: moved(control)} for control in lab.controls]
    scenarios = [own, *[values for values in others if values != own]]
    return [{"lab": lab.name, "values": values} for values in scenarios if is_allowed(lab, values)]


def moved(control):
    """Return another value of a control, a step from its default; the default where it has no steps."""
    value = control.default
    if control.kind in ("slider", "player", "number", "logarithmic"):
        return value + control.step if value + control.step <= control.high else value - control.step
    if control.kind == "choice":
        return next(option for option, _ in control.options if option != value)
    if control.kind == "many-of":
        first = control.options[0][0]
        return [one for one in value if one != first] if first in value else [first, *value]
    return not value if control.kind == "switch" else value


def is_allowed(lab, values):
    return "view" in json.loads(labs.answer(json.dumps({"lab": lab.name, "values": values})))
