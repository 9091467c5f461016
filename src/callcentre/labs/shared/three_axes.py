"""The answers on the three axes of the typology, (value, words) each, as labs show them."""

SOURCING = (("in-house", "in-house"), ("mixed", "mixed"), ("outsourced", "outsourced"))
DIRECTION = (("inbound", "inbound"), ("blended", "blended"), ("outbound", "outbound"))
FORMALITY = (("formal", "formal"), ("borderline", "borderline"), ("informal", "informal"))


def words(options, value):
    """Return the words that stand for a value in a table of (value, words); KeyError if it is not there."""
    for option, label in options:
        if option == value:
            return label
    raise KeyError(value)
