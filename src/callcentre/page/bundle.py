"""Makes what the page needs from its sources: one classic script, with Python and charts, and a style sheet.

``python -m callcentre.page.bundle`` makes it by hand; building the book does it when a source has changed.
"""

import ast
import base64
import hashlib
import io
import json
import os
import shutil
import subprocess
import tokenize
from pathlib import Path

import zopfli.zlib

from ..labs import NAMES, module_of
from .node import ToolMissing, find_node, find_packages

PAGE = Path(__file__).parent
PACKAGE = PAGE.parent
SCRIPTS = PAGE / "script"
UNUSED = SCRIPTS / "unused"  # parts of d3 that Observable Plot names and our charts never use
MADE = PAGE / "static"
SITE = MADE / "site"
RENDERER = MADE / "static.mjs"
STAMP = MADE / "stamp"
SCRIPT_NAME = "callcentre.js"
STYLE_NAME = "callcentre.css"
INDENT = 4
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
    payload = MADE / "payload.json"
    payload.write_text(json.dumps(page_payload(packages)), encoding="utf-8")
    worker = MADE / "worker.txt"
    worker.write_text(worker_source(packages), encoding="utf-8")
    esbuild(
        packages,
        SCRIPTS / "live.mjs",
        "--format=iife",
        "--loader:.txt=text",
        f"--alias:callcentre-payload={payload}",
        f"--alias:callcentre-worker={worker}",
        f"--outfile={SITE / SCRIPT_NAME}",
    )
    esbuild(packages, SCRIPTS / "static.mjs", "--format=esm", "--platform=node", f"--outfile={RENDERER}")


def page_payload(packages):
    """Return MicroPython's bytes and the Python files, each packed."""
    wasm = (packages / MICROPYTHON / "micropython.wasm").read_bytes()
    files = [(path, without_words(text)) for path, text in python_files()]
    return {"wasm": packed(wasm), "files": packed(json.dumps(files).encode())}


def packed(data):
    """Return bytes as text: deflated as closely as can be, since every reader pays for it, and in base64."""
    return base64.b64encode(zopfli.zlib.compress(data)).decode()


def without_words(text):
    """Return Python without docstrings, lines that are comments, and indents wider than a space.

    That is a third less to send.
    """
    lines = text.split("\n")
    for node in ast.walk(ast.parse(text)):
        if (
            isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef))
            and ast.get_docstring(node) is not None
        ):
            words = node.body[0]
            indent = lines[words.lineno - 1][: words.col_offset]
            lines[words.lineno - 1 : words.end_lineno] = [None] * (words.end_lineno - words.lineno + 1)
            lines[words.lineno - 1] = f"{indent}pass" if len(node.body) == 1 else None
    in_strings = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT and token.line.lstrip().startswith("#"):
            lines[token.start[0] - 1] = None
        in_strings.update(range(token.start[0], token.end[0]) if token.type == tokenize.STRING else ())
    for number, line in enumerate(lines):
        if line and number not in in_strings:
            lines[number] = " " * ((len(line) - len(line.lstrip())) // INDENT) + line.lstrip()
    kept = [line for number, line in enumerate(lines) if line or (line == "" and number in in_strings)]
    return "\n".join(kept)


def worker_source(packages):
    """Return the worker as a classic script; its top-level await is why an async function holds it."""
    code = esbuild(
        packages,
        SCRIPTS / "worker.mjs",
        "--format=esm",
        "--define:import.meta.url='micropython.mjs'",
        "--define:process=undefined",
        "--external:fs",
        "--external:module",
        "--external:path",
        "--external:url",
    )
    return f"(async()=>{{{code}}})()"


def esbuild(packages, entry, *options):
    """Bundle one script with esbuild and return what it prints.

    Raises
    ------
    ToolMissing
        If esbuild fails; the message holds its own.
    """
    # npm may have put a program there or a script for node, so node is on its PATH.
    path = os.pathsep.join([str(find_node().parent), os.environ.get("PATH", "")])
    command = [packages / "esbuild" / "bin" / "esbuild", entry]
    unused = [f"--alias:{path.stem}={path}" for path in sorted(UNUSED.iterdir())]
    flags = [
        "--bundle",
        "--minify",
        "--charset=utf8",
        "--target=es2022",
        "--log-level=error",
        *unused,
        *options,
    ]
    run = subprocess.run(
        [*map(str, command), *flags],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "NODE_PATH": str(packages), "PATH": path},
    )
    if run.returncode:
        raise ToolMissing(f"esbuild could not bundle {entry.name}:\n{run.stderr}")
    return run.stdout


if __name__ == "__main__":
    print(make(Path.cwd()))
