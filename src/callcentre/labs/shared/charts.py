"""What charts show, as data: a class for each kind that renderers know."""

from .units import in_unit


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
