// Deep links: what a printed QR code holds, opened as if it had been scanned.

import { el } from "./dom.js";
import { field } from "./dialogs.js";
import { t } from "./i18n.js";
import { remember, remembered } from "./memory.js";
import { openPopover } from "./popover.js";

const EXAMPLE = "u_disdukcapil_1";

/** What was typed: a whole link or the payload alone. */
function payloadTyped(text) {
  return /[?&]start=([\w-]*)/.exec(text)?.[1] ?? text.trim();
}

/** @param {(payload: string) => void} onStart */
export function openDeepLink(anchor, onStart) {
  const box = el(
    "form",
    { class: "deep-link" },
    field("payload", t("deep-link-label"), {
      value: remembered("deep-link", EXAMPLE),
      placeholder: EXAMPLE,
      maxlength: 200,
      spellcheck: "false",
    }),
    el("p", { class: "hint" }, t("deep-link-hint")),
    el("button", { type: "submit", class: "primary wide" }, t("open-link")),
  );
  const close = openPopover(anchor, box);
  box.addEventListener("submit", (event) => {
    event.preventDefault();
    const payload = payloadTyped(new FormData(box).get("payload"));
    remember("deep-link", payload || EXAMPLE);
    close();
    onStart(payload);
  });
  box.querySelector("input").select();
}
