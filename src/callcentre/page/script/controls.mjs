// Every kind of control: how it is built, read, set, and told that its value cannot be used.

import { element, set } from "./elements.mjs";
import { unitWords } from "./format.mjs";

const RADIOS_UP_TO = 5;
const TEXT_FILES = ".csv,.txt,.tsv,text/plain,text/csv";

/** How fast a player may run, in steps a second. */
export const SPEEDS = [
  { name: "slow", perSecond: 1 },
  { name: "normal", perSecond: 2.5 },
  { name: "fast", perSecond: 8 },
];

const KINDS = {
  slider: { build: buildSlider, read: readSlider, write: writeSlider },
  number: { build: buildNumber, read: readNumber, write: writeNumber },
  choice: { build: buildChoice, read: readChoice, write: writeChoice },
  "many-of": { build: buildManyOf, read: readManyOf, write: writeManyOf },
  switch: { build: buildSwitch, read: readSwitch, write: writeSwitch },
  player: { build: buildPlayer, read: readSlider, write: writeSlider },
  text: { build: buildText, read: readText, write: writeText },
};

/** Whether a reader sees this control; what a lab remembers for itself is kept in the values only. */
export function isShown({ kind }) {
  return kind !== "record";
}

/** Whether a value is typed, so that it is used only once a reader pauses. */
export function isTyped({ kind }) {
  return kind === "number" || kind === "text";
}

/** Build a control with its label, help and value. `context` holds document, format, words and the lab's id. */
export function buildControl(context, control, value) {
  const made = KINDS[control.kind].build(context, control, value);
  made.classList.add("callcentre-control");
  made.dataset.control = control.name;
  return made;
}

/** Return a control's value as it stands in the form, in the model's unit. */
export function readControl(form, format, control) {
  return KINDS[control.kind].read(inputs(form, control), format, control);
}

/** Set a control to a value that was checked. */
export function writeControl(form, format, control, value) {
  KINDS[control.kind].write(inputs(form, control), format, control, value);
}

/** Show a message beside a control and tie it to the control; an empty message takes it away. */
export function showProblem(form, id, control, message) {
  const box = form.querySelector(`[data-control="${control.name}"]`);
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
    const problem = element(form.ownerDocument, "p", { class: "callcentre-problem", id: problemId, role: "alert" }, message);
    box.append(problem);
    box.closest("details")?.setAttribute("open", "");
    if (box.contains(form.ownerDocument.activeElement)) problem.scrollIntoView({ block: "nearest", behavior: "instant" });
  }
}

function inputs(form, control) {
  return [...form.querySelectorAll(`[data-control="${control.name}"] [name="${control.name}"]`)];
}

function ids({ id }, control) {
  const own = `${id}-${control.name}`;
  return { own, help: `${own}-help`, unit: `${own}-unit` };
}

function help({ document }, id, control) {
  return element(document, "p", { class: "callcentre-help", id }, control.explanation);
}

function quantity(control, value) {
  return { ...control, value };
}

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
    ...more,
    help(context, id.help, control),
  );
}

/** A slider with the buttons that move it; player.mjs answers them. */
function buildPlayer(context, control, value) {
  const { document, words } = context;
  const button = (action, label) =>
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
  set(built.querySelector("output"), "aria-live", "off"); // the slider itself says its value
  return built;
}

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
    element(document, "input", { type: "file", hidden: true, tabindex: "-1", accept: TEXT_FILES, "data-file": control.name }),
    help(context, id.help, control),
  );
}

function readText([area]) {
  return area.value;
}

function writeText([area], format, control, value) {
  area.value = value;
}

function readSlider([input]) {
  return Number(input.value);
}

function writeSlider([input], format, control, value) {
  input.value = value;
  labelSlider(input, format, control, value);
}

/** Say a slider's value in words, beside it and to a screen reader. */
export function labelSlider(input, format, control, value) {
  const shown = format.quantity(quantity(control, value));
  set(input, "aria-valuetext", shown);
  input.closest("[data-control]").querySelector("output").textContent = shown;
}

function buildNumber(context, control, value) {
  const { document, format } = context;
  const id = ids(context, control);
  const [before, after] = control.pattern.split("{number}").map((words) => words.trim());
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

function readNumber([input], format, control) {
  return format.parse(input.value, control.factor, control.pattern);
}

function writeNumber([input], format, control, value) {
  input.value = format.typed(value, control);
}

function buildChoice(context, control, value) {
  return control.options.length > RADIOS_UP_TO
    ? buildSelect(context, control, value)
    : buildOptions(context, control, "radio", [value]);
}

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

function readChoice(found) {
  return found[0].localName === "select" ? found[0].value : (found.find((input) => input.checked)?.value ?? "");
}

function writeChoice(found, format, control, value) {
  if (found[0].localName === "select") found[0].value = value;
  else for (const input of found) input.checked = input.value === value;
}

function buildManyOf(context, control, value) {
  return buildOptions(context, control, "checkbox", value);
}

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

function readManyOf(found) {
  return found.filter((input) => input.checked).map((input) => input.value);
}

function writeManyOf(found, format, control, value) {
  for (const input of found) input.checked = value.includes(input.value);
}

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
      { class: "callcentre-option" },
      element(document, "input", { type: "checkbox", name: control.name, checked: value, "aria-describedby": id.help }),
      element(document, "span", {}, control.label),
    ),
    help(context, id.help, control),
  );
}

function readSwitch([input]) {
  return input.checked;
}

function writeSwitch([input], format, control, value) {
  input.checked = value;
}
