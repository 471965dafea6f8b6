// The list of a person's commands over the composer: opened by the "/" button or by typing "/".

import { el, replaceChildren } from "./dom.js";
import { t } from "./i18n.js";

let lists = 0;

export class CommandList {
  /** @param {{input: HTMLTextAreaElement, commands: () => {command: string, description: string}[], onChoose: (text: string) => void}} setup */
  constructor({ input, commands, onChoose }) {
    this.input = input;
    this.commands = commands;
    this.onChoose = onChoose;
    this.id = `commands-${(lists += 1)}`;
    this.element = el("div", { class: "command-list", role: "listbox", id: this.id, "aria-label": t("commands"), hidden: true });
    input.setAttribute("aria-controls", this.id);
    this.close();
  }

  /** Show the commands that begin with what was typed; `/` alone shows all. */
  suggest() {
    const typed = /^\/(\S*)$/.exec(this.input.value);
    if (typed) this.open(typed[1].toLowerCase());
    else this.close();
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open("");
  }

  open(beginning) {
    this.found = this.commands().filter(({ command }) => command.startsWith(beginning));
    if (this.found.length === 0 && beginning) {
      this.close();
      return;
    }
    const rows = this.found.map((entry, index) => this.row(entry, index));
    replaceChildren(this.element, rows.length > 0 ? rows : el("p", { class: "empty" }, t("no-commands")));
    this.isOpen = true;
    this.element.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.mark(0);
  }

  close() {
    this.isOpen = false;
    this.found = [];
    this.element.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  row({ command, description }, index) {
    return el(
      "div",
      { role: "option", id: `${this.id}-${index}`, class: "command", on: { click: () => this.choose(index) } },
      el("strong", {}, `/${command}`),
      el("span", {}, description),
    );
  }

  mark(index) {
    const rows = [...this.element.querySelectorAll("[role=option]")];
    if (rows.length === 0) return;
    this.marked = (index + rows.length) % rows.length;
    rows.forEach((row, at) => row.setAttribute("aria-selected", String(at === this.marked)));
    rows[this.marked].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `${this.id}-${this.marked}`);
  }

  choose(index) {
    const { command } = this.found[index];
    this.close();
    this.onChoose(`/${command}`);
  }

  /** @returns {boolean} whether the key was meant for the list */
  take(event) {
    if (!this.isOpen) return false;
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.mark(this.marked + 1);
    else if (event.key === "ArrowUp") this.mark(this.marked - 1);
    else if ((event.key === "Enter" || event.key === "Tab") && this.found.length > 0) this.choose(this.marked);
    else return false;
    event.preventDefault();
    return true;
  }
}
