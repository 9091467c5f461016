"""The wheel alone, in an empty environment far from the sources, runs model, labs and notebooks."""

import ast
import json
import os
import subprocess
import sys
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import nbformat
import pytest
from nbclient import NotebookClient

import callcentre
from callcentre.teach.cleaning import cleaned

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src"
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
RUN_HERE = ["cost-scenarios", "day-and-peaks"]  # all of them run in the environment of the sources
MADE = ("callcentre/page/static/", "__pycache__")

ANSWERS = """
import json
import callcentre
from callcentre import labs
from callcentre.model import costs
views = {lab.name: lab.view(lab.complete({})).as_data() for lab in labs.all()}
answers = {"costs": costs.compare({}), "views": views}
"""
TELL = "print(json.dumps([callcentre.__version__, callcentre.__file__, answers]))"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel that ``pip wheel .`` makes."""
    folder = tmp_path_factory.mktemp("wheel")
    command = ["pip", "wheel", ROOT, "--no-deps", "--no-build-isolation", "--wheel-dir", folder]
    run(sys.executable, "-m", *command, cwd=folder)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def empty(wheel, tmp_path_factory):
    """The Python of an environment that holds the wheel and what it asks for, in locked versions."""
    folder = tmp_path_factory.mktemp("empty")
    run(sys.executable, "-m", "uv", "venv", "--python", sys.executable, folder)
    python = folder / "bin" / "python"
    install(python, wheel)
    return python


@pytest.fixture(scope="module")
def kernel(empty, tmp_path_factory):
    """The name of a Jupyter kernel in that environment: a learner brings Jupyter, the wheel the rest."""
    install(empty, "ipykernel")
    folder = tmp_path_factory.mktemp("jupyter")
    spec = {
        "argv": [str(empty), "-I", "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "The wheel",
        "language": "python",
    }
    (folder / "kernels" / "wheel").mkdir(parents=True)
    (folder / "kernels" / "wheel" / "kernel.json").write_text(json.dumps(spec))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(folder))
        yield "wheel"


def install(python, *packages):
    """Install packages with uv, out of its cache where that suffices."""
    command = [sys.executable, "-m", "uv", "pip", "install", "--python", python]
    command += ["--constraint", ROOT / "requirements.lock", *packages]
    cached = subprocess.run([*map(str, command), "--offline"], capture_output=True)
    if cached.returncode:
        run(*command)


def run(*command, cwd=None):
    """Run a command without this environment's Python path and return what it prints."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(list(map(str, command)), cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def answers_here():
    """Return what the sources answer: a comparison of costs, and each lab's view of its defaults."""
    names = {}
    exec(ANSWERS, names)
    return json.loads(json.dumps(names["answers"]))


def test_the_wheel_holds_every_source_and_nothing_else(wheel):
    files = {path.relative_to(SOURCES).as_posix() for path in SOURCES.rglob("*") if path.is_file()}
    files = {name for name in files if not any(made in name for made in MADE)}
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert "callcentre/page/script/live.mjs" in names
    assert names == files


def test_the_wheel_names_its_version_and_extras(wheel):
    archive = ZipFile(wheel)
    (path,) = [name for name in archive.namelist() if name.endswith("METADATA")]
    told = Parser().parsestr(archive.read(path).decode())
    assert told["Version"] == callcentre.__version__
    assert set(told.get_all("Provides-Extra")) == {"book", "teach"}


def test_model_and_labs_need_nothing_but_python(wheel, tmp_path):
    script = f"import sys; sys.path.insert(0, {str(wheel)!r})\n{ANSWERS}{TELL}"
    _, place, answers = json.loads(run(sys.executable, "-I", "-S", "-c", script, cwd=tmp_path))
    assert place.startswith(str(wheel))
    assert answers == answers_here()


def test_model_and_labs_run_where_the_wheel_is_installed(empty, tmp_path):
    version, place, answers = json.loads(run(empty, "-I", "-c", ANSWERS + TELL, cwd=tmp_path))
    assert version == callcentre.__version__
    assert Path(place).is_relative_to(empty.parents[1])
    assert answers == answers_here()


def test_a_lab_is_there_as_widgets_and_as_a_table(empty, tmp_path):
    lab = "import callcentre; lab = callcentre.lab('classify')"
    show = "print(len(lab.table()), *lab._repr_mimebundle_())"
    rows, *kinds = run(empty, "-I", "-c", f"{lab}; {show}", cwd=tmp_path).split()
    assert int(rows) > 0
    assert {"application/vnd.jupyter.widget-view+json", "text/html", "text/plain"} <= set(kinds)


def test_what_the_notebooks_import_is_there(empty, tmp_path):
    imports = sorted({line for path in NOTEBOOKS for line in imported(path)})
    assert len(imports) > 5
    run(empty, "-I", "-c", "\n".join(imports), cwd=tmp_path)


def imported(path):
    """Return the import statements of a notebook."""
    cells = [cell.source for cell in nbformat.read(path, 4).cells if cell.cell_type == "code"]
    statements = [node for source in cells for node in ast.walk(ast.parse(source))]
    return [ast.unparse(node) for node in statements if isinstance(node, ast.Import | ast.ImportFrom)]


@pytest.mark.parametrize("name", RUN_HERE)
def test_a_notebook_runs_and_shows_what_it_stores(kernel, tmp_path, name):
    notebook = nbformat.read(ROOT / "notebooks" / f"{name}.ipynb", 4)
    stored = shown(notebook)
    folder = {"metadata": {"path": str(tmp_path)}}
    client = NotebookClient(notebook, kernel_name=kernel, resources=folder, coalesce_streams=True)
    client.execute()
    assert len(stored) > 3
    assert shown(cleaned(notebook)) == stored


def shown(notebook):
    """Return the texts a notebook prints, and those of its results that name no place in memory."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    texts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs]
    return [text for text in texts if " at 0x" not in text]
