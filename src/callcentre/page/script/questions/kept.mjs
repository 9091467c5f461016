// What a reader answered, kept in this browser. Where a browser keeps nothing, nothing is said: the question works without.

/** @typedef {{ of: string, given: unknown, isChecked: boolean }} Kept `of`: the question's version */

export const PREFIX = "callcentre question ";

/**
 * What was kept of a question; null where there is nothing, or it was kept of another version.
 *
 * @param {string} name
 * @param {string} of
 * @returns {Kept | null}
 */
export function recall(name, of) {
  try {
    const kept = JSON.parse(localStorage.getItem(PREFIX + name) ?? "null");
    return kept?.of === of ? kept : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} name
 * @param {Kept} kept
 */
export function keep(name, kept) {
  attempt(() => localStorage.setItem(PREFIX + name, JSON.stringify(kept)));
}

/** @param {string} name */
export function forget(name) {
  attempt(() => localStorage.removeItem(PREFIX + name));
}

/** @param {() => void} act */
function attempt(act) {
  try {
    act();
  } catch {
    // a browser that refuses to keep things
  }
}
