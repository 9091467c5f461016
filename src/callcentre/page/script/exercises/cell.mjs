// A cell in which a learner writes: its editor, its buttons, and what it shows when it ran.

import { element, first } from "../elements.mjs";
import { Editor } from "./editor.mjs";

/** @import { CellData, Shown } from "./page.mjs" */
/** @import { Words } from "../types.d.ts" */

export class AnswerCell {
  /**
   * @param {HTMLElement} place
   * @param {CellData} data
   * @param {Words} words
   * @param {{ text: string, changed: () => void, run: () => void, stop: () => void }} options
   */
  constructor(place, data, words, { text, changed, run, stop }) {
    this.place = place;
    this.data = data;
    this.words = words;
    this.output = first(place, "[data-part=output]");
    this.runButton = /** @type {HTMLButtonElement} */ (first(place, "[data-action=run]"));
    this.stopButton = /** @type {HTMLButtonElement} */ (first(place, "[data-action=stop]"));
    this.runButton.onclick = run;
    this.stopButton.onclick = stop;
    const still = first(place, ".cell");
    const holder = element(document, "div", { class: "callcentre-editor" });
    still.before(holder);
    const label = words.editor.replace("{cell}", () => data.id);
    this.editor = new Editor(holder, { text, label, changed, run });
    still.hidden = true;
  }

  get text() {
    return this.editor.text;
  }

  set text(text) {
    this.editor.text = text;
  }

  /**
   * Say that the cell begins otherwise than when the learner wrote in it.
   *
   * @param {string} begins
   */
  tellChange(begins) {
    const told = element(document, "div", { class: "callcentre-changed" });
    told.append(element(document, "p", {}, this.words.changed), element(document, "pre", { tabindex: 0 }, begins));
    first(this.place, ".callcentre-editor").before(told);
  }
}

/**
 * Show what a cell printed and gave, or what stopped it.
 *
 * @param {HTMLElement} place
 * @param {Shown} shown
 * @param {Words} words
 */
export function showOutput(place, { text, value, error }, words) {
  const lines = [];
  if (text) lines.push(element(document, "pre", { tabindex: 0 }, text.trimEnd()));
  if (value?.includes("\n")) lines.push(element(document, "pre", { tabindex: 0 }, value));
  else if (value) lines.push(element(document, "p", {}, `${words.value} `, element(document, "code", {}, value)));
  if (error) {
    const detail = error.detail ? element(document, "small", {}, error.detail) : null;
    lines.push(element(document, "p", { class: "callcentre-error" }, error.message, " ", detail));
  }
  place.replaceChildren(...lines);
  place.hidden = false;
}

/**
 * @param {HTMLElement} place
 * @param {string} message
 */
export function say(place, message) {
  place.replaceChildren(element(document, "p", {}, message));
  place.hidden = false;
}
