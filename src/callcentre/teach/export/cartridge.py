"""A Common Cartridge 1.1: quizzes, and links to the site's chapters and labs where its address is known.

Its profile of QTI 1.2 has choices and essays only: numbers, orders and matches become choices.
"""

from . import COURSE, qti12
from .elements import document, element
from .kinds import as_choices
from .packing import picture_files, resource, zipped

PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p1/LOM/manifest"
LINK = "http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1"
# Quizzes lie in the package's root, so that this is right from there and from the quiz.
PICTURES = "pictures/"
PICTURES_AT = "$IMS-CC-FILEBASE$/pictures/"
PROFILES = {
    "choose-one": "cc.multiple_choice.v0p1",
    "choose-several": "cc.multiple_response.v0p1",
    "essay": "cc.essay.v0p1",
}
EXAM = {
    "cc_profile": "cc.exam.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes",
    "cc_maxattempts": "unlimited",
}


def write(quizzes, pictures, site=None):
    """Return a cartridge.

    Parameters
    ----------
    quizzes : list of Quiz
    pictures : dict
        Bytes by name.
    site : str, optional
        The address of the book's site; without it there are no links.

    Returns
    -------
    bytes
    """
    files, resources, folders = {}, [], []
    for quiz in quizzes:
        name = f"quiz-{quiz.name}"
        pages = dict(links_of(quiz, site)) if site else {}
        files.update({f"{page}.xml": document(link) for page, link in pages.items()})
        files[f"{name}.xml"] = document(qti12.assessment(quiz, items(quiz), EXAM))
        resources += [resource(page, "imswl_xmlv1p1", f"{page}.xml") for page in pages]
        resources.append(resource(name, "imsqti_xmlv1p2/imscc_xmlv1p1/assessment", f"{name}.xml"))
        folders.append(folder(quiz, [*zip(pages, titles(quiz), strict=False), (name, "Questions")]))
    shown, listed = picture_files(PICTURES, pictures)
    return zipped({"imsmanifest.xml": document(manifest(folders, resources + listed)), **files, **shown})


def titles(quiz):
    return [title for title, _ in quiz.links]


def links_of(quiz, site):
    """Return each page to read or do as a link, by its name in the cartridge."""
    for at, (title, page) in enumerate(quiz.links, start=1):
        address = f"{site.rstrip('/')}/{page}"
        link = element(
            "webLink",
            {"xmlns": LINK},
            element("title", {}, title),
            element("url", {"href": address, "target": "_blank"}),
        )
        yield f"link-{quiz.name}-{at}", link


def items(quiz):
    for question in quiz.questions:
        for known in as_choices(question):
            settings = {"cc_profile": PROFILES[known["kind"]]}
            yield qti12.Item(known, settings, PICTURES_AT).item()


def folder(quiz, parts):
    """Return a quiz's place in the table of contents: what to read and do, then the questions."""
    items = [
        element("item", {"identifier": f"item-{name}", "identifierref": name}, element("title", {}, title))
        for name, title in parts
    ]
    return element("item", {"identifier": f"folder-{quiz.name}"}, element("title", {}, quiz.title), *items)


def manifest(folders, resources):
    root = element("item", {"identifier": "root"}, *folders)
    organization = element("organization", {"identifier": "contents", "structure": "rooted-hierarchy"}, root)
    return element(
        "manifest",
        {"identifier": "callcentre-cartridge", "xmlns": PACKAGE, "xmlns:lomimscc": LOM},
        element(
            "metadata",
            {},
            element("schema", {}, "IMS Common Cartridge"),
            element("schemaversion", {}, "1.1.0"),
            element("lomimscc:lom", {}, element("lomimscc:general", {}, titled(COURSE))),
        ),
        element("organizations", {}, organization),
        element("resources", {}, *resources),
    )


def titled(words):
    return element("lomimscc:title", {}, element("lomimscc:string", {"language": "en"}, words))
