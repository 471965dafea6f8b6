// The page's own words, in Indonesian and English. What the bot says is not touched.

import { english } from "./texts/en.js";
import { indonesian } from "./texts/id.js";
import { remembered, remember } from "./memory.js";

export const languages = { id: indonesian, en: english };
let zone = "UTC";

let current = remembered("language", "id") === "en" ? "en" : "id";

export const language = () => current;

/** The city's time zone, as the server names it. */
export function setZone(name) {
  zone = name;
}

export function setLanguage(code) {
  current = code;
  remember("language", code);
  document.documentElement.lang = code;
}

/** The text of a key, with `{name}` replaced from `values`. */
export function t(key, values = {}) {
  const text = languages[current][key];
  if (text === undefined) throw new Error(`no text for ${key}`);
  return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

function clockFormat(options) {
  return new Intl.DateTimeFormat(current === "id" ? "id-ID" : "en-GB", { timeZone: zone, ...options });
}

/** @param {number} seconds  Unix time */
export function timeOfDay(seconds) {
  return clockFormat({ hour: "2-digit", minute: "2-digit", hour12: false }).format(seconds * 1000);
}

export function dayOf(seconds) {
  return clockFormat({ weekday: "long", day: "numeric", month: "long" }).format(seconds * 1000);
}

export function dayAndTime(seconds) {
  const day = clockFormat({ weekday: "short", day: "numeric", month: "short", year: "numeric" });
  return `${day.format(seconds * 1000)}, ${timeOfDay(seconds)}`;
}

/** @param {number} bytes */
export function fileSize(bytes) {
  if (bytes === null || bytes === undefined) return "";
  const number = new Intl.NumberFormat(current === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 1 });
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 ** 2) return `${number.format(bytes / 1024)} KB`;
  return `${number.format(bytes / 1024 ** 2)} MB`;
}
