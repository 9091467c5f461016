// What a reader takes away as text: the lines of Python and the table.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pythonLines } from "../../../src/callcentre/page/script/copy-as-python.mjs";
import { csvText } from "../../../src/callcentre/page/script/table-csv.mjs";

/** @import { Control, Value } from "../../../src/callcentre/page/script/types.d.ts" */

/** @param {Record<string, Value>} defaults */
function lab(defaults) {
  const controls = Object.entries(defaults).map(
    ([name, value]) => /** @type {Control} */ (/** @type {unknown} */ ({ name, default: value })),
  );
  return { name: "cost-scenarios", groups: [{ title: "All", is_open: true, controls }] };
}

test("values that are a lab's own are left out", () => {
  assert.equal(
    pythonLines(lab({ calls: 5, when: ["a"] }), { calls: 5, when: ["a"] }),
    'import callcentre\n\ncallcentre.lab("cost-scenarios")\n',
  );
});

test("values are written as Python writes them", () => {
  const own = lab({ calls: 0, rate: 0, night: false, who: "", when: [], year: 0 });
  const values = { calls: -21400, rate: 0.0625, night: true, who: 'a "b"\n', when: ["x", "y"], year: 2026 };
  assert.equal(
    pythonLines(own, values),
    [
      "import callcentre",
      "",
      "callcentre.lab(",
      '    "cost-scenarios",',
      "    calls=-21_400,",
      "    rate=0.0625,",
      "    night=True,",
      '    who="a \\"b\\"\\n",',
      '    when=["x", "y"],',
      "    year=2026,",
      ")",
      "",
    ].join("\n"),
  );
});

test("a short call stays on one line", () => {
  const lines = pythonLines(lab({ calls: 0, night: true }), { calls: 9999, night: false });
  assert.equal(lines, 'import callcentre\n\ncallcentre.lab("cost-scenarios", calls=9999, night=False)\n');
});

test("a table is saved unrounded, with units in its head, quoted where it must be", () => {
  const columns = [
    { name: "what", label: 'What, or "who"', unit: null, factor: 1, pattern: null, decimals: 0 },
    { name: "share", label: "Share", unit: "share", factor: 100, pattern: "{number} %", decimals: 1 },
  ];
  const rows = [
    ["two\nlines", 0.285],
    ["plain", null],
  ];
  assert.equal(csvText({ columns, rows }), '\uFEFF"What, or ""who""",Share (%)\r\n"two\nlines",28.5\r\nplain,\r\n');
});
