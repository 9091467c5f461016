// The names a term has in both languages, as the glossary gives them: who writes one of them finds what has another.

import { formsAsked } from "./words.mjs";

/** @typedef {{ forms: string[], others: string[][] }} Part of what a reader wrote: a word, or several that are one name */

export class Names {
  /** @param {string[][]} terms each by its names */
  constructor(terms) {
    /** @type {Map<string, string[][]>} */
    this.others = new Map();
    for (const names of terms) {
      const forms = names.map(formsAsked).filter(({ length }) => length);
      for (const own of forms) {
        const key = own.join(" ");
        const others = forms.filter((other) => other.join(" ") !== key);
        this.others.set(key, [...(this.others.get(key) ?? []), ...others]);
      }
    }
    this.longest = Math.max(1, ...[...this.others.keys()].map((key) => key.split(" ").length));
  }

  /**
   * The forms of a reader's words, in words and names; the longest names first.
   *
   * @param {string[]} forms
   * @returns {Part[]}
   */
  divided(forms) {
    if (!forms.length) return [];
    for (let length = Math.min(this.longest, forms.length); length > 0; length--) {
      const own = forms.slice(0, length);
      const others = this.others.get(own.join(" "));
      if (others || length === 1) return [{ forms: own, others: others ?? [] }, ...this.divided(forms.slice(length))];
    }
    return [];
  }
}
