// Ranges: for each category a bar from one end to the other about a base, with the words of both ends beside it.

import * as Plot from "@observablehq/plot";
import { scaled } from "./format.mjs";
import { addTextures, colour, ghostStyle, LINE, plot, reachOf, texture, textWidth, valueAxis } from "./plot.mjs";

/** @import { Drawing, Range, RangeChart } from "./types.d.ts" */

/** @typedef {ReturnType<typeof rangeBar>} Bar */

const ROW = { wide: 34, narrow: 50 };
const TOP = 34;
const BOTTOM = 48;
const GAP = 6;

/**
 * @param {Drawing<RangeChart>} context
 * @param {RangeChart} chart
 */
export function drawRanges(context, chart) {
  const { isNarrow, size, format, pinned } = context;
  const font = size.font;
  const shown = (/** @type {number} */ value) => scaled(value, chart.x.factor);
  const base = shown(chart.base);
  const bars = chart.ranges.map((range) => rangeBar(range, shown, base));
  const ghosts = (pinned?.chart.ranges ?? [])
    .filter((range) => bars.some((bar) => bar.label === range.label))
    .map((range) => rangeBar(range, shown, base));
  const row = isNarrow ? ROW.narrow : ROW.wide;
  const margins = {
    marginTop: TOP,
    marginRight: 8,
    marginBottom: BOTTOM,
    marginLeft: isNarrow ? 8 : 14 + Math.max(0, ...bars.map((bar) => textWidth(bar.label, font))),
  };
  const width = size.width - margins.marginLeft - margins.marginRight;
  const domain = widened([...bars, ...ghosts], base, width, font);
  const height = TOP + BOTTOM + row * bars.length;
  const below = isNarrow ? LINE / 2 : 0; // on a phone a bar's label stands above it
  const ends = bars.flatMap((bar) => [
    { label: bar.label, at: bar.low, words: bar.lowWords, anchor: /** @type {const} */ ("end"), dx: -GAP },
    { label: bar.label, at: bar.high, words: bar.highWords, anchor: /** @type {const} */ ("start"), dx: GAP },
  ]);
  const inset = { insetTop: isNarrow ? 22 : 5, insetBottom: isNarrow ? 4 : 5 };
  const svg = plot(
    { ...context, size: { ...size, height } },
    {
      ...margins,
      x: { type: "linear", domain, label: null },
      y: { type: "band", domain: bars.map((bar) => bar.label), label: null, padding: 0, axis: null },
      marks: [
        Plot.gridX({ ticks: size.ticks, stroke: "currentColor", strokeOpacity: 0.15 }),
        Plot.axisX({ ...valueAxis(context, chart.x, reachOf(domain)), labelAnchor: "center", labelOffset: 40 }),
        isNarrow ? null : Plot.axisY({ label: null, tickSize: 0, fontSize: font }),
        ...[0, 1].map((index) =>
          Plot.barX(
            bars.flatMap((bar) => bar.parts.filter((part) => part.index === index)),
            { y: "label", x1: "from", x2: "to", fill: texture(context, index), stroke: colour(index), ...inset },
          ),
        ),
        Plot.barX(ghosts, { y: "label", x1: "low", x2: "high", fill: "none", ...ghostStyle(), ...inset }),
        Plot.ruleX([base], { stroke: "currentColor", strokeWidth: 1.5, insetTop: -6 }),
        Plot.text([base], {
          x: (value) => value,
          text: () => format.quantity({ ...chart.x, value: chart.base }),
          frameAnchor: "top",
          dy: -20,
          fontSize: font,
          fill: "currentColor",
        }),
        ...ends.map((end) =>
          Plot.text([end], {
            x: "at",
            y: "label",
            text: "words",
            textAnchor: end.anchor,
            dx: end.dx,
            dy: below,
            fontSize: font,
            fill: "currentColor",
            stroke: "var(--callcentre-ground)", // keeps words readable where the base's line runs through them
            strokeWidth: 4,
          }),
        ),
        isNarrow
          ? Plot.text(bars, {
              y: "label",
              text: "label",
              frameAnchor: "left",
              dy: -row / 2 + 12,
              fontSize: font,
              fontWeight: 600,
              fill: "currentColor",
            })
          : null,
      ],
    },
  );
  addTextures(context, svg, 2);
  return svg;
}

/**
 * A bar's low and high end with their words, and its parts: two that meet at the base, or one beside it.
 *
 * @param {Range} range
 * @param {(value: number) => number} shown from the model's number to the number shown
 * @param {number} base as it is shown
 */
export function rangeBar({ label, from, from_label: fromWords, to, to_label: toWords }, shown, base) {
  const [start, end] = [shown(from), shown(to)];
  const isForward = start <= end;
  const isAcross = (start - base) * (end - base) < 0;
  return {
    label,
    low: isForward ? start : end,
    high: isForward ? end : start,
    lowWords: isForward ? fromWords : toWords,
    highWords: isForward ? toWords : fromWords,
    parts: isAcross
      ? [
          { label, index: 0, from: start, to: base },
          { label, index: 1, from: base, to: end },
        ]
      : [{ label, index: Math.abs(start - base) > Math.abs(end - base) ? 0 : 1, from: start, to: end }],
  };
}

/**
 * The domain of the axis: all bars, the base, and room for the words beside the longest bars.
 *
 * @param {Pick<Bar, "low" | "high" | "lowWords" | "highWords">[]} bars
 * @param {number} base
 * @param {number} width
 * @param {number} font
 */
export function widened(bars, base, width, font) {
  const low = Math.min(base, ...bars.map((bar) => bar.low));
  const high = Math.max(base, ...bars.map((bar) => bar.high));
  const left = Math.max(0, ...bars.map((bar) => textWidth(bar.lowWords, font))) + GAP;
  const right = Math.max(0, ...bars.map((bar) => textWidth(bar.highWords, font))) + GAP;
  const reach = high - low || Math.abs(base) || 1;
  const scale = reach / Math.max(width - left - right, width / 3);
  return [low - left * scale, high + right * scale];
}
