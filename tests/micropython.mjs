// The MicroPython that the page uses, with files of the package laid into its file system as they are.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";

const SOURCE = join(dirname(fileURLToPath(import.meta.url)), "..", "src", "callcentre");

/**
 * Return a MicroPython that holds the package's folders of these names.
 *
 * @param {string[]} folders
 */
export async function micropythonWith(folders) {
  const engine = await loadMicroPython({
    heapsize: 64 * 1024 * 1024,
    stdout: (line) => process.stderr.write(`${line}\n`),
  });
  for (const folder of folders) lay(engine, join(SOURCE, folder), `/lib/callcentre/${folder}`);
  engine.FS.writeFile("/lib/callcentre/__init__.py", readFileSync(join(SOURCE, "__init__.py")));
  return engine;
}

/**
 * Lay a folder's Python files into MicroPython's file system, and those of the folders below it.
 *
 * @param {import("@micropython/micropython-webassembly-pyscript/micropython.mjs").MicroPython} engine
 * @param {string} from
 * @param {string} to
 */
function lay(engine, from, to) {
  engine.FS.mkdirTree(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), `${to}/${entry.name}`];
    if (entry.isDirectory() && !entry.name.startsWith("_")) lay(engine, source, target);
    if (entry.isFile() && entry.name.endsWith(".py")) engine.FS.writeFile(target, readFileSync(source));
  }
}
