// On a page with labs or exercises the theme's own scripts wait until these are live, and keep none waiting. They stand in
// the page with a type that no browser runs, and are wanted at once where a reader turns to what is the theme's: a button,
// the side bar, the search's key. What is seen of them at first is done without them: light or dark, the side bar's place.

const LATER = "text/x-later";
const LONGEST_WAIT = 5000; // ms from when the page is read
const SIDE_BAR_PLACE = "sidebar-scroll-top"; // the theme's own name for it in the browser's storage

let isWanted = false;
let isThere = false;
let answer = () => {}; // to what a reader last asked of the theme's scripts, once they are there

/** To be called before the page is drawn. */
export function letThemeWait() {
  setLightOrDark();
  addEventListener("pointerdown", turnedTo, true);
  addEventListener("wheel", turnedTo, { capture: true, passive: true });
  addEventListener("keydown", holdKey, true);
  addEventListener("click", holdClick, true);
  document.addEventListener("DOMContentLoaded", () => {
    keepSideBar();
    setTimeout(want, LONGEST_WAIT);
    if (isWanted) loadAll();
    wantOnceLive();
  });
}

/** As the theme's script does when it runs: by what the reader chose, or by what the system asks for. */
function setLightOrDark() {
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  dataset.theme = dataset.mode === "light" || dataset.mode === "dark" ? dataset.mode : system;
}

function wantOnceLive() {
  const sections = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("section:is([data-lab], [data-task])")]);
  const look = () => {
    if (!sections.every(({ dataset }) => dataset.state === "live" || dataset.state === "failed")) return;
    observer.disconnect();
    want();
  };
  const observer = new MutationObserver(look);
  for (const section of sections) observer.observe(section, { attributeFilter: ["data-state"] });
  look();
}

function want() {
  if (isWanted) return;
  isWanted = true;
  if (document.readyState !== "loading") loadAll();
}

/** Have the browser run the scripts that wait, in the order in which they stand. */
async function loadAll() {
  const waiting = [...document.querySelectorAll(`script[type="${LATER}"]`)];
  await Promise.all(waiting.map(run));
  isThere = true;
  answer();
}

/** @param {Element} waiting */
function run(waiting) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    for (const { name, value } of waiting.attributes) if (name !== "type") script.setAttribute(name, value);
    script.async = false;
    script.onload = resolve;
    script.onerror = resolve;
    waiting.replaceWith(script);
  });
}

// What a reader does meanwhile ---------------------------------------------------------------------------------------------

/**
 * Whether an element is none of the page's own text, in which nothing needs the theme's scripts.
 *
 * @param {EventTarget | null} target
 */
function isTheThemes(target) {
  return target instanceof Element && !target.closest("article");
}

/** @param {Event} event */
function turnedTo({ target }) {
  if (isTheThemes(target)) want();
}

/** @param {Event} event */
function holdClick(event) {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  if (isThere || !button || !isTheThemes(button)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  answer = () => button.click();
  want();
}

/**
 * The theme's only key is the search's, Ctrl or Command with K.
 *
 * @param {KeyboardEvent} event
 */
function holdKey(event) {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (isThere || key.toLowerCase() !== "k" || ctrlKey === metaKey || shiftKey || altKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  answer = () => dispatchEvent(new KeyboardEvent("keydown", event));
  want();
}

/** Scroll the side bar to where the theme will scroll it, and tell the theme where it is then. */
function keepSideBar() {
  const bar = document.querySelector(".bd-sidebar-primary");
  const pages = bar?.querySelectorAll(".bd-docs-nav .active");
  if (!bar || !pages?.length) return;
  try {
    const place = Number.parseInt(sessionStorage.getItem(SIDE_BAR_PLACE) ?? "", 10);
    const { y } = pages[pages.length - 1].getBoundingClientRect();
    if (!Number.isNaN(place)) bar.scrollTop = place;
    else if (y > innerHeight / 2) bar.scrollTop = y - bar.getBoundingClientRect().y - bar.clientHeight / 4;
    const keep = () => sessionStorage.setItem(SIDE_BAR_PLACE, String(bar.scrollTop));
    keep();
    bar.addEventListener("scroll", keep);
  } catch {
    // A browser or frame that stores nothing: the theme keeps no place either.
  }
}
