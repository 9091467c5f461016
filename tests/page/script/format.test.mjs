// Numbers and sentences as a reader sees them. That notebooks show the same, test_words_shown.py tells.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Format, labelWithUnit, scaled, shift, sure, unitWords } from "../../../src/callcentre/page/script/format.mjs";

const english = new Format("en");
const french = new Format("fr");
const EURO = { factor: 1, pattern: "€{number} a month" };
const SHARE = { factor: 100, pattern: "{number} %" };

test("a decimal point moves without the error of a product", () => {
  assert.equal(scaled(0.285, 100), 28.5);
  assert.equal(scaled(0.07, 100), 7);
  assert.equal(scaled(1e-7, 100), 1e-5);
  assert.equal(scaled(2.5, 60), 150);
  assert.equal(shift("1E-7", 2), "1e-5");
});

test("what is not sure in a number is not shown", () => {
  assert.equal(sure(28.499999999999996), 28.5);
  assert.equal(sure(509692.49999999994), 509692.5);
  assert.equal(sure(123456789012.34), 123456789012);
});

test("halves are rounded away from zero", () => {
  for (const [value, words] of /** @type {[number, string][]} */ ([
    [0.5, "1"],
    [1.5, "2"],
    [2.5, "3"],
    [-2.5, "\u22123"],
    [509692.5, "509,693"],
    [0.4999, "0"],
  ])) {
    assert.equal(english.number(value, 0), words);
  }
  assert.equal(english.number(1.005, 2), "1.01");
  assert.equal(english.number(1.045, 2), "1.05");
});

test("a quantity carries its unit, a minus stands before it, and nothing is a dash", () => {
  assert.equal(english.quantity({ value: -1234.5, decimals: 2, ...EURO }), "\u2212€1,234.50 a month");
  assert.equal(english.quantity({ value: 0.285, decimals: 0, ...SHARE }), "29 %");
  assert.equal(english.quantity({ value: null, decimals: 0, ...EURO }), "\u2013");
  assert.equal(english.quantity({ value: 0.123456789, decimals: null, ...SHARE }), "12.345679 %");
});

test("a unit has the form that its language has for the number as it is shown", () => {
  const agents = { factor: 1, pattern: "{number} agent|{number} agents" };
  const shown = (/** @type {Format} */ format, /** @type {number} */ value, /** @type {number | null} */ decimals) =>
    format.quantity({ value, decimals, ...agents });
  assert.equal(shown(english, 1, 0), "1 agent");
  assert.equal(shown(english, -1.2, 0), "\u22121 agent");
  assert.equal(shown(english, 1, 1), "1.0 agents");
  assert.equal(shown(english, 1.0000001, null), "1 agent");
  assert.equal(shown(english, 0, 0), "0 agents");
  assert.equal(shown(french, 1.5, 1), "1,5 agent");
  assert.equal(shown(french, 0, 0), "0 agent");
  assert.equal(shown(french, 2, 0), "2 agents");
  assert.equal(shown(french, 1_000_000, 0), "1\u202f000\u202f000 agents"); // a kind without a form of its own
});

test("a language has as many forms as it has kinds of number, and may have one more for a unit alone", () => {
  const pattern = "{number} dzień|{number} dni|{number} dni|{number} dnia|{number} w dniach";
  const polish = [1, 3, 5, 22, 1.5].map((value) =>
    new Format("pl").quantity({ value, decimals: null, factor: 1, pattern }),
  );
  assert.deepEqual(polish, ["1 dzień", "3 dni", "5 dni", "22 dni", "1,5 dnia"]);
  assert.equal(unitWords(pattern), "w dniach");
});

test("what rounds to nothing has no minus", () => {
  assert.equal(english.number(-0.001, 0), "0");
  assert.equal(english.number(-0.5, 0), "\u22121");
});

test("an axis that reaches far has short numbers", () => {
  assert.equal(english.tick(1_250_000, 2_000_000), "1.25M");
  assert.equal(english.tick(-20_000, 20_000), "\u221220,000");
  assert.equal(english.tick(0.30000000000000004, 1), "0.3");
});

test("a sentence is filled, and braces in words stay what they are", () => {
  const parts = [
    { name: "who", words: "{sum} $&" },
    { name: "sum", quantity: { value: 3, decimals: 2, factor: 1, pattern: "€{number}" } },
  ];
  const template = "{who} pays {sum}, {nobody}.";
  assert.equal(english.text({ template, sentences: [template], parts }), "{sum} $& pays €3.00, {nobody}.");
});

test("a list is joined as its language joins it", () => {
  const filled = (/** @type {string[]} */ list) =>
    english.text({ template: "All: {all}.", sentences: [], parts: [{ name: "all", list }] });
  assert.equal(filled(["a", "b", "c"]), "All: a, b and c.");
  assert.equal(filled(["a"]), "All: a.");
});

test("a cell is words, a number without its unit, or a dash", () => {
  const column = { decimals: 1, factor: 100 };
  assert.equal(english.cell("own", column), "own");
  assert.equal(english.cell(0.5, column), "50.0");
  assert.equal(english.cell(null, column), "\u2013");
});

test("a unit stands without its number", () => {
  assert.equal(unitWords("€{number} a month"), "€ a month");
  assert.equal(unitWords("{number} agent|{number} agents"), "agents");
  assert.equal(unitWords(null), "");
  assert.equal(labelWithUnit({ label: "Cost", pattern: "€{number}" }), "Cost (€)");
  assert.equal(labelWithUnit({ label: "Kind", pattern: null }), "Kind");
});

test("plain digits are read in the language's own way", () => {
  assert.equal(english.parse("1234.5", 1), 1234.5);
  assert.equal(french.parse("1234,5", 1), 1234.5);
  assert.equal(english.parse(" 7 ", 100), 0.07);
  assert.equal(english.parse(".1250", 1), 0.125);
  assert.equal(english.parse("\u22125", 1), -5);
  assert.equal(english.parse("1e3", 1), 1000);
});

test("what has marks that can mean two things is left to Python, and so is what is no number", () => {
  for (const text of ["1,234", "40.000", "0,92", "1 200", "1'200", "€12", "7%"])
    assert.equal(english.parse(text, 1), null);
  for (const text of ["1,234", "40.000", "0.92"]) assert.equal(french.parse(text, 1), null);
  for (const text of ["", "many", "1,2,3", "--1", "1e999", "0x10", ".", "5.", "1 or 2"]) {
    assert.equal(english.parse(text, 1), null);
  }
});

test("a number stands in a field without marks between thousands", () => {
  assert.equal(english.typed(32391, { factor: 1, decimals: 0 }), "32391");
  assert.equal(french.typed(1234.5, { factor: 1, decimals: 2 }), "1234,50");
});

test("what stands in a field is read back", () => {
  for (const format of [english, french]) {
    for (const value of [0, 0.07, -12.5, 1234567.25, 0.123456]) {
      const typed = format.typed(value, { factor: 100, decimals: 1 });
      assert.equal(format.parse(typed, 100), value);
    }
  }
});
