// The page search.html: loads the words of the book once somebody searches, and shows what is found while one types.

import { element, first } from "../elements.mjs";
import { Library } from "./library.mjs";

/** @import { Found, FoundPage, Marked } from "./library.mjs" */

const MOST_PAGES = 20;
const PAUSE = 120; // ms in which nobody types

/** @typedef {Record<"none" | "one" | "many" | "most" | "some" | "nearest" | "failed", string>} Words */

class SearchPage {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.field = /** @type {HTMLInputElement} */ (first(root, "input[type=search]"));
    this.told = first(root, "[data-part=told]");
    this.list = first(root, "[data-part=found]");
    this.source = root.dataset.searched ?? "";
    /** @type {Words} */
    this.words = JSON.parse(root.dataset.words ?? "");
    /** @type {Promise<Library> | null} */
    this.library = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  start() {
    const asked = new URLSearchParams(location.search).get("q");
    if (!this.field.value) this.field.value = asked ?? "";
    this.field.addEventListener("input", () => {
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.search(), PAUSE);
    });
    this.field.focus();
    this.search();
  }

  async search() {
    const asked = this.field.value.trim();
    if (!asked) return this.show("", []);
    try {
      this.library ??= loadLibrary(this.source);
      const { pages, whole } = (await this.library).find(asked);
      if (this.field.value.trim() === asked) this.show(this.tell(pages.length, whole), pages.slice(0, MOST_PAGES));
    } catch {
      this.library = null;
      this.show(this.words.failed, []);
    }
  }

  /**
   * @param {number} count
   * @param {number} whole how many of them have all words
   */
  tell(count, whole) {
    if (!count) return this.words.none;
    if (!whole) return this.words.nearest;
    if (whole < count) return this.words.some.replace("{count}", String(whole));
    if (count === 1) return this.words.one;
    const words = count > MOST_PAGES ? this.words.most : this.words.many;
    return words.replace("{count}", String(count)).replace("{shown}", String(MOST_PAGES));
  }

  /**
   * @param {string} told
   * @param {FoundPage[]} pages
   */
  show(told, pages) {
    this.told.textContent = told;
    this.list.replaceChildren(...pages.map(pageItem));
  }
}

/**
 * @param {string} address of the script that holds the words
 * @returns {Promise<Library>}
 */
function loadLibrary(address) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => resolve(new Library(self.callcentreSearched));
    script.onerror = reject;
    script.src = address;
    document.head.append(script);
  });
}

/** @param {FoundPage} page */
function pageItem(page) {
  const places = page.places.map((place) => element(document, "li", {}, ...parts(place, "span")));
  return element(
    document,
    "li",
    { "data-page": page.address },
    ...parts(page, "h2"),
    places.length ? element(document, "ul", {}, ...places) : null,
  );
}

/**
 * @param {Found} found
 * @param {"h2" | "span"} frame of the title
 */
function parts({ address, title, text }, frame) {
  return [
    element(document, frame, {}, element(document, "a", { href: address }, ...markedNodes(title))),
    text.length ? element(document, "p", {}, ...markedNodes(text)) : null,
  ];
}

/** @param {Marked} pieces */
function markedNodes(pieces) {
  return pieces.map(([piece, isMarked]) => (isMarked ? element(document, "mark", {}, piece) : piece));
}

new SearchPage(first(document, "[data-part=search]")).start();
