// A lab and the address: what the page and the address ask of it, and what it writes there.

import { valuesFromTexts, writeFragment } from "./address.mjs";
import { assignmentFromTexts, NO_ASSIGNMENT, textsFromAssignment, together } from "./assignment.mjs";
import { foldsFromTexts, openFolds, textsFromFolds } from "./folds.mjs";
import { sceneFromTexts, textsFromScene } from "./lesson.mjs";
import { pinFromTexts, textsFromPin } from "./pin.mjs";

/** @import { AddressBar } from "./address-bar.mjs" */
/** @import { Answer, Assignment, Control, NamedText, Picture, Values, Words } from "./types.d.ts" */

const PAUSE = 300; // ms after the last picture until the address names it

/** @typedef {{ scene: number, pinned: Picture | null }} Also the scene that is on, and what is pinned */

/**
 * @typedef {object} Addressed
 * @property {HTMLElement} section
 * @property {Control[]} controls
 * @property {Values} defaults
 * @property {Words} words
 * @property {Assignment | null} assignment what the page fixed, hid or asked
 * @property {AddressBar} bar
 * @property {(values: Values) => Promise<Answer>} ask
 * @property {(number: number) => boolean} hasScene
 * @property {(scene: number) => Values} beginning the values from which a scene begins, or the page's own at 0
 * @property {(picture: Picture, messages: string[], also: Also) => void} arrived is told what to show, and what could not be used
 */

export class LabAddress {
  /** @param {Addressed} addressed */
  constructor({ section, controls, defaults, words, assignment, bar, ask, hasScene, beginning, arrived }) {
    this.section = section;
    this.controls = controls;
    this.defaults = defaults;
    this.words = words;
    this.ofPage = assignment ?? NO_ASSIGNMENT;
    this.ofAddress = NO_ASSIGNMENT;
    this.bar = bar;
    this.ask = ask;
    this.arrived = arrived;
    this.hasScene = hasScene;
    this.beginning = beginning;
    this.scene = 0; // the one that is on
    /** @type {Values | null} */
    this.pinned = null; // what is kept to compare with
    this.arrivals = 0; // addresses taken so far: one that is overtaken while Python answers is let go
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.naming = undefined;
  }

  get assignment() {
    return together(this.ofPage, this.ofAddress);
  }

  /**
   * Take the values with which the address names this lab, and bring it into sight.
   *
   * @param {boolean} isAtFirst whether the lab shows what the page shows first
   */
  async take(isAtFirst) {
    const texts = this.bar.textsFor(this.section);
    if (!texts) return;
    if (texts.length || !isAtFirst) await this.takeTexts(texts);
    this.section.scrollIntoView({ behavior: "instant" });
  }

  /**
   * Have the values shown that texts stand for. What cannot be used keeps its default, and a message says so.
   *
   * @param {NamedText[]} allTexts
   */
  async takeTexts(allTexts) {
    const { texts: withScene, open } = foldsFromTexts(allTexts);
    const { texts: withPin, asked } = sceneFromTexts(withScene);
    const { texts, pinned } = pinFromTexts(this.controls, withPin);
    const scene = this.hasScene(Number(asked)) ? Number(asked) : 0;
    clearTimeout(this.naming); // the address is the reader's now, not the last picture's
    this.arrivals += 1;
    const arrival = this.arrivals;
    const defaults = this.beginning(scene);
    const { values, assignment, messages } = askedByTexts({ ...this, defaults }, texts);
    const kept = pinned ? await askForAllowed(this.ask, { ...this.defaults, ...pinned }, this.defaults) : null;
    const { picture, problems } = await askForAllowed(this.ask, values, defaults);
    if (arrival !== this.arrivals) return;
    this.ofAddress = assignment;
    const missing = asked && !scene ? [this.words.no_scene.replace("{name}", () => asked)] : [];
    this.arrived(picture, [...missing, ...messages, ...problems], { scene, pinned: kept?.picture ?? null });
    openFolds(this.section, open);
  }

  /**
   * The fragment that asks for these values.
   *
   * @param {Values} values
   */
  fragment(values) {
    const asked = textsFromAssignment(this.ofAddress);
    const pinned = textsFromPin(this.controls, this.pinned, this.defaults);
    const besides = [...textsFromScene(this.scene), ...asked, ...pinned, ...textsFromFolds(this.section)];
    return writeFragment(this.section.id, this.controls, values, this.beginning(this.scene), besides);
  }

  /**
   * Name in the address what is shown, once nothing has moved for a moment.
   *
   * @param {Values} values
   */
  name(values) {
    clearTimeout(this.naming);
    this.naming = setTimeout(() => this.bar.replace(this.fragment(values)), PAUSE);
  }
}

/**
 * What the texts of an address ask of a lab: its values, with those the page fixed, an assignment, and messages about
 * what it cannot follow.
 *
 * @param {Pick<LabAddress, "controls" | "defaults" | "words" | "ofPage">} lab
 * @param {NamedText[]} allTexts
 */
export function askedByTexts({ controls, defaults, words, ofPage }, allTexts) {
  const { texts, assignment, unknown } = assignmentFromTexts(controls, allTexts);
  const values = valuesFromTexts(controls, texts);
  const messages = unknown.map((name) => words.no_control.replace("{name}", () => name));
  for (const { name, label } of controls.filter((control) => ofPage.fixed.includes(control.name))) {
    if (!Object.hasOwn(values, name)) continue;
    const isOther = JSON.stringify(values[name]) !== JSON.stringify(defaults[name]);
    if (isOther) messages.push(words.is_fixed.replace("{label}", () => label));
    values[name] = defaults[name];
  }
  return { values: { ...defaults, ...values }, assignment, messages };
}

/**
 * Ask for values; for those that are not allowed, for their defaults instead. Returns the picture and what was wrong.
 *
 * @param {(values: Values) => Promise<Answer>} ask
 * @param {Values} values
 * @param {Values} defaults
 */
export async function askForAllowed(ask, values, defaults) {
  const problems = [];
  let asked = values;
  let answer = await ask(asked);
  while (answer.problems) {
    problems.push(...answer.problems.map((problem) => problem.message));
    const known = answer.problems.filter(({ name }) => Object.hasOwn(asked, name) && asked[name] !== defaults[name]);
    const wrong = new Set(known.map(({ name }) => name));
    const kept = Object.entries(asked).filter(([name]) => !wrong.has(name));
    asked = known.length ? { ...defaults, ...Object.fromEntries(kept) } : defaults;
    answer = await ask(asked);
  }
  return { picture: answer, problems };
}
