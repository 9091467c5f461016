"""The words of an exercise page, beside the exercise's own: one place to translate them."""

from sphinx.locale import get_translation

_ = get_translation("callcentre")


def static_words():
    """Return the words that stand in the page from the start, by name."""
    words = {
        "work": _("Your work"),
        "how": _(
            "You can do these exercises here: write, run and check. Or download the notebook and do them in "
            "Jupyter."
        ),
        "python": _(
            "The Python of this page is MicroPython with the course's model. It has neither pandas nor "
            "matplotlib, its dicts keep no order, and a run is stopped after ten seconds."
        ),
        "keys": _(
            "In an editor, Tab indents; Escape and then Tab leaves it; Shift and Enter together run the cell."
        ),
        "kept": _(
            "What you write is kept in this browser only. Download your notebook to keep it elsewhere."
        ),
        "no_script": _(
            "Answering on the page needs JavaScript, which is turned off in this browser. The exercises can "
            "be read here and done in Jupyter."
        ),
        "empty_notebook": _("The empty notebook"),
        "download": _("Download my notebook"),
        "open": _("Open my notebook"),
        "clear": _("Clear my answers"),
        "undo": _("Put them back"),
        "run": _("Run"),
        "run_above": _("Run the cell above"),
        "stop": _("Stop"),
        "check": _("Check"),
        "show_answer": _("Show the answer"),
        "task": _("Task {task}"),
        "one_point": _("1 point"),
        "points": _("{points} points"),
        "asked": _("Asked for:"),
        "box": _("Answer in a box, without Python"),
        "check_box": _("Check the box"),
        "choose": _("choose"),
        "printed": _("It prints:"),
        "by_a_person": _("A person marks this answer. The check only sees whether it is there."),
        "needs": _(
            "This task needs {module}, which the Python of this page does not have. Download your notebook "
            "and do it in Jupyter."
        ),
    }
    return {name: str(text) for name, text in words.items()}


def live_words():
    """Return the words that the page's script shows, by name."""
    words = {
        "editor": _("Answer in Python, cell {cell}"),
        "right": _("Right."),
        "wrong": _("Not yet."),
        "the_answer": _("The answer."),
        "running": _("Running …"),
        "nothing": _("It ran, and shows nothing."),
        "stopped": _("Stopped. What you wrote is all here."),
        "too_long": _(
            "Stopped after {seconds} seconds. Is there a loop that never ends? What you wrote is all here."
        ),
        "failed": _(
            "Python could not start on this page ({reason}). You can still write, and download your notebook "
            "for Jupyter."
        ),
        "broke": _("Python stopped ({reason}) and was started anew. What you wrote is all here."),
        "value": _("Value:"),
        "in_cell": _("Written into the cell as Python."),
        "points": _("Right so far: {right} of {all} points that a check can give."),
        "cleared": _("Your answers are cleared."),
        "restored": _("Your answers are back."),
        "opened": _("{name} is opened: {count} answers were put in their places."),
        "no_notebook": _("{name} is no notebook, so that nothing was changed."),
        "other_notebook": _("{name} holds none of this page's cells, so that nothing was changed."),
        "not_kept": _("This browser keeps nothing for this page. Download your notebook before you leave."),
        "changed": _("This cell has changed since you wrote in it. It now begins:"),
        "kept_title": _("Written earlier, without a place on this page"),
        "kept_why": _("The course has changed, or the notebook held more cells. Take along what you need."),
        "remove": _("Remove"),
    }
    return {name: str(text) for name, text in words.items()}
