"""Finds a Chromium that runs here, and installs one where there is none; prints its path."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find():
    """Return the path of a Chromium that starts, or None."""
    for name in NAMES:
        path = shutil.which(name)
        if path and starts(path):
            return path
    path = playwright_own()
    return path if starts(path) else None


def playwright_own():
    """Return where Playwright keeps its own Chromium, whether it is there or not."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def starts(path):
    """Tell whether the program runs; Ubuntu's chromium-browser may be a stub that only names a snap."""
    return succeeds([path, "--version"])


def succeeds(command):
    """Tell whether a command ends well within a minute."""
    try:
        return subprocess.run(command, capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def install():
    """Install a Chromium in the ways this machine allows, until one starts; return its path or None."""
    for commands in ways():
        for command in commands:
            print("Installing Chromium:", " ".join(command), file=sys.stderr, flush=True)
            if subprocess.run(command, stdout=sys.stderr).returncode:
                break
        if path := find():
            return path
    return None


def ways():
    """Return lists of commands, the first that this machine allows first."""
    found = []
    apt = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
    if shutil.which("apt-get"):
        if os.geteuid() == 0:
            found.append([["apt-get", "update"], apt])
        elif (
            shutil.which("sudo")
            and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0
        ):
            found.append([["sudo", "-n", "apt-get", "update"], ["sudo", "-n", *apt]])
    found.append([[sys.executable, "-m", "playwright", "install", "chromium"]])
    return found


def main():
    """Print the path of a Chromium; return what the process ends with."""
    path = find() or install()
    if path is None:
        return (
            "The browser tests need a Chromium, none was found and none could be installed.\n"
            "Install one by hand: `apt install chromium` as root, or "
            "`.venv/bin/playwright install --with-deps chromium`."
        )
    print(Path(path))
    return 0


if __name__ == "__main__":
    sys.exit(main())
