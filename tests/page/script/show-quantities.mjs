// Shows quantities as the page does: a list of them in JSON on stdin, their words in JSON on stdout.

import { readFileSync } from "node:fs";
import { Format } from "../../../src/callcentre/page/script/format.mjs";

/** @import { Quantity } from "../../../src/callcentre/page/script/types.d.ts" */

/** @type {Quantity[]} */
const quantities = JSON.parse(readFileSync(0, "utf8"));
const format = new Format("en");
process.stdout.write(JSON.stringify(quantities.map((quantity) => format.quantity(quantity))));
