import { serve } from "./course.mjs";
// @ts-expect-error peers.py lays it there
import { loadPyodide } from "./pyodide/pyodide.mjs";

const indexURL = new URL("pyodide/", import.meta.url).href;
await serve(loadPyodide({ indexURL }), (python) => python.globals.get("answer"));
