"""The course's folder, which commands are run in or told with --root."""

from .trouble import Trouble


def need(found, what, root):
    """Return what was found in a folder; raise Trouble where that is nothing, so that it is no course's."""
    if not found:
        raise Trouble(f"{root.resolve()} holds no {what}: name the course's folder with --root")
    return found
