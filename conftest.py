"""Runs the notebooks and compares what they show with what they store: the one place that knows nbval."""

import pytest

# What changes from run to run, and no reader misses: {pattern: what stands for it}.
CHANGING = {
    r"data:image/png;base64,[A-Za-z0-9+/=]+": "PICTURE",
    r"<Figure size [^>]*>": "FIGURE",
}


def pytest_addoption(parser):
    """Add the option that asks for it; called by pytest."""
    parser.addoption("--notebooks", action="store_true", help="run the notebooks and compare their outputs")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config):
    """Have notebooks run in the environment of the tests; called by pytest."""
    if config.option.notebooks:
        config.option.nbval_current_env = True


def pytest_collect_file(file_path, parent):
    """Return a notebook's cells as tests; called by pytest."""
    if not parent.config.option.notebooks or file_path.suffix != ".ipynb":
        return None
    from nbval.plugin import IPyNbFile  # takes a second: only for who asks for it

    class Notebook(IPyNbFile):
        def setup_sanitize_files(self):
            self.sanitize_patterns.update(CHANGING)

    return Notebook.from_parent(parent, path=file_path)
