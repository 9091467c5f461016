// Another language, laid over what Python says in English: a catalogue holds each sentence, template and label in both.
// Python knows nothing of it. What a message says of a value is told from its text by the template that it was made from.

/** What stands under these names is for the machine. */
const NOT_WORDS = new Set([
  "name",
  "kind",
  "unit",
  "value",
  "values",
  "default",
  "reference",
  "best",
  "control",
  "to",
  "state",
]);
const PLACE = /\{(\w+)\}/g;
const LETTER = /\p{Letter}/u;

export class Catalogue {
  /** @param {Record<string, string>} [entries] */
  constructor(entries = {}) {
    this.entries = new Map(Object.entries(entries));
    this.isEmpty = this.entries.size === 0;
    const templates = [...this.entries.keys()].filter((text) => LETTER.test(between(text)) && between(text) !== text);
    this.templates = templates.map(readerOf).sort((one, other) => other.letters - one.letters);
  }

  /**
   * A text in the catalogue's language; as it is where the catalogue knows neither it nor a template it was made from.
   *
   * @param {string} text
   * @returns {string}
   */
  say(text) {
    return this.entries.get(text) ?? this.sayByTemplate(text) ?? text;
  }

  /**
   * @param {string} text
   * @returns {string | undefined}
   */
  sayByTemplate(text) {
    const made = this.templates.find(({ shape }) => shape.test(text));
    if (!made) return undefined;
    const found = made.shape.exec(text)?.groups ?? {};
    const said = this.entries.get(made.template) ?? "";
    return said.replace(PLACE, (_, name) => this.say(found[`_${name}`] ?? ""));
  }

  /**
   * The frame's words, by name.
   *
   * @param {Record<string, string>} words
   */
  sayEach(words) {
    return Object.fromEntries(Object.entries(words).map(([name, text]) => [name, this.say(text)]));
  }

  /**
   * Data in the catalogue's language, all that is words in it.
   *
   * @template Data
   * @param {Data} data
   * @returns {Data}
   */
  lay(data) {
    return this.isEmpty ? data : /** @type {Data} */ (this.layWithin(data));
  }

  /**
   * @param {unknown} data
   * @returns {unknown}
   */
  layWithin(data) {
    if (typeof data === "string") return this.say(data);
    if (Array.isArray(data)) return data.map((one) => this.layWithin(one));
    if (data === null || typeof data !== "object") return data;
    const laid = Object.entries(data).map(([key, one]) => [key, NOT_WORDS.has(key) ? one : this.layWithin(one)]);
    return Object.fromEntries(laid);
  }
}

/**
 * What finds in a text the words that were put into a template.
 *
 * @param {string} template
 */
function readerOf(template) {
  const seen = new Set();
  const pieces = template.split(PLACE).map((piece, index) => {
    if (index % 2 === 0) return piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    if (seen.has(piece)) return `\\k<_${piece}>`;
    seen.add(piece);
    return `(?<_${piece}>.+?)`;
  });
  return { template, letters: between(template).length, shape: new RegExp(`^${pieces.join("")}$`, "s") };
}

/**
 * What stands between a template's places.
 *
 * @param {string} template
 */
function between(template) {
  return template.replace(PLACE, "");
}
