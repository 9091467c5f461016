// Points: a dot for each name on two axes, with the name beside it.

import * as Plot from "@observablehq/plot";
import { labelWithUnit, scaled } from "./format.mjs";
import { axisTitle, colour, ghostStyle, LINE, plot, reachOf, textWidth, tickMargin, valueAxis } from "./plot.mjs";

/** @import { Drawing, Point, PointChart } from "./types.d.ts" */

/** @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {Point & { index: number }} Placed */
/** @typedef {{ marginTop: number, marginRight: number, marginBottom: number, marginLeft: number }} Margins */

const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "wye"];
const RADIUS = 6;
const GAP = 10;
const FURTHEST_ROW = 6;

/**
 * @param {Drawing<PointChart>} context
 * @param {PointChart} chart
 */
export function drawPoints(context, chart) {
  const { size, pinned } = context;
  const placed = (/** @type {Point} */ point, /** @type {number} */ index) => ({
    ...point,
    index,
    x: scaled(point.x, chart.x.factor),
    y: scaled(point.y, chart.y.factor),
  });
  const points = chart.points.map(placed);
  const ghosts = (pinned?.chart.points ?? []).map(placed);
  const xDomain = padded([...points, ...ghosts].map((point) => point.x));
  const yDomain = padded([...points, ...ghosts].map((point) => point.y));
  const margins = { marginTop: 34, marginRight: 14, marginBottom: 44, marginLeft: tickMargin(context, ...yDomain) };
  const x = /** @type {const} */ ({ type: "linear", domain: xDomain, label: null });
  const y = /** @type {const} */ ({ type: "linear", domain: yDomain, label: null });
  const svg = plot(context, {
    ...margins,
    x,
    y,
    marks: [
      Plot.gridX({ ticks: size.ticks, stroke: "currentColor", strokeOpacity: 0.12 }),
      Plot.gridY({ ticks: size.ticks, stroke: "currentColor", strokeOpacity: 0.12 }),
      Plot.axisY({ ...valueAxis(context, chart.y, reachOf(yDomain)), label: null }),
      Plot.axisX({ ...valueAxis(context, chart.x, reachOf(xDomain)), labelAnchor: "center", labelOffset: 38 }),
      ...ghosts.map((ghost) => Plot.dot([ghost], { x: "x", y: "y", r: 7, fill: "none", ...ghostStyle() })),
      ...points.map((point) =>
        Plot.dot([point], {
          x: "x",
          y: "y",
          r: RADIUS,
          symbol: SYMBOLS[point.index % SYMBOLS.length],
          fill: colour(point.index),
          stroke: colour(point.index),
        }),
      ),
      ...names(size, margins, x, y, points),
    ],
  });
  axisTitle(context, svg, labelWithUnit(chart.y));
  return svg;
}

/**
 * The domain of an axis: from zero where the values are far apart, else close about them.
 *
 * @param {number[]} values
 * @returns {[number, number]}
 */
export function padded(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= 0 && low < high / 2) return [0, high * 1.1];
  const room = (high - low) * 0.15 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}

/**
 * The names, each in its place beside its dot.
 *
 * @param {Drawing["size"]} size
 * @param {Margins} margins
 * @param {Plot.ScaleOptions} x
 * @param {Plot.ScaleOptions} y
 * @param {Placed[]} points
 */
function names(size, margins, x, y, points) {
  const xScale = Plot.scale({ x: { ...x, range: [margins.marginLeft, size.width - margins.marginRight] } });
  const yScale = Plot.scale({ y: { ...y, range: [size.height - margins.marginBottom, margins.marginTop] } });
  const dots = points.map((point) => ({
    x: xScale.apply(point.x),
    y: yScale.apply(point.y),
    width: textWidth(point.label, size.font),
  }));
  const places = placesOfNames(dots, margins.marginLeft, size.width);
  return points.map((point, index) => {
    const { left, top, bottom } = places[index];
    return Plot.text([point], {
      x: () => xScale.invert?.(left),
      y: () => yScale.invert?.((top + bottom) / 2),
      text: "label",
      textAnchor: "start",
      fontSize: size.font,
      fontWeight: 600,
      fill: colour(point.index),
    });
  });
}

/**
 * Where the names of dots stand: each beside its dot where it lies on no other name and no dot, else at its right.
 *
 * @param {{ x: number, y: number, width: number }[]} dots with the widths of their names
 * @param {number} left the picture's own left end
 * @param {number} right
 */
export function placesOfNames(dots, left, right) {
  const taken = dots.map((dot) => box(dot.x - RADIUS, dot.y, 2 * RADIUS, 2 * RADIUS));
  return dots.map((dot) => {
    const places = placesBeside(dot);
    const isFree = (/** @type {Box} */ place) =>
      place.left >= left && place.right <= right && !taken.some((other) => isOver(place, other));
    const chosen = places.find(isFree) ?? places[0];
    taken.push(chosen);
    return chosen;
  });
}

/**
 * Where a name may stand, the best place first: right of its dot, left, below, above, then further off.
 *
 * @param {{ x: number, y: number, width: number }} dot
 */
function placesBeside({ x, y, width }) {
  const places = [];
  for (let row = 0; row <= FURTHEST_ROW; row += 1) {
    for (const way of row ? [1, -1] : [0]) {
      const middle = y + way * row * (LINE - 2);
      for (const left of [x + GAP, x - GAP - width, x - width / 2]) {
        if (row || left !== x - width / 2) places.push(box(left, middle, width, LINE - 3));
      }
    }
  }
  return places;
}

/**
 * @param {number} left
 * @param {number} middle
 * @param {number} width
 * @param {number} height
 * @returns {Box}
 */
function box(left, middle, width, height) {
  return { left, right: left + width, top: middle - height / 2, bottom: middle + height / 2 };
}

/**
 * @param {Box} one
 * @param {Box} other
 */
export function isOver(one, other) {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}
