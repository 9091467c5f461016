"""What stands in a view's or a lesson's data, and in what is told of values that cannot be used."""

from callcentre.notebook.numbers import text_words


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


def told(answer):
    """Return what an answer tells of values that cannot be used: (control's name, words) each."""
    return [(problem["name"], text_words(problem["message"])) for problem in answer["problems"]]
