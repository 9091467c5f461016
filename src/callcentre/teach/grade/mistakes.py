"""The picture for the next lecture: which mistakes the class made, by task."""

from collections import Counter

OTHER, EMPTY, RIGHT, READ = "another mistake", "no answer", "right", "read by a person"
SHADES = ("#b45309", "#7c3aed", "#0e7490", "#be185d", "#4d7c0f", "#1d4ed8")
PLAIN = {RIGHT: "#86b98f", READ: "#a8c3dd", OTHER: "#c9c9c9", EMPTY: "#ececec"}


def counted(exercise, records):
    """Return, by task, how many answered in which way: a list of pairs of name and Counter."""
    return [
        (
            asked.short_name,
            Counter(way(one.answered[asked.name]) for one in records if asked.name in one.answered),
        )
        for asked in exercise.asked
    ]


def way(answered):
    kinds = {"right": RIGHT, "empty": EMPTY, "by hand": READ}
    return answered.misconception or kinds.get(answered.state, OTHER)


def draw(path, exercise, records):
    """Draw a bar a task, divided by what was answered, and name each usual mistake in it."""
    from matplotlib.figure import Figure

    tasks = counted(exercise, records)
    figure = Figure(figsize=(10, 0.7 * len(tasks) + 1.6), layout="constrained")
    axes = figure.add_subplot()
    for row, (_, counts) in enumerate(tasks):
        draw_bar(axes, row, counts)
    axes.set_yticks(range(len(tasks)), [name for name, _ in tasks])
    axes.invert_yaxis()
    axes.set_xlabel("students")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_title(f"{exercise.title}: what the class answered", loc="left")
    axes.spines[["top", "right"]].set_visible(False)
    figure.savefig(path)


def draw_bar(axes, row, counts):
    usual = [name for name, _ in counts.most_common() if name not in PLAIN]
    shades = {**PLAIN, **{name: SHADES[place % len(SHADES)] for place, name in enumerate(usual)}}
    left, total = 0, max(sum(counts.values()), 1)
    for name in (RIGHT, READ, *usual, OTHER, EMPTY):
        if counts[name]:
            axes.barh(row, counts[name], left=left, color=shades[name], edgecolor="white")
            words = (
                f"{name} {counts[name]}" if counts[name] > 0.012 * total * len(name) else str(counts[name])
            )
            light = "white" if name in usual else "black"
            axes.text(left + counts[name] / 2, row, words, ha="center", va="center", color=light, fontsize=8)
            left += counts[name]
