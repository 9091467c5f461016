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
  stdout: (line) => process.stderr.write(line + "\n"),
});

function lay(from, to) {
  engine.FS.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    if (entry.isFile() && entry.name.endsWith(".py")) {
      engine.FS.writeFile(`${to}/${entry.name}`, readFileSync(join(from, entry.name)));
    }
  }
}

lay(source, "/lib/callcentre");
lay(join(source, "model"), "/lib/callcentre/model");
lay(join(source, "labs"), "/lib/callcentre/labs");
engine.FS.writeFile("/lib/parity.py", readFileSync(join(here, "parity.py")));
engine.FS.writeFile("/request.json", readFileSync(0));
engine.runPython(`
import parity
with open("/request.json") as request, open("/outcomes.json", "w") as outcomes:
    outcomes.write(parity.evaluate(request.read()))
`);
process.stdout.write(engine.FS.readFile("/outcomes.json", { encoding: "utf8" }));
