// The first script of a page of exercises, run before anything is drawn: Python starts while the page is being read, and
// page.mjs with the editor follows.

import { startWorker } from "../engine.mjs";
import { load } from "../scripts.mjs";
import { letThemeWait } from "../theme.mjs";
import { Runner } from "./runner.mjs";

const runner = new Runner(startWorker, fetchPython);
letThemeWait();
Promise.all([load("exercises"), whenRead()]).then(() => self.callcentreExercises.bringAlive(runner));

function whenRead() {
  if (document.readyState !== "loading") return null;
  return new Promise((resolve) => document.addEventListener("readystatechange", resolve, { once: true }));
}

async function fetchPython() {
  await load("exercises-python");
  return self.callcentrePacks.exercises;
}
