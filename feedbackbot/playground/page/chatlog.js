// The list of messages of one chat: kept in step with the store, scrolled as a chat is.

import { bubble } from "./bubble.js";
import { el, replaceChildren } from "./dom.js";
import { dayOf, t } from "./i18n.js";
import { iconButton } from "./icons.js";
import { showSpinning } from "./keyboard.js";

const AT_BOTTOM_PX = 48;

export class ChatLog {
  /**
   * @param {number} person
   * @param {object} store
   * @param {object} actions  what bubbles may do, see bubble.js; and `onRead()` when the end is seen
   */
  constructor(person, store, actions) {
    this.person = person;
    this.store = store;
    this.actions = actions;
    this.nodes = new Map();
    this.list = el("ol", { class: "messages", role: "log", "aria-live": "polite", "aria-label": t("messages"), on: { pointerdown: (e) => this.hold(e) } });
    this.jump = iconButton("down", t("to-newest"), () => this.toBottom(), { class: "jump", hidden: true });
    this.scroller = el("div", { class: "chat-scroll", tabindex: "0", "aria-label": t("messages"), on: { scroll: () => this.scrolled() } }, this.list);
    this.empty = el("p", { class: "empty-chat" }, actions.emptyText ?? t("empty-chat"));
    this.element = el("div", { class: "chat-body" }, this.scroller, this.empty, this.jump);
    // A picture that gets its height, a keyboard that unfolds, a window made smaller: the end stays in view.
    const sizes = new ResizeObserver(() => this.stick());
    sizes.observe(this.scroller);
    sizes.observe(this.list);
    this.fill();
  }

  fill() {
    this.nodes.clear();
    this.divider = this.delayed = null;
    replaceChildren(this.list);
    const messages = this.store.messagesOf(this.person);
    const unread = this.store.people.get(this.person)?.unread ?? 0;
    const firstUnread = messages.filter((m) => m.from === "bot").at(-unread);
    this.empty.hidden = messages.length > 0;
    for (const message of messages) {
      if (unread > 0 && message === firstUnread) this.markUnread();
      this.put(message);
    }
    this.toBottom();
  }

  /** A message under a finger is drawn anew only once it is let go: a button exchanged in between would swallow the tap. */
  hold(event) {
    this.held = event.target.closest(".message");
    const once = new AbortController();
    const letGo = () => {
      once.abort();
      setTimeout(() => this.release());
    };
    for (const end of ["pointerup", "pointercancel"]) window.addEventListener(end, letGo, { signal: once.signal });
  }

  release() {
    const { delayed } = this;
    this.held = this.delayed = null;
    if (delayed) this.put(delayed);
  }

  put(message) {
    const old = this.nodes.get(message.message_id);
    if (old && old === this.held) {
      this.delayed = message;
      return;
    }
    const node = (this.actions.bubble ?? bubble)(message, this.chat());
    if (old) this.swap(old, node);
    else this.add(message, node);
    this.nodes.set(message.message_id, node);
  }

  /** An edited message keeps its place, and a button that had the focus hands it to its successor. */
  swap(old, node) {
    const hadFocus = old.querySelector(".inline-keyboard")?.contains(document.activeElement);
    const wasAtBottom = this.isAtBottom();
    old.replaceWith(node);
    if (hadFocus) node.querySelector(".inline-button")?.focus({ preventScroll: true });
    if (wasAtBottom) this.toBottom();
  }

  add(message, node) {
    const wasAtBottom = this.isAtBottom();
    const day = dayOf(message.date);
    if (day !== this.lastDay || this.nodes.size === 0) {
      this.list.append(el("li", { class: "day" }, el("span", {}, day)));
      this.lastDay = day;
    }
    this.list.append(node);
    this.empty.hidden = true;
    if (wasAtBottom || message.from === "person") this.toBottom();
    else this.jump.hidden = false;
  }

  remove(messageId) {
    if (this.delayed?.message_id === messageId) this.delayed = null;
    this.nodes.get(messageId)?.remove();
    this.nodes.delete(messageId);
  }

  chat() {
    return {
      ...this.actions,
      quoted: (id) => this.store.messages.get(this.person)?.get(id),
      isSpinning: (id, row, column) => this.store.taps.isSpinning(this.person, id, row, column),
    };
  }

  showTap({ message_id: id, row, column }) {
    const node = this.nodes.get(id);
    if (node) showSpinning(node, row, column, this.store.taps.isSpinning(this.person, id, row, column));
  }

  /** A line above the first message that nobody has looked at yet. */
  markUnread() {
    if (this.divider) return;
    this.divider = el("li", { class: "unread-line" }, el("span", {}, t("new-messages")));
    this.list.append(this.divider);
  }

  clearUnread() {
    this.divider?.remove();
    this.divider = null;
  }

  isAtBottom() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < AT_BOTTOM_PX;
  }

  toBottom() {
    this.stuck = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.jump.hidden = true;
  }

  stick() {
    if (this.stuck) this.toBottom();
  }

  scrolled() {
    this.stuck = this.isAtBottom();
    if (!this.stuck) return;
    this.jump.hidden = true;
    this.actions.onRead();
  }
}
