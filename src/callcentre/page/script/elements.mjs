// The few ways a lab's DOM is made. Text goes in as text nodes only: nothing a reader or an address says becomes markup.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element: attributes with the value null, undefined or false are left out; children are nodes or strings. */
export function element(document, name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

/** Make an element of an SVG in the same way. */
export function shape(document, name, attributes, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(made, attributes, children) {
  for (const [attribute, value] of Object.entries(attributes)) set(made, attribute, value);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Set an attribute; true stands for an empty one, and null, undefined or false take it away. */
export function set(target, attribute, value) {
  if (value === null || value === undefined || value === false) target.removeAttribute(attribute);
  else target.setAttribute(attribute, value === true ? "" : String(value));
}
