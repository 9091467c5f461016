"""The words of an exercise page, beside the exercise's own: one place to translate them."""


def static_words():
    """Return the words that stand in the page from the start, by name; catalogue.py collects them."""
    return {
        "work": "Your work",
        "how": (
            "You can do these exercises here: write, run and check. Or download the notebook and do them in "
            "Jupyter."
        ),
        "python": (
            "The Python of this page is MicroPython with the course's model. It has neither pandas nor "
            "matplotlib, its dicts do not keep their order, and a run is stopped after ten seconds."
        ),
        "keys": (
            "In an editor, Tab indents; Escape and then Tab leaves it; Shift and Enter together run the cell."
        ),
        "kept": ("What you write is kept in this browser only. Download your notebook to keep it elsewhere."),
        "no_script": (
            "Answering on the page needs JavaScript, which is turned off in this browser. The exercises can "
            "be read here and done in Jupyter."
        ),
        "empty_notebook": "The empty notebook",
        "download": "Download my notebook",
        "open": "Open my notebook",
        "clear": "Clear my answers",
        "undo": "Put them back",
        "run": "Run",
        "run_above": "Run the cell above",
        "stop": "Stop",
        "check": "Check",
        "show_answer": "Show the answer",
        "task": "Task {task}",
        "one_point": "1 point",
        "points": "{points} points",
        "asked": "Asked for:",
        "box": "Answer in a box, without Python",
        "check_box": "Check the box",
        "choose": "choose",
        "shows": "It shows:",
        "by_a_person": "A person marks this answer. The check only sees whether it is there.",
        "needs": (
            "This task needs {module}, which the Python of this page does not have. Download your notebook "
            "and do it in Jupyter."
        ),
    }


def live_words():
    """Return the words that the page's script shows, by name; catalogue.py collects them."""
    return {
        "editor": "Answer in Python, cell {cell}",
        "right": "Right.",
        "wrong": "Not yet.",
        "the_answer": "The answer.",
        "running": "Running …",
        "nothing": "It ran, and there was nothing to show.",
        "stopped": "Stopped. What you wrote is all here.",
        "too_long": (
            "Stopped after {seconds} seconds. Is there a loop that never ends? What you wrote is all here."
        ),
        "failed": (
            "Python could not start on this page ({reason}). You can still write, and download your notebook "
            "for Jupyter."
        ),
        "broke": "Python stopped ({reason}) and was started again. What you wrote is all here.",
        "value": "Value:",
        "in_cell": "Written into the cell as Python.",
        "points": "Right so far: {right} of {all} points that a check can give.",
        "cleared": "Your answers are cleared.",
        "restored": "Your answers are back.",
        "opened": "{name} is open. Answers put in their places: {count}.",
        "no_notebook": "{name} is not a notebook, so nothing was changed.",
        "other_notebook": "{name} holds none of this page's cells, so nothing was changed.",
        "not_kept": "This browser keeps nothing for this page. Download your notebook before you leave.",
        "changed": "This cell has changed since you wrote in it. It now begins:",
        "kept_title": "Written earlier, without a place on this page",
        "kept_why": "The course has changed, or the notebook held more cells. Copy what you need.",
        "remove": "Remove",
    }
