"""What a reader says about a table: by parameters, or by lines above it such as ``decimal=comma``."""

from ..check import InputError
from ..numerics.written_number import COMMA, POINT
from .dates import ORDERS

OPTIONS = ("column", "queue", "decimal", "dates", "empty")
ALLOWED = (("decimal", (COMMA, POINT)), ("dates", ORDERS), ("empty", ("zero",)))
LONGEST = 200


class Settings:
    """The options that are set.

    Attributes
    ----------
    separator : str
        That of a line ``sep=;``, as spreadsheets write it; else "".
    """

    def __init__(self, given):
        self.separator = ""
        self.values = {}
        self.blamed = {}
        for name in sorted(given):
            if given[name] is not None:
                self.keep(name, given[name], name, "")

    def keep(self, name, value, blamed, where):
        """Keep an option's value if it may have it; else an error blames the parameter or the text."""
        allowed = allowed_for(name)
        if (
            not isinstance(value, str)
            or not 0 < len(value.strip()) <= LONGEST
            or (allowed and value not in allowed)
        ):
            words = "one of " + ", ".join(allowed) if allowed else "a name that stands in the table"
            raise InputError(blamed, words if blamed == name else f"told {name}= with {words}{where}", value)
        self.values[name] = value
        self.blamed[name] = blamed

    def read(self, lines):
        """Take up the settings above a table, and return its lines; a parameter goes before a line."""
        for place, (line, text) in enumerate(lines):
            name, mark, value = text.strip(' "').partition("=")
            name = name.strip("# \t").lower()
            if name == "sep" and mark and len(value) == 1:
                self.separator = value
            elif name in OPTIONS and mark:
                value = value.strip(' \t;,|"')
                if name not in self.values:
                    value = value.lower() if allowed_for(name) else value
                    self.keep(name, value, "counts", f" (line {line})")
            elif text.strip():
                return lines[place:]
        return []

    def get(self, name):
        return self.values.get(name)

    def refused(self, name, allowed):
        """Return the error for an option that does not fit the table, blaming what set it."""
        blamed = self.blamed[name]
        return InputError(
            blamed, allowed if blamed == name else f"told {name}= with {allowed}", self.get(name)
        )


def allowed_for(name):
    """Return the values an option may have; none for the name of something in the table."""
    for option, values in ALLOWED:
        if option == name:
            return values
    return ()
