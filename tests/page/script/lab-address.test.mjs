// What an address asks of a lab, and what becomes of values that cannot be used.

import assert from "node:assert/strict";
import { test } from "node:test";
import { askedByTexts, askForAllowed } from "../../../src/callcentre/page/script/lab-address.mjs";

/** @import { Answer, Control, Values } from "../../../src/callcentre/page/script/types.d.ts" */

const CONTROLS = /** @type {Control[]} */ (
  /** @type {unknown} */ ([
    { name: "calls", label: "Calls", kind: "slider" },
    { name: "night", label: "Night", kind: "switch" },
  ])
);
const DEFAULTS = { calls: 100, night: false };
const WORDS = { no_control: "There is no {name}.", is_fixed: "{label} is fixed." };
const FREE = { fixed: [], hidden: [], task: "", guess: "" };
const LAB = { controls: CONTROLS, defaults: DEFAULTS, words: WORDS, ofPage: FREE };

test("what the texts leave out keeps its default", () => {
  const { values, messages } = askedByTexts(LAB, [["night", "true"]]);
  assert.deepEqual(values, { calls: 100, night: true });
  assert.deepEqual(messages, []);
});

test("what the page fixed stays, and a message says so where another value was asked for", () => {
  const lab = { ...LAB, ofPage: { ...FREE, fixed: ["calls", "night"] } };
  const { values, messages } = askedByTexts(lab, [
    ["calls", "7"],
    ["night", "false"],
  ]);
  assert.deepEqual(values, DEFAULTS);
  assert.deepEqual(messages, ["Calls is fixed."]);
});

test("a name that is no control's is told as it was written", () => {
  const { assignment, messages } = askedByTexts(LAB, [["fixed", "night,$&"]]);
  assert.deepEqual(assignment.fixed, ["night"]);
  assert.deepEqual(messages, ["There is no $&."]);
});

/**
 * A Python that refuses fewer than ten calls, and names it does not know.
 *
 * @param {Values} values
 * @returns {Promise<Answer>}
 */
async function ask(values) {
  const problems = [];
  if (Number(values.calls) < 10) problems.push({ name: "calls", message: "too few" });
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(DEFAULTS, name)) problems.push({ name, message: `no ${name}` });
  }
  return problems.length ? { problems } : /** @type {Answer} */ ({ values });
}

test("values that are not allowed give way to their defaults, the others stay", async () => {
  const { picture, problems } = await askForAllowed(ask, { calls: 1, night: true, nobody: 3 }, DEFAULTS);
  assert.deepEqual(picture.values, { calls: 100, night: true });
  assert.deepEqual(problems, ["too few", "no nobody"]);
});

test("where a problem names nothing that was asked for, all defaults are", async () => {
  let count = 0;
  const askTwice = async (/** @type {Values} */ values) => {
    count += 1;
    return /** @type {Answer} */ (count === 1 ? { problems: [{ name: "lab", message: "wrong" }] } : { values });
  };
  const { picture } = await askForAllowed(askTwice, { calls: 50, night: true }, DEFAULTS);
  assert.deepEqual(picture.values, DEFAULTS);
});
