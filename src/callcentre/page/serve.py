"""Serve a folder on localhost until Ctrl-C: ``python -m callcentre.page.serve FOLDER PORT``."""

import functools
import http.server
import sys


def main(folder, port):
    handler = functools.partial(QuietHandler, directory=folder)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", int(port)), handler)
    except OSError as problem:
        sys.exit(f"Port {port} cannot be used ({problem.strerror}). Name another: make serve PORT={int(port) + 1}")
    print(f"The book is at http://localhost:{port}/ (Ctrl-C stops it)", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files without a line for each request; files may be kept, but are asked after each time."""

    def end_headers(self):
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    main(*sys.argv[1:])
