"""The words of a lab's frame, which belong to no lab: one place to translate them."""


def frame_words():
    """Return the frame's words by name; catalogue.py collects them, with the labs' own."""
    return {
        "reset": "Reset",
        "copy_link": "Copy link",
        "link_copied": "Link copied. It opens this lab with these values.",
        "copy_by_hand": "Copy this link:",
        "no_script": (
            "This picture shows the lab with the values it starts from. Moving the controls needs "
            "JavaScript, which is turned off in this browser."
        ),
        "failed": (
            "This lab could not start, so its controls stay off ({reason}). The picture shows the values it "
            "starts from."
        ),
        "address": (
            "The page's address asks for something this lab cannot use. The lab starts from its own values "
            "instead."
        ),
        "read_more": "More in {section}.",
        "begin_from": "Begin from",
        "preset_own": "What this page shows first",
        "preset_changed": "Your own values",
        "load_file": "Load a file",
        "no_file": "The file {name} is not text. Save it as CSV UTF-8, and try again.",
        "play": "Play",
        "pause": "Pause",
        "step_back": "Step back",
        "step_on": "Step forward",
        "speed": "Speed",
        "speed_slow": "slow",
        "speed_normal": "normal",
        "speed_fast": "fast",
        "progress": "Computed so far",
        "stop": "Stop",
        "go_on": "Go on",
        "guess_title": "Guess first",
        "guess_yours": "Your guess",
        "guess_check": "Check my guess",
        "guess_first": "Choose an answer first, or skip the question.",
        "guess_skip": "Skip",
        "guess_leave": "Go on",
        "scenes_begin": "Show me around, in {count} steps",
        "scene_title": "Step {number} of {count}: {title}",
        "scene_back": "Back",
        "scene_next": "Next",
        "scene_end": "All controls",
        "scene_show": "Show me",
        "scene_leave": "Leave the steps",
        "no_scene": "There is no step {name}.",
        "pin": "Pin",
        "unpin": "Unpin",
        "pinned": "pinned",
        "pinned_figure": "pinned: {value}",
        "pin_help": "Pin keeps what is shown now, so that you can compare it with what you change next.",
        "pinned_words": "Pinned: move the controls and compare. What is pinned is drawn broad and pale.",
        "pinned_caption": "What is pinned, and what is shown now",
        "pinned_then": "Pinned",
        "pinned_now": "Now",
        "pinned_outcome": "What it comes to",
        "yes": "yes",
        "no": "no",
        "nothing": "nothing",
        "own_text": "a text of its own",
        "more": "More",
        "fold_figures": "More figures",
        "fold_notes": "Notes",
        "fold_words": "The picture in words",
        "best": "best",
        "copy_python": "Copy as Python",
        "python_copied": "Python copied. It shows this lab with these values in a notebook.",
        "copy_python_by_hand": "Copy this Python:",
        "download_table": "Download table (CSV)",
        "download_picture": "Download picture (SVG)",
        "no_table": "There is no table to download.",
        "no_picture": "There is no picture to download.",
        "task": "Task: {task}",
        "fixed": "Fixed for this task.",
        "is_fixed": "{label} is fixed on this page.",
        "no_control": "There is no control named {name}.",
    }


def question_words():
    """Return the words of a question's frame by name; those that begin with "says_" a script says."""
    return {
        "objective": "Objective {numbers}",
        "check": "Check",
        "clear": "Clear",
        "answer": "Answer",
        "number": "Your answer",
        "choose": "Choose",
        "offered": "To choose from: {items}.",
        "up": "Move up: {item}",
        "down": "Move down: {item}",
        "right": "Right:",
        "wrong": "Wrong:",
        "says_right": "Right.",
        "says_wrong": "Not yet.",
        "says_missing": "Everything you ticked is right, but something is missing.",
        "says_not_this": "Not this: {item}",
        "says_places": "In the right place: {count} of {total}. Look again at: {item}",
        "says_choose": "Choose an answer first.",
        "says_match": "Choose something for each one first.",
        "says_order": "Put them in order first.",
        "says_type": "Type a number first.",
        "says_no_number": "{text} is not a number. Write one in digits, such as 1204.5.",
        "says_two_numbers": "{text} can mean {first} or {second}; write one of these instead.",
        "says_moved": "{item}: now in place {place}.",
        "says_failed": "This question could not start ({reason}). Its answer is folded below.",
    }


def objective_words():
    """Return the heads of the tables of objectives, in order."""
    return {
        "objective": "Objective",
        "section": "Section",
        "see": "Lab or figure",
        "task": "Task",
        "question": "Question",
    }


def table_words():
    """Return the heads of the table of assumptions, and the words for its grades."""
    return {
        "assumption": "Assumption",
        "value": "Value",
        "grade": "Grade",
        "source": "Source",
        "given": "given",
        "assumed": "assumed",
    }


def search_words():
    """Return the words of the search page by name."""
    return {
        "about": "Find words in chapters, exercises, terms and functions, in English or French.",
        "none": "No page has these words.",
        "one": "One page.",
        "many": "{count} pages.",
        "most": "{count} pages. The first {shown} are shown.",
        "some": "Pages that have all of these words: {count}. Below them are pages that have most of them.",
        "nearest": "No page has exactly these words. These come nearest:",
        "failed": "The words of the book could not be loaded. Load the page again.",
    }


def reading_words():
    """Return the words about what was read, by name."""
    return {
        "go_on": "Carry on where you left off:",
        "kept_here": "What you have read has a tick in the contents. This is kept in this browser only.",
        "forget": "Forget it",
        "read": "read",
        "answered": "{count} questions answered",
        "one_answered": "1 question answered",
    }


def glossary_words():
    """Return the words around the glossary's lists, by name."""
    return {
        "letters": "Letters: {list}",
        "filter": "Show terms with these letters, English or French:",
        "terms_shown": "Terms shown: {count}",
    }
