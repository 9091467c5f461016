"""From names to a file's bytes, in any of the formats."""

from . import canvas, cartridge, choosing, moodle, qti21, scorm
from .sources import ExportError


def written(root, names, format_name, site=None):
    """Return the quizzes of units and chapters, and a file that holds them.

    Parameters
    ----------
    root : pathlib.Path
        The course's folder.
    names : sequence of str
        As `choosing.quizzes` takes them.
    format_name : str
        moodle, canvas, qti21, cartridge or scorm.
    site : str, optional
        The address of the book's site, for a cartridge.

    Returns
    -------
    list of Quiz, bytes

    Raises
    ------
    ExportError
        If a name is unknown, a source has a mistake, or nothing is left to export.
    """
    is_scorm = format_name == "scorm"
    quizzes, pictures = choosing.quizzes(root, names, has_essays=not is_scorm, has_mathml=is_scorm)
    if not quizzes:
        raise ExportError(f"{', '.join(names)} has no question for {format_name}")
    if is_scorm:
        return quizzes, scorm.write(quizzes, pictures, root)
    if format_name == "cartridge":
        return quizzes, cartridge.write(quizzes, pictures, site)
    writer = {"moodle": moodle, "canvas": canvas, "qti21": qti21}[format_name]
    return quizzes, writer.write(quizzes, pictures)
