// The glossary's filter: both its lists show what has the letters typed, whatever their accents.

import { first } from "../elements.mjs";
import { plain } from "../search/words.mjs";

/** To be called on each page. */
export function filterGlossary() {
  const frame = /** @type {HTMLElement | null} */ (document.querySelector("[data-part=filter]"));
  if (!frame) return;
  const field = /** @type {HTMLInputElement} */ (first(frame, "input"));
  const told = first(frame, "[role=status]");
  const entries = [...termEntries(), ...rowEntries()];
  const filter = () => {
    const letters = plain(field.value.trim());
    let shown = 0;
    for (const { text, parts } of entries) {
      const fits = text.includes(letters);
      for (const part of parts) part.hidden = !fits;
      if (fits && parts.length > 1) shown++;
    }
    told.textContent = letters ? (frame.dataset.told ?? "").replace("{count}", String(shown)) : "";
  };
  field.addEventListener("input", filter);
  frame.hidden = false;
  filter();
}

/** @typedef {{ text: string, parts: HTMLElement[] }} Entry what a list shows or hides together */

/** @returns {Entry[]} each term with its other names and its definition, found by its names and its French */
function termEntries() {
  /** @type {Entry[]} */
  const entries = [];
  /** @type {HTMLElement[]} */
  let names = [];
  for (const child of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("dl.glossary > *"))) {
    names.push(child);
    if (child.tagName !== "DD") continue;
    const words = [...names.slice(0, -1), child.querySelector("em")].map((one) => one?.textContent ?? "");
    entries.push({ text: plain(words.join(" ")), parts: names });
    names = [];
  }
  return entries;
}

/** @returns {Entry[]} */
function rowEntries() {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("#by-french-term tbody tr"));
  return [...rows].map((row) => ({ text: plain(row.textContent ?? ""), parts: [row] }));
}
