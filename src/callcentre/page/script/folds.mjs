// What stands below the picture, each under its name: further pictures, the table, further figures, notes.
// The address remembers which of them a reader has opened: "#cost-scenarios?open=table,notes".

import { element, first } from "./elements.mjs";

/** @import { NamedText } from "./types.d.ts" */

/** @typedef {{ name: string, title: string, content: () => HTMLElement, isOpen?: boolean }} Fold `isOpen`: at first */

const NAME = "open";

/**
 * Show folds, and no others; one that stands there already stays as open as it is.
 *
 * @param {Document} document
 * @param {HTMLElement} container
 * @param {Fold[]} folds
 * @returns {(() => void)[]} what fills those that are closed: nobody looks at them, so that it can wait a moment
 */
export function showFolds(document, container, folds) {
  /** @type {(() => void)[]} */
  const later = [];
  const standing = new Map(foldsOf(container).map((fold) => [fold.dataset.fold, fold]));
  const shown = folds.map(({ name, title, content, isOpen = false }) => {
    const fold = standing.get(name) ?? buildFold(document, name, isOpen);
    const summary = first(fold, "summary");
    if (summary.textContent !== title) summary.textContent = title;
    const fill = () => /** @type {HTMLElement} */ (fold.lastElementChild).replaceChildren(content());
    if (fold.open) fill();
    else later.push(fill);
    return fold;
  });
  const isSame = shown.length === standing.size && shown.every((fold, at) => fold === container.children[at]);
  if (!isSame) container.replaceChildren(...shown);
  return later;
}

/**
 * @param {Document} document
 * @param {string} name
 * @param {boolean} isOpen
 */
function buildFold(document, name, isOpen) {
  return element(
    document,
    "details",
    { class: "callcentre-fold", "data-fold": name, "data-open": isOpen, open: isOpen },
    element(document, "summary", {}),
    element(document, "div", { class: "callcentre-folded" }),
  );
}

/**
 * @param {ParentNode} root
 * @returns {HTMLDetailsElement[]}
 */
function foldsOf(root) {
  return [...root.querySelectorAll("[data-fold]")].map((fold) => /** @type {HTMLDetailsElement} */ (fold));
}

/**
 * Take the names of folds out of an address's texts; null where it names none.
 *
 * @param {NamedText[]} texts
 */
export function foldsFromTexts(texts) {
  const asked = texts.find(([name]) => name === NAME);
  return {
    texts: texts.filter(([name]) => name !== NAME),
    open: asked ? asked[1].split(",").filter(Boolean) : null,
  };
}

/**
 * The texts that ask for the same folds again; none where all are as they were at first.
 *
 * @param {HTMLElement} section
 * @returns {NamedText[]}
 */
export function textsFromFolds(section) {
  const folds = foldsOf(section);
  if (folds.every((fold) => fold.open === fold.hasAttribute("data-open"))) return [];
  const open = folds.filter((fold) => fold.open);
  return [[NAME, open.map((fold) => fold.dataset.fold).join(",")]];
}

/**
 * Open the folds that an address names, and close the others; without names all stay as they are.
 *
 * @param {HTMLElement} section
 * @param {string[] | null} open
 */
export function openFolds(section, open) {
  if (open) for (const fold of foldsOf(section)) fold.open = open.includes(fold.dataset.fold ?? "");
}
