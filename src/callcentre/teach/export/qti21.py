"""A package of QTI 2.1: a file for each question, a test for each quiz."""

from urllib.parse import unquote
from xml.etree import ElementTree

from bs4 import BeautifulSoup

from ...page.questions.markup import shuffled
from . import kinds
from .choosing import points_of
from .elements import document, element, pictures_in, plain
from .packing import manifest, picture_files, resource, zipped
from .qti12 import identifier
from .sources import PICTURES

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
ANSWER, SCORE, FEEDBACK, RIGHT, WRONG = "RESPONSE", "SCORE", "FEEDBACK", "right", "wrong"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
BLOCKS = {"section", "aside", "figure", "figcaption"}  # HTML that QTI has not
KEPT = {
    "img": ("src", "alt", "width", "height"),
    "th": ("scope", "colspan", "rowspan"),
    "td": ("colspan", "rowspan"),
}


def write(quizzes, pictures):
    """Return a package.

    Parameters
    ----------
    quizzes : list of Quiz
    pictures : dict
        Bytes by name.

    Returns
    -------
    bytes
    """
    files, resources = {}, []
    for quiz in quizzes:
        for question in quiz.questions:
            path = f"{identifier(question)}.xml"
            files[path] = document(Item(question).item(), is_indented=False)
            shows = [PICTURES + unquote(name) for name in pictures_in(files[path].decode())]
            resources.append(resource(identifier(question), "imsqti_item_xmlv2p1", path, shows))
        path = f"test-{quiz.name}.xml"
        files[path] = document(test(quiz))
        resources.append(resource(f"test-{quiz.name}", "imsqti_test_xmlv2p1", path))
    shown, listed = picture_files(PICTURES, pictures)
    listing = manifest(PACKAGE, "QTIv2.1 Package", "1.0.0", resources + listed)
    return zipped({"imsmanifest.xml": document(listing), **files, **shown})


def test(quiz):
    """Return a test: all questions of a quiz, in any order of answering."""
    parts = [
        element("assessmentItemRef", {"identifier": identifier(one), "href": f"{identifier(one)}.xml"})
        for one in quiz.questions
    ]
    section = {"identifier": "questions", "title": quiz.title, "visible": "true"}
    modes = {"identifier": "part", "navigationMode": "nonlinear", "submissionMode": "individual"}
    return element(
        "assessmentTest",
        {"xmlns": NAMESPACE, "identifier": f"test-{quiz.name}", "title": quiz.title},
        element("testPart", modes, element("assessmentSection", section, *parts)),
    )


class Item:
    """Writes one question."""

    def __init__(self, question):
        self.asked = question

    def item(self):
        answer, interaction, processing, said = PARTS[self.asked["kind"]](self)
        attributes = {
            "xmlns": NAMESPACE,
            "identifier": identifier(self.asked),
            "title": self.asked["title"],
            "adaptive": "false",
            "timeDependent": "false",
        }
        return element(
            "assessmentItem",
            attributes,
            answer,
            outcome(SCORE, "single", "float", "0"),
            outcome("MAXSCORE", "single", "float", str(points_of(self.asked))),
            outcome(FEEDBACK, "multiple", "identifier") if said else None,
            element("itemBody", {}, *self.asked_parts(), interaction),
            processing,
            *[feedback(name, html) for name, html in said.items()],
        )

    def asked_parts(self):
        yield xhtml(self.asked["asked"]["html"] + kinds.unit_line(self.asked))
        if self.asked["kind"] == "essay":
            items = "".join(f"<li>{points}: {plain(words)}</li>" for points, words in self.asked["rubric"])
            yield element("rubricBlock", {"view": "scorer"}, xhtml(f"<ul>{items}</ul>"))

    def named_options(self):
        return [(f"option-{at}", option) for at, option in enumerate(self.asked["options"], start=1)]

    def simple_choices(self, places=None):
        named = self.named_options()
        return [
            element("simpleChoice", {"identifier": named[at][0]}, xhtml(named[at][1]["text"]["html"]))
            for at in places or range(len(named))
        ]

    def each_feedback(self):
        return {name: option["feedback"]["html"] for name, option in self.named_options()}

    def choose_one(self):
        right = [name for name, option in self.named_options() if option["is_right"]]
        return self.choice(right, "single", "1", self.each_feedback(), [])

    def choose_several(self):
        right = [name for name, option in self.named_options() if option["is_right"]]
        said = {**self.each_feedback(), RIGHT: kinds.right_feedback(self.asked)}
        return self.choice(right, "multiple", "0", said, [show(RIGHT)])

    def choice(self, right, cardinality, most, said, once_right):
        interaction = element(
            "choiceInteraction",
            {"responseIdentifier": ANSWER, "shuffle": "true", "maxChoices": most},
            *self.simple_choices(),
        )
        chosen = element("variable", {"identifier": ANSWER})
        shown = element("setOutcomeValue", {"identifier": FEEDBACK}, element("multiple", {}, chosen))
        return response(cardinality, "identifier", right), interaction, processing(shown, once_right), said

    def number(self):
        options = self.named_options()
        (right,) = [option["value"] for _, option in options if option["is_right"]]
        *numbers, (other, _) = options
        branches = [
            branch(
                "responseIf" if at == 0 else "responseElseIf",
                self.is_near(option["value"]),
                given(name, option),
            )
            for at, (name, option) in enumerate(numbers)
        ]
        rules = element("responseCondition", {}, *branches, element("responseElse", {}, show(other)))
        interaction = element("p", {}, element("textEntryInteraction", {"responseIdentifier": ANSWER}))
        answer = response("single", "float", [f"{right:.12g}"])
        return answer, interaction, element("responseProcessing", {}, rules), self.each_feedback()

    def is_near(self, value):
        slack = f"{self.asked['tolerance']:.12g}"
        return element(
            "equal",
            {"toleranceMode": "absolute", "tolerance": f"{slack} {slack}"},
            element("variable", {"identifier": ANSWER}),
            element("baseValue", {"baseType": "float"}, f"{value:.12g}"),
        )

    def order(self):
        right = [name for name, _ in self.named_options()]
        interaction = element(
            "orderInteraction",
            {"responseIdentifier": ANSWER, "shuffle": "true"},
            *self.simple_choices(shuffled(self.asked)),
        )
        return response("ordered", "identifier", right), interaction, *self.all_or_hints()

    def match(self):
        names = {words: f"choice-{at}" for at, words in enumerate(kinds.partners(self.asked), start=1)}
        items = [self.to_match(name, option["text"]["html"], "1") for name, option in self.named_options()]
        choices = [
            element("simpleAssociableChoice", {"identifier": name, "matchMax": "0"}, words)
            for words, name in names.items()
        ]
        sets = [element("simpleMatchSet", {}, *each) for each in (items, choices)]
        attributes = {"responseIdentifier": ANSWER, "shuffle": "true", "maxAssociations": str(len(items))}
        right = [f"{name} {names[kinds.partner_of(option)]}" for name, option in self.named_options()]
        interaction = element("matchInteraction", attributes, *sets)
        return response("multiple", "directedPair", right), interaction, *self.all_or_hints()

    def to_match(self, name, html, most):
        return element("simpleAssociableChoice", {"identifier": name, "matchMax": most}, xhtml(html))

    def all_or_hints(self):
        """Return how an answer counts that is right as a whole or not, and what is said of it."""
        said = {RIGHT: kinds.right_feedback(self.asked), WRONG: kinds.hints(self.asked)}
        return processing(None, [show(RIGHT)], [show(WRONG)]), said

    def essay(self):
        lines = {"responseIdentifier": ANSWER, "expectedLines": "15", "format": "plain"}
        return response("single", "string", []), element("extendedTextInteraction", lines), None, {}


PARTS = {
    "choose-one": Item.choose_one,
    "choose-several": Item.choose_several,
    "number": Item.number,
    "order": Item.order,
    "match": Item.match,
    "essay": Item.essay,
}


def response(cardinality, kind, right):
    values = [element("value", {}, one) for one in right]
    attributes = {"identifier": ANSWER, "cardinality": cardinality, "baseType": kind}
    return element(
        "responseDeclaration", attributes, element("correctResponse", {}, *values) if right else None
    )


def outcome(name, cardinality, kind, value=None):
    first = element("defaultValue", {}, element("value", {}, value)) if value else None
    attributes = {"identifier": name, "cardinality": cardinality, "baseType": kind}
    return element("outcomeDeclaration", attributes, first)


def processing(first, once_right, else_=()):
    """Return rules: do something first, then give the point where the answer is the right one."""
    is_right = element(
        "match", {}, element("variable", {"identifier": ANSWER}), element("correct", {"identifier": ANSWER})
    )
    otherwise = element("responseElse", {}, *else_) if else_ else None
    rules = element(
        "responseCondition", {}, branch("responseIf", is_right, [point(), *once_right]), otherwise
    )
    return element("responseProcessing", {}, first, rules)


def branch(name, holds, then):
    return element(name, {}, holds, *then)


def given(name, option):
    """Return what follows where an option was given: what is said of it, and the point where it is right."""
    return [show(name), point()] if option["is_right"] else [show(name)]


def point():
    return element("setOutcomeValue", {"identifier": SCORE}, element("baseValue", {"baseType": "float"}, "1"))


def show(name):
    """Return the rule that shows one more feedback."""
    before = element("variable", {"identifier": FEEDBACK})
    more = element("baseValue", {"baseType": "identifier"}, name)
    return element("setOutcomeValue", {"identifier": FEEDBACK}, element("multiple", {}, before, more))


def feedback(name, html):
    attributes = {"outcomeIdentifier": FEEDBACK, "identifier": name, "showHide": "show"}
    return element("modalFeedback", attributes, xhtml(html))


def xhtml(html):
    """Return HTML as an element that QTI allows: without styles, names, and elements that it has not."""
    closed = str(BeautifulSoup(f"<div>{html}</div>", "html.parser"))  # XML, with no entity of HTML's own
    made = ElementTree.fromstring(closed)
    for each in made.iter():
        language = each.attrib.get("lang")
        each.tag = "div" if each.tag in BLOCKS else each.tag
        each.attrib = {name: each.attrib[name] for name in KEPT.get(each.tag, ()) if name in each.attrib}
        if language:
            each.set(XML_LANG, language)
    return made
