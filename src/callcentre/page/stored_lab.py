"""A lab that a notebook stored as output, drawn as the directive draws it."""

import json

from sphinx.util import logging

from .lab_answers import ask, note_sources
from .lab_node import lab_node

LOGGER = logging.getLogger(__name__)
MIME = "application/vnd.callcentre.lab+json"


class LabMimeRenderer:
    """Draws it: myst-nb finds this class by its entry point."""

    mime_priority_overrides = [("*", MIME, 1)]

    @staticmethod
    def handle_mime(renderer, data, inline):
        """Return the lab's node; None, which lets another renderer try, for any other kind of output."""
        if data.mime_type != MIME or inline:
            return None
        env = renderer.renderer.sphinx_env
        note_sources(env)
        stored = data.content if isinstance(data.content, dict) else json.loads(data.content)
        try:
            return [lab_node(answer=ask(stored["name"], stored["values"]))]
        except ValueError as problem:
            place = (env.docname, data.line)
            LOGGER.warning(
                "lab %s: %s; `make notebooks` stores it anew", stored["name"], problem, location=place
            )
            return []
