// Brings the page's labs alive in place: one engine for all of them, started at once.

import { readFragment, valuesFromTexts, writeFragment } from "./address.mjs";
import { labelSlider, readControl, showProblem, writeControl } from "./controls.mjs";
import { element } from "./elements.mjs";
import { Engine, EngineFailure } from "./engine.mjs";
import { Format, scaled } from "./format.mjs";
import { showView } from "./render.mjs";

const TYPING_PAUSE = 350; // ms after the last key until a typed value is used
const ADDRESS_PAUSE = 300; // ms after the last picture until the address names it
const MAX_MESSAGES = 4;
const MAX_MESSAGE_LENGTH = 240;

class LiveLab {
  constructor(section, engine) {
    this.section = section;
    this.engine = engine;
    this.form = section.querySelector(".callcentre-controls");
    this.defaults = JSON.parse(section.dataset.values);
    this.values = { ...this.defaults };
    this.shown = this.defaults;
    const { lab, words, book, sections } = JSON.parse(section.dataset.frame);
    this.lab = lab;
    this.controls = lab.groups.flatMap((group) => group.controls);
    this.words = words;
    this.context = { document, format: new Format(document.documentElement.lang), id: section.id, words, book, sections };
    this.isAsking = false;
    this.isStale = false;
  }

  /**
   * Let the reader move the controls as soon as the engine is ready. The picture in the page is the one for the lab's
   * own values; another is asked for only where the address names other values.
   */
  async start() {
    try {
      this.setControls();
      await this.engine.ready;
      await this.takeAddress();
      this.listen();
      this.form.querySelector("fieldset").disabled = false;
      this.section.dataset.state = "live";
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    this.section.dataset.state = "failed";
    this.say([this.words.failed.replace("{reason}", () => error.message.trim().split("\n").at(-1))]);
    if (!(error instanceof EngineFailure)) console.error(error);
  }

  listen() {
    this.form.addEventListener("input", (event) => this.changed(event));
    this.form.addEventListener("change", (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("click", (event) => {
      const action = event.target.closest("[data-action]")?.dataset.action;
      if (action === "reset") this.reset();
      if (action === "copy-link") this.copyLink();
    });
    window.addEventListener("hashchange", () => this.takeAddress());
  }

  /** A control was moved: read it, and ask for the new picture; while a reader types, after a pause. */
  changed({ type, target }) {
    const control = this.controls.find(({ name }) => name === target.name);
    if (!control) return;
    const value = readControl(this.form, this.context.format, control);
    if (JSON.stringify(value) === JSON.stringify(this.values[control.name])) return;
    this.values[control.name] = value;
    if (control.kind === "slider") labelSlider(target, this.context.format, control, value);
    clearTimeout(this.typing);
    if (control.kind === "number" && type === "input") this.typing = setTimeout(() => this.refresh(), TYPING_PAUSE);
    else this.refresh();
  }

  /** Ask for the picture of the newest values; what changes meanwhile is asked for once the answer is there. */
  async refresh() {
    this.isStale = true;
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.isStale) {
      this.isStale = false;
      try {
        const answer = await this.engine.ask({ lab: this.lab.name, values: this.values });
        if (answer.problems) this.showProblems(answer.problems);
        else this.show(answer, { keepControls: true });
      } catch (error) {
        this.fail(error);
      }
    }
    this.isAsking = false;
  }

  /** Show an answer's view; set the controls as well unless they are where it comes from. */
  show({ values, view }, { keepControls = false } = {}) {
    if (!keepControls) {
      this.values = { ...values };
      this.setControls();
    }
    this.shown = values;
    this.showProblems([]);
    showView(this.context, this.section, view);
    this.section.dataset.revision = Number(this.section.dataset.revision) + 1;
    if (keepControls) this.nameInAddress();
  }

  setControls() {
    for (const control of this.controls) writeControl(this.form, this.context.format, control, this.values[control.name]);
  }

  /** Say beside each control what is wrong with its value, and at the top what belongs to none. */
  showProblems(problems) {
    const byName = new Map(problems.map((problem) => [problem.name, this.problemWords(problem)]));
    for (const control of this.controls) {
      showProblem(this.form, this.section.id, control, byName.get(control.name) ?? "");
      byName.delete(control.name);
    }
    this.say([...byName.values()]);
  }

  /** Python's message; where a number is out of bounds, the bounds as the reader sees numbers, with their unit. */
  problemWords({ name, message }) {
    const control = this.controls.find((one) => one.name === name);
    const value = this.values?.[name];
    if (typeof value !== "number" || !(value < control?.low || value > control?.high)) return message;
    const shown = (number) => this.context.format.quantity({ ...control, decimals: null, value: number });
    return this.words.out_of_bounds
      .replace("{label}", () => control.label)
      .replace("{low}", () => shown(control.low))
      .replace("{high}", () => shown(control.high))
      .replace("{value}", () => shown(value));
  }

  /** Show messages at the lab's top, as text. */
  say(messages) {
    const cut = (text) => (text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH)}\u2026` : text);
    const shown = messages.slice(0, MAX_MESSAGES).map((message) => element(document, "p", {}, cut(message)));
    if (messages.length > MAX_MESSAGES) shown.push(element(document, "p", {}, "\u2026"));
    this.section.querySelector(".callcentre-message").replaceChildren(...shown);
  }

  /** Take the values with which the address names this lab, and bring it into sight. */
  async takeAddress() {
    const fragment = readFragment(location.hash);
    if (!fragment || findLab(fragment.id) !== this.section) return;
    if (fragment.texts.length || this.shown !== this.defaults) await this.takeTexts(fragment.texts);
    this.section.scrollIntoView({ behavior: "instant" });
  }

  /** Show the values that texts stand for. What cannot be used keeps its default, and a message says so. */
  async takeTexts(texts) {
    let asked = { ...this.defaults, ...valuesFromTexts(this.controls, texts) };
    const messages = [];
    let answer = await this.engine.ask({ lab: this.lab.name, values: asked });
    while (answer.problems) {
      messages.push(...answer.problems.map((problem) => problem.message));
      const known = answer.problems.filter(({ name }) => Object.hasOwn(asked, name) && asked[name] !== this.defaults[name]);
      const wrong = new Set(known.map(({ name }) => name));
      const kept = Object.entries(asked).filter(([name]) => !wrong.has(name));
      asked = known.length ? { ...this.defaults, ...Object.fromEntries(kept) } : this.defaults;
      answer = await this.engine.ask({ lab: this.lab.name, values: asked });
    }
    this.show(answer);
    if (messages.length) this.say([this.words.address, ...messages]);
  }

  fragment() {
    return writeFragment(this.section.id, this.controls, this.shown, this.defaults);
  }

  nameInAddress() {
    clearTimeout(this.naming);
    this.naming = setTimeout(() => {
      if (document.location.hash !== this.fragment()) replaceFragment(this.fragment());
    }, ADDRESS_PAUSE);
  }

  async reset() {
    clearTimeout(this.typing);
    this.values = { ...this.defaults };
    this.setControls();
    await this.refresh();
  }

  async copyLink() {
    const link = location.href.split("#")[0] + this.fragment();
    const place = this.section.querySelector(".callcentre-copied");
    try {
      await navigator.clipboard.writeText(link);
      place.textContent = this.words.link_copied;
    } catch {
      const field = element(document, "input", { type: "text", readonly: true, value: link, "aria-label": this.words.copy_by_hand });
      place.replaceChildren(this.words.copy_by_hand, " ", field);
      field.select();
    }
  }
}

/** The lab an address names: by its id, or by its name where a heading of the page has taken that as its id. */
function findLab(id) {
  return sections.find((section) => section.id === id) ?? sections.find((section) => section.dataset.lab === id);
}

/** Change the address's fragment without a new entry in the history; where the browser refuses, leave it. */
function replaceFragment(fragment) {
  try {
    history.replaceState(history.state, "", fragment);
  } catch {
    // A frame without the right to it: the link can still be copied.
  }
}

function bringAlive(engine) {
  sections = [...document.querySelectorAll("section[data-lab]")];
  for (const section of sections) new LiveLab(section, engine).start();
}

// Only a page with a lab loads this script, so Python may start while the page is still being read.
let sections = [];
const engine = new Engine();
if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => bringAlive(engine));
else bringAlive(engine);
