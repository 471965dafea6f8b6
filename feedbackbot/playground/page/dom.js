// The only place that creates elements. Text always goes in as a text node, so nothing
// a person or the bot writes can become markup.

const SVG = "http://www.w3.org/2000/svg";

/**
 * Create an element.
 * @param {string} tag
 * @param {object} props  `class`, `on: {event: handler}`, `data: {key: value}`, every other key is an attribute;
 *                        `true` sets it empty, `false`, `null` and `undefined` leave it out.
 * @param {...(Node|string|number|null|undefined|false|Array)} children
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) setProp(node, key, value);
  append(node, children);
  return node;
}

function setProp(node, key, value) {
  if (value === null || value === undefined || value === false) return;
  if (key === "on") {
    for (const [event, handler] of Object.entries(value)) node.addEventListener(event, handler);
  } else if (key === "data") {
    Object.assign(node.dataset, value);
  } else if (key === "style") {
    for (const [name, setting] of Object.entries(value)) node.style.setProperty(name, setting);
  } else {
    node.setAttribute(key === "class" ? "class" : key, value === true ? "" : String(value));
  }
}

function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : String(child));
  }
}

export function replaceChildren(node, ...children) {
  node.replaceChildren();
  append(node, children);
}

/** A drawing of 24 × 24 units made of stroked paths. */
export function drawing(paths, className = "icon") {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}
