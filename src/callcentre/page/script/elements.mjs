// The few ways a lab's DOM is made. Text goes in as text nodes only: nothing a reader or an address says becomes markup.

/** @typedef {string | number | boolean | null | undefined} Attribute */
/** @typedef {Node | string | null | undefined} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element: attributes with the value null, undefined or false are left out; children are nodes or strings.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Document} document
 * @param {Name} name
 * @param {Record<string, Attribute>} [attributes]
 * @param {...Child} children
 */
export function element(document, name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/**
 * Make an element of an SVG in the same way.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Document} document
 * @param {Name} name
 * @param {Record<string, Attribute>} [attributes]
 * @param {...Child} children
 */
export function shape(document, name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

/**
 * @template {Element} Made
 * @param {Made} made
 * @param {Record<string, Attribute>} attributes
 * @param {Child[]} children
 */
function filled(made, attributes, children) {
  for (const [attribute, value] of Object.entries(attributes)) set(made, attribute, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * Set an attribute; true stands for an empty one, and null, undefined or false take it away.
 *
 * @param {Element} target
 * @param {string} attribute
 * @param {Attribute} value
 */
export function set(target, attribute, value) {
  if (value === null || value === undefined || value === false) target.removeAttribute(attribute);
  else target.setAttribute(attribute, value === true ? "" : String(value));
}

/**
 * The first element of a selector, where it is known that there is one.
 *
 * @param {ParentNode} root
 * @param {string} selector
 */
export function first(root, selector) {
  return /** @type {HTMLElement} */ (root.querySelector(selector));
}
