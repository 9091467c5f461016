import assert from "node:assert/strict";
import { test } from "node:test";
import {
  clock,
  countsOf,
  floorOf,
  pointOf,
  seatsOf,
  standingAt,
} from "../../../src/callcentre/page/script/floor-places.mjs";

/** @import { FloorCall, FloorChart } from "../../../src/callcentre/page/script/types.d.ts" */

/**
 * @param {FloorCall[]} calls
 * @returns {FloorChart}
 */
function floor(calls) {
  return {
    kind: "floor",
    title: "",
    description: { template: "", sentences: [], parts: [] },
    begins: 34_200,
    length: 1800,
    agents: 1,
    vendor_agents: 1,
    labels: { line: "Line", own: "Own", vendor: "Vendor", gone: "Gone" },
    calls,
  };
}

const DAY = floor([
  [-5, null, -5, 60, null],
  [10, null, 60, 200, null],
  [20, 40, 45, 90, null],
  [30, null, null, null, 50],
]);

test("a caller comes, waits, is answered, goes over, hangs up, and is gone", () => {
  const seats = seatsOf(DAY);
  const where = (/** @type {number} */ now) => standingAt(DAY, seats, now).map((one) => one.where);
  assert.deepEqual(where(0), ["own", "away", "away", "away"]);
  assert.deepEqual(where(35), ["own", "line", "line", "line"]);
  assert.deepEqual(where(47), ["own", "line", "vendor", "line"]);
  assert.deepEqual(where(55), ["own", "line", "vendor", "gone"]);
  assert.deepEqual(where(100), ["away", "own", "away", "gone"]);
  assert.deepEqual(countsOf(standingAt(DAY, seats, 47)), { line: 2, own: 1, vendor: 1, gone: 0 });
});

test("who waits stands in the order they came, and nobody sits where another sits", () => {
  const seats = seatsOf(DAY);
  assert.deepEqual(
    standingAt(DAY, seats, 35).map((one) => one.place),
    [0, 0, 1, 2],
  );
  const busy = floor([
    [0, null, 0, 50, null],
    [1, null, 1, 60, null],
    [2, null, 50, 70, null],
  ]);
  assert.deepEqual(seatsOf(busy), [0, 1, 0]);
});

test("on a small floor every place of many agents and of a long line is in the picture", () => {
  const calls = Array.from(
    { length: 90 },
    (_, at) => /** @type {FloorCall} */ ([at, null, at < 60 ? at : null, at < 60 ? 1800 : null, null]),
  );
  const chart = { ...floor(calls), agents: 60 };
  const seats = seatsOf(chart);
  const size = { width: 360, height: 264 };
  const places = standingAt(chart, seats, 100).map((one) => pointOf(floorOf(chart, seats, size), one));
  assert.ok(places.every(({ x, y }) => x > 0 && x < size.width && y > 0 && y < size.height));
});

test("the clock goes on by the minute", () => {
  assert.equal(clock(34_200), "09:30");
  assert.equal(clock(34_259.9), "09:30");
});
