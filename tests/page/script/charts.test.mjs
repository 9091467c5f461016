// Where the parts of a chart stand.

import assert from "node:assert/strict";
import { test } from "node:test";
import { endsOf, stacked, thinned } from "../../../src/callcentre/page/script/charts.mjs";
import { legendLines, SIZES, textWidth } from "../../../src/callcentre/page/script/plot.mjs";
import { isOver, padded, placesOfNames } from "../../../src/callcentre/page/script/point-chart.mjs";
import { rangeBar, widened } from "../../../src/callcentre/page/script/range-chart.mjs";

const RANGE = { label: "Wage", from: 8, from_label: "low", to: 13, to_label: "high" };
const same = (/** @type {number} */ value) => value;

test("a range across its base has two parts that meet there", () => {
  assert.deepEqual(rangeBar(RANGE, same, 10), {
    label: "Wage",
    low: 8,
    high: 13,
    lowWords: "low",
    highWords: "high",
    parts: [
      { label: "Wage", index: 0, from: 8, to: 10 },
      { label: "Wage", index: 1, from: 10, to: 13 },
    ],
  });
});

test("a range beside its base has one part, and its words follow its ends", () => {
  const bar = rangeBar({ ...RANGE, from: 13, to: 11 }, same, 10);
  assert.deepEqual([bar.low, bar.lowWords, bar.high, bar.highWords], [11, "high", 13, "low"]);
  assert.deepEqual(bar.parts, [{ label: "Wage", index: 0, from: 13, to: 11 }]);
});

test("an axis holds all bars, the base, and the words beside them", () => {
  const bars = [rangeBar(RANGE, same, 10), rangeBar({ ...RANGE, from: 9, to: 11 }, same, 10)];
  const [font, width] = [13, 600];
  const [low, high] = widened(bars, 10, width, font);
  const pixels = width / (high - low);
  assert.ok((8 - low) * pixels >= textWidth("low", font));
  assert.ok((high - 13) * pixels >= textWidth("high", font));
});

test("an axis without reach has one all the same", () => {
  const [low, high] = widened([rangeBar({ ...RANGE, from: 0, to: 0 }, same, 0)], 0, 600, 13);
  assert.ok(low < 0 && high > 0);
});

test("an axis of bars holds zero, and has a scale where all bars are empty", () => {
  assert.deepEqual(endsOf([{ low: 0, high: 3 }]), [0, 3]);
  assert.deepEqual(endsOf([{ low: -2, high: 0 }]), [-2, 0]);
  assert.deepEqual(endsOf([{ low: 0, high: 0 }]), [0, 1]);
});

test("points far apart are seen from zero, points close together from near by", () => {
  assert.deepEqual(padded([10, 100]), [0, 110.00000000000001]);
  assert.deepEqual(padded([90, 100]), [88.5, 101.5]);
  assert.deepEqual(padded([5, 5]), [4.5, 5.5]);
  assert.deepEqual(padded([0, 0]), [-1, 1]);
});

test("names stand on no other name, on no dot and in the picture, where that can be", () => {
  const dots = [0, 1, 2, 3, 4].map((count) => ({ x: 300 + count, y: 200 + 3 * count, width: 90 }));
  const places = placesOfNames(dots, 50, 640);
  for (const [index, place] of places.entries()) {
    assert.ok(place.left >= 50 && place.right <= 640);
    assert.ok(places.every((other, at) => at === index || !isOver(place, other)));
    assert.ok(dots.every(({ x, y }) => !isOver(place, { left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 })));
  }
});

test("a name has its place at the right of its dot, at the left where the picture ends", () => {
  const [place] = placesOfNames([{ x: 100, y: 50, width: 40 }], 0, 640);
  assert.deepEqual([place.left, place.right], [110, 150]);
  const [other] = placesOfNames([{ x: 600, y: 50, width: 40 }], 0, 640);
  assert.deepEqual([other.left, other.right], [550, 590]);
});

test("what adds stands on what adds, and what takes away hangs below", () => {
  const series = [
    { index: 0, values: [2, -1] },
    { index: 1, values: [3, -4] },
    { index: 2, values: [-1, 5] },
  ];
  const [first, second] = stacked(["a", "b"], series);
  assert.deepEqual([first.low, first.high, second.low, second.high], [-1, 5, -5, 5]);
  assert.deepEqual(first.bars[1], { category: "a", index: 1, from: 2, to: 5 });
  assert.deepEqual(second.bars[1], { category: "b", index: 1, from: -1, to: -5 });
});

test("a legend takes as many lines as it needs, and loses nothing", () => {
  const series = ["In-house", "Outsourced", "Mixed"].map((label) => ({ label: label.repeat(3) }));
  assert.equal(legendLines({ size: SIZES.wide }, series).length, 2);
  const narrow = legendLines({ size: SIZES.narrow }, series);
  assert.deepEqual(
    narrow.flat().map(([one]) => one),
    series,
  );
  assert.ok(narrow.every(([first]) => first[1] === 4));
});

test("of many categories those are labelled that have room", () => {
  const hours = Array.from({ length: 48 }, (_, at) => `${String(at >> 1).padStart(2, "0")}:${at % 2 ? "30" : "00"}`);
  for (const size of [SIZES.wide, SIZES.small]) {
    const labels = thinned(/** @type {any} */ ({ size }), hours);
    assert.ok(labels.length * textWidth("00:00", size.font) < size.width - 60);
    assert.ok(labels.length > 4);
  }
  assert.deepEqual(thinned(/** @type {any} */ ({ size: SIZES.small }), ["a", "b"]), ["a", "b"]);
});
