"""The units a view's numbers and a lab's controls are shown in.

Where a pattern's words depend on the number, it has a form for each kind of number that its language tells
apart, in the order zero, one, two, few, many, other: English has one and other. The last also stands without
a number, for which another language may have one form more.
"""

# unit: (factor from the model's number to the number shown, pattern the shown number stands in)
UNITS = {
    "": (1, "{number}"),
    "EUR": (1, "€{number}"),
    "EUR/call": (1, "€{number} a call"),
    "EUR/hour": (1, "€{number} an hour"),
    "EUR/minute": (1, "€{number} a minute"),
    "EUR/month": (1, "€{number} a month"),
    "share": (100, "{number} %"),
    "calls": (1, "{number} call|{number} calls"),
    "calls/month": (1, "{number} call a month|{number} calls a month"),
    "calls/hour": (1, "{number} call an hour|{number} calls an hour"),
    "minutes/month": (1, "{number} minute a month|{number} minutes a month"),
    "agents": (1, "{number} agent|{number} agents"),
    "posts": (1, "{number} post|{number} posts"),
    "erlang": (1, "{number} erlang"),
    "hours": (1, "{number} hour|{number} hours"),
    "minutes": (1, "{number} min"),
    "seconds": (1, "{number} s"),
    "o'clock": (1, "{number}:00"),
    "days": (1, "{number} day|{number} days"),
    "weeks": (1, "{number} week|{number} weeks"),
    "months": (1, "{number} month|{number} months"),
    "years": (1, "{number} year|{number} years"),
}


def form(pattern, shown=""):
    """Return the form that a pattern has in English beside a number as it is shown, or without one."""
    forms = pattern.split("|")
    return forms[0 if shown in ("1", "-1") else -1]


def without_unit(text, pattern):
    """Return a number as it was typed without the signs of its unit, such as € and %."""
    for sign in form(pattern).replace("{number}", ""):
        if not ("a" <= sign.lower() <= "z" or sign in " :'"):
            text = text.replace(sign, "")
    return text.strip()


def in_unit(unit, **others):
    """Return data with the unit it is shown in, its factor and pattern; words, of unit None, have neither."""
    factor, pattern = (1, None) if unit is None else UNITS[unit]
    data = {"unit": unit, "factor": factor, "pattern": pattern}
    data.update(others)
    return data
