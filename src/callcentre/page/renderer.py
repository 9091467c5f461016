"""Draws labs as HTML while the book is built, with the very code that draws them in the page."""

import json
import subprocess

from .bundle import RENDERER
from .node import find_node, one_at_a_time


class Renderer:
    """A node process that is started by ``start``, or the first request, and stays open until ``close``.

    Processes forked after its start share it.

    Parameters
    ----------
    language : str
        How numbers are written and lists are told.
    translations : dict, optional
        What is laid over labs and frame, {English: its own}, as catalogue.py gives it.
    """

    def __init__(self, language="en", translations=None):
        self.begin = {"language": language, "translations": translations or {}}
        self.process = None

    def lab(self, context, answer):
        """Return a lab's HTML.

        Parameters
        ----------
        context : dict
            ``id``, ``words``, ``book``, ``sections``, ``heading`` and ``assignment``, as
            script/render.mjs tells.
        answer : dict
            ``lab`` (its description) with what ``callcentre.labs.answer`` gives, decoded.
        """
        return self.ask({"ask": "lab", "context": context, "answer": answer})

    def quantity(self, quantity):
        """Return a quantity, as ``Quantity.as_data`` gives it, as a reader sees it: "€1,234"."""
        return self.ask({"ask": "quantity", "quantity": quantity})

    def start(self):
        """Start the process."""
        self.process = subprocess.Popen(
            [find_node(), RENDERER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self.send(self.begin)

    @one_at_a_time
    def ask(self, request):
        """Send a request and wait for its answer; raise RuntimeError with the script's own error."""
        if self.process is None:
            self.start()
        self.send(request)
        line = self.process.stdout.readline()
        answer = json.loads(line) if line else {"error": "node ended without an answer"}
        if "error" in answer:
            raise RuntimeError(f"a lab could not be drawn: {answer['error']}")
        return answer["answer"]

    def send(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def close(self):
        """End the process."""
        if self.process is not None:
            self.process.stdin.close()
            self.process.wait()
            self.process.stdout.close()
            self.process = None
