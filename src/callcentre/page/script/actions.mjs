// What a lab's buttons do.

import { fetchCharts } from "./chart-script.mjs";
import { pythonLines } from "./copy-as-python.mjs";
import { element, first } from "./elements.mjs";
import { svgText } from "./picture-svg.mjs";
import { csvText } from "./table-csv.mjs";

/** @import { LiveLab } from "./live-lab.mjs" */

const KEPT = 60_000; // ms until a saved file's text is let go

/**
 * By the button's data-action.
 *
 * @type {Record<string, (lab: LiveLab) => unknown>}
 */
export const ACTIONS = {
  reset: (lab) => lab.setAll(lab.beginning(lab.lesson.number)),
  guess: (lab) => {
    const values = lab.lesson.reveal();
    return values && lab.setAll(values);
  },
  "guess-leave": (lab) => lab.lesson.leaveGuess(),
  "scene-begin": (lab) => lab.begin(1),
  "scene-back": (lab) => lab.begin(lab.lesson.number - 1),
  "scene-next": (lab) => lab.begin(lab.lesson.number + 1),
  "scene-leave": (lab) => lab.begin(0),
  "scene-show": ({ lesson, form }) => {
    const control = form.controls.find(({ name }) => name === lesson.scene?.control);
    if (control && lesson.scene) form.writeAndMove(control, lesson.scene.to);
  },
  stop: (lab) => lab.requests.stopOrGoOn(),
  async pin(lab) {
    await fetchCharts();
    lab.pinOrUnpin();
  },
  table({ section, lab, words, picture }) {
    const { table } = picture.view;
    if (table) save(`${lab.name}.csv`, "text/csv;charset=utf-8", csvText(table));
    else tell(section, words.no_table);
  },
  picture({ section, lab, words }) {
    if (!section.querySelector(".callcentre-chart svg")) tell(section, words.no_picture);
    else save(`${lab.name}.svg`, "image/svg+xml", svgText(section, lab.title));
  },
  "copy-link": ({ section, words, address, shown }) =>
    copy(section, location.href.split("#")[0] + address.fragment(shown), words.link_copied, words.copy_by_hand),
  "copy-python": ({ section, lab, words, shown }) =>
    copy(section, pythonLines(lab, shown), words.python_copied, words.copy_python_by_hand),
};

/**
 * Copy words to the clipboard; where the browser refuses that, show them to be copied by hand.
 *
 * @param {HTMLElement} section
 * @param {string} text
 * @param {string} done
 * @param {string} byHand
 */
async function copy(section, text, done, byHand) {
  try {
    await navigator.clipboard.writeText(text);
    tell(section, done);
  } catch {
    const rows = text.trim().split("\n").length;
    const field = element(document, "textarea", { readonly: true, rows, "aria-label": byHand }, text.trim());
    first(section, ".callcentre-copied").replaceChildren(byHand, " ", field);
    field.select();
  }
}

/**
 * Say beside the buttons what became of the last one.
 *
 * @param {HTMLElement} section
 * @param {string} words
 */
function tell(section, words) {
  first(section, ".callcentre-copied").textContent = words;
}

/**
 * Have the browser save a text as a file.
 *
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
function save(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = element(document, "a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
}
