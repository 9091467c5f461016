import { serve } from "./course.mjs";
// @ts-expect-error peers.py lays it there
import { loadMicroPython } from "./micropython/micropython.mjs";

// As the labs' own worker does: as much memory, and a request that is a global.
const loading = loadMicroPython({
  url: new URL("micropython/micropython.wasm", import.meta.url).href,
  heapsize: 2 ** 24,
});
await serve(loading, (python) => (request) => {
  python.globals.set("request", request);
  python.runPython("reply = answer(request)");
  return python.globals.get("reply");
});
