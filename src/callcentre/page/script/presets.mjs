// The scenarios with a name that a reader may begin from: "own" is what the page shows first, others are known by place.

import { isShown } from "./controls.mjs";

/** @import { Control, Lab, Values } from "./types.d.ts" */

/**
 * @typedef {object} Presets
 * @property {Lab["presets"]} presets
 * @property {Control[]} controls
 * @property {Values} defaults the values the page shows first
 */

/**
 * The values of a preset.
 *
 * @param {Presets} lab
 * @param {string} choice
 * @returns {Values}
 */
export function presetValues({ presets, controls, defaults }, choice) {
  if (choice === "own") return defaults;
  const own = Object.fromEntries(controls.map((control) => [control.name, control.default]));
  return { ...own, ...presets[Number(choice)].values };
}

/**
 * The preset that is shown: the chosen one as long as it still is, else any that has these values, else "".
 *
 * @param {Presets} lab
 * @param {string} chosen
 * @param {Values} shown
 * @param {Values} kept values that an instructor fixed, whatever a preset says
 */
export function presetShown(lab, chosen, shown, kept) {
  const choices = [chosen, "own", ...lab.presets.keys()].map(String).filter((choice) => choice !== "");
  const inSight = lab.controls.filter(isShown);
  const isShownBy = (/** @type {string} */ choice) => {
    const values = { ...presetValues(lab, choice), ...kept };
    return inSight.every(({ name }) => JSON.stringify(values[name]) === JSON.stringify(shown[name]));
  };
  return choices.find(isShownBy) ?? "";
}
