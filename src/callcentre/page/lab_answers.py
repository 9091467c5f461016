"""What a lab answers to the values that a page's author writes, asked while the book is built."""

import json
from functools import cache

from .. import labs
from ..labs.shared.lesson import lesson_as_data
from ..model.check import InputError
from . import bundle, packs


def values_from_words(lab, pairs):
    """Return a lab's values from "name=value" strings, each read as its control's kind.

    Raises
    ------
    InputError
        If a pair has no "=" or a value cannot be read; what can be read is checked by the lab itself.
    """
    kinds = {control.name: control.kind for control in lab.controls}
    values = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals:
            raise InputError("values", "pairs name=value separated by spaces", pair)
        values[name] = read_value(kinds.get(name), text)
    return values


def read_value(kind, text):
    """Return the value a text stands for in a control of that kind, or the text where it stands for none."""
    if kind in ("number", "slider", "player", "logarithmic"):
        for number in (int, float):
            try:
                return number(text)
            except ValueError:
                continue
    if kind == "many-of":
        return [item for item in text.split(",") if item]
    if kind == "switch":
        return {"true": True, "false": False}.get(text, text)
    return text


def ask(name, values):
    """Return a lab's description and its final answer, as the renderer takes them, in JSON text.

    Raises
    ------
    InputError
        If there is no such lab, or values are not allowed; the message names each.
    """
    return json.dumps({"lab": labs.find(name).as_data(), **final_answer(name, values_as_text(values))})


def figures(name, values, wanted):
    """Return a lab's figures at some values, {name: quantity as data}.

    They may be those of its first view, if the one wanted is there and stays.

    Raises
    ------
    InputError
        As `ask` does.
    """
    found = figures_of(first_answer(name, values_as_text(values)))
    if labs.find(name).figures_stay and wanted in found:
        return found
    return figures_of(final_answer(name, values_as_text(values)))


def figures_of(answer):
    return {figure["name"]: figure["quantity"] for figure in answer["view"]["figures"]}


def values_as_text(values):
    return json.dumps(values, sort_keys=True)


@cache  # a chapter asks for many figures of one scenario
def first_answer(name, values):
    """Return what a lab answers first to values in JSON text."""
    return answered(name, values, None)


@cache
def final_answer(name, values):
    """Return what a lab answers last to values in JSON text."""
    answer = first_answer(name, values)
    while answer["state"] is not None:
        answer = answered(name, values, answer["state"])
    return answer


def answered(name, values, state):
    request = {"lab": name, "values": json.loads(values), "state": state}
    answer = json.loads(labs.answer(json.dumps(request)))
    if "problems" in answer:
        raise ValueError("; ".join(problem["error"] for problem in answer["problems"]))
    return answer


@cache  # a lab may stand on several pages
def lesson_of(name):
    """Return a lab's guess and scenes, with all they say computed."""
    return lesson_as_data(labs.find(name))


def note_sources(env):
    """Have a page read anew when the model, a lab or the renderer changes."""
    for path in sources():
        env.note_dependency(path)


@cache
def sources():
    """Return the paths of all that a lab on a page is made from."""
    paths = [path for folder in ("model", "labs", "page") for path in (packs.PACKAGE / folder).rglob("*")]
    return [
        str(path)
        for path in paths
        if path.suffix in (".py", ".mjs", ".css") and bundle.MADE not in path.parents
    ]
