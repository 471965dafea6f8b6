// A form of the other app: its screens one after the other, filled in on the phone and sent in one message.

import { el, replaceChildren } from "../dom.js";
import { t } from "../i18n.js";
import { iconButton } from "../icons.js";
import { fieldOf } from "./fields.js";
import { openSheet } from "./sheet.js";

const BINDING = /^\$\{([A-Za-z0-9_.]+)\}$/;

/** The components of a screen, those within forms too, in order. */
export function componentsOf(children) {
  return children.flatMap((child) => [child, ...componentsOf(child.children ?? [])]);
}

/** A value of the form's JSON with its binding replaced. */
export function bound(value, scope) {
  const path = typeof value === "string" ? BINDING.exec(value)?.[1] : null;
  return path ? path.split(".").reduce((found, part) => found?.[part], scope) : value;
}

/** @param {(answers: object) => void} onSend  gets `{screen: {field: value}}` */
export function openForm(frame, form, onSend) {
  openSheet(frame, { class: "wa-form", label: form.name }, (close) => new Filling(form, close, onSend).element);
}

class Filling {
  constructor(form, close, onSend) {
    Object.assign(this, { form, close, onSend });
    this.screens = Object.fromEntries(form.content.screens.map((screen) => [screen.id, screen]));
    this.seen = {};
    this.path = [];
    this.element = el("div", { class: "wa-screens" });
    this.show(form.screen ?? form.content.screens[0].id, form.data);
  }

  show(id, data) {
    this.path.push(id);
    this.seen[id] = { data, form: this.seen[id]?.form ?? {} };
    const screen = this.screens[id];
    const scope = { ...this.seen[id], screen: this.seen };
    const parts = componentsOf(screen.layout.children);
    const footer = parts.find((part) => part.type === "Footer");
    const fields = parts.filter((part) => part.type !== "Footer" && part.type !== "Form" && bound(part.visible ?? true, scope));
    const node = el(
      "form",
      { on: { submit: (event) => this.next(event, id, footer) } },
      el("header", {}, this.backButton(), el("h2", {}, screen.title)),
      el("div", { class: "wa-fields" }, fields.map((part) => fieldOf(part, scope, bound))),
      el("footer", {}, footer && el("button", { type: "submit", class: "wa-send" }, bound(footer.label, scope)), el("small", {}, t("wa-form-kept"))),
    );
    replaceChildren(this.element, node);
    node.querySelector("input, textarea")?.focus({ preventScroll: true });
  }

  backButton() {
    if (this.path.length < 2) return iconButton("close", t("close"), this.close);
    return iconButton("reply", t("wa-back"), () => {
      this.path.pop();
      const before = this.path.pop();
      this.show(before, this.seen[before].data);
    });
  }

  next(event, id, footer) {
    event.preventDefault();
    this.seen[id].form = read(event.target);
    const action = footer["on-click-action"];
    if (action.name === "complete") {
      this.close();
      this.onSend(Object.fromEntries(this.path.map((screen) => [screen, this.seen[screen].form])));
      return;
    }
    const scope = { ...this.seen[id], screen: this.seen };
    const payload = Object.entries(action.payload ?? {}).map(([name, value]) => [name, bound(value, scope)]);
    this.show(action.next.name, Object.fromEntries(payload));
  }
}

function read(form) {
  const values = {};
  for (const field of form.querySelectorAll("[data-field]")) {
    const { field: name, kind } = field.dataset;
    const chosen = [...field.querySelectorAll("input:checked")].map((input) => input.value);
    if (kind === "several") values[name] = chosen;
    else if (kind === "agreed") values[name] = chosen.length > 0;
    else if (kind === "one") values[name] = chosen[0] ?? "";
    else values[name] = field.querySelector("input, textarea, select").value;
  }
  return values;
}
