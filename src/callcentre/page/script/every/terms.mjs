// A term's definition beside the term, or where a figure comes from: while one points at it or tabs to it; by touch the first tap shows it, the second leads
// to the glossary or the table of figures. Escape or a tap elsewhere puts it away, and one may point at it to read it.

import { element } from "../elements.mjs";

const ID = "callcentre-term";
const PAUSE = 200; // ms in which one may move from the term to its definition
const GAP = 6; // px between them, and to the window's edge

/** @typedef {Record<string, [string, string]>} Terms a term's title and definition, by its id in the glossary */

/** To be called on each page. */
export function showTerms() {
  const source = document.querySelector('script[data-part="terms"]');
  if (source) new Definition(JSON.parse(source.textContent ?? "{}")).listen();
}

class Definition {
  /** @param {Terms} terms */
  constructor(terms) {
    this.terms = terms;
    this.box = element(document, "div", { id: ID, class: ID, role: "tooltip", hidden: true });
    /** @type {HTMLAnchorElement | null} */
    this.link = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.leaving = undefined;
    this.pointer = "";
  }

  listen() {
    (document.querySelector("main") ?? document.body).append(this.box);
    document.addEventListener("pointerover", (event) => this.pointed(event));
    document.addEventListener("pointerdown", (event) => this.pressed(event));
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("focusin", ({ target }) => this.focused(target));
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.hide();
    });
  }

  /**
   * @param {EventTarget | null} target
   * @returns {HTMLAnchorElement | null} the link to a term whose definition is known
   */
  termAt(target) {
    const link = target instanceof Element ? target.closest("a") : null;
    return link && this.terms[link.hash.slice(1)] ? link : null;
  }

  /** @param {PointerEvent} event */
  pointed({ target, pointerType }) {
    if (pointerType === "touch") return;
    const link = this.termAt(target);
    if (link || this.box.contains(/** @type {Node} */ (target))) clearTimeout(this.leaving);
    else if (this.link && this.link !== document.activeElement) this.leaveLater();
    if (link) this.show(link);
  }

  leaveLater() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.hide(), PAUSE);
  }

  /** @param {PointerEvent} event */
  pressed({ target, pointerType }) {
    this.pointer = pointerType;
    if (!this.termAt(target) && !this.box.contains(/** @type {Node} */ (target))) this.hide();
  }

  /** @param {MouseEvent} event */
  clicked(event) {
    const link = this.termAt(event.target);
    if (!link || this.pointer !== "touch" || this.link === link) return;
    event.preventDefault();
    this.show(link);
  }

  /** @param {EventTarget | null} target */
  focused(target) {
    const link = this.termAt(target);
    if (link?.matches(":focus-visible")) this.show(link);
    else if (!link) this.hide();
  }

  /** @param {HTMLAnchorElement} link */
  show(link) {
    if (this.link === link) return;
    this.hide();
    const [title, text] = this.terms[link.hash.slice(1)];
    this.link = link;
    link.setAttribute("aria-describedby", ID);
    this.box.replaceChildren(element(document, "strong", {}, title), element(document, "span", {}, ` ${text}`));
    this.box.hidden = false;
    const { left, top, bottom } = link.getBoundingClientRect();
    const height = this.box.offsetHeight;
    const isAbove = bottom + GAP + height > document.documentElement.clientHeight && top > height + GAP;
    const frame = (this.box.offsetParent ?? document.body).getBoundingClientRect();
    const most = document.documentElement.clientWidth - this.box.offsetWidth - GAP;
    this.box.style.left = `${Math.max(GAP, Math.min(left, most)) - frame.left}px`;
    this.box.style.top = `${(isAbove ? top - GAP - height : bottom + GAP) - frame.top}px`;
  }

  hide() {
    clearTimeout(this.leaving);
    this.link?.removeAttribute("aria-describedby");
    this.link = null;
    this.box.hidden = true;
  }
}
