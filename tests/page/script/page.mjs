// A page for the tests that need elements.

import { parseHTML } from "linkedom";

/**
 * The first element of some HTML, in a page of its own.
 *
 * @param {string} html
 * @returns {HTMLElement}
 */
export function page(html) {
  const { document } = parseHTML(`<!doctype html><html lang="en"><body>${html}</body></html>`);
  addFormState(document);
  return /** @type {HTMLElement} */ (document.body.firstElementChild);
}

/**
 * What forms have in a browser and linkedom leaves out: a box that can be ticked, and a list of which one is chosen.
 *
 * @param {Document} document
 */
function addFormState(document) {
  const prototypeOf = (/** @type {string} */ name) => Object.getPrototypeOf(document.createElement(name));
  Object.defineProperty(prototypeOf("input"), "checked", {
    configurable: true,
    get() {
      return this.hasAttribute("checked");
    },
    set(isChecked) {
      this.toggleAttribute("checked", isChecked);
    },
  });
  Object.defineProperty(prototypeOf("select"), "value", {
    configurable: true,
    get() {
      return this.querySelector("option[selected]")?.getAttribute("value") ?? "";
    },
    set(value) {
      for (const option of this.querySelectorAll("option")) {
        option.toggleAttribute("selected", option.getAttribute("value") === value);
      }
    },
  });
}
