"""On a page with labs or exercises the theme's scripts wait until these are live, see script/theme.mjs."""

LATER = "text/x-later"  # a type that no browser runs; the template gives it to the theme's last scripts
# These shape the page or are read by scripts within it, so that they run as the page is read.
AT_ONCE = ("documentation_options.js", "togglebutton.js", "design-tabs.js")


def setup(app):
    """Have it done when the other extensions have named their scripts; called by the extension."""
    app.connect("html-page-context", let_scripts_wait, priority=900)


def let_scripts_wait(app, pagename, templatename, context, doctree):
    """Give a page's scripts the type that waits, except those that shape the page."""
    if "labs" in context or "exercise_script" in context:
        context["later"] = LATER
        context["script_files"] = [waiting(script) for script in context["script_files"]]


def waiting(script):
    """Return one of Sphinx's scripts as it shall stand in the page."""
    if not script.filename or str(script.filename).endswith(AT_ONCE):
        return script
    return type(script)(script.filename, priority=script.priority, **{**script.attributes, "type": LATER})
