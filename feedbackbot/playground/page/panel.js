// The panel beside the phones: the clock, the tools that break the line, the calls, and starting over.

import { api } from "./api.js";
import { CallList } from "./calls.js";
import { askForm } from "./dialogs.js";
import { el } from "./dom.js";
import { FaultTools } from "./faults.js";
import { t } from "./i18n.js";
import { icon } from "./icons.js";
import { remember, remembered } from "./memory.js";
import { SkipTime } from "./skiptime.js";
import { waSections } from "./whatsapp/panel.js";

/** @param {{store: object, attempt: Function}} page */
export function panel(page) {
  return el(
    "aside",
    { class: "panel", "aria-label": t("panel") },
    section("clock", "clock", new SkipTime(page).element),
    section("faults", "alarm", new FaultTools(page).element),
    waSections(page, section),
    section("calls", "list", new CallList(page.store).element),
    el(
      "button",
      { type: "button", class: "plain danger reset", data: { tool: "reset" }, on: { click: () => startOver(page) } },
      icon("reset"),
      t("reset"),
    ),
  );
}

function section(name, mark, content) {
  const folded = remembered(`folded-${name}`, false);
  const node = el(
    "details",
    { class: `panel-section section-${name}`, open: !folded },
    el("summary", {}, icon(mark), el("h2", {}, t(`panel-${name}`)), icon("down")),
    content,
  );
  node.addEventListener("toggle", () => remember(`folded-${name}`, !node.open));
  return node;
}

async function startOver({ attempt }) {
  const sure = await askForm({ title: t("reset"), hint: t("reset-hint"), submit: t("reset-yes"), danger: true });
  if (sure) await attempt(() => api.reset());
}
