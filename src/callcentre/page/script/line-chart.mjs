// Lines: points joined, on axes even or logarithmic, over ground that is shaded as one of the lines is.

import * as Plot from "@observablehq/plot";
import { labelWithUnit, scaled } from "./format.mjs";
import {
  axisTitle,
  colour,
  DASHES,
  ghostSample,
  ghostStyle,
  LINE,
  legendLines,
  legendRow,
  lineSample,
  logTicks,
  noteHandles,
  plot,
  reachOf,
  spotMarks,
  textWidth,
  tickMargin,
  valueAxis,
} from "./plot.mjs";

/** @import { Axis, Drawing, LineChart } from "./types.d.ts" */

/** @typedef {{ index: number, label: string, isGhost?: boolean, points: { x: number, y: number }[] }} Line */

const SURE = 0.32; // how dark ground is
const UNSURE = 0.1;
const BOLD = 1.12; // how much wider letters are in bold

/**
 * @param {Drawing<LineChart>} context
 * @param {LineChart} chart
 */
export function drawLines(context, chart) {
  const { size, isNarrow, pinned } = context;
  const series = chart.series.map((one, index) => scaledLine(chart, one, index));
  const ghosts = (pinned?.chart.series ?? []).map((one, index) => ({
    ...scaledLine(chart, one, index),
    label: pinned?.word ?? "",
    isGhost: true,
  }));
  const marks = chart.marks.map(({ x, label }) => ({ x: scaled(x, chart.x.factor), label }));
  const points = [...series, ...ghosts].flatMap((one) => one.points);
  const across = domainOf(chart.x, [...points.map((point) => point.x), ...marks.map((mark) => mark.x)], false);
  const [low, high] = domainOf(
    chart.y,
    points.map((point) => point.y),
    true,
  );
  /** @type {Line[]} */
  const legend = [...series, ...ghosts.slice(0, 1)];
  const legendRows = isNarrow ? legendLines(context, legend) : [];
  const labelWidth = Math.max(...legend.map((one) => textWidth(one.label, size.font) * BOLD), 0);
  const rowsAbove = marks.length + (chart.grounds.length ? 1 : 0);
  const margins = {
    marginTop: 30 + (legendRows.length + rowsAbove) * LINE,
    marginRight: isNarrow ? 14 : Math.min(230, 16 + labelWidth),
    marginBottom: 44,
    marginLeft: tickMargin(context, low, high),
  };
  const x = { ...scaleOf(chart.x, across), label: null };
  const y = {
    ...scaleOf(chart.y, [low, high]),
    nice: chart.y.is_log || chart.y.ends ? false : size.ticks,
    label: null,
  };
  const ticks = (/** @type {Axis} */ axis, /** @type {[number, number]} */ ends) =>
    axis.is_log ? { ticks: logTicks(ends, size.ticks + 2) } : {};
  const svg = plot(context, {
    ...margins,
    x,
    y,
    marks: [
      ...groundMarks(context, chart, across),
      Plot.gridY({ ticks: size.ticks, ...ticks(chart.y, [low, high]), stroke: "currentColor", strokeOpacity: 0.15 }),
      Plot.axisY({
        ...valueAxis(context, chart.y, chart.y.is_log ? 0 : high - low),
        ...ticks(chart.y, [low, high]),
        labelOffset: margins.marginTop,
        label: null,
      }),
      Plot.axisX({
        ...valueAxis(context, chart.x, reachOf(across)),
        ...ticks(chart.x, across),
        labelAnchor: "center",
        labelOffset: 38,
      }),
      ...(low <= 0 ? [Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.6 })] : []),
      ...marks.flatMap((mark, row) => markRule(context, mark, row, marks.length, across)),
      ...ghosts.map((one) => Plot.line(one.points, { x: "x", y: "y", clip: true, ...ghostStyle(one.index) })),
      ...series.map((one) =>
        Plot.line(one.points, {
          x: "x",
          y: "y",
          clip: chart.y.ends !== null,
          stroke: colour(one.index),
          strokeWidth: 2.5,
          strokeDasharray: DASHES[one.index % DASHES.length] ?? undefined,
        }),
      ),
      ...(isNarrow ? [] : endLabels(size, margins, y, [...series, ...ghosts])),
      ...spotMarks(context, chart, chart.spots, across),
    ],
  });
  noteHandles(svg, chart);
  axisTitle(context, svg, labelWithUnit(chart.y));
  for (const [line, row] of legendRows.entries()) {
    for (const [one, left] of row) {
      legendRow(context, svg, one, 34 + line * LINE, one.isGhost ? ghostSample : lineSample, left);
    }
  }
  return svg;
}

/**
 * From where to where an axis reaches, in the unit shown: as the lab says, else over all values, from zero where that
 * is asked for and the axis is even.
 *
 * @param {Axis} axis
 * @param {number[]} values
 * @param {boolean} isFromZero
 * @returns {[number, number]}
 */
function domainOf({ ends, factor, is_log: isLog }, values, isFromZero) {
  if (ends) return [scaled(ends[0], factor), scaled(ends[1], factor)];
  const all = isFromZero && !isLog ? [0, ...values] : values;
  return [Math.min(...all), Math.max(...all)];
}

/**
 * @param {Axis} axis
 * @param {[number, number]} domain
 */
function scaleOf({ is_log: isLog }, domain) {
  return { type: /** @type {"log" | "linear"} */ (isLog ? "log" : "linear"), domain };
}

/**
 * The ground, and above it the names of those it belongs to, where there is room.
 *
 * @param {Drawing} context
 * @param {LineChart} chart
 * @param {[number, number]} across
 */
function groundMarks({ size }, chart, across) {
  const grounds = chart.grounds.map((ground) => ({
    ...ground,
    from: scaled(ground.from, chart.x.factor),
    to: scaled(ground.to, chart.x.factor),
    index: ground.series,
  }));
  const scale = Plot.scale({ x: { ...scaleOf(chart.x, across), range: [0, size.width * 0.8] } });
  const width = (/** @type {{ from: number, to: number }} */ { from, to }) => scale.apply(to) - scale.apply(from);
  const named = joined(grounds).filter((one) => width(one) > textWidth(chart.series[one.index].label, size.font));
  return [
    ...grounds.map((one) =>
      Plot.rectX([one], {
        x1: "from",
        x2: "to",
        fill: colour(one.index),
        fillOpacity: one.is_sure ? SURE : UNSURE,
        insetTop: -LINE,
      }),
    ),
    ...named.map((one) =>
      Plot.text([one], {
        x: () => scale.invert?.((scale.apply(one.from) + scale.apply(one.to)) / 2),
        text: () => chart.series[one.index].label,
        frameAnchor: "top",
        dy: -LINE + 2,
        fontSize: size.font,
        fontWeight: 600,
        fill: "currentColor",
      }),
    ),
  ];
}

/**
 * Stretches of ground that belong to one series and meet, as one.
 *
 * @param {{ from: number, to: number, index: number }[]} grounds
 */
function joined(grounds) {
  /** @type {{ from: number, to: number, index: number }[]} */
  const stretches = [];
  for (const { from, to, index } of grounds) {
    const last = stretches.at(-1);
    if (last?.index === index) last.to = to;
    else stretches.push({ from, to, index });
  }
  return stretches;
}

/**
 * @param {LineChart} chart
 * @param {LineChart["series"][number]} one
 * @param {number} index
 */
function scaledLine(chart, one, index) {
  const points = one.points.flatMap(([x, y]) =>
    x === null || y === null ? [] : [{ x: scaled(x, chart.x.factor), y: scaled(y, chart.y.factor) }],
  );
  return { ...one, index, points };
}

/**
 * @param {Drawing} context
 * @param {LineChart["marks"][number]} mark
 * @param {number} row
 * @param {number} rows
 * @param {number[]} domain
 */
function markRule({ size }, { x, label }, row, rows, [low, high]) {
  const isRight = x > (low + high) / 2;
  return [
    Plot.ruleX([x], { stroke: "currentColor", strokeDasharray: "3 3", insetTop: -(rows - row) * LINE + 8 }),
    Plot.text([x], {
      x: (value) => value,
      text: () => label,
      frameAnchor: "top",
      textAnchor: isRight ? "end" : "start",
      dx: isRight ? -5 : 5,
      dy: -(rows - row) * LINE + 2,
      fontSize: size.font,
      fill: "currentColor",
    }),
  ];
}

/**
 * @param {Drawing["size"]} size
 * @param {{ marginTop: number, marginBottom: number }} margins
 * @param {Plot.ScaleOptions} y
 * @param {Line[]} series
 */
function endLabels(size, margins, y, series) {
  const range = [size.height - margins.marginBottom, margins.marginTop];
  const scale = Plot.scale({ y: { ...y, range } });
  const ends = series
    .flatMap(({ points, label, index, isGhost }) =>
      points.slice(-1).map((end) => ({ ...end, label, index, isGhost, row: 0 })),
    )
    .sort((a, b) => b.y - a.y);
  let above = -Infinity;
  for (const end of ends) {
    end.row = Math.max(scale.apply(end.y), above + LINE - 2, range[1]);
    above = end.row;
  }
  let below = range[0] + 4;
  for (const end of [...ends].reverse()) {
    end.row = Math.min(end.row, below);
    below = end.row - LINE + 2;
  }
  return ends.map((end) =>
    Plot.text([end], {
      x: "x",
      y: (one) => scale.invert?.(one.row),
      text: "label",
      textAnchor: "start",
      dx: 8,
      fontSize: size.font,
      fontWeight: end.isGhost ? 400 : 600,
      fill: end.isGhost ? "var(--callcentre-muted)" : colour(end.index),
    }),
  );
}
