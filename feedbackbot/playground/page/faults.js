// The tools that break the line between the bot and this server, so that one can watch the bot cope.

import { api } from "./api.js";
import { el, replaceChildren } from "./dom.js";
import { t } from "./i18n.js";

/** Those that strike a share of the calls; the others are on or off. */
const SHARED = ["error_429", "error_5xx", "error_403", "drop_before", "drop_after"];
const SHARES = [1, 0.5, 0.2];
const RETRY_AFTER = [1, 3, 10, 30];
const LATENCIES = [0, 100, 500, 2000];
const LIMIT_PER_SECOND = 30;

/** Names of the faults that are in force, for the warning over the phones. */
export function activeFaults(faults) {
  const names = SHARED.filter((name) => faults[name]?.share > 0);
  if (faults.outage) names.push("outage");
  if (faults.latency_ms > 0) names.push("latency");
  return names;
}

export class FaultTools {
  /** @param {{store: object, attempt: (act: () => Promise<any>) => Promise<any>}} setup */
  constructor({ store, attempt }) {
    Object.assign(this, { store, attempt });
    this.share = 1;
    this.element = el("div", { class: "tools" });
    this.show();
    store.on("faults", () => this.show());
    store.on("loaded", () => this.show());
    store.on("active", () => this.show());
    store.on("person", ({ person }) => person === store.active && this.shownBlocked !== this.blocked && this.show());
  }

  get blocked() {
    return this.store.people.get(this.store.active)?.blocked;
  }

  /** @param {object} change  laid over the faults in force; the server always gets the whole */
  set(change) {
    return this.attempt(() => api.faults({ ...this.store.faults, ...change }));
  }

  show() {
    const focused = this.element.contains(document.activeElement) ? document.activeElement.dataset.tool : null;
    const { faults } = this.store;
    this.shownBlocked = this.blocked;
    replaceChildren(
      this.element,
      this.reach(),
      el("div", { class: "switches" },
        SHARED.map((name) => this.switch(name, faults[name]?.share > 0, (on) => this.strike(name, on))),
        this.switch("outage", faults.outage, (on) => this.set({ outage: on })),
        this.switch("limit", faults.limit_per_second, (on) =>
          this.set({ limit_per_second: on ? LIMIT_PER_SECOND : null })),
        this.blockSwitch()),
      this.mendButton(activeFaults(faults).length > 0 || faults.limit_per_second),
    );
    if (focused) this.element.querySelector(`[data-tool="${focused}"]`)?.focus();
  }

  strike(name, on) {
    const share = on ? this.share : 0;
    return this.set({ [name]: { ...this.store.faults[name], share } });
  }

  mendButton(broken) {
    const props = { type: "button", class: "plain wide", data: { tool: "mend" }, disabled: !broken };
    return el("button", { ...props, on: { click: () => this.attempt(() => api.faults({})) } }, t("mend-all"));
  }

  /** How often, how long, for whom. */
  reach() {
    const { store } = this;
    const { faults } = store;
    const active = store.people.get(store.active);
    const only = faults.only_people?.[0] ?? "";
    const people = [["", t("everyone")], ...(active ? [[active.id, t("only-person", { name: active.name })]] : [])];
    if (only && !people.some(([id]) => id === only)) {
      people.push([only, t("only-person", { name: store.people.get(only)?.name ?? only })]);
    }
    return el(
      "div",
      { class: "reach" },
      this.select("share", SHARES.map((share) => [share, t(`share-${share * 100}`)]), this.share, (value) =>
        this.spread(Number(value))),
      this.select("people", people, only, (value) => this.set({ only_people: value ? [Number(value)] : null })),
      this.select("retry", RETRY_AFTER.map((n) => [n, t("seconds", { n })]), faults.error_429?.retry_after ?? 3, (value) =>
        this.set({ error_429: { share: 0, ...faults.error_429, retry_after: Number(value) } })),
      this.select("latency", LATENCIES.map((n) => [n, n === 0 ? t("none") : `${n} ms`]), faults.latency_ms ?? 0, (value) =>
        this.set({ latency_ms: Number(value) })),
    );
  }

  /** A new share holds for what is on already, too. */
  spread(share) {
    this.share = share;
    const { faults } = this.store;
    const change = SHARED.filter((name) => faults[name]?.share > 0).map((name) => [name, { ...faults[name], share }]);
    if (change.length > 0) this.set(Object.fromEntries(change));
  }

  select(name, options, chosen, onChoose) {
    const known = options.some(([value]) => String(value) === String(chosen));
    const shown = known ? options : [...options, [chosen, String(chosen)]];
    return el(
      "label",
      { class: "field" },
      el("span", {}, t(`tool-${name}`)),
      el("select", { data: { tool: `select-${name}` }, on: { change: (event) => onChoose(event.target.value) } },
        shown.map(([value, text]) => el("option", { value, selected: String(value) === String(chosen) }, text))),
    );
  }

  switch(name, on, onChange) {
    return el(
      "button",
      {
        type: "button",
        role: "switch",
        class: "switch",
        "aria-checked": String(Boolean(on)),
        data: { tool: name },
        title: t(`fault-${name}-hint`),
        on: { click: () => onChange(!on) },
      },
      el("span", { class: "switch-track", "aria-hidden": "true" }),
      el("span", {}, t(`fault-${name}`)),
    );
  }

  blockSwitch() {
    const active = this.store.people.get(this.store.active);
    if (!active) return null;
    const act = () => this.attempt(() => (active.blocked ? api.unblock(active.id) : api.block(active.id)));
    const node = this.switch("block", active.blocked, act);
    node.lastChild.textContent = t("blocks-bot", { name: active.name });
    return node;
  }
}
