"""Prints what was measured, in columns; how far it is goes to standard error."""

import sys

LAB_WIDTH, WIDTH, PATH_WIDTH = 16, 10, 52
PAGE_HEADS = (
    *("lab KB", "page KB", "files", "again KB", "live ms", "warm ms", "slow s"),
    *("answer ms", "median ms", "shift"),
)
PEER_HEADS = ("KB", "live ms", "slow s", "Python ms")


def say(words):
    print(f"... {words}", file=sys.stderr, flush=True)


def show_pages(results):
    print("The labs' pages")
    print(row("lab", PAGE_HEADS) + "  slowest")
    for name, one in results.items():
        cells = [kilobytes(one["own"]), kilobytes(one["all"]), one["files"], kilobytes(one["again"])]
        cells += [whole(one["live"]), whole(one["warm"]), seconds(one["slow"])]
        cells += [whole(one["p95"]), whole(one["median"]), f"{one['shift']:.4f}"]
        print(f"{row(name, cells)}  {one['slowest']}")
    print(flush=True)


def show_peer(results, peer):
    print(f"Beside Pyodide {peer['version']}")
    print(row("lab", [cell for head in PEER_HEADS for cell in (head, "Pyodide", "times")]))
    for name, one in results.items():
        ours, theirs = peer["times"][name]
        cells = [
            *beside(one["own"], peer["all"], lambda count: whole(count / 1000)),
            *beside(one["live"], peer["live"], whole),
            *beside(one["slow"], peer["slow"], seconds),
            *beside(ours, theirs, "{:.1f}".format),
        ]
        print(row(name, cells))
    print(flush=True)


def beside(ours, theirs, shown):
    return [shown(ours), shown(theirs), f"{ours / theirs:.2f}"]


def show_line(results):
    """Print what the slow line carries before the lab that is last on it is live, as it comes to its end."""
    name = max(results, key=lambda name: results[name]["slow"])
    visit = results[name]["line"]
    print(f"What the slow line carries before {name} is live: found, asked for and there, in seconds")
    print(" " * PATH_WIDTH + "".join(f"{head:>{WIDTH}}" for head in ("KB", "found", "asked", "there")))
    moments = [(visit["painted"], "first paint"), (visit["read"], "page read"), (visit["live"], "lab live")]
    lines = [(moment, f"-- {words}", ["", "", ""]) for moment, words in moments if moment]
    for one in visit["files"]:
        if one["asked"] < visit["live"]:
            cells = [kilobytes(one["bytes"]), seconds(one["found"]), seconds(one["asked"])]
            lines.append((one["there"], one["path"], cells))
    for moment, words, cells in sorted(lines):
        print(
            f"{words[-PATH_WIDTH:]:{PATH_WIDTH}}"
            + "".join(f"{cell:>{WIDTH}}" for cell in [*cells, seconds(moment)])
        )
    print(flush=True)


def show_budgets(budgets):
    print("Budgets, each with the lab that comes nearest or exceeds it most")
    for one in budgets:
        verdict = "NOT MET" if one.exceeded_by else "met"
        figure = f"{one.measured[one.worst]:.{one.decimals}f}"
        over = f", exceeded by {len(one.exceeded_by)} of {len(one.measured)} labs" if one.exceeded_by else ""
        most = f"{one.most:g} {one.unit}".rstrip()
        print(f"{verdict:9}{one.words:43}{figure:>8} of {most} ({one.worst}{over})")


def row(name, cells, width=WIDTH):
    return f"{name:{LAB_WIDTH}}" + "".join(f"{cell:>{width}}" for cell in cells)


def kilobytes(count):
    return f"{count / 1000:.1f}"


def seconds(milliseconds):
    return f"{milliseconds / 1000:.2f}"


def whole(number):
    return f"{number:.0f}"
