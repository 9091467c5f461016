// The script of a page with questions: it brings them alive, each by itself. It needs no Python.

import { LiveQuestion } from "./live-question.mjs";

for (const section of document.querySelectorAll("section[data-question]"))
  new LiveQuestion(/** @type {HTMLElement} */ (section)).start();
