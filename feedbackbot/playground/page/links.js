// What an address in a message or on a button leads to.

/** Whether a browser opens it without running anything. */
export function isHarmless(url) {
  return URL.canParse(url ?? "") && ["http:", "https:", "mailto:", "tel:"].includes(new URL(url).protocol);
}

/** The payload of a link to this bot ("" where it has none), or null when it leads elsewhere. */
export function payloadOf(url, username) {
  const link = /^https?:\/\/(?:t\.me|telegram\.me)\/(\w+)(?:\?start=([\w-]*))?$/i.exec(url.trim());
  if (!link || !username || link[1].toLowerCase() !== username.toLowerCase()) return null;
  return link[2] ?? "";
}
