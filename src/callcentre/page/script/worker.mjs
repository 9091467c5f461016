// Python in a worker: a message holds a lab to load, with its pack of files, or a request. A pack may begin otherwise, and then
// says itself what answers requests.

import { loadMicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs";
import payload from "callcentre-payload";

/** @import { MicroPython } from "@micropython/micropython-webassembly-pyscript/micropython.mjs" */
/** @import { Message, Pack } from "./types.d.ts" */

/** @typedef {Awaited<ReturnType<typeof start>>} Python */

const HEAP_BYTES = 16 * 1024 * 1024;
const ROOT = "/lib";

const python = start(payload);
python.catch((error) => self.postMessage({ failed: error.message }));
self.onmessage = ({ data }) => python.then((ready) => reply(ready, data)).catch(() => {});

/**
 * @param {Python} python
 * @param {Message & { id: number }} message
 */
async function reply(python, { id, load, pack, request }) {
  try {
    self.postMessage({ id, answer: load && pack ? await python.load(load, pack) : python.answer(request ?? "") });
  } catch (error) {
    self.postMessage({ id, error: /** @type {Error} */ (error).message });
  }
}

/** @param {typeof payload} packed */
async function start({ wasm, shared }) {
  const bytes = unpacked(wasm);
  // The loader fetches its bytes; WebKit refuses that to a worker under file://, so it is handed them.
  self.fetch = async () => new Response(bytes, { headers: { "Content-Type": "application/wasm" } });
  const micropython = await loadMicroPython({ url: "micropython.wasm", heapsize: HEAP_BYTES });
  await lay(micropython.FS, shared);
  micropython.runPython(
    `import sys\nif "${ROOT}" not in sys.path: sys.path.append("${ROOT}")\nfrom callcentre.labs import answer, find`,
  );
  return {
    /**
     * @param {string} lab
     * @param {Pack} pack
     */
    async load(lab, pack) {
      await lay(micropython.FS, pack);
      micropython.globals.set("lab", lab);
      micropython.runPython(pack.begin ?? "find(lab)");
    },
    /**
     * @param {string} request
     * @returns {string}
     */
    answer(request) {
      micropython.globals.set("request", request);
      micropython.runPython("reply = answer(request)");
      return micropython.globals.get("reply");
    },
  };
}

/**
 * Lay a pack's files where Python looks for them. What another pack has brought already is the same.
 *
 * @param {MicroPython["FS"]} fileSystem
 * @param {Pack} pack
 */
async function lay(fileSystem, { files, lengths }) {
  const compiled = await new Response(unpacked(files)).arrayBuffer();
  let at = 0;
  for (const [path, length] of lengths) {
    fileSystem.mkdirTree(`${ROOT}/${path.slice(0, path.lastIndexOf("/"))}`);
    fileSystem.writeFile(`${ROOT}/${path}`, new Uint8Array(compiled, at, length));
    at += length;
  }
}

/** @param {string} base64 */
function unpacked(base64) {
  const packed = atob(base64);
  const bytes = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at += 1) bytes[at] = packed.charCodeAt(at);
  // Not a Blob's stream: WebKit reads no Blob in a worker under file://.
  return /** @type {ReadableStream} */ (new Response(bytes).body).pipeThrough(new DecompressionStream("deflate"));
}
