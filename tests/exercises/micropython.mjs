// Runs trials.py under the MicroPython that the page uses, and prints all verdicts as JSON.
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

for (const folder of ["model", "labs", "exercises"]) lay(join(source, folder), `/lib/callcentre/${folder}`);
engine.FS.writeFile("/lib/callcentre/__init__.py", readFileSync(join(source, "__init__.py")));
engine.FS.writeFile("/lib/trials.py", readFileSync(join(here, "trials.py")));
/**
 * Run Python that leaves a value under the name `result`, and return it.
 *
 * @param {string} code
 */
function result(code) {
  engine.runPython(`import json, trials\n${code}\nwith open("/result.json", "w") as file: json.dump(result, file)`);
  return JSON.parse(engine.FS.readFile("/result.json", { encoding: "utf8" }));
}

// A call for each unit: this Python collects its garbage only between calls.
engine.runPython("import trials\nothers = trials.all_right_answers()");
/** @type {{[kind: string]: unknown[]}} */
const verdicts = {};
for (const unit of result("result = list(trials.NAMES)")) {
  for (const [kind, found] of Object.entries(result(`result = trials.everything(["${unit}"], others)`))) {
    verdicts[kind] = [...(verdicts[kind] ?? []), ...found];
  }
}
process.stdout.write(JSON.stringify(verdicts));
