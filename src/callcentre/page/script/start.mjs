// The first script of a page with a lab, run before anything is drawn. It is small, and it names the page's labs, so that
// all they need is under way at once: Python starts while the page is still being read, and live.mjs follows.

import { Engine } from "./engine.mjs";
import { hideGuessed } from "./guessed.mjs";
import { load } from "./scripts.mjs";
import { letThemeWait } from "./theme.mjs";

const engine = new Engine();
const names = /** @type {HTMLScriptElement} */ (document.currentScript).dataset.labs?.split(" ") ?? [];
for (const lab of names) engine.load(lab).catch(() => {}); // a lab says it
letThemeWait();
hideGuessed();
Promise.all([load("live"), whenRead()]).then(() => self.callcentreLive.bringAlive(engine));

function whenRead() {
  if (document.readyState !== "loading") return null;
  return new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
}
