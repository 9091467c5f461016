// What a learner has done on a page, kept in this browser: what stands in each cell, and how each task went.

/** @typedef {{ text: string, begins: string }} KeptCell `begins`: what the cell held before, by which a new version is known */
/** @typedef {{ tries: number, state: string, message: string }} KeptTask */
/** @typedef {Record<string, string | string[]>} BoxValues */
/** @typedef {{ cells: Record<string, KeptCell>, tasks: Record<string, KeptTask>, boxes: Record<string, BoxValues>,
 *   rest: string[] }} Kept */

/** @returns {Kept} */
function nothing() {
  return { cells: {}, tasks: {}, boxes: {}, rest: [] };
}

export class Work {
  /**
   * @param {string} unit
   * @param {() => Storage} storage the browser's; asking for it may already throw
   */
  constructor(unit, storage = () => localStorage) {
    this.key = `callcentre-exercises-${unit}`;
    this.storage = storage;
    this.isKept = true; // as far as is known
    this.kept = this.read() ?? nothing();
  }

  /** @returns {Kept | null} */
  read() {
    try {
      const text = this.storage().getItem(this.key);
      if (text === null) return null;
      const kept = JSON.parse(text);
      return typeof kept === "object" && kept ? { ...nothing(), ...kept } : null;
    } catch {
      return null;
    }
  }

  /**
   * Change what is kept. It is read anew before, since the page may be open twice.
   *
   * @param {(kept: Kept) => void} change
   */
  change(change) {
    const kept = this.read() ?? this.kept;
    change(kept);
    this.kept = kept;
    try {
      this.storage().setItem(this.key, JSON.stringify(kept));
    } catch {
      this.isKept = false;
    }
  }

  /** @param {string} task */
  tries(task) {
    return this.kept.tasks[task]?.tries ?? 0;
  }

  /** Forget all; returns what there was. */
  clear() {
    const before = this.kept;
    this.change((kept) => Object.assign(kept, nothing()));
    return before;
  }

  /** @param {Kept} before */
  putBack(before) {
    this.change((kept) => Object.assign(kept, before));
  }

  /**
   * What stands in cells that the page does not have any more, or had no place from the start.
   *
   * @param {string[]} names of the page's answer cells
   * @returns {{ name: string | null, text: string }[]}
   */
  withoutPlace(names) {
    const cells = Object.entries(this.kept.cells).filter(([name]) => !names.includes(name));
    return [
      ...cells.map(([name, { text }]) => ({ name, text })),
      ...this.kept.rest.map((text) => ({ name: null, text })),
    ];
  }

  /** @param {{ name: string | null, text: string }} one */
  remove({ name, text }) {
    this.change((kept) => {
      if (name !== null) delete kept.cells[name];
      else kept.rest = kept.rest.filter((other) => other !== text);
    });
  }
}
