// A notebook as Jupyter and nbgrader know it: filled with a learner's answers, and read back.

/** @typedef {{ cell_type: string, id?: string, metadata?: { nbgrader?: { grade_id?: string, solution?: boolean } },
 *   source: string | string[] }} NotebookCell */
/** @typedef {{ cells: NotebookCell[] }} Notebook */

/** @param {NotebookCell} cell */
export function nameOf(cell) {
  return cell.metadata?.nbgrader?.grade_id ?? cell.id ?? "";
}

/** @param {NotebookCell} cell */
export function sourceOf({ source }) {
  return Array.isArray(source) ? source.join("") : String(source ?? "");
}

/**
 * The notebook's text with answers in their cells; all else, nbgrader's marks among it, is as it was. Links to pages lead to
 * the site, where Jupyter would show the book's sources.
 *
 * @param {Notebook} notebook
 * @param {Map<string, string>} answers by the cell's name
 * @param {string} page the address of the notebook's page
 */
export function filled(notebook, answers, page) {
  const cells = notebook.cells.map((cell) => {
    const answer = answers.get(nameOf(cell));
    if (answer !== undefined) return { ...cell, source: linesOf(answer) };
    return cell.cell_type === "markdown" ? { ...cell, source: linesOf(withLinksToSite(sourceOf(cell), page)) } : cell;
  });
  return `${JSON.stringify({ ...notebook, cells }, null, 1)}\n`;
}

/**
 * @param {string} text
 * @param {string} page
 */
function withLinksToSite(text, page) {
  if (!page.startsWith("http")) return text; // read from a disk, which others have not
  return text.replace(/\]\(([^():]+)\.(?:md|ipynb)(#[^()]*)?\)/g, (_, path, anchor = "") => {
    return `](${new URL(`${path}.html${anchor}`, page)})`;
  });
}

/** @param {string} text */
function linesOf(text) {
  return text ? text.split(/(?<=\n)/) : [];
}

/**
 * Read a notebook: the answers in cells the page knows, and the sources of code that has no place on it.
 *
 * @param {string} text
 * @param {Notebook} own the page's notebook
 * @param {string[]} names of its answer cells
 * @returns {{ answers: Map<string, string>, rest: string[] } | null} null where the text is no notebook
 */
export function opened(text, own, names) {
  const notebook = parsed(text);
  if (!notebook) return null;
  const known = new Set(own.cells.map(nameOf));
  const code = notebook.cells.filter((cell) => cell.cell_type === "code");
  const answers = new Map(
    code.filter((cell) => names.includes(nameOf(cell))).map((cell) => [nameOf(cell), sourceOf(cell)]),
  );
  const rest = code.filter((cell) => !known.has(nameOf(cell))).map(sourceOf);
  return { answers, rest: rest.filter((source) => source.trim()) };
}

/**
 * @param {string} text
 * @returns {Notebook | null}
 */
function parsed(text) {
  try {
    const notebook = JSON.parse(text);
    return Array.isArray(notebook?.cells) ? notebook : null;
  } catch {
    return null;
  }
}
