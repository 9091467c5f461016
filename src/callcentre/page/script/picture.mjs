// What a live lab shows: its view, how far a long run is, what is pinned, and what a screen reader hears of it.

import { first } from "./elements.mjs";
import { buildSideBySide } from "./pin.mjs";
import { showView } from "./render.mjs";

/** @import { Scenario } from "./pin.mjs" */
/** @import { Context, Control } from "./types.d.ts" */

const MOMENT = 40; // ms: a frame or two

export class Picture {
  /**
   * @param {HTMLElement} section
   * @param {Context} context
   * @param {Scenario & { controls: Control[] }} shown
   */
  constructor(section, context, { controls, values, view }) {
    this.section = section;
    this.context = context;
    this.controls = controls;
    this.values = values;
    this.view = view;
    /** @type {Scenario | null} */
    this.pinned = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.following = undefined;
  }

  /** @param {string} selector */
  place(selector) {
    return first(this.section, selector);
  }

  /** Draw what is in sight; what closed folds hold follows once the reader has seen that. */
  draw() {
    clearTimeout(this.following);
    const later = showView(this.context, this.section, this.view);
    this.showSideBySide();
    this.section.toggleAttribute("data-following", later.length > 0);
    this.following = setTimeout(() => {
      for (const fill of later) fill();
      this.section.removeAttribute("data-following");
    }, MOMENT);
  }

  /** Count the pictures shown, for who waits for the next. */
  count() {
    this.section.dataset.revision = String(Number(this.section.dataset.revision) + 1);
  }

  /**
   * Say how far a long run is, with the button that stops it or lets it go on.
   *
   * @param {{ isUnfinished: boolean, isRunning: boolean }} run
   */
  showProgress({ isUnfinished, isRunning }) {
    const { words } = this.context;
    const place = this.place(".callcentre-progress");
    if (isUnfinished) {
      place.hidden = false;
      /** @type {HTMLProgressElement} */ (first(place, "progress")).value = this.view.progress;
      first(place, "button").textContent = isRunning ? words.stop : words.go_on;
    } else if (place.contains(document.activeElement)) {
      this.place(".callcentre-headline").focus({ preventScroll: true });
    }
    place.classList.toggle("callcentre-idle", !isUnfinished); // keeps its room, so that nothing below it jumps
    this.section.toggleAttribute("data-refining", isRunning);
  }

  /**
   * Announce results politely, but neither while they are played nor while a long run refines them.
   *
   * @param {boolean} isPlaying
   */
  setVoice(isPlaying) {
    const isQuiet = isPlaying || this.section.hasAttribute("data-refining");
    const [headline, passage] = [this.place(".callcentre-headline"), this.place(".callcentre-passage")];
    const wasQuiet = headline.getAttribute("aria-live") === "off";
    for (const place of [headline, passage]) place.setAttribute("aria-live", isQuiet ? "off" : "polite");
    if (wasQuiet && !isQuiet) this.place(".callcentre-spoken").textContent = headline.textContent;
    if (isQuiet) this.place(".callcentre-spoken").textContent = "";
  }

  /**
   * Keep a scenario to compare others with, or let it go with null; the next drawing shows it.
   *
   * @param {Scenario | null} scenario
   */
  pin(scenario) {
    const { words } = this.context;
    this.pinned = scenario;
    this.context.pinned = scenario?.view ?? null;
    this.place("[data-action=pin]").textContent = scenario ? words.unpin : words.pin;
    this.place(".callcentre-pin-help").textContent = scenario ? words.pinned_words : words.pin_help;
  }

  showSideBySide() {
    const place = this.place(".callcentre-pinned-words");
    place.hidden = this.pinned === null;
    place.replaceChildren();
    if (this.pinned) place.append(buildSideBySide(this.context, this.controls, this.pinned, this));
  }
}
