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
 * The values of a preset. What is played begins where the page begins it.
 *
 * @param {Presets} lab
 * @param {string} choice
 * @returns {Values}
 */
export function presetValues({ presets, controls, defaults }, choice) {
  if (choice === "own") return defaults;
  const own = controls.map(({ name, kind, default: value }) => [name, kind === "player" ? defaults[name] : value]);
  return { ...Object.fromEntries(own), ...presets[Number(choice)].values };
}

/**
 * The preset whose values the page shows first, by its place; -1 where there is none.
 *
 * @param {Presets} lab
 */
export function ownPreset(lab) {
  const { presets, controls, defaults } = lab;
  const isOwn = (/** @type {Values} */ values) =>
    controls.filter(isShown).every(({ name }) => JSON.stringify(values[name]) === JSON.stringify(defaults[name]));
  return presets.findIndex((_, place) => isOwn(presetValues(lab, String(place))));
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
