// What comes up from the bottom of a phone: the rows of a list, of which one is chosen and then sent.

import { el } from "../dom.js";
import { t } from "../i18n.js";
import { iconButton } from "../icons.js";

/**
 * @param {HTMLElement} frame  of the phone
 * @param {{class: string, label: string}} props
 * @param {(close: () => void) => (Node | Node[])} build
 */
export function openSheet(frame, props, build) {
  const before = document.activeElement;
  const close = () => {
    sheet.remove();
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  const sheet = el(
    "div",
    { class: "wa-over", on: { click: (e) => e.target === sheet && close(), keydown: (e) => e.key === "Escape" && close() } },
    el("div", { class: `wa-sheet ${props.class}`, role: "dialog", "aria-label": props.label }, build(close)),
  );
  frame.append(sheet);
  sheet.querySelector("input, button, textarea, select")?.focus({ preventScroll: true });
}

/** @param {(row: string) => void} onSend */
export function openList(frame, list, onSend) {
  openSheet(frame, { class: "wa-list", label: list.button }, (close) => {
    const send = el("button", { type: "submit", class: "wa-send", disabled: true }, t("send"));
    const form = el(
      "form",
      { on: { change: () => { send.disabled = false; } } },
      el("header", {}, iconButton("close", t("close"), close), el("h2", {}, list.button)),
      el("div", { class: "wa-rows" }, list.sections.map(section)),
      el("footer", {}, send),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const chosen = new FormData(form).get("row");
      close();
      onSend(chosen);
    });
    return form;
  });
}

function section({ title, rows }) {
  return [
    title && el("h3", {}, title),
    rows.map((row) =>
      el(
        "label",
        { class: "wa-row" },
        el("span", {}, el("strong", {}, row.title), row.description && el("small", {}, row.description)),
        el("input", { type: "radio", name: "row", value: row.id }),
      ),
    ),
  ];
}
