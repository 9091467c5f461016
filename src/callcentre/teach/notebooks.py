"""Where the course's notebooks are, and how one is read and written."""

import json

import nbformat

from . import whole_file
from .trouble import Trouble, of_system


def with_outputs(root):
    """Return the notebooks that store what they show: all of notebooks/ and solutions/."""
    return sorted([*root.glob("notebooks/*.ipynb"), *root.glob("solutions/*/*.ipynb")])


def units(root):
    """Return the names of the folders of solutions/ that hold notebooks."""
    return sorted({path.parent.name for path in root.glob("solutions/*/*.ipynb")})


def read(path):
    """Return a notebook.

    Raises
    ------
    Trouble
        If the file cannot be read, or holds no notebook; the message names it.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise Trouble(of_system(error)) from None
    except UnicodeDecodeError:
        raise Trouble(f"{path} is no notebook: its content is no text") from None
    try:
        content = json.loads(text)
    except ValueError as error:
        raise Trouble(f"{path} is no notebook, since its content is no whole JSON: {error}") from None
    if not isinstance(content, dict) or content.get("nbformat") not in list(nbformat.versions):
        raise Trouble(f"{path} is no notebook: its content names no nbformat that is known, such as 4")
    try:
        notebook = nbformat.convert(nbformat.reader.reads(text), 4)
        nbformat.validate(notebook)
    except Exception as error:  # of any kind, since nbformat trusts what stands there
        words = (str(error) or type(error).__name__).splitlines()[0]
        raise Trouble(f"{path} is no valid notebook: {words}") from None
    return notebook


def troubles(paths, look):
    """Return all that a function says of each notebook in turn, and of one that cannot be read just that.

    Parameters
    ----------
    paths : sequence of pathlib.Path
    look : callable
        From a path to a list of sentences.
    """
    found = []
    for path in paths:
        try:
            found += look(path)
        except Trouble as error:
            found.append(str(error))
    return found


def as_text(notebook):
    """Return a notebook as it stands in its file."""
    return nbformat.writes(notebook) + "\n"


def write(path, notebook):
    """Write a notebook where that changes something; return whether it did."""
    text = as_text(notebook)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    whole_file.write(path, text.encode())
    return True
