"""The days of a report, by their dates where these can be told, else by the names they have."""

from . import dates
from .number_column import first_places, in_first_order
from .refusals import question, refused
from .times import moment

DAY_FIRST, MONTH_FIRST = dates.ORDERS[:2]


def day_labels(texts, where, settings):
    """Return the day of each row, the date of each day, and the order of dates that the column shows.

    A day is ``2025-03-01`` where it is a date that can be told, else what the report calls it. The dates are
    {} where days have none. The order is "" where each date shows its own.
    """
    distinct, places = in_first_order(texts), first_places(texts)
    known = {text: dates.date_readings(date_part(text)) for text in distinct}
    if not any(known[text] for text in distinct):
        return texts, {}, ""
    wanted = settings.get("dates")
    refuse_unlike(distinct, known, wanted, lambda text: where(places[text]))
    order = wanted or dates.order_of([known[text] for text in distinct])
    if order is None:
        ask_where_weekends_differ(distinct, known, lambda text: where(places[text]))
        return texts, {}, ""
    labels = {text: dates.iso(known[text][order]) for text in distinct}
    is_shown = not wanted and any(dates.order_of([known[text]]) is None for text in distinct)
    dated = {labels[text]: known[text][order] for text in distinct}
    return [labels[text] for text in texts], dated, order if is_shown else ""


def date_part(text):
    """Return the date of a cell that holds a time too, as 03/03/2025 00:00:00 does."""
    at = moment(text)
    return at[0] if at else text


def refuse_unlike(distinct, known, wanted, where):
    """Refuse the first date that is none, or none in the order of those before it."""
    orders = [wanted] if wanted else list(dates.ORDERS)
    for text in distinct:
        orders = [order for order in orders if order in known[text]]
        if not orders:
            words = f"dates that are {wanted}" if wanted else "dates that are all written in the same way"
            raise refused(f"{words} ({where(text)})", text)


def ask_where_weekends_differ(distinct, known, where):
    """Ask which number is the day, where it makes a difference to what is a weekend."""
    for text in distinct:
        first, second = known[text][DAY_FIRST], known[text][MONTH_FIRST]
        if dates.is_saturday_or_sunday(first) != dates.is_saturday_or_sunday(second):
            first, second = dates.iso(first), dates.iso(second)
            raise question(
                f"{text} ({where(text)}) can be {first} or {second}. Put a line above the table: "
                f"dates=day-first for {first}, or dates=month-first for {second}."
            )
