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
        "begin_from": _("Begin from"),
        "preset_own": _("What this page shows first"),
        "preset_changed": _("Your own values"),
        "load_file": _("Load a file"),
        "no_file": _("The file {name} could not be read."),
        "play": _("Play"),
        "pause": _("Pause"),
        "step_back": _("Step back"),
        "step_on": _("Step on"),
        "speed": _("Speed"),
        "speed_slow": _("slow"),
        "speed_normal": _("normal"),
        "speed_fast": _("fast"),
        "progress": _("Computed so far"),
        "stop": _("Stop"),
        "go_on": _("Go on"),
        "pin": _("Pin"),
        "unpin": _("Unpin"),
        "pinned": _("pinned"),
        "pinned_figure": _("pinned: {value}"),
        "pinned_words": _("Pinned: move the controls and compare. What is pinned is drawn in dots."),
        "more": _("More"),
        "fold_figures": _("More figures"),
        "fold_notes": _("Notes"),
        "fold_words": _("The picture in words"),
        "best": _("best"),
        "copy_python": _("Copy as Python"),
        "python_copied": _("Python copied. It shows this lab with these values in a notebook."),
        "copy_python_by_hand": _("Copy this Python:"),
        "download_table": _("Download table (CSV)"),
        "download_picture": _("Download picture (SVG)"),
        "no_table": _("There is no table to download."),
        "no_picture": _("There is no picture to download."),
        "task": _("Task: {task}"),
        "fixed": _("Fixed for this task."),
        "is_fixed": _("{label} is fixed on this page."),
        "no_control": _("There is no control named {name}."),
    }
    return {name: str(text) for name, text in words.items()}


def question_words():
    """Return the words of a question's frame by name; those that begin with "says_" a script says."""
    words = {
        "objective": _("Objective {numbers}"),
        "check": _("Check"),
        "clear": _("Clear"),
        "answer": _("Answer"),
        "number": _("Your answer"),
        "choose": _("Choose"),
        "offered": _("To choose from: {items}."),
        "up": _("Move up: {item}"),
        "down": _("Move down: {item}"),
        "right": _("Right:"),
        "wrong": _("Wrong:"),
        "says_right": _("Right."),
        "says_wrong": _("Not yet."),
        "says_missing": _("All that you ticked belongs there, and something is missing."),
        "says_not_this": _("Not this: {item}"),
        "says_places": _("{count} of {total} are in their place. Look again at: {item}"),
        "says_choose": _("Choose an answer first."),
        "says_match": _("Choose something for each first."),
        "says_type": _("Type a number first."),
        "says_no_number": _("{text} is no number. What is asked for is a number in digits, such as 1204.5."),
        "says_two_numbers": _("{text} can mean {first} or {second}; write one of these instead."),
        "says_moved": _("{item}: now in place {place}."),
        "says_failed": _("This question could not start ({reason}). Its answer is folded below."),
    }
    return {name: str(text) for name, text in words.items()}


def objective_words():
    """Return the heads of the tables of objectives, and the word for a figure."""
    return {
        "objective": str(_("Objective")),
        "section": str(_("Section")),
        "see": str(_("Lab or figure")),
        "task": str(_("Task")),
        "question": str(_("Question")),
        "figure": str(_("Figure")),
    }


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
