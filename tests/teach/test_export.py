"""Every format is read again by a small platform of the tests, which marks each answer to each question."""

import importlib.util
from pathlib import Path

import pytest

from callcentre.teach.export import canvas, cartridge, choosing, kinds, moodle, qti21, sources


def beside(name):
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parent / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


platforms, export_course = beside("platforms"), beside("export_course")
words = platforms.words
CARTRIDGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
PICTURE = export_course.PICTURE.encode()


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return the quizzes of the small course, a unit's first, and its pictures."""
    root = export_course.lay(tmp_path_factory.mktemp("course"))
    return choosing.quizzes(root, ["agents", "every-kind"])


@pytest.fixture(scope="module")
def questions(course):
    return {one["name"]: one for quiz in course[0] for one in quiz.questions}


def read_moodle(quizzes, pictures):
    return platforms.moodle(moodle.write(quizzes, pictures))[1]


def read_canvas(quizzes, pictures):
    package = platforms.Package(canvas.write(quizzes, pictures), CARTRIDGE)
    quiz_files = package.of_type("imsqti_xmlv1p2")
    return [item for path in quiz_files for item in platforms.qti12(package.files[path])[1]]


def read_cartridge(quizzes, pictures):
    package = platforms.Package(cartridge.write(quizzes, pictures), CARTRIDGE)
    quiz_files = package.of_type("imsqti_xmlv1p2/imscc_xmlv1p1/assessment")
    return [item for path in quiz_files for item in platforms.qti12(package.files[path])[1]]


def read_qti21(quizzes, pictures):
    package = platforms.Package(qti21.write(quizzes, pictures), "http://www.imsglobal.org/xsd/imscp_v1p1")
    return [platforms.qti21(package.files[path]) for path in package.of_type("imsqti_item_xmlv2p1")]


READERS = {"moodle": read_moodle, "canvas": read_canvas, "cartridge": read_cartridge, "qti21": read_qti21}


@pytest.fixture(scope="module", params=READERS)
def platform(request, course):
    """Return the items that a platform reads, by title."""
    items = READERS[request.param](*course)
    by_title = {item.title: item for item in items}
    assert len(by_title) == len(items)
    return request.param, by_title


def plain(option):
    return words(option["text"]["html"])


def asked_there(name, question):
    """Return the questions a platform is asked instead, where its format lacks the kind."""
    if name == "cartridge" and question["kind"] != "essay":
        return kinds.as_choices(question)
    is_order = name == "canvas" and question["kind"] == "order"
    return [kinds.order_as_match(question) if is_order else question]


def answers(question):
    """Return what somebody may answer: whether all is right, the answer, and what must be said of it."""
    options = question["options"]
    if question["kind"] == "choose-one":
        for option in options:
            yield option["is_right"], [plain(option)], option
    if question["kind"] == "choose-several":
        right = [plain(option) for option in options if option["is_right"]]
        yield True, right, {"feedback": question["why"]}
        yield False, right[:-1], options[0]
        for option in options:
            if not option["is_right"]:
                yield False, [*right, plain(option)], option
    if question["kind"] == "number":
        for option in options:
            near = question["tolerance"] * 0.9
            values = [-1e6] if option["value"] is None else [option["value"] - near, option["value"] + near]
            yield from ((option["is_right"], value, option) for value in values)
    if question["kind"] == "order":
        right = [plain(option) for option in options]
        yield True, right, {"feedback": question["why"]}
        yield False, right[::-1], options[0]
    if question["kind"] == "match":
        right = {plain(option): words(option["partner"]["html"]) for option in options}
        yield True, right, {"feedback": question["why"]}
        first = next(iter(right))
        other = next(partner for partner in right.values() if partner != right[first])
        yield False, {**right, first: other}, options[0]


def test_every_answer_is_marked_as_on_the_page_and_told_what_the_page_tells(platform, questions):
    name, items = platform
    for question in questions.values():
        for asked in asked_there(name, question):
            item = items[asked["title"]]
            for is_right, given, said in answers(asked):
                share, shown = item.mark(given)
                assert (share > 0.999) == is_right, (name, asked["title"], given, share)
                assert words(said["feedback"]["html"]) in words(shown), (name, asked["title"], given)


def test_nothing_right_earns_nothing(platform, questions):
    name, items = platform
    options = questions["several"]["options"]
    share, _ = items["Several"].mark([plain(option) for option in options])
    assert share == pytest.approx(0) if name == "moodle" else share < 1


def test_accents_marks_formulas_and_words_in_code_survive(platform):
    _, items = platform
    item = items["Größe <b> & Co."]
    assert "Où est l’âme of a < b && c?" in words(item.asked)
    assert {r"Straße & \(\frac{a}{b} < 1\)", "“quoted” ‘words’"} <= set(item.options)


def test_what_is_no_question_is_left_out_and_links_are_words(platform):
    _, items = platform
    item = items["Größe <b> & Co."]
    assert "<a" not in item.asked and "other.md" not in item.mark(["https://example.org"])[1]


def test_units_of_numbers_are_told(platform):
    name, items = platform
    assert "Unit: €" in words(items["How many"].asked) or "12.5 €" in items["How many"].options
    if name == "moodle":
        assert items["How many"].more == "€"


def test_a_task_in_words_brings_its_rubric_and_its_points(platform):
    name, items = platform
    (essay,) = [item for item in items.values() if "essay" in item.kind]
    assert essay.title == "How many agents: In your own words"
    assert "The check only" not in essay.asked and "the check only" not in essay.asked
    assert "says why the spare agents grow more slowly than the load" in words(essay.asked + essay.more)
    if name != "cartridge":  # whose profile has no points
        assert essay.points == 3


def test_moodle_has_a_category_a_quiz_and_pictures_within(course):
    categories, items = platforms.moodle(moodle.write(*course))
    assert categories == [
        "$course$/top/Call centres, and who should run them/How many agents",
        "$course$/top/Call centres, and who should run them/Prüfung & Übung: 1 < 2",
    ]
    assert {"round.svg": PICTURE} in [item.pictures for item in items]


@pytest.mark.parametrize(
    ("write", "path", "address"),
    [
        (canvas.write, "web_resources/pictures/round.svg", "$IMS-CC-FILEBASE$/pictures/round.svg"),
        (cartridge.write, "pictures/round.svg", "$IMS-CC-FILEBASE$/pictures/round.svg"),
        (qti21.write, "pictures/round.svg", '"pictures/round.svg"'),
    ],
)
def test_pictures_travel_in_the_package(course, write, path, address):
    package = platforms.Package(
        write(*course), CARTRIDGE if write is not qti21.write else "http://www.imsglobal.org/xsd/imscp_v1p1"
    )
    assert package.files[path] == PICTURE
    if write is qti21.write:
        (item,) = [one for one in package.resources.values() if one.get("identifier") == "q-every-kind.one"]
        assert [one.get("href") for one in item] == ["q-every-kind.one.xml", path]
    assert any(
        address in content.decode() for name, content in package.files.items() if name.endswith(".xml")
    )


def test_a_cartridge_links_to_chapters_and_labs_where_the_site_is_known(course):
    package = platforms.Package(cartridge.write(*course, "https://example.org/course/"), CARTRIDGE)
    links = [package.xml(path) for path in package.of_type("imswl_xmlv1p1")]
    space = "{http://www.imsglobal.org/xsd/imsccv1p1/imswl_v1p1}"
    addresses = {link.find(f"{space}url").get("href"): link.findtext(f"{space}title") for link in links}
    assert addresses["https://example.org/course/book/every-kind.html"] == "Prüfung & Übung: 1 < 2"
    assert (
        addresses["https://example.org/course/exercises/agents/agents.html"] == "Exercises: How many agents"
    )
    assert "https://example.org/course/notebooks/cost-scenarios.html" in addresses
    items = package.manifest.findall(f".//{package.space}item/{package.space}item/{package.space}title")
    assert {"Questions", *addresses.values()} <= {one.text for one in items}


def test_an_order_for_a_cartridge_is_chosen_among_orders_of_letters(questions):
    (choice,) = kinds.as_choices(questions["order"])
    letters = {words(line.split(": ")[1]): line[0] for line in listed(choice["asked"]["html"])}
    (right,) = [plain(option) for option in choice["options"] if option["is_right"]]
    assert right == ", ".join(letters[one] for one in ("zäh", "mild", "arg"))
    assert len({plain(option) for option in choice["options"]}) == 4


def listed(html):
    return [part.split("</li>")[0] for part in html.split("<li>")[1:]]


def test_a_unit_has_the_questions_on_what_its_tasks_train_and_none_twice(course):
    unit, chapter = course[0]
    assert [one["name"] for one in unit.questions] == ["several", "explain"]
    assert [one["name"] for one in chapter.questions] == ["one", "many", "order", "match"]
    assert (unit.points, chapter.points) == (4, 4)


def test_the_same_questions_make_the_same_bytes(course):
    for write in (moodle.write, canvas.write, cartridge.write, qti21.write):
        assert write(*course) == write(*course)


def test_a_mistake_in_a_chapter_is_named_with_its_line(tmp_path):
    root = export_course.lay(tmp_path)
    path = root / "book" / "every-kind.md"
    path.write_text(path.read_text(encoding="utf-8").replace("- [x] 12.5", "- [x] many"), encoding="utf-8")
    line = path.read_text(encoding="utf-8").splitlines().index("- [x] many") + 2  # of what is said of it
    with pytest.raises(
        sources.ExportError, match=rf"^book/every-kind\.md:{line}: ERROR: question many: .*'many'"
    ):
        choosing.quizzes(root, ["every-kind"])


def test_every_chapter_of_the_course_with_questions_can_be_named(root):
    course = choosing.Course(root)
    assert len(course.chapters) > 25 and not set(course.chapters) & set(course.units)
    for unit in course.units:
        assert course.chapters_on(course.trained(unit)), unit
