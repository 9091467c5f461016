// The scripts a page loads beside the one it names, from the same folder, by the names in CALLCENTRE_FILES: the engine, a
// pack of Python for each lab, what brings labs alive, and the charts.

const OWN = /** @type {HTMLScriptElement} */ (document.currentScript).src;

/** @param {string} part */
export function addressOf(part) {
  return new URL(CALLCENTRE_FILES[part], OWN);
}

/**
 * Load a script into the page; resolves once it has run. This works from a disk too, unlike an import.
 *
 * @param {string} part
 */
export function load(part) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error(`${CALLCENTRE_FILES[part]} cannot be read`));
    script.src = addressOf(part).href;
    document.head.append(script);
  });
}

/**
 * Load a pack of Python for the worker, such as a lab's own.
 *
 * @param {string} part
 */
export async function loadPack(part) {
  await load(part);
  return self.callcentrePacks[part];
}
