"""A lab: controls, and one function from their values to a view.

``values -> view(values) -> View -> a renderer``. The controls are the schema: every door checks values
against them. A view is data: no HTML, no formatted number. Renderers know each kind of control and chart,
and no lab by name.
"""

from ..model.check import InputError, number, one_of, some_of, whole_number, yes_or_no

# unit: (factor from the model's number to the number shown, pattern the shown number stands in)
UNITS = {
    "": (1, "{number}"),
    "EUR": (1, "€{number}"),
    "EUR/call": (1, "€{number} a call"),
    "EUR/hour": (1, "€{number} an hour"),
    "EUR/minute": (1, "€{number} a minute"),
    "EUR/month": (1, "€{number} a month"),
    "share": (100, "{number} %"),
    "calls": (1, "{number} calls"),
    "calls/month": (1, "{number} calls a month"),
    "calls/hour": (1, "{number} calls an hour"),
    "minutes/month": (1, "{number} minutes a month"),
    "agents": (1, "{number} agents"),
    "posts": (1, "{number} posts"),
    "erlang": (1, "{number} erlang"),
    "hours": (1, "{number} hours"),
    "minutes": (1, "{number} min"),
    "seconds": (1, "{number} s"),
    "o'clock": (1, "{number}:00"),
    "days": (1, "{number} days"),
    "weeks": (1, "{number} weeks"),
    "months": (1, "{number} months"),
    "years": (1, "{number} years"),
}


def in_unit(unit, **others):
    """Return data with the unit it is shown in, its factor and pattern; words, of unit None, have neither."""
    factor, pattern = (1, None) if unit is None else UNITS[unit]
    data = {"unit": unit, "factor": factor, "pattern": pattern}
    data.update(others)
    return data


class Quantity:
    """A number with its unit, unrounded, and how many decimals a reader needs."""

    def __init__(self, value, unit="", decimals=0):
        self.value = value
        self.unit = unit
        self.decimals = decimals

    def as_data(self):
        return in_unit(self.unit, value=self.value, decimals=self.decimals)


class Text:
    """A sentence with named places for quantities and words: ``Text("{winner} wins", winner="In-house")``."""

    def __init__(self, template, **parts):
        self.template = template
        self.parts = parts

    def as_data(self):
        parts = [
            {"name": name, "quantity": self.parts[name].as_data()}
            if isinstance(self.parts[name], Quantity)
            else {"name": name, "words": self.parts[name]}
            for name in sorted(self.parts)
        ]
        return {"template": self.template, "parts": parts}


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


class Axis:
    """What an axis measures, and in which unit."""

    def __init__(self, label, unit="", decimals=0):
        self.label = label
        self.unit = unit
        self.decimals = decimals

    def as_data(self):
        return in_unit(self.unit, label=self.label, decimals=self.decimals)


class Chart:
    """What every chart has: a kind that renderers know, a title, and what it shows in words, a Text."""

    kind = ""

    def __init__(self, title, description):
        self.title = title
        self.description = description

    def described(self, **parts):
        """Return the chart as data, with the parts that only its kind has."""
        data = {"kind": self.kind, "title": self.title, "description": self.description.as_data()}
        data.update(parts)
        return data


class LineChart(Chart):
    """Points joined by lines. ``series``: (name, label, [(x, y), ...]) each; ``marks``: (x, label) each."""

    kind = "lines"

    def __init__(self, title, description, x, y, series, marks=()):
        super().__init__(title, description)
        self.x = x
        self.y = y
        self.series = series
        self.marks = marks

    def as_data(self):
        return self.described(
            x=self.x.as_data(),
            y=self.y.as_data(),
            series=[
                {"name": name, "label": label, "points": [list(point) for point in points]}
                for name, label, points in self.series
            ],
            marks=[{"x": x, "label": label} for x, label in self.marks],
        )


class BarChart(Chart):
    """Bars by category, one stack a category. ``series``: (name, label, [value by category]) each."""

    kind = "bars"

    def __init__(self, title, description, categories, y, series):
        super().__init__(title, description)
        self.categories = categories
        self.y = y
        self.series = series

    def as_data(self):
        return self.described(
            categories=list(self.categories),
            y=self.y.as_data(),
            series=[
                {"name": name, "label": label, "values": list(values)} for name, label, values in self.series
            ],
        )


class MapChart(Chart):
    """A grid of named places, some of them taken. ``taken``: (column, row, label) each."""

    kind = "map"

    def __init__(self, title, description, columns, rows, column_label, row_label, taken):
        super().__init__(title, description)
        self.columns = columns
        self.rows = rows
        self.column_label = column_label
        self.row_label = row_label
        self.taken = taken

    def as_data(self):
        return self.described(
            columns=list(self.columns),
            rows=list(self.rows),
            column_label=self.column_label,
            row_label=self.row_label,
            taken=[{"column": column, "row": row, "label": label} for column, row, label in self.taken],
        )


class RangeChart(Chart):
    """A bar from one end to another for each category, against a base: how far an input moves a result.

    ``ranges``: (label, value at one end, words for it, value at the other end, words for it) each.
    """

    kind = "ranges"

    def __init__(self, title, description, x, base, ranges):
        super().__init__(title, description)
        self.x = x
        self.base = base
        self.ranges = ranges

    def as_data(self):
        return self.described(
            x=self.x.as_data(),
            base=self.base,
            ranges=[
                {
                    "label": label,
                    "from": start,
                    "from_label": start_words,
                    "to": end,
                    "to_label": end_words,
                }
                for label, start, start_words, end, end_words in self.ranges
            ],
        )


class PointChart(Chart):
    """Named points on two axes. ``points``: (name, label, x, y) each."""

    kind = "points"

    def __init__(self, title, description, x, y, points):
        super().__init__(title, description)
        self.x = x
        self.y = y
        self.points = points

    def as_data(self):
        return self.described(
            x=self.x.as_data(),
            y=self.y.as_data(),
            points=[{"name": name, "label": label, "x": x, "y": y} for name, label, x, y in self.points],
        )


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
    to read before anything is decided, such as a case; it stands above the controls. ``table_first``: the
    table stands before the charts, because it is what a reader waits for.
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
    ):
        self.headline = headline
        self.passage = passage
        self.figures = list(figures)
        self.table = table
        self.charts = list(charts)
        self.notes = list(notes)
        self.progress = progress
        self.table_first = table_first

    def as_data(self):
        return {
            "headline": self.headline.as_data(),
            "passage": self.passage.as_data() if self.passage else None,
            "figures": [figure.as_data() for figure in self.figures],
            "table": self.table.as_data() if self.table else None,
            "charts": [chart.as_data() for chart in self.charts],
            "notes": [note.as_data() for note in self.notes],
            "progress": self.progress,
            "table_first": self.table_first,
        }


class Control:
    """What every control has. ``check`` returns a value that may be used, or raises an InputError."""

    kind = ""

    def __init__(self, name, label, default, help, unit=""):
        self.name = name
        self.label = label
        self.default = default
        self.help = help
        self.unit = unit

    def as_data(self):
        return in_unit(
            self.unit,
            kind=self.kind,
            name=self.name,
            label=self.label,
            default=self.default,
            help=self.help,
        )


class Number(Control):
    """A number typed into a field. Whole numbers only where ``step`` is an int."""

    kind = "number"

    def __init__(self, name, label, default, low, high, step, help, unit="", decimals=0):
        super().__init__(name, label, default, help, unit)
        self.low = low
        self.high = high
        self.step = step
        self.decimals = decimals

    def check(self, value):
        kind = whole_number if isinstance(self.step, int) else number
        return kind(self.name, value, self.low, self.high)

    def as_data(self):
        data = super().as_data()
        data.update({"low": self.low, "high": self.high, "step": self.step, "decimals": self.decimals})
        return data


class Slider(Number):
    """A number moved along a track."""

    kind = "slider"


class Player(Slider):
    """A whole number that can be played: it moves on by itself until it is stopped or at its end."""

    kind = "player"


class TextField(Control):
    """Several lines of text, typed, pasted or read from a file of the reader's; never sent anywhere."""

    kind = "text"

    def __init__(self, name, label, default, help, longest=20_000):
        super().__init__(name, label, default, help)
        self.longest = longest

    def check(self, value):
        if not isinstance(value, str) or len(value) > self.longest:
            raise InputError(self.name, f"text of at most {self.longest} characters", value)
        return value

    def as_data(self):
        data = super().as_data()
        data["longest"] = self.longest
        return data


class Record(TextField):
    """What a lab remembers from one move to the next, such as answers given; not shown to the reader."""

    kind = "record"


class Choice(Control):
    """One of several options. ``options``: (value, label) each."""

    kind = "choice"

    def __init__(self, name, label, default, options, help):
        super().__init__(name, label, default, help)
        self.options = options

    def check(self, value):
        return one_of(self.name, value, [option for option, _ in self.options])

    def as_data(self):
        data = super().as_data()
        data["options"] = [{"value": value, "label": label} for value, label in self.options]
        return data


class ManyOf(Choice):
    """Any of several options, none included; the value is a list in the options' order."""

    kind = "many-of"

    def check(self, value):
        return some_of(self.name, value, [option for option, _ in self.options])


class Switch(Control):
    """Yes or no."""

    kind = "switch"

    def check(self, value):
        return yes_or_no(self.name, value)


class Group:
    """Controls that belong together under a title; ``is_open`` says whether they are shown at first."""

    def __init__(self, title, controls, is_open=True):
        self.title = title
        self.controls = controls
        self.is_open = is_open


class Preset:
    """A scenario with a name: the values that differ from the defaults."""

    def __init__(self, label, values):
        self.label = label
        self.values = values


class Lab:
    """A lab, declared once.

    Parameters
    ----------
    name : str
        In lower case with hyphens; its address on the page and its name in Python.
    title, purpose, question : str
        What it is called, what one learns, and one thing to try.
    groups : sequence of Group
        The controls, in the order they are shown.
    make_view : callable
        From a complete dict of values to a View; may raise InputError naming a control.
    presets : sequence of Preset
        Scenarios to begin from, the cases of the book among them.
    settle : callable, optional
        From a complete dict of values to one in which controls that hang together agree.
    refine : callable, optional
        For what takes long: from values and a state (None at first) to a View of what is known so far and the
        next state, as data that JSON can hold; None as the next state says that the view is final. Where
        ``make_view`` is given too, it returns the final view at once.
    """

    def __init__(
        self, name, title, purpose, question, groups, make_view=None, presets=(), settle=None, refine=None
    ):
        self.name = name
        self.title = title
        self.purpose = purpose
        self.question = question
        self.groups = groups
        self.make_view = make_view
        self.presets = presets
        self.settle = settle
        self.refine = refine

    @property
    def controls(self):
        return [control for group in self.groups for control in group.controls]

    def complete(self, values):
        """Return a dict with every control's value: the given ones, checked, and the others' defaults.

        Raises
        ------
        InputError
            For the first value that is not allowed, or a name that is no control's.
        """
        problems = self.problems(values)
        if problems:
            raise problems[0]
        complete = {
            control.name: control.check(values.get(control.name, control.default))
            for control in self.controls
        }
        return self.settle(complete) if self.settle else complete

    def problems(self, values):
        """Return an InputError for each value that is not allowed, in the order of the controls."""
        names = [control.name for control in self.controls]
        found = []
        for control in self.controls:
            if control.name in values:
                try:
                    control.check(values[control.name])
                except InputError as problem:
                    found.append(problem)
        for name in sorted(values):
            if name not in names:
                found.append(InputError(name, "one of the lab's controls: " + ", ".join(names), values[name]))
        return found

    def view(self, values):
        """Return the View for these values; what is not given keeps its default.

        Raises
        ------
        InputError
            If a value is not allowed; the error names the control.
        """
        complete = self.complete(values)
        if self.make_view:
            return self.make_view(complete)
        view, state = self.first_view(complete)
        while state is not None:
            view, state = self.refine(complete, state)
        return view

    def first_view(self, complete):
        """Return the first View of a complete dict of values, and the state to refine it from or None."""
        return self.refine(complete, None) if self.refine else (self.make_view(complete), None)

    def as_data(self):
        return {
            "name": self.name,
            "title": self.title,
            "purpose": self.purpose,
            "question": self.question,
            "groups": [
                {
                    "title": group.title,
                    "is_open": group.is_open,
                    "controls": [control.as_data() for control in group.controls],
                }
                for group in self.groups
            ],
            "presets": [{"label": preset.label, "values": preset.values} for preset in self.presets],
        }
