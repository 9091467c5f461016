"""What the words of a command line may be: each returns its value, or says what is allowed."""

import argparse
import re
from datetime import date
from urllib.parse import urlsplit

ENDINGS = re.compile(r"\.(?:html|md|ipynb)$")


def name(text):
    """Return the name of a chapter, lab or unit, which may be given as its page or file is called."""
    return ENDINGS.sub("", text)


def title(text):
    """Return words that are to be read."""
    if not text.strip():
        raise argparse.ArgumentTypeError(f"must have a letter or more, got {text!r}")
    return text.strip()


def whole(text, least, most):
    """Return a whole number between two, both included."""
    if not re.fullmatch("[0-9]{1,15}", text) or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"must be a whole number from {least} to {most}, got {text}")
    return int(text)


def day(text):
    """Return a day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"must be a day such as 2027-02-05, got {text}") from None


def address(text):
    """Return a site's address as it was given."""
    try:
        parts = urlsplit(text)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise argparse.ArgumentTypeError(f"must be an address such as https://example.org/course, got {text}")
    return text
