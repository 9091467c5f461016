// Runs requests of exercise pages, a list in JSON on stdin, in the Python that the page uses; prints the answers as JSON.

import { text } from "node:stream/consumers";
import { micropythonWith } from "../micropython.mjs";

const [, , begin] = process.argv;
const python = await micropythonWith(["model", "labs", "exercises", "page"]);
python.runPython(begin);
const answers = JSON.parse(await text(process.stdin)).map((/** @type {object} */ request) => {
  python.globals.set("request", JSON.stringify(request));
  python.runPython("reply = answer(request)");
  return JSON.parse(python.globals.get("reply"));
});
process.stdout.write(JSON.stringify(answers));
