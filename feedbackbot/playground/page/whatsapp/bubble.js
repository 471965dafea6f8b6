// One message of the other app: ticks, header and footer, and the buttons that hang under it.

import { bodyOf } from "../contents.js";
import { el } from "../dom.js";
import { dayAndTime, t, timeOfDay } from "../i18n.js";
import { icon, iconButton } from "../icons.js";
import { marked } from "./marks.js";

const QUOTE_LENGTH = 80;
const KINDS = { image: "photo", audio: "voice" };
const MARKS = { reply: "reply", quick_reply: "reply", url: "external", flow: "document", location: "location" };

/**
 * @param {object} message  as the server gives it
 * @param {object} chat     `quoted(id)` and the actions onPress, onList, onMenu, onPhoto
 */
export function waBubble(message, chat) {
  const own = message.from === "person";
  return el(
    "li",
    { class: `message wa ${own ? "own" : "theirs"}`, data: { message: message.message_id } },
    el(
      "div",
      { class: "bubble" },
      message.reply_to && quote(chat.quoted(message.reply_to)),
      message.header && el("strong", { class: "wa-header" }, message.header),
      carried(message, chat),
      el("div", { class: "lines", dir: "auto" }, message.text && el("span", { class: "text" }, marked(message.text)), !message.footer && meta(message)),
      message.footer && el("div", { class: "wa-footer" }, el("span", {}, message.footer), meta(message)),
      message.reaction && el("span", { class: "wa-reaction" }, message.reaction),
      !own && iconButton("more", t("message-menu"), (event) => chat.onMenu(event.currentTarget, message), { class: "message-menu", "aria-haspopup": "menu" }),
    ),
    !own && buttons(message, chat),
    message.template && el("small", { class: "wa-template" }, t("wa-template", { name: message.template.name, category: t(`wa-category-${message.template.category}`) })),
  );
}

function quote(message) {
  if (!message) return null;
  const text = message.text || t("kind-text");
  const line = text.split("\n", 1)[0];
  return el("div", { class: "quote" }, marked(line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line), line.length < text.length && line.length <= QUOTE_LENGTH && " …");
}

/** Pictures, files, places and cards are shown as on the other phones. */
function carried(message, chat) {
  const { media, location, contacts } = message;
  if (media) return bodyOf({ kind: KINDS[media.kind] ?? media.kind, file: media, caption: message.text }, chat);
  if (location) return bodyOf({ kind: "location", location }, chat);
  if (!contacts) return null;
  return contacts.map((card) => {
    const shared = { first_name: card.name?.formatted_name, phone_number: card.phones?.[0]?.phone };
    return bodyOf({ kind: "contact", contact: shared }, chat);
  });
}

function buttons(message, chat) {
  const list = message.list && press("list", message.list.button, () => chat.onList(message));
  const others = message.buttons.map((button) => press(MARKS[button.type], button.title, () => chat.onPress(message, button)));
  const all = [list, ...others].filter(Boolean);
  return all.length > 0 && el("div", { class: "wa-buttons" }, all);
}

function press(mark, label, onClick) {
  return el("button", { type: "button", class: "wa-button", on: { click: onClick } }, icon(mark), el("span", {}, label));
}

function meta(message) {
  return el(
    "div",
    { class: "meta" },
    el("time", { datetime: new Date(message.date * 1000).toISOString(), title: dayAndTime(message.date) }, timeOfDay(message.date)),
    message.from === "person" && ticks(message.status),
  );
}

/** ✓ is on the way, ✓✓ has arrived at the bot, blue ✓✓ was read. */
function ticks(status) {
  const known = ["sent", "delivered", "read"].includes(status) ? status : "sent";
  return el("span", { class: `wa-ticks ${known}`, role: "img", "aria-label": t(`wa-tick-${known}`) }, known === "sent" ? "✓" : "✓✓");
}
