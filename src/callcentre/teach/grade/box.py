"""One notebook's process behind the wall, seen from outside: what it is asked, and when it is ended."""

import json
import os
import select
import signal
import time

import psutil

from .values import decoded, encoded

LONGEST_LINE = 400_000
GRACE_SECONDS = 3.0  # how long a cell may hold on that was told to stop
START_SECONDS = 60.0
LOOK_EVERY = 0.2


class Stopped(BaseException):
    """The process is at an end: it held on, took too much, or broke off. The message says which.

    It is no Exception, since a check takes every Exception of a function for the student's.
    """


class NotBegun(Exception):
    """The process did not come to its first cell, which no student can bring about. The message says why."""


class Stop(Exception):
    """An error in the notebook: its kind and words."""

    def __init__(self, told):
        self.kind = str(told.get("error"))[:80]
        self.words = str(told.get("words", ""))[:500]
        self.is_slow = told.get("is_slow") is True
        self.is_value_error = told.get("is_value_error") is True
        super().__init__(f"{self.kind}: {self.words}" if self.words else self.kind)


class CalledInside:
    """A student's function: called here, it runs behind the wall."""

    def __init__(self, box, name):
        self.box = box
        self.__name__ = name

    def __call__(self, *arguments):
        return self.box.call(self.__name__, arguments)

    def __repr__(self):
        return f"the function {self.__name__}"


class Box:
    """A process behind a wall, and the conversation with it.

    Parameters
    ----------
    wall : callcentre.teach.grade.wall.Wall
    slot : int
        No two boxes at once have the same.
    folder : pathlib.Path
        The student's own files.
    limits : callcentre.teach.grade.wall.Limits
    until : float
        When the whole notebook must be through, by `time.monotonic`.
    """

    def __init__(self, wall, slot, folder, limits, until):
        self.limits = limits
        self.until = until
        self.unread = b""
        self.peak_bytes = 0
        self.cpu_seconds = 0.0
        self.process = wall.start(slot, folder, limits)

    def __enter__(self):
        try:
            self.told(time.monotonic() + START_SECONDS)
        except BaseException as error:
            self.end()
            if isinstance(error, Stopped):
                raise NotBegun(f"a notebook's process did not begin: {error}") from None
            raise
        return self

    def __exit__(self, *_):
        self.end()

    def run(self, source):
        """Run a cell; raise `Stop` where it stops with an error."""
        self.asked({"do": "run", "source": source})

    def value(self, name):
        """Return the value of a variable.

        Raises
        ------
        KeyError
            If the notebook has none of that name.
        """
        told = self.asked({"do": "value", "name": name})
        if "value" not in told:
            raise KeyError(name)
        return self.plain(told["value"], name)

    def call(self, name, arguments):
        """Return what a student's function returns."""
        request = {"do": "call", "name": name, "arguments": [encoded(one) for one in arguments]}
        try:
            told = self.asked(request)
        except Stop as stop:
            raise as_in_the_notebook(stop) from None
        return self.plain(told.get("value"), name)

    def plain(self, data, name):
        try:
            return decoded(data, lambda _: CalledInside(self, name))
        except (TypeError, ValueError, RecursionError) as error:
            raise Stopped("it answered with something that cannot be an answer") from error

    def asked(self, request):
        """Ask, and return what is told."""
        seconds = min(self.limits.seconds, self.until - time.monotonic())
        if seconds <= 0:
            raise Stopped("the whole notebook took too long")
        try:
            self.process.stdin.write(json.dumps(dict(request, seconds=seconds)).encode() + b"\n")
            self.process.stdin.flush()
        except OSError:
            raise Stopped("it ended its own process") from None
        told = self.told(time.monotonic() + seconds + GRACE_SECONDS)
        if "error" in told:
            raise Stop(told)
        return told

    def told(self, until):
        """Return the next line that comes, as data."""
        while b"\n" not in self.unread:
            if select.select([self.process.stdout], [], [], LOOK_EVERY)[0]:
                part = os.read(self.process.stdout.fileno(), 65_536)
                self.unread += part
                if not part:
                    raise Stopped("it ended its own process")
                if len(self.unread) > LONGEST_LINE:
                    raise Stopped("it answered without end")
                continue
            self.look()
            if time.monotonic() > until:
                raise Stopped("it did not stop when its time was up")
        line, self.unread = self.unread.split(b"\n", 1)
        try:
            told = json.loads(line)
        except (ValueError, RecursionError):
            told = None
        if not isinstance(told, dict):
            raise Stopped("it answered with something that cannot be an answer")
        return told

    def look(self):
        """See that the box keeps within its memory and its number of processes."""
        family = self.family()
        used = sum(memory(one) for one in family)
        self.peak_bytes = max(self.peak_bytes, used)
        if used > 1.2 * self.limits.megabytes * 2**20:
            raise Stopped(f"it took more than {self.limits.megabytes} MB of memory")
        if len(family) > self.limits.processes + 4:
            raise Stopped(f"it started more than {self.limits.processes} processes")

    def family(self):
        try:
            parent = psutil.Process(self.process.pid)
            return [parent, *parent.children(recursive=True)]
        except psutil.Error:
            return []

    def end(self):
        """End the process and all it started."""
        family = self.family()
        self.cpu_seconds = sum(cpu_seconds(one) for one in family)
        self.peak_bytes = max(self.peak_bytes, sum(memory(one) for one in family))
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            self.process.kill()
        for one in family:
            try:
                one.kill()
            except psutil.Error:
                continue
        self.process.wait()
        self.process.stdin.detach()
        self.process.stdout.close()


def as_in_the_notebook(stop):
    """Return a student's error as an exception of the same name, so that it reads as it did there."""
    if stop.is_slow:
        return RuntimeError("the call took too long")
    base = ValueError if stop.is_value_error else RuntimeError
    return type(stop.kind if stop.kind.isidentifier() else "Error", (base,), {})(stop.words)


def cpu_seconds(process):
    try:
        used = process.cpu_times()
    except psutil.Error:
        return 0.0
    return used.user + used.system


def memory(process):
    try:
        return process.memory_info().rss
    except psutil.Error:
        return 0
