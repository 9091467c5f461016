// Prints what the page's questions read in each of the texts on the standard input, a JSON list: what a number can mean, and
// how one would write it so that it can be read in one way only.

import { text } from "node:stream/consumers";
import { readings, unmistakable } from "../../../src/callcentre/page/script/questions/written-number.mjs";

/** @type {string[]} */
const texts = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(texts.map((one) => readings(one).map((plain) => [plain, unmistakable(plain)]))));
