// What a message carries beside its text: a picture, a file, a voice note, a contact, a place, a table.

import { el } from "./dom.js";
import { fileSize, t } from "./i18n.js";
import { icon } from "./icons.js";

/** The element of a message's content, or null for plain text. */
export function bodyOf(message, chat) {
  const build = BODIES[message.kind];
  return build ? build(message, chat) : null;
}

const SHORT_CELL = 12;
const BODIES = { rich_message: rich, photo, document: documentCard, voice, video, sticker, contact, location };

function photo({ file, caption }, chat) {
  const picture = el("img", { src: file.url, alt: caption || t("kind-photo") });
  return el(
    "button",
    { type: "button", class: "photo", "aria-label": t("enlarge"), on: { click: () => chat.onPhoto(file.url, caption) } },
    picture,
  );
}

function documentCard({ file }) {
  const ending = /\.([a-z0-9]{1,4})$/i.exec(file.name ?? "")?.[1] ?? "";
  return el(
    "a",
    { class: "card document", href: file.url, download: file.name ?? "", title: t("download") },
    el("span", { class: `card-mark ending-${ending.toLowerCase()}` }, ending.toUpperCase() || icon("document")),
    el(
      "span",
      { class: "card-lines" },
      el("strong", {}, file.name || t("kind-document")),
      el("small", {}, fileSize(file.size)),
    ),
    icon("download"),
  );
}

function voice({ file }) {
  return el("audio", { class: "voice", controls: true, preload: "none", src: file.url, "aria-label": t("kind-voice") });
}

function video({ file }) {
  return el("video", { class: "video", controls: true, src: file.url });
}

function sticker({ file }) {
  const picture = el("img", { class: "sticker", src: file.url, alt: t("kind-sticker") });
  picture.addEventListener("error", () => picture.replaceWith(el("span", { class: "card" }, t("kind-sticker"))));
  return picture;
}

function rich({ rich_message: { blocks } }) {
  return el("div", { class: "rich" }, ...blocks.map((block) => (block.type === "table" ? table(block) : el("p", {}, block.text))));
}

/** A table wider than the phone is pushed sideways, as in Telegram. */
function table({ caption, cells, is_striped: striped, is_compact: compact }) {
  const rows = cells.map((row) => el("tr", {}, ...row.map(tableCell)));
  return el(
    "div",
    { class: "table-frame", tabindex: "0" },
    el(
      "table",
      { class: `${striped ? "striped" : ""} ${compact ? "compact" : ""}` },
      caption && el("caption", {}, caption),
      el("tbody", {}, ...rows),
    ),
  );
}

/** What is short stays on one line. */
function tableCell({ text = "", align, is_header: head }) {
  return el(head ? "th" : "td", { class: `align-${align}${text.length <= SHORT_CELL ? " short" : ""}` }, text);
}

function contact({ contact: shared }) {
  return el(
    "div",
    { class: "card" },
    el("span", { class: "card-mark" }, icon("contact")),
    el(
      "span",
      { class: "card-lines" },
      el("strong", {}, shared?.first_name || t("kind-contact")),
      el("small", {}, shared?.phone_number ?? ""),
    ),
  );
}

function location({ location: place }) {
  return el(
    "div",
    { class: "card" },
    el("span", { class: "card-mark" }, icon("location")),
    el(
      "span",
      { class: "card-lines" },
      el("strong", {}, t("kind-location")),
      place && el("small", {}, `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`),
    ),
  );
}
