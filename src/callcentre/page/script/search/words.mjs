// What a word is to the search, in English and French: accents, case and plurals make no difference; what an apostrophe
// cuts off (d'appels, vendor's) is no word; break-even is one word, and both its halves are found too.

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-\u2010\u2011_][\p{L}\p{N}\p{M}]+)*/gu;
const PART = /[\p{L}\p{N}\p{M}]+/gu;
const HYPHEN = /[-\u2010\u2011_]/gu;
const APOSTROPHES = "'\u2019";
const LONGEST_CUT = 2; // letters that stand before or after an apostrophe and are no word: l', qu', 's, 'll
const PLURAL = /(?<=\p{L}{3})(?<![sui])s$/u;
const PLURAL_IN_IES = /(?<=\p{L}{3})ies$/u;
// Words of both languages that say nothing of what is looked for, without accents.
const TOO_COMMON = new Set(
  `a an and are as at be been but by can could did do does for from had has have how i if in into is it its me my of on or our
  should so than that the their then there these they this those to was we were what when where which who whose why will with
  worth would you your
  au aux avec ce ces cette comment dans de des du elle en est et eux il ils je la le les leur mais mon nos notre nous ou par
  pas pour pourquoi quand que quel quelle quelles quels qui quoi sa ses son sont sur un une vos votre vous`.split(
    /\s+/,
  ),
);

/**
 * A word where it stands in a text, with the forms under which it is found, the whole word's first.
 *
 * @typedef {{ start: number, end: number, forms: Form[] }} Word
 * @typedef {{ form: string, start: number, end: number }} Form
 */

/**
 * A text without accents and capitals, and with the apostrophe that keyboards type: Débordement is debordement.
 *
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/\u2019/g, "'");
}

/**
 * A word without accents, capitals and plural: débordements is debordement.
 *
 * @param {string} word
 */
export function folded(word) {
  return plain(word).replace(PLURAL_IN_IES, "y").replace(PLURAL, "");
}

/**
 * The words of a text that can be searched for.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export function wordsOf(text) {
  const found = [...text.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index }));
  return found
    .filter((word) => !isCut(text, word) && !TOO_COMMON.has(plain(word.text)))
    .map((word) => ({ start: word.start, end: word.start + word.text.length, forms: formsOf(word) }));
}

/**
 * The forms under which a reader's words are looked for, one a word.
 *
 * @param {string} text
 */
export function formsAsked(text) {
  return wordsOf(text).map(({ forms }) => forms[0].form);
}

/**
 * @param {string} text
 * @param {{ text: string, start: number }} word
 */
function isCut(text, { text: word, start }) {
  const isBeside = (/** @type {number} */ place) => APOSTROPHES.includes(text.charAt(place) || " ");
  return word.length <= LONGEST_CUT && (isBeside(start - 1) || isBeside(start + word.length));
}

/**
 * @param {{ text: string, start: number }} word
 * @returns {Form[]}
 */
function formsOf({ text, start }) {
  const whole = { form: folded(text.replace(HYPHEN, "")), start, end: start + text.length };
  const parts = [...text.matchAll(PART)].map(({ 0: part, index }) => ({
    form: folded(part),
    start: start + index,
    end: start + index + part.length,
  }));
  return parts.length > 1 ? [whole, ...parts] : [whole];
}

/**
 * A text in pieces, [piece, whether it is one of the words found].
 *
 * @param {string} text
 * @param {Set<string>} forms of the words found
 * @returns {[string, boolean][]}
 */
export function marked(text, forms) {
  /** @type {[string, boolean][]} */
  const pieces = [];
  let place = 0;
  for (const { start, end } of placesOf(text, forms)) {
    pieces.push([text.slice(place, start), false], [text.slice(start, end), true]);
    place = end;
  }
  return [...pieces, /** @type {[string, boolean]} */ ([text.slice(place), false])].filter(([piece]) => piece);
}

/**
 * Where a text has the words found; of a word with a hyphen the whole, or the part that was found.
 *
 * @param {string} text
 * @param {Set<string>} forms
 */
export function placesOf(text, forms) {
  return wordsOf(text).flatMap(({ forms: own }) => {
    const [whole, ...parts] = own;
    if (forms.has(whole.form)) return [whole];
    return parts.filter(({ form }) => forms.has(form));
  });
}
