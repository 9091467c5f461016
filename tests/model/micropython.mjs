// Runs parity.py under the MicroPython that the page uses: a request on stdin, the outcomes on stdout.
// The package's files are laid into its file system as they are.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const source = join(here, "..", "..", "src", "callcentre");

const engine = await loadMicroPython({
  heapsize: 64 * 1024 * 1024,
  stdout: (line) => process.stderr.write(`${line}\n`),
});

/**
 * Lay a folder's Python files into MicroPython's file system, and those of the folders below it.
 *
 * @param {string} from
 * @param {string} to
 */
function lay(from, to) {
  engine.FS.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isDirectory() && !entry.name.startsWith("_")) lay(join(from, entry.name), `${to}/${entry.name}`);
    if (entry.isFile() && entry.name.endsWith(".py")) {
      engine.FS.writeFile(`${to}/${entry.name}`, readFileSync(join(from, entry.name)));
    }
  }
}

for (const folder of ["model", "labs"]) lay(join(source, folder), `/lib/callcentre/${folder}`);
engine.FS.writeFile("/lib/callcentre/__init__.py", readFileSync(join(source, "__init__.py")));
const read = filesReadFor("classify");
engine.FS.writeFile("/lib/parity.py", readFileSync(join(here, "parity.py")));
engine.runPython(`
import parity

def evaluate_files():
    with open("/request.json") as request, open("/outcomes.json", "w") as outcomes:
        outcomes.write(parity.evaluate(request.read()))
`);

/**
 * Return the names of the modules that a page reads which asks for one lab.
 *
 * @param {string} lab
 * @returns {string[]}
 */
function filesReadFor(lab) {
  engine.runPython(`
import json
import sys

import callcentre

callcentre.labs.find("${lab}")
with open("/read.json", "w") as read:
    json.dump(list(sys.modules), read)
`);
  return JSON.parse(engine.FS.readFile("/read.json", { encoding: "utf8" }));
}

/** @param {{ modules: string[], cases: unknown[] }} request */
function evaluate(request) {
  engine.FS.writeFile("/request.json", JSON.stringify(request));
  engine.runPython("evaluate_files()");
  return JSON.parse(engine.FS.readFile("/outcomes.json", { encoding: "utf8" }));
}

// In batches: MicroPython collects its garbage only between calls from here.
const BATCH = 100;
const { modules, cases } = JSON.parse(readFileSync(0, "utf8"));
const outcomes = evaluate({ modules, cases: [] });
for (let start = 0; start < cases.length; start += BATCH) {
  outcomes.cases.push(...evaluate({ modules: [], cases: cases.slice(start, start + BATCH) }).cases);
}
process.stdout.write(JSON.stringify({ ...outcomes, read }));
