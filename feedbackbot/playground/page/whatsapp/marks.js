// The app's own markup: *bold*, _italic_, ~struck~, `code`, and addresses that can be opened.

import { el } from "../dom.js";
import { isHarmless } from "../links.js";

const PIECES = /(https?:\/\/[^\s<>]+[^\s<>.,;:!?)])|```([\s\S]+?)```|`([^`\n]+)`|(?<![\p{L}\p{N}])([*_~])(?=\S)([^\n]*?\S)\4(?![\p{L}\p{N}])/gu;
const TAGS = { "*": "strong", _: "em", "~": "s" };

/** @param {string} text */
export function marked(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(PIECES)) {
    nodes.push(text.slice(from, found.index), piece(found));
    from = found.index + found[0].length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

function piece([whole, link, block, code, sign, inner]) {
  if (link) return isHarmless(link) ? el("a", { href: link, target: "_blank", rel: "noopener" }, link) : whole;
  if (block || code) return el(block ? "pre" : "code", {}, block ?? code);
  return el(TAGS[sign], {}, marked(inner));
}
