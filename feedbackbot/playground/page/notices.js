// What a phone shows over its chat: short notices that fade, and sheets that wait for a decision.

import { el } from "./dom.js";
import { t } from "./i18n.js";

const NOTICE_MS = 4500;

export class Notices {
  constructor() {
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.sheets = el("div", { class: "sheets" });
  }

  /** A short notice, as Telegram shows the answer to a tap. */
  toast(text) {
    const node = el("div", { class: "toast", dir: "auto" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), NOTICE_MS);
  }

  /**
   * A sheet over the chat.
   * @param {{text: string, ok: string, cancel?: string}} sheet
   * @returns {Promise<boolean>} whether it was agreed to
   */
  ask({ text, ok, cancel }) {
    const before = document.activeElement;
    return new Promise((resolve) => {
      const close = (answer) => {
        node.remove();
        if (before?.isConnected) before.focus({ preventScroll: true });
        resolve(answer);
      };
      const agree = el("button", { type: "button", class: "primary", on: { click: () => close(true) } }, ok);
      const refuse = cancel && el("button", { type: "button", class: "plain", on: { click: () => close(false) } }, cancel);
      const node = el(
        "div",
        { class: "sheet", role: "alertdialog", "aria-label": text, on: { keydown: (e) => e.key === "Escape" && close(false) } },
        el("div", { class: "sheet-card" }, el("p", { dir: "auto" }, text), el("footer", {}, refuse, agree)),
      );
      this.sheets.append(node);
      // A notice on one phone must not take the keyboard away from somebody writing on another.
      if (before === document.body || this.sheets.parentElement.contains(before)) agree.focus({ preventScroll: true });
    });
  }

  alert(text) {
    return this.ask({ text, ok: t("ok") });
  }
}
