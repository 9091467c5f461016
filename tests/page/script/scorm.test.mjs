// What a package of SCORM keeps of a learner, and how it writes times.

import assert from "node:assert/strict";
import { test } from "node:test";
import { timeOfDay, timespan } from "../../../src/callcentre/page/script/scorm/platform.mjs";
import { Progress } from "../../../src/callcentre/page/script/scorm/progress.mjs";

const QUESTIONS = [
  { name: "page/one", of: "aaaa" },
  { name: "page/two", of: "bbbb" },
];

test("what was answered and how it was judged comes back", () => {
  const before = new Progress(QUESTIONS, "");
  before.keep("page/one", { of: "aaaa", given: [1], isChecked: true });
  before.note("page/one", "aaaa", true);
  const after = new Progress(QUESTIONS, before.text);
  assert.deepEqual(after.recall("page/one", "aaaa"), { of: "aaaa", given: [1], isChecked: true });
  assert.equal(after.recall("page/two", "bbbb"), null);
  assert.deepEqual([after.answered, after.right, after.score], [1, 1, 50]);
});

test("the last check counts, and clearing an answer takes nothing back", () => {
  const progress = new Progress(QUESTIONS, "");
  progress.note("page/two", "bbbb", true);
  progress.note("page/two", "bbbb", false);
  assert.deepEqual([progress.answered, progress.score], [1, 0]);
  progress.note("page/two", "bbbb", true);
  progress.forget("page/two");
  assert.deepEqual([progress.answered, progress.score], [1, 50]);
});

test("what was kept of a question that has changed since is left", () => {
  const before = new Progress(QUESTIONS, "");
  before.note("page/one", "aaaa", true);
  const changed = [{ name: "page/one", of: "cccc" }, QUESTIONS[1]];
  assert.equal(new Progress(changed, before.text).answered, 0);
});

test("no text, another page's text and too long an answer do no harm", () => {
  for (const text of ["", "{", '{"a": 1}', "[1, 2, 3]"]) assert.equal(new Progress(QUESTIONS, text).answered, 0);
  const progress = new Progress(QUESTIONS, "");
  progress.keep("page/one", { of: "aaaa", given: "9".repeat(5000), isChecked: true });
  progress.note("page/one", "aaaa", true);
  assert.ok(progress.text.length < 4096);
  assert.equal(new Progress(QUESTIONS, progress.text).right, 1);
});

test("times are written as SCORM 1.2 has them", () => {
  assert.equal(timespan(0), "0000:00:00.00");
  assert.equal(timespan(3_723_456), "0001:02:03.46");
  assert.equal(timespan(59_999), "0000:01:00.00");
  assert.equal(timeOfDay(new Date(2027, 0, 2, 3, 4, 5)), "03:04:05");
});
