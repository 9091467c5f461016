"""What charts show, as data: a class for each kind that renderers know."""

from .units import in_unit


class Axis:
    """What an axis measures, and in which unit.

    ``is_log``: equal distances are equal ratios. ``ends``: the (lowest, highest) shown, where not all is.
    """

    def __init__(self, label, unit="", decimals=0, is_log=False, ends=None):
        self.label = label
        self.unit = unit
        self.decimals = decimals
        self.is_log = is_log
        self.ends = ends

    def as_data(self):
        ends = list(self.ends) if self.ends else None
        return in_unit(self.unit, label=self.label, decimals=self.decimals, is_log=self.is_log, ends=ends)


class Handle:
    """What a reader drags in a picture: it sets a control to where it is put, and nothing else.

    ``along`` is the axis it moves on, "x" or "y"; ``at`` its place there, in the axis's unit. ``place`` is
    the category whose bar it sits on, where it sits on one; ``base`` the control's value less ``at``.
    """

    def __init__(self, control, along, at, place=None, base=0):
        self.control = control
        self.along = along
        self.at = at
        self.place = place
        self.base = base

    def as_data(self):
        return {
            "name": self.control,
            "along": self.along,
            "at": self.at,
            "place": self.place,
            "base": self.base,
        }


def spot_as_data(spot):
    """Return a point to look at, (x, y, Text), as data."""
    x, y, label = spot
    return {"x": x, "y": y, "label": label.as_data()}


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
    """Points joined by lines. ``series``: (name, label, [(x, y), ...]) each; ``marks``: (x, label) each.

    ``grounds``: (from, to, name of a series, whether that is sure) each, the ground shaded as the series is.
    ``spots``: (x, y, Text) each, a point to look at; ``handles``: what is dragged.
    """

    kind = "lines"

    def __init__(self, title, description, x, y, series, marks=(), grounds=(), spots=(), handles=()):
        super().__init__(title, description)
        self.x = x
        self.y = y
        self.series = series
        self.marks = marks
        self.grounds = grounds
        self.spots = spots
        self.handles = handles

    def as_data(self):
        names = [name for name, _, _ in self.series]
        return self.described(
            x=self.x.as_data(),
            y=self.y.as_data(),
            series=[
                {"name": name, "label": label, "points": [list(point) for point in points]}
                for name, label, points in self.series
            ],
            marks=[{"x": x, "label": label} for x, label in self.marks],
            grounds=[
                {"from": start, "to": end, "series": names.index(name), "is_sure": is_sure}
                for start, end, name, is_sure in self.grounds
            ],
            spots=[spot_as_data(spot) for spot in self.spots],
            handles=[handle.as_data() for handle in self.handles],
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
    """A grid of named places, some of them taken.

    ``taken``: (column, row, label, colour's number, lane) each; the last two may be left out. ``empty``:
    words for a place that is not taken. ``lanes``: parts of each row, by a third name; ``faint``: (column,
    row, lane, label) each, what stands there besides.
    """

    kind = "map"

    def __init__(
        self,
        title,
        description,
        columns,
        rows,
        column_label,
        row_label,
        taken,
        empty="",
        lanes=(),
        lane_label="",
        faint=(),
    ):
        super().__init__(title, description)
        self.columns = columns
        self.rows = rows
        self.column_label = column_label
        self.row_label = row_label
        self.taken = taken
        self.empty = empty
        self.lanes = lanes
        self.lane_label = lane_label
        self.faint = faint

    def as_data(self):
        names = ("column", "row", "label", "colour", "lane")
        return self.described(
            columns=list(self.columns),
            rows=list(self.rows),
            column_label=self.column_label,
            row_label=self.row_label,
            taken=[dict(zip(names, tuple(each) + ("", "", "", 0, None)[len(each) :])) for each in self.taken],
            empty=self.empty,
            lanes=list(self.lanes),
            lane_label=self.lane_label,
            faint=[
                {"column": column, "row": row, "lane": lane, "label": label}
                for column, row, lane, label in self.faint
            ],
        )


class GridChart(Chart):
    """Who is first as two inputs vary.

    ``options``: (name, label) each; ``cells``: a row of names for each y, None where nothing is known yet.
    The ``xs`` and ``ys`` are in the axes' units, in order. ``spot`` is (x, y, Text) or None.
    """

    kind = "grid"

    def __init__(self, title, description, x, y, xs, ys, options, cells, spot=None):
        super().__init__(title, description)
        self.x = x
        self.y = y
        self.xs = xs
        self.ys = ys
        self.options = options
        self.cells = cells
        self.spot = spot

    def as_data(self):
        names = [name for name, _ in self.options]
        return self.described(
            x=self.x.as_data(),
            y=self.y.as_data(),
            xs=list(self.xs),
            ys=list(self.ys),
            options=[{"name": name, "label": label} for name, label in self.options],
            cells=[[None if name is None else names.index(name) for name in row] for row in self.cells],
            spot=spot_as_data(self.spot) if self.spot else None,
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


class FloorChart(Chart):
    """Callers and agents from moment to moment: who waits, who is served and by whom, who has hung up.

    ``begins``: seconds after midnight; ``length``: seconds. ``calls``: for each caller who is there in that
    time, the seconds since it begins at which they came, went over to the vendor, were answered, were done
    and hung up, None where they did not. ``labels``: words for "line", "own", "vendor" and "gone".
    """

    kind = "floor"

    def __init__(self, title, description, begins, length, agents, vendor_agents, labels, calls):
        super().__init__(title, description)
        self.begins = begins
        self.length = length
        self.agents = agents
        self.vendor_agents = vendor_agents
        self.labels = labels
        self.calls = calls

    def as_data(self):
        return self.described(
            begins=self.begins,
            length=self.length,
            agents=self.agents,
            vendor_agents=self.vendor_agents,
            labels=self.labels,
            calls=self.calls,
        )


class LeadChart(Chart):
    """How far the first is ahead of the others, on a line, and below it a bar for each weight.

    ``points``: (name, label, x) each; ``lead``: a Text on the distance from the first to the second, or None.
    ``bars``: (label, weight) each, on the axis ``weights``; ``handles`` sit on them.
    """

    kind = "lead"

    def __init__(self, title, description, x, points, lead, weights, bars, handles=()):
        super().__init__(title, description)
        self.x = x
        self.points = points
        self.lead = lead
        self.weights = weights
        self.bars = bars
        self.handles = handles

    def as_data(self):
        return self.described(
            x=self.x.as_data(),
            points=[{"name": name, "label": label, "x": x} for name, label, x in self.points],
            lead=self.lead.as_data() if self.lead else None,
            weights=self.weights.as_data(),
            bars=[{"label": label, "value": value} for label, value in self.bars],
            handles=[handle.as_data() for handle in self.handles],
        )
