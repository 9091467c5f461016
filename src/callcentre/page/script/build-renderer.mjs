// The renderer while the book is built: one request a line in JSON, one answer a line in JSON.

import { createInterface } from "node:readline";
import { parseHTML } from "linkedom";
import { drawChart } from "./charts.mjs";
import { Format } from "./format.mjs";
import { buildLab } from "./render.mjs";

/** @import { BuildContext, Lab, Picture, Quantity } from "./types.d.ts" */

/**
 * @typedef {object} Request
 * @property {"lab" | "quantity"} ask
 * @property {string} language
 * @property {Omit<BuildContext, "document" | "format" | "drawChart">} context
 * @property {Picture & { lab: Lab }} answer
 * @property {Quantity} quantity
 */

/** @type {Record<Request["ask"], (request: Request) => string>} */
const ANSWERS = {
  lab({ language, context, answer }) {
    const { document } = parseHTML(`<!doctype html><html lang="${language}"><body></body></html>`);
    return buildLab({ ...context, document, format: new Format(language), drawChart }, answer).outerHTML;
  },
  quantity: ({ language, quantity }) => new Format(language).quantity(quantity),
};

for await (const line of createInterface({ input: process.stdin })) {
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
