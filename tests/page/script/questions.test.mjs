// What a question makes of an answer: pure parts of script/questions/.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FIELDS, moveItem } from "../../../src/callcentre/page/script/questions/answer-fields.mjs";
import { fits, judge } from "../../../src/callcentre/page/script/questions/judge.mjs";
import { withoutUnit } from "../../../src/callcentre/page/script/questions/written-number.mjs";
import { page } from "./page.mjs";

/** @import { Key } from "../../../src/callcentre/page/script/questions/judge.mjs" */

/**
 * @param {Partial<Key["options"][number]>[]} options
 * @param {Partial<Key>} [more]
 * @returns {Key}
 */
function key(options, more = {}) {
  const filled = options.map((option) => ({ isRight: false, value: null, partner: null, ...option }));
  return { options: filled, unit: "", tolerance: 0, ...more };
}

const ONE = key([{}, { isRight: true }, {}]);
const SEVERAL = key([{ isRight: true }, {}, { isRight: true }]);
const LOAD = key([{ isRight: true, value: 1204.5 }, { value: 1.2 }, {}], { unit: "erlang", tolerance: 0.5 });
const PAIRS = key([{ partner: 1 }, { partner: 0 }, { partner: 1 }]);

test("one choice is right, wrong with its own feedback, or not made", () => {
  assert.deepEqual(judge("choose-one", ONE, [1]), { verdict: "right", words: "says_right", option: 1 });
  assert.deepEqual(judge("choose-one", ONE, [2]), { verdict: "wrong", words: "says_wrong", option: 2 });
  assert.equal(judge("choose-one", ONE, []).verdict, "none");
});

test("of several choices the first wrong one is named, and a missing one is not", () => {
  assert.deepEqual(judge("choose-several", SEVERAL, [0, 2]), { verdict: "right", words: "says_right", option: null });
  assert.deepEqual(judge("choose-several", SEVERAL, [0, 1]), { verdict: "wrong", words: "says_not_this", option: 1 });
  assert.deepEqual(judge("choose-several", SEVERAL, [2]), { verdict: "wrong", words: "says_missing" });
  assert.equal(judge("choose-several", SEVERAL, []).verdict, "none");
});

test("a number may be written as people write it, with its unit", () => {
  for (const given of ["1204.5", "1204,5", "1 204,5", "1'204.5", " 1.204,5 erlang", "1204.9", "1204"])
    assert.equal(judge("number", LOAD, given).verdict, "right", given);
  assert.deepEqual(judge("number", LOAD, "1,1"), { verdict: "wrong", words: "says_wrong", option: 1 });
  assert.deepEqual(judge("number", LOAD, "7"), { verdict: "wrong", words: "says_wrong", option: 2 });
  assert.deepEqual(judge("number", LOAD, "-1204.5"), { verdict: "wrong", words: "says_wrong", option: 2 });
});

test("a number that can mean two is asked about, and what is none is refused by name", () => {
  const parts = { text: "1,204", first: "1204", second: "1.2040" };
  assert.deepEqual(judge("number", LOAD, "1,204"), { verdict: "none", words: "says_two_numbers", parts });
  assert.equal(judge("number", LOAD, "0,000").verdict, "wrong"); // both readings are nought
  for (const given of ["many", "12 13", "1e3", "9".repeat(50), "NaN", "Infinity"])
    assert.equal(judge("number", LOAD, given).words, "says_no_number", given);
  for (const given of ["", "  ", "erlang"]) assert.equal(judge("number", LOAD, given).words, "says_type", given);
});

test("a unit is left out where it stands, and no letter of a number with it", () => {
  assert.equal(withoutUnit("50 %", "%"), "50");
  assert.equal(withoutUnit("€ 3.20", "€ a call"), "3.20");
  assert.equal(withoutUnit("3.20 € a call", "€ a call"), "3.20");
  assert.equal(withoutUnit("12 calls an hour", "calls an hour"), "12");
  assert.equal(withoutUnit("12 hours", "calls an hour"), "12 hours");
  for (const given of ["1 agent", "1 agents", "1 Agent", "1"]) assert.equal(withoutUnit(given, "agent|agents"), "1");
});

test("an order says how many are in their place, and which to look at first", () => {
  assert.equal(judge("order", ONE, [0, 1, 2]).verdict, "right");
  assert.deepEqual(judge("order", ONE, [0, 2, 1], [0, 2, 1]), { verdict: "none", words: "says_order" });
  const says = judge("order", ONE, [0, 2, 1], [2, 1, 0]);
  assert.deepEqual(says, { verdict: "wrong", words: "says_places", parts: { count: "1", total: "3" }, option: 2 });
});

test("a match may give the same to several, and waits for all", () => {
  assert.equal(judge("match", PAIRS, [1, 0, 1]).verdict, "right");
  assert.equal(judge("match", PAIRS, [1, null, 1]).words, "says_match");
  const says = judge("match", PAIRS, [1, 0, 0]);
  assert.deepEqual(says, { verdict: "wrong", words: "says_places", parts: { count: "2", total: "3" }, option: 2 });
});

test("only what can be an answer is taken from what was kept", () => {
  assert.ok(fits("choose-one", ONE, [2]));
  assert.ok(fits("order", ONE, [2, 0, 1]));
  assert.ok(fits("match", PAIRS, [null, 0, 1]));
  assert.ok(fits("number", LOAD, "12"));
  for (const given of [null, "x", [3], [-1], [0.5], [1, 1], ["0"]]) assert.ok(!fits("choose-several", SEVERAL, given));
  for (const given of [[0, 1], [0, 1, 1], "2"]) assert.ok(!fits("order", ONE, given));
  assert.ok(!fits("match", PAIRS, [1]));
  assert.ok(!fits("number", LOAD, [12]));
});

test("an item moves by one place and no further than the ends", () => {
  const form = page(
    `<form><ol><li data-option="2">c</li><li data-option="0">a</li><li data-option="1">b</li></ol></form>`,
  );
  const item = /** @type {HTMLElement} */ (form.querySelector('[data-option="0"]'));
  assert.equal(moveItem(item, "up"), 1);
  assert.deepEqual(FIELDS.order.read(form), [0, 2, 1]);
  assert.equal(moveItem(item, "up"), null);
  assert.equal(moveItem(item, "down"), 2);
  FIELDS.order.write(form, [1, 2, 0]);
  assert.deepEqual(FIELDS.order.read(form), [1, 2, 0]);
});
