// What the two Pythons have in common: they take the labs' files, read a lab, say that they are ready, and answer.

const ROOT = "/course";

/** @typedef {import("@micropython/micropython-webassembly-pyscript/micropython.mjs").MicroPython} Python */

/**
 * Serve answers, once a Python has loaded and the labs' files lie in its file system.
 *
 * @param {Promise<Python>} loading
 * @param {(python: Python) => (request: string) => string} use from Python to its `answer`
 */
export async function serve(loading, use) {
  const [python, files] = await Promise.all([loading, fetch("files.json").then((found) => found.json())]);
  for (const [path, text] of files) {
    const place = `${ROOT}/${path}`;
    python.FS.mkdirTree(place.slice(0, place.lastIndexOf("/")));
    python.FS.writeFile(place, text);
  }
  const lab = new URLSearchParams(self.location.search).get("lab");
  python.runPython(`import sys\nsys.path.append("${ROOT}")\nfrom callcentre.labs import answer, find\nfind("${lab}")`);
  const answer = use(python);
  self.onmessage = ({ data }) => {
    const start = performance.now();
    const text = answer(data);
    self.postMessage({ milliseconds: performance.now() - start, text });
  };
  self.postMessage({ isReady: true });
}
