"""A package of QTI 1.2 for Canvas: quizzes, pictures beside them. An order becomes a match with places."""

from . import qti12
from .choosing import points_of
from .elements import document, element
from .kinds import order_as_match
from .packing import manifest, picture_files, resource, zipped

PICTURES = "web_resources/pictures/"  # Canvas takes files from this folder
PICTURES_AT = "$IMS-CC-FILEBASE$/pictures/"
PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
OWN = "http://canvas.instructure.com/xsd/cccv1p0"
BESIDE = "associatedcontent/imscc_xmlv1p1/learning-application-resource"
TYPES = {
    "choose-one": "multiple_choice_question",
    "choose-several": "multiple_answers_question",
    "number": "numerical_question",
    "match": "matching_question",
    "essay": "essay_question",
}


def write(quizzes, pictures):
    """Return a package for *Import course content*, *QTI .zip file*.

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
        name = f"quiz-{quiz.name}"
        asked, settings = f"{name}/{name}.xml", f"{name}/assessment_meta.xml"
        files[asked] = document(qti12.assessment(quiz, items(quiz), {"cc_maxattempts": "unlimited"}))
        files[settings] = document(settings_of(quiz, name))
        resources += [
            resource(name, "imsqti_xmlv1p2", asked, needs=f"{name}-settings"),
            resource(f"{name}-settings", BESIDE, settings),
        ]
    shown, listed = picture_files(PICTURES, pictures)
    listing = manifest(PACKAGE, "IMS Content", "1.1.3", resources + listed)
    return zipped({"imsmanifest.xml": document(listing), **files, **shown})


def items(quiz):
    for question in quiz.questions:
        known = order_as_match(question) if question["kind"] == "order" else question
        settings = {"question_type": TYPES[known["kind"]], "points_possible": f"{points_of(known):.1f}"}
        yield qti12.Item(known, settings, PICTURES_AT).item()


def settings_of(quiz, name):
    """Return what Canvas is told of a quiz: it is not published, and options stand in any order."""
    values = {
        "title": quiz.title,
        "shuffle_answers": "true",
        "scoring_policy": "keep_highest",
        "quiz_type": "assignment",
        "points_possible": f"{quiz.points:.1f}",
        "show_correct_answers": "true",
        "allowed_attempts": "-1",
        "available": "false",
    }
    told = [element(label, {}, value) for label, value in values.items()]
    return element("quiz", {"xmlns": OWN, "identifier": name}, *told)
