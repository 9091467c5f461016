"""What came back, in whatever shape: a folder by student, a flat folder, a zip of Moodle or Canvas."""

import io
import os
import re
import zipfile
from collections import Counter
from pathlib import PurePosixPath

from ..trouble import Trouble

MOODLE = re.compile(r"^(?P<name>.+?)_(?P<number>\d+)_assignsubmission_(?:file|onlinetext)_?(?P<rest>.*)$")
CANVAS = re.compile(r"^(?P<name>[^\W_]+)(?:_LATE)?_(?P<number>\d+)_\d+_(?P<rest>.+)$", re.IGNORECASE)
COPY = re.compile(r"(?i)(\s*\(\d+\)|[-_ ]copy\d*|[-_ ]\d{1,2})+$|^copy of\s+|[-_ ]*checkpoint$")
JUNK = {"__MACOSX", ".ipynb_checkpoints", ".git", "__pycache__", ".DS_Store", "Thumbs.db", "desktop.ini"}
NOTEBOOK_ENDS = (".ipynb", ".ipynb.txt", ".ipynb.json", ".ipynb.html")
DEEPEST_ZIP = 4
LARGEST_FILE = 25 * 2**20
LARGEST_ZIP = 200 * 2**20
MOST_FILES = 20_000


class HandInError(Trouble):
    """Nothing that could be a class's work; the message says what was looked for."""


class File:
    """One file that was handed in: its path in the hand-in, bytes, and when it was changed.

    ``trouble`` says why there are no bytes, and ``source`` where it lies in what the class handed in.
    """

    def __init__(self, path, data, changed=0.0, trouble="", source=None):
        self.path = PurePosixPath(path)
        self.data = data
        self.changed = changed
        self.trouble = trouble
        self.source = source or self.path

    def at(self, path):
        return File(path, self.data, self.changed, self.trouble, self.source)

    @property
    def is_zip(self):
        return self.path.suffix.lower() == ".zip" and not self.trouble

    @property
    def is_notebook(self):
        return self.path.name.lower().endswith(NOTEBOOK_ENDS)


class HandIn:
    """What one label handed in: the name of a folder, a file, or of somebody on a learning platform."""

    def __init__(self, label, canvas_id=""):
        self.label = label
        self.canvas_id = canvas_id
        self.files = []


def collect(path, unit, is_student):
    """Return the hand-ins in a folder or zip, by label in order.

    Parameters
    ----------
    path : pathlib.Path
    unit : str
    is_student : callable
        Whether a folder's name is a student's of the roster.

    Raises
    ------
    HandInError
        If there is nothing, or no readable zip.
    """
    if path.is_dir():
        files = list(from_folder(path))
    elif path.is_file():
        files = from_zip(whole_zip(path), PurePosixPath())
        if len(files) == 1 and files[0].trouble:
            raise HandInError(f"{path}: {files[0].trouble}")
    else:
        raise HandInError(f"{path} is neither a folder nor a zip.")
    if len(files) == 1 and not is_somebodys(files[0].path, unit, is_student):
        files = opened(files[0])  # the platform's zip, in a folder or packed once more
    files = below(files, unit, is_student)
    found = {}
    for file in files:
        label, number, rest = owner(file.path, unit)
        if len(file.path.parts) == 1 and not (rest or is_handed_in(file)):
            continue  # a loose file beside the students' folders
        canvas_id = number if CANVAS.match(file.path.name) else ""
        one = found.setdefault((label, number), HandIn(label, canvas_id))
        one.files += opened(file.at(rest or file.path.name))
    if path.is_dir():
        for folder in empty_folders(path, files):
            found.setdefault(owner(PurePosixPath(folder, "x"), unit)[:2], HandIn(folder))
    if not found:
        raise HandInError(f"{path} holds nothing that was handed in.")
    names = Counter(label for label, _ in found)
    for (label, number), one in found.items():
        if names[label] > 1:
            one.label = f"{label} {number}".strip()  # two of one name on a platform
    return [found[key] for key in sorted(found)]


def whole_zip(path):
    """Return the bytes of a zip.

    Raises
    ------
    HandInError
        If it is another file, or cannot be read.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise HandInError(f"{path} cannot be read: {error.strerror}.") from None
    if not data:
        raise HandInError(f"{path} is an empty file, and no zip.")
    if not data.startswith(b"PK"):
        raise HandInError(f"{path} is neither a folder nor a zip.")
    return data


def from_folder(folder):
    for path in sorted(folder.rglob("*")):
        here = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_symlink() or not path.is_file() or is_junk(here):
            continue
        about = path.stat()
        if about.st_size > LARGEST_FILE:
            yield File(here, b"", about.st_mtime, f"{path.name} is {about.st_size / 2**20:.0f} MB")
            continue
        try:
            yield File(here, path.read_bytes(), about.st_mtime)
        except OSError as error:
            yield File(here, b"", about.st_mtime, f"{path.name} cannot be opened: {error.strerror}")


def from_zip(data, within):
    """Return the files in a zip; a single one with its trouble where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [one for one in archive.infolist() if not one.is_dir()]
            if sum(one.file_size for one in members) > LARGEST_ZIP or len(members) > MOST_FILES:
                return [File(within / "archive.zip", b"", 0.0, "the zip holds too much to be unpacked")]
            return [
                File(within / safe(one.filename), archive.read(one), stamp(one))
                for one in members
                if not is_junk(safe(one.filename))
            ]
    except RuntimeError:
        return [File(within / "archive.zip", b"", 0.0, "the zip asks for a password")]
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError, ValueError):
        return [File(within / "archive.zip", b"", 0.0, "the zip is damaged")]


def stamp(member):
    year, month, day, hour, minute, second = member.date_time
    return ((((year * 12 + month) * 31 + day) * 24 + hour) * 60 + minute) * 60.0 + second


def safe(name):
    """Return a member's path without what would lead out of a folder."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return PurePosixPath(*[part.replace(":", "-") for part in parts] or ["file"])


def is_junk(path):
    return any(part in JUNK or part.startswith("._") for part in path.parts)


def is_handed_in(file):
    return file.is_notebook or file.path.suffix.lower() == ".zip"


def below(files, unit, is_student):
    """Return the files without the folders that are around all students."""
    places = [platforms_place(file.path) for file in files]
    if None not in places:
        return [file.at(PurePosixPath(*file.path.parts[at:])) for file, at in zip(files, places, strict=True)]
    of_unit = [file for file in files if file.path.parts[0] == unit and len(file.path.parts) > 2]
    if of_unit and not is_student(unit):
        files = of_unit
    if not files:
        return files
    around = PurePosixPath(os.path.commonpath([file.path.parent for file in files]))
    inner = [file.path.relative_to(around).parts for file in files]
    folders = {parts[0] for parts in inner if len(parts) > 1}
    is_class = len(folders) > 1 or any(
        is_student(label_in(parts[0], unit)) for parts in inner if len(parts) == 1
    )
    if is_class and around.parts and not is_student(around.parts[0]):
        return [file.at(PurePosixPath(*parts)) for file, parts in zip(files, inner, strict=True)]
    return files


def is_somebodys(path, unit, is_student):
    """Say whether a file's name is a student's, by the roster or as a platform writes it."""
    return platforms_place(path) is not None or is_student(label_in(path.name, unit))


def platforms_place(path):
    """Return at which of its parts a path has a name as Moodle or Canvas gives it; None where it has none."""
    found = [at for at, part in enumerate(path.parts) if MOODLE.match(part)]
    return found[0] if found else len(path.parts) - 1 if CANVAS.match(path.name) else None


def owner(path, unit):
    """Return whose a path is: the label, the platform's number of the student, and the rest of the path."""
    top = path.parts[0]
    inside = "/".join(path.parts[1:])
    moodle, canvas = MOODLE.match(top), CANVAS.match(top)
    if moodle:
        return moodle["name"], moodle["number"], inside or moodle["rest"] or path.name
    if canvas and not inside:
        return canvas["name"], canvas["number"], canvas["rest"]
    if inside:
        return top, "", inside
    return label_in(top, unit), "", ""


def label_in(name, unit):
    """Return what is left of a loose file's name without the unit's and the marks of a copy."""
    stem = name.split(".")[0] if name.lower().endswith(NOTEBOOK_ENDS) else name.rpartition(".")[0]
    stem = COPY.sub("", stem).strip()
    words = [word for word in re.split(r"[\s_]+", stem) if word and word.casefold() != unit]
    left = re.sub(rf"(?i)(^{unit}[-.]|[-.]{unit}$)", "", " ".join(words)).strip(" -.")
    return left or name


def opened(file):
    """Return a file, or what a zip holds; a zip that holds just a zip is opened too."""
    files = [file]
    for _ in range(DEEPEST_ZIP):
        if len(files) != 1 or not files[0].is_zip:
            break
        (packed,) = files
        within, source = packed.path.with_suffix(""), packed.source
        files = [
            File(within / one.path, one.data, one.changed, one.trouble, source / one.path)
            for one in from_zip(packed.data, PurePosixPath())
        ]
    return files


def empty_folders(path, files):
    """Return the students' folders in which there is nothing."""
    full = {file.path.parts[0] for file in files}
    if any(len(file.path.parts) > 1 for file in files):
        tops = {one.name for one in path.iterdir() if one.is_dir() and not is_junk(PurePosixPath(one.name))}
        return sorted(tops - full) if full <= {one.name for one in path.iterdir()} else []
    return []
