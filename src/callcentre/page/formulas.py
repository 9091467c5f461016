"""Formulas are set by KaTeX in a process of its own, which a slow machine may keep waiting."""

import socket
import subprocess
import time

from docutils import nodes
from sphinxcontrib import katex

from .node import find_node, one_at_a_time

PATIENCE = 60  # seconds for it to start, and for a formula
RENDER = katex.KaTeXServer.render


def setup(app):
    """Have it started before pages are written; called by the extension."""
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = PATIENCE
    katex.NODEJS_BINARY = str(find_node())
    katex.KaTeXServer.start_server_process = start_and_connect
    katex.KaTeXServer.render = one_at_a_time(RENDER)
    app.connect("builder-inited", start)
    app.connect("html-page-context", load_style_where_needed)


def load_style_where_needed(app, pagename, templatename, context, doctree):
    """Leave KaTeX's style sheets out of a page without formulas."""
    if doctree is None or not any(doctree.findall(is_formula)):
        context["css_files"] = [sheet for sheet in context["css_files"] if "katex" not in str(sheet)]


def is_formula(node):
    return isinstance(node, nodes.math | nodes.math_block)


def start(app):
    katex.KaTeXServer.get()


def start_and_connect(folder, timeout):
    """Start the process and return it with a connection to it.

    Its socket is there a moment before it listens. The extension's own function, refused then, leaves the
    process behind: nothing ends it, and who waits for all that it may print waits for ever.
    """
    address = str(folder / "katex.sock")
    command = katex.KaTeXServer.build_command(socket=address)
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    until = time.monotonic() + timeout
    while True:
        try:
            connection.connect(address)
            return process, connection
        except (FileNotFoundError, ConnectionRefusedError):
            if process.poll() is not None or time.monotonic() > until:
                process.kill()
                connection.close()
                raise katex.KaTeXServer.timeout_error(timeout) from None
            time.sleep(0.001)
