// Points: a dot for each name on two axes, with the name beside it.

import * as Plot from "@observablehq/plot";
import { labelWithUnit, scaled } from "./format.mjs";
import { axisTitle, colour, ghostStyle, LINE, plot, reachOf, textWidth, tickMargin, valueAxis } from "./plot.mjs";

const SYMBOLS = ["circle", "square", "triangle", "diamond", "star", "wye"];
const GAP = 10;

export function drawPoints(context, chart) {
  const { size, pinned } = context;
  const placed = (point, index) => ({
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
  const x = { type: "linear", domain: xDomain, label: null };
  const y = { type: "linear", domain: yDomain, label: null };
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
          r: 6,
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

/** The domain of an axis: from zero where the values are far apart, else close about them. */
function padded(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low >= 0 && low < high / 2) return [0, high * 1.1];
  const room = (high - low) * 0.15 || Math.abs(high) * 0.1 || 1;
  return [low - room, high + room];
}

/** The names, on the side with more room, moved apart where they would lie on each other. */
function names(size, margins, x, y, points) {
  const xScale = Plot.scale({ x: { ...x, range: [margins.marginLeft, size.width - margins.marginRight] } });
  const yScale = Plot.scale({ y: { ...y, range: [size.height - margins.marginBottom, margins.marginTop] } });
  const taken = [];
  return [...points]
    .sort((a, b) => b.y - a.y || a.index - b.index)
    .map((point) => {
      const left = xScale.apply(point.x);
      const width = textWidth(point.label, size.font);
      const isRight = left + GAP + width <= size.width;
      const from = isRight ? left + GAP : left - GAP - width;
      let top = yScale.apply(point.y);
      for (const one of taken) {
        const isBeside = from < one.to && from + width > one.from;
        if (isBeside && Math.abs(top - one.top) < LINE - 2) top = one.top + LINE - 2;
      }
      taken.push({ from, to: from + width, top });
      return Plot.text([point], {
        x: "x",
        y: () => yScale.invert(top),
        text: "label",
        textAnchor: isRight ? "start" : "end",
        dx: isRight ? GAP : -GAP,
        fontSize: size.font,
        fontWeight: 600,
        fill: colour(point.index),
      });
    });
}
