// What an instructor asks of a lab: values that stay, controls out of sight, and a task in words.

import { element } from "./elements.mjs";

const LONGEST_TASK = 400;
const NAMES = ["fixed", "hidden", "task"];

/** Nothing asked. */
export const NO_ASSIGNMENT = { fixed: [], hidden: [], task: "" };

/**
 * Take what an address asks of a lab out of its texts, [name, text] each. A control of the same name has it first.
 * Returns the other texts, the assignment, and the names that are no control's.
 */
export function assignmentFromTexts(controls, texts) {
  const names = new Set(controls.map(({ name }) => name));
  const isAsked = ([name]) => NAMES.includes(name) && !names.has(name);
  const asked = Object.fromEntries(texts.filter(isAsked));
  const listed = (text = "") => text.split(",").filter(Boolean);
  const [fixed, hidden] = [listed(asked.fixed), listed(asked.hidden)];
  return {
    texts: texts.filter((text) => !isAsked(text)),
    assignment: {
      fixed: fixed.filter((name) => names.has(name)),
      hidden: hidden.filter((name) => names.has(name)),
      task: (asked.task ?? "").trim().slice(0, LONGEST_TASK),
    },
    unknown: [...fixed, ...hidden].filter((name) => !names.has(name)),
  };
}

/** The texts that ask for an assignment again. */
export function textsFromAssignment({ fixed, hidden, task }) {
  const texts = [
    ["fixed", fixed.join(",")],
    ["hidden", hidden.join(",")],
    ["task", task],
  ];
  return texts.filter(([, text]) => text);
}

/** Both of two assignments; the task of the first that has one. */
export function together(first, second) {
  return {
    fixed: [...new Set([...first.fixed, ...second.fixed])],
    hidden: [...new Set([...first.hidden, ...second.hidden])],
    task: first.task || second.task,
  };
}

/** Make a lab in the page follow an assignment; controls it does not name are free and in sight. */
export function assign(section, words, assignment) {
  const { fixed, hidden, task } = assignment ?? NO_ASSIGNMENT;
  for (const box of section.querySelectorAll("[data-control]")) {
    const isFixed = fixed.includes(box.dataset.control);
    box.hidden = hidden.includes(box.dataset.control);
    for (const input of box.querySelectorAll("input, select, textarea, button")) input.disabled = isFixed;
    sayFixed(box, isFixed ? words.fixed : "");
  }
  for (const group of section.querySelectorAll(".callcentre-group")) {
    group.hidden = [...group.querySelectorAll("[data-control]")].every((box) => box.hidden);
  }
  const place = section.querySelector(".callcentre-task");
  place.textContent = task ? words.task.replace("{task}", () => task) : "";
  place.hidden = !task;
}

function sayFixed(box, words) {
  const found = box.querySelector(".callcentre-fixed");
  if (!words) found?.remove();
  else if (!found) box.append(element(box.ownerDocument, "p", { class: "callcentre-fixed" }, words));
}
