"""Small learning platforms, to try exports on: each reads a file strictly, and marks answers by it.

They share nothing with the writers. The schemas of IMS and ADL may not be copied here, so what they demand of
the elements that are used is asked here by hand; each reader raises AssertionError at what it does not know.
"""

import base64
import io
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree

# The shares of a point that Moodle takes, in per cent.
SHARES = (
    100,
    90,
    83.33333,
    80,
    75,
    70,
    66.66667,
    60,
    50,
    40,
    33.33333,
    30,
    25,
    20,
    16.66667,
    14.28571,
    12.5,
    11.11111,
    10,
    5,
    0,
)


class Item:
    """A question as a platform has it: ``mark`` gives an answer's share of the points, and what it shows."""

    def __init__(self, title, kind, asked, mark, points=1.0, options=(), pictures=None, more=""):
        self.title, self.kind, self.asked, self.mark = title, kind, asked, mark
        self.points, self.options, self.pictures, self.more = points, list(options), pictures or {}, more


def words(html):
    """Return HTML's words as a reader sees them."""

    class Reader(HTMLParser):
        seen = ""

        def handle_data(self, data):
            self.seen += data

    reader = Reader()
    reader.feed(html)
    return " ".join(reader.seen.split())


def tags(parent):
    return [child.tag for child in parent]


# Moodle


def moodle(content):
    """Return the categories and the items of a Moodle XML file."""
    bank = ElementTree.fromstring(content)
    assert bank.tag == "quiz"
    categories, items = [], []
    for question in bank:
        if question.get("type") == "category":
            categories.append(question.findtext("category/text"))
        else:
            items.append(MOODLE[question.get("type")](question))
    numbers = [one.findtext("idnumber") for one in bank if one.get("type") != "category"]
    assert len(set(numbers)) == len(numbers)
    return categories, items


def shown_by_moodle(part):
    """Return HTML whose pictures are all there, and those pictures."""
    assert part.get("format") == "html"
    html = part.findtext("text") or ""
    files = {one.get("name"): base64.b64decode(one.text) for one in part.findall("file")}
    assert set(re.findall(r"@@PLUGINFILE@@/([^\"]+)", html)) == set(files)
    assert "_images" not in html and "pictures/" not in html
    return html, files


def moodle_item(question, kind, mark, options=(), more=""):
    asked, pictures = shown_by_moodle(question.find("questiontext"))
    points = float(question.findtext("defaultgrade"))
    return Item(question.findtext("name/text"), kind, asked, mark, points, options, pictures, more)


def combined(question, share):
    name = (
        "correctfeedback"
        if share >= 0.9999
        else "partiallycorrectfeedback"
        if share > 0
        else "incorrectfeedback"
    )
    found = question.find(name)
    return shown_by_moodle(found)[0] if found is not None else ""


def multichoice(question):
    answers = question.findall("answer")
    fractions = [float(one.get("fraction")) for one in answers]
    assert all(any(abs(abs(one) - share) < 1e-4 for share in SHARES) for one in fractions)
    options = [words(shown_by_moodle(one)[0]) for one in answers]
    is_single = {"true": True, "false": False}[question.findtext("single")]
    assert max(fractions) == 100 if is_single else abs(sum(one for one in fractions if one > 0) - 100) < 1e-4

    def mark(chosen):
        places = [options.index(one) for one in chosen]
        share = max(0, sum(fractions[at] for at in places) / 100)
        said = [shown_by_moodle(answers[at].find("feedback"))[0] for at in places]
        return share, " ".join([*said, combined(question, share)])

    return moodle_item(question, "choose-one" if is_single else "choose-several", mark, options)


def numerical(question):
    answers = question.findall("answer")

    def mark(number):
        for one in answers:
            value, slack = one.findtext("text"), float(one.findtext("tolerance"))
            if value == "*" or abs(float(value) - number) <= slack:
                return float(one.get("fraction")) / 100, one.findtext("feedback/text")
        return 0, ""

    return moodle_item(question, "number", mark, more=question.findtext("units/unit/unit_name") or "")


def ordering(question):
    assert question.findtext("layouttype") == "VERTICAL" and question.findtext("selecttype") == "ALL"
    options = [words(shown_by_moodle(one)[0]) for one in question.findall("answer")]
    assert [one.get("fraction") for one in question.findall("answer")] == [
        str(place) for place in range(1, len(options) + 1)
    ]

    def mark(order):
        share = sum(one == right for one, right in zip(order, options, strict=True)) / len(options)
        return share, combined(question, share)

    return moodle_item(question, "order", mark, options)


def matching(question):
    pairs = {
        words(shown_by_moodle(one)[0]): words(one.findtext("answer/text"))
        for one in question.findall("subquestion")
    }

    def mark(given):
        share = sum(given[one] == pairs[one] for one in pairs) / len(pairs)
        return share, combined(question, share)

    return moodle_item(question, "match", mark, pairs.values())


def essay(question):
    rubric, _ = shown_by_moodle(question.find("graderinfo"))
    assert int(question.findtext("minwordlimit")) > 0
    return moodle_item(question, "essay", None, more=rubric)


MOODLE = {
    "multichoice": multichoice,
    "numerical": numerical,
    "ordering": ordering,
    "matching": matching,
    "essay": essay,
}


# Packages


class Package:
    """A zip whose manifest lists all its files, each once, and nothing else."""

    def __init__(self, content, namespace):
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            self.files = {name: opened.read(name) for name in opened.namelist()}
            assert len(self.files) == len(opened.namelist())
        self.space = f"{{{namespace}}}"
        self.manifest = self.xml("imsmanifest.xml")
        assert self.manifest.tag == f"{self.space}manifest"
        parts = [tag.rpartition("}")[2] for tag in tags(self.manifest)]
        assert parts == ["metadata", "organizations", "resources"]
        self.resources = {one.get("identifier"): one for one in self.manifest.iter(f"{self.space}resource")}
        listed = {one.get("href") for one in self.manifest.iter(f"{self.space}file")}
        assert listed == set(self.files) - {"imsmanifest.xml"}
        names = [one.get("identifier") for one in self.manifest.iter() if one.get("identifier")]
        assert len(set(names)) == len(names)
        assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", name) for name in names)
        for one in self.manifest.iter():
            if one.get("identifierref"):
                assert one.get("identifierref") in self.resources

    def xml(self, path):
        return ElementTree.fromstring(self.files[path])

    def of_type(self, kind):
        return [one.get("href") for one in self.resources.values() if one.get("type") == kind]


# QTI 1.2

QTI12 = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
# What each element may hold, in this order.
HOLDS = {
    "questestinterop": r"assessment",
    "assessment": r"qtimetadata section",
    "section": r"(item ?)+",
    "item": r"itemmetadata presentation resprocessing( itemfeedback)*",
    "itemmetadata": r"qtimetadata",
    "qtimetadata": r"(qtimetadatafield ?)+",
    "qtimetadatafield": r"fieldlabel fieldentry",
    "presentation": r"material( response_lid| response_str)+",
    "response_lid": r"(material )?render_choice",
    "response_str": r"render_fib",
    "render_choice": r"(response_label ?)+",
    "render_fib": r"response_label",
    "response_label": r"(material)?",
    "material": r"mattext",
    "resprocessing": r"outcomes( respcondition)+",
    "outcomes": r"decvar",
    "respcondition": r"conditionvar( setvar)?( displayfeedback)?",
    "conditionvar": r"varequal|and|or|other",
    "and": r"((varequal|not|vargte|varlte) ?)+",
    "or": r"varequal and",
    "not": r"varequal",
    "itemfeedback": r"flow_mat",
    "flow_mat": r"material",
}


def qti12(content):
    """Return the title and the items of an assessment in QTI 1.2."""
    root = ElementTree.fromstring(content)
    for each in root.iter():
        assert each.tag.startswith(QTI12), each.tag
        each.tag = each.tag.removeprefix(QTI12)
    for each in root.iter():
        assert re.fullmatch(HOLDS.get(each.tag, ""), " ".join(tags(each))), (each.tag, tags(each))
    assessment = root.find("assessment")
    items = assessment.findall("section/item")
    assert len({one.get("ident") for one in items}) == len(items)
    return assessment.get("title"), [qti12_item(one) for one in items]


def settings(item):
    fields = item.findall("itemmetadata/qtimetadata/qtimetadatafield")
    return {one.findtext("fieldlabel"): one.findtext("fieldentry") for one in fields}


def label_words(label):
    text = label.find("material/mattext")
    if text is None:
        return ""
    return text.text if text.get("texttype") == "text/plain" else words(text.text)


def qti12_item(item):
    said = {
        one.get("ident"): one.findtext("flow_mat/material/mattext") for one in item.findall("itemfeedback")
    }
    shown = {one.get("linkrefid") for one in item.iter("displayfeedback")}
    assert shown == set(said)
    fields = {
        one.get("ident"): {label_words(label): label.get("ident") for label in one.iter("response_label")}
        for one in [*item.iter("response_lid"), *item.iter("response_str")]
    }
    asked = {
        words(one.findtext("material/mattext") or ""): one.get("ident") for one in item.iter("response_lid")
    }
    assert {one.get("respident") for one in item.iter() if one.get("respident")} <= set(fields)

    def mark(given):
        if isinstance(given, dict):
            answers = {asked[what]: [fields[asked[what]][belongs]] for what, belongs in given.items()}
        elif isinstance(given, list):
            answers = {"response1": [fields["response1"][one] for one in given]}
        else:
            answers = {"response1": given}
        return processed(item, answers, said)

    told = settings(item)
    first = next(iter(fields.values()))
    return Item(
        item.get("title"),
        told.get("question_type") or told["cc_profile"],
        item.findtext("presentation/material/mattext"),
        mark,
        float(told.get("points_possible", 1)),
        first,
    )


def processed(item, answers, said):
    """Return the share of the points and what is shown, by the item's own rules."""
    score, shown, was_met = 0.0, [], False
    for rule in item.findall("resprocessing/respcondition"):
        if not holds(rule.find("conditionvar")[0], answers, was_met):
            continue
        was_met = was_met or rule.find("conditionvar")[0].tag != "other"
        change = rule.find("setvar")
        if change is not None:
            score = float(change.text) + (score if change.get("action") == "Add" else 0)
        if rule.find("displayfeedback") is not None:
            shown.append(said[rule.find("displayfeedback").get("linkrefid")])
        if rule.get("continue") == "No":
            break
    return score / 100, " ".join(shown)


def holds(test, answers, was_met):
    given = answers.get(test.get("respident"))
    if test.tag == "other":
        return not was_met
    if test.tag in ("and", "or", "not"):
        each = [holds(one, answers, was_met) for one in test]
        return {"and": all(each), "or": any(each), "not": not each[0]}[test.tag]
    if test.tag == "varequal" and isinstance(given, list):
        return test.text in given
    bound = float(test.text)
    return {"varequal": given == bound, "vargte": given >= bound, "varlte": given <= bound}[test.tag]


# QTI 2.1

QTI21 = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
PARTS = r"responseDeclaration( outcomeDeclaration)+ itemBody( responseProcessing)?( modalFeedback)*"
INTERACTIONS = {
    "choiceInteraction": "choose",
    "textEntryInteraction": "number",
    "orderInteraction": "order",
    "matchInteraction": "match",
    "extendedTextInteraction": "essay",
}


def qti21(content):
    """Return the item of a file in QTI 2.1."""
    item = ElementTree.fromstring(content)
    for each in item.iter():
        assert each.tag.startswith(QTI21), each.tag
        each.tag = each.tag.removeprefix(QTI21)
        assert "style" not in each.attrib and "id" not in each.attrib
    assert item.tag == "assessmentItem" and re.fullmatch(PARTS, " ".join(tags(item)))
    (interaction,) = [each for each in item.iter() if each.tag in INTERACTIONS]
    names = {words(inner(one)): one.get("identifier") for one in interaction.iter() if one.get("identifier")}
    kind = INTERACTIONS[interaction.tag]
    said = {one.get("identifier"): inner(one) for one in item.findall("modalFeedback")}

    def mark(given):
        if isinstance(given, dict):
            answer = [f"{names[what]} {names[belongs]}" for what, belongs in given.items()]
        else:
            answer = [names[one] for one in given] if isinstance(given, list) else [float(given)]
        outcomes = run21(item, answer)
        return float(outcomes["SCORE"][0]), " ".join(said[one] for one in outcomes.get("FEEDBACK", []))

    rubric = item.find("itemBody/rubricBlock")
    pictures = {one.get("src") for one in item.iter("img")}
    return Item(
        item.get("title"),
        kind,
        inner(item.find("itemBody")[0]),
        mark,
        float(item.findtext("outcomeDeclaration[@identifier='MAXSCORE']/defaultValue/value")),
        names,
        dict.fromkeys(pictures),
        inner(rubric) if rubric is not None else "",
    )


def inner(each):
    return ElementTree.tostring(each, encoding="unicode")


def run21(item, answer):
    declared = item.find("responseDeclaration")
    right = [one.text for one in declared.findall("correctResponse/value")]
    number = declared.get("baseType") == "float"
    state = {
        "outcomes": {
            one.get("identifier"): [value.text for value in one.findall("defaultValue/value")]
            for one in item.findall("outcomeDeclaration")
        },
        "RESPONSE": answer,
        "correct": [float(one) for one in right] if number else right,
        "is_ordered": declared.get("cardinality") == "ordered",
    }
    for rule in item.find("responseProcessing"):
        follow(rule, state)
    return state["outcomes"]


def follow(rule, state):
    if rule.tag == "setOutcomeValue":
        state["outcomes"][rule.get("identifier")] = value_of(rule[0], state)
        return
    assert rule.tag == "responseCondition"
    for branch in rule:
        if branch.tag == "responseElse" or value_of(branch[0], state):
            for then in branch if branch.tag == "responseElse" else branch[1:]:
                follow(then, state)
            return


def value_of(expression, state):
    name = expression.get("identifier")
    if expression.tag == "variable":
        return state["RESPONSE"] if name == "RESPONSE" else state["outcomes"][name]
    if expression.tag == "correct":
        return state["correct"]
    if expression.tag == "baseValue":
        return [expression.text]
    each = [value_of(one, state) for one in expression]
    if expression.tag == "multiple":
        return [one for many in each for one in many]
    if expression.tag == "match":
        return each[0] == each[1] if state["is_ordered"] else sorted(each[0]) == sorted(each[1])
    assert expression.tag == "equal" and expression.get("toleranceMode") == "absolute"
    slack = float(expression.get("tolerance").split()[0])
    return abs(float(each[0][0]) - float(each[1][0])) <= slack
