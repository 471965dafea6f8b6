// Text with entities to elements. Offsets and lengths are UTF-16 code units, which is how
// JavaScript counts too, so an emoji before bold text needs no conversion.

import { el } from "./dom.js";
import { isHarmless } from "./links.js";

const SIMPLE = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);

/**
 * @param {string} text
 * @param {{type: string, offset: number, length: number, url?: string}[]} entities  may nest or overlap
 * @param {{onCommand?: (text: string) => void, onLink?: (url: string, event: Event) => void}} actions
 * @returns {DocumentFragment}
 */
export function formatted(text, entities = [], actions = {}) {
  const fragment = document.createDocumentFragment();
  const ranges = entities
    .map((entity) => ({ entity, start: clamp(entity.offset, text), end: clamp(entity.offset + entity.length, text) }))
    .filter((range) => range.start < range.end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  appendRange(fragment, text, 0, text.length, ranges, actions);
  return fragment;
}

function clamp(position, text) {
  return Math.max(0, Math.min(position, text.length));
}

function appendRange(parent, text, start, end, ranges, actions) {
  let cursor = start;
  let waiting = ranges;
  while (waiting.length > 0) {
    const [outer, ...others] = waiting;
    appendText(parent, text.slice(cursor, outer.start));
    const node = element(outer.entity, text.slice(outer.start, outer.end), actions);
    // What reaches past its parent's end is cut there and goes on after it.
    const inside = others.filter((r) => r.start < outer.end).map((r) => ({ ...r, end: Math.min(r.end, outer.end) }));
    waiting = others
      .filter((r) => r.end > outer.end)
      .map((r) => ({ ...r, start: Math.max(r.start, outer.end) }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    appendRange(node, text, outer.start, outer.end, inside, actions);
    appendElement(parent, node);
    cursor = outer.end;
  }
  appendText(parent, text.slice(cursor, end));
}

/** A quotation or a code block already breaks the line: the newline written beside it would break it twice. */
function appendText(parent, text) {
  const follows = parent.lastChild;
  const afterBlock = follows instanceof Element && BLOCKS.has(follows.tagName);
  const shown = afterBlock && text.startsWith("\n") ? text.slice(1) : text;
  if (shown) parent.append(shown);
}

function appendElement(parent, node) {
  const before = parent.lastChild;
  if (BLOCKS.has(node.tagName) && before instanceof Text && before.data.endsWith("\n")) {
    before.data = before.data.slice(0, -1);
  }
  parent.append(node);
}

function element(entity, covered, actions) {
  if (entity.type in SIMPLE) return el(SIMPLE[entity.type]);
  switch (entity.type) {
    case "pre":
      return el("pre", { "data-language": entity.language });
    case "blockquote":
    case "expandable_blockquote":
      return el("blockquote");
    case "spoiler":
      return spoiler();
    case "text_link":
      return link(entity.url, actions);
    case "url":
      return link(/^[a-z]+:/i.test(covered) ? covered : `https://${covered}`, actions);
    case "email":
      return link(`mailto:${covered}`, actions);
    case "bot_command":
      return command(covered, actions);
    default:
      return el("span", { class: `entity-${entity.type}` });
  }
}

function spoiler() {
  // Not a button element: that would not break across lines as text does.
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-expanded": "false" });
  const toggle = () => node.setAttribute("aria-expanded", String(node.classList.toggle("shown")));
  node.addEventListener("click", toggle);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") toggle();
  });
  return node;
}

/** Only addresses that a browser opens harmlessly become links; any other stays plain text. */
function link(url, actions) {
  if (!isHarmless(url)) return el("span");
  const node = el("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
  node.addEventListener("click", (event) => actions.onLink?.(url, event));
  return node;
}

function command(covered, actions) {
  return el("button", { type: "button", class: "command-link", on: { click: () => actions.onCommand?.(covered) } });
}
