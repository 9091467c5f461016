// Brings the page's labs alive in place: one engine for all of them, which start.mjs has started.

import { readFragment, valuesFromTexts, writeFragment } from "./address.mjs";
import { assign, assignmentFromTexts, NO_ASSIGNMENT, textsFromAssignment, together } from "./assignment.mjs";
import { isShown, isTyped, labelSlider, readControl, showProblem, writeControl } from "./controls.mjs";
import { element } from "./elements.mjs";
import { Format } from "./format.mjs";
import { Player } from "./player.mjs";
import { showView } from "./render.mjs";
import { load } from "./scripts.mjs";
import { csvText, pythonLines, save, svgText } from "./takeaway.mjs";

const TYPING_PAUSE = 350; // ms after the last key until a typed value is used
const ADDRESS_PAUSE = 300; // ms after the last picture until the address names it
const REFINE_PAUSE = 150; // ms after the first picture until a long run goes on, so that it does not slow a moving hand
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
    const { lab, words, book, sections, assignment, view } = JSON.parse(section.dataset.frame);
    this.lab = lab;
    this.view = view;
    this.controls = lab.groups.flatMap((group) => group.controls);
    this.inSight = this.controls.filter(isShown);
    this.words = words;
    const format = new Format(document.documentElement.lang);
    this.context = { document, format, drawChart, id: section.id, words, book, sections };
    this.ofPage = assignment ?? NO_ASSIGNMENT;
    this.ofAddress = NO_ASSIGNMENT;
    this.kept = {}; // the values an instructor fixed
    this.players = [];
    this.isAsking = false;
    this.isStale = false;
    this.isBehind = false;
    this.isStopped = false;
    this.arrivals = 0; // addresses taken so far: one that is overtaken while Python answers is let go
    this.wake = () => {};
    this.rest = null; // the answer that a long run goes on from
  }

  /**
   * Let the reader move the controls as soon as the engine is ready. The picture in the page is the one for the lab's
   * own values; another is asked for only where the address names other values.
   */
  async start() {
    try {
      this.keepFixed(this.defaults);
      this.setControls();
      this.players = this.controls.filter(({ kind }) => kind === "player").map((control) => this.playerOf(control));
      await this.engine.load(this.lab.name);
      await this.takeAddress();
      this.listen();
      this.form.querySelector("fieldset").disabled = false;
      this.section.dataset.state = "live";
    } catch (error) {
      this.fail(error);
    }
  }

  fail(error) {
    for (const player of this.players) player.pause();
    this.section.dataset.state = "failed";
    this.say([this.words.failed.replace("{reason}", () => error.message.trim().split("\n").at(-1))]);
    if (!this.engine.failure) console.error(error);
  }

  listen() {
    this.form.addEventListener("input", (event) => this.changed(event));
    this.form.addEventListener("change", (event) => this.changed(event));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.section.addEventListener("click", ({ target }) => {
      const button = target.closest("button");
      if (button?.dataset.load) this.place(`[data-file="${button.dataset.load}"]`).click();
      const action = ACTIONS[button?.dataset.action];
      if (action) this.act(action);
    });
    window.addEventListener("hashchange", () => this.takeAddress());
  }

  async act(action) {
    try {
      await action(this);
    } catch (error) {
      this.fail(error);
    }
  }

  place(selector) {
    return this.section.querySelector(selector);
  }

  // Moving controls ------------------------------------------------------------------------------------------------

  /** A control was moved: read it, and ask for the new picture; while a reader types, after a pause. */
  changed({ type, target }) {
    if (target.dataset.preset !== undefined) return this.setAll(this.scenario(target.value));
    if (target.dataset.file) return type === "change" ? this.loadFile(target) : null;
    const control = this.inSight.find(({ name }) => name === target.name);
    if (!control) return null;
    const value = readControl(this.form, this.context.format, control);
    if (JSON.stringify(value) === JSON.stringify(this.values[control.name])) return null;
    return this.move(control, value, { isTyping: isTyped(control) && type === "input" });
  }

  move(control, value, { isTyping = false } = {}) {
    this.values[control.name] = value;
    if (control.kind === "slider" || control.kind === "player") {
      labelSlider(this.place(`input[name="${control.name}"]`), this.context.format, control, value);
    }
    clearTimeout(this.typing);
    if (isTyping) this.typing = setTimeout(() => this.refresh(), TYPING_PAUSE);
    else this.refresh();
  }

  playerOf(control) {
    return new Player({
      box: this.place(`[data-control="${control.name}"]`),
      control,
      words: this.words,
      value: () => this.values[control.name],
      move: (value) => {
        writeControl(this.form, this.context.format, control, value);
        this.move(control, value);
      },
      isBehind: () => this.isBehind,
      turned: () => this.setVoice(),
    });
  }

  /** Set a text from a file of the reader's; the file goes nowhere else. */
  async loadFile(input) {
    const [file] = input.files;
    const control = this.controls.find(({ name }) => name === input.dataset.file);
    input.value = "";
    if (!file) return;
    try {
      // A character is at most four bytes; Python names the limit of what is longer.
      const text = await file.slice(0, 4 * (control.longest + 1)).text();
      const value = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
      writeControl(this.form, this.context.format, control, value);
      this.move(control, value);
    } catch {
      this.say([this.words.no_file.replace("{name}", () => file.name)]);
    }
  }

  async setAll(values) {
    clearTimeout(this.typing);
    for (const player of this.players) player.pause();
    this.values = { ...values, ...this.kept };
    this.setControls();
    await this.refresh();
  }

  setControls(names = this.inSight.map(({ name }) => name)) {
    for (const control of this.inSight) {
      if (names.includes(control.name)) writeControl(this.form, this.context.format, control, this.values[control.name]);
    }
  }

  // Asking for pictures --------------------------------------------------------------------------------------------

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
        await this.askAndShow({ ...this.values });
      } catch (error) {
        this.fail(error);
      }
    }
    this.isAsking = false;
  }

  /** Ask for a view, or for the next one of a long run; what draws it is there when it resolves. */
  async ask(values, state) {
    const [answer] = await Promise.all([this.engine.ask({ lab: this.lab.name, values, state }), fetchCharts()]);
    return answer;
  }

  async askAndShow(sent) {
    this.rest = null;
    const answer = await this.ask(sent);
    this.isBehind = this.isStale;
    if (answer.problems) {
      for (const player of this.players) player.pause();
      this.showProblems(answer.problems);
      this.showProgress();
    } else {
      this.adopt(sent, answer.values);
      this.show(answer, { isMoved: true });
      await this.refine();
    }
  }

  /** Go on with what takes long, one step a message, until it is done, stopped, or overtaken by other values. */
  async refine() {
    let run = this.rest;
    if (run) await this.pauseForHand();
    while (run && run === this.rest && !this.isStale && !this.isStopped) {
      const answer = await this.ask(run.values, run.state);
      if (run !== this.rest || this.isStale) return;
      if (this.isStopped) break; // what was asked for before the stop is asked for again when it goes on
      this.show(answer, { isMoved: true, isOn: true });
      run = this.rest;
    }
    this.showProgress();
  }

  /** Wait a moment, or less where a control is moved meanwhile. */
  pauseForHand() {
    return new Promise((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, REFINE_PAUSE);
    });
  }

  /** Take up values that the lab settled, except where the reader has moved on meanwhile. */
  adopt(sent, settled) {
    const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    const names = this.controls
      .map(({ name }) => name)
      .filter((name) => !same(settled[name], sent[name]) && same(this.values[name], sent[name]));
    for (const name of names) this.values[name] = settled[name];
    this.setControls(names);
  }

  /** Show an answer's view; the controls are set by who asked. `isOn`: the same values, known better. */
  show({ values, view, state }, { isMoved = false, isOn = false } = {}) {
    this.shown = values;
    this.view = view;
    this.rest = state === null || state === undefined ? null : { values, state };
    if (!isOn) {
      this.isStopped = false;
      this.showProblems([]);
    }
    this.showProgress();
    showView(this.context, this.section, view);
    this.namePreset();
    this.section.dataset.revision = Number(this.section.dataset.revision) + 1;
    if (isMoved) this.nameInAddress();
  }

  /** Say how far a long run is, with the button that stops it or lets it go on. */
  showProgress() {
    const place = this.place(".callcentre-progress");
    const isRunning = this.rest !== null && !this.isStopped;
    if (this.rest) {
      place.hidden = false;
      place.querySelector("progress").value = this.view.progress;
      place.querySelector("button").textContent = this.isStopped ? this.words.go_on : this.words.stop;
    }
    if (!this.rest && place.contains(document.activeElement)) this.place(".callcentre-headline").focus({ preventScroll: true });
    place.classList.toggle("callcentre-idle", !this.rest); // keeps its room, so that nothing below it jumps
    this.section.toggleAttribute("data-refining", isRunning);
    this.setVoice();
  }

  /** Announce results politely, but neither while they are played nor while a long run refines them. */
  setVoice() {
    const isQuiet = this.section.hasAttribute("data-refining") || this.players.some((player) => player.isPlaying);
    const spoken = [this.place(".callcentre-headline"), this.place(".callcentre-passage")];
    const wasQuiet = spoken[0].getAttribute("aria-live") === "off";
    for (const place of spoken) place.setAttribute("aria-live", isQuiet ? "off" : "polite");
    if (wasQuiet && !isQuiet) this.place(".callcentre-spoken").textContent = spoken[0].textContent;
    if (isQuiet) this.place(".callcentre-spoken").textContent = "";
  }

  namePreset() {
    const select = this.place("[data-preset]");
    if (!select) return;
    const isShownFor = (choice) => {
      const values = { ...this.scenario(choice), ...this.kept };
      return this.inSight.every(({ name }) => JSON.stringify(values[name]) === JSON.stringify(this.shown[name]));
    };
    const choices = [select.value, "own", ...this.lab.presets.keys()].filter((choice) => choice !== "");
    select.value = choices.find(isShownFor) ?? "";
  }

  /** The values of a preset by its place, or "own" for what the page shows first. */
  scenario(choice) {
    if (choice === "own") return this.defaults;
    const own = Object.fromEntries(this.controls.map((control) => [control.name, control.default]));
    return { ...own, ...this.lab.presets[choice].values };
  }

  // Messages -------------------------------------------------------------------------------------------------------

  /** Say beside each control what is wrong with its value, and at the top what belongs to none. */
  showProblems(problems) {
    const byName = new Map(problems.map((problem) => [problem.name, this.problemWords(problem)]));
    for (const control of this.inSight) {
      if (this.assignment.hidden.includes(control.name)) continue;
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

  // The address ----------------------------------------------------------------------------------------------------

  /** Take the values with which the address names this lab, and bring it into sight. */
  async takeAddress() {
    knownHash = location.hash;
    const fragment = readFragment(knownHash);
    if (!fragment || findLab(fragment.id) !== this.section) return;
    if (fragment.texts.length || this.shown !== this.defaults) await this.takeTexts(fragment.texts);
    this.section.scrollIntoView({ behavior: "instant" });
  }

  get assignment() {
    return together(this.ofPage, this.ofAddress);
  }

  /** Show the values that texts stand for. What cannot be used keeps its default, and a message says so. */
  async takeTexts(allTexts) {
    clearTimeout(this.naming); // the address is the reader's now, not the last picture's
    const { texts, assignment, unknown } = assignmentFromTexts(this.controls, allTexts);
    const values = valuesFromTexts(this.controls, texts);
    const label = (name) => this.controls.find((control) => control.name === name).label;
    const messages = unknown.map((name) => this.words.no_control.replace("{name}", () => name));
    for (const name of this.ofPage.fixed.filter((each) => Object.hasOwn(values, each))) {
      if (JSON.stringify(values[name]) !== JSON.stringify(this.defaults[name])) {
        messages.push(this.words.is_fixed.replace("{label}", () => label(name)));
      }
      values[name] = this.defaults[name];
    }
    this.arrivals += 1;
    const arrival = this.arrivals;
    const { answer, problems } = await this.askForAllowed({ ...this.defaults, ...values });
    if (arrival !== this.arrivals) return;
    messages.push(...problems);
    this.ofAddress = assignment;
    this.values = { ...answer.values };
    this.setControls();
    this.keepFixed(answer.values);
    assign(this.section, this.words, this.assignment);
    this.show(answer);
    if (messages.length) this.say([this.words.address, ...messages]);
    this.act(() => this.refine());
  }

  /** Ask for values; for those that are not allowed, for their defaults instead. */
  async askForAllowed(values) {
    const problems = [];
    let asked = values;
    let answer = await this.ask(asked);
    while (answer.problems) {
      problems.push(...answer.problems.map((problem) => problem.message));
      const known = answer.problems.filter(({ name }) => Object.hasOwn(asked, name) && asked[name] !== this.defaults[name]);
      const wrong = new Set(known.map(({ name }) => name));
      const kept = Object.entries(asked).filter(([name]) => !wrong.has(name));
      asked = known.length ? { ...this.defaults, ...Object.fromEntries(kept) } : this.defaults;
      answer = await this.ask(asked);
    }
    return { answer, problems };
  }

  /** Remember the values that neither a preset nor a reset may change. */
  keepFixed(values) {
    this.kept = Object.fromEntries(this.assignment.fixed.map((name) => [name, values[name]]));
  }

  fragment() {
    const besides = textsFromAssignment(this.ofAddress);
    return writeFragment(this.section.id, this.controls, this.shown, this.defaults, besides);
  }

  nameInAddress() {
    clearTimeout(this.naming);
    this.naming = setTimeout(() => {
      if (location.hash === knownHash && knownHash !== this.fragment()) replaceFragment(this.fragment());
    }, ADDRESS_PAUSE);
  }

  // The buttons ----------------------------------------------------------------------------------------------------

  stopOrGoOn() {
    this.isStopped = !this.isStopped;
    this.showProgress();
    return this.refine();
  }

  /** Keep the present view to compare others with, or let the kept one go. */
  async pinOrUnpin() {
    await fetchCharts();
    this.context.pinned = this.context.pinned ? null : this.view;
    const words = this.place(".callcentre-pinned-words");
    words.textContent = this.context.pinned ? this.words.pinned_words : "";
    words.hidden = !this.context.pinned;
    this.place("[data-action=pin]").textContent = this.context.pinned ? this.words.unpin : this.words.pin;
    showView(this.context, this.section, this.view);
  }

  saveTable() {
    const { table } = this.view;
    if (table) save(`${this.lab.name}.csv`, "text/csv;charset=utf-8", csvText(table));
    else this.tell(this.words.no_table);
  }

  savePicture() {
    if (!this.place(".callcentre-chart svg")) return this.tell(this.words.no_picture);
    return save(`${this.lab.name}.svg`, "image/svg+xml", svgText(this.section, this.lab.title));
  }

  tell(words) {
    this.place(".callcentre-copied").textContent = words;
  }

  /** Copy words to the clipboard; where the browser refuses that, show them to be copied by hand. */
  async copy(text, done, byHand) {
    try {
      await navigator.clipboard.writeText(text);
      this.tell(done);
    } catch {
      const rows = text.trim().split("\n").length;
      const field = element(document, "textarea", { readonly: true, rows, "aria-label": byHand }, text.trim());
      this.place(".callcentre-copied").replaceChildren(byHand, " ", field);
      field.select();
    }
  }
}

const ACTIONS = {
  reset: (lab) => lab.setAll(lab.defaults),
  stop: (lab) => lab.stopOrGoOn(),
  pin: (lab) => lab.pinOrUnpin(),
  table: (lab) => lab.saveTable(),
  picture: (lab) => lab.savePicture(),
  "copy-link": (lab) =>
    lab.copy(location.href.split("#")[0] + lab.fragment(), lab.words.link_copied, lab.words.copy_by_hand),
  "copy-python": (lab) =>
    lab.copy(pythonLines(lab.lab, lab.shown), lab.words.python_copied, lab.words.copy_python_by_hand),
};

/** The lab an address names: by its id, or by its name where a heading of the page has taken that as its id. */
function findLab(id) {
  return sections.find((section) => section.id === id) ?? sections.find((section) => section.dataset.lab === id);
}

/** Change the address's fragment without a new entry in the history; where the browser refuses, leave it. */
function replaceFragment(fragment) {
  try {
    history.replaceState(history.state, "", fragment);
    knownHash = location.hash;
  } catch {
    // A frame without the right to it: the link can still be copied.
  }
}

/** Start every lab; what draws new pictures is fetched after that, so that it keeps no lab waiting. */
export async function bringAlive(engine) {
  sections = [...document.querySelectorAll("section[data-lab]")];
  await Promise.all(sections.map((section) => new LiveLab(section, engine).start()));
  fetchCharts().catch(() => {}); // who needs them asks again, and says so
}

/** Fetch the script that draws, once; where that failed, it is tried again. */
function fetchCharts() {
  charts ??= load("charts").catch((error) => {
    charts = null;
    throw error;
  });
  return charts;
}

/** Draw a chart, as charts.mjs tells; the script that does it has been fetched. */
function drawChart(...request) {
  return self.callcentreCharts.drawChart(...request);
}

let sections = [];
let charts; // a promise once somebody has asked for the script that draws
let knownHash = location.hash; // where it is another one, a reader has just changed it, and it is not to be overwritten
