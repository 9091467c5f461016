// What is pinned, side by side with what is shown, and in an address.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Format } from "../../../src/callcentre/page/script/format.mjs";
import { pinFromTexts, textsFromPin, valueInWords } from "../../../src/callcentre/page/script/pin.mjs";

/** @import { Control, Value } from "../../../src/callcentre/page/script/types.d.ts" */

const OPTIONS = [
  { value: "a", label: "apples" },
  { value: "b", label: "pears" },
  { value: "c", label: "plums" },
];
const WORDS = { yes: "yes", no: "no", nothing: "nothing", own_text: "own" };
const CONTROLS = /** @type {Control[]} */ (
  /** @type {unknown} */ ([
    { name: "calls", kind: "slider", factor: 1, pattern: "{number} calls", decimals: 0 },
    { name: "fruit", kind: "many-of", options: OPTIONS },
    { name: "one", kind: "choice", options: OPTIONS },
    { name: "on", kind: "switch" },
    { name: "text", kind: "text" },
  ])
);
const DEFAULTS = { calls: 1, fruit: [], one: "a", on: false, text: "" };

test("a pinned scenario travels as what differs from the page's own values", () => {
  const pinned = { ...DEFAULTS, calls: 1500, fruit: ["a", "c"], text: "x&y=z" };
  const texts = textsFromPin(CONTROLS, pinned, DEFAULTS);
  const { pinned: read, texts: others } = pinFromTexts(CONTROLS, [["on", "true"], ...texts]);
  assert.deepEqual({ ...DEFAULTS, ...read }, pinned);
  assert.deepEqual(others, [["on", "true"]]);
});

test("the page's own values can be pinned, and nothing can", () => {
  assert.deepEqual(pinFromTexts(CONTROLS, textsFromPin(CONTROLS, DEFAULTS, DEFAULTS)).pinned, {});
  assert.deepEqual(textsFromPin(CONTROLS, null, DEFAULTS), []);
  assert.equal(pinFromTexts(CONTROLS, []).pinned, null);
});

test("a value is told in words, a list as the language lists", () => {
  const told = (/** @type {number} */ at, /** @type {Value} */ value) =>
    valueInWords(new Format("en"), WORDS, CONTROLS[at], value);
  assert.equal(told(0, 1500), "1,500 calls");
  assert.equal(told(1, ["a", "b", "c"]), "apples, pears and plums");
  assert.equal(told(1, []), "nothing");
  assert.equal(told(2, "b"), "pears");
  assert.equal(told(3, true), "yes");
  assert.equal(told(4, "x"), "own");
});
