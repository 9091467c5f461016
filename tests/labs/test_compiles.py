"""What runs in the page is written in the Python that the page has."""

from callcentre.page.packs import compiled, python_by_lab, python_by_unit, python_of_exercises


def test_micropython_reads_every_file_of_labs_and_exercises():
    files = python_of_exercises()
    for own in [*python_by_lab().values(), *python_by_unit().values()]:
        files |= own
    assert len(compiled(files)) == len(files)
