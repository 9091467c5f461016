// Labs whose guess was answered in this browser do not ask again: known before anything is drawn, so that nothing jumps.

const KEY = "callcentre-guessed";

/** Keep the guesses that were answered out of sight. */
export function hideGuessed() {
  try {
    const names = (localStorage.getItem(KEY) ?? "").split(" ").filter((name) => /^[a-z-]+$/.test(name));
    if (!names.length) return;
    const sheet = new CSSStyleSheet();
    const labs = names.map((name) => `[data-lab="${name}"]`).join();
    sheet.replaceSync(`:is(${labs}) .callcentre-guess:not([data-again]){display:none}`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // A browser that remembers nothing asks again.
  }
}
