// A lab as DOM. The same code runs when the book is built (in node, with linkedom) and in the reader's page.

import { assign } from "./assignment.mjs";
import { buildControl, isShown } from "./controls.mjs";
import { element, first } from "./elements.mjs";
import { labelWithUnit } from "./format.mjs";

/** @import { Attribute, Child } from "./elements.mjs" */
/** @import { BuildContext, Chart, Column, Context, Figure, Group, Lab, Note, Pinned, Table, Values, View } from "./types.d.ts" */

/**
 * Build a whole lab, not yet alive: its controls are disabled.
 *
 * @param {BuildContext} context
 * @param {{ lab: Lab, values: Values, view: View }} shown
 */
export function buildLab(context, { lab, values, view }) {
  const { document, id, words, book, sections, heading, assignment } = context;
  const part = partsOf(document);
  const section = part(
    "section",
    {
      class: "callcentre-lab full-width", // the theme makes room beside the text for what is full width
      id,
      "data-lab": lab.name,
      "data-state": "static",
      "data-revision": 1,
      "data-values": JSON.stringify(values),
      "data-frame": JSON.stringify({ lab, words, book, sections, assignment, view }),
      "aria-labelledby": `${id}-title`,
    },
    part(/** @type {"h2"} */ (`h${heading}`), { class: "callcentre-title", id: `${id}-title` }, lab.title),
    part("p", { class: "callcentre-purpose" }, lab.purpose),
    part("div", { class: "callcentre-message", role: "status" }),
    part("p", { class: "callcentre-spoken", role: "status" }),
    part("p", { class: "callcentre-task", hidden: true }),
    part("p", { class: "callcentre-passage", "aria-live": "polite" }),
    part("noscript", {}, part("p", { class: "callcentre-no-script" }, words.no_script)),
    part(
      "div",
      { class: "callcentre-panes" },
      part("p", { class: "callcentre-headline", "aria-live": "polite", tabindex: "-1" }),
      buildForm(context, lab, values),
      buildPicture(context),
    ),
    lab.question ? part("p", { class: "callcentre-question" }, lab.question) : null,
  );
  assign(section, words, assignment);
  showView(context, section, view);
  return section;
}

/**
 * `element` for one document.
 *
 * @param {Document} document
 */
function partsOf(document) {
  /**
   * @param {keyof HTMLElementTagNameMap} name
   * @param {Record<string, Attribute>} attributes
   * @param {...Child} children
   * @returns {HTMLElement}
   */
  return (name, attributes, ...children) => element(document, name, attributes, ...children);
}

/**
 * @param {Context} context
 * @param {Lab} lab
 * @param {Values} values
 */
function buildForm(context, lab, values) {
  const { document, words, id } = context;
  const button = (/** @type {string} */ action, /** @type {string} */ label) =>
    element(document, "button", { type: "button", class: "callcentre-button", "data-action": action }, label);
  return element(
    document,
    "form",
    { class: "callcentre-controls", autocomplete: "off", novalidate: true, "aria-labelledby": `${id}-title` },
    element(
      document,
      "fieldset",
      { class: "callcentre-all", disabled: true },
      element(
        document,
        "div",
        { class: "callcentre-groups" },
        lab.presets.length ? buildPresets(context, lab) : null,
        ...lab.groups.map((group) => buildGroup(context, group, values)),
      ),
      element(
        document,
        "div",
        { class: "callcentre-buttons" },
        button("reset", words.reset),
        button("copy-link", words.copy_link),
        button("pin", words.pin),
        element(
          document,
          "details",
          { class: "callcentre-more" },
          element(document, "summary", {}, words.more),
          element(
            document,
            "div",
            { class: "callcentre-more-buttons" },
            button("copy-python", words.copy_python),
            button("table", words.download_table),
            button("picture", words.download_picture),
          ),
        ),
        element(document, "span", { class: "callcentre-copied", role: "status" }),
      ),
    ),
  );
}

/**
 * The scenarios with a name to begin from; "own" is what the page shows first, "" what the reader has made of it.
 *
 * @param {Context} context
 * @param {Lab} lab
 */
function buildPresets({ document, words, id }, lab) {
  /**
   * @param {string | number} value
   * @param {string} label
   * @param {Record<string, Attribute>} [attributes]
   */
  const option = (value, label, attributes) => element(document, "option", { value, ...attributes }, label);
  return element(
    document,
    "div",
    { class: "callcentre-presets callcentre-control" },
    element(document, "label", { for: `${id}-preset` }, words.begin_from),
    element(
      document,
      "select",
      { id: `${id}-preset`, "data-preset": true },
      option("", words.preset_changed, { hidden: true, disabled: true }),
      option("own", words.preset_own, { selected: true }),
      ...lab.presets.map((preset, index) => option(index, preset.label)),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Group} group
 * @param {Values} values
 */
function buildGroup(context, group, values) {
  const { document } = context;
  const shown = group.controls.filter(isShown);
  if (!shown.length) return null;
  const controls = shown.map((control) => buildControl(context, control, values[control.name]));
  if (group.is_open) {
    return element(
      document,
      "fieldset",
      { class: "callcentre-group" },
      element(document, "legend", {}, group.title),
      ...controls,
    );
  }
  return element(
    document,
    "details",
    { class: "callcentre-group" },
    element(document, "summary", {}, group.title),
    element(document, "div", { role: "group", "aria-label": group.title }, ...controls),
  );
}

/** @param {Context} context */
function buildPicture({ document, words, id }) {
  return element(
    document,
    "div",
    { class: "callcentre-picture" },
    element(
      document,
      "div",
      { class: "callcentre-progress", hidden: true },
      element(document, "label", { for: `${id}-progress` }, words.progress),
      element(document, "progress", { id: `${id}-progress`, max: 1, value: 0 }),
      element(document, "button", { type: "button", class: "callcentre-button", "data-action": "stop" }, words.stop),
    ),
    element(document, "p", { class: "callcentre-pinned-words", hidden: true }),
    element(document, "dl", { class: "callcentre-figures" }),
    element(document, "div", { class: "callcentre-charts" }),
    element(document, "div", { class: "callcentre-tables" }),
    element(document, "ul", { class: "callcentre-notes" }),
  );
}

/**
 * Show a view in a lab that stands in the page: everything but the controls.
 *
 * @param {Context} context
 * @param {HTMLElement} section
 * @param {View} view
 */
export function showView(context, section, view) {
  const { format } = context;
  const place = (/** @type {string} */ name) => first(section, `.callcentre-${name}`);
  say(place("headline"), format.text(view.headline));
  say(place("passage"), view.passage ? format.text(view.passage) : "");
  fill(
    place("figures"),
    view.figures.map((figure) => buildFigure(context, figure)),
  );
  fill(
    place("charts"),
    view.charts.map((chart, index) => buildChart(context, chart, index)),
  );
  fill(place("tables"), view.table ? [buildTable(context, view.table)] : []);
  fill(
    place("notes"),
    view.notes.map((note) => buildNote(context, note)),
  );
  const [upper, lower] = (view.table_first ? ["tables", "charts"] : ["charts", "tables"]).map(place);
  if (upper.nextElementSibling !== lower) upper.after(lower);
}

/**
 * Put other words in an element; the same words are left alone, and not announced again.
 *
 * @param {HTMLElement} place
 * @param {string} words
 */
function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
  place.hidden = words === "";
}

/**
 * Put new children in a container; one without children is not shown, and not announced.
 *
 * @param {HTMLElement} container
 * @param {HTMLElement[]} children
 */
function fill(container, children) {
  container.replaceChildren(...children);
  container.hidden = children.length === 0;
}

/**
 * @param {Context} context
 * @param {Figure} figure
 */
function buildFigure({ document, format, words, pinned }, { name, label, quantity }) {
  const earlier = pinned?.figures.find((figure) => figure.name === name);
  const comparison = (/** @type {string} */ value) => words.pinned_figure.replace("{value}", () => value);
  return element(
    document,
    "div",
    {},
    element(document, "dt", {}, label),
    element(document, "dd", { "data-figure": name, "data-value": quantity.value ?? "" }, format.quantity(quantity)),
    earlier
      ? element(document, "dd", { class: "callcentre-pinned" }, comparison(format.quantity(earlier.quantity)))
      : null,
  );
}

/**
 * @param {Context} context
 * @param {Chart} chart
 * @param {number} index
 */
function buildChart({ document, format, id, words, drawChart, pinned }, chart, index) {
  /** @type {Pinned | null} */
  const ghost = pinned?.charts[0] && index === 0 ? { chart: pinned.charts[0], word: words.pinned } : null;
  const own = `${id}-chart-${index}`;
  const pictures = /** @type {const} */ (["wide", "narrow"]).map((width) => {
    const svg = drawChart(document, chart, format, width, own, ghost);
    svg.setAttribute("aria-labelledby", `${own}-words`);
    return element(document, "div", { class: `callcentre-${width}` }, svg);
  });
  return element(
    document,
    "figure",
    { class: "callcentre-chart" },
    element(document, "div", { class: "callcentre-chart-title" }, chart.title),
    ...pictures,
    element(document, "figcaption", { id: `${own}-words` }, format.text(chart.description)),
  );
}

/**
 * @param {Context} context
 * @param {Table} table
 */
function buildTable({ document, format }, table) {
  const part = partsOf(document);
  const kind = (/** @type {Column} */ column) => (column.unit === null ? null : "callcentre-number");
  const head = table.columns.map((column) => part("th", { scope: "col", class: kind(column) }, labelWithUnit(column)));
  const rows = table.rows.map((row) =>
    part(
      "tr",
      {},
      ...row.map((value, at) =>
        at === 0
          ? part("th", { scope: "row" }, format.cell(value, table.columns[at]))
          : part("td", { class: kind(table.columns[at]) }, format.cell(value, table.columns[at])),
      ),
    ),
  );
  return part(
    "div",
    { class: "callcentre-scroll", tabindex: "0", role: "region", "aria-label": table.caption },
    part(
      "table",
      { class: "callcentre-table" },
      part("caption", {}, table.caption),
      part("thead", {}, part("tr", {}, ...head)),
      part("tbody", {}, ...rows),
    ),
  );
}

/**
 * @param {Context} context
 * @param {Note} note
 */
function buildNote({ document, format, words, book, sections }, { text, reference }) {
  const sentence = format.text(text);
  if (!reference) return element(document, "li", {}, sentence);
  const [page, section] = reference.split("#");
  const title = sections[reference] ?? section.replaceAll("-", " ");
  const link = element(document, "a", { href: `${book}${page}.html#${section}` }, title);
  const [before, after] = words.read_more.split("{section}");
  return element(document, "li", {}, `${sentence} ${before}`, link, after);
}
