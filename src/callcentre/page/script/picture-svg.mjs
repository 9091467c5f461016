// "Download picture": a lab's charts as one SVG that needs no page.

import { first, shape } from "./elements.mjs";

const TITLE = { height: 30, size: 15 };
const GAP = 20;
const STYLES = [
  "fill",
  "stroke",
  "stroke-width",
  "font-size",
  "font-weight",
  "opacity",
  "fill-opacity",
  "stroke-opacity",
];

/**
 * A lab's charts below each other as one picture: colours as they are shown, title and description.
 *
 * @param {HTMLElement} section
 * @param {string} title
 */
export function svgText(section, title) {
  const figures = [...section.querySelectorAll(".callcentre-chart")].filter((figure) => figure.querySelector("svg"));
  const charts = figures.map(standingAlone);
  const width = Math.max(...charts.map((chart) => chart.width)) + 2 * GAP;
  const style = getComputedStyle(section);
  let top = GAP;
  const parts = charts.flatMap((chart) => {
    const at = { x: GAP, y: top + TITLE.size, fill: style.color, "font-size": TITLE.size, "font-weight": 700 };
    chart.svg.setAttribute("x", String(GAP));
    chart.svg.setAttribute("y", String(top + TITLE.height));
    top += TITLE.height + chart.height + GAP;
    return [shape(document, "text", at, chart.title), chart.svg];
  });
  const descriptions = charts.map((chart) => `${chart.title}. ${chart.description}`);
  const ground = style.getPropertyValue("--callcentre-ground").trim() || "#fff";
  const picture = shape(
    document,
    "svg",
    { viewBox: `0 0 ${width} ${top}`, width, height: top, role: "img", "font-family": "sans-serif" },
    shape(document, "title", {}, title),
    shape(document, "desc", {}, descriptions.join("\n")),
    shape(document, "rect", { width, height: top, fill: ground }),
    ...parts,
  );
  return new XMLSerializer().serializeToString(picture);
}

/** @param {Element} figure */
function standingAlone(figure) {
  const source = /** @type {SVGSVGElement} */ (figure.querySelector(".callcentre-wide svg"));
  const svg = /** @type {SVGSVGElement} */ (source.cloneNode(true));
  const copies = [svg, ...svg.querySelectorAll("*")];
  for (const [index, original] of [source, ...source.querySelectorAll("*")].entries()) resolve(original, copies[index]);
  const [, , width, height] = (source.getAttribute("viewBox") ?? "").split(" ").map(Number);
  svg.setAttribute("width", String(width));
  svg.setAttribute("height", String(height));
  svg.setAttribute("overflow", "visible");
  for (const name of ["class", "role", "aria-labelledby"]) svg.removeAttribute(name);
  return {
    svg,
    width,
    height,
    title: first(figure, ".callcentre-chart-title").textContent,
    description: document.getElementById(source.getAttribute("aria-labelledby") ?? "")?.textContent ?? "",
  };
}

/**
 * Write into an element what style sheets and variables make of it; textures stay references into the picture.
 *
 * @param {Element} original
 * @param {Element} copy
 */
function resolve(original, copy) {
  const style = getComputedStyle(original);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value && !value.includes("url(")) copy.setAttribute(name, value);
  }
  copy.removeAttribute("class");
}
