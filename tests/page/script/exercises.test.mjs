// What a page of exercises does that needs no browser: notebooks filled and read, work kept, boxes, and Python ended anew.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setValues, valuesOf, withLine } from "../../../src/callcentre/page/script/exercises/box.mjs";
import { filled, opened } from "../../../src/callcentre/page/script/exercises/notebook.mjs";
import { Runner } from "../../../src/callcentre/page/script/exercises/runner.mjs";
import { Work } from "../../../src/callcentre/page/script/exercises/work.mjs";
import { page } from "./page.mjs";

const NOTEBOOK = {
  cells: [
    { cell_type: "markdown", id: "words", metadata: {}, source: ["See [costs](../../book/costs.md#units),\n", "é"] },
    {
      cell_type: "code",
      id: "hours",
      metadata: { nbgrader: { grade_id: "hours", solution: true, checksum: "b1" } },
      source: ["x = None\n"],
    },
    { cell_type: "code", id: "check", metadata: { nbgrader: { grade_id: "check" } }, source: ["check()"] },
  ],
  nbformat: 4,
  nbformat_minor: 5,
};

/** @param {string} text */
const cellsOf = (text) => JSON.parse(text).cells;

test("a notebook is filled with answers, and all else is as it was", () => {
  const text = filled(NOTEBOOK, new Map([["hours", "x = 1\n\ny = 2"]]), "file:///course/exercises/cost/cost.html");
  assert.deepEqual(cellsOf(text)[1], { ...NOTEBOOK.cells[1], source: ["x = 1\n", "\n", "y = 2"] });
  assert.equal(text, `${JSON.stringify({ ...NOTEBOOK, cells: cellsOf(text) }, null, 1)}\n`);
  assert.deepEqual(cellsOf(text)[0], NOTEBOOK.cells[0]);
  assert.deepEqual(cellsOf(text)[2], NOTEBOOK.cells[2]);
});

test("a notebook from a site leads to the site's pages", () => {
  const [words] = cellsOf(filled(NOTEBOOK, new Map(), "https://course.example/v2/exercises/cost/cost.html?a#b"));
  assert.deepEqual(words.source, ["See [costs](https://course.example/v2/book/costs.html#units),\n", "é"]);
});

test("an opened notebook gives the answers in known cells, and apart from them what has no place", () => {
  const cells = [
    ...NOTEBOOK.cells,
    { cell_type: "code", id: "own", source: "mine = 1" },
    { cell_type: "code", source: " " },
  ];
  const read = opened(JSON.stringify({ cells }), NOTEBOOK, ["hours"]);
  assert.deepEqual(read, { answers: new Map([["hours", "x = None\n"]]), rest: ["mine = 1"] });
});

test("what is no notebook is none", () => {
  for (const text of ["", "{", "{}", "[]", "null", '{"cells": 3}']) assert.equal(opened(text, NOTEBOOK, []), null);
});

test("a line of the box stands at the cell's end, once for each name", () => {
  const once = withLine("x = None\n# Your answer here\n", "x", "x = 1  # from the box");
  assert.equal(once, "x = None\n# Your answer here\nx = 1  # from the box");
  const both = withLine(once, "xy", "xy = 2  # from the box");
  assert.equal(
    withLine(both, "x", "x = 3  # from the box"),
    "x = None\n# Your answer here\nxy = 2  # from the box\nx = 3  # from the box",
  );
});

test("a form's values are read and set: texts, and lists of what is ticked", () => {
  const form = /** @type {HTMLFormElement} */ (
    page(`<form><input type="text" name="x" value="28,93">
      <input type="checkbox" name="y" value="a"><input type="checkbox" name="y" value="b" checked></form>`)
  );
  assert.deepEqual(valuesOf(form), { x: "28,93", y: ["b"] });
  setValues(form, { x: "3", y: ["a"] });
  assert.deepEqual(valuesOf(form), { x: "3", y: ["a"] });
  setValues(form, {});
  assert.deepEqual(valuesOf(form), { x: "", y: [] });
});

function storage() {
  /** @type {Map<string, string>} */
  const items = new Map();
  return /** @type {Storage} */ (
    /** @type {unknown} */ ({
      getItem: (/** @type {string} */ key) => items.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => items.set(key, value),
    })
  );
}

/** @param {string} text */
const cell = (text) => ({ text, begins: "" });

test("work that is kept is there again, and two open pages do not undo each other's", () => {
  const shared = storage();
  const [one, other] = [new Work("cost", () => shared), new Work("cost", () => shared)];
  one.change((kept) => {
    kept.cells.a = cell("1");
  });
  other.change((kept) => {
    kept.cells.b = cell("2");
  });
  assert.deepEqual(new Work("cost", () => shared).kept.cells, { a: cell("1"), b: cell("2") });
  assert.deepEqual(new Work("types", () => shared).kept.cells, {});
});

test("what has no place is told and removed one by one; clearing can be taken back", () => {
  const work = new Work("cost", storage);
  const shared = storage();
  work.storage = () => shared;
  work.change((kept) => {
    kept.cells = { a: cell("1"), gone: cell("2") };
    kept.rest = ["3"];
  });
  const without = [
    { name: "gone", text: "2" },
    { name: null, text: "3" },
  ];
  assert.deepEqual(work.withoutPlace(["a"]), without);
  const before = work.clear();
  assert.deepEqual(work.withoutPlace([]), []);
  work.putBack(before);
  assert.deepEqual(work.withoutPlace(["a"]), without);
  for (const one of without) work.remove(one);
  assert.deepEqual(work.withoutPlace(["a"]), []);
  assert.deepEqual(work.kept.cells, { a: cell("1") });
});

test("where the browser keeps nothing, work lasts as long as the page and says so", () => {
  const refuses = () => {
    throw new Error("denied");
  };
  const work = new Work("cost", refuses);
  assert.ok(work.isKept);
  work.change((kept) => {
    kept.tasks.t = { tries: 2, state: "wrong", message: "" };
  });
  assert.ok(!work.isKept);
  assert.equal(work.tries("t"), 2);
});

test("what is kept but cannot be read is none", () => {
  const shared = storage();
  for (const text of ["{", "null", "3"]) {
    shared.setItem("callcentre-exercises-cost", text);
    assert.deepEqual(new Work("cost", () => shared).kept.cells, {});
  }
});

// Python, played by an object that answers what a test tells it to.

const PACK = { files: "", lengths: /** @type {[string, number][]} */ ([]) };

/** @param {(request: { ask: string }) => object | null} answers */
function played(answers) {
  /** @type {string[]} */
  const log = [];
  const starts = async () => {
    log.push("start");
    const worker = {
      onmessage: (/** @type {object} */ _) => {},
      terminate: () => log.push("end"),
      postMessage(/** @type {{ id: number, load?: string, request?: string }} */ { id, load, request = "" }) {
        const answer = load ? { answer: "" } : answers(JSON.parse(request));
        if (answer) queueMicrotask(() => this.onmessage({ data: { id, ...answer } }));
      },
    };
    return /** @type {Worker} */ (/** @type {unknown} */ (worker));
  };
  return { log, runner: new Runner(starts, async () => [PACK], 0.02) };
}

test("Python answers one request after another", async () => {
  const { log, runner } = played(({ ask }) => ({ answer: JSON.stringify(ask) }));
  assert.deepEqual(await Promise.all([runner.ask({ ask: "a" }), runner.ask({ ask: "b" })]), ["a", "b"]);
  assert.deepEqual(log, ["start"]);
});

test("what takes too long or fails is ended, and Python is there again", async () => {
  const { log, runner } = played(({ ask }) => {
    if (ask === "stuck") return null;
    return ask === "broken" ? { error: "MemoryError" } : { answer: JSON.stringify(ask) };
  });
  await assert.rejects(runner.ask({ ask: "stuck" }), { why: "time" });
  await assert.rejects(runner.ask({ ask: "broken" }), { why: "error", message: "MemoryError" });
  assert.equal(await runner.ask({ ask: "quick" }), "quick");
  assert.deepEqual(log, ["start", "end", "start", "end", "start"]);
});

test("the reader stops what runs; where nothing runs, that is nothing", async () => {
  const { runner } = played(() => null);
  runner.stop();
  const asked = runner.ask({ ask: "stuck" });
  await runner.ready;
  await Promise.resolve();
  runner.stop();
  await assert.rejects(asked, { why: "stop" });
});

test("a Python that cannot start says why", async () => {
  const runner = new Runner(
    async () => {
      throw new Error("no workers here");
    },
    async () => [PACK],
  );
  await assert.rejects(runner.ready, { message: "no workers here" });
  await assert.rejects(runner.ask({ ask: "a" }), { message: "no workers here" });
});
