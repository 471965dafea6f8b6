// The list of API calls of the bot: newest first, with its result and how long it took.

import { el, replaceChildren } from "./dom.js";
import { t, timeOfDay } from "./i18n.js";
import { remember, remembered } from "./memory.js";

const SHOWN = 120;

export class CallList {
  constructor(store) {
    this.store = store;
    this.onlyErrors = false;
    this.withPolling = remembered("polling", false);
    this.list = el("ol", { class: "calls", "aria-label": t("calls") });
    this.count = el("small", { class: "call-count" });
    this.element = el("div", { class: "call-panel" }, this.filters(), this.list);
    this.show();
    // Thousands of calls in a burst are drawn once a frame, not once each.
    store.on("call", () => this.later());
    store.on("loaded", () => this.later());
  }

  filters() {
    return el(
      "div",
      { class: "filters" },
      this.filter("only-errors", this.onlyErrors, (on) => (this.onlyErrors = on)),
      this.filter("with-polling", this.withPolling, (on) => remember("polling", (this.withPolling = on))),
      this.count,
    );
  }

  filter(name, checked, set) {
    const box = el("input", { type: "checkbox", checked, data: { tool: name } });
    box.addEventListener("change", () => {
      set(box.checked);
      this.show();
    });
    return el("label", { class: "check" }, box, t(name));
  }

  later() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = null;
      this.show();
    });
  }

  show() {
    const found = this.store.calls.filter(
      (call) => (this.withPolling || call.method !== "getUpdates") && (!this.onlyErrors || !call.ok),
    );
    this.count.textContent = t("call-count", { n: found.length });
    const rows = found.slice(-SHOWN).reverse();
    replaceChildren(this.list, rows.length > 0 ? rows.map((call) => this.row(call)) : el("li", { class: "empty" }, t("no-calls")));
  }

  row(call) {
    const person = this.store.people.get(call.person);
    const result = call.ok ? t("call-ok") : String(call.error_code ?? t("call-dropped"));
    return el(
      "li",
      { class: `call ${call.ok ? "ok" : "failed"}`, title: call.description ?? call.summary ?? "" },
      el("span", { class: "call-result" }, result),
      el("span", { class: "call-method" }, call.method),
      el("span", { class: "call-person" }, person?.name ?? ""),
      el("span", { class: "call-ms" }, call.duration_ms < 1 ? "<1 ms" : `${Math.round(call.duration_ms)} ms`),
      el("span", { class: "call-summary" }, call.ok ? call.summary : call.description || call.summary),
      el("time", { class: "call-time" }, timeOfDay(call.at)),
    );
  }
}
