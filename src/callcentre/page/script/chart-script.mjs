// The script that draws new pictures: it is fetched once somebody needs it, since a page shows its first ones without.

import { load } from "./scripts.mjs";

/** @import { DrawChart } from "./types.d.ts" */

/** @type {Promise<unknown> | null} */
let fetched = null;

/** Fetch the script, once; where that failed, it is tried again. */
export function fetchCharts() {
  fetched ??= load("charts").catch((/** @type {Error} */ error) => {
    fetched = null;
    throw error;
  });
  return fetched;
}

/**
 * Draw a chart, as charts.mjs tells; the script that does it has been fetched.
 *
 * @type {DrawChart}
 */
export function drawChart(...request) {
  return self.callcentreCharts.drawChart(...request);
}
