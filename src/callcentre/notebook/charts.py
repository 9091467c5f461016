"""A view's charts drawn with matplotlib. Each kind of chart has one function; none knows a lab by name."""

from io import BytesIO
from textwrap import fill

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, LogLocator, MaxNLocator, NullLocator

from .numbers import number_words, text_words, with_unit

# Told apart by colour-blind readers, and by line style or hatching where there is no colour.
COLOURS = ("#0b6e99", "#c2410c", "#4d7c0f", "#7c3aed", "#b45309", "#475569")
LINE_STYLES = ("-", "--", "-.", ":", (0, (5, 1, 1, 1, 1, 1)), (0, (1, 1)))
MARKERS = ("o", "s", "^", "D", "v", "P")
HATCHES = ("", "//", "..", "\\\\", "xx", "--")
INK = "#1f2933"
MOST_LABELLED_CATEGORIES = 12
SETTINGS = {
    "font.size": 10,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid.axis": "y",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "grid.color": "#d5dbe1",
    "hatch.color": "white",
    "savefig.facecolor": "white",
}


def chart_png(chart):
    """Return a chart's data as the bytes of a PNG picture."""
    with rc_context(SETTINGS):
        figure = Figure(figsize=(7, 4), dpi=110, layout="constrained")
        axes = figure.add_subplot()
        axes.set_title(fill(chart["title"], 70), loc="left", fontweight="bold", fontsize=11)
        DRAW[chart["kind"]](axes, chart)
        file = BytesIO()
        figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def draw_lines(axes, chart):
    draw_grounds(axes, chart)
    for place, series in enumerate(chart["series"]):
        across = [x * chart["x"]["factor"] for x, _ in series["points"]]
        up = [None if y is None else y * chart["y"]["factor"] for _, y in series["points"]]
        axes.plot(
            [x for x, y in zip(across, up, strict=True) if y is not None],
            [y for y in up if y is not None],
            color=taken_in_turn(COLOURS, place),
            linestyle=taken_in_turn(LINE_STYLES, place),
            linewidth=2,
            label=series["label"],
        )
    for mark in chart["marks"]:
        x = mark["x"] * chart["x"]["factor"]
        axes.axvline(x, color=INK, linewidth=1, linestyle=":")
        axes.annotate(
            mark["label"], (x, 1), xycoords=("data", "axes fraction"), xytext=(3, -3),
            textcoords="offset points", va="top", fontsize=9,
        )  # fmt: skip
    for spot in chart["spots"]:
        mark_spot(axes, spot, spot["x"] * chart["x"]["factor"], spot["y"] * chart["y"]["factor"])
    label_axis(axes.xaxis, chart["x"])
    label_axis(axes.yaxis, chart["y"])
    axes.grid(True, axis="y")
    show_legend(axes, chart)


def draw_grounds(axes, chart):
    """Shade the ground as the series it belongs to is drawn, pale where that is not sure."""
    for ground in chart["grounds"]:
        ends = [ground[end] * chart["x"]["factor"] for end in ("from", "to")]
        colour = taken_in_turn(COLOURS, ground["series"])
        axes.axvspan(*ends, color=colour, alpha=0.3 if ground["is_sure"] else 0.1, linewidth=0, zorder=0)


def mark_spot(axes, spot, x, y):
    """Draw a point to look at, with its words above it."""
    axes.plot(x, y, "o", color=INK, markersize=9, zorder=5)
    axes.annotate(
        text_words(spot["label"]), (x, y), xytext=(0, 9), textcoords="offset points", ha="center",
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1}, zorder=6,
    )  # fmt: skip


def draw_grid(axes, chart):
    for down, row in enumerate(chart["cells"]):
        for along, turn in enumerate(row):
            if turn is not None:
                axes.add_patch(field(along, down, COLOURS[turn], hatch=HATCHES[turn]))
    for turn, option in enumerate(chart["options"]):
        style = {"facecolor": COLOURS[turn], "hatch": HATCHES[turn], "label": option["label"]}
        axes.add_patch(Rectangle((0, 0), 0, 0, **style))
    for side, name in (("x", "xs"), ("y", "ys")):
        axis = chart[side]
        shown = [number_words(value, axis["factor"], decimals=axis["decimals"]) for value in chart[name]]
        getattr(axes, f"set_{side}ticks")([place + 0.5 for place in range(len(shown))], shown)
        getattr(axes, f"set_{side}label")(with_unit(axis["label"], axis["pattern"]))
    axes.set_xlim(0, len(chart["xs"]))
    axes.set_ylim(len(chart["ys"]), 0)
    if chart["spot"]:
        nearest = [nearest_to(chart["spot"][side], chart[name]) for side, name in (("x", "xs"), ("y", "ys"))]
        mark_spot(axes, chart["spot"], *[place + 0.5 for place in nearest])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    axes.figure.legend(loc="outside lower center", ncols=3, frameon=False)


def draw_floor(axes, chart):
    """Draw who waits, sits with an agent and has hung up, as it stands at the end of what was played."""
    end = chart["length"]

    def is_by(moment):
        return moment is not None and moment <= end

    sides = {"line": [], "own": [], "vendor": [], "gone": []}
    for came, passed, answered, ends, gave_up in chart["calls"]:
        if is_by(gave_up):
            sides["gone"].append(came)
        elif came <= end and not is_by(ends):
            sides["vendor" if is_by(passed) else "own" if is_by(answered) else "line"].append(came)
    seats = {"own": chart["agents"], "vendor": chart["vendor_agents"]}
    for row, (side, there) in enumerate(sides.items()):
        places = range(max(len(there), seats.get(side, 0)))
        axes.scatter(
            [place for place in places if place < seats.get(side, 0)],
            [row for place in places if place < seats.get(side, 0)],
            marker="s", s=130, facecolor="none", edgecolor=INK,
        )  # fmt: skip
        axes.scatter(range(len(there)), [row] * len(there), s=45, color=COLOURS[row])
    labels = [f"{chart['labels'][side]}: {len(there)}" for side, there in sides.items()]
    axes.set_yticks(range(len(sides)), labels)
    axes.set_ylim(len(sides) - 0.5, -0.5)
    axes.set_xlim(
        -1, max([20, *[len(there) + 1 for there in sides.values()], *[each + 1 for each in seats.values()]])
    )
    axes.set_xticks([])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def draw_lead(axes, chart):
    """Draw the weights as bars, and above them the line of scores with the first one's lead."""
    axes.set_axis_off()
    line, bars = axes.inset_axes([0.22, 0.82, 0.74, 0.12]), axes.inset_axes([0.22, 0.1, 0.74, 0.56])
    scores = [point["x"] * chart["x"]["factor"] for point in chart["points"]]
    first, second = sorted(scores, reverse=True)[:2]
    if chart["lead"]:
        line.plot([second, first], [0, 0], color=COLOURS[3], linewidth=6, solid_capstyle="butt")
        line.annotate(
            text_words(chart["lead"]), ((first + second) / 2, 0), xytext=(0, -16), textcoords="offset points",
            ha="center", fontweight="bold",
        )  # fmt: skip
    for turn, (point, score) in enumerate(zip(chart["points"], scores, strict=True)):
        line.plot(score, 0, MARKERS[turn], color=COLOURS[turn], markersize=10)
        line.annotate(
            point["label"], (score, 0), xytext=(0, 8 + 11 * turn), textcoords="offset points", ha="center",
            color=COLOURS[turn],
        )  # fmt: skip
    line.margins(x=0.2)
    line.set_yticks([])
    line.spines["left"].set_visible(False)
    places = range(len(chart["bars"]))
    factor = chart["weights"]["factor"]
    bars.barh(places, [bar["value"] * factor for bar in chart["bars"]], color=COLOURS[5])
    bars.set_yticks(places, [bar["label"] for bar in chart["bars"]])
    bars.invert_yaxis()
    label_axis(bars.xaxis, chart["weights"])


def nearest_to(value, values):
    """Return the place of the value that is nearest."""
    return min(range(len(values)), key=lambda place: abs(values[place] - value))


def draw_bars(axes, chart):
    places = range(len(chart["categories"]))
    above = [0.0 for _ in places]
    below = [0.0 for _ in places]
    for turn, series in enumerate(chart["series"]):
        heights = [(value or 0) * chart["y"]["factor"] for value in series["values"]]
        bottoms = [above[i] if heights[i] >= 0 else below[i] for i in places]
        axes.bar(
            places, heights, bottom=bottoms, width=0.6, color=taken_in_turn(COLOURS, turn),
            hatch=taken_in_turn(HATCHES, turn), label=series["label"], zorder=2,
        )  # fmt: skip
        for i in places:
            side = above if heights[i] >= 0 else below
            side[i] += heights[i]
    every = -(-len(places) // MOST_LABELLED_CATEGORIES) or 1
    labelled = list(places)[::every]
    width = max(8, 72 // max(1, len(labelled)))
    axes.set_xticks(labelled, [fill(chart["categories"][place], width) for place in labelled])
    label_axis(axes.yaxis, chart["y"])
    axes.axhline(0, color=INK, linewidth=1)
    axes.grid(True, axis="y")
    show_legend(axes, chart)


def draw_ranges(axes, chart):
    factor = chart["x"]["factor"]
    for place, each in enumerate(chart["ranges"]):
        start, end = each["from"] * factor, each["to"] * factor
        axes.barh(place, end - start, left=start, height=0.6, color=COLOURS[0], zorder=2, label="_nolegend_")
        for at, words, other in ((start, each["from_label"], end), (end, each["to_label"], start)):
            side = "right" if at < other else "left"
            axes.annotate(
                words, (at, place), xytext=(-4 if side == "right" else 4, 0), textcoords="offset points",
                ha=side, va="center", fontsize=9,
            )  # fmt: skip
    axes.axvline(chart["base"] * factor, color=INK, linewidth=1, linestyle="--", zorder=3)
    axes.set_yticks(range(len(chart["ranges"])), [fill(each["label"], 26) for each in chart["ranges"]])
    axes.invert_yaxis()
    axes.use_sticky_edges = False
    axes.margins(x=0.2, y=0.05)
    axes.tick_params(axis="y", length=0)
    label_axis(axes.xaxis, chart["x"])
    axes.grid(True, axis="x")


def draw_points(axes, chart):
    for turn, point in enumerate(chart["points"]):
        x, y = point["x"] * chart["x"]["factor"], point["y"] * chart["y"]["factor"]
        axes.plot(
            x, y, linestyle="none", marker=taken_in_turn(MARKERS, turn), markersize=10,
            color=taken_in_turn(COLOURS, turn),
        )  # fmt: skip
        axes.annotate(point["label"], (x, y), xytext=(8, 6), textcoords="offset points")
    axes.margins(0.25)
    label_axis(axes.xaxis, chart["x"])
    label_axis(axes.yaxis, chart["y"])
    axes.grid(True, axis="both")


def draw_map(axes, chart):
    columns, lanes = chart["columns"], chart["lanes"] or [None]
    places = [(row, lane) for row in chart["rows"] for lane in lanes]
    taken = {(one["column"], one["row"], one["lane"]): one for one in chart["taken"]}
    faint = {}
    for one in chart["faint"]:
        faint.setdefault((one["column"], one["row"], one["lane"]), []).append(one["label"])
    for across, column in enumerate(columns):
        for down, (row, lane) in enumerate(places):
            one = taken.get((column, row, lane))
            names = [one["label"] if one else chart["empty"], *faint.get((column, row, lane), [])]
            axes.add_patch(field(across, down, COLOURS[one["colour"]] if one else "#f3f5f7"))
            axes.text(
                across + 0.5, down + 0.5, fill(", ".join([name for name in names if name]), 26), ha="center",
                va="center", color="white" if one else INK, fontsize=9,
            )  # fmt: skip
    axes.set_xlim(0, len(columns))
    axes.set_ylim(len(places), 0)
    axes.set_xticks([column + 0.5 for column in range(len(columns))], [fill(name, 18) for name in columns])
    names = [fill(row, 18) if lane is None else f"{row}, {lane}" for row, lane in places]
    axes.set_yticks([place + 0.5 for place in range(len(places))], names)
    axes.set_xlabel(chart["column_label"])
    axes.set_ylabel(chart["row_label"])
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def field(column, row, colour, **style):
    return Rectangle((column, row), 1, 1, facecolor=colour, edgecolor="white", linewidth=3, **style)


DRAW = {
    "lines": draw_lines,
    "bars": draw_bars,
    "ranges": draw_ranges,
    "points": draw_points,
    "map": draw_map,
    "grid": draw_grid,
    "floor": draw_floor,
    "lead": draw_lead,
}


def label_axis(side, axis):
    """Write an axis's label with its unit, and its numbers as the rest of the lab shows them."""
    side.set_label_text(with_unit(axis["label"], axis["pattern"]))
    side.axes.set(**{f"{side.axis_name}scale": "log" if axis["is_log"] else "linear"})
    if axis["ends"]:
        side.axes.set(**{f"{side.axis_name}lim": [end * axis["factor"] for end in axis["ends"]]})
    even = MaxNLocator(nbins=6, integer=axis["decimals"] == 0)
    side.set_major_locator(LogLocator(subs=(1, 2, 5)) if axis["is_log"] else even)
    side.set_minor_locator(NullLocator())
    side.set_major_formatter(FuncFormatter(lambda value, _: number_words(value, decimals=axis["decimals"])))


def show_legend(axes, chart):
    if len(chart["series"]) > 1:
        axes.figure.legend(loc="outside lower center", ncols=min(3, len(chart["series"])), frameon=False)


def taken_in_turn(options, place):
    return options[place % len(options)]
