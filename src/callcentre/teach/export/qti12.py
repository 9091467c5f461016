"""Questions in QTI 1.2, as Canvas and the Common Cartridge have it."""

from .elements import element, with_pictures_at
from .kinds import hints, partner_of, partners, right_feedback, unit_line

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
ANSWER = "response1"
RIGHT, WRONG, ALWAYS = "correct_fb", "general_incorrect_fb", "general_fb"


def assessment(quiz, items, settings):
    """Return a quiz: its settings are pairs of label and entry."""
    section = element("section", {"ident": "root_section"}, *items)
    attributes = {"ident": f"quiz-{quiz.name}", "title": quiz.title}
    return element(
        "questestinterop",
        {"xmlns": NAMESPACE},
        element("assessment", attributes, metadata(settings), section),
    )


def metadata(settings):
    fields = [
        element("qtimetadatafield", {}, element("fieldlabel", {}, label), element("fieldentry", {}, entry))
        for label, entry in settings.items()
    ]
    return element("qtimetadata", {}, *fields)


def identifier(question):
    """Return a question's name in a package, which begins with a letter and has no slash."""
    return f"q-{question['page']}.{question['name']}"


class Item:
    """Writes one question.

    Parameters
    ----------
    question : dict
    settings : dict
        What a platform asks to be said of it, by label.
    pictures_at : str
        The address of the pictures in its HTML.
    """

    def __init__(self, question, settings, pictures_at):
        self.asked = question
        self.settings = settings
        self.pictures_at = pictures_at

    def item(self):
        fields, conditions, feedback = PARTS[self.asked["kind"]](self)
        return element(
            "item",
            {"ident": identifier(self.asked), "title": self.asked["title"]},
            element("itemmetadata", {}, metadata(self.settings)),
            element(
                "presentation", {}, self.html(self.asked["asked"]["html"] + unit_line(self.asked)), *fields
            ),
            element("resprocessing", {}, outcomes(), *conditions),
            *[self.feedback(name, html) for name, html in feedback.items()],
        )

    def html(self, html):
        return material(with_pictures_at(html, self.pictures_at), "text/html")

    def feedback(self, name, html):
        return element("itemfeedback", {"ident": name}, element("flow_mat", {}, self.html(html)))

    def labels(self):
        options = [
            element("response_label", {"ident": name}, self.html(option["text"]["html"]))
            for name, option in self.named_options()
        ]
        return element("render_choice", {"shuffle": "Yes"}, *options)

    def named_options(self):
        return [(f"option-{at}", option) for at, option in enumerate(self.asked["options"], start=1)]

    def each_feedback(self):
        """Return what shows an option's feedback once it is chosen, and the feedback."""
        shown = [
            condition(equal(ANSWER, name), goes_on=True, shows=f"{name}_fb")
            for name, _ in self.named_options()
        ]
        return shown, {f"{name}_fb": option["feedback"]["html"] for name, option in self.named_options()}

    def choose_one(self):
        shown, feedback = self.each_feedback()
        (right,) = [name for name, option in self.named_options() if option["is_right"]]
        fields = [element("response_lid", {"ident": ANSWER, "rcardinality": "Single"}, self.labels())]
        return fields, [*shown, condition(equal(ANSWER, right), sets=100)], feedback

    def choose_several(self):
        shown, feedback = self.each_feedback()
        each = [
            equal(ANSWER, name) if option["is_right"] else element("not", {}, equal(ANSWER, name))
            for name, option in self.named_options()
        ]
        fields = [element("response_lid", {"ident": ANSWER, "rcardinality": "Multiple"}, self.labels())]
        right = condition(element("and", {}, *each), sets=100, shows=RIGHT)
        return fields, [*shown, right], {**feedback, RIGHT: right_feedback(self.asked)}

    def number(self):
        (right,) = [option["value"] for option in self.asked["options"] if option["is_right"]]
        low, high = right - self.asked["tolerance"], right + self.asked["tolerance"]
        label = element("response_label", {"ident": "answer1"})
        fields = [
            element(
                "response_str",
                {"ident": ANSWER, "rcardinality": "Single"},
                element("render_fib", {"fibtype": "Decimal"}, label),
            )
        ]
        near = element("and", {}, compared("vargte", ANSWER, low), compared("varlte", ANSWER, high))
        is_right = element("or", {}, compared("varequal", ANSWER, right), near)
        conditions = [
            condition(is_right, sets=100, shows=RIGHT),
            condition(other(), goes_on=True, shows=WRONG),
        ]
        return fields, conditions, {RIGHT: right_feedback(self.asked), WRONG: hints(self.asked)}

    def match(self):
        """Return each item as a choice among all that can be matched; each counts its share."""
        choices = {words: f"choice-{at}" for at, words in enumerate(partners(self.asked), start=1)}
        share = f"{100 / len(self.asked['options']):.2f}"
        fields, conditions = [], []
        for at, option in enumerate(self.asked["options"], start=1):
            field = f"response_{at}"  # the name Canvas looks for
            fields.append(self.to_match(field, option, choices))
            conditions.append(condition(equal(field, choices[partner_of(option)]), adds=share))
        always = condition(other(), goes_on=True, shows=ALWAYS)
        return fields, [always, *conditions], {ALWAYS: self.said_of_all()}

    def to_match(self, name, option, choices):
        labels = [
            element("response_label", {"ident": ident}, material(words, "text/plain"))
            for words, ident in choices.items()
        ]
        shown = self.html(option["text"]["html"])
        return element("response_lid", {"ident": name}, shown, element("render_choice", {}, *labels))

    def said_of_all(self):
        """Return what is said of a match, of which a platform knows no right and wrong as a whole."""
        return hints(self.asked) + right_feedback(self.asked)

    def essay(self):
        label = element("response_label", {"ident": "answer1", "rshuffle": "No"})
        fields = [
            element(
                "response_str",
                {"ident": ANSWER, "rcardinality": "Single"},
                element("render_fib", {}, label),
            )
        ]
        return fields, [condition(other())], {}


PARTS = {
    "choose-one": Item.choose_one,
    "choose-several": Item.choose_several,
    "number": Item.number,
    "match": Item.match,
    "essay": Item.essay,
}


def material(words, kind):
    return element("material", {}, element("mattext", {"texttype": kind}, words))


def outcomes():
    score = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    return element("outcomes", {}, element("decvar", score))


def condition(holds, goes_on=False, sets=None, adds=None, shows=None):
    """Return what happens where something holds: a score is set or added to, feedback is shown."""
    score = None
    if sets is not None or adds is not None:
        action = "Set" if sets is not None else "Add"
        score = element("setvar", {"action": action, "varname": "SCORE"}, str(sets if adds is None else adds))
    shown = element("displayfeedback", {"feedbacktype": "Response", "linkrefid": shows}) if shows else None
    goes_on = goes_on or adds is not None
    attributes = {"continue": "Yes" if goes_on else "No"}
    return element("respcondition", attributes, element("conditionvar", {}, holds), score, shown)


def equal(field, value):
    return element("varequal", {"respident": field}, value)


def compared(how, field, number):
    return element(how, {"respident": field}, f"{number:.12g}")


def other():
    return element("other")
