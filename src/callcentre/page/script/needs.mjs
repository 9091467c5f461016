// A control that has no effect as a lab stands is off, and its help says why.

import { first } from "./elements.mjs";
import { holdingPlace } from "./held-place.mjs";

/** @import { Control, Value, Values } from "./types.d.ts" */

/**
 * Why a control has no effect at these values, as its first unmet need says; "" where it has one.
 *
 * @param {Pick<Control, "needs">} control
 * @param {Values} values
 */
export function reasonOff(control, values) {
  return unmet(control, values)[0]?.reason ?? "";
}

/**
 * @param {Pick<Control, "needs">} control
 * @param {Values} values
 */
function unmet({ needs }, values) {
  return needs.filter(({ any_of }) => !any_of.some((condition) => holds(condition, values[condition.name])));
}

/**
 * Values of other controls at which this one has an effect: by name, for each unmet need that one value meets.
 *
 * @param {Pick<Control, "needs">} control
 * @param {Values} values
 * @returns {Values}
 */
export function turningOn(control, values) {
  const conditions = unmet(control, values).map(({ any_of }) => any_of[0]);
  return Object.fromEntries(conditions.filter(({ is_in }) => is_in).map(({ name, values: [value] }) => [name, value]));
}

/**
 * @param {Control["needs"][number]["any_of"][number]} condition
 * @param {Value} value
 */
function holds({ values, is_in }, value) {
  return [value].flat().some((each) => values.some((one) => one === each)) === is_in;
}

/**
 * Have each control of a form on or off, with its help or the reason; one that an instructor fixed stays off.
 *
 * @param {HTMLElement} form
 * @param {Control[]} controls those in sight
 * @param {Values} values
 * @param {string[]} fixed
 */
export function showNeeds(form, controls, values, fixed) {
  const told = new Map();
  for (const control of controls) {
    const box = first(form, `[data-control="${control.name}"]`);
    const reason = reasonOff(control, values);
    const isOff = reason !== "" || fixed.includes(control.name);
    for (const input of box.querySelectorAll("input, select, textarea, button")) {
      /** @type {HTMLInputElement} */ (input).disabled = isOff;
    }
    box.classList.toggle("callcentre-off", reason !== "");
    const help = first(box, ".callcentre-help");
    const words = reason || control.explanation;
    if (help.textContent !== words) told.set(help, words);
  }
  if (told.size === 0) return;
  holdingPlace(form, () => {
    for (const [help, words] of told) help.textContent = words;
  });
}
