"""Makes what the page needs from its sources: classic scripts, some with Python in them, and a style sheet.

The script a page names fetches the others at once: the engine, which is MicroPython with the Python that all
labs share; a pack for each lab of the page, with the Python only that lab or a few need; and what brings labs
alive, which fetches what draws charts. A page of exercises has a first script of its own, the same engine,
the Python that all units share, and a pack with that of its own unit.

``python -m callcentre.page.bundle`` makes it by hand; building the book does it when a source has changed.
"""

import hashlib
import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from . import packs, shaking
from .node import find_node, find_packages, run_tool

PAGE = Path(__file__).parent
SCRIPTS = PAGE / "script"
MADE = PAGE / "static"
SITE = MADE / "site"
RENDERER = MADE / "build-renderer.mjs"
STAMP = MADE / "stamp"
STYLE_NAME = "callcentre.css"
EXERCISE_STYLE_NAME = "callcentre-exercises.css"
EXERCISES = "exercises"  # the part that brings exercises alive; its names are those of their other parts too
# Scripts that name no other, by their parts: the file, and how esbuild is asked.
ALONE = {
    "charts": ("charts", "--global-name=callcentreCharts"),
    EXERCISES: ("exercises/page", "--global-name=callcentreExercises"),
    "page": ("every/page",),
    "questions": ("questions/questions",),
    "search": ("search/page",),
}
EXERCISES_BEGIN = "from callcentre.page.exercise_cells import answer, begin\nbegin()"
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
        If there is no node, or an npm package is missing or fails; the message says what and how to cure it.
    """
    packages = find_packages(start)
    fingerprint = sources_fingerprint(packages)
    if not STAMP.exists() or STAMP.read_text() != fingerprint:
        bundle(packages)
        STAMP.write_text(fingerprint)
    return SITE


def sources_fingerprint(packages):
    """Return a hash that changes with any source of the bundle, versions of the npm packages included."""
    python = [Path(module) for module in (__file__, packs.__file__, shaking.__file__)]
    sources = [*sorted(SCRIPTS.rglob("*.mjs")), *sorted(PAGE.glob("*.css")), *python]
    lock = packages / ".package-lock.json"
    digest = hashlib.sha256()
    for path in [*sources, *([lock] if lock.exists() else [])]:
        digest.update(path.read_bytes())
    held = [packs.python_by_lab(), packs.python_of_exercises(), packs.python_by_unit()]
    digest.update(json.dumps(held).encode())
    return digest.hexdigest()


def bundle(packages):
    """Make the page's script, its style sheet and the renderer the build uses."""
    shutil.rmtree(MADE, ignore_errors=True)
    SITE.mkdir(parents=True)
    for style in (STYLE_NAME, EXERCISE_STYLE_NAME):
        esbuild(packages, PAGE / style, "--minify", f"--outfile={SITE / style}")
    shared, own = packs.shared_and_own(packs.python_by_lab())
    with ThreadPoolExecutor() as pool:  # the time goes into programs that run beside this one
        begun = {part: pool.submit(page_script, packages, *asked) for part, asked in ALONE.items()}
        engine = pool.submit(engine_source, packages, shared)
        of_labs = {
            pack_of(lab): left_in_the_page(pack_of(lab), packs.pack(files)) for lab, files in own.items()
        }
    alone = {part: script.result() for part, script in begun.items()}
    live = page_script(
        packages, "live", "--global-name=callcentreLive", names_of({"charts": alone["charts"]})
    )
    at_once = {"live": live, "engine": engine.result(), **of_labs}
    parts = {
        **alone,
        **at_once,
        "": page_script(packages, "start", names_of(at_once)),
        **exercise_parts(packages, at_once["engine"], alone[EXERCISES]),
    }
    for part, script in parts.items():
        (SITE / script_name(part)).write_text(script, encoding="utf-8")
    esbuild(
        packages, SCRIPTS / "build-renderer.mjs", "--format=esm", "--platform=node", f"--outfile={RENDERER}"
    )


def exercise_parts(packages, engine, live):
    """Return exercise pages' further scripts, {part: script}: the first, which names all, and Python."""
    shared = {f"{EXERCISES}-python": {**packs.pack(packs.python_of_exercises()), "begin": ""}}
    own = {
        f"{EXERCISES}-{unit}": {**packs.pack(files), "begin": EXERCISES_BEGIN}
        for unit, files in packs.python_by_unit().items()
    }
    python = {part: left_in_the_page(part, pack) for part, pack in {**shared, **own}.items()}
    named = names_of({"engine": engine, EXERCISES: live, **python})
    return {**python, f"{EXERCISES}-start": page_script(packages, "exercises/start", named)}


def page_script(packages, name, *options):
    """Return one of the page's scripts as a classic one, as short as can be."""
    return shortened(packages, esbuild(packages, SCRIPTS / f"{name}.mjs", "--format=iife", *options))


def names_of(parts):
    """Return the option by which a script knows the file names of those it fetches, {part: script}."""
    names = {part: versioned(part, script) for part, script in parts.items()}
    return f"--define:CALLCENTRE_FILES={json.dumps(names)}"


def pack_of(lab):
    """Return which part of the page's script brings a lab's own Python."""
    return f"lab-{lab}"


def script_name(part=""):
    """Return the file name of a part of the page's scripts; without one, of the first."""
    return f"callcentre-{part}.js" if part else "callcentre.js"


def first_script():
    """Return the file name, with its version, of the script that a page with a lab names."""
    return as_made("")


def first_exercise_script():
    """Return the file name, with its version, of the script that a page of exercises names."""
    return as_made(f"{EXERCISES}-start")


def as_made(part):
    return versioned(part, (SITE / script_name(part)).read_text(encoding="utf-8"))


def versioned(part, script):
    """Return a script's file name with a version, so that no browser takes an older one it remembers."""
    return f"{script_name(part)}?v={hashlib.sha256(script.encode()).hexdigest()[:8]}"


def left_in_the_page(part, pack):
    """Return a pack of Python as a classic script, which leaves it behind in the page."""
    return f"(self.callcentrePacks??={{}})[{json.dumps(part)}]={json.dumps(pack)}\n"


def engine_source(packages, shared):
    """Return the engine as a classic script: in a worker it runs, in a page it leaves its function behind.

    It holds the Python that all labs share. An async function holds it all, since MicroPython's loader uses
    top-level await; what that loader asserts while it runs is left out.
    """
    payload = MADE / "payload.json"
    wasm = packs.packed((packages / MICROPYTHON / "micropython.wasm").read_bytes())
    payload.write_text(json.dumps({"wasm": wasm, "shared": packs.pack(shared)}), encoding="utf-8")
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
    run = shortened(packages, f"(async()=>{{{code}}})()", "pure_funcs=assert")
    return f"(function engine(){{if(self.document)self.callcentreEngine=engine;else {run}}})()\n"


def esbuild(packages, entry, *options):
    """Bundle one script with esbuild and return what it prints.

    Raises
    ------
    ToolMissing
        If esbuild fails; the message holds its own.
    """
    # npm may have put a program there or a script for node, so node is on its PATH.
    path = os.pathsep.join([str(find_node().parent), os.environ.get("PATH", "")])
    return run_tool(
        f"esbuild could not bundle {entry.name}",
        packages / "esbuild" / "bin" / "esbuild",
        entry,
        "--bundle",
        "--charset=utf8",
        "--target=es2022",
        "--log-level=error",
        *options,
        env={**os.environ, "NODE_PATH": str(packages), "PATH": path},
    )


def shortened(packages, script, *options):
    """Return a script without spaces and long names; terser finds a twentieth more to leave out than esbuild.

    Raises
    ------
    ToolMissing
        If terser fails; the message holds its own.
    """
    program = packages / "terser" / "bin" / "terser"
    compress = ",".join(["ecma=2020", "unsafe_arrows", *options])
    command = (find_node(), program, "--compress", compress, "--mangle")
    return run_tool("terser could not shorten a script", *command, given=script)


if __name__ == "__main__":
    print(make(Path.cwd()))
