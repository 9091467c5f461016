// A lab as DOM. The same code runs when the book is built (in node, with linkedom) and in the reader's page.

import { assign } from "./assignment.mjs";
import { bestOf } from "./compared.mjs";
import { buildControl, isShown } from "./controls.mjs";
import { element, first } from "./elements.mjs";
import { showFolds } from "./folds.mjs";
import { labelWithUnit } from "./format.mjs";
import { buildLesson, buildSceneEnd, whetherAsked } from "./lesson.mjs";
import { showNeeds } from "./needs.mjs";
import { ownPreset } from "./presets.mjs";

/** @import { Attribute, Child } from "./elements.mjs" */
/** @import { Fold } from "./folds.mjs" */
/** @import { Assignment, BuildContext, Chart, Column, Compared, Context, Figure, Group, Lab, Note, Pinned, Table, Values, View } from "./types.d.ts" */

const MOST_TILES = 4; // single figures in sight
const NOTHING = { value: null, decimals: 0, factor: 1, pattern: null };

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
    lab.question ? part("p", { class: "callcentre-question" }, lab.question) : null,
    part("div", { class: "callcentre-message", role: "status" }),
    part("p", { class: "callcentre-spoken", role: "status" }),
    part("p", { class: "callcentre-task", hidden: true }),
    part("noscript", {}, part("p", { class: "callcentre-no-script" }, words.no_script)),
    part("div", { class: "callcentre-panes" }, buildPicture(context), buildForm(context, lab, values, assignment)),
    part("div", { class: "callcentre-folds" }), // beside the panes: what stays in sight there is not to lie over it
  );
  assign(section, words, assignment);
  showNeeds(section, controlsOf(lab).filter(isShown), values, assignment?.fixed ?? []);
  for (const fill of showView(context, section, view)) fill();
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

/** @param {Lab} lab */
function controlsOf(lab) {
  return lab.groups.flatMap((group) => group.controls);
}

/**
 * @param {Context} context
 * @param {Lab} lab
 * @param {Values} values
 * @param {Assignment | null} assignment
 */
function buildForm(context, lab, values, assignment) {
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
        buildLesson(context, lab, whetherAsked(controlsOf(lab), values, assignment)),
        lab.presets.length ? buildPresets(context, lab, values) : null,
        ...lab.groups.map((group) => buildGroup(context, group, values)),
        buildSceneEnd(context, lab),
      ),
      element(
        document,
        "div",
        { class: "callcentre-buttons" },
        button("reset", words.reset),
        button("copy-link", words.copy_link),
        element(
          document,
          "button",
          {
            type: "button",
            class: "callcentre-button",
            "data-action": "pin",
            "aria-describedby": `${id}-pin-help`,
          },
          words.pin,
        ),
        element(document, "p", { class: "callcentre-help callcentre-pin-help", id: `${id}-pin-help` }, words.pin_help),
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
 * The scenarios with a name to begin from; "own" is what the page shows first, by its name where it has one, "" what the
 * reader has made of it.
 *
 * @param {Context} context
 * @param {Lab} lab
 * @param {Values} values
 */
function buildPresets({ document, words, id }, lab, values) {
  const controls = lab.groups.flatMap((group) => group.controls);
  const own = ownPreset({ presets: lab.presets, controls, defaults: values });
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
      option("own", lab.presets[own]?.label ?? words.preset_own, { selected: true }),
      ...lab.presets.flatMap((preset, index) => (index === own ? [] : [option(index, preset.label)])),
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

/**
 * What stays in sight while a control moves: the stage, which is the headline with what to look at, and the numbers.
 *
 * @param {Context} context
 */
function buildPicture({ document, words, id }) {
  const part = partsOf(document);
  return part(
    "div",
    { class: "callcentre-picture" },
    part(
      "div",
      { class: "callcentre-stage" },
      part("p", { class: "callcentre-headline", "aria-live": "polite", tabindex: "-1" }),
      part("p", { class: "callcentre-passage", "aria-live": "polite", tabindex: "0" }),
      part("div", { class: "callcentre-main" }),
    ),
    part(
      "div",
      { class: "callcentre-numbers" },
      part(
        "div",
        { class: "callcentre-progress", hidden: true },
        part("label", { for: `${id}-progress` }, words.progress),
        part("progress", { id: `${id}-progress`, max: 1, value: 0 }),
        part("button", { type: "button", class: "callcentre-button", "data-action": "stop" }, words.stop),
      ),
      part("div", { class: "callcentre-pinned-words", hidden: true }),
      part("div", { class: "callcentre-sided" }),
      part("dl", { class: "callcentre-figures" }),
    ),
  );
}

/**
 * The id of the words that say what a chart shows.
 *
 * @param {string} id
 * @param {number | "main"} place
 */
function wordsId(id, place) {
  return `${id}-chart-${place}-words`;
}

/**
 * Show a view in a lab that stands in the page: everything but the controls. What there is to look at is the passage
 * where there is one, else the first chart; the numbers follow, and all else stands in folds.
 *
 * @param {Context} context
 * @param {HTMLElement} section
 * @param {View} view
 * @returns {(() => void)[]} what draws all that is out of sight: closed folds, and pictures at the width that is not shown
 */
export function showView(context, section, view) {
  const { document, format } = context;
  /** @type {(() => void)[]} */
  const later = [];
  const place = (/** @type {string} */ name) => first(section, `.callcentre-${name}`);
  const [compared] = view.compared;
  say(place("headline"), format.text(view.headline));
  say(place("passage"), view.passage ? format.text(view.passage) : "");
  fill(
    place("main"),
    onStage(view).map((chart) => buildChart(context, chart, "main", later)),
  );
  fill(place("sided"), [
    ...(compared ? [buildCompared(context, compared, view.figures)] : []),
    ...(view.table && view.table_first ? [buildTable(context, view.table)] : []),
  ]);
  fill(
    place("figures"),
    figuresByPlace(view).tiles.map((figure) => buildFigure(context, figure)),
  );
  later.push(...showFolds(document, place("folds"), foldsOf(context, view, later)));
  return later;
}

/**
 * The charts that stand beside the headline: the first, or none where there is a passage to look at.
 *
 * @param {View} view
 */
function onStage({ passage, charts }) {
  return passage ? [] : charts.slice(0, 1);
}

/**
 * All that is not in sight at first, each under its name.
 *
 * @param {Context} context
 * @param {View} view
 * @param {(() => void)[]} later where drawing what is out of sight waits
 */
function foldsOf(context, view, later) {
  const { document, format, id, words } = context;
  /**
   * @param {string} name
   * @param {string} title
   * @param {() => HTMLElement} content
   * @returns {Fold}
   */
  const fold = (name, title, content, isOpen = false) => ({ name, title, content, isOpen });
  const seen = onStage(view).length;
  const inWords = () =>
    view.charts.flatMap(({ title, description }, at) => [
      element(document, "div", { class: "callcentre-chart-title" }, title),
      element(
        document,
        "p",
        { class: "callcentre-words", id: wordsId(id, at < seen ? "main" : at) },
        format.text(description),
      ),
    ]);
  const pictures = view.charts
    .slice(seen)
    .map((chart, at) =>
      fold(
        `picture-${seen + at + 1}`,
        chart.title,
        () => buildChart(context, chart, seen + at, later),
        seen + at === 0,
      ),
    );
  const { table } = view;
  const tables = table && !view.table_first ? [fold("table", table.caption, () => buildTable(context, table))] : [];
  const compared = view.compared
    .slice(1)
    .map((each, at) => fold(`compared-${at + 2}`, each.caption, () => buildCompared(context, each, view.figures)));
  const { further } = figuresByPlace(view);
  /** @type {(kind: "div" | "dl" | "ul", name: string, count: number, items: () => HTMLElement[]) => Fold[]} */
  const list = (kind, name, count, items) => {
    const attributes = kind === "div" ? {} : { class: `callcentre-${name}` };
    const content = () => element(document, kind, attributes, ...items());
    return count ? [fold(name, words[`fold_${name}`], content)] : [];
  };
  return [
    ...list("div", "words", view.charts.length, inWords),
    ...pictures,
    ...tables,
    ...compared,
    ...list("dl", "figures", further.length, () => further.map((figure) => buildFigure(context, figure))),
    ...list("ul", "notes", view.notes.length, () => view.notes.map((note) => buildNote(context, note))),
  ];
}

/**
 * The figures that stand alone: a few in sight, the others in a fold. Those that are compared stand in their table.
 *
 * @param {View} view
 */
function figuresByPlace({ figures, compared }) {
  const inTable = new Set(compared.flatMap(({ rows }) => rows.flatMap((row) => row.figures)));
  const alone = figures.filter(({ name }) => !inTable.has(name));
  return { tiles: alone.slice(0, MOST_TILES), further: alone.slice(MOST_TILES) };
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
 * @param {number | "main"} place its place among the charts; the main one has its words elsewhere
 * @param {(() => void)[]} later where drawing it at the width that is not shown waits
 */
function buildChart(context, chart, place, later) {
  const { document, format, id, words, drawChart, pinned, drawn } = context;
  const isMain = place === "main";
  const isFirst = isMain || place === 0;
  /** @type {Pinned | null} */
  const ghost = pinned?.charts[0] && isFirst ? { chart: pinned.charts[0], word: words.pinned } : null;
  const asBefore = JSON.stringify([chart, ghost]); // a long run leaves most charts as they are
  const known = drawn?.get(place);
  const follow = (/** @type {(() => void)[]} */ waiting) => {
    if (!waiting.length) return;
    later.push(() => {
      for (const draw of waiting.splice(0)) draw();
    });
  };
  if (known?.asBefore === asBefore) {
    follow(known.waiting); // the next view may have come before their turn
    return known.figure;
  }
  /** @type {(() => void)[]} */
  const waiting = [];
  const own = `${id}-chart-${place}`;
  const pictures = /** @type {const} */ (["wide", "narrow"]).map((width) => {
    const holder = element(document, "div", { class: `callcentre-${width}` });
    const draw = () => {
      const size = isMain && width === "narrow" ? "small" : width;
      const svg = drawChart(document, chart, format, size, own, ghost);
      svg.setAttribute("aria-labelledby", wordsId(id, place));
      holder.replaceChildren(svg);
    };
    if (known && !isInSight(known.figure, width)) waiting.push(draw);
    else draw();
    return holder;
  });
  const figure = element(
    document,
    "figure",
    { class: "callcentre-chart" },
    element(document, "div", { class: "callcentre-chart-title" }, chart.title),
    ...pictures,
  );
  follow(waiting);
  drawn?.set(place, { asBefore, figure, waiting });
  return figure;
}

/**
 * Whether the picture that stands there is shown at a width; the page's style shows one of the two.
 *
 * @param {HTMLElement} figure
 * @param {"wide" | "narrow"} width
 */
function isInSight(figure, width) {
  return first(figure, `.callcentre-${width}`).getClientRects().length > 0;
}

/**
 * Compared figures: a column for each way, a row for each measure, and a word beside the best.
 *
 * @param {Context} context
 * @param {Compared} compared
 * @param {Figure[]} figures
 */
function buildCompared({ document, format, words, pinned }, compared, figures) {
  const part = partsOf(document);
  const found = (/** @type {Figure[]} */ all, /** @type {string} */ name) => all.find((one) => one.name === name);
  const cell = (/** @type {string} */ name, /** @type {boolean} */ isBest) => {
    const figure = found(figures, name);
    if (!figure) return part("td", { class: "callcentre-number" }, format.quantity(NOTHING));
    const earlier = pinned && found(pinned.figures, figure.name);
    return part(
      "td",
      { class: isBest ? "callcentre-number callcentre-is-best" : "callcentre-number" },
      part(
        "span",
        { "data-figure": figure.name, "data-value": figure.quantity.value ?? "" },
        format.quantity(figure.quantity),
      ),
      isBest ? part("span", { class: "callcentre-best" }, words.best) : null,
      earlier
        ? part(
            "span",
            { class: "callcentre-pinned" },
            words.pinned_figure.replace("{value}", () => format.quantity(earlier.quantity)),
          )
        : null,
    );
  };
  const rows = compared.rows.map((row) => {
    const best = bestOf(
      row.figures.map((name) => found(figures, name)?.quantity.value ?? null),
      row.best,
    );
    return part(
      "tr",
      {},
      part("th", { scope: "row" }, row.label),
      ...row.figures.map((name, at) => cell(name, at === best)),
    );
  });
  const head = compared.ways.map((way) => part("th", { scope: "col", class: "callcentre-number" }, way));
  return buildScrolled(document, compared.caption, [part("td", {}), ...head], rows);
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
  return buildScrolled(document, table.caption, head, rows);
}

/**
 * A table that scrolls by itself where it is wider than the page.
 *
 * @param {Document} document
 * @param {string} caption
 * @param {HTMLElement[]} head
 * @param {HTMLElement[]} rows
 */
function buildScrolled(document, caption, head, rows) {
  const part = partsOf(document);
  return part(
    "div",
    { class: "callcentre-scroll", tabindex: "0", role: "region", "aria-label": caption },
    part(
      "table",
      { class: "callcentre-table" },
      part("caption", {}, caption),
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
