// Numbers and sentences as a reader sees them. A lab's data holds unrounded numbers; they are rounded here, and by the same
// rule in notebook/numbers.py: to twelve digits first, since what lies beyond depends on which Python computed it, and then
// halves away from zero.

/** @import { Cell, Column, Quantity, Text } from "./types.d.ts" */

const MINUS = "\u2212";
const DASH = "\u2013";
const COMPACT_FROM = 100_000;
const SURE_DIGITS = 12;
/** @type {Intl.LDMLPluralRule[]} */
const KINDS = ["zero", "one", "two", "few", "many", "other"]; // of numbers that a language tells apart

/**
 * Move a number's decimal point by a power of ten without the rounding error of a product.
 *
 * @param {number} value
 * @param {number} factor
 */
export function scaled(value, factor) {
  const places = Math.log10(factor);
  return Number.isInteger(places) ? Number(shift(String(value), places)) : value * factor;
}

/**
 * The same for a decimal number in text, "12.5" or "1e-7".
 *
 * @param {string} text
 * @param {number} places
 */
export function shift(text, places) {
  const [digits, exponent = "0"] = text.toLowerCase().split("e");
  return `${digits}e${Number(exponent) + places}`;
}

/**
 * A number without what is not sure in it: 28.499999999999996 is 28.5.
 *
 * @param {number} value
 */
export function sure(value) {
  return Number(value.toPrecision(SURE_DIGITS));
}

/**
 * What a pattern says where no number is told: "{number} agents" of "{number} agent|{number} agents".
 *
 * @param {string} pattern
 */
export function generalForm(pattern) {
  return pattern.slice(pattern.lastIndexOf("|") + 1);
}

/**
 * What a pattern such as "€{number} a month" says without its number: "€ a month".
 *
 * @param {string | null} pattern
 */
export function unitWords(pattern) {
  return generalForm(pattern ?? "")
    .replace("{number}", "")
    .trim();
}

/**
 * A label with its unit, as a table's column or an axis carries it: "Cost (€ a month)".
 *
 * @param {{ label: string, pattern: string | null }} item
 */
export function labelWithUnit({ label, pattern }) {
  const unit = unitWords(pattern);
  return unit ? `${label} (${unit})` : label;
}

/** @typedef {{ numbers: Intl.NumberFormat, rules: Intl.PluralRules }} Rounded how numbers are rounded, and the kind of each then */

/** How a language writes numbers. */
export class Format {
  /** @param {string} [language] */
  constructor(language) {
    this.language = language || "en";
    /** @type {Map<string, Rounded>} */
    this.formats = new Map();
    const { pluralCategories } = new Intl.PluralRules(this.language).resolvedOptions();
    this.kinds = KINDS.filter((kind) => pluralCategories.includes(kind));
    const parts = new Intl.NumberFormat(this.language).formatToParts(12345.6);
    this.group = parts.find((part) => part.type === "group")?.value ?? "";
    this.decimal = parts.find((part) => part.type === "decimal")?.value ?? ".";
  }

  /** @param {Intl.NumberFormatOptions} options */
  format(options) {
    const key = JSON.stringify(options);
    const known = this.formats.get(key);
    if (known) return known;
    const made = {
      numbers: new Intl.NumberFormat(this.language, options), // rounds halves away from zero
      rules: new Intl.PluralRules(this.language, options),
    };
    this.formats.set(key, made);
    return made;
  }

  /**
   * A number with that many decimals, or as many as it needs, up to six, where decimals is null.
   *
   * @param {number | null} value
   * @param {number | null} decimals
   */
  number(value, decimals, pattern = "{number}") {
    if (typeof value !== "number") return DASH;
    const digits =
      decimals === null || decimals === undefined
        ? { maximumFractionDigits: 6 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return this.signed(sure(value), this.format(digits), pattern);
  }

  /**
   * @param {number} value
   * @param {Rounded} format
   * @param {string} pattern with a form for each kind of number, or fewer: what has none of its own takes the last
   */
  signed(value, { numbers, rules }, pattern) {
    const size = numbers.format(Math.abs(value));
    const kind = this.kinds.indexOf(rules.select(Math.abs(value)));
    const text = (pattern.split("|")[kind] ?? generalForm(pattern)).replace("{number}", () => size);
    return value < 0 && size !== numbers.format(0) ? MINUS + text : text;
  }

  /**
   * A quantity with its unit: "€1,234 a month", "80 %", "1 agent", "1.0 agents".
   *
   * @param {Quantity} quantity
   */
  quantity({ value, decimals, factor, pattern }) {
    return typeof value === "number" ? this.number(scaled(value, factor), decimals, pattern ?? "{number}") : DASH;
  }

  /**
   * A number on an axis, where it is already in the unit shown: short, "1.2M", where the axis reaches far.
   *
   * @param {number} value
   * @param {number} reach
   */
  tick(value, reach) {
    const isLong = Math.abs(reach) >= COMPACT_FROM;
    /** @type {Intl.NumberFormatOptions} */
    const options = isLong ? { notation: "compact", maximumFractionDigits: 2 } : { maximumFractionDigits: 6 };
    return this.signed(sure(value), this.format(options), "{number}");
  }

  /**
   * A sentence whose named places are filled with quantities and words.
   *
   * @param {Text} text
   */
  text({ template, sentences, parts }) {
    const filled = new Map(parts.map((part) => [part.name, this.part(part)]));
    const whole = sentences.length ? sentences.join(" ") : template;
    return whole.replace(/\{(\w+)\}/g, (place, name) => filled.get(name) ?? place);
  }

  /** @param {Text["parts"][number]} part */
  part({ quantity, list, words }) {
    if (quantity) return this.quantity(quantity);
    return list ? this.list(list) : words;
  }

  /**
   * Words joined as the language joins them: "a, b and c".
   *
   * @param {string[]} words
   */
  list(words) {
    const language = this.language === "en" ? "en-GB" : this.language; // the book's English is British
    return new Intl.ListFormat(language, { type: "conjunction" }).format(words);
  }

  /**
   * A table's cell: words as they are, a number in its column's unit, a dash where there is nothing.
   *
   * @param {Cell} value
   * @param {Pick<Column, "decimals" | "factor">} column
   */
  cell(value, { decimals, factor }) {
    if (value === null || value === undefined) return DASH;
    return typeof value === "number" ? this.number(scaled(value, factor), decimals) : String(value);
  }

  /**
   * A number as it stands in a field to type in: with all its decimals, and with no mark between thousands, so that what a
   * reader changes in it can be read in one way only.
   *
   * @param {number} value
   * @param {{ factor: number, decimals: number }} control
   */
  typed(value, { factor, decimals }) {
    const maximumFractionDigits = Math.max(decimals, 10);
    const format = this.format({ useGrouping: false, minimumFractionDigits: decimals, maximumFractionDigits });
    return this.signed(scaled(value, factor), format, "{number}").replace(MINUS, "-");
  }

  /**
   * The number of plain digits that a reader typed, in the model's unit. Null for all else, which Python reads or asks
   * about: "1,204" and "40.000" can mean two numbers each.
   *
   * @param {string} text
   * @param {number} factor
   */
  parse(text, factor) {
    const plain = text.trim().replace(MINUS, "-");
    const shape = new RegExp(`^-?(\\d+|\\d*${escaped(this.decimal)}(\\d{1,2}|\\d{4,}))(e[+-]?\\d+)?$`, "i");
    if (!shape.test(plain)) return null;
    const digits = plain.replace(this.decimal, ".");
    const places = -Math.log10(factor);
    const value = Number.isInteger(places) ? Number(shift(digits, places)) : Number(digits) / factor;
    return Number.isFinite(value) ? value : null;
  }
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
