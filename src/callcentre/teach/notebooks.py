"""Where the course's notebooks are, and how one is read and written."""

import nbformat


def with_outputs(root):
    """Return the notebooks that store what they show: all of notebooks/ and solutions/."""
    return sorted([*root.glob("notebooks/*.ipynb"), *root.glob("solutions/*/*.ipynb")])


def units(root):
    """Return the names of the folders of solutions/ that hold notebooks."""
    return sorted({path.parent.name for path in root.glob("solutions/*/*.ipynb")})


def read(path):
    return nbformat.read(path, as_version=4)


def as_text(notebook):
    """Return a notebook as it stands in its file."""
    return nbformat.writes(notebook) + "\n"


def write(path, notebook):
    """Write a notebook where that changes something; return whether it did."""
    text = as_text(notebook)
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return False
    path.write_text(text, encoding="utf-8")
    return True
