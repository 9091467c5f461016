"""Serves a folder as a host of static sites does: compressed, and kept by the browser for a while."""

import gzip
from contextlib import contextmanager
from functools import cache
from http.server import SimpleHTTPRequestHandler
from pathlib import Path

from built_site import served

LEVEL = 6  # gzip's own default
KEPT_SECONDS = 600  # GitHub Pages, where the book is published, tells a browser to keep each file ten minutes


class HostHandler(SimpleHTTPRequestHandler):
    """Files under gzip, where that is shorter, over connections that stay open.

    Hosts speak HTTP/2, which asks for all files at once; Python's server speaks HTTP/1.1, where a file may
    wait for one of six connections. On a slow line a lab is live as late with either, for the line is full.
    """

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or the body waits until the browser acknowledges the headers
    sent = []

    def do_GET(self):  # noqa: N802 - http.server names it so
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body, is_packed = packed(path)
        self.sent.append((self.path.split("?")[0].lstrip("/"), len(body)))
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", f"max-age={KEPT_SECONDS}")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words):
        pass


@cache
def packed(path):
    """Return the bytes a host sends for a file, and whether they are compressed; compressed once only."""
    data = path.read_bytes()
    short = gzip.compress(data, LEVEL)
    return (short, True) if len(short) < len(data) else (data, False)


@contextmanager
def hosted(folder):
    """Serve a folder as a host does; gives its address, and the list to which each file sent adds itself.

    An entry of the list is the file's path under the folder, and how many bytes its body had.
    """
    sent = []
    handler = type("Recorder", (HostHandler,), {"sent": sent})
    with served(folder, handler) as address:
        yield address, sent
