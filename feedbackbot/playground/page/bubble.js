// One message as an element of the chat.

import { bodyOf } from "./contents.js";
import { el } from "./dom.js";
import { formatted } from "./entities.js";
import { dayAndTime, t, timeOfDay } from "./i18n.js";
import { iconButton } from "./icons.js";
import { inlineKeyboard } from "./keyboard.js";

const QUOTE_LENGTH = 80;

/**
 * @param {object} message  as the server gives it
 * @param {object} chat     what the bubble may ask of its chat: `quoted(id)`, `isSpinning(row, column)` and the
 *                          actions onCommand, onLink, onTap, onMenu, onPhoto
 */
export function bubble(message, chat) {
  const own = message.from === "person";
  if (message.kind === "service") return pinnedLine(message);
  const text = message.text || message.caption;
  return el(
    "li",
    { class: `message ${own ? "own" : "theirs"} kind-${message.kind}`, data: { message: message.message_id } },
    el(
      "div",
      { class: "bubble" },
      message.reply_to && quote(chat.quoted(message.reply_to)),
      bodyOf(message, chat),
      el("div", { class: "lines", dir: "auto" }, text && el("span", { class: "text" }, formatted(text, message.entities, chat)), meta(message)),
      iconButton("more", t("message-menu"), (event) => chat.onMenu(event.currentTarget, message), {
        class: "message-menu",
        "aria-haspopup": "menu",
      }),
    ),
    message.inline_keyboard?.length > 0 && inlineKeyboard(message, chat),
  );
}

/** The one service message that a bot causes in a private chat. */
function pinnedLine(message) {
  return el("li", { class: "service", data: { message: message.message_id } }, el("span", {}, t("pinned")));
}

function quote(message) {
  if (!message) return null;
  const text = message.text || message.caption || t(`kind-${message.kind}`);
  return el("div", { class: "quote" }, text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text);
}

function meta(message) {
  return el(
    "div",
    { class: "meta" },
    message.edited && el("span", { class: "edited" }, t("edited")),
    el("time", { datetime: new Date(message.date * 1000).toISOString(), title: dayAndTime(message.date) },
      timeOfDay(message.date)),
  );
}
