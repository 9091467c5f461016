"""A folder that a command is to fill, so that nothing there is written over unasked."""


def trouble_with(out, may_overwrite):
    """Return in a sentence why a folder cannot be filled; "" where it can."""
    if out.exists() and not out.is_dir():
        return f"--out {out} is a file: name a folder"
    if out.is_dir() and any(out.iterdir()) and not may_overwrite:
        return f"--out {out} holds files: name a new folder, or say --overwrite"
    return ""
