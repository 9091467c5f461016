// A learning platform as SCORM 1.2 has it: an object API in the window that opened this one, which takes text by name.

/**
 * @typedef {object} Api
 * @property {(none: "") => string} LMSInitialize
 * @property {(name: string) => string} LMSGetValue
 * @property {(name: string, value: string) => string} LMSSetValue
 * @property {(none: "") => string} LMSCommit
 * @property {(none: "") => string} LMSFinish
 */

const FURTHEST = 20; // windows above this one

/**
 * The platform's API, looked for in the windows around this one and then around the one that opened it; null without one.
 *
 * @param {Window} page
 * @returns {Api | null}
 */
export function findApi(page) {
  return above(page) ?? (page.opener ? above(page.opener) : null);
}

/**
 * @param {Window} page
 * @returns {Api | null}
 */
function above(page) {
  let place = page;
  for (let step = 0; step < FURTHEST; step++) {
    const api = apiOf(place);
    if (api || place.parent === place) return api;
    place = place.parent;
  }
  return null;
}

/**
 * @param {Window} page
 * @returns {Api | null}
 */
function apiOf(page) {
  try {
    return /** @type {{ API?: Api }} */ (/** @type {unknown} */ (page)).API ?? null;
  } catch {
    return null; // a window of another site
  }
}

/**
 * A duration as SCORM 1.2 writes it: 0001:02:03.04.
 *
 * @param {number} milliseconds
 */
export function timespan(milliseconds) {
  const hundredths = Math.round(milliseconds / 10);
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  const seconds = ((hundredths % 6000) / 100).toFixed(2);
  return `${String(hours).padStart(4, "0")}:${String(minutes).padStart(2, "0")}:${seconds.padStart(5, "0")}`;
}

/**
 * The time of day as SCORM 1.2 writes it: 14:02:03.
 *
 * @param {Date} moment
 */
export function timeOfDay(moment) {
  return [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map((n) => String(n).padStart(2, "0")).join(":");
}
