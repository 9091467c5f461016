// What is a word, what is marked, and which page comes first, in a book of three pages.

import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt, Library } from "../../../src/callcentre/page/script/search/library.mjs";
import { folded, marked, wordsOf } from "../../../src/callcentre/page/script/search/words.mjs";

const BOOK = {
  "book/mix": [
    { id: "", title: "What a mix costs, and break-even", text: "A break-even volume is where costs meet." },
    { id: "even", title: "An even day", text: "The vendor’s calls arrive evenly." },
  ],
  "book/out": [{ id: "", title: "Outsourcing", text: "Externalisation, in French." }],
  "book/terms": [
    { id: "", title: "Glossary", text: "" },
    {
      id: "term-centre",
      title: "call centre (centre d’appels)",
      names: ["call centre", "centre d’appels"],
      text: "It takes calls.",
    },
    { id: "term-overflow", title: "overflow (débordement)", text: "Calls that find all agents busy." },
    {
      id: "term-tax",
      title: "value added tax, VAT (TVA)",
      names: ["value added tax", "VAT", "TVA"],
      text: "On a bill.",
    },
  ],
  "book/bill": [
    { id: "", title: "The bill", text: "Companies pay. Both sides agree." },
    { id: "tax", title: "Tax", text: "Value added tax comes on top of both." },
  ],
  "book/bots": [{ id: "", title: "Bots", text: "One more word about vendors, and an erlang." }],
};
const library = new Library(BOOK);

/** @param {string} text */
const forms = (text) => wordsOf(text).map(({ forms: own }) => own.map(({ form }) => form));
/** @param {string} words */
const addresses = (words) => library.find(words).pages.map(({ address }) => address);

test("accents, capitals and plurals make no difference", () => {
  assert.equal(folded("Débordements"), "debordement");
  assert.equal(folded("Œuvre"), "oeuvre");
  assert.equal(folded("companies"), folded("company"));
  for (const word of ["analysis", "bus", "cross", "gas"]) assert.equal(folded(word), word);
});

test("what an apostrophe cuts off is no word", () => {
  assert.deepEqual(forms("centre d'appels, l’externalisation, the vendor's"), [
    ["centre"],
    ["appel"],
    ["externalisation"],
    ["vendor"],
  ]);
});

test("a word with a hyphen is one word, and its halves are found too", () => {
  assert.deepEqual(forms("break-even"), [["breakeven", "break", "even"]]);
  assert.deepEqual(forms("Erlang C"), [["erlang"], ["c"]]);
});

test("only the words found are marked, in their own letters", () => {
  const text = "A break-even, seven calls d’appels";
  assert.deepEqual(
    marked(text, new Set(["breakeven"])).filter(([, isMarked]) => isMarked),
    [["break-even", true]],
  );
  assert.deepEqual(
    marked(text, new Set(["even", "appel"])).filter(([, isMarked]) => isMarked),
    [
      ["even", true],
      ["appels", true],
    ],
  );
  assert.equal(
    marked(text, new Set(["even"]))
      .map(([piece]) => piece)
      .join(""),
    text,
  );
});

test("the page that is about the words comes first", () => {
  assert.equal(addresses("break-even")[0], "book/mix.html");
  assert.deepEqual(addresses("l'externalisation"), ["book/out.html"]);
  assert.deepEqual(addresses("debordement"), ["book/terms.html"]);
  assert.equal(library.find("centre d'appels").pages[0].places[0].address, "book/terms.html#term-centre");
});

test("a misspelt word finds what comes nearest, and this is told", () => {
  const { pages, whole } = library.find("outsorcing");
  assert.deepEqual([pages[0].address, whole], ["book/out.html", 0]);
  assert.equal(library.find("outsourcing").whole, 1);
  assert.deepEqual(addresses("erlnag"), ["book/bots.html"]);
  assert.deepEqual(library.find("xylophone").pages, []);
  assert.deepEqual(library.find("the").pages, []);
});

test("a short word is the beginning of others only where it is no word itself", () => {
  assert.deepEqual(addresses("bot"), ["book/bots.html"]);
  assert.deepEqual(addresses("agre"), ["book/bill.html"]);
});

test("one of many words does not hide the page that has the others, and all words come first", () => {
  const { pages, whole } = library.find("tax on a vendor's bill");
  assert.equal(whole, 0);
  assert.ok(pages.some(({ address }) => address === "book/bill.html"));
  const found = library.find("vendor's bots");
  assert.deepEqual([found.pages[0].address, found.whole], ["book/bots.html", 1]);
  assert.equal(addresses("xylophone company")[0], "book/bill.html");
});

test("a term is found by its other names, in either language", () => {
  for (const words of ["VAT", "tva", "value added tax"])
    assert.deepEqual(addresses(words).sort(), ["book/bill.html", "book/terms.html"], words);
});

test("an excerpt begins and ends between words, near the first word found", () => {
  const text = `${"before ".repeat(40)}Erlang ${"after ".repeat(60)}`.trim();
  const cut = excerpt(text, new Set(["erlang"]));
  assert.match(cut, /^… (before ){2,9}Erlang (after )+…$/);
  assert.equal(excerpt("Short.", new Set()), "Short.");
});
