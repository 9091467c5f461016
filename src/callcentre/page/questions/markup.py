"""A question's HTML, from its record: readable as it stands, and what a script needs to bring it alive.

What is right stands in one place, the folded answer. The script reads it there.
"""

import json
from hashlib import sha256
from html import escape


def question_html(record, words, heading):
    """Return a question's section.

    Parameters
    ----------
    record : dict
        As node.record_of makes it.
    words : dict
        The words of a question's frame, by name.
    heading : int
        The rank of its title.
    """
    name, html_id = f"{record['page']}/{record['name']}", f"question-{record['name']}"
    numbers = ", ".join(number_of(record, objective) for objective in record["objectives"])
    spoken = {name: words[name] for name in words if name.startswith("says_")}
    return (
        f'<section class="callcentre-lab callcentre-asked" id="{html_id}" data-question="{name}" '
        f'data-kind="{record["kind"]}" data-state="static" data-verdict="none" data-of="{version(record)}" '
        f"data-tolerance=\"{record['tolerance'] or 0}\" data-words='{escape(json.dumps(spoken))}' "
        f'aria-labelledby="{html_id}-title">'
        f'<h{heading} class="callcentre-title" id="{html_id}-title">{escape(record["title"])}</h{heading}>'
        f"{about(words['objective'].format(numbers=numbers))}"
        f'<div class="callcentre-what">{record["asked"]["html"]}</div>'
        f'<form class="callcentre-answer"><fieldset disabled>'
        f'<legend class="callcentre-spoken">{escape(record["title"])}</legend>'
        f"{FIELDS[record['kind']](record, words, html_id)}"
        f'<div class="callcentre-buttons">'
        f'<button class="callcentre-button" data-action="check">{escape(words["check"])}</button>'
        f'<button type="button" class="callcentre-button" data-action="clear">'
        f"{escape(words['clear'])}</button>"
        f"</div></fieldset></form>"
        f'<div class="callcentre-told" data-part="message" role="status"></div>'
        f"{answers(record, words)}</section>\n"
    )


def about(words):
    """Return the line that says what a question is about, where there are words for it."""
    return f'<p class="callcentre-help">{escape(words)}</p>' if words else ""


def number_of(record, objective):
    """Return an objective's number, with its page where that is another one."""
    page, number = objective.split("/")
    return number if page == record["page"] else objective


def version(record):
    """Return a mark that changes with what can be answered: an answer that was kept may fit no more."""
    options = [
        [option["text"]["plain"], option.get("partner", {}).get("plain")] for option in record["options"]
    ]
    return sha256(json.dumps([record["kind"], options]).encode()).hexdigest()[:8]


# What is answered in


def choices(record, words, html_id):
    kind = "radio" if record["kind"] == "choose-one" else "checkbox"
    items = [
        f'<li><label class="callcentre-choice"><input type="{kind}" name="{html_id}" value="{at}">'
        f"<span>{option['text']['html']}</span></label></li>"
        for at, option in enumerate(record["options"])
    ]
    return f'<ul class="callcentre-choices">{"".join(items)}</ul>'


def number_field(record, words, html_id):
    unit = f'<span id="{html_id}-unit">{escape(record["unit"])}</span>' if record["unit"] else ""
    described = f' aria-describedby="{html_id}-unit"' if unit else ""
    return (
        f'<p class="callcentre-field"><label for="{html_id}-number">{escape(words["number"])}</label>'
        f'<input type="text" inputmode="decimal" autocomplete="off" id="{html_id}-number" name="{html_id}" '
        f'data-unit="{escape(record["unit_forms"])}"{described}>{unit}</p>'
    )


def ordered(record, words, html_id):
    items = [order_item(at, record["options"][at]["text"], words) for at in shuffled(record)]
    return f'<ol class="callcentre-order">{"".join(items)}</ol>'


def order_item(at, text, words):
    buttons = [
        f'<button type="button" class="callcentre-button" data-move="{way}" '
        f'aria-label="{escape(words[way].format(item=text["plain"]))}">{arrow}</button>'
        for way, arrow in (("up", "↑"), ("down", "↓"))
    ]
    return (
        f'<li data-option="{at}"><span>{text["html"]}</span>'
        f'<span class="callcentre-moves">{"".join(buttons)}</span></li>'
    )


def shuffled(record):
    """Return the options' places in an order that is always the same, and not the right one."""
    places = list(range(len(record["options"])))
    mixed = sorted(places, key=lambda at: sha256(f"{record['name']} {at}".encode()).hexdigest())
    return mixed if mixed != places else [*places[1:], places[0]]


def selects(record, words, html_id):
    choices = partners(record)
    listed = "".join(f'<option value="{at}">{escape(words_)}</option>' for at, words_ in enumerate(choices))
    items = [
        f'<li><label for="{html_id}-{at}">{option["text"]["html"]}</label> '
        f'<select id="{html_id}-{at}" name="{html_id}"><option value="">{escape(words["choose"])}</option>'
        f"{listed}</select></li>"
        for at, option in enumerate(record["options"])
    ]
    offered = escape(words["offered"].format(items="; ".join(choices)))
    return f'<ul class="callcentre-match">{"".join(items)}</ul><p class="callcentre-offered">{offered}</p>'


def partners(record):
    """Return what can be matched, each once, sorted, so that their order tells nothing."""
    return sorted({option["partner"]["plain"] for option in record["options"]}, key=str.casefold)


FIELDS = {
    "choose-one": choices,
    "choose-several": choices,
    "number": number_field,
    "order": ordered,
    "match": selects,
}


# What is right


def answers(record, words):
    """Return the folded answer: each option with what is said of it, and why."""
    items = "".join(answer(record, at, option, words) for at, option in enumerate(record["options"]))
    kind = "ol" if record["kind"] == "order" else "ul"
    why = f'<div data-part="why">{record["why"]["html"]}</div>' if record["why"] else ""
    return (
        f'<details class="callcentre-answers"><summary>{escape(words["answer"])}</summary>'
        f'<div class="callcentre-folded"><{kind}>{items}</{kind}>{why}</div></details>'
    )


def answer(record, at, option, words):
    return (
        f'<li data-option="{at}"{attributes(record, option)}>'
        f"<p>{mark(option, words)}{shown(record, option)}</p>"
        f'<div data-part="feedback">{option["feedback"]["html"]}</div></li>'
    )


def attributes(record, option):
    """Return what the script reads of an option's answer."""
    text = " data-right" if option.get("is_right") else ""
    if option.get("value") is not None:
        text += f' data-value="{option["value"]!r}"'
    if "partner" in option:
        text += f' data-partner="{partners(record).index(option["partner"]["plain"])}"'
    return text


def mark(option, words):
    """Return the word for whether an option is right, where options are."""
    if "is_right" not in option:
        return ""
    word = words["right" if option["is_right"] else "wrong"]
    return f'<span class="callcentre-mark">{escape(word)}</span> '


def shown(record, option):
    """Return an option with its unit, or with what belongs to it."""
    text = f'<span data-part="text">{option["text"]["html"]}</span>'
    if "partner" in option:
        return f"{text} → {option['partner']['html']}"
    if option.get("unit"):
        return f"{text} {escape(option['unit'])}"
    return text
