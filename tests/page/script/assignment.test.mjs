// What an instructor asks of a lab, read from an address and written again.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  assign,
  assignmentFromTexts,
  NO_ASSIGNMENT,
  textsFromAssignment,
  together,
} from "../../../src/callcentre/page/script/assignment.mjs";
import { page } from "./page.mjs";

/** @import { NamedText } from "../../../src/callcentre/page/script/types.d.ts" */

const CONTROLS = [{ name: "calls" }, { name: "night" }];

/** @type {NamedText[]} */
const TEXTS = [
  ["calls", "7"],
  ["fixed", "calls,nobody"],
  ["hidden", "night"],
  ["task", "  Why? "],
  ["guess", "off"],
];

test("an assignment is taken out of the texts, and names that are no control's are told", () => {
  assert.deepEqual(assignmentFromTexts(CONTROLS, TEXTS), {
    texts: [["calls", "7"]],
    assignment: { fixed: ["calls"], hidden: ["night"], task: "Why?", guess: "off" },
    unknown: ["nobody"],
  });
});

test("a control that is called as a part of an assignment has its text", () => {
  const { texts, assignment } = assignmentFromTexts([{ name: "task" }], [["task", "3"]]);
  assert.deepEqual(texts, [["task", "3"]]);
  assert.deepEqual(assignment, NO_ASSIGNMENT);
});

test("a task is cut at four hundred characters", () => {
  const { assignment } = assignmentFromTexts(CONTROLS, [["task", "x".repeat(5000)]]);
  assert.equal(assignment.task.length, 400);
});

test("what is written is read again", () => {
  const assignment = { fixed: ["calls", "night"], hidden: [], task: "Find <b>out</b>", guess: "on" };
  assert.deepEqual(assignmentFromTexts(CONTROLS, textsFromAssignment(assignment)).assignment, assignment);
  assert.deepEqual(textsFromAssignment(NO_ASSIGNMENT), []);
});

test("two assignments hold together, and the first task is the one", () => {
  const one = { fixed: ["calls"], hidden: [], task: "", guess: "on" };
  const other = { fixed: ["calls", "night"], hidden: ["night"], task: "Why?", guess: "off" };
  assert.deepEqual(together(one, other), { ...other, fixed: ["calls", "night"] });
  assert.equal(together(one, { ...other, guess: "" }).guess, "on");
  assert.equal(together({ ...one, task: "First" }, other).task, "First");
});

test("a lab follows an assignment, and is free again without one", () => {
  const section = page(`<section><p class="callcentre-task"></p><fieldset class="callcentre-group">
    <div data-control="calls"><input name="calls"></div></fieldset><fieldset class="callcentre-group">
    <div data-control="night"><input name="night"></div></fieldset></section>`);
  const words = { fixed: "Fixed.", task: "Task: {task}" };
  const [calls, night] = section.querySelectorAll("[data-control]");
  const state = () => [
    calls.textContent?.trim(),
    /** @type {HTMLElement} */ (night).hidden,
    /** @type {HTMLElement} */ (night.parentElement).hidden,
    section.querySelector("p")?.textContent,
  ];
  assign(section, words, { fixed: ["calls"], hidden: ["night"], task: "$& <b>", guess: "" });
  assert.deepEqual(state(), ["Fixed.", true, true, "Task: $& <b>"]);
  assign(section, words, null);
  assert.deepEqual(state(), ["", false, false, ""]);
});
