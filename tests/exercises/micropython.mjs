// Runs trials.py under the MicroPython that the page uses, and prints all verdicts as JSON.
import { readFileSync } from "node:fs";
import { micropythonWith } from "../micropython.mjs";

const engine = await micropythonWith(["model", "labs", "exercises"]);
engine.FS.writeFile("/lib/trials.py", readFileSync(new URL("trials.py", import.meta.url)));

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
