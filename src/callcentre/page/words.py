"""The words of a lab's frame, which belong to no lab: one place to translate them."""

from sphinx.locale import get_translation

_ = get_translation("callcentre")


def frame_words():
    """Return the frame's words by name, in the language of the book that is being built."""
    words = {
        "reset": _("Reset"),
        "copy_link": _("Copy link"),
        "link_copied": _("Link copied. It opens this lab with these values."),
        "copy_by_hand": _("Copy this link:"),
        "no_script": _(
            "This picture shows the lab with the values it starts from. Moving the controls needs "
            "JavaScript, which is turned off in this browser."
        ),
        "failed": _(
            "This lab could not start, so its controls stay off ({reason}). The picture shows the values it "
            "starts from."
        ),
        "address": _(
            "The page's address asks for something this lab cannot use. Its own values stand there instead."
        ),
        "out_of_bounds": _("{label} must be from {low} to {high}; {value} is not."),
        "read_more": _("More in {section}."),
    }
    return {name: str(text) for name, text in words.items()}


def table_words():
    """Return the heads of the table of assumptions, and the words for its grades."""
    return {
        "assumption": str(_("Assumption")),
        "value": str(_("Value")),
        "grade": str(_("Grade")),
        "source": str(_("Source")),
        "given": str(_("given")),
        "assumed": str(_("assumed")),
    }
