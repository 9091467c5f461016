// Plays a control: moves it on by itself until it is stopped or at its end. It never begins by itself.

import { SPEEDS } from "./controls.mjs";
import { first } from "./elements.mjs";

/** @import { NumberControl, Words } from "./types.d.ts" */

/**
 * @typedef {object} Played
 * @property {HTMLElement} box the control with its buttons
 * @property {NumberControl} control
 * @property {Words} words
 * @property {() => number} value reads the control
 * @property {(value: number) => void} move sets the control as a reader does
 * @property {() => boolean} isBehind whether the picture of the last move is still to come
 * @property {() => void} turned is told when playing begins or ends
 */

const LOOK_AGAIN = 30; // ms until it is looked again whether the last picture is there

export class Player {
  /** @param {Played} played */
  constructor({ box, control, words, move, value, isBehind, turned }) {
    this.control = control;
    this.words = words;
    this.move = move;
    this.value = value;
    this.isBehind = isBehind;
    this.turned = turned;
    this.playButton = first(box, "[data-player=play]");
    this.speed = /** @type {HTMLSelectElement} */ (box.querySelector("[data-player=speed]"));
    /** @type {ReturnType<typeof setTimeout> | null} */
    this.timer = null;
    const isControl = (/** @type {Event} */ { target }) =>
      /** @type {HTMLInputElement} */ (target).name === control.name;
    box.addEventListener("click", ({ target }) => this.clicked(actionOf(/** @type {Element} */ (target))));
    box.addEventListener("pointerdown", (event) => isControl(event) && this.pause());
    box.addEventListener("keydown", (event) => isControl(event) && this.pause());
  }

  get isPlaying() {
    return this.timer !== null;
  }

  /** @param {string | undefined} action */
  clicked(action) {
    if (action === "play" && !this.isPlaying) this.play();
    else if (action === "play") this.pause();
    if (action === "back" || action === "on") {
      this.pause();
      this.step(action === "on" ? 1 : -1);
    }
  }

  play() {
    if (this.value() >= this.control.high) this.move(this.control.low);
    this.playButton.textContent = this.words.pause;
    this.wait();
    this.turned();
  }

  pause() {
    if (this.timer === null) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.playButton.textContent = this.words.play;
    this.turned();
  }

  wait() {
    const { perSecond } = SPEEDS.find(({ name }) => name === this.speed.value) ?? SPEEDS[0];
    this.timer = setTimeout(() => this.goOn(), 1000 / perSecond);
  }

  goOn() {
    if (this.isBehind()) {
      this.timer = setTimeout(() => this.goOn(), LOOK_AGAIN);
      return;
    }
    this.step(1);
    if (this.value() >= this.control.high) this.pause();
    else this.wait();
  }

  /** @param {1 | -1} direction */
  step(direction) {
    const { low, high, step } = this.control;
    const value = Math.min(high, Math.max(low, this.value() + direction * step));
    if (value !== this.value()) this.move(value);
  }
}

/** @param {Element} target */
function actionOf(target) {
  return /** @type {HTMLElement | null} */ (target.closest("[data-player]"))?.dataset.player;
}
