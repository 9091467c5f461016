"""Finds Chromium, Firefox and WebKit, and installs those that are missing; prints where each is.

Debian's own packages come first. Where apt has none that starts, as Ubuntu has Firefox only as a snap, a
build of Playwright's own takes its place.
"""

import os
import shutil
import subprocess
import sys
from collections import namedtuple
from functools import cache
from pathlib import Path

# The names its program may have, what to try it with, the programs it needs beside it, and Debian's packages.
Browser = namedtuple("Browser", "programs try_with beside packages")
BROWSERS = {
    "chromium": Browser(
        ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
        "--version",
        (),
        ("chromium",),
    ),
    "firefox": Browser(("firefox-esr",), "--version", (), ("firefox-esr",)),
    "webkit": Browser(
        ("WebKitWebDriver",), "--help", ("Xvfb", "bwrap"), ("webkit2gtk-driver", "xvfb", "bubblewrap")
    ),
}
PLAYWRIGHT = [sys.executable, "-m", "playwright"]
BY_HAND = """The browser tests need {missing}, which could be neither found nor installed.
Install by hand, on Debian as root: apt install {packages}
elsewhere: .venv/bin/playwright install --with-deps {missing}"""


def find(name):
    """Return the path of a browser that starts, the system's or Playwright's own, or None."""
    return find_in_system(name) or find_in_playwright(name)


def find_in_system(name):
    """Return the path of the system's browser, or of the program that drives it, or None."""
    browser = BROWSERS[name]
    if not all(shutil.which(program) for program in browser.beside):
        return None
    paths = filter(None, map(shutil.which, browser.programs))
    # Ubuntu's chromium-browser may be a stub that only names a snap.
    return next((path for path in paths if succeeds([path, browser.try_with])), None)


def find_in_playwright(name):
    """Return the path of Playwright's own build of a browser, or None where none is there that starts."""
    if not succeeds([*PLAYWRIGHT, "--version"]):
        return None  # on a bare Debian its node lacks a library, which the browsers' packages bring
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        kind = getattr(playwright, name)
        if not Path(kind.executable_path).exists():
            return None
        try:
            kind.launch().close()
        except Error:
            return None
        return kind.executable_path


def install(name):
    """Install a browser in the ways this machine allows, until it starts; return its path or None."""
    for command in ways(name):
        print(f"Installing {name}:", " ".join(command), file=sys.stderr, flush=True)
        subprocess.run(command, stdout=sys.stderr)
        if path := find(name):
            return path
    return None


def ways(name):
    """Return commands that install a browser, the first that this machine allows first."""
    own = [*PLAYWRIGHT, "install", name]
    if (apt := apt_get()) is None:
        return [own]
    return [
        [*apt, "install", "--yes", "--no-install-recommends", *BROWSERS[name].packages],
        [*own, "--with-deps"],
    ]


@cache
def apt_get():
    """Return apt-get as root runs it, with its lists renewed; None where it is missing or not allowed."""
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    apt = [*as_root, "apt-get"]
    return apt if shutil.which("apt-get") and succeeds([*apt, "update"], seconds=600) else None


def succeeds(command, seconds=60):
    """Tell whether a command ends well within that time."""
    try:
        return subprocess.run(command, capture_output=True, timeout=seconds).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main():
    """Print the path of each browser; return what the process ends with."""
    paths = {name: find(name) or install(name) for name in BROWSERS}
    missing = [name for name, path in paths.items() if path is None]
    if missing:
        packages = [package for name in missing for package in BROWSERS[name].packages]
        return BY_HAND.format(missing=" ".join(missing), packages=" ".join(packages))
    print(*paths.values(), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
