// The panel's part about the other app: the window of the phone in hand, the meter, the approver of templates.

import { el, replaceChildren } from "../dom.js";
import { language, t } from "../i18n.js";
import { waApi } from "./api.js";

const DAY = 24 * 3600;
const TICK_MS = 1000;

/** The sections, hidden while nobody has the other app. */
export function waSections({ store, attempt }, section) {
  const sections = [
    section("wa-window", "clock", new WindowClock(store).element),
    section("wa-costs", "list", new Meter(store).element),
    section("wa-templates", "check", new Approver(store, attempt).element),
    section("wa-faults", "alarm", new WaFaults(store, attempt).element),
  ];
  const show = () => {
    const somebody = [...store.people.values()].some((person) => person.app === "whatsapp");
    for (const node of sections) node.hidden = !somebody;
  };
  store.on("loaded", show);
  store.on("person", show);
  show();
  return sections;
}

class WindowClock {
  constructor(store) {
    this.store = store;
    this.face = el("output", { class: "clock-face" });
    this.note = el("small", { class: "wa-whose" });
    this.bar = el("progress", { class: "wa-window", max: DAY, value: 0 });
    this.element = el("div", {}, el("div", { class: "clock-line" }, this.face, this.note), this.bar);
    for (const kind of ["active", "person", "clock", "loaded"]) store.on(kind, () => this.show());
    setInterval(() => this.show(), TICK_MS);
    this.show();
  }

  show() {
    const person = this.store.people.get(this.store.active);
    const mine = person?.app === "whatsapp" ? person : [...this.store.people.values()].find((one) => one.app === "whatsapp");
    const now = Date.now() / 1000 + (this.store.clock.offset_seconds ?? 0);
    const left = mine?.heard_at ? Math.max(0, Math.round(mine.heard_at + DAY - now)) : 0;
    this.bar.value = left;
    this.face.textContent = left > 0 ? span(left) : t("wa-window-shut");
    this.face.classList.toggle("wa-shut", left === 0);
    this.note.textContent = mine ? t("wa-window-of", { name: mine.name }) : "";
  }
}

function span(seconds) {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

class Meter {
  constructor(store) {
    this.store = store;
    this.element = el("div", { class: "wa-meter" });
    store.on("account", () => this.show());
    store.on("loaded", () => this.show());
    this.show();
  }

  show() {
    const { costs, settings, templated } = this.store.account ?? {};
    if (!costs) return;
    const money = (value, currency, digits) =>
      new Intl.NumberFormat(language() === "id" ? "id-ID" : "en-GB", { style: "currency", currency, maximumFractionDigits: digits }).format(value);
    const lines = Object.entries(costs.billed).map(([name, count]) => el("li", {}, t("wa-billed", { n: count, category: t(`wa-category-${name.toUpperCase()}`) })));
    replaceChildren(
      this.element,
      el("strong", { class: "clock-face", data: { tool: "wa-idr" } }, money(costs.idr, "IDR", 0)),
      el("small", {}, money(costs.usd, "USD", 4)),
      el("ul", {}, lines, costs.free > 0 && el("li", {}, t("wa-free", { n: costs.free })), el("li", {}, t("wa-portfolio", { n: templated, most: settings.portfolio_limit }))),
    );
  }
}

class Approver {
  constructor(store, attempt) {
    Object.assign(this, { store, attempt });
    this.element = el("div", { class: "wa-approver" });
    store.on("account", () => this.show());
    store.on("loaded", () => this.show());
    this.show();
  }

  /** Rebuilt only when the catalogue changed: a button put anew between press and release would swallow the click. */
  show() {
    const templates = this.store.account?.templates ?? [];
    const shown = JSON.stringify(templates.map(({ id, status, category }) => [id, status, category]));
    if (shown === this.shown) return;
    this.shown = shown;
    replaceChildren(this.element, templates.length > 0 ? el("ul", {}, templates.map((one) => this.row(one))) : el("p", { class: "hint" }, t("wa-no-templates")));
  }

  row(template) {
    const { id, name, language: code, status, category } = template;
    const decide = (label, decision) =>
      el("button", { type: "button", class: "plain", on: { click: () => this.attempt(() => waApi.decide(id, decision)) } }, t(label));
    const other = category === "UTILITY" ? "MARKETING" : "UTILITY";
    return el(
      "li",
      { data: { template: name, status } },
      el("div", {}, el("strong", {}, name), el("small", {}, ` ${code} · ${t(`wa-category-${category}`)}`), el("span", { class: `wa-status ${status.toLowerCase()}` }, t(`wa-status-${status}`))),
      el(
        "div",
        { class: "wa-decisions" },
        status !== "APPROVED" && decide("wa-approve", { decision: "approve" }),
        status === "PENDING" && decide("wa-reject", { decision: "reject" }),
        status === "APPROVED" && decide("wa-pause", { decision: "pause" }),
        decide(`wa-as-${other}`, { category: other }),
      ),
    );
  }
}

const CODES = [131047, 131026, 131049, 131056, 130429, 131016, 131042, 132015];

class WaFaults {
  constructor(store, attempt) {
    const later = el("select", { data: { tool: "wa-arrives" } }, ["response", "webhook"].map((one) => el("option", { value: one }, t(`wa-arrives-${one}`))));
    const code = el("select", { data: { tool: "wa-code" } }, el("option", { value: "" }, t("none")), CODES.map((one) => el("option", { value: one }, String(one))));
    const lost = el("input", { type: "checkbox", data: { tool: "wa-lost" } });
    const send = () => {
      const codes = code.value ? [{ code: Number(code.value), arrives: later.value }] : [];
      return attempt(() => waApi.faults({ codes, drop_after: lost.checked ? 1 : 0 }));
    };
    for (const input of [later, code, lost]) input.addEventListener("change", send);
    store.on("reset", () => Object.assign(code, { value: "" }));
    const labelled = (key, input) => el("label", { class: "field" }, el("span", {}, t(key)), input);
    this.element = el("div", { class: "reach" }, labelled("wa-fails-with", code), labelled("wa-arrives", later), el("label", { class: "wa-check" }, lost, t("fault-drop_after")));
  }
}
