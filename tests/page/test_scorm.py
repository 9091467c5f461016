"""A SCORM package in a real browser, against a small run-time of the tests that notes every call."""

import importlib.util
import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from axe import violations
from built_site import served, watched_tab
from playwright.sync_api import expect

from callcentre.teach.export import choosing, scorm

ROOT = Path(__file__).parents[2]
spec = importlib.util.spec_from_file_location("export_course", ROOT / "tests" / "teach" / "export_course.py")
export_course = importlib.util.module_from_spec(spec)
spec.loader.exec_module(export_course)

PLATFORM = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Platform</title>
<link rel="icon" href="data:,"><script src="scorm_platform.js"></script></head>
<body><iframe title="Questions" src="{page}" width="900" height="700"></iframe></body></html>"""
CP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"


@pytest.fixture(scope="module")
def package(tmp_path_factory):
    """Return the files of a package, by name, unpacked beside a platform."""
    root = export_course.lay(tmp_path_factory.mktemp("course"))
    quizzes, pictures = choosing.quizzes(root, ["every-kind"], has_essays=False, has_mathml=True)
    folder = tmp_path_factory.mktemp("platform")
    with zipfile.ZipFile(io.BytesIO(scorm.write(quizzes, pictures, ROOT))) as packed:
        packed.extractall(folder)
        names = packed.namelist()
    (folder / "index.html").write_text(PLATFORM.format(page="every-kind.html"), encoding="utf-8")
    script = Path(__file__).parent / "scorm_platform.js"
    (folder / script.name).write_bytes(script.read_bytes())
    return folder, names


@pytest.fixture
def platform(browser, package):
    """Return a tab with the platform, in which the package was launched."""
    with served(package[0]) as address, watched_tab(browser, address) as page:
        page.goto(f"{address}/index.html")
        yield page


def frame_of(page):
    frame = page.frame_locator("iframe")
    expect(frame.locator("section[data-question]").last).to_have_attribute("data-state", "live")
    return frame


def check(frame, name):
    frame.locator(f"#question-{name} [data-action=check]").click()


def told(page):
    return page.evaluate("() => ({...platform, kept: {...platform.kept}})")


def value(page, name):
    return told(page)["kept"][f"cmi.core.{name}"]


def answer_all_rightly(frame):
    frame.get_by_label("Straße").check()
    check(frame, "one")
    for words in ("first", "second", "third"):
        frame.get_by_label(words, exact=True).check()
    check(frame, "several")
    frame.locator("#question-many input").fill("12,5 €")
    check(frame, "many")
    frame.locator("#question-order .callcentre-order").evaluate(
        "list => [0, 1, 2].forEach(at => list.append(list.querySelector(`[data-option='${at}']`)))"
    )
    check(frame, "order")
    for option, words in enumerate(("cat & x", "dog", "dog")):
        select = frame.locator(f"#question-match-{option}")
        label = next(one for one in select.locator("option").all_text_contents() if one.startswith(words))
        select.select_option(label=label)
    check(frame, "match")


def test_a_package_reports_tries_score_and_completion_and_goes_on_where_it_was_left(platform):
    frame = frame_of(platform)
    assert (value(platform, "lesson_status"), value(platform, "score.raw")) == ("incomplete", "0")
    assert frame.locator("math").count() and frame.locator("img").evaluate("one => one.naturalWidth") > 0

    frame.get_by_label("“quoted” ‘words’").check()
    check(frame, "one")
    expect(frame.locator("#question-one [data-part=message]")).to_contain_text("Not these.")
    assert (value(platform, "lesson_status"), value(platform, "score.raw")) == ("incomplete", "0")

    platform.reload()
    frame = frame_of(platform)
    expect(frame.get_by_label("“quoted” ‘words’")).to_be_checked()
    expect(frame.locator("[data-part=progress]")).to_have_text("1 of 5 checked, 0 right.")

    answer_all_rightly(frame)
    expect(frame.locator("[data-part=progress]")).to_have_text("5 of 5 checked, 5 right.")
    assert (value(platform, "lesson_status"), value(platform, "score.raw")) == ("completed", "100")
    seen = told(platform)
    tries = [seen["kept"][f"cmi.interactions.{at}.result"] for at in range(6)]
    assert tries == ["wrong", *["correct"] * 5]
    given = {seen["kept"][f"cmi.interactions.{at}.student_response"] for at in range(6)}
    assert {"b", "a", "a,b,c", "12,5 €"} <= given
    assert seen["faults"] == []
    assert platform.frames[1].evaluate("Object.keys(localStorage)") == []

    platform.frames[1].evaluate("location.reload()")  # the platform stays, the page leaves it
    platform.wait_for_function("platform.calls.some(([name]) => name === 'LMSFinish')")
    assert told(platform)["kept"]["cmi.core.session_time"].startswith("0000:0")


def test_without_a_platform_a_page_says_so_and_works(browser, package):
    with served(package[0]) as address, watched_tab(browser, address) as page:
        page.goto(f"{address}/every-kind.html")
        page.get_by_label("Straße").check()
        page.locator("#question-one [data-action=check]").click()
        expect(page.locator("[data-part=progress]")).to_have_text(
            "1 of 5 checked, 1 right. No learning platform was found, so nothing is reported."
        )
        assert violations(page) == []
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_manifest_lists_every_file_and_launches_each_page(package):
    folder, names = package
    manifest = ElementTree.parse(folder / "imsmanifest.xml").getroot()
    assert names[0] == "imsmanifest.xml"
    assert [one.tag for one in manifest] == [f"{CP}metadata", f"{CP}organizations", f"{CP}resources"]
    assert [one.text for one in manifest[0]] == ["ADL SCORM", "1.2"]
    (resource,) = manifest[2]
    assert resource.get(f"{ADL}scormtype") == "sco" and resource.get("href") == "every-kind.html"
    assert {one.get("href") for one in resource} == set(names) - {"imsmanifest.xml"}
    (item,) = manifest.iter(f"{CP}item")
    assert item.get("identifierref") == resource.get("identifier")
    assert manifest[1].get("default") == manifest[1][0].get("identifier")
