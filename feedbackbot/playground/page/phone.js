// One phone: whose it is, its chat with the bot, and everything that person can do.

import { api, ServerRefusal } from "./api.js";
import { sendLocation } from "./attach.js";
import { ChatLog } from "./chatlog.js";
import { copyText } from "./clipboard.js";
import { Composer } from "./composer.js";
import { askOtherContact } from "./contacts.js";
import { enlarge } from "./dialogs.js";
import { el } from "./dom.js";
import { t } from "./i18n.js";
import { iconButton } from "./icons.js";
import { openDeepLink } from "./deeplink.js";
import { isHarmless, payloadOf } from "./links.js";
import { Notices } from "./notices.js";
import { avatar, roleOf } from "./people.js";
import { openMenu } from "./popover.js";

export class Phone {
  /** @param {{id: number, store: object, onClose: () => void, onActive: () => void}} setup */
  constructor({ id, store, onClose, onActive }) {
    Object.assign(this, { id, store, onClose });
    this.attempt = this.attempt.bind(this);
    this.notices = new Notices();
    this.log = new ChatLog(id, store, this.bubbleActions());
    this.unread = el("span", { class: "unread" });
    this.status = el("small", {});
    this.composer = this.makeComposer();
    this.element = el(
      "section",
      {
        class: `phone role-${roleOf(this.person)}`,
        data: { person: id },
        "aria-label": t("phone-of", { name: this.person.name }),
        on: { pointerdown: onActive, focusin: onActive },
      },
      this.owner(),
      this.frame(),
    );
    this.showHead();
    this.leave = this.listen();
  }

  makeComposer() {
    return new Composer(this);
  }

  markRead() {
    return api.read(this.id);
  }

  get person() {
    return this.store.people.get(this.id);
  }

  listen() {
    const mine = (act) => (detail) => {
      if (detail.person === this.id) act(detail);
    };
    const kinds = {
      message: mine(({ message, known }) => this.received(message, known)),
      deleted: mine(({ messageId }) => this.log.remove(messageId)),
      tap: mine((place) => this.log.showTap(place)),
      toast: mine((event) => this.toast(event)),
      chat_action: mine(() => this.showHead()),
      keyboard: mine(() => this.composer.showKeyboard()),
      person: mine(() => this.changed()),
      active: () => this.markActive(),
    };
    const leaving = Object.entries(kinds).map(([kind, act]) => this.store.on(kind, act));
    return () => leaving.forEach((leave) => leave());
  }

  close() {
    this.leave();
    this.element.remove();
  }

  received(message, known) {
    if (!known && message.from === "bot" && !this.isWatched()) this.log.markUnread();
    this.log.put(message);
    this.showHead();
    this.read();
  }

  isWatched() {
    return this.store.active === this.id && document.visibilityState === "visible" && this.log.isAtBottom();
  }

  /** What is looked at counts as read; a phone that lies beside the one in hand does not. */
  read() {
    if (!this.person?.unread || !this.isWatched()) return;
    this.store.putPerson({ id: this.id, unread: 0 });
    this.markRead().catch(() => {});
  }

  markActive() {
    const active = this.store.active === this.id;
    this.element.classList.toggle("active", active);
    if (active) {
      this.read();
      this.composer.grow();
    } else {
      this.log.clearUnread();
    }
  }

  changed() {
    this.showHead();
    this.composer.show();
    this.element.classList.toggle("blocked", Boolean(this.person.blocked || this.person.deactivated));
  }

  owner() {
    const { person } = this;
    const role = roleOf(person);
    return el(
      "header",
      { class: "phone-owner" },
      avatar(person),
      el("div", { class: "owner-name" }, el("strong", {}, person.name), el("small", {}, t(`role-${role}`))),
      this.unread,
      iconButton("qr", t("deep-link"), (event) => openDeepLink(event.currentTarget, (payload) => this.start(payload))),
      iconButton("more", t("phone-menu"), (event) => this.openMenu(event.currentTarget), { "aria-haspopup": "menu" }),
      iconButton("close", t("close-phone", { name: person.name }), this.onClose),
    );
  }

  frame() {
    const { log, notices, composer } = this;
    this.frameNode = el("div", { class: "phone-frame" }, this.head(), log.element, notices.toasts, composer.element, notices.sheets);
    return this.frameNode;
  }

  head() {
    const name = el("strong", {}, this.store.bot.first_name ?? t("bot"));
    const mark = el("span", { class: "bot-mark", "aria-hidden": "true" });
    return el("div", { class: "chat-head" }, mark, el("div", { class: "bot-name" }, name, this.status));
  }

  /** Only what changes is touched: a button put anew between press and release would swallow the click. */
  showHead() {
    const { person, store } = this;
    this.unread.hidden = !person.unread;
    this.unread.textContent = person.unread;
    this.unread.setAttribute("aria-label", t("unread", { n: person.unread }));
    const typing = store.isTyping(this.id);
    const action = store.typing.get(this.id)?.action === "typing" ? "is-typing" : "is-sending";
    this.status.className = typing ? "typing" : "";
    this.status.textContent = typing ? t(action) : `@${store.bot.username ?? "bot"}`;
  }

  openMenu(anchor) {
    const { blocked, deactivated } = this.person;
    const doing = (verb) => () => this.attempt(() => verb(this.id));
    openMenu(anchor, [
      { icon: "contact", label: t("share-own"), onChoose: doing(api.ownContact) },
      { icon: "people", label: t("share-other"), onChoose: () => this.shareOther() },
      { icon: "qr", label: t("deep-link"), onChoose: () => openDeepLink(anchor, (payload) => this.start(payload)) },
      blocked
        ? { icon: "check", label: t("unblock"), onChoose: doing(api.unblock) }
        : { icon: "block", label: t("block"), danger: true, onChoose: doing(api.block) },
      !deactivated && { icon: "close", label: t("delete-account"), danger: true, onChoose: doing(api.deactivate) },
    ]);
  }

  /** Do what the server is asked for; a refusal is shown on this phone. Returns the answer or null. */
  async attempt(act) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof ServerRefusal)) throw error;
      this.notices.toast(error.message || t("server-away"));
      return null;
    }
  }

  sendText(text, target) {
    if (target?.verb === "edit") return this.attempt(() => api.edit(this.id, target.message.message_id, text));
    return this.attempt(() => api.text(this.id, text, target?.message.message_id));
  }

  start(payload) {
    return this.attempt(() => api.start(this.id, payload));
  }

  async shareContact() {
    const agreed = await this.notices.ask({
      text: t("share-number", { phone: this.person.phone || t("no-number") }),
      ok: t("share"),
      cancel: t("cancel"),
    });
    if (agreed) await this.attempt(() => api.ownContact(this.id));
  }

  async shareOther() {
    const contact = await askOtherContact();
    if (contact) await this.attempt(() => api.otherContact(this.id, contact));
  }

  shareLocation() {
    return sendLocation(this.id, this.attempt);
  }

  toast({ text, show_alert: asAlert }) {
    if (!text) return;
    if (asAlert) this.notices.alert(text);
    else this.notices.toast(text);
  }

  bubbleActions() {
    return {
      onCommand: (text) => this.sendText(text),
      onLink: (url, event) => this.follow(url, event),
      onTap: (message, row, column, button) => this.tap(message, row, column, button),
      onMenu: (anchor, message) => this.openMessageMenu(anchor, message),
      onPhoto: enlarge,
      onRead: () => this.read(),
    };
  }

  /** A link to this bot with a payload stays in the phone; any other opens in a new tab. */
  follow(url, event) {
    const payload = payloadOf(url, this.store.bot.username);
    if (payload === null) return false;
    event?.preventDefault();
    this.start(payload);
    return true;
  }

  async tap(message, row, column, button) {
    if (button.url) {
      if (this.follow(button.url)) return;
      if (isHarmless(button.url)) window.open(button.url, "_blank", "noopener");
      else this.notices.toast(t("odd-link", { url: button.url }));
      return;
    }
    if (button.copy_text) return void copyText(button.copy_text.text, this.notices);
    if (this.store.taps.isSpinning(this.id, message.message_id, row, column)) return;
    const place = this.store.taps.begin({ person: this.id, message_id: message.message_id, row, column });
    const answer = await this.attempt(() => api.tap(this.id, message.message_id, row, column));
    if (answer?.callback_query_id) this.store.taps.named(place, answer.callback_query_id);
    else this.store.taps.end(place);
  }

  openMessageMenu(anchor, message) {
    const ownText = message.from === "person" && message.kind === "text";
    openMenu(anchor, [
      { icon: "reply", label: t("reply"), onChoose: () => this.composer.aim({ verb: "reply", message }) },
      ownText && { icon: "edit", label: t("edit"), onChoose: () => this.composer.aim({ verb: "edit", message }) },
      { icon: "copy", label: t("copy"), onChoose: () => copyText(message.text || message.caption || "", this.notices) },
    ]);
  }
}
