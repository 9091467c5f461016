"""Where the tests' Chromium is, and what it is started with.

``python tests/page/chromium.py`` prints where.
"""

import browsers

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
    return browsers.find("chromium")


if __name__ == "__main__":
    print(find() or "chromium")
