// Pictures are asked for one at a time and for the newest values; a long run goes on until it is done or overtaken.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { PictureRequests } from "../../../src/callcentre/page/script/picture-requests.mjs";

/** @import { Values } from "../../../src/callcentre/page/script/types.d.ts" */

/**
 * Requests to a Python that answers when it is told to, and what came of them.
 *
 * @param {(values: Values, state: any) => object} answerTo
 */
function made(answerTo) {
  /** @type {(() => void)[]} */
  const waiting = [];
  const did = {
    /** @type {Values} */ values: { calls: 1 },
    /** @type {unknown[]} */ asked: [],
    /** @type {unknown[]} */ drawn: [],
    /** @type {unknown[]} */ refused: [],
    /** @type {string[]} */ failed: [],
  };
  /** @returns {Promise<any>} */
  const answered = (/** @type {Values} */ values, /** @type {any} */ state) =>
    new Promise((resolve, reject) => {
      waiting.push(() => {
        try {
          resolve(answerTo(values, state));
        } catch (error) {
          reject(error);
        }
      });
    });
  const requests = new PictureRequests({
    ask(values) {
      did.asked.push(values.calls);
      return answered(values, undefined);
    },
    goOn({ values, state }) {
      did.asked.push(`${values.calls}, ${state}`);
      return answered(values, state);
    },
    newest: () => did.values,
    draw: ({ view }, { isOn }) => did.drawn.push(isOn ? `${view}, on` : view),
    refuse: (problems) => did.refused.push(...problems),
    fail: (error) => did.failed.push(error.message),
    tellProgress() {},
    pause: 0,
  });
  const move = (/** @type {number} */ calls) => {
    did.values = { calls };
    return requests.refresh();
  };
  const answer = async () => {
    await turn();
    waiting.shift()?.();
    await turn();
  };
  return { requests, did, move, answer };
}

/** Let promises and timers without a pause settle. */
async function turn() {
  for (let count = 0; count < 5; count += 1) await setImmediate();
  await new Promise((resolve) => setTimeout(resolve, 5));
}

const final = (/** @type {Values} */ values) => ({ values, view: `of ${values.calls}`, state: null });

/** A run of three steps. */
function long(/** @type {Values} */ values, /** @type {number} */ state = 0) {
  return { values, view: `${state + 1} of ${values.calls}`, state: state < 2 ? state + 1 : null };
}

test("moves made while Python answers are asked for once, the newest alone", async () => {
  const { requests, did, move, answer } = made(final);
  for (const calls of [2, 3, 4]) move(calls);
  assert.ok(requests.isBehind);
  await answer();
  assert.ok(requests.isBehind);
  await answer();
  assert.deepEqual(did.asked, [2, 4]);
  assert.deepEqual(did.drawn, ["of 2", "of 4"]);
  assert.ok(!requests.isBehind);
});

test("a refusal is told, and the next move is asked for", async () => {
  const { did, move, answer } = made((values) => (values.calls === 2 ? { problems: ["too few"] } : final(values)));
  move(2);
  await answer();
  move(3);
  await answer();
  assert.deepEqual([did.refused, did.drawn], [["too few"], ["of 3"]]);
});

test("a failure is told, and the next move is asked for", async () => {
  const { did, move, answer } = made((values) => {
    if (values.calls === 2) throw new Error("no memory");
    return final(values);
  });
  move(2);
  await answer();
  move(3);
  await answer();
  assert.deepEqual([did.failed, did.drawn], [["no memory"], ["of 3"]]);
});

test("a long run goes on to its end", async () => {
  const { requests, did, move, answer } = made(long);
  move(7);
  await answer();
  assert.ok(requests.isRunning);
  await answer();
  await answer();
  assert.deepEqual(did.asked, [7, "7, 1", "7, 2"]);
  assert.deepEqual(did.drawn, ["1 of 7", "2 of 7, on", "3 of 7, on"]);
  assert.ok(!requests.isUnfinished);
});

test("a step without a picture leaves the last one, and the run goes on from it", async () => {
  const { did, move, answer } = made((values, state = 0) => ({
    ...long(values, state),
    ...(state === 1 && { view: null }),
  }));
  move(7);
  for (let count = 0; count < 3; count += 1) await answer();
  assert.deepEqual(did.asked, [7, "7, 1", "7, 2"]);
  assert.deepEqual(did.drawn, ["1 of 7", "3 of 7, on"]);
});

test("a move overtakes a long run: its next step is let go", async () => {
  const { did, move, answer } = made(long);
  move(7);
  await answer();
  await turn();
  move(8);
  for (let count = 0; count < 4; count += 1) await answer();
  assert.deepEqual(did.asked, [7, "7, 1", 8, "8, 1", "8, 2"]);
  assert.deepEqual(did.drawn, ["1 of 7", "1 of 8", "2 of 8, on", "3 of 8, on"]);
});

test("a stopped run shows no more until it goes on, from where it was", async () => {
  const { requests, did, move, answer } = made(long);
  move(7);
  await answer();
  await turn();
  requests.stopOrGoOn();
  await answer();
  assert.deepEqual(did.drawn, ["1 of 7"]);
  assert.ok(requests.isUnfinished && !requests.isRunning);
  requests.stopOrGoOn();
  await answer();
  await answer();
  assert.deepEqual(did.drawn, ["1 of 7", "2 of 7, on", "3 of 7, on"]);
});

test("a picture that comes from elsewhere overtakes a run", async () => {
  const { requests, did, move, answer } = made(long);
  move(7);
  await answer();
  await turn();
  requests.show(/** @type {any} */ ({ values: { calls: 9 }, view: "of the address", state: null }));
  await answer();
  assert.deepEqual(did.drawn, ["1 of 7", "of the address"]);
});

test("a run is let go while a picture of another address is under way", async () => {
  const { requests, did, move, answer } = made(long);
  move(7);
  await answer();
  await turn();
  requests.leave();
  for (let count = 0; count < 3; count += 1) await answer();
  assert.deepEqual(did.asked, [7, "7, 1"]);
  assert.deepEqual(did.drawn, ["1 of 7"]);
});
