// Numbers and sentences as a reader sees them. A lab's data holds unrounded numbers; they are rounded here and nowhere else.

const MINUS = "\u2212";
const DASH = "\u2013";
const COMPACT_FROM = 100_000;

/** Move a number's decimal point by a power of ten without the rounding error of a product. */
export function scaled(value, factor) {
  const places = Math.log10(factor);
  return Number.isInteger(places) ? Number(shift(String(value), places)) : value * factor;
}

/** The same for a decimal number in text, "12.5" or "1e-7". */
export function shift(text, places) {
  const [digits, exponent = "0"] = text.toLowerCase().split("e");
  return `${digits}e${Number(exponent) + places}`;
}

/** What a pattern such as "€{number} a month" says without its number: "€ a month". */
export function unitWords(pattern) {
  return (pattern ?? "").replace("{number}", "").trim();
}

/** A label with its unit, as a table's column or an axis carries it: "Cost (€ a month)". */
export function labelWithUnit(item) {
  const unit = unitWords(item.pattern);
  return unit ? `${item.label} (${unit})` : item.label;
}

/** How a language writes numbers. */
export class Format {
  constructor(language) {
    this.language = language || "en";
    this.formats = new Map();
    const parts = new Intl.NumberFormat(this.language).formatToParts(12345.6);
    this.group = parts.find((part) => part.type === "group")?.value ?? "";
    this.decimal = parts.find((part) => part.type === "decimal").value;
  }

  format(options) {
    const key = JSON.stringify(options);
    if (!this.formats.has(key)) {
      this.formats.set(key, new Intl.NumberFormat(this.language, { roundingMode: "halfEven", ...options }));
    }
    return this.formats.get(key);
  }

  /** A number with that many decimals, or as many as it needs, up to six, where decimals is null. */
  number(value, decimals, pattern = "{number}") {
    if (typeof value !== "number") return DASH;
    const digits =
      decimals === null || decimals === undefined
        ? { maximumFractionDigits: 6 }
        : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    return this.signed(value, this.format(digits), pattern);
  }

  signed(value, format, pattern) {
    const size = format.format(Math.abs(value));
    const text = pattern.replace("{number}", () => size);
    return value < 0 && size !== format.format(0) ? MINUS + text : text;
  }

  /** A quantity with its unit: "€1,234 a month", "80 %". */
  quantity({ value, decimals, factor, pattern }) {
    return typeof value === "number" ? this.number(scaled(value, factor), decimals, pattern ?? "{number}") : DASH;
  }

  /** A number on an axis, where it is already in the unit shown: short, "1.2M", where the axis reaches far. */
  tick(value, reach) {
    const isLong = Math.abs(reach) >= COMPACT_FROM;
    const options = isLong ? { notation: "compact", maximumFractionDigits: 2 } : { maximumFractionDigits: 6 };
    return this.signed(value, this.format(options), "{number}");
  }

  /** A sentence whose named places are filled with quantities and words. */
  text({ template, parts }) {
    const filled = new Map(parts.map((part) => [part.name, part.quantity ? this.quantity(part.quantity) : part.words]));
    return template.replace(/\{(\w+)\}/g, (place, name) => (filled.has(name) ? filled.get(name) : place));
  }

  /** A table's cell: words as they are, a number in its column's unit, a dash where there is nothing. */
  cell(value, { decimals, factor }) {
    if (value === null || value === undefined) return DASH;
    return typeof value === "number" ? this.number(scaled(value, factor), decimals) : String(value);
  }

  /** A number as it stands in a field to type in: with all its decimals, grouped as the language does. */
  typed(value, { factor, decimals }) {
    const format = this.format({ minimumFractionDigits: decimals, maximumFractionDigits: Math.max(decimals, 10) });
    return this.signed(scaled(value, factor), format, "{number}").replace(MINUS, "-");
  }

  /** The number a reader typed, in the model's unit; or the text itself where it is no finite number. */
  parse(text, factor, pattern) {
    let plain = text.replace(/[\s\u00a0\u202f']/g, "").replace(MINUS, "-");
    for (const sign of unitWords(pattern).replace(/[\w\s]/g, "")) plain = plain.replace(sign, "");
    const group = escaped(this.group.trim());
    const decimal = escaped(this.decimal);
    const shape = new RegExp(`^-?(\\d+|\\d{1,3}(${group}\\d{3})+)?(${decimal}\\d*)?(e[+-]?\\d+)?$`, "i");
    if (!/\d/.test(plain) || !shape.test(plain)) return text;
    plain = plain.replaceAll(this.group || "\0", "").replace(this.decimal, ".");
    const places = -Math.log10(factor);
    const value = Number.isInteger(places) ? Number(shift(plain, places)) : Number(plain) / factor;
    return Number.isFinite(value) ? value : text;
  }
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
