// Lets the callers of a floor move: from the first to the last moment of what was played last. Who asked for less motion
// sees where they stand at its end.

import { SPEEDS } from "./controls.mjs";
import { first } from "./elements.mjs";
import { clock, countsOf, floorOf, pointOf, seatsOf, standingAt } from "./floor-places.mjs";

/** @import { Chart, FloorChart } from "./types.d.ts" */

const NEARER = 0.012; // of the way to its place that a dot goes in a millisecond

export class FloorPlayer {
  /**
   * @param {HTMLElement} section
   * @param {() => Chart | undefined} shown the main chart
   * @param {() => boolean} isPlaying
   */
  constructor(section, shown, isPlaying) {
    this.section = section;
    this.main = first(section, ".callcentre-main");
    this.shown = shown;
    this.isPlaying = isPlaying;
    this.ends = 0; // when the last picture ended, in seconds after midnight
    this.now = 0;
    this.wasPlaying = false;
    this.isRunning = false;
    /** @type {FloorChart | null} */
    this.chart = null;
    new MutationObserver(() => this.changed()).observe(this.main, { childList: true });
    const chart = shown();
    if (chart?.kind === "floor") this.ends = chart.begins + chart.length;
  }

  /** A picture was drawn: what follows on the last one is played, unless motion is not wanted. */
  changed() {
    const chart = this.shown();
    if (chart?.kind !== "floor") return;
    if (this.isRunning && this.chart && chart.begins === this.chart.begins && chart.length === this.chart.length) {
      this.chart = chart;
      this.show(0);
      return;
    }
    const follows = chart.length > 0 && chart.begins === this.ends;
    this.ends = chart.begins + chart.length;
    this.isRunning = false;
    if (!follows || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    this.chart = chart;
    this.now = 0;
    this.wasPlaying = this.isPlaying();
    this.isRunning = true;
    this.points = new Map();
    let last = performance.now();
    const run = chart;
    const frame = (/** @type {number} */ time) => {
      if (!this.isRunning || this.chart?.begins !== run.begins) return;
      const passed = Math.min(100, Math.max(0, time - last));
      last = time;
      if (this.isPlaying() === this.wasPlaying) this.now += (passed / 1000) * this.speed * run.length;
      if (this.now >= run.length) this.isRunning = false;
      this.show(passed);
      if (this.isRunning) requestAnimationFrame(frame);
    };
    this.show(0);
    requestAnimationFrame(frame);
  }

  /** Pictures a second. */
  get speed() {
    const select = /** @type {HTMLSelectElement | null} */ (this.section.querySelector("[data-player=speed]"));
    return (SPEEDS.find(({ name }) => name === select?.value) ?? SPEEDS[0]).perSecond;
  }

  /** @param {number} passed milliseconds since this was shown last */
  show(passed) {
    const chart = /** @type {FloorChart} */ (this.chart);
    const seats = seatsOf(chart);
    const now = Math.min(this.now, chart.length);
    const standing = standingAt(chart, seats, now);
    const counts = countsOf(standing);
    for (const svg of this.main.querySelectorAll("[data-floor]")) {
      const [width, height] = (svg.getAttribute("data-floor") ?? "").split(" ").map(Number);
      const floor = floorOf(chart, seats, { width, height });
      const dots = svg.querySelectorAll("[data-caller]");
      for (const [at, one] of standing.entries()) {
        const dot = dots[at];
        const goal = pointOf(floor, one);
        const key = `${width}-${at}`;
        const from = this.points?.get(key) ?? (one.where === "away" || now === 0 ? goal : { x: -20, y: goal.y });
        const part = this.isRunning ? Math.min(1, passed * NEARER * Math.max(1, this.speed * 2)) : 1;
        const point =
          one.where === "away" ? goal : { x: from.x + (goal.x - from.x) * part, y: from.y + (goal.y - from.y) * part };
        this.points?.set(key, point);
        dot.setAttribute("cx", point.x.toFixed(1));
        dot.setAttribute("cy", point.y.toFixed(1));
        dot.setAttribute("class", `callcentre-caller callcentre-in-${one.where}`);
      }
      const words = (/** @type {string} */ selector, /** @type {string} */ text) => {
        const place = svg.querySelector(selector);
        if (place && place.textContent !== text) place.textContent = text;
      };
      words("[data-floor-clock]", clock(chart.begins + now));
      words("[data-floor-count=line]", `${chart.labels.line}: ${counts.line}`);
      words("[data-floor-count=gone]", `${chart.labels.gone}: ${counts.gone}`);
    }
  }
}
