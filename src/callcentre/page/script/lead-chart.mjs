// A lead: how far the first is ahead, on a line, and below it a bar for each weight it rests on.

import { shape } from "./elements.mjs";
import { labelWithUnit, scaled } from "./format.mjs";
import { colour, label, textWidth } from "./plot.mjs";
import { padded } from "./point-chart.mjs";

/** @import { Drawing, LeadChart, PlacedHandle } from "./types.d.ts" */

const LINE = { wide: 76, narrow: 68 }; // where the line of scores is
const BARS = { wide: 132, narrow: 112 }; // where the bars begin
const RADIUS = 7;
const ROW = 16; // of names above the line

/**
 * @param {Drawing<LeadChart>} context
 * @param {LeadChart} chart
 */
export function drawLead(context, chart) {
  const { document, size, isNarrow } = context;
  const { width, height } = size;
  const svg = shape(document, "svg", { viewBox: `0 0 ${width} ${height}`, width, height });
  const kind = isNarrow ? "narrow" : "wide";
  drawLine(context, svg, chart, LINE[kind]);
  const left = 12 + Math.max(...chart.bars.map((bar) => textWidth(bar.label, size.font)));
  const [low, high] = (chart.weights.ends ?? [0, 1]).map((end) => scaled(end, chart.weights.factor));
  const right = width - 44;
  const place = (/** @type {number} */ value) => left + ((value - low) / (high - low)) * (right - left);
  const row = (height - BARS[kind] - 4) / Math.max(1, chart.bars.length);
  label(context, svg, labelWithUnit(chart.weights), { x: 2, y: BARS[kind] - 8, class: "callcentre-axis-title" });
  for (const [at, { label: words, value }] of chart.bars.entries()) {
    const top = BARS[kind] + at * row;
    const shown = scaled(value, chart.weights.factor);
    const bar = { y: top + row * 0.18, height: row * 0.64, rx: 2 };
    svg.append(
      shape(document, "rect", { ...bar, x: left, width: right - left, fill: "currentColor", "fill-opacity": 0.08 }),
      shape(document, "rect", { ...bar, x: left, width: Math.max(0, place(shown) - left), fill: colour(5) }),
    );
    label(context, svg, words, { x: left - 8, y: top + row / 2 + 4, "text-anchor": "end" });
    label(context, svg, context.format.number(shown, chart.weights.decimals), { x: right + 14, y: top + row / 2 + 4 });
  }
  const placed = chart.handles.map(({ place: name, ...handle }) => {
    const top = BARS[kind] + chart.bars.findIndex((bar) => bar.label === name) * row;
    /** @type {PlacedHandle} */
    const noted = {
      ...handle,
      factor: chart.weights.factor,
      isLog: false,
      isOnBar: true,
      domain: [low, high],
      range: [left, right],
      across: [top, top + row],
    };
    return noted;
  });
  if (placed.length) svg.setAttribute("data-handles", JSON.stringify(placed));
  return svg;
}

/**
 * The line of scores: a dot for each way with its name, and the lead of the first as a thick stretch.
 *
 * @param {Drawing<LeadChart>} context
 * @param {Element} svg
 * @param {LeadChart} chart
 * @param {number} y
 */
function drawLine(context, svg, chart, y) {
  const { document, size, format } = context;
  const scores = chart.points.map((point) => scaled(point.x, chart.x.factor));
  const [low, high] = padded(scores);
  const [left, right] = [14, size.width - 14];
  const place = (/** @type {number} */ score) => left + ((score - low) / (high - low)) * (right - left);
  label(context, svg, labelWithUnit(chart.x), { x: 2, y: 16, class: "callcentre-axis-title" });
  svg.append(
    shape(document, "line", { x1: left, x2: right, y1: y, y2: y, stroke: "currentColor", "stroke-opacity": 0.6 }),
  );
  const [first, second] = [...scores].sort((one, other) => other - one);
  if (chart.lead && second !== undefined) {
    const middle = (place(first) + place(second)) / 2;
    const words = format.text(chart.lead);
    const half = textWidth(words, size.font) / 2;
    svg.append(
      shape(document, "line", {
        x1: place(second),
        x2: place(first),
        y1: y,
        y2: y,
        stroke: colour(3),
        "stroke-width": 8,
      }),
    );
    label(context, svg, words, {
      x: Math.min(right - half, Math.max(left + half, middle)),
      y: y + 24,
      "text-anchor": "middle",
      "font-weight": 700,
    });
  }
  const dots = chart.points.map((point, at) => ({
    x: place(scores[at]),
    width: textWidth(point.label, size.font) * 1.1,
  }));
  const places = rowsOfNames(dots, size.width);
  for (const [at, point] of chart.points.entries()) {
    svg.append(
      shape(document, "circle", {
        cx: dots[at].x,
        cy: y,
        r: RADIUS,
        fill: colour(at),
        stroke: "var(--callcentre-ground)",
      }),
    );
    const { left: start, row } = places[at];
    label(context, svg, point.label, { x: start, y: y - 14 - row * ROW, fill: colour(at), "font-weight": 600 });
  }
}

/**
 * Where the names of dots on a line stand: each above its dot, in the lowest row in which it lies on no other.
 *
 * @param {{ x: number, width: number }[]} dots
 * @param {number} right the picture's right end
 */
export function rowsOfNames(dots, right) {
  /** @type {{ left: number, right: number, row: number }[]} */
  const taken = [];
  return dots.map(({ x, width }) => {
    const left = Math.max(0, Math.min(right - width, x - width / 2));
    let row = 0;
    while (taken.some((one) => one.row === row && one.left < left + width + 6 && one.right + 6 > left)) row += 1;
    taken.push({ left, right: left + width, row });
    return { left, row };
  });
}
