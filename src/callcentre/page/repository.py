"""One setting names the repository's address, ``repository: url`` in ``_config.yml``.

With it each page has the theme's buttons for its source, an edit and an issue, and notebooks one for Binder.
Without it no page has a link that leads nowhere. The directive ``{run-a-notebook}`` writes the three lines
that get a notebook running, with the address where there is one.
"""

from urllib.parse import urlsplit

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

BUTTONS = ("use_repository_button", "use_source_button", "use_edit_page_button", "use_issues_button")
BINDER = {"notebook_interface": "jupyterlab", "binderhub_url": "https://mybinder.org"}
FETCH = "git clone {address} callcentre && cd callcentre"
UNPACKED = "cd callcentre"
RUN = ("make setup", ".venv/bin/jupyter lab notebooks/classify.ipynb")


def setup(app):
    """Register the directive, and have the buttons follow the setting; called by the extension."""
    app.add_directive("run-a-notebook", RunANotebook)
    app.connect("config-inited", set_buttons)


def set_buttons(app, config):
    """Turn the theme's buttons on where the repository's address is set, and off where it is not."""
    options = config.html_theme_options
    address = options.get("repository_url", "")
    if address and urlsplit(address).scheme != "https":
        raise ExtensionError(f"repository: url must be empty or begin with https://, got {address!r}")
    options.update(dict.fromkeys(BUTTONS, bool(address)))
    options["launch_buttons"] = BINDER if address else {}


class RunANotebook(SphinxDirective):
    """The three lines that get a notebook running."""

    def run(self):
        address = self.config.html_theme_options.get("repository_url", "")
        first = FETCH.format(address=address) if address else UNPACKED
        text = "\n".join((first, *RUN))
        return [nodes.literal_block(text, text, language="bash")]
