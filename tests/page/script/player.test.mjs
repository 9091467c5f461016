// A control that is played: it moves on by itself, no faster than its pictures come, and stops at its end.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { Player } from "../../../src/callcentre/page/script/player.mjs";
import { page } from "./page.mjs";

/** @import { NumberControl } from "../../../src/callcentre/page/script/types.d.ts" */

const HTML = `<div><button data-player="play"></button><button data-player="back"></button><button data-player="on">
</button><select data-player="speed"><option value="normal" selected>normal</option></select><input name="minute"></div>`;
const A_STEP = 2500; // ms, at normal speed

mock.timers.enable({ apis: ["setTimeout"] });

/** A player from 0 to 10 by 4, with what it did. */
function made(start = 0) {
  const box = page(HTML);
  const did = { value: start, isBehind: false, turns: 0 };
  const player = new Player({
    box,
    control: /** @type {NumberControl} */ ({ name: "minute", low: 0, high: 10, step: 4 }),
    words: { play: "Play", pause: "Pause" },
    value: () => did.value,
    move: (value) => Object.assign(did, { value }),
    isBehind: () => did.isBehind,
    turned: () => Object.assign(did, { turns: did.turns + 1 }),
  });
  return { player, did, box };
}

test("it plays to its end, the last step cut short, and stops there", () => {
  const { player, did } = made();
  const seen = [];
  player.play();
  for (let turn = 0; turn < 5; turn += 1) {
    mock.timers.tick(A_STEP);
    seen.push(did.value);
  }
  assert.deepEqual(seen, [4, 8, 10, 10, 10]);
  assert.equal(player.isPlaying, false);
  assert.equal(did.turns, 2);
});

test("from its end it begins anew", () => {
  const { player, did } = made(10);
  player.play();
  assert.equal(did.value, 0);
  player.pause();
});

test("it waits for a picture that is still to come", () => {
  const { player, did } = made();
  did.isBehind = true;
  player.play();
  mock.timers.tick(10 * A_STEP);
  assert.equal(did.value, 0);
  did.isBehind = false;
  mock.timers.tick(A_STEP / 10);
  assert.equal(did.value, 4);
  player.pause();
});

test("its buttons step within bounds and stop it", () => {
  const { player, did, box } = made();
  player.play();
  player.clicked("on");
  assert.deepEqual([did.value, player.isPlaying], [4, false]);
  for (const _ of [1, 2]) player.clicked("back");
  assert.equal(did.value, 0);
  player.clicked("play");
  assert.equal(box.querySelector("[data-player=play]")?.textContent, "Pause");
  player.clicked("play");
  assert.equal(box.querySelector("[data-player=play]")?.textContent, "Play");
  mock.timers.tick(10 * A_STEP);
  assert.equal(did.value, 0);
});

test("a hand on the control stops it", () => {
  const { player, box } = made();
  const { Event } = /** @type {any} */ (box.ownerDocument.defaultView);
  player.play();
  box.querySelector("select")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  assert.equal(player.isPlaying, true);
  box.querySelector("input")?.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  assert.equal(player.isPlaying, false);
});
