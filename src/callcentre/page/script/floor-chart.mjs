// The floor: a seat for each agent, a dot for each caller; as it stands at the end of what was played.

import { shape } from "./elements.mjs";
import { clock, countsOf, floorOf, pointOf, seatAt, seatsOf, standingAt, ZONES } from "./floor-places.mjs";
import { label } from "./plot.mjs";

/** @import { Drawing, FloorChart } from "./types.d.ts" */

/**
 * @param {Drawing<FloorChart>} context
 * @param {FloorChart} chart
 */
export function drawFloor(context, chart) {
  const { document, size } = context;
  const seats = seatsOf(chart);
  const floor = floorOf(chart, seats, size);
  const standing = standingAt(chart, seats, chart.length);
  const counts = countsOf(standing);
  const svg = shape(document, "svg", {
    viewBox: `0 0 ${size.width} ${size.height}`,
    width: size.width,
    height: size.height,
    "data-floor": `${size.width} ${size.height}`,
  });
  const bold = { "font-weight": 700 };
  label(context, svg, clock(chart.begins + chart.length), {
    x: 4,
    y: 18,
    ...bold,
    "font-size": 18,
    "data-floor-clock": "",
  });
  for (const zone of ZONES) {
    const { left, top } = floor.zones[zone];
    const words = zone === "line" || zone === "gone" ? `${chart.labels[zone]}: ${counts[zone]}` : chart.labels[zone];
    label(context, svg, words, { x: left, y: top - 7, ...bold, "data-floor-count": zone });
  }
  for (const side of /** @type {const} */ (["own", "vendor"])) {
    const there = side === "own" ? chart.agents : chart.vendor_agents;
    for (let place = 0; place < floor.counts[side]; place += 1) {
      const { x, y } = seatAt(floor, side, place);
      const box = { x: x - floor.seat / 2, y: y - floor.seat / 2, width: floor.seat, height: floor.seat, rx: 4 };
      svg.append(
        shape(document, "rect", {
          ...box,
          class: place < there ? "callcentre-seat" : "callcentre-seat callcentre-left",
        }),
      );
    }
  }
  for (const [at, one] of standing.entries()) {
    const { x, y } = pointOf(floor, one);
    svg.append(
      shape(document, "circle", {
        cx: x,
        cy: y,
        r: Math.max(3, floor.seat * 0.3),
        class: `callcentre-caller callcentre-in-${one.where}`,
        "data-caller": at,
      }),
    );
  }
  return svg;
}
