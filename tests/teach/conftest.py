"""A small course to try the commands on, and the course itself."""

import shutil
from pathlib import Path

import nbformat
import pytest

from callcentre.teach import exercises

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root():
    """Return the folder of the course itself."""
    return ROOT


@pytest.fixture
def new_notebook():
    """Return a function that makes a notebook of code cells, as Jupyter would save it."""

    def make(*sources, was_run=True):
        cells = [nbformat.v4.new_markdown_cell("# A title")]
        for number, source in enumerate(sources, start=1):
            cell = nbformat.v4.new_code_cell(source, execution_count=number if was_run else None)
            cell.metadata["execution"] = {"iopub.execute_input": f"2026-01-01T00:00:0{number}Z"}
            cells.append(cell)
        metadata = {
            "kernelspec": {"display_name": "mine", "language": "python", "name": "mine"},
            "language_info": {"name": "python", "version": "3.11.7"},
            "widgets": {"application/vnd.jupyter.widget-state+json": {"state": {}}},
        }
        return nbformat.v4.new_notebook(cells=cells, metadata=metadata)

    return make


@pytest.fixture(scope="session")
def made_course(tmp_path_factory):
    """Return a folder with nbgrader's settings and one unit of one exercise, ``sums``, made."""
    folder = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    answer = nbformat.v4.new_code_cell(
        "total = None\n### BEGIN SOLUTION\ntotal = 2 + 3\n### END SOLUTION",
        metadata=nbgrader("answer", solution=True, locked=False),
    )
    check = nbformat.v4.new_code_cell(
        "assert total is not None, 'total is still empty'\n"
        "### BEGIN HIDDEN TESTS\nassert total == 5, f'2 + 3 is not {total}'\n### END HIDDEN TESTS",
        metadata=nbgrader("check", grade=True, points=2),
    )
    unit = folder / "solutions" / "sums"
    unit.mkdir(parents=True)
    notebook = nbformat.v4.new_notebook(cells=[answer, check])
    notebook.metadata.kernelspec = {"display_name": "Python 3", "language": "python", "name": "python3"}
    nbformat.write(notebook, unit / "sums.ipynb")
    assert exercises.make(folder) == []
    return folder


@pytest.fixture
def small_course(made_course, tmp_path):
    """Return a copy of the made course, without its gradebook."""
    return shutil.copytree(
        made_course, tmp_path / "course", ignore=shutil.ignore_patterns("grading", "__pycache__")
    )


def nbgrader(grade_id, grade=False, solution=False, locked=True, **more):
    settings = {"grade": grade, "solution": solution, "locked": locked, "task": False, "schema_version": 3}
    return {"nbgrader": {"grade_id": grade_id, **settings, **more}}
