// What concerns a page's work as a whole: points, download and opening of the notebook, clearing, and what has no place.

import { element, first } from "../elements.mjs";
import { filled, opened } from "./notebook.mjs";

/** @import { PageData } from "./page.mjs" */
/** @import { Kept, Work } from "./work.mjs" */

/**
 * What the bar needs of its page.
 *
 * @typedef {object} Page
 * @property {PageData} data
 * @property {Work} work
 * @property {Map<string | null, { isRight: boolean }>} tasks
 * @property {Map<string, unknown>} cells
 * @property {() => Map<string, string>} answers
 * @property {(texts: Map<string, string>) => void} fill
 * @property {() => void} showAllKept
 */

export class WorkBar {
  /**
   * @param {HTMLElement} place
   * @param {Page} page
   */
  constructor(place, page) {
    this.place = place;
    this.page = page;
    this.words = page.data.words;
    this.told = first(place, "[data-part=told]");
    this.file = /** @type {HTMLInputElement} */ (first(place, "[data-part=file]"));
    this.undo = this.button("undo");
    /** @type {Kept | null} */
    this.cleared = null;
    this.button("download").onclick = () => this.download();
    this.button("open").onclick = () => this.file.click();
    this.file.onchange = () => this.open();
    this.button("clear").onclick = () => this.clear();
    this.undo.onclick = () => this.putBack();
  }

  /** @param {string} action */
  button(action) {
    return /** @type {HTMLButtonElement} */ (first(this.place, `[data-action=${action}]`));
  }

  /** Have what needs no Python work. */
  enable() {
    for (const action of ["download", "open", "clear"]) this.button(action).disabled = false;
  }

  showAll() {
    this.showPoints();
    this.showWithoutPlace();
  }

  showPoints() {
    const points = Object.entries(this.page.data.points);
    const right = points.filter(([task]) => this.page.tasks.get(task)?.isRight);
    const sum = (/** @type {[string, number][]} */ some) => String(some.reduce((all, [, one]) => all + one, 0));
    const words = this.words.points.replace("{right}", sum(right)).replace("{all}", sum(points));
    const place = first(this.place, "[data-part=points]");
    if (place.textContent !== words) place.textContent = words;
  }

  showKeeping() {
    if (!this.page.work.isKept) this.tell(this.words.not_kept);
  }

  /** @param {string} words */
  tell(words) {
    this.told.replaceChildren(element(document, "p", {}, words));
  }

  download() {
    const text = filled(this.page.data.notebook, this.page.answers(), location.href);
    const address = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
    element(document, "a", { href: address, download: `${this.page.data.unit}.ipynb` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  async open() {
    const file = this.file.files?.[0];
    if (!file) return;
    const read = opened(await file.text(), this.page.data.notebook, [...this.page.cells.keys()]);
    this.file.value = "";
    const name = (/** @type {string} */ words) => words.replace("{name}", () => file.name);
    if (!read) return this.tell(name(this.words.no_notebook));
    if (!read.answers.size) return this.tell(name(this.words.other_notebook));
    this.page.work.change((kept) => {
      kept.rest = [...new Set([...kept.rest, ...read.rest])];
    });
    this.page.fill(read.answers);
    this.showAll();
    return this.tell(name(this.words.opened).replace("{count}", String(read.answers.size)));
  }

  clear() {
    this.cleared = this.page.work.clear();
    this.showChange(this.words.cleared, false);
  }

  putBack() {
    if (this.cleared) this.page.work.putBack(this.cleared);
    this.showChange(this.words.restored, true);
    this.button("clear").focus();
  }

  /**
   * @param {string} words
   * @param {boolean} isBack
   */
  showChange(words, isBack) {
    this.page.showAllKept();
    this.showAll();
    this.undo.hidden = isBack;
    this.tell(words);
  }

  /** What stands in cells that are no more: shown with a button that removes it, never dropped. */
  showWithoutPlace() {
    const place = first(this.place, "[data-part=kept]");
    const texts = this.page.work.withoutPlace([...this.page.cells.keys()]);
    place.hidden = texts.length === 0;
    if (place.hidden) return place.replaceChildren();
    const { kept_title: title, kept_why: why } = this.words;
    return place.replaceChildren(
      element(document, "p", {}, element(document, "strong", {}, `${title}.`), ` ${why}`),
      ...texts.map((one) => this.shownWithoutPlace(one)),
    );
  }

  /** @param {{ name: string | null, text: string }} one */
  shownWithoutPlace(one) {
    const label = one.name === null ? this.words.remove : `${this.words.remove} ${one.name}`;
    const button = element(document, "button", { type: "button", "aria-label": label }, this.words.remove);
    button.onclick = () => {
      this.page.work.remove(one);
      this.showWithoutPlace();
    };
    return element(document, "div", {}, element(document, "pre", { tabindex: 0 }, one.text), button);
  }
}
