import assert from "node:assert/strict";
import { test } from "node:test";
import { allowedNear, keyed, pixel, valueAt } from "../../../src/callcentre/page/script/handles.mjs";

const EVEN = {
  isLog: false,
  domain: /** @type {[number, number]} */ ([0, 10]),
  range: /** @type {[number, number]} */ ([100, 300]),
};
const LOG = {
  isLog: true,
  domain: /** @type {[number, number]} */ ([10, 1000]),
  range: /** @type {[number, number]} */ ([0, 200]),
};
const WEIGHT = { low: 0, high: 10, step: 1 };
const CALLS = { low: 500, high: 500_000, step: 1 };

test("a value stands where its axis has it, and is read back from there", () => {
  assert.equal(pixel(EVEN, 5), 200);
  assert.equal(pixel(LOG, 100), 100);
  for (const [axis, value] of /** @type {const} */ ([
    [EVEN, 7],
    [LOG, 250],
  ]))
    assert.ok(Math.abs(valueAt(axis, pixel(axis, value)) - value) < 1e-9);
});

test("a handle stays at the end of its axis where the value lies beyond", () => {
  assert.equal(pixel(EVEN, 40), 300);
  assert.equal(pixel(LOG, 1), 0);
});

test("what is put down is a value that the control allows", () => {
  assert.equal(allowedNear(WEIGHT, 4.4), 4);
  assert.equal(allowedNear(WEIGHT, 11), 10);
  assert.equal(allowedNear({ low: 0, high: 1, step: 0.01 }, 0.2899), 0.29);
  assert.equal(allowedNear(CALLS, 40_123.7, true), 40_100);
});

test("keys move by steps, pages and to the ends; other keys lead nowhere", () => {
  assert.equal(keyed("ArrowRight", WEIGHT, 4), 5);
  assert.equal(keyed("ArrowDown", WEIGHT, 4), 3);
  assert.equal(keyed("PageUp", { low: 0, high: 100, step: 1 }, 4), 14);
  assert.equal(keyed("Home", WEIGHT, 4), 0);
  assert.equal(keyed("End", WEIGHT, 4), 10);
  assert.equal(keyed("a", WEIGHT, 4), null);
});

test("on a logarithmic axis each key moves on, whatever the value, and back again comes near", () => {
  for (const value of [500, 999, 40_000, 400_000]) {
    const up = allowedNear(CALLS, /** @type {number} */ (keyed("ArrowRight", CALLS, value, true)), true);
    assert.ok(up > value && up < value * 1.05);
    const down = allowedNear(CALLS, /** @type {number} */ (keyed("ArrowLeft", CALLS, up, true)), true);
    assert.ok(down < up && down > value * 0.97);
  }
});
