// Numbers as people write them, by the rule of model/numerics/written_number.py: a question needs no Python, so the rule stands
// here once more. tests/page/test_written_numbers.py holds the two together.

const CONVENTIONS = [
  [".", ","],
  [",", "."],
]; // the decimal mark, the mark left to thousands
const LONGEST = 40;
const DIGITS = /^[0-9]+$/;

/**
 * What a number can mean, each in plain digits and once; nothing where the text is no number.
 *
 * @param {string} text
 */
export function readings(text) {
  if (text.length > LONGEST) return [];
  const tidy = tidied(text);
  if (!/[0-9]$/.test(tidy)) return [];
  const sign = tidy.startsWith("-") ? "-" : "";
  const plain = tidy.slice(sign.length).trim();
  const found = CONVENTIONS.map(([decimal, thousands]) => readUnder(plain, decimal, thousands)).filter(Boolean);
  return [...new Set(found.map((read) => sign + read))];
}

/**
 * A number in plain digits, read with these marks; "" where it is none.
 *
 * @param {string} text
 * @param {string} decimal
 * @param {string} thousands
 */
function readUnder(text, decimal, thousands) {
  const parts = text.split(decimal);
  const whole = wholePart(parts[0], thousands);
  if (parts.length === 1) return whole;
  if (parts.length > 2 || !DIGITS.test(parts[1]) || (parts[0] && !whole)) return "";
  return `${whole || "0"}.${parts[1]}`;
}

/**
 * A whole number's digits without the marks between its thousands; "" where it is none.
 *
 * @param {string} text
 * @param {string} thousands
 */
function wholePart(text, thousands) {
  if (DIGITS.test(text)) return text;
  for (const mark of [thousands, " ", "'"]) {
    const [first, ...groups] = text.split(mark);
    const areGroups = groups.length && groups.every((group) => /^[0-9]{3}$/.test(group));
    if (areGroups && /^[1-9][0-9]{0,2}$/.test(first)) return first + groups.join("");
  }
  return "";
}

/** @param {string} text */
function tidied(text) {
  return text
    .replace(/[\u00a0\u202f\u2009]/g, " ")
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/\u2212/g, "-")
    .trim();
}

/**
 * A number in plain digits so that it can be read in one way only: 40, 1.2040.
 *
 * @param {string} plain
 */
export function unmistakable(plain) {
  const [whole, decimals = ""] = plain.split(".");
  const kept = decimals.replace(/0+$/, "");
  if (!kept) return whole;
  return `${whole}.${kept}${kept.length === 3 ? "0" : ""}`;
}

/**
 * A number as it was typed, without the unit that may stand beside it.
 *
 * @param {string} text
 * @param {string} unit such as "%", "agent|agents" or "€ a call"
 */
export function withoutUnit(text, unit) {
  const signs = [...unit].filter((sign) => !/[a-z .:'|]/i.test(sign));
  let left = text.trim();
  const found = unit.split("|").find((form) => form && left.toLowerCase().endsWith(form.toLowerCase()));
  if (found) left = left.slice(0, -found.length);
  for (const sign of signs) left = left.replaceAll(sign, "");
  return left.trim();
}
