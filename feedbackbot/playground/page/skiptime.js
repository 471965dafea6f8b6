// The shifted clock: what it shows and the buttons that skip ahead.

import { api } from "./api.js";
import { el, replaceChildren } from "./dom.js";
import { dayAndTime, t } from "./i18n.js";

const HOUR = 3600;
const DAY = 24 * HOUR;
const TICK_MS = 10_000;

/** Seconds to add so that a clock showing `now` (Unix seconds) shows 09.00 of the next day in a city `ahead` seconds of UTC. */
export function untilNineTomorrow(now, ahead) {
  const local = now + ahead;
  return (Math.floor(local / DAY) + 1) * DAY + 9 * HOUR - local;
}

export class SkipTime {
  constructor({ store, attempt }) {
    Object.assign(this, { store, attempt });
    this.face = el("output", { class: "clock-face" });
    this.shift = el("small", { class: "clock-shift" });
    this.element = el(
      "div",
      { class: "clock" },
      el("div", { class: "clock-line" }, this.face, this.shift),
      el(
        "div",
        { class: "clock-buttons" },
        this.button("plus-hour", () => HOUR),
        this.button("plus-day", () => DAY),
        this.button("to-nine", () => untilNineTomorrow(this.now(), this.store.zone.seconds)),
        el("button", { type: "button", class: "plain", data: { tool: "to-now" }, on: { click: () => this.set(0) } }, t("to-now")),
      ),
    );
    this.show();
    store.on("clock", () => this.show());
    store.on("loaded", () => this.show());
    setInterval(() => this.show(), TICK_MS);
  }

  get offset() {
    return this.store.clock.offset_seconds ?? 0;
  }

  now() {
    return Math.round(Date.now() / 1000) + this.offset;
  }

  set(seconds) {
    return this.attempt(() => api.clock(seconds));
  }

  button(name, seconds) {
    return el("button", { type: "button", class: "plain", data: { tool: name }, on: { click: () => this.set(this.offset + seconds()) } }, t(name));
  }

  show() {
    this.face.textContent = dayAndTime(this.now());
    const days = Math.floor(this.offset / DAY);
    const hours = Math.round((this.offset - days * DAY) / HOUR);
    replaceChildren(this.shift, this.offset === 0 ? t("clock-real") : t("clock-ahead", { days, hours }));
  }
}
