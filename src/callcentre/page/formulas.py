"""Formulas are set by KaTeX in a process of its own, which a slow machine may keep waiting."""

from sphinxcontrib import katex

from .node import find_node

PATIENCE = 60  # seconds for it to start, and for a formula


def setup(app):
    """Have it started before pages are written; called by the extension."""
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = PATIENCE
    katex.NODEJS_BINARY = str(find_node())
    app.connect("builder-inited", start)


def start(app, attempts=3):
    """Start the process; its socket is there a moment before it listens, so a refusal is asked again."""
    for attempt in range(attempts):
        try:
            katex.KaTeXServer.get()
            return
        except ConnectionRefusedError:
            if attempt == attempts - 1:
                raise
