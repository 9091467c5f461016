"""The picture for the next lecture: which mistakes the class made, by task."""

from collections import Counter

OTHER, EMPTY, RIGHT, READ = "another mistake", "no answer", "right", "read by a person"
SHADES = {RIGHT: "#86b98f", READ: "#a8c3dd", OTHER: "#b9b9b9", EMPTY: "#dcdcdc"}
USUAL = "#b45309"


def rows(exercise, records):
    """Return rows from top to bottom, of label and count: a task's name with None, then what was answered."""
    for asked in exercise.asked:
        answered = [one.answered[asked.name] for one in records if asked.name in one.answered]
        counts = Counter(way(one) for one in answered)
        usual = [name for name, _ in counts.most_common() if name not in SHADES]
        yield asked.short_name, None
        yield from ((name, counts[name]) for name in (RIGHT, READ, *usual, OTHER, EMPTY) if counts[name])


def way(answered):
    kinds = {"right": RIGHT, "empty": EMPTY, "by hand": READ}
    return answered.misconception or kinds.get(answered.state, OTHER)


def draw(path, exercise, records):
    """Draw a bar for each way in which a task was answered, usual mistakes in a colour of their own."""
    from matplotlib.figure import Figure

    found = list(rows(exercise, records))
    figure = Figure(figsize=(9, 0.24 * len(found) + 1.2), layout="constrained")
    axes = figure.add_subplot()
    axes.barh(
        range(len(found)),
        [count or 0 for _, count in found],
        color=[SHADES.get(name, USUAL) for name, _ in found],
    )
    for place, (_, count) in enumerate(found):
        if count:
            axes.text(count, place, f" {count}", va="center", fontsize=8)
    axes.set_yticks(range(len(found)), [name for name, _ in found], fontsize=8)
    for label, (_, count) in zip(axes.get_yticklabels(), found, strict=True):
        label.set_fontweight("bold" if count is None else "normal")
    axes.tick_params(left=False)
    axes.set_ylim(len(found) - 0.4, -0.6)
    axes.set_xlabel("students")
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.set_title(f"{exercise.title}: what the class answered", loc="left")
    axes.spines[["top", "right", "left"]].set_visible(False)
    figure.savefig(path)
