// Asks for pictures: one at a time, always for the newest values, and then goes on with what takes long.

/** @import { Answer, Picture, Problem, Step, Values } from "./types.d.ts" */

const REFINE_PAUSE = 150; // ms after the first picture until a long run goes on, so that it does not slow a moving hand

/**
 * @typedef {object} Asking
 * @property {(values: Values) => Promise<Answer>} ask asks for a view
 * @property {(run: Step) => Promise<Picture | Step>} goOn asks for the next view of a long run, or for a step towards it
 * @property {() => Values} newest the values as the controls stand
 * @property {(picture: Picture, how: Shown) => void} draw
 * @property {(problems: Problem[]) => void} refuse is told why there is no picture of the newest values
 * @property {(error: Error) => void} fail
 * @property {() => void} tellProgress is told when a long run has ended or was stopped
 * @property {number} [pause]
 */

/**
 * How a picture is shown: `sent`, the values it was asked for by a move, or none where it comes from elsewhere; `isOn`,
 * whether it tells of the same values as the last, known better.
 *
 * @typedef {{ sent?: Values, isOn?: boolean }} Shown
 */

export class PictureRequests {
  /** @param {Asking} asking */
  constructor({ ask, goOn, newest, draw, refuse, fail, tellProgress, pause = REFINE_PAUSE }) {
    this.ask = ask;
    this.goOn = goOn;
    this.newest = newest;
    this.draw = draw;
    this.refuse = refuse;
    this.fail = fail;
    this.tellProgress = tellProgress;
    this.pause = pause;
    this.isAsking = false;
    this.isStale = false; // whether values have changed since the last were sent
    this.isBehind = false; // whether the picture of the newest values is still to come
    this.isStopped = false;
    /** @type {Step | null} */
    this.rest = null; // what a long run goes on from
    this.wake = () => {};
  }

  /** Whether a long run is not at its end, be it stopped or not. */
  get isUnfinished() {
    return this.rest !== null;
  }

  get isRunning() {
    return this.rest !== null && !this.isStopped;
  }

  /** Ask for the picture of the newest values; what changes meanwhile is asked for once the answer is there. */
  async refresh() {
    this.isStale = true;
    this.isBehind = true;
    this.wake();
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.isStale) {
      this.isStale = false;
      try {
        await this.askAndShow({ ...this.newest() });
      } catch (error) {
        this.fail(/** @type {Error} */ (error));
      }
    }
    this.isAsking = false;
  }

  /** @param {Values} sent */
  async askAndShow(sent) {
    this.rest = null;
    const answer = await this.ask(sent);
    this.isBehind = this.isStale;
    if (answer.problems) {
      this.refuse(answer.problems);
    } else {
      this.show(answer, { sent });
      await this.refine();
    }
  }

  /**
   * Show a picture, and remember what may be asked for after it.
   *
   * @param {Picture} picture
   * @param {Shown} how
   */
  show(picture, how = {}) {
    const { values, state } = picture;
    this.rest = state === null || state === undefined ? null : { values, view: null, state };
    if (!how.isOn) this.isStopped = false;
    this.draw(picture, how);
  }

  /** Go on with what takes long, one step a message, until it is done, stopped, or overtaken by other values. */
  async refine() {
    let run = this.rest;
    if (run) await this.pauseForHand();
    while (run && run === this.rest && !this.isStale && !this.isStopped) {
      const answer = await this.goOn(run);
      if (run !== this.rest || this.isStale) return;
      if (this.isStopped) break; // what was asked for before the stop is asked for again when it goes on
      if (answer.view) this.show(answer, { isOn: true });
      else this.rest = answer;
      run = this.rest;
    }
    this.tellProgress();
  }

  /** Let a long run go, since a picture of other values is under way. */
  leave() {
    this.rest = null;
    this.wake();
  }

  /** Wait a moment, or less where a control is moved meanwhile. */
  pauseForHand() {
    return new Promise((resolve) => {
      this.wake = () => resolve(undefined);
      setTimeout(resolve, this.pause);
    });
  }

  /** Stop a long run, or let it go on. */
  stopOrGoOn() {
    this.isStopped = !this.isStopped;
    this.tellProgress();
    return this.refine();
  }
}
