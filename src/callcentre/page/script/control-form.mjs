// A lab's controls in a reader's hand: what is moved, typed, played, loaded from a file or set at once.

import { followMove, isShown, isTyped, readControl, takeStop, writeControl } from "./controls.mjs";
import { first } from "./elements.mjs";
import { showNeeds, turningOn } from "./needs.mjs";
import { Player } from "./player.mjs";

/** @import { Context, Control, NumberControl, Problem, TextControl, Value, Values } from "./types.d.ts" */

const TYPING_PAUSE = 350; // ms after the last key until a typed value is used

/**
 * @typedef {object} Listener
 * @property {() => void} moved is told when there are new values
 * @property {(choice: string) => void} chosePreset
 * @property {(problem: Problem) => void} refused is told of a file that cannot be read
 * @property {() => boolean} isBehind whether the picture of the last move is still to come
 * @property {() => void} turned is told when playing begins or ends
 */

export class ControlForm {
  /**
   * @param {HTMLElement} section
   * @param {Context} context
   * @param {Control[]} controls
   * @param {Values} values
   * @param {Listener} listener
   */
  constructor(section, context, controls, values, listener) {
    this.form = first(section, ".callcentre-controls");
    this.context = context;
    this.controls = controls;
    this.inSight = controls.filter(isShown);
    this.values = { ...values };
    /** @type {Values} */
    this.kept = {}; // the values an instructor fixed
    this.listener = listener;
    /** @type {Player[]} */
    this.players = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typing = undefined;
  }

  get isPlaying() {
    return this.players.some((player) => player.isPlaying);
  }

  /** Let players be played; they can be used once the form is enabled. */
  addPlayers() {
    for (const control of this.controls) if (control.kind === "player") this.players.push(this.playerOf(control));
  }

  /** Follow the reader's hand. */
  enable() {
    this.form.addEventListener("input", (event) => this.changed(event));
    this.form.addEventListener("change", (event) => this.changed(event));
    this.form.addEventListener("focusin", ({ target }) => showAll(/** @type {HTMLElement} */ (target)));
    this.form.addEventListener("click", ({ target }) => this.goOn(/** @type {HTMLElement} */ (target).dataset.next));
    this.form.addEventListener("submit", (event) => event.preventDefault());
    /** @type {HTMLFieldSetElement} */ (first(this.form, "fieldset")).disabled = false;
  }

  pausePlayers() {
    for (const player of this.players) player.pause();
  }

  /**
   * A control was moved: read it, and tell so; while a reader types, after a pause.
   *
   * @param {Event} event
   */
  changed({ type, target }) {
    const input = /** @type {HTMLInputElement} */ (target);
    if (input.dataset.preset !== undefined) return this.listener.chosePreset(input.value);
    if (input.dataset.file) return type === "change" ? this.loadFile(input) : null;
    const control = this.inSight.find(({ name }) => name === (input.dataset.track ?? input.name));
    if (!control) return null;
    if (input.dataset.track) takeStop(this.form, this.context.format, control);
    const value = readControl(this.form, this.context.format, control);
    if (JSON.stringify(value) === JSON.stringify(this.values[control.name])) return null;
    return this.move(control, value, { isTyping: isTyped(control) && type === "input" && !input.dataset.track });
  }

  /**
   * @param {Control} control
   * @param {Value} value
   */
  move(control, value, { isTyping = false } = {}) {
    this.values[control.name] = value;
    followMove(this.form, this.context.format, control, value);
    this.showNeeds();
    clearTimeout(this.typing);
    if (isTyping) this.typing = setTimeout(() => this.listener.moved(), TYPING_PAUSE);
    else this.listener.moved();
  }

  /**
   * Set a control and move it, as a reader does.
   *
   * @param {Control} control
   * @param {Value} value
   */
  writeAndMove(control, value) {
    writeControl(this.form, this.context.format, control, value);
    this.move(control, value);
  }

  /**
   * Move a control on by a step, and from its last place back to the first.
   *
   * @param {string | undefined} name
   */
  goOn(name) {
    const control = /** @type {NumberControl | undefined} */ (this.controls.find((one) => one.name === name));
    if (!control) return;
    const next = /** @type {number} */ (this.values[control.name]) + control.step;
    this.writeAndMove(control, next > control.high ? control.low : next);
  }

  /** @param {NumberControl} control */
  playerOf(control) {
    return new Player({
      box: first(this.form, `[data-control="${control.name}"]`),
      control,
      words: this.context.words,
      value: () => /** @type {number} */ (this.values[control.name]),
      move: (value) => this.writeAndMove(control, value),
      isBehind: this.listener.isBehind,
      turned: this.listener.turned,
    });
  }

  /**
   * Open the dialogue in which a reader chooses a file for a control.
   *
   * @param {string} name
   */
  chooseFile(name) {
    first(this.form, `[data-file="${name}"]`).click();
  }

  /**
   * Set a text from a file of the reader's; the file goes nowhere else.
   *
   * @param {HTMLInputElement} input
   */
  async loadFile(input) {
    const [file] = input.files ?? [];
    const control = this.controls.find(({ name }) => name === input.dataset.file);
    input.value = "";
    if (!file || !control) return;
    try {
      const text = await textOf(file, /** @type {TextControl} */ (control).longest);
      this.turnOn(control);
      this.writeAndMove(control, text);
    } catch {
      const message = this.context.words.no_file.replace("{name}", () => file.name);
      this.listener.refused({ name: control.name, message });
    }
  }

  /**
   * Set the choices that a control needs to have an effect, but those that an instructor fixed.
   *
   * @param {Control} control
   */
  turnOn(control) {
    for (const [name, value] of Object.entries(turningOn(control, this.values))) {
      const other = this.controls.find((one) => one.name === name);
      if (other?.kind === "choice" && !(name in this.kept)) this.writeAndMove(other, value);
    }
  }

  /**
   * Set all controls to values at once, but those that an instructor fixed.
   *
   * @param {Values} values
   */
  setAll(values) {
    clearTimeout(this.typing);
    this.pausePlayers();
    this.values = { ...values, ...this.kept };
    this.write();
  }

  /**
   * Set all controls to values, and remember those that neither a preset nor a reset may change.
   *
   * @param {Values} values
   * @param {string[]} fixed
   */
  setAndKeep(values, fixed) {
    this.kept = Object.fromEntries(fixed.map((name) => [name, values[name]]));
    this.values = { ...values };
    this.write();
  }

  /**
   * Take up values that the lab settled, except where the reader has moved on meanwhile.
   *
   * @param {Values} sent
   * @param {Values} settled
   */
  adopt(sent, settled) {
    const names = settledNames(sent, settled, this.values);
    for (const name of names) this.values[name] = settled[name];
    this.write(names);
  }

  write(names = this.inSight.map(({ name }) => name)) {
    for (const control of this.inSight) {
      if (names.includes(control.name))
        writeControl(this.form, this.context.format, control, this.values[control.name]);
    }
    this.showNeeds();
  }

  showNeeds() {
    showNeeds(this.form, this.inSight, this.values, Object.keys(this.kept));
  }
}

/**
 * Bring the whole of a text that got the focus into sight: browsers bring no more than the line of the caret.
 *
 * @param {HTMLElement} target
 */
function showAll(target) {
  if (target.localName === "textarea") target.scrollIntoView({ block: "nearest", behavior: "instant" });
}

/**
 * The names of values that a lab has changed, where they still stand as they were sent.
 *
 * @param {Values} sent
 * @param {Values} settled
 * @param {Values} now
 */
export function settledNames(sent, settled, now) {
  const isSame = (/** @type {Value} */ one, /** @type {Value} */ other) =>
    JSON.stringify(one) === JSON.stringify(other);
  return Object.keys(settled).filter((name) => !isSame(settled[name], sent[name]) && isSame(now[name], sent[name]));
}

/**
 * What a file holds, up to just over the longest text allowed: Python names the limit of what is longer.
 *
 * @param {Blob} file
 * @param {number} longest
 */
export async function textOf(file, longest) {
  const bytes = await file.slice(0, 4 * (longest + 1)).arrayBuffer(); // a character is at most four bytes
  return decoded(new Uint8Array(bytes))
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n");
}

/**
 * Text in UTF-8, or as spreadsheets write it too: in UTF-16, or in the letters of Windows. A workbook is no text, nor what holds a zero byte.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
function decoded(bytes) {
  const begins = (/** @type {number[]} */ ...first) => first.every((byte, index) => bytes[index] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04)) throw new Error("a workbook");
  if (begins(0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes.includes(0)) throw new Error("no text");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true }); // the last character may be cut
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
