// Inline keyboards under a bubble and reply keyboards at the bottom of a phone.

import { el } from "./dom.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";

export function inlineKeyboard(message, chat) {
  return el(
    "div",
    { class: "inline-keyboard", role: "group", "aria-label": t("message-buttons") },
    message.inline_keyboard.map((row, rowIndex) =>
      el(
        "div",
        { class: "button-row" },
        row.map((button, column) => inlineButton(button, message, rowIndex, column, chat)),
      ),
    ),
  );
}

function inlineButton(button, message, row, column, chat) {
  const spins = chat.isSpinning(message.message_id, row, column);
  return el(
    "button",
    {
      type: "button",
      class: ["inline-button", spins && "spinning", button.style && `style-${button.style}`].filter(Boolean).join(" "),
      "aria-busy": spins ? "true" : null,
      title: button.url ?? null,
      data: { row, column },
      on: { click: () => chat.onTap(message, row, column, button) },
    },
    el("span", { class: "button-label" }, button.text),
    button.url && icon("external"),
    el("span", { class: "spinner", "aria-hidden": "true" }),
  );
}

/** Start or stop the spinning of one button in place, so that it keeps the focus. */
export function showSpinning(container, row, column, spins) {
  const button = container.querySelector(`.inline-button[data-row="${row}"][data-column="${column}"]`);
  if (!button) return;
  button.classList.toggle("spinning", spins);
  if (spins) button.setAttribute("aria-busy", "true");
  else button.removeAttribute("aria-busy");
}

/**
 * @param {{rows: {text: string, request_contact?: boolean, request_location?: boolean}[][]}} keyboard
 * @param {{onText: (text: string) => void, onContact: () => void, onLocation: () => void}} actions
 */
export function replyKeyboard(keyboard, actions) {
  return el(
    "div",
    { class: "reply-keyboard", role: "group", "aria-label": t("reply-keyboard") },
    keyboard.rows.map((row) =>
      el("div", { class: "button-row" }, row.map((button) => replyButton(button, actions))),
    ),
  );
}

function replyButton(button, actions) {
  const [mark, act] = button.request_contact
    ? ["phone", actions.onContact]
    : button.request_location
      ? ["location", actions.onLocation]
      : [null, () => actions.onText(button.text)];
  return el(
    "button",
    { type: "button", class: "reply-button", on: { click: act } },
    mark && icon(mark),
    el("span", { class: "button-label" }, button.text),
  );
}
