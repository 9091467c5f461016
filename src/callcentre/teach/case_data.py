"""The data of the four case studies, drawn from one seed; data_sets.py writes them.

All four firms are invented, and so is every number. A reader opens the files in a spreadsheet, or reads them
with pandas; the chapter's figures are worked out from them.
"""

from ..model.numerics.randomness import streams

SEED = 2026
# Calls of a week beside an ordinary one, from the last but one of October to the end of the year
SEASON = (1.0, 1.1, 1.3, 1.6, 2.2, 2.9, 3.6, 4.0, 3.1, 1.4)
ORDINARY_WEEKS = 42
LETTER_WEIGHTS = (0.25, 0.4, 0.2, 0.1, 0.05)


def bank(stream):
    """Return twelve months of a bank's help desk."""
    rows = [("month", "calls", "handle_seconds", "card_lost_calls")]
    for month in range(1, 13):
        calls = stream.poisson(24000 * (1.08 if month in (1, 9) else 0.9 if month == 8 else 1.0))
        handle = round(330 * stream.lognormals(1, 0.03)[0])
        rows.append((f"2026-{month:02d}", calls, handle, stream.poisson(0.06 * calls)))
    return rows


def mail_order(stream):
    """Return fifty-two weeks of a mail-order house."""
    rows = [("week", "calls", "busy_hour_calls", "orders")]
    for week, weight in enumerate((1.0,) * ORDINARY_WEEKS + SEASON, start=1):
        calls = stream.poisson(3600 * weight * stream.lognormals(1, 0.05)[0])
        rows.append((week, calls, round(calls / 60), stream.poisson(0.7 * calls)))
    return rows


def collections(stream):
    """Return twenty days of an energy supplier's collections: letters, calls made and calls that came in."""
    letters = [6000 if day % 10 == 0 else 0 for day in range(20)]
    rows = [("day", "letters", "calls_in", "numbers_dialled", "reached", "promises", "promises_kept")]
    for day in range(20):
        expected = sum(
            0.12 * letters[day - lag] * weight for lag, weight in enumerate(LETTER_WEIGHTS) if day >= lag
        )
        dialled = stream.poisson(900)
        reached = stream.poisson(0.24 * dialled)
        promises = stream.poisson(0.4 * reached)
        kept = min(promises, stream.poisson(0.6 * promises))
        rows.append((day + 1, letters[day], stream.poisson(expected), dialled, reached, promises, kept))
    return rows


def three_persons(stream):
    """Return four weeks of a firm of three: calls by hour, with those that found all three busy or out."""
    rows = [("day", "hour", "calls", "people_in", "missed")]
    for day in range(1, 21):
        for hour in range(9, 18):
            calls = stream.poisson(5.0 if hour in (10, 11, 16) else 3.0)
            people_in = 1 + (stream.uniform() < 0.5) + (stream.uniform() < 0.5)
            lost = sum(stream.uniform() < (0.0, 0.3, 0.07, 0.02)[people_in] for _ in range(calls))
            rows.append((day, hour, calls, people_in, lost))
    return rows


CASES = (
    ("case-bank.csv", bank),
    ("case-mail-order.csv", mail_order),
    ("case-collections.csv", collections),
    ("case-three-persons.csv", three_persons),
)


def files():
    """Return (name, text) for each file of the seed."""
    return [
        (name, "".join(",".join(str(cell) for cell in row) + "\n" for row in draw(stream)))
        for (name, draw), stream in zip(CASES, streams(SEED, len(CASES)), strict=True)
    ]
