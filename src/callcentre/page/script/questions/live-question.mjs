// One question, alive in the page: it checks an answer in place, says what it found, and keeps the answer: in this browser, or
// where it is told to.

import { element, first } from "../elements.mjs";
import { FIELDS, moveItem } from "./answer-fields.mjs";
import { fits, judge } from "./judge.mjs";
import * as browser from "./kept.mjs";

/** @import { Key, Says } from "./judge.mjs" */
/** @typedef {Pick<typeof browser, "recall" | "keep" | "forget">} Keeper where answers are kept */

export class LiveQuestion {
  /**
   * @param {HTMLElement} section
   * @param {Keeper} keeper
   */
  constructor(section, keeper = browser) {
    const { question = "", kind = "", of = "", words = "{}" } = section.dataset;
    this.section = section;
    this.keeper = keeper;
    this.name = question;
    this.kind = kind;
    this.of = of;
    /** @type {Record<string, string>} */
    this.words = JSON.parse(words);
    this.form = first(section, ".callcentre-answer");
    this.place = first(section, '[data-part="message"]');
    this.answers = first(section, ".callcentre-answers");
    this.fields = FIELDS[kind];
    this.key = keyOf(section, this.answers);
    this.atFirst = this.fields.read(this.form);
  }

  /** Let the reader answer; an answer that was kept stands there again, with what was said of it. */
  start() {
    try {
      this.form.addEventListener("submit", (event) => this.submitted(event));
      this.form.addEventListener("input", () => this.changed());
      this.form.addEventListener("click", ({ target }) => this.clicked(/** @type {Element} */ (target)));
      this.restore();
      /** @type {HTMLFieldSetElement} */ (first(this.form, "fieldset")).disabled = false;
      this.section.dataset.state = "live";
    } catch (error) {
      this.section.dataset.state = "failed";
      const reason = /** @type {Error} */ (error).message;
      this.say(filled(this.words.says_failed, { reason }));
      console.error(error);
    }
  }

  restore() {
    const kept = this.keeper.recall(this.name, this.of);
    if (!kept || !fits(this.kind, this.key, kept.given)) return;
    this.fields.write(this.form, kept.given);
    if (kept.isChecked) this.check();
  }

  /** @param {Event} event */
  submitted(event) {
    event.preventDefault();
    this.check();
    this.keep(true);
  }

  changed() {
    this.show({ verdict: "none", words: "" });
    this.keep(false);
  }

  /** @param {Element} target */
  clicked(target) {
    const button = target.closest("button");
    if (button?.dataset.action === "clear") this.clear();
    if (button?.dataset.move) this.move(button, button.dataset.move);
  }

  /** @param {boolean} isChecked */
  keep(isChecked) {
    this.keeper.keep(this.name, { of: this.of, given: this.fields.read(this.form), isChecked });
  }

  clear() {
    this.fields.write(this.form, this.atFirst);
    this.show({ verdict: "none", words: "" });
    this.keeper.forget(this.name);
  }

  /**
   * @param {HTMLButtonElement} button
   * @param {string} way
   */
  move(button, way) {
    const item = /** @type {HTMLElement} */ (button.closest("li"));
    const place = moveItem(item, way);
    button.focus(); // what moves in the page loses it
    if (!place) return;
    this.changed();
    this.say(filled(this.words.says_moved, { item: item.firstElementChild?.textContent ?? "", place: String(place) }));
  }

  check() {
    this.show(judge(this.kind, this.key, this.fields.read(this.form), this.atFirst));
  }

  /** @param {Says} says */
  show({ verdict, words, parts = {}, option }) {
    this.section.dataset.verdict = verdict;
    if (!words) return this.say("");
    const item = typeof option === "number" ? this.textOf(option) : "";
    const feedback = option === undefined ? [] : this.feedback(option);
    return this.say(filled(this.words[words], { item, ...parts }), feedback);
  }

  /** @param {number} option */
  textOf(option) {
    return first(this.answers, `[data-option="${option}"] [data-part="text"]`).textContent ?? "";
  }

  /**
   * What the folded answer says of an option, or of why all is right.
   *
   * @param {number | null} option
   */
  feedback(option) {
    const place = option === null ? "" : `[data-option="${option}"] > `;
    const part = option === null ? "why" : "feedback";
    return [...first(this.answers, `${place}[data-part="${part}"]`).cloneNode(true).childNodes];
  }

  /**
   * @param {string} words
   * @param {Node[]} feedback
   */
  say(words, feedback = []) {
    const lines = words ? [element(document, "p", { class: "callcentre-verdict" }, words), ...feedback] : [];
    this.place.replaceChildren(...lines);
  }
}

/**
 * What is right, as the folded answer has it.
 *
 * @param {HTMLElement} section
 * @param {HTMLElement} answers
 * @returns {Key}
 */
function keyOf(section, answers) {
  const options = /** @type {HTMLElement[]} */ ([...answers.querySelectorAll("li[data-option]")]).map(
    ({ dataset: { right, value, partner } }) => ({
      isRight: right !== undefined,
      value: value === undefined ? null : Number(value),
      partner: partner === undefined ? null : Number(partner),
    }),
  );
  const unit = section.querySelector("[data-unit]")?.getAttribute("data-unit") ?? "";
  return { options, unit, tolerance: Number(section.dataset.tolerance) };
}

/**
 * @param {string} template
 * @param {Record<string, string>} parts
 */
function filled(template, parts) {
  return template.replace(/\{(\w+)\}/g, (place, name) => parts[name] ?? place);
}
