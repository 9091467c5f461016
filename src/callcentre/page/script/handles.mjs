// What a reader drags in the picture: sliders that lie over the main chart, and set a control each and nothing else.

import { element, first } from "./elements.mjs";
import { sure } from "./format.mjs";

/** @import { ControlForm } from "./control-form.mjs" */
/** @import { Context, Control, NumberControl, PlacedHandle } from "./types.d.ts" */

const PAGE = 10; // steps
const RATIO = 1.02; // a step on a logarithmic axis
const LEAST = 24; // pixels that a handle on a bar has at least
const DIGITS = 3; // of a value put down on a logarithmic axis

export class Handles {
  /**
   * Lay handles over the main chart, now and whenever another is drawn or its size changes.
   *
   * @param {HTMLElement} section
   * @param {Context} context
   * @param {Control[]} controls
   * @param {ControlForm} form
   */
  constructor(section, context, controls, form) {
    this.stage = first(section, ".callcentre-stage");
    this.main = first(section, ".callcentre-main");
    this.context = context;
    this.controls = controls;
    this.form = form;
    /** @type {Map<string, PlacedHandle>} */
    this.placed = new Map();
    /** @type {string | null} */
    this.dragged = null;
    new MutationObserver(() => this.place()).observe(this.main, { childList: true });
    new ResizeObserver(() => this.place()).observe(this.stage);
    this.place();
  }

  /** Put each handle where the picture has it; one whose control cannot be moved is not there. */
  place() {
    const svg = [...this.main.querySelectorAll("svg")].find((one) => one.getClientRects().length);
    const told = svg?.getAttribute("data-handles");
    const all = /** @type {PlacedHandle[]} */ (told ? JSON.parse(told) : []).filter(({ name }) => this.isFree(name));
    // Bars too thin to be told apart by a finger are moved by their controls alone.
    const scale = svg?.getScreenCTM()?.a ?? 1;
    const placed = all.filter(
      ({ isOnBar, across: [start, end] }) => !isOnBar || Math.abs(end - start) * scale >= LEAST,
    );
    this.placed = new Map(placed.map((handle) => [handle.name, handle]));
    for (const one of this.all()) if (!this.placed.has(one.dataset.handle ?? "")) one.remove();
    for (const handle of placed) this.put(/** @type {SVGSVGElement} */ (svg), handle);
  }

  all() {
    return [.../** @type {NodeListOf<HTMLElement>} */ (this.stage.querySelectorAll("[data-handle]"))];
  }

  /** @param {string} name */
  isFree(name) {
    const input = /** @type {HTMLInputElement | null} */ (this.form.form.querySelector(`[name="${name}"]`));
    return input !== null && !input.disabled && !input.closest("[hidden]");
  }

  /**
   * @param {SVGSVGElement} svg
   * @param {PlacedHandle} handle
   */
  put(svg, handle) {
    const made = this.all().find((one) => one.dataset.handle === handle.name) ?? this.make(handle);
    const value = this.valueOf(handle);
    if (this.dragged !== handle.name)
      this.move(made, svg, handle, pixel(handle, (value - handle.base) * handle.factor));
    const control = this.control(handle.name);
    made.setAttribute("aria-valuenow", String(value));
    made.setAttribute("aria-valuetext", this.context.format.quantity({ ...control, value }));
  }

  /**
   * What a handle stands for: its control's value, or the picture's where that one cannot be used.
   *
   * @param {PlacedHandle} handle
   */
  valueOf({ name, at, base }) {
    const { low, high } = this.control(name);
    const value = this.form.values[name];
    return typeof value === "number" && low <= value && value <= high ? value : at + base;
  }

  /** @param {string} name */
  control(name) {
    return /** @type {NumberControl} */ (this.controls.find((control) => control.name === name));
  }

  /** @param {PlacedHandle} handle */
  make({ name, along, isOnBar }) {
    const { low, high, label } = this.control(name);
    const made = element(document, "div", {
      class: `callcentre-handle callcentre-along-${along} ${isOnBar ? "callcentre-on-bar" : ""}`.trim(),
      role: "slider",
      tabindex: 0,
      "data-handle": name,
      "aria-label": label,
      "aria-orientation": along === "x" ? "horizontal" : "vertical",
      "aria-valuemin": low,
      "aria-valuemax": high,
    });
    made.addEventListener("keydown", (event) => this.pressed(event, name));
    made.addEventListener("pointerdown", (event) => this.taken(event, made, name));
    this.stage.append(made);
    return made;
  }

  /**
   * @param {HTMLElement} made
   * @param {SVGSVGElement} svg
   * @param {PlacedHandle} handle
   * @param {number} at
   */
  move(made, svg, { along, across }, at) {
    const [start, end] = [Math.min(...across), Math.max(...across)];
    const corner = (/** @type {number} */ x, /** @type {number} */ y) =>
      new DOMPoint(x, y).matrixTransform(svg.getScreenCTM() ?? undefined);
    const [one, other] = along === "x" ? [corner(at, start), corner(at, end)] : [corner(start, at), corner(end, at)];
    const frame = this.stage.getBoundingClientRect();
    made.style.left = `${one.x - frame.left}px`;
    made.style.top = `${one.y - frame.top}px`;
    made.style.setProperty("--callcentre-reach", `${Math.max(other.x - one.x, other.y - one.y)}px`);
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} made
   * @param {string} name
   */
  taken(event, made, name) {
    event.preventDefault();
    made.focus({ preventScroll: true });
    made.setPointerCapture(event.pointerId);
    this.dragged = name;
    const follow = (/** @type {PointerEvent} */ moved) => this.dragTo(moved, made, name);
    const leave = () => {
      made.removeEventListener("pointermove", follow);
      this.dragged = null;
      this.place();
    };
    made.addEventListener("pointermove", follow);
    made.addEventListener("lostpointercapture", leave, { once: true });
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} made
   * @param {string} name
   */
  dragTo({ clientX, clientY }, made, name) {
    const handle = this.placed.get(name);
    const svg = [...this.main.querySelectorAll("svg")].find((one) => one.getClientRects().length);
    if (!handle || !svg) return;
    const point = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
    const ends = [Math.min(...handle.range), Math.max(...handle.range)];
    const at = Math.min(ends[1], Math.max(ends[0], handle.along === "x" ? point.x : point.y));
    this.move(made, svg, handle, at);
    this.set(name, valueAt(handle, at) / handle.factor + handle.base);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {string} name
   */
  pressed(event, name) {
    const moved = keyed(
      event.key,
      this.control(name),
      /** @type {number} */ (this.form.values[name]),
      this.placed.get(name)?.isLog,
    );
    if (moved === null) return;
    event.preventDefault();
    this.set(name, moved);
  }

  /**
   * @param {string} name
   * @param {number} value
   */
  set(name, value) {
    const control = this.control(name);
    const allowed = allowedNear(control, value, this.placed.get(name)?.isLog);
    if (allowed !== this.form.values[name]) this.form.writeAndMove(control, allowed);
    this.place();
  }
}

/**
 * The value a key leads to; null for a key that leads nowhere.
 *
 * @param {string} key
 * @param {Pick<NumberControl, "low" | "high" | "step">} control
 * @param {number} value
 */
export function keyed(key, { low, high, step }, value, isLog = false) {
  const by = (/** @type {number} */ steps) =>
    isLog
      ? value + Math.sign(steps) * Math.max(step, Math.abs(value * RATIO ** steps - value), value / 100)
      : value + steps * step;
  /** @type {Record<string, number>} */
  const values = {
    ArrowRight: by(1),
    ArrowUp: by(1),
    ArrowLeft: by(-1),
    ArrowDown: by(-1),
    PageUp: by(PAGE),
    PageDown: by(-PAGE),
    Home: low,
    End: high,
  };
  return key in values ? values[key] : null;
}

/**
 * The allowed value nearest to a value; on a logarithmic axis one of three digits.
 *
 * @param {Pick<NumberControl, "low" | "high" | "step">} control
 * @param {number} value
 */
export function allowedNear({ low, high, step }, value, isLog = false) {
  const round = isLog ? Number(value.toPrecision(DIGITS)) : value;
  const stepped = low + Math.round((round - low) / step) * step;
  return sure(Math.min(high, Math.max(low, stepped)));
}

/**
 * Where a shown value stands on a handle's axis.
 *
 * @param {Pick<PlacedHandle, "isLog" | "domain" | "range">} handle
 * @param {number} value
 */
export function pixel({ isLog, domain: [low, high], range: [from, to] }, value) {
  const part = isLog ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return from + Math.min(1, Math.max(0, part)) * (to - from);
}

/**
 * The shown value at a place on a handle's axis.
 *
 * @param {Pick<PlacedHandle, "isLog" | "domain" | "range">} handle
 * @param {number} at
 */
export function valueAt({ isLog, domain: [low, high], range: [from, to] }, at) {
  const part = (at - from) / (to - from);
  return isLog ? low * (high / low) ** part : low + part * (high - low);
}
