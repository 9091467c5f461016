"""What stands in a view's or a lesson's data."""


def sentences(data):
    """Yield every Text in it."""
    if isinstance(data, dict):
        if "template" in data:
            yield data
        for value in data.values():
            yield from sentences(value)
    elif isinstance(data, list):
        for item in data:
            yield from sentences(item)
