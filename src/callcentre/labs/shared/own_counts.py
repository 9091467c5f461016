"""A reader's own counts in a lab: read once while other controls move, and told how they were read."""

from ...model import counts, demand
from ...model.check import InputError
from ...model.counts import dates
from .remembering import LastAnswer
from .view import Note, Quantity, filled

MOST_LISTED = 8
MOST_CALLS = 20_000
LONGEST = 120_000  # characters: a month of half hours, in a report with many columns


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


# what is told of counts that were read, if it is so; {said} is what `told` says of it
NOTES = (
    ("column", "Own counts were read from the column {said}."),
    ("days", "Days read: {said}."),
    ("left_out", "Lines left out, since they count none of these calls: {said}."),
    (
        "queues",
        "Queues added up: {said}. A line queue= with one of these above the table reads it alone.",
    ),
    ("filled", "Intervals without a line, which count as no calls: {said}."),
    ("emptied", "Cells without a number, which count as no calls as you say: {said}."),
    (
        "thousands",
        "A “{said}” sets thousands apart: three digits follow each, and smaller numbers have none.",
    ),
    ("minutes_counted", "Calls counted every {said} were added up."),
    ("dates", "Dates are read {said}, as their column shows."),
    ("has_zone", "Times stay in the zone that the table names; a local clock may differ."),
    ("has_nights", "Calls after midnight count towards the day on which the night began."),
    ("short_days", "Clocks went forward on {said}: the hour left out counts as the hours beside it do."),
    ("long_days", "Clocks went back on {said}: the hour that came twice counts once, with its mean."),
    ("are_days_unknown", "The days are neither dates nor weekdays, so all are taken to be weekdays."),
)


def counts_notes(read):
    """Return how counts were read, as `counts.read_counts` says: a note for each thing that is not plain."""
    said = told(read)
    return [Note(filled(words, {"said": said[name]})) for name, words in NOTES if said[name]]


def told(read):
    """Return by name what each note says of counts; nothing where there is nothing to say."""
    said = dict(read)
    said["days"] = Quantity(len(read["days"]))
    said["left_out"] = listed([line for line, _ in read["left_out"]])
    said["queues"] = listed(read["queues"]) if len(read["queues"]) > 1 else ""
    for name in ("filled", "emptied"):
        said[name] = Quantity(read[name]) if read[name] else ""
    counted = read["minutes_counted"]
    said["minutes_counted"] = Quantity(counted, "minutes") if counted < read["minutes"] else ""
    for name in ("short_days", "long_days"):
        said[name] = listed(read[name])
    said["are_days_unknown"] = read["days"][0][0] and not read["are_days_known"]
    return said


def listed(words):
    """Return the first of some words as a list that renderers join, and that there are others."""
    shown = [str(word) for word in words[:MOST_LISTED]]
    return shown + ["others"] if len(words) > MOST_LISTED else shown
