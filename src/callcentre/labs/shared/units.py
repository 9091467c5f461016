"""The units a view's numbers and a lab's controls are shown in."""

# unit: (factor from the model's number to the number shown, pattern the shown number stands in)
UNITS = {
    "": (1, "{number}"),
    "EUR": (1, "€{number}"),
    "EUR/call": (1, "€{number} a call"),
    "EUR/hour": (1, "€{number} an hour"),
    "EUR/minute": (1, "€{number} a minute"),
    "EUR/month": (1, "€{number} a month"),
    "share": (100, "{number} %"),
    "calls": (1, "{number} calls"),
    "calls/month": (1, "{number} calls a month"),
    "calls/hour": (1, "{number} calls an hour"),
    "minutes/month": (1, "{number} minutes a month"),
    "agents": (1, "{number} agents"),
    "posts": (1, "{number} posts"),
    "erlang": (1, "{number} erlang"),
    "hours": (1, "{number} hours"),
    "minutes": (1, "{number} min"),
    "seconds": (1, "{number} s"),
    "o'clock": (1, "{number}:00"),
    "days": (1, "{number} days"),
    "weeks": (1, "{number} weeks"),
    "months": (1, "{number} months"),
    "years": (1, "{number} years"),
}


def without_unit(text, pattern):
    """Return a number as it was typed without the signs of its unit, such as € and %."""
    for sign in pattern.replace("{number}", ""):
        if not ("a" <= sign.lower() <= "z" or sign in " :'"):
            text = text.replace(sign, "")
    return text.strip()


def in_unit(unit, **others):
    """Return data with the unit it is shown in, its factor and pattern; words, of unit None, have neither."""
    factor, pattern = (1, None) if unit is None else UNITS[unit]
    data = {"unit": unit, "factor": factor, "pattern": pattern}
    data.update(others)
    return data
