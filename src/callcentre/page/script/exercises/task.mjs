// A task on the page: its check, its box, the verdict with its hints, and the answer for who asks after enough tries.

import { element, first } from "../elements.mjs";
import { setValues, valuesOf } from "./box.mjs";

/** @import { BoxValues, KeptTask } from "./work.mjs" */
/** @import { Words } from "../types.d.ts" */

export class Task {
  /**
   * @param {HTMLElement} section
   * @param {Words} words
   * @param {{ triesBeforeAnswer: number, check: () => void, checkBox: (values: BoxValues) => void, answer: () => void }} options
   */
  constructor(section, words, { triesBeforeAnswer, check, checkBox, answer }) {
    this.section = section;
    this.words = words;
    this.triesBeforeAnswer = triesBeforeAnswer;
    this.name = section.dataset.task ?? "";
    this.message = first(section, "[data-part=message]");
    this.answerButton = first(section, "[data-action=answer]");
    this.answerButton.onclick = answer;
    first(section, "[data-action=check]").onclick = check;
    this.box = /** @type {HTMLFormElement | null} */ (section.querySelector("[data-part=box]"));
    this.box?.addEventListener("submit", (event) => {
      event.preventDefault();
      checkBox(valuesOf(/** @type {HTMLFormElement} */ (this.box)));
    });
  }

  /** @param {"live" | "failed"} state */
  set state(state) {
    this.section.dataset.state = state;
  }

  get isRight() {
    return this.section.dataset.verdict === "right";
  }

  /**
   * Show how the task went.
   *
   * @param {KeptTask} kept
   */
  show({ state, message, tries }) {
    const verdict = state === "right" ? "right" : "wrong";
    this.section.dataset.verdict = verdict;
    this.message.replaceChildren(
      element(document, "p", {}, element(document, "strong", {}, this.words[verdict]), ` ${message}`),
    );
    this.offerAnswer(tries);
  }

  /** @param {number} tries */
  offerAnswer(tries) {
    this.answerButton.hidden = this.isRight || tries < this.triesBeforeAnswer;
  }

  /** @param {string} words */
  showAnswer(words) {
    this.message.append(
      element(document, "p", {}, element(document, "strong", {}, this.words.the_answer), ` ${words}`),
    );
  }

  /** @param {string} words what is said beside the verdict */
  add(words) {
    this.message.append(element(document, "p", {}, words));
  }

  /** @param {string} message what is said that is no verdict */
  say(message) {
    this.section.dataset.verdict = "none";
    this.message.replaceChildren(element(document, "p", {}, message));
  }

  /** Take back the verdict, since what it was of has changed. */
  forget() {
    this.section.dataset.verdict = "none";
    this.message.replaceChildren();
  }

  /** @param {BoxValues} values */
  fillBox(values) {
    if (this.box) setValues(this.box, values);
  }
}
