"""Hand-ins are taken as they come, and whose they are is found in a class list as it comes."""

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest

from callcentre.teach.grade import choosing, class_work, exercise, hand_ins, notebook_files, roster

ROOT = Path(__file__).parents[2]
UNIT = "types"


def write(folder, *paths):
    for path in paths:
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b"{}")
    return folder


def write_zip(path, *names):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "{}")
    return path


def labels(path, is_student=lambda name: False):
    return {
        one.label: [str(file.path) for file in one.files] for one in hand_ins.collect(path, UNIT, is_student)
    }


def test_a_folder_by_student_with_all_that_lies_below(tmp_path):
    write(tmp_path, "amina/types.ipynb", "bruno/types/types/types.ipynb", "bruno/notes.txt", "readme.txt")
    (tmp_path / "carla").mkdir()
    assert labels(tmp_path) == {
        "amina": ["types.ipynb"],
        "bruno": ["notes.txt", "types/types/types.ipynb"],
        "carla": [],
    }


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("amina.ipynb", "amina"),
        ("amina_types.ipynb", "amina"),
        ("types_amina diallo (1).ipynb", "amina diallo"),
        ("types-amina.ipynb", "amina"),
        ("Copy of Amina Diallo_types.ipynb", "Amina Diallo"),
    ],
)
def test_a_flat_folder_is_read_by_the_names_of_files(tmp_path, name, label):
    write(tmp_path, name, "other.ipynb")
    assert set(labels(tmp_path)) == {label, "other"}


def test_a_file_that_names_nobody_is_not_lost(tmp_path):
    write(tmp_path, "types.ipynb", "types (2).ipynb")
    assert set(labels(tmp_path)) == {"types.ipynb", "types (2).ipynb"}


def test_moodles_zip_by_folder_and_flat(tmp_path):
    by_folder = write_zip(
        tmp_path / "a.zip",
        "Amina Diallo_12_assignsubmission_file_/types.ipynb",
        "Bruno Kühn_13_assignsubmission_file_/types (1).ipynb",
    )
    assert labels(by_folder) == {"Amina Diallo": ["types.ipynb"], "Bruno Kühn": ["types (1).ipynb"]}
    flat = write_zip(tmp_path / "b.zip", "Amina Diallo_12_assignsubmission_file_types.ipynb")
    assert labels(flat) == {"Amina Diallo": ["types.ipynb"]}


def test_canvas_zip_with_its_numbers_and_who_is_late(tmp_path):
    path = write_zip(
        tmp_path / "c.zip", "dialloamina_1001_77_types.ipynb", "kuhnbruno_LATE_1002_78_types-1.ipynb"
    )
    found = hand_ins.collect(path, UNIT, lambda name: False)
    assert [(one.label, one.canvas_id) for one in found] == [("dialloamina", "1001"), ("kuhnbruno", "1002")]


@pytest.mark.parametrize("around", ["submitted", "types", "2026/group 1"])
def test_folders_around_the_class_are_seen_through(tmp_path, around):
    write(tmp_path / around, "amina/types.ipynb", "bruno/types.ipynb")
    assert set(labels(tmp_path)) == {"amina", "bruno"}


def test_a_class_of_one_in_nbgraders_folders(tmp_path):
    write(tmp_path, "amina/types/types.ipynb")
    assert labels(tmp_path, lambda name: name == "amina") == {"amina": ["types/types.ipynb"]}


def test_a_zip_cannot_write_outside_its_folder(tmp_path):
    path = write_zip(tmp_path / "d.zip", "../../amina/../types.ipynb", "/bruno/types.ipynb")
    assert labels(path) == {"amina": ["types.ipynb"], "bruno": ["types.ipynb"]}


def test_a_zip_that_asks_for_too_much_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(hand_ins, "LARGEST_ZIP", 100)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("types.ipynb", b"0" * 1000)
    (file,) = hand_ins.from_zip(packed.getvalue(), hand_ins.PurePosixPath())
    assert file.trouble == "the zip holds too much to be unpacked"


BY_PLATFORM = {
    "Moodle": {"Amina Diallo_12_assignsubmission_file_/types.ipynb": "Amina Diallo"},
    "Moodle's zip in the student's": {"Amina Diallo_12_assignsubmission_file_work.zip": "Amina Diallo"},
    "Canvas": {"dialloamina_1_7_types.ipynb": "dialloamina", "ekbo_2_8_types.ipynb": "ekbo"},
    "Canvas, of one": {"dialloamina_1_7_types.ipynb": "dialloamina"},
    "by folder": {"amina/types.ipynb": "amina", "bo/types.ipynb": "bo"},
    "flat": {"amina.ipynb": "amina", "types_bo.ipynb": "bo"},
}


@pytest.mark.parametrize("way", BY_PLATFORM)
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_a_zip_that_holds_just_a_zip_is_opened(tmp_path, way, depth):
    path = write_zip(tmp_path / "submissions.zip", *BY_PLATFORM[way])
    for turn in range(1, depth):
        around = tmp_path / f"z{turn}.zip"
        with zipfile.ZipFile(around, "w") as archive:
            archive.write(path, path.name)
        path = around
    known = {"amina", "bo"}
    assert set(labels(path, lambda name: name in known)) == set(BY_PLATFORM[way].values())


def test_a_folder_that_holds_just_the_platforms_zip(tmp_path):
    (tmp_path / "in").mkdir()
    write_zip(tmp_path / "in" / "submissions.zip", "amina/types.ipynb", "bo/types.ipynb")
    assert labels(tmp_path / "in") == {"amina": ["types.ipynb"], "bo": ["types.ipynb"]}


def test_a_students_own_zip_within_a_zip(tmp_path):
    write(tmp_path / "in", "bo/types.ipynb")
    (tmp_path / "in" / "amina").mkdir()
    inner = write_zip(tmp_path / "work.zip", "types.ipynb")
    with zipfile.ZipFile(tmp_path / "in" / "amina" / "again.zip", "w") as archive:
        archive.write(inner, "work.zip")
    assert labels(tmp_path / "in")["amina"] == ["again/work/types.ipynb"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id,name\n1,a\n", "neither a folder nor a zip"),
        (b"", "is an empty file, and no zip"),
        (b"PK\x03\x04 cut off", "the zip is damaged"),
    ],
)
def test_a_file_that_is_no_zip_is_named_for_what_it_is(tmp_path, content, words):
    (tmp_path / "class.zip").write_bytes(content)
    with pytest.raises(hand_ins.HandInError, match=words):
        labels(tmp_path / "class.zip")


def test_two_notebooks_of_one_name_are_told_apart_by_their_folders(tmp_path):
    solved = json.loads((ROOT / "solutions" / UNIT / f"{UNIT}.ipynb").read_text())
    other = json.dumps({**solved, "cells": [*solved["cells"], {"cell_type": "code", "source": "a = 1"}]})
    for folder, text in (("s2", json.dumps(solved)), ("Bruno Kühn", other)):
        (tmp_path / "in" / folder).mkdir(parents=True)
        (tmp_path / "in" / folder / f"{UNIT}.ipynb").write_text(text)
    students = class_list(tmp_path / "class.csv")
    pairs = class_work.by_student(students, hand_ins.collect(tmp_path / "in", UNIT, students.find))
    files = next(one.files for who, one in pairs if who.student == "s2")
    (warning,) = choosing.chosen(files, exercise.read(ROOT, UNIT)).warnings
    assert "s2/types.ipynb" in warning
    assert "Bruno Kühn/types.ipynb" in warning


@pytest.mark.parametrize(
    ("data", "sources"),
    [
        (
            {
                "nbformat": 3,
                "worksheets": [
                    {
                        "cells": [
                            {"cell_type": "heading", "source": ["A ", "title"]},
                            {"cell_type": "code", "input": ["a = 1\n", "b = 2"]},
                        ]
                    }
                ],
            },
            ["A title", "a = 1\nb = 2"],
        ),
        ({"nbformat": 3, "cells": [{"cell_type": "code", "source": "a = 1"}]}, ["a = 1"]),
        ({"nbformat": 3, "worksheets": [{}]}, []),
    ],
)
def test_a_notebook_of_an_old_version_is_read_with_what_it_lacks(data, sources):
    notebook, _ = notebook_files.read(json.dumps(data).encode())
    assert [cell.source for cell in notebook.cells] == sources


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"nbformat": 3, "worksheets": 4}, "worksheets cannot be read: they are no list"),
        ({"cells": [{"cell_type": "code"}, 7]}, "number 2 is none"),
        ({"cells": [{}]}, "number 1 is none"),
        ({"cells": {}}, "they are no list"),
    ],
)
def test_cells_that_cannot_be_read_are_named_without_a_librarys_words(data, words):
    with pytest.raises(notebook_files.Unreadable, match=words) as error:
        notebook_files.read(json.dumps(data).encode())
    assert "Error" not in str(error.value)


def test_where_there_is_nothing_it_is_said(tmp_path):
    with pytest.raises(hand_ins.HandInError, match="holds nothing that was handed in"):
        labels(tmp_path)
    with pytest.raises(hand_ins.HandInError, match="neither a folder nor a zip"):
        labels(tmp_path / "none")


# The class list

ROWS = [
    ("s1", "Amina Diallo", "amina@x.org"),
    ("s2", "Bruno Kühn", "b.k@x.org"),
    ("s3", "Zoë O'Brien", "z@x.org"),
]


def class_list(path, encoding="utf-8", delimiter=",", order=(0, 1, 2), heads=("id", "name", "email")):
    text = io.StringIO()
    table = csv.writer(text, delimiter=delimiter)
    for row in [heads, *ROWS]:
        table.writerow([row[place] for place in order])
    path.write_bytes(text.getvalue().encode(encoding))
    return roster.read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1)])
def test_a_class_list_is_read_as_programs_save_it(tmp_path, encoding, delimiter, order):
    found = class_list(tmp_path / "class.csv", encoding, delimiter, order)
    assert [(one.student, one.name, one.email) for one in found.students] == ROWS


def test_first_and_last_names_in_columns_of_their_own(tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("sep=;\nSurname;First name;ID number;Email address\nDiallo;Amina;7;a@x.org\n")
    (found,) = roster.read(path).students
    assert (found.student, found.name, found.email) == ("7", "Amina Diallo", "a@x.org")


@pytest.mark.parametrize(
    ("label", "student"),
    [
        ("s1", "s1"),
        ("Diallo, Amina", "s1"),
        ("amina diallo", "s1"),
        ("dialloamina", "s1"),
        ("amina@x.org", "s1"),
        ("Amina Diallo homework", "s1"),
        ("Bruno Kuhn", "s2"),
        ("kuhnbruno", "s2"),
        ("zoe_o_brien", "s3"),
    ],
)
def test_a_label_names_a_student(tmp_path, label, student):
    assert class_list(tmp_path / "class.csv").find(label).student == student


@pytest.mark.parametrize("label", ["s4", "1s", "mania diallo", "carla", ""])
def test_a_label_that_names_nobody_is_not_guessed(tmp_path, label):
    assert class_list(tmp_path / "class.csv").find(label) is None


def test_two_of_one_name_are_not_mixed_up():
    twins = roster.Roster([roster.Student("a", "Jo Doe"), roster.Student("b", "Jo Doe")])
    assert twins.find("Jo Doe") is None
    assert twins.find("b").student == "b"


def test_two_of_one_name_are_named_with_their_ids(tmp_path):
    write(tmp_path, "Ana Lima/types.ipynb", "s2/types.ipynb")
    names = (("s1", "Ana Lima"), ("s2", "Bo Ek"), ("s5", "Ana Lima"))
    twins = roster.Roster([roster.Student(*one) for one in names])
    pairs = class_work.by_student(twins, hand_ins.collect(tmp_path, UNIT, twins.named))
    found = {who.student: (who.unlisted, who.may_have) for who, _ in pairs}
    assert found["Ana Lima"][0] == (
        "The roster has 2 of this name: s1, s5. Name the folder or file by the id, and grade again."
    )
    assert found["s1"] == found["s5"] == ("", ["Ana Lima"])
    assert found["s2"] == ("", [])


@pytest.mark.parametrize(
    ("files", "found"),
    [
        (
            [f"Ana Lima_{n}_assignsubmission_file_/types.ipynb" for n in (12, 13)],
            ["Ana Lima 12", "Ana Lima 13"],
        ),
        ([f"limaana_{n}_7{n}_types.ipynb" for n in (1, 2)], ["limaana 1", "limaana 2"]),
        ([f"limaana_LATE_1_7{n}_types-{n}.ipynb" for n in (1, 2)], ["limaana"]),
    ],
)
def test_two_of_one_name_on_a_platform_are_two(tmp_path, files, found):
    assert list(labels(write_zip(tmp_path / "a.zip", *files))) == found
    twins = roster.Roster([roster.Student(one, "Ana Lima") for one in ("s1", "s2")])
    assert [len(twins.named(label)) for label in found] == [2] * len(found)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("Łukasz Żak", ["Lukasz Zak", "ŁUKASZ ŻAK", "zaklukasz", "Żak, Łukasz"]),
        ("Øystein Berg", ["Oystein Berg", "bergoystein", "ØYSTEIN BERG"]),
        ("Đorđe Weiß", ["Dorde Weiss", "weissdorde", "DORDE WEISS", "weißđorđe"]),
        ("Pat O'Brien", ["obrienpat", "O’Brien Pat", "Pat OBrien", "pat o brien", "Pat OBrien homework"]),
        ("Marie-Anne Dupont", ["dupontmarieanne", "Dupont, Marie Anne", "MarieAnne Dupont"]),
        ("Jean-Pierre d’Été", ["detejeanpierre", "d'Ete Jean-Pierre", "dete jeanpierre"]),
        ("Ana-Lucía Núñez Gómez", ["nunezgomezanalucia", "gomezanalucianunez"]),
    ],
)
def test_a_name_is_known_without_its_accents_and_signs(name, labels):
    students = roster.Roster([roster.Student("s1", name), roster.Student("s2", "Brien Dupont")])
    assert [label for label in labels if students.find(label) is not students.students[0]] == []


def test_everyone_of_the_list_and_everyone_who_handed_in_is_there(tmp_path):
    write(tmp_path / "in", "s1/types.ipynb", "amina diallo/types.ipynb", "carla/types.ipynb")
    students = class_list(tmp_path / "class.csv")
    found = class_work.by_student(students, hand_ins.collect(tmp_path / "in", UNIT, students.find))
    assert [(who.student, who.is_known, len(one.files) if one else 0) for who, one in found] == [
        ("s1", True, 2),
        ("s2", True, 0),
        ("s3", True, 0),
        ("carla", False, 1),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("colour,size\n1,2\n", "no column named id, name or email"),
        ("", "it is empty"),
        ("id\na\na\n", "twice: a"),
        ("id,name,email\n,,\n\n", "names no student: below its first row, id, name, email"),
        ("PK\x03\x04\x00", "is no table: it is a zip file or an office document.*Save the list as CSV"),
        ("id\n" + "x" * 200_000, "is no table: field larger.*Save the list as CSV"),
    ],
)
def test_a_list_that_cannot_be_used_is_answered(tmp_path, text, words):
    path = tmp_path / "class.csv"
    path.write_text(text)
    with pytest.raises(roster.RosterError, match=words):
        roster.read(path)


def test_a_list_that_is_not_text_is_not_spoken_of_as_a_notebook(tmp_path):
    path = tmp_path / "class.csv"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(roster.RosterError) as error:
        roster.read(path)
    assert "ipynb" not in str(error.value)
    assert str(path) in str(error.value)


def test_a_list_whose_lines_end_as_on_an_old_mac(tmp_path):
    path = tmp_path / "class.csv"
    path.write_bytes(b"id,name\rs1,Ana Lima\r")
    assert roster.read(path).students[0].name == "Ana Lima"
