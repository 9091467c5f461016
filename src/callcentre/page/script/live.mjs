// Brings the page's labs alive in place: one engine for all of them, which start.mjs has started.

import { AddressBar } from "./address-bar.mjs";
import { fetchCharts } from "./chart-script.mjs";
import { LiveLab } from "./live-lab.mjs";

/** @import { Engine } from "./engine.mjs" */

/**
 * Start every lab; what draws new pictures is fetched after that, so that it keeps no lab waiting.
 *
 * @param {Engine} engine
 */
export async function bringAlive(engine) {
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("section[data-lab]")]);
  const bar = new AddressBar(sections);
  await Promise.all(sections.map((section) => new LiveLab(section, engine, bar).start()));
  fetchCharts().catch(() => {}); // who needs them asks again, and says so
}
