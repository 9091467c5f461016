"""A reader's own counts: what the text of a report says of the calls of its days, and what must be asked."""

from .counts import MOST_CHARACTERS, mean_day, read_counts, read_day
