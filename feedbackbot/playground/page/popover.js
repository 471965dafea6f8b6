// Menus and small boxes beside the button that opens them, on the browser's own popover: it closes on
// Escape and on a click outside, and lies above everything.

import { el } from "./dom.js";
import { icon } from "./icons.js";

const GAP = 6;

/**
 * @param {HTMLElement} anchor
 * @param {HTMLElement} content
 * @returns {() => void} closes it
 */
export function openPopover(anchor, content) {
  content.setAttribute("popover", "auto");
  content.classList.add("popover");
  document.body.append(content);
  content.showPopover();
  place(anchor, content);
  anchor.setAttribute("aria-expanded", "true");
  content.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    anchor.setAttribute("aria-expanded", "false");
    const inside = content.contains(document.activeElement);
    content.remove();
    if (inside) anchor.focus();
  });
  return () => content.hidePopover();
}

function place(anchor, content) {
  const at = anchor.getBoundingClientRect();
  const size = content.getBoundingClientRect();
  const below = at.bottom + GAP + size.height <= innerHeight;
  const left = Math.min(Math.max(GAP, at.left), innerWidth - size.width - GAP);
  content.style.left = `${left}px`;
  content.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - size.height)}px`;
}

/**
 * @param {HTMLElement} anchor
 * @param {({icon: string, label: string, onChoose: () => void, danger?: boolean} | null)[]} items
 */
export function openMenu(anchor, items) {
  const menu = el("div", { role: "menu", class: "menu" });
  const close = openPopover(anchor, menu);
  for (const item of items.filter(Boolean)) {
    const choose = () => {
      close();
      item.onChoose();
    };
    menu.append(
      el(
        "button",
        { type: "button", role: "menuitem", class: item.danger ? "danger" : "", on: { click: choose } },
        icon(item.icon),
        el("span", {}, item.label),
      ),
    );
  }
  place(anchor, menu);
  menu.addEventListener("keydown", moveByArrows);
  menu.firstElementChild?.focus();
}

/** Arrow keys walk through the buttons of a menu or a list. */
export function moveByArrows(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const next = buttons.indexOf(document.activeElement) + step;
  buttons.at(next % buttons.length)?.focus();
  event.preventDefault();
}
