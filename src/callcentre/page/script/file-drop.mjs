// A reader's own file, dropped on the field that may hold it or anywhere on a lab that has one such field.

/** @import { ControlForm } from "./control-form.mjs" */

/**
 * @param {HTMLElement} section
 * @param {ControlForm} form
 */
export function takeDroppedFiles(section, form) {
  const field = (/** @type {DragEvent} */ { target }) => {
    const fields = /** @type {NodeListOf<HTMLInputElement>} */ (section.querySelectorAll("input[data-file]"));
    const own = /** @type {Element} */ (target).closest("[data-control]")?.querySelector("input[data-file]");
    return /** @type {HTMLInputElement | null} */ (own ?? (fields.length === 1 ? fields[0] : null));
  };
  const holdsFile = (/** @type {DragEvent} */ { dataTransfer }) => dataTransfer?.types.includes("Files") ?? false;
  section.addEventListener("dragover", (event) => {
    if (!holdsFile(event) || !field(event)) return;
    event.preventDefault();
    section.toggleAttribute("data-dropping", true);
  });
  for (const type of /** @type {const} */ (["dragleave", "drop"]))
    section.addEventListener(type, () => section.toggleAttribute("data-dropping", false));
  section.addEventListener("drop", (event) => {
    const input = field(event);
    if (!input || !holdsFile(event) || !event.dataTransfer) return;
    event.preventDefault();
    input.files = event.dataTransfer.files;
    form.loadFile(input);
  });
}
