// What a reader answers in: for each kind, how it is read and how it is set.

/** @typedef {{ read: (form: HTMLElement) => unknown, write: (form: HTMLElement, given: any) => void }} Fields */

/** @type {Fields} */
const CHOICES = {
  read: (form) => boxes(form).flatMap(({ checked, value }) => (checked ? [Number(value)] : [])),
  write(form, given) {
    for (const box of boxes(form)) box.checked = given.includes(Number(box.value));
  },
};

/** @type {Record<string, Fields>} */
export const FIELDS = {
  "choose-one": CHOICES,
  "choose-several": CHOICES,
  number: {
    read: (form) => inputs(form)[0].value,
    write(form, given) {
      inputs(form)[0].value = given;
    },
  },
  order: {
    read: (form) => itemsOf(form).map((item) => Number(item.dataset.option)),
    write(form, given) {
      const items = new Map(itemsOf(form).map((item) => [Number(item.dataset.option), item]));
      for (const option of given) {
        const item = /** @type {HTMLElement} */ (items.get(option));
        item.parentElement?.append(item);
      }
    },
  },
  match: {
    read: (form) => inputs(form).map(({ value }) => (value === "" ? null : Number(value))),
    write(form, given) {
      inputs(form).forEach((input, at) => {
        input.value = given[at] === null ? "" : String(given[at]);
      });
    },
  },
};

/** @param {HTMLElement} form */
function boxes(form) {
  return /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input")]);
}

/** @param {HTMLElement} form */
function inputs(form) {
  return /** @type {(HTMLInputElement | HTMLSelectElement)[]} */ ([...form.querySelectorAll("input, select")]);
}

/**
 * The items of an order, as they stand.
 *
 * @param {HTMLElement} form
 */
export function itemsOf(form) {
  return /** @type {HTMLElement[]} */ ([...form.querySelectorAll("li[data-option]")]);
}

/**
 * Move an item of an order up or down by one; says its new place, counted from one, or null where it is at the end.
 *
 * @param {HTMLElement} item
 * @param {string} way "up" or "down"
 */
export function moveItem(item, way) {
  const beside = way === "up" ? item.previousElementSibling : item.nextElementSibling;
  if (!beside) return null;
  if (way === "up") beside.before(item);
  else beside.after(item);
  return [...(item.parentElement?.children ?? [])].indexOf(item) + 1;
}
