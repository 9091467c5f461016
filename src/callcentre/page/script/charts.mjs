// Charts as SVG, drawn with Observable Plot: lines, bars, a map of named places, ranges, points.
// Series differ by dash or texture as well as by colour. Colours are the style sheet's, so a chart follows the theme.

import * as Plot from "@observablehq/plot";
import { drawFloor } from "./floor-chart.mjs";
import { labelWithUnit, scaled } from "./format.mjs";
import { drawGrid } from "./grid-chart.mjs";
import { drawLead } from "./lead-chart.mjs";
import { drawLines } from "./line-chart.mjs";
import { drawMap } from "./map-chart.mjs";
import {
  addTextures,
  axisTitle,
  barSample,
  colour,
  ghostSample,
  ghostStyle,
  LINE,
  legendLines,
  legendRow,
  plot,
  SIZES,
  texture,
  textWidth,
  tickMargin,
  valueAxis,
} from "./plot.mjs";
import { drawPoints } from "./point-chart.mjs";
import { drawRanges } from "./range-chart.mjs";

/** @import { Legend } from "./plot.mjs" */
/** @import { BarChart, Chart, DrawChart, Drawing } from "./types.d.ts" */

/** @typedef {{ index: number, label: string, isGhost?: boolean, points: { x: number, y: number }[] }} Line */
/** @typedef {{ index: number, values: number[] }} Bars */

const MAX_LABELLED_CATEGORIES = 12;

/** @type {Record<Chart["kind"], (context: Drawing<any>, chart: any) => Element>} */
const DRAW = {
  lines: drawLines,
  bars: drawBars,
  map: drawMap,
  ranges: drawRanges,
  points: drawPoints,
  grid: drawGrid,
  floor: drawFloor,
  lead: drawLead,
};

/**
 * Draw a chart as SVG, "wide" for a screen, "narrow" or "small" for a phone. `prefix` keeps the ids in it apart.
 *
 * @type {DrawChart}
 */
export function drawChart(document, chart, format, width, prefix, pinned = null) {
  const size = SIZES[width];
  const context = { document, format, size, prefix, isNarrow: width !== "wide" };
  const svg = DRAW[chart.kind]({ ...context, pinned: isComparable(chart, pinned?.chart) ? pinned : null }, chart);
  // Plot brings a style element, which a strict Content-Security-Policy refuses: its rules stand in callcentre.css.
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const group of [...svg.querySelectorAll("[aria-label]")]) group.removeAttribute("aria-label");
  for (const group of [...svg.querySelectorAll("[aria-description]")]) group.removeAttribute("aria-description");
  for (const hidden of [...svg.querySelectorAll("[aria-hidden]")]) hidden.removeAttribute("aria-hidden");
  nameClips(svg, `${prefix}-${width}`);
  svg.setAttribute("class", "callcentre-svg");
  svg.setAttribute("role", "img");
  return svg;
}

/**
 * Name what a picture is clipped to after the picture: Plot counts from one anew in the page, where the names that
 * the build gave to other pictures stand already.
 *
 * @param {Element} svg
 * @param {string} prefix
 */
function nameClips(svg, prefix) {
  const clips = [...svg.querySelectorAll("clipPath")];
  if (!clips.length) return;
  const names = new Map(clips.map(({ id }, at) => [`url(#${id})`, `url(#${prefix}-clip-${at})`]));
  for (const [at, clip] of clips.entries()) clip.id = `${prefix}-clip-${at}`;
  for (const clipped of svg.querySelectorAll("[clip-path]")) {
    clipped.setAttribute("clip-path", names.get(clipped.getAttribute("clip-path") ?? "") ?? "");
  }
}

/**
 * Whether an earlier chart can stand behind a chart: of the same kind, on the same axes.
 *
 * @param {Chart} chart
 * @param {Chart} [earlier]
 */
function isComparable(chart, earlier) {
  const axes = (/** @type {Chart} */ { kind, x, y }) => JSON.stringify([kind, x?.unit, y?.unit]);
  if (["floor", "grid", "lead"].includes(chart.kind)) return false;
  return earlier !== undefined && axes(chart) === axes(earlier);
}

// Bars ----------------------------------------------------------------------------------------------------------

/**
 * @param {Drawing<BarChart>} context
 * @param {BarChart} chart
 */
function drawBars(context, chart) {
  const { size, format, pinned } = context;
  const stacks = stacked(
    chart.categories,
    chart.series.map((one, index) => scaledBars(chart, one, index)),
  );
  const series = chart.series.map((one, index) => ({ ...one, index }));
  const ghosts = pinned ? pinnedStacks(chart, pinned.chart) : [];
  const bars = stacks.flatMap((stack) => stack.bars);
  const all = [...stacks, ...ghosts];
  const [low, high] = endsOf(all);
  const reach = high - low;
  /** @type {Legend[]} */
  const legend = [
    ...(series.length > 1 ? series : []),
    ...(pinned && ghosts.length ? [{ label: pinned.word, isGhost: true }] : []),
  ];
  const legendRows = legend.length ? legendLines(context, legend) : [];
  const margins = {
    marginTop: 46 + legendRows.length * LINE,
    marginRight: 10,
    marginBottom: 30 + categoryLines(context, chart.categories) * LINE,
    marginLeft: tickMargin(context, low, high),
  };
  const labelled = thinned(context, chart.categories);
  const rows = rowsOfLabels(context, labelled);
  const svg = plot(context, {
    ...margins,
    x: { type: "band", domain: chart.categories, label: null, padding: 0.25 },
    y: { type: "linear", domain: [low, high], nice: size.ticks, label: null },
    marks: [
      Plot.gridY({ ticks: size.ticks, stroke: "currentColor", strokeOpacity: 0.15 }),
      Plot.axisY({ ...valueAxis(context, chart.y, reach), label: null }),
      ...rows.map((ticks, row) =>
        Plot.axisX({
          label: null,
          tickSize: 0,
          tickPadding: 3 + row * LINE,
          fontSize: size.font,
          ticks,
          lineWidth: (rows.length * categoryWidth(context, labelled)) / size.font,
        }),
      ),
      ...series.map((one) =>
        Plot.barY(
          bars.filter((bar) => bar.index === one.index),
          { x: "category", y1: "from", y2: "to", fill: texture(context, one.index), stroke: colour(one.index) },
        ),
      ),
      Plot.barY(ghosts, { x: "category", y1: "low", y2: "high", fill: "none", ...ghostStyle(), inset: -3 }),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
      ...(chart.categories.length <= MAX_LABELLED_CATEGORIES && low === 0
        ? [
            Plot.text(stacks, {
              x: "category",
              y: "high",
              text: (stack) => format.tick(Number(stack.high.toPrecision(3)), reach),
              dy: -9,
              fontSize: size.font,
              fill: "currentColor",
            }),
          ]
        : []),
    ],
  });
  addTextures(context, svg, series.length);
  axisTitle(context, svg, labelWithUnit(chart.y));
  for (const [line, row] of legendRows.entries()) {
    for (const [one, left] of row) {
      legendRow(context, svg, one, 38 + line * LINE, one.isGhost ? ghostSample : barSample, left);
    }
  }
  return svg;
}

/**
 * From where to where an axis of bars goes; where all of them are empty, it has a scale all the same.
 *
 * @param {{ low: number, high: number }[]} stacks
 */
export function endsOf(stacks) {
  const low = Math.min(0, ...stacks.map((one) => one.low));
  const high = Math.max(0, ...stacks.map((one) => one.high));
  return [low, high > low ? high : 1];
}

/**
 * @param {BarChart} chart
 * @param {BarChart["series"][number]} one
 * @param {number} index
 */
function scaledBars(chart, one, index) {
  return { index, values: one.values.map((value) => (value === null ? 0 : scaled(value, chart.y.factor))) };
}

/**
 * The pinned chart's stacks in the categories that both charts have.
 *
 * @param {BarChart} chart
 * @param {BarChart} earlier
 */
function pinnedStacks(chart, earlier) {
  const series = earlier.series.map((one, index) => scaledBars(chart, one, index));
  return stacked(earlier.categories, series).filter((stack) => chart.categories.includes(stack.category));
}

/**
 * @param {string[]} categories
 * @param {Bars[]} series
 */
export function stacked(categories, series) {
  return categories.map((category, at) => {
    let [low, high] = [0, 0];
    const bars = series.map(({ index, values }) => {
      const value = values[at];
      const from = value < 0 ? low : high;
      if (value < 0) low += value;
      else high += value;
      return { category, index, from, to: from + value };
    });
    return { category, bars, low, high };
  });
}

/**
 * The categories that are labelled: all of few, and of many those that have room.
 *
 * @param {Drawing} context
 * @param {string[]} categories
 */
export function thinned(context, categories) {
  if (categories.length <= MAX_LABELLED_CATEGORIES) return categories;
  const longest = Math.max(...categories.map((category) => textWidth(category, context.size.font)));
  const most = Math.min(MAX_LABELLED_CATEGORIES, (context.size.width - 60) / (longest + 8));
  const every = Math.ceil(categories.length / most);
  return categories.filter((_, at) => at % every === 0);
}

/**
 * Labels in one row, or by turns in two where a word is longer than a category is wide.
 *
 * @param {Drawing} context
 * @param {string[]} labels
 */
function rowsOfLabels(context, labels) {
  const words = labels.flatMap((label) => label.split(" "));
  const longest = Math.max(0, ...words.map((word) => textWidth(word, context.size.font)));
  if (longest + 4 <= categoryWidth(context, labels)) return [labels];
  return [0, 1].map((row) => labels.filter((_, at) => at % 2 === row));
}

/**
 * @param {Drawing} context
 * @param {string[]} categories
 */
function categoryWidth({ size }, categories) {
  return (size.width - 60) / Math.min(categories.length, MAX_LABELLED_CATEGORIES);
}

/**
 * @param {Drawing} context
 * @param {string[]} categories
 */
function categoryLines(context, categories) {
  const labels = thinned(context, categories);
  const longest = Math.max(...labels.map((category) => textWidth(category, context.size.font)));
  if (labels.length < categories.length) return 1;
  return Math.min(3, Math.ceil(longest / categoryWidth(context, categories)));
}
