"""What a control's effect hangs on: other controls, and why it has none as they stand.

Only who draws controls reads this; the page's Python is sent none of it.
"""


class Need:
    """A control has an effect only while one of some conditions on other controls holds.

    ``reason`` is the whole sentence said where none does; a condition is what `at` and `not_at` return.
    """

    def __init__(self, reason, *conditions):
        self.reason = reason
        self.conditions = conditions

    def as_data(self):
        return {
            "reason": self.reason,
            "any_of": [
                {"name": name, "values": list(values), "is_in": is_in}
                for name, values, is_in in self.conditions
            ],
        }


def at(name, *values):
    """Return the condition that a control stands at one of the values, or has one of them ticked."""
    return name, values, True


def not_at(name, *values):
    """Return the condition that a control stands at none of the values."""
    return name, values, False


def reason_off(control, values):
    """Return why a control has no effect at a lab's values, as its first unmet need says; "" where it has."""
    for need in control.needs:
        if not any(holds(condition, values) for condition in need.conditions):
            return need.reason
    return ""


def holds(condition, values):
    """Tell whether a condition holds for a lab's values."""
    name, named, is_in = condition
    value = values[name]
    return any(each in named for each in (value if isinstance(value, list) else [value])) == is_in
