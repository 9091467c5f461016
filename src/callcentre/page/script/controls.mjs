// Every kind of control: how it is built, read, set, and told that its value cannot be used.

import { element, first, set } from "./elements.mjs";
import { generalForm, unitWords } from "./format.mjs";

/** @import { Format } from "./format.mjs" */
/** @import { ChoiceControl, Context, Control, ManyOfControl, NumberControl, SwitchControl, TextControl, Value } from "./types.d.ts" */

/**
 * How a kind of control is built, read, and set; its inputs are found by the control's name.
 *
 * @typedef {object} Kind
 * @property {(context: FormContext, control: any, value: any) => HTMLElement} build
 * @property {(inputs: any, format: Format, control: any) => Value} read
 * @property {(inputs: any, format: Format, control: any, value: any) => void} write
 */
/** @typedef {Pick<Context, "document" | "format" | "words" | "id">} FormContext */

const RADIOS_UP_TO = 5;
const TEXT_FILES = ".csv,.txt,.tsv,text/plain,text/csv";

/** How fast a player may run, in steps a second. */
export const SPEEDS = [
  { name: "slow", perSecond: 0.1 },
  { name: "normal", perSecond: 0.4 },
  { name: "fast", perSecond: 2 },
];

/** @type {Record<string, Kind>} */
const KINDS = {
  slider: { build: buildSlider, read: readSlider, write: writeSlider },
  number: { build: buildNumber, read: readNumber, write: writeNumber },
  choice: { build: buildChoice, read: readChoice, write: writeChoice },
  "many-of": { build: buildManyOf, read: readManyOf, write: writeManyOf },
  switch: { build: buildSwitch, read: readSwitch, write: writeSwitch },
  player: { build: buildPlayer, read: readSlider, write: writeSlider },
  logarithmic: { build: buildLogarithmic, read: readNumber, write: writeLogarithmic },
  text: { build: buildText, read: readText, write: writeText },
};

/**
 * Whether a reader sees this control; what a lab remembers for itself is kept in the values only.
 *
 * @param {Pick<Control, "kind">} control
 */
export function isShown({ kind }) {
  return kind !== "record";
}

/**
 * Whether a value is typed, so that it is used only once a reader pauses.
 *
 * @param {Pick<Control, "kind">} control
 */
export function isTyped({ kind }) {
  return kind === "number" || kind === "text" || kind === "logarithmic";
}

/**
 * Build a control with its label, help and value.
 *
 * @param {FormContext} context
 * @param {Control} control
 * @param {Value} value
 */
export function buildControl(context, control, value) {
  const made = KINDS[control.kind].build(context, control, value);
  made.classList.add("callcentre-control");
  made.dataset.control = control.name;
  return made;
}

/**
 * Return a control's value as it stands in the form, in the model's unit.
 *
 * @param {HTMLElement} form
 * @param {Format} format
 * @param {Control} control
 */
export function readControl(form, format, control) {
  return KINDS[control.kind].read(inputs(form, control), format, control);
}

/**
 * Set a control to a value that was checked.
 *
 * @param {HTMLElement} form
 * @param {Format} format
 * @param {Control} control
 * @param {Value} value
 */
export function writeControl(form, format, control, value) {
  KINDS[control.kind].write(inputs(form, control), format, control, value);
}

/**
 * Show a message beside a control and tie it to the control; an empty message takes it away.
 *
 * @param {HTMLElement} form
 * @param {string} id
 * @param {Control} control
 * @param {string} message
 */
export function showProblem(form, id, control, message) {
  const box = first(form, `[data-control="${control.name}"]`);
  const problemId = `${id}-${control.name}-problem`;
  const found = box.querySelector(".callcentre-problem");
  const described = `${id}-${control.name}-help`;
  for (const input of inputs(form, control)) {
    set(input, "aria-invalid", message ? "true" : null);
    const tied = input.dataset.described ?? described;
    set(input, "aria-describedby", message ? `${problemId} ${tied}` : tied);
  }
  if (!message) {
    found?.remove();
  } else if (found) {
    if (found.textContent !== message) found.textContent = message;
  } else {
    const problem = element(
      form.ownerDocument,
      "p",
      { class: "callcentre-problem", id: problemId, role: "alert" },
      message,
    );
    box.append(problem);
    box.closest("details")?.setAttribute("open", "");
  }
}

/**
 * @param {HTMLElement} form
 * @param {Control} control
 */
function inputs(form, control) {
  const found = form.querySelectorAll(`[data-control="${control.name}"] [name="${control.name}"]`);
  return [...found].map((input) => /** @type {HTMLInputElement} */ (input));
}

/**
 * @param {FormContext} context
 * @param {Control} control
 */
function ids({ id }, control) {
  const own = `${id}-${control.name}`;
  return { own, help: `${own}-help`, unit: `${own}-unit` };
}

/**
 * @param {FormContext} context
 * @param {string} id
 * @param {Control} control
 */
function help({ document }, id, control) {
  return element(document, "p", { class: "callcentre-help", id }, control.explanation);
}

/**
 * @param {NumberControl} control
 * @param {number} value
 */
function quantity(control, value) {
  return { ...control, value };
}

/**
 * @param {FormContext} context
 * @param {NumberControl} control
 * @param {number} value
 * @param {...(Node | string)} more
 */
function buildSlider(context, control, value, ...more) {
  const { document, format } = context;
  const id = ids(context, control);
  const shown = format.quantity(quantity(control, value));
  return element(
    document,
    "div",
    {},
    element(
      document,
      "div",
      { class: "callcentre-line" },
      element(document, "label", { for: id.own }, control.label),
      element(document, "output", { for: id.own }, shown),
    ),
    element(document, "input", {
      type: "range",
      id: id.own,
      name: control.name,
      min: control.low,
      max: control.high,
      step: control.step,
      value,
      "aria-valuetext": shown,
      "aria-describedby": id.help,
    }),
    control.next_label
      ? element(
          document,
          "button",
          { type: "button", class: "callcentre-button", "data-next": control.name },
          control.next_label,
        )
      : null,
    ...more,
    help(context, id.help, control),
  );
}

/**
 * A slider with the buttons that move it; player.mjs answers them.
 *
 * @param {FormContext} context
 * @param {NumberControl} control
 * @param {number} value
 */
function buildPlayer(context, control, value) {
  const { document, words } = context;
  const button = (/** @type {string} */ action, /** @type {string} */ label) =>
    element(document, "button", { type: "button", class: "callcentre-button", "data-player": action }, label);
  const speeds = SPEEDS.map(({ name }) =>
    element(document, "option", { value: name, selected: name === "normal" }, words[`speed_${name}`]),
  );
  const built = buildSlider(
    context,
    control,
    value,
    element(
      document,
      "div",
      { class: "callcentre-player", role: "group", "aria-label": control.label },
      button("play", words.play),
      button("back", words.step_back),
      button("on", words.step_on),
      element(
        document,
        "label",
        { class: "callcentre-speed" },
        `${words.speed} `,
        element(document, "select", { "data-player": "speed" }, ...speeds),
      ),
    ),
  );
  set(first(built, "output"), "aria-live", "off"); // the slider itself says its value
  return built;
}

/**
 * @param {FormContext} context
 * @param {TextControl} control
 * @param {string} value
 */
function buildText(context, control, value) {
  const { document, words } = context;
  const id = ids(context, control);
  const named = `${words.load_file}: ${control.label}`;
  return element(
    document,
    "div",
    {},
    element(document, "label", { for: id.own }, control.label),
    element(
      document,
      "textarea",
      { id: id.own, name: control.name, rows: 6, spellcheck: "false", wrap: "off", "aria-describedby": id.help },
      value,
    ),
    element(
      document,
      "button",
      { type: "button", class: "callcentre-button", "data-load": control.name, "aria-label": named },
      words.load_file,
    ),
    element(document, "input", {
      type: "file",
      hidden: true,
      tabindex: "-1",
      accept: TEXT_FILES,
      "data-file": control.name,
    }),
    help(context, id.help, control),
  );
}

/**
 * @param {[HTMLTextAreaElement]} inputs
 */
function readText([area]) {
  return area.value;
}

/**
 * @param {[HTMLTextAreaElement]} inputs
 * @param {Format} _format
 * @param {TextControl} _control
 * @param {string} value
 */
function writeText([area], _format, _control, value) {
  area.value = value;
}

/**
 * @param {[HTMLInputElement]} inputs
 */
function readSlider([input]) {
  return Number(input.value);
}

/**
 * @param {[HTMLInputElement]} inputs
 * @param {Format} format
 * @param {NumberControl} control
 * @param {number} value
 */
function writeSlider([input], format, control, value) {
  input.value = String(value);
  labelSlider(input, format, control, value);
}

/**
 * Have what stands beside a control's input follow it: the words of a slider, the track of a number.
 *
 * @param {HTMLElement} form
 * @param {Format} format
 * @param {Control} control
 * @param {Value} value
 */
export function followMove(form, format, control, value) {
  if (typeof value !== "number") return;
  if (control.kind === "logarithmic") moveTrack(trackOf(form, control), format, control, value);
  if (control.kind === "slider" || control.kind === "player")
    labelSlider(inputs(form, control)[0], format, control, value);
}

/**
 * Say a slider's value in words, beside it and to a screen reader.
 *
 * @param {HTMLElement} input
 * @param {Format} format
 * @param {NumberControl} control
 * @param {number} value
 */
export function labelSlider(input, format, control, value) {
  const shown = format.quantity(quantity(control, value));
  set(input, "aria-valuetext", shown);
  first(/** @type {HTMLElement} */ (input.closest("[data-control]")), "output").textContent = shown;
}

/**
 * A field to type in over a track that leads through several powers of ten, from one round number to the next.
 *
 * @param {FormContext} context
 * @param {NumberControl} control
 * @param {number} value
 */
function buildLogarithmic(context, control, value) {
  const { document, format } = context;
  const stops = control.stops ?? [];
  const built = buildNumber(context, control, value);
  const track = element(document, "input", {
    type: "range",
    min: 0,
    max: stops.length - 1,
    step: 1,
    "data-track": control.name,
    "aria-label": control.label,
    "aria-describedby": ids(context, control).help,
  });
  first(built, ".callcentre-field").after(track);
  moveTrack(track, format, control, value);
  return built;
}

/**
 * @param {HTMLElement} form
 * @param {Control} control
 */
function trackOf(form, control) {
  return /** @type {HTMLInputElement} */ (first(form, `[data-track="${control.name}"]`));
}

/**
 * Put a track where it is nearest to a value, and say the value in words.
 *
 * @param {HTMLInputElement} track
 * @param {Format} format
 * @param {NumberControl} control
 * @param {number} value
 */
function moveTrack(track, format, control, value) {
  const at = nearest(control.stops ?? [], value);
  set(track, "value", at);
  track.value = String(at);
  set(track, "aria-valuetext", format.quantity(quantity(control, value)));
}

/**
 * The place of the number that is nearest to a value, as tracks over powers of ten measure it.
 *
 * @param {number[]} stops
 * @param {number} value
 */
export function nearest(stops, value) {
  const far = stops.map((stop) => Math.abs(Math.log(stop / value)));
  return Math.max(0, far.indexOf(Math.min(...far)));
}

/**
 * Put the round number that a track leads to in the field beside it.
 *
 * @param {HTMLElement} form
 * @param {Format} format
 * @param {Control} control
 */
export function takeStop(form, format, control) {
  if (control.kind !== "logarithmic") return;
  writeNumber(
    /** @type {[HTMLInputElement]} */ (inputs(form, control)),
    format,
    control,
    control.stops?.[Number(trackOf(form, control).value)] ?? control.low,
  );
}

/**
 * @param {[HTMLInputElement]} inputs
 * @param {Format} format
 * @param {NumberControl} control
 * @param {number} value
 */
function writeLogarithmic([input], format, control, value) {
  writeNumber([input], format, control, value);
  moveTrack(
    trackOf(/** @type {HTMLElement} */ (input.closest("[data-control]")?.parentElement), control),
    format,
    control,
    value,
  );
}

/**
 * @param {FormContext} context
 * @param {NumberControl} control
 * @param {number} value
 */
function buildNumber(context, control, value) {
  const { document, format } = context;
  const id = ids(context, control);
  const [before, after] = generalForm(control.pattern)
    .split("{number}")
    .map((words) => words.trim());
  const described = unitWords(control.pattern) ? `${id.unit} ${id.help}` : id.help;
  const unit = element(document, "span", { class: "callcentre-unit", id: id.unit }, after || before);
  return element(
    document,
    "div",
    {},
    element(document, "label", { for: id.own }, control.label),
    element(
      document,
      "div",
      { class: "callcentre-field" },
      before && after ? element(document, "span", { class: "callcentre-unit" }, before) : before ? unit : null,
      element(document, "input", {
        type: "text",
        inputmode: "decimal",
        id: id.own,
        name: control.name,
        value: format.typed(value, control),
        spellcheck: "false",
        "data-described": described,
        "aria-describedby": described,
      }),
      after ? unit : null,
    ),
    help(context, id.help, control),
  );
}

/**
 * @param {[HTMLInputElement]} inputs
 * @param {Format} format
 * @param {NumberControl} control
 */
function readNumber([input], format, control) {
  return format.parse(input.value, control.factor) ?? { typed: input.value };
}

/**
 * @param {[HTMLInputElement]} inputs
 * @param {Format} format
 * @param {NumberControl} control
 * @param {number} value
 */
function writeNumber([input], format, control, value) {
  input.value = format.typed(value, control);
}

/**
 * @param {FormContext} context
 * @param {ChoiceControl} control
 * @param {string} value
 */
function buildChoice(context, control, value) {
  return control.options.length > RADIOS_UP_TO
    ? buildSelect(context, control, value)
    : buildOptions(context, control, "radio", [value]);
}

/**
 * @param {FormContext} context
 * @param {ChoiceControl} control
 * @param {string} value
 */
function buildSelect(context, control, value) {
  const { document } = context;
  const id = ids(context, control);
  const options = control.options.map((option) =>
    element(document, "option", { value: option.value, selected: option.value === value }, option.label),
  );
  return element(
    document,
    "div",
    {},
    element(document, "label", { for: id.own }, control.label),
    element(document, "select", { id: id.own, name: control.name, "aria-describedby": id.help }, ...options),
    help(context, id.help, control),
  );
}

/**
 * @param {HTMLInputElement[]} found
 */
function readChoice(found) {
  return found[0].localName === "select" ? found[0].value : (found.find((input) => input.checked)?.value ?? "");
}

/**
 * @param {HTMLInputElement[]} found
 * @param {Format} _format
 * @param {ChoiceControl} _control
 * @param {string} value
 */
function writeChoice(found, _format, _control, value) {
  if (found[0].localName === "select") found[0].value = value;
  else for (const input of found) input.checked = input.value === value;
}

/**
 * @param {FormContext} context
 * @param {ManyOfControl} control
 * @param {string[]} value
 */
function buildManyOf(context, control, value) {
  return buildOptions(context, control, "checkbox", value);
}

/**
 * @param {FormContext} context
 * @param {ChoiceControl | ManyOfControl} control
 * @param {"radio" | "checkbox"} type
 * @param {string[]} chosen
 */
function buildOptions(context, control, type, chosen) {
  const { document } = context;
  const id = ids(context, control);
  const options = control.options.map((option) =>
    element(
      document,
      "label",
      { class: "callcentre-option" },
      element(document, "input", {
        type,
        name: control.name,
        value: option.value,
        checked: chosen.includes(option.value),
        "aria-describedby": id.help,
      }),
      element(document, "span", {}, option.label),
    ),
  );
  return element(
    document,
    "fieldset",
    {},
    element(document, "legend", {}, control.label),
    element(document, "div", { class: "callcentre-options" }, ...options),
    help(context, id.help, control),
  );
}

/**
 * @param {HTMLInputElement[]} found
 */
function readManyOf(found) {
  return found.filter((input) => input.checked).map((input) => input.value);
}

/**
 * @param {HTMLInputElement[]} found
 * @param {Format} _format
 * @param {ManyOfControl} _control
 * @param {string[]} value
 */
function writeManyOf(found, _format, _control, value) {
  for (const input of found) input.checked = value.includes(input.value);
}

/**
 * @param {FormContext} context
 * @param {SwitchControl} control
 * @param {boolean} value
 */
function buildSwitch(context, control, value) {
  const { document } = context;
  const id = ids(context, control);
  return element(
    document,
    "div",
    {},
    element(
      document,
      "label",
      { class: control.is_button ? "callcentre-option callcentre-button callcentre-press" : "callcentre-option" },
      element(document, "input", { type: "checkbox", name: control.name, checked: value, "aria-describedby": id.help }),
      element(document, "span", {}, control.label),
    ),
    help(context, id.help, control),
  );
}

/**
 * @param {[HTMLInputElement]} inputs
 */
function readSwitch([input]) {
  return input.checked;
}

/**
 * @param {[HTMLInputElement]} inputs
 * @param {Format} _format
 * @param {SwitchControl} _control
 * @param {boolean} value
 */
function writeSwitch([input], _format, _control, value) {
  input.checked = value;
}
