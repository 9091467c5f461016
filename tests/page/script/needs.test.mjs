// What is off, and why.

import assert from "node:assert/strict";
import { test } from "node:test";
import { reasonOff, showNeeds, turningOn } from "../../../src/callcentre/page/script/needs.mjs";
import { page } from "./page.mjs";

/** @import { Control } from "../../../src/callcentre/page/script/types.d.ts" */

const BY_HOURS = { reason: "Not by hours.", any_of: [{ name: "by", values: ["hours"], is_in: true }] };
const ANY_WEEKEND = {
  reason: "No weekend.",
  any_of: [
    { name: "weekend", values: [0], is_in: false },
    { name: "days", values: ["sun"], is_in: true },
  ],
};
const control = /** @type {Control} */ (
  /** @type {unknown} */ ({ name: "from", explanation: "Help.", needs: [BY_HOURS, ANY_WEEKEND] })
);

test("the first need that no condition meets says why", () => {
  assert.equal(reasonOff(control, { by: "nothing", weekend: 0, days: [] }), "Not by hours.");
  assert.equal(reasonOff(control, { by: "hours", weekend: 0, days: ["sat"] }), "No weekend.");
  assert.equal(reasonOff(control, { by: "hours", weekend: 0, days: ["sat", "sun"] }), "");
  assert.equal(reasonOff(control, { by: "hours", weekend: 0.1, days: [] }), "");
});

test("a control is turned on by the first value of each need that one value meets", () => {
  assert.deepEqual(turningOn(control, { by: "nothing", weekend: 0, days: [] }), { by: "hours" });
  assert.deepEqual(turningOn(control, { by: "hours", weekend: 1, days: [] }), {});
});

test("a control that is off tells the reason in its help, and one that is fixed keeps its help", () => {
  const form = page(
    '<form><div data-control="from"><input name="from"><p class="callcentre-help">Help.</p></div></form>',
  );
  const state = () => [form.querySelector("input")?.disabled, form.querySelector("p")?.textContent];
  showNeeds(form, [control], { by: "nothing", weekend: 1, days: [] }, []);
  assert.deepEqual(state(), [true, "Not by hours."]);
  showNeeds(form, [control], { by: "hours", weekend: 1, days: [] }, []);
  assert.deepEqual(state(), [false, "Help."]);
  showNeeds(form, [control], { by: "hours", weekend: 1, days: [] }, ["from"]);
  assert.deepEqual(state(), [true, "Help."]);
});
