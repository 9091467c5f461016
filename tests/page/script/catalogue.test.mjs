// Another language laid over what Python says: words are, names and numbers are not.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Catalogue } from "../../../src/callcentre/page/script/catalogue.mjs";

const FRENCH = new Catalogue({
  "Calls a month": "Appels par mois",
  "in-house": "en interne",
  "{winner} is cheapest": "Le moins cher : {winner}",
  "{label} must be {allowed}; {value} is not.": "{label} : il faut {allowed}, et non {value}.",
  "a number from {0} to {1}": "un nombre de {0} à {1}",
  "{0} and {0}": "deux fois {0}",
});

test("a text that is in the catalogue is said in its language, another stays", () => {
  assert.equal(FRENCH.say("Calls a month"), "Appels par mois");
  assert.equal(FRENCH.say("Costs"), "Costs");
});

test("a message is told by the templates it was made from, and so is what was put in", () => {
  const message = "Calls a month must be a number from 1 to 9 000; 'x (y)' is not.";
  assert.equal(FRENCH.say(message), "Appels par mois : il faut un nombre de 1 à 9 000, et non 'x (y)'.");
});

test("a place that stands twice in a template is one and the same", () => {
  assert.equal(FRENCH.say("one and one"), "deux fois one");
  assert.equal(FRENCH.say("one and two"), "one and two");
});

test("names, values and numbers stay as they are, at every depth", () => {
  const data = {
    name: "in-house",
    values: { way: "in-house" },
    options: [{ value: "in-house", label: "in-house" }],
    headline: { template: "{winner} is cheapest", parts: [{ name: "winner", words: "in-house" }] },
    rows: [["in-house", 1, null]],
  };
  assert.deepEqual(FRENCH.lay(data), {
    name: "in-house",
    values: { way: "in-house" },
    options: [{ value: "in-house", label: "en interne" }],
    headline: { template: "Le moins cher : {winner}", parts: [{ name: "winner", words: "en interne" }] },
    rows: [["en interne", 1, null]],
  });
});

test("without a catalogue data are handed on as they are", () => {
  const data = { label: "Calls a month" };
  assert.equal(new Catalogue().lay(data), data);
});
