import { serve } from "./course.mjs";
import { loadPyodide } from "./pyodide/pyodide.mjs";

const indexURL = new URL("pyodide/", import.meta.url).href;
await serve(loadPyodide({ indexURL }), (python) => python.globals.get("answer"));
