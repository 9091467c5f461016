// What a reader takes away from a lab: the lines of Python, the table as CSV, the picture as SVG.

import { shape } from "./elements.mjs";
import { labelWithUnit, scaled } from "./format.mjs";

const LONGEST_LINE = 88;
const BYTE_ORDER_MARK = "\uFEFF"; // by which spreadsheets know UTF-8
const TITLE = { height: 30, size: 15 };
const GAP = 20;
const STYLES = ["fill", "stroke", "stroke-width", "font-size", "font-weight", "opacity", "fill-opacity", "stroke-opacity"];

/** The lines of Python that show a lab with these values: only those that differ from its defaults. */
export function pythonLines(lab, values) {
  const controls = lab.groups.flatMap((group) => group.controls);
  const changed = controls.filter(({ name, default: own }) => JSON.stringify(values[name]) !== JSON.stringify(own));
  const words = [inPython(lab.name), ...changed.map(({ name }) => `${name}=${inPython(values[name])}`)];
  const line = `callcentre.lab(${words.join(", ")})`;
  const call = line.length <= LONGEST_LINE ? line : `callcentre.lab(\n${words.map((word) => `    ${word},\n`).join("")})`;
  return `import callcentre\n\n${call}\n`;
}

function inPython(value) {
  if (Array.isArray(value)) return `[${value.map(inPython).join(", ")}]`;
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return grouped(String(value));
  return JSON.stringify(value); // a string of JSON is one of Python
}

/** A whole number from 10,000 on with underscores between thousands. */
function grouped(digits) {
  return /^-?\d{5,}$/.test(digits) ? digits.replace(/\B(?=(\d{3})+$)/g, "_") : digits;
}

/** A table as CSV: units in the head, numbers unrounded in these units. */
export function csvText(table) {
  const cell = (value, { factor }) => {
    if (value === null || value === undefined) return "";
    return typeof value === "number" ? String(scaled(value, factor)) : quoted(value);
  };
  const head = table.columns.map((column) => quoted(labelWithUnit(column)));
  const rows = table.rows.map((row) => row.map((value, at) => cell(value, table.columns[at])));
  return BYTE_ORDER_MARK + [head, ...rows].map((row) => `${row.join(",")}\r\n`).join("");
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : String(text);
}

/** A lab's charts below each other as one picture that needs no page: colours as they are shown, title and description. */
export function svgText(section, title) {
  const figures = [...section.querySelectorAll(".callcentre-chart")].filter((figure) => figure.querySelector("svg"));
  const charts = figures.map(standingAlone);
  const width = Math.max(...charts.map((chart) => chart.width)) + 2 * GAP;
  let top = GAP;
  const style = getComputedStyle(section);
  const parts = charts.flatMap((chart) => {
    const at = { x: GAP, y: top + TITLE.size, fill: style.color, "font-size": TITLE.size, "font-weight": 700 };
    chart.svg.setAttribute("x", GAP);
    chart.svg.setAttribute("y", top + TITLE.height);
    top += TITLE.height + chart.height + GAP;
    return [shape(document, "text", at, chart.title), chart.svg];
  });
  const picture = shape(
    document,
    "svg",
    { viewBox: `0 0 ${width} ${top}`, width, height: top, role: "img", "font-family": "sans-serif" },
    shape(document, "title", {}, title),
    shape(document, "desc", {}, charts.map((chart) => `${chart.title}. ${chart.description}`).join("\n")),
    shape(document, "rect", { width, height: top, fill: style.getPropertyValue("--callcentre-ground").trim() || "#fff" }),
    ...parts,
  );
  return new XMLSerializer().serializeToString(picture);
}

function standingAlone(figure) {
  const source = figure.querySelector(".callcentre-wide svg");
  const svg = source.cloneNode(true);
  const copies = [svg, ...svg.querySelectorAll("*")];
  [source, ...source.querySelectorAll("*")].forEach((original, index) => resolve(original, copies[index]));
  const [, , width, height] = source.getAttribute("viewBox").split(" ").map(Number);
  svg.setAttribute("width", width);
  svg.setAttribute("height", height);
  svg.setAttribute("overflow", "visible");
  for (const name of ["class", "role", "aria-labelledby"]) svg.removeAttribute(name);
  return {
    svg,
    width,
    height,
    title: figure.querySelector(".callcentre-chart-title").textContent,
    description: figure.querySelector("figcaption").textContent,
  };
}

/** Write into an element what style sheets and variables make of it; textures stay references into the picture. */
function resolve(original, copy) {
  const style = getComputedStyle(original);
  for (const name of STYLES) {
    const value = style.getPropertyValue(name);
    if (value && !value.includes("url(")) copy.setAttribute(name, value);
  }
  copy.removeAttribute("class");
}

/** Have the browser save a text as a file. */
export function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
