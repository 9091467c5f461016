"""Mends the roles that docutils gives a bibliography: entries of a list are its items."""


def setup(app):
    """Register the mending; called by the extension."""
    app.connect("html-page-context", mend_bibliography)


def mend_bibliography(app, pagename, templatename, context, doctree):
    """Replace the deprecated role, which may not stand inside a list."""
    if "body" in context:
        context["body"] = context["body"].replace('role="doc-biblioentry"', 'role="listitem"')
