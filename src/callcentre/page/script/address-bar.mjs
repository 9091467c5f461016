// The page's address, which all its labs share.

import { readFragment } from "./address.mjs";

export class AddressBar {
  /** @param {HTMLElement[]} sections */
  constructor(sections) {
    this.sections = sections;
    this.known = location.hash; // where it is another one, a reader has just changed it, and it is not to be overwritten
  }

  /**
   * The texts with which the address names a lab, or null where it names none or another.
   *
   * @param {HTMLElement} section
   */
  textsFor(section) {
    this.known = location.hash;
    const fragment = readFragment(this.known);
    return fragment && this.sectionOf(fragment.id) === section ? fragment.texts : null;
  }

  /**
   * The lab an address names: by its id, or by its name where a heading of the page has taken that as its id.
   *
   * @param {string} id
   */
  sectionOf(id) {
    const named = (/** @type {HTMLElement} */ section) => section.dataset.lab === id;
    return this.sections.find((section) => section.id === id) ?? this.sections.find(named);
  }

  /**
   * Change the fragment without a new entry in the history, unless a reader has just changed it.
   *
   * @param {string} fragment
   */
  replace(fragment) {
    if (location.hash !== this.known || this.known === fragment) return;
    try {
      history.replaceState(history.state, "", fragment);
      this.known = location.hash;
    } catch {
      // A frame without the right to it: the link can still be copied.
    }
  }
}
