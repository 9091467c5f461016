// "Copy as Python": the lines that show a lab with the same values in a notebook.

/** @import { Lab, Value, Values } from "./types.d.ts" */

const LONGEST_LINE = 88;

/**
 * The lines of Python that show a lab with these values: only those that differ from its defaults.
 *
 * @param {Pick<Lab, "name" | "groups">} lab
 * @param {Values} values
 */
export function pythonLines(lab, values) {
  const controls = lab.groups.flatMap((group) => group.controls);
  const changed = controls.filter(({ name, default: own }) => JSON.stringify(values[name]) !== JSON.stringify(own));
  const words = [inPython(lab.name), ...changed.map(({ name }) => `${name}=${inPython(values[name])}`)];
  const line = `callcentre.lab(${words.join(", ")})`;
  const lines = `callcentre.lab(\n${words.map((word) => `    ${word},\n`).join("")})`;
  return `import callcentre\n\n${line.length <= LONGEST_LINE ? line : lines}\n`;
}

/**
 * @param {Value} value
 * @returns {string}
 */
function inPython(value) {
  if (Array.isArray(value)) return `[${value.map(inPython).join(", ")}]`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return grouped(String(value));
  return JSON.stringify(value); // a string of JSON is one of Python
}

/**
 * A whole number from 10,000 on with underscores between thousands.
 *
 * @param {string} digits
 */
function grouped(digits) {
  return /^-?\d{5,}$/.test(digits) ? digits.replace(/\B(?=(\d{3})+$)/g, "_") : digits;
}
