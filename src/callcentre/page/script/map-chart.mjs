// A map: a grid of named places, some taken; each row may have lanes, for a third axis, and faint names in them.

import * as Plot from "@observablehq/plot";
import { colour, ghostStyle, LINE, label, plot, textWidth } from "./plot.mjs";

/** @import { Drawing, MapChart } from "./types.d.ts" */

const MOST = 300; // pixels high, without lanes
const TOP = 62;

/**
 * @param {Drawing<MapChart>} context
 * @param {MapChart} chart
 */
export function drawMap(context, chart) {
  const { size } = context;
  const font = size.font + (chart.lanes.length ? 0 : 1);
  const lanes = chart.lanes.length ? chart.lanes : [""];
  const place = (/** @type {{ row: string, lane?: string | null }} */ { row, lane }) => key(row, lane ?? lanes[0]);
  const places = chart.columns.flatMap((column) =>
    chart.rows.flatMap((row) => lanes.map((lane) => ({ column, at: key(row, lane) }))),
  );
  const rowWidth = Math.max(...chart.rows.map((row) => textWidth(row, font)));
  const laneWidth = Math.max(...lanes.map((lane) => textWidth(lane, font)));
  const left = rowWidth + laneWidth + (chart.lanes.length ? 22 : 14);
  const width = (size.width - left) / chart.columns.length;
  const taken = gathered(chart.taken).map((one) => ({ ...one, at: place(one) }));
  const empty = places.filter(({ column, at }) => !taken.some((one) => one.column === column && one.at === at));
  const ghosts = (context.pinned?.chart.taken ?? [])
    .filter(({ column, row }) => chart.columns.includes(column) && chart.rows.includes(row))
    .map((one) => ({ ...one, at: place(one) }));
  const rows = chart.rows.flatMap((row, at) => [
    ...lanes.map((lane) => key(row, lane)),
    ...(at + 1 < chart.rows.length && chart.lanes.length ? [`gap-${at}`] : []),
  ]);
  const svg = plot(
    { ...context, size: { ...size, height: chart.lanes.length ? size.height : Math.min(MOST, size.height) } },
    {
      marginTop: TOP,
      marginLeft: left,
      marginRight: 4,
      marginBottom: 6,
      x: { type: "band", domain: chart.columns, label: null, padding: 0.04 },
      y: { type: "band", domain: rows, label: null, padding: chart.lanes.length ? 0 : 0.04 },
      marks: [
        Plot.axisX({ anchor: "top", label: null, tickSize: 0, fontSize: font }),
        Plot.axisY({
          ticks: places.filter(({ column }) => column === chart.columns[0]).map(({ at }) => at),
          tickFormat: (/** @type {string} */ at) => (chart.lanes.length ? JSON.parse(at)[1] : JSON.parse(at)[0]),
          label: null,
          tickSize: 0,
          fontSize: font,
        }),
        Plot.cell(places, {
          x: "column",
          y: "at",
          rx: chart.lanes.length ? 2 : 6,
          fill: "currentColor",
          fillOpacity: 0.06,
          stroke: "currentColor",
          strokeOpacity: 0.5,
        }),
        ...taken.map((one) =>
          Plot.cell([one], {
            x: "column",
            y: "at",
            rx: chart.lanes.length ? 2 : 6,
            fill: colour(one.colour),
            stroke: colour(one.colour),
            strokeWidth: 3,
          }),
        ),
        Plot.cell(ghosts, { x: "column", y: "at", rx: 6, fill: "none", ...ghostStyle(), inset: 4 }),
        Plot.text(chart.empty ? empty : [], {
          x: "column",
          y: "at",
          text: () => chart.empty,
          fontSize: font - 1,
          fill: "var(--callcentre-muted)",
        }),
        Plot.text(
          taken.filter(({ label: words }) => words),
          {
            x: "column",
            y: "at",
            text: "label",
            fontSize: font + (chart.lanes.length ? 0 : 1),
            fontWeight: 700,
            fill: "var(--callcentre-on-series)",
            lineWidth: width / font,
          },
        ),
        Plot.text(faintNames(chart, taken, width, size.font), {
          x: "column",
          y: "at",
          text: "label",
          fontSize: size.font - 2,
          fill: (/** @type {{ isTaken: boolean }} */ { isTaken }) =>
            isTaken ? "var(--callcentre-on-series)" : "var(--callcentre-muted)",
        }),
      ],
    },
  );
  label(context, svg, chart.column_label, { x: left + 4, y: 18, class: "callcentre-axis-title" });
  label(context, svg, chart.row_label, { x: 2, y: 44, class: "callcentre-axis-title" });
  if (chart.lanes.length) rowNames(context, svg, chart, rows);
  return svg;
}

/**
 * @param {string} row
 * @param {string} lane
 */
function key(row, lane) {
  return JSON.stringify([row, lane]);
}

/**
 * The names that stand faintly in each place, as many as there is room for, and how many more there are.
 *
 * @param {MapChart} chart
 * @param {{ column: string, at: string, label: string }[]} taken
 * @param {number} width
 * @param {number} font
 */
function faintNames(chart, taken, width, font) {
  /** @type {Map<string, { column: string, at: string, names: string[] }>} */
  const places = new Map();
  for (const { column, row, lane, label: name } of chart.faint) {
    const at = key(row, lane);
    const known = places.get(column + at) ?? { column, at, names: [] };
    known.names.push(name);
    places.set(column + at, known);
  }
  return [...places.values()].map(({ column, at, names }) => {
    const here = taken.find((one) => one.column === column && one.at === at);
    return { column, at, isTaken: here !== undefined, label: fitted(names, width - 8, font - 2) };
  });
}

/**
 * @param {string[]} names
 * @param {number} width
 * @param {number} font
 */
function fitted(names, width, font) {
  for (let count = names.length; count > 0; count -= 1) {
    const more = names.length - count;
    const words = names.slice(0, count).join(" · ") + (more ? ` +${more}` : "");
    if (textWidth(words, font) <= width) return words;
  }
  return "\u2022".repeat(names.length);
}

/**
 * @param {Drawing} context
 * @param {Element & { scale?: Function }} svg
 * @param {MapChart} chart
 * @param {string[]} rows
 */
function rowNames(context, svg, chart, rows) {
  const scale = svg.scale?.("y");
  const middle = Math.floor(chart.lanes.length / 2);
  for (const row of chart.rows) {
    const top = scale.apply(rows.find((at) => at === key(row, chart.lanes[middle])));
    label(context, svg, row, { x: 2, y: top + scale.bandwidth / 2 + LINE / 4, "font-weight": 600 });
  }
}

/** @param {MapChart["taken"]} taken */
function gathered(taken) {
  const byPlace = new Map();
  for (const one of taken) {
    const at = JSON.stringify([one.column, one.row, one.lane]);
    const known = byPlace.get(at);
    byPlace.set(at, { ...one, label: known ? `${known.label}\n${one.label}` : one.label });
  }
  return [...byPlace.values()].map((one) => ({ ...one, label: one.label && `\u25cf ${one.label}` }));
}
