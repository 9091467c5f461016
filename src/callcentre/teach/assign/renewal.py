"""A folder that is made beside its place and moved there whole; made anew, it keeps the instructor's files.

A note in the folder, ``made.json``, says what the command wrote, each file with its checksum, and with which
numbers. A file that the note has not, or has with another sum, is the instructor's own: it stays.
"""

import hashlib
import json
import posixpath
from pathlib import PurePosixPath

from .. import new_folder, whole_file
from ..trouble import Trouble

NOTE = "made.json"


class Before:
    """What a folder holds before it is made, or made anew.

    Parameters
    ----------
    place : pathlib.Path

    Attributes
    ----------
    made : dict
        What the command wrote the last time: checksums by path.
    numbers : str or None
        Which options said whose numbers stand there; None where nothing is there.

    Raises
    ------
    Trouble
        If there are files, and no note says which of them the command wrote.
    """

    def __init__(self, place):
        self.place = place
        self.there, self.made, self.numbers = {}, {}, None
        if place.is_dir() and any(place.iterdir()):
            self.made, self.numbers = noted(place)
            self.there = sums(place)
            del self.there[NOTE]

    def own(self, made):
        """Return the paths of the instructor's own files, given what the command writes now."""
        return [
            path for path, found in self.there.items() if found not in (self.made.get(path), made.get(path))
        ]

    def give_way(self, fresh, made, numbers):
        """Put what was made in place of what was made before.

        Parameters
        ----------
        fresh : pathlib.Path
            Where it was made.
        made : dict
            Checksums by path.
        numbers : str
            For the note.

        Returns
        -------
        changed, added : list of str
            The instructor's own files: those that would have been written, and others; a folder that holds
            nothing else stands for its files.
        """
        own = self.own(made)
        for path in self.made.keys() & self.there.keys() - made.keys() - set(own):
            (self.place / path).unlink()
            self.drop_empty(posixpath.dirname(path))
        new_folder.put(fresh, self.place, made.keys() - set(own))
        note = json.dumps({"numbers": numbers, "files": dict(sorted(made.items()))}, indent=1)
        whole_file.write(self.place / NOTE, f"{note}\n".encode())
        others = dict.fromkeys(shortest(path, made) for path in own if path not in made)
        return [path for path in own if path in made], list(others)

    def drop_empty(self, folder):
        """Remove a folder in which nothing is left, and those around it that then hold nothing."""
        while folder and not any((self.place / folder).iterdir()):
            (self.place / folder).rmdir()
            folder = posixpath.dirname(folder)


def noted(place):
    """Return what a folder's note says: checksums by path, and with which numbers it was made."""
    note = place / NOTE
    if not note.is_file():
        raise Trouble(f"{place} holds files and no {NOTE}, which tells yours from others: name a new folder")
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
        return dict(found["files"]), found["numbers"]
    except (ValueError, KeyError, TypeError):
        raise Trouble(f"{note} is not as the command wrote it: name a new folder") from None


def shortest(path, made):
    """Return the outermost folder of a path in which nothing was made, or the path where there is none."""
    folders = {str(above) for one in made for above in PurePosixPath(one).parents}
    around = [str(above) for above in reversed(PurePosixPath(path).parents)]
    return next((f"{above}/" for above in around if above not in folders), path)


def sums(folder):
    """Return the checksum of each file in a folder, by its path there."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                found[path.relative_to(folder).as_posix()] = hashlib.file_digest(file, "sha256").hexdigest()
    return found
