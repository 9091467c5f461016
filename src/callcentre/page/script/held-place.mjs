// What a reader holds stays where it is: words that come or go above it would take it from under the hand.

/**
 * Change a form so that the control with the focus, if it is in sight, keeps its height on the screen.
 *
 * @param {HTMLElement} form
 * @param {() => void} change
 */
export function holdingPlace(form, change) {
  const { activeElement: held, defaultView: view } = form.ownerDocument;
  if (!view || !held || !form.contains(held)) return change();
  const before = held.getBoundingClientRect().top;
  change();
  const moved = held.getBoundingClientRect().top - before;
  if (moved !== 0 && before >= 0 && before < view.innerHeight) view.scrollBy({ top: moved, behavior: "instant" });
}
