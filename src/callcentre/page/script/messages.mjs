// What a lab says of values it cannot use: beside each control, and at its top what belongs to none in sight.

import { isShown, showProblem } from "./controls.mjs";
import { element, first } from "./elements.mjs";
import { holdingPlace } from "./held-place.mjs";

/** @import { Context, Control, Problem, Quantity, Values, Words } from "./types.d.ts" */

const MOST = 4;
const LONGEST = 240;

export class Messages {
  /**
   * @param {HTMLElement} section
   * @param {Context} context
   * @param {Control[]} controls
   */
  constructor(section, context, controls) {
    this.place = first(section, ".callcentre-message");
    this.form = first(section, ".callcentre-controls");
    this.context = context;
    this.controls = controls;
  }

  /**
   * Say beside each control what is wrong with its value; at the top what belongs to none, or to one that is hidden.
   *
   * @param {Problem[]} problems
   * @param {Values} values
   * @param {string[]} hidden
   */
  showProblems(problems, values, hidden) {
    const { format, words, id } = this.context;
    const shown = (/** @type {Quantity} */ quantity) => format.quantity(quantity);
    const byName = new Map(
      problems.map((problem) => [problem.name, problemWords(problem, this.controls, values, words, shown)]),
    );
    if (byName.size === 0 && !this.isSaying) return;
    const beside = this.controls.filter((control) => isShown(control) && !hidden.includes(control.name));
    const names = beside.map(({ name }) => name);
    holdingPlace(this.form, () => {
      for (const control of beside) showProblem(this.form, id, control, byName.get(control.name) ?? "");
      this.say([...byName].filter(([name]) => !names.includes(name)).map(([, message]) => message));
    });
    this.bringIntoSight();
  }

  get isSaying() {
    return this.place.hasChildNodes() || this.form.querySelector(".callcentre-problem") !== null;
  }

  /** What is said of the control that the reader is at is to be seen. */
  bringIntoSight() {
    const box = this.form.ownerDocument.activeElement?.closest("[data-control]");
    const problem = box && this.form.contains(box) ? box.querySelector(".callcentre-problem") : null;
    problem?.scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /**
   * Show messages at the lab's top, as text.
   *
   * @param {string[]} messages
   */
  say(messages) {
    const lines = shortened(messages).map((message) => element(document, "p", {}, message));
    this.place.replaceChildren(...lines);
  }
}

/**
 * Python's message; where a number is out of bounds, the bounds as the reader sees numbers, with their unit.
 *
 * @param {Problem} problem
 * @param {Control[]} controls
 * @param {Values} values
 * @param {Words} words
 * @param {(quantity: Quantity) => string} shown
 */
export function problemWords({ name, message }, controls, values, words, shown) {
  const control = controls.find((one) => one.name === name);
  const value = values[name];
  if (typeof value !== "number" || !control || !("low" in control)) return message;
  const { label, low, high } = control;
  if (!(value < low || value > high)) return message;
  const inUnit = (/** @type {number} */ number) => shown({ ...control, decimals: null, value: number });
  return words.out_of_bounds
    .replace("{label}", () => label)
    .replace("{low}", () => inUnit(low))
    .replace("{high}", () => inUnit(high))
    .replace("{value}", () => inUnit(value));
}

/**
 * Messages, not too many and none too long.
 *
 * @param {string[]} messages
 */
export function shortened(messages) {
  const cut = (/** @type {string} */ text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026` : text);
  const shown = messages.slice(0, MOST).map(cut);
  return messages.length > MOST ? [...shown, "\u2026"] : shown;
}
