// A lab's guess and scenes: when they are asked, and what is told.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  sceneFromTexts,
  textsFromScene,
  toldOf,
  valuesOf,
  whetherAsked,
} from "../../../src/callcentre/page/script/lesson.mjs";

/** @import { Control, Guess, Scene } from "../../../src/callcentre/page/script/types.d.ts" */

const UNIT = { unit: "share", factor: 100, pattern: "{number} %", decimals: 0 };
const CONTROLS = /** @type {Control[]} */ (
  /** @type {unknown} */ ([
    { name: "calls", kind: "slider", default: 10 },
    { name: "seen", kind: "record", default: "" },
  ])
);
const FREE = { fixed: [], hidden: [], task: "", guess: "" };

test("a guess is asked where a lab stands at its own values and nothing else is asked, or where an instructor says so", () => {
  const isAsked = (/** @type {number} */ calls, assignment = FREE) =>
    whetherAsked(CONTROLS, { calls, seen: "" }, assignment).isAsked;
  assert.equal(isAsked(10), true);
  assert.equal(whetherAsked(CONTROLS, { calls: 10, seen: "" }, null).isAsked, true);
  assert.equal(isAsked(11), false);
  assert.equal(isAsked(10, { ...FREE, task: "Why?" }), false);
  assert.equal(isAsked(10, { ...FREE, guess: "off" }), false);
  assert.equal(isAsked(11, { ...FREE, guess: "on" }), true);
});

test("a number is told as near, too low or too high, with how far off it is", () => {
  const sentence = (/** @type {string} */ template) => ({
    template,
    parts: [{ name: "off", quantity: { ...UNIT, value: 0 } }],
  });
  const told = { near: sentence("near"), low: sentence("low"), high: sentence("high") };
  const guess = /** @type {Guess} */ (
    /** @type {unknown} */ ({ kind: "number", answer: { ...UNIT, value: 0.5 }, near: 0.02, told })
  );
  assert.equal(toldOf(guess, 0.52).template, "near");
  assert.equal(toldOf(guess, 0.6).template, "high");
  const { template, parts } = toldOf(guess, 0.25);
  assert.equal(template, "low");
  const values = parts.map(({ name, quantity }) => [name, quantity?.value]);
  assert.deepEqual(values, [
    ["guess", 0.25],
    ["off", 0.25],
  ]);
});

test("a scene begins from the lab's defaults, and what the lab remembers stays", () => {
  const scene = /** @type {Scene} */ (/** @type {unknown} */ ({ values: { calls: 20 } }));
  assert.deepEqual(valuesOf(CONTROLS, scene, { calls: 99, seen: "1" }), { calls: 20, seen: "1" });
});

test("a scene travels in an address", () => {
  assert.deepEqual(sceneFromTexts([["calls", "7"], ...textsFromScene(2)]), { texts: [["calls", "7"]], asked: "2" });
  assert.deepEqual(textsFromScene(0), []);
  assert.equal(sceneFromTexts([]).asked, "");
});
