// A phone with the other app: green head, ticks, list sheets, form screens.

import { askOtherContact } from "../contacts.js";
import { askForm, enlarge, field } from "../dialogs.js";
import { el } from "../dom.js";
import { copyText } from "../clipboard.js";
import { t } from "../i18n.js";
import { iconButton } from "../icons.js";
import { isHarmless } from "../links.js";
import { roleOf, avatar } from "../people.js";
import { Phone } from "../phone.js";
import { openMenu } from "../popover.js";
import { waApi } from "./api.js";
import { sendPlace } from "./attach.js";
import { waBubble } from "./bubble.js";
import { WaComposer } from "./composer.js";
import { openForm } from "./form.js";
import { openList } from "./sheet.js";

const NAME = "Lhokseumawe";

export class WaPhone extends Phone {
  makeComposer() {
    return new WaComposer(this);
  }

  markRead() {
    return waApi.act(this.id, "read");
  }

  owner() {
    const { person } = this;
    return el(
      "header",
      { class: "phone-owner" },
      avatar(person),
      el("div", { class: "owner-name" }, el("strong", {}, person.name), el("small", {}, t(`role-${roleOf(person)}`)), el("small", { class: "wa-mark", title: "WhatsApp" }, "WA")),
      this.unread,
      iconButton("qr", t("wa-open-link"), () => this.openLink()),
      iconButton("more", t("phone-menu"), (event) => this.openMenu(event.currentTarget), { "aria-haspopup": "menu" }),
      iconButton("close", t("close-phone", { name: person.name }), this.onClose),
    );
  }

  head() {
    const mark = el("span", { class: "bot-mark", "aria-hidden": "true" });
    return el("div", { class: "chat-head" }, mark, el("div", { class: "bot-name" }, el("strong", {}, NAME), this.status));
  }

  showHead() {
    super.showHead();
    this.element.classList.add("wa-phone");
    this.status.textContent = this.store.isTyping(this.id) ? t("is-typing") : t("wa-business");
  }

  openMenu(anchor) {
    const { blocked, deactivated, hidden, offline, marketing } = this.person;
    const doing = (verb) => () => this.attempt(() => waApi.act(this.id, verb));
    openMenu(anchor, [
      { icon: "contact", label: t("share-own"), onChoose: () => this.attempt(() => waApi.contact(this.id, { own: true })) },
      { icon: "people", label: t("share-other"), onChoose: () => this.shareOther() },
      { icon: "search", label: t(hidden ? "wa-unhide" : "wa-hide"), onChoose: doing(hidden ? "unhide" : "hide") },
      { icon: "phone", label: t("wa-new-number"), onChoose: () => this.takeNumber() },
      { icon: "reset", label: t("wa-new-id"), onChoose: doing("user_id") },
      { icon: "alarm", label: t(marketing ? "wa-stop" : "wa-resume"), onChoose: doing(marketing ? "stop" : "resume") },
      { icon: "clock", label: t(offline ? "wa-on" : "wa-off"), onChoose: doing(offline ? "on" : "off") },
      blocked
        ? { icon: "check", label: t("unblock"), onChoose: doing("unblock") }
        : { icon: "block", label: t("block"), danger: true, onChoose: doing("block") },
      !deactivated && { icon: "close", label: t("delete-account"), danger: true, onChoose: doing("deactivate") },
    ]);
  }

  async takeNumber() {
    const answer = await askForm({ title: t("wa-new-number"), submit: t("ok"), content: [field("phone", t("phone"), { type: "tel", required: true })] });
    if (answer) await this.attempt(() => waApi.act(this.id, "number", { phone: answer.get("phone") }));
  }

  /** A wa.me link opens the chat with its text already written; it is sent by a tap, and can be changed before. */
  async openLink() {
    const answer = await askForm({ title: t("wa-open-link"), hint: t("wa-open-link-hint"), submit: t("open-link"), content: [field("text", t("wa-link-text"), { required: true, value: "mulai u_disdukcapil_loket-1" })] });
    if (answer) this.composer.put(textOf(answer.get("text")));
  }

  async shareOther() {
    const contact = await askOtherContact();
    if (contact) await this.attempt(() => waApi.contact(this.id, contact));
  }

  sendText(text, target) {
    return this.attempt(() => waApi.text(this.id, text, target?.message.message_id));
  }

  bubbleActions() {
    return {
      bubble: waBubble,
      emptyText: t("wa-empty-chat"),
      onPress: (message, button) => this.press(message, button),
      onList: (message) => openList(this.frameNode, message.list, (row) => this.attempt(() => waApi.tap(this.id, message.message_id, row))),
      onMenu: (anchor, message) => this.openMessageMenu(anchor, message),
      onPhoto: enlarge,
      onRead: () => this.read(),
    };
  }

  press(message, button) {
    if (button.type === "url") {
      if (isHarmless(button.url)) window.open(button.url, "_blank", "noopener");
      else this.notices.toast(t("odd-link", { url: button.url }));
    } else if (button.type === "flow") {
      openForm(this.frameNode, message.flow, (answers) => this.attempt(() => waApi.form(this.id, message.message_id, answers)));
    } else if (button.type === "location") {
      sendPlace(this.id, this.attempt);
    } else {
      this.attempt(() => waApi.tap(this.id, message.message_id, button.id));
    }
  }

  openMessageMenu(anchor, message) {
    const react = (emoji) => ({ icon: "sticker", label: emoji, onChoose: () => this.attempt(() => waApi.act(this.id, "react", { message_id: message.message_id, emoji })) });
    openMenu(anchor, [
      { icon: "reply", label: t("reply"), onChoose: () => this.composer.aim({ verb: "reply", message }) },
      react("👍"),
      react("🙏"),
      { icon: "copy", label: t("copy"), onChoose: () => copyText(message.text ?? "", this.notices) },
    ]);
  }
}

/** The text of a whole link, or what was typed. */
function textOf(typed) {
  return URL.canParse(typed) ? (new URL(typed).searchParams.get("text") ?? typed) : typed;
}
