// A scenario that a reader keeps to compare others with: both told side by side, and how it travels in an address.

import { textsOf, valuesFromTexts } from "./address.mjs";
import { isShown } from "./controls.mjs";
import { element } from "./elements.mjs";

/** @import { Format } from "./format.mjs" */
/** @import { Context, Control, NamedText, Value, Values, View, Words } from "./types.d.ts" */

const NAME = "pinned";

/** @typedef {{ values: Values, view: View }} Scenario */

/**
 * Take a pinned scenario's values out of an address's texts: what differs from the page's own; null where none is pinned.
 *
 * @param {Control[]} controls
 * @param {NamedText[]} texts
 */
export function pinFromTexts(controls, texts) {
  const asked = texts.find(([name]) => name === NAME);
  return {
    texts: texts.filter(([name]) => name !== NAME),
    pinned: asked ? valuesFromTexts(controls, [...new URLSearchParams(asked[1])]) : null,
  };
}

/**
 * The texts that ask for a pinned scenario again; none for none.
 *
 * @param {Control[]} controls
 * @param {Values | null} pinned
 * @param {Values} defaults
 * @returns {NamedText[]}
 */
export function textsFromPin(controls, pinned, defaults) {
  return pinned ? [[NAME, String(new URLSearchParams(textsOf(controls, pinned, defaults)))]] : [];
}

/**
 * Two scenarios side by side in words: what of the controls differs, and what each comes to.
 *
 * @param {Pick<Context, "document" | "format" | "words">} context
 * @param {Control[]} controls
 * @param {Scenario} pinned
 * @param {Scenario} now
 */
export function buildSideBySide({ document, format, words }, controls, pinned, now) {
  const moved = controls.filter(
    (control) =>
      isShown(control) && JSON.stringify(pinned.values[control.name]) !== JSON.stringify(now.values[control.name]),
  );
  const row = (/** @type {string} */ head, /** @type {string[]} */ cells) =>
    element(
      document,
      "tr",
      {},
      element(document, "th", { scope: "row" }, head),
      ...cells.map((cell) => element(document, "td", {}, cell)),
    );
  const heads = ["", words.pinned_then, words.pinned_now].map((head) =>
    head ? element(document, "th", { scope: "col" }, head) : element(document, "td", {}),
  );
  return element(
    document,
    "table",
    { class: "callcentre-table" },
    element(document, "caption", {}, words.pinned_caption),
    element(document, "thead", {}, element(document, "tr", {}, ...heads)),
    element(
      document,
      "tbody",
      {},
      ...moved.map((control) =>
        row(
          control.label,
          [pinned, now].map(({ values }) => valueInWords(format, words, control, values[control.name])),
        ),
      ),
      row(words.pinned_outcome, [format.text(pinned.view.headline), format.text(now.view.headline)]),
    ),
  );
}

/**
 * A control's value as a reader says it.
 *
 * @param {Format} format
 * @param {Words} words
 * @param {Control} control
 * @param {Value} value
 */
export function valueInWords(format, words, control, value) {
  if (control.kind === "switch") return value ? words.yes : words.no;
  if (control.kind === "text") return words.own_text;
  if (control.kind === "choice" || control.kind === "many-of") {
    const chosen = control.options.filter((option) => [value].flat().includes(option.value));
    return format.list(chosen.map(({ label }) => label)) || words.nothing;
  }
  return format.quantity({ .../** @type {import("./types.d.ts").NumberControl} */ (control), value: Number(value) });
}
