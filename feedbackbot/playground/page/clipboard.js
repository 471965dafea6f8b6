// Copying a text, also where the browser hands out no clipboard: on a page that came without https, or one that asked and was refused.

import { t } from "./i18n.js";

/** Copies and says so, or says that it could not. @param {string} text @param {{toast: (words: string) => void}} notices */
export async function copyText(text, notices) {
  notices.toast(t((await byClipboard(text)) || bySelection(text) ? "copied" : "not-copied"));
}

async function byClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function bySelection(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("aria-hidden", "true");
  field.style.cssText = "position: fixed; opacity: 0";
  const before = document.activeElement;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  before?.focus?.();
  return done;
}
