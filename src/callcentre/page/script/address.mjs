// A lab's values in the page's address: "#cost-scenarios?calls_per_month=20000&vendor_takes=nights,weekends".

/** @import { Control, NamedText, Value, Values } from "./types.d.ts" */

/**
 * Split a fragment into the lab's id and its values in text; null where it names no lab.
 *
 * @param {string} fragment
 * @returns {{ id: string, texts: NamedText[] } | null}
 */
export function readFragment(fragment) {
  const [id, query = ""] = splitOnce(fragment.replace(/^#/, ""), "?");
  return id ? { id, texts: [...new URLSearchParams(query)] } : null;
}

/**
 * The fragment for a lab's values: only what differs from its defaults, in the order of the controls, and then what an
 * instructor's address asked for besides.
 *
 * @param {string} id
 * @param {Pick<Control, "name">[]} controls
 * @param {Values} values
 * @param {Values} defaults
 * @param {NamedText[]} besides
 */
export function writeFragment(id, controls, values, defaults, besides = []) {
  const query = String(new URLSearchParams([...textsOf(controls, values, defaults), ...besides]));
  return query ? `#${id}?${query.replaceAll("%2C", ",")}` : `#${id}`;
}

/**
 * Values in text: only what differs from others, in the order of the controls.
 *
 * @param {Pick<Control, "name">[]} controls
 * @param {Values} values
 * @param {Values} others
 * @returns {NamedText[]}
 */
export function textsOf(controls, values, others) {
  const changed = controls.filter(({ name }) => JSON.stringify(values[name]) !== JSON.stringify(others[name]));
  return changed.map(({ name }) => [name, [values[name]].flat().join(",")]);
}

/**
 * The values as the controls' kinds read them. What cannot be read stays text, for Python's check to name.
 *
 * @param {Pick<Control, "name" | "kind">[]} controls
 * @param {NamedText[]} texts
 * @returns {Values}
 */
export function valuesFromTexts(controls, texts) {
  const kinds = new Map(controls.map(({ name, kind }) => [name, kind]));
  return Object.fromEntries(texts.map(([name, text]) => [name, (READ[kinds.get(name) ?? ""] ?? String)(text)]));
}

/** @type {Record<string, (text: string) => Value>} */
const READ = {
  slider: readNumber,
  player: readNumber,
  number: readNumber,
  logarithmic: readNumber,
  choice: String,
  "many-of": (text) => text.split(",").filter(Boolean),
  switch: (text) => (text === "true" ? true : text === "false" ? false : text),
};

/** @param {string} text */
function readNumber(text) {
  const value = Number(text);
  return text.trim() !== "" && Number.isFinite(value) ? value : text;
}

/**
 * @param {string} text
 * @param {string} separator
 */
function splitOnce(text, separator) {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
