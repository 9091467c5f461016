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
    "RecursionError": "Line {line} is in a function that calls itself again and again without end.",
}
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
    words = template.format(line=line, message=message, quoted=quoted(message))
    if line is not None and where != cell:
        return {"line": None, "message": words + ABOVE, "detail": f"{kind}: {message}"}
    return {"line": line, "message": words.strip(), "detail": f"{kind}: {message}" if message else kind}


def template_of(kind, message, text):
    """Return the sentence for a kind of error in a line with this text."""
    if kind in ("ImportError", "ModuleNotFoundError"):
        return ABSENT if "no module" in message.lower() else NO_SUCH_NAME
    if kind == "SyntaxError" and any(sign in text for sign in ONLY_IN_JUPYTER):
        return UNREADABLE_HERE
    return PLAIN.get(kind, OTHER)


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
