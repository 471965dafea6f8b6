// Dialogs over the whole page: a form with fields, a question, a picture enlarged.

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { iconButton } from "./icons.js";

function show(dialog) {
  document.body.append(dialog);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.showModal();
}

/**
 * Ask for some values.
 * @param {{title: string, hint?: string, submit: string, content: (Node|null)[], danger?: boolean}} form
 * @returns {Promise<FormData | null>} null when it was closed without an answer
 */
export function askForm({ title, hint, submit, content = [], danger = false }) {
  return new Promise((resolve) => {
    let answer = null;
    const dialog = el("dialog", { class: "dialog", "aria-label": title });
    const form = el(
      "form",
      { method: "dialog" },
      el("header", {}, el("h2", {}, title), iconButton("close", t("close"), () => dialog.close())),
      hint && el("p", { class: "hint" }, hint),
      content,
      el(
        "footer",
        {},
        el("button", { type: "button", class: "plain", on: { click: () => dialog.close() } }, t("cancel")),
        el("button", { type: "submit", class: danger ? "primary danger" : "primary" }, submit),
      ),
    );
    form.addEventListener("submit", () => {
      answer = new FormData(form);
    });
    dialog.append(form);
    dialog.addEventListener("close", () => resolve(answer));
    show(dialog);
    (form.querySelector("input, select, textarea") ?? form.querySelector("[type=submit]")).focus();
  });
}

/** A labelled text field of a form. */
export function field(name, label, props = {}) {
  return el("label", { class: "field" }, el("span", {}, label), el("input", { name, autocomplete: "off", ...props }));
}

/** @param {[string, string][]} options  value and what is read */
export function choice(name, label, options) {
  return el(
    "label",
    { class: "field" },
    el("span", {}, label),
    el("select", { name }, options.map(([value, shown]) => el("option", { value }, shown))),
  );
}

export function enlarge(url, caption) {
  const dialog = el(
    "dialog",
    { class: "lightbox", "aria-label": caption || t("kind-photo") },
    iconButton("close", t("close"), () => dialog.close()),
    el("img", { src: url, alt: caption || t("kind-photo"), on: { click: () => dialog.close() } }),
    caption && el("p", {}, caption),
  );
  show(dialog);
}
