"""What runs behind the wall, with a student's notebook: it runs cells, and tells values when asked.

Nothing here is trusted once the first cell has run. Points are given outside, from values alone. It talks by
lines of JSON over the pipes it was started with; the notebook's own output goes nowhere.
"""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

from .values import decoded, encoded

HANDED_IN = Path("/handed-in")


class TimeIsUp(KeyboardInterrupt):
    """A cell or a call that took too long. No ``except Exception`` holds it."""


def main():
    """Do what each line asks until there is none."""
    settings = json.loads(sys.argv[1])
    asked, told = pipes()
    become(settings.get("user"))
    limit(settings)
    bring_files()
    signal.signal(signal.SIGALRM, time_is_up)
    shell = new_shell()
    tell(told, {"ready": True})
    for line in asked:
        tell(told, answer(shell, json.loads(line)))


def bring_files():
    """Put the student's own files where the notebook looks for them; it may change these copies."""
    for path in HANDED_IN.rglob("*") if HANDED_IN.is_dir() else ():
        if path.is_file():
            here = path.relative_to(HANDED_IN)
            here.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, here)


def pipes():
    """Return where one asks and where one is told, out of the way of what a notebook reads and prints."""
    asked, told = os.fdopen(os.dup(0), "r", encoding="utf-8"), os.fdopen(os.dup(1), "w", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    return asked, told


def become(user):
    """Become the user of that number, where the wall was built by the system's administrator."""
    if user is not None:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)


def limit(settings):
    """Set the system's limits on memory, files and processes; none can be raised again."""
    import resource

    wanted = [
        (resource.RLIMIT_DATA, settings["memory"]),
        (resource.RLIMIT_FSIZE, settings["file_size"]),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, settings["cpu_seconds"]),
    ]
    if settings.get("processes"):
        wanted.append((resource.RLIMIT_NPROC, settings["processes"]))
    for kind, most in wanted:
        resource.setrlimit(kind, (most, most))


def time_is_up(*_):
    raise TimeIsUp("took too long")


def new_shell():
    """Return IPython without a terminal, history and tracebacks."""
    from IPython.core.interactiveshell import InteractiveShell
    from traitlets.config import Config

    class Shell(InteractiveShell):
        def enable_gui(self, gui=None):
            """Pictures are drawn for nobody."""

        def showtraceback(self, *_, **__):
            """Nobody looks on: the error is told as data."""

        showsyntaxerror = showtraceback

    shell = Shell.instance(config=Config(HistoryManager={"enabled": False}))
    shell.display_formatter.active_types = ["text/plain"]
    sys.path.insert(0, "")
    return shell


def answer(shell, request):
    """Return what is told on one request."""
    act = {"run": run, "value": value, "call": call}[request["do"]]
    signal.setitimer(signal.ITIMER_REAL, request["seconds"])
    try:
        return act(shell, request)
    except BaseException as error:  # whatever it was, the next request gets its turn
        return in_words(error)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def run(shell, request):
    result = shell.run_cell(request["source"], store_history=False)
    error = result.error_before_exec or result.error_in_exec
    return in_words(error) if error else {"done": True}


def value(shell, request):
    if request["name"] not in shell.user_ns:
        return {"missing": True}
    return {"value": encoded(shell.user_ns[request["name"]])}


def call(shell, request):
    arguments = [decoded(one, lambda name: shell.user_ns.get(name)) for one in request["arguments"]]
    return {"value": encoded(shell.user_ns[request["name"]](*arguments))}


def in_words(error):
    """Return an error by its kind and words, cut where it is long."""
    try:
        words = str(error)[:500]
    except Exception:
        words = ""
    return {
        "error": type(error).__name__[:80],
        "words": words,
        "is_value_error": isinstance(error, ValueError),
        "is_slow": isinstance(error, TimeIsUp),
    }


def tell(told, data):
    told.write(json.dumps(data) + "\n")
    told.flush()


if __name__ == "__main__":
    main()
