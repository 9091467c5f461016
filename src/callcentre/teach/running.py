"""Run notebooks anew, and find those that were not."""

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from . import notebooks
from .cleaning import cleaned

SECONDS_A_CELL = 120


def run(paths):
    """Run each notebook in its folder and store what it shows; return a sentence for each that stops."""
    problems = []
    for path in paths:
        print(f"running {path}", flush=True)
        notebook = notebooks.read(path)
        try:
            executed(notebook, path.parent)
        except CellExecutionError as error:
            problems.append(f"{path} stops: {error.ename}: {error.evalue}")
        else:
            notebooks.write(path, cleaned(notebook))
    return problems


def executed(notebook, folder, allow_errors=False):
    """Run a notebook's cells in a fresh kernel, in a folder; return the notebook with what they show."""
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        allow_errors=allow_errors,
        store_widget_state=False,
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
    )
    return client.execute()


def check(paths):
    """Return a sentence for each notebook whose code cells were not run once, in order, without an error."""
    return [f"{path} {trouble}" for path in paths for trouble in troubles(notebooks.read(path))]


def troubles(notebook):
    """Return what is wrong with how a notebook was run; nothing, where it was run from top to bottom."""
    cells = [cell for cell in notebook.cells if cell.cell_type == "code" and cell.source.strip()]
    if not cells:
        return []
    counts = [cell.execution_count for cell in cells]
    if all(count is None for count in counts):
        return ["was never run: python -m callcentre.teach run"]
    if counts != list(range(1, len(cells) + 1)):
        return ["was not run from top to bottom: python -m callcentre.teach run"]
    failed = [
        number
        for number, cell in enumerate(cells, start=1)
        for output in cell.outputs
        if output.output_type == "error"
    ]
    return [f"stores an error in code cell {number}" for number in failed]
