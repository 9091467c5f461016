// Where callers and agents stand on a floor at a moment: for the picture as it is drawn, and as it moves.

/** @import { FloorCall, FloorChart } from "./types.d.ts" */

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {"line" | "own" | "vendor" | "gone" | "away"} Where */
/** @typedef {{ left: number, top: number, width: number, height: number }} Zone */
/** @typedef {{ where: Where, place: number }} Standing `place`: a seat's number, or how many stand before */

const GAP = 4;
const BIGGEST = 26;
const SMALLEST = 7;
const TITLE = 20; // room above a zone for its name
const TOP = 30; // and above all for the clock

export const ZONES = /** @type {const} */ (["line", "own", "vendor", "gone"]);

/**
 * The moments of a caller by name, in seconds since the picture begins.
 *
 * @param {FloorCall} call
 */
function moments([came, passed, answered, ends, gaveUp]) {
  return { came: came ?? 0, passed, answered, ends, gaveUp };
}

/**
 * Where each caller is at a moment: in line, with which agent, gone; those who wait stand as they came.
 *
 * @param {FloorChart} chart
 * @param {number[]} seats as `seatsOf` gives them
 * @param {number} now
 * @returns {Standing[]}
 */
export function standingAt(chart, seats, now) {
  const found = chart.calls.map((call, at) => whereabouts(moments(call), seats[at], now));
  for (const where of ["line", "vendor", "gone"]) {
    let before = 0;
    for (const one of found) {
      if (one.where === where && one.place < 0) {
        one.place = where === "vendor" ? -1 - before : before;
        before += 1;
      }
    }
  }
  return found;
}

/**
 * @param {ReturnType<typeof moments>} call
 * @param {number} seat
 * @param {number} now
 * @returns {Standing}
 */
function whereabouts({ came, passed, answered, ends, gaveUp }, seat, now) {
  const isBy = (/** @type {number | null} */ moment) => moment !== null && moment <= now;
  if (came > now || isBy(ends)) return { where: "away", place: -1 };
  if (isBy(gaveUp)) return { where: "gone", place: -1 };
  const side = isBy(passed) ? "vendor" : "own";
  if (isBy(answered)) return { where: side, place: seat };
  return { where: side === "vendor" ? "vendor" : "line", place: -1 };
}

/**
 * The seat of each caller who is answered: the first that is free, on the side that answers.
 *
 * @param {FloorChart} chart
 */
export function seatsOf({ calls }) {
  /** @type {Record<string, number[]>} */
  const free = { own: [], vendor: [] };
  const seats = calls.map(() => -1);
  const order = calls
    .map((call, at) => ({ at, ...moments(call) }))
    .filter(({ answered, ends }) => answered !== null && ends !== null)
    .sort((one, other) => Number(one.answered) - Number(other.answered));
  for (const { at, passed, answered, ends } of order) {
    const side = free[passed === null ? "own" : "vendor"];
    const found = side.findIndex((moment) => moment <= Number(answered));
    seats[at] = found < 0 ? side.length : found;
    side[seats[at]] = Number(ends);
  }
  return seats;
}

/**
 * The zones of the floor, and how large a seat is.
 *
 * @param {FloorChart} chart
 * @param {number[]} seats
 * @param {{ width: number, height: number }} size
 */
export function floorOf(chart, seats, { width, height }) {
  const most = (/** @type {boolean} */ isVendors) =>
    1 + Math.max(-1, ...seats.filter((_, at) => (chart.calls[at][1] !== null) === isVendors));
  const counts = { own: Math.max(chart.agents, most(false)), vendor: Math.max(chart.vendor_agents, most(true)) };
  const [top, low] = [TOP + TITLE, height - 6];
  const part = (width - 24) / 10;
  const half = top + (low - top) * 0.62;
  /** @type {Record<"line" | "own" | "vendor" | "gone", Zone>} */
  const zones = {
    line: { left: 4, top, width: part * 3.4, height: half - top - TITLE },
    own: { left: 12 + part * 3.4, top, width: part * 3.5, height: low - top },
    vendor: { left: 20 + part * 6.9, top, width: part * 3.1, height: low - top },
    gone: { left: 4, top: half + 4, width: part * 3.4, height: low - half - 4 },
  };
  let seat = BIGGEST;
  const fits = (/** @type {Zone} */ { width: wide, height: high }, /** @type {number} */ count) =>
    Math.floor((wide + GAP) / (seat + GAP)) * Math.floor((high - seat + GAP) / (seat + GAP)) >= count;
  while (seat > SMALLEST && !(fits(zones.own, counts.own) && fits(zones.vendor, counts.vendor + 4))) seat -= 1;
  return { zones, counts, seat };
}

/**
 * The middle of a seat, counted row by row; those before the first, -1 and down, wait below the last.
 *
 * @param {ReturnType<typeof floorOf>} floor
 * @param {"own" | "vendor"} side
 * @param {number} place
 * @returns {Point}
 */
export function seatAt({ zones, counts, seat }, side, place) {
  const zone = zones[side];
  const pitch = seat + GAP;
  const along = Math.max(1, Math.floor((zone.width + GAP) / pitch));
  const number = place >= 0 ? place : Math.ceil(counts[side] / along) * along - 1 - place;
  const extra = place >= 0 ? 0 : pitch / 2;
  return {
    x: zone.left + (number % along) * pitch + seat / 2,
    y: zone.top + Math.floor(number / along) * pitch + seat / 2 + extra,
  };
}

/**
 * Where a caller's dot is.
 *
 * @param {ReturnType<typeof floorOf>} floor
 * @param {Standing} standing
 * @returns {Point}
 */
export function pointOf(floor, { where, place }) {
  if (where === "own" || where === "vendor") return seatAt(floor, where, place);
  const zone = floor.zones[where === "gone" ? "gone" : "line"];
  if (where === "away") return { x: -20, y: zone.top + floor.seat / 2 };
  const pitch = Math.max(9, floor.seat * 0.7 + 2);
  const along = Math.max(1, Math.floor(zone.width / pitch));
  const row = Math.floor(place / along);
  const most = Math.max(1, Math.floor(zone.height / pitch)) - 1;
  return {
    x: zone.left + zone.width - (place % along) * pitch - pitch / 2,
    y: zone.top + Math.min(row, most) * pitch + pitch / 2,
  };
}

/**
 * How many stand in each zone.
 *
 * @param {Standing[]} standing
 */
export function countsOf(standing) {
  return Object.fromEntries(ZONES.map((zone) => [zone, standing.filter(({ where }) => where === zone).length]));
}

/**
 * The time of day, "09:30".
 *
 * @param {number} seconds after midnight
 */
export function clock(seconds) {
  const minutes = Math.floor(seconds / 60);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
