// What an instructor asks of a lab: values that stay, controls out of sight, a task in words, and whether it lets guess.

import { element, first } from "./elements.mjs";

/** @import { Assignment, Control, NamedText, Words } from "./types.d.ts" */

const LONGEST_TASK = 400;
const NAMES = ["fixed", "hidden", "task", "guess"];
const GUESS = ["on", "off"];

/**
 * Nothing asked.
 *
 * @type {Assignment}
 */
export const NO_ASSIGNMENT = { fixed: [], hidden: [], task: "", guess: "" };

/**
 * Take what an address asks of a lab out of its texts. A control of the same name has it first.
 * Returns the other texts, the assignment, and the names that are no control's.
 *
 * @param {Pick<Control, "name">[]} controls
 * @param {NamedText[]} texts
 */
export function assignmentFromTexts(controls, texts) {
  const names = new Set(controls.map(({ name }) => name));
  const isAsked = (/** @type {NamedText} */ [name]) => NAMES.includes(name) && !names.has(name);
  const asked = Object.fromEntries(texts.filter(isAsked));
  const listed = (text = "") => text.split(",").filter(Boolean);
  const [fixed, hidden] = [listed(asked.fixed), listed(asked.hidden)];
  return {
    texts: texts.filter((text) => !isAsked(text)),
    assignment: {
      fixed: fixed.filter((name) => names.has(name)),
      hidden: hidden.filter((name) => names.has(name)),
      task: (asked.task ?? "").trim().slice(0, LONGEST_TASK),
      guess: GUESS.includes(asked.guess) ? asked.guess : "",
    },
    unknown: [...fixed, ...hidden].filter((name) => !names.has(name)),
  };
}

/**
 * The texts that ask for an assignment again.
 *
 * @param {Assignment} assignment
 */
export function textsFromAssignment({ fixed, hidden, task, guess }) {
  /** @type {NamedText[]} */
  const texts = [
    ["fixed", fixed.join(",")],
    ["hidden", hidden.join(",")],
    ["task", task],
    ["guess", guess],
  ];
  return texts.filter(([, text]) => text);
}

/**
 * Both of two assignments; the task of the first that has one, and what the second says of the guess.
 *
 * @param {Assignment} one
 * @param {Assignment} other
 * @returns {Assignment}
 */
export function together(one, other) {
  return {
    fixed: [...new Set([...one.fixed, ...other.fixed])],
    hidden: [...new Set([...one.hidden, ...other.hidden])],
    task: one.task || other.task,
    guess: other.guess || one.guess,
  };
}

/**
 * Make a lab in the page follow an assignment; controls it does not name are free and in sight. That what is fixed cannot
 * be moved is for needs.mjs to see to, which says what is off besides.
 *
 * @param {HTMLElement} section
 * @param {Words} words
 * @param {Assignment | null} assignment
 */
export function assign(section, words, assignment) {
  const { fixed, hidden, task } = assignment ?? NO_ASSIGNMENT;
  for (const box of boxes(section)) {
    const name = box.dataset.control ?? "";
    box.hidden = hidden.includes(name);
    sayFixed(box, fixed.includes(name) ? words.fixed : "");
  }
  for (const group of section.querySelectorAll(".callcentre-group")) {
    /** @type {HTMLElement} */ (group).hidden = boxes(group).every((box) => box.hidden);
  }
  const place = first(section, ".callcentre-task");
  place.textContent = task ? words.task.replace("{task}", () => task) : "";
  place.hidden = !task;
}

/**
 * @param {Element} root
 * @returns {HTMLElement[]}
 */
function boxes(root) {
  return [...root.querySelectorAll("[data-control]")].map((box) => /** @type {HTMLElement} */ (box));
}

/**
 * @param {HTMLElement} box
 * @param {string} words
 */
function sayFixed(box, words) {
  const found = box.querySelector(".callcentre-fixed");
  if (!words) found?.remove();
  else if (!found) box.append(element(box.ownerDocument, "p", { class: "callcentre-fixed" }, words));
}
