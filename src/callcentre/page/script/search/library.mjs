// Finds pages by their words. MiniSearch finds and weighs places; here they are put together to pages.

import MiniSearch from "minisearch";
import { marked, placesOf, wordsOf } from "./words.mjs";

/**
 * What search.py writes: places by page, the page itself first.
 *
 * @typedef {{ id: string, title?: string, name?: string, text: string }} Place
 * @typedef {[string, boolean][]} Marked a text in pieces, and whether each is to be marked
 * @typedef {{ address: string, title: Marked, text: Marked }} Found
 * @typedef {Found & { places: Found[] }} FoundPage
 * @typedef {Place & { key: number, page: string }} Indexed
 * @typedef {{ key: number, terms: string[] }} Hit
 */

const FIELDS = ["title", "name", "text"];
const MOST_PLACES = 3; // shown below a page
const BEFORE = 60; // letters of a text shown before the first word found
const LENGTH = 200;
// A page's title says what it is about, a section's what it is about within its page.
const PAGE_WEIGHT = 1.6;

const OPTIONS = {
  boost: { title: 5 },
  weights: { fuzzy: 0.3, prefix: 0.4 },
  prefix: (/** @type {string} */ term) => term.length > 2,
  boostDocument: (/** @type {any} */ _, /** @type {string} */ __, /** @type {any} */ stored) =>
    stored?.isPage ? PAGE_WEIGHT : 1,
};
// From what a reader wrote to what may have been meant: first all words, then misspelt ones, then any of them.
/** @type {{ combineWith: "AND" | "OR", fuzzy: false | ((term: string) => number | false) }[]} */
const TRIES = [
  { combineWith: "AND", fuzzy: false },
  { combineWith: "AND", fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
  { combineWith: "OR", fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
];

export class Library {
  /** @param {Record<string, Place[]>} pages */
  constructor(pages) {
    this.pages = pages;
    /** @type {Indexed[]} */
    this.places = Object.entries(pages)
      .flatMap(([page, places]) => places.map((place) => ({ ...place, page })))
      .map((place, key) => ({ ...place, key }));
    /** @type {MiniSearch<Indexed & { isPage: boolean }>} */
    this.index = new MiniSearch({
      idField: "key",
      fields: FIELDS,
      storeFields: ["isPage"],
      tokenize: (text) => wordsOf(text).flatMap(({ forms }) => forms.map(({ form }) => form)),
      processTerm: (term) => term,
      searchOptions: { tokenize: (text) => wordsOf(text).map(({ forms }) => forms[0].form) },
    });
    this.index.addAll(this.places.map((place) => ({ ...place, isPage: place.id === "" })));
  }

  /**
   * The pages that have the words, the best first; `isNear` where none has exactly these.
   *
   * @param {string} words
   * @returns {{ pages: FoundPage[], isNear: boolean }}
   */
  find(words) {
    for (const [number, attempt] of TRIES.entries()) {
      const found = this.index.search(words, { ...OPTIONS, ...attempt });
      if (found.length)
        return { pages: this.byPage(found.map(({ id, terms }) => ({ key: id, terms }))), isNear: number > 0 };
    }
    return { pages: [], isNear: false };
  }

  /**
   * @param {Hit[]} hits the best first
   * @returns {FoundPage[]}
   */
  byPage(hits) {
    const pages = Map.groupBy(hits, ({ key }) => this.places[key].page);
    return [...pages].map(([page, own]) => {
      const forms = new Set(own.flatMap(({ terms }) => terms));
      const whole = own.find(({ key }) => this.places[key].id === "");
      const places = own.filter((hit) => hit !== whole).slice(0, MOST_PLACES);
      return {
        ...shown(this.pages[page][0], page, forms, whole !== undefined),
        places: places.map(({ key }) => shown(this.places[key], page, forms, true)),
      };
    });
  }
}

/**
 * @param {Place} place
 * @param {string} page
 * @param {Set<string>} forms
 * @param {boolean} hasText whether its own text is among what was found
 * @returns {Found}
 */
function shown({ id, title, name, text }, page, forms, hasText) {
  return {
    address: `${page}.html${id && `#${id}`}`,
    title: marked(title ?? name ?? "", forms),
    text: hasText ? marked(excerpt(text, forms), forms) : [],
  };
}

/**
 * The part of a text around the first word found, cut between words.
 *
 * @param {string} text
 * @param {Set<string>} forms
 */
export function excerpt(text, forms) {
  const first = placesOf(text, forms)[0]?.start ?? 0;
  const start = first > BEFORE ? text.indexOf(" ", first - BEFORE) + 1 : 0;
  const end = start + LENGTH < text.length ? text.lastIndexOf(" ", start + LENGTH) : text.length;
  return `${start ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}
