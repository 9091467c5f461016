// Plays a control: moves it on by itself until it is stopped or at its end. It never begins by itself.

import { SPEEDS } from "./controls.mjs";

const LOOK_AGAIN = 30; // ms until it is looked again whether the last picture is there

export class Player {
  /**
   * `move(value)` sets the control as a reader does; `value()` reads it; `isBehind()` says whether the picture of the last
   * move is still to come; `turned()` is told when playing begins or ends.
   */
  constructor({ box, control, words, move, value, isBehind, turned }) {
    Object.assign(this, { control, words, move, value, isBehind, turned });
    this.playButton = box.querySelector("[data-player=play]");
    this.speed = box.querySelector("[data-player=speed]");
    this.timer = null;
    box.addEventListener("click", (event) => this.clicked(event.target.closest("[data-player]")?.dataset.player));
    box.addEventListener("pointerdown", ({ target }) => target.name === control.name && this.pause());
    box.addEventListener("keydown", ({ target }) => target.name === control.name && this.pause());
  }

  get isPlaying() {
    return this.timer !== null;
  }

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
    if (!this.isPlaying) return;
    clearTimeout(this.timer);
    this.timer = null;
    this.playButton.textContent = this.words.play;
    this.turned();
  }

  wait() {
    const { perSecond } = SPEEDS.find(({ name }) => name === this.speed.value);
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

  step(direction) {
    const { low, high, step } = this.control;
    const value = Math.min(high, Math.max(low, this.value() + direction * step));
    if (value !== this.value()) this.move(value);
  }
}
