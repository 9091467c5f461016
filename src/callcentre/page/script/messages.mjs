// What a lab says of values it cannot use: beside each control, and at its top what belongs to none in sight.

import { isShown, showProblem } from "./controls.mjs";
import { element, first } from "./elements.mjs";
import { holdingPlace } from "./held-place.mjs";

/** @import { Context, Control, Problem, Text } from "./types.d.ts" */

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
   * @param {string[]} hidden
   */
  showProblems(problems, hidden) {
    const { id } = this.context;
    const byName = new Map(problems.map(({ name, message }) => [name, message]));
    if (byName.size === 0 && !this.isSaying) return;
    const beside = this.inSight(hidden);
    const names = beside.map(({ name }) => name);
    holdingPlace(this.form, () => {
      for (const control of beside) showProblem(this.form, id, control, byName.get(control.name) ?? "");
      this.say([...byName].filter(([name]) => !names.includes(name)).map(([, message]) => message));
    });
    this.bringIntoSight();
  }

  /** @param {string[]} hidden */
  inSight(hidden) {
    return this.controls.filter((control) => isShown(control) && !hidden.includes(control.name));
  }

  /**
   * Say beside one control, in place of what stood there, what is wrong; at the top where it is hidden.
   *
   * @param {Problem} problem
   * @param {string[]} hidden
   */
  showProblem({ name, message }, hidden) {
    const control = this.inSight(hidden).find((one) => one.name === name);
    if (control) showProblem(this.form, this.context.id, control, message);
    else this.say([message]);
  }

  /**
   * Say beside controls how numbers were read that can mean another one, too; what was said so before goes.
   *
   * @param {{ name: string, message: Text }[]} readings
   */
  showReadings(readings) {
    for (const said of this.form.querySelectorAll(".callcentre-reading")) said.remove();
    for (const { name, message } of readings) {
      const words = this.context.format.text(message);
      const told = element(this.context.document, "p", { class: "callcentre-reading", role: "status" }, words);
      first(this.form, `[data-control="${name}"]`).append(told);
    }
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
 * Messages, not too many and none too long.
 *
 * @param {string[]} messages
 */
export function shortened(messages) {
  const cut = (/** @type {string} */ text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026` : text);
  const shown = messages.slice(0, MOST).map(cut);
  return messages.length > MOST ? [...shown, "\u2026"] : shown;
}
