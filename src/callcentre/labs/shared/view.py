"""What there is to see, as data: no HTML, no formatted number."""

from .units import in_unit


class Quantity:
    """A number with its unit, unrounded, and how many decimals a reader needs."""

    def __init__(self, value, unit="", decimals=0):
        self.value = value
        self.unit = unit
        self.decimals = decimals

    def as_data(self):
        return in_unit(self.unit, value=self.value, decimals=self.decimals)


class Text:
    """A sentence with named places: ``Text("First: {winner}", winner="In-house")``.

    A part is a Quantity, words, or a list of words, which renderers join as their language does. Where
    several sentences stand together, ``template`` is given as a tuple of them, each whole.
    """

    def __init__(self, template, **parts):
        self.sentences = list(template) if isinstance(template, tuple) else [template]
        self.template = " ".join(self.sentences)
        self.parts = parts

    def as_data(self):
        parts = [part_as_data(name, self.parts[name]) for name in sorted(self.parts)]
        return {"template": self.template, "sentences": self.sentences, "parts": parts}


def part_as_data(name, part):
    """Return a part of a Text: ``quantity``, ``words`` or ``list`` beside its name."""
    if isinstance(part, Quantity):
        return {"name": name, "quantity": part.as_data()}
    if isinstance(part, (list, tuple)):
        return {"name": name, "list": list(part)}
    return {"name": name, "words": part}


def filled(template, parts):
    """Return a Text with those of the parts that its template, or one of its sentences, names."""
    text = Text(template)
    text.parts = {name: parts[name] for name in parts if "{" + name + "}" in text.template}
    return text


class Figure:
    """One number to look at, with its name and label."""

    def __init__(self, name, label, quantity):
        self.name = name
        self.label = label
        self.quantity = quantity

    def as_data(self):
        return {"name": self.name, "label": self.label, "quantity": self.quantity.as_data()}


class Column:
    """A column of a table: words where ``unit`` is None, else numbers in that unit."""

    def __init__(self, name, label, unit=None, decimals=0):
        self.name = name
        self.label = label
        self.unit = unit
        self.decimals = decimals

    def as_data(self):
        return in_unit(self.unit, name=self.name, label=self.label, decimals=self.decimals)


class Table:
    """Rows of cells under columns. A cell is words, a number, or None where there is nothing to say."""

    def __init__(self, caption, columns, rows):
        self.caption = caption
        self.columns = columns
        self.rows = rows

    def as_data(self):
        return {
            "caption": self.caption,
            "columns": [column.as_data() for column in self.columns],
            "rows": [list(row) for row in self.rows],
        }


class Compared:
    """Figures side by side: a column for each way, labels in ``ways``, and a row for each measure.

    ``rows``: (label, names of figures, best) each; ``best`` says which value is the best, "low", "high" or
    None. Where a view has no figure of a name, there is nothing to say.
    """

    def __init__(self, caption, ways, rows):
        self.caption = caption
        self.ways = ways
        self.rows = rows

    def as_data(self):
        return {
            "caption": self.caption,
            "ways": list(self.ways),
            "rows": [
                {"label": label, "figures": list(figures), "best": best} for label, figures, best in self.rows
            ],
        }


class Note:
    """A sentence under the picture; ``reference`` names a section of the book: ``"page#section"``."""

    def __init__(self, text, reference=None):
        self.text = text
        self.reference = reference

    def as_data(self):
        return {"text": self.text.as_data(), "reference": self.reference}


class View:
    """What there is to see: a headline, figures, a table, charts and notes, all as data.

    ``progress`` is the share of a long run that the view rests on; 1 where it is final. ``passage`` is a Text
    to read before anything is decided, such as a case; it is what one looks at, in the first chart's place.
    ``table_first``: the table stands before the charts, because it is what a reader waits for. ``compared``:
    which figures stand side by side, the first Compared in sight; of the other figures the first four are.
    """

    def __init__(
        self,
        headline,
        figures=(),
        table=None,
        charts=(),
        notes=(),
        progress=1,
        passage=None,
        table_first=False,
        compared=(),
    ):
        self.headline = headline
        self.passage = passage
        self.figures = list(figures)
        self.table = table
        self.charts = list(charts)
        self.notes = list(notes)
        self.progress = progress
        self.table_first = table_first
        self.compared = list(compared)

    def as_data(self):
        return {
            "headline": self.headline.as_data(),
            "passage": self.passage.as_data() if self.passage else None,
            "figures": [figure.as_data() for figure in self.figures],
            "compared": [each.as_data() for each in self.compared],
            "table": self.table.as_data() if self.table else None,
            "charts": [chart.as_data() for chart in self.charts],
            "notes": [note.as_data() for note in self.notes],
            "progress": self.progress,
            "table_first": self.table_first,
        }
