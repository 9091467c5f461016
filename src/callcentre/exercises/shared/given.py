"""What a task gives, to look at: quantities with label and unit, and tables of rows.

The prose of a notebook names no number of a task: a cell shows the numbers, so that they are right for every
seed.
"""

import math

from ...model.numerics.rounding import NOISE

GAP = "  "
WIDTH = 90


class Quantity:
    """A number of a unit's data, and how it is written.

    Parameters
    ----------
    name : str
        Under which it stands in the data.
    label : str
        What it is, in words.
    unit : str
        "EUR", "seconds"; "%" writes a share of one as a number of per cent; "" for a bare number.
    places : int
        Decimals.
    """

    def __init__(self, name, label, unit="", places=0):
        self.name = name
        self.label = label
        self.unit = unit
        self.places = places

    def rows(self, data):
        return [(self.label, written(data[self.name], self.unit, self.places))]


class Rows:
    """Rows of a unit's data, each a tuple, shown as a table of their own.

    Parameters
    ----------
    name : str
        Under which they stand in the data.
    label : str
        What they are, in words.
    columns : sequence of (str, str, int)
        Head, unit and decimals of each column, as for `Quantity`.
    """

    def __init__(self, name, label, columns):
        self.name = name
        self.label = label
        self.columns = columns

    def heads(self):
        return tuple([head for head, _, _ in self.columns])

    def rows(self, data):
        return [
            tuple([written(value, unit, places) for value, (_, unit, places) in zip(row, self.columns)])
            for row in data[self.name]
        ]


class Text:
    """A text of a unit's data: a case to read.

    Parameters
    ----------
    name : str
        Under which it stands in the data.
    """

    def __init__(self, name):
        self.name = name


class Given:
    """What a task gives, as a notebook or a page shows it: in words, and as HTML.

    Attributes
    ----------
    texts : list of str
    tables : list of (caption, heads, rows)
        Each row a tuple of texts; the first is its head.
    """

    def __init__(self, shown, data):
        quantities = [each for each in shown if isinstance(each, Quantity)]
        self.texts = [data[each.name] for each in shown if isinstance(each, Text)]
        self.tables = []
        if quantities:
            rows = [row for each in quantities for row in each.rows(data)]
            self.tables.append(("Given", ("What", "How much"), rows))
        for each in shown:
            if isinstance(each, Rows):
                self.tables.append((each.label, each.heads(), each.rows(data)))

    def __repr__(self):
        return "\n\n".join(
            [in_lines(text) for text in self.texts] + [as_text(*table) for table in self.tables]
        )

    def _repr_html_(self):
        texts = [f"<blockquote><p>{escaped(text)}</p></blockquote>" for text in self.texts]
        return "".join(texts + [as_html(*table) for table in self.tables])


def written(value, unit, places):
    """Return a value in words: a number with its thousands set apart and its unit, a text as it is."""
    if isinstance(value, str):
        return value
    if unit == "%":
        return grouped(value * 100, places) + " %"
    return (grouped(value, places) + " " + unit).strip()


def grouped(value, places):
    """Return a number with commas between thousands, halves rounded away from zero, in every Python alike."""
    digits = str(math.floor(abs(value) * 10**places + 0.5 + NOISE))
    digits = "0" * (places + 1 - len(digits)) + digits
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    groups = []
    while len(whole) > 3:
        groups.insert(0, whole[-3:])
        whole = whole[:-3]
    sign = "-" if value < 0 else ""
    return sign + ",".join([whole] + groups) + ("." + decimals if places else "")


def in_lines(text):
    """Return a text in lines that a screen holds."""
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= WIDTH:
            lines.append("")
        lines[-1] = (lines[-1] + " " + word).strip()
    return "\n".join(lines)


def as_text(caption, heads, rows):
    """Return a table as lines whose columns stand below each other."""
    lines = [heads] + list(rows)
    widths = [max([len(line[place]) for line in lines]) for place in range(len(heads))]
    padded = [
        GAP.join([cell + " " * (width - len(cell)) for cell, width in zip(line, widths)]) for line in lines
    ]
    return "\n".join([caption + ":"] + [line.rstrip() for line in padded])


def as_html(caption, heads, rows):
    """Return a table as HTML: a caption, heads, and each row's first cell as its head."""
    head = "".join([f'<th scope="col">{escaped(text)}</th>' for text in heads])
    body = "".join(
        [
            f'<tr><th scope="row">{escaped(row[0])}</th>'
            + "".join([f"<td>{escaped(text)}</td>" for text in row[1:]])
            + "</tr>"
            for row in rows
        ]
    )
    return (
        f"<table><caption>{escaped(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
