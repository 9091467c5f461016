// Runs trials.py under the MicroPython that the page uses, and prints all verdicts as JSON.
import { readFileSync } from "node:fs";
import { micropythonWith } from "../micropython.mjs";

const engine = await micropythonWith(["model", "labs", "exercises"]);
engine.FS.writeFile("/lib/trials.py", readFileSync(new URL("trials.py", import.meta.url)));
engine.runPython(`
import json

import trials

with open("/verdicts.json", "w") as verdicts:
    json.dump(trials.everything(), verdicts)
`);
process.stdout.write(engine.FS.readFile("/verdicts.json", { encoding: "utf8" }));
