"""Run notebooks anew, and find those that were not, or show something else by now."""

import copy
import logging
import os
from concurrent.futures import ThreadPoolExecutor

from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

from . import notebooks
from .cleaning import cleaned
from .trouble import Trouble

SECONDS_A_CELL = 120
PICTURES = ("image/png", "image/jpeg")  # whose bytes change with the fonts of a machine


class Stop(Trouble):
    """A notebook that stops while it is run; the message says over what."""


def run(paths):
    """Run each notebook in its folder and store what it shows; return a sentence for each that stops."""
    return notebooks.troubles(paths, run_one)


def run_one(path):
    print(f"running {path}", flush=True)
    notebook = notebooks.read(path)
    try:
        executed(notebook, path.parent)
    except Stop as stop:
        return [f"{path} stops: {stop}"]
    notebooks.write(path, cleaned(notebook))
    return []


def executed(notebook, folder, allow_errors=False):
    """Run a notebook's cells in a fresh kernel, in a folder; return the notebook with what they show.

    Raises
    ------
    Stop
        If a cell stops with an error, takes too long, or ends the kernel.
    """
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        allow_errors=allow_errors,
        store_widget_state=False,
        record_timing=False,
        resources={"metadata": {"path": str(folder)}},
        extra_arguments=[f"--log-level={logging.ERROR}"],
    )
    try:
        return client.execute()
    except CellExecutionError as error:
        raise Stop(f"{error.ename}: {error.evalue}") from None
    except (CellTimeoutError, DeadKernelError) as error:
        raise Stop(str(error).splitlines()[0]) from None


def check(paths):
    """Return a sentence for each notebook whose code cells were not run once, in order, without an error."""
    return notebooks.troubles(
        paths, lambda path: [f"{path} {trouble}" for trouble in troubles(notebooks.read(path))]
    )


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


def stale(paths):
    """Return a sentence for each notebook that stops when run, or shows something else than it stores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [trouble for trouble in pool.map(trouble_when_run, paths) if trouble]


def trouble_when_run(path):
    """Return in a sentence what is other when a notebook is run than what it stores; "" where nothing is."""
    stored = notebooks.read(path)
    try:
        now = cleaned(executed(copy.deepcopy(stored), path.parent))
    except Stop as stop:
        return f"{path} stops: {stop}"
    changed = [
        str(number)
        for number, (before, after) in enumerate(zip(shown(stored), shown(now), strict=True), start=1)
        if before != after
    ]
    if not changed:
        return ""
    return f"{path} shows something else in code cell {', '.join(changed)}: python -m callcentre.teach run"


def shown(notebook):
    """Return what each code cell shows, without the bytes of pictures."""
    return [
        [
            {
                **output,
                "data": {kind: output.data[kind] for kind in output.get("data", {}) if kind not in PICTURES},
            }
            for output in cell.outputs
        ]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]
