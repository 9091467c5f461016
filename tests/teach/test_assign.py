"""Units are handed out with numbers of one's own, and come back to be graded by the same numbers."""

import csv
import io
import re
import shlex
import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup
from nbgrader.utils import compute_checksum

from callcentre import exercises
from callcentre.__main__ import main as callcentre
from callcentre.page.objectives import CHAPTERS
from callcentre.teach import variants
from callcentre.teach.__main__ import main
from callcentre.teach.assign import command, links, plan, reading, site
from callcentre.teach.grade import command as grade
from callcentre.teach.grade import exercise, matching, roster
from callcentre.teach.grade.exercise import grade_id, settings
from callcentre.teach.slides import command as slides

ROOT = Path(__file__).parents[2]
UNIT = "day"
FULL = sum(task.points for task in exercises.unit(UNIT).tasks)
CLASS = "id;name;email\namina;Amina Diallo;a@x.org\nbruno;Bruno Kühn;b@x.org\nzoë o;Zoë O'Brien;z@x.org\n"


def teach(*words):
    return main(["--root", str(ROOT), *map(str, words)])


def assign(*words):
    return teach("assign", "--course", "MGT <210>", "--no-site", *words)


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """Return a folder in which two units were assigned to a class of three, each with own numbers."""
    folder = tmp_path_factory.mktemp("assign")
    (folder / "class.csv").write_text(CLASS, encoding="utf-8")
    words = ["--due", "2027-02-05", "--variant", "7", "--roster", folder / "class.csv"]
    assert assign("types", UNIT, *words, "--out", folder / "out") == 0
    return folder / "out"


def read(path):
    return nbformat.read(path, 4)


def solved(path, answers):
    """Return a handed-out notebook with the source of each answer, as a student who writes it there."""
    notebook = read(path)
    for cell in notebook.cells:
        if settings(cell).get("solution"):
            cell.source = answers[grade_id(cell)]
    return notebook


def sources():
    """Return the source of each answer in the course's own solution, by grade id."""
    cells = read(ROOT / "solutions" / UNIT / f"{UNIT}.ipynb").cells
    return {grade_id(cell): cell.source for cell in cells if settings(cell).get("solution")}


def of_the_book():
    """Return answers that write down what is right for the book's numbers, where it is no function."""
    answers = sources()
    for name, source in answers.items():
        for task in exercises.unit(UNIT).tasks:
            for variable, value in task.right(exercises.given(UNIT)).items():
                if not callable(value) and re.search(rf"^{variable} = ", source, re.MULTILINE):
                    answers[name] += f"\n{variable} = {value!r}"
    return answers


@pytest.mark.long
def test_a_variant_is_graded_by_its_own_numbers(course, tmp_path):
    """Full points for its own answers, and not for the book's."""
    folders = {name: course / "students" / slug for name, slug in slugs(course).items()}
    handed_in = {
        "amina": solved(folders["amina"] / f"exercises/{UNIT}/{UNIT}.ipynb", sources()),
        "zoë o": solved(folders["zoë o"] / f"exercises/{UNIT}/{UNIT}.ipynb", of_the_book()),
    }
    for name, notebook in handed_in.items():
        (tmp_path / "in" / name).mkdir(parents=True)
        nbformat.write(notebook, tmp_path / "in" / name / f"{UNIT}.ipynb")
    words = ["grade", str(tmp_path / "in"), "--unit", UNIT, "--out", str(tmp_path / "out"), "--trust"]
    assert main(["--root", str(course), *words]) == grade.SOMEBODY_NEEDS_A_LOOK
    with (tmp_path / "out" / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["student"]: row for row in csv.DictReader(file)}
    by_hand = sum(
        task.points
        for task in exercises.unit(UNIT).tasks
        if any(hasattr(kind, "rubric") for kind in task.asks.values())
    )
    amina, zoe = rows["amina"], rows["zoë o"]
    assert (float(amina["points"]), amina["verdict"], amina["name"]) == (
        FULL - by_hand,
        "graded",
        "Amina Diallo",
    )
    assert rows["bruno"]["verdict"] == "missing"
    assert float(zoe["points"]) < FULL - by_hand
    assert (zoe["busiest"], zoe["agents"], zoe["dearest"]) == ("0", "0", "0")


@pytest.mark.long
def test_a_notebook_with_the_numbers_of_somebody_else_is_told(course):
    asked = exercise.read(course, UNIT)
    amina = solved(course / "students" / "amina" / f"exercises/{UNIT}/{UNIT}.ipynb", sources())
    said = matching.numbers_of_others
    assert said(asked.of(roster.Student("amina")), amina) == []
    assert said(asked.of(roster.Student("bruno")), amina) == ["Its numbers are those of amina."]
    from_the_book = read(ROOT / "exercises" / UNIT / f"{UNIT}.ipynb")
    assert said(asked.of(roster.Student("bruno")), from_the_book) == [
        "Its numbers are those of nobody in the key."
    ]


def slugs(course):
    """Return the name of each student's folder."""
    names = sorted(path.name for path in (course / "students").iterdir() if path.is_dir())
    return {"amina": names[0], "bruno": names[1], "zoë o": names[2]}


@pytest.mark.long
def test_each_has_numbers_and_data_of_their_own_and_the_key_tells_them(course):
    with (course / "key.csv").open(encoding="utf-8", newline="") as file:
        key = {row["student"]: int(row["seed"]) for row in csv.DictReader(file)}
    assert list(key) == ["amina", "bruno", "zoë o"]
    assert len(set(key.values())) == 3
    with (course / "answers.csv").open(encoding="utf-8", newline="") as file:
        told = {(row["student"], row["task"]): row["right"] for row in csv.DictReader(file)}
    for name, slug in slugs(course).items():
        folder = course / "students" / slug / "exercises" / UNIT
        (text,) = [text for _, text in exercises.files(UNIT, key[name])]
        assert (folder / "counts.csv").read_text(encoding="utf-8") == text
        notebook = read(folder / f"{UNIT}.ipynb")
        checks = [cell for cell in notebook.cells if cell.source.startswith("check(")]
        assert checks
        assert all(f"seed={key[name]}" in cell.source for cell in checks)
        for cell in notebook.cells:
            if "checksum" in settings(cell):
                assert settings(cell)["checksum"] == compute_checksum(cell)
        task = exercises.task(f"{UNIT}/busiest")
        right = task.answer(exercises.given(UNIT, key[name]))
        assert told[name, task.name] in right.values()


@pytest.mark.long
def test_the_readme_says_by_when_and_which_units_have_fewer_variants_than_students(course):
    readme = (course / "README.md").read_text(encoding="utf-8")
    assert "Due: 2027-02-05" in readme
    with (course / "key.csv").open(encoding="utf-8", newline="") as file:
        seeds = [int(row["seed"]) for row in csv.DictReader(file)]
    different = {repr(exercises.given("types", seed)) for seed in seeds}
    assert ("two or more have the same numbers: types." in readme) == (len(different) < len(seeds))


@pytest.mark.long
def test_what_students_get_holds_no_solution_and_nothing_of_the_instructors(course):
    with zipfile.ZipFile(course / "hand-out.zip") as archive:
        names = archive.namelist()
        page = archive.read("hand-out/index.html").decode()
        inside = io.BytesIO(archive.read(next(name for name in names if name.endswith(".whl"))))
    assert not [name for name in names if "solution" in name or "key" in name or "answers" in name]
    assert not [name for name in zipfile.ZipFile(inside).namelist() if name.endswith(".ipynb")]
    assert "<h1>MGT &lt;210&gt;</h1>" in page
    assert "05 February 2027" in page
    for task in exercises.unit(UNIT).tasks:
        assert task.objective.split("'")[0][:20] in page
    for path in (course / "hand-out").rglob("*.ipynb"):
        assert "BEGIN SOLUTION" not in path.read_text(encoding="utf-8")


@pytest.mark.long
def test_the_readmes_commands_are_those_the_command_line_takes(course, capsys):
    readme = (course / "README.md").read_text(encoding="utf-8")
    printed = re.findall(r"^callcentre (teach grade .*)$", readme, re.MULTILINE)
    assert len(printed) == 2
    for line in printed:
        assert callcentre(line.replace("teach ", f"teach --root {course} ", 1).split()) == 1
        assert "neither a folder nor a zip" in capsys.readouterr().err


@pytest.mark.long
def test_nothing_is_overwritten_unasked(course, capsys):
    before = {path: path.stat().st_mtime_ns for path in course.rglob("*")}
    assert assign("types", "--out", course) == 1
    assert f"{course} holds files" in capsys.readouterr().err
    assert {path: path.stat().st_mtime_ns for path in course.rglob("*")} == before


NUMBERS = "--variant 7 and a --roster"


@pytest.fixture
def again(course, tmp_path):
    """Return a copy of the folder, and a function that makes it anew for a class list."""
    out = shutil.copytree(course, tmp_path / "out")

    def assign_again(listed, *words, units=("types",)):
        (tmp_path / "class.csv").write_text(listed, encoding="utf-8")
        return assign(*units, "--roster", tmp_path / "class.csv", *words, "--out", out, "--overwrite")

    return out, assign_again


def files(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.long
def test_made_anew_a_folder_holds_nothing_of_other_units_or_of_students_taken_off(again, capsys):
    out, assign_again = again
    assert any(UNIT in name for name in files(out))
    amina, bruno = slugs(out)["amina"], slugs(out)["bruno"]
    kept = (out / f"students/{amina}/exercises/types/types.ipynb").read_bytes()
    assert assign_again("id,name\namina,Amina Diallo\ncy,Cy Late\n", "--variant", "7") == 0
    assert "Kept" not in capsys.readouterr().out
    there = files(out)
    assert not [name for name in there if UNIT in name or bruno in name]
    assert not (out / "exercises" / UNIT).exists()
    assert any(name.startswith("students/") and "cy" in name for name in there)
    assert (out / f"students/{amina}/exercises/types/types.ipynb").read_bytes() == kept
    for path in out.rglob("*.zip"):
        names = zipfile.ZipFile(path).namelist()
        assert names
        assert not [name for name in names if UNIT in name]
    assert [path.name for path in out.parent.iterdir() if path.name.startswith(".")] == []


@pytest.mark.long
def test_made_anew_a_folder_keeps_what_the_instructor_changed_or_added_and_says_so(again, capsys):
    out, assign_again = again
    mine = {
        "notes.md": "my notes",
        "hand-out/index.html": "my page",
        "hand-out/welcome.txt": "welcome",
        f"solutions/{UNIT}/{UNIT}.ipynb": "mine",
        "grading/types/grades.csv": "points",
        "grading/types/log": "log",
    }
    for name, text in mine.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text, encoding="utf-8")
    for _ in range(2):  # it is still known the next time
        assert assign_again(CLASS, "--variant", "7") == 0
        assert {name: (out / name).read_text(encoding="utf-8") for name in mine} == mine
        assert capsys.readouterr().out.splitlines()[:3] == [
            "Kept as you changed them, and not made anew: hand-out/index.html, notes.md",
            f"Kept, since you added or changed them: grading/, hand-out/welcome.txt, solutions/{UNIT}/",
            "Of these, not so in the zips, which hold what the command writes: "
            "hand-out/index.html, hand-out/welcome.txt",
        ]
    with zipfile.ZipFile(out / "hand-out.zip") as archive:  # no answer tried out there goes to students
        assert b"MGT &lt;210&gt;" in archive.read("hand-out/index.html")
        assert "hand-out/welcome.txt" not in archive.namelist()


@pytest.mark.long
def test_other_numbers_than_those_handed_out_are_refused(again, capsys):
    out, assign_again = again
    before = {name: (out / name).read_bytes() for name in files(out)}
    assert assign_again(CLASS, "--variant", "8") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{out} was made with {NUMBERS}, got --variant 8 and a --roster: " in line
    assert assign("types", "--variant", "7", "--out", out, "--overwrite") == 1
    assert f"{out} was made with {NUMBERS}, got --variant 7 and no --roster" in capsys.readouterr().err
    assert assign("types", "--out", out, "--overwrite") == 1
    assert f"{out} was made with {NUMBERS}, got no --variant" in capsys.readouterr().err
    assert {name: (out / name).read_bytes() for name in files(out)} == before


@pytest.mark.long
def test_a_key_that_was_changed_must_have_the_seeds_of_all(again, capsys):
    out, assign_again = again
    key = (out / "key.csv").read_text(encoding="utf-8")
    (out / "key.csv").write_text(key.replace("Amina", "Aminata"), encoding="utf-8")
    assert assign_again(CLASS, "--variant", "7") == 0
    assert "not made anew: key.csv" in capsys.readouterr().out
    assert assign_again(f"{CLASS}late;Late One;l@x.org\n", "--variant", "7") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert (
        line
        == f"{out / 'key.csv'} was changed, and has not the seed of late: remove it, and it is written anew"
    )
    assert "late" not in "".join(files(out))


@pytest.mark.parametrize("note", [None, "[]", "{", '{"files": 1, "numbers": ""}'])
def test_a_folder_that_the_command_did_not_make_is_left_alone(note, tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    if note:
        (tmp_path / "made.json").write_text(note, encoding="utf-8")
    before = files(tmp_path)
    assert assign("types", "--out", tmp_path, "--overwrite") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(str(tmp_path)) and line.endswith("name a new folder")
    assert files(tmp_path) == before


@pytest.fixture
def small(tmp_path):
    """Return a course's folder with its chapters and the unit ``types``."""
    root = tmp_path / "course"
    for folder in ("exercises/types", "solutions/types"):
        shutil.copytree(ROOT / folder, root / folder)
    for name in (*site.ALWAYS, "book/what-a-call-centre-is"):
        (root / site.BUILT / name).parent.mkdir(parents=True, exist_ok=True)
        (root / site.BUILT / f"{name}.html").write_text("<p>A page</p>", encoding="utf-8")
    (root / "book").mkdir()
    for path in ROOT.glob("book/*.md"):
        shutil.copy(path, root / "book")
    return root


@pytest.mark.parametrize("out", [".", ".."])
def test_the_courses_own_folder_is_not_filled(out, small, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(small)
    before = files(tmp_path)
    assert main(["assign", "types", "--course", "x", "--no-site", "--out", out, "--overwrite"]) == 1
    said = f"--out {out} is the course's own folder, or holds it: name a new folder\n"
    assert capsys.readouterr().err == said
    assert files(tmp_path) == before


def test_what_is_missing_is_told_before_anything_is_written(small, tmp_path, capsys):
    words = ["--root", str(small), "assign", "what-a-call-centre-is", "--course", "x"]
    assert main([*words, "--out", str(tmp_path / "out")]) == 1
    reveal = small / slides.REVEAL
    assert capsys.readouterr().err == f"{reveal} is not there: install it with make setup\n"
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


@pytest.mark.parametrize("folder", ["exercises", "solutions"])
def test_a_broken_notebook_is_named_and_nothing_is_left(folder, small, tmp_path, capsys):
    path = small / folder / "types" / "types.ipynb"
    path.write_text("{", encoding="utf-8")
    words = ["--root", str(small), "assign", "types", "--course", "x", "--no-site"]
    assert main([*words, "--out", str(tmp_path / "out")]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{path} is no notebook")
    assert [path.name for path in tmp_path.iterdir()] == ["course"]


def test_an_exercise_that_is_not_made_is_told(small, tmp_path, capsys):
    (small / "exercises/types/types.ipynb").unlink()
    words = ["--root", str(small), "assign", "types", "--course", "x", "--out", str(tmp_path / "out")]
    assert main(words) == 1
    lost = f"{small} has no exercises/types/types.ipynb"
    assert capsys.readouterr().err == f"{lost}: make it with callcentre teach exercises types\n"


@pytest.mark.parametrize(
    "words", [["list"], ["plan", "--weeks", "3"], ["assign", "types", "--course", "x", "--out", "o"]]
)
def test_outside_a_course_each_command_asks_for_its_folder(words, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(words) == 1
    said = f"{tmp_path} holds no chapters: name the course's folder with --root\n"
    assert capsys.readouterr().err == said
    assert list(tmp_path.iterdir()) == []


def test_a_class_list_without_students_is_told(tmp_path, capsys):
    path = tmp_path / "class.csv"
    path.write_text("id,name,email\n", encoding="utf-8")
    assert assign("types", "--variant", "7", "--roster", path, "--out", tmp_path / "out") == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"{path} names no student" in line
    assert not (tmp_path / "out").exists()


def test_a_day_that_is_past_is_told(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(command.Course, "make", lambda course: ([], []))
    assert assign("types", "--due", "2020-01-01", "--out", tmp_path / "out") == 0
    assert capsys.readouterr().err == "--due 2020-01-01 is past\n"


def test_a_week_longer_than_a_students_hours_is_told_beside_the_plan(capsys):
    assert teach("plan", "types", "--weeks", "1", "--hours", "1") == 0
    said = capsys.readouterr()
    minutes = re.search(r"^Week 1: (\d+) minutes$", said.out, re.MULTILINE)[1]
    assert said.err == f"Longer than --hours 1: week 1 ({minutes} minutes)\n"
    assert teach("plan", "types", "--weeks", "1", "--hours", "168", "--csv") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["assign", "typs", "--course", "x", "--out", "o"], 1, "typs is no unit, chapter or lab"),
        (["assign", "types", "--course", "x", "--out", "o", "--due", "5 May"], 2, "must be a day such as"),
        (["assign", "types", "--course", "x", "--out", "o", "--start", "2027-01-01"], 1, "needs a --due"),
        (["assign", "types", "--course", "x", "--out", "o", "--roster", "r"], 1, "needs --variant SEED"),
        (["assign", "cost", "--course", "x", "--out", "o", "--variant", "-1"], 2, "--variant"),
        (
            ["assign", "types", "--course", " ", "--out", "o"],
            2,
            "--course: must have a letter or more, got ' '",
        ),
        (
            ["assign", "types", "--course", "x", "--out", "o", "--hub", "nonsense"],
            2,
            "--hub: must be an address",
        ),
        (
            ["assign", "types", "--course", "x", "--out", "o", "--hub", "http://["],
            2,
            "--hub: must be an address",
        ),
        (
            ["plan", "--weeks", "3", "--start", "9999-12-30"],
            1,
            "--start must be at most 9999-12-17 for 3 weeks",
        ),
        (["plan", "--weeks", "3", "--start", "9999-12-30", "--csv"], 1, "got 9999-12-30"),
        (["plan", "--weeks", "0"], 2, "must be a whole number from 1 to 20, got 0"),
        (["plan", "--weeks", "21"], 2, "must be a whole number from 1 to 20, got 21"),
        (["plan", "typs", "--weeks", "2"], 1, "typs is no unit; there are: types"),
        (["plan", "types", "--weeks", "6"], 1, "--weeks must be at most 5 for them, got 6"),
        (["plan", "--weeks", "1", "--hours", "1"], 1, "no unit fits into --weeks 1 of --hours 1"),
    ],
)
def test_a_wrong_command_is_answered_in_a_sentence(words, code, message, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    try:
        ended = teach(*words)
    except SystemExit as leaving:
        ended = leaving.code
    assert ended == code
    assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_list_tells_points_minutes_and_what_a_unit_rests_on(capsys):
    assert teach("list", "--csv") == 0
    rows = {row["unit"]: row for row in csv.DictReader(io.StringIO(capsys.readouterr().out))}
    assert tuple(rows) == exercises.NAMES
    assert (rows["cost"]["tasks"], rows["cost"]["points"], rows["cost"]["minutes"]) == ("8", "15", "85")
    assert "chapter mixed-solution" in rows["cost"]["rests on"]


@pytest.mark.parametrize("weeks", range(1, plan.MOST_WEEKS + 1))
def test_a_plan_of_any_length_has_work_in_each_week_and_nothing_before_what_it_rests_on(weeks, capsys):
    assert teach("plan", "--weeks", weeks, "--csv", "--start", "2027-01-11") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert sorted({int(row["week"]) for row in rows}) == list(range(1, weeks + 1))
    done = []
    for row in rows:
        step = (
            reading.find(ROOT, row["name"])
            if row["kind"] != "lab"
            else reading.read(ROOT, f"notebooks/{row['name']}")
        )
        assert set(step.builds_on) <= set(done)
        done.append(step.path)
    assert len(done) == len(set(done))
    chapters = {f"book/{page}" for page in CHAPTERS}
    assert chapters <= set(done) or weeks < 10


def test_a_chapter_comes_before_the_exercises_it_trains_for():
    steps = [
        step.name for step in plan.steps_of(ROOT, ["agents", "cost"], ["what-a-centre-costs", "law-in-force"])
    ]
    assert steps.index("agents") < steps.index("what-a-centre-costs") < steps.index("cost")
    assert "law-in-force" in steps
    assert plan.chapters_besides(ROOT, ["agents", "cost"], weeks=20, hours=9) == []


def test_a_seed_stands_in_each_call_for_numbers_and_in_nothing_else():
    source = (
        'ä = given("cost")["day"]; facts("cost/agents", seed=1)\ncheck("cost/npv",\n  npv=npv)\nlog("cost")'
    )
    assert variants.seeded(source, 5) == (
        'ä = given("cost", seed=5)["day"]; facts("cost/agents", seed=5)\n'
        'check("cost/npv", seed=5,\n  npv=npv)\nlog("cost")'
    )


def test_links_stand_where_the_repositorys_address_does(tmp_path):
    (tmp_path / "_config.yml").write_text('repository:\n  url: ""\n')
    assert links.of_notebook(tmp_path, "exercises/cost/cost.ipynb", "https://hub.example.org") == []
    (tmp_path / "_config.yml").write_text(
        "repository:\n  url: https://github.com/someone/course\n  branch: main\n"
    )
    assert links.of_notebook(tmp_path, "exercises/cost/cost.ipynb", "https://hub.example.org/") == [
        ("Binder", "https://mybinder.org/v2/gh/someone/course/main?labpath=exercises%2Fcost%2Fcost.ipynb"),
        (
            "Colab",
            "https://colab.research.google.com/github/someone/course/blob/main/exercises/cost/cost.ipynb",
        ),
        (
            "JupyterHub",
            "https://hub.example.org/hub/user-redirect/git-pull?repo=https%3A%2F%2Fgithub.com%2Fsomeone%2Fcourse"
            "&branch=main&urlpath=lab%2Ftree%2Fcourse%2Fexercises%2Fcost%2Fcost.ipynb",
        ),
    ]


def test_a_link_to_a_page_that_is_not_handed_out_is_words():
    page = '<a href="gone.html">gone</a> <a href="there.html#x">there</a> <a href="../_static/a.csv">file</a>'
    text = site.without_lost_links(page, "book/page.html", {"book/page.html", "book/there.html"})
    assert text == 'gone <a href="there.html#x">there</a> <a href="../_static/a.csv">file</a>'


def test_the_small_site_has_all_that_its_pages_load_and_link_to(tmp_path):
    site.make(ROOT, ["book/outsourcing", "exercises/types/types"], tmp_path)
    pages = sorted(tmp_path.rglob("*.html"))
    assert len(pages) == 2 + len(site.ALWAYS)
    for path in pages:
        page = BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")
        for tag in page.select("[src], [href]"):
            address = (tag.get("src") or tag.get("href")).partition("#")[0].partition("?")[0]
            if address and not re.match(r"(?:https?|data|mailto):", address):
                assert (path.parent / address).is_file(), f"{path.name}: {address}"


def test_the_instructors_page_prints_commands_that_the_command_line_takes(tmp_path, monkeypatch):
    page = (ROOT / "book" / "for-instructors.md").read_text(encoding="utf-8")
    printed = re.findall(r"^callcentre (teach (list|plan|assign|slides)\b.*)$", page, re.MULTILINE)
    assert [name for _, name in printed] == ["list", *["plan"] * 4, "assign", "slides", "assign"]
    (tmp_path / "class.csv").write_text(CLASS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(command.Course, "make", lambda course: ([], []))
    monkeypatch.setattr(slides, "write", lambda root, chapter, out: out / chapter)
    monkeypatch.setattr(slides, "printed", lambda browser, page, path: path)
    monkeypatch.setattr(slides.shutil, "which", lambda name: name)
    for line, _ in printed:
        words = shlex.split(line.replace("teach ", f"teach --root {shlex.quote(str(ROOT))} ", 1))
        assert callcentre(words) == 0, line


@pytest.mark.parametrize("weeks", [6, 10, 14])
def test_a_plan_that_the_instructors_page_prints_is_what_its_command_prints(weeks, capsys):
    page = (ROOT / "book" / "for-instructors.md").read_text(encoding="utf-8")
    block = re.compile(
        rf"^callcentre teach plan --weeks {weeks}\n```\n\n```text\n(.*?)^```$", re.DOTALL | re.MULTILINE
    )
    assert teach("plan", "--weeks", weeks) == 0
    assert block.findall(page) == [capsys.readouterr().out]


@pytest.mark.parametrize("name", ["list", "plan", "assign", "slides"])
def test_help_has_examples_that_the_command_line_takes(name, capsys):
    with pytest.raises(SystemExit) as leaving:
        main([name, "--help"])
    assert leaving.value.code == 0
    assert re.search(rf"^  callcentre teach {name}", capsys.readouterr().out, re.MULTILINE)
