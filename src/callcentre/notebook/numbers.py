"""Numbers and sentences as a reader sees them: labs hand over unrounded numbers, rounded here.

The page rounds by the same rule, in page/script/format.mjs: to twelve digits first, since what lies beyond
depends on which Python computed it, and then halves away from zero.
"""

from decimal import ROUND_HALF_UP, Context, Decimal

from ..labs.shared.units import form

NOTHING = "–"
SURE = Context(prec=12, rounding=ROUND_HALF_UP)


def number_words(value, factor=1, pattern="{number}", decimals=0):
    """Return a number as it is shown: ``number_words(-1234.5, 1, "€{number}")`` is "−€1,235".

    Parameters
    ----------
    value : float or None
        The model's number; None, where there is nothing to say, becomes a dash.
    factor : float
        From the model's number to the number shown.
    pattern : str
        What the number stands in, at ``{number}``, with a form for 1 where that is another.
    decimals : int
        Digits after the point.
    """
    if value is None:
        return NOTHING
    sure = SURE.create_decimal(value * factor)
    rounded = sure.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    words = in_pattern(pattern, format(abs(rounded), f",.{decimals}f"))
    return "−" + words if rounded < 0 else words


def in_pattern(pattern, digits):
    """Return what a pattern says of a number in digits: "1 agent", "2 agents"."""
    return form(pattern, digits).replace("{number}", digits)


def quantity_words(quantity):
    """Return a quantity's data as it is shown, with its unit."""
    return number_words(quantity["value"], quantity["factor"], quantity["pattern"], quantity["decimals"])


def text_words(text):
    """Return a text's data as a sentence, its quantities shown with their units."""
    parts = {part["name"]: part_words(part) for part in text["parts"]}
    return text["template"].format(**parts)


def part_words(part):
    """Return what stands in a place of a text: a quantity, words, or several words joined."""
    if "quantity" in part:
        return quantity_words(part["quantity"])
    return list_words(part["list"]) if "list" in part else part["words"]


def list_words(words):
    """Return words joined as English joins them: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def cell_words(cell, column):
    """Return a table's cell as it is shown: words as they are, a number in its column's unit."""
    if cell is None or column["pattern"] is None:
        return NOTHING if cell is None else str(cell)
    return number_words(cell, column["factor"], column["pattern"], column["decimals"])


def unit_words(pattern):
    """Return a unit without its number: "€ a call", "%", or nothing."""
    return " ".join(form(pattern).replace("{number}", " ").split())


def with_unit(label, pattern):
    """Return a label followed by its unit in brackets, where there is one that the label does not say."""
    unit = unit_words(pattern)
    is_said = set(unit.lower().split()) <= set(label.lower().split())
    return label if is_said or unit.startswith(":") else f"{label} ({unit})"
