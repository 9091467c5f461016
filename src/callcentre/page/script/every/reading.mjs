// What was read and answered, kept in this browser only: ticks in the contents, and on the front page the way back to where
// one was. A browser or frame that stores nothing shows the book without them.

import { element } from "../elements.mjs";
import { PREFIX as ANSWERED } from "../questions/kept.mjs";

const KEY = "callcentre-read";
const OWN = /^(book|notebooks|exercises)\//;

/** @typedef {{ page: string, section: string, title: string }} Place */
/** @typedef {{ read: string[], last: Place | null }} Kept */
/** @typedef {Record<"go_on" | "kept_here" | "forget" | "read" | "answered" | "one_answered", string>} Words */

/**
 * What is kept; nothing where it is none of ours.
 *
 * @param {string | null} text
 * @returns {Kept}
 */
export function keptOf(text) {
  try {
    const { read, last } = JSON.parse(text ?? "{}");
    const isPlace = last && [last.page, last.section, last.title].every((one) => typeof one === "string");
    return {
      read: Array.isArray(read) ? read.filter((page) => OWN.test(page)) : [],
      last: isPlace && OWN.test(last.page) ? last : null,
    };
  } catch {
    return { read: [], last: null };
  }
}

/**
 * How many questions of a page were answered, by the names under which answers are kept.
 *
 * @param {string[]} names
 * @param {string} page such as "book/outsourcing"
 */
export function answersOn(names, page) {
  return names.filter((name) => name.startsWith(`${ANSWERED}${page.split("/").at(-1)}/`)).length;
}

/**
 * What a page's tick says; nothing where there is nothing to tell.
 *
 * @param {boolean} isRead
 * @param {number} answers
 * @param {Words} words
 */
export function tickWords(isRead, answers, words) {
  const counted = answers === 1 ? words.one_answered : words.answered.replace("{count}", String(answers));
  return [isRead ? words.read : "", answers ? counted : ""].filter(Boolean).join(", ");
}

/**
 * To be called on each page.
 *
 * @param {string} page
 * @param {Words} words
 */
export function followReading(page, words) {
  try {
    const root = document.documentElement.dataset.content_root ?? "./";
    const kept = keptOf(localStorage.getItem(KEY));
    tickPages(kept, root, words);
    if (page === "book/index") offerToGoOn(kept, root, words);
    else if (OWN.test(page)) noteWhatIsRead(page);
  } catch {
    // Nothing is stored here.
  }
}

/**
 * @param {Kept} kept
 * @param {string} root
 * @param {Words} words
 */
function tickPages({ read }, root, words) {
  const names = Object.keys(localStorage);
  const base = new URL(root, document.baseURI).href;
  for (const link of document.querySelectorAll(".bd-docs-nav a.internal")) {
    const address = /** @type {HTMLAnchorElement} */ (link).href.split("#")[0];
    const page = address.replace(base, "").replace(/\.html$/, "");
    const told = tickWords(read.includes(page), answersOn(names, page), words);
    if (!told) continue;
    const tick = element(document, "span", { "aria-hidden": "true" }, read.includes(page) ? " ✓" : " ·");
    link.append(tick, element(document, "span", { class: "visually-hidden" }, ` (${told})`));
    link.setAttribute("title", told);
  }
}

/**
 * @param {Kept} kept
 * @param {string} root
 * @param {Words} words
 */
function offerToGoOn({ last }, root, words) {
  const list = document.querySelector(".front ul");
  if (!last || !list) return;
  const address = `${root}${last.page}.html${last.section && `#${last.section}`}`;
  const forget = element(document, "button", { type: "button", class: "callcentre-forget" }, words.forget);
  const offered = element(
    document,
    "p",
    { "data-part": "go-on" },
    `${words.go_on} `,
    element(document, "a", { href: address }, last.title),
    `. ${words.kept_here} `,
    forget,
  );
  forget.addEventListener("click", () => {
    localStorage.removeItem(KEY);
    offered.remove();
  });
  list.after(offered);
}

/** @param {string} page */
function noteWhatIsRead(page) {
  const end = document.querySelector(".prev-next-footer");
  const observer = new IntersectionObserver(([{ isIntersecting }]) => {
    if (!isIntersecting) return;
    change(({ read, last }) => ({ read: [...new Set([...read, page])], last }));
    observer.disconnect();
  });
  if (end) observer.observe(end);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") change(({ read }) => ({ read, last: placeNow(page) }));
  });
}

/** @param {(kept: Kept) => Kept} changed */
function change(changed) {
  localStorage.setItem(KEY, JSON.stringify(changed(keptOf(localStorage.getItem(KEY)))));
}

/**
 * The section that is read: the last whose heading is above the middle of the window.
 *
 * @param {string} page
 * @returns {Place}
 */
function placeNow(page) {
  const headings = [...document.querySelectorAll("article section[id] > :is(h1, h2)")];
  const passed = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2);
  const words = (/** @type {Element} */ heading) => (heading.firstChild?.textContent ?? "").trim();
  const [title, heading] = [headings[0], passed.at(-1)];
  const isBelow = heading && heading !== title;
  return {
    page,
    section: isBelow ? (heading.parentElement?.id ?? "") : "",
    title: [title, ...(isBelow ? [heading] : [])].map(words).join(": "),
  };
}
