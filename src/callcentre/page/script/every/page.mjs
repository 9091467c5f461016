// The script of every page of the book.

import { filterGlossary } from "./glossary.mjs";
import { printAsLight } from "./print.mjs";
import { followReading } from "./reading.mjs";
import { showTerms } from "./terms.mjs";

const own = /** @type {HTMLScriptElement} */ (document.currentScript);

printAsLight();
showTerms();
filterGlossary();
followReading(DOCUMENTATION_OPTIONS.pagename, JSON.parse(own.dataset.words ?? "{}"));
