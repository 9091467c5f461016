// The pure parts of a live lab: presets, settled values, files, and messages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { settledNames, textOf } from "../../../src/callcentre/page/script/control-form.mjs";
import { shortened } from "../../../src/callcentre/page/script/messages.mjs";
import { presetShown, presetValues } from "../../../src/callcentre/page/script/presets.mjs";

/** @import { Control, Preset } from "../../../src/callcentre/page/script/types.d.ts" */

const CONTROLS = /** @type {Control[]} */ (
  /** @type {unknown} */ ([
    {
      name: "share",
      kind: "slider",
      default: 0.5,
      low: 0.05,
      high: 0.95,
      factor: 100,
      pattern: "{number} %",
    },
    { name: "night", label: "Night", kind: "switch", default: false },
    { name: "memory", label: "Memory", kind: "record", default: "" },
  ])
);
/** @type {Preset[]} */
const PRESETS = [
  { label: "Low", values: { share: 0.1 } },
  { label: "Nights", values: { night: true } },
];
const LAB = {
  presets: PRESETS,
  controls: CONTROLS,
  defaults: { share: 0.7, night: false, memory: "" },
};

test("a preset is the lab's own values with its own, not the page's", () => {
  assert.deepEqual(presetValues(LAB, "1"), { share: 0.5, night: true, memory: "" });
  assert.deepEqual(presetValues(LAB, "own"), LAB.defaults);
});

test("the preset shown is the one whose values are shown, whatever is remembered besides", () => {
  assert.equal(presetShown(LAB, "", { share: 0.1, night: false, memory: "x" }, {}), "0");
  assert.equal(presetShown(LAB, "0", { share: 0.7, night: false, memory: "" }, {}), "own");
  assert.equal(presetShown(LAB, "own", { share: 0.2, night: false, memory: "" }, {}), "");
});

test("a chosen preset stays named where another has the same values, and fixed values do not count", () => {
  const lab = { ...LAB, presets: [...LAB.presets, { label: "Low again", values: { share: 0.1 } }] };
  const shown = { share: 0.1, night: false, memory: "" };
  assert.equal(presetShown(lab, "2", shown, {}), "2");
  assert.equal(presetShown(LAB, "1", { share: 0.3, night: true, memory: "" }, { share: 0.3 }), "1");
});

test("what a lab settled is taken up, unless the reader has moved on", () => {
  const sent = { low: 5, high: 3, who: ["a"] };
  const settled = { low: 3, high: 3, who: ["a"] };
  assert.deepEqual(settledNames(sent, settled, { ...sent }), ["low"]);
  assert.deepEqual(settledNames(sent, settled, { ...sent, low: 4 }), []);
});

test("a file is read without its mark, with one kind of line ends, and no further than need be", async () => {
  assert.equal(await textOf(new Blob(["\uFEFFa\r\nb\rc\n"]), 100), "a\nb\nc\n");
  assert.equal(await textOf(new Blob([new Uint8Array([0xff, 0xfe, 0xe9, 0, 0x3b, 0])]), 100), "é;");
  assert.equal(await textOf(new Blob([new Uint8Array([0x72, 0x65, 0xe7, 0x75, 0x73])]), 100), "reçus");
  await assert.rejects(textOf(new Blob([new Uint8Array([0x50, 0x4b, 3, 4, 0])]), 100));
  await assert.rejects(textOf(new Blob([new Uint8Array([0xdf, 0x22, 0, 7, 0x41])]), 100));
  const cut = await textOf(new Blob(["é".repeat(1000)]), 10);
  assert.ok(cut.length > 10 && cut.length < 50);
});

test("messages are not too many and none too long", () => {
  assert.deepEqual(shortened(["a", "b"]), ["a", "b"]);
  assert.deepEqual(shortened(["a", "b", "c", "d", "e", "f"]), ["a", "b", "c", "d", "\u2026"]);
  assert.equal(shortened(["x".repeat(500)])[0].length, 241);
});
