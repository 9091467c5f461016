// A grid: which option is first as two inputs vary, in colours and textures, with a legend.

import * as Plot from "@observablehq/plot";
import { labelWithUnit, scaled } from "./format.mjs";
import {
  addTextures,
  axisTitle,
  barSample,
  colour,
  LINE,
  legendLines,
  legendRow,
  plot,
  reachOf,
  texture,
  textWidth,
} from "./plot.mjs";

/** @import { Drawing, GridChart } from "./types.d.ts" */

/**
 * @param {Drawing<GridChart>} context
 * @param {GridChart} chart
 */
export function drawGrid(context, chart) {
  const { size, format } = context;
  const xs = chart.xs.map((x) => scaled(x, chart.x.factor));
  const ys = chart.ys.map((y) => scaled(y, chart.y.factor));
  const cells = chart.cells.flatMap((row, down) =>
    row.map((option, along) => ({ x: xs[along], y: ys[down], index: option ?? -1 })),
  );
  const legend = chart.options.map(({ label }, index) => ({ label, index }));
  const legendRows = legendLines(context, legend);
  const tick = (/** @type {number[]} */ all) => (/** @type {number} */ value) => format.tick(value, reachOf(all));
  const widest = Math.max(...ys.map((y) => textWidth(tick(ys)(y), size.font)));
  const every = Math.ceil((xs.length * (textWidth(tick(xs)(xs[0]), size.font) + 22)) / (size.width - widest));
  const svg = plot(context, {
    marginTop: 34 + legendRows.length * LINE,
    marginRight: 6,
    marginBottom: 44,
    marginLeft: widest + 16,
    x: { type: "band", domain: xs, label: null, padding: 0.06 },
    y: { type: "band", domain: ys, label: null, padding: 0.06 },
    marks: [
      Plot.axisX({
        ticks: xs.filter((_, at) => at % every === 0),
        tickFormat: tick(xs),
        tickSize: 0,
        fontSize: size.font,
        label: labelWithUnit(chart.x),
        labelArrow: "none",
        labelAnchor: "center",
        labelOffset: 38,
      }),
      Plot.axisY({ tickFormat: tick(ys), tickSize: 0, fontSize: size.font, label: null }),
      ...legend.map(({ index }) =>
        Plot.cell(
          cells.filter((cell) => cell.index === index),
          { x: "x", y: "y", fill: texture(context, index), stroke: colour(index) },
        ),
      ),
      Plot.cell(
        cells.filter((cell) => cell.index < 0),
        { x: "x", y: "y", fill: "none", stroke: "currentColor", strokeOpacity: 0.4 },
      ),
      ...(chart.spot
        ? spot(
            context,
            nearest(xs, scaled(chart.spot.x, chart.x.factor)),
            nearest(ys, scaled(chart.spot.y, chart.y.factor)),
            format.text(chart.spot.label),
          )
        : []),
    ],
  });
  addTextures(context, svg, legend.length);
  axisTitle(context, svg, labelWithUnit(chart.y));
  for (const [line, row] of legendRows.entries()) {
    for (const [one, left] of row) legendRow(context, svg, one, 34 + line * LINE, barSample, left);
  }
  return svg;
}

/**
 * @param {Drawing} context
 * @param {number} x
 * @param {number} y
 * @param {string} words
 */
function spot({ size }, x, y, words) {
  const ground = "var(--callcentre-ground)";
  return [
    Plot.cell([{ x, y }], { x: "x", y: "y", fill: "none", stroke: ground, strokeWidth: 6, inset: -1 }),
    Plot.cell([{ x, y }], { x: "x", y: "y", fill: "none", stroke: "currentColor", strokeWidth: 3, inset: -1 }),
    Plot.text([{ x, y }], {
      x: "x",
      y: "y",
      text: () => words,
      fontSize: size.font,
      fontWeight: 700,
      fill: "currentColor",
      stroke: ground,
      strokeWidth: 5,
    }),
  ];
}

/**
 * The value nearest to another, by ratio where all are above zero.
 *
 * @param {number[]} values
 * @param {number} value
 */
function nearest(values, value) {
  const isRatio = value > 0 && values.every((one) => one > 0);
  const distance = (/** @type {number} */ one) => (isRatio ? Math.abs(Math.log(one / value)) : Math.abs(one - value));
  return values.reduce((best, one) => (distance(one) < distance(best) ? one : best));
}
