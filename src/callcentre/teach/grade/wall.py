"""What keeps a notebook apart from the machine: bubblewrap where it works, else limits alone."""

import json
import os
import shutil
import site
import subprocess
import sys
from pathlib import Path

import callcentre

MEGABYTE = 2**20
PACKAGE = Path(callcentre.__file__).parent
FIRST_USER = 61_000  # numbers that no user of a usual system has
SYSTEM = (
    "/usr",
    "/lib",
    "/lib32",
    "/lib64",
    "/bin",
    "/etc/ld.so.cache",
    "/etc/alternatives",
    "/etc/localtime",
)
APART = ("--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try")
HOME = "/home/student"


class Limits:
    """How much a notebook may use.

    Parameters
    ----------
    seconds : float
        For one cell, or one call of a function; a whole notebook has ten times as long.
    megabytes : int
        Memory.
    processes : int
        At once.
    """

    def __init__(self, seconds=30.0, megabytes=1024, processes=48):
        self.seconds = seconds
        self.megabytes = megabytes
        self.processes = processes

    def settings(self):
        return {
            "memory": self.megabytes * MEGABYTE,
            "file_size": 64 * MEGABYTE,
            "cpu_seconds": int(self.seconds * 10) + 10,
        }


class Wall:
    """Starts a process apart. ``kind`` is "administrator", "user" (both bubblewrap) or "limits"."""

    def __init__(self, kind):
        self.kind = kind

    @property
    def holds(self):
        return self.kind != "limits"

    def in_words(self):
        if self.holds:
            return "Each notebook runs walled off by bubblewrap."
        return (
            "Bubblewrap does not work here: notebooks run with limits of time and memory, "
            "but with your rights."
        )

    def command(self, slot, folder, limits):
        """Return the command that starts `inside`, in the slot of that number, with a student's own files."""
        settings = limits.settings()
        if self.holds:
            settings["processes"] = limits.processes
        if self.kind == "administrator":
            settings["user"] = FIRST_USER + slot
        run = [sys.executable, "-m", "callcentre.teach.grade.inside", json.dumps(settings)]
        return [*self.bubblewrap(folder), *run] if self.holds else run

    def bubblewrap(self, folder):
        """Return bubblewrap's part of the command: what can be seen, and nothing else is there."""
        rights = {
            "administrator": ("--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"),
            "user": ("--unshare-user",),
        }[self.kind]
        words = ["bwrap", *APART, *rights, "--die-with-parent", "--new-session", "--clearenv"]
        for name, value in environment(HOME, "/course").items():
            words += ["--setenv", name, value]
        for path in ("/tmp", HOME):  # first of all: Python may stand below one of them
            words += [*above(path), "--size", str(64 * MEGABYTE), "--perms", "1777", "--tmpfs", path]
        for path in (*SYSTEM, *python_folders()):
            words += shown(Path(path), path)
        words += ["--proc", "/proc", "--dev", "/dev"]
        words += shown(PACKAGE, "/course/callcentre")
        words += shown(folder, "/handed-in")
        return [*words, "--chdir", HOME, "--"]

    def start(self, slot, folder, limits):
        """Start the process; talk to it over its pipes."""
        return subprocess.Popen(
            self.command(slot, folder, limits),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=None if self.holds else folder,
            env=None if self.holds else environment(str(folder), str(PACKAGE.parent)),
            start_new_session=True,
        )


def found():
    """Return the best wall that works here."""
    kinds = ["administrator"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    for kind in [*kinds, "user"] if shutil.which("bwrap") else []:
        trial = Wall(kind)
        command = [*trial.bubblewrap(PACKAGE), sys.executable, "-c", "import IPython"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:
            return trial
    return Wall("limits")


def environment(home, package):
    """Return the variables a notebook sees: none of the instructor's."""
    return {
        "PATH": os.defpath,
        "HOME": home,
        "IPYTHONDIR": f"{home}/.ipython",
        "PYTHONPATH": package,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "LANG": "C.UTF-8",
        "MPLBACKEND": "agg",
        "OPENBLAS_NUM_THREADS": "1",
        "OMP_NUM_THREADS": "1",
        "NBGRADER_EXECUTION": "autograde",
    }


def python_folders():
    """Return where Python and its packages are, without the folder that the course's package stands in."""
    folders = [sys.base_prefix, sys.prefix, os.path.realpath(sys.base_prefix)]
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    return [one for one in dict.fromkeys(folders) if Path(one).is_dir() and not one.startswith("/usr")]


def shown(source, target):
    """Return the words that show a file or folder, to read."""
    if source.is_symlink() and str(source) == str(target):
        return ["--symlink", str(source.readlink()), str(target)]
    return [*above(target), "--ro-bind", str(source), str(target)] if source.exists() else []


def above(path):
    """Return the words that make the folders above a path, so that everybody may pass."""
    parents = [str(parent) for parent in reversed(Path(path).parents)][1:]
    return [word for parent in parents for word in ("--perms", "0755", "--dir", parent)]
