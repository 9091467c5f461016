"""Serves the built book on localhost: ``python -m callcentre.page.serve _build/html 8000``."""

import sys
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Handler(SimpleHTTPRequestHandler):
    """Files as they are now: a page that was built anew is seen at once. Says nothing for each request."""

    protocol_version = "HTTP/1.1"  # a connection serves many files
    disable_nagle_algorithm = True  # and does not hold a small one back

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code, *words):
        """Answer a wrong address with the site's own page, as a web server does."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.exists():
            return super().send_error(code, *words)
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return None

    def log_message(self, *words):
        pass


def server(folder, port=0, handler=Handler):
    """Return a server of a folder on localhost, ready for ``serve_forever``; port 0 takes a free one.

    Raises
    ------
    OSError
        If another program listens on the port.
    """
    return ThreadingHTTPServer(("127.0.0.1", port), partial(handler, directory=str(folder)))


def main(folder, port):
    """Serve until interrupted; return what the process ends with."""
    if not Path(folder, "index.html").exists():
        return f"There is no built book in {folder}. Build it with `make book`."
    try:
        serving = server(folder, int(port))
    except OSError:
        return f"Another program listens on port {port}. Choose another: make serve PORT={int(port) + 1}"
    print(f"The book is at http://localhost:{port}/ (Ctrl+C ends it)", flush=True)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        print()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
