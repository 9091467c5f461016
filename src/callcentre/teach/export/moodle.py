"""Moodle XML: a category for each quiz, every question with what Moodle says of each of its options."""

import base64
from html import escape
from urllib.parse import unquote

from . import COURSE
from .choosing import points_of
from .elements import document, element, pictures_in, plain, with_pictures_at
from .kinds import hints, partner_of, right_feedback, unit_line

TYPES = {
    "choose-one": "multichoice",
    "choose-several": "multichoice",
    "number": "numerical",
    "order": "ordering",
    "match": "matching",
    "essay": "essay",
}
PLACES = 7  # decimals to which Moodle knows a third of a point


def write(quizzes, pictures):
    """Return a file of Moodle's question bank.

    Parameters
    ----------
    quizzes : list of Quiz
    pictures : dict
        Bytes by name.

    Returns
    -------
    bytes
    """
    bank = element("quiz")
    for quiz in quizzes:
        bank.append(category(quiz))
        bank.extend(Writer(question, pictures).question() for question in quiz.questions)
    return document(bank)


def category(quiz):
    path = "/".join(name.replace("/", "//") for name in (COURSE, quiz.title))
    return element("question", {"type": "category"}, element("category", {}, text(f"$course$/top/{path}")))


def text(words):
    return element("text", {}, words)


class Writer:
    """Writes one question."""

    def __init__(self, question, pictures):
        self.asked = question
        self.pictures = pictures

    def question(self):
        asked = self.asked
        made = element(
            "question",
            {"type": TYPES[asked["kind"]]},
            element("name", {}, text(asked["title"])),
            self.html("questiontext", asked["asked"]["html"] + unit_line(asked)),
            element("defaultgrade", {}, str(points_of(asked))),
            element("idnumber", {}, f"{asked['page']}/{asked['name']}"),
        )
        made.extend(PARTS[asked["kind"]](self))
        if asked["objectives"]:
            made.append(element("tags", {}, *[element("tag", {}, text(one)) for one in asked["objectives"]]))
        return made

    def html(self, name, html, **attributes):
        """Return HTML with the pictures it shows."""
        files = [
            element(
                "file",
                {"name": unquote(picture), "path": "/", "encoding": "base64"},
                base64.b64encode(self.pictures[unquote(picture)]).decode(),
            )
            for picture in pictures_in(html)
        ]
        shown = text(with_pictures_at(html, "@@PLUGINFILE@@/"))
        return element(name, {"format": "html", **attributes}, shown, *files)

    def answer(self, option, fraction):
        made = self.html("answer", option["text"]["html"], fraction=share(fraction))
        made.append(self.html("feedback", option["feedback"]["html"]))
        return made

    def feedback(self, right, wrong=""):
        """Return what is said of the whole answer."""
        return [
            self.html("correctfeedback", right),
            self.html("partiallycorrectfeedback", wrong),
            self.html("incorrectfeedback", wrong),
        ]

    def choose_one(self):
        yield from fields(single="true", shuffleanswers="true", answernumbering="none")
        yield from (self.answer(option, 100 * option["is_right"]) for option in self.asked["options"])

    def choose_several(self):
        options = self.asked["options"]
        right = sum(option["is_right"] for option in options)
        yield from fields(single="false", shuffleanswers="true", answernumbering="none")
        yield from self.feedback(right_feedback(self.asked))
        for option in options:
            yield self.answer(option, 100 / right if option["is_right"] else -100 / (len(options) - right))

    def number(self):
        for option in self.asked["options"]:
            value = "*" if option["value"] is None else repr(option["value"])
            made = element("answer", {"fraction": share(100 * option["is_right"]), "format": "plain_text"})
            made.append(text(value))
            made.append(self.html("feedback", option["feedback"]["html"]))
            made.append(element("tolerance", {}, repr(self.asked["tolerance"])))
            yield made
        if self.asked["unit"]:
            unit = fields(multiplier="1", unit_name=self.asked["unit"])
            yield element("units", {}, element("unit", {}, *unit))
            # The unit may be written behind the number, and need not.
            yield from fields(unitgradingtype="0", unitpenalty="0.1", showunits="0", unitsleft="0")

    def order(self):
        yield from fields(
            layouttype="VERTICAL",
            selecttype="ALL",
            selectcount="0",
            gradingtype="ABSOLUTE_POSITION",
            showgrading="SHOW",
            numberingstyle="none",
        )
        yield from self.feedback(right_feedback(self.asked), hints(self.asked))
        yield element("shownumcorrect")
        for place, option in enumerate(self.asked["options"], start=1):
            yield self.html("answer", option["text"]["html"], fraction=share(place))

    def match(self):
        yield from fields(shuffleanswers="true")
        yield from self.feedback(right_feedback(self.asked), hints(self.asked))
        yield element("shownumcorrect")
        for option in self.asked["options"]:
            made = self.html("subquestion", option["text"]["html"])
            # Moodle cleans it as HTML, though it may hold no tags.
            made.append(element("answer", {}, text(escape(partner_of(option), quote=False))))
            yield made

    def essay(self):
        rubric = "".join(f"<li>{points}: {plain(words)}</li>" for points, words in self.asked["rubric"])
        yield from fields(
            responseformat="editor",
            responserequired="1",
            responsefieldlines="15",
            minwordlimit=str(self.asked["least_words"]),
            attachments="0",
            attachmentsrequired="0",
        )
        yield self.html("graderinfo", f"<ul>{rubric}</ul>")


PARTS = {
    "choose-one": Writer.choose_one,
    "choose-several": Writer.choose_several,
    "number": Writer.number,
    "order": Writer.order,
    "match": Writer.match,
    "essay": Writer.essay,
}


def fields(**values):
    return [element(name, {}, value) for name, value in values.items()]


def share(percent):
    return f"{percent:.{PLACES}f}".rstrip("0").rstrip(".")
