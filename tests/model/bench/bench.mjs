// Measures expressions of the model in the MicroPython that the page uses: a list of them on stdin, seconds on stdout.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const SHORTEST = 0.1;
const model = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..", "src", "callcentre", "model");
const engine = await loadMicroPython({ stdout: (line) => process.stderr.write(`${line}\n`) });

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
    if (entry.name.endsWith(".py")) engine.FS.writeFile(`${to}/${entry.name}`, readFileSync(join(from, entry.name)));
  }
}

lay(model, "/lib/callcentre/model");
engine.FS.writeFile("/lib/callcentre/__init__.py", "");
engine.runPython(
  "from callcentre.model import costs, erlang, simulation, staffing\nfrom callcentre.model.risk import uncertainty",
);

/**
 * Processor seconds, as in bench.py: other work on the machine does not count.
 *
 * @param {string} code
 */
function spent(code) {
  const begin = process.cpuUsage();
  engine.runPython(code);
  const { user, system } = process.cpuUsage(begin);
  return (user + system) / 1e6;
}

/** @param {{ expression: string, repeats: number }} asked */
function measured({ expression, repeats }) {
  const code = (/** @type {number} */ loops) => `for _ in range(${loops}):\n    ${expression}`;
  let loops = 1;
  while (loops < 256 && spent(code(loops)) < SHORTEST) loops *= 2;
  return Array.from({ length: repeats }, () => spent(code(loops)) / loops);
}

const answers = JSON.parse(readFileSync(0, "utf8")).map(measured);
engine.runPython("import sys\npython = 'MicroPython ' + '.'.join([str(n) for n in sys.implementation[1][:3]])");
process.stdout.write(JSON.stringify({ python: engine.globals.get("python"), seconds: answers }));
