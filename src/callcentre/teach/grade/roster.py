"""The class list: whoever wrote it, with whatever program, in whatever order of columns."""

import csv
import functools
import io
import re
import unicodedata

from ..trouble import Trouble
from .notebook_files import INSTEAD, Unreadable, as_text

COLUMNS = {
    "student": (
        "student",
        "id",
        "studentid",
        "idnumber",
        "number",
        "matriculation",
        "username",
        "login",
        "sisid",
    ),
    "email": ("email", "mail", "emailaddress", "sisloginid", "sisuserid"),
    "name": ("name", "fullname", "studentname"),
    "first": ("firstname", "givenname", "first", "prenom", "vorname"),
    "last": ("lastname", "surname", "familyname", "last", "nom", "nachname"),
}
# Letters that are one letter of their own, and no base with an accent; ``casefold`` makes ß to ss itself.
BASES = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ı": "i", "æ": "ae", "œ": "oe"}
)
APOSTROPHES = re.compile("[\u2018\u2019\u02bb\u02bc\u2032\u00b4`]")  # as keyboards and programs write '
JOINTS = re.compile("['\u2010\u2011\u2013-]")  # within a name: O'Brien, Marie-Anne
UNLISTED = "The roster has nobody by this name."
TWINS = "The roster has {} of this name: {}. Name the folder or file by the id, and grade again."
SAVE_AS_CSV = "Save the list as CSV, in Excel as CSV UTF-8."


class RosterError(Trouble):
    """A class list that cannot be read; the message says what is missing."""


class Student:
    """Somebody who is in the class, or handed something in.

    Parameters
    ----------
    student : str
        The id: the roster's, or the name of what was handed in.
    name, email : str
    unlisted : str
        Why it is nobody of the roster's; empty where it is, or there is no roster.

    Attributes
    ----------
    may_have : list of str
        What was handed in under a name that several of the roster have, this student among them.
    """

    def __init__(self, student, name="", email="", unlisted=""):
        self.student = student
        self.name = name
        self.email = email
        self.unlisted = unlisted
        self.may_have = []

    @property
    def is_known(self):
        return not self.unlisted

    @functools.cached_property
    def names(self):
        """Return the ways in which a folder or file can name this student, each as `plain` words."""
        whole = [self.student, self.email, self.email.partition("@")[0], self.name, joined(self.name)]
        return {key for key in map(plain, whole) if key}

    @functools.cached_property
    def run_together(self):
        """The name as a run of letters, whichever of its words comes first: Canvas writes dialloamina."""
        words = [letters(word) for word in self.name.split()]
        return {"".join(words[place:] + words[:place]) for place in range(len(words))} - {""}


class Roster:
    """The students of a class, in the order of the list; empty where there is none."""

    def __init__(self, students=()):
        self.students = list(students)

    def __bool__(self):
        return bool(self.students)

    def named(self, label):
        """Return the students that a label names."""
        wanted, run_on = plain(label), letters(label)
        return (
            [one for one in self.students if one.student == label]
            or [one for one in self.students if wanted in one.names]
            or [one for one in self.students if run_on in one.run_together]
            or [one for one in self.students if is_part(wanted, one)]
        )

    def find(self, label):
        """Return the one student that a label names; None where it names none or several."""
        found = self.named(label)
        return found[0] if len(found) == 1 else None

    def unlisted(self, label):
        """Return in words why a label names no one student of the list; empty where there is no list."""
        found = self.named(label)
        if len(found) > 1:
            return TWINS.format(len(found), ", ".join(one.student for one in found))
        return UNLISTED if self else ""


def is_part(wanted, student):
    """Say whether a label holds a student's whole name, id or address among other words."""
    words = set(wanted.split())
    return any(set(key.split()) <= words for key in student.names) or bool(words & student.run_together)


def folded(text):
    """Return a text in small letters without accents, with one kind of apostrophe."""
    small = APOSTROPHES.sub("'", text).casefold().translate(BASES)
    return "".join(one for one in unicodedata.normalize("NFKD", small) if not unicodedata.combining(one))


def plain(text):
    """Return a text as words in small letters without accents, sorted: a name in any order is one name."""
    return " ".join(sorted(re.findall(r"\w+", folded(text).replace("_", " "))))


def letters(text):
    """Return a text as one run of small letters and digits, in their order."""
    return re.sub(r"[\W_]+", "", folded(text))


def joined(name):
    """Return a name without what stands within its words: some platforms write OBrien."""
    return JOINTS.sub("", APOSTROPHES.sub("'", name))


def read(path):
    """Return the roster in a file.

    Raises
    ------
    RosterError
        If it is no table with a column of ids, names or addresses, names nobody, or has one twice.
    """
    try:
        rows = table(text_in(path).lstrip("\ufeff"))
    except csv.Error as error:
        raise RosterError(f"The roster {path} is no table: {error}. {SAVE_AS_CSV}") from None
    places = columns(rows[0]) if rows else {}
    if not {"student", "email", "name", "last"} & set(places):
        raise RosterError(
            f"The roster {path} has no column named id, name or email in its first row: "
            f"{', '.join(rows[0]) if rows else 'it is empty'}."
        )
    students = [student_in(row, places) for row in rows[1:] if any(cell.strip() for cell in row)]
    if not students:
        raise RosterError(
            f"The roster {path} names no student: below its first row, {', '.join(rows[0])}, it is empty."
        )
    ids = [one.student for one in students]
    double = sorted({one for one in ids if ids.count(one) > 1})
    if double:
        raise RosterError(f"The roster {path} lists twice: {', '.join(double)}.")
    return Roster(students)


def text_in(path):
    """Return the text of a class list."""
    try:
        data = path.read_bytes()
        what = next((what for start, what in INSTEAD if data.startswith(start)), "")
        if not what:
            return as_text(data)[0]
    except OSError as error:
        raise RosterError(f"The roster {path} cannot be read: {error.strerror}.") from None
    except Unreadable:
        what = "it is not text"
    raise RosterError(f"The roster {path} is no table: {what}. {SAVE_AS_CSV}")


def table(text):
    """Return the rows of a text, whichever of the separators of Excel stands in its first line."""
    if text.lower().startswith("sep="):
        text = text.partition("\n")[2]
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))


def columns(heads):
    plain_heads = [re.sub(r"[^a-z]", "", head.casefold()) for head in heads]
    return {
        what: plain_heads.index(next(word for word in words if word in plain_heads))
        for what, words in COLUMNS.items()
        if set(words) & set(plain_heads)
    }


def student_in(row, places):
    cells = {what: row[place].strip() if place < len(row) else "" for what, place in places.items()}
    name = cells.get("name") or f"{cells.get('first', '')} {cells.get('last', '')}".strip()
    if "," in name:
        last, _, first = name.partition(",")
        name = f"{first.strip()} {last.strip()}"
    email = cells.get("email", "")
    return Student(cells.get("student") or email or name, name, email)
