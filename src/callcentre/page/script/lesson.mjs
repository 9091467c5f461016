// What a lab asks and shows before it leaves its reader alone, as DOM: a guess, and scenes of one move each.

import { element, first } from "./elements.mjs";
import { sure } from "./format.mjs";

/** @import { Assignment, Context, Control, Guess, Lab, NamedText, NumberGuess, Quantity, Scene, Text, Values } from "./types.d.ts" */

const NAME = "scene";

/**
 * Build the place of a lab's guess and scenes; without a guess or scenes it is empty.
 *
 * @param {Context} context
 * @param {Lab} lab
 * @param {{ isAsked: boolean, isAskedAgain: boolean }} asked
 */
export function buildLesson(context, { guess, scenes }, { isAsked, isAskedAgain }) {
  const { document, words } = context;
  const count = context.format.number(scenes.length, 0);
  const begin = button(context, "scene-begin", words.scenes_begin.replace("{count}", count));
  return element(
    document,
    "div",
    { class: "callcentre-lesson" },
    guess ? buildGuess(context, guess, isAsked, isAskedAgain) : null,
    scenes.length ? element(document, "p", { class: "callcentre-begin" }, begin) : null,
    scenes.length ? buildScene(context) : null,
  );
}

/**
 * @param {Pick<Context, "document">} context
 * @param {string} action
 * @param {string} label
 */
function button({ document }, action, label) {
  return element(document, "button", { type: "button", class: "callcentre-button", "data-action": action }, label);
}

/**
 * @param {Context} context
 * @param {Guess} guess
 * @param {boolean} isAsked
 * @param {boolean} isAskedAgain
 */
function buildGuess(context, guess, isAsked, isAskedAgain) {
  const { document, format, words, id } = context;
  const title = `${id}-guess-title`;
  return element(
    document,
    "section",
    { class: "callcentre-guess", hidden: !isAsked, "data-again": isAskedAgain, "aria-labelledby": title },
    element(document, "p", { class: "callcentre-step", id: title }, words.guess_title),
    element(
      document,
      "fieldset",
      {},
      element(document, "legend", {}, format.text(guess.question)),
      ...(guess.kind === "choice" ? buildOptions(context, guess.options) : buildTrack(context, guess)),
    ),
    element(document, "p", { class: "callcentre-told", role: "status", tabindex: "-1" }),
    element(
      document,
      "div",
      { class: "callcentre-buttons" },
      button(context, "guess", words.guess_check),
      button(context, "guess-leave", words.guess_skip),
    ),
  );
}

/**
 * @param {Context} context
 * @param {{ label: string }[]} options
 */
function buildOptions({ document, id }, options) {
  const built = options.map(({ label }, at) =>
    element(
      document,
      "label",
      { class: "callcentre-option" },
      element(document, "input", { type: "radio", name: `${id}-guess`, value: at }),
      element(document, "span", {}, label),
    ),
  );
  return [element(document, "div", { class: "callcentre-options" }, ...built)];
}

/**
 * @param {Context} context
 * @param {NumberGuess} guess
 */
function buildTrack({ document, format, words, id }, { answer, low, high, step }) {
  const middle = low + step * Math.round((high - low) / step / 2);
  const shown = format.quantity({ ...answer, value: middle });
  return [
    element(document, "output", { for: `${id}-guess` }, shown),
    element(document, "input", {
      type: "range",
      id: `${id}-guess`,
      "data-guess": true,
      min: low,
      max: high,
      step,
      value: middle,
      "aria-label": words.guess_yours,
      "aria-valuetext": shown,
    }),
  ];
}

/** @param {Context} context */
function buildScene(context) {
  const { document, id } = context;
  return element(
    document,
    "section",
    { class: "callcentre-scene", hidden: true, "aria-labelledby": `${id}-scene-title` },
    element(document, "p", { class: "callcentre-step", id: `${id}-scene-title`, tabindex: "-1" }),
    element(document, "p", { class: "callcentre-ask" }),
  );
}

/**
 * What stands below the control of a scene: what surprises, and where to go next.
 *
 * @param {Context} context
 * @param {Lab} lab
 */
export function buildSceneEnd(context, { scenes }) {
  const { document, words } = context;
  if (!scenes.length) return null;
  return element(
    document,
    "div",
    { class: "callcentre-scene-end", hidden: true },
    element(document, "p", { class: "callcentre-told", role: "status" }),
    element(
      document,
      "div",
      { class: "callcentre-buttons" },
      button(context, "scene-back", words.scene_back),
      button(context, "scene-show", words.scene_show),
      button(context, "scene-next", words.scene_next),
      button(context, "scene-leave", words.scene_leave),
    ),
  );
}

/**
 * Whether a lab asks its guess, and whether it does so although it was answered before. An instructor says "on" or "off"; else
 * it is asked where the lab stands at its own values and nothing else is asked of it.
 *
 * @param {Control[]} controls
 * @param {Values} values
 * @param {Assignment | null} assignment
 */
export function whetherAsked(controls, values, assignment) {
  const isOwn = controls.every(({ name, default: own }) => JSON.stringify(values[name]) === JSON.stringify(own));
  const { fixed, hidden, task, guess } = assignment ?? { fixed: [], hidden: [], task: "", guess: "" };
  const isFree = fixed.length + hidden.length === 0 && task === "";
  return { isAsked: guess === "on" || (guess !== "off" && isOwn && isFree), isAskedAgain: guess === "on" };
}

/**
 * What is told of a guess: of an option its own sentences, of a number how near it is.
 *
 * @param {Guess} guess
 * @param {number} guessed an option's place, or the number
 * @returns {Text}
 */
export function toldOf(guess, guessed) {
  if (guess.kind === "choice") return guess.options[guessed].told;
  const { answer, near, told } = guess;
  const off = guessed - /** @type {number} */ (answer.value);
  const { template, sentences, parts } = told[sure(Math.abs(off)) <= near ? "near" : off < 0 ? "low" : "high"];
  const others = parts.filter(({ name }) => name !== "guess" && name !== "off");
  const quantity = (/** @type {number} */ value) => /** @type {Quantity} */ ({ ...answer, value });
  const own = [
    { name: "guess", quantity: quantity(guessed) },
    { name: "off", quantity: quantity(Math.abs(off)) },
  ];
  return { template, sentences, parts: [...others, ...own] };
}

/**
 * Take the scene that an address names out of its texts, as a text; "" where it names none.
 *
 * @param {NamedText[]} texts
 */
export function sceneFromTexts(texts) {
  const asked = texts.find(([name]) => name === NAME);
  return { texts: texts.filter(([name]) => name !== NAME), asked: asked?.[1] ?? "" };
}

/**
 * The texts that ask for a scene again; none for none.
 *
 * @param {number} number
 * @returns {NamedText[]}
 */
export function textsFromScene(number) {
  return number ? [[NAME, String(number)]] : [];
}

/**
 * The values at which a scene begins; what the lab remembers for itself stays as it is.
 *
 * @param {Control[]} controls
 * @param {Scene} scene
 * @param {Values} now
 * @returns {Values}
 */
export function valuesOf(controls, { values }, now) {
  const own = controls.map(({ name, kind, default: value }) => [name, kind === "record" ? now[name] : value]);
  return { ...Object.fromEntries(own), ...values };
}

/** A lab's guess and scenes in a reader's hand. */
export class Lesson {
  /**
   * @param {HTMLElement} section
   * @param {Context} context
   * @param {Lab} lab
   */
  constructor(section, context, lab) {
    this.section = section;
    this.context = context;
    this.name = lab.name;
    this.guess = lab.guess;
    this.scenes = lab.scenes;
    this.controls = lab.groups.flatMap((group) => group.controls);
    this.number = 0; // of the scene that is on, from 1
  }

  /** @returns {Scene | null} */
  get scene() {
    return this.scenes[this.number - 1] ?? null;
  }

  /** @param {string} selector */
  place(selector) {
    return first(this.section, selector);
  }

  /** The controls that a scene keeps out of sight. */
  get hidden() {
    const { scene } = this;
    return scene ? this.controls.map(({ name }) => name).filter((name) => name !== scene.control) : [];
  }

  /** Follow the track on which a reader guesses. */
  follow() {
    const { guess } = this;
    if (guess?.kind !== "number") return;
    const track = /** @type {HTMLInputElement} */ (this.place("[data-guess]"));
    track.addEventListener("input", () => {
      const shown = this.context.format.quantity({ ...guess.answer, value: Number(track.value) });
      this.place(".callcentre-guess output").textContent = shown;
      track.setAttribute("aria-valuetext", shown);
    });
  }

  /** What the reader has guessed, as `toldOf` takes it; null as long as nothing is chosen. */
  get guessed() {
    const selector = this.guess?.kind === "number" ? "[data-guess]" : ".callcentre-guess input:checked";
    const input = /** @type {HTMLInputElement | null} */ (this.section.querySelector(selector));
    return input ? Number(input.value) : null;
  }

  /**
   * Tell a reader how far off the guess was; returns the values that show it, or null where nothing was guessed.
   *
   * @returns {Values | null}
   */
  reveal() {
    const { guess, guessed } = this;
    const { format, words } = this.context;
    const told = this.place(".callcentre-guess .callcentre-told");
    if (!guess || guessed === null) {
      told.textContent = words.guess_first;
      return null;
    }
    told.textContent = format.text(toldOf(guess, guessed));
    for (const input of this.place(".callcentre-guess fieldset").querySelectorAll("input")) input.disabled = true;
    this.place("[data-action=guess]").remove();
    this.place("[data-action=guess-leave]").textContent = words.guess_leave;
    told.focus({ preventScroll: true });
    remember(this.name);
    const own = this.controls.map(({ name, default: value }) => [name, value]);
    return { ...Object.fromEntries(own), ...guess.values };
  }

  /** Let the guess go, answered or not; it is not asked again in this browser. */
  leaveGuess() {
    remember(this.name);
    this.place(".callcentre-guess").hidden = true;
    const next = this.section.querySelector("[data-action=scene-begin]") ?? first(this.section, ".callcentre-headline");
    /** @type {HTMLElement} */ (next).focus({ preventScroll: true });
  }

  /**
   * Have a scene on, or none, at 0.
   *
   * @param {number} number
   */
  go(number) {
    this.number = this.scenes[number - 1] ? number : 0;
    const { scene } = this;
    const { format, words } = this.context;
    this.section.toggleAttribute("data-scene", scene !== null);
    if (!this.scenes.length) return;
    this.place(".callcentre-begin").hidden = scene !== null;
    for (const part of [".callcentre-scene", ".callcentre-scene-end"]) this.place(part).hidden = scene === null;
    if (this.guess && scene) this.place(".callcentre-guess").hidden = true;
    if (!scene) return;
    const counted = (/** @type {number} */ count) => format.number(count, 0);
    this.place(".callcentre-scene .callcentre-step").textContent = words.scene_title
      .replace("{number}", counted(number))
      .replace("{count}", counted(this.scenes.length))
      .replace("{title}", () => scene.title);
    this.place(".callcentre-ask").textContent = format.text(scene.ask);
    this.place(".callcentre-scene-end .callcentre-told").textContent = "";
    /** @type {HTMLButtonElement} */ (this.place("[data-action=scene-back]")).disabled = number === 1;
    this.place("[data-action=scene-next]").textContent =
      number < this.scenes.length ? words.scene_next : words.scene_end;
    first(this.section, `[data-control="${scene.control}"]`).closest("details")?.setAttribute("open", "");
  }

  /** Bring a scene's title to who reads by ear, and out from behind the picture. */
  announce() {
    const place = this.scene ? ".callcentre-scene .callcentre-step" : "[data-action=scene-begin]";
    this.place(place).focus({ preventScroll: true });
    this.place(place).scrollIntoView({ block: "nearest", behavior: "instant" });
  }

  /**
   * Tell what surprises once the control of a scene was moved.
   *
   * @param {Values} values
   */
  saw(values) {
    const { scene } = this;
    if (!scene) return;
    const began = valuesOf(this.controls, scene, values)[scene.control];
    if (JSON.stringify(values[scene.control]) === JSON.stringify(began)) return;
    const told = this.context.format.text(scene.told);
    const place = this.place(".callcentre-scene-end .callcentre-told");
    if (place.textContent !== told) place.textContent = told;
  }
}

const KEY = "callcentre-guessed";

/**
 * Remember in this browser that a lab's guess was answered or let go.
 *
 * @param {string} name
 */
function remember(name) {
  try {
    const known = (localStorage.getItem(KEY) ?? "").split(" ").filter(Boolean);
    if (!known.includes(name)) localStorage.setItem(KEY, [...known, name].join(" "));
  } catch {
    // A browser that remembers nothing asks again.
  }
}
