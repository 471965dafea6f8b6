// The people: their roles and colours, the bar that opens their phones, the form that adds one.

import { api } from "./api.js";
import { askForm, choice, field } from "./dialogs.js";
import { el, replaceChildren } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { waApi } from "./whatsapp/api.js";
import { moveByArrows, openPopover } from "./popover.js";

const ROLES = ["citizen", "employee", "admin"];
const CROWD = 9;
const ONE_ROW = 6;

/** Made on the first visit where the server knows nobody yet. */
export const PRESETS = [
  { id: 100000001, name: "Ani", phone: "+6281260000001", language_code: "id", role_hint: "citizen" },
  { id: 100000002, name: "Budi", phone: "+6281260000002", language_code: "id", role_hint: "employee" },
  { id: 100000003, name: "Cut", phone: "+6281260000003", language_code: "id", role_hint: "admin" },
];

export function roleOf(person) {
  return ROLES.includes(person.role_hint) ? person.role_hint : "guest";
}

export function avatar(person) {
  return el("span", { class: `avatar role-${roleOf(person)}`, "aria-hidden": "true" }, [...person.name][0] ?? "?");
}

/** The people whose phones lie open when nobody chose: one of each role, or the first three. */
export function defaultOpen(people) {
  const of = (app) => ROLES.map((role) => people.find((one) => one.role_hint === role && (one.app === "whatsapp") === app)).filter(Boolean);
  const [first, ...rest] = of(false);
  const one = [first, ...of(true).slice(0, 1), ...rest].filter(Boolean);
  const others = people.filter((person) => !one.includes(person));
  return [...one, ...others].slice(0, 3).map((person) => person.id);
}

export class PeopleBar {
  /** @param {{store: object, attempt: Function, isOpen: (id: number) => boolean, onChoose: (id: number) => void}} setup */
  constructor({ store, attempt, isOpen, onChoose }) {
    Object.assign(this, { store, attempt, isOpen, onChoose });
    this.chips = new Map();
    this.more = el("button", { type: "button", class: "chip more", on: { click: () => this.openAll(this.more) } });
    const label = { "aria-label": t("add-person"), title: t("add-person") };
    const add = el(
      "button",
      { type: "button", class: "chip add", ...label, on: { click: () => this.add() } },
      icon("add"),
      el("span", {}, t("add")),
    );
    this.row = el("div", { class: "chips" });
    this.element = el("nav", { class: "people-bar", "aria-label": t("people") }, this.row, this.more, add);
  }

  /** A broadcast to thousands changes the bar once a frame, not once a message. */
  later() {
    this.waiting ??= requestAnimationFrame(() => {
      this.waiting = null;
      this.show();
    });
  }

  /** Chips are kept and only changed: one put anew between press and release would swallow the click. */
  show() {
    const people = [...this.store.people.values()];
    const open = people.filter((person) => this.isOpen(person.id));
    // Of a crowd only those with a role stand in the bar; the others are found by name.
    const crowd = people.length > CROWD;
    const closed = people.filter((person) => !this.isOpen(person.id) && (!crowd || person.role_hint));
    const wanted = [...open, ...closed.slice(0, Math.max(0, CROWD - open.length))].map((person) => person.id);
    const shown = people.filter((person) => wanted.includes(person.id));
    for (const [id, chip] of this.chips) {
      if (wanted.includes(id)) continue;
      chip.remove();
      this.chips.delete(id);
    }
    shown.forEach((person, place) => {
      const chip = this.chipOf(person);
      if (this.row.children[place] !== chip) this.row.insertBefore(chip, this.row.children[place]);
      this.dress(chip, person);
    });
    this.element.classList.toggle("wide", shown.length > ONE_ROW);
    this.more.hidden = people.length === shown.length;
    this.more.textContent = t("more-people", { n: people.length - shown.length });
  }

  chipOf(person) {
    const known = this.chips.get(person.id);
    if (known) return known;
    const chip = el(
      "button",
      {
        type: "button",
        class: "chip",
        data: { person: person.id },
        title: t(`role-${roleOf(person)}`),
        on: { click: () => this.onChoose(person.id) },
      },
      avatar(person),
      el("span", { class: "chip-name" }, person.name),
      person.app === "whatsapp" && el("span", { class: "chip-app", title: "WhatsApp" }, "WA"),
      el("span", { class: "unread" }),
    );
    this.chips.set(person.id, chip);
    return chip;
  }

  dress(chip, person) {
    chip.classList.toggle("active", this.store.active === person.id);
    chip.setAttribute("aria-pressed", String(this.isOpen(person.id)));
    chip.lastChild.hidden = !person.unread;
    chip.lastChild.textContent = person.unread;
    chip.lastChild.setAttribute("aria-label", t("unread", { n: person.unread }));
  }

  /** Everybody, to be searched by name: a replay brings dozens. */
  openAll(anchor) {
    const list = el("div", { class: "menu" });
    const search = el("input", { type: "search", placeholder: t("search-name"), "aria-label": t("search-name") });
    const box = el("div", { class: "all-people", on: { keydown: moveByArrows } }, search, list);
    const close = openPopover(anchor, box);
    const choose = (id) => () => {
      close();
      this.onChoose(id);
    };
    const fill = () => {
      const wanted = search.value.trim().toLowerCase();
      const found = [...this.store.people.values()].filter((person) => person.name.toLowerCase().includes(wanted));
      const button = (person) => ({ type: "button", on: { click: choose(person.id) } });
      replaceChildren(list, found.map((person) => el("button", button(person), avatar(person), person.name)));
    };
    search.addEventListener("input", fill);
    fill();
    search.focus();
  }

  async add() {
    const answer = await askForm({
      title: t("add-person"),
      hint: t("add-person-hint"),
      submit: t("add"),
      content: [
        field("name", t("name"), { required: true, maxlength: 64 }),
        choice("app", t("wa-app"), [["telegram", "Telegram"], ["whatsapp", "WhatsApp"]]),
        choice("role_hint", t("role"), ROLES.map((role) => [role, t(`role-${role}`)])),
        field("username", t("username"), { placeholder: t("optional"), pattern: "[A-Za-z][A-Za-z0-9_]{3,31}" }),
        field("phone", t("phone"), { type: "tel", placeholder: t("optional") }),
        choice("language_code", t("app-language"), [["id", "Indonesia"], ["en", "English"]]),
      ],
    });
    if (!answer) return;
    const profile = Object.fromEntries([...answer].filter(([, value]) => value));
    const { app, ...rest } = profile;
    const person = await this.attempt(() => (app === "whatsapp" ? waApi : api).addPerson(rest));
    if (!person) return;
    this.store.putPerson(person);
    this.onChoose(person.id);
  }
}
