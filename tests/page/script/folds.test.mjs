// What stands in folds below the picture, and what is marked as the best.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bestOf } from "../../../src/callcentre/page/script/compared.mjs";
import { element } from "../../../src/callcentre/page/script/elements.mjs";
import { foldsFromTexts, openFolds, showFolds, textsFromFolds } from "../../../src/callcentre/page/script/folds.mjs";
import { page } from "./page.mjs";

/**
 * @param {HTMLElement} section
 * @param {...string} names
 */
function show(section, ...names) {
  const document = section.ownerDocument;
  const content = (/** @type {string} */ name) => () => element(document, "p", {}, name);
  const folds = names.map((name) => ({ name, title: `About ${name}`, content: content(name) }));
  return showFolds(document, section, folds);
}

test("a fold that is open is filled at once, one that is closed once its turn comes", () => {
  const section = page("<section></section>");
  show(section, "table", "notes");
  const [table, notes] = [...section.children].map((fold) => /** @type {HTMLDetailsElement} */ (fold));
  table.open = true;
  const later = show(section, "table", "notes");
  assert.deepEqual([table.textContent, notes.textContent], ["About tabletable", "About notes"]);
  for (const fill of later) fill();
  assert.equal(notes.textContent, "About notesnotes");
});

test("a fold that stands there stays as it is, with new content", () => {
  const section = page("<section></section>");
  show(section, "table", "notes");
  const [table] = section.children;
  table.toggleAttribute("open", true);
  for (const fill of show(section, "table", "picture-2", "notes")) fill();
  assert.equal(section.children.length, 3);
  assert.equal(section.children[0], table);
  assert.ok(table.hasAttribute("open"));
  assert.equal(section.children[1].textContent, "About picture-2picture-2");
});

test("folds that the address names are opened, and the others closed", () => {
  const section = page("<section></section>");
  show(section, "table", "notes");
  const { texts, open } = foldsFromTexts([
    ["calls", "2"],
    ["open", "notes,nothing"],
  ]);
  assert.deepEqual(texts, [["calls", "2"]]);
  const folds = [...section.children].map((fold) => /** @type {HTMLDetailsElement} */ (fold));
  openFolds(section, open);
  assert.deepEqual(
    folds.map((fold) => fold.open),
    [false, true],
  );
  assert.deepEqual(textsFromFolds(section), [["open", "notes"]]);
  openFolds(section, foldsFromTexts([]).open);
  assert.ok(folds[1].open);
  openFolds(section, []);
  assert.deepEqual(textsFromFolds(section), []);
});

test("the best is the one better than all others", () => {
  assert.equal(bestOf([3, 1, 2], "low"), 1);
  assert.equal(bestOf([3, null, 2], "high"), 0);
  assert.equal(bestOf([1, 1, 2], "low"), -1);
  assert.equal(bestOf([null, 2], "low"), -1);
  assert.equal(bestOf([1, 2], null), -1);
});
