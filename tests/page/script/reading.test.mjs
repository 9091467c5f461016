// What a browser keeps of what was read, and what a tick says.

import assert from "node:assert/strict";
import { test } from "node:test";
import { answersOn, keptOf, tickWords } from "../../../src/callcentre/page/script/every/reading.mjs";

const WORDS = {
  go_on: "",
  kept_here: "",
  forget: "",
  read: "read",
  answered: "{count} answered",
  one_answered: "1 answered",
};
const NOTHING = { read: [], last: null };

test("what is kept comes back, and what is none of ours does not", () => {
  const last = { page: "book/arrivals", section: "two-days", title: "Arrivals" };
  const kept = { read: ["book/arrivals"], last };
  assert.deepEqual(keptOf(JSON.stringify(kept)), kept);
  assert.deepEqual(keptOf(JSON.stringify({ read: ["https://elsewhere.example/"], last: null })), NOTHING);
  const elsewhere = { ...last, page: "//elsewhere.example/" };
  for (const text of [null, "", "[]", "{", '{"read": 3}', JSON.stringify({ read: [], last: elsewhere })])
    assert.deepEqual(keptOf(text), NOTHING);
});

test("answers are counted by page", () => {
  const names = ["callcentre question arrivals/layers", "callcentre question arrivals-too/a", "theme"];
  assert.equal(answersOn(names, "book/arrivals"), 1);
  assert.equal(answersOn(names, "book/outsourcing"), 0);
});

test("a tick says whether a page was read and how many questions were answered", () => {
  assert.equal(tickWords(true, 0, WORDS), "read");
  assert.equal(tickWords(true, 2, WORDS), "read, 2 answered");
  assert.equal(tickWords(false, 1, WORDS), "1 answered");
  assert.equal(tickWords(false, 0, WORDS), "");
});
