// The script of a page of questions in a learning platform: it brings them alive, and reports score and completion by SCORM 1.2.

import { first } from "../elements.mjs";
import { FIELDS } from "../questions/answer-fields.mjs";
import { LiveQuestion } from "../questions/live-question.mjs";
import { findApi, timeOfDay, timespan } from "./platform.mjs";
import { Progress } from "./progress.mjs";

const STARTED = Date.now();
const DONE = ["completed", "passed", "failed"];
const KINDS = {
  "choose-one": "choice",
  "choose-several": "choice",
  number: "fill-in",
  order: "sequencing",
  match: "matching",
};
const LONGEST = 255; // characters of what a learner wrote

const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("section[data-question]")]);
const api = findApi(window);
api?.LMSInitialize("");
const progress = new Progress(
  sections.map(({ dataset: { question = "", of = "" } }) => ({ name: question, of })),
  api?.LMSGetValue("cmi.suspend_data") ?? "",
);
let tries = Number(api?.LMSGetValue("cmi.interactions._count") ?? 0);

for (const section of sections) new LiveQuestion(section, progress).start();
report();
document.addEventListener("submit", checked);
addEventListener("pagehide", leave);

/** A question was checked: its own script has judged it by now. @param {Event} event */
function checked(event) {
  const section = /** @type {HTMLElement} */ (/** @type {HTMLElement} */ (event.target).closest("section"));
  const { question = "", of = "", verdict } = section.dataset;
  if (verdict === "none") return;
  progress.note(question, of, verdict === "right");
  tell(section);
  report();
}

/** Tell the platform what was answered. @param {HTMLElement} section */
function tell(section) {
  const { question = "", kind = "", verdict } = section.dataset;
  const given = FIELDS[kind].read(first(section, "form"));
  const values = {
    id: question.replaceAll("/", "-"),
    time: timeOfDay(new Date()),
    type: KINDS[/** @type {keyof typeof KINDS} */ (kind)],
    student_response: inWords(kind, given),
    result: verdict === "right" ? "correct" : "wrong",
  };
  for (const [name, value] of Object.entries(values)) api?.LMSSetValue(`cmi.interactions.${tries}.${name}`, value);
  tries += 1;
}

/**
 * An answer as SCORM 1.2 writes it: options are letters, and a match is of numbers and letters.
 *
 * @param {string} kind
 * @param {any} given as answer-fields.mjs reads it
 */
function inWords(kind, given) {
  if (kind === "number") return given.slice(0, LONGEST);
  const letters = given.map((/** @type {number} */ at) => String.fromCharCode(97 + at));
  return kind === "match"
    ? letters.map((/** @type {string} */ letter, /** @type {number} */ at) => `${at + 1}.${letter}`).join(",")
    : letters.join(",");
}

/** Tell the platform, and the learner, how far this is. */
function report() {
  say();
  if (!api) return;
  const isDone = DONE.includes(api.LMSGetValue("cmi.core.lesson_status"));
  if (!isDone) {
    api.LMSSetValue("cmi.core.lesson_status", progress.answered === progress.total ? "completed" : "incomplete");
  }
  api.LMSSetValue("cmi.core.score.min", "0");
  api.LMSSetValue("cmi.core.score.max", "100");
  api.LMSSetValue("cmi.core.score.raw", String(progress.score));
  api.LMSSetValue("cmi.suspend_data", progress.text);
  api.LMSCommit("");
}

function say() {
  const place = first(document, '[data-part="progress"]');
  const { says = "", alone = "" } = place.dataset;
  const counted = says
    .replace("{answered}", String(progress.answered))
    .replace("{total}", String(progress.total))
    .replace("{right}", String(progress.right));
  place.textContent = api ? counted : `${counted} ${alone}`;
}

function leave() {
  if (!api) return;
  api.LMSSetValue("cmi.suspend_data", progress.text); // with what was answered and not checked
  api.LMSSetValue("cmi.core.exit", "suspend");
  api.LMSSetValue("cmi.core.session_time", timespan(Date.now() - STARTED));
  api.LMSCommit("");
  api.LMSFinish("");
}
