// What the charts share: sizes, colours, textures, axes, and what Plot has no mark for.

import * as Plot from "@observablehq/plot";
import { shape } from "./elements.mjs";
import { labelWithUnit, scaled, sure } from "./format.mjs";

/** @import { Attribute } from "./elements.mjs" */
/** @import { Axis, Drawing, Handle, PlacedHandle, Spot } from "./types.d.ts" */

/**
 * What a legend names: a series by its place, or what is pinned.
 *
 * @typedef {{ label: string, index?: number, isGhost?: boolean }} Legend
 */
/** @typedef {(context: Drawing, one: Legend, left: number, top: number) => SVGElement} Sample */

export const SIZES = {
  wide: { width: 640, height: 360, font: 13, ticks: 6 },
  narrow: { width: 340, height: 340, font: 13, ticks: 4 },
  small: { width: 360, height: 264, font: 13, ticks: 4 }, // stays in sight on a phone
};
export const DASHES = [null, "9 4", "2 4", "12 4 2 4", "5 3", "16 5"];
const LETTER = 0.56; // the mean width of a letter, in font sizes
export const LINE = 18; // one line of text, in pixels

/** @param {number} index */
export function colour(index) {
  return `var(--callcentre-series-${index % DASHES.length})`;
}

const GHOST = { width: 6, opacity: 0.35 };

/**
 * How the pinned scenario is drawn behind the present one: broad and pale, since lines of all kinds are the present's.
 *
 * @param {number} [index]
 */
export function ghostStyle(index) {
  const stroke = index === undefined ? "var(--callcentre-muted)" : colour(index);
  return { stroke, strokeOpacity: GHOST.opacity, strokeWidth: GHOST.width };
}

/**
 * @param {string} text
 * @param {number} font
 */
export function textWidth(text, font) {
  return text.length * font * LETTER;
}

/**
 * @param {Drawing} context
 * @param {Plot.PlotOptions} options
 */
export function plot({ document, size }, options) {
  return Plot.plot({
    document,
    className: "callcentre-svg",
    width: size.width,
    height: size.height,
    style: /** @type {any} */ (null), // none, since a strict Content-Security-Policy refuses it
    ...options,
  });
}

/**
 * @param {Drawing} context
 * @param {Axis} axis
 * @param {number} reach
 */
export function valueAxis({ format, size }, axis, reach) {
  const labelArrow = /** @type {const} */ ("none");
  const option = { label: labelWithUnit(axis), labelArrow, fontSize: size.font, tickSize: 4 };
  const ticks = reach === 0 ? [0] : size.ticks; // where nothing is shown yet, no scale is made up
  return { ...option, ticks, tickFormat: (/** @type {number} */ value) => format.tick(value, reach) };
}

/**
 * The round numbers on a logarithmic axis: powers of ten, with twos and fives between where there is room.
 *
 * @param {[number, number]} ends
 * @param {number} most
 */
export function logTicks([low, high], most) {
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const powers = Array.from({ length: last - first + 1 }, (_, at) => 10 ** (first + at));
  const ticks = [[1, 2, 5], [1, 3], [1]].map((steps) =>
    powers.flatMap((power) => steps.map((step) => sure(step * power))).filter((tick) => tick >= low && tick <= high),
  );
  return ticks.find((some) => some.length <= most) ?? ticks[2];
}

/**
 * Points to look at: a dot with its words below it, on the side where there is room.
 *
 * @param {Drawing} context
 * @param {{ x: Axis, y: Axis }} chart
 * @param {Spot[]} spots
 * @param {[number, number]} across from where to where the picture reaches, in the unit shown
 */
export function spotMarks({ size, format }, chart, spots, [low, high]) {
  const shown = spots.map((spot) => ({
    label: format.text(spot.label),
    x: scaled(spot.x, chart.x.factor),
    y: scaled(spot.y, chart.y.factor),
  }));
  const part = (/** @type {number} */ x) =>
    chart.x.is_log ? Math.log(x / low) / Math.log(high / low) : (x - low) / (high - low);
  const stroke = "var(--callcentre-ground)";
  return shown.flatMap((spot, at) => [
    Plot.dot([spot], { x: "x", y: "y", r: 6, fill: "currentColor", stroke, strokeWidth: 2 }),
    Plot.text([spot], {
      x: "x",
      y: "y",
      text: "label",
      dy: shown.length > 1 && at % 2 === 0 ? 18 : -18, // by turns below and above
      dx: part(spot.x) > 0.75 ? 10 : part(spot.x) < 0.25 ? -10 : 0,
      textAnchor: part(spot.x) > 0.75 ? "end" : part(spot.x) < 0.25 ? "start" : "middle",
      fontSize: size.font,
      fontWeight: 700,
      fill: "currentColor",
      stroke,
      strokeWidth: 6,
    }),
  ]);
}

/**
 * Write into a picture where its handles stand, for the script that lets them be dragged.
 *
 * @param {Element & { scale?: Function }} svg as Plot has made it
 * @param {{ x?: Axis, y?: Axis, handles: Handle[] }} chart
 */
export function noteHandles(svg, chart) {
  if (!chart.handles.length) return;
  const placed = chart.handles.map(({ place, ...handle }) => {
    const [own, other] =
      handle.along === "x" ? [svg.scale?.("x"), svg.scale?.("y")] : [svg.scale?.("y"), svg.scale?.("x")];
    const factor = chart[handle.along]?.factor ?? 1;
    const start = place === null ? null : other.apply(place);
    /** @type {PlacedHandle} */
    const noted = {
      ...handle,
      factor,
      isLog: own.type === "log",
      isOnBar: start !== null,
      domain: [own.domain[0], own.domain.at(-1)],
      range: [own.range[0], own.range.at(-1)],
      across: start === null ? [other.range[0], other.range.at(-1)] : [start, start + other.bandwidth],
    };
    return noted;
  });
  svg.setAttribute("data-handles", JSON.stringify(placed));
}

/** @param {number[]} values */
export function reachOf(values) {
  return Math.max(0, ...values.map(Math.abs));
}

/**
 * @param {Drawing} context
 * @param {number} low
 * @param {number} high
 */
export function tickMargin({ format, size }, low, high) {
  const ticks = [low, high, (low + high) / 3].map((value) => format.tick(Number(value.toPrecision(2)), high));
  return 14 + Math.max(...ticks.map((text) => textWidth(text, size.font)));
}

/**
 * A texture for each series: plain, stripes, dots, the other stripes, a grid, level lines.
 *
 * @type {["path" | "circle", Record<string, Attribute>][][]}
 */
const TEXTURES = [
  [],
  [["path", { d: "M0 8 8 0M-2 2 2-2M6 10 10 6" }]],
  [["circle", { cx: 4, cy: 4, r: 1.5 }]],
  [["path", { d: "M0 0 8 8M-2 6 2 10M6-2 10 2" }]],
  [["path", { d: "M0 4H8M4 0V8" }]],
  [["path", { d: "M0 2H8M0 6H8" }]],
];

/**
 * @param {Drawing} context
 * @param {number} index
 */
function textureId({ prefix, size }, index) {
  return `${prefix}-${size.width}-texture-${index % TEXTURES.length}`;
}

/**
 * @param {Drawing} context
 * @param {number} index
 */
export function texture(context, index) {
  return `url(#${textureId(context, index)})`;
}

/**
 * @param {Drawing} context
 * @param {Element} svg
 * @param {number} count
 */
export function addTextures(context, svg, count) {
  const { document } = context;
  const definitions = shape(document, "defs", {});
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

// What Plot has no mark for: an axis title in the corner, and a legend inside the picture ------------------------

/**
 * @param {Drawing} context
 * @param {Element} svg
 * @param {string} words
 * @param {Record<string, Attribute>} attributes
 */
export function label({ document, size }, svg, words, attributes) {
  svg.append(
    shape(
      document,
      "text",
      { fill: "currentColor", "font-size": size.font, "text-anchor": "start", ...attributes },
      words,
    ),
  );
}

/**
 * @param {Drawing} context
 * @param {Element} svg
 * @param {string} words
 */
export function axisTitle(context, svg, words) {
  label(context, svg, words, { x: 2, y: 16, class: "callcentre-axis-title" });
}

/**
 * @param {Drawing} context
 * @param {Element} svg
 * @param {Legend} one
 * @param {number} top
 * @param {Sample} sample
 */
export function legendRow(context, svg, one, top, sample, left = 4) {
  svg.append(sample(context, one, left, top));
  label(context, svg, one.label, { x: left + 38, y: top + 4 });
}

/** @type {Sample} */
export function lineSample({ document }, { index = 0 }, left, top) {
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

/** @type {Sample} */
export function barSample(context, { index = 0 }, left, top) {
  return shape(context.document, "rect", {
    x: left,
    y: top - 7,
    width: 30,
    height: 14,
    fill: texture(context, index),
    stroke: colour(index),
  });
}

/**
 * Legend entries, [series, left] each, in as many lines as they need.
 *
 * @param {Pick<Drawing, "size">} context
 * @param {Legend[]} series
 */
export function legendLines({ size }, series) {
  /** @type {[Legend, number][]} */
  let line = [];
  const lines = [line];
  let left = 4;
  for (const one of series) {
    const width = 38 + textWidth(one.label, size.font) + 18;
    if (left + width > size.width + 18 && line.length) {
      line = [];
      lines.push(line);
      left = 4;
    }
    line.push([one, left]);
    left += width;
  }
  return lines;
}

/**
 * A legend's sample of what is pinned.
 *
 * @type {Sample}
 */
export function ghostSample({ document }, _one, left, top) {
  const line = { x1: left, x2: left + 32, y1: top, y2: top };
  const style = {
    stroke: "var(--callcentre-muted)",
    "stroke-width": GHOST.width,
    "stroke-opacity": GHOST.opacity,
  };
  return shape(document, "line", { ...line, ...style });
}
