"""What stopped a learner's cell, in plain words with the line; runs in the page's Python too."""

import io
import sys

PLAIN = {
    "SyntaxError": "Line {line} cannot be read as Python. Look there, and just above, for a bracket, a quote "
    "or a colon that is missing.",
    "IndentationError": "Line {line} begins too far to the right or to the left. Lines that belong together "
    "begin directly below one another.",
    "NameError": "Line {line} uses {quoted}, which has no value yet. Is it spelt as where it was set?",
    "UnboundLocalError": "Line {line} uses {quoted} before it has a value.",
    "ZeroDivisionError": "Line {line} divides by zero.",
    "KeyError": "Line {line} asks for {message}, which is not among the keys.",
    "IndexError": "Line {line} asks for a place that the list does not have. The first has the number 0.",
    "TypeError": "Line {line} puts together what does not fit: {message}.",
    "ValueError": "Line {line} gives a value that cannot be used: {message}.",
    "InputError": "Line {line} gives a value that cannot be used: {message}.",
    "AttributeError": "Line {line} asks for something that is not there: {message}. Some of what Jupyter's "
    "Python can do, this page's small Python cannot.",
    "AssertionError": "Line {line} says that something must hold, and it does not. {message}",
    "MemoryError": "Line {line} needs more memory than this page gives it.",
    "OverflowError": "Line {line} calculates with a number that is too large: {message}.",
    "EOFError": "Line {line} asks for something to be typed, and nobody can be asked here. Write the value "
    "into the cell.",
    "SystemExit": "Line {line} ends the program. A cell ends by itself: leave that out.",
    "RecursionError": "Line {line} is in a function that calls itself again and again without end.",
}
# signs that stand in pasted text and are no Python, with what Python has in their place
FOREIGN = (
    (
        "“”„‟«»‘’‚",
        "Line {line} has the quote {sign}, as printed text has it. Python's quotes are straight: \" or '.",
    ),
    ("–—−", "Line {line} has the dash {sign}. Python's minus is the one on the keyboard: -."),
    ("×÷", "Line {line} has the sign {sign}. Python multiplies with * and divides with /."),
    ("€£", "Line {line} has the sign {sign}. Python's numbers stand without their unit: 28.93."),
)
OTHER = "Line {line} stops with an error: {message}."
NOWHERE = "The cell stops with an error: {message}."
ABSENT = (
    "Line {line} asks for {quoted}, which this page's small Python does not have. Jupyter does: download "
    "your notebook and carry on there."
)
NO_SUCH_NAME = "Line {line} imports a name that is not there: {message}."
UNREADABLE_HERE = (
    "Line {line} cannot be read by this page's small Python. Jupyter's Python may read it: it also knows "
    "{{**a}}, [*a] and match."
)
ABOVE = " That line is in a cell above."
ONLY_IN_JUPYTER = ("{**", "[*", ", *", "match ", "case ", "/)", "/,")


def error_in_words(error, cell, source):
    """Return what stopped a cell as data: the line, a sentence, and what Python itself says.

    Parameters
    ----------
    error : BaseException
    cell : str
        Its name, under which it was compiled: "cell " and this.
    source : str
    """
    where, line = last_place(traceback_of(error))
    kind, message = type(error).__name__, str(error).rstrip(".")
    if kind == "RuntimeError" and "recursion" in message:
        kind = "RecursionError"
    template = NOWHERE if line is None else template_of(kind, message, line_of(source, line))
    said = message if message or kind == "AssertionError" else kind
    words = template.format(line=line, message=said, quoted=quoted(message)).strip()
    detail = kind if message in words else f"{kind}: {message}"
    if line is not None and where != cell:
        return {"line": None, "message": words + ABOVE, "detail": detail}
    return {"line": line, "message": words, "detail": detail}


def template_of(kind, message, text):
    """Return the sentence for a kind of error in a line with this text."""
    if kind in ("ImportError", "ModuleNotFoundError"):
        return ABSENT if "no module" in message.lower() else NO_SUCH_NAME
    if kind in ("SyntaxError", "NameError"):
        for signs, words in FOREIGN:
            for sign in without_texts(text):
                if sign in signs:
                    return words.replace("{sign}", sign)
    if kind == "SyntaxError" and any(sign in text for sign in ONLY_IN_JUPYTER):
        return UNREADABLE_HERE
    return PLAIN.get(kind, OTHER)


def without_texts(line):
    """Return a line of Python without its comment and what stands between straight quotes."""
    kept, quote = "", ""
    for sign in line:
        if quote:
            quote = "" if sign == quote else quote
        elif sign == "#":
            break
        elif sign in "\"'":
            quote = sign
        else:
            kept += sign
    return kept


def quoted(message):
    """Return what stands between the first quotes of a message, or all of it."""
    parts = message.split("'")
    return parts[1] if len(parts) > 2 else message


def line_of(source, line):
    lines = source.split("\n")
    return lines[line - 1] if 0 < line <= len(lines) else ""


def last_place(text):
    """Return the last cell a traceback names, and the line there; (None, None) where it names none."""
    found = None, None
    for line in text.split("\n"):
        parts = line.strip().split('"')
        if len(parts) == 3 and parts[0] == "File " and parts[1].startswith("cell "):
            number = parts[2].replace(",", " ").split()[1]
            found = parts[1][len("cell ") :], int(number)
    return found


def traceback_of(error):
    """Return an error's traceback as text, in either Python."""
    written = io.StringIO()
    if hasattr(sys, "print_exception"):
        sys.print_exception(error, written)
    else:
        import traceback

        traceback.print_exception(error, file=written)
    return written.getvalue()
