// The box in which a closed answer is given without Python: its values, and their lines of Python in a cell.

/** @import { BoxValues } from "./work.mjs" */

/**
 * What stands in a form's fields, by name: texts; of ticks, a list of those that are set.
 *
 * @param {HTMLFormElement} form
 * @returns {BoxValues}
 */
export function valuesOf(form) {
  /** @type {BoxValues} */
  const values = {};
  for (const field of fieldsOf(form)) {
    if (field.type !== "checkbox") values[field.name] = field.value;
    else {
      const before = /** @type {string[]} */ (values[field.name] ?? []);
      values[field.name] = /** @type {HTMLInputElement} */ (field).checked ? [...before, field.value] : before;
    }
  }
  return values;
}

/**
 * @param {HTMLFormElement} form
 * @param {BoxValues} values
 */
export function setValues(form, values) {
  for (const field of fieldsOf(form)) {
    const value = values[field.name];
    if (field.type === "checkbox")
      /** @type {HTMLInputElement} */ (field).checked = Boolean(value?.includes(field.value));
    else field.value = typeof value === "string" ? value : "";
  }
}

/** @param {HTMLFormElement} form */
function fieldsOf(form) {
  return /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll("input, select")]);
}

/**
 * A cell's text with a line of the box at its end, in place of an earlier one for the same name.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} line
 */
export function withLine(text, name, line) {
  const mark = line.slice(line.lastIndexOf("  #"));
  const kept = text.split("\n").filter((other) => !(other.startsWith(`${name} = `) && other.endsWith(mark)));
  return `${kept.join("\n").trimEnd()}\n${line}`;
}
