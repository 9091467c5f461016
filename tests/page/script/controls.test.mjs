// Every kind of control: what is built for a value is read as that value, and what is set is read again.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  buildControl,
  followMove,
  isShown,
  isTyped,
  nearest,
  readControl,
  showProblem,
  takeStop,
  writeControl,
} from "../../../src/callcentre/page/script/controls.mjs";
import { Format } from "../../../src/callcentre/page/script/format.mjs";
import { page } from "./page.mjs";

/** @import { Control, Value } from "../../../src/callcentre/page/script/types.d.ts" */

const OPTIONS = ["a", "b", "c", "d", "e", "f"].map((value) => ({ value, label: value.toUpperCase() }));
const SHARE = { unit: "share", factor: 100, pattern: "{number} %" };
const BOUNDS = { low: 0, high: 1, step: 0.005, decimals: 1 };
const STOPS = [5, 10, 20, 50, 100, 200, 500];
const WORDS = { speed_slow: "slow", speed_normal: "normal", speed_fast: "fast" };

/** @type {[Record<string, unknown>, Value, Value][]} */
const KINDS = [
  [{ kind: "slider", ...BOUNDS, ...SHARE }, 0.285, 0.3],
  [{ kind: "player", ...BOUNDS, ...SHARE }, 0.5, 1],
  [{ kind: "number", ...BOUNDS, ...SHARE }, 0.0625, 0.07],
  [{ kind: "logarithmic", ...BOUNDS, low: 5, high: 500, decimals: 0, stops: STOPS }, 12, 220],
  [{ kind: "choice", options: OPTIONS.slice(0, 3) }, "b", "c"],
  [{ kind: "choice", options: OPTIONS }, "e", "f"],
  [{ kind: "many-of", options: OPTIONS }, ["a", "c"], []],
  [{ kind: "switch" }, true, false],
  [{ kind: "text", longest: 100 }, "one\ntwo", "<b>"],
];

for (const [given, value, other] of KINDS) {
  test(`a ${given.kind} is read as it was built, and as it was set`, () => {
    const { form, format, control } = built(given, value);
    assert.deepEqual(readControl(form, format, control), value);
    writeControl(form, format, control, other);
    assert.deepEqual(readControl(form, format, control), other);
  });

  test(`a ${given.kind} has a message tied to it while its value cannot be used`, () => {
    const { form, control } = built(given, value);
    const inputs = [...form.querySelectorAll('[name="one"]')];
    const described = inputs.map((input) => input.getAttribute("aria-describedby"));
    Object.assign(form.ownerDocument, { activeElement: null });
    showProblem(form, "lab", control, "Not <this>.");
    assert.equal(form.querySelector("#lab-one-problem")?.textContent, "Not <this>.");
    for (const input of inputs) {
      assert.equal(input.getAttribute("aria-invalid"), "true");
      assert.match(input.getAttribute("aria-describedby") ?? "", /^lab-one-problem .*lab-one-help$/);
    }
    showProblem(form, "lab", control, "");
    assert.equal(form.querySelector("#lab-one-problem"), null);
    assert.deepEqual(
      inputs.map((input) => [input.getAttribute("aria-invalid"), input.getAttribute("aria-describedby")]),
      described.map((words) => [null, words]),
    );
  });
}

test("a slider says its value in words, to a screen reader too", () => {
  const { form, format, control } = built({ kind: "slider", ...BOUNDS, ...SHARE }, 0.285);
  assert.equal(form.querySelector("output")?.textContent, "28.5 %");
  writeControl(form, format, control, 0.3);
  assert.equal(form.querySelector("output")?.textContent, "30.0 %");
  assert.equal(form.querySelector("input")?.getAttribute("aria-valuetext"), "30.0 %");
});

test("a logarithmic track stands at the nearest round number, says the value, and leads from stop to stop", () => {
  const { form, format, control } = built({ kind: "logarithmic", ...BOUNDS, decimals: 0, stops: STOPS }, 12);
  const track = /** @type {HTMLInputElement} */ (form.querySelector("[data-track=one]"));
  assert.equal(track.getAttribute("value"), "1");
  assert.equal(track.getAttribute("aria-valuetext"), "12");
  followMove(form, format, control, 300);
  assert.equal(track.value, "5");
  assert.equal(track.getAttribute("aria-valuetext"), "300");
  track.value = "6";
  takeStop(form, format, control);
  assert.equal(readControl(form, format, control), 500);
});

test("distance on a track is a ratio", () => {
  assert.equal(nearest(STOPS, 31), 2);
  assert.equal(nearest(STOPS, 32), 3);
  assert.equal(nearest(STOPS, 1e9), 6);
});

test("a field's unit stands in the form for most numbers, a slider's in that for its own", () => {
  const posts = { ...BOUNDS, high: 9, decimals: 0, pattern: "{number} post|{number} posts" };
  assert.equal(built({ kind: "number", ...posts }, 1).form.querySelector(".callcentre-unit")?.textContent, "posts");
  assert.equal(built({ kind: "slider", ...posts }, 1).form.querySelector("output")?.textContent, "1 post");
});

test("what is typed and is no plain number stays text, in the unit shown", () => {
  const { form, format, control } = built({ kind: "number", ...BOUNDS, ...SHARE }, 0.5);
  /** @type {HTMLInputElement} */ (form.querySelector("input")).value = "12,5";
  assert.deepEqual(readControl(form, format, control), { typed: "12,5" });
});

test("a record is not shown, and only what is typed waits for a pause", () => {
  assert.ok(!isShown({ kind: "record" }));
  const kinds = /** @type {const} */ ([
    "slider",
    "number",
    "choice",
    "many-of",
    "switch",
    "player",
    "text",
    "logarithmic",
  ]);
  assert.ok(kinds.every((kind) => isShown({ kind })));
  assert.deepEqual(
    kinds.filter((kind) => isTyped({ kind })),
    ["number", "text", "logarithmic"],
  );
});

/**
 * A form with one control.
 *
 * @param {Record<string, unknown>} given
 * @param {Value} value
 */
function built(given, value) {
  const form = page("<form></form>");
  const format = new Format("en");
  const plain = {
    name: "one",
    label: "One",
    explanation: "Help.",
    needs: [],
    default: value,
    unit: "",
    factor: 1,
    pattern: "{number}",
  };
  const control = /** @type {Control} */ (/** @type {unknown} */ ({ ...plain, ...given }));
  form.append(buildControl({ document: form.ownerDocument, format, words: WORDS, id: "lab" }, control, value));
  return { form, format, control };
}
