"""Folded code keeps the name that a reader sees: myst-nb gives its fold another one for screen readers."""

HIDDEN_NAME = ' aria-label="Toggle hidden content"'


def setup(app):
    """Have it done while the book is built; called by the extension."""
    app.connect("html-page-context", name_by_what_is_seen)


def name_by_what_is_seen(app, pagename, templatename, context, doctree):
    """Leave each fold the words on it as its name, as who speaks to a computer says them."""
    if "body" in context:
        context["body"] = context["body"].replace(HIDDEN_NAME, "")
