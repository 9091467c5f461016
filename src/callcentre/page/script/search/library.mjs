// Finds pages by their words. MiniSearch finds and weighs places, a word of the reader's at a time; here they are put together
// to pages: the more of the words a page has, and the rarer these are, the further up it stands.

import MiniSearch from "minisearch";
import { Names } from "./names.mjs";
import { formsAsked, marked, placesOf, wordsOf } from "./words.mjs";

/**
 * What search.py writes: places by page, the page itself first; `names` are those of a term in both languages.
 *
 * @typedef {{ id: string, title?: string, name?: string, names?: string[], text: string }} Place
 * @typedef {[string, boolean][]} Marked a text in pieces, and whether each is to be marked
 * @typedef {{ address: string, title: Marked, text: Marked }} Found
 * @typedef {Found & { places: Found[] }} FoundPage
 * @typedef {{ key: number, score: number, forms: string[], isOther: boolean }} Hit a place that has a word, or another
 *   name of the same thing
 * @typedef {{ hits: Hit[], isNear: boolean }} Answer what there is for a word, or for words that are one name
 * @typedef {{ page: string, weight: number, score: number, isWhole: boolean, own: Map<number, number>, forms: Set<string> }} Ranked
 */

const FIELDS = ["title", "name", "text"];
const MOST_PLACES = 3; // shown below a page
const BEFORE = 60; // letters of a text shown before the first word found
const LENGTH = 200;
const ENOUGH = 5; // pages that have all words; where there are fewer, those that have most of them follow
const MOST = 0.5; // of the weight of the words that the best page has
const PREFIX_FROM = 5; // letters of a word that is looked for as the beginning of others too; a shorter one only if it is no word
const FARTHEST = 2; // letters in which a word that nothing has may differ from those shown for it
// A page's title says what it is about, a section's what it is about within its page.
const PAGE_WEIGHT = 1.6;
const OTHER_NAME = 0.4; // what another name of the same thing weighs, beside the reader's own word

const OPTIONS = {
  boost: { title: 5 },
  weights: { fuzzy: 0.3, prefix: 0.1 },
  combineWith: /** @type {const} */ ("AND"),
  boostDocument: (/** @type {any} */ _, /** @type {string} */ __, /** @type {any} */ stored) =>
    stored?.isPage ? PAGE_WEIGHT : 1,
};

export class Library {
  /** @param {Record<string, Place[]>} pages */
  constructor(pages) {
    this.pages = pages;
    this.places = Object.entries(pages)
      .flatMap(([page, places]) => places.map((place) => ({ ...place, page })))
      .map((place, key) => ({ ...place, key }));
    this.names = new Names(this.places.flatMap(({ names }) => (names ? [names] : [])));
    /** @type {MiniSearch<Place & { key: number, isPage: boolean }>} */
    this.index = new MiniSearch({
      idField: "key",
      fields: FIELDS,
      storeFields: ["isPage"],
      tokenize: (text) => wordsOf(text).flatMap(({ forms }) => forms.map(({ form }) => form)),
      processTerm: (term) => term,
      searchOptions: { tokenize: formsAsked },
    });
    this.index.addAll(this.places.map((place) => ({ ...place, isPage: place.id === "" })));
  }

  /**
   * The pages that have the words, the best first. The first `whole` have all of them; where none has, they come nearest.
   *
   * @param {string} words
   * @returns {{ pages: FoundPage[], whole: number }}
   */
  find(words) {
    const answers = this.names.divided(formsAsked(words)).map(({ forms, others }) => this.answer(forms, others));
    const ranked = this.rank(answers);
    const whole = answers.some(({ isNear }) => isNear) ? 0 : ranked.filter(({ isWhole }) => isWhole).length;
    const shown = whole < ENOUGH ? ranked : ranked.slice(0, whole);
    return { pages: shown.map((page) => this.shownPage(page)), whole };
  }

  /**
   * The places that have a word or a name of several, or another name of the same thing; else what is spelt most like it.
   *
   * @param {string[]} forms
   * @param {string[][]} others
   * @returns {Answer}
   */
  answer(forms, others) {
    const exact = this.search(forms, {});
    const isPrefix = forms.length === 1 && (!exact.length || forms[0].length >= PREFIX_FROM);
    const own = isPrefix ? this.search(forms, { prefix: true }) : exact;
    const named = others.flatMap((other) => this.search(other, {}));
    const hits = bestByPlace([...own, ...named.map(asOther)]);
    if (hits.length) return { hits, isNear: false };
    for (let fuzzy = 1; forms[0].length >= PREFIX_FROM && fuzzy <= FARTHEST; fuzzy++) {
      const near = this.search(forms, { fuzzy });
      if (near.length) return { hits: near, isNear: true };
    }
    return { hits: [], isNear: true };
  }

  /**
   * @param {string[]} forms
   * @param {{ prefix?: boolean, fuzzy?: number }} options
   * @returns {Hit[]}
   */
  search(forms, options) {
    const found = this.index.search({ queries: forms, combineWith: "AND" }, { ...OPTIONS, ...options });
    return found.map(({ id, score, terms }) => ({
      key: id,
      score: score / forms.length,
      forms: terms,
      isOther: false,
    }));
  }

  /**
   * Pages by the weight of the words they have, and among equals by how much they are about them.
   *
   * @param {Answer[]} answers
   */
  rank(answers) {
    /** @type {Map<string, Ranked>} */
    const ranked = new Map();
    let total = 0;
    for (const { hits } of answers) {
      const byPage = Map.groupBy(hits, ({ key }) => this.places[key].page);
      const weight = Math.log(1 + Object.keys(this.pages).length / byPage.size);
      if (byPage.size) total += weight;
      for (const [page, own] of byPage) {
        const found = ranked.get(page) ?? emptyRank(page);
        ranked.set(page, found);
        found.weight += weight;
        const share = own.length / this.pages[page].length; // of the page's places: whether all of it is about the word
        found.score += Math.max(...own.map(({ score }) => score)) * (1 + share);
        for (const { key, score } of own) found.own.set(key, (found.own.get(key) ?? 0) + score);
        for (const form of formsFound(own)) found.forms.add(form);
      }
    }
    for (const page of ranked.values()) page.isWhole = page.weight > total - 1e-9;
    const most = MOST * Math.max(...[...ranked.values()].map(({ weight }) => weight));
    const pages = [...ranked.values()].filter(({ weight }) => weight >= most);
    return pages.sort((one, other) => other.weight - one.weight || togetherOf(other) - togetherOf(one));
  }

  /**
   * @param {Ranked} ranked
   * @returns {FoundPage}
   */
  shownPage({ page, own, forms }) {
    const keys = [...own].sort(([, one], [, other]) => other - one).map(([key]) => key);
    const places = keys.filter((key) => this.places[key].id !== "");
    return {
      ...shown(this.pages[page][0], page, forms, places.length < keys.length),
      places: places.slice(0, MOST_PLACES).map((key) => shown(this.places[key], page, forms, true)),
    };
  }
}

/**
 * A hit as it weighs where not the reader's word stands, but another name of the same thing.
 *
 * @param {Hit} hit
 * @returns {Hit}
 */
function asOther(hit) {
  return { ...hit, score: hit.score * OTHER_NAME, isOther: true };
}

/**
 * What is to be marked on a page: the reader's own word, or, where the page never has it, its other names.
 *
 * @param {Hit[]} hits
 */
function formsFound(hits) {
  const own = hits.filter(({ isOther }) => !isOther);
  return (own.length ? own : hits).flatMap(({ forms }) => forms);
}

/**
 * Each place once, with the best of its hits.
 *
 * @param {Hit[]} hits
 */
function bestByPlace(hits) {
  /** @type {Map<number, Hit>} */
  const best = new Map();
  for (const hit of hits) if (hit.score > (best.get(hit.key)?.score ?? 0)) best.set(hit.key, hit);
  return [...best.values()];
}

/**
 * @param {string} page
 * @returns {Ranked}
 */
function emptyRank(page) {
  return { page, weight: 0, score: 0, isWhole: false, own: new Map(), forms: new Set() };
}

/**
 * How much a page is about the words, and above all one of its places about all of them together.
 *
 * @param {Ranked} ranked
 */
function togetherOf({ score, own }) {
  return score + Math.max(...own.values());
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
