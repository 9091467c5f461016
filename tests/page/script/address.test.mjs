// A lab's values in the page's address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readFragment, valuesFromTexts, writeFragment } from "../../../src/callcentre/page/script/address.mjs";

/** @import { Control } from "../../../src/callcentre/page/script/types.d.ts" */

/** @type {Pick<Control, "name" | "kind">[]} */
const CONTROLS = [
  { name: "calls", kind: "slider" },
  { name: "rate", kind: "number" },
  { name: "who", kind: "choice" },
  { name: "when", kind: "many-of" },
  { name: "night", kind: "switch" },
  { name: "notes", kind: "text" },
];
const DEFAULTS = { calls: 100, rate: 0.5, who: "own", when: ["day"], night: false, notes: "" };

test("only what differs from the defaults is written, in the order of the controls", () => {
  const values = { ...DEFAULTS, when: ["nights", "weekends"], calls: 200 };
  assert.equal(writeFragment("cost", CONTROLS, values, DEFAULTS), "#cost?calls=200&when=nights,weekends");
});

test("defaults need no query", () => {
  assert.equal(writeFragment("cost", CONTROLS, { ...DEFAULTS }, DEFAULTS), "#cost");
});

test("what is asked besides follows the values", () => {
  const fragment = writeFragment("cost", CONTROLS, { ...DEFAULTS, night: true }, DEFAULTS, [["task", "Why & when?"]]);
  assert.equal(fragment, "#cost?night=true&task=Why+%26+when%3F");
});

test("what is written is read again", () => {
  const values = { calls: -1.5e-7, rate: 3, who: "a=b&c", when: [], night: true, notes: "#?\n%, é" };
  const read = readFragment(writeFragment("cost", CONTROLS, values, DEFAULTS));
  assert.equal(read?.id, "cost");
  assert.deepEqual(valuesFromTexts(CONTROLS, read?.texts ?? []), values);
});

test("a fragment without an id names no lab", () => {
  for (const fragment of ["", "#", "#?", "#?a=1"]) assert.equal(readFragment(fragment), null);
});

test("the first question mark ends the id, others are text", () => {
  assert.deepEqual(readFragment("#lab?notes=a?b"), { id: "lab", texts: [["notes", "a?b"]] });
});

test("what cannot be read stays text", () => {
  /** @type {[string, string][]} */
  const texts = [
    ["calls", "many"],
    ["rate", " "],
    ["night", "perhaps"],
    ["nobody", "7"],
    ["calls", "1e999"],
  ];
  assert.deepEqual(valuesFromTexts(CONTROLS, texts), { calls: "1e999", rate: " ", night: "perhaps", nobody: "7" });
});

test("a value given twice is the last one", () => {
  const twice = readFragment("#lab?calls=1&calls=2");
  assert.deepEqual(valuesFromTexts(CONTROLS, twice?.texts ?? []), { calls: 2 });
});

test("a name that every object has is a name like any other", () => {
  const values = valuesFromTexts(CONTROLS, [["__proto__", "1"]]);
  assert.deepEqual(Object.keys(values), ["__proto__"]);
  assert.equal(Object.getPrototypeOf(values), Object.prototype);
});
