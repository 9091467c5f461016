// How far a learner is with the questions of a page, kept in as few characters as a platform of SCORM 1.2 takes.

/** @import { Kept } from "../questions/kept.mjs" */
/** @typedef {[of: string, given: unknown, isChecked: 0 | 1, isRight: 0 | 1 | null]} Entry `isRight`: null until it is checked */

const MOST = 4096; // characters of cmi.suspend_data

export class Progress {
  /**
   * @param {{ name: string, of: string }[]} questions as they stand on the page
   * @param {string} text as `text` gave it the last time
   */
  constructor(questions, text) {
    const entries = parsed(text);
    this.places = new Map(questions.map(({ name }, at) => [name, at]));
    /** @type {(Entry | 0)[]} */
    this.entries = questions.map(({ of }, at) => (entries[at]?.[0] === of ? entries[at] : 0));
  }

  /**
   * @param {string} name
   * @param {string} of
   * @returns {Kept | null}
   */
  recall(name, of) {
    const entry = this.entry(name);
    return entry && entry[1] !== null ? { of, given: entry[1], isChecked: entry[2] === 1 } : null;
  }

  /**
   * @param {string} name
   * @param {Kept} kept
   */
  keep(name, { of, given, isChecked }) {
    this.set(name, [of, given, isChecked ? 1 : 0, this.result(name)]);
  }

  /** What was answered is forgotten; that it was checked, and how, is not. @param {string} name */
  forget(name) {
    const entry = this.entry(name);
    if (entry) this.set(name, [entry[0], null, 0, entry[3]]);
  }

  /**
   * @param {string} name
   * @param {string} of
   * @param {boolean} isRight
   */
  note(name, of, isRight) {
    const entry = this.entry(name);
    this.set(name, [of, entry ? entry[1] : null, entry ? entry[2] : 0, isRight ? 1 : 0]);
  }

  get total() {
    return this.entries.length;
  }

  get answered() {
    return this.entries.filter((entry) => entry && entry[3] !== null).length;
  }

  get right() {
    return this.entries.filter((entry) => entry && entry[3] === 1).length;
  }

  /** The share of right answers, in per cent. */
  get score() {
    return Math.round((100 * this.right) / this.total);
  }

  /** What is kept, as text; without the answers where all would be too long for the platform. */
  get text() {
    const whole = JSON.stringify(this.entries);
    if (whole.length <= MOST) return whole;
    return JSON.stringify(this.entries.map((entry) => entry && [entry[0], null, 0, entry[3]]));
  }

  /** @param {string} name */
  result(name) {
    const entry = this.entry(name);
    return entry ? entry[3] : null;
  }

  /** @param {string} name */
  entry(name) {
    return this.entries[/** @type {number} */ (this.places.get(name))];
  }

  /**
   * @param {string} name
   * @param {Entry} entry
   */
  set(name, entry) {
    this.entries[/** @type {number} */ (this.places.get(name))] = entry;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    const entries = JSON.parse(text);
    return Array.isArray(entries) ? entries : [];
  } catch {
    return []; // nothing yet, or another page's
  }
}
