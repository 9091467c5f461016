// Runs requests of exercise pages, a list in JSON on stdin, in the Python that the page uses; prints the answers as JSON.

import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const [, , files, begin] = process.argv;
const python = await loadMicroPython({
  heapsize: 16 * 1024 * 1024,
  stdout: (line) => process.stderr.write(`${line}\n`),
});

for (const [path, source] of Object.entries(JSON.parse(readFileSync(files, "utf8")))) {
  python.FS.mkdirTree(`/lib/${path.slice(0, path.lastIndexOf("/"))}`);
  python.FS.writeFile(`/lib/${path}`, /** @type {string} */ (source));
}
python.runPython(begin);
const answers = JSON.parse(await text(process.stdin)).map((/** @type {object} */ request) => {
  python.globals.set("request", JSON.stringify(request));
  python.runPython("reply = answer(request)");
  return JSON.parse(python.globals.get("reply"));
});
process.stdout.write(JSON.stringify(answers));
