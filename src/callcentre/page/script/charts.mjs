// Charts as SVG, drawn with Observable Plot: lines, bars, and a map of named places. Series differ by dash or
// texture as well as by colour. Colours are the style sheet's, so a chart follows the theme.

import * as Plot from "@observablehq/plot";
import { labelWithUnit, scaled } from "./format.mjs";

const SVG = "http://www.w3.org/2000/svg";
const SIZES = {
  wide: { width: 640, height: 380, font: 13, ticks: 6 },
  narrow: { width: 340, height: 340, font: 13, ticks: 4 },
};
const DASHES = [null, "9 4", "2 4", "12 4 2 4", "5 3", "16 5"];
const LETTER = 0.56; // the mean width of a letter, in font sizes
const LINE = 18; // one line of text, in pixels
const MAX_LABELLED_CATEGORIES = 12;

const DRAW = { lines: drawLines, bars: drawBars, map: drawMap };

/** Draw a chart as SVG, "wide" for a screen or "narrow" for a phone. `prefix` keeps the ids of its textures apart. */
export function drawChart(document, chart, format, width, prefix) {
  const size = SIZES[width];
  const svg = DRAW[chart.kind]({ document, format, size, prefix, isNarrow: width === "narrow" }, chart);
  // Plot brings a style element, which a strict Content-Security-Policy refuses: its rules stand in callcentre.css.
  for (const style of [...svg.querySelectorAll("style")]) style.remove();
  for (const group of [...svg.querySelectorAll("[aria-label]")]) group.removeAttribute("aria-label");
  for (const group of [...svg.querySelectorAll("[aria-description]")]) group.removeAttribute("aria-description");
  for (const hidden of [...svg.querySelectorAll("[aria-hidden]")]) hidden.removeAttribute("aria-hidden");
  svg.setAttribute("class", "callcentre-svg");
  svg.setAttribute("role", "img");
  return svg;
}

function colour(index) {
  return `var(--callcentre-series-${index % DASHES.length})`;
}

function textWidth(text, font) {
  return text.length * font * LETTER;
}

function plot({ document, size }, options) {
  return Plot.plot({
    document,
    className: "callcentre-svg",
    width: size.width,
    height: size.height,
    style: null,
    ...options,
  });
}

function valueAxis({ format, size }, axis, reach) {
  const option = { label: labelWithUnit(axis), labelArrow: "none", fontSize: size.font, tickSize: 4 };
  return { ...option, ticks: size.ticks, tickFormat: (value) => format.tick(value, reach) };
}

function reachOf(values) {
  return Math.max(0, ...values.map(Math.abs));
}

function tickMargin({ format, size }, low, high) {
  const ticks = [low, high, (low + high) / 3].map((value) => format.tick(Number(value.toPrecision(2)), high));
  return 14 + Math.max(...ticks.map((text) => textWidth(text, size.font)));
}

// Lines ---------------------------------------------------------------------------------------------------------

function drawLines(context, chart) {
  const { size, isNarrow } = context;
  const series = chart.series.map((one, index) => ({
    ...one,
    index,
    points: one.points
      .filter(([x, y]) => x !== null && y !== null)
      .map(([x, y]) => ({ x: scaled(x, chart.x.factor), y: scaled(y, chart.y.factor) })),
  }));
  const marks = chart.marks.map(({ x, label }) => ({ x: scaled(x, chart.x.factor), label }));
  const points = series.flatMap((one) => one.points);
  const xs = [...points.map((point) => point.x), ...marks.map((mark) => mark.x)];
  const ys = points.map((point) => point.y);
  const [low, high] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const legendRows = isNarrow ? series.length : 0;
  const labelWidth = Math.max(...series.map((one) => textWidth(one.label, size.font)), 0);
  const top = 30 + legendRows * LINE;
  const margins = {
    marginTop: top + marks.length * LINE,
    marginRight: isNarrow ? 14 : Math.min(200, 16 + labelWidth),
    marginBottom: 44,
    marginLeft: tickMargin(context, low, high),
  };
  const x = { type: "linear", domain: [Math.min(...xs), Math.max(...xs)], label: null };
  const y = { type: "linear", domain: [low, high], nice: size.ticks, label: null };
  const svg = plot(context, {
    ...margins,
    x,
    y,
    marks: [
      Plot.gridY({ ticks: size.ticks, stroke: "currentColor", strokeOpacity: 0.15 }),
      Plot.axisY({ ...valueAxis(context, chart.y, high - low), labelOffset: margins.marginTop, label: null }),
      Plot.axisX({ ...valueAxis(context, chart.x, reachOf(xs)), labelAnchor: "center", labelOffset: 38 }),
      Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.6 }),
      ...marks.flatMap((mark, row) => markRule(context, mark, row, marks.length, x.domain)),
      ...series.map((one) =>
        Plot.line(one.points, {
          x: "x",
          y: "y",
          stroke: colour(one.index),
          strokeWidth: 2.5,
          strokeDasharray: DASHES[one.index % DASHES.length] ?? undefined,
        }),
      ),
      ...(isNarrow ? [] : endLabels(size, margins, y, series)),
    ],
  });
  axisTitle(context, svg, labelWithUnit(chart.y));
  if (isNarrow) series.forEach((one, row) => legendRow(context, svg, one, 34 + row * LINE, lineSample));
  return svg;
}

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

function endLabels(size, margins, y, series) {
  const range = [size.height - margins.marginBottom, margins.marginTop];
  const scale = Plot.scale({ y: { ...y, range } });
  const ends = series
    .filter((one) => one.points.length)
    .map((one) => ({ ...one.points.at(-1), label: one.label, index: one.index }))
    .sort((a, b) => b.y - a.y);
  let above = -Infinity;
  for (const end of ends) {
    end.row = Math.max(scale.apply(end.y), above + LINE - 2);
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
      y: (one) => scale.invert(one.row),
      text: "label",
      textAnchor: "start",
      dx: 8,
      fontSize: size.font,
      fontWeight: 600,
      fill: colour(end.index),
    }),
  );
}

// Bars ----------------------------------------------------------------------------------------------------------

function drawBars(context, chart) {
  const { size, format } = context;
  const series = chart.series.map((one, index) => ({
    ...one,
    index,
    values: one.values.map((value) => (value === null ? 0 : scaled(value, chart.y.factor))),
  }));
  const stacks = stacked(chart.categories, series);
  const bars = stacks.flatMap((stack) => stack.bars);
  const [low, high] = [Math.min(0, ...stacks.map((one) => one.low)), Math.max(0, ...stacks.map((one) => one.high))];
  const reach = high - low;
  const legendRows = series.length > 1 ? legendLines(context, series) : [];
  const margins = {
    marginTop: 46 + legendRows.length * LINE,
    marginRight: 10,
    marginBottom: 30 + categoryLines(context, chart.categories) * LINE,
    marginLeft: tickMargin(context, low, high),
  };
  const svg = plot(context, {
    ...margins,
    x: { type: "band", domain: chart.categories, label: null, padding: 0.25 },
    y: { type: "linear", domain: [low, high], nice: size.ticks, label: null },
    marks: [
      Plot.gridY({ ticks: size.ticks, stroke: "currentColor", strokeOpacity: 0.15 }),
      Plot.axisY({ ...valueAxis(context, chart.y, reach), label: null }),
      Plot.axisX({
        label: null,
        tickSize: 0,
        fontSize: size.font,
        ticks: thinned(chart.categories),
        lineWidth: categoryWidth(context, chart.categories) / size.font,
      }),
      ...series.map((one) =>
        Plot.barY(
          bars.filter((bar) => bar.index === one.index),
          { x: "category", y1: "from", y2: "to", fill: texture(context, one.index), stroke: colour(one.index) },
        ),
      ),
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
  legendRows.forEach((row, line) => row.forEach(([one, left]) => legendRow(context, svg, one, 38 + line * LINE, barSample, left)));
  return svg;
}

function stacked(categories, series) {
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

function thinned(categories) {
  const every = Math.ceil(categories.length / MAX_LABELLED_CATEGORIES);
  return categories.filter((_, at) => at % every === 0);
}

function categoryWidth({ size }, categories) {
  return (size.width - 60) / Math.min(categories.length, MAX_LABELLED_CATEGORIES);
}

function categoryLines(context, categories) {
  const longest = Math.max(...categories.map((category) => textWidth(category, context.size.font)));
  return Math.min(3, Math.ceil(longest / categoryWidth(context, categories)));
}

/** A texture for each series: plain, stripes, dots, the other stripes, a grid, level lines. */
const TEXTURES = [
  [],
  [["path", { d: "M0 8 8 0M-2 2 2-2M6 10 10 6" }]],
  [["circle", { cx: 4, cy: 4, r: 1.5 }]],
  [["path", { d: "M0 0 8 8M-2 6 2 10M6-2 10 2" }]],
  [["path", { d: "M0 4H8M4 0V8" }]],
  [["path", { d: "M0 2H8M0 6H8" }]],
];

function textureId({ prefix, size }, index) {
  return `${prefix}-${size.width}-texture-${index % TEXTURES.length}`;
}

function texture(context, index) {
  return `url(#${textureId(context, index)})`;
}

function addTextures(context, svg, count) {
  const { document } = context;
  const definitions = document.createElementNS(SVG, "defs");
  for (let index = 0; index < Math.min(count, TEXTURES.length); index += 1) {
    const shapes = TEXTURES[index].map(([name, attributes]) =>
      shape(document, name, { ...attributes, class: name === "circle" ? "callcentre-dots" : "callcentre-stripes" }),
    );
    definitions.append(
      shape(
        document,
        "pattern",
        { id: textureId(context, index), width: 8, height: 8, patternUnits: "userSpaceOnUse" },
        shape(document, "rect", { width: 8, height: 8, fill: colour(index) }),
        ...shapes,
      ),
    );
  }
  svg.prepend(definitions);
}

// Map -----------------------------------------------------------------------------------------------------------

function drawMap(context, chart) {
  const { size, isNarrow } = context;
  const font = size.font + 1;
  const places = chart.columns.flatMap((column) => chart.rows.map((row) => ({ column, row })));
  const taken = gathered(chart.taken);
  const rowWidth = Math.max(...chart.rows.map((row) => textWidth(row, font)));
  const svg = plot(
    { ...context, size: { ...size, height: isNarrow ? 300 : 300 } },
    {
      marginTop: 62,
      marginLeft: rowWidth + 14,
      marginRight: 4,
      marginBottom: 6,
      x: { type: "band", domain: chart.columns, label: null, padding: 0.04 },
      y: { type: "band", domain: chart.rows, label: null, padding: 0.04 },
      marks: [
        Plot.axisX({ anchor: "top", label: null, tickSize: 0, fontSize: font }),
        Plot.axisY({ label: null, tickSize: 0, fontSize: font }),
        Plot.cell(places, {
          x: "column",
          y: "row",
          rx: 6,
          fill: "currentColor",
          fillOpacity: 0.06,
          stroke: "currentColor",
          strokeOpacity: 0.5,
        }),
        Plot.cell(taken, { x: "column", y: "row", rx: 6, fill: colour(0), stroke: colour(0), strokeWidth: 3 }),
        Plot.text(taken, {
          x: "column",
          y: "row",
          text: "label",
          fontSize: font + 1,
          fontWeight: 700,
          fill: "var(--callcentre-on-series)",
          lineWidth: (size.width - rowWidth) / chart.columns.length / font,
        }),
      ],
    },
  );
  label(context, svg, chart.column_label, { x: rowWidth + 18, y: 18, class: "callcentre-axis-title" });
  label(context, svg, chart.row_label, { x: 2, y: 44, class: "callcentre-axis-title" });
  return svg;
}

function gathered(taken) {
  const byPlace = new Map();
  for (const { column, row, label: words } of taken) {
    const key = JSON.stringify([column, row]);
    const known = byPlace.get(key);
    byPlace.set(key, { column, row, label: known ? `${known.label}\n${words}` : words });
  }
  return [...byPlace.values()].map((place) => ({ ...place, label: `\u25cf ${place.label}` }));
}

// What Plot has no mark for: an axis title in the corner, and a legend inside the picture ------------------------

function shape(document, name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) made.setAttribute(attribute, value);
  }
  made.append(...children);
  return made;
}

function label({ document, size }, svg, words, attributes) {
  svg.append(shape(document, "text", { fill: "currentColor", "font-size": size.font, "text-anchor": "start", ...attributes }, words));
}

function axisTitle(context, svg, words) {
  label(context, svg, words, { x: 2, y: 16, class: "callcentre-axis-title" });
}

function legendRow(context, svg, one, top, sample, left = 4) {
  svg.append(sample(context, one, left, top));
  label(context, svg, one.label, { x: left + 38, y: top + 4 });
}

function lineSample({ document }, { index }, left, top) {
  return shape(document, "line", {
    x1: left,
    x2: left + 32,
    y1: top,
    y2: top,
    stroke: colour(index),
    "stroke-width": 2.5,
    "stroke-dasharray": DASHES[index % DASHES.length],
  });
}

function barSample(context, { index }, left, top) {
  return shape(context.document, "rect", {
    x: left,
    y: top - 7,
    width: 30,
    height: 14,
    fill: texture(context, index),
    stroke: colour(index),
  });
}

/** Legend entries, [series, left] each, in as many lines as they need. */
function legendLines({ size }, series) {
  const lines = [[]];
  let left = 4;
  for (const one of series) {
    const width = 38 + textWidth(one.label, size.font) + 18;
    if (left + width > size.width + 18 && lines.at(-1).length) {
      lines.push([]);
      left = 4;
    }
    lines.at(-1).push([one, left]);
    left += width;
  }
  return lines;
}
