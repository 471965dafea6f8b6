// The bottom of a phone: attach, write, send; a reply keyboard, or the button of a chat that is not open.

import { api } from "./api.js";
import { openAttachMenu, sendFiles } from "./attach.js";
import { CommandList } from "./commands.js";
import { el, replaceChildren } from "./dom.js";
import { t } from "./i18n.js";
import { icon, iconButton } from "./icons.js";
import { replyKeyboard } from "./keyboard.js";

export class Composer {
  /** @param {object} phone  gives `id`, `store`, `attempt`, `shareContact`, `shareLocation` */
  constructor(phone) {
    this.phone = phone;
    this.target = null;
    this.input = el("textarea", {
      class: "compose-input", rows: 1, role: "combobox", "aria-autocomplete": "list",
      "aria-label": t("write-as", { name: phone.person.name }), placeholder: t("write"), dir: "auto",
      on: { input: () => this.changed(), keydown: (event) => this.key(event), paste: (event) => this.pasted(event) },
    });
    this.input.value = phone.store.drafts.get(phone.id) ?? "";
    this.commandList = new CommandList({
      input: this.input,
      commands: () => this.commands(),
      onChoose: (text) => {
        this.put("");
        phone.sendText(text);
      },
    });
    this.targetBar = el("div", { class: "compose-target", hidden: true });
    this.keyboardArea = el("div", { class: "keyboard-area" });
    this.keyboardButton = iconButton("keyboard", t("reply-keyboard"), () => this.fold(!this.keyboardArea.hidden), { class: "toggle-keyboard" });
    this.element = el("div", { class: "composer" });
    this.show();
  }

  show() {
    const { blocked, started, deactivated } = this.phone.person;
    if (deactivated) replaceChildren(this.element, el("p", { class: "gate" }, t("account-gone")));
    else if (blocked) replaceChildren(this.element, this.gate(t("you-blocked"), t("unblock"), () => api.unblock(this.phone.id)));
    else if (!started) replaceChildren(this.element, this.gate("", t("start"), () => api.start(this.phone.id)));
    else this.showInput();
  }

  commands() {
    return this.phone.person.commands ?? [];
  }

  gate(text, label, act) {
    return el(
      "div",
      { class: "gate" },
      text && el("p", {}, text),
      el("button", { type: "button", class: "primary wide", on: { click: () => this.phone.attempt(act) } }, label),
    );
  }

  showInput() {
    if (!this.element.contains(this.input)) {
      replaceChildren(
        this.element,
        this.commandList.element,
        this.targetBar,
        el(
          "div",
          { class: "compose-row" },
          iconButton("attach", t("attach"), (event) => this.attach(event.currentTarget), { "aria-haspopup": "menu" }),
          this.button("icon-button slash", t("commands"), () => this.slash(), "/"),
          this.input,
          this.keyboardButton,
          this.button("send", t("send"), () => this.send(), icon("send")),
        ),
        this.keyboardArea,
      );
    }
    this.showKeyboard();
    this.grow();
  }

  button(className, label, act, face) {
    const props = { type: "button", class: className, "aria-label": label, title: label };
    return el("button", { ...props, on: { click: act } }, face);
  }

  attach(anchor) {
    openAttachMenu(anchor, this.phone.id, this.phone.attempt);
  }

  slash() {
    this.commandList.toggle();
    this.input.focus();
  }

  showKeyboard() {
    const keyboard = this.phone.store.keyboards.get(this.phone.id) ?? null;
    if (keyboard === this.shownKeyboard) return;
    this.shownKeyboard = keyboard;
    this.input.placeholder = keyboard?.placeholder || t("write");
    this.keyboardButton.hidden = !keyboard;
    replaceChildren(this.keyboardArea, keyboard && replyKeyboard(keyboard, this.keyboardActions()));
    this.fold(false);
  }

  keyboardActions() {
    return {
      onText: (text) => this.phone.sendText(text),
      onContact: () => this.phone.shareContact(),
      onLocation: () => this.phone.shareLocation(),
    };
  }

  fold(folded) {
    this.keyboardArea.hidden = folded;
    this.keyboardButton.setAttribute("aria-pressed", String(!folded));
  }

  changed() {
    this.phone.store.drafts.set(this.phone.id, this.input.value);
    this.grow();
    this.commandList.suggest();
  }

  /** As tall as its text; a phone that is not shown has no height to measure. */
  grow() {
    if (!this.input.checkVisibility()) return;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
  }

  put(text) {
    this.input.value = text;
    this.changed();
  }

  key(event) {
    if (event.isComposing || this.commandList.take(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.target) {
      this.aim(null);
    }
  }

  pasted(event) {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    const kind = files.every((file) => file.type.startsWith("image/")) ? "photo" : "document";
    sendFiles(this.phone.id, kind, files, this.phone.attempt);
  }

  /** Answer or change a message: the next text goes there. `null` goes back to plain writing. */
  aim(target) {
    this.target = target;
    this.targetBar.hidden = !target;
    if (!target) {
      this.put("");
      return;
    }
    replaceChildren(
      this.targetBar,
      icon(target.verb),
      el("span", {}, target.message.text || target.message.caption || t(`kind-${target.message.kind}`)),
      iconButton("close", t("cancel"), () => this.aim(null)),
    );
    if (target.verb === "edit") this.put(target.message.text);
    this.input.focus();
  }

  async send() {
    const text = this.input.value;
    if (!text.trim()) return;
    const target = this.target;
    this.commandList.close();
    this.aim(null);
    const sent = await this.phone.sendText(text, target);
    if (!sent && !this.input.value) this.put(text);
  }
}
