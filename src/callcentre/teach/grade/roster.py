"""The class list: whoever wrote it, with whatever program, in whatever order of columns."""

import csv
import functools
import io
import re
import unicodedata

from .notebook_files import Unreadable, as_text

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


class RosterError(Exception):
    """A class list that cannot be read; the message says what is missing."""


class Student:
    """Somebody who is in the class, or handed something in.

    Parameters
    ----------
    student : str
        The id: the roster's, or the name of what was handed in.
    name, email : str
    is_known : bool
        Whether the roster has it, or there is no roster.
    """

    def __init__(self, student, name="", email="", is_known=True):
        self.student = student
        self.name = name
        self.email = email
        self.is_known = is_known

    @functools.cached_property
    def names(self):
        """Return the ways in which a folder or file can name this student, each as `plain` words."""
        whole = [self.student, self.email, self.email.partition("@")[0], self.name]
        return {key for key in map(plain, whole) if key}

    @functools.cached_property
    def run_together(self):
        """The name as a run of letters, whichever of its words comes first: Canvas writes dialloamina."""
        words = [plain(word) for word in self.name.split()]
        return {"".join(words[place:] + words[:place]).replace(" ", "") for place in range(len(words))}


class Roster:
    """The students of a class, in the order of the list; empty where there is none."""

    def __init__(self, students=()):
        self.students = list(students)

    def __bool__(self):
        return bool(self.students)

    def find(self, label):
        """Return the one student that a label names; None where it names none or several."""
        wanted = plain(label)
        found = [one for one in self.students if wanted in one.names]
        if not found:
            run_on = wanted.replace(" ", "")
            found = [one for one in self.students if run_on in one.run_together]
        if not found:
            found = [one for one in self.students if is_part(wanted, one)]
        return found[0] if len(found) == 1 else None


def is_part(wanted, student):
    """Say whether a label holds a student's whole name, id or address among other words."""
    words = set(wanted.split())
    return any(set(key.split()) <= words for key in student.names)


def plain(text):
    """Return a text as words in small letters without accents, sorted: a name in any order is one name."""
    letters = unicodedata.normalize(
        "NFKD", text.replace("ß", "ss").replace("ø", "o").replace("ł", "l").casefold()
    )
    kept = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(sorted(re.findall(r"\w+", kept.replace("_", " "))))


def read(path):
    """Return the roster in a file.

    Raises
    ------
    RosterError
        If it is no table with a column of ids, names or addresses, or has one of them twice.
    """
    try:
        text, _ = as_text(path.read_bytes())
    except OSError as error:
        raise RosterError(f"The roster {path} cannot be read: {error.strerror}.") from None
    except Unreadable as error:
        raise RosterError(f"The roster {path}: {error}") from None
    rows = table(text.lstrip("\ufeff"))
    places = columns(rows[0]) if rows else {}
    if not {"student", "email", "name", "last"} & set(places):
        raise RosterError(
            f"The roster {path} has no column named id, name or email in its first row: "
            f"{', '.join(rows[0]) if rows else 'it is empty'}."
        )
    students = [student_in(row, places) for row in rows[1:] if any(cell.strip() for cell in row)]
    ids = [one.student for one in students]
    double = sorted({one for one in ids if ids.count(one) > 1})
    if double:
        raise RosterError(f"The roster {path} lists twice: {', '.join(double)}.")
    return Roster(students)


def table(text):
    """Return the rows of a text, whichever of the separators of Excel stands in its first line."""
    if text.lower().startswith("sep="):
        text = text.partition("\n")[2]
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    return list(csv.reader(io.StringIO(text), delimiter=separator))


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
