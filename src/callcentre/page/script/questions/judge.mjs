// Whether an answer to a question is right, and what to say of it. `Says` names words of the question's frame, and the option
// whose feedback follows them.

import { readings, unmistakable, withoutUnit } from "./written-number.mjs";

/** @typedef {{ isRight: boolean, value: number | null, partner: number | null }} Option in the order of the source */
/** @typedef {{ options: Option[], unit: string, tolerance: number }} Key */
/** @typedef {"none" | "right" | "wrong"} Verdict */
/**
 * @typedef {object} Says
 * @property {Verdict} verdict
 * @property {string} words
 * @property {Record<string, string>} [parts] what fills the words' places
 * @property {number | null} [option] whose feedback follows; null for why all is right
 */

/** @type {Record<string, (key: Key, given: any, atFirst: any) => Says>} */
const JUDGES = {
  "choose-one": judgeChoice,
  "choose-several": judgeChoices,
  number: judgeNumber,
  order: judgeOrder,
  match: judgeMatch,
};

/**
 * @param {string} kind
 * @param {Key} key
 * @param {unknown} given as answer-fields.mjs reads it
 * @param {unknown} [atFirst] what stood there before anybody answered
 */
export function judge(kind, key, given, atFirst) {
  return JUDGES[kind](key, given, atFirst);
}

/**
 * @param {Key} key
 * @param {number[]} given
 * @returns {Says}
 */
function judgeChoice({ options }, [chosen]) {
  if (chosen === undefined) return { verdict: "none", words: "says_choose" };
  return verdictOn(options[chosen].isRight, chosen);
}

/**
 * @param {Key} key
 * @param {number[]} given
 * @returns {Says}
 */
function judgeChoices({ options }, given) {
  if (!given.length) return { verdict: "none", words: "says_choose" };
  const wrong = given.find((at) => !options[at].isRight);
  if (wrong !== undefined) return { verdict: "wrong", words: "says_not_this", option: wrong };
  const isAll = options.every(({ isRight }, at) => !isRight || given.includes(at));
  return isAll ? verdictOn(true, null) : { verdict: "wrong", words: "says_missing" };
}

/**
 * @param {Key} key
 * @param {string} given
 * @returns {Says}
 */
function judgeNumber({ options, unit, tolerance }, given) {
  const text = withoutUnit(given, unit);
  if (!text) return { verdict: "none", words: "says_type" };
  const plains = readings(text);
  if (!plains.length) return { verdict: "none", words: "says_no_number", parts: { text: given.trim() } };
  const [first, second] = plains.map(unmistakable);
  if (plains.length === 2 && Number(plains[0]) !== Number(plains[1]))
    return { verdict: "none", words: "says_two_numbers", parts: { text: given.trim(), first, second } };
  const value = Number(plains[0]);
  const slack = tolerance + 1e-9 * Math.abs(value);
  const found = options.findIndex((option) => option.value === null || Math.abs(option.value - value) <= slack);
  return verdictOn(options[found].isRight, found);
}

/**
 * @param {Key} _key
 * @param {number[]} given the options' places in the order they were brought into
 * @param {number[] | undefined} atFirst the order in which they were shown
 * @returns {Says}
 */
function judgeOrder(_key, given, atFirst) {
  if (JSON.stringify(given) === JSON.stringify(atFirst)) return { verdict: "none", words: "says_order" };
  return judgeEach(given.map((option, place) => ({ option, isRight: option === place })));
}

/**
 * @param {Key} key
 * @param {(number | null)[]} given what was chosen for each option
 * @returns {Says}
 */
function judgeMatch({ options }, given) {
  if (given.includes(null)) return { verdict: "none", words: "says_match" };
  return judgeEach(options.map(({ partner }, option) => ({ option, isRight: given[option] === partner })));
}

/**
 * @param {{ option: number, isRight: boolean }[]} each
 * @returns {Says}
 */
function judgeEach(each) {
  const wrong = each.find(({ isRight }) => !isRight);
  if (!wrong) return verdictOn(true, null);
  const count = each.filter(({ isRight }) => isRight).length;
  const parts = { count: String(count), total: String(each.length) };
  return { verdict: "wrong", words: "says_places", parts, option: wrong.option };
}

/**
 * @param {boolean} isRight
 * @param {number | null} option
 * @returns {Says}
 */
function verdictOn(isRight, option) {
  return isRight
    ? { verdict: "right", words: "says_right", option }
    : { verdict: "wrong", words: "says_wrong", option };
}

/**
 * Whether something that was kept can be an answer to the question as it stands.
 *
 * @param {string} kind
 * @param {Key} key
 * @param {unknown} given
 */
export function fits(kind, { options }, given) {
  if (kind === "number") return typeof given === "string";
  if (!Array.isArray(given)) return false;
  const isPlace = (/** @type {unknown} */ at) => Number.isInteger(at) && Number(at) >= 0;
  if (kind === "match") return given.length === options.length && given.every((at) => at === null || isPlace(at));
  const areOptions = given.every((at) => isPlace(at) && at < options.length) && new Set(given).size === given.length;
  return areOptions && (kind !== "order" || given.length === options.length);
}
