"""A reader's own counts in a lab: read once while other controls move, and told how they were read."""

from ...model import counts, demand
from ...model.check import InputError
from ...model.counts import dates
from .view import Note, Quantity, Text

MOST_LISTED = 8
MOST_CALLS = 20_000
LONGEST = 120_000  # characters: a month of half hours, in a report with many columns


class LastAnswer:
    """A function of a text that remembers its last answer: a long text stays while other controls move."""

    def __init__(self, function):
        self.function = function
        self.text = None
        self.answer = None

    def __call__(self, text):
        if text != self.text:
            self.answer = self.function(text)
            self.text = text
        return self.answer


class OwnCounts:
    """What a reader's counts say.

    Attributes
    ----------
    read : dict
        As from `counts.read_counts`.
    weekday, weekend : list of tuple
        The profiles of an average weekday, and of an average Saturday or Sunday or None; where all days are
        of a weekend, theirs is the weekday's.

    Raises
    ------
    InputError
        Named ``counts``, for a text that cannot be used.
    """

    def __init__(self, text):
        self.read = counts.read_counts(text)
        days = self.read["days"]
        of_weekend = [dates.is_weekend(day) for day, _ in days]
        weekend = [day for day, is_weekend in zip(days, of_weekend) if is_weekend]
        weekdays = [day for day, is_weekend in zip(days, of_weekend) if not is_weekend]
        self.weekday = mean_of(weekdays or weekend)
        self.weekend = mean_of(weekend) if weekdays and weekend else None


def mean_of(days):
    """Return the average of days that a reader has counted, in intervals of half an hour or an hour."""
    profile = counts.mean_day(days, "counts")
    most = max([calls for _, _, calls in profile])
    if not 0 < most <= MOST_CALLS:
        raise InputError("counts", f"calls in some interval, and at most {MOST_CALLS} in any", most)
    return demand.in_intervals(profile, max(30, profile[0][1]))


own_counts = LastAnswer(OwnCounts)

READ = {
    "day": "Own counts: the column {column} gives one day.",
    "days": "Own counts: the column {column} gives {days}.",
}
LEFT_OUT = {
    "one": "One line was left out, since it counts none of these calls: line {lines}.",
    "several": "{count} lines were left out, since they count none of these calls: lines {lines}.",
}
FILLED = {
    "one": "One interval has no line and counts as no calls.",
    "several": "{count} intervals have no line and count as no calls.",
}
THOUSANDS = {
    ",": "Commas set thousands apart here: three digits follow each, and smaller numbers have none.",
    ".": "Points set thousands apart here: three digits follow each, and smaller numbers have none.",
}
DATES = {
    "day-first": "The dates begin with the day: only so do they follow one another.",
    "month-first": "The dates begin with the month: only so do they follow one another.",
    "year-first": "The dates begin with the year: only so do they follow one another.",
}


def counts_notes(read):
    """Return how counts were read, as `counts.read_counts` says: a note for each thing that is not plain."""
    days = len(read["days"])
    found = [
        Text(READ["day"], column=read["column"])
        if days == 1
        else Text(READ["days"], column=read["column"], days=Quantity(days, "days"))
    ]
    found += number_notes(read) + time_notes(read)
    return [Note(text) for text in found]


def number_notes(read):
    """Return what was taken for granted about lines and numbers."""
    found = []
    lines = [line for line, _ in read["left_out"]]
    if lines:
        shown = ", ".join([str(line) for line in lines[:MOST_LISTED]])
        shown += ", …" if len(lines) > MOST_LISTED else ""
        found.append(counted(LEFT_OUT, len(lines), lines=shown))
    if len(read["queues"]) > 1:
        found.append(
            Text(
                "{count} queues were added up. A line queue={first} above the table reads that one alone.",
                count=Quantity(len(read["queues"])),
                first=read["queues"][0],
            )
        )
    if read["filled"]:
        found.append(counted(FILLED, read["filled"]))
    if read["emptied"]:
        found.append(Text("Cells without a number count as no calls, as the table's first lines say."))
    if read["thousands"]:
        found.append(Text(THOUSANDS[read["thousands"]]))
    return found


def time_notes(read):
    """Return what was taken for granted about days and times."""
    found = []
    if read["minutes_counted"] < read["minutes"]:
        found.append(
            Text(
                "Calls counted every {counted} were added up.",
                counted=Quantity(read["minutes_counted"], "minutes"),
            )
        )
    if read["dates"]:
        found.append(Text(DATES[read["dates"]]))
    if read["has_zone"]:
        found.append(Text("Times stay in the zone that the table names; a local clock may differ."))
    if read["has_nights"]:
        found.append(Text("Calls after midnight count to the day on which the night began."))
    for day in read["short_days"]:
        found.append(
            Text("On {day} clocks went forward: the hour left out counts as the hours beside it do.", day=day)
        )
    for day in read["long_days"]:
        found.append(
            Text("On {day} clocks went back: the hour that came twice counts once, with its mean.", day=day)
        )
    if not read["are_days_known"] and read["days"][0][0]:
        found.append(Text("The days are neither dates nor weekdays, so all are taken for weekdays."))
    return found


def counted(templates, count, **words):
    """Return one of two sentences, for one and for several."""
    if count == 1:
        return Text(templates["one"], **words)
    return Text(templates["several"], count=Quantity(count), **words)
