"""Questions turned into simpler kinds, for formats that lack one, and what several formats say of them."""

from html import escape
from string import ascii_uppercase

from ...page.questions.markup import shuffled
from .elements import plain


def unit_line(question):
    """Return the line of HTML that says in which unit a number is asked for; nothing where there is none."""
    return f"<p>Unit: {escape(question['unit'])}</p>" if question.get("unit") else ""


def option_html(question, option):
    """Return an option as it is told apart: with its unit, or with what belongs to it."""
    html = option["text"]["html"]
    if option.get("value") is not None and question["unit"]:
        return f"{html} {escape(option['unit'])}"
    return html


def hints(question):
    """Return HTML that says of each option that can be wrong what leads away from it."""
    items = "".join(
        f"<li>{option_html(question, option)}: {unwrapped(option['feedback']['html'])}</li>"
        for option in question["options"]
        if not option.get("is_right")
    )
    return f"<ul>{items}</ul>"


def unwrapped(html):
    """Return a single paragraph's HTML without its tags; more than one stay."""
    is_one = html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1
    return html[3:-4] if is_one else html


def right_feedback(question):
    """Return what is said once all is right."""
    if question["why"]:
        return question["why"]["html"]
    return next(option["feedback"]["html"] for option in question["options"] if option["is_right"])


def partners(question):
    """Return what can be matched, as plain words, each once, in an order that tells nothing."""
    return sorted({partner_of(option) for option in question["options"]}, key=str.casefold)


def partner_of(option):
    return plain(option["partner"]["html"])


def order_as_match(question):
    """Return an order as a match of each item with its place."""
    options = [
        {**option, "partner": {"html": f"{place}."}}
        for place, option in enumerate(question["options"], start=1)
    ]
    mixed = [options[at] for at in shuffled(question)]
    return {**question, "kind": "match", "options": mixed}


def as_choices(question):
    """Return a question as those of one right option that ask the same.

    A number is chosen among the right one and those usually given; of an order, letters stand for the items;
    of a match, each item is asked for by itself.
    """
    simpler = {"number": number_as_choice, "order": order_as_choice, "match": match_as_choices}
    return simpler[question["kind"]](question) if question["kind"] in simpler else [question]


def number_as_choice(question):
    *numbers, other = question["options"]
    options = [
        {**option, "text": {"html": option_html(question, option)}}
        for option in [*sorted(numbers, key=lambda option: option["value"]), other]
    ]
    return [{**question, "kind": "choose-one", "options": options, "unit": ""}]


def order_as_choice(question):
    places = shuffled(question)
    letters = dict(zip(places, ascii_uppercase, strict=False))
    items = "".join(f"<li>{letters[at]}: {question['options'][at]['text']['html']}</li>" for at in places)
    options = [
        choice(", ".join(letters[at] for at in order), order == right_order(question), said(question, order))
        for order in orders(question)
    ]
    options.sort(key=lambda option: option["text"]["html"])
    asked = {"html": f"{question['asked']['html']}<ul>{items}</ul>"}
    return [{**question, "kind": "choose-one", "asked": asked, "options": options, "why": None}]


def right_order(question):
    return list(range(len(question["options"])))


def orders(question):
    """Return the right order and three others: the first two changed, the last two, and all."""
    right = right_order(question)
    return [right, [1, 0, *right[2:]], [*right[:-2], right[-1], right[-2]], right[::-1]]


def said(question, order):
    """Return what to say of an order: of the first item that is out of place, else why it is right."""
    wrong = next((at for place, at in enumerate(order) if place != at), None)
    return question["why"]["html"] if wrong is None else question["options"][wrong]["feedback"]["html"]


def match_as_choices(question):
    return [one_match(question, number, option) for number, option in enumerate(question["options"], start=1)]


def one_match(question, number, option):
    """Return what belongs to one item of a match, as a question of its own."""
    right = partner_of(option)
    options = [
        choice(
            escape(words),
            words == right,
            question["why"]["html"] if words == right else option["feedback"]["html"],
        )
        for words in partners(question)
    ]
    return {
        **question,
        "kind": "choose-one",
        "name": f"{question['name']}.{number}",
        "title": f"{question['title']} ({number} of {len(question['options'])})",
        "asked": {"html": f"{question['asked']['html']}<p><strong>{option['text']['html']}</strong></p>"},
        "options": options,
        "why": None,
    }


def choice(html, is_right, feedback):
    return {"text": {"html": html}, "is_right": is_right, "feedback": {"html": feedback}}
