// The renderer while the book is built: a line with the language to speak, then one request a line in JSON, one answer a line.

import { createInterface } from "node:readline";
import { parseHTML } from "linkedom";
import { Catalogue } from "./catalogue.mjs";
import { drawChart } from "./charts.mjs";
import { Format } from "./format.mjs";
import { buildLab } from "./render.mjs";

/** @import { BuildContext, Lab, Picture, Quantity } from "./types.d.ts" */

/**
 * @typedef {object} Request
 * @property {"lab" | "quantity"} ask
 * @property {Omit<BuildContext, "document" | "format" | "drawChart">} context
 * @property {Picture & { lab: Lab }} answer
 * @property {Quantity} quantity
 */

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
/** @type {{ language: string, translations: Record<string, string> }} */
const { language, translations } = JSON.parse((await lines.next()).value ?? "");
const catalogue = new Catalogue(translations);
const format = new Format(language);

/** @type {Record<Request["ask"], (request: Request) => string>} */
const ANSWERS = {
  lab({ context, answer }) {
    const { document } = parseHTML(`<!doctype html><html lang="${language}"><body></body></html>`);
    const words = catalogue.sayEach(context.words);
    return buildLab({ ...context, words, document, format, drawChart }, catalogue.lay(answer)).outerHTML;
  },
  quantity: ({ quantity }) => format.quantity(catalogue.lay(quantity)),
};

for await (const line of lines) {
  /** @type {Request} */
  const request = JSON.parse(line);
  let answer;
  try {
    answer = { answer: ANSWERS[request.ask](request) };
  } catch (error) {
    answer = { error: /** @type {Error} */ (error).stack };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
