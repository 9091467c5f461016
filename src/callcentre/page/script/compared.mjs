// Which of several compared values is the best.

/**
 * The place of the best value, the lowest or the highest; -1 where none is better than all others.
 *
 * @param {(number | null)[]} values
 * @param {"low" | "high" | null} best
 */
export function bestOf(values, best) {
  const known = values.filter((value) => value !== null);
  if (best === null || known.length < 2) return -1;
  const wanted = best === "low" ? Math.min(...known) : Math.max(...known);
  return known.filter((value) => value === wanted).length === 1 ? values.indexOf(wanted) : -1;
}
