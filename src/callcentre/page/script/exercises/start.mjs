// The first script of a page of exercises, run before anything is drawn: Python starts while the page is being read, and
// page.mjs with the editor follows.

import { startWorker } from "../engine.mjs";
import { load, loadPack } from "../scripts.mjs";
import { letThemeWait } from "../theme.mjs";
import { Runner } from "./runner.mjs";

const { unit } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
const runner = new Runner(startWorker, () =>
  Promise.all(["python", unit].map((part) => loadPack(`exercises-${part}`))),
);
letThemeWait();
Promise.all([load("exercises"), whenRead()]).then(() => self.callcentreExercises.bringAlive(runner));

function whenRead() {
  if (document.readyState !== "loading") return null;
  return new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
}
