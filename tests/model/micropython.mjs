// Runs parity.py under the MicroPython that the page uses: a request on stdin, the outcomes on stdout.
import { readFileSync } from "node:fs";
import { micropythonWith } from "../micropython.mjs";

const engine = await micropythonWith(["model", "labs"]);
const read = filesReadFor("classify");
engine.FS.writeFile("/lib/parity.py", readFileSync(new URL("parity.py", import.meta.url)));
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
