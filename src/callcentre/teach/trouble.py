"""What stops a command because of what it was given: told in one sentence, never as a traceback."""


class Trouble(Exception):
    """Something that keeps a command from its work; the message names it and says what would do."""


def of_system(error):
    """Return what an OSError says, in a sentence that names the file."""
    if error.filename is None:
        return str(error)
    return f"{error.filename} cannot be read or written: {error.strerror}"
